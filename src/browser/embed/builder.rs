//! The page that makes embeds, live: follows the form with the preview and the snippets, and copies. Its words stand in the page, in `data-`
//! attributes; what is typed goes to the page as text alone.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlFormElement, HtmlIFrameElement, HtmlTextAreaElement, MessageEvent};

use crate::{
    browser::{by_id, data, form, listen, on, set_root_data, window},
    faces::Data,
    text::{fill, text},
    view::{
        MapView,
        embed::Embed,
        snippet::{FrameSize, Snippet},
    },
};

/// Whoever types has paused.
const SETTLED_MS: u32 = 400;
/// The form's own limits.
const WIDTH: std::ops::RangeInclusive<u32> = 160..=1200;

struct FormController {
    form: HtmlFormElement,
    screen: HtmlIFrameElement,
    /// The same embed as a phone shows it.
    narrow: HtmlIFrameElement,
    base: String,
    data: Data,
    /// Where the site lies, ending in `/`.
    site: String,
    /// The preview's own width, and the heights that it says it needs.
    size: RefCell<FrameSize>,
    /// The address that the preview shows.
    shown: RefCell<Option<String>>,
    settling: RefCell<Option<Timeout>>,
}

pub async fn start() -> Option<()> {
    let (page, data) = data::of_page().await?;
    let origin = page.origin.clone().or_else(|| window()?.location().origin().ok())?;
    let desk = Rc::new(FormController {
        form: by_id("settings")?.dyn_into().ok()?,
        screen: by_id("screen")?.dyn_into().ok()?,
        narrow: by_id("narrow")?.dyn_into().ok()?,
        site: format!("{origin}{}", page.base),
        base: page.base,
        data,
        size: RefCell::new(FrameSize { width: 600, height: 600, narrow: 0 }),
        shown: RefCell::default(),
        settling: RefCell::default(),
    });
    set_root_data("state", "live");
    desk.sized();
    desk.settle();
    // Some ways to choose from a list tell of the change alone.
    for name in ["input", "change"] {
        let own = desk.clone();
        on(name, Box::new(move |_| own.follow()));
    }
    on("click", Box::new(|event| _ = pressed(&event)));
    let (told, resized, restored) = (desk.clone(), desk.clone(), desk);
    let window = window()?;
    listen(&window, "message", Box::new(move |event| _ = told.hear(&event)));
    listen(&window, "resize", Box::new(move |_| _ = resized.fit()));
    // A browser fills the form in again when one comes back to the page, and tells of it only so.
    listen(&window, "pageshow", Box::new(move |_| restored.follow()));
    Some(())
}

impl FormController {
    fn embed(&self) -> Embed {
        Embed::read(&self.data.campaign, form::pairs(&self.form))
    }

    /// What changes at once; preview and snippets follow after a pause.
    fn follow(self: &Rc<Self>) {
        form::say("said", "");
        self.sized();
        let own = self.clone();
        *self.settling.borrow_mut() = Some(Timeout::new(SETTLED_MS, move || own.settle()));
    }

    fn settle(&self) {
        let embed = self.embed();
        let address = embed.address(&self.data.campaign);
        let stands = self.shown.borrow().as_ref() == Some(&address);
        if !stands {
            for frame in [&self.screen, &self.narrow] {
                // Not by `src`: each choice would be a step of the browser's Back.
                let _ = frame.content_window().map(|inside| inside.location().replace(&format!("{}{address}", self.base)));
            }
            *self.shown.borrow_mut() = Some(address);
        }
        let listed: Vec<String> = embed.ignored.iter().map(|(name, value)| format!("{}: {value}", form::label(name))).collect();
        form::say("ignored", &if listed.is_empty() { String::new() } else { fill(&form::word("ignored", "words"), &[&listed.join("; ")]) });
        self.write(&embed);
    }

    /// The preview says how tall it is; nobody else is heard.
    fn hear(&self, event: &web_sys::Event) -> Option<()> {
        let message: &MessageEvent = event.dyn_ref()?;
        let from: JsValue = message.source()?.into();
        let is = |frame: &HtmlIFrameElement| frame.content_window().is_some_and(|window| from == JsValue::from(window));
        let told = |name: &str| js_sys::Reflect::get(&message.data(), &name.into()).ok();
        if told("bluezone")?.as_f64()? == 1.0 && told("type")?.as_string()? == "resize" {
            let height = told("height")?.as_f64().filter(|height| (40.0..20_000.0).contains(height))? as u32;
            if is(&self.screen) {
                self.size.borrow_mut().height = height;
            } else if is(&self.narrow) {
                self.size.borrow_mut().narrow = height;
            }
            self.fit();
            self.write(&self.embed());
        }
        Some(())
    }

    /// A width that can't be leaves the one before.
    fn sized(&self) -> Option<()> {
        let width: u32 = form::input("width")?.value().parse().ok().filter(|width| WIDTH.contains(width))?;
        self.size.borrow_mut().width = width;
        self.fit()
    }

    /// Scales the preview down into its place where it is wider.
    fn fit(&self) -> Option<()> {
        let FrameSize { width, height, .. } = *self.size.borrow();
        self.screen.set_width(&width.to_string());
        self.screen.set_height(&height.to_string());
        let room = by_id("room")?.client_width().max(1) as u32;
        // In parts of ten thousand: floats would bring their formatter along.
        let parts = (room * 10_000 / width).min(10_000);
        let _ = self.screen.style().set_property("transform", &format!("scale({parts}e-4)"));
        let frame = by_id("box")?.style();
        for (name, side) in [("width", width), ("height", height)] {
            let _ = frame.set_property(name, &format!("{}px", side * parts / 10_000));
        }
        let key = if parts == 10_000 { "actual" } else { "smaller" };
        form::say("scale", &fill(&form::word("scale", key), &[&width.to_string(), &height.to_string(), &(parts / 100).to_string()]));
        Some(())
    }

    /// The four snippets for what is chosen.
    fn write(&self, embed: &Embed) {
        let campaign = &self.data.campaign;
        let summary = MapView::new(campaign, &self.data.map, text(embed.lang), "", &embed.selection()).summary;
        let snippet = Snippet::new(campaign, &self.site, embed, *self.size.borrow());
        // A district's picture shows that district alone.
        let alt = if embed.district.is_some() || summary.is_empty() { &snippet.sentence } else { &summary };
        for (id, code) in [
            ("bare", snippet.bare()),
            ("resized", snippet.resized()),
            ("element", snippet.element(alt)),
            ("picture", snippet.picture(alt)),
            ("frame-address", snippet.frame_address()),
        ] {
            let Some(field) = by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else { continue };
            if field.value() != code {
                field.set_value(&code);
            }
        }
    }
}

fn pressed(event: &web_sys::Event) -> Option<()> {
    let button: Element = event.target()?.dyn_into().ok()?;
    let id = button.closest("[data-copy-from]").ok()??.get_attribute("data-copy-from")?;
    let field: HtmlTextAreaElement = by_id(&id)?.dyn_into().ok()?;
    form::copy(field.value(), move || field.select());
    Some(())
}
