//! What the units of a campaign are called together, and what their whole is (native only): «huyện, thành phố» and «toàn tỉnh», «quận, huyện» and «toàn thành
//! phố», «xã, phường». They follow from the kinds in the data. It must not know sentences.

use super::{Lang, units::KINDS};
use crate::campaign::{Campaign, District, DistrictKind, KindWords, ProvinceKind, app::Counted};

/// In the order in which they are said together.
const ORDER: [&str; 9] = ["tỉnh", "quận", "huyện", "thị xã", "thành phố", "xã", "phường", "thị trấn", "đặc khu"];
/// The first of the kinds of district level, and of those below.
const DISTRICTS: usize = 1;
const COMMUNES: usize = 5;

/// The nouns by the names of their places.
pub fn places(campaign: &Campaign, lang: Lang) -> Vec<(&'static str, String)> {
    let kinds = Kinds::of(campaign);
    let whole = campaign.province.kind.unwrap_or_default();
    let nouns: [(&str, String); 6] = match lang {
        Lang::Vi => [
            ("units", kinds.vietnamese()),
            ("unit", kinds.most.map_or("đơn vị", Noun::vietnamese).into()),
            ("units_and", kinds.vietnamese_and()),
            ("whole", vietnamese(whole).1.into()),
            ("area", vietnamese(whole).0.into()),
            ("place", vietnamese(whole).2.into()),
        ],
        Lang::En => {
            let (one, many) = kinds.english();
            let (area, place) = match whole {
                ProvinceKind::Province => ("province", "{0} Province"),
                ProvinceKind::City => ("city", "{0} City"),
                ProvinceKind::Country => ("country", "{0}"),
            };
            [
                ("units", many),
                ("unit", one.into()),
                ("a_unit", format!("{} {one}", article(one))),
                ("whole", format!("the {area}")),
                ("area", area.into()),
                ("place", place.into()),
            ]
        }
    };
    nouns.into()
}

/// What is counted, by the names of its places: phones on which the app is installed, or what the data says.
pub fn counted(own: Option<Counted>, lang: Lang) -> Vec<(&'static str, String)> {
    let many = |own: &Counted| own.many.clone().unwrap_or_else(|| own.one.clone());
    match lang {
        Lang::Vi => {
            let thing = own.as_ref().map_or_else(|| "máy".into(), |own| own.one.clone());
            let own_done = own.and_then(|own| own.done);
            let (done, did) = own_done.map_or_else(|| ("đã cài".into(), "cài".into()), |done| (done.clone(), done));
            vec![("thing", thing), ("done", done), ("did", did)]
        }
        Lang::En => {
            let plain = |word: &str| word.to_owned();
            let (phone, phones) = own.as_ref().map_or_else(|| (plain("phone"), plain("phones")), |own| (own.one.clone(), many(own)));
            let things = own.as_ref().map_or_else(|| plain("installs"), many);
            vec![("things", things), ("phone", phone), ("phones", phones)]
        }
    }
}

/// The noun, the whole, and a name in a sentence.
fn vietnamese(kind: ProvinceKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        ProvinceKind::Province => ("tỉnh", "toàn tỉnh", "tỉnh {0}"),
        ProvinceKind::City => ("thành phố", "toàn thành phố", "thành phố {0}"),
        ProvinceKind::Country => ("nước", "cả nước", "{0}"),
    }
}

/// What one kind is called.
#[derive(Clone, Copy, PartialEq)]
enum Noun<'a> {
    /// By its place in [`ORDER`].
    Known(usize),
    /// A kind that the data has words for.
    Own(&'a KindWords),
}

impl<'a> Noun<'a> {
    /// By the data, or by the word that the name begins with.
    fn of(district: &District, campaign: &'a Campaign) -> Option<Self> {
        let word = match district.kind {
            DistrictKind::City => "thành phố",
            DistrictKind::Town => "thị xã",
            DistrictKind::District => "huyện",
            DistrictKind::UrbanDistrict => "quận",
            DistrictKind::Ward => "phường",
            DistrictKind::Commune => "xã",
            DistrictKind::Township => "thị trấn",
            DistrictKind::SpecialZone => "đặc khu",
            DistrictKind::Province => "tỉnh",
            DistrictKind::Other => {
                if let Some(own) = district.kind_name.as_ref().and_then(|name| campaign.kinds.get(name)) {
                    return Some(Self::Own(own));
                }
                let title = KINDS.iter().find(|known| district.name.strip_prefix(known.title).is_some_and(|rest| rest.starts_with(' ')))?;
                &title.title.to_lowercase()
            }
        };
        ORDER.iter().position(|known| *known == word).map(Self::Known)
    }

    fn vietnamese(self) -> &'a str {
        match self {
            Self::Known(at) => ORDER[at],
            Self::Own(own) => &own.vi,
        }
    }

    fn is_in(self, range: std::ops::Range<usize>) -> bool {
        matches!(self, Self::Known(at) if range.contains(&at))
    }
}

/// Which kinds there are.
struct Kinds<'a> {
    /// In the order in which they are said. Empty where some have none that is known.
    present: Vec<Noun<'a>>,
    /// What most of them are.
    most: Option<Noun<'a>>,
}

impl<'a> Kinds<'a> {
    fn of(campaign: &'a Campaign) -> Self {
        let found: Vec<Option<Noun>> = campaign.districts.iter().map(|district| Noun::of(district, campaign)).collect();
        let all = (0..ORDER.len()).map(Noun::Known).chain(campaign.kinds.values().map(Noun::Own));
        let counted = all.map(|noun| (found.iter().filter(|own| **own == Some(noun)).count(), noun)).filter(|(count, _)| *count > 0);
        let counted: Vec<(usize, Noun)> = if found.iter().all(Option::is_some) { counted.collect() } else { Vec::new() };
        // Of several that are as many the first in order.
        let most = counted.iter().rev().max_by_key(|(count, _)| *count).map(|(_, noun)| *noun);
        Self { present: counted.into_iter().map(|(_, noun)| noun).collect(), most }
    }

    fn vietnamese(&self) -> String {
        let nouns: Vec<&str> = self.present.iter().map(|noun| noun.vietnamese()).collect();
        if nouns.is_empty() { "đơn vị".into() } else { nouns.join(", ") }
    }

    /// As it is read out.
    fn vietnamese_and(&self) -> String {
        let nouns = self.vietnamese();
        nouns.rsplit_once(", ").map(|(first, last)| format!("{first} và {last}")).unwrap_or(nouns)
    }

    /// One, and many.
    fn english(&self) -> (&'a str, String) {
        let all = |range: std::ops::Range<usize>| !self.present.is_empty() && self.present.iter().all(|noun| noun.is_in(range.clone()));
        let own: Option<Vec<&KindWords>> =
            self.present.iter().map(|noun| if let Noun::Own(own) = noun { Some(*own) } else { None }).collect();
        match (own, self.most) {
            _ if all(DISTRICTS..COMMUNES) => ("district", "districts".into()),
            _ if all(COMMUNES..ORDER.len()) => ("commune", "communes".into()),
            _ if all(0..COMMUNES) => ("province", "provinces".into()),
            (Some(own), Some(Noun::Own(most))) => {
                let many: Vec<&str> = own.iter().map(|own| own.en_many.as_str()).collect();
                (&most.en, many.join(", "))
            }
            _ => ("area", "areas".into()),
        }
    }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::campaign;

    fn of(kinds: &[(DistrictKind, &str)], whole: ProvinceKind, lang: Lang) -> Vec<String> {
        let mut campaign = campaign();
        let model = campaign.districts[0].clone();
        campaign.districts = kinds.iter().map(|(kind, name)| District { kind: *kind, name: (*name).into(), ..model.clone() }).collect();
        campaign.province.kind = Some(whole);
        let places = places(&campaign, lang);
        ["units", "unit", "whole"].map(|name| places.iter().find(|(place, _)| *place == name).unwrap().1.clone()).into()
    }

    #[test]
    fn nouns_follow_from_the_kinds() {
        use DistrictKind::*;
        let dak_nong = places(&campaign(), Lang::Vi);
        assert!(
            dak_nong.contains(&("units", "huyện, thành phố".into())) && dak_nong.contains(&("whole", "toàn tỉnh".into())),
            "{dak_nong:?}"
        );
        let city = [(UrbanDistrict, "Hải Châu"), (District, "Hòa Vang"), (UrbanDistrict, "Sơn Trà")];
        assert_eq!(of(&city, ProvinceKind::City, Lang::Vi), ["quận, huyện", "quận", "toàn thành phố"]);
        assert_eq!(of(&city, ProvinceKind::City, Lang::En), ["districts", "district", "the city"]);
        let named = [(Other, "Quận 1"), (City, "Thủ Đức")];
        assert_eq!(of(&named, ProvinceKind::City, Lang::Vi)[0], "quận, thành phố", "a kind that stands in the name counts");
        let communes = [(Other, "Phường Bến Thành"), (Other, "Xã Bà Điểm"), (Other, "Xã Đắk Wil"), (Other, "Đặc khu Côn Đảo")];
        assert_eq!(of(&communes, ProvinceKind::Province, Lang::Vi), ["xã, phường, đặc khu", "xã", "toàn tỉnh"]);
        assert_eq!(of(&communes, ProvinceKind::Province, Lang::En)[..2], ["communes", "commune"]);
        let foreign = [(Other, "Wien"), (Other, "Tirol")];
        assert_eq!(of(&foreign, ProvinceKind::Country, Lang::Vi), ["đơn vị", "đơn vị", "cả nước"]);
        assert_eq!(of(&foreign, ProvinceKind::Country, Lang::En), ["areas", "area", "the country"]);
        assert_eq!(of(&[(Other, "Tỉnh Cà Mau"), (City, "Huế")], ProvinceKind::Country, Lang::Vi)[0], "tỉnh, thành phố");
        let kinds = [(Commune, "Bà Điểm"), (Ward, "Bến Thành"), (Township, "Đắk Mâm"), (Ward, "Sài Gòn"), (SpecialZone, "Côn Đảo")];
        assert_eq!(of(&kinds, ProvinceKind::City, Lang::Vi), ["xã, phường, thị trấn, đặc khu", "phường", "toàn thành phố"]);
        assert_eq!(of(&kinds, ProvinceKind::City, Lang::En)[0], "communes");
        assert_eq!(of(&[(Province, "Cà Mau"), (City, "Huế")], ProvinceKind::Country, Lang::En)[..2], ["provinces", "province"]);
    }

    #[test]
    fn a_kind_of_the_data_has_the_words_that_the_data_gives() {
        let mut campaign = campaign();
        for district in &mut campaign.districts {
            (district.kind, district.kind_name) = (DistrictKind::Other, Some("County".into()));
        }
        let noun = |campaign: &Campaign, lang, name| places(campaign, lang).into_iter().find(|(place, _)| *place == name).unwrap().1;
        assert_eq!(noun(&campaign, Lang::En, "units"), "areas");
        let words = |vi: &str, en: &str, en_many: &str| KindWords { vi: vi.into(), en: en.into(), en_many: en_many.into() };
        campaign.kinds.insert("County".into(), words("hạt", "county", "counties"));
        let said = [(Lang::Vi, "units", "hạt"), (Lang::En, "units", "counties"), (Lang::En, "a_unit", "a county")];
        assert!(said.iter().all(|(lang, name, noun_said)| noun(&campaign, *lang, name) == *noun_said));
        campaign.districts[0].kind_name = Some("Unitary authority".into());
        assert_eq!(noun(&campaign, Lang::En, "units"), "areas", "some have no words");
        campaign.kinds.insert("Unitary authority".into(), words("đơn vị nhất thể", "authority", "authorities"));
        assert_eq!(noun(&campaign, Lang::En, "units"), "counties, authorities");
        assert_eq!(noun(&campaign, Lang::Vi, "unit"), "hạt");
    }
}
