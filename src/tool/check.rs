//! `check`: the data file and the map file, every finding with its place. The rules are the domain's.

use super::common::{Common, Outcome};
use super::{files, ledger, output};
use crate::campaign::check::{check, check_map};
use crate::campaign::finding::{Finding, Place, Problem};
use crate::campaign::{Campaign, ledger::standing};
use crate::map::Map;

#[derive(clap::Args)]
pub struct Args {}

pub fn run(common: &Common, _: &Args) -> Outcome {
    let (data, map) = match (files::data(&common.data), files::read(&common.map)) {
        (Ok(data), Ok(map)) => (data, map),
        (Err(failure), _) | (_, Err(failure)) => return output::failed(common, &failure),
    };
    let data = match data {
        Ok(data) => data,
        Err(finding) => return output::report(common, &output::nameless(), &[finding]),
    };
    let mut found = check(&data.campaign);
    found.extend(files::unknown_members(&data));
    found.extend(to_come(&data.campaign));
    match serde_json::from_slice::<Map>(&map) {
        Ok(map) => found.extend(check_map(&data.campaign, map.districts.keys().map(String::as_str))),
        Err(error) => found.push(Finding::error(Place::Map, Problem::Unreadable { detail: error.to_string() })),
    }
    output::report(common, &data.campaign, &found)
}

/// Standing reports of moments that have not come yet: slips of the pen, which every page would show.
fn to_come(campaign: &Campaign) -> Vec<Finding> {
    let Some(now) = ledger::now() else { return Vec::new() };
    let reports = campaign.reports.iter().zip(standing(&campaign.reports)).enumerate();
    let later = reports.filter(|(_, (report, stands))| *stands && report.as_of > now);
    later
        .map(|(index, (report, _))| Finding::error(Place::Report { index, as_of: report.as_of }, Problem::InFuture { as_of: report.as_of }))
        .collect()
}
