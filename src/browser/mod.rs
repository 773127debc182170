//! The only home of web-sys and gloo: reads the page it was served in, hydrates it, fetches fresh figures, keeps the address
//! bar, shares and copies. It must not decide what is shown.

mod address;
pub mod chart;
mod copy;
mod data;
pub mod embed;
mod events;
mod fetch;
mod form;
pub mod led;
mod marks;
mod page;
mod preview;
mod refresh;
mod served;
mod told;
mod value;

use std::cmp::Ordering;

use leptos::wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Document, Event, EventTarget, HtmlElement, Window};

/// Each module is under its limit with it: the allocator of the standard library weighs 400 to 2,000 bytes more (brotli).
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Tells the chart's module what to draw; the event's detail is the view model.
const CHART: &str = "bluezone:chart";
/// The chart's module is there, and waits to be told.
const CHART_READY: &str = "bluezone:chart-ready";
/// A reader comes near the chart: the page's loader fetches its module (`site::inline`).
const CHART_NEAR: &str = "bluezone:chart-near";

/// Brings the page to life; whatever goes wrong, the static page stays as it is.
pub fn start() {
    let face = root().and_then(|root| root.dataset_get("face"));
    if face.as_deref() == Some("page") {
        page::start();
    }
}

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

pub(crate) fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Writes a `data-` attribute of `<html>`, by which style sheets and tests know the page's state.
pub(crate) fn set_root_data(key: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(&format!("data-{key}"), value);
    }
}

/// A listener that lives as long as the page. Boxed, so that all of them are one piece of wasm.
pub(crate) fn listen(target: &EventTarget, name: &str, run: Box<dyn Fn(Event)>) {
    let closure = Closure::<dyn Fn(Event)>::wrap(run);
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The same on the whole document.
pub(crate) fn on(name: &str, run: Box<dyn Fn(Event)>) {
    if let Some(document) = document() {
        listen(&document, name, run);
    }
}

trait Dataset {
    fn dataset_get(&self, key: &str) -> Option<String>;
}

impl Dataset for HtmlElement {
    fn dataset_get(&self, key: &str) -> Option<String> {
        self.get_attribute(&format!("data-{key}"))
    }
}

/// The browser's own collation.
pub(crate) fn collate(a: &str, b: &str) -> Ordering {
    let locales = js_sys::Array::of1(&JsValue::from_str("vi-u-kn"));
    js_sys::JsString::from(a).locale_compare(b, &locales, &js_sys::Object::new()).cmp(&0)
}

/// Without case and without marks, as people type who search.
pub(crate) fn fold(text: &str) -> String {
    let letters = String::from(js_sys::JsString::from(text).to_lower_case().normalize("NFD"));
    letters.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

pub(crate) fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// A property that the bindings take for granted and old or insecure contexts lack.
pub(crate) fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Calls a method that this engine may lack, and lets whatever comes of it be.
pub(crate) fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<()> {
    let method: js_sys::Function = member(of, name)?.dyn_into().ok()?;
    let answer = js_sys::Reflect::apply(&method, of, &arguments.iter().collect::<js_sys::Array>()).ok()?;
    if let Ok(promise) = answer.dyn_into::<js_sys::Promise>() {
        // A refusal is no error of the page.
        leptos::task::spawn_local(async move { _ = wasm_bindgen_futures::JsFuture::from(promise).await });
    }
    Some(())
}

/// Where the engine has workers and the address is a safe one.
pub(crate) fn register_worker(url: &str) -> Option<()> {
    let workers = member(&window()?.navigator(), "serviceWorker")?;
    call(&workers, "register", &[url.into()])
}
