#!/usr/bin/env bash
# The outlets beside page, screens and embeds as one picture for human eyes: docs/outlets.jpg. Share cards, sheets to print as their PDF prints, then
# the pages of words on a desktop, on a phone and on paper.
#   bluezone-map serve dist --port 8080 &
#   scripts/outlets-sheet.sh dist http://127.0.0.1:8080/ docs/outlets.jpg
set -euo pipefail
dist=$1 site=$2 out=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
tile() { # a picture into the next place
  ffmpeg -v error -y -i "$1" -vf "scale=360:-2,crop=360:'min(ih,500)':0:0,scale=360:500:force_original_aspect_ratio=decrease,pad=372:512:(ow-iw)/2:6:color=gray" \
    "$work/tile-$(printf %02d $n).png"
  n=$((n + 1))
}
browse() { # address, width, height, more for Chromium
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --hide-scrollbars --user-data-dir="$work/profile" --window-size="$2,$3" --virtual-time-budget=6000 "${@:4}" "$site$1" >/dev/null 2>&1
}
for card in card.png en/card.png huyen/cu-jut/card.png en/huyen/gia-nghia/card.png bao-chi/ban-do-ty-le.png; do
  tile "$dist/$card"
done
for sheet in ap-phich-a4 cu-jut/ap-phich-a4 cu-jut/to-roi-a5; do
  pdftoppm -r 60 -png -singlefile "$dist/in-an/$sheet.pdf" "$work/sheet"
  tile "$work/sheet.png"
done
pdftoppm -r 60 -png -singlefile "$dist/en/in-an/ap-phich-a3.pdf" "$work/sheet"
tile "$work/sheet.png"
for page in bao-chi/ en/press/ phat-thanh/cu-jut/ so-lieu/ so-lieu/r1/ in-an/; do
  browse "$page" 1100 1500 --screenshot="$work/shot.png"
  tile "$work/shot.png"
  browse "$page" 412 572 --screenshot="$work/shot.png"
  tile "$work/shot.png"
done
for page in bao-chi/ phat-thanh/ so-lieu/r1/; do
  browse "$page" 1100 1500 --print-to-pdf="$work/print.pdf" --no-pdf-header-footer
  pdftoppm -r 60 -png -singlefile "$work/print.pdf" "$work/sheet"
  tile "$work/sheet.png"
done
ffmpeg -v error -y -framerate 1 -i "$work/tile-%02d.png" -vf "tile=6x4:color=gray" -frames:v 1 -q:v 6 "$out"
