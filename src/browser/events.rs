//! Districts on map and board: one listener of each kind for the whole page tells from `data-district` which one was pressed, pointed at or
//! focused, and sends the action; so it does for buttons that say by `data-act` or `data-column` what they do. It must not know how the parts are drawn beyond those
//! attributes; fields and what else carries a value have listeners of their own in the parts.

use std::{cell::Cell, rc::Rc};

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::{copy, document, on, window};
use crate::{
    faces::page::PageFace,
    map::Arrow,
    view::{Action, Column},
};

/// How near a finger must come to a shape to mean it, in CSS pixels.
const FINGER: f64 = 24.0;

pub fn attach(page: PageFace) {
    on("click", Box::new(move |event| _ = on_click(page, &event)));
    // What is pointed at, else what has the focus: mouse and keyboard light the same marks. A finger chooses, and the panel says what: a tip would
    // lie over what it wants next.
    let finger = Rc::new(Cell::new(false));
    let by_finger = finger.clone();
    let pointed = move |event: Event| {
        by_finger.set(event.dyn_ref().is_some_and(|event: &PointerEvent| event.pointer_type() == "touch"));
        page.act(Action::Hover(district(&event).or_else(focused).filter(|_| !by_finger.get())));
    };
    on("pointerover", Box::new(pointed));
    // Out of the window.
    let left = |event: Event| event.dyn_ref().is_some_and(|event: &MouseEvent| event.related_target().is_none());
    on(
        "pointerout",
        Box::new(move |event| {
            if left(event) {
                page.act(Action::Hover(None));
            }
        }),
    );
    let by_finger = finger.clone();
    let got_focus = move |event| {
        let code = district(&event);
        if closest(&event, "svg").is_some()
            && let Some(code) = code.clone()
        {
            page.act(Action::Focus(code));
        }
        page.act(Action::Hover(code.filter(|_| !by_finger.get())));
    };
    on("focusin", Box::new(got_focus));
    on(
        "keydown",
        Box::new(move |event| {
            finger.set(false);
            _ = on_key(page, &event);
        }),
    );
    on("focusout", Box::new(move |_| page.act(Action::Hover(None))));
}

fn on_click(page: PageFace, event: &Event) -> Option<()> {
    let mouse: &MouseEvent = event.dyn_ref()?;
    // With a modifier or another button the browser's own way (a new tab) is wanted.
    if mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key() {
        return None;
    }
    let word = |name: &str| closest(event, &format!("[{name}]"))?.get_attribute(name);
    if let Some(action) = word("data-act").and_then(|act| Action::of_word(&act)) {
        page.act(action);
    } else if let Some(column) = word("data-column").and_then(|word| Column::ALL.into_iter().find(|column| column.word() == word)) {
        page.act(Action::Sort(column));
    } else if let Some(text) = word("data-copy") {
        copy::put(page, text);
    } else if closest(event, "a.all").is_some() {
        event.prevent_default();
        // The link goes with the choice; what it stands in keeps the focus.
        if let Some(panel) = closest(event, "[data-part]") {
            let _ = panel.unchecked_into::<HtmlElement>().focus();
        }
        page.act(Action::District(None));
    } else if let Some(code) = district(event).or_else(|| beside(page, event, mouse)).filter(|_| !selects_text(mouse)) {
        event.prevent_default();
        if closest(event, "svg").is_some() {
            focus(&code);
        }
        page.act(Action::District(Some(code)));
    }
    Some(())
}

/// A drag over a row's words ends as a press on it; it means the words.
fn selects_text(mouse: &MouseEvent) -> bool {
    let selection = window().and_then(|window| window.get_selection().ok()?);
    mouse.detail() > 0 && selection.is_some_and(|selection| !selection.is_collapsed())
}

/// A tap on the map beside every shape means the nearest one.
fn beside(page: PageFace, event: &Event, mouse: &MouseEvent) -> Option<String> {
    let frame = closest(event, ".sheet svg")?.get_bounding_client_rect();
    page.tapped(
        f64::from(mouse.client_x()) - frame.left(),
        f64::from(mouse.client_y()) - frame.top(),
        (frame.width(), frame.height()),
        FINGER,
    )
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
    // Its link has the focus, and so is read out.
    focus(&to);
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
