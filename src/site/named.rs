//! Units whose names alone do not say which they are, a number or a name that stands twice, carry their kind in the name: everything that is made, and
//! the data that a live page fetches, names them so. It must not know where names are shown.

use std::collections::BTreeMap;

use crate::campaign::{Campaign, DistrictKind, names};
use crate::text::{Lang, text};

/// The campaign with such names whole. A kind that stands in the name is not said again.
pub fn named(campaign: &Campaign) -> Campaign {
    let mut named = campaign.clone();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for district in &campaign.districts {
        *count.entry(names::key(&district.name)).or_default() += 1;
    }
    for district in &mut named.districts {
        let key = names::key(&district.name);
        let is_number = key.bytes().all(|b| b.is_ascii_digit());
        if is_number || count.get(&key).is_some_and(|count| *count > 1) {
            district.name = text(Lang::Vi, campaign).full_name(district).replace('\u{a0}', " ");
            district.kind = DistrictKind::Other;
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{fixture, names::Names};

    #[test]
    fn a_number_and_a_name_that_stands_twice_have_their_kind() {
        let mut campaign = fixture::campaign();
        for (at, (name, kind)) in
            [("1", DistrictKind::UrbanDistrict), ("Cao Lãnh", DistrictKind::City), ("Cao Lãnh", DistrictKind::District)]
                .into_iter()
                .enumerate()
        {
            (campaign.districts[at].name, campaign.districts[at].kind) = (name.into(), kind);
        }
        let named = named(&campaign);
        let names: Vec<String> = named.districts.iter().take(4).map(|d| text(Lang::Vi, &campaign).full_name(d)).collect();
        assert_eq!(names, ["Quận 1", "Thành phố Cao Lãnh", "Huyện Cao Lãnh", "Huyện Đắk Mil"]);
        let shown: Vec<&str> = named.districts.iter().take(4).map(|d| d.name.as_str()).collect();
        assert_eq!(shown, ["Quận 1", "Thành phố Cao Lãnh", "Huyện Cao Lãnh", "Đắk Mil"]);
        assert_eq!(super::named(&named), named, "whoever takes the published file gets the same");
        // Letters are read alike beside either.
        for campaign in [&campaign, &named] {
            let names = Names::of(campaign);
            let code = |name: &str| names.find(name).and_then(|found| found.district().map(str::to_owned));
            for (at, name) in [(0, "Quận 1"), (0, "Q.1"), (1, "TP Cao Lãnh"), (2, "Huyện Cao Lãnh")] {
                assert_eq!(code(name), Some(campaign.districts[at].code.clone()), "{name}");
            }
        }
    }
}
