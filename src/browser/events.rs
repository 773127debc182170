//! One listener of each kind for the whole page: reads what was pressed from `data-` attributes and makes acts of it. It must not
//! know how the parts are drawn beyond those attributes.

use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

use super::{copy, document, on, window};
use crate::{
    campaign::{Measure, Stamp},
    faces::page::{Action, PageFace},
    map::Arrow,
    view::Column,
};

/// How near a finger must come to a shape to mean it, in CSS pixels.
const FINGER: f64 = 24.0;

pub fn attach(page: PageFace) {
    on("click", Box::new(move |event| _ = on_click(page, &event)));
    on("change", Box::new(move |event| _ = on_change(page, &event)));
    on("input", Box::new(move |event| _ = on_input(page, &event)));
    on("keydown", Box::new(move |event| _ = on_key(page, &event)));
    // What is pointed at, else what has the focus: mouse, touch and keyboard light the same marks.
    on("pointerover", Box::new(move |event| page.act(Action::Hover(district(&event).or_else(focused)))));
    let got_focus = move |event| {
        let code = district(&event);
        if closest(&event, "svg").is_some() {
            page.roving_tabindex.set(code.clone());
        }
        page.act(Action::Hover(code));
    };
    on("focusin", Box::new(got_focus));
    on("focusout", Box::new(move |_| page.act(Action::Hover(None))));
}

fn on_click(page: PageFace, event: &Event) -> Option<()> {
    let mouse: &MouseEvent = event.dyn_ref()?;
    // With a modifier or another button the browser's own way (a new tab) is wanted.
    if mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key() {
        return None;
    }
    let word = |name: &str| closest(event, &format!("[{name}]"))?.get_attribute(name);
    if let Some(text) = word("data-copy") {
        copy::put(page, text);
    } else if let Some(act) = word("data-act") {
        match act.as_str() {
            "share" => copy::share(page),
            "copy" => copy::address(page),
            "print" => window()?.print().ok()?,
            _ => {}
        }
    } else if let Some(column) = word("data-column") {
        page.act(Action::Sort(Column::ALL.into_iter().find(|c| c.word() == column)?));
    } else if closest(event, "a.all").is_some() {
        event.prevent_default();
        // The link goes with the choice; what it stands in keeps the focus.
        if let Some(panel) = closest(event, "[data-part]") {
            let _ = panel.unchecked_into::<HtmlElement>().focus();
        }
        page.act(Action::District(None));
    } else if let Some(code) = district(event).or_else(|| beside(page, event, mouse)) {
        event.prevent_default();
        if closest(event, "svg").is_some() {
            focus(&code);
        }
        page.act(Action::District(Some(code)));
    }
    Some(())
}

/// A tap on the map beside every shape means the nearest one.
fn beside(page: PageFace, event: &Event, mouse: &MouseEvent) -> Option<String> {
    let frame = closest(event, ".sheet svg")?.get_bounding_client_rect();
    let part = |at: i32, start: f64| (f64::from(at) - start) / frame.width();
    page.tapped(part(mouse.client_x(), frame.left()), part(mouse.client_y(), frame.top()), FINGER / frame.width())
}

fn on_change(page: PageFace, event: &Event) -> Option<()> {
    let element = target(event)?;
    match element.get_attribute("name")?.as_str() {
        "measure" => {
            let word = element.get_attribute("value")?;
            page.act(Action::Measure(Measure::ALL.into_iter().find(|m| m.word() == word)?));
        }
        "at" => page.act(Action::At(Stamp::parse(&element.unchecked_into::<HtmlSelectElement>().value()))),
        _ => {}
    }
    Some(())
}

fn on_input(page: PageFace, event: &Event) -> Option<()> {
    let input = target(event).filter(|e| e.matches("[type=search]").unwrap_or(false))?;
    page.act(Action::Seek(input.unchecked_into::<HtmlInputElement>().value()));
    Some(())
}

fn on_key(page: PageFace, event: &Event) -> Option<()> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    let arrow = match key.key().as_str() {
        "ArrowUp" => Arrow::Up,
        "ArrowRight" => Arrow::Right,
        "ArrowDown" => Arrow::Down,
        "ArrowLeft" => Arrow::Left,
        // The tooltip can be dismissed without moving away.
        "Escape" => {
            page.act(Action::DismissHover);
            return None;
        }
        _ => return None,
    };
    closest(event, ".sheet svg")?;
    let from = district(event)?;
    event.prevent_default();
    let to = page.neighbour(&from, arrow)?;
    focus(&to);
    page.act(Action::Say(to));
    Some(())
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok()?
}

/// The district whose shape, row or link an event came from.
fn district(event: &Event) -> Option<String> {
    closest(event, "[data-district]")?.get_attribute("data-district")
}

/// The district that has the focus.
fn focused() -> Option<String> {
    document()?.active_element()?.closest("[data-district]").ok()??.get_attribute("data-district")
}

fn focus(code: &str) {
    let link = document().and_then(|d| d.query_selector(&format!("svg [data-district=\"{code}\"]")).ok()?);
    if let Some(link) = link {
        // An SVG link has `focus` as an HTML one has, though the bindings know it of HTML elements alone.
        let _ = link.unchecked_into::<HtmlElement>().focus();
    }
}
