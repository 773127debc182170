//! Starts the citizen page: reads what it was built from, hydrates its roots in the order of need, then joins it to the
//! address bar, the clipboard and the network.

use leptos::{mount::hydrate_from, prelude::*, wasm_bindgen::prelude::*};
use web_sys::{Element, Event};

use super::{address, by_id, collate, copy, document, encode, fresh, tell, window};
use crate::{
    faces::{
        Built,
        page::{Outside, Page},
    },
    parts::Act,
};

pub fn start() -> Option<()> {
    let built: Built = serde_json::from_str(&by_id("built")?.text_content()?).ok()?;
    let owner = Owner::new();
    owner.set();
    let origin = window()?.location().origin().ok();
    let page_slot = StoredValue::new(None::<Page>);
    let outside = Outside {
        collate,
        encode,
        origin: StoredValue::new(origin),
        act: Callback::new(move |act| {
            if let Some(page) = page_slot.get_value() {
                perform(page, act);
            }
        }),
    };
    let page = Page::new(built, outside);
    page_slot.set_value(Some(page));
    // Signals live as long as the page does.
    std::mem::forget(owner);

    hydrate_from(by_id("live")?, move || page.main()).forget();
    page.live.set(true);
    tell("state", "live");
    page.now.set(Some((js_sys::Date::now() / 1000.0) as i64));
    address::join(page);
    copy::join(page);
    fresh::join(page);
    // The chart and the share links wait until what the reader may touch first is done.
    later(move || {
        if let Some(place) = by_id("trend") {
            hydrate_from(place, move || page.trend(String::new())).forget();
        }
        if let Some(place) = by_id("share") {
            hydrate_from(place, move || page.share()).forget();
            page.sheet.set(copy::has_sheet());
        }
        redraws(page);
    });
    Some(())
}

/// Share, copy, print: what only the browser can do.
fn perform(page: Page, act: Act) {
    match act {
        Act::Share => copy::share(page),
        Act::Copy => copy::address(page),
        Act::Print => {
            let _ = window().map(|w| w.print());
        }
        _ => {}
    }
}

/// Runs once the browser has nothing better to do; Safari lacks the idle callback, so a timer serves there.
fn later(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    let Some(window) = window() else { return };
    let idle = js_sys::Reflect::get(&window, &"requestIdleCallback".into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    let done = idle.map(|idle| idle.call1(&window, &run).is_ok()).unwrap_or(false);
    if !done {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), 50);
    }
}

/// The canvas does not scale or change its colours by itself.
fn redraws(page: Page) {
    let Some(window) = window() else { return };
    let again = Closure::<dyn Fn()>::new(move || page.redraw.update(|n| *n = n.wrapping_add(1)));
    for event in ["resize", "beforeprint", "afterprint"] {
        let _ = window.add_event_listener_with_callback(event, again.as_ref().unchecked_ref());
    }
    for query in ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"] {
        if let Ok(Some(list)) = window.match_media(query) {
            list.set_onchange(Some(again.as_ref().unchecked_ref()));
        }
    }
    again.forget();
}

/// A listener on the whole document that lives as long as the page.
pub(super) fn listen(name: &str, run: impl Fn(Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(run);
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// The element an event started from.
pub(super) fn origin_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

