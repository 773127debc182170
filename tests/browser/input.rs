//! A reader's hands: mouse, finger and keyboard as the browser itself delivers them, never events made by a script.

use std::{cell::Cell, thread, time::Duration};

use serde_json::json;
use thirtyfour::Key;

use crate::harness::Browser;

/// A place in the window, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// The name on a district's shape.
pub fn label(code: &str) -> String {
    format!("[data-part=map] [data-district='{code}'] .name")
}

/// A district's link on the map.
pub fn shape(code: &str) -> String {
    format!("[data-part=map] [data-district='{code}']")
}

/// A district's row.
pub fn row(code: &str) -> String {
    format!("[data-part=board] [data-district='{code}']")
}

impl Browser {
    /// Brings an element into view and returns its centre, once the page has stopped scrolling.
    pub fn centre(&self, selector: &str) -> Point {
        self.js::<()>(&format!("void document.querySelector({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
        let look = || -> (f64, f64) {
            self.js(&format!(
                "(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelector({selector:?}).getBoundingClientRect())"
            ))
        };
        let last = Cell::new(look());
        self.eventually("the page stands still", || {
            thread::sleep(Duration::from_millis(20));
            let now = look();
            last.replace(now) == now
        });
        let (x, y) = last.get();
        Point { x, y }
    }

    pub fn move_to(&self, at: Point) {
        self.mouse("mouseMoved", at, "none", 0);
    }

    pub fn hover(&self, selector: &str) {
        self.move_to(self.centre(selector));
    }

    pub fn click_at(&self, at: Point) {
        self.click_with(at, 0);
    }

    /// `modifiers`: 2 is Control.
    pub fn click_with(&self, at: Point, modifiers: u8) {
        self.mouse("mouseMoved", at, "none", modifiers);
        self.mouse("mousePressed", at, "left", modifiers);
        self.mouse("mouseReleased", at, "left", modifiers);
    }

    pub fn click(&self, selector: &str) {
        self.click_at(self.centre(selector));
    }

    fn mouse(&self, kind: &str, at: Point, button: &str, modifiers: u8) {
        let clicks = u8::from(kind != "mouseMoved");
        let event = json!({ "type": kind, "x": at.x, "y": at.y, "button": button, "clickCount": clicks, "modifiers": modifiers });
        self.cdp("Input.dispatchMouseEvent", event);
    }

    pub fn tap_at(&self, at: Point) {
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [{ "x": at.x, "y": at.y }] }));
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
    }

    pub fn tap(&self, selector: &str) {
        self.tap_at(self.centre(selector));
    }

    pub fn press(&self, key: Key) {
        self.wait(self.driver().action_chain().send_keys(key).perform()).expect("a key pressed");
    }

    /// The keyboard's copy command.
    pub fn copy(&self) {
        for kind in ["keyDown", "keyUp"] {
            let commands: &[&str] = if kind == "keyDown" { &["copy"] } else { &[] };
            let event =
                json!({ "type": kind, "key": "c", "code": "KeyC", "windowsVirtualKeyCode": 67, "modifiers": 2, "commands": commands });
            self.cdp("Input.dispatchKeyEvent", event);
        }
    }

    /// Presses Tab until the focus is on an element that matches; from the top of the page.
    pub fn tab_to(&self, selector: &str) {
        self.js::<()>("(document.activeElement?.blur(), scrollTo(0, 0), getSelection().removeAllRanges(), undefined)");
        for _ in 0..80 {
            self.press(Key::Tab);
            if self.js::<bool>(&format!("document.activeElement.matches({selector:?})")) {
                return;
            }
        }
        panic!("Tab never reaches {selector}");
    }

    pub fn back(&self) {
        self.wait(self.driver().back()).expect("Back");
    }

    pub fn forward(&self) {
        self.wait(self.driver().forward()).expect("Forward");
    }
}
