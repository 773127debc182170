# The two commands of the README are `make run` and `make test`; each installs what it needs first (scripts/setup.sh).
# One target folder serves tool, tests and wasm, so that nothing is compiled twice.

TARGET := $(abspath $(or $(CARGO_TARGET_DIR),target))
TOOL := $(TARGET)/release/bluezone-map
PORT ?= 8080
export CARGO_TARGET_DIR := $(TARGET)
export BLUEZONE_MAP := $(TOOL)
# The browser's build compiles Rust's standard library for size, too: the prebuilt one carries the words of every possible panic, and
# 15 KB of the 100 KB that a cheap phone may be sent. The compiler allows that to no stable release but by RUSTC_BOOTSTRAP; the flags
# are pinned to it by Cargo.lock and the toolchain, and the site works without them as well (only larger). A panic stops the module at once,
# and the page stays as it is. Paths of this machine neither belong into what is published nor are worth their bytes.
SMALL := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
  --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src/= --remap-path-prefix=$(CURDIR)/="
export PATH := $(HOME)/.cargo/bin:$(CURDIR)/node_modules/.bin:$(PATH)

.PHONY: run dist test lint native browser tool setup setup-test schema fonts shots clean

run: dist
	@$(TOOL) serve dist --port $(PORT)

# The release site: wasm by Trunk, pages by the tool through Trunk's hook.
dist: setup tool
	@echo "» building the site into dist/ (about 2 minutes the first time)"
	@$(SMALL) TRUNK_SKIP_VERSION_CHECK=true trunk build --log warn

tool: setup
	@echo "» building the tool (about 4 minutes the first time)"
	@cargo build --release --locked --quiet

test: setup-test dist lint native browser

lint: setup-test
	@echo "» format and lints, native and wasm"
	@cargo fmt --check
	@cargo clippy --release --locked --quiet --all-targets -- -D warnings
	@$(SMALL) cargo clippy --locked --quiet --profile wasm-release --target wasm32-unknown-unknown --lib --bins -- -D warnings

# Everything that needs no browser; the size limits are asserted here, on the built site.
native: setup-test dist
	@echo "» native tests"
	@cargo test --release --locked --lib --bins --test layers --test parts --test site --test tool --test slides

browser: setup-test dist
	@echo "» browser tests, headless Chromium on the release site (about 8 minutes)"
	@cargo test --release --locked --test browser -- --test-threads 2
	@echo "» the embed in headless Firefox, on pages of another origin (about a minute)"
	@cargo test --release --locked --test firefox -- --test-threads 2
	@node scripts/engines.mjs $(TARGET)/engines
	@echo "» the screens on engines of 2020 and 2021"
	@cargo test --release --locked --test engines

setup:
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

# After a change of the data types.
schema: tool
	@$(TOOL) schema

# Cuts the typeface down to the characters the site uses (needs Python's fonttools and brotli).
fonts: setup
	@scripts/fonts.sh

# Pictures of every face for a look with one's own eyes, in test-artefacts/.
shots: setup-test dist
	@cargo test --release --locked --test browser looks

clean:
	rm -rf dist test-artefacts
	cargo clean
