#!/usr/bin/env bash
# Screens of many sizes, dark and light, as one picture for human eyes: docs/screens.jpg. Each row is one size: its figure, its leaderboard or first
# district, its call to install; dark at the left, light at the right.
#   scripts/screens-sheet.sh target/release/bluezone-map docs/screens.jpg
set -euo pipefail
tool=$1 out=$2
sizes="64x32 96x32 128x32 160x32 192x32 256x32 320x32 96x48 64x64 384x64 512x64 640x64 960x64 768x96 128x64 192x96 256x128 320x160 384x192 512x256 64x256 320x240 640x160 1920x480 640x480 1024x1024 1280x720 1080x1920"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
for size in $sizes; do
  for theme in dark light; do
    "$tool" slides --size "$size" --theme "$theme" --only png --out "$work/$theme" >/dev/null 2>&1
    for scene in headline- '(board|district-660|about)-' '(map|qr)-'; do
      # The first picture of that scene.
      picture=$(find "$work/$theme/$size" -name '*.png' | sort | grep -E -m1 -- "-[0-9]+-$scene" || true)
      tile="$work/tile-$(printf %04d $n).png"
      if [ -n "$picture" ]; then
        ffmpeg -v error -y -i "$picture" -vf "scale=310:190:force_original_aspect_ratio=decrease:flags=neighbor,pad=320:200:(ow-iw)/2:(oh-ih)/2:color=gray" "$tile"
      else
        ffmpeg -v error -y -f lavfi -i color=gray:s=320x200 -frames:v 1 "$tile"
      fi
      n=$((n + 1))
    done
  done
done
ffmpeg -v error -y -framerate 1 -i "$work/tile-%04d.png" -vf "tile=6x$((n / 6))" -frames:v 1 -q:v 5 "$out"
