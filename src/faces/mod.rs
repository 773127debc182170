//! Faces: compositions of parts. Faces differ by composition and CSS, never by a condition inside a part.

pub mod embed;
pub mod led;
pub mod page;
mod platform;

pub use platform::Platform;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{campaign::Campaign, map::Map, text::Lang};

/// What a pre-rendered page was made from; it travels inside the page, so that hydration starts from the very same data.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PageData {
    /// The path that the site is served below, ending in `/`.
    pub base: String,
    /// Scheme and host, where the data file states them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    pub lang: Lang,
    /// The code of the district that the page is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Figures and map. None where they are so large that a page leaves them out: then they are files of the site, and whoever brings the page to
    /// life fetches them first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Data>,
}

/// What everything is drawn from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Data {
    pub campaign: Arc<Campaign>,
    pub map: Arc<Map>,
}
