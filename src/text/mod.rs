//! Vietnamese and English: every string a person reads, numbers, dates. It must not know components or the web.

#[cfg(not(target_arch = "wasm32"))]
pub mod build;
#[cfg(not(target_arch = "wasm32"))]
pub mod builder;
#[cfg(not(target_arch = "wasm32"))]
pub mod bulletin;
#[cfg(not(target_arch = "wasm32"))]
mod collate;
mod date;
#[cfg(not(target_arch = "wasm32"))]
pub mod documents;
pub mod embed;
#[cfg(not(target_arch = "wasm32"))]
mod en;
mod escape;
mod fill;
#[cfg(not(target_arch = "wasm32"))]
pub mod findings;
#[cfg(not(target_arch = "wasm32"))]
pub mod guide;
#[cfg(not(target_arch = "wasm32"))]
mod guide_en;
#[cfg(not(target_arch = "wasm32"))]
mod guide_vi;
#[cfg(target_arch = "wasm32")]
pub mod installed;
#[cfg(not(target_arch = "wasm32"))]
pub mod ledger;
#[cfg(not(target_arch = "wasm32"))]
pub mod new;
#[cfg(not(target_arch = "wasm32"))]
mod nouns;
mod number;
#[cfg(not(target_arch = "wasm32"))]
mod own;
#[cfg(not(target_arch = "wasm32"))]
pub mod press;
#[cfg(not(target_arch = "wasm32"))]
pub mod print;
#[cfg(not(target_arch = "wasm32"))]
pub mod records;
pub mod screen;
#[cfg(not(target_arch = "wasm32"))]
pub mod setup;
#[cfg(not(target_arch = "wasm32"))]
pub mod shell;
#[cfg(not(target_arch = "wasm32"))]
pub mod slides;
#[cfg(not(target_arch = "wasm32"))]
pub mod spoken;
mod strings;
#[cfg(not(target_arch = "wasm32"))]
pub mod system;
#[cfg(not(target_arch = "wasm32"))]
pub mod tool;
#[cfg(not(target_arch = "wasm32"))]
pub mod units;
#[cfg(not(target_arch = "wasm32"))]
pub mod usage;
#[cfg(not(target_arch = "wasm32"))]
mod vi;
mod worded;
#[cfg(not(target_arch = "wasm32"))]
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use collate::collate;
pub use date::{day, moment, short};
pub use escape::escape_html;
pub use fill::fill;
#[cfg(target_arch = "wasm32")]
pub use installed::text;
pub use number::{format_decimal, format_integer, format_shortest, format_signed};
pub use strings::Text;
#[cfg(not(target_arch = "wasm32"))]
pub use strings::text;
#[cfg(not(target_arch = "wasm32"))]
pub use worded::write;

use serde::{Deserialize, Serialize};

use crate::campaign::Titled;

/// Around words of the data file in a sentence of another language (Unicode's first strong isolate and its end): the page marks their language.
pub const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Whether a title is in that language.
pub fn translated(lang: Lang, titled: Titled) -> bool {
    lang == Lang::Vi || titled.en.is_some()
}

/// A text of the data file in a language, as far as the file has it.
pub fn title<'a>(lang: Lang, titled: Titled<'a>) -> &'a str {
    titled.en.filter(|_| lang == Lang::En).unwrap_or(titled.vi)
}

/// The language of a page or of the tool's messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Vi,
    En,
}

impl Lang {
    /// The language tag of a page: `vi`, `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The other of the two.
    pub const fn other(self) -> Self {
        match self {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        }
    }
}

/// The languages of a campaign's site, Vietnamese first.
#[cfg(not(target_arch = "wasm32"))]
pub fn langs(campaign: &crate::campaign::Campaign) -> Vec<Lang> {
    let all = [Lang::Vi, Lang::En];
    let own: Vec<Lang> = all.into_iter().filter(|lang| campaign.languages.iter().any(|code| code == lang.code())).collect();
    if own.is_empty() { all.into() } else { own }
}
