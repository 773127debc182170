//! Asks for a data file, with a time limit, and takes it only when it is whole and sound.

use gloo_net::http::Request;
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, RequestCache};

use super::data;
use crate::campaign::{
    Campaign,
    check::{is_publishable, is_to_come},
    model::SCHEMA,
};

/// A phone on 3G may need seconds; a server that takes longer is as good as away.
const LIMIT_MS: u32 = 12_000;
/// A province's file is a few kilobytes, a country's some hundreds; what is larger than this is not ours.
const LARGEST: usize = 8_000_000;

/// Why no figures came.
pub enum FetchError {
    Network,
    Invalid,
    /// A file of an older release, out of some cache: it is older than what is shown, whatever it says.
    OlderShape,
}

/// A file's text, and whether it is a copy that the worker kept, because the network gave none (`public/sw.js`).
pub struct Answer {
    pub text: String,
    pub kept: bool,
}

/// The text of a file.
pub async fn text(url: &str) -> Result<String, FetchError> {
    Ok(answer(url).await?.text)
}

/// The text of a file whose name stands for its content: as the browser keeps it.
pub async fn kept(url: &str) -> Result<String, FetchError> {
    Ok(asked(url, RequestCache::Default).await?.text)
}

pub async fn answer(url: &str) -> Result<Answer, FetchError> {
    // Revalidated, never blindly from a cache; an unchanged file costs one small answer.
    asked(url, RequestCache::NoCache).await
}

async fn asked(url: &str, cache: RequestCache) -> Result<Answer, FetchError> {
    let abort = AbortController::new().map_err(|_| FetchError::Network)?;
    let signal = abort.signal();
    let _limit = Timeout::new(LIMIT_MS, move || abort.abort());
    let response = Request::get(url).cache(cache).abort_signal(Some(&signal)).send().await.map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Network);
    }
    // Non-authoritative.
    let kept = response.status() == 203;
    let text = response.text().await.map_err(|_| FetchError::Network)?;
    if text.len() > LARGEST { Err(FetchError::Invalid) } else { Ok(Answer { text, kept }) }
}

/// The figures that a text holds, when they keep every rule that the tool checks before it publishes.
pub fn figures(text: &str) -> Result<Campaign, FetchError> {
    let campaign: Option<Campaign> = data::parse(text);
    campaign.filter(is_publishable).ok_or_else(|| match data::parse::<Shape>(text) {
        Some(shape) if shape.schema < SCHEMA => FetchError::OlderShape,
        _ => FetchError::Invalid,
    })
}

/// As [`figures`]; none of a moment that has not come yet.
pub fn figures_after(shown: &Campaign, text: &str) -> Result<Campaign, FetchError> {
    let now = (js_sys::Date::now() / 1000.0) as i64;
    figures(text).and_then(|fetched| if is_to_come(shown, &fetched, now) { Err(FetchError::Invalid) } else { Ok(fetched) })
}

/// What the files of every release have.
#[derive(serde::Deserialize)]
struct Shape {
    schema: u32,
}
