//! What Trunk left in a folder: the modules by their hashed names, and the typeface.

use std::{fs, path::Path};

use super::files::{self, Failure};
use crate::site::{Assets, Module};

/// Everything in the folder that pages are made with.
pub fn assets(dist: &Path) -> Result<Assets, Failure> {
    let font = |part: &str| files::read(&dist.join(format!("fonts/be-vietnam-pro-{part}-700.woff2")));
    Ok(Assets {
        page: module(dist, "bluezone-map-")?,
        screen: module(dist, "bluezone-led-")?,
        embed: module(dist, "bluezone-embed-")?,
        chart: module(dist, "bluezone-chart-")?,
        bold_latin: font("latin")?,
        bold_vietnamese: font("vietnamese")?,
    })
}

/// The module whose files begin with that; none where Trunk built none.
pub fn module(dist: &Path, prefix: &str) -> Result<Option<Module>, Failure> {
    let entries = fs::read_dir(dist).map_err(|e| Failure::reading(dist, &e))?;
    let names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    let find = |ending: &str| names.iter().find(|n| n.starts_with(prefix) && n.ends_with(ending)).cloned();
    Ok(find(".js").zip(find("_bg.wasm")).map(|(loader, wasm)| Module { loader, wasm }))
}
