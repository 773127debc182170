//! `history`: what was done to the data file, when, by which source, and what it replaced; the latest first.

use serde_json::{Value, json};

use super::named;
use crate::campaign::{Campaign, Change};
use crate::text::{Lang, fill, ledger::ledger, moment};
use crate::tool::common::{Common, Format, Outcome};
use crate::tool::{files, output};

pub fn run(common: &Common) -> Outcome {
    let campaign = match files::data(&common.data) {
        Ok(Ok(data)) => data.campaign,
        Ok(Err(finding)) => return output::report(common, &output::nameless(), &[finding]),
        Err(failure) => return output::failed(common, &failure),
    };
    match common.format {
        Format::Json => print_line!("{:#}", json!({"revision": campaign.revision, "changes": campaign.changes})),
        Format::Text if campaign.changes.is_empty() => print_line!("{}", ledger(common.language()).no_history),
        Format::Text => {
            for change in campaign.changes.iter().rev() {
                print_line!("{}", line(common.language(), &campaign, change));
            }
        }
    }
    Outcome::Done
}

/// One change: what was done, to which report, and what stood there before.
fn line(lang: Lang, campaign: &Campaign, change: &Change) -> String {
    let words = ledger(lang);
    let mut what = words.deeds.name(change.what).to_owned();
    let report = change.report.as_deref();
    if let Some(id) = report {
        let known = campaign.report(id).map_or_else(|| id.to_owned(), |report| named(lang, report));
        what = format!("{what} {known}");
    }
    if !change.with.is_empty() {
        what += &fill(words.history_with, &[&change.with.join(", ")]);
    }
    let at = moment(lang, change.at).replace('\u{a0}', " ");
    let mut parts = vec![fill(words.history, &[&change.revision.to_string(), &at, &what])];
    if let Some(report) = report.and_then(|id| campaign.report(id)) {
        parts.push(fill(words.source, &[&report.source.title]));
        parts.extend(report.corrects.as_deref().and_then(|id| campaign.report(id)).map(|wrong| fill(words.before, &[&named(lang, wrong)])));
        let why = report.withdrawn.as_ref().and_then(|withdrawn| withdrawn.why.as_ref()).or(report.note.as_ref());
        parts.extend(why.map(|why| fill(words.why, &[why])));
    } else if let Some(before) = &change.before {
        let mut values = Vec::new();
        leaves(before, &mut values);
        let before = values.join(", ");
        parts.push(if before.is_empty() { words.before_none.into() } else { fill(words.before, &[&before]) });
    }
    parts.join("; ")
}

/// The values that a patch puts back; what it only removes was not there before.
fn leaves(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.values().for_each(|value| leaves(value, out)),
        Value::Array(members) => members.iter().for_each(|value| leaves(value, out)),
        Value::Null => {}
        Value::String(text) => out.push(text.clone()),
        other => out.push(other.to_string()),
    }
}
