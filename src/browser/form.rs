//! What the pages with a form have in common: they read the form, follow its changes, write texts that stand in the page's own `data-`
//! attributes, and copy. It must not know what is set up.

use std::rc::Rc;

use js_sys::Array;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, Event, FormData, HtmlDocument, HtmlFormElement, HtmlInputElement};

use super::{by_id, document, listen, on, window};
use crate::text::fill;

/// How long nobody has typed before the preview follows, in milliseconds.
pub const TYPING_PAUSE_MS: u32 = 400;

/// The names and values of a form, in their order.
pub fn pairs(form: &HtmlFormElement) -> Vec<(String, String)> {
    FormData::new_with_form(form).map(|form| pairs_of(&Array::from(&form))).unwrap_or_default()
}

/// What the browser lists as pairs of a name and a value: a form's fields, an address's query.
pub fn pairs_of(pairs: &Array) -> Vec<(String, String)> {
    let text = |pair: &Array, at: u32| pair.get(at).as_string().unwrap_or_default();
    pairs.iter().map(|pair| Array::from(&pair)).map(|pair| (text(&pair, 0), text(&pair, 1))).collect()
}

/// Runs whenever the form may have another content. Without an event the change came from the browser: it fills a form in again on the way back
/// to its page.
pub fn on_change(run: impl Fn(Option<&Event>) + 'static) {
    let run = Rc::new(run);
    // Some ways to choose from a list send `change` alone.
    for name in ["input", "change"] {
        let own = run.clone();
        on(name, Box::new(move |event| own(Some(&event))));
    }
    if let Some(window) = window() {
        listen(&window, "pageshow", Box::new(move |_| run(None)));
    }
}

/// Lists the choices that could not be used, each by the label of its field.
pub fn show_ignored(ignored: &[(String, String)]) {
    let listed: Vec<String> = ignored.iter().map(|(name, value)| format!("{}: {value}", label(name))).collect();
    set_text("ignored", &if listed.is_empty() { String::new() } else { fill(&data_text("ignored", "words"), &[&listed.join("; ")]) });
}

/// Copies by the clipboard object, else (plain http) by a copy command from a field, else leaves the text selected for the reader to copy; and
/// says which of these it was.
pub fn copy(text: String, select: impl FnOnce() + 'static) {
    set_text("said", "");
    let by_command = move || copied_by_command(select);
    // The bindings take it to be there always; insecure contexts lack it.
    let navigator: Option<JsValue> = window().map(|window| window.navigator().into());
    let clipboard = navigator.and_then(|n| js_sys::Reflect::get(&n, &"clipboard".into()).ok()).filter(|value| value.is_object());
    let Some(clipboard) = clipboard.map(|value| value.unchecked_into::<Clipboard>()) else {
        return show_outcome(by_command());
    };
    let written = clipboard.write_text(&text);
    spawn_local(async move {
        let written = JsFuture::from(written).await.is_ok();
        show_outcome(written || by_command());
    });
}

/// Copies by a copy command, whose event may carry more than text.
pub fn copy_by_command(select: impl FnOnce()) {
    set_text("said", "");
    show_outcome(copied_by_command(select));
}

fn copied_by_command(select: impl FnOnce()) -> bool {
    select();
    let document = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.and_then(|document| document.exec_command("copy").ok()).unwrap_or(false)
}

fn show_outcome(copied: bool) {
    set_text("said", &data_text("said", if copied { "copied" } else { "by-hand" }));
}

pub fn input(id: &str) -> Option<HtmlInputElement> {
    by_id(id)?.dyn_into().ok()
}

/// A text that stands in a `data-` attribute of an element.
pub fn data_text(id: &str, key: &str) -> String {
    by_id(id).and_then(|element| element.get_attribute(&format!("data-{key}"))).unwrap_or_default()
}

/// Writes an element's text. An unchanged one is left alone, so that no screen reader reads a status line twice.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id(id).filter(|element| element.text_content().as_deref() != Some(text)) {
        element.set_text_content(Some(text));
    }
}

/// The label of the control of that name.
fn label(name: &str) -> String {
    let label = document().and_then(|document| document.query_selector(&format!("label[for={name}]")).ok()?);
    label.and_then(|label| label.text_content()).unwrap_or_else(|| name.into())
}
