//! `render`: writes every page of the site into a built `dist/`, checks the figures it wrote against the data, and leaves
//! compressed copies. It needs no compiler, so new figures are on line within seconds of a letter.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;

use super::{
    common::{Common, Format, Outcome},
    compress,
    files::{self, Failure},
    load,
};
use crate::{
    campaign::Campaign,
    faces::PageData,
    map::Map,
    site::{compress::brotli, embed, headers, led, page, qr, style, verify},
    text::{Lang, build::build, fill, format_integer},
    view::{Selection, qr::ErrorCorrection},
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
pub enum RenderError {
    File(Failure),
    Style(String),
    /// A picture could not be drawn: which, and why.
    Picture(String, String),
    /// A page shows a figure that the data file does not hold.
    Figures(PathBuf, Vec<String>),
}

impl From<Failure> for RenderError {
    fn from(failure: Failure) -> Self {
        Self::File(failure)
    }
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let lang = common.language();
    let words = build(lang);
    let complain = |message: String| print_error!("{message}");
    let (campaign, map) = match load::both(common) {
        Ok(both) => both,
        Err(outcome) => return outcome,
    };
    match render(&campaign, &map, common, &args.dist) {
        Ok(done) => {
            if common.format == Format::Json {
                print_line!(
                    "{:#}",
                    json!({"pages": done.pages, "compressed": done.compressed, "first_bytes": done.first_bytes, "live": done.live})
                );
                return Outcome::Done;
            }
            let count = |n: usize| format_integer(lang, n as u64);
            let folder = args.dist.display().to_string();
            print_line!("{}", fill(words.rendered, &[&count(done.pages), &folder, &count(done.first_bytes), &count(done.compressed)]));
            if !done.live {
                print_line!("{}", words.no_app);
            }
            Outcome::Done
        }
        Err(RenderError::File(failure)) => {
            complain(failure.message(lang));
            Outcome::Usage
        }
        Err(RenderError::Style(reason)) => {
            complain(fill(words.style, &[&reason]));
            Outcome::Findings
        }
        Err(RenderError::Picture(picture, reason)) => {
            complain(fill(words.picture, &[&picture, &reason]));
            Outcome::Findings
        }
        Err(RenderError::Figures(page, wrong)) => {
            complain(fill(words.figures_differ, &[&page.display().to_string(), &wrong.join("; ")]));
            Outcome::Findings
        }
    }
}

/// Renders all pages of a campaign into a folder.
fn render(campaign: &Campaign, map: &Map, common: &Common, dist: &Path) -> Result<Rendered, RenderError> {
    let folder = |path: &Path| fs::create_dir_all(path).map_err(|e| Failure::writing(path, &e));
    folder(&dist.join("data"))?;
    let (origin, base) = place(campaign.base_url.as_deref());
    let site = page::Site {
        css: style::page(&base).map_err(RenderError::Style)?,
        app: load::app(dist, "bluezone-map-")?,
        chart: load::app(dist, "bluezone-chart-")?,
        origin,
        qr: qr::svg(&campaign.links.install, ErrorCorrection::Print).unwrap_or_default(),
    };
    let mut pages = Vec::new();
    for lang in [Lang::Vi, Lang::En] {
        let districts = campaign.districts.iter().map(|d| Some(d.code.clone()));
        for district in std::iter::once(None).chain(districts) {
            let built =
                PageData { base: base.clone(), origin: site.origin.clone(), lang, district, campaign: campaign.clone(), map: map.clone() };
            let selection = Selection { lang, district: built.district.clone(), ..Selection::default() };
            let file = dist.join(selection.path(campaign, "")).join("index.html");
            let html = page::document(&site, &built);
            let wrong = verify::page(&html, campaign, lang, built.district.as_deref());
            if !wrong.is_empty() {
                return Err(RenderError::Figures(file, wrong));
            }
            pages.push((file, html));
        }
    }
    pages.extend(screens(campaign, map, &base, dist)?);
    let data = files::read(&common.data)?;
    let embeds = embed::Embeds::new(campaign, map, &base, &site, load::app(dist, "bluezone-embed-")?, &String::from_utf8_lossy(&data))
        .map_err(RenderError::Style)?;
    pages.extend(framed(&embeds, dist)?);
    pages.push((dist.join("_headers"), headers::file(&base)));
    let pictures = embed::pictures::all(campaign, map).map_err(|(picture, reason)| RenderError::Picture(picture, reason))?;
    // Nothing is written before every page is known to be right.
    let first_bytes = pages.first().and_then(|(_, html)| brotli(html.as_bytes()).ok()).map_or(0, |bytes| bytes.len());
    for (file, html) in &pages {
        folder(file.parent().unwrap_or(dist))?;
        files::write(file, html)?;
    }
    for (path, png) in &pictures {
        let file = dist.join(path);
        folder(file.parent().unwrap_or(dist))?;
        files::write(&file, png)?;
    }
    // The live page reads these; whoever renders by hand must not have to think of copying them.
    files::write(&dist.join("data/campaign.json"), data)?;
    files::write(&dist.join("data/map.json"), files::read(&common.map)?)?;
    let compressed = compress::folder(dist)?;
    Ok(Rendered { pages: pages.len(), compressed, first_bytes, live: site.app.is_some() })
}

/// The embeds, each with its description for portals, and the script for the pages around them.
fn framed(embeds: &embed::Embeds, dist: &Path) -> Result<Vec<(PathBuf, String)>, RenderError> {
    let mut out: Vec<_> = embed::scripts().into_iter().map(|(path, script)| (dist.join(path), script)).collect();
    for one in embeds.all() {
        let folder = dist.join(one.path(embeds.campaign));
        let (file, html) = (folder.join("index.html"), embeds.document(&one));
        let wrong = verify::embed(&html, embeds.campaign, one.lang, one.district.as_deref(), one.measure);
        if !wrong.is_empty() {
            return Err(RenderError::Figures(file, wrong));
        }
        out.push((folder.join("oembed.json"), embed::oembed::json(embeds, &one)));
        out.push((file, html));
    }
    for lang in [Lang::Vi, Lang::En] {
        out.push((
            dist.join(embed::builder::path(lang)).join("index.html"),
            embed::builder::document(embeds, lang).map_err(RenderError::Style)?,
        ));
    }
    Ok(out)
}

/// The pages of the public screens, and what lies beside them.
fn screens(campaign: &Campaign, map: &Map, base: &str, dist: &Path) -> Result<Vec<(PathBuf, String)>, RenderError> {
    let app = load::app(dist, "bluezone-led-")?.map_or(led::App::None, |(loader, module)| led::App::Files(loader, module));
    let (release, fonts) = (led::release(&app), fonts(dist)?);
    let mut out: Vec<_> = led::sidecar_files(&release).into_iter().map(|(name, text)| (dist.join(name), text)).collect();
    for (lang, path) in [(Lang::Vi, "led"), (Lang::En, "led/en")] {
        let page = led::ScreenPage { campaign, map, base, lang, app: &app, fonts: &fonts, release: &release };
        out.push((dist.join(path).join("index.html"), page.document().map_err(RenderError::Style)?));
        out.push((dist.join(path).join("setup/index.html"), led::setup::document(&page).map_err(RenderError::Style)?));
    }
    Ok(out)
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

/// The typeface of the screens as style rules.
pub fn fonts(dist: &Path) -> Result<String, Failure> {
    let read = |file: &str| files::read(&dist.join(format!("fonts/be-vietnam-pro-{file}-700.woff2")));
    Ok(led::fonts(&read("latin")?, &read("vietnamese")?))
}
