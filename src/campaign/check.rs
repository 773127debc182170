//! The rules that a data file keeps: each report alone, and the reports in order. The tool runs it before anything is published, the
//! browser on every file that it fetched: no words, no panic and no overflow on any value. Text that it cannot read is another layer's
//! (`letters`).
//!
//! A report **stands** unless it is withdrawn or a later one corrects it. Order, falls and arithmetic are the standing reports'
//! affair; of the others only the shape is looked at, since what was wrong with them is why they stand no more. A correction
//! (`corrects`) names the `as_of` of an earlier report, needs a note, may have that same `as_of`, and has its place right after what it
//! corrects.
//!
//! A report with a note has its falls, its odd rate, its odd total and its missing districts as warnings; without one they are errors.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Level, Place, Problem};
use super::shape;
use super::{Campaign, Report, Stamp};

/// Above every count that a province could have; figures up to here are exact in every number type on the way.
pub const MOST: u64 = 1_000_000_000;

/// Everything there is to say about a data file. It may be published when nothing of it is an error.
pub fn check(campaign: &Campaign) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !shape::check(campaign, &mut findings) {
        return findings;
    }
    let known: Known = campaign.districts.iter().map(|d| (d.code.as_str(), d.population)).collect();
    let standing = standing(&campaign.reports);
    let mut before = Before::default();
    let mut seen = BTreeSet::new();
    for (index, (report, stands)) in campaign.reports.iter().zip(standing).enumerate() {
        let place = Place::Report { index, as_of: report.as_of };
        let mut say = |level, problem| findings.push(Finding { level, place: place.clone(), problem });
        codes(&known, report, &mut say);
        correction(report, &seen, &mut say);
        seen.insert(report.as_of);
        if stands {
            arithmetic(&known, campaign.province.population, report, &mut say);
            before.compare(report, &mut say);
        }
    }
    findings
}

/// Whether a data file may be published, and may be shown by whoever fetched it: nothing that `check` finds is an error.
pub fn is_publishable(campaign: &Campaign) -> bool {
    !check(campaign).iter().any(Finding::is_error)
}

/// Which reports stand: neither withdrawn nor corrected by a later one that is not withdrawn.
pub fn standing(reports: &[Report]) -> Vec<bool> {
    let mut corrected = BTreeSet::new();
    let mut stands = vec![false; reports.len()];
    for (report, stands) in reports.iter().zip(&mut stands).rev() {
        *stands = !report.withdrawn && !corrected.contains(&report.as_of);
        if let (false, Some(as_of)) = (report.withdrawn, report.corrects) {
            corrected.insert(as_of);
        }
    }
    stands
}

/// Whether the map file and the data file speak of the same districts.
pub fn check_map<'a>(campaign: &Campaign, codes: impl IntoIterator<Item = &'a str>) -> Vec<Finding> {
    let drawn: BTreeSet<&str> = codes.into_iter().collect();
    let known: BTreeSet<&str> = campaign.districts.iter().map(|d| d.code.as_str()).collect();
    let lacks = known.difference(&drawn).map(|code| Problem::MapLacks { code: (*code).to_owned() });
    let unknown = drawn.difference(&known).map(|code| Problem::MapUnknown { code: (*code).to_owned() });
    lacks.chain(unknown).map(|problem| Finding::error(Place::Map, problem)).collect()
}

/// The districts' codes and populations.
type Known<'a> = BTreeMap<&'a str, Option<u64>>;

fn codes(known: &Known, report: &Report, say: &mut impl FnMut(Level, Problem)) {
    if report.total > MOST {
        say(Level::Error, Problem::TooLarge { code: None, value: report.total });
    }
    for (code, value) in report.installs.iter().flatten() {
        if !known.contains_key(code.as_str()) {
            say(Level::Error, Problem::UnknownCode { code: code.clone() });
        }
        if *value > MOST {
            say(Level::Error, Problem::TooLarge { code: Some(code.clone()), value: *value });
        }
    }
}

fn correction(report: &Report, seen: &BTreeSet<Stamp>, say: &mut impl FnMut(Level, Problem)) {
    let Some(as_of) = report.corrects else { return };
    if !seen.contains(&as_of) {
        say(Level::Error, Problem::CorrectsNothing { as_of });
    }
    if report.note.is_none() {
        say(Level::Error, Problem::CorrectionWithoutNote);
    }
}

/// An error that a note turns into a warning.
fn unless(noted: bool) -> Level {
    if noted { Level::Warning } else { Level::Error }
}

fn arithmetic(known: &Known, province: Option<u64>, report: &Report, say: &mut impl FnMut(Level, Problem)) {
    let (total, noted) = (report.total, report.note.is_some());
    if let (Some(installs), Some(sum)) = (&report.installs, report.sum()) {
        let mut whole = true;
        for code in known.keys().filter(|code| !installs.contains_key(**code)) {
            whole = false;
            say(unless(noted), Problem::DistrictMissing { code: (*code).to_owned(), noted });
        }
        if whole && sum != total {
            say(unless(noted), Problem::SumDiffers { sum, total, noted });
        } else if sum > total {
            say(unless(noted), Problem::PartsExceedTotal { sum, total, noted });
        }
        for (code, installs) in installs {
            above(Some(code), *installs, known.get(code.as_str()).copied().flatten(), noted, say);
        }
    }
    above(None, total, province, noted, say);
    rate(province, report, say);
}

fn above(code: Option<&String>, installs: u64, population: Option<u64>, noted: bool, say: &mut impl FnMut(Level, Problem)) {
    if let Some(population) = population.filter(|population| installs > *population) {
        say(unless(noted), Problem::AbovePopulation { code: code.cloned(), installs, population, noted });
    }
}

/// A stated rate follows from the total when it is less than one unit of its last stated decimal away: it may have been rounded or cut.
fn rate(population: Option<u64>, report: &Report, say: &mut impl FnMut(Level, Problem)) {
    // A rate out of range is the shape's affair.
    let Some(stated) = report.rate_percent.filter(|rate| (0.0..=100.0).contains(rate)) else { return };
    let Some(population) = population.filter(|population| *population > 0) else { return };
    let computed = percent(report.total, population);
    if (computed - stated).abs() >= last_decimal(stated) + 1e-9 {
        let noted = report.note.is_some();
        say(unless(noted), Problem::RateDiffers { stated, computed, total: report.total, population, noted });
    }
}

/// The share of `whole` in percent.
pub fn percent(part: u64, whole: u64) -> f64 {
    part as f64 * 100.0 / whole as f64
}

/// The worth of the last decimal of a stated percentage: 0.01 for 8.35.
fn last_decimal(stated: f64) -> f64 {
    let (mut unit, mut scaled) = (1.0, stated);
    for _ in 0..6 {
        if (scaled - scaled.round()).abs() < 1e-6 {
            break;
        }
        scaled *= 10.0;
        unit /= 10.0;
    }
    unit
}

/// The latest standing figures so far.
#[derive(Default)]
struct Before<'a> {
    total: Option<(u64, Stamp)>,
    installs: BTreeMap<&'a str, (u64, Stamp)>,
}

impl<'a> Before<'a> {
    fn compare(&mut self, report: &'a Report, say: &mut impl FnMut(Level, Problem)) {
        let (to, as_of, noted) = (report.total, report.as_of, report.note.is_some());
        if let Some((from, since)) = self.total.replace((to, as_of)) {
            if as_of <= since {
                say(Level::Error, Problem::NotLater { previous: since });
            }
            if to < from {
                say(unless(noted), Problem::TotalFell { from, to, since, noted });
            }
        }
        for (code, &to) in report.installs.iter().flatten() {
            if let Some((from, since)) = self.installs.insert(code, (to, as_of)).filter(|(from, _)| to < *from) {
                say(unless(noted), Problem::InstallsFell { code: code.clone(), from, to, since, noted });
            }
        }
    }
}

#[cfg(test)]
mod tests;
