//! A scene with small print below it, for pictures that are read from near: a page or a letter around them may say nothing of what they rest on.
//! It must not know what is said.

use super::{
    Show, Slide,
    column::{Align, TextLayout},
    line::TextLine,
    picture::{Mark, Picture, Rect},
};
use crate::view::font_metrics::FontMetrics;

/// The size of the letters in parts of the picture's height, the most that small print has, and the least that may be asked of eyes.
const SIZE: f64 = 0.038;
const MOST: f64 = 28.0;
const LEAST: f64 = 16.0;
/// From one line to the next, in letters.
const ROW: f64 = 1.35;

/// The size of the small print of a picture of that height, and how high all of it is.
fn print(height: u32, rows: u32) -> (f64, f64) {
    let size = (f64::from(height) * SIZE).round().min(MOST);
    (size, (size * ROW * f64::from(rows)).round() + size)
}

/// The height that is left to the scene.
pub fn above(height: u32, rows: u32) -> u32 {
    height.saturating_sub(print(height, rows).1 as u32)
}

impl Show<'_> {
    /// Each line in its forms, the first of which is the whole one.
    pub fn draw_captioned(&self, slide: &Slide, width: u32, height: u32, lines: &[Vec<String>], rows: u32) -> Picture {
        self.captioned(width, height, lines, rows, |above| self.draw(slide, width, above))
    }

    /// `draw` is given the height that is left.
    pub(super) fn captioned(&self, width: u32, height: u32, lines: &[Vec<String>], rows: u32, draw: impl Fn(u32) -> Picture) -> Picture {
        let ((size, strip), above) = (print(height, rows), above(height, rows));
        let mut picture = draw(above);
        // As the frame of the scene above has it.
        let margin = (f64::from(above.min(width)) * 0.045).round();
        let area = Rect::new(margin, f64::from(above), f64::from(width) - 2.0 * margin, strip - margin);
        let setter = TextLayout { font_metrics: FontMetrics::Outline, smallest: LEAST };
        let lines: Vec<TextLine> = lines.iter().map(|forms| TextLine::new("soft", 1.0, forms.clone()).wraps()).collect();
        picture.marks.insert(0, Mark::Fill { area: Rect::new(0.0, 0.0, f64::from(width), f64::from(height)), role: "paper" });
        picture.marks.extend(setter.set_up_to(&lines, area, Align::Left, size).unwrap_or_default());
        picture.height = height;
        picture
    }
}
