//! How names are compared: the keys that all spellings of one name have in common, the kinds that may stand before a name. It must not know any name.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::campaign::DistrictKind;

/// The kinds as they are written before a name, folded; the longest of several that fit comes first.
pub(super) const KINDS: [(&str, DistrictKind); 22] = [
    ("huyendao", DistrictKind::District),
    ("thanhpho", DistrictKind::City),
    ("district", DistrictKind::District),
    ("thitran", DistrictKind::Township),
    ("dackhu", DistrictKind::SpecialZone),
    ("phuong", DistrictKind::Ward),
    ("thixa", DistrictKind::Town),
    ("huyen", DistrictKind::District),
    ("quan", DistrictKind::UrbanDistrict),
    ("tinh", DistrictKind::Province),
    ("city", DistrictKind::City),
    ("town", DistrictKind::Town),
    ("xa", DistrictKind::Commune),
    ("tp", DistrictKind::City),
    ("tx", DistrictKind::Town),
    ("tt", DistrictKind::Township),
    ("dk", DistrictKind::SpecialZone),
    ("h", DistrictKind::District),
    ("q", DistrictKind::UrbanDistrict),
    ("p", DistrictKind::Ward),
    ("x", DistrictKind::Commune),
    ("t", DistrictKind::Province),
];

/// The key of a name without the kind that may stand before it.
pub(in crate::campaign) fn key_without_kind(text: &str) -> String {
    let key = key(text);
    // One letter is no kind by itself where anything may follow.
    let kinds = KINDS.iter().filter(|(word, _)| word.len() > 1);
    kinds.filter_map(|(word, _)| key.strip_prefix(word)).min_by_key(|rest| rest.len()).map_or_else(|| key.clone(), str::to_owned)
}

/// The key of a name without its kind; a name number keeps its kind, always spelt the same.
pub(super) fn key_with_kind(name: &str, kind: DistrictKind) -> Cow<'_, str> {
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_digit()) {
        return Cow::Borrowed(name);
    }
    let word = KINDS.iter().find(|(_, k)| *k == kind).map_or("", |(word, _)| word);
    Cow::Owned(format!("{word}{name}"))
}

/// The text with everything dropped in which spellings of one name differ: case, diacritics, spaces, apostrophes, hyphens, stops.
pub fn key(text: &str) -> String {
    // The modifier apostrophe counts as a letter in Unicode.
    fold(text).chars().filter(|c| c.is_alphanumeric() && *c != 'ʼ').collect()
}

/// Lower case with its diacritics, without spaces and marks.
pub(in crate::campaign) fn spelling(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// Lower case without diacritics, the spaces and marks kept: for words that are looked for inside of a text.
pub fn fold(text: &str) -> String {
    // Recomposed first: a few characters compose to others than those they are written with.
    text.nfc()
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            // The eth that older pages use for the Vietnamese letter is none of its decompositions either.
            'đ' | 'ð' => 'd',
            // Conversions from old fonts leave this letter in place of ư.
            'ƣ' => 'u',
            'ı' => 'i',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}
