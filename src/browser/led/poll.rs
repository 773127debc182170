//! Looks for new figures and for a new release of the site, now and then: less and less often while the server is away, and never at the
//! same moment as all other screens of the province.

use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::{
    Screen, facts,
    fetch::{self, FetchError, figures},
    keep, kiosk, listen, set_root_data, window,
};
use crate::campaign::supersede::Fetched;

/// A server that is away is asked at least this often, in seconds.
const RARELY: f64 = 3_600.0;
/// The first look after the start, when the pre-rendered figures stand already, in milliseconds.
const FIRST_MS: u32 = 1_500;

pub fn attach(screen: &Rc<Screen>) {
    if screen.alone {
        return;
    }
    after(screen, FIRST_MS);
    let own = screen.clone();
    if let Some(window) = window() {
        listen(&window, "online", Box::new(move |_| after(&own, FIRST_MS)));
    }
}

/// Looks once after that time. A look that was planned before is given up for it.
fn after(screen: &Rc<Screen>, ms: u32) {
    let own = screen.clone();
    *screen.polling.borrow_mut() = Some(Timeout::new(ms, move || leptos::task::spawn_local(look(own))));
}

async fn look(screen: Rc<Screen>) {
    let text = fetch::text(&format!("{}data/campaign.json", screen.base)).await;
    let reached = text.is_ok();
    match text.and_then(|text| figures(&text).map(|campaign| (campaign, text)).ok_or(FetchError::Invalid)) {
        Ok((campaign, text)) => {
            let taken = screen.player.borrow_mut().offer(campaign);
            if matches!(taken, Fetched::Newer | Fetched::Same) {
                keep::keep(&screen.base, &text);
            }
            let (word, changed) = match taken {
                Fetched::Newer => ("fresh", true),
                Fetched::Same => ("fresh", false),
                Fetched::Older => ("kept", false),
                Fetched::UnexplainedDrop | Fetched::OtherProvince => ("invalid", false),
            };
            set_root_data("figures", word);
            if changed {
                // What is withdrawn must not stand for another eight seconds.
                screen.draw();
                facts::tell_again(&screen);
            }
        }
        Err(FetchError::Network) => set_root_data("figures", "kept"),
        Err(FetchError::Invalid) => set_root_data("figures", "invalid"),
    }
    if reached {
        release(&screen).await;
    }
    let failures = if reached { 0 } else { screen.failures.borrow().saturating_add(1) };
    *screen.failures.borrow_mut() = failures;
    let refresh = f64::from(screen.player.borrow().settings.refresh);
    let patience = (refresh * f64::from(1_u32 << failures.min(6))).min(RARELY.max(refresh));
    // A tenth more or less, so that a hundred screens that were switched on together do not knock together.
    let wait = patience * (0.9 + js_sys::Math::random() * 0.2);
    kiosk::say_ready(wait);
    after(&screen, (wait * 1000.0) as u32);
}

/// A release of the site that is not this one.
async fn release(screen: &Rc<Screen>) {
    let Ok(text) = fetch::text(&format!("{}led/release.txt", screen.base)).await else { return };
    let text = text.trim();
    let word = text.len() <= 32 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let own = screen.player.borrow().release.clone();
    *screen.release.borrow_mut() = (word && text != own).then(|| text.to_string());
}
