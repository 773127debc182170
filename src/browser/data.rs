//! What a page was made from: it stands in the page, or, where it is large, in files beside it. It must not know faces' states.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::{by_id, fetch, value};
use crate::{
    faces::{Data, PageData, fingerprint},
    map::Map,
};

/// A value out of JSON by the browser's own parser; none for what is not JSON or not of that shape.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    value::read(js_sys::JSON::parse(text).ok()?)
}

/// What stands in the page, and the figures and map to draw it from; these are fetched where the page leaves them out. None: the page stays as
/// it was served.
pub async fn of_page() -> Option<(PageData, Data)> {
    let mut page: PageData = parse(&by_id("built")?.text_content()?)?;
    let data = match page.data.take() {
        Some(data) => data,
        None => fetched(&page).await?,
    };
    Some((page, data))
}

/// None where the file holds other figures than the page was made from: then the page stays as it was served, true to its own moment.
async fn fetched(page: &PageData) -> Option<Data> {
    let base = &page.base;
    let text = fetch::text(&format!("{base}data/campaign.json")).await.ok()?;
    let campaign = fetch::figures(&text).ok().filter(|_| page.fingerprint == Some(fingerprint(&text)))?;
    let map: Map = parse(&fetch::text(&format!("{base}data/map.json")).await.ok()?)?;
    Some(Data { campaign: Arc::new(campaign), map: Arc::new(map) })
}
