//! The page for operators of screens: the address and a preview at true pixels follow the form, the address is copied, pictures are drawn. Its
//! texts stand in the page, in `data-` attributes; what a reader types is put into the page as text alone, never as markup.

mod pictures;

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, HtmlSelectElement};

use super::{by_id, data, listen, on, root, set_root_data, window};
use crate::{
    browser::{
        form::{self, data_text, input, set_text},
        preview::{ACTUAL_SIZE, Preview},
    },
    text::{Lang, installed::install_with_screen},
    view::{player::Player, settings::Settings},
};

/// The part of the window's height that the preview may take, so that the form stays in sight.
const PREVIEW_HEIGHT: f64 = 0.45;
/// The sides of a screen, in pixels; the tool has the same limits.
const SIDE: std::ops::RangeInclusive<u32> = 64..=7680;

struct FormController {
    form: HtmlFormElement,
    preview: Preview,
    /// Figures and map, by the screens' own rules for newer figures.
    player: RefCell<Player>,
    base: String,
    origin: String,
    size: RefCell<(u32, u32)>,
    /// Runs out once nobody has typed for a while.
    typing: RefCell<Option<Timeout>>,
    pictures: pictures::Pictures,
}

pub async fn start() -> Option<()> {
    let (page, data) = data::of_page(install_with_screen).await?;
    let release = root()?.get_attribute("data-release").unwrap_or_default();
    let origin = page.origin.clone().or_else(|| window()?.location().origin().ok())?;
    let size = (1920, 1080);
    let controller = Rc::new(FormController {
        form: by_id("settings")?.dyn_into().ok()?,
        preview: Preview::by_id("screen")?,
        base: page.base,
        player: RefCell::new(Player::new(data.campaign, data.map, Settings::default(), release, size)),
        origin,
        size: RefCell::new(size),
        typing: RefCell::default(),
        pictures: pictures::Pictures::default(),
    });
    set_root_data("state", "live");
    controller.on_change(None);
    controller.update_preview();
    let own = controller.clone();
    form::on_change(move |event| own.on_change(event));
    let own = controller.clone();
    on("click", Box::new(move |event| _ = own.on_click(&event)));
    let window = window()?;
    listen(&window, "resize", Box::new(move |_| _ = controller.fit_preview()));
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

    /// Size and address are shown at once; the preview, which has to be loaded, waits for a pause in typing.
    fn on_change(self: &Rc<Self>, event: Option<&Event>) {
        self.read_size(event);
        let address = format!("{}{}{}", self.origin, self.base, path(&self.settings()));
        if let (Some(field), Some(link)) = (input("address"), by_id("open")) {
            field.set_value(&address);
            let _ = link.set_attribute("href", &address);
        }
        if event.is_some() {
            set_text("said", "");
        }
        let own = self.clone();
        *self.typing.borrow_mut() = Some(Timeout::new(form::TYPING_PAUSE_MS, move || own.update_preview()));
    }

    fn update_preview(&self) {
        let settings = self.settings();
        self.preview.show(&format!("{}{}", self.base, path(&settings)));
        form::show_ignored(&settings.ignored);
    }

    /// Preset and sides follow each other; a side outside the limits is not taken: the size before stays.
    fn read_size(&self, event: Option<&Event>) -> Option<()> {
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
        self.fit_preview()
    }

    /// Scales the screen into its place: down by any factor, up only by a whole number, so that all dots of a board have the same size.
    fn fit_preview(&self) -> Option<()> {
        let (width, height) = *self.size.borrow();
        let room = f64::from(by_id("room")?.client_width());
        let tall = window()?.inner_height().ok()?.as_f64()? * PREVIEW_HEIGHT;
        let most = (room / f64::from(width)).min(tall / f64::from(height));
        let scale = if most < 1.0 { most } else { most.floor() };
        self.preview.resize(width, height, (scale * f64::from(ACTUAL_SIZE)) as u32)
    }

    fn on_click(self: &Rc<Self>, event: &Event) -> Option<()> {
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
