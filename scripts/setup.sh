#!/usr/bin/env bash
# Installs what building (`build`) or testing (`test`) needs and is missing; says nothing when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk=0.21.14
geckodriver=0.36.0
# The very version of the wasm-bindgen crate: Trunk would otherwise try to download it.
bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
quiet=$(mktemp)
trap 'rm -f "$quiet"' EXIT

run() { # what, how long, command...
  echo "» installing $1 ($2)"
  shift 2
  "$@" >"$quiet" 2>&1 || { cat "$quiet" >&2; echo "could not install it; the lines above say why" >&2; exit 1; }
}

command -v cargo >/dev/null || { echo "Rust is needed first: see https://rustup.rs" >&2; exit 1; }
command -v npm >/dev/null || { echo "Node.js with npm is needed first: see https://nodejs.org" >&2; exit 1; }

if ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
  run "Rust's wasm target" "a few seconds" rustup target add wasm32-unknown-unknown
fi
if ! [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
  run "the source of Rust's standard library" "a few seconds" rustup component add rust-src
fi
for component in rustfmt clippy; do
  cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || run "$component" "a few seconds" rustup component add "$component"
done
# The installed tools share one target folder, so that their common crates are compiled once; it is not the project's own.
tools_target="${CARGO_TARGET_DIR:-target}/tools"
[ "$(trunk --version 2>/dev/null)" = "trunk $trunk" ] ||
  run "Trunk $trunk" "about 6 minutes" env CARGO_TARGET_DIR="$tools_target" cargo install trunk --version "$trunk" --locked
# Not --locked: the lock file of its package names a crate version that the registry lacks.
[ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $bindgen" ] ||
  run "wasm-bindgen $bindgen" "about 2 minutes" env CARGO_TARGET_DIR="$tools_target" cargo install wasm-bindgen-cli --version "$bindgen"
[ node_modules/.package-lock.json -nt package-lock.json ] || run "npm packages" "a few seconds" npm ci --no-audit --no-fund
touch -c node_modules/.package-lock.json

[ "${1:-build}" = test ] || exit 0
# Debian has no package of it. Its answer has more lines than the first.
[[ "$(geckodriver --version 2>/dev/null)" == "geckodriver $geckodriver"[!0-9.]* ]] ||
  run "geckodriver $geckodriver" "about 3 minutes" env CARGO_TARGET_DIR="$tools_target" cargo install geckodriver --version "$geckodriver" --locked
missing=()
command -v chromium >/dev/null && command -v chromedriver >/dev/null || missing+=(chromium chromium-driver)
command -v firefox-esr >/dev/null || missing+=(firefox-esr)
command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || missing+=(ffmpeg)
if [ ${#missing[@]} -gt 0 ]; then
  sudo=$(command -v sudo || true)
  run "the package lists" "a few seconds" $sudo apt-get update
  run "${missing[*]}" "a minute or two" env DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y "${missing[@]}"
fi
