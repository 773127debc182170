//! What a page was made from: it stands in the page, or, where it is large, in files beside it. It must not know faces' states.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::{by_id, document, fetch, value};
use crate::{
    faces::{Data, PageData, fingerprint},
    map::Map,
};

/// A value out of JSON by the browser's own parser; none for what is not JSON or not of that shape.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    value::read(js_sys::JSON::parse(text).ok()?)
}

/// What stands in the page, and the figures and map to draw it from; these are fetched where the page leaves them out. Its words go to `install` first.
/// None: the page stays as it was served.
pub async fn of_page(install: fn(String) -> bool) -> Option<(PageData, Data)> {
    let mut page: PageData = parse(&by_id("built")?.text_content()?)?;
    let inside = std::mem::take(&mut page.words);
    let all = if inside.is_empty() { vec![words().await?] } else { inside };
    all.into_iter().all(install).then_some(())?;
    let data = match page.data.take() {
        Some(data) => data,
        None => fetched(&page).await?,
    };
    Some((page, data))
}

/// The file of the page's words. A host may have answered for it with a page before it was there, which a browser keeps: then by another address.
async fn words() -> Option<String> {
    let address = document()?.query_selector("link[as=fetch]").ok()??.get_attribute("href")?;
    match fetch::kept(&address).await {
        Ok(words) if !words.starts_with('<') => Some(words),
        _ => fetch::text(&format!("{address}?")).await.ok(),
    }
}

/// None where the file holds other figures than the page was made from: then the page stays as it was served, true to its own moment.
async fn fetched(page: &PageData) -> Option<Data> {
    let base = &page.base;
    let text = fetch::text(&format!("{base}data/campaign.json")).await.ok()?;
    let campaign = fetch::figures(&text).ok().filter(|_| page.fingerprint == Some(fingerprint(&text)))?;
    let map: Map = parse(&fetch::text(&format!("{base}data/map.json")).await.ok()?)?;
    Some(Data { campaign: Arc::new(campaign), map: Arc::new(map) })
}
