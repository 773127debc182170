//! Clipboard and share sheet. Figures that someone copies take their moment, what they count and their source along.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, wasm_bindgen::prelude::*};
use web_sys::{ClipboardEvent, Element, Event, HtmlDocument, Navigator, ShareData};

use super::{document, on, window};
use crate::{faces::page::PageFace, text::fill, view::Action};

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
    let text = match PENDING.take() {
        Some(text) => text,
        None => {
            let selection = window()?.get_selection().ok()??;
            let place = selection.anchor_node()?;
            let element: Element = place.clone().dyn_into().ok().or_else(|| place.parent_element())?;
            element.closest("#live,#trend").ok()??;
            let text = String::from(selection.to_string());
            if text.trim().is_empty() {
                return None;
            }
            untrack(|| format!("{text}\n{}\n{}", page.shared().unit, page.url()))
        }
    };
    event.clipboard_data()?.set_data("text/plain", &text).ok()?;
    event.prevent_default();
    Some(())
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
    let Some(clipboard) = navigator().and_then(|n| object(&n, "clipboard")).map(|c| c.unchecked_into::<web_sys::Clipboard>()) else {
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
    navigator().is_some_and(|n| object(&n, "share").is_some())
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

/// A property that the bindings take for granted and old or insecure contexts lack.
fn object(navigator: &Navigator, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(navigator, &name.into()).ok().filter(|v| !v.is_undefined() && !v.is_null())
}
