//! The last good figures, kept across restarts. Storage may be full or forbidden: then there is none, and nothing else changes.

use super::{fetch::figures, window};
use crate::campaign::Campaign;

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

fn key(base: &str) -> String {
    format!("bluezone-led {base}")
}

pub fn last(base: &str) -> Option<Campaign> {
    figures(&storage()?.get_item(&key(base)).ok()??)
}

pub fn keep(base: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&key(base), text);
    }
}
