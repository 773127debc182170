//! What the press takes along: the figures of the latest report as a table, all reports as one long table, the sources, and sentences to quote.
//! Numbers stay numbers; how a file writes them is the file's affair. Native: the browser has no use for it.

use std::cmp::Ordering;

use crate::{
    campaign::{Campaign, Measure, Report, arithmetic::growth_percent},
    text::{
        Text, fill, format_decimal, format_integer, moment,
        press::{Press, press},
        title,
    },
};

use super::{Selection, Share, format_figure, headline, record::Record, share};

/// One place in the latest report that names districts; the province last.
#[derive(Clone, Debug, PartialEq)]
pub struct PressRow {
    pub code: String,
    pub name: String,
    pub installs: Option<u64>,
    pub share: Option<f64>,
    pub per_100: Option<f64>,
    pub population: Option<u64>,
    pub population_source: String,
    pub rank: Option<usize>,
    pub change: Option<i64>,
    pub as_of: String,
    pub source: String,
    pub report: String,
}

/// One place in one report, whatever became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LongRow {
    pub report: String,
    pub as_of: String,
    pub state: String,
    pub code: String,
    pub name: String,
    pub installs: Option<u64>,
    pub source: String,
    pub corrects: String,
    pub why: String,
}

/// A sentence and whose it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    pub slug: String,
    pub place: String,
    pub sentence: String,
}

/// Where something comes from: what, who, number, moment, address.
pub type SourceRow = [String; 5];

pub fn rows(campaign: &Campaign, text: &Text) -> Vec<PressRow> {
    let words = press(text.lang, campaign);
    let Some(latest) = campaign.report_at(None) else { return Vec::new() };
    let of = |report: &Report| (report.as_of.to_string(), headline::source(text.lang, report), report.id.clone());
    let mut rows = Vec::new();
    if let Some(all) = campaign.standings(None, Measure::Installs) {
        let (as_of, source, report) = of(all.report);
        let in_order = campaign.districts.iter().filter_map(|district| all.row(&district.code));
        rows.extend(in_order.map(|row| PressRow {
            code: row.district.code.clone(),
            name: text.full_name(row.district),
            installs: row.installs,
            share: row.share,
            per_100: row.per_100,
            population: row.district.population.filter(|_| row.population_source.is_some()),
            population_source: row.population_source.map(|source| title(text.lang, source).to_owned()).unwrap_or_default(),
            rank: row.rank,
            change: row.change,
            as_of: as_of.clone(),
            source: source.clone(),
            report: report.clone(),
        }));
    }
    let (as_of, source, report) = of(latest);
    let before = campaign.report_before(latest);
    rows.push(PressRow {
        code: campaign.province.code.clone(),
        name: words.whole.into(),
        installs: Some(latest.total),
        share: None,
        per_100: campaign.computed_rate(latest),
        population: campaign.known_population().map(|(people, _)| people),
        population_source: campaign.known_population().map(|(_, source)| title(text.lang, source).to_owned()).unwrap_or_default(),
        rank: None,
        change: before.and_then(|before| i64::try_from(latest.total).ok()?.checked_sub(i64::try_from(before.total).ok()?)),
        as_of,
        source,
        report,
    });
    rows
}

pub fn long_rows(campaign: &Campaign, text: &Text) -> Vec<LongRow> {
    let words = press(text.lang, campaign);
    let mut rows = Vec::new();
    for record in Record::all(campaign, text).into_iter().rev() {
        let Some(report) = campaign.report(&record.id) else { continue };
        let row = |code: &str, name: String, installs| LongRow {
            report: record.id.clone(),
            as_of: record.as_of_iso.clone(),
            state: record.state.clone(),
            code: code.into(),
            name,
            installs,
            source: headline::source(text.lang, report),
            corrects: report.corrects.clone().unwrap_or_default(),
            why: report.withdrawn.as_ref().and_then(|w| w.why.clone()).or_else(|| report.note.clone()).unwrap_or_default(),
        };
        for district in campaign.districts.iter().filter(|_| report.installs.is_some()) {
            let installs = report.installs.as_ref().and_then(|all| all.get(&district.code)).copied();
            rows.push(row(&district.code, text.full_name(district), installs));
        }
        rows.push(row(&campaign.province.code, words.whole.into(), Some(report.total)));
    }
    rows
}

pub fn sources(campaign: &Campaign, boundaries: &str, text: &Text) -> Vec<SourceRow> {
    let words = press(text.lang, campaign);
    let mut rows: Vec<SourceRow> = Vec::new();
    for record in Record::all(campaign, text) {
        let Some(report) = campaign.report(&record.id) else { continue };
        let source = title(text.lang, report.source.titled()).to_owned();
        let [number, url] = [&report.source.number, &report.source.url].map(|text| text.clone().unwrap_or_default());
        rows.push([record.title, source, number, record.as_of_iso, url]);
    }
    let mut known = |name: &str, source: String| {
        rows.push([fill(words.population_of, &[name]), source, String::new(), String::new(), String::new()]);
    };
    if let Some((_, source)) = campaign.known_population() {
        known(&campaign.province.name, title(text.lang, source).to_owned());
    }
    for district in &campaign.districts {
        if let Some(source) = campaign.population_source_of(district) {
            known(&text.full_name(district), title(text.lang, source).to_owned());
        }
    }
    rows.push([words.boundaries.into(), boundaries.into(), String::new(), String::new(), String::new()]);
    rows
}

/// For the province and each district: figure, share, change, the highest and the lowest, moment, source, report.
pub fn quotes(campaign: &Campaign, text: &Text) -> Vec<Quote> {
    let Some(latest) = campaign.report_at(None) else { return Vec::new() };
    let words = press(text.lang, campaign);
    let all = campaign.standings(None, Measure::Installs);
    let rest = |report: &Report| {
        let source = headline::source(text.lang, report);
        [fill(words.by, &[source.trim_end_matches('.')]), fill(words.report, &[&report.id])]
    };
    let selection = Selection { lang: text.lang, ..Selection::default() };
    let mut parts = vec![Share::new(campaign, text, &selection).sentence];
    parts.extend(campaign.report_before(latest).map(|before| change(words, text, latest.total, before.total, before)));
    if let Some(all) = &all {
        let known: Vec<_> = all.rows.iter().filter(|row| row.installs.is_some()).collect();
        if let [first, .., last] = known.as_slice() {
            let of = |row: &crate::campaign::Standing| format_figure(text, Measure::Installs, row).unwrap_or_default();
            parts.push(fill(words.ends, &[&first.district.name, &of(first), &last.district.name, &of(last)]));
        }
    }
    parts.extend(rest(latest));
    let mut quotes = vec![Quote { slug: String::new(), place: campaign.province.name.clone(), sentence: parts.join(" ") }];
    for row in all.iter().flat_map(|all| campaign.districts.iter().filter_map(|d| all.row(&d.code))) {
        let Some(all) = all.as_ref().filter(|_| row.installs.is_some()) else { continue };
        let mut parts = vec![share::of_row(text, all, row)];
        let earlier = |before: &Report| before.installs.as_ref()?.get(&row.district.code).copied();
        let change = row.installs.zip(all.before).and_then(|(now, before)| Some(change(words, text, now, earlier(before)?, before)));
        parts.extend(change);
        parts.extend(rest(all.report));
        quotes.push(Quote { slug: row.district.slug.clone(), place: text.full_name(row.district), sentence: parts.join(" ") });
    }
    quotes
}

/// How to name all this where it is quoted.
pub fn citation(campaign: &Campaign, text: &Text) -> Option<String> {
    let report = campaign.report_at(None)?;
    let source = title(text.lang, report.source.titled());
    Some(fill(press(text.lang, campaign).cite, &[&campaign.province.name, source, &moment(text.lang, report.as_of), &report.id]))
}

/// How many more or fewer than in the report before, in words.
fn change(words: &Press, text: &Text, now: u64, then: u64, before: &Report) -> String {
    let at = moment(text.lang, before.as_of);
    let percent =
        growth_percent(then, now).map(|percent| format!(" ({}%)", format_decimal(text.lang, percent.abs(), 1))).unwrap_or_default();
    match now.cmp(&then) {
        Ordering::Greater => fill(words.rose, &[&format_integer(text.lang, now - then), &percent, &at]),
        Ordering::Less => fill(words.fell, &[&format_integer(text.lang, then - now), &percent, &at]),
        Ordering::Equal => fill(words.same, &[&at]),
    }
}
