//! Splits the kind from a unit's name: `Huyện Cư Jút` is the district `Cư Jút`. It must not know where names come from.

use unicode_normalization::UnicodeNormalization;

use crate::campaign::DistrictKind;
use crate::campaign::names::{fold, key};
use crate::text::units::{KINDS, KindWord};

/// A name as the data file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub kind: DistrictKind,
    /// The word of its kind, where there is one.
    pub title: Option<String>,
    /// Without its kind.
    pub name: String,
    /// Whether the word is one of the kinds of Vietnam.
    pub is_known: bool,
}

/// Splits a name, or takes the kind that the file gives beside it. Where no name of the file has diacritics, neither have the kinds.
pub fn split(name: &str, beside: Option<&str>, plain: bool) -> Named {
    let name = tidy(name);
    let lower: String = name.chars().flat_map(char::to_lowercase).collect();
    let first = KINDS.iter().find_map(|kind| Some((kind, rest(&name, &lower, kind, plain)?)));
    if let Some((kind, rest)) = first {
        return known(kind, &rest);
    }
    let beside = beside.map(tidy).filter(|word| !word.is_empty());
    let same = |word: &str| KINDS.iter().find(|kind| key(kind.word) == key(word));
    if let Some(kind) = beside.as_deref().and_then(same) {
        return known(kind, &name);
    }
    Named { kind: DistrictKind::Other, title: beside, name, is_known: false }
}

fn known(kind: &KindWord, rest: &str) -> Named {
    Named { kind: kind.kind, title: Some(kind.title.to_owned()), name: rest.to_owned(), is_known: true }
}

/// What follows the word of a kind.
fn rest(name: &str, lower: &str, kind: &KindWord, plain: bool) -> Option<String> {
    let begins = lower.starts_with(kind.word) || (plain && lower.starts_with(&fold(kind.word)));
    let rest: String = name.chars().skip(kind.word.chars().count()).collect();
    let apart = kind.word.ends_with('.') || rest.starts_with(' ');
    let rest = rest.trim();
    (begins && apart && !rest.is_empty()).then(|| rest.to_owned())
}

/// The longest name.
const NAME_LENGTH: usize = 80;

/// A name composed, with plain single spaces, and without what no name has.
pub fn tidy(name: &str) -> String {
    let clean: String = name.nfc().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    let unseen = |c: &char| matches!(c, '<' | '>' | '\u{feff}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let clean: String = clean.chars().filter(|c| !unseen(c)).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(NAME_LENGTH).collect()
}
