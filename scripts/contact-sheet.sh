#!/usr/bin/env bash
# The page at eight widths, light and dark, of two sites (one report, several), as one picture for human eyes: docs/contact-sheet.jpg.
#   bluezone-map serve dist --port 8080 &   bluezone-map serve dist-four --port 8081 &
#   scripts/contact-sheet.sh http://127.0.0.1:8080/ http://127.0.0.1:8081/ docs/contact-sheet.jpg
set -euo pipefail
one=$1 several=$2 out=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
for site in "$one" "$several"; do
  for scheme in 1 0; do
    for width in 320 360 412 768 1024 1366 1920 2560; do
      shot="$work/$(printf %02d $n).png"
      chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
        --disable-sync --hide-scrollbars --user-data-dir="$work/profile" --window-size="$width,$((width * 3))" \
        --blink-settings=preferredColorScheme=$scheme --virtual-time-budget=6000 --screenshot="$shot" "$site" >/dev/null 2>&1
      ffmpeg -v error -y -i "$shot" -vf "scale=300:-2,crop=300:'min(ih,900)':0:0,pad=312:912:6:6:color=gray" "$shot.jpg" 2>&1
      mv "$shot.jpg" "$work/tile-$(printf %02d $n).jpg"
      rm "$shot"
      n=$((n + 1))
    done
  done
done
ffmpeg -v error -y -framerate 1 -i "$work/tile-%02d.jpg" -vf "tile=8x4" -frames:v 1 -q:v 7 "$out"
