#!/bin/sh
# Trunk's hook after the modules are built. Loaders are minified (Trunk's own minifier can't parse them); modules that Trunk takes for workers get
# a hash in their names, as it gives to the page's, so that hosts may keep them for ever; then the tool writes all pages into Trunk's folder. A
# debug build leaves out what costs time and nobody needs while working: minifying, pictures, compressed copies.
set -eu

hash() { # a file's content in 16 digits
  { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -c 1-16
}

cd "$TRUNK_STAGING_DIR"
for name in bluezone-chart bluezone-led bluezone-embed; do
  of=$(hash "${name}_bg.wasm")
  mv "${name}_bg.wasm" "$name-${of}_bg.wasm"
  mv "$name.js" "$name-$of.js"
done
cd "$TRUNK_SOURCE_DIR"

if [ "$TRUNK_PROFILE" = release ]; then
  for loader in "$TRUNK_STAGING_DIR"/bluezone-*.js; do
    node_modules/.bin/terser "$loader" --module --compress --mangle --output "$loader"
  done
  exec cargo run --release --locked --quiet --bin bluezone-map -- render "$TRUNK_STAGING_DIR"
fi
exec cargo run --locked --quiet --bin bluezone-map -- render --draft "$TRUNK_STAGING_DIR"
