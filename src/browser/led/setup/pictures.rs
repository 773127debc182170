//! PNG pictures of all slides, made in the browser: the very SVG of the screens, with the typeface inside, on a canvas of true pixels. It
//! must not know the form.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise};
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, Url};

use super::{FormController, by_id, data_text, set_text};
use crate::browser::document;
use crate::{
    browser::fetch,
    parts::scene::marks,
    text::fill,
    view::scene::{Picture, ScreenShape, Show, program, rounds},
};

/// An engine may draw words before it has read the typeface inside the picture; it is asked again after each pause, so many times.
const PAUSE_MS: u32 = 60;
const PATIENCE: usize = 30;
/// The longer side of the small drawing by which the typeface is told.
const PROBE: f64 = 480.0;

/// What was made last.
#[derive(Default)]
pub struct Pictures {
    busy: Cell<bool>,
    addresses: RefCell<Vec<String>>,
}

/// Makes all of them, unless that is going on already.
pub fn make(controller: &Rc<FormController>) -> Option<()> {
    if !controller.pictures.busy.replace(true) {
        let controller = controller.clone();
        spawn_local(async move {
            if all(&controller).await.is_none() {
                set_text("progress", &data_text("progress", "not-made"));
            }
            controller.pictures.busy.set(false);
        });
    }
    Some(())
}

async fn all(controller: &FormController) -> Option<()> {
    let (settings, (width, height)) = (controller.settings(), *controller.size.borrow());
    let list = by_id("pictures")?;
    list.set_text_content(None);
    controller.pictures.addresses.take().iter().for_each(|address| _ = Url::revoke_object_url(address));
    // A picture does not renew itself: it is made from the newest figures there are.
    if let Ok(text) = fetch::text(&format!("{}data/campaign.json", controller.base)).await
        && let Ok(campaign) = fetch::figures(&text)
    {
        controller.player.borrow_mut().offer(campaign);
    }
    let theme = settings.theme.word();
    let sheet = |name: &str| by_id(&format!("style-{name}")).and_then(|sheet| sheet.text_content());
    let (fonts, style) = (sheet("fonts")?, sheet(theme)?);
    let drawn: Vec<(String, Picture)> = {
        let player = controller.player.borrow();
        let now = (js_sys::Date::now() / 1000.0) as i64;
        let mut drawn = Vec::new();
        for lang in &settings.langs {
            let show = Show::new(&player.campaign, &player.map, *lang, Some(now));
            let show = Show { release: &player.release, stamp: settings.stamp.as_deref(), ..show };
            let program = program(&show, &settings.scenes, width, height);
            for slide in rounds(&program.slides).concat() {
                let name = format!("{:02}-{}-{}.png", drawn.len() + 1, slide.name(), lang.code());
                drawn.push((name, program.draw(&show, &slide)));
            }
        }
        drawn
    };
    let count = drawn.len().to_string();
    for (i, (name, picture)) in drawn.iter().enumerate() {
        set_text("progress", &fill(&data_text("progress", "making"), &[&(i + 1).to_string(), &count]));
        let address = one(picture, &fonts, &style).await?;
        controller.pictures.addresses.borrow_mut().push(address.clone());
        let entry = entry(name, &address, picture)?;
        list.append_child(&entry).ok()?;
    }
    set_text("progress", &fill(&data_text("progress", "made"), &[&count, &width.to_string(), &height.to_string()]));
    Some(())
}

/// A thumbnail that downloads.
fn entry(name: &str, address: &str, picture: &Picture) -> Option<Element> {
    let element = |tag: &str| document()?.create_element(tag).ok();
    let (item, link, image) = (element("li")?, element("a")?, element("img")?);
    let board = ScreenShape::of(picture.width, picture.height).is_dots();
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    for (of, name, value) in [
        (&link, "href", address),
        (&link, "download", name),
        (&image, "src", address),
        // The name beside it says what it is.
        (&image, "alt", ""),
        (&image, "width", &width),
        (&image, "height", &height),
        (&image, "class", if board { "dots" } else { "" }),
    ] {
        of.set_attribute(name, value).ok()?;
    }
    link.append_child(&image).ok()?;
    link.append_with_str_1(name).ok()?;
    item.append_child(&link).ok()?;
    Some(item)
}

/// The address of a finished picture.
async fn one(picture: &Picture, fonts: &str, style: &str) -> Option<String> {
    let image = load(picture, &format!("{fonts}{style}")).await?;
    let shape = ScreenShape::of(picture.width, picture.height);
    // Boards have letters of dots: there is no typeface to wait for.
    if !shape.is_dots() {
        let without = probe(&load(picture, style).await?)?;
        for _ in 0..PATIENCE {
            if probe(&image)? != without {
                break;
            }
            TimeoutFuture::new(PAUSE_MS).await;
        }
    }
    let (canvas, _) = draw(&image, picture.width, picture.height)?;
    let mut given = |done: js_sys::Function, failed: js_sys::Function| {
        if canvas.to_blob(&done).is_err() {
            let _ = failed.call0(&failed);
        }
    };
    let blob: Blob = JsFuture::from(Promise::new(&mut given)).await.ok()?.dyn_into().ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// The picture as a file of its own, read by the browser.
async fn load(picture: &Picture, style: &str) -> Option<HtmlImageElement> {
    let (width, height) = (picture.width, picture.height);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"scene\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><style>{style}</style>{}</svg>",
        marks(picture)
    );
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let image = HtmlImageElement::new_with_width_and_height(width, height).ok()?;
    image.set_src(&address);
    let read = JsFuture::from(image.decode()).await;
    let _ = Url::revoke_object_url(&address);
    read.ok()?;
    Some(image)
}

fn draw(image: &HtmlImageElement, width: u32, height: u32) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, f64::from(width), f64::from(height)).ok()?;
    Some((canvas, context))
}

/// A small drawing of it, to be compared with another.
fn probe(image: &HtmlImageElement) -> Option<Vec<u8>> {
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let scale = (PROBE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).max(1.0), (height * scale).max(1.0));
    let (_, context) = draw(image, width as u32, height as u32)?;
    Some(context.get_image_data(0.0, 0.0, width.floor(), height.floor()).ok()?.data().0)
}
