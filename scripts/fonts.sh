#!/usr/bin/env bash
# Makes public/fonts/ from the npm package: the characters of Vietnamese and English, no hinting, figures of one width. Then what the public screens
# and the printed sheets letter with: the measures and the whole of either weight, and GNU Unifont's bitmaps (Debian's package unifont).
set -euo pipefail
cd "$(dirname "$0")/.."
command -v pyftsubset >/dev/null || { echo "pyftsubset is needed: pip install fonttools brotli" >&2; exit 1; }
characters=U+20-7E,U+A0,U+AB,U+B0,U+B7,U+BB,U+C0-C3,U+C8-CA,U+CC-CD,U+D2-D5,U+D7,U+D9-DA,U+DD,U+E0-E3,U+E8-EA,U+EC-ED,U+F2-F5,U+F9-FA,U+FD
characters+=,U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303,U+309,U+323,U+1EA0-1EF9
characters+=,U+2013-2014,U+2018-201D,U+2022,U+2026,U+202F,U+2190-2193,U+2212
from=node_modules/@fontsource/be-vietnam-pro
for subset in latin vietnamese; do
  for weight in 400 700; do
    pyftsubset "$from/files/be-vietnam-pro-$subset-$weight-normal.woff2" --unicodes="$characters" --flavor=woff2 --no-hinting \
      --layout-features=kern,mark,mkmk,ccmp,locl,tnum,calt --output-file="public/fonts/be-vietnam-pro-$subset-$weight.woff2"
  done
done
cp "$from/LICENSE" public/fonts/OFL.txt
unifont=/usr/share/unifont/unifont.hex
[ -f "$unifont" ] || { echo "$unifont is needed: apt-get install unifont" >&2; exit 1; }
made=$(mktemp -d)
for weight in 400 700; do
  # The bitmaps are of the same characters, whatever the weight.
  python3 scripts/font_metrics.py $weight public/fonts/be-vietnam-pro-{latin,vietnamese}-$weight.woff2 "$made" "$unifont"
done
mv "$made"/*.bin src/view/font_metrics/
mv "$made"/*.ttf src/site/
rmdir "$made"
