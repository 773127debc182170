#!/bin/sh
# Packs what another province needs and no compiler: the tool, and the site without pages and figures. Takes the built site (first argument) and the
# tool (second), and leaves bluezone-map-<version>-<target>.tar.gz beside the site.
set -eu
site=$1
tool=$2

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
target=$(rustc -vV | sed -n 's/^host: //p')
name="bluezone-map-$version-$target"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir -p "$folder/$name/site"
cp "$tool" "$folder/$name/bluezone-map"
cp docs/release.md "$folder/$name/README.md"
# The modules, the typeface and the icon; all else is made from the figures.
for file in "$site"/bluezone-*.js "$site"/bluezone-*.wasm "$site"/icon.svg "$site"/fonts; do
  case $file in
    */bluezone-history-* | */bluezone-zoom-*) ;;
    *) cp -r "$file" "$folder/$name/site/" ;;
  esac
done
find "$folder/$name/site" \( -name '*.br' -o -name '*.gz' \) -delete

out="$(dirname "$site")/$name.tar.gz"
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$folder" -czf "$out" "$name"
echo "$out"
