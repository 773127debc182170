//! The rules that a data file keeps: each report alone, and the reports in order. The tool runs it before anything is published, the
//! browser on every file that it fetched: no words, no panic and no overflow on any value. Text that it cannot read is another layer's
//! (`letters`).
//!
//! Falls and arithmetic are looked at in the reports that stand (see `ledger`); in the others only the shape and the order in time are, since
//! what was wrong with them is why they stand no more. A correction (`corrects`) names the id of a report that came before it and needs a note.
//!
//! What a report accepts by its name (see `waiver`), with a note that says why, is a warning; otherwise it is an error. A fall lies between two
//! reports: either may accept it, so that a late letter can answer for the fall that it makes of the next.

use std::collections::BTreeSet;

use super::arithmetic::{SumMismatch, percent, rate_agrees};
use super::finding::{Finding, Place, Problem};
use super::ledger::standing;
use super::limits::MAX_COUNT;
use super::shape::{self, Lookup};
use super::waiver::waiver;
use super::{Campaign, Report, Stamp};

/// Everything there is to say about a data file: errors, which keep it from being published, and warnings. Findings come in the
/// order of the file; where there is too much of something to go through, only that is said.
pub fn check(campaign: &Campaign) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !shape::check(campaign, &mut findings) {
        return findings;
    }
    // Not collected: that would sort them first, by a sort of its own, 1.2 KB (brotli) in the browser.
    let mut districts = Lookup::new();
    for (index, district) in campaign.districts.iter().enumerate() {
        districts.insert(district.code.clone(), index);
    }
    let mut latest = LatestFigures::default();
    let mut seen = Seen::default();
    for (index, (report, stands)) in campaign.reports.iter().zip(standing(&campaign.reports)).enumerate() {
        let place = Place::Report { index, as_of: report.as_of };
        let mut out = ReportFindings { findings: &mut findings, place, report };
        codes(&districts, report, &mut out);
        seen.advance(index, report, &mut out);
        correction(campaign, report, &mut out);
        if stands {
            arithmetic(campaign, &districts, report, &mut out);
            latest.advance(campaign, index, report, &mut out);
        }
    }
    findings
}

/// A clock may be wrong by so many seconds.
const CLOCK_SKEW: i64 = 24 * 60 * 60;

/// Standing reports of moments that have not come yet by a clock, in seconds since 1970: slips of the pen, which every page would show.
fn to_come(campaign: &Campaign, now: i64) -> impl Iterator<Item = (usize, &Report)> {
    let reports = campaign.reports.iter().enumerate().zip(standing(&campaign.reports));
    reports.filter(move |((_, report), stands)| *stands && report.as_of.unix().saturating_sub(CLOCK_SKEW) > now).map(|(at, _)| at)
}

/// What to say of them.
pub fn check_clock(campaign: &Campaign, now: i64) -> Vec<Finding> {
    let problem = |report: &Report| Problem::InFuture { as_of: report.as_of };
    to_come(campaign, now).map(|(index, report)| Finding::error(Place::Report { index, as_of: report.as_of }, problem(report))).collect()
}

/// Whether fetched figures are of a moment that has not come yet. A clock that is behind the figures that are shown is wrong, and tells nothing:
/// players without a battery begin in 1970.
pub fn is_to_come(shown: &Campaign, fetched: &Campaign, now: i64) -> bool {
    to_come(shown, now).next().is_none() && to_come(fetched, now).next().is_some()
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

/// Where findings about one report go.
struct ReportFindings<'a> {
    findings: &'a mut Vec<Finding>,
    place: Place,
    report: &'a Report,
}

impl ReportFindings<'_> {
    fn error(&mut self, problem: Problem) {
        self.findings.push(Finding::error(self.place.clone(), problem));
    }

    /// An error, or a warning where the report says by its name that it is kept as published.
    fn error_unless_accepted(&mut self, problem: Problem) {
        self.error_unless_accepted_by(&[], problem);
    }

    /// The same, where another report may accept it as well.
    fn error_unless_accepted_by(&mut self, others: &[&Report], problem: Problem) {
        let name = waiver(&problem);
        let accepts = |report: &Report| name.as_deref().is_some_and(|name| report.accepts(name));
        let place = self.place.clone();
        self.findings.push(match accepts(self.report) || others.iter().any(|report| accepts(report)) {
            true => Finding::warning(place, problem.accepted()),
            false => Finding::error(place, problem),
        });
    }
}

fn codes(districts: &Lookup, report: &Report, out: &mut ReportFindings) {
    if report.total > MAX_COUNT {
        out.error(Problem::TooLarge { code: None, value: report.total });
    }
    for (code, value) in report.installs.iter().flatten() {
        if !districts.contains_key(code) {
            out.error(Problem::UnknownCode { code: code.clone() });
        }
        if *value > MAX_COUNT {
            out.error(Problem::TooLarge { code: Some(code.clone()), value: *value });
        }
    }
}

/// What holds of all reports, whether they stand or not: ids that are their own, corrections of what is there, the order in time.
#[derive(Default)]
struct Seen {
    ids: Lookup,
    /// Ids of reports that another takes the place of.
    corrected: Lookup,
    latest: Option<Stamp>,
}

impl Seen {
    fn advance(&mut self, index: usize, report: &Report, out: &mut ReportFindings) {
        if report.number().is_none_or(|number| report.id != format!("r{number}")) {
            out.error(Problem::Malformed { field: "id", text: report.id.clone() });
        }
        if self.ids.insert(report.id.clone(), index).is_some() {
            out.error(Problem::Duplicate { field: "id", text: report.id.clone() });
        }
        if report.corrects.is_some() && report.note.is_none() {
            out.error(Problem::CorrectionWithoutNote);
        }
        if let Some(id) = report.corrects.as_ref().filter(|id| self.corrected.insert((*id).clone(), index).is_some()) {
            out.error(Problem::Duplicate { field: "corrects", text: id.clone() });
        }
        if let Some(previous) = self.latest.filter(|latest| report.as_of < *latest) {
            out.error(Problem::NotLater { previous });
        }
        self.latest = self.latest.max(Some(report.as_of));
    }
}

/// A correction names a report that is there and came before it, wherever it lies in time.
fn correction(campaign: &Campaign, report: &Report, out: &mut ReportFindings) {
    let Some(id) = &report.corrects else { return };
    if campaign.report(id).is_none_or(|corrected| corrected.number() >= report.number()) {
        out.error(Problem::CorrectsNothing { id: id.clone() });
    }
}

fn arithmetic(campaign: &Campaign, districts: &Lookup, report: &Report, out: &mut ReportFindings) {
    let (total, noted) = (report.total, false);
    if let Some(installs) = &report.installs {
        for code in districts.keys().filter(|code| !installs.contains_key(*code)) {
            out.error_unless_accepted(Problem::DistrictMissing { code: code.clone(), noted });
        }
        match campaign.sum_mismatch(report) {
            Some(SumMismatch { sum, complete: true }) => out.error_unless_accepted(Problem::SumDiffers { sum, total, noted }),
            Some(SumMismatch { sum, complete: false }) => out.error_unless_accepted(Problem::PartsExceedTotal { sum, total, noted }),
            None => {}
        }
        for (code, installs) in installs {
            let people = districts.get(code).and_then(|index| campaign.districts.get(*index)?.population);
            population(Some(code), *installs, people, out);
        }
    }
    population(None, total, campaign.province.population, out);
    rate(campaign.province.population, report, out);
}

/// No more installs than people: of a district, or of the province where there is no code.
fn population(code: Option<&String>, installs: u64, population: Option<u64>, out: &mut ReportFindings) {
    if let Some(population) = population.filter(|population| installs > *population) {
        out.error_unless_accepted(Problem::AbovePopulation { code: code.cloned(), installs, population, noted: false });
    }
}

/// The stated rate follows from the total. One that is out of range is refused with the report's shape already.
fn rate(population: Option<u64>, report: &Report, out: &mut ReportFindings) {
    let (total, noted) = (report.total, false);
    let stated = report.rate_percent.filter(|rate| (0.0..=100.0).contains(rate));
    let computed = population.and_then(|population| Some((population, percent(total, population)?)));
    if let (Some(stated), Some((population, computed))) = (stated, computed)
        && !rate_agrees(stated, computed)
    {
        out.error_unless_accepted(Problem::RateDiffers { stated, computed, total, population, noted });
    }
}

/// The latest standing figures up to a report, each with the report that gave it.
#[derive(Default)]
struct LatestFigures<'a> {
    report: Option<&'a Report>,
    /// The index of the report that gave it.
    installs: Lookup,
}

impl<'a> LatestFigures<'a> {
    /// Compares the next standing report with those before it, and takes its figures over.
    fn advance(&mut self, campaign: &'a Campaign, index: usize, report: &'a Report, out: &mut ReportFindings) {
        if let Some(before) = self.report.replace(report) {
            let (from, to, since) = (before.total, report.total, before.as_of);
            if report.as_of == since {
                out.error(Problem::NotLater { previous: since });
            }
            if to < from {
                out.error_unless_accepted_by(&[before], Problem::TotalFell { from, to, since, noted: false });
            }
        }
        for (code, &to) in report.installs.iter().flatten() {
            let before = self.installs.insert(code.clone(), index).and_then(|index| campaign.reports.get(index));
            let from = before.and_then(|before| before.installs.as_ref()?.get(code).copied());
            if let Some((from, before)) = from.zip(before).filter(|(from, _)| to < *from) {
                let problem = Problem::InstallsFell { code: code.clone(), from, to, since: before.as_of, noted: false };
                out.error_unless_accepted_by(&[before], problem);
            }
        }
    }
}

#[cfg(test)]
mod tests;
