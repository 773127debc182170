//! The trend and comparison chart, drawn by plotters: one function for every backend. In the page it is an SVG whose colours are
//! the style sheet's custom properties (so that the dark theme needs no second drawing); in the browser it is a canvas as
//! well (`browser::chart`). All texts come finished from the view model; this file only knows how to lay them out.

mod bars;
mod lines;
mod scale;
mod svg;
#[cfg(test)]
mod tests;

use plotters::{
    coord::Shift,
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::view::{Chart, font_metrics::FontMetrics};
use scale::Scale;
pub use svg::to_svg;

/// The drawing's width in its own units; everything is laid out in them and scaled as a whole.
pub const WIDTH: u32 = 480;
/// The height of one bar with its gap, and of a line of text.
const ROW: f64 = 34.0;
/// The size of letters on a small phone: 14 pixels where the chart is 270 pixels wide. On a wider screen they may be smaller.
pub const TEXT: f64 = 25.0;
/// Between a text and what it belongs to.
const GAP: f64 = 8.0;
/// Names at the side may take this much; longer ones stand in two lines.
const WIDEST_NAMES: f64 = 200.0;
/// A name that is a little longer is set smaller instead, down to this part of the size.
const SMALLER: f64 = 0.8;
const LINES_HEIGHT: f64 = 330.0;
/// The dates below the plotting area: the first one stands below the zero of the values.
const FOOT: f64 = 54.0;

/// Colours by what they mean, and the typeface.
#[derive(Clone, Debug)]
pub struct Palette {
    pub ink: RGBColor,
    pub bar: RGBColor,
    pub selected: RGBColor,
    pub grid: RGBColor,
    /// What stands behind: lines of no one's choice.
    pub other: RGBColor,
    pub paper: RGBColor,
    /// The size of letters, in units.
    pub text: f64,
    pub font_family: String,
    /// plotters' SVG backend takes font sizes in points and divides by 1.24; a canvas takes them as they are.
    pub font_scale: f64,
}

impl Palette {
    /// Roles instead of colours: the SVG names a custom property of the style sheet for each of these.
    pub fn roles(text: f64) -> Self {
        let role = |n| RGBColor(0, 0, n);
        let (ink, bar, selected, grid, other, paper) = (role(1), role(2), role(3), role(4), role(5), role(6));
        Self { ink, bar, selected, grid, other, paper, text, font_family: "inherit".into(), font_scale: 1.24 }
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
        Chart::Lines { lines, ticks, axis, goal } => sheet.lines(lines, ticks, axis, goal.as_ref())?,
        Chart::Nothing => {}
    }
    sheet.root.present()?;
    Ok(())
}

type Plane<'a, DB> = ChartContext<'a, DB, Cartesian2d<Scale, Scale>>;

/// The plotting area within the drawing, and its two axes.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    /// With the labels below the plotting area.
    bottom: f64,
    x: Scale,
    y: Scale,
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

    fn text_style(&self, size: f64, colour: &RGBColor) -> TextStyle<'_> {
        // The family by its own type: plotters would fold a plain string to lower case.
        let family = FontFamily::Name(&self.palette.font_family);
        FontDesc::new(family, size * self.palette.font_scale * self.scale, FontStyle::Normal).color(colour)
    }

    /// A text beside a point that is already in the backend's pixels.
    fn text(&self, words: &str, size: f64, at: (i32, i32), h: HPos) -> Result<(), Failed> {
        self.coloured(words, size, &self.palette.ink, at, h)
    }

    fn coloured(&self, words: &str, size: f64, colour: &RGBColor, (x, y): (i32, i32), h: HPos) -> Result<(), Failed> {
        let style = self.text_style(size, colour).pos(Pos::new(h, VPos::Center));
        Ok(self.root.draw_text(words, &style, (x, y))?)
    }

    /// Axes, labels and grid.
    fn plane(&self, frame: Frame) -> Result<Plane<'_, DB>, Failed> {
        let Frame { left, right, top, bottom, x, y, values_run_right } = frame;
        let mut plane = ChartBuilder::on(&self.root)
            .margin_top(self.pixels(top))
            .margin_right(self.pixels(right))
            .y_label_area_size(self.pixels(left))
            .x_label_area_size(self.pixels(bottom))
            .build_cartesian_2d(x, y)?;
        let mut mesh = plane.configure_mesh();
        mesh.x_label_style(self.text_style(self.palette.text, &self.palette.ink))
            .y_label_style(self.text_style(self.palette.text, &self.palette.ink))
            .bold_line_style(self.stroke(self.palette.grid, 1.0))
            // The grid shows the values; of the axes only the labels and their distance remain.
            .axis_style(TRANSPARENT)
            .set_all_tick_mark_size(self.pixels(GAP / 2.0))
            // Labels stand off by twice the size of a tick mark.
            .set_tick_mark_size(LabelAreaPosition::Bottom, self.pixels((bottom - self.palette.text * 1.25) / 2.0));
        if values_run_right {
            mesh.disable_y_mesh()
        } else {
            mesh.disable_x_mesh()
        };
        mesh.draw()?;
        Ok(plane)
    }

    /// How wide a text comes out, in units; measured in bold, so that other typefaces have room as well.
    fn width(&self, words: &str) -> f64 {
        FontMetrics::Outline.extent(words, self.palette.text).width
    }

    /// A column for the longest of these texts.
    fn column<'t>(&self, texts: impl Iterator<Item = &'t str>) -> f64 {
        // Rounding may cost a unit.
        texts.map(|words| self.width(words)).fold(1.0, f64::max).min(WIDEST_NAMES) + 1.0
    }

    /// A name at the side: its lines, which are never cut, and their size. `high` is the room that two lines may take.
    fn name<'t>(&self, name: &'t str, high: f64) -> (Vec<&'t str>, f64) {
        let text = self.palette.text;
        let fits = |words: &str| text * (WIDEST_NAMES / self.width(words)).min(1.0);
        if fits(name) >= text * SMALLER {
            return (vec![name], fits(name));
        }
        // At the space or hyphen that leaves the longer line shortest.
        let breaks = name.char_indices().filter(|(_, c)| [' ', '-', '–'].contains(c)).map(|(at, c)| name.split_at(at + c.len_utf8()));
        let longer = |(first, second): &(&str, &str)| self.width(first.trim_end()).max(self.width(second));
        let Some((first, second)) = breaks.min_by(|a, b| longer(a).total_cmp(&longer(b))) else { return (vec![name], fits(name)) };
        let (first, second) = (first.trim_end(), second.trim_start());
        (vec![first, second], (fits(first).min(fits(second)).min(high * 0.46) * 2.0).floor() / 2.0)
    }

    /// Draws the lines of a name around the middle of its row.
    fn draw_name(&self, (lines, size): &(Vec<&str>, f64), colour: &RGBColor, (x, y): (i32, i32), h: HPos) -> Result<(), Failed> {
        let top = y - self.pixels(size * (lines.len() - 1) as f64 / 2.0);
        for (at, line) in lines.iter().enumerate() {
            self.coloured(line, *size, colour, (x, top + self.pixels(size * at as f64)), h)?;
        }
        Ok(())
    }
}
