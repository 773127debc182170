//! How a page behaves on a player that nobody watches: the screen stays on, the player is told when a snapshot is good, a new release is taken
//! over, and a failure is handed to the guard.

use web_sys::Event;

use super::{Screen, on, visible, window};
use crate::browser::{call, document, member};

/// Asks for the screen to stay on, now and whenever the page comes back into sight.
pub fn attach() {
    keep_awake();
    on(
        "visibilitychange",
        Box::new(|_| {
            if visible() {
                keep_awake();
            }
        }),
    );
}

fn keep_awake() -> Option<()> {
    let lock = member(&window()?.navigator(), "wakeLock")?;
    call(&lock, "request", &["screen".into()])
}

/// Yodeck's players take a snapshot when the title says so, and ask again when it has gone stale.
pub fn announce_snapshot(seconds: f64) {
    if let Some(document) = document() {
        document.set_title(&format!("{{\"ready_for_cache\": true, \"valid_for\": {}}}", seconds as u32));
    }
}

/// Tells the guard (`public/led/guard.js`) that the live screen has failed: it shows the pre-rendered scenes again and loads the page anew after
/// a pause.
pub fn fail() {
    send("led-fail");
}

fn send(name: &str) {
    if let (Some(document), Ok(event)) = (document(), Event::new(name)) {
        let _ = document.dispatch_event(&event);
    }
}

/// Asks the guard to load a new release, if there is one. The guard first checks that the server really sends it: while a cache in between still
/// holds the old page, nothing is loaded, and the next request for figures asks again.
pub fn load_release(screen: &Screen) {
    if screen.release.borrow_mut().take().is_some() {
        send("led-renew");
    }
}
