//! Finds the report that an officer means: by its id, or by its moment.

use crate::campaign::ledger::standing;
use crate::campaign::letters::dates::{self, Moment};
use crate::campaign::{Campaign, Report};
use crate::text::{Lang, fill, ledger::ledger, moment};

/// What names a report: `r2`, or a moment such as `2020-08-13`.
#[derive(Clone, Debug)]
pub struct Which {
    text: String,
    moment: Option<Moment>,
}

impl Which {
    /// Never fails: what names no report is said once the reports are known.
    pub fn parse(text: &str) -> Result<Self, String> {
        Ok(Self { text: text.trim().to_owned(), moment: dates::moment(text) })
    }

    /// The standing report that is meant, else a sentence that says why there is none.
    pub fn find<'a>(&self, lang: Lang, campaign: &'a Campaign) -> Result<&'a Report, String> {
        let words = ledger(lang);
        if let Some(report) = campaign.report(&self.text) {
            let correction = campaign.reports.iter().find(|later| later.corrects.as_ref() == Some(&report.id));
            return match correction {
                _ if report.withdrawn.is_some() => Err(fill(words.is_withdrawn, &[&named(lang, report)])),
                Some(correction) => Err(fill(words.is_corrected, &[&named(lang, report), &correction.id])),
                None => Ok(report),
            };
        }
        let moment = self.moment.and_then(|moment| moment.at_clock(campaign.clock()));
        let fits = |report: &&Report| moment.is_some_and(|moment| moment.same_as(as_stated(report)));
        let found: Vec<&Report> = campaign.current_reports().filter(fits).collect();
        match found.as_slice() {
            [report] => Ok(report),
            [] => Err(fill(
                words.no_report,
                &[
                    &self.text,
                    &list(
                        lang,
                        campaign.reports.iter().zip(standing(&campaign.reports)).filter(|(_, stands)| *stands).map(|(report, _)| report),
                    ),
                ],
            )),
            several => Err(fill(words.several_reports, &[&self.text, &list(lang, several.iter().copied())])),
        }
    }
}

/// A report's moment; at midnight its source gave the day alone.
pub fn as_stated(report: &Report) -> Moment {
    Moment { stamp: report.as_of, hour_stated: (report.as_of.hour(), report.as_of.minute()) != (0, 0), zoned: true }
}

/// `r2 (8 giờ ngày 13/8/2020)`
pub fn named(lang: Lang, report: &Report) -> String {
    fill(ledger(lang).report, &[&report.id, &moment(lang, report.as_of).replace('\u{a0}', " ")])
}

fn list<'a>(lang: Lang, reports: impl Iterator<Item = &'a Report>) -> String {
    let all = reports.map(|report| named(lang, report)).collect::<Vec<_>>().join(", ");
    if all.is_empty() { ledger(lang).none.into() } else { all }
}
