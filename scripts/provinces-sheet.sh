#!/usr/bin/env bash
# Other provinces and a whole country with invented figures, as one picture for human eyes: docs/provinces.jpg. Each row is one: the page on a desktop and on
# a phone, its embed, two screens.
#   scripts/provinces-sheet.sh target/release/bluezone-map dist ../shared/geo/vietnam-districts.topo.json docs/provinces.jpg
set -euo pipefail
tool=$1 dist=$2 boundaries=$3 out=$4
work=$(mktemp -d)
server=
trap 'rm -rf "$work"; [ -z "$server" ] || kill "$server"' EXIT
n=0
tile() { # a picture into the next place, from its upper edge
  ffmpeg -v error -y -i "$1" -vf "scale=400:600:force_original_aspect_ratio=decrease,pad=412:612:(ow-iw)/2:6:color=gray" "$work/tile-$(printf %03d $n).png"
  n=$((n + 1))
}
browse() { # address, width, height
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --hide-scrollbars --user-data-dir="$work/profile" --window-size="$2,$3" --virtual-time-budget=6000 \
    --screenshot="$work/shot.png" "http://127.0.0.1:8137/$1" >/dev/null 2>&1
  tile "$work/shot.png"
}
figures='
import json, random, sys
kinds = {"city": "Thành phố ", "town": "Thị xã ", "district": "Huyện ", "urban-district": "Quận "}
data = json.load(open(sys.argv[1])); random.seed(data["province"]["name"])
print("Số lượt cài đặt Bluezone, tính đến 8h ngày 11/8/2020\nĐơn vị;Số lượt cài đặt")
for unit in data["districts"]: print(kinds.get(unit["kind"], "") + unit["name"] + ";" + str(random.randint(800, 30000)))
'
for code in 91 56 48 79 87 country; do
  data="$work/$code.json" map="$work/$code-map.json" site="$work/site"
  which=(--province "$code")
  [ "$code" != country ] || which=(--province-name "Việt Nam")
  "$tool" new --from "$boundaries" "${which[@]}" --data "$data" --map "$map" --source "Ranh giới công khai" >/dev/null
  python3 -c "$figures" "$data" >"$work/figures.csv"
  "$tool" import "$work/figures.csv" --data "$data" --map "$map" --source "Số liệu thử" >/dev/null
  rm -rf "$site"
  mkdir "$site"
  cp -r "$dist"/bluezone-*.js "$dist"/bluezone-*.wasm "$dist"/icon.svg "$dist"/fonts "$site/"
  "$tool" render "$site" --draft --data "$data" --map "$map" >/dev/null 2>&1
  "$tool" serve "$site" --port 8137 >/dev/null 2>&1 &
  server=$!
  sleep 1
  browse "" 1366 2049
  browse "" 412 618
  browse "embed/" 800 1200
  kill "$server" && wait "$server" 2>/dev/null || true
  server=
  for size in 1920x1080 192x96; do
    "$tool" slides --data "$data" --map "$map" --size "$size" --only png --out "$work/slides" --scenes map,board >/dev/null 2>&1 || true
    tile "$(find "$work/slides" -name '*.png' | sort | head -n 1)"
    rm -rf "$work/slides"
  done
done
ffmpeg -v error -y -framerate 1 -i "$work/tile-%03d.png" -vf "tile=5x6:color=gray" -frames:v 1 -q:v 6 "$out"
