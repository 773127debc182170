//! Clipboard and share sheet. Figures that someone copies take their moment, what they count and their source along.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, wasm_bindgen::prelude::*};
use web_sys::{ClipboardEvent, Element, Event, HtmlDocument, HtmlElement, Navigator, Node, Selection, ShareData};

use super::{document, member, on, window};
use crate::{
    faces::page::PageFace,
    text::fill,
    view::{Action, Copied},
};

/// Long enough to be read.
const SEEN_MS: u32 = 5_000;

thread_local! {
    /// What the next copy event is to carry instead of the selected text: the way to copy where there is no clipboard object.
    static PENDING: RefCell<Option<String>> = const { RefCell::new(None) };
}

pub fn attach(page: PageFace) {
    let copied = move |event: Event| {
        if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
            on_copy(page, event);
        }
    };
    on("copy", Box::new(copied));
}

fn on_copy(page: PageFace, event: &ClipboardEvent) -> Option<()> {
    let data = event.clipboard_data()?;
    if let Some(text) = PENDING.take() {
        data.set_data("text/plain", &text).ok()?;
    } else {
        let selection = window()?.get_selection().ok()??;
        element(selection.anchor_node())?.closest("#live,#trend").ok()??;
        let text = String::from(selection.to_string());
        if text.trim().is_empty() {
            return None;
        }
        let mut copied = table(&selection).unwrap_or_else(|| Copied::words(&text));
        untrack(|| copied.end(&page.shared().unit, &page.url()));
        data.set_data("text/plain", &copied.plain).ok()?;
        data.set_data("text/html", &copied.html).ok()?;
    }
    event.prevent_default();
    Some(())
}

fn element(node: Option<Node>) -> Option<Element> {
    let node = node?;
    node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
}

/// The rows that a selection touches, below those of the table's head; none where it lies within one cell, or in no table.
fn table(selection: &Selection) -> Option<Copied> {
    let cell = |node| element(node)?.closest("td,th,caption").ok()?;
    let (from, to) = (cell(selection.anchor_node()), cell(selection.focus_node()));
    let table = element(selection.anchor_node())?.closest("table").ok()??;
    if from.is_some() && from == to {
        return None;
    }
    let mut copied = Copied::default();
    for row in all(&table, "tr") {
        let is_head = row.closest("thead").is_ok_and(|head| head.is_some());
        if is_head || selection.contains_node_with_allow_partial_containment(&row, true).unwrap_or(false) {
            copied.row();
            // What is not seen is not copied.
            for cell in all(&row, "td,th").iter().filter(|cell| cell.offset_width() > 0) {
                copied.cell(&cell.text_content().unwrap_or_default());
            }
        }
    }
    Some(copied)
}

fn all(of: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = of.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// What no state can do: [`Platform::perform`](crate::faces::Platform).
pub fn perform(page: PageFace, action: Action) {
    match action {
        Action::Share => share(page),
        Action::CopyAddress => address(page),
        Action::Print => {
            if let Some(window) = window() {
                let _ = window.print();
            }
        }
        _ => {}
    }
}

fn address(page: PageFace) {
    put(page, untrack(|| page.url()));
}

/// Copies by the clipboard object, else (plain http, in-app browsers) by a copy command, else asks the reader to.
pub fn put(page: PageFace, text: String) {
    let Some(clipboard) = navigator().and_then(|n| member(&n, "clipboard")).map(|c| c.unchecked_into::<web_sys::Clipboard>()) else {
        return say_outcome(page, by_command(&text), &text);
    };
    leptos::task::spawn_local(async move {
        let written = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        say_outcome(page, written || by_command(&text), &text);
    });
}

fn say_outcome(page: PageFace, done: bool, text: &str) {
    page.copy_outcome.set(if done { page.text.copied.into() } else { fill(page.text.copy_failed, &[text]) });
    // An address to copy by hand must stay.
    if done {
        Timeout::new(SEEN_MS, move || page.copy_outcome.set(String::new())).forget();
    }
}

fn by_command(text: &str) -> bool {
    PENDING.set(Some(text.into()));
    let asked = document().and_then(|d| d.dyn_into::<HtmlDocument>().ok()).and_then(|d| d.exec_command("copy").ok()).unwrap_or(false);
    // The copy event takes it; if it is still there, no event came.
    PENDING.take().is_none() && asked
}

pub fn has_sheet() -> bool {
    navigator().is_some_and(|n| member(&n, "share").is_some())
}

fn share(page: PageFace) {
    let Some(navigator) = navigator().filter(|_| has_sheet()) else { return address(page) };
    let data = ShareData::new();
    let shared = untrack(|| page.shared());
    data.set_title(&shared.title);
    data.set_text(&shared.sentence);
    data.set_url(&untrack(|| page.url()));
    let promise = navigator.share_with_data(&data);
    // The reader may close the sheet: that is a choice, not an error.
    leptos::task::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    });
}

fn navigator() -> Option<Navigator> {
    window().map(|w| w.navigator())
}
