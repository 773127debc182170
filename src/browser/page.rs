//! Starts the citizen page: reads what it was built from, hydrates its roots in the order of need, then joins it to the
//! address bar, the clipboard and the network.

use leptos::{mount::hydrate_from, prelude::*, wasm_bindgen::prelude::*};

use web_sys::{CustomEvent, CustomEventInit, Event, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::{
    CHART, CHART_NEAR, CHART_READY, address, by_id, collate, copy, document, encode, events, fold, fresh, json, on, set_root_data, window,
};
use crate::{
    faces::page::{PageFace, Platform},
    view::Chart,
};

pub fn start() -> Option<()> {
    let built = json::built(&json::parse(&by_id("built")?.text_content()?)?)?;
    let owner = Owner::new();
    owner.set();
    let page = PageFace::new(built, Platform { collate, fold, encode });
    // Signals live as long as the page does.
    std::mem::forget(owner);

    hydrate_from(by_id("live")?, move || page.main()).forget();
    page.state.update(|s| {
        s.live = true;
        s.origin = s.origin.take().or_else(|| window()?.location().origin().ok());
        s.now = Some((js_sys::Date::now() / 1000.0) as i64);
        s.sheet = copy::has_sheet();
    });
    address::attach(page);
    set_root_data("state", "live");
    copy::attach(page);
    events::attach(page);
    fresh::attach(page);
    // The chart and the share links wait until what the reader may touch first is done.
    later(move || {
        if let Some(place) = by_id("trend") {
            hydrate_from(place, move || page.trend("")).forget();
        }
        if let Some(place) = by_id("share") {
            hydrate_from(place, move || page.share()).forget();
        }
        page.catch_up();
        charts(page);
    });
    Some(())
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

/// Fetches the chart's module once a reader comes near the chart, and tells it what to draw. Until then the page shows the SVG that it
/// was served with, as long as that says the same as the rest of the page.
pub(super) fn charts(page: PageFace) {
    let ready = RwSignal::new(false);
    on(CHART_READY, Box::new(move |_| ready.set(true)));
    let served = page.served_chart();
    Effect::new(move |before: Option<(Chart, bool)>| {
        let now = (page.state.with(|s| page.chart(s)), ready.get());
        if before.as_ref() != Some(&now) {
            if now.1 {
                tell(&now.0);
            } else if let Some(svg) = document().and_then(|d| d.query_selector(".plot > div").ok()?) {
                let _ = svg.toggle_attribute_with_force("hidden", now.0 != served);
            }
        }
        now
    });
    near();
}

fn tell(chart: &Chart) {
    let Ok(detail) = serde_wasm_bindgen::to_value(chart) else { return };
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let (Some(document), Ok(event)) = (document(), CustomEvent::new_with_event_init_dict(CHART, &init)) {
        let _ = document.dispatch_event(&event);
    }
}

/// Asks for the chart's module when less than a window's height is left to the chart; at once where nobody can tell.
fn near() -> Option<()> {
    let place = by_id("trend")?;
    let ask = || {
        if let (Some(document), Ok(event)) = (document(), Event::new(CHART_NEAR)) {
            let _ = document.dispatch_event(&event);
        }
    };
    let seen = move |entries: js_sys::Array, observer: IntersectionObserver| {
        if entries.iter().any(|entry| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting()) {
            observer.disconnect();
            ask();
        }
    };
    let seen = Closure::<dyn Fn(js_sys::Array, IntersectionObserver)>::new(seen).into_js_value();
    let init = IntersectionObserverInit::new();
    init.set_root_margin("100%");
    match IntersectionObserver::new_with_options(seen.unchecked_ref(), &init) {
        Ok(observer) => observer.observe(&place),
        Err(_) => ask(),
    }
    Some(())
}
