//! Starts the citizen page: reads what it was made from, hydrates its roots, then attaches it to the address bar, the clipboard and the
//! network. Whatever goes wrong before, the page stays as it was served.

use std::pin::Pin;

use gloo_timers::callback::Timeout;
use leptos::{mount::hydrate_from, prelude::*, wasm_bindgen::prelude::*};
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit, Event, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::{
    CHART, CHART_NEAR, CHART_READY, address, by_id, collate, copy, data, document, encode, events, fold, marks, on, refresh,
    register_worker, served, set_root_data, told, window,
};
use crate::{
    faces::{Platform, page::PageFace},
    text::installed::install,
    view::{Chart, Trend},
};

/// When the worker is asked for that keeps copies for a visit without a network.
const OFFLINE_AFTER_MS: u32 = 3_000;

pub fn start() {
    // Not by `leptos::task`: its executor is set up by the first mount, and what is spawned before is dropped without a word. Boxed as it boxes
    // its own, so that both are one piece of wasm.
    let live: Pin<Box<dyn Future<Output = ()>>> = Box::pin(async {
        let _ = live().await;
    });
    spawn_local(live);
}

async fn live() -> Option<()> {
    let (page, data) = data::of_page(install).await?;
    served::whole().await?;
    let owner = Owner::new();
    owner.set();
    let page = PageFace::new(page, data, Platform { collate, fold, encode, perform: copy::perform, mark: marks::mark });
    // Signals live as long as the page does.
    std::mem::forget(owner);

    hydrate_from(by_id("live")?, move || page.main()).forget();
    if let Some(place) = by_id("trend") {
        hydrate_from(place, move || page.below(String::new())).forget();
    }
    page.disabled.set(false);
    page.now.set(Some((js_sys::Date::now() / 1000.0) as i64));
    page.has_share_sheet.set(copy::has_sheet());
    page.origin.update(|origin| *origin = origin.take().or_else(|| window()?.location().origin().ok()));
    address::attach(page);
    stop_hovering_by_style();
    take_the_sheet_beside();
    set_root_data("state", "live");
    copy::attach(page);
    events::attach(page);
    refresh::attach(page);
    charts(page);
    // After all that a reader waits for.
    let worker = format!("{}sw.js", page.base());
    Timeout::new(OFFLINE_AFTER_MS, move || _ = register_worker(&worker)).forget();
    Some(())
}

/// The sheet beside the page has the rules that only a live page needs: from now on it is for everyone.
fn take_the_sheet_beside() {
    let sheet = document().and_then(|document| document.query_selector("link[media]").ok()?);
    if let Some(sheet) = sheet {
        let _ = sheet.set_attribute("media", "all");
    }
}

/// The rules by which row and shape light each other without scripts cost most of a selection where districts are many; the live page does
/// the same by attributes. Where the address names a row, its shape is marked by these rules alone: there they stay.
fn stop_hovering_by_style() {
    let names_a_row = window().and_then(|window| window.location().hash().ok()).is_some_and(|hash| hash.len() > 1);
    if !names_a_row {
        set_root_data("hover", "live");
    }
}

/// Fetches the chart's module once a reader comes near the charts, and tells it what to draw. Until then the page shows the SVGs that it
/// was served with, as long as they say the same as the rest of the page.
pub(super) fn charts(page: PageFace) {
    let ready = RwSignal::new(false);
    on(CHART_READY, Box::new(move |_| ready.set(true)));
    let served = page.trend.with_untracked(Clone::clone);
    Effect::new(move || {
        page.trend.with(|trend: &Trend| {
            if ready.get() {
                tell(trend.charts());
            } else if let Some(section) = by_id("trend") {
                let _ = section.toggle_attribute_with_force("data-other", trend.charts() != served.charts());
            }
        });
    });
    near();
}

fn tell(charts: [&Chart; 2]) {
    let init = CustomEventInit::new();
    init.set_detail(&told::write(charts));
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
