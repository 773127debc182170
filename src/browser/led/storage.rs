//! The last good figures in the browser's local storage, so that they outlive a restart. Storage may be full or forbidden: then nothing is
//! stored, and nothing else changes.

use super::{fetch::figures, window};
use crate::campaign::Campaign;

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

/// Several sites may share an origin; each has its own path.
fn key(base: &str) -> String {
    format!("bluezone-led {base}")
}

/// The stored figures, checked like figures from the network: anyone at the player may have changed them.
pub fn load(base: &str) -> Option<Campaign> {
    figures(&storage()?.get_item(&key(base)).ok()??).ok()
}

pub fn save(base: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&key(base), text);
    }
}
