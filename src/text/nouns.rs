//! What the units of a campaign are called together, and what their whole is (native only): «huyện, thành phố» and «toàn tỉnh», «quận, huyện» and «toàn thành
//! phố», «xã, phường». They follow from the kinds in the data. It must not know sentences.

use super::{Lang, units::KINDS};
use crate::campaign::{Campaign, District, DistrictKind, ProvinceKind, app::Counted};

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
            ("unit", kinds.most.map_or("đơn vị", |at| ORDER[at]).into()),
            ("units_and", kinds.vietnamese_and()),
            ("whole", vietnamese(whole).1.into()),
            ("area", vietnamese(whole).0.into()),
            ("place", vietnamese(whole).2.into()),
        ],
        Lang::En => {
            let (one, many, article) = kinds.english();
            let (area, place) = match whole {
                ProvinceKind::Province => ("province", "{0} Province"),
                ProvinceKind::City => ("city", "{0} City"),
                ProvinceKind::Country => ("country", "{0}"),
            };
            [
                ("units", many.into()),
                ("unit", one.into()),
                ("a_unit", format!("{article} {one}")),
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

/// Which kinds there are, as places in [`ORDER`].
struct Kinds {
    /// Empty where some have none that is known.
    present: Vec<usize>,
    /// What most of them are.
    most: Option<usize>,
}

impl Kinds {
    fn of(campaign: &Campaign) -> Self {
        let found: Vec<Option<usize>> = campaign.districts.iter().map(kind).collect();
        let count = |at: usize| found.iter().filter(|kind| **kind == Some(at)).count();
        let known = !found.is_empty() && found.iter().all(Option::is_some);
        let present: Vec<usize> = (0..ORDER.len()).filter(|at| known && count(*at) > 0).collect();
        // Of several that are as many the first in order.
        let most = present.iter().copied().rev().max_by_key(|at| count(*at));
        Self { present, most }
    }

    fn vietnamese(&self) -> String {
        let nouns: Vec<&str> = self.present.iter().map(|at| ORDER[*at]).collect();
        if nouns.is_empty() { "đơn vị".into() } else { nouns.join(", ") }
    }

    /// As it is read out.
    fn vietnamese_and(&self) -> String {
        let nouns = self.vietnamese();
        nouns.rsplit_once(", ").map(|(first, last)| format!("{first} và {last}")).unwrap_or(nouns)
    }

    /// One, many, and the article of one.
    fn english(&self) -> (&'static str, &'static str, &'static str) {
        let all = |range: std::ops::Range<usize>| !self.present.is_empty() && self.present.iter().all(|at| range.contains(at));
        if all(DISTRICTS..COMMUNES) {
            ("district", "districts", "a")
        } else if all(COMMUNES..ORDER.len()) {
            ("commune", "communes", "a")
        } else if all(0..COMMUNES) {
            ("province", "provinces", "a")
        } else {
            ("area", "areas", "an")
        }
    }
}

/// By the data, or by the word that the name begins with.
fn kind(district: &District) -> Option<usize> {
    let place = |word: &str| ORDER.iter().position(|known| *known == word);
    match district.kind {
        DistrictKind::City => place("thành phố"),
        DistrictKind::Town => place("thị xã"),
        DistrictKind::District => place("huyện"),
        DistrictKind::UrbanDistrict => place("quận"),
        DistrictKind::Other => {
            let title = KINDS.iter().find(|known| district.name.strip_prefix(known.title).is_some_and(|rest| rest.starts_with(' ')))?;
            place(&title.title.to_lowercase())
        }
    }
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
    }
}
