//! The pre-rendered scenes: a set for each kind of screen, of which the style sheet shows the one that is nearest to the window, and the style that
//! turns them. It must not know scripts.

use leptos::prelude::*;

use crate::{
    campaign::Campaign,
    map::Map,
    parts::ScenePart,
    text::Lang,
    view::{
        scene::{Age, SceneKind, Show, playlist},
        settings::DWELL,
    },
};

/// Width and height in pixels, and the windows that it is shown in; the first stands wherever no other does. A ratio is written so that no minifier
/// can make a plain number of it, which old engines do not read.
const SETS: [(u32, u32, &str); 8] = [
    (1920, 1080, "all"),
    (1080, 1080, "(min-aspect-ratio: 4/5) and (max-aspect-ratio: 5/4)"),
    (1080, 1920, "(max-aspect-ratio: 4/5)"),
    (1920, 480, "(min-aspect-ratio: 5/2) and (max-aspect-ratio: 699/100)"),
    (1920, 160, "(min-aspect-ratio: 699/100)"),
    (256, 128, "(max-width: 450px) and (max-height: 220px)"),
    (192, 96, "(max-width: 223px) and (max-height: 127px)"),
    (128, 64, "(max-width: 159px) and (max-height: 95px)"),
];

pub struct Sets {
    sets: Vec<Set>,
}

struct Set {
    id: String,
    media: &'static str,
    current: Vec<String>,
    withdrawn: Vec<String>,
}

impl Sets {
    pub fn new(campaign: &Campaign, map: &Map, lang: Lang) -> Self {
        let owner = Owner::new();
        let sets = owner.with(|| {
            SETS.into_iter()
                .map(|(width, height, media)| {
                    let scenes = |age: Option<Age>| {
                        let show = Show::new(campaign, map, lang, None);
                        let show = Show { age: age.unwrap_or(show.age), ..show };
                        let slides = playlist(&show, &SceneKind::USUAL, width, height);
                        slides
                            .iter()
                            .map(|slide| {
                                let (picture, name) = (show.draw(slide, width, height), slide.name());
                                view! { <ScenePart picture name/> }.to_html().replace("<!>", "")
                            })
                            .collect()
                    };
                    Set { id: format!("s{width}x{height}"), media, current: scenes(None), withdrawn: scenes(Some(Age::Withdrawn)) }
                })
                .collect()
        });
        owner.cleanup();
        Self { sets }
    }

    /// How many scenes the longest round has.
    pub fn longest(&self) -> usize {
        self.sets.iter().map(|set| set.current.len()).max().unwrap_or(1)
    }

    pub fn markup(&self) -> String {
        let turning = |scenes: &[String]| -> String {
            let count = scenes.len();
            // A scene alone does not turn.
            let style = |at: usize| {
                if count > 1 {
                    format!(" style=\"animation:t{count} {}s step-end {}s infinite\"", count as u32 * DWELL, at as u32 * DWELL)
                } else {
                    String::new()
                }
            };
            scenes.iter().enumerate().map(|(at, scene)| scene.replacen("<svg", &format!("<svg{}", style(at)), 1)).collect()
        };
        let set = |set: &Set| {
            format!(
                "<div class=\"set\" id=\"{}\"><div class=\"current\">{}</div><div class=\"withdrawn\">{}</div></div>",
                set.id,
                turning(&set.current),
                turning(&set.withdrawn)
            )
        };
        self.sets.iter().map(set).collect()
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
        for count in counts {
            // Each waits for its turn, hidden, and then stands for its part of the round.
            let end = 100.0 / count as f64;
            out.push_str(&format!(
                "@keyframes t{count}{{0%{{visibility:visible}}{end:.4}%{{visibility:hidden}}100%{{visibility:hidden}}}}"
            ));
        }
        out
    }
}
