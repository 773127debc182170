//! Starts the citizen page: reads what it was built from, hydrates its roots in the order of need, then joins it to the
//! address bar, the clipboard and the network.

use leptos::{mount::hydrate_from, prelude::*, wasm_bindgen::prelude::*};

use super::{address, by_id, collate, copy, encode, events, fold, fresh, json, listen, set_root_data, window};
use crate::{
    faces::page::{PageFace, Platform},
    parts::chart,
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

/// Draws the chart whenever its figures change, and when what a canvas can't follow by itself changes: its size and colours.
pub(super) fn charts(page: PageFace) {
    let redraw = RwSignal::new(false);
    Effect::new(move |before: Option<(Chart, bool)>| {
        let now = (page.state.with(|s| page.chart(s)), redraw.get());
        if before.as_ref() != Some(&now)
            && let Some(canvas) = page.canvas.get()
        {
            if !page.state.with_untracked(|s| s.drawn) {
                page.state.update(|s| s.drawn = true);
            }
            chart::on_canvas(&canvas, &now.0);
        }
        now
    });
    let Some(window) = window() else { return };
    let again = || Box::new(move |_| redraw.update(|flip| *flip = !*flip));
    for event in ["resize", "beforeprint", "afterprint"] {
        listen(&window, event, again());
    }
    for query in ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"] {
        if let Ok(Some(list)) = window.match_media(query) {
            listen(&list, "change", again());
        }
    }
}
