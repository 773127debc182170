# The two commands of the README are `make run` and `make test`; each installs what it needs first (scripts/setup.sh).
# One target folder serves tool, tests and wasm, so that nothing is compiled twice.

TARGET := $(abspath $(or $(CARGO_TARGET_DIR),target))
TOOL := $(TARGET)/release/bluezone-map
PORT ?= 8080
export CARGO_TARGET_DIR := $(TARGET)
# The browser tests call the tool that built the site.
export BLUEZONE_MAP := $(TOOL)
# Trunk would ask its home for a newer version at every build.
export TRUNK_SKIP_VERSION_CHECK := true
export PATH := $(HOME)/.cargo/bin:$(PATH)

.PHONY: run dist test-site test lint native test-hosts test-portals browser engines release deploy tool setup setup-test packages schema fonts shots scale bench mutants clean

run: dist
	@$(TOOL) serve dist --port $(PORT)

# The release site: modules by Trunk, pages by the tool through Trunk's hook.
dist: setup tool
	@echo "» building the site into dist/ (about 4 minutes the first time)"
	@trunk build --release --log warn

# The tests have figures of their own (tests/fixtures/data), and where public/data holds others, a site of their own.
FIXTURES := tests/fixtures/data
SAME := $(shell cmp -s public/data/campaign.json $(FIXTURES)/campaign.json && cmp -s public/data/map.json $(FIXTURES)/map.json && echo same)
test-site native test-hosts test-portals browser engines: export DIST := $(if $(SAME),$(abspath dist),$(TARGET)/test-site)
test-site: dist
	@test -n "$(SAME)" || { echo "» the tests' own site (less than a minute)"; scripts/test-site.sh dist $(TOOL) $(DIST); }

tool: setup
	@echo "» building the tool (about 4 minutes the first time)"
	@cargo build --release --locked --quiet

test: packages setup-test test-site lint native test-hosts browser engines

lint: setup-test
	@echo "» format and lints, native and wasm"
	@cargo fmt --check
	@cargo clippy --release --locked --quiet --all-targets -- -D warnings
	@cargo clippy --locked --quiet --profile wasm-release --target wasm32-unknown-unknown --lib --bins -- -D warnings

# Everything that needs no browser; the size limits are asserted here, on the built site.
native: packages setup-test test-site
	@echo "» native tests"
	@cargo test --release --locked --lib --bins --test layers --test parts --test site --test tool --test ledger --test slides --test folder --test publish --test new

# Four web servers with the files that the site brings for them.
test-hosts: packages setup-test test-site
	@echo "» nginx, Caddy, Apache and lighttpd with the shipped files (less than a minute)"
	@cargo test --release --locked --test hosts

# WordPress and sanitisers around the builder's snippets. No part of `test`: it installs much that nothing else needs.
test-portals: packages test-site
	@scripts/setup.sh portals
	@echo "» WordPress and sanitisers around the snippets (about a minute)"
	@cargo test --release --locked --test portals

browser: packages setup-test test-site
	@echo "» browser tests, headless Chromium on the release site (about 8 minutes)"
	@cargo test --release --locked --test browser -- --test-threads 2
	@echo "» page and embed in headless Firefox, the embed on pages of another origin (about a minute)"
	@cargo test --release --locked --test firefox -- --test-threads 2
	@echo "» the page in WebKit, headless (less than a minute)"
	@cargo test --release --locked --test webkit -- --test-threads 2

engines: packages setup-test test-site
	@node scripts/engines.mjs $(TARGET)/engines
	@echo "» the screens on engines of 2020 and 2021"
	@cargo test --release --locked --test engines

# What another province needs, without a compiler: bluezone-map-<version>-<target>.tar.gz.
release: dist
	@scripts/release.sh dist $(TOOL)

# Uploads dist/ to where deploy.conf says (docs/hosting.md); DRY_RUN=1 only says what it would do.
deploy:
	@scripts/deploy.sh

setup:
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

# What the tests need of the system (Chromium, Firefox, WebKit, ffmpeg, poppler, web servers), by apt-get.
packages:
	@scripts/setup.sh packages

# After a change of the data types.
schema: tool
	@$(TOOL) schema

# Cuts the typeface down to the characters the site uses (needs Python's fonttools and brotli).
fonts: setup
	@scripts/fonts.sh

# Pictures of every face for a look with one's own eyes, in test-artefacts/.
shots: packages setup-test dist
	@cargo test --release --locked --test browser looks

# How time and memory grow with the number of districts: 8, 63 and 692 of them.
scale: dist
	@scripts/scale.py

# How long letters and the data file take, the large ones as well.
bench:
	@cargo bench --locked --bench letters

# How many deliberate faults in the domain the tests notice (.cargo/mutants.toml). An hour or so.
mutants:
	@command -v cargo-mutants >/dev/null || cargo install cargo-mutants --locked
	@cargo mutants

clean:
	rm -rf dist test-artefacts
	cargo clean
