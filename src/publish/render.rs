//! `render`: writes every page of the site into a built `dist/`, checks the figures it wrote against the data, and leaves
//! compressed copies. It needs no compiler, so new figures are on line within seconds of a letter.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;

use super::{
    cli::{Common, Format, Outcome},
    compress,
    files::{self, Failure},
    qr, shell, style, verify,
};
use crate::{
    campaign::{Campaign, check::check, finding::Level},
    faces::Built,
    map::Map,
    text::{Lang, build::build, fill, whole},
    view::Selection,
};

#[derive(clap::Args)]
pub struct Args {
    /// The folder that Trunk built
    pub dist: PathBuf,
}

/// What came of it.
pub struct Rendered {
    pub pages: usize,
    pub compressed: usize,
    /// The front page in brotli: what a first visit costs before fonts and wasm.
    pub first_bytes: usize,
    /// Whether the folder holds the wasm that makes the pages live.
    pub live: bool,
}

/// Why nothing more was written.
pub enum Fault {
    File(Failure),
    Style(String),
    /// A page shows a figure that the data file does not hold.
    Figures(PathBuf, Vec<String>),
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::File(failure)
    }
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let lang = common.language();
    let words = build(lang);
    let complain = |message: String| complain!("{message}");
    let campaign = match files::data(&common.data) {
        Ok(Ok(file)) if check(&file.campaign).iter().all(|f| f.level != Level::Error) => file.campaign,
        Ok(_) => {
            complain(fill(words.data_errors, &[&common.data.display().to_string()]));
            return Outcome::Findings;
        }
        Err(failure) => {
            complain(failure.message(lang));
            return Outcome::Usage;
        }
    };
    let map: Map = match files::read(&common.map).map(|bytes| serde_json::from_slice(&bytes)) {
        Ok(Ok(map)) => map,
        Ok(Err(error)) => {
            complain(fill(words.map_unreadable, &[&common.map.display().to_string(), &error.to_string()]));
            return Outcome::Findings;
        }
        Err(failure) => {
            complain(failure.message(lang));
            return Outcome::Usage;
        }
    };
    match render(&campaign, &map, common, &args.dist) {
        Ok(done) => {
            if common.format == Format::Json {
                say!(
                    "{:#}",
                    json!({"pages": done.pages, "compressed": done.compressed, "first_bytes": done.first_bytes, "live": done.live})
                );
                return Outcome::Done;
            }
            let count = |n: usize| whole(lang, n as u64);
            let folder = args.dist.display().to_string();
            say!("{}", fill(words.rendered, &[&count(done.pages), &folder, &count(done.first_bytes), &count(done.compressed)]));
            if !done.live {
                say!("{}", words.no_app);
            }
            Outcome::Done
        }
        Err(Fault::File(failure)) => {
            complain(failure.message(lang));
            Outcome::Usage
        }
        Err(Fault::Style(reason)) => {
            complain(fill(words.style, &[&reason]));
            Outcome::Findings
        }
        Err(Fault::Figures(page, wrong)) => {
            complain(fill(words.figures_differ, &[&page.display().to_string(), &wrong.join("; ")]));
            Outcome::Findings
        }
    }
}

/// Renders all pages of a campaign into a folder.
fn render(campaign: &Campaign, map: &Map, common: &Common, dist: &Path) -> Result<Rendered, Fault> {
    let folder = |path: &Path| fs::create_dir_all(path).map_err(|e| Failure::writing(path, &e));
    folder(&dist.join("data"))?;
    let (origin, base) = place(campaign.base_url.as_deref());
    let site = shell::Site {
        css: style::page(&base).map_err(Fault::Style)?,
        app: app(dist).map_err(|e| Failure::reading(dist, &e))?,
        origin,
        qr: qr::svg(&campaign.links.install).unwrap_or_default(),
    };
    let mut pages = Vec::new();
    for lang in [Lang::Vi, Lang::En] {
        let districts = campaign.districts.iter().map(|d| Some(d.code.clone()));
        for district in std::iter::once(None).chain(districts) {
            let built =
                Built { base: base.clone(), origin: site.origin.clone(), lang, district, campaign: campaign.clone(), map: map.clone() };
            let selection = Selection { lang, district: built.district.clone(), ..Selection::default() };
            let file = dist.join(selection.path(campaign, "")).join("index.html");
            let html = shell::document(&site, &built);
            let wrong = verify::page(&html, campaign, lang, built.district.as_deref());
            if !wrong.is_empty() {
                return Err(Fault::Figures(file, wrong));
            }
            pages.push((file, html));
        }
    }
    // Nothing is written before every page is known to be right.
    let first_bytes = pages.first().and_then(|(_, html)| compress::brotli(html.as_bytes()).ok()).map_or(0, |bytes| bytes.len());
    for (file, html) in &pages {
        folder(file.parent().unwrap_or(dist))?;
        files::write(file, html)?;
    }
    // The live page reads these; whoever renders by hand must not have to think of copying them.
    for (from, name) in [(&common.data, "campaign.json"), (&common.map, "map.json")] {
        files::write(&dist.join("data").join(name), files::read(from)?)?;
    }
    let compressed = compress::folder(dist)?;
    Ok(Rendered { pages: pages.len(), compressed, first_bytes, live: site.app.is_some() })
}

/// Splits `https://host/path/` into its origin and the base path, which always ends in `/`.
fn place(base_url: Option<&str>) -> (Option<String>, String) {
    let Some(url) = base_url else { return (None, "/".into()) };
    let after = url.find("://").map_or(0, |i| i + 3);
    let (origin, path) = match url[after..].find('/') {
        Some(i) => url.split_at(after + i),
        None => (url, "/"),
    };
    let path = path.split(['?', '#']).next().unwrap_or("/");
    (Some(origin.to_string()), if path.ends_with('/') { path.to_string() } else { format!("{path}/") })
}

/// Trunk's hashed loader and module, by their names.
fn app(dist: &Path) -> std::io::Result<Option<(String, String)>> {
    let names: Vec<String> = fs::read_dir(dist)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    let find = |ending: &str| names.iter().find(|n| n.starts_with("bluezone-map-") && n.ends_with(ending)).cloned();
    Ok(find(".js").zip(find("_bg.wasm")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_url_gives_origin_and_path() {
        assert_eq!(place(None), (None, "/".into()));
        assert_eq!(place(Some("https://a.vn")), (Some("https://a.vn".into()), "/".into()));
        assert_eq!(place(Some("https://a.vn/bluezone")), (Some("https://a.vn".into()), "/bluezone/".into()));
        assert_eq!(place(Some("https://a.vn/x/?y")), (Some("https://a.vn".into()), "/x/".into()));
    }
}
