//! Faces: compositions of parts. Faces differ by composition and CSS, never by a condition inside a part.

pub mod page;

use serde::{Deserialize, Serialize};

use crate::{campaign::Campaign, map::Map, text::Lang};

/// What a pre-rendered page was built from; it travels inside the page, so that hydration starts from the very same data.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Built {
    /// The path that the site is served below, ending in `/`.
    pub base: String,
    pub lang: Lang,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    pub campaign: Campaign,
    pub map: Map,
}
