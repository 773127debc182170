#!/usr/bin/env bash
# Installs what is missing for building (`build`), for testing (`test`), the system's packages that the tests need (`packages`), or portals and
# sanitisers around the embeds (`portals`). Says what it does and about how long that takes on two cores; says nothing when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk=0.21.14
geckodriver=0.36.0
# The very versions of the crate and of Trunk.toml: Trunk would otherwise try to download others.
bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
binaryen=$(sed -n 's/^wasm_opt = "version_\(.*\)"$/\1/p' Trunk.toml)
quiet=$(mktemp)
trap 'rm -f "$quiet"' EXIT

run() { # what, how long, command...
  echo "» installing $1 ($2)"
  shift 2
  "$@" >"$quiet" 2>&1 || { cat "$quiet" >&2; echo "could not install it; the lines above say why" >&2; exit 1; }
}

# Prebuilt where the user has cargo-binstall, else compiled: without link-time optimisation and with little optimisation, because these tools
# run for seconds. One target folder for all of them, so that their common crates are compiled once; it is not the project's own.
tools_target="${CARGO_TARGET_DIR:-target}/tools"
tool() { # crate, version, how long, extra arguments...
  local crate=$1 version=$2 long=$3
  shift 3
  if command -v cargo-binstall >/dev/null && cargo binstall --no-confirm --version "$version" "$crate" >"$quiet" 2>&1; then
    return
  fi
  run "$crate $version" "$long" env CARGO_TARGET_DIR="$tools_target" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 cargo install "$crate" --version "$version" "$@"
}

build() {
  command -v cargo >/dev/null || { echo "Rust is needed first: see https://rustup.rs" >&2; exit 1; }
  command -v npm >/dev/null || { echo "Node.js with npm is needed first: see https://nodejs.org" >&2; exit 1; }
  # The pinned compiler with its parts comes by rust-toolchain.toml; a toolchain without rustup must have the target already.
  if ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    run "Rust's wasm target" "a few seconds" rustup target add wasm32-unknown-unknown
  fi
  [ "$(trunk --version 2>/dev/null)" = "trunk $trunk" ] || tool trunk "$trunk" "about 4 minutes" --locked
  # Not --locked: the lock file of its package names a crate version that the registry lacks.
  [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $bindgen" ] || tool wasm-bindgen-cli "$bindgen" "about 2 minutes"
  # Beside cargo's own tools, where a plain `trunk build` finds it too.
  [[ "$(wasm-opt --version 2>/dev/null)" == *"version $binaryen "* ]] ||
    run "wasm-opt (binaryen $binaryen)" "a few seconds" npm install --global --prefix "${CARGO_HOME:-$HOME/.cargo}" --no-audit --no-fund "binaryen@$binaryen.0.0"
  [ node_modules/.package-lock.json -nt package-lock.json ] || run "npm packages" "a few seconds" npm ci --no-audit --no-fund
  touch -c node_modules/.package-lock.json
}

packages() {
  local missing=()
  command -v chromium >/dev/null && command -v chromedriver >/dev/null || missing+=(chromium chromium-driver)
  command -v firefox-esr >/dev/null || missing+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || missing+=(xvfb)
  command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || missing+=(poppler-utils)
  command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || missing+=(ffmpeg)
  # By their paths: they lie where only an administrator's PATH leads. The two modules are packages of their own.
  [ -x /usr/sbin/nginx ] || missing+=(nginx-light)
  [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing+=(libnginx-mod-http-brotli-static)
  command -v caddy >/dev/null || missing+=(caddy)
  [ -x /usr/sbin/apache2 ] || missing+=(apache2)
  [ -x /usr/sbin/lighttpd ] || missing+=(lighttpd)
  [ -e /usr/lib/lighttpd/mod_deflate.so ] || missing+=(lighttpd-mod-deflate)
  [ ${#missing[@]} -eq 0 ] || system "${missing[*]}" "a minute or two" "${missing[@]}"
}

system() { # what, how long, arguments of apt-get install...
  local what=$1 long=$2
  shift 2
  command -v apt-get >/dev/null || { echo "The tests need these packages of the system: $what" >&2; exit 1; }
  local sudo
  sudo=$(command -v sudo || true)
  run "the package lists" "a few seconds" $sudo apt-get update
  # The tests start servers of their own: Debian's services must not take port 80 of this machine, now or at its next start. Debian's own
  # means: a policy that allows no service to start, taken away again unless there was one. One that is on already stays as it is.
  local policy=/usr/sbin/policy-rc.d had=yes own=()
  for service in nginx caddy apache2 lighttpd; do
    [ -e "/lib/systemd/system/$service.service" ] || own+=("$service")
  done
  if ! [ -e $policy ]; then
    had=no
    printf '#!/bin/sh\nexit 101\n' | $sudo tee $policy >/dev/null
    $sudo chmod +x $policy
    trap '$sudo rm -f '"$policy"'; rm -f "$quiet"' EXIT
  fi
  run "$what" "$long" $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y "$@"
  if [ $had = no ]; then
    $sudo rm -f $policy
    trap 'rm -f "$quiet"' EXIT
  fi
  if command -v systemctl >/dev/null && [ ${#own[@]} -gt 0 ]; then
    $sudo systemctl disable "${own[@]}" >/dev/null 2>&1 || true
  fi
}

portals() {
  local missing=() modules
  command -v php >/dev/null && modules=$(php -m) && [[ $modules == *mysqli* ]] || missing+=(php-cli php-mysql)
  # The server without its service: the tests start one of their own.
  [ -x /usr/sbin/mariadbd ] && command -v mariadb-install-db >/dev/null || missing+=(mariadb-server-core)
  [ -e /usr/share/wordpress/wp-load.php ] || missing+=(wordpress)
  [ -d /usr/share/wordpress/wp-content/themes/twentytwentyone ] || missing+=(wordpress-theme-twentytwentyone)
  if [[ " ${missing[*]} " == *" wordpress "* ]]; then
    # WordPress wants a PHP for web servers. Once this one is there, apt brings neither Apache's module nor a service.
    dpkg -s php >/dev/null 2>&1 || { system "PHP" "a few seconds" --no-install-recommends php-cgi && missing+=(php); }
  fi
  [ ${#missing[@]} -eq 0 ] || system "${missing[*]}" "half a minute" --no-install-recommends "${missing[@]}"
  local npm=tests/portals/npm
  [ $npm/node_modules/.package-lock.json -nt $npm/package-lock.json ] || run "sanitisers of npm" "a few seconds" npm ci --prefix $npm --no-audit --no-fund
  touch -c $npm/node_modules/.package-lock.json
  local python=${CARGO_TARGET_DIR:-target}/portals/python wanted=tests/portals/pypi/requirements.txt
  if ! cmp -s $wanted "$python/installed"; then
    python3 -c 'import ensurepip' 2>/dev/null || system "python3-venv" "a few seconds" python3-venv
    run "sanitisers of PyPI" "a few seconds" sh -c 'python3 -m venv --clear "$1" && "$1/bin/pip" install --requirement "$2"' - "$python" $wanted
    cp $wanted "$python/installed"
  fi
}

case "${1:-build}" in
  build) build ;;
  packages) packages ;;
  portals) portals ;;
  test)
    build
    # Debian has no package of it. Its answer has more lines than the first.
    [[ "$(geckodriver --version 2>/dev/null)" == "geckodriver $geckodriver"[!0-9.]* ]] || tool geckodriver "$geckodriver" "about 2 minutes" --locked
    ;;
esac
