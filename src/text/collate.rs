//! The order of Vietnamese names (native only: in the browser its own collation serves, at no cost in bytes).

use std::{cmp::Ordering, sync::OnceLock};

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};

/// Compares as the Vietnamese alphabet orders: a ă â b … d đ e ê …, tones after letters.
pub fn collate(a: &str, b: &str) -> Ordering {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let collator = COLLATOR.get_or_init(|| Collator::try_new(icu_locale::locale!("vi-u-kn").into(), CollatorOptions::default()).ok());
    match collator {
        Some(collator) => collator.compare(a, b),
        None => a.cmp(b),
    }
}
