//! Looks for new figures and for a new release of the site, now and then: less and less often while the server is away, and never at the
//! same moment as all other screens of the province.

use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::{
    Screen,
    fetch::{self, FetchError, figures_after},
    kiosk, listen, set_root_data, setup_info, storage, window,
};
use crate::campaign::supersede::Fetched;

/// The longest pause between two requests while the server is away, in seconds.
const LONGEST_WAIT: f64 = 3_600.0;
/// The first request after the start, in milliseconds: the pre-rendered figures are on the screen by then.
const FIRST_MS: u32 = 1_500;

pub fn attach(screen: &Rc<Screen>) {
    if screen.single_file {
        return;
    }
    schedule(screen, FIRST_MS);
    let own = screen.clone();
    if let Some(window) = window() {
        listen(&window, "online", Box::new(move |_| schedule(&own, FIRST_MS)));
    }
}

/// Asks once after that time. It replaces a request that was planned before.
fn schedule(screen: &Rc<Screen>, ms: u32) {
    let own = screen.clone();
    *screen.polling.borrow_mut() = Some(Timeout::new(ms, move || leptos::task::spawn_local(poll(own))));
}

async fn poll(screen: Rc<Screen>) {
    let text = fetch::text(&format!("{}data/campaign.json", screen.base)).await;
    let reached = text.is_ok();
    match text.and_then(|text| figures_after(&screen.player.borrow().campaign, &text).map(|campaign| (campaign, text))) {
        Ok((campaign, text)) => {
            let taken = screen.player.borrow_mut().offer(campaign);
            if matches!(taken, Fetched::Newer | Fetched::Same) {
                storage::save(&screen.base, &text);
            }
            let (state, changed) = match taken {
                Fetched::Newer => ("fresh", true),
                Fetched::Same => ("fresh", false),
                Fetched::Older => ("kept", false),
                Fetched::UnexplainedDrop | Fetched::OtherProvince => ("invalid", false),
            };
            set_root_data("figures", state);
            if changed {
                // What is withdrawn must not stand for another eight seconds.
                screen.draw();
                setup_info::update(&screen);
            }
        }
        Err(FetchError::Network | FetchError::OlderShape) => set_root_data("figures", "kept"),
        Err(FetchError::Invalid) => set_root_data("figures", "invalid"),
    }
    if reached {
        release(&screen).await;
    }
    let failures = if reached { 0 } else { screen.failures.borrow().saturating_add(1) };
    *screen.failures.borrow_mut() = failures;
    let refresh = f64::from(screen.player.borrow().settings.refresh);
    let patience = (refresh * f64::from(1_u32 << failures.min(6))).min(LONGEST_WAIT.max(refresh));
    // A tenth more or less, so that a hundred screens that were switched on together do not ask at the same moment.
    let wait = patience * (0.9 + js_sys::Math::random() * 0.2);
    kiosk::announce_snapshot(wait);
    schedule(&screen, (wait * 1000.0) as u32);
}

/// A release of the site that is not this one.
async fn release(screen: &Rc<Screen>) {
    let Ok(text) = fetch::text(&format!("{}led/release.txt", screen.base)).await else { return };
    let text = text.trim();
    let valid = text.len() <= 32 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let own = screen.player.borrow().release.clone();
    *screen.release.borrow_mut() = (valid && text != own).then(|| text.to_string());
}
