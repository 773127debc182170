//! Prints findings, for people or for programs. It must not decide what is an error.

use serde_json::json;

use super::common::{Common, Format, Outcome};
use super::files::Failure;
use crate::campaign::Campaign;
use crate::campaign::finding::{Finding, Level};
use crate::text::{fill, findings, tool};

/// Says that a file could not be read or written.
pub fn failed(common: &Common, failure: &Failure) -> Outcome {
    print_error!("{}", failure.message(common.language()));
    Outcome::Usage
}

/// A campaign to word findings with when there is none that could be read.
pub fn nameless() -> Campaign {
    let empty = String::new;
    Campaign {
        json_schema: None,
        schema: crate::campaign::model::SCHEMA,
        revision: 0,
        app: None,
        province: crate::campaign::Province {
            code: empty(),
            name: empty(),
            kind: None,
            population: None,
            population_source: None,
            population_source_en: None,
        },
        kinds: Default::default(),
        languages: Vec::new(),
        time_zone: None,
        districts: Vec::new(),
        reports: Vec::new(),
        goal: None,
        stale_after_days: None,
        ageing_after_days: None,
        withdraw_after_days: None,
        links: crate::campaign::Links { install: empty(), android: empty(), ios: empty(), hotline: empty() },
        office: None,
        base_url: None,
        bulletin: None,
        changes: Vec::new(),
    }
}

/// One line a finding: `LỖI dòng 12: …`.
pub fn lines(common: &Common, campaign: &Campaign, found: &[Finding]) -> String {
    let (lang, words) = (common.language(), tool::tool(common.language()));
    let line = |finding: &Finding| {
        let level = if finding.is_error() { words.error } else { words.warning };
        let place = findings::place(lang, campaign, finding);
        let gap = if place.is_empty() { "" } else { " " };
        format!("{level}{gap}{place}: {}\n", findings::message(lang, campaign, &finding.problem))
    };
    found.iter().map(line).collect()
}

/// How many errors and warnings there are.
pub fn summary(common: &Common, found: &[Finding]) -> String {
    let words = tool::tool(common.language());
    if found.is_empty() {
        return words.in_order.to_owned();
    }
    let errors = found.iter().filter(|finding| finding.is_error()).count();
    fill(words.counted, &[&errors.to_string(), &(found.len() - errors).to_string()])
}

pub fn level(finding: &Finding) -> &'static str {
    match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

/// Prints findings about files and turns them into an outcome.
pub fn report(common: &Common, campaign: &Campaign, found: &[Finding]) -> Outcome {
    match common.format {
        Format::Text => print_line!("{}{}", lines(common, campaign, found), summary(common, found)),
        Format::Json => {
            let place = |finding: &Finding| findings::place(common.language(), campaign, finding);
            let said = |finding: &Finding| findings::message(common.language(), campaign, &finding.problem);
            let one = |f: &Finding| json!({"level": level(f), "place": place(f), "message": said(f)});
            print_line!("{:#}", json!({"findings": found.iter().map(one).collect::<Vec<_>>()}));
        }
    }
    if found.iter().any(Finding::is_error) { Outcome::Findings } else { Outcome::Done }
}
