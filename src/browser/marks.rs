//! Marks the chosen district, the one that is pointed at and the one that the Tab key leads to, on map and leaderboard, by the attributes of their elements
//! alone. As signals of its own each district's marks ran with every change: 2,768 effects in a country of 692 districts, 43 of the 100 ms of pointing at
//! one (CPU/4).

use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::Element;

use super::document;
use crate::faces::page::PageFace;

/// From now on.
pub fn follow(page: PageFace) {
    Effect::new(move || {
        let chosen = page.district.get();
        mark("data-selected", chosen.as_deref());
        mark("aria-current", chosen.as_deref());
    });
    Effect::new(move || mark("data-lit", page.hover.get().as_deref()));
    let stop = page.tab_stop();
    Effect::new(move || {
        each("[data-part=map] a[tabindex=\"0\"]", |link| _ = link.set_attribute("tabindex", "-1"));
        if let Some(code) = stop.get() {
            each(&format!("[data-part=map] a[data-district=\"{code}\"]"), |link| _ = link.set_attribute("tabindex", "0"));
        }
    });
}

/// Takes a mark from whatever has it, and gives it to a district's shape and row.
fn mark(name: &str, code: Option<&str>) {
    each(&format!("[data-district][{name}]"), |marked| _ = marked.remove_attribute(name));
    if let Some(code) = code {
        let own = format!("[data-part=map] a[data-district=\"{code}\"],[data-part=board] tr[data-district=\"{code}\"]");
        each(&own, |element| _ = element.set_attribute(name, "true"));
    }
}

fn each(selector: &str, act: impl Fn(&Element)) {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok()) else { return };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).for_each(|element| act(&element));
}
