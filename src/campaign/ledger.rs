//! Which reports of the ledger stand. Nothing is ever deleted from it: a report stands unless it is withdrawn, or a later report that is
//! not withdrawn itself corrects it. The order is the file's own, which `check` holds to be the order in time.

use super::{Campaign, Report, Stamp};

/// For each report, whether it stands.
pub fn standing(reports: &[Report]) -> Vec<bool> {
    // Corrections are few.
    let mut corrected = Vec::new();
    let mut stands = vec![false; reports.len()];
    for (report, stands) in reports.iter().zip(&mut stands).rev() {
        *stands = !report.withdrawn && !corrected.contains(&report.as_of);
        if let (false, Some(as_of)) = (report.withdrawn, report.corrects) {
            corrected.push(as_of);
        }
    }
    stands
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::two_reports;

    fn totals(campaign: &Campaign) -> Vec<u64> {
        campaign.current_reports().map(|report| report.total).collect()
    }

    #[test]
    fn withdrawn_and_corrected_reports_do_not_stand() {
        let mut campaign = two_reports();
        campaign.reports[1].withdrawn = true;
        assert_eq!(campaign.report_at(None).unwrap().total, 51_974);
        campaign.reports[1].withdrawn = false;
        let mut correction = campaign.reports[1].clone();
        correction.corrects = Some(correction.as_of);
        correction.total = 57_516;
        campaign.reports.push(correction);
        assert_eq!(totals(&campaign), [51_974, 57_516]);
        campaign.reports[2].withdrawn = true;
        assert_eq!(totals(&campaign), [51_974, 57_511], "a correction that is withdrawn corrects nothing");
    }

    #[test]
    fn a_report_corrects_those_before_it_and_never_itself() {
        let mut campaign = two_reports();
        campaign.reports[0].corrects = Some(campaign.reports[1].as_of);
        campaign.reports[1].corrects = Some(campaign.reports[1].as_of);
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
}
