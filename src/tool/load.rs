//! What several commands begin with: the data file and the map file, read and found to be in order.

use super::{
    common::{Common, Outcome},
    files::{self, Failure},
    ledger::now,
};
use crate::{
    campaign::{
        Campaign,
        check::{check_clock, is_publishable},
    },
    map::Map,
    text::{build::build, fill, system},
};

/// Figures and map; what is wrong with them has been said.
pub fn both(common: &Common) -> Result<(Campaign, Map), Outcome> {
    let lang = common.language();
    let words = build(lang);
    let away = |failure: Failure| {
        print_error!("{}", failure.message(lang));
        Outcome::Usage
    };
    let campaign = match files::data(&common.data).map_err(away)? {
        Ok(file)
            if is_publishable(&file.campaign)
                && now(&file.campaign).is_none_or(|now| check_clock(&file.campaign, now.unix()).is_empty()) =>
        {
            file.campaign
        }
        _ => {
            print_error!("{}", fill(words.data_errors, &[&common.data.display().to_string()]));
            return Err(Outcome::Findings);
        }
    };
    Ok((campaign, map(common)?))
}

/// The map; what is wrong with it has been said.
pub fn map(common: &Common) -> Result<Map, Outcome> {
    let bytes = files::read(&common.map).map_err(|failure| {
        print_error!("{}", failure.message(common.language()));
        Outcome::Usage
    })?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let sentence = build(common.language()).map_unreadable;
        print_error!("{}", fill(sentence, &[&common.map.display().to_string(), &system::shape(common.language(), &error.to_string())]));
        Outcome::Findings
    })
}
