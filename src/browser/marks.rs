//! Moves the marks of districts on map and leaderboard: the chosen one, the one that is pointed at and the one that the Tab key leads to. By the
//! attributes of the elements that are there; what is made later is marked as it is made (`parts::mark`).

use leptos::prelude::WithUntracked;
use web_sys::Element;

use super::document;
use crate::faces::{Marked, page::PageFace};

const ATTRIBUTES: [&[&str]; 3] = [&["data-selected", "aria-current"], &["data-lit"], &["tabindex"]];

pub fn mark(page: PageFace, before: Marked, now: Marked) {
    for ((names, before), now) in ATTRIBUTES.into_iter().zip(before).zip(now) {
        if before != now {
            set(page, before, names, false);
            set(page, now, names, true);
        }
    }
}

fn set(page: PageFace, code: Option<String>, names: &[&str], on: bool) -> Option<()> {
    let code = code?;
    let shape = document()?.get_element_by_id(&format!("s{code}")).and_then(|path| path.parent_element());
    let slug = page.campaign.with_untracked(|campaign| campaign.district(&code).map(|district| district.slug.clone()));
    let row = slug.and_then(|slug| document()?.get_element_by_id(&slug));
    for name in names {
        let is_stop = *name == "tabindex";
        let put = |element: &Element| {
            let _ = match (on, is_stop) {
                (true, true) => element.set_attribute(name, "0"),
                (false, true) => element.set_attribute(name, "-1"),
                (true, false) => element.set_attribute(name, "true"),
                (false, false) => element.remove_attribute(name),
            };
        };
        shape.iter().chain(row.as_ref().filter(|_| !is_stop)).for_each(put);
    }
    Some(())
}
