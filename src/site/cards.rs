//! The picture that stands for a page where its address is shared, by Zalo, Facebook and their kin: one for each page of people's, in both
//! languages. What it says is written into the file as well, so that a figure can be read back from it.

use super::{
    embed::pictures::{path_of_map, small_print},
    painter::Painter,
};
use crate::{
    campaign::{Campaign, Report},
    map::{Map, zoom},
    text::{Lang, langs},
    view::{ALL_SHOWN, Selection, scene::Show, snippet::PICTURE, surroundings},
};

/// One card to be drawn.
pub struct Job {
    pub lang: Lang,
    /// The district's code; none: the whole province.
    pub district: Option<String>,
}

/// Where districts are many, only the province has cards: a picture for each of hundreds would take minutes, and embeds have one of each as it is.
pub fn jobs(campaign: &Campaign) -> Vec<Job> {
    let own = campaign.districts.iter().filter(|_| has_own(campaign)).map(|d| Some(d.code.clone()));
    let places = || std::iter::once(None).chain(own.clone());
    langs(campaign).into_iter().flat_map(|lang| places().map(move |district| Job { lang, district })).collect()
}

/// Whether districts have pictures and sheets of their own.
pub fn has_own(campaign: &Campaign) -> bool {
    campaign.districts.len() <= ALL_SHOWN
}

/// The picture of a page where its address is shared.
pub fn shared(campaign: &Campaign, lang: Lang, district: Option<&str>) -> String {
    match district.and_then(|code| campaign.district(code)).filter(|_| !has_own(campaign)) {
        Some(district) => path_of_map(lang, &district.slug),
        None => path(campaign, lang, district),
    }
}

/// Below the site's start, beside the page that it is of.
pub fn path(campaign: &Campaign, lang: Lang, district: Option<&str>) -> String {
    Selection { lang, district: district.map(Into::into), ..Selection::default() }.path(campaign, "") + "card.png"
}

/// The PNG of a card; or why it can't be drawn.
pub fn draw(campaign: &Campaign, map: &Map, painter: &Painter, job: &Job) -> Result<Vec<u8>, String> {
    let district = job.district.as_deref();
    let around = surroundings(campaign, map, district).map(|codes| zoom(map, &codes));
    let show = Show::new(campaign, around.as_ref().unwrap_or(map), job.lang, None);
    let of = report(campaign, district.is_some());
    let print = small_print(campaign, of, job.lang);
    let rows = print.len() as u32 + 1;
    let picture = show.draw_card(district, PICTURE.0, PICTURE.1, &print, rows);
    painter.pixels(&picture)?.small_png(&said(of, district)).map_err(|error| error.to_string())
}

/// The report that a picture is of: the latest, or the latest that speaks of districts where there is one.
pub fn report(campaign: &Campaign, of_districts: bool) -> Option<&Report> {
    let detailed = campaign.current_reports().rfind(|report| of_districts && report.installs.is_some());
    detailed.or_else(|| campaign.report_at(None))
}

/// The figure of a picture, its moment and its report, as they are written into the file.
pub fn said(report: Option<&Report>, district: Option<&str>) -> Vec<(&'static str, String)> {
    let Some(report) = report else { return Vec::new() };
    let figure = match district {
        None => Some(report.total),
        Some(code) => report.installs.as_ref().and_then(|installs| installs.get(code).copied()),
    };
    let figure = figure.map(|n| ("Figure", n.to_string()));
    figure.into_iter().chain([("As-of", report.as_of.to_string()), ("Report", report.id.clone())]).collect()
}
