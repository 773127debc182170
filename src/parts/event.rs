//! Small readings of DOM events that several parts need. It must not know what the parts do with them.

use leptos::{ev, prelude::*, wasm_bindgen::JsCast, web_sys};

/// The district whose shape, row or link an event came from.
pub fn district_of(event: &web_sys::Event) -> Option<String> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-district]").ok()??.get_attribute("data-district")
}

/// Whether a click is a plain one: with a modifier or another button the browser's own way (a new tab) is wanted.
pub fn plain(event: &ev::MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// `"true"` while the code is the signal's, else no attribute at all.
pub fn mark(code: &str, of: Signal<Option<String>>) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + 'static + use<> {
    let code = code.to_string();
    move || of.with(|of| of.as_deref() == Some(code.as_str())).then_some("true")
}
