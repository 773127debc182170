//! Whether figures are plausible beside those published before: a digit too many, another app's count and a column of populations all
//! look like a leap. It must not know how the figures were read.

use crate::campaign::finding::{ImportProblem, Problem};
use crate::campaign::{Campaign, Report};

/// Within so many days the total does not rise by more than half.
const DAYS: i64 = 14;
/// More of the people than this is no share that such an app has reached anywhere.
const LARGEST_PERCENT: u64 = 60;

/// What makes a report implausible, beside the standing one before it.
pub fn implausible(campaign: &Campaign, report: &Report) -> Vec<Problem> {
    let mut found = populations(campaign, report);
    let Some(before) = campaign.report_before(report) else { return found };
    let since = before.as_of;
    let days = (report.as_of.unix() - since.unix()) / 86_400;
    if days <= DAYS && report.total.saturating_mul(2) > before.total.saturating_mul(3) {
        found.push(Problem::Import(ImportProblem::TotalRose { from: before.total, to: report.total, since, noted: false }));
    }
    for (code, &to) in report.installs.iter().flatten() {
        let from = before.installs.as_ref().and_then(|installs| installs.get(code)).copied();
        if let Some(from) = from.filter(|from| to > from.saturating_mul(2)) {
            found.push(Problem::Import(ImportProblem::InstallsRose { code: code.clone(), from, to, since, noted: false }));
        }
    }
    found
}

/// Figures that are populations, or nearly.
fn populations(campaign: &Campaign, report: &Report) -> Vec<Problem> {
    let of_district = report.installs.iter().flatten().filter_map(|(code, installs)| {
        let population = campaign.district(code)?.population.filter(|population| population == installs)?;
        Some(Problem::Import(ImportProblem::EqualsPopulation { code: Some(code.clone()), population, noted: false }))
    });
    let of_province = campaign.province.population.and_then(|population| match report.total {
        total if total == population => Some(Problem::Import(ImportProblem::EqualsPopulation { code: None, population, noted: false })),
        total if total < population && total.saturating_mul(100) > population.saturating_mul(LARGEST_PERCENT) => {
            Some(Problem::Import(ImportProblem::LargeShare { installs: total, population, noted: false }))
        }
        _ => None,
    });
    of_province.into_iter().chain(of_district).collect()
}

/// Whether a leap is meant: it can be real, so who only tries is told of it and no more.
pub fn is_leap(problem: &Problem) -> bool {
    matches!(problem, Problem::Import(ImportProblem::TotalRose { .. }) | Problem::Import(ImportProblem::InstallsRose { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Stamp;
    use crate::campaign::fixture::{campaign, two_reports};
    use crate::campaign::waiver::waiver;

    fn names(change: impl FnOnce(&mut Report)) -> Vec<String> {
        let mut campaign = two_reports();
        let mut report = campaign.reports.pop().unwrap();
        change(&mut report);
        implausible(&campaign, &report).iter().filter_map(waiver).collect()
    }

    #[test]
    fn a_leap_is_named_and_the_bound_is_exact() {
        assert_eq!(names(|_| {}), Vec::<String>::new());
        let half_again = 51_974 * 3 / 2;
        assert_eq!(names(|report| report.total = half_again), Vec::<String>::new());
        assert_eq!(names(|report| report.total = half_again + 1), ["rise"]);
        assert_eq!(
            names(|report| {
                report.total = half_again + 1;
                report.as_of = Stamp::vietnam(2020, 8, 26, 9, 0).unwrap()
            }),
            Vec::<String>::new()
        );
        let double = |installs| move |report: &mut Report| _ = report.installs.as_mut().unwrap().insert("663".into(), installs);
        assert_eq!(names(double(2 * 7904)), Vec::<String>::new());
        assert_eq!(names(double(2 * 7904 + 1)), ["rise:663"]);
    }

    #[test]
    fn populations_are_no_installs() {
        let people = campaign().province.population.unwrap();
        assert_eq!(
            names(|report| {
                report.total = people;
                report.as_of = Stamp::vietnam(2020, 12, 1, 9, 0).unwrap()
            }),
            ["population"]
        );
        assert_eq!(
            names(|report| {
                report.total = people * 6 / 10 + 1;
                report.as_of = Stamp::vietnam(2020, 12, 1, 9, 0).unwrap()
            }),
            ["share"]
        );
        let of_district = campaign().district("663").unwrap().population.unwrap();
        assert_eq!(names(|report| _ = report.installs.as_mut().unwrap().insert("663".into(), of_district)), ["population:663", "rise:663"]);
    }
}
