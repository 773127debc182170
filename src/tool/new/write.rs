//! Puts a new data file and its map file into place: both, or neither, and never over figures that somebody has published. It must not know how they were made.

use serde_json::json;

use super::remarks::Remarks;
use crate::campaign::check::{check, check_map};
use crate::campaign::finding::{Finding, Problem};
use crate::campaign::{Campaign, Change, Stamp, change::Deed};
use crate::map::Map;
use crate::site::compress::{Quality, brotli};
use crate::text::{Lang, fill, findings, format_integer};
use crate::tool::common::{Common, Format, Outcome};
use crate::tool::{files, ledger, map as map_file, output};

/// Writes both; says how it went.
pub fn both(common: &Common, mut campaign: Campaign, map: &Map, remarks: &mut Remarks) -> Outcome {
    // Whoever else changes the file waits, or is waited for.
    let _lock = ledger::lock(&common.data, ledger::PATIENCE).ok();
    let Some(revision) = revision(common, remarks) else { return super::refused(common, remarks) };
    campaign.revision = revision;
    let at = ledger::now(&campaign).unwrap_or(Stamp::EPOCH);
    campaign.changes.push(Change { revision, at, what: Deed::New, report: None, with: Vec::new(), remarks: Vec::new(), before: None });
    worded(&campaign, map, remarks);
    if remarks.has_errors() {
        return super::refused(common, remarks);
    }
    let texts = ledger::written(&campaign, "").and_then(|data| Ok((data, map_file::text(map)?)));
    let (data_text, map_text) = match texts {
        Ok(texts) => texts,
        Err(error) => {
            print_error!("{error}");
            return Outcome::Usage;
        }
    };
    let map_before = files::read(&common.map).ok();
    if let Err(failure) = files::write(&common.map, &map_text) {
        return output::failed(common, &failure);
    }
    if let Err(failure) = files::write(&common.data, &data_text) {
        // The map goes back to what it was, so that the two keep to each other.
        let _ = match map_before {
            Some(before) => files::write(&common.map, before).is_ok(),
            None => std::fs::remove_file(&common.map).is_ok(),
        };
        return output::failed(common, &failure);
    }
    said(common, &campaign, map, &map_text, remarks);
    Outcome::Done
}

/// The revision of the new file, or none where something is in its place that must stay.
fn revision(common: &Common, remarks: &mut Remarks) -> Option<u64> {
    let (words, path) = (remarks.words(), common.data.display().to_string());
    let Ok(bytes) = files::read(&common.data) else { return Some(1) };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some(1);
    }
    let Ok(Ok(present)) = files::data(&common.data) else {
        remarks.error(words.in_the_way, &[&path]);
        return None;
    };
    let reports = present.campaign.reports.len();
    if reports > 0 {
        remarks.error(words.has_reports, &[&path, &reports.to_string()]);
        return None;
    }
    Some(present.campaign.revision.saturating_add(1))
}

/// What the check of every data file says of this one.
fn worded(campaign: &Campaign, map: &Map, remarks: &mut Remarks) {
    let lang = remarks.lang;
    let found = check(campaign).into_iter().chain(check_map(campaign, map.codes()));
    // That there are no reports yet is how every file begins.
    for finding in found.filter(|finding| finding.problem != Problem::NoReports) {
        remarks.say(finding.is_error(), sentence(lang, campaign, &finding));
    }
}

fn sentence(lang: Lang, campaign: &Campaign, finding: &Finding) -> String {
    let (place, message) = (findings::place(lang, campaign, finding), findings::message(lang, campaign, &finding.problem));
    if place.is_empty() { message } else { format!("{place}: {message}") }
}

fn said(common: &Common, campaign: &Campaign, map: &Map, map_text: &str, remarks: &Remarks) {
    let (words, lang) = (remarks.words(), remarks.lang);
    let compressed = brotli(map_text.as_bytes(), Quality::BEST).map_or(map_text.len(), |bytes| bytes.len());
    let (data, drawing) = (common.data.display().to_string(), common.map.display().to_string());
    match common.format {
        Format::Json => print_line!(
            "{:#}",
            json!({
                "written": true, "province": campaign.province.name, "code": campaign.province.code, "units": campaign.districts.len(),
                "drawn": map.districts.len(), "undrawn": map.undrawn, "insets": map.insets.len(), "brotli_bytes": compressed,
                "findings": remarks.json(),
            })
        ),
        Format::Text => {
            let count = |n: usize| format_integer(lang, n as u64);
            let made = fill(words.made, &[&campaign.province.name, &count(campaign.districts.len()), &data, &drawing, &count(compressed)]);
            print_line!("{}{made}\n{}", remarks.lines(), fill(words.next, &[&data, &drawing]));
        }
    }
}
