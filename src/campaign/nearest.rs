//! Which district a misspelt name may mean. It is offered, and never taken.

use super::names::key_without_kind;
use super::{Campaign, District};

/// The one district whose name is nearly a text's: it is offered, and never taken.
pub fn nearest<'a>(campaign: &'a Campaign, text: &str) -> Option<&'a District> {
    let wanted = key_without_kind(text);
    let distance = |district: &District| strsim::damerau_levenshtein(&key_without_kind(&district.name), &wanted);
    let mut near: Vec<(usize, &District)> = campaign.districts.iter().map(|district| (distance(district), district)).collect();
    near.sort_by_key(|(distance, _)| *distance);
    match near[..] {
        [(best, district), ..] if best <= 2 && 3 * best < wanted.len() && near.get(1).is_none_or(|(next, _)| *next > best) => {
            Some(district)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::campaign;

    #[test]
    fn near_misses_are_offered() {
        let campaign = campaign();
        let near = |text| nearest(&campaign, text).map(|district| district.name.as_str());
        for (text, name) in
            [("Đắk Mli", "Đắk Mil"), ("Huyện Đắk Mill", "Đắk Mil"), ("Chư Jút", "Cư Jút"), ("Krong Na", "Krông Nô"), ("Tuy Đúc", "Tuy Đức")]
        {
            assert_eq!(near(text), Some(name), "{text}");
        }
        for text in ["Buôn Đôn", "Huyện", "", "Đắk", "Phường Nghĩa Trung"] {
            assert_eq!(near(text), None, "{text}");
        }
    }
}
