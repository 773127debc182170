//! Starts the public screen and drives it: one timer for the turn of the slides, one for the figures, and nothing else that ever runs.
//! Whatever goes wrong, the pre-rendered scenes are behind it; the guard in the page brings them back (`site/led`).

mod kiosk;
mod poll;
mod setup;
mod setup_info;
mod storage;

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use leptos::{mount::mount_to, prelude::*, wasm_bindgen::JsCast};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::{by_id, data, document, fetch, form, listen, on, refresh::visible, root, set_root_data, window};
use crate::{
    faces::led::{Led, Stage},
    text::installed::install_with_screen,
    view::{player::Player, settings::Settings},
};

/// Longer than the fade in `style/led.css`: after it the slide behind cannot be seen.
const FADE_MS: u32 = 1_200;
/// A window that is being resized sends an event for every step; the screen is drawn anew after the last.
const RESIZE_PAUSE_MS: u32 = 250;

fn set_style(selector: &str, style: &str) -> Option<()> {
    let element: HtmlElement = document()?.query_selector(selector).ok()??.dyn_into().ok()?;
    element.style().set_css_text(style);
    Some(())
}

/// Everything that lives as long as the screen.
pub struct Screen {
    pub player: RefCell<Player>,
    pub led: Led,
    pub base: String,
    /// The page is a single file without a server behind it: there is nothing to poll.
    pub single_file: bool,
    turning: RefCell<Option<Timeout>>,
    clearing: RefCell<Option<Timeout>>,
    resizing: RefCell<Option<Timeout>>,
    pub polling: RefCell<Option<Timeout>>,
    /// A newer release of the site waits for the next change of slides.
    pub release: RefCell<Option<String>>,
    pub failures: RefCell<u32>,
    beats: RefCell<u32>,
}

/// Brings the screen to life.
pub fn start() {
    if root().and_then(|root| root.get_attribute("data-face")).as_deref() == Some("led-setup") {
        // Without it the form still leads to the screen.
        spawn_local(async {
            let _ = setup::start().await;
        });
    } else {
        spawn_local(async {
            if live().await.is_none() {
                // The guard keeps the pre-rendered scenes and tries again later.
                kiosk::fail();
            }
        });
    }
}

async fn live() -> Option<()> {
    let root = root()?;
    let attribute = |name: &str| root.get_attribute(name);
    let (page, data) = data::of_page(install_with_screen).await?;
    let settings = Settings::read(query(), page.lang);
    let (base, single_file) = (page.base, attribute("data-alone").is_some());
    let stage = Stage::new(&settings, outer()?, density());
    let mut player = Player::new(data.campaign, data.map, settings.clone(), attribute("data-release").unwrap_or_default(), stage.size);
    if let Some(stored) = storage::load(&base).filter(|_| !settings.reset) {
        player.recall(stored);
    }
    let owner = Owner::new();
    owner.set();
    let led = Led::new(stage);
    std::mem::forget(owner);
    mount_to(by_id("live")?, move || led.view()).forget();
    // As the view itself follows the signals: an effect of the other kind weighs 2.5 KB more (brotli).
    let follow = move |_| led.styles().into_iter().for_each(|(selector, style)| _ = set_style(selector, &style));
    std::mem::forget(RenderEffect::new(follow));
    let screen = Rc::new(Screen {
        player: RefCell::new(player),
        led,
        base,
        single_file,
        turning: RefCell::default(),
        clearing: RefCell::default(),
        resizing: RefCell::default(),
        polling: RefCell::default(),
        release: RefCell::default(),
        failures: RefCell::default(),
        beats: RefCell::default(),
    });
    // The guard must know how long a slide may stand before it counts as a standstill.
    for (name, value) in [("theme", settings.theme.word()), ("motion", settings.motion.word()), ("dwell", &settings.dwell.to_string())] {
        set_root_data(name, value);
    }
    screen.seek();
    screen.draw();
    set_root_data("state", "live");
    screen.wait();
    kiosk::attach();
    setup_info::attach(&screen);
    poll::attach(&screen);
    attach(&screen);
    Some(())
}

/// What changes the picture between two turns: the size, and coming back into sight.
fn attach(screen: &Rc<Screen>) {
    let Some(window) = window() else { return };
    let own = screen.clone();
    let resized = move |_| {
        let screen = own.clone();
        let resized = Timeout::new(RESIZE_PAUSE_MS, move || {
            if let Some(outer) = outer() {
                let stage = Stage::new(&screen.player.borrow().settings, outer, density());
                screen.player.borrow_mut().size = stage.size;
                screen.led.stage.set(stage);
                screen.draw();
                setup_info::update(&screen);
            }
        });
        *own.resizing.borrow_mut() = Some(resized);
    };
    listen(&window, "resize", Box::new(resized));
    let own = screen.clone();
    let seen = move |_| {
        // A playlist brings the page in again: its first frame is complete. What is called hidden may be seen all the same: slides go on.
        if visible() {
            own.seek();
            own.draw();
            own.wait();
        }
    };
    on("visibilitychange", Box::new(seen));
}

impl Screen {
    pub fn now(&self) -> i64 {
        (js_sys::Date::now() / 1000.0) as i64
    }

    /// Draws what stands now, at once.
    pub fn draw(&self) {
        let turn = self.player.borrow().turn(self.now());
        self.publish_state(&turn);
        self.led.redraw(turn);
    }

    /// Goes where the wall clock says, unless the screen was told to begin at the beginning.
    fn seek(&self) {
        let mut player = self.player.borrow_mut();
        if player.settings.sync {
            player.seek(self.now());
        }
    }

    /// Waits out the time of one slide. Only one such timer runs, whoever asks.
    fn wait(self: &Rc<Self>) {
        let screen = self.clone();
        let rest = self.player.borrow().wait(js_sys::Date::now());
        // Words that run may take minutes: the guard waits for them.
        set_root_data("stands", &(rest as u32 / 1_000).to_string());
        *self.turning.borrow_mut() = Some(Timeout::new(rest as u32, move || screen.turn()));
    }

    /// The next slide.
    fn turn(self: &Rc<Self>) {
        // Between two slides is the time for a new release of the site.
        if self.release.borrow().is_some() {
            kiosk::load_release(self);
        }
        let turn = {
            let mut player = self.player.borrow_mut();
            player.advance(self.now());
            player.turn(self.now())
        };
        self.publish_state(&turn);
        self.led.show(turn);
        let screen = self.clone();
        *self.clearing.borrow_mut() = Some(Timeout::new(FADE_MS, move || screen.led.clear()));
        self.wait();
    }

    /// Writes what is on the screen into attributes of `<html>`, where style sheets, tests and the guard read it.
    fn publish_state(&self, turn: &crate::view::player::Turn) {
        let mut beats = self.beats.borrow_mut();
        *beats = beats.wrapping_add(1);
        set_root_data("beat", &beats.to_string());
        set_root_data("scene", &turn.name);
        set_root_data("age", turn.age.word());
        if let Some(root) = root() {
            let _ = root.set_attribute("lang", turn.lang.code());
        }
        let settings = &self.player.borrow().settings;
        let night = settings.is_night(self.player.borrow().hour(self.now(), js_sys::Date::new_0().get_hours() as u8));
        let veil = if night { settings.dim } else { 0 };
        if self.led.veil.get_untracked() != veil {
            self.led.veil.set(veil);
        }
    }
}

/// The names and values of the address.
fn query() -> Vec<(String, String)> {
    let search = window().and_then(|w| w.location().search().ok()).unwrap_or_default();
    let Ok(params) = web_sys::UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    form::pairs_of(&js_sys::Array::from(&params))
}

/// The window in units of style.
fn outer() -> Option<(f64, f64)> {
    let window = window()?;
    let side = |value: leptos::wasm_bindgen::JsValue| value.as_f64().filter(|n| *n >= 1.0);
    Some((side(window.inner_width().ok()?)?, side(window.inner_height().ok()?)?))
}

/// How many pixels of the device a unit of style is wide: the density of the display times the zoom of the page.
fn density() -> f64 {
    window().map(|window| window.device_pixel_ratio()).filter(|density| density.is_finite() && *density > 0.0).unwrap_or(1.0)
}
