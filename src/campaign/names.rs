//! Finds a district in any spelling: composed or not, with or without diacritics, apostrophes, spaces and the kind before the name.
//! It knows the names of the campaign that it is given and no others; aliases that are other words (`Chư Jút`) are not caught.

mod levels;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::{Campaign, DistrictKind};

use levels::Levels;
use spelling::key_with_kind;
pub use spelling::{fold, key};
pub(super) use spelling::{key_without_kind, spelling};

/// What a piece of text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameMatch<'a> {
    /// The code of one district.
    District(&'a str),
    /// A name that several districts share, with nothing said that tells them apart.
    Ambiguous,
    /// The province itself.
    Province,
}

impl<'a> NameMatch<'a> {
    /// The code of the one district that is meant.
    pub fn district(self) -> Option<&'a str> {
        match self {
            Self::District(code) => Some(code),
            Self::Ambiguous | Self::Province => None,
        }
    }
}

/// The names of one campaign, by their keys.
pub struct Names {
    keys: BTreeMap<String, Vec<(DistrictKind, String)>>,
    /// Each name as it is spelled, by the code: "Thanh Trì" and "Thạnh Trị" have one key.
    spelled: BTreeMap<String, String>,
    codes: BTreeSet<String>,
    levels: Levels,
    province: String,
    longest_key: usize,
}

impl Names {
    /// The names of a campaign's districts and of its province.
    pub fn of(campaign: &Campaign) -> Self {
        let mut keys: BTreeMap<String, Vec<(DistrictKind, String)>> = BTreeMap::new();
        for district in &campaign.districts {
            let (key, kind) = unit(&district.name, district.kind);
            keys.entry(key).or_default().push((kind, district.code.clone()));
        }
        let levels = Levels::of(keys.values().flatten().map(|(kind, _)| *kind));
        let spelled = campaign.districts.iter().map(|d| (d.code.clone(), spelling(&d.name))).collect();
        let province = key(&campaign.province.name);
        let longest_key = keys.keys().map(String::len).chain([province.len()]).max().unwrap_or(0) + "thanhpho".len();
        let codes = campaign.districts.iter().map(|d| d.code.clone()).collect();
        Self { keys, spelled, codes, levels, province, longest_key }
    }

    /// What the whole of a text names, whatever its spelling and with or without a kind before the name.
    pub fn find(&self, text: &str) -> Option<NameMatch<'_>> {
        self.find_spelled(&key(text), &spelling(text))
    }

    /// As [`Names::find`], for a text whose key and spelling are at hand.
    pub(super) fn find_spelled(&self, key: &str, spelling: &str) -> Option<NameMatch<'_>> {
        match self.find_key(key) {
            Some(NameMatch::Ambiguous) => self.by_spelling(key, spelling).or(Some(NameMatch::Ambiguous)),
            found => found,
        }
    }

    /// The one of several with one key that is spelled so, or of these the one whose kind stands before the name.
    fn by_spelling(&self, text: &str, spelling: &str) -> Option<NameMatch<'_>> {
        let kinds = || self.levels.words().map(|(word, kind)| (word, Some(kind))).chain([("", None)]);
        let sharing = |(word, kind)| Some((kind, self.keys.get(text.strip_prefix(word)?)?));
        let (kind, several) = kinds().find_map(sharing)?;
        let is_spelled = |code: &String| self.spelled.get(code).is_some_and(|name| spelling.ends_with(name.as_str()));
        let spelled: Vec<_> = several.iter().filter(|(_, code)| is_spelled(code)).collect();
        match spelled[..] {
            [(_, code)] => Some(NameMatch::District(code)),
            _ => {
                let mut of_kind = spelled.into_iter().filter(|(own, _)| Some(*own) == kind);
                of_kind.next().filter(|_| of_kind.next().is_none()).map(|(_, code)| NameMatch::District(code))
            }
        }
    }

    /// As [`Names::find`], for a text that is a key already.
    pub(super) fn find_key(&self, key: &str) -> Option<NameMatch<'_>> {
        // The name as it stands comes first: "Quan Sơn" is no "Quận Sơn".
        self.lookup(key, None)
            .or_else(|| self.levels.words().find_map(|(word, kind)| self.lookup(&key_with_kind(key.strip_prefix(word)?, kind), Some(kind))))
            .or_else(|| self.is_province(key).then_some(NameMatch::Province))
    }

    /// The province's name, by itself or with its kind: some provinces are cities.
    fn is_province(&self, key: &str) -> bool {
        let alone = ["tinh", "thanhpho", "tp"].iter().find_map(|kind| key.strip_prefix(kind).filter(|rest| *rest == self.province));
        key == self.province || alone.is_some() || key.strip_suffix("province") == Some(&self.province)
    }

    fn lookup(&self, key: &str, kind: Option<DistrictKind>) -> Option<NameMatch<'_>> {
        match self.keys.get(key)?.as_slice() {
            // A single one is meant whatever the kind says: letters go on writing "thị xã" after it became a city. A district is no commune of its name.
            [(own, code)] => kind.is_none_or(|kind| levels::may_be(*own, kind)).then_some(NameMatch::District(code)),
            several => {
                let mut of_kind = several.iter().filter(|(own_kind, _)| Some(*own_kind) == kind);
                match (of_kind.next(), of_kind.next()) {
                    (Some((_, code)), None) => Some(NameMatch::District(code)),
                    _ => Some(NameMatch::Ambiguous),
                }
            }
        }
    }

    /// Whether a folded word is a kind of this campaign's units.
    pub(super) fn is_kind(&self, word: &str) -> bool {
        self.levels.words().any(|(known, _)| known == word)
    }

    /// Whether a folded word before a name makes it a place of another level: a commune among districts, a district among communes.
    pub(super) fn is_other_level(&self, word: &str) -> bool {
        self.levels.is_other(word)
    }

    /// The district's code that a text is.
    pub(super) fn code(&self, text: &str) -> Option<&str> {
        self.codes.get(text).map(String::as_str)
    }

    pub(super) fn has_code(&self, text: &str) -> bool {
        self.codes.contains(text)
    }

    /// No name with its kind has a key longer than this.
    pub(super) fn longest_key(&self) -> usize {
        self.longest_key
    }
}

/// The kinds as they stand in a name of the data file.
const WORDS: [(&str, DistrictKind); 10] = [
    ("thành phố", DistrictKind::City),
    ("thị xã", DistrictKind::Town),
    ("huyện", DistrictKind::District),
    ("huyện đảo", DistrictKind::District),
    ("quận", DistrictKind::UrbanDistrict),
    ("phường", DistrictKind::Ward),
    ("xã", DistrictKind::Commune),
    ("thị trấn", DistrictKind::Township),
    ("đặc khu", DistrictKind::SpecialZone),
    ("tỉnh", DistrictKind::Province),
];

/// The key of a name as the data file has it, and its kind: without the kind that may stand in it, unless a number would be left ("Quận 1").
fn unit(name: &str, kind: DistrictKind) -> (String, DistrictKind) {
    let lower: String = name.nfc().flat_map(char::to_lowercase).collect();
    let without = WORDS.iter().filter_map(|(word, kind)| Some((lower.strip_prefix(word)?.strip_prefix(' ')?, *kind)));
    let (name, said) = without.min_by_key(|(rest, _)| rest.len()).unwrap_or((name, kind));
    let kind = if kind == DistrictKind::Other { said } else { kind };
    (key_with_kind(&key(name), kind).into_owned(), kind)
}

#[cfg(test)]
pub(super) mod tests;
