//! `check`: the data file and the map file, every finding with its place. The rules are the domain's.

use super::common::{Common, Outcome};
use super::{files, output, strict};
use crate::campaign::check::{check, check_map};
use crate::campaign::finding::{Finding, Place, Problem};
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
    if let (Ok(written), Ok(read)) = (serde_json::from_str(&data.text), serde_json::to_value(&data.campaign)) {
        let unknown = strict::unknown_keys(&written, &read).into_iter();
        found.extend(unknown.map(|path| Finding::error(Place::Whole, Problem::UnknownKey { path })));
    }
    match serde_json::from_slice::<Map>(&map) {
        Ok(map) => found.extend(check_map(&data.campaign, map.districts.keys().map(String::as_str))),
        Err(error) => found.push(Finding::error(Place::Map, Problem::Unreadable { detail: error.to_string() })),
    }
    output::report(common, &data.campaign, &found)
}
