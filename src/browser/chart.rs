//! The chart's module: draws what the page's module tells it on the canvas, and renews the SVG behind it, which print and saved pages
//! show. It knows the chart's view model and the colours of its place; where the figures come from it must not know.

use std::{cell::RefCell, rc::Rc};

use leptos::wasm_bindgen::JsCast;
use plotters::style::RGBColor;
use plotters_canvas::CanvasBackend;
use web_sys::{CssStyleSheet, CustomEvent, Element, Event, HtmlCanvasElement};

use super::{CHART, CHART_READY, document, listen, on, told, window};
use crate::{
    parts::chart::{self, Palette},
    view::Chart,
};

/// Lays the canvas over the SVG, on the screen alone. The rule stands in no file: a saved copy of the page has no live canvas, and shows the SVG.
const CANVAS_ON_SCREEN: &str = "@media screen{.plot[data-live] canvas{display:block;position:absolute;top:0;left:0;width:100%;height:100%}\
    .plot[data-live] svg{visibility:hidden}}";

pub fn start() {
    let shown: Rc<RefCell<Option<[Chart; 2]>>> = Rc::default();
    let own = shown.clone();
    let told = move |event: Event| {
        let detail = event.dyn_into::<CustomEvent>().map(|event| event.detail()).unwrap_or_default();
        let Some(charts) = told::read(&detail) else { return };
        renew(&charts);
        *own.borrow_mut() = Some(charts);
    };
    on(CHART, Box::new(told));
    // What a canvas cannot follow by itself: its size and its colours.
    let again = || {
        let own = shown.clone();
        Box::new(move |_| {
            if let Some(charts) = own.borrow().as_ref() {
                each(charts, |plot, chart| _ = draw(plot, chart));
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

/// Each chart with its place, in the order of the page.
fn each(charts: &[Chart; 2], mut run: impl FnMut(&Element, &Chart)) -> Option<()> {
    let places = document()?.query_selector_all(".plot").ok()?;
    for (chart, at) in charts.iter().zip(0..) {
        if let Some(plot) = places.item(at).and_then(|place| place.dyn_into::<Element>().ok()) {
            run(&plot, chart);
        }
    }
    Some(())
}

/// Other charts: the canvas and the SVG behind it.
fn renew(charts: &[Chart; 2]) {
    each(charts, |plot, chart| {
        if let Ok(Some(place)) = plot.query_selector("div") {
            place.set_inner_html(&chart::to_svg(chart, letters(plot).unwrap_or(chart::TEXT)));
        }
        if draw(plot, chart).is_some() && !plot.has_attribute("data-live") {
            show_canvas();
            let _ = plot.set_attribute("data-live", "true");
        }
    });
    if let Ok(Some(section)) = document().map_or(Ok(None), |d| d.query_selector("[data-other]")) {
        let _ = section.remove_attribute("data-other");
    }
}

fn property(plot: &Element, name: &str) -> Option<String> {
    window()?.get_computed_style(plot).ok()??.get_property_value(name).ok()
}

/// The size of letters that the style sheet gives the drawing, in its units.
fn letters(plot: &Element) -> Option<f64> {
    property(plot, "--letters")?.trim().parse().ok()
}

/// In the last sheet, that beside the page: a change of the one that names the typeface would let a typeface that came too late replace what is
/// painted. A sheet of its own would need its hash in every page's policy.
fn show_canvas() -> Option<()> {
    let sheets = document()?.style_sheets();
    let last = sheets.get(sheets.length().checked_sub(1)?)?;
    last.dyn_into::<CssStyleSheet>().ok()?.insert_rule(CANVAS_ON_SCREEN).ok().map(drop)
}

/// Draws at the device's pixel ratio, in the colours of the place.
fn draw(plot: &Element, chart: &Chart) -> Option<()> {
    let canvas: HtmlCanvasElement = plot.query_selector("canvas").ok()??.dyn_into().ok()?;
    let window = window()?;
    let scale = f64::from(plot.client_width()) / f64::from(chart::WIDTH) * window.device_pixel_ratio();
    if scale <= 0.0 {
        return None;
    }
    canvas.set_width((f64::from(chart::WIDTH) * scale).round() as u32);
    canvas.set_height((f64::from(chart::height(chart)) * scale).round() as u32);
    let colour = |name: &str| {
        let value = property(plot, name).unwrap_or_default();
        let hex = value.trim().trim_start_matches('#');
        let digits = u32::from_str_radix(hex, 16).unwrap_or_default();
        // `#fff` is short for `#ffffff`.
        let part = |at: u32| if hex.len() == 3 { (digits >> (4 * at) & 15) * 17 } else { digits >> (8 * at) & 255 };
        RGBColor(part(2) as u8, part(1) as u8, part(0) as u8)
    };
    let palette = Palette {
        ink: colour("--ink"),
        bar: colour("--bar"),
        selected: colour("--accent"),
        grid: colour("--line"),
        other: colour("--rule"),
        paper: colour("--sheet"),
        text: letters(plot).unwrap_or(chart::TEXT),
        font_family: property(plot, "font-family").unwrap_or_default(),
        font_scale: 1.0,
    };
    chart::draw(CanvasBackend::with_canvas_object(canvas)?, chart, &palette, scale).ok()
}
