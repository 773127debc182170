//! The preview on pages with a form: a frame of true pixels, scaled into its place on the page. It must not know what the form sets up.

use std::cell::RefCell;

use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlIFrameElement;

use super::{
    by_id,
    form::{data_text, set_text},
};
use crate::text::fill;

/// The unit of a scale: whole numbers up to here, so that wasm needs no formatter of floats.
pub const ACTUAL_SIZE: u32 = 10_000;

pub struct Preview {
    pub frame: HtmlIFrameElement,
    /// The address that the frame shows.
    address: RefCell<Option<String>>,
}

impl Preview {
    pub fn by_id(id: &str) -> Option<Self> {
        Some(Self { frame: by_id(id)?.dyn_into().ok()?, address: RefCell::default() })
    }

    /// Loads an address, unless the frame shows it already.
    pub fn show(&self, address: &str) {
        let shown = self.address.borrow().as_deref() == Some(address);
        if !shown && let Some(inside) = self.frame.content_window() {
            // Not by `src`: each choice would become a step of the browser's Back.
            let _ = inside.location().replace(address);
            *self.address.borrow_mut() = Some(address.into());
        }
    }

    /// Gives the frame its true size in pixels and shows it at a scale, in parts of [`ACTUAL_SIZE`]; a line below says both.
    pub fn resize(&self, width: u32, height: u32, scale: u32) -> Option<()> {
        self.frame.set_width(&width.to_string());
        self.frame.set_height(&height.to_string());
        let _ = self.frame.style().set_property("transform", &format!("scale({scale}e-4)"));
        // A transform does not change the room that an element takes; the box around it does.
        let around = by_id("box")?.style();
        for (name, side) in [("width", width), ("height", height)] {
            let _ = around.set_property(name, &format!("{}px", side * scale / ACTUAL_SIZE));
        }
        let (key, factor) = match scale {
            ACTUAL_SIZE => ("actual", 1),
            scale if scale < ACTUAL_SIZE => ("smaller", scale * 100 / ACTUAL_SIZE),
            scale => ("larger", scale / ACTUAL_SIZE),
        };
        set_text("scale", &fill(&data_text("scale", key), &[&width.to_string(), &height.to_string(), &factor.to_string()]));
        Some(())
    }
}
