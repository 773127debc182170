//! Names in all the spellings that letters have: of districts, of communes, of a country's provinces.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

pub fn campaign() -> Campaign {
    serde_json::from_str(include_str!("../../../tests/fixtures/data/campaign.json")).unwrap()
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
        rows.map(|(code, name, kind)| crate::campaign::District { code: code.into(), name: name.into(), kind, ..template.clone() }).into();
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

/// Units below the district, one of them as files before had it: with its kind in the name.
fn communes() -> Campaign {
    let mut campaign = campaign();
    let template = campaign.districts[0].clone();
    let rows = [
        ("1", "Bến Thành", DistrictKind::Ward),
        ("2", "Tân Lập", DistrictKind::Ward),
        ("3", "Tân Lập", DistrictKind::Commune),
        ("4", "Phường Sài Gòn", DistrictKind::Other),
        ("5", "Côn Đảo", DistrictKind::SpecialZone),
        ("6", "Đắk Mâm", DistrictKind::Township),
        ("7", "14", DistrictKind::Ward),
        ("8", "Xã Thới Hòa", DistrictKind::Commune),
    ];
    campaign.districts =
        rows.map(|(code, name, kind)| crate::campaign::District { code: code.into(), name: name.into(), kind, ..template.clone() }).into();
    campaign
}

#[test]
fn communes_are_found_with_and_without_their_kinds() {
    let campaign = communes();
    let names = Names::of(&campaign);
    for (text, code) in [
        ("Bến Thành", "1"),
        ("Phường Bến Thành", "1"),
        ("P. Bến Thành", "1"),
        ("P.Bến Thành", "1"),
        ("xã Bến Thành", "1"),
        ("Phường Tân Lập", "2"),
        ("xã Tân Lập", "3"),
        ("Sài Gòn", "4"),
        ("phường Sài Gòn", "4"),
        ("ĐẶC KHU CÔN ĐẢO", "5"),
        ("TT. Đắk Mâm", "6"),
        ("Phường 14", "7"),
        ("P14", "7"),
        ("Thới Hòa", "8"),
    ] {
        assert_eq!(names.find(text), Some(NameMatch::District(code)), "{text}");
    }
    assert_eq!(names.find("Tân Lập"), Some(NameMatch::Ambiguous));
    for text in ["Huyện Côn Đảo", "Quận Bến Thành", "Tỉnh Đắk Mâm", "14"] {
        assert_eq!(names.find(text), None, "{text}");
    }
    let districts = self::campaign();
    let names = Names::of(&districts);
    assert_eq!((names.find("Xã Đắk Mil"), names.find("Thị trấn Đắk Mil")), (None, None), "a part of the district");
}

#[test]
fn provinces_of_a_country_are_found_with_and_without_their_kinds() {
    let mut campaign = campaign();
    campaign.province.name = "Việt Nam".into();
    (campaign.districts[0].name, campaign.districts[0].kind) = ("Huế".into(), DistrictKind::City);
    (campaign.districts[1].name, campaign.districts[1].kind) = ("Cà Mau".into(), DistrictKind::Province);
    campaign.districts.truncate(2);
    let names = Names::of(&campaign);
    for (text, at) in [("TP Huế", 0), ("Huế", 0), ("Tỉnh Cà Mau", 1), ("T. Cà Mau", 1), ("Cà Mau", 1), ("thành phố Cà Mau", 1)]
    {
        assert_eq!(names.find(text), Some(NameMatch::District(&campaign.districts[at].code)), "{text}");
    }
    assert_eq!((names.find("Huyện Cà Mau"), names.find("Việt Nam")), (None, Some(NameMatch::Province)));
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
