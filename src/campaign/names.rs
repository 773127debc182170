//! Finds a district in any spelling: composed or not, with or without diacritics, apostrophes, spaces and the kind before the name.
//! It knows the names of the campaign that it is given and no others; aliases that are other words (`Chư Jút`) are not caught.

mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::{Campaign, DistrictKind};

use spelling::{KINDS, key_with_kind, whole_word};
pub use spelling::{fold, key};
pub(super) use spelling::{is_kind, key_without_kind, spelling};

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
    province: String,
    longest_key: usize,
}

impl Names {
    /// The names of a campaign's districts and of its province.
    pub fn of(campaign: &Campaign) -> Self {
        let mut keys: BTreeMap<String, Vec<(DistrictKind, String)>> = BTreeMap::new();
        for district in &campaign.districts {
            keys.entry(district_key(&district.name, district.kind)).or_default().push((district.kind, district.code.clone()));
        }
        let spelled = campaign.districts.iter().map(|d| (d.code.clone(), spelling(&d.name))).collect();
        let province = key(&campaign.province.name);
        let longest_key = keys.keys().map(String::len).chain([province.len()]).max().unwrap_or(0) + "thanhpho".len();
        let codes = campaign.districts.iter().map(|d| d.code.clone()).collect();
        Self { keys, spelled, codes, province, longest_key }
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
        let kinds = || KINDS.iter().map(|(word, kind)| (*word, Some(*kind))).chain([("", None)]);
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
            .or_else(|| KINDS.iter().find_map(|(word, kind)| self.lookup(&key_with_kind(key.strip_prefix(word)?, *kind), Some(*kind))))
            .or_else(|| {
                KINDS.iter().find_map(|(word, kind)| self.lookup(&format!("{}{}", whole_word(*kind)?, key.strip_prefix(word)?), None))
            })
            .or_else(|| self.is_province(key).then_some(NameMatch::Province))
    }

    /// The province's name, by itself or with its kind: some provinces are cities.
    fn is_province(&self, key: &str) -> bool {
        let alone = ["tinh", "thanhpho", "tp"].iter().find_map(|kind| key.strip_prefix(kind).filter(|rest| *rest == self.province));
        key == self.province || alone.is_some() || key.strip_suffix("province") == Some(&self.province)
    }

    fn lookup(&self, key: &str, kind: Option<DistrictKind>) -> Option<NameMatch<'_>> {
        match self.keys.get(key)?.as_slice() {
            // A single one is meant whatever the kind says: letters go on writing "thị xã" after it became a city.
            [(_, code)] => Some(NameMatch::District(code)),
            several => {
                let mut of_kind = several.iter().filter(|(own_kind, _)| Some(*own_kind) == kind);
                match (of_kind.next(), of_kind.next()) {
                    (Some((_, code)), None) => Some(NameMatch::District(code)),
                    _ => Some(NameMatch::Ambiguous),
                }
            }
        }
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

/// The key of a name as the data file has it: without its kind, unless a name number would be left ("Quận 1").
fn district_key(name: &str, kind: DistrictKind) -> String {
    let whole = key(name);
    // A kind that the data file has no word for stands in the name; so does one that tells a name from others.
    if kind == DistrictKind::Other {
        return whole;
    }
    let words: [&[&str]; 4] = [&["thành phố"], &["thị xã"], &["huyện", "huyện đảo"], &["quận"]];
    let lower: String = name.nfc().flat_map(char::to_lowercase).collect();
    let name =
        words.iter().flat_map(|w| w.iter()).filter_map(|word| lower.strip_prefix(word)?.strip_prefix(' ')).min_by_key(|rest| rest.len());
    key_with_kind(&name.map_or(whole, key), kind).into_owned()
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub fn campaign() -> Campaign {
        serde_json::from_str(include_str!("../../tests/fixtures/data/campaign.json")).unwrap()
    }

    /// Another province: a city and a district of one name, numbered districts, hyphens, a name that begins like a kind.
    fn other() -> Campaign {
        let mut campaign = campaign();
        campaign.province.name = "Cao Lãnh".into();
        let template = campaign.districts[0].clone();
        let rows = [
            ("1", "Cao Lãnh", DistrictKind::City),
            ("2", "Cao Lãnh", DistrictKind::District),
            ("3", "Quan Sơn", DistrictKind::District),
            ("4", "1", DistrictKind::UrbanDistrict),
            ("5", "Quận 12", DistrictKind::UrbanDistrict),
            ("6", "Phan Rang - Tháp Chàm", DistrictKind::City),
            ("7", "M'Đrắk", DistrictKind::District),
            ("8", "Thành phố Huế", DistrictKind::City),
        ];
        campaign.districts =
            rows.map(|(code, name, kind)| super::super::District { code: code.into(), name: name.into(), kind, ..template.clone() }).into();
        campaign
    }

    #[test]
    fn finds_the_spellings_met_in_letters() {
        let campaign = campaign();
        let names = Names::of(&campaign);
        for (text, code) in [
            ("Đắk Rlấp", "666"),
            ("Đắk R'Lấp", "666"),
            ("Đắk R’lấp", "666"),
            ("Đăk R’ Lấp", "666"),
            ("ĐắkR'Lấp", "666"),
            ("Dak R`lap", "666"),
            ("Đăk Glong", "661"),
            ("Đắk G’Long", "661"),
            ("ĐẮK GLONG", "661"),
            ("Ðắk Mil", "663"),
            ("Cƣ Jút", "662"),
            ("Cư Jut", "662"),
            ("Huyện Cư\u{a0}Jút", "662"),
            ("H. Tuy Đức", "667"),
            ("H.Tuy Đức", "667"),
            ("TP. Gia Nghĩa", "660"),
            ("TP Gia Nghĩa", "660"),
            ("T.P Gia Nghĩa", "660"),
            ("Thị xã Gia Nghĩa", "660"),
            ("thanh pho gia nghia", "660"),
            ("huyen krong no", "664"),
            ("Dak Song", "665"),
        ] {
            assert_eq!(names.find(text), Some(NameMatch::District(code)), "{text}");
        }
        for text in ["", "Huyện", "Đắk", "Đắk Mill", "Gia", "Huyện Foo", "Tuy Đức Gia Nghĩa"] {
            assert_eq!(names.find(text), None, "{text}");
        }
        assert_eq!(names.find("Tỉnh Đắk Nông"), Some(NameMatch::Province));
    }

    #[test]
    fn tells_apart_what_other_provinces_have() {
        let campaign = other();
        let names = Names::of(&campaign);
        for (text, found) in [
            ("Cao Lãnh", NameMatch::Ambiguous),
            ("TP. Cao Lãnh", NameMatch::District("1")),
            ("huyện Cao Lãnh", NameMatch::District("2")),
            ("Quan Sơn", NameMatch::District("3")),
            ("Huyện Quan Sơn", NameMatch::District("3")),
            ("Quận 1", NameMatch::District("4")),
            ("Q.1", NameMatch::District("4")),
            ("quận 12", NameMatch::District("5")),
            ("Q12", NameMatch::District("5")),
            ("Phan Rang–Tháp Chàm", NameMatch::District("6")),
            ("MĐrắk", NameMatch::District("7")),
            ("Huế", NameMatch::District("8")),
        ] {
            assert_eq!(names.find(text), Some(found), "{text}");
        }
        assert_eq!(names.find("1"), None);
    }

    #[test]
    fn every_space_is_a_plain_one_when_folded() {
        assert_eq!(fold("Đắk\u{a0}Mil\tvà\u{202f}Cư Jút"), "dak mil va cu jut");
    }

    #[test]
    fn an_eth_is_a_dyet() {
        assert_eq!(key("Ðắk R’Lấp"), "dakrlap");
    }

    proptest! {
        #[test]
        fn any_spelling_of_a_known_name_is_found(at in 0usize..8, form in 0u8..4, case in 0u8..3, mark in 0usize..6, space in 0usize..5, kind in 0usize..5) {
            let campaign = campaign();
            let district = &campaign.districts[at];
            let mut text = district.name.replace('\'', ["'", "’", "`", "", "ʼ", "' "][mark]);
            text = text.replace(' ', ["", " ", "\u{a0}", "  ", "\u{202f}"][space]);
            text = match case { 0 => text, 1 => text.to_lowercase(), _ => text.to_uppercase() };
            text = match form {
                0 => text.nfc().collect(),
                1 => text.nfd().collect(),
                2 => fold(&text),
                _ => text.replace('Đ', "Ð"),
            };
            let kinds = if at == 0 { ["", "Thành phố ", "TP. ", "TP.", "thị xã "] } else { ["", "Huyện ", "H. ", "huyện  ", "H."] };
            let names = Names::of(&campaign);
            prop_assert_eq!(names.find(&format!("{}{}", kinds[kind], text)), Some(NameMatch::District(&district.code)));
        }
    }
}
