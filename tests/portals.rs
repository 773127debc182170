//! Real portals and sanitisers around what the builder's page gives to paste: WordPress of Debian with an editor who may post no frame, and what
//! npm and PyPI have for cleaning HTML. In each, a reader finds figure, denominator and date in one line and the way to the full page. Needed are
//! the built site (`DIST`, else `dist/`), Chromium, and what `scripts/setup.sh portals` installs; where one is missing the tests fail and say so.
//! Pictures of all of it are left in `portals/pictures` of the target folder.
#![cfg(all(not(target_arch = "wasm32"), unix))]

#[path = "portals/cleaned.rs"]
mod cleaned;
#[path = "browser/harness.rs"]
#[allow(dead_code)]
mod harness;
#[path = "browser/reading.rs"]
#[allow(dead_code)]
mod reading;
#[path = "portals/said.rs"]
mod said;
#[path = "browser/server.rs"]
#[allow(dead_code)]
mod server;
#[path = "browser/site.rs"]
#[allow(dead_code)]
mod site;
#[path = "portals/snippets.rs"]
mod snippets;
#[path = "portals/wordpress.rs"]
mod wordpress;
#[path = "portals/wordpress_pages.rs"]
mod wordpress_pages;

use std::{env, fs, path::PathBuf};

/// The folder of this test within the target folder, where `scripts/setup.sh portals` installs too.
pub fn folder() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into());
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(target).join("portals")
}

/// A picture for human eyes.
pub fn keep(name: &str, png: &[u8]) {
    assert!(png.starts_with(b"\x89PNG"), "{name}");
    let pictures = folder().join("pictures");
    fs::create_dir_all(&pictures).expect("a folder for the pictures");
    fs::write(pictures.join(format!("{name}.png")), png).expect("a picture kept");
}
