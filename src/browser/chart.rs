//! The chart's module: draws what the page's module tells it on the canvas, and renews the SVG behind it, which print and saved pages
//! show. It knows the chart's view model and the colours of its place; where the figures come from it must not know.

use std::{cell::RefCell, rc::Rc};

use leptos::wasm_bindgen::JsCast;
use plotters::style::RGBColor;
use plotters_canvas::CanvasBackend;
use web_sys::{CssStyleSheet, CustomEvent, Element, Event, HtmlCanvasElement, HtmlStyleElement};

use super::{CHART, CHART_READY, document, listen, on, window};
use crate::{
    parts::chart::{self, Palette},
    view::Chart,
};

/// Lays the canvas over the SVG, on the screen alone. The rule stands in no file: a saved copy of the page has no live canvas, and shows the SVG.
const CANVAS_ON_SCREEN: &str = "@media screen{.plot[data-live] canvas{display:block;position:absolute;top:0;left:0;width:100%;height:100%}\
    .plot[data-live] svg{visibility:hidden}}";

pub fn start() {
    let shown: Rc<RefCell<Option<Chart>>> = Rc::default();
    let own = shown.clone();
    let told = move |event: Event| {
        let detail = event.dyn_into::<CustomEvent>().map(|event| event.detail()).unwrap_or_default();
        let Ok(chart) = serde_wasm_bindgen::from_value::<Chart>(detail) else { return };
        renew(&chart);
        *own.borrow_mut() = Some(chart);
    };
    on(CHART, Box::new(told));
    // What a canvas cannot follow by itself: its size and its colours.
    let again = || {
        let own = shown.clone();
        Box::new(move |_| {
            if let Some(chart) = own.borrow().as_ref() {
                draw(chart);
            }
        })
    };
    let Some(window) = window() else { return };
    listen(&window, "resize", again());
    for query in ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"] {
        if let Ok(Some(list)) = window.match_media(query) {
            listen(&list, "change", again());
        }
    }
    if let (Some(document), Ok(event)) = (document(), Event::new(CHART_READY)) {
        let _ = document.dispatch_event(&event);
    }
}

fn plot() -> Option<Element> {
    document()?.query_selector(".plot").ok()?
}

/// Another chart: the canvas and the SVG behind it.
fn renew(chart: &Chart) {
    let Some(plot) = plot() else { return };
    if let Ok(Some(place)) = plot.query_selector("div") {
        place.set_inner_html(&chart::to_svg(chart));
        let _ = place.remove_attribute("hidden");
    }
    if draw(chart).is_some() && !plot.has_attribute("data-live") {
        show_canvas();
        let _ = plot.set_attribute("data-live", "true");
    }
}

/// In a sheet of its own: a change of the sheet that names the typeface would let a typeface that came too late replace what is painted.
fn show_canvas() -> Option<()> {
    let document = document()?;
    let style: HtmlStyleElement = document.create_element("style").ok()?.dyn_into().ok()?;
    document.head()?.append_child(&style).ok()?;
    style.sheet()?.dyn_into::<CssStyleSheet>().ok()?.insert_rule(CANVAS_ON_SCREEN).ok().map(drop)
}

/// Draws at the device's pixel ratio, in the colours of the place.
fn draw(chart: &Chart) -> Option<()> {
    let plot = plot()?;
    let canvas: HtmlCanvasElement = plot.query_selector("canvas").ok()??.dyn_into().ok()?;
    let window = window()?;
    let scale = f64::from(plot.client_width()) / f64::from(chart::WIDTH) * window.device_pixel_ratio();
    if scale <= 0.0 {
        return None;
    }
    canvas.set_width((f64::from(chart::WIDTH) * scale).round() as u32);
    canvas.set_height((f64::from(chart::height(chart)) * scale).round() as u32);
    let style = window.get_computed_style(&plot).ok()??;
    let colour = |name: &str| {
        let value = style.get_property_value(name).unwrap_or_default();
        let hex = u32::from_str_radix(value.trim().trim_start_matches('#'), 16).unwrap_or_default();
        RGBColor((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    };
    let palette = Palette {
        ink: colour("--ink"),
        bar: colour("--bar"),
        selected: colour("--accent"),
        grid: colour("--line"),
        font_family: style.get_property_value("font-family").unwrap_or_default(),
        font_scale: 1.0,
    };
    chart::draw(CanvasBackend::with_canvas_object(canvas)?, chart, &palette, scale).ok()
}
