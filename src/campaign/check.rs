//! The rules that a data file keeps: each report alone, and the reports in order. The tool runs it before anything is published, the
//! browser on every file that it fetched: no words, no panic and no overflow on any value. Text that it cannot read is another layer's
//! (`letters`).
//!
//! Order, falls and arithmetic are looked at in the reports that stand (see `ledger`); in the others only the shape is, since what was
//! wrong with them is why they stand no more. A correction (`corrects`) names the `as_of` of an earlier report, needs a note, may have
//! that same `as_of`, and has its place right after what it corrects.
//!
//! A report with a note has its falls, its odd rate, its odd total and its missing districts as warnings; without one they are errors.

use std::collections::{BTreeMap, BTreeSet};

use super::arithmetic::{SumMismatch, percent, rate_agrees};
use super::finding::{Finding, Level, Place, Problem};
use super::ledger::standing;
use super::limits::MAX_COUNT;
use super::shape;
use super::{Campaign, Report, Stamp};

/// Everything there is to say about a data file: errors, which keep it from being published, and warnings. Findings come in the
/// order of the file; where there is too much of something to go through, only that is said.
pub fn check(campaign: &Campaign) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !shape::check(campaign, &mut findings) {
        return findings;
    }
    let mut populations = Populations::new();
    for district in &campaign.districts {
        populations.insert(&district.code, district.population);
    }
    let mut latest = LatestFigures::default();
    let mut moments = Vec::new();
    for (index, (report, stands)) in campaign.reports.iter().zip(standing(&campaign.reports)).enumerate() {
        let place = Place::Report { index, as_of: report.as_of };
        let mut out = ReportFindings { findings: &mut findings, place, noted: report.note.is_some() };
        codes(&populations, report, &mut out);
        correction(report, &moments, &mut out);
        moments.push(report.as_of);
        if stands {
            arithmetic(campaign, &populations, report, &mut out);
            latest.advance(report, &mut out);
        }
    }
    findings
}

/// Whether a data file may be published, and may be shown by whoever fetched it: nothing that `check` finds is an error.
pub fn is_publishable(campaign: &Campaign) -> bool {
    !check(campaign).iter().any(Finding::is_error)
}

/// Whether the map file and the data file speak of the same districts.
pub fn check_map<'a>(campaign: &Campaign, codes: impl IntoIterator<Item = &'a str>) -> Vec<Finding> {
    let drawn: BTreeSet<&str> = codes.into_iter().collect();
    let known: BTreeSet<&str> = campaign.districts.iter().map(|d| d.code.as_str()).collect();
    let lacks = known.difference(&drawn).map(|code| Problem::MapLacks { code: (*code).to_owned() });
    let unknown = drawn.difference(&known).map(|code| Problem::MapUnknown { code: (*code).to_owned() });
    lacks.chain(unknown).map(|problem| Finding::error(Place::Map, problem)).collect()
}

/// The districts' populations by their codes.
type Populations<'a> = BTreeMap<&'a str, Option<u64>>;

/// Where findings about one report go.
struct ReportFindings<'a> {
    findings: &'a mut Vec<Finding>,
    place: Place,
    /// Whether the report has a note.
    noted: bool,
}

impl ReportFindings<'_> {
    fn error(&mut self, problem: Problem) {
        self.findings.push(Finding::error(self.place.clone(), problem));
    }

    /// An error, or a warning where a note says why the figures are kept.
    fn error_unless_noted(&mut self, problem: Problem) {
        let level = if self.noted { Level::Warning } else { Level::Error };
        self.findings.push(Finding { level, place: self.place.clone(), problem });
    }
}

fn codes(populations: &Populations, report: &Report, out: &mut ReportFindings) {
    if report.total > MAX_COUNT {
        out.error(Problem::TooLarge { code: None, value: report.total });
    }
    for (code, value) in report.installs.iter().flatten() {
        if !populations.contains_key(code.as_str()) {
            out.error(Problem::UnknownCode { code: code.clone() });
        }
        if *value > MAX_COUNT {
            out.error(Problem::TooLarge { code: Some(code.clone()), value: *value });
        }
    }
}

/// `moments`: those of the reports before this one.
fn correction(report: &Report, moments: &[Stamp], out: &mut ReportFindings) {
    let Some(as_of) = report.corrects else { return };
    if !moments.contains(&as_of) {
        out.error(Problem::CorrectsNothing { as_of });
    }
    if report.note.is_none() {
        out.error(Problem::CorrectionWithoutNote);
    }
}

fn arithmetic(campaign: &Campaign, populations: &Populations, report: &Report, out: &mut ReportFindings) {
    let (total, noted) = (report.total, out.noted);
    if let Some(installs) = &report.installs {
        for code in populations.keys().filter(|code| !installs.contains_key(**code)) {
            out.error_unless_noted(Problem::DistrictMissing { code: (*code).to_owned(), noted });
        }
        match campaign.sum_mismatch(report) {
            Some(SumMismatch { sum, complete: true }) => out.error_unless_noted(Problem::SumDiffers { sum, total, noted }),
            Some(SumMismatch { sum, complete: false }) => out.error_unless_noted(Problem::PartsExceedTotal { sum, total, noted }),
            None => {}
        }
        for (code, installs) in installs {
            population(Some(code), *installs, populations.get(code.as_str()).copied().flatten(), out);
        }
    }
    population(None, total, campaign.province.population, out);
    rate(campaign.province.population, report, out);
}

/// No more installs than people: of a district, or of the province where there is no code.
fn population(code: Option<&String>, installs: u64, population: Option<u64>, out: &mut ReportFindings) {
    if let Some(population) = population.filter(|population| installs > *population) {
        out.error_unless_noted(Problem::AbovePopulation { code: code.cloned(), installs, population, noted: out.noted });
    }
}

/// The stated rate follows from the total. One that is out of range is refused with the report's shape already.
fn rate(population: Option<u64>, report: &Report, out: &mut ReportFindings) {
    let (total, noted) = (report.total, out.noted);
    let stated = report.rate_percent.filter(|rate| (0.0..=100.0).contains(rate));
    let computed = population.and_then(|population| Some((population, percent(total, population)?)));
    if let (Some(stated), Some((population, computed))) = (stated, computed)
        && !rate_agrees(stated, computed)
    {
        out.error_unless_noted(Problem::RateDiffers { stated, computed, total, population, noted });
    }
}

/// The latest standing figures up to a report, each with its moment.
#[derive(Default)]
struct LatestFigures<'a> {
    total: Option<(u64, Stamp)>,
    installs: BTreeMap<&'a str, (u64, Stamp)>,
}

impl<'a> LatestFigures<'a> {
    /// Compares the next standing report with those before it, and takes its figures over.
    fn advance(&mut self, report: &'a Report, out: &mut ReportFindings) {
        let (to, as_of, noted) = (report.total, report.as_of, out.noted);
        if let Some((from, since)) = self.total.replace((to, as_of)) {
            if as_of <= since {
                out.error(Problem::NotLater { previous: since });
            }
            if to < from {
                out.error_unless_noted(Problem::TotalFell { from, to, since, noted });
            }
        }
        for (code, &to) in report.installs.iter().flatten() {
            if let Some((from, since)) = self.installs.insert(code, (to, as_of)).filter(|(from, _)| to < *from) {
                out.error_unless_noted(Problem::InstallsFell { code: code.clone(), from, to, since, noted });
            }
        }
    }
}

#[cfg(test)]
mod tests;
