//! Marks the chosen district, the one that is pointed at and the one that the Tab key leads to, on map and leaderboard, by the attributes of their elements
//! alone. As signals of its own each district's marks ran with every change: 2,768 effects in a country of 692 districts, 43 of the 100 ms of pointing at
//! one (CPU/4).

use leptos::prelude::*;
use web_sys::Element;

use super::document;
use crate::faces::page::PageFace;

/// From now on. What is marked already is so as the elements were made.
pub fn follow(page: PageFace) {
    let chosen = move || page.district.get();
    keep(untrack(chosen), Box::new(chosen), move |code, on| {
        for element in shape(code).into_iter().chain(row(page, code)) {
            mark(&element, "data-selected", on);
            mark(&element, "aria-current", on);
        }
    });
    let hovered = move || page.hover.get();
    keep(untrack(hovered), Box::new(hovered), move |code, on| {
        shape(code).into_iter().chain(row(page, code)).for_each(|element| mark(&element, "data-lit", on));
    });
    let stop = page.tab_stop();
    keep(stop.get_untracked(), Box::new(move || stop.get()), move |code, on| {
        if let Some(link) = shape(code) {
            let _ = link.set_attribute("tabindex", if on { "0" } else { "-1" });
        }
    });
}

/// Takes the mark from the one before, whenever it is another. By its code: the list may have made its row anew.
fn keep(served: Option<String>, read: Box<dyn Fn() -> Option<String>>, set: impl Fn(&str, bool) + 'static) {
    Effect::new(move |before: Option<Option<String>>| {
        let (before, now) = (before.unwrap_or_else(|| served.clone()), read());
        if before != now {
            before.iter().for_each(|code| set(code, false));
            now.iter().for_each(|code| set(code, true));
        }
        now
    });
}

fn shape(code: &str) -> Option<Element> {
    document()?.get_element_by_id(&format!("s{code}"))?.parent_element()
}

fn row(page: PageFace, code: &str) -> Option<Element> {
    let slug = page.campaign.with_untracked(|campaign| campaign.district(code).map(|district| district.slug.clone()))?;
    document()?.get_element_by_id(&slug)
}

fn mark(element: &Element, name: &str, on: bool) {
    let _ = if on { element.set_attribute(name, "true") } else { element.remove_attribute(name) };
}
