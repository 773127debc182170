//! Whether a data file that was fetched takes the place of the one that is shown: one rule for the page, the embed and the public
//! screens. Both files have passed `check`; where the second one came from, and what happens to it, is not known here.
//!
//! The higher revision is the newer, whatever it says: the tool raises it with every change, also when something is taken back. Files of one
//! revision that differ were edited by hand (or are of schema 1, which had no revision); for them the ledger's reach decides.

use std::cmp::Ordering;

use super::{Campaign, Report, Stamp};

/// What a fetched data file is to the one that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The same in every member.
    Same,
    /// It takes the place of what is shown.
    Newer,
    /// Its revision is lower, or, at the same revision, it lacks a report or a withdrawal that is shown: a stale copy from some cache.
    Older,
    /// At the same revision its current total is lower than the one shown, for the same moment or a later one, and no note says why.
    UnexplainedDrop,
    /// It speaks of another province and is never taken.
    OtherProvince,
}

/// Compares a fetched data file with the one that is shown. Only `Fetched::Newer` may be shown in its place.
pub fn compare(shown: &Campaign, fetched: &Campaign) -> Fetched {
    if fetched.province.code != shown.province.code {
        return Fetched::OtherProvince;
    }
    if fetched == shown {
        return Fetched::Same;
    }
    match fetched.revision.cmp(&shown.revision) {
        Ordering::Greater => return Fetched::Newer,
        Ordering::Less => return Fetched::Older,
        Ordering::Equal if Edition::of(fetched) < Edition::of(shown) => return Fetched::Older,
        Ordering::Equal => {}
    }
    match (shown.report_at(None), fetched.report_at(None)) {
        (Some(shown), Some(fetched)) if drops_unexplained(shown, fetched) => Fetched::UnexplainedDrop,
        _ => Fetched::Newer,
    }
}

/// How far a file's ledger reaches. The fields are compared in this order: the newest moment that it knows, even if that report is
/// withdrawn; then how many reports it holds; then how many of them it withdraws.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Edition {
    newest: Option<Stamp>,
    reports: usize,
    withdrawn: usize,
}

impl Edition {
    fn of(campaign: &Campaign) -> Self {
        Self {
            newest: campaign.reports.iter().map(|report| report.as_of).max(),
            reports: campaign.reports.len(),
            withdrawn: campaign.reports.iter().filter(|report| report.withdrawn.is_some()).count(),
        }
    }
}

/// Going back to an earlier report is no drop: the file then says that the later one is withdrawn.
fn drops_unexplained(shown: &Report, fetched: &Report) -> bool {
    fetched.as_of >= shown.as_of && fetched.total < shown.total && fetched.note.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Withdrawal;
    use crate::campaign::fixture::{campaign, two_reports};

    fn changed(mut campaign: Campaign, change: impl FnOnce(&mut Campaign)) -> Campaign {
        change(&mut campaign);
        campaign
    }

    #[test]
    fn the_same_file_is_the_same_and_a_longer_ledger_is_newer() {
        assert_eq!(compare(&campaign(), &campaign()), Fetched::Same);
        assert_eq!(compare(&campaign(), &two_reports()), Fetched::Newer);
        assert_eq!(compare(&two_reports(), &campaign()), Fetched::Older);
        let empty = changed(campaign(), |c| c.reports.clear());
        assert_eq!(compare(&empty, &campaign()), Fetched::Newer);
        assert_eq!(compare(&campaign(), &empty), Fetched::Older);
    }

    #[test]
    fn the_higher_revision_is_the_newer_whatever_it_says() {
        let revision = |revision: u64, campaign: Campaign| changed(campaign, |c| c.revision = revision);
        // What was undone, withdrawn or put back: fewer reports, a lower total, an earlier moment.
        let lower = changed(campaign(), |c| c.reports[0].total -= 1);
        for taken_back in [campaign(), lower, changed(campaign(), |c| c.reports.clear())] {
            let (wrong, right) = (revision(7, two_reports()), revision(8, taken_back));
            assert_eq!(compare(&wrong, &right), Fetched::Newer);
            assert_eq!(compare(&right, &wrong), Fetched::Older, "a cache that still has the wrong one changes nothing");
        }
        assert_eq!(compare(&revision(1, campaign()), &revision(0, two_reports())), Fetched::Older, "schema 1 is of before");
        let foreign = changed(revision(9, campaign()), |c| c.province.code = "66".into());
        assert_eq!(compare(&campaign(), &foreign), Fetched::OtherProvince);
        assert_eq!(compare(&campaign(), &revision(2, campaign())), Fetched::Newer);
    }

    #[test]
    fn another_province_is_never_taken() {
        let other = changed(two_reports(), |c| c.province.code = "66".into());
        assert_eq!(compare(&campaign(), &other), Fetched::OtherProvince);
        let renamed = changed(campaign(), |c| c.province.name = "Đắk Nông mới".into());
        assert_eq!(compare(&campaign(), &renamed), Fetched::Newer);
    }

    #[test]
    fn a_file_that_withdraws_the_shown_report_knows_it() {
        let withdrawn = changed(two_reports(), |c| c.reports[1].withdrawn = Some(Withdrawal::default()));
        assert_eq!(compare(&two_reports(), &withdrawn), Fetched::Newer);
        assert_eq!(compare(&withdrawn, &two_reports()), Fetched::Older, "a stale copy does not bring it back");
        assert_eq!(compare(&withdrawn, &campaign()), Fetched::Older);
    }

    #[test]
    fn a_file_without_an_earlier_report_is_older() {
        let lacks = changed(two_reports(), |c| _ = c.reports.remove(0));
        assert_eq!(compare(&two_reports(), &lacks), Fetched::Older);
        assert_eq!(compare(&lacks, &two_reports()), Fetched::Newer);
    }

    #[test]
    fn a_correction_of_the_shown_moment_is_newer_even_when_it_is_lower() {
        let corrected = changed(campaign(), |c| {
            let mut correction = c.reports[0].clone();
            correction.corrects = Some(std::mem::replace(&mut correction.id, "r2".into()));
            correction.note = Some("a digit too many".into());
            correction.total -= 10;
            c.reports.push(correction);
        });
        assert_eq!(compare(&campaign(), &corrected), Fetched::Newer);
        assert_eq!(compare(&corrected, &campaign()), Fetched::Older);
    }

    #[test]
    fn a_drop_needs_a_note() {
        let total = |by: i64, note: Option<&str>| {
            changed(campaign(), |c| {
                c.reports[0].total = c.reports[0].total.saturating_add_signed(by);
                c.reports[0].note = note.map(str::to_owned);
            })
        };
        assert_eq!(compare(&campaign(), &total(-1, None)), Fetched::UnexplainedDrop);
        assert_eq!(compare(&campaign(), &total(-1, Some("why"))), Fetched::Newer);
        assert_eq!(compare(&campaign(), &total(0, Some("why"))), Fetched::Newer);
        assert_eq!(compare(&campaign(), &total(1, None)), Fetched::Newer);
        let later = changed(two_reports(), |c| {
            c.reports[1].total = 51_000;
            c.reports[1].note = None;
        });
        assert_eq!(compare(&campaign(), &later), Fetched::UnexplainedDrop);
    }
}
