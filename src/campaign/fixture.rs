//! Campaigns for tests: the published data, and the same with the second real table of 13 August 2020 as its next report.

use super::{Campaign, Report};

/// The published data file.
pub fn campaign() -> Campaign {
    serde_json::from_str(include_str!("../../tests/fixtures/one-report.json")).unwrap()
}

/// With the next report, whose parts do not sum to its total.
pub fn two_reports() -> Campaign {
    let mut campaign = campaign();
    let second: Report = serde_json::from_str(include_str!("../../tests/fixtures/second-report.json")).unwrap();
    campaign.reports.push(second);
    campaign
}
