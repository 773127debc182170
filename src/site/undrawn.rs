//! Units of which nothing is drawn are named beside the map, after the boundaries' source, so that nobody takes them for forgotten. It must not know why
//! they are not drawn.

use crate::campaign::{Campaign, District};
use crate::map::Map;
use crate::text::{Lang, fill, shell::shell, text};

/// The map with that said in both languages; where everything is drawn, as it is.
pub fn told(campaign: &Campaign, map: &Map) -> Map {
    let undrawn: Vec<&District> = campaign.districts.iter().filter(|district| map.undrawn.contains(&district.code)).collect();
    let said = |lang: Lang, source: &str| {
        let names: Vec<String> = undrawn.iter().map(|district| text(lang, campaign).full_name(district)).collect();
        format!("{source}. {}", fill(shell(lang, campaign).undrawn, &[&names.join(", ")]))
    };
    if undrawn.is_empty() {
        return map.clone();
    }
    let source_en = Some(said(Lang::En, map.source_en.as_deref().unwrap_or(&map.source)));
    Map { source: said(Lang::Vi, &map.source), source_en, ..map.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture;

    #[test]
    fn what_is_not_drawn_is_named_in_both_languages() {
        let campaign = fixture::campaign();
        let map: Map = serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap();
        assert_eq!(told(&campaign, &map), map);
        let undrawn = Map { undrawn: vec!["663".into(), "999".into()], source: "S".into(), source_en: None, ..map };
        let told = told(&campaign, &undrawn);
        assert_eq!(
            (told.source.as_str(), told.source_en.as_deref()),
            ("S. Không vẽ trên bản đồ: Huyện Đắk Mil", Some("S. Not drawn on the map: Đắk Mil District"))
        );
    }
}
