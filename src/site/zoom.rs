//! Zoom and pan of a map whose units are too small for a finger or whose names have no room: the buttons' markup, the script, their style. The script changes
//! what the map's own markup shows, so that the page's module knows nothing of it and carries none of it.

use super::beside;
use crate::{
    campaign::Campaign,
    map::Map,
    text::{Lang, escape_html, shell::shell, text},
    view::{MapView, Selection, labels},
};

const SCRIPT: &str = include_str!("../../public/zoom.js");
const STYLE: &str = include_str!("../../style/zoom.css");

/// With less room than this around its middle, a unit can't be hit for sure: on a map 340 px wide, a circle of 24 px, the least target of WCAG 2.2.
const HITTABLE: i32 = 35;

/// Whether a site's map can be drawn larger.
#[derive(Clone, Copy)]
pub struct Zoom {
    is_dense: bool,
}

impl Zoom {
    /// Only where it helps: a map that shows all at once needs no buttons.
    pub fn new(campaign: &Campaign, map: &Map) -> Self {
        let is_small = map.districts.values().any(|shape| shape.room < HITTABLE);
        let lacks_names = || {
            !labels::without_room(&MapView::new(campaign, map, text(Lang::Vi, campaign), "/", &Selection::default()), labels::PAGE)
                .is_empty()
        };
        Self { is_dense: is_small || lacks_names() }
    }

    /// The script's file; its name holds a hash, as those of the modules do.
    pub fn script(self) -> Option<(String, Vec<u8>)> {
        self.is_dense.then(|| beside::script("zoom", SCRIPT))
    }

    /// Its element in a page.
    pub fn element(self, base: &str) -> String {
        self.script().map(|script| beside::element(base, &script)).unwrap_or_default()
    }

    /// What it adds to the pages' sheet.
    pub fn rules(self) -> &'static str {
        if self.is_dense { STYLE } else { "" }
    }

    /// The same for embeds, whose map fits into a frame.
    pub fn rules_of_embeds(self) -> &'static str {
        if self.is_dense { concat!(include_str!("../../style/zoom.css"), include_str!("../../style/embed-zoom.css")) } else { "" }
    }

    /// The page's parts with what is drawn over all shapes (the borders between groups of units, a place for names) and the buttons below the map, as last
    /// children of the drawing and of its box, where hydration does not look. The buttons are off until the script runs.
    pub fn filled(self, parts: String, lang: Lang, campaign: &Campaign, borders: &str) -> String {
        let words = shell(lang, campaign);
        let button =
            |(what, words): (&str, &str)| format!("<button type=\"button\" data-zoom=\"{what}\" disabled>{}</button>", escape_html(words));
        let buttons: String = [("in", words.zoom_in), ("out", words.zoom_out), ("whole", words.whole_map)].map(button).concat();
        let lines =
            if borders.is_empty() { String::new() } else { format!("<path class=\"borders\" d=\"{}\"></path>", escape_html(borders)) };
        let (names, buttons) = match self.is_dense {
            true => ("<g class=\"names\"></g>", format!("<div class=\"zoom\">{buttons}</div>")),
            false => ("", String::new()),
        };
        let svg = parts.find("class=\"sheet\"").and_then(|from| Some(from + parts.get(from..)?.find("</svg>")?));
        // After the drawing comes the place of its tip.
        let end = svg.and_then(|from| Some(from + parts.get(from..)?.find(TIP_END)? + TIP_END.len()));
        match svg.zip(end).and_then(|(svg, end)| Some((parts.get(..svg)?, parts.get(svg..end)?, parts.get(end..)?))) {
            Some((drawing, tip, after)) => format!("{drawing}{lines}{names}{tip}{buttons}{after}"),
            None => parts,
        }
    }
}

const TIP_END: &str = "</div>";

/// What a map with borders between groups of units adds to the pages' sheet.
pub fn borders(map: &Map) -> &'static str {
    if map.borders.is_empty() { "" } else { include_str!("../../style/borders.css") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::campaign;

    const PARTS: &str = "<h2></h2><div class=\"sheet\"><svg><g></g></svg><div></div></div><p></p>";

    fn map() -> Map {
        serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap()
    }

    #[test]
    fn a_map_with_room_for_all_stays_as_it_is() {
        let zoom = Zoom::new(&campaign(), &map());
        assert_eq!(
            (zoom.filled(PARTS.into(), Lang::Vi, &campaign(), ""), zoom.element("/"), zoom.rules()),
            (PARTS.into(), String::new(), "")
        );
        assert!(zoom.script().is_none());
    }

    #[test]
    fn a_dense_map_gets_its_buttons_where_hydration_does_not_look() {
        let mut map = map();
        map.districts.values_mut().next().unwrap().room = HITTABLE - 1;
        let zoom = Zoom::new(&campaign(), &map);
        let filled = zoom.filled(PARTS.into(), Lang::En, &campaign(), "M0 0l1 1");
        assert!(filled.starts_with(
            "<h2></h2><div class=\"sheet\"><svg><g></g><path class=\"borders\" d=\"M0 0l1 1\"></path><g class=\"names\"></g></svg>"
        ));
        assert!(
            filled.contains("<div></div><div class=\"zoom\"><button") && filled.ends_with("Whole map</button></div></div><p></p>"),
            "{filled}"
        );
        let (name, script) = zoom.script().unwrap();
        assert!(zoom.element("/x/").contains(&format!("\"/x/{name}\"")) && script.len() < 20_000);
    }
}
