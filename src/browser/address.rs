//! The address bar, the title and the language link follow the selection; Back and Forward lead it.

use leptos::{prelude::*, wasm_bindgen::JsValue};

use super::{document, listen, window};
use crate::{faces::page::PageFace, view::Selection};

/// Joins selection and address. What the query asks for is applied here, after hydration: the page as served knows the path alone.
pub fn attach(page: PageFace) {
    if let Some(asked) = read(page) {
        page.select(asked);
    }
    Effect::new(move |before: Option<Selection>| {
        let now = page.selection();
        if let Some(before) = before
            && before != now
        {
            write(page, &now, before.district != now.district);
        }
        decorate(page);
        now
    });
    let back = move |_| {
        if let Some(asked) = read(page) {
            page.select(asked);
        }
    };
    if let Some(window) = window() {
        listen(&window, "popstate", Box::new(back));
    }
}

fn read(page: PageFace) -> Option<Selection> {
    let location = window()?.location();
    let (path, query) = (location.pathname().ok()?, location.search().ok()?);
    let (asked, ignored) = page.campaign.with_untracked(|c| Selection::parse(c, &page.base(), &path, &query));
    if !ignored.is_empty() {
        web_sys::console::debug_1(&JsValue::from_str(&ignored.join(" ")));
    }
    // The language is the page's own: its strings are the only ones at hand.
    Some(asked.with_lang(page.text.lang))
}

/// A district is a step that Back undoes; a measure or a report is a way of looking at it and takes its place.
fn write(page: PageFace, selection: &Selection, step: bool) -> Option<()> {
    let window = window()?;
    let address = page.campaign.with_untracked(|c| selection.address(c, &page.base()));
    let location = window.location();
    let current = format!("{}{}", location.pathname().ok()?, location.search().ok()?);
    if current != address {
        let history = window.history().ok()?;
        if step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
        }
    }
    Some(())
}

fn decorate(page: PageFace) -> Option<()> {
    let document = document()?;
    let other = {
        let selection = untrack(|| page.selection());
        selection.with_lang(selection.lang.other())
    };
    let address = page.campaign.with_untracked(|c| other.address(c, &page.base()));
    document.set_title(&page.shared().title);
    let link = document.query_selector("[data-lang-switch]").ok()??;
    link.set_attribute("href", &address).ok()
}
