//! The one drawing function of the trend and comparison chart, by plotters: generic over where it draws. Natively that is an
//! SVG whose colours are roles (CSS gives them their values, so the dark theme holds without a second drawing); in the browser
//! a canvas at the device's pixel ratio. It speaks to plotters' backends directly: bars and
//! lines need no more of it. It must not know figures beyond the view model.

use plotters::{
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::view::Chart;

/// The drawing's width in its own units; everything is laid out in them and scaled as a whole.
pub const WIDTH: u32 = 480;
const ROW: u32 = 32;
const TEXT: f64 = 18.0;
/// The columns of names and of figures; between them bars and the reference's rule have room without crossing any text.
const NAMES: f64 = 108.0;
const FIGURES: f64 = 66.0;

/// Colours by what they mean.
#[derive(Clone, Debug)]
pub struct Palette {
    pub ink: RGBColor,
    pub bar: RGBColor,
    pub chosen: RGBColor,
    pub rule: RGBColor,
    pub family: String,
    /// The size that the backend wants for letters of one unit: plotters' SVG backend takes points and divides.
    pub letter: f64,
}

impl Palette {
    /// Roles instead of colours: the style sheet has a rule for each of these.
    pub fn roles() -> Self {
        let role = |n| RGBColor(0, 0, n);
        Self { ink: role(1), bar: role(2), chosen: role(3), rule: role(4), family: "sans-serif".into(), letter: 1.24 }
    }
}

/// The drawing's height in its own units.
pub fn height(chart: &Chart) -> u32 {
    match chart {
        Chart::Bars { bars, .. } => ROW * bars.len() as u32 + ROW,
        Chart::Lines { .. } => 260,
        Chart::Nothing => 1,
    }
}

/// Draws a chart at a scale; the backend must be `WIDTH * scale` wide and `height(chart) * scale` high.
pub fn draw<DB: DrawingBackend>(backend: &mut DB, chart: &Chart, palette: &Palette, scale: f64) -> Result<(), Failed> {
    let mut pen = Pen { backend, palette, scale };
    match chart {
        Chart::Bars { bars, reference } => {
            let room = f64::from(WIDTH) - NAMES - FIGURES;
            let longest = bars.iter().map(|b| b.value).chain(reference.iter().map(|(mean, _)| *mean)).fold(0.0, f64::max);
            let x = |value: f64| NAMES + if longest > 0.0 { value.max(0.0) / longest * room } else { 0.0 };
            let bottom = f64::from(ROW) * bars.len() as f64;
            for (i, bar) in bars.iter().enumerate() {
                let top = f64::from(ROW) * i as f64;
                let middle = top + f64::from(ROW) / 2.0;
                pen.text(&bar.name, NAMES - 8.0, middle, HPos::Right)?;
                let colour = if bar.selected { palette.chosen } else { palette.bar };
                pen.rectangle(NAMES, top + 5.0, x(bar.value), top + f64::from(ROW) - 5.0, colour)?;
                pen.text(&bar.label, f64::from(WIDTH), middle, HPos::Right)?;
            }
            if let Some((mean, name)) = reference {
                pen.line(&[(x(*mean), 0.0), (x(*mean), bottom + 4.0)], palette.rule, 2.0)?;
                pen.text(name, x(*mean) + 6.0, bottom + f64::from(ROW) / 2.0, HPos::Left)?;
            }
        }
        Chart::Lines { lines, ticks } => {
            let (left, right, top, bottom) = (12.0, f64::from(WIDTH) - 165.0, 24.0, 220.0);
            let times = || ticks.iter().map(|(t, _)| *t as f64);
            let (first, last) = (times().fold(f64::MAX, f64::min), times().fold(f64::MIN, f64::max));
            let highest = lines.iter().flat_map(|l| &l.points).map(|(_, v)| *v).fold(0.0, f64::max);
            let x = |t: f64| if last > first { left + (t - first) / (last - first) * (right - left) } else { left };
            let y = |v: f64| if highest > 0.0 { bottom - v / highest * (bottom - top) } else { bottom };
            pen.line(&[(left, bottom), (right, bottom)], palette.rule, 1.0)?;
            // Dates that would run into each other are left out; the first and the last always stand.
            let mut free = f64::MIN;
            for (i, (t, name)) in ticks.iter().enumerate() {
                let at = x(*t as f64);
                if at >= free && (i + 1 == ticks.len() || at <= right - 56.0 || i == 0) {
                    let anchor = if i == 0 {
                        HPos::Left
                    } else if i + 1 == ticks.len() {
                        HPos::Right
                    } else {
                        HPos::Center
                    };
                    pen.text(name, at, bottom + 18.0, anchor)?;
                    free = at + 64.0;
                }
            }
            let mut label_at = f64::MAX;
            for line in lines {
                let points: Vec<(f64, f64)> = line.points.iter().map(|(t, v)| (x(*t as f64), y(*v))).collect();
                let colour = if line.selected { palette.chosen } else { palette.bar };
                pen.line(&points, colour, 3.0)?;
                for (px, py) in &points {
                    pen.rectangle(px - 4.0, py - 4.0, px + 4.0, py + 4.0, colour)?;
                }
                if let Some((px, py)) = points.last() {
                    // Two names near each other are set apart rather than over each other.
                    let at = if (py - label_at).abs() < 40.0 { label_at + if *py < label_at { -40.0 } else { 40.0 } } else { *py };
                    pen.text(&line.name, px + 12.0, at - 9.0, HPos::Left)?;
                    pen.text(&line.label, px + 12.0, at + 9.0, HPos::Left)?;
                    label_at = at;
                }
            }
        }
        Chart::Nothing => {}
    }
    pen.backend.present().map_err(|_| Failed)
}

/// The backend refused; the table under the chart still says everything.
#[derive(Clone, Copy, Debug)]
pub struct Failed;

struct Pen<'a, DB: DrawingBackend> {
    backend: &'a mut DB,
    palette: &'a Palette,
    scale: f64,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn at(&self, x: f64, y: f64) -> (i32, i32) {
        ((x * self.scale).round() as i32, (y * self.scale).round() as i32)
    }

    fn text(&mut self, words: &str, x: f64, y: f64, h: HPos) -> Result<(), Failed> {
        // The family by its own type: from a plain string it would be folded to lower case, with four kilobytes of tables.
        let font = FontDesc::new(FontFamily::Name(&self.palette.family), TEXT * self.palette.letter * self.scale, FontStyle::Normal);
        let style = TextStyle::from(font).color(&self.palette.ink).pos(Pos::new(h, VPos::Center));
        let at = self.at(x, y);
        self.backend.draw_text(words, &style, at).map_err(|_| Failed)
    }

    fn rectangle(&mut self, x0: f64, y0: f64, x1: f64, y1: f64, colour: RGBColor) -> Result<(), Failed> {
        let (from, to) = (self.at(x0, y0), self.at(x1, y1));
        self.backend.draw_rect(from, to, &colour.filled(), true).map_err(|_| Failed)
    }

    fn line(&mut self, points: &[(f64, f64)], colour: RGBColor, width: f64) -> Result<(), Failed> {
        let points: Vec<(i32, i32)> = points.iter().map(|(x, y)| self.at(*x, *y)).collect();
        let style = colour.stroke_width((width * self.scale).round().max(1.0) as u32);
        self.backend.draw_path(points, &style).map_err(|_| Failed)
    }
}

/// The chart as an SVG for the pre-rendered page; its colours are roles.
#[cfg(not(target_arch = "wasm32"))]
pub fn to_svg(chart: &Chart) -> String {
    let mut svg = String::new();
    let size = (WIDTH, height(chart));
    let drawn = draw(&mut SVGBackend::with_string(&mut svg, size), chart, &Palette::roles(), 1.0);
    if drawn.is_err() {
        return String::new();
    }
    // What says nothing is left out: full opacity, the fixed size (the viewBox scales), the blank lines.
    svg.replace(" opacity=\"1\"", "")
        .replace(&format!("width=\"{}\" height=\"{}\" ", size.0, size.1), "")
        .replace(['\n', '\r'], "")
        .replace("> <", "><")
}

/// Draws on a canvas at the device's pixel ratio, in the page's own colours.
#[cfg(target_arch = "wasm32")]
pub fn on_canvas(canvas: &leptos::web_sys::HtmlCanvasElement, chart: &Chart) {
    use plotters_canvas::CanvasBackend;

    let Some(window) = leptos::web_sys::window() else { return };
    let scale = f64::from(canvas.client_width()) / f64::from(WIDTH) * window.device_pixel_ratio();
    if scale <= 0.0 {
        return;
    }
    canvas.set_width((f64::from(WIDTH) * scale).round() as u32);
    canvas.set_height((f64::from(height(chart)) * scale).round() as u32);
    let Ok(Some(style)) = window.get_computed_style(canvas) else { return };
    let colour = |name: &str| {
        let value = style.get_property_value(name).unwrap_or_default();
        let hex = u32::from_str_radix(value.trim().trim_start_matches('#'), 16).unwrap_or_default();
        RGBColor((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    };
    let palette = Palette {
        ink: colour("--ink"),
        bar: colour("--bar"),
        chosen: colour("--accent"),
        rule: colour("--rule"),
        family: style.get_property_value("font-family").unwrap_or_default(),
        letter: 1.0,
    };
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        let _ = draw(&mut backend, chart, &palette, scale);
    }
}
