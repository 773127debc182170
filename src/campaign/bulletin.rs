//! How the bulletins for loudspeakers and radio are read aloud (native only). It must not know what they say.

use serde::{Deserialize, Serialize};

/// Syllables a minute where the data file says nothing: an unhurried voice over loudspeakers.
pub const SPEED: u32 = 180;
/// The slowest and the fastest that anyone would read to a commune.
pub const SPEEDS: std::ops::RangeInclusive<u32> = 80..=400;

/// What a campaign decides about its bulletins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Bulletin {
    /// The address to install from as it is spoken, e.g. `blu-dôn chấm gov chấm vn`; absent: made from `links.install`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken_address: Option<String>,
    /// The same for the English bulletins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken_address_en: Option<String>,
    /// How fast bulletins are read, 80 to 400; absent: 180.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub syllables_per_minute: Option<u32>,
}
