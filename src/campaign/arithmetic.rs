//! How the figures of a report follow from each other: percentages, growth, the rate against the population, the districts' sum
//! against the total. One rule each, for the check of a data file and for everything that shows it.

use super::{Campaign, Report};

/// The share of `part` in `whole`, in percent; `None` where `whole` is 0.
pub fn percent(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 * 100.0 / whole as f64)
}

/// The growth from an earlier count to a later one, in percent of the earlier; negative for a fall, `None` from 0.
pub fn growth_percent(earlier: u64, later: u64) -> Option<f64> {
    (earlier > 0).then(|| (later as f64 - earlier as f64) * 100.0 / earlier as f64)
}

/// Whether a stated percentage can be the computed one: less than one unit of its last stated decimal away, because it may have been
/// rounded or cut. 8.4 agrees with 8.35, 8.40 (the same number) too; 8.34 does not.
pub fn rate_agrees(stated: f64, computed: f64) -> bool {
    (computed - stated).abs() < last_decimal(stated) + 1e-9
}

/// The worth of the last decimal of a stated percentage, 0.01 for 8.35; six decimals are looked at.
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

/// Districts that do not sum to the stated total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumMismatch {
    /// What the districts of the report sum to.
    pub sum: u64,
    /// Whether every district of the data file has a figure; where one is missing, only a sum above the total is a mismatch.
    pub complete: bool,
}

impl Campaign {
    /// How the districts' sum contradicts the total that the report states; `None` where it does not, or where there are no districts.
    pub fn sum_mismatch(&self, report: &Report) -> Option<SumMismatch> {
        let (installs, sum) = (report.installs.as_ref()?, report.sum()?);
        let complete = self.districts.iter().all(|district| installs.contains_key(&district.code));
        let contradicts = if complete { sum != report.total } else { sum > report.total };
        contradicts.then_some(SumMismatch { sum, complete })
    }

    /// The report's total in percent of the province's population, where that is known with its source.
    pub fn computed_rate(&self, report: &Report) -> Option<f64> {
        self.known_population().and_then(|(population, _)| percent(report.total, population))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::{campaign, two_reports};

    #[test]
    fn nothing_is_a_percentage_of_nothing() {
        assert_eq!(percent(1, 0), None);
        assert_eq!(percent(0, 4), Some(0.0));
        assert_eq!(percent(1, 4), Some(25.0));
        assert_eq!(percent(5, 1), Some(500.0));
    }

    #[test]
    fn growth_is_measured_against_the_earlier_count() {
        assert_eq!(growth_percent(0, 5), None);
        assert_eq!(growth_percent(0, 0), None);
        assert_eq!(growth_percent(1, 5), Some(400.0));
        assert_eq!(growth_percent(4, 4), Some(0.0));
        assert_eq!(growth_percent(4, 3), Some(-25.0));
    }

    #[test]
    fn a_stated_rate_is_as_exact_as_its_last_decimal() {
        for (stated, unit) in [
            (8.0, 1.0),
            (0.0, 1.0),
            (8.4, 0.1),
            (8.35, 0.01),
            (8.354, 0.001),
            (8.3541, 0.0001),
            (8.354_12, 0.000_01),
            (8.354_123, 0.000_001),
            (1.0 / 3.0, 0.000_001),
        ] {
            assert!((last_decimal(stated) / unit - 1.0).abs() < 1e-9, "{stated}: {}", last_decimal(stated));
        }
    }

    #[test]
    fn a_rate_agrees_up_to_one_unit_of_its_last_decimal() {
        for (stated, computed, agrees) in [
            (8.4, 8.3537, true),
            (8.4, 8.301, true),
            (8.4, 8.3, true),
            (8.4, 8.299, false),
            (8.4, 8.5, true),
            (8.4, 8.501, false),
            (8.35, 8.3537, true),
            (8.35, 8.36, true),
            (8.35, 8.3601, false),
            (8.35, 8.3399, false),
            (8.0, 8.99, true),
            (8.0, 9.01, false),
            (8.354, 8.355, true),
            (8.354, 8.3551, false),
        ] {
            assert_eq!(rate_agrees(stated, computed), agrees, "{stated} {computed}");
        }
        assert!(!rate_agrees(f64::NAN, 8.0) && !rate_agrees(8.0, f64::NAN));
    }

    #[test]
    fn a_sum_contradicts_the_total_as_far_as_it_is_complete() {
        let campaign = two_reports();
        assert_eq!(campaign.sum_mismatch(&campaign.reports[0]), None);
        assert_eq!(campaign.sum_mismatch(&campaign.reports[1]), Some(SumMismatch { sum: 57_516, complete: true }));
        let mut report = campaign.reports[0].clone();
        report.total += 1;
        assert_eq!(campaign.sum_mismatch(&report), Some(SumMismatch { sum: 51_974, complete: true }));
        report.installs.as_mut().unwrap().remove("667");
        assert_eq!(campaign.sum_mismatch(&report), None, "the missing district may have the rest");
        report.total = 51_974 - 3735;
        assert_eq!(campaign.sum_mismatch(&report), None, "or nothing");
        report.total -= 1;
        assert_eq!(campaign.sum_mismatch(&report), Some(SumMismatch { sum: 48_239, complete: false }));
        report.installs = None;
        assert_eq!(campaign.sum_mismatch(&report), None);
    }

    #[test]
    fn no_rate_without_a_population_and_its_source() {
        let mut campaign = campaign();
        let report = campaign.reports[0].clone();
        assert!((campaign.computed_rate(&report).unwrap() - 8.3537).abs() < 1e-4);
        campaign.province.population = Some(0);
        assert_eq!(campaign.computed_rate(&report), None);
        campaign.province.population = Some(622_168);
        campaign.province.population_source = None;
        assert_eq!(campaign.computed_rate(&report), None);
    }
}
