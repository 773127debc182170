//! How a page behaves on a player that nobody watches: the screen stays on, the player is told when a snapshot is good, a new release is taken
//! over, and a failure is handed to the guard.

use std::rc::Rc;

use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::{Screen, on, visible, window};
use crate::browser::document;

/// Asks for the screen to stay on, now and whenever the page comes back into sight; and lets the page work without its server.
pub fn attach(screen: &Rc<Screen>) {
    awake();
    on(
        "visibilitychange",
        Box::new(|_| {
            if visible() {
                awake();
            }
        }),
    );
    if !screen.alone {
        serve_offline(&screen.base);
    }
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Calls a method that this engine may lack, and lets whatever comes of it be.
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<()> {
    let method: js_sys::Function = member(of, name)?.dyn_into().ok()?;
    let answer = js_sys::Reflect::apply(&method, of, &arguments.iter().collect::<js_sys::Array>()).ok()?;
    if let Ok(promise) = answer.dyn_into::<js_sys::Promise>() {
        // A refusal is no error of the page.
        leptos::task::spawn_local(async move { _ = wasm_bindgen_futures::JsFuture::from(promise).await });
    }
    Some(())
}

fn awake() -> Option<()> {
    let lock = member(&window()?.navigator(), "wakeLock")?;
    call(&lock, "request", &["screen".into()])
}

/// Keeps copies of the page and what it needs, so that a player that starts while the server is away has something to show.
fn serve_offline(base: &str) -> Option<()> {
    let worker = member(&window()?.navigator(), "serviceWorker")?;
    call(&worker, "register", &[format!("{base}led/sw.js").into()])
}

/// Yodeck's players take a snapshot when the title says so, and ask again when it has gone stale.
pub fn say_ready(seconds: f64) {
    if let Some(document) = document() {
        document.set_title(&format!("{{\"ready_for_cache\": true, \"valid_for\": {}}}", seconds as u32));
    }
}

/// Hands the page to the guard, which brings back the pre-rendered scenes and starts anew after a pause.
pub fn give_up() {
    send("led-fail");
}

fn send(name: &str) {
    if let (Some(document), Ok(event)) = (document(), Event::new(name)) {
        let _ = document.dispatch_event(&event);
    }
}

/// Loads the new release; the guard makes sure first that it is what would come. While a cache on the way still sends the old page, the next look
/// for figures leads here again.
pub fn renew(screen: &Screen) {
    if screen.release.borrow_mut().take().is_some() {
        send("led-renew");
    }
}
