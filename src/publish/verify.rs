//! Reads every figure back from a rendered page and compares it with the data file: headline, map, board and meta tags.
//! It knows the page only as HTML and works the figures out for itself, so that a fault in a view model can't hide in both.

use scraper::{ElementRef, Html, Selector};

use crate::{
    campaign::{Campaign, Report},
    text::{Lang, decimal, whole},
};

/// What differs, a sentence each; empty: all figures agree.
pub fn page(html: &str, campaign: &Campaign, lang: Lang, district: Option<&str>) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut wrong = Vec::new();
    let latest = campaign.current_reports().next_back();
    let detailed = campaign.current_reports().rfind(|r| r.installs.is_some());
    if let Some(report) = latest {
        headline(&page, report, lang, &mut wrong);
        meta(&page, campaign, report, detailed, lang, district, &mut wrong);
    }
    if let Some(report) = detailed {
        for known in &campaign.districts {
            let figure = report.installs.as_ref().and_then(|all| all.get(&known.code)).copied();
            let shown = figure.map_or_else(|| "–".into(), |n| whole(lang, n));
            if let Some(shape) = one(&page, &format!("[data-part=map] [data-district=\"{}\"] .figure", known.code)) {
                expect(&mut wrong, "map", &known.code, &words(shape), &shown);
            }
            let row = one(&page, &format!("[data-part=board] [data-district=\"{}\"]", known.code));
            let value = row.and_then(|r| r.value().attr("data-value")).unwrap_or("no row");
            expect(&mut wrong, "board data-value", &known.code, value, &figure.map(|n| n.to_string()).unwrap_or_default());
            let cells: Vec<String> = row.map(|r| r.child_elements().map(words).collect()).unwrap_or_default();
            if !cells.contains(&shown) {
                wrong.push(format!("board, {}: {shown} is expected among {cells:?}", known.code));
            }
            if let (Some(n), Some((people, _))) = (figure, known.known_population()) {
                let rate = decimal(lang, n as f64 * 100.0 / people as f64, 2);
                if !cells.contains(&rate) {
                    wrong.push(format!("board, {}: {rate} is expected among {cells:?}", known.code));
                }
            }
        }
    }
    wrong
}

fn headline(page: &Html, report: &Report, lang: Lang, wrong: &mut Vec<String>) {
    let total = one(page, "[data-part=headline] [data-figure=total]");
    expect(wrong, "headline", "total", &total.map(words).unwrap_or_default(), &whole(lang, report.total));
    let value = total.and_then(|t| t.value().attr("data-value")).unwrap_or_default();
    expect(wrong, "headline", "data-value", value, &report.total.to_string());
    let at = one(page, "[data-part=headline] time").and_then(|t| t.value().attr("datetime")).unwrap_or_default();
    expect(wrong, "headline", "as-of", at, &report.as_of.to_string());
    if let Some(stated) = report.rate_percent {
        let stated = format!("{}%", decimal(lang, stated, 2));
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
    let figure = match district {
        None => Some(latest.total),
        Some(code) => detailed.and_then(|r| r.installs.as_ref()?.get(code).copied()),
    };
    for tag in ["meta[name=description]", "meta[property=\"og:description\"]"] {
        let content = one(page, tag).and_then(|m| m.value().attr("content")).unwrap_or_default();
        let expected = figure.map(|n| whole(lang, n)).unwrap_or_default();
        let day = |r: &Report| crate::text::day(lang, r.as_of);
        let of = if district.is_some() { detailed } else { Some(latest) };
        if !content.contains(&expected) || !of.is_some_and(|r| content.contains(&day(r))) {
            wrong.push(format!("{tag}, {}: {expected} with its day is expected in «{content}»", campaign.province.name));
        }
    }
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
