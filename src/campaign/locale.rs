//! The languages of a site and the clock of its province. It must not know any word.

use time::UtcOffset;

use super::Campaign;
use super::finding::{Level, Place, Problem};
use super::stamp::zone;

impl Campaign {
    /// The time zone of the province's clock.
    pub fn clock(&self) -> UtcOffset {
        let vietnam = || UtcOffset::from_hms(7, 0, 0).unwrap_or(UtcOffset::UTC);
        self.time_zone.as_deref().and_then(zone).unwrap_or_else(vietnam)
    }
}

pub(super) fn check(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) {
    let mut malformed = |field, text: &String| say(Level::Error, Place::Field(field), Problem::Malformed { field, text: text.clone() });
    if let Some(odd) = campaign.languages.iter().find(|code| !["vi", "en"].contains(&code.as_str())) {
        malformed("languages", odd);
    }
    if let Some(odd) = campaign.time_zone.as_ref().filter(|text| zone(text).is_none()) {
        malformed("time_zone", odd);
    }
}
