//! Fresh figures: asks for the data file again, with a time limit, and shows it only when it is whole and sound. Otherwise the
//! page keeps what it has and says since when.

use std::{cell::Cell, rc::Rc};

use gloo_timers::callback::{Interval, Timeout};
use leptos::prelude::*;
use web_sys::VisibilityState;

use super::{
    document,
    fetch::{self, FetchError},
    listen, on, set_root_data, window,
};
use crate::{
    campaign::{
        Campaign,
        supersede::{Fetched, compare},
    },
    faces::page::PageFace,
    text::{Lang, fill, moment},
};

/// Coming back to the page asks again, but not more often than this.
const PAUSE_MS: f64 = 60_000.0;
const EVERY_MS: u32 = 10 * 60_000;
/// A notice leaves by itself after the time that it takes to read it twice.
const NOTICE_MS: u32 = 20_000;

/// Asks at once, whenever the page comes back into view or on line, and now and then.
pub fn attach(page: PageFace) {
    let last = Rc::new(Cell::new(0.0));
    let away = Rc::new(Cell::new(false));
    let ask = move |pause: f64| {
        let now = js_sys::Date::now();
        if now - last.get() >= pause && visible() {
            last.set(now);
            leptos::task::spawn_local(refresh(page, away.clone()));
        }
    };
    ask(0.0);
    let again = ask.clone();
    on("visibilitychange", Box::new(move |_| again(PAUSE_MS)));
    let again = ask.clone();
    if let Some(window) = window() {
        listen(&window, "online", Box::new(move |_| again(0.0)));
    }
    Interval::new(EVERY_MS, move || ask(PAUSE_MS)).forget();
}

pub fn visible() -> bool {
    document().is_none_or(|d| d.visibility_state() != VisibilityState::Hidden)
}

/// `away`: whether it has been said that newer figures can't be had.
async fn refresh(page: PageFace, away: Rc<Cell<bool>>) {
    let shown = || page.campaign.with_untracked(|c| c.report_at(None).map(|r| r.as_of));
    let say = |message: String| {
        if page.status.with_untracked(|known| *known != message) {
            page.status.set(message.clone());
            Timeout::new(NOTICE_MS, move || {
                // Another may have come meanwhile.
                if page.status.with_untracked(|now| *now == message) {
                    page.status.set(String::new());
                }
            })
            .forget();
        }
    };
    let date = |stamp: Option<_>| stamp.map(|at| moment(page.text.lang, at)).unwrap_or_default();
    let answer = fetch::answer(&format!("{}data/campaign.json", page.base())).await;
    let kept = answer.as_ref().is_ok_and(|answer| answer.kept);
    // As the page carries it, so that the same figures are seen to be the same.
    let own = |campaign: Campaign| if page.text.lang == Lang::Vi { campaign.without_english() } else { campaign };
    match answer.and_then(|answer| page.campaign.with_untracked(|shown| fetch::figures_after(shown, &answer.text))).map(own) {
        Ok(campaign) if kept => {
            if page.campaign.with_untracked(|shown| compare(shown, &campaign)) == Fetched::Newer {
                page.show(campaign);
            }
            if !away.replace(true) {
                say(fill(page.text.saved, &[&date(shown())]));
            }
            set_root_data("figures", "kept");
        }
        Ok(campaign) => {
            away.set(false);
            match page.campaign.with_untracked(|shown| compare(shown, &campaign)) {
                Fetched::Newer => {
                    let before = shown();
                    page.show(campaign);
                    say(if shown() == before { String::new() } else { fill(page.text.fresh, &[&date(shown())]) });
                    set_root_data("figures", "fresh");
                }
                Fetched::Same => {
                    say(String::new());
                    set_root_data("figures", "fresh");
                }
                Fetched::Older => set_root_data("figures", "kept"),
                Fetched::UnexplainedDrop | Fetched::OtherProvince => refuse(page, say, &date(shown())),
            }
        }
        Err(FetchError::Network) => {
            // The first failure is said, with its time; not each one after it.
            if !away.replace(true) {
                let clock = js_sys::Date::new_0();
                let clock = format!("{}:{:02}", clock.get_hours(), clock.get_minutes());
                say(fill(page.text.kept, &[&date(shown()), &clock]));
            }
            set_root_data("figures", "kept");
        }
        Err(FetchError::OlderShape) => set_root_data("figures", "kept"),
        Err(FetchError::Invalid) => refuse(page, say, &date(shown())),
    }
}

/// The page keeps its figures, and says so.
fn refuse(page: PageFace, say: impl Fn(String), shown: &str) {
    say(fill(page.text.invalid, &[shown]));
    set_root_data("figures", "invalid");
}
