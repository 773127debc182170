//! Faces: compositions of parts. Faces differ by composition and CSS, never by a condition inside a part.

pub mod embed;
pub mod led;
pub mod page;

#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

use crate::{campaign::Campaign, map::Map, text::Lang};

/// What a pre-rendered page was built from; it travels inside the page, so that hydration starts from the very same data.
#[derive(Clone, Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize))]
pub struct PageData {
    /// The path that the site is served below, ending in `/`.
    pub base: String,
    /// Scheme and host, where the data file states them.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub origin: Option<String>,
    pub lang: Lang,
    #[cfg_attr(not(target_arch = "wasm32"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub district: Option<String>,
    pub campaign: Campaign,
    pub map: Map,
}
