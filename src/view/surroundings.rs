//! Which districts a page about one of them shows where there are too many to show all: a page holds what it shows, and nobody looks for one
//! district among hundreds on its own page.

use crate::{campaign::Campaign, map::Map};

/// Up to so many districts every page shows all of them.
pub const ALL_SHOWN: usize = 60;
/// Where a district has no neighbours (an island), so many of the nearest are shown.
const NEAREST: usize = 5;

/// The district itself and those around it, in the order of the file; none: all are shown.
pub fn surroundings(campaign: &Campaign, map: &Map, district: Option<&str>) -> Option<Vec<String>> {
    let code = district.filter(|_| campaign.districts.len() > ALL_SHOWN)?;
    let own = map.districts.get(code)?;
    let mut around = own.neighbours.clone();
    if around.is_empty() {
        let distance = |[x, y]: [i32; 2]| i64::from(x - own.label[0]).pow(2) + i64::from(y - own.label[1]).pow(2);
        while around.len() < NEAREST {
            let others = map.districts.iter().filter(|(other, _)| *other != code && !around.contains(other));
            let Some((nearest, _)) = others.min_by_key(|(_, shape)| distance(shape.label)) else { break };
            around.push(nearest.clone());
        }
    }
    let shown = |other: &&str| *other == code || around.iter().any(|near| near == other);
    Some(campaign.districts.iter().map(|d| d.code.as_str()).filter(shown).map(Into::into).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::campaign;

    fn many() -> Campaign {
        let mut campaign = campaign();
        for n in 0..ALL_SHOWN {
            let mut district = campaign.districts[0].clone();
            district.code = format!("x{n}");
            campaign.districts.push(district);
        }
        campaign
    }

    #[test]
    fn of_few_all_are_shown_and_of_many_those_around() {
        let mut map: Map = serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap();
        assert_eq!(surroundings(&campaign(), &map, Some("660")), None);
        assert_eq!(surroundings(&many(), &map, None), None);
        assert_eq!(surroundings(&many(), &map, Some("660")).unwrap(), ["660", "661", "665", "666"]);
        map.districts.get_mut("660").unwrap().neighbours.clear();
        let island = surroundings(&many(), &map, Some("660")).unwrap();
        assert!(island.len() == NEAREST + 1 && island.contains(&"660".to_owned()), "{island:?}");
    }
}
