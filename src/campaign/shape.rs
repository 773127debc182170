//! The shape of a data file's members: lengths, letters, links, populations, days, the range of a stated rate. Part of the check; it
//! must not compare figures with each other.

use std::collections::BTreeMap;

use super::finding::{Finding, Level, Place, Problem};
use super::limits::MAX_COUNT;
use super::model::{GoalUnit, SCHEMA};
use super::reserved::{authority, is_reserved};
use super::{Campaign, District, Report, Source};

/// Where something stands in the data file, by its code or id. One kind of map for all that is looked up here: each other kind would be code of its
/// own in the browser, 0.6 KB (brotli).
pub(super) type Lookup = BTreeMap<String, usize>;

/// The longest texts, in characters.
const NAME_LENGTH: usize = 80;
#[cfg(not(target_arch = "wasm32"))]
const OFFICE_LENGTH: usize = 120;
const SENTENCE_LENGTH: usize = 300;
const NOTE_LENGTH: usize = 1000;
/// Above every country that could be shown on one page.
const MAX_DISTRICTS: usize = 10_000;
const MAX_REPORTS: usize = 5000;

/// Adds what is wrong with the shape. False when there is so much of something that the rest is not worth the time of whoever opened the
/// file.
pub(super) fn check(campaign: &Campaign, findings: &mut Vec<Finding>) -> bool {
    let mut say = |level, place, problem| findings.push(Finding { level, place, problem });
    if campaign.schema != SCHEMA {
        say(Level::Error, Place::Field("schema"), Problem::Schema { found: campaign.schema, wanted: SCHEMA });
    }
    if !check_counts(campaign, &mut say) {
        return false;
    }
    check_settings(campaign, &mut say);
    check_province(campaign, &mut say);
    check_districts(&campaign.districts, &mut say);
    check_links(campaign, &mut say);
    #[cfg(not(target_arch = "wasm32"))]
    {
        check_bulletin(campaign, &mut say);
        check_office(campaign, &mut say);
        super::app::check(campaign, &mut say);
        super::locale::check(campaign, &mut say);
    }
    for (index, report) in campaign.reports.iter().enumerate() {
        check_report(report, &mut |problem| say(Level::Error, Place::Report { index, as_of: report.as_of }, problem));
    }
    true
}

fn check_counts(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) -> bool {
    if campaign.districts.is_empty() {
        say(Level::Error, Place::Field("districts"), Problem::NoDistricts);
    }
    if campaign.reports.is_empty() {
        // A campaign before its first report is in order: the page has a guide to show.
        say(Level::Warning, Place::Field("reports"), Problem::NoReports);
    }
    for (what, count, limit) in [("districts", campaign.districts.len(), MAX_DISTRICTS), ("reports", campaign.reports.len(), MAX_REPORTS)] {
        if count > limit {
            say(Level::Error, Place::Field(what), Problem::TooMany { what, count, limit });
        }
    }
    campaign.districts.len() <= MAX_DISTRICTS && campaign.reports.len() <= MAX_REPORTS
}

fn check_settings(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) {
    // Figures age before they are old, and are old before they are dropped.
    let mut before = 0;
    for (field, days) in [
        ("ageing_after_days", campaign.ageing_after_days),
        ("stale_after_days", campaign.stale_after_days),
        ("withdraw_after_days", campaign.withdraw_after_days),
    ] {
        let Some(days) = days else { continue };
        if days == 0 || days < before {
            say(Level::Error, Place::Whole, Problem::OutOfRange { field });
        }
        before = days;
    }
    if let Some(goal) = &campaign.goal {
        let most = match goal.unit {
            GoalUnit::Installs => MAX_COUNT as f64,
            GoalUnit::PercentOfPopulation => 100.0,
        };
        if !(goal.value > 0.0 && goal.value <= most) {
            say(Level::Error, Place::Whole, Problem::OutOfRange { field: "goal.value" });
        }
        check_source(
            &goal.source,
            ["goal.source.title", "goal.source.title_en", "goal.source.number", "goal.source.url"],
            &mut |problem| {
                say(Level::Error, Place::Whole, problem);
            },
        );
    }
}

fn check_province(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) {
    let province = &campaign.province;
    let mut error = |problem| say(Level::Error, Place::Whole, problem);
    check_code("province.code", &province.code, &mut error);
    check_text("province.name", &province.name, NAME_LENGTH, &mut error);
    for (field, source) in
        [("province.population_source", &province.population_source), ("province.population_source_en", &province.population_source_en)]
    {
        if let Some(source) = source {
            check_text(field, source, SENTENCE_LENGTH, &mut error);
        }
    }
    if province.population.is_some_and(|n| n == 0 || n > MAX_COUNT) {
        error(Problem::OutOfRange { field: "province.population" });
    }
    if province.population.is_some() && province.population_source.is_none() {
        say(Level::Warning, Place::Field("province"), Problem::PopulationUnsourced);
    }
    let known: Option<u64> = campaign.districts.iter().map(|d| d.population).try_fold(0, |sum: u64, n| Some(sum.saturating_add(n?)));
    if let (Some(sum), Some(province)) = (known.filter(|_| !campaign.districts.is_empty()), province.population)
        && sum != province
    {
        say(Level::Warning, Place::Field("districts"), Problem::PopulationSum { sum, province });
    }
}

fn check_districts(districts: &[District], say: &mut dyn FnMut(Level, Place, Problem)) {
    // Field and value; a name may stand once for each kind of district.
    let mut seen = Lookup::new();
    for (index, district) in districts.iter().enumerate() {
        let place = || Place::District { index, code: district.code.clone() };
        let mut error = |problem| say(Level::Error, place(), problem);
        check_code("code", &district.code, &mut error);
        check_text("slug", &district.slug, NAME_LENGTH, &mut error);
        if !district.slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            error(Problem::Malformed { field: "slug", text: district.slug.clone() });
        }
        if is_reserved(&district.slug) {
            error(Problem::Reserved { text: district.slug.clone() });
        }
        check_text("name", &district.name, NAME_LENGTH, &mut error);
        for (field, known, value) in [
            ("code", format!("code {}", district.code), &district.code),
            ("slug", format!("slug {}", district.slug), &district.slug),
            ("name", format!("name {} {}", district.kind as u8, district.name), &district.name),
        ] {
            if seen.insert(known, index).is_some() {
                error(Problem::Duplicate { field, text: value.clone() });
            }
        }
        for (field, source) in
            [("population_source", &district.population_source), ("population_source_en", &district.population_source_en)]
        {
            if let Some(source) = source {
                check_text(field, source, SENTENCE_LENGTH, &mut error);
            }
        }
        if district.population.is_some_and(|n| n == 0 || n > MAX_COUNT) {
            error(Problem::OutOfRange { field: "population" });
        }
        if district.population.is_some() && district.population_source.is_none() {
            say(Level::Warning, place(), Problem::PopulationUnsourced);
        }
    }
}

fn check_links(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) {
    let links = &campaign.links;
    for (field, link) in [("links.install", &links.install), ("links.android", &links.android), ("links.ios", &links.ios)] {
        if !is_link(link, &["https://"]) {
            say(Level::Error, Place::Field(field), Problem::BadLink { field, text: link.clone() });
        }
    }
    let hotline = &links.hotline;
    let dialled = hotline.bytes().filter(u8::is_ascii_digit).count();
    if !(3..=15).contains(&dialled) || hotline.len() > 30 || !hotline.bytes().all(|b| b.is_ascii_digit() || b == b' ') {
        say(Level::Error, Place::Field("links.hotline"), Problem::Malformed { field: "links.hotline", text: hotline.clone() });
    }
    if let Some(url) = campaign.base_url.as_ref().filter(|url| !is_link(url, &["https://", "http://"]) || !is_plain(url)) {
        say(Level::Error, Place::Field("base_url"), Problem::BadLink { field: "base_url", text: url.clone() });
    }
}

/// Browsers make no bulletins.
#[cfg(not(target_arch = "wasm32"))]
fn check_bulletin(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) {
    let Some(bulletin) = &campaign.bulletin else { return };
    let mut error = |problem| say(Level::Error, Place::Field("bulletin"), problem);
    for (field, text) in
        [("bulletin.spoken_address", &bulletin.spoken_address), ("bulletin.spoken_address_en", &bulletin.spoken_address_en)]
    {
        if let Some(text) = text {
            check_text(field, text, NAME_LENGTH, &mut error);
        }
    }
    if bulletin.syllables_per_minute.is_some_and(|speed| !super::bulletin::SPEEDS.contains(&speed)) {
        error(Problem::OutOfRange { field: "bulletin.syllables_per_minute" });
    }
}

/// It is printed large.
#[cfg(not(target_arch = "wasm32"))]
fn check_office(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) {
    let Some(office) = &campaign.office else { return };
    for (field, name) in [("office.name", Some(&office.name)), ("office.name_en", office.name_en.as_ref())] {
        if let Some(name) = name {
            check_text(field, name, OFFICE_LENGTH, &mut |problem| say(Level::Error, Place::Field("office"), problem));
        }
    }
}

fn check_report(report: &Report, error: &mut dyn FnMut(Problem)) {
    if report.rate_percent.is_some_and(|rate| !(0.0..=100.0).contains(&rate)) {
        error(Problem::OutOfRange { field: "rate_percent" });
    }
    check_source(&report.source, ["source.title", "source.title_en", "source.number", "source.url"], error);
    if let Some(note) = &report.note {
        check_text("note", note, NOTE_LENGTH, error);
    }
    for name in &report.accepted {
        check_text("accepted", name, NAME_LENGTH, error);
    }
    if let Some(why) = report.withdrawn.as_ref().and_then(|withdrawn| withdrawn.why.as_ref()) {
        check_text("withdrawn.why", why, NOTE_LENGTH, error);
    }
}

fn check_source(source: &Source, [title, title_en, number, url]: [&'static str; 4], error: &mut dyn FnMut(Problem)) {
    check_text(title, &source.title, SENTENCE_LENGTH, error);
    if let Some(value) = &source.title_en {
        check_text(title_en, value, SENTENCE_LENGTH, error);
    }
    if let Some(value) = &source.number {
        check_text(number, value, NAME_LENGTH, error);
    }
    if let Some(link) = source.url.as_ref().filter(|link| !is_link(link, &["https://", "http://"])) {
        error(Problem::BadLink { field: url, text: link.clone() });
    }
}

/// The longest code. Boundary files of the world have such as `VNM.1.1_1` and `DE-BY-09162`.
const CODE_LENGTH: usize = 40;

/// A code is part of addresses and of elements' ids: letters, digits, and in between dots, hyphens and low lines.
fn check_code(field: &'static str, code: &str, error: &mut dyn FnMut(Problem)) {
    if code.is_empty() {
        error(Problem::Empty { field });
    } else if code.len() > CODE_LENGTH
        || !code.starts_with(|c: char| c.is_ascii_alphanumeric())
        || !code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
    {
        error(Problem::Malformed { field, text: code.to_owned() });
    }
}

fn check_text(field: &'static str, text: &str, limit: usize, error: &mut dyn FnMut(Problem)) {
    if text.trim().is_empty() {
        error(Problem::Empty { field });
    }
    if text.chars().take(limit + 1).count() > limit {
        error(Problem::TooLong { field, limit });
    }
    if text.chars().any(is_unclean) {
        error(Problem::Unclean { field });
    }
}

/// Markup, control characters, the marks that turn the direction of the text around them, and characters that nobody can see
/// (invisible operators, annotations, tags).
fn is_unclean(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '<' | '>'
                | '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether an address names a folder and no more. Its path becomes part of the hosts' own files (`deploy/`), where other characters have a meaning.
fn is_plain(url: &str) -> bool {
    url.split(['?', '#']).next().unwrap_or_default().bytes().all(|b| !b.is_ascii() || b.is_ascii_alphanumeric() || b":/-._~%".contains(&b))
}

fn is_link(link: &str, schemes: &[&str]) -> bool {
    let rest = schemes.iter().find_map(|scheme| link.strip_prefix(scheme));
    link.len() <= SENTENCE_LENGTH
        && rest.is_some_and(|rest| {
            let host = authority(rest);
            // What stands before an `@` looks like the host and is none; in other spellings of it, browsers read one as well.
            !host.is_empty() && !host.starts_with(|c: char| c.is_ascii_punctuation()) && !host.contains(['@', '%', '\u{fe6b}', '\u{ff20}'])
        })
        && !link.chars().any(|c| is_unclean(c) || c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '\\'))
}
