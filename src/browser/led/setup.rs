//! The page for operators, live: follows the form with the address and the preview at true pixels, copies, and has the pictures drawn.
//! Its words stand in the page, in `data-` attributes; what is typed goes to the page as text alone.

mod pictures;

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlIFrameElement, HtmlInputElement, HtmlSelectElement};

use super::{by_id, data, listen, on, root, set_root_data, window};
use crate::{
    browser::form::{self, input, label, say, word},
    text::{Lang, fill},
    view::{player::Player, settings::Settings},
};

/// Whoever types has paused.
const SETTLED_MS: u32 = 400;
/// The preview leaves room in the window for what stands around it.
const TALL: f64 = 0.45;
/// The sizes that the tool makes, too.
const SIDE: std::ops::RangeInclusive<u32> = 64..=7680;

struct FormController {
    form: HtmlFormElement,
    screen: HtmlIFrameElement,
    /// Campaign and map; newer figures are taken in as on a screen.
    player: RefCell<Player>,
    base: String,
    origin: String,
    size: RefCell<(u32, u32)>,
    /// The query that the preview shows.
    shown: RefCell<Option<String>>,
    settling: RefCell<Option<Timeout>>,
    pictures: pictures::Pictures,
}

pub async fn start() -> Option<()> {
    let (page, data) = data::of_page().await?;
    let release = root()?.get_attribute("data-release").unwrap_or_default();
    let origin = page.origin.clone().or_else(|| window()?.location().origin().ok())?;
    let size = (1920, 1080);
    let desk = Rc::new(FormController {
        form: by_id("settings")?.dyn_into().ok()?,
        screen: by_id("screen")?.dyn_into().ok()?,
        base: page.base,
        player: RefCell::new(Player::new(data.campaign, data.map, Settings::default(), release, size)),
        origin,
        size: RefCell::new(size),
        shown: RefCell::default(),
        settling: RefCell::default(),
        pictures: pictures::Pictures::default(),
    });
    set_root_data("state", "live");
    desk.follow(None);
    desk.settle();
    // Some ways to choose from a list tell of the change alone.
    for name in ["input", "change"] {
        let own = desk.clone();
        on(name, Box::new(move |event| own.follow(Some(&event))));
    }
    let own = desk.clone();
    on("click", Box::new(move |event| _ = own.pressed(&event)));
    let (resized, restored) = (desk.clone(), desk);
    let window = window()?;
    listen(&window, "resize", Box::new(move |_| _ = resized.fit()));
    // A browser fills the form in again when one comes back to the page, and tells of it only so.
    listen(&window, "pageshow", Box::new(move |_| restored.follow(None)));
    Some(())
}

/// A screen in English alone has a page of its own, whose pre-rendered scenes are English on old engines as well.
fn path(settings: &Settings) -> String {
    match settings.langs[..] {
        [Lang::En] => format!("led/en/{}", settings.query(Lang::En)),
        _ => format!("led/{}", settings.query(Lang::Vi)),
    }
}

impl FormController {
    fn settings(&self) -> Settings {
        Settings::read(form::pairs(&self.form), Lang::Vi)
    }

    /// What changes at once; the preview follows after a pause.
    fn follow(self: &Rc<Self>, event: Option<&Event>) {
        self.sized(event);
        let address = format!("{}{}{}", self.origin, self.base, path(&self.settings()));
        if let (Some(field), Some(link)) = (input("address"), by_id("open")) {
            field.set_value(&address);
            let _ = link.set_attribute("href", &address);
        }
        if event.is_some() {
            say("said", "");
        }
        let own = self.clone();
        *self.settling.borrow_mut() = Some(Timeout::new(SETTLED_MS, move || own.settle()));
    }

    fn settle(&self) {
        let settings = self.settings();
        let path = path(&settings);
        let stands = self.shown.borrow().as_ref() == Some(&path);
        if !stands && let Some(inside) = self.screen.content_window() {
            // Not by `src`: each choice would be a step of the browser's Back.
            let _ = inside.location().replace(&format!("{}{path}", self.base));
            *self.shown.borrow_mut() = Some(path);
        }
        let listed: Vec<String> = settings.ignored.iter().map(|(name, value)| format!("{}: {value}", label(name))).collect();
        say("ignored", &if listed.is_empty() { String::new() } else { fill(&word("ignored", "words"), &[&listed.join("; ")]) });
    }

    /// Preset and sides follow each other; a side that can't be is left as it was.
    fn sized(&self, event: Option<&Event>) -> Option<()> {
        let preset: HtmlSelectElement = by_id("preset")?.dyn_into().ok()?;
        let (width, height) = (input("width")?, input("height")?);
        let target = event.and_then(Event::target).and_then(|target| target.dyn_into::<Element>().ok());
        let chosen = target.is_some_and(|target| target.id() == "preset");
        if chosen && let Some((w, h)) = preset.value().split_once('x') {
            width.set_value(w);
            height.set_value(h);
        }
        let side = |field: &HtmlInputElement| field.value().parse().ok().filter(|side| SIDE.contains(side));
        let (w, h): (u32, u32) = (side(&width)?, side(&height)?);
        preset.set_value(&format!("{w}x{h}"));
        if preset.selected_index() < 0 {
            preset.set_value("");
        }
        *self.size.borrow_mut() = (w, h);
        self.screen.set_width(&w.to_string());
        self.screen.set_height(&h.to_string());
        self.fit()
    }

    /// Scales the screen into its place: down by any part, up only by a whole number, so that dots stay alike.
    fn fit(&self) -> Option<()> {
        let (width, height) = *self.size.borrow();
        let room = f64::from(by_id("room")?.client_width());
        let tall = window()?.inner_height().ok()?.as_f64()? * TALL;
        let most = (room / f64::from(width)).min(tall / f64::from(height));
        let scale = if most < 1.0 { most } else { most.floor() };
        // In parts of ten thousand: floats would bring their formatter along.
        let parts = (scale * 10_000.0) as u32;
        let _ = self.screen.style().set_property("transform", &format!("scale({parts}e-4)"));
        let frame = by_id("box")?.style();
        for (name, side) in [("width", width), ("height", height)] {
            let _ = frame.set_property(name, &format!("{}px", side * parts / 10_000));
        }
        let (key, factor) = match parts {
            10_000 => ("actual", 1),
            parts if parts < 10_000 => ("smaller", parts / 100),
            parts => ("larger", parts / 10_000),
        };
        say("scale", &fill(&word("scale", key), &[&width.to_string(), &height.to_string(), &factor.to_string()]));
        Some(())
    }

    fn pressed(self: &Rc<Self>, event: &Event) -> Option<()> {
        let button: Element = event.target()?.dyn_into().ok()?;
        match button.closest("[data-act]").ok()??.get_attribute("data-act")?.as_str() {
            "copy" => {
                let field = input("address")?;
                form::copy(field.value(), move || field.select());
                Some(())
            }
            "pictures" => pictures::make(self),
            _ => None,
        }
    }
}
