//! Faces: compositions of parts. Faces differ by composition and CSS, never by a condition inside a part.

pub mod embed;
pub mod led;
pub mod page;
mod platform;

pub use platform::{Marked, Platform};

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
    /// The words of each language that the page speaks, a string a line; none where they are a file beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Figures and map. None where they are so large that a page leaves them out: then they are files of the site, and whoever brings the page to
    /// life fetches them first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Data>,
    /// Where they are left out: which figures the page was made from, by the fingerprint of their file. Other ones would come to stand under the
    /// words of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<u32>,
}

/// A file's text as one number: FNV-1a over UTF-16, which a script works out as easily.
pub fn fingerprint(text: &str) -> u32 {
    text.encode_utf16().fold(0x811c_9dc5, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193))
}

/// What everything is drawn from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Data {
    pub campaign: Arc<Campaign>,
    pub map: Arc<Map>,
}
