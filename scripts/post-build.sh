#!/bin/sh
# Trunk's hook after the modules are built: the loaders are minified (Trunk's own minifier can't parse them), then the tool writes all pages
# into Trunk's folder. A debug build leaves out what costs time and nobody needs while working: pictures and compressed copies.
set -eu
if [ "$TRUNK_PROFILE" = release ]; then
  for loader in "$TRUNK_STAGING_DIR"/bluezone-*.js; do
    node_modules/.bin/terser "$loader" --module --compress --mangle --output "$loader"
  done
  exec cargo run --release --locked --quiet --bin bluezone-map -- render "$TRUNK_STAGING_DIR"
fi
exec cargo run --locked --quiet --bin bluezone-map -- render --draft "$TRUNK_STAGING_DIR"
