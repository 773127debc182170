//! Brings an embed to life once the script inside asks for it: the page's acts and fresh figures in a frame on somebody else's page. It touches
//! neither the address nor the history nor any storage: all of these are seen by, or shared with, the page around.

mod builder;

use leptos::{mount::hydrate_from, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::{by_id, collate, data, document, encode, events, fold, marks, on, page, refresh, root, set_root_data};
use crate::{
    campaign::Measure,
    faces::{Platform, embed::EmbedFace},
    text::installed::install,
    view::Action,
};

pub fn start() {
    match root().and_then(|root| root.get_attribute("data-face")).as_deref() {
        Some("embed") => spawn_local(async {
            if embed().await.is_none() {
                send("embed-failed");
            }
        }),
        Some("embed-builder") => spawn_local(async {
            let _ = builder::start().await;
        }),
        _ => {}
    }
}

async fn embed() -> Option<()> {
    let (page, figures) = data::of_page(install).await?;
    let root_data = |name: &str| root()?.get_attribute(&format!("data-{name}"));
    let word = root_data("measure");
    let measure = Measure::ALL.into_iter().find(|m| Some(m.word()) == word.as_deref()).unwrap_or_default();
    let full = root_data("link").is_some();
    let owner = Owner::new();
    owner.set();
    let face = EmbedFace::new(page, figures, measure, full, Platform { collate, fold, encode, perform: |_, _| (), mark: marks::mark });
    // Signals live as long as the page does.
    std::mem::forget(owner);

    hydrate_from(by_id("live")?, move || face.main()).forget();
    if let Some(place) = by_id("trend") {
        hydrate_from(place, move || face.page.trend(String::new())).forget();
    }
    if let Some(place) = by_id("credit") {
        hydrate_from(place, move || face.credit()).forget();
    }
    face.page.disabled.set(false);
    face.page.now.set(Some((js_sys::Date::now() / 1000.0) as i64));
    page::charts(face.page);
    attach_host(face);
    set_root_data("state", "live");
    events::attach(face.page);
    refresh::attach(face.page);
    Some(())
}

/// Tells the frame's script (`public/embed/frame.js`) which district is chosen, and takes the choices of the page around from it.
fn attach_host(face: EmbedFace) {
    let page = face.page;
    let slug = move || page.campaign.with(|c| page.district.with(|code| Some(c.district(code.as_deref()?)?.slug.clone())));
    // The served choice is known outside. The effect first runs later, when a choice from outside may have been made already: it compares.
    let known = StoredValue::new(untrack(slug));
    Effect::new(move || {
        let now = slug();
        if known.with_value(|known| *known != now) {
            set_root_data("district", now.as_deref().unwrap_or_default());
            send("embed-selected");
            known.set_value(now);
        }
    });
    // Newer figures are not old any more.
    Effect::new(move || {
        let limit = page.campaign.with(|c| Some(c.report_at(None)?.as_of.unix() + i64::from(c.stale_after_days?) * 86_400));
        let limit = limit.zip(page.now.get());
        if let (Some(root), false) = (root(), limit.is_some_and(|(limit, now)| now > limit)) {
            let _ = root.remove_attribute("data-stale");
        }
    });
    let select_requested = move || {
        let Some(slug) = root().and_then(|root| root.get_attribute("data-wanted")) else { return };
        let district = page.campaign.with_untracked(|c| c.by_slug(&slug).map(|d| d.code.clone()));
        page.act(Action::District(district));
    };
    select_requested();
    on("embed-select", Box::new(move |_| select_requested()));
}

fn send(name: &str) {
    if let (Some(document), Ok(event)) = (document(), web_sys::Event::new(name)) {
        let _ = document.dispatch_event(&event);
    }
}
