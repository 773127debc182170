//! What a screen shows of itself while it is set up: its pixels, the browser, the release, the date of the figures, the address as a QR
//! code; and for a while what of the address could not be used.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{Screen, window};
use crate::{
    faces::led::SetupInfo,
    text::{fill, moment, screen::screen},
    view::{
        qr::{ErrorCorrection, qr},
        scene::SceneKind,
    },
};

/// How long the unusable parts of the address are listed, in milliseconds: long enough to be written down.
const IGNORED_MS: u32 = 10_000;

pub fn attach(screen: &Rc<Screen>) {
    if !screen.player.borrow().settings.setup {
        return;
    }
    let info = setup_info(screen);
    let has_ignored = info.ignored.is_some();
    screen.led.setup_info.set(Some(info));
    if has_ignored {
        let led = screen.led;
        Timeout::new(IGNORED_MS, move || led.setup_info.update(|info| info.iter_mut().for_each(|info| info.ignored = None))).forget();
    }
}

/// After a change of size or of figures.
pub fn update(screen: &Screen) {
    screen.led.setup_info.update(|shown| {
        if let Some(info) = shown {
            *info = SetupInfo { ignored: info.ignored.take(), ..setup_info(screen) };
        }
    });
}

fn setup_info(screen: &Screen) -> SetupInfo {
    let player = screen.player.borrow();
    let settings = &player.settings;
    let words = self::screen(settings.langs.first().copied().unwrap_or_default(), &player.campaign);
    let Some(window) = window() else { return SetupInfo::default() };
    let (width, height) = player.size;
    let density = (window.device_pixel_ratio() * 100.0).round() as u64;
    let density = crate::text::format_shortest(words.lang, density as f64 / 100.0);
    let at = player.campaign.report_at(None).map(|r| moment(words.lang, r.as_of)).unwrap_or_else(|| "–".into());
    // A phone that opens the address is to show the screen, not its set-up.
    let address = window.location().href().unwrap_or_default().replace("setup=1", "setup=0");
    let missing: Vec<&str> = player.left_out(screen.now()).into_iter().map(SceneKind::word).collect();
    let left_out = (!missing.is_empty()).then(|| fill(words.left_out, &[&missing.join(", ")]));
    let listed = settings.ignored.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", ");
    SetupInfo {
        lines: vec![
            fill(words.pixels, &[&width.to_string(), &height.to_string(), &density]),
            fill(words.engine, &[&engine(&window.navigator().user_agent().unwrap_or_default())]),
            fill(words.release, &[&player.release]),
            fill(words.figures, &[&at]),
            address.clone(),
        ]
        .into_iter()
        .chain(left_out)
        .collect(),
        qr: qr(&address, ErrorCorrection::Screen).map(|code| (code.side, code.strokes)),
        ignored: (!listed.is_empty()).then(|| fill(words.ignored, &[&listed])),
    }
}

/// The part of what a browser says of itself that tells its age: `Chrome/80.0.3987.0`.
fn engine(agent: &str) -> String {
    let known = |word: &&str| ["Chrome/", "Firefox/", "Version/"].iter().any(|name| word.contains(name));
    agent.split(' ').find(known).map_or_else(|| agent.chars().take(80).collect(), Into::into)
}
