//! Who stands where: ranks, shares, rates and changes of one report, against the one before. Plain numbers; it must not
//! know how they are worded or shown. What cannot be computed is `None`.

use super::arithmetic::{growth_percent, percent};
use super::{Campaign, District, Report, Stamp, Titled, sorted};

/// What the map is coloured by and the board is ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    #[default]
    Installs,
    /// Installs per 100 people: only where the population is known, with its source.
    Per100,
    /// Change of installs since the report before.
    Change,
}

/// One district in one report.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    pub district: &'a District,
    /// Where the population comes from that `per_100` is measured against.
    pub population_source: Option<Titled<'a>>,
    pub installs: Option<u64>,
    /// Installs per 100 people; only where the population is known, with its source.
    pub per_100: Option<f64>,
    /// Percent of the total that the source states.
    pub share: Option<f64>,
    /// Installs more (or, negative, fewer) than in the report before.
    pub change: Option<i64>,
    /// From 1, by the measure asked for; equal values share a rank.
    pub rank: Option<usize>,
    /// Its rank in the report before, by the same measure.
    pub rank_before: Option<usize>,
}

/// All districts in one report, in rank order.
#[derive(Clone, Debug, PartialEq)]
pub struct Standings<'a> {
    pub report: &'a Report,
    /// The standing report before it that names districts.
    pub before: Option<&'a Report>,
    pub rows: Vec<Standing<'a>>,
}

impl Standing<'_> {
    /// The figure of a measure: a count, installs per 100 people, or a change.
    pub fn value(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Installs => self.installs.map(|n| n as f64),
            Measure::Per100 => self.per_100,
            Measure::Change => self.change.map(|n| n as f64),
        }
    }

    /// Growth since the report before, in percent; `None` from 0.
    pub fn growth(&self) -> Option<f64> {
        let installs = self.installs?;
        growth_percent(installs.checked_add_signed(self.change?.checked_neg()?)?, installs)
    }
}

impl<'a> Standings<'a> {
    /// The row of a district.
    pub fn row(&self, code: &str) -> Option<&Standing<'a>> {
        self.rows.iter().find(|row| row.district.code == code)
    }

    /// The decimals of a share: among hundreds an average one is below a percent, and «0.0%» would stand in every row.
    pub fn share_places(&self) -> u32 {
        if self.rows.len() < 100 { 1 } else { 2 }
    }

    /// The district that grew fastest, measured against its own size so that a small one can lead; `None` when nobody grew. Of equal
    /// growth, the one that stands lowest is named.
    pub fn most_improved(&self) -> Option<&Standing<'_>> {
        self.rows
            .iter()
            .filter(|row| row.change.is_some_and(|n| n > 0))
            .filter_map(|row| Some((row, row.growth()?)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(row, _)| row)
    }
}

impl Campaign {
    /// The standings of the latest report, up to that moment, that names districts.
    pub fn standings(&self, at: Option<Stamp>, measure: Measure) -> Option<Standings<'_>> {
        let (report, before) = self.reports_of_districts(at)?;
        let mut rows: Vec<Standing> = self.rows(report, before).collect();
        let ranks = ranks(&rows.iter().map(|r| r.value(measure)).collect::<Vec<_>>());
        let ranks_before = before.map(|before| ranks_before(&self.rows(before, None).collect::<Vec<_>>(), measure));
        for (i, row) in rows.iter_mut().enumerate() {
            row.rank = ranks[i];
            row.rank_before = ranks_before.as_ref().and_then(|ranks| ranks[i]);
        }
        // Those without a figure come last, in the file's order; the sort is stable, so ties keep it too.
        let rows = sorted(&rows, &|a, b| a.rank.unwrap_or(usize::MAX).cmp(&b.rank.unwrap_or(usize::MAX)));
        Some(Standings { report, before, rows })
    }

    /// The latest report, up to that moment, that names districts, and the one before it.
    pub fn reports_of_districts(&self, at: Option<Stamp>) -> Option<(&Report, Option<&Report>)> {
        let limit = self.report_at(at)?.as_of;
        let mut detailed = self.current_reports().filter(|r| r.installs.is_some() && r.as_of <= limit);
        Some((detailed.next_back()?, detailed.next_back()))
    }

    fn rows<'a>(&'a self, report: &'a Report, before: Option<&'a Report>) -> impl Iterator<Item = Standing<'a>> {
        let figure = |report: &Report, code: &str| report.installs.as_ref().and_then(|all| all.get(code).copied());
        self.districts.iter().map(move |district| {
            let installs = figure(report, &district.code);
            let earlier = before.and_then(|before| figure(before, &district.code));
            Standing {
                district,
                population_source: self.population_source_of(district),
                installs,
                per_100: installs.zip(district.known_population()).and_then(|(n, (people, _))| percent(n, people)),
                share: installs.and_then(|n| percent(n, report.total)),
                change: installs.zip(earlier).and_then(|(n, m)| i64::try_from(n).ok()?.checked_sub_unsigned(m)),
                rank: None,
                rank_before: None,
            }
        })
    }

    /// The measure that a page opens with: the one that is fair between large and small places, where every population is known.
    pub fn opening_measure(&self, at: Option<Stamp>) -> Measure {
        let all_known = self.districts.iter().all(|district| district.known_population().is_some());
        if all_known && self.offers(Measure::Per100, at) { Measure::Per100 } else { Measure::Installs }
    }

    /// Whether a choice of measure can be offered at that moment.
    pub fn offers(&self, measure: Measure, at: Option<Stamp>) -> bool {
        self.reports_of_districts(at).is_some_and(|(report, before)| self.rows(report, before).any(|row| row.value(measure).is_some()))
    }
}

/// A change has no earlier change to compare its rank with.
fn ranks_before(rows: &[Standing], measure: Measure) -> Vec<Option<usize>> {
    ranks(&rows.iter().map(|row| row.value(measure)).collect::<Vec<_>>())
}

/// Competition ranks (1, 2, 2, 4), the highest value first.
fn ranks(values: &[Option<f64>]) -> Vec<Option<usize>> {
    let sorted = sorted(&values.iter().flatten().copied().collect::<Vec<f64>>(), &f64::total_cmp);
    values.iter().map(|value| value.map(|v| 1 + sorted.len() - sorted.partition_point(|other| *other <= v))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::campaign::fixture::{campaign, two_reports};

    #[test]
    fn the_letter_ranks_as_it_reads() {
        let campaign = campaign();
        let all = campaign.standings(None, Measure::Installs).unwrap();
        let names: Vec<_> = all.rows.iter().map(|r| (r.rank.unwrap(), r.district.name.as_str())).collect();
        assert_eq!(
            names,
            [
                (1, "Gia Nghĩa"),
                (2, "Đắk Mil"),
                (3, "Đắk R'lấp"),
                (4, "Cư Jút"),
                (5, "Đắk Song"),
                (6, "Krông Nô"),
                (7, "Đắk Glong"),
                (8, "Tuy Đức")
            ]
        );
        assert!((all.rows[0].per_100.unwrap() - 19.7507).abs() < 1e-3);
        assert!((all.rows[0].share.unwrap() - 23.958).abs() < 1e-2);
        assert_eq!(all.rows[0].change, None);
        assert!(campaign.offers(Measure::Per100, None));
        assert!(!campaign.offers(Measure::Change, None));
    }

    #[test]
    fn small_districts_lead_by_their_own_size() {
        let campaign = two_reports();
        let all = campaign.standings(None, Measure::Installs).unwrap();
        let best = all.most_improved().unwrap();
        assert_eq!((best.district.name.as_str(), best.change), ("Krông Nô", Some(833)));
        assert!(campaign.offers(Measure::Change, None));
        let first = campaign.reports[0].as_of;
        assert!(!campaign.offers(Measure::Change, Some(first)));
        assert_eq!(campaign.standings(Some(first), Measure::Installs).unwrap().report.total, 51_974);
    }

    #[test]
    fn a_share_of_hundreds_has_more_decimals() {
        for (count, places) in [(0, 1), (8, 1), (99, 1), (100, 2), (692, 2)] {
            let campaign = campaign();
            let mut all = campaign.standings(None, Measure::Installs).unwrap();
            all.rows = all.rows.iter().cycle().take(count).cloned().collect();
            assert_eq!(all.share_places(), places, "{count}");
        }
    }

    #[test]
    fn nobody_is_most_improved_when_nobody_grew() {
        let mut campaign = campaign();
        let same = Report { as_of: Stamp::vietnam(2020, 8, 12, 8, 0).unwrap(), ..campaign.reports[0].clone() };
        campaign.reports.push(same);
        assert_eq!(campaign.standings(None, Measure::Installs).unwrap().most_improved(), None);
        campaign.reports[1].installs.iter_mut().flatten().for_each(|(_, n)| *n -= 1);
        assert_eq!(campaign.standings(None, Measure::Installs).unwrap().most_improved(), None);
        campaign.reports[1].installs.as_mut().unwrap().insert("667".into(), 3736);
        let all = campaign.standings(None, Measure::Installs).unwrap();
        assert_eq!(all.most_improved().unwrap().district.code, "667");
    }

    #[test]
    fn growth_from_nothing_is_no_percentage() {
        let mut campaign = two_reports();
        campaign.reports[0].installs.as_mut().unwrap().insert("660".into(), 0);
        let all = campaign.standings(None, Measure::Installs).unwrap();
        let row = |code: &str| all.rows.iter().find(|row| row.district.code == code).unwrap();
        assert_eq!((row("660").change, row("660").growth()), (Some(13_404), None));
        assert!((row("664").growth().unwrap() - 16.917).abs() < 1e-3);
        assert_eq!(all.most_improved().unwrap().district.code, "664", "a district that came from nothing has no growth to compare");
    }

    #[test]
    fn a_rank_is_compared_with_that_of_the_report_before() {
        let campaign = two_reports();
        let all = campaign.standings(None, Measure::Installs).unwrap();
        assert!(all.before.is_some());
        let ranks: Vec<_> = all.rows.iter().map(|row| (row.district.code.as_str(), row.rank.unwrap(), row.rank_before.unwrap())).collect();
        assert_eq!(ranks[..6], [("660", 1, 1), ("663", 2, 2), ("666", 3, 3), ("662", 4, 4), ("665", 5, 5), ("664", 6, 6)]);
        assert!(
            campaign
                .standings(Some(campaign.reports[0].as_of), Measure::Installs)
                .unwrap()
                .rows
                .iter()
                .all(|row| row.rank_before.is_none())
        );
        let by_change = campaign.standings(None, Measure::Change).unwrap();
        assert!(by_change.rows.iter().all(|row| row.rank_before.is_none()), "a change has no earlier change");
        assert_eq!(by_change.rows[0].value(Measure::Change), Some(952.0));
    }

    #[test]
    fn no_source_no_rate_and_no_figure_no_rank() {
        let mut campaign = campaign();
        campaign.districts[0].population_source = None;
        campaign.reports[0].installs.as_mut().unwrap().remove("667");
        let all = campaign.standings(None, Measure::Per100).unwrap();
        let row = |code: &str| all.rows.iter().find(|r| r.district.code == code).unwrap();
        assert_eq!((row("660").per_100, row("660").rank), (None, None));
        assert_eq!((row("667").installs, row("667").rank, row("667").share), (None, None, None));
        assert_eq!(row("663").rank, Some(2));
    }

    #[test]
    fn a_population_is_known_with_its_source_and_when_there_is_anybody() {
        let mut campaign = campaign();
        assert_eq!(campaign.known_population().map(|(people, _)| people), Some(622_168));
        assert_eq!(campaign.districts[0].known_population().map(|(people, _)| people), Some(63_046));
        campaign.districts[0].population = Some(0);
        campaign.province.population = Some(0);
        assert_eq!((campaign.known_population(), campaign.districts[0].known_population()), (None, None));
        campaign.districts[1].population_source = None;
        assert_eq!(campaign.districts[1].known_population(), None);
    }

    #[test]
    fn a_total_alone_counts_in_the_trend_and_never_on_the_map() {
        let mut campaign = two_reports();
        campaign.reports[1].installs = None;
        assert_eq!(campaign.report_at(None).unwrap().total, 57_511);
        let all = campaign.standings(None, Measure::Installs).unwrap();
        assert_eq!((all.report.total, all.before), (51_974, None));
    }

    proptest! {
        #[test]
        fn ties_share_a_rank_and_ranks_count_the_better(values in prop::collection::vec(prop::option::of(0_u16..20), 0..40)) {
            let values: Vec<Option<f64>> = values.into_iter().map(|v| v.map(f64::from)).collect();
            let ranks = ranks(&values);
            for (a, rank) in values.iter().zip(&ranks) {
                prop_assert_eq!(a.is_some(), rank.is_some());
                for (b, other) in values.iter().zip(&ranks) {
                    if let (Some(a), Some(b), Some(rank), Some(other)) = (a, b, rank, other) {
                        prop_assert_eq!(a > b, rank < other);
                        prop_assert_eq!(a == b, rank == other);
                    }
                }
            }
        }
    }
}
