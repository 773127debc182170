//! What the pages with a form do alike: read the form, say things in the page's own words, copy. It must not know what is set up.

use js_sys::Array;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, FormData, HtmlDocument, HtmlFormElement, HtmlInputElement};

use super::{by_id, document, window};

/// The names and values of a form, in their order.
pub fn pairs(form: &HtmlFormElement) -> Vec<(String, String)> {
    FormData::new_with_form(form).map(|form| listed(&Array::from(&form))).unwrap_or_default()
}

/// What the browser lists as pairs: of a form, of an address.
pub fn listed(pairs: &Array) -> Vec<(String, String)> {
    let text = |pair: &Array, at: u32| pair.get(at).as_string().unwrap_or_default();
    pairs.iter().map(|pair| Array::from(&pair)).map(|pair| (text(&pair, 0), text(&pair, 1))).collect()
}

/// Copies by the clipboard object, else (plain http) by a copy command from a field, else leaves it selected for the reader's own; and says
/// what came of it.
pub fn copy(text: String, select: impl Fn() + 'static) {
    say("said", "");
    let told = |copied: bool| say("said", &word("said", if copied { "copied" } else { "by-hand" }));
    let by_command = move || {
        select();
        let document = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
        document.and_then(|document| document.exec_command("copy").ok()).unwrap_or(false)
    };
    // The bindings take it for granted; insecure contexts lack it.
    let navigator: Option<JsValue> = window().map(|window| window.navigator().into());
    let clipboard = navigator.and_then(|n| js_sys::Reflect::get(&n, &"clipboard".into()).ok()).filter(|value| value.is_object());
    let Some(clipboard) = clipboard.map(|value| value.unchecked_into::<Clipboard>()) else {
        return told(by_command());
    };
    let written = clipboard.write_text(&text);
    spawn_local(async move {
        let written = JsFuture::from(written).await.is_ok();
        told(written || by_command());
    });
}

pub fn input(id: &str) -> Option<HtmlInputElement> {
    by_id(id)?.dyn_into().ok()
}

/// The page's own words for it.
pub fn word(id: &str, key: &str) -> String {
    by_id(id).and_then(|element| element.get_attribute(&format!("data-{key}"))).unwrap_or_default()
}

pub fn say(id: &str, words: &str) {
    if let Some(element) = by_id(id).filter(|element| element.text_content().as_deref() != Some(words)) {
        element.set_text_content(Some(words));
    }
}

/// What the page calls a control of that name.
pub fn label(name: &str) -> String {
    let label = document().and_then(|document| document.query_selector(&format!("label[for={name}]")).ok()?);
    label.and_then(|label| label.text_content()).unwrap_or_else(|| name.into())
}
