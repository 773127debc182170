//! The page that makes embeds: preview and snippets follow the form, and snippets are copied. Its texts stand in the page, in `data-`
//! attributes; what a reader types is put into the page as text alone, never as markup.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Element, HtmlFormElement, HtmlIFrameElement, HtmlSelectElement, HtmlTextAreaElement, MessageEvent};

use crate::{
    browser::{
        by_id, data, document, form, listen, on,
        preview::{ACTUAL_SIZE, Preview},
        set_root_data, window,
    },
    faces::Data,
    text::{installed::install, text},
    view::{
        MapView,
        embed::Embed,
        snippet::{FrameSize, Snippet},
    },
};

/// The field of the snippet that is a picture.
const PICTURE: &str = "picture";
/// The limits of the form's field for the width.
const WIDTH: std::ops::RangeInclusive<u32> = 160..=1200;

struct FormController {
    form: HtmlFormElement,
    preview: Preview,
    /// The same embed as wide as on a phone, out of sight: it measures the height there.
    phone_preview: Preview,
    base: String,
    data: Data,
    /// The address of the site, ending in `/`.
    site: String,
    /// The chosen width, and the heights that the two previews have reported.
    size: RefCell<FrameSize>,
    /// Runs out once nobody has typed for a while.
    typing: RefCell<Option<Timeout>>,
}

pub async fn start() -> Option<()> {
    let (page, data) = data::of_page(install).await?;
    let origin = page.origin.clone().or_else(|| window()?.location().origin().ok())?;
    let controller = Rc::new(FormController {
        form: by_id("settings")?.dyn_into().ok()?,
        preview: Preview::by_id("screen")?,
        phone_preview: Preview::by_id("narrow")?,
        site: format!("{origin}{}", page.base),
        base: page.base,
        data,
        size: RefCell::new(FrameSize { width: 600, height: 600, narrow: 0 }),
        typing: RefCell::default(),
    });
    set_root_data("state", "live");
    controller.read_width();
    controller.update_preview();
    let own = controller.clone();
    form::on_change(move |_| {
        let _ = order_by_portal();
        own.on_change();
    });
    on("click", Box::new(|event| _ = on_click(&event)));
    on("copy", Box::new(|event| _ = event.dyn_ref().and_then(on_copy)));
    let window = window()?;
    let own = controller.clone();
    listen(&window, "message", Box::new(move |event| _ = own.on_message(&event)));
    listen(&window, "resize", Box::new(move |_| _ = controller.fit_preview()));
    Some(())
}

impl FormController {
    fn embed(&self) -> Embed {
        Embed::read(&self.data.campaign, form::pairs(&self.form))
    }

    /// The width is shown at once; what has to be loaded waits for a pause in typing.
    fn on_change(self: &Rc<Self>) {
        form::set_text("said", "");
        self.read_width();
        let own = self.clone();
        *self.typing.borrow_mut() = Some(Timeout::new(form::TYPING_PAUSE_MS, move || own.update_preview()));
    }

    fn update_preview(&self) {
        let embed = self.embed();
        let address = format!("{}{}", self.base, embed.address(&self.data.campaign));
        self.preview.show(&address);
        self.phone_preview.show(&address);
        form::show_ignored(&embed.ignored);
        self.write_snippets(&embed);
    }

    /// An embed reports its height to the page around it; messages of other windows are left alone.
    fn on_message(&self, event: &web_sys::Event) -> Option<()> {
        let message: &MessageEvent = event.dyn_ref()?;
        let source: JsValue = message.source()?.into();
        let is_from = |frame: &HtmlIFrameElement| frame.content_window().is_some_and(|window| source == JsValue::from(window));
        let field = |name: &str| js_sys::Reflect::get(&message.data(), &name.into()).ok();
        if field("bluezone")?.as_f64()? == 1.0 && field("type")?.as_string()? == "resize" {
            let height = field("height")?.as_f64().filter(|height| (40.0..20_000.0).contains(height))? as u32;
            if is_from(&self.preview.frame) {
                self.size.borrow_mut().height = height;
            } else if is_from(&self.phone_preview.frame) {
                self.size.borrow_mut().narrow = height;
            }
            self.fit_preview();
            self.write_snippets(&self.embed());
        }
        Some(())
    }

    /// A width outside the limits is not taken: the one before stays.
    fn read_width(&self) -> Option<()> {
        let width: u32 = form::input("width")?.value().parse().ok().filter(|width| WIDTH.contains(width))?;
        self.size.borrow_mut().width = width;
        self.fit_preview()
    }

    /// A preview that is wider than its place is scaled down into it.
    fn fit_preview(&self) -> Option<()> {
        let FrameSize { width, height, .. } = *self.size.borrow();
        let room = by_id("room")?.client_width().max(1) as u32;
        self.preview.resize(width, height, (room * ACTUAL_SIZE / width).min(ACTUAL_SIZE))
    }

    /// Each kind of snippet for what is chosen, in its field.
    fn write_snippets(&self, embed: &Embed) {
        let campaign = &self.data.campaign;
        let summary = MapView::new(campaign, &self.data.map, text(embed.lang, campaign), "", &embed.selection()).summary;
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

/// The snippets in the order that suits the chosen portal, and its instructions open. Nothing is moved that stands right: it would lose the focus.
fn order_by_portal() -> Option<()> {
    let which: HtmlSelectElement = by_id("which")?.dyn_into().ok()?;
    let chosen = which.selected_index();
    let order = which.item(chosen as u32)?.get_attribute("data-order")?;
    let codes = by_id("codes")?;
    for (at, id) in order.split(' ').enumerate() {
        let code = by_id(id)?.closest(".code").ok()??;
        let there = codes.children().item(at as u32);
        if there.as_ref() != Some(&code) {
            codes.insert_before(&code, there.as_deref()).ok()?;
        }
    }
    let portals = document()?.query_selector_all("#cong details").ok()?;
    for at in 0..portals.length() {
        let portal: Element = portals.get(at)?.dyn_into().ok()?;
        if chosen > 0 {
            portal.toggle_attribute_with_force("open", at as i32 == chosen - 1).ok()?;
        }
    }
    Some(())
}

fn on_click(event: &web_sys::Event) -> Option<()> {
    let button: Element = event.target()?.dyn_into().ok()?;
    let id = button.closest("[data-copy-from]").ok()??.get_attribute("data-copy-from")?;
    let field: HtmlTextAreaElement = by_id(&id)?.dyn_into().ok()?;
    match id.as_str() {
        PICTURE => form::copy_by_command(|| field.select()),
        _ => form::copy(field.value(), move || field.select()),
    }
    Some(())
}

/// Whoever copies the picture's snippet, by button or by key, may paste it as a picture with its sentence where words are edited as they look: a
/// newsletter, a letter, the visual editor of a portal.
fn on_copy(event: &ClipboardEvent) -> Option<()> {
    let field: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
    let whole = field.selection_start().ok()?? == 0 && field.selection_end().ok()??.max(1) as usize >= field.value().encode_utf16().count();
    if field.id() != PICTURE || !whole {
        return None;
    }
    let data = event.clipboard_data()?;
    data.set_data("text/plain", &field.value()).ok()?;
    data.set_data("text/html", &field.value()).ok()?;
    event.prevent_default();
    Some(())
}
