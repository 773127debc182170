//! What became of each report, for whoever holds a figure in his hand: whether it stands, was corrected (by what, why) or withdrawn; and what was
//! changed when. Native: the browser has no use for it.

use crate::{
    campaign::{Campaign, Change, Report, ledger::standing},
    text::{Lang, Text, fill, format_integer, ledger::ledger, moment, records::records},
};

use super::{Selection, headline};

/// The folder of these pages below the site's start.
pub const fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "so-lieu/",
        Lang::En => "en/so-lieu/",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Latest,
    Stands,
    Corrected,
    Withdrawn,
}

impl Standing {
    /// The word for style sheets and tests.
    pub const fn word(self) -> &'static str {
        match self {
            Standing::Latest => "latest",
            Standing::Stands => "stands",
            Standing::Corrected => "corrected",
            Standing::Withdrawn => "withdrawn",
        }
    }
}

/// One report and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub id: String,
    pub title: String,
    pub as_of: String,
    pub as_of_iso: String,
    pub total: String,
    pub total_raw: u64,
    pub rate: Option<String>,
    pub source: String,
    pub source_url: Option<String>,
    pub standing: Standing,
    /// The same in a word or two, and as a sentence.
    pub state: String,
    pub verdict: String,
    pub why: Option<String>,
    /// The report that took its place, and the one whose place it took.
    pub corrected_by: Option<String>,
    pub corrects: Option<String>,
    /// What must be said of the figures themselves.
    pub reservations: Vec<String>,
    pub rows: Vec<RecordRow>,
    /// The page that shows it, below the site's start; none where it is shown nowhere.
    pub shown: Option<String>,
}

/// A district's figure in one report.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    pub name: String,
    pub slug: String,
    pub figure: String,
    pub raw: Option<u64>,
}

/// One change of the data file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub revision: u64,
    pub at: String,
    pub at_iso: String,
    pub what: String,
    /// The report that it is about, where that is still known.
    pub report: Option<String>,
}

impl Record {
    /// All of them, the newest moment first; of one moment, what came last.
    pub fn all(campaign: &Campaign, text: &Text) -> Vec<Self> {
        let stands = standing(&campaign.reports);
        let latest = campaign.report_at(None).map(|report| report.id.as_str());
        let reports = campaign.reports.iter().zip(stands).rev();
        reports.map(|(report, stands)| Self::new(campaign, text, report, stands, latest == Some(&report.id))).collect()
    }

    fn new(campaign: &Campaign, text: &Text, report: &Report, stands: bool, is_latest: bool) -> Self {
        let words = records(text.lang, campaign);
        let as_of = moment(text.lang, report.as_of);
        let better = successor(campaign, report);
        let (standing, state, verdict, why) = if let Some(withdrawal) = &report.withdrawn {
            let verdict = withdrawal.at.map_or(words.is_withdrawn.into(), |at| fill(words.is_withdrawn_at, &[&moment(text.lang, at)]));
            (Standing::Withdrawn, words.withdrawn.to_owned(), verdict, withdrawal.why.clone())
        } else if let Some(better) = better.filter(|_| !stands) {
            let verdict = fill(words.is_corrected, &[&better.id, &moment(text.lang, better.as_of)]);
            (Standing::Corrected, fill(words.corrected, &[&better.id]), verdict, better.note.clone())
        } else if is_latest {
            (Standing::Latest, words.latest.to_owned(), words.is_latest.to_owned(), None)
        } else {
            let newer = campaign.report_at(None).map(|newer| moment(text.lang, newer.as_of)).unwrap_or_default();
            (Standing::Stands, words.stands.to_owned(), fill(words.is_older, &[&newer]), None)
        };
        let figure = |code: &str| report.installs.as_ref().and_then(|installs| installs.get(code)).copied();
        let row = |district: &crate::campaign::District| RecordRow {
            name: text.full_name(district),
            slug: district.slug.clone(),
            figure: figure(&district.code).map_or_else(|| "–".into(), |n| format_integer(text.lang, n)),
            raw: figure(&district.code),
        };
        let there = Selection { lang: text.lang, at: Some(report.as_of), ..Selection::default() };
        Self {
            id: report.id.clone(),
            title: fill(words.report_of, &[&report.id, &as_of]),
            as_of,
            as_of_iso: report.as_of.to_string(),
            total: format_integer(text.lang, report.total),
            total_raw: report.total,
            rate: headline::rate(campaign, text, report),
            source: fill(text.source, &[&headline::source(text.lang, report)]),
            source_url: report.source.url.clone().filter(|url| url.starts_with("https://")),
            standing,
            state,
            verdict,
            why: why.map(|why| fill(words.why, &[&why])),
            corrected_by: better.map(|better| better.id.clone()),
            corrects: report.corrects.clone(),
            reservations: super::reservations::of_figures(campaign, text, report),
            rows: if report.installs.is_some() { campaign.districts.iter().map(row).collect() } else { Vec::new() },
            shown: stands.then(|| there.address(campaign, "")),
        }
    }
}

/// The report to be used in the place of this one: corrections may have been corrected.
fn successor<'a>(campaign: &'a Campaign, report: &'a Report) -> Option<&'a Report> {
    let next = |id: &str| campaign.reports.iter().rfind(|later| later.corrects.as_deref() == Some(id) && later.id != id);
    let mut found = next(&report.id)?;
    // A file that someone has edited may lead in a circle.
    for _ in 0..campaign.reports.len() {
        match next(&found.id) {
            Some(later) => found = later,
            None => break,
        }
    }
    Some(found)
}

impl Entry {
    /// What was changed, the latest first.
    pub fn all(campaign: &Campaign, changes: &[Change], text: &Text) -> Vec<Self> {
        let entry = |change: &Change, report: Option<&str>| {
            let deed = ledger(text.lang).deeds.name(change.what);
            Self {
                revision: change.revision,
                at: moment(text.lang, change.at),
                at_iso: change.at.to_string(),
                what: report.map_or_else(|| deed.to_owned(), |id| format!("{deed} {id}")),
                report: report.filter(|id| campaign.report(id).is_some()).map(Into::into),
            }
        };
        // Each report of a table that held many is looked for by its own id.
        let entries = |change: &Change| match change.report {
            Some(_) => change.reports().rev().map(|id| entry(change, Some(id))).collect(),
            None => vec![entry(change, None)],
        };
        changes.iter().rev().flat_map(entries).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::{Stamp, Withdrawal, fixture::two_reports},
        text::text,
    };

    fn all(campaign: &Campaign) -> Vec<Record> {
        Record::all(campaign, text(Lang::Vi, campaign))
    }

    #[test]
    fn the_newest_comes_first_and_older_ones_stand() {
        let records = all(&two_reports());
        let seen: Vec<_> = records.iter().map(|r| (r.id.as_str(), r.standing, r.shown.as_deref())).collect();
        assert_eq!(seen[0], ("r2", Standing::Latest, Some("?at=2020-08-13")));
        assert_eq!(seen[1], ("r1", Standing::Stands, Some("?at=2020-08-11")));
        assert!(records[1].verdict.contains("13/8/2020") && records[0].rows.len() == 8, "{records:#?}");
    }

    #[test]
    fn what_was_corrected_leads_to_the_last_correction_with_its_reason() {
        let mut campaign = two_reports();
        let correction = |id: &str, of: &str, note: &str| Report {
            id: id.into(),
            corrects: Some(of.into()),
            note: Some(note.into()),
            ..campaign.reports[1].clone()
        };
        let (third, fourth) = (correction("r3", "r2", "Gõ nhầm"), correction("r4", "r3", "Bổ sung"));
        campaign.reports.extend([third, fourth]);
        let records = all(&campaign);
        let of = |id: &str| records.iter().find(|r| r.id == id).unwrap();
        assert_eq!((of("r2").standing, of("r2").corrected_by.as_deref()), (Standing::Corrected, Some("r4")));
        assert!(of("r2").verdict.contains("r4") && of("r2").why.as_deref() == Some("Lý do: Bổ sung"));
        assert_eq!((of("r4").standing, of("r4").corrects.as_deref(), of("r2").shown.as_deref()), (Standing::Latest, Some("r3"), None));
        // A circle in a file that someone has edited ends.
        campaign.reports[1].corrects = Some("r4".into());
        assert_eq!(all(&campaign).len(), 4);
    }

    #[test]
    fn what_was_withdrawn_says_when_and_why() {
        let mut campaign = two_reports();
        campaign.reports[1].withdrawn =
            Some(Withdrawal { why: Some("Gửi nhầm bản nháp".into()), at: Stamp::vietnam(2020, 8, 14, 9, 0) });
        let records = all(&campaign);
        assert_eq!((records[0].standing, records[0].shown.as_deref()), (Standing::Withdrawn, None));
        assert!(records[0].verdict.contains("14/8/2020") && records[0].why.as_deref() == Some("Lý do: Gửi nhầm bản nháp"));
        assert_eq!(records[1].standing, Standing::Latest);
    }
}
