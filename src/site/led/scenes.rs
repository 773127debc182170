//! The pre-rendered scenes: a set for each kind of screen, of which the style sheet shows the one that is nearest to the window, and the style that
//! turns them. It must not know scripts.

use leptos::prelude::*;

use crate::{
    campaign::Campaign,
    map::Map,
    parts::{ScenePart, scene},
    text::Lang,
    view::{
        scene::{Age, Role, SceneKind, Show, program, rounds},
        settings::DWELL,
    },
};

/// Width and height in pixels, and the windows that it is shown in; the first stands wherever no other does. A ratio is written so that no minifier
/// can make a plain number of it, which old engines do not read.
const SETS: [(u32, u32, &str); 11] = [
    (1920, 1080, "all"),
    (1080, 1080, "(min-aspect-ratio: 4/5) and (max-aspect-ratio: 5/4)"),
    (1080, 1920, "(max-aspect-ratio: 4/5)"),
    (1920, 480, "(min-aspect-ratio: 5/2) and (max-aspect-ratio: 699/100)"),
    (1920, 160, "(min-aspect-ratio: 699/100)"),
    (256, 128, "(max-width: 450px) and (max-height: 220px)"),
    (192, 96, "(max-width: 223px) and (max-height: 127px)"),
    (128, 64, "(max-width: 159px) and (max-height: 95px)"),
    // Message boards: modules of 32x16 beside each other.
    (256, 32, "(min-aspect-ratio: 5/1) and (max-height: 47px)"),
    (128, 32, "(max-width: 191px) and (max-height: 47px)"),
    (64, 32, "(max-width: 95px) and (max-height: 47px)"),
];

pub struct Sets {
    sets: Vec<Set>,
    maps: SharedMaps,
}

struct Set {
    id: String,
    media: &'static str,
    current: Vec<String>,
    withdrawn: Vec<String>,
}

/// The outlines that scenes have in common, each drawn once in the page: every district's scene shows the whole province.
#[derive(Default)]
struct SharedMaps(Vec<Vec<(String, Role)>>);

impl SharedMaps {
    /// Refers to these outlines; a single one is drawn where it stands.
    fn refer(&mut self, shapes: &[(String, Role)]) -> String {
        if shapes.len() < 2 {
            return scene::outlines(shapes);
        }
        let at = self.0.iter().position(|known| known == shapes).unwrap_or_else(|| {
            self.0.push(shapes.to_vec());
            self.0.len() - 1
        });
        format!("<use href=\"#map{at}\"/>")
    }

    fn markup(&self) -> String {
        let one = |(at, shapes): (usize, &Vec<(String, Role)>)| format!("<g id=\"map{at}\">{}</g>", scene::outlines(shapes));
        let all: String = self.0.iter().enumerate().map(one).collect();
        format!("<svg class=\"scene maps\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>{all}</defs></svg>")
    }
}

impl Sets {
    pub fn new(campaign: &Campaign, map: &Map, lang: Lang) -> Self {
        let mut maps = SharedMaps::default();
        let owner = Owner::new();
        let sets = owner.with(|| SETS.into_iter().map(|set| Set::new(campaign, map, lang, set, &mut maps)).collect());
        owner.cleanup();
        Self { sets, maps }
    }

    /// How many scenes the longest round has.
    pub fn longest(&self) -> usize {
        self.sets.iter().map(|set| set.current.len()).max().unwrap_or(1)
    }

    pub fn markup(&self) -> String {
        // A scene alone does not turn.
        let turning = |name: &str, scenes: &[String]| {
            let turn = if scenes.len() > 1 { format!(" t{}", scenes.len()) } else { String::new() };
            format!("<div class=\"{name}{turn}\">{}</div>", scenes.concat())
        };
        let set = |set: &Set| {
            let (current, withdrawn) = (turning("current", &set.current), turning("withdrawn", &set.withdrawn));
            format!("<div class=\"set\" id=\"{}\">{current}{withdrawn}</div>", set.id)
        };
        self.sets.iter().map(set).collect::<String>() + &self.maps.markup()
    }

    /// Which set stands, and the turn of each number of scenes.
    pub fn style(&self) -> String {
        let mut out = String::new();
        for (at, set) in self.sets.iter().enumerate() {
            // A later set takes the place of an earlier one: the small boards come last.
            let own = format!("#{}{{display:block}}", set.id);
            let others: Vec<String> = self.sets.iter().take(at).map(|set| format!("#{}", set.id)).collect();
            out.push_str(&if others.is_empty() {
                own
            } else {
                format!("@media {}{{{}{{display:none}}{own}}}", set.media, others.join(","))
            });
        }
        let mut counts: Vec<usize> = self.sets.iter().flat_map(|set| [set.current.len(), set.withdrawn.len()]).filter(|n| *n > 1).collect();
        counts.sort_unstable();
        counts.dedup();
        for at in 1..counts.last().copied().unwrap_or_default() {
            out.push_str(&format!(".set>div>:nth-child({}){{animation-delay:{}s}}", at + 1, at as u32 * DWELL));
        }
        for count in counts {
            // Each waits for its turn, hidden, and then stands for its part of the round.
            let end = 100.0 / count as f64;
            out.push_str(&format!(
                ".t{count}>*{{animation:t{count} {}s step-end infinite}}\
                 @keyframes t{count}{{0%{{visibility:visible}}{end:.4}%{{visibility:hidden}}100%{{visibility:hidden}}}}",
                count as u32 * DWELL
            ));
        }
        out
    }
}

impl Set {
    fn new(campaign: &Campaign, map: &Map, lang: Lang, (width, height, media): (u32, u32, &'static str), maps: &mut SharedMaps) -> Self {
        let mut scenes = |age: Option<Age>| -> Vec<String> {
            let show = Show::new(campaign, map, lang, None);
            let show = Show { age: age.unwrap_or(show.age), ..show };
            // Style alone knows no second round: it turns the first again and again. The live screen goes on to the others.
            let program = program(&show, &SceneKind::USUAL, width, height);
            let mut all = rounds(&program.slides);
            let first = if all.is_empty() { Vec::new() } else { all.swap_remove(0) };
            first
                .iter()
                .map(|slide| {
                    let picture = program.draw(&show, slide);
                    let name = slide.name();
                    let inner = scene::marks_with(&picture, &mut |shapes| maps.refer(shapes));
                    view! { <ScenePart picture name inner/> }.to_html().replace("<!>", "")
                })
                .collect()
        };
        Self { id: format!("s{width}x{height}"), media, current: scenes(None), withdrawn: scenes(Some(Age::Withdrawn)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::campaign;

    fn map() -> Map {
        serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap()
    }

    #[test]
    fn a_map_is_drawn_once_for_all_scenes_that_show_it() {
        let (campaign, map) = (campaign(), map());
        let sets = Sets::new(&campaign, &map, Lang::Vi);
        let markup = sets.markup();
        // The choropleth of the map's scene and the plain province of the districts' scenes.
        assert_eq!(sets.maps.0.len(), 2);
        assert!(markup.matches("<use href=\"#map1\"/>").count() > 8, "in every district's scene of every set that has room for a map");
        let border = &map.districts["660"].d;
        let alone = markup.matches("class=\"shape here\"").count() / 8;
        assert_eq!(
            markup.matches(border.as_str()).count(),
            2 + alone,
            "twice in the shared maps, and over each map that it is the subject of"
        );
    }
}
