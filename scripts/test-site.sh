#!/bin/sh
# The site that the tests look at where `public/data` holds another province than they know: the built site (first argument) with the tests' own figures,
# made by the tool (second) in a folder (third).
set -eu
site=$1
tool=$2
out=$3

rm -rf "$out"
mkdir -p "$out/data"
# The modules, the typeface, the icon and the schema; all else is made from the figures.
cp -r "$site"/bluezone-map-* "$site"/bluezone-led-* "$site"/bluezone-embed-* "$site"/bluezone-chart-* "$site"/icon.svg "$site"/fonts "$out/"
cp "$site"/data/campaign.schema.json "$out/data/"
find "$out" \( -name '*.br' -o -name '*.gz' \) -delete
"$tool" render "$out" --data tests/fixtures/data/campaign.json --map tests/fixtures/data/map.json
