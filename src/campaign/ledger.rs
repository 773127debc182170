//! Which reports of the ledger stand, and where a new one goes. Nothing is ever deleted from it: a report stands unless it is withdrawn or another
//! corrects it. What was once corrected does not come back when the correction is withdrawn: it is known to be wrong. The order is that in time,
//! which `check` holds.

use super::{Campaign, Report, Stamp};

/// For each report, whether it stands.
pub fn standing(reports: &[Report]) -> Vec<bool> {
    // Corrections are few.
    let corrected: Vec<&str> = reports.iter().filter_map(|report| report.corrects.as_deref().filter(|id| *id != report.id)).collect();
    reports.iter().map(|report| report.withdrawn.is_none() && !corrected.contains(&report.id.as_str())).collect()
}

impl Campaign {
    /// The reports that stand, oldest first.
    pub fn current_reports(&self) -> impl DoubleEndedIterator<Item = &Report> {
        self.reports.iter().zip(standing(&self.reports)).filter(|(_, stands)| *stands).map(|(report, _)| report)
    }

    /// The standing report of that moment, else the latest.
    pub fn report_at(&self, at: Option<Stamp>) -> Option<&Report> {
        at.and_then(|at| self.current_reports().find(|report| report.as_of == at)).or_else(|| self.current_reports().next_back())
    }

    /// The standing report before this one.
    pub fn report_before(&self, report: &Report) -> Option<&Report> {
        self.current_reports().take_while(|earlier| earlier.as_of < report.as_of).last()
    }

    /// The report of an id.
    pub fn report(&self, id: &str) -> Option<&Report> {
        self.reports.iter().find(|report| report.id == id)
    }

    /// The report whose place this one takes.
    pub fn corrected_by(&self, report: &Report) -> Option<&Report> {
        self.report(report.corrects.as_deref()?)
    }

    /// The place of a report of that moment: after all that are not later.
    pub fn place_of(&self, as_of: Stamp) -> usize {
        self.reports.iter().rposition(|report| report.as_of <= as_of).map_or(0, |last| last + 1)
    }

    /// Puts a report into its place in time and answers its index.
    pub fn insert_report(&mut self, report: Report) -> usize {
        let index = self.place_of(report.as_of).min(self.reports.len());
        self.reports.insert(index, report);
        index
    }

    /// An id that no report has or ever had: also those that were undone are known, by the history.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn next_id(&self) -> String {
        let number = |id: &str| id.strip_prefix('r').and_then(|number| number.parse::<u64>().ok());
        let present = self.reports.iter().filter_map(Report::number);
        let past = self.changes.iter().flat_map(super::Change::reports).filter_map(number);
        format!("r{}", present.chain(past).max().unwrap_or(0).saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::change::{Change, Deed};
    use crate::campaign::{Withdrawal, fixture::two_reports};

    fn totals(campaign: &Campaign) -> Vec<u64> {
        campaign.current_reports().map(|report| report.total).collect()
    }

    fn corrected() -> Campaign {
        let mut campaign = two_reports();
        let correction = Report { id: "r3".into(), corrects: Some("r2".into()), total: 57_516, ..campaign.reports[1].clone() };
        assert_eq!(campaign.insert_report(correction), 2);
        campaign
    }

    #[test]
    fn withdrawn_and_corrected_reports_do_not_stand() {
        let mut campaign = two_reports();
        campaign.reports[1].withdrawn = Some(Withdrawal::default());
        assert_eq!(campaign.report_at(None).unwrap().total, 51_974);
        let mut campaign = corrected();
        assert_eq!(totals(&campaign), [51_974, 57_516]);
        assert_eq!(campaign.corrected_by(&campaign.reports[2]), Some(&campaign.reports[1]));
        campaign.reports[2].withdrawn = Some(Withdrawal::default());
        assert_eq!(totals(&campaign), [51_974], "what is known to be wrong does not come back");
    }

    #[test]
    fn a_correction_of_a_correction_stands_alone_and_none_corrects_itself() {
        let mut campaign = corrected();
        let again = Report { id: "r4".into(), corrects: Some("r3".into()), total: 57_517, ..campaign.reports[1].clone() };
        campaign.insert_report(again);
        assert_eq!(totals(&campaign), [51_974, 57_517]);
        let mut campaign = two_reports();
        campaign.reports[1].corrects = Some("r2".into());
        assert_eq!(totals(&campaign), [51_974, 57_511]);
    }

    #[test]
    fn a_moment_has_its_report_and_an_unknown_one_the_latest() {
        let campaign = two_reports();
        let [first, second] = [0, 1].map(|i| &campaign.reports[i]);
        assert_eq!(campaign.report_at(Some(first.as_of)), Some(first));
        assert_eq!(campaign.report_at(Stamp::vietnam(2020, 8, 12, 8, 0)), Some(second));
        assert_eq!(campaign.report_at(None), Some(second));
        assert_eq!(campaign.report_before(second), Some(first));
        assert_eq!(campaign.report_before(first), None);
    }

    #[test]
    fn a_late_report_has_its_place_between_its_neighbours() {
        let campaign = two_reports();
        let place = |day| campaign.place_of(Stamp::vietnam(2020, 8, day, 8, 0).unwrap());
        assert_eq!([10, 11, 12, 13, 14].map(place), [0, 1, 1, 2, 2]);
    }

    #[test]
    fn no_id_is_given_twice_not_even_that_of_a_report_that_was_undone() {
        let mut campaign = two_reports();
        assert_eq!(campaign.next_id(), "r3");
        let at = campaign.reports[0].as_of;
        campaign.changes.push(Change {
            revision: 3,
            at,
            what: Deed::Undo,
            report: Some("r7".into()),
            with: vec!["r6".into()],
            remarks: Vec::new(),
            before: None,
        });
        assert_eq!(campaign.next_id(), "r8");
        campaign.reports.clear();
        campaign.changes.clear();
        assert_eq!(campaign.next_id(), "r1");
    }
}
