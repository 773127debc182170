//! Reads every figure back from a rendered page and compares it with the data file: headline, map, board and meta tags.
//! It knows the page only as HTML and works the figures out for itself, so that a fault in a view model can't hide in both.

pub mod sheet;

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};

use crate::{
    campaign::{Campaign, District, Measure, Report},
    text::{Lang, format_decimal, format_integer, format_shortest, title},
};

/// What differs, a sentence each; empty: all figures agree. `shown`: the codes of the districts that the page shows on map and board; none: all.
pub fn page(html: &str, campaign: &Campaign, lang: Lang, district: Option<&str>, shown: Option<&[String]>) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut wrong = Vec::new();
    let latest = campaign.current_reports().next_back();
    let detailed = campaign.current_reports().rfind(|r| r.installs.is_some());
    if let Some(report) = latest {
        headline(&page, report, lang, &mut wrong);
        meta(&page, campaign, report, detailed, lang, district, &mut wrong);
    }
    if let Some(report) = detailed {
        // What is fair between places of different size, where every population is known.
        let rates = campaign.districts.iter().all(|known| known.known_population().is_some());
        let measure = if rates { Measure::Per100 } else { Measure::Installs };
        districts(&page, campaign, report, lang, measure, shown, &mut wrong);
    }
    wrong
}

/// The same for an embed, which speaks of one place and shows one measure.
pub fn embed(
    html: &str,
    campaign: &Campaign,
    lang: Lang,
    district: Option<&str>,
    measure: Measure,
    shown: Option<&[String]>,
) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut wrong = Vec::new();
    let latest = campaign.current_reports().next_back();
    let detailed = campaign.current_reports().rfind(|r| r.installs.is_some());
    if let Some(report) = latest {
        meta(&page, campaign, report, detailed, lang, district, &mut wrong);
        match (district, detailed) {
            (None, _) => headline(&page, report, lang, &mut wrong),
            (Some(code), Some(report)) => {
                let figure = report.installs.as_ref().and_then(|all| all.get(code)).map(|n| n.to_string()).unwrap_or_default();
                let shown = one(&page, "[data-part=headline] [data-figure=district]").and_then(|f| f.value().attr("data-value"));
                expect(&mut wrong, "headline", code, shown.unwrap_or_default(), &figure);
                let at = one(&page, "[data-part=headline] time").and_then(|t| t.value().attr("datetime")).unwrap_or_default();
                expect(&mut wrong, "headline", "as-of", at, &report.as_of.to_string());
            }
            (Some(_), None) => {}
        }
        let of = if district.is_some() { detailed.unwrap_or(report) } else { report };
        let source = title(lang, of.source.titled());
        if !one(&page, "[data-part=source]").map(words).unwrap_or_default().contains(source) {
            wrong.push(format!("source: «{source}» is expected"));
        }
    }
    if let Some(report) = detailed {
        districts(&page, campaign, report, lang, measure, shown, &mut wrong);
    }
    wrong
}

/// What a picture says of itself by name.
pub fn picture(bytes: &[u8], expected: &[(&str, String)]) -> Vec<String> {
    let read = png::Decoder::new(std::io::Cursor::new(bytes)).read_info();
    let Ok(read) = read else { return vec!["picture: not a PNG".into()] };
    let found: Vec<(String, String)> =
        read.info().utf8_text.iter().map(|chunk| (chunk.keyword.clone(), chunk.get_text().unwrap_or_default())).collect();
    let mut wrong = Vec::new();
    for (name, value) in expected {
        let found = found.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
        expect(&mut wrong, "picture", name, found, value);
    }
    wrong
}

/// The page of one report, by its path; the list of all; and their feed.
pub fn record(path: &str, page: &str, campaign: &Campaign, lang: Lang) -> Vec<String> {
    let mut wrong = Vec::new();
    if path.ends_with(".xml") {
        for total in campaign.reports.iter().map(|report| format_integer(lang, report.total)) {
            if !page.contains(&total) {
                wrong.push(format!("feed: {total} is expected"));
            }
        }
        return wrong;
    }
    let html = Html::parse_document(page);
    let value = |selector: &str| one(&html, selector).and_then(|e| e.value().attr("data-value")).unwrap_or_default().to_owned();
    let Some(report) = path.trim_end_matches("/index.html").rsplit('/').next().and_then(|id| campaign.report(id)) else {
        for (row, report) in campaign.reports.iter().rev().enumerate() {
            let found = value(&format!("#bao-cao tbody tr:nth-child({}) td.n", row + 1));
            expect(&mut wrong, "reports", &report.id, &found, &report.total.to_string());
        }
        return wrong;
    };
    expect(&mut wrong, "report", "total", &value("[data-figure=total]"), &report.total.to_string());
    let shown = one(&html, "[data-figure=total]").map(words).unwrap_or_default();
    expect(&mut wrong, "report", "total", &shown, &format_integer(lang, report.total));
    for (row, district) in campaign.districts.iter().enumerate().filter(|_| report.installs.is_some()) {
        let figure = report.installs.as_ref().and_then(|all| all.get(&district.code));
        let selector = format!("tbody tr:nth-child({}) td.n", row + 1);
        let shown = one(&html, &selector).map(words).unwrap_or_default();
        expect(&mut wrong, "report", &district.code, &value(&selector), &figure.map(u64::to_string).unwrap_or_default());
        expect(&mut wrong, "report", &district.code, &shown, &figure.map_or_else(|| "–".into(), |n| format_integer(lang, *n)));
    }
    let at = one(&html, "time").and_then(|t| t.value().attr("datetime")).unwrap_or_default();
    expect(&mut wrong, "report", "as-of", at, &report.as_of.to_string());
    wrong
}

/// Map and board. What grew since the report before is the view models' to work out; everything else is read from the report itself.
fn districts(
    page: &Html,
    campaign: &Campaign,
    report: &Report,
    lang: Lang,
    measure: Measure,
    shown: Option<&[String]>,
    wrong: &mut Vec<String>,
) {
    let (shapes, rows) = (by_district(page, "[data-part=map] [data-district]"), by_district(page, "[data-part=board] [data-district]"));
    let is_shown = |district: &&District| shown.is_none_or(|codes| codes.contains(&district.code));
    let expected: Vec<&District> = campaign.districts.iter().filter(is_shown).collect();
    if rows.len() != expected.len() {
        wrong.push(format!("board: {} districts instead of {}", rows.len(), expected.len()));
    }
    for known in expected {
        let figure = report.installs.as_ref().and_then(|all| all.get(&known.code)).copied();
        let shown = figure.map_or_else(|| "–".into(), |n| format_integer(lang, n));
        let people = known.known_population().map(|(people, _)| people);
        let rate = |lang| figure.zip(people).map(|(n, people)| format_decimal(lang, n as f64 * 100.0 / people as f64, 2));
        let on_map = match measure {
            Measure::Installs => Some((shown.clone(), figure.map(|n| n.to_string()).unwrap_or_default())),
            Measure::Per100 => Some((rate(lang).unwrap_or_else(|| "–".into()), rate(Lang::En).unwrap_or_default())),
            Measure::Change => None,
        };
        let row = rows.get(known.code.as_str()).copied();
        if let Some((bare, plain)) = on_map {
            if let Some(shape) = shapes.get(known.code.as_str()).and_then(|shape| one_in(*shape, ".figure")) {
                expect(wrong, "map", &known.code, &words(shape), &bare);
            }
            let value = row.and_then(|r| r.value().attr("data-value")).unwrap_or("no row");
            expect(wrong, "board data-value", &known.code, value, &plain);
        }
        let cells: Vec<String> = row.map(|r| r.child_elements().map(words).collect()).unwrap_or_default();
        for expected in std::iter::once(shown).chain(rate(lang)) {
            if !cells.contains(&expected) {
                wrong.push(format!("board, {}: {expected} is expected among {cells:?}", known.code));
            }
        }
    }
}

fn headline(page: &Html, report: &Report, lang: Lang, wrong: &mut Vec<String>) {
    let total = one(page, "[data-part=headline] [data-figure=total]");
    expect(wrong, "headline", "total", &total.map(words).unwrap_or_default(), &format_integer(lang, report.total));
    let value = total.and_then(|t| t.value().attr("data-value")).unwrap_or_default();
    expect(wrong, "headline", "data-value", value, &report.total.to_string());
    let at = one(page, "[data-part=headline] time").and_then(|t| t.value().attr("datetime")).unwrap_or_default();
    expect(wrong, "headline", "as-of", at, &report.as_of.to_string());
    if let Some(stated) = report.rate_percent {
        let stated = format!("{}%", format_shortest(lang, stated));
        let shown = one(page, "[data-part=headline] .rate").map(words).unwrap_or_default();
        if !shown.contains(&stated) {
            wrong.push(format!("headline: {stated} is expected in «{shown}»"));
        }
    }
}

/// The description must hold the figure of its own page, and every number in it must come from the data.
fn meta(
    page: &Html,
    campaign: &Campaign,
    latest: &Report,
    detailed: Option<&Report>,
    lang: Lang,
    district: Option<&str>,
    wrong: &mut Vec<String>,
) {
    // Where no report speaks of districts, their pages say the province's figure, and whose it is.
    let (figure, of) = match district.zip(detailed) {
        None => (Some(latest.total), latest),
        Some((code, detailed)) => (detailed.installs.as_ref().and_then(|installs| installs.get(code).copied()), detailed),
    };
    for tag in ["meta[name=description]", "meta[property=\"og:description\"]"] {
        let content = one(page, tag).and_then(|m| m.value().attr("content")).unwrap_or_default();
        let expected = figure.map(|n| format_integer(lang, n)).unwrap_or_default();
        let day = |r: &Report| crate::text::day(lang, r.as_of);
        if !content.contains(&expected) || !content.contains(&day(of)) {
            wrong.push(format!("{tag}, {}: {expected} with its day is expected in «{content}»", campaign.province.name));
        }
    }
}

/// Elements by the district that they are about.
fn by_district<'a>(page: &'a Html, selector: &str) -> BTreeMap<&'a str, ElementRef<'a>> {
    let Ok(selector) = Selector::parse(selector) else { return BTreeMap::new() };
    page.select(&selector).filter_map(|element| Some((element.value().attr("data-district")?, element))).collect()
}

fn one_in<'a>(element: ElementRef<'a>, selector: &str) -> Option<ElementRef<'a>> {
    element.select(&Selector::parse(selector).ok()?).next()
}

fn one<'a>(page: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    page.select(&Selector::parse(selector).ok()?).next()
}

fn words(element: ElementRef) -> String {
    element.text().collect::<String>().trim().to_string()
}

fn expect(wrong: &mut Vec<String>, place: &str, what: &str, found: &str, expected: &str) {
    if found != expected {
        wrong.push(format!("{place}, {what}: «{found}» instead of «{expected}»"));
    }
}
