//! The trend and comparison chart, drawn by plotters: one function for every backend. In the page it is an SVG whose colours are
//! roles (the style sheet gives them their values, so the dark theme needs no second drawing); in the browser it is a canvas as
//! well (`browser::chart`). All texts come finished from the view model; this file only knows how to lay them out.

use std::ops::Range;

use plotters::{
    coord::{
        Shift,
        ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter},
        types::RangedCoordf64,
    },
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::view::{Axis, Bar, Chart, TrendLine, font_metrics::FontMetrics};

/// The drawing's width in its own units; everything is laid out in them and scaled as a whole.
pub const WIDTH: u32 = 480;
/// The height of one bar with its gap, and of a line of text.
const ROW: f64 = 32.0;
/// The size of letters: 12 pixels where the chart is 300 pixels wide.
const TEXT: f64 = 19.0;
/// Between a text and what it belongs to.
const GAP: f64 = 8.0;
/// Names at the side may take this much; longer ones are set smaller.
const WIDEST_NAMES: f64 = 200.0;
const LINES_HEIGHT: f64 = 270.0;

/// Colours by what they mean, and the typeface.
#[derive(Clone, Debug)]
pub struct Palette {
    pub ink: RGBColor,
    pub bar: RGBColor,
    pub selected: RGBColor,
    pub grid: RGBColor,
    pub font_family: String,
    /// plotters' SVG backend takes font sizes in points and divides by 1.24; a canvas takes them as they are.
    pub font_scale: f64,
}

impl Palette {
    /// Roles instead of colours: the style sheet has a rule for each of these.
    pub fn roles() -> Self {
        let role = |n| RGBColor(0, 0, n);
        Self { ink: role(1), bar: role(2), selected: role(3), grid: role(4), font_family: "inherit".into(), font_scale: 1.24 }
    }

    fn of(&self, selected: bool) -> RGBColor {
        if selected { self.selected } else { self.bar }
    }
}

/// The drawing's height in its own units.
pub fn height(chart: &Chart) -> u32 {
    match chart {
        Chart::Bars { bars, reference, .. } => {
            let rows = bars.len() + 1 + usize::from(reference.is_some());
            // plotters takes a pixel off: with it, every row is as high as the next.
            ROW as u32 * rows as u32 + 1
        }
        Chart::Lines { .. } => LINES_HEIGHT as u32,
        Chart::Nothing => 1,
    }
}

/// The backend refused; the table under the chart still says everything.
#[derive(Clone, Copy, Debug)]
pub struct Failed;

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for Failed {
    fn from(_: DrawingAreaErrorKind<E>) -> Self {
        Self
    }
}

/// Draws a chart at a scale; the backend must be `WIDTH * scale` wide and `height(chart) * scale` high.
pub fn draw<DB: DrawingBackend>(backend: DB, chart: &Chart, palette: &Palette, scale: f64) -> Result<(), Failed> {
    let sheet = Sheet { root: backend.into_drawing_area(), palette, scale };
    match chart {
        Chart::Bars { bars, reference, axis } => sheet.bars(bars, reference.as_ref(), axis)?,
        Chart::Lines { lines, ticks, axis } => sheet.lines(lines, ticks, axis)?,
        Chart::Nothing => {}
    }
    sheet.root.present()?;
    Ok(())
}

type Plane<'a, DB> = ChartContext<'a, DB, Cartesian2d<Scale, Scale>>;
/// Points of an axis with their labels.
type Ticks = Vec<(f64, String)>;

/// A linear scale whose ticks and labels are given.
struct Scale {
    range: Range<f64>,
    ticks: Ticks,
}

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        RangedCoordf64::from(self.range.clone()).map(value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.iter().map(|(at, _)| *at).collect() }
    }

    fn range(&self) -> Range<f64> {
        self.range.clone()
    }
}

impl ValueFormatter<f64> for Scale {
    fn format_ext(&self, value: &f64) -> String {
        self.ticks.iter().find(|(at, _)| at == value).map(|(_, label)| label.clone()).unwrap_or_default()
    }
}

/// The plotting area within the drawing, and its two axes.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    x: Scale,
    y: Scale,
    /// Names may be set smaller, so that the longest one has room.
    y_text: f64,
    /// Whether the values run to the right (bars) or upwards (lines): only they have a grid.
    values_run_right: bool,
}

struct Sheet<'a, DB: DrawingBackend> {
    root: DrawingArea<DB, Shift>,
    palette: &'a Palette,
    scale: f64,
}

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn pixels(&self, units: f64) -> i32 {
        (units * self.scale).round() as i32
    }

    fn stroke(&self, colour: RGBColor, width: f64) -> ShapeStyle {
        ShapeStyle { color: colour.to_rgba(), filled: true, stroke_width: self.pixels(width).max(1) as u32 }
    }

    fn text_style(&self, size: f64) -> TextStyle<'_> {
        // The family by its own type: plotters would fold a plain string to lower case.
        let family = FontFamily::Name(&self.palette.font_family);
        FontDesc::new(family, size * self.palette.font_scale * self.scale, FontStyle::Normal).color(&self.palette.ink)
    }

    /// A text beside a point that is already in the backend's pixels.
    fn text(&self, words: &str, size: f64, (x, y): (i32, i32), h: HPos) -> Result<(), Failed> {
        let style = self.text_style(size).pos(Pos::new(h, VPos::Center));
        Ok(self.root.draw_text(words, &style, (x, y))?)
    }

    /// Axes, labels and grid.
    fn plane(&self, frame: Frame) -> Result<Plane<'_, DB>, Failed> {
        let Frame { left, right, top, x, y, y_text, values_run_right } = frame;
        let mut plane = ChartBuilder::on(&self.root)
            .margin_top(self.pixels(top))
            .margin_right(self.pixels(right))
            .y_label_area_size(self.pixels(left))
            .x_label_area_size(self.pixels(ROW))
            .build_cartesian_2d(x, y)?;
        let mut mesh = plane.configure_mesh();
        mesh.x_label_style(self.text_style(TEXT))
            .y_label_style(self.text_style(y_text))
            .bold_line_style(self.stroke(self.palette.grid, 1.0))
            // The grid shows the values; of the axes only the labels and their distance remain.
            .axis_style(TRANSPARENT)
            .set_all_tick_mark_size(self.pixels(GAP / 2.0));
        if values_run_right {
            mesh.disable_y_mesh()
        } else {
            mesh.disable_x_mesh()
        };
        mesh.draw()?;
        Ok(plane)
    }

    /// A bar for each place, its name before it and its figure in a column behind, so that no line crosses a text.
    fn bars(&self, bars: &[Bar], reference: Option<&(f64, String)>, axis: &Axis) -> Result<(), Failed> {
        let (names, y_text) = column(bars.iter().map(|b| b.name.as_str()));
        let (figures, _) = column(bars.iter().map(|b| b.label.as_str()));
        let rows = bars.len() as f64;
        let mut plane = self.plane(Frame {
            left: names + GAP,
            right: figures + GAP,
            top: if reference.is_some() { ROW } else { 0.0 },
            x: Scale { range: 0.0..axis.end, ticks: axis.ticks.clone() },
            // The first row on top.
            y: Scale { range: rows..0.0, ticks: bars.iter().enumerate().map(|(i, bar)| (i as f64 + 0.5, bar.name.clone())).collect() },
            y_text,
            values_run_right: true,
        })?;
        plane.draw_series(bars.iter().enumerate().map(|(i, bar)| {
            let row = i as f64;
            Rectangle::new([(0.0, row + 0.16), (bar.value, row + 0.84)], self.palette.of(bar.selected).filled())
        }))?;
        for (i, bar) in bars.iter().enumerate() {
            let (_, y) = plane.backend_coord(&(0.0, i as f64 + 0.5));
            self.text(&bar.label, TEXT, (self.pixels(f64::from(WIDTH)), y), HPos::Right)?;
        }
        if let Some((mean, name)) = reference {
            plane.draw_series(LineSeries::new([(*mean, 0.0), (*mean, rows)], self.stroke(self.palette.ink, 2.0)))?;
            let (x, y) = plane.backend_coord(&(*mean, 0.0));
            let half = self.pixels(width(name) / 2.0 + 1.0);
            // Above its line, and never out of the drawing.
            let x = x.min(self.pixels(f64::from(WIDTH)) - half).max(half);
            self.text(name, TEXT, (x, y - self.pixels(ROW / 2.0)), HPos::Center)?;
        }
        Ok(())
    }

    /// A line for each place over time, its name and its last figure at its end.
    fn lines(&self, lines: &[TrendLine], dates: &[(i64, String)], axis: &Axis) -> Result<(), Failed> {
        let (values, _) = column(axis.ticks.iter().map(|(_, label)| label.as_str()));
        let (names, name_text) = column(lines.iter().flat_map(|l| [l.name.as_str(), l.label.as_str()]));
        let first = dates.iter().map(|(at, _)| *at as f64).fold(f64::MAX, f64::min);
        let last = dates.iter().map(|(at, _)| *at as f64).fold(first + 1.0, f64::max);
        // A date stands under the middle of its point: the first one must have room on the left, too.
        let left = values.max(dates.first().map_or(0.0, |(_, date)| width(date) / 2.0)) + GAP;
        let right = names.max(dates.last().map_or(0.0, |(_, date)| width(date) / 2.0)) + 2.0 * GAP;
        let wide = f64::from(WIDTH) - left - right;
        let mut plane = self.plane(Frame {
            left,
            right,
            top: TEXT,
            x: Scale { range: first..last, ticks: spaced(dates, |at| (at - first) / (last - first) * wide) },
            y: Scale { range: 0.0..axis.end, ticks: axis.ticks.clone() },
            y_text: TEXT,
            values_run_right: false,
        })?;
        let mut ends = Vec::new();
        for line in lines {
            let points: Vec<(f64, f64)> = line.points.iter().map(|(at, value)| (*at as f64, *value)).collect();
            ends.extend(points.last().map(|end| (plane.backend_coord(end), line)));
            let style = self.stroke(self.palette.of(line.selected), 3.0);
            plane.draw_series(LineSeries::new(points, style).point_size(self.pixels(5.0) as u32))?;
        }
        // Ends near each other have their names set apart rather than over each other, the higher one above.
        ends.sort_by_key(|((_, y), _)| *y);
        let (line_height, bottom) = (self.pixels(TEXT * 1.2), self.pixels(LINES_HEIGHT - ROW));
        // The marks over a capital reach out of its line.
        let mut free = self.pixels(TEXT * 0.4);
        for (i, ((x, y), line)) in ends.iter().enumerate() {
            let below = (ends.len() - 1 - i) as i32 * line_height * 2;
            let top = (y - line_height).max(free).min(bottom - below - line_height * 2);
            let at = |row: i32| (x + self.pixels(GAP * 1.5), top + line_height * row + line_height / 2);
            self.text(&line.name, name_text, at(0), HPos::Left)?;
            self.text(&line.label, name_text, at(1), HPos::Left)?;
            free = top + line_height * 2;
        }
        Ok(())
    }
}

/// How wide a text comes out, in units; measured in bold, so that other typefaces have room as well.
fn width(words: &str) -> f64 {
    FontMetrics::Outline.extent(words, TEXT).width
}

/// A column for the longest of these texts, and the size to set them in.
fn column<'a>(texts: impl Iterator<Item = &'a str>) -> (f64, f64) {
    let longest = texts.map(width).fold(1.0, f64::max);
    // Rounding may cost a unit.
    (longest.min(WIDEST_NAMES) + 1.0, TEXT * (WIDEST_NAMES / longest).min(1.0))
}

/// The dates that have room beside each other; the first and the last always stand.
fn spaced(dates: &[(i64, String)], place: impl Fn(f64) -> f64) -> Ticks {
    let mut out: Vec<(f64, f64, String)> = Vec::new();
    for (i, (at, date)) in dates.iter().enumerate() {
        let (at, half) = (*at as f64, width(date) / 2.0 + GAP);
        let (from, to) = (place(at) - half, place(at) + half);
        let last = i + 1 == dates.len();
        while last && out.len() > 1 && out.last().is_some_and(|(_, end, _)| *end > from) {
            out.pop();
        }
        if last || out.last().is_none_or(|(_, end, _)| *end <= from) {
            out.push((at, to, date.clone()));
        }
    }
    out.into_iter().map(|(at, _, date)| (at, date)).collect()
}

/// The chart as an SVG; its colours are roles.
pub fn to_svg(chart: &Chart) -> String {
    let mut svg = String::new();
    let size = (WIDTH, height(chart));
    let palette = Palette::roles();
    if draw(SVGBackend::with_string(&mut svg, size), chart, &palette, 1.0).is_err() {
        return String::new();
    }
    // What every text has in common is said once by the style sheet; what says nothing is left out.
    let size_of_text = format!(" font-size=\"{}\"", TEXT * palette.font_scale / 1.24);
    let fixed = format!("width=\"{}\" height=\"{}\" ", size.0, size.1);
    [
        &size_of_text,
        &fixed,
        " fill=\"#000001\"",
        " stroke=\"#000004\"",
        " font-family=\"inherit\"",
        " opacity=\"1\"",
        " stroke=\"none\"",
        " stroke-width=\"1\"",
        " text-anchor=\"start\"",
        "\n",
        "\r",
    ]
    .iter()
    .fold(svg, |svg, nothing| svg.replace(nothing, ""))
    .replace(" xmlns=\"http://www.w3.org/2000/svg\"", "")
    .replace(" \"/>", "\"/>")
}

#[cfg(test)]
mod tests;
