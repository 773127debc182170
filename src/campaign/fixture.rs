//! Campaigns for tests: the published data, and the same with the second real table of 13 August 2020 as its next report.

use super::{Campaign, District, Report};

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

/// The same with so many districts, each with more installs than the one before: `1000` with `Nơi 0` and so on.
pub fn of_many(mut campaign: Campaign, count: u64) -> Campaign {
    let district = campaign.districts[0].clone();
    let code = |n: u64| format!("{}", 1000 + n);
    campaign.districts =
        (0..count).map(|n| District { code: code(n), slug: format!("noi-{n}"), name: format!("Nơi {n}"), ..district.clone() }).collect();
    for (at, report) in (0..).zip(&mut campaign.reports) {
        report.installs = Some((0..count).map(|n| (code(n), 1_000 + 10 * n + at)).collect());
        report.total = report.sum().unwrap_or_default();
    }
    campaign
}
