//! `check`: the data file and the map file, every finding with its place. The rules are the domain's.

use super::common::{Common, Format, Outcome};
use super::{files, ledger, output};
use crate::campaign::check::{check, check_clock, check_map};
use crate::campaign::finding::{Finding, Place, Problem};
use crate::map::Map;
use crate::text::build::build;

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
    found.extend(ledger::now(&data.campaign).map(|now| check_clock(&data.campaign, now.unix())).unwrap_or_default());
    match serde_json::from_slice::<Map>(&map) {
        Ok(map) => found.extend(check_map(&data.campaign, map.codes())),
        Err(error) => found.push(Finding::error(Place::Map, Problem::Unreadable { detail: error.to_string() })),
    }
    let outcome = output::report(common, &data.campaign, &found);
    if data.campaign.base_url.is_none() && common.format == Format::Text {
        // Beside the findings, not among them: a site without an address is in order.
        print_error!("{}", build(common.language()).no_base_url);
    }
    outcome
}
