//! Makes all files of the site, spread over the processor's cores, and reads every figure back from each page before it counts as made.

use rayon::prelude::*;

use super::{
    Assets, Files, Options, bulletin,
    csp::{self, Policies},
    dataset, embed, entrance,
    figures::Figures,
    headers, history, led,
    location::Location,
    missing,
    named::named,
    outlets::{self, Outlets},
    page, pages,
    painter::{Painter, Theme},
    paths, press, print, qr, style, undrawn, verify, words,
    zoom::{self, Zoom},
};
use crate::{
    campaign::Campaign,
    map::Map,
    text::{Lang, langs},
    view::{Selection, embed::Embed, labels, qr::ErrorCorrection, surroundings},
};

/// Why no site was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteError {
    /// A style sheet can't be read: why.
    Style(String),
    /// Data or map can't be written as JSON: why.
    Data(String),
    /// A picture could not be drawn: which, and why.
    Picture { path: String, reason: String },
    /// A page shows figures that the data does not hold: which, and what differs, a sentence each.
    Figures { path: String, differences: Vec<String> },
}

/// One unit of work; each makes the files of one address.
enum Job {
    Page { lang: Lang, district: Option<String> },
    Embed(Embed),
    Builder(Lang),
    Screen(Lang),
    ScreenSetup(Lang),
    Outlet(outlets::Job),
}

/// A path below the site's start and its bytes.
pub(super) type Made = (String, Vec<u8>);

/// What all jobs share.
struct Workshop<'a> {
    campaign: &'a Campaign,
    map: &'a Map,
    figures: &'a Figures<'a>,
    site: page::Site,
    location: &'a Location,
    embeds: embed::Embeds<'a>,
    outlets: Outlets<'a>,
    screen: led::App,
    screen_fonts: String,
    release: String,
}

/// Keeps copies for a visit without a network.
const WORKER: &str = include_str!("../../public/sw.js");
/// Removes them, and itself.
pub const NO_WORKER: &str = include_str!("../../public/sw-off.js");

/// The whole site. Nothing is left out and nothing is wrong in what it answers: a picture that can't be drawn or a figure that differs from the
/// data is an error.
pub fn files(campaign: &Campaign, map: &Map, assets: &Assets, options: &Options) -> Result<Files, SiteError> {
    let json = |error: serde_json::Error| SiteError::Data(error.to_string());
    let (campaign, changes) = (&named(&campaign.published()), &campaign.changes);
    let map = &labels::fitted(campaign, &undrawn::told(campaign, map));
    let data = serde_json::to_string_pretty(campaign).map_err(json)? + "\n";
    let location = Location::new(campaign.base_url.as_deref(), &options.base_path);
    let drawn = serde_json::to_string(map).map_err(json)?;
    let compact = serde_json::to_string(campaign).map_err(json)?.len();
    let figures = Figures::new(campaign, map, compact + drawn.len(), &data, &location);
    let painter = Painter::new(Theme::Light);
    let outlets = Outlets::new(campaign, changes, map, &location, &painter).map_err(SiteError::Style)?;
    let workshop = Workshop::new(campaign, map, &figures, &location, assets, &data, outlets)?;
    let jobs = workshop.jobs(options);
    let made: Vec<Vec<Made>> = jobs.par_iter().map(|job| workshop.make(job)).collect::<Result<_, _>>()?;
    let mut files = Files::default();
    files.extend(made.into_iter().flatten());
    // The live pages read both; whoever publishes must not have to think of copying them.
    files.insert("data/campaign.json", data);
    files.insert("data/map.json", drawn);
    let sheet = &workshop.site.sheet;
    files.insert(&sheet.name, sheet.css.as_str());
    files.insert("sw.js", if options.offline { WORKER } else { NO_WORKER });
    files.insert("404.html", missing::document(&workshop.location.base, campaign).map_err(SiteError::Style)?);
    files.insert(bulletin::SCRIPT.0, bulletin::SCRIPT.1);
    // Last, because it states how large its files are.
    for lang in langs(campaign) {
        let html = print::page::document(campaign, &location, &files, lang).map_err(SiteError::Style)?;
        files.extend([index(print::folder(lang), html)]);
    }
    for (path, text) in embed::scripts().into_iter().chain(led::sidecar_files(&workshop.release)) {
        files.insert(path, text);
    }
    files.extend([press::script(), history::script(), pages::script()].into_iter().chain(workshop.site.zoom.script()));
    for (path, text) in langs(campaign).into_iter().map(|lang| words::file(campaign, lang)) {
        files.insert(&path, text);
    }
    for (path, html) in entrance::pages(campaign, &location.base) {
        files.insert(&path, html);
    }
    for (path, text) in dataset::for_crawlers(&files, &location) {
        files.insert(path, text);
    }
    Ok(with_headers(files, &workshop.location.base))
}

/// The files for hosts; and the policy in every page.
fn with_headers(mut files: Files, base: &str) -> Files {
    let mut policies = Policies::default();
    let mut pages = Vec::new();
    for (path, file) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let Some(kind) = headers::kind(&format!("/{path}")) else { continue };
        let html = String::from_utf8_lossy(&file.bytes);
        policies.add(kind, &html);
        pages.push((path.to_owned(), csp::with_meta(&html, kind).into_bytes()));
    }
    files.extend(pages);
    for (path, text) in headers::files(base, &policies) {
        files.insert(path, text);
    }
    files
}

impl<'a> Workshop<'a> {
    fn new(
        campaign: &'a Campaign,
        map: &'a Map,
        figures: &'a Figures,
        location: &'a Location,
        assets: &Assets,
        data: &str,
        outlets: Outlets<'a>,
    ) -> Result<Self, SiteError> {
        let zoom = Zoom::new(campaign, map);
        let rules = [history::rules(campaign), pages::rules(campaign), zoom.rules(), zoom::borders(map)].concat();
        let site = page::Site {
            css: style::page(&location.base, &rules).map_err(SiteError::Style)?,
            sheet: style::beside(campaign).map_err(SiteError::Style)?,
            app: assets.page.clone(),
            chart: assets.chart.clone(),
            origin: location.origin.clone(),
            qr: qr::svg(&campaign.links.install, ErrorCorrection::Print).unwrap_or_default(),
            zoom,
        };
        let embeds = embed::Embeds::new(campaign, figures, location, assets, data).map_err(SiteError::Style)?;
        let screen = assets.screen.clone().map_or(led::App::None, led::App::Files);
        let release = led::release(&screen);
        let screen_fonts = led::fonts(&assets.bold_latin, &assets.bold_vietnamese);
        Ok(Self { campaign, map, figures, site, location, embeds, outlets, screen, screen_fonts, release })
    }

    fn jobs(&self, options: &Options) -> Vec<Job> {
        // The slowest first, so that no core waits for another's last one.
        let mut jobs = Vec::new();
        for lang in langs(self.campaign) {
            jobs.extend([Job::Screen(lang), Job::ScreenSetup(lang), Job::Builder(lang)]);
        }
        jobs.extend(self.outlets.jobs(options).into_iter().map(Job::Outlet));
        for lang in langs(self.campaign) {
            let districts = self.campaign.districts.iter().map(|d| Some(d.code.clone()));
            jobs.extend(std::iter::once(None).chain(districts).map(|district| Job::Page { lang, district }));
        }
        jobs.extend(self.embeds.all().into_iter().map(Job::Embed));
        jobs
    }

    fn make(&self, job: &Job) -> Result<Vec<Made>, SiteError> {
        match job {
            Job::Page { lang, district } => self.page(*lang, district.as_deref()),
            Job::Embed(one) => self.embed(one),
            Job::Outlet(one) => self.outlets.make(one),
            Job::Builder(lang) => {
                let html = embed::builder::document(&self.embeds, *lang).map_err(SiteError::Style)?;
                Ok(vec![index(paths::builder(*lang), html)])
            }
            Job::Screen(lang) => Ok(vec![index(paths::screen(*lang), self.screen_page(*lang).document().map_err(SiteError::Style)?)]),
            Job::ScreenSetup(lang) => {
                let html = led::setup::document(&self.screen_page(*lang)).map_err(SiteError::Style)?;
                Ok(vec![index(&format!("{}setup/", paths::screen(*lang)), html)])
            }
        }
    }

    fn page(&self, lang: Lang, district: Option<&str>) -> Result<Vec<Made>, SiteError> {
        let selection = Selection::opening(self.campaign, lang, district);
        let (path, html) =
            (selection.path(self.campaign, ""), page::document(&self.site, &self.figures.page_data(lang, district), &self.figures.data));
        require_equal(&path, verify::page(&html, self.campaign, lang, district, self.shown(district).as_deref()))?;
        Ok(vec![index(&path, html)])
    }

    fn embed(&self, one: &Embed) -> Result<Vec<Made>, SiteError> {
        let path = one.path(self.campaign);
        let mut made = vec![(format!("{path}oembed.json"), embed::oembed::json(&self.embeds, one).into_bytes())];
        for (path, whole) in [(path, false), (one.whole_path(self.campaign), true)] {
            let html = self.embeds.document(one, whole);
            let district = one.district.as_deref();
            let shown = self.shown(district);
            require_equal(&path, verify::embed(&html, self.campaign, one.lang, district, one.measure, shown.as_deref()))?;
            made.push(index(&path, html));
        }
        Ok(made)
    }

    /// The districts that a page about this one shows, where that is not all.
    fn shown(&self, district: Option<&str>) -> Option<Vec<String>> {
        surroundings(self.campaign, self.map, district)
    }

    fn screen_page(&self, lang: Lang) -> led::ScreenPage<'_> {
        led::ScreenPage {
            campaign: self.campaign,
            map: self.map,
            figures: self.figures,
            base: &self.location.base,
            lang,
            app: &self.screen,
            fonts: &self.screen_fonts,
            release: &self.release,
        }
    }
}

/// A page by the path of its folder, which is empty or ends in `/`.
fn index(path: &str, html: String) -> Made {
    (format!("{path}index.html"), html.into_bytes())
}

pub(super) fn require_equal(path: &str, differences: Vec<String>) -> Result<(), SiteError> {
    if differences.is_empty() { Ok(()) } else { Err(SiteError::Figures { path: path.into(), differences }) }
}
