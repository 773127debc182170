//! A picture as a PDF of one page: words as words, in subsets of the typeface, everything else as lines and fields. The same picture always gives the
//! same bytes. It must not know what is said.

use krilla::{
    Document,
    color::rgb,
    geom::{Path, PathBuilder, Point, Rect as Box, Transform},
    metadata::Metadata,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, FillRule, LineJoin, Stroke},
    surface::Surface,
    text::{Font, GlyphId, KrillaGlyph},
};
use skrifa::{FontRef, MetadataProvider, instance::Size, prelude::LocationRef};

use super::ink::{Ink, Inks};
use crate::{
    site::painter::{self, BOLD, REGULAR},
    view::{
        scene::{Mark, Picture, Rect, Role},
        sheet::is_plain,
    },
};

/// Points of an inch in a tenth of a millimetre.
const POINT: f32 = 72.0 / 254.0;
/// Lines between districts, in units of the picture.
const BORDER: f32 = 4.0;
/// How far a curve's handles lie from its ends to come out as a quarter of a circle.
const ROUND: f64 = 0.552_284_75;

/// What a file says of itself, for programs that list it.
pub struct About<'a> {
    pub title: &'a str,
    pub description: &'a str,
    pub lang: &'static str,
}

/// The typeface and the colours, read once.
pub struct Press {
    inks: Inks,
    bold: Face,
    plain: Face,
}

struct Face {
    font: Font,
    glyphs: FontRef<'static>,
}

impl Face {
    fn new(typeface: &'static [u8]) -> Option<Self> {
        Some(Self { font: Font::new(typeface.into(), 0)?, glyphs: FontRef::new(typeface).ok()? })
    }

    /// Letter by letter, as the layout has measured them: without kerning.
    fn line(&self, words: &str) -> Vec<KrillaGlyph> {
        let (letters, widths) = (self.glyphs.charmap(), self.glyphs.glyph_metrics(Size::new(1.0), LocationRef::default()));
        words
            .char_indices()
            .map(|(at, letter)| {
                let glyph = letters.map(letter).unwrap_or_default();
                let advance = widths.advance_width(glyph).unwrap_or_default();
                KrillaGlyph::new(GlyphId::new(glyph.to_u32()), advance, 0.0, 0.0, 0.0, at..at + letter.len_utf8(), None)
            })
            .collect()
    }
}

impl Press {
    pub fn new() -> Option<Self> {
        Some(Self { inks: Inks::read(&painter::paper_style()), bold: Face::new(BOLD)?, plain: Face::new(REGULAR)? })
    }

    /// On a sheet of that size, in tenths of a millimetre.
    pub fn pdf(&self, picture: &Picture, (width, height): (u32, u32), about: &About) -> Result<Vec<u8>, String> {
        let (width, height) = (width as f32 * POINT, height as f32 * POINT);
        let mut document = Document::new();
        let settings = PageSettings::from_wh(width, height).ok_or("a sheet without a size")?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(width / picture.width.max(1) as f32, height / picture.height.max(1) as f32));
        for mark in &picture.marks {
            self.mark(&mut surface, mark);
        }
        surface.pop();
        surface.finish();
        page.finish();
        document.set_metadata(
            Metadata::new().title(about.title.to_owned()).description(about.description.to_owned()).language(about.lang.to_owned()),
        );
        document.finish().map_err(|error| format!("{error:?}"))
    }

    fn mark(&self, surface: &mut Surface, mark: &Mark) {
        match mark {
            Mark::Fill { area, role } => draw(surface, field(*area, 0.0), self.inks.of(role)),
            Mark::Card { area, radius, role } => draw(surface, field(*area, *radius), self.inks.of(role)),
            Mark::Words { x, y, size, role, words, .. } => self.words(surface, (*x, *y), *size, role, words),
            Mark::Shapes { shapes, x, y, scale } => {
                for (d, role) in shapes {
                    draw(surface, outline(d, (*x, *y), *scale), self.inks.of_shape(role));
                }
            }
            Mark::Qr { area, module, d, .. } => {
                draw(surface, field(*area, 0.0), self.inks.of("qr-paper"));
                let ink = Ink { fill: self.inks.of("qr-ink").stroke, stroke: None };
                draw(surface, modules(d, *area, f64::from(*module)), ink);
            }
            // Letters of dots are for screens of few pixels.
            Mark::Dots { .. } => {}
        }
    }

    fn words(&self, surface: &mut Surface, (x, y): (f64, f64), size: f64, role: Role, words: &str) {
        let face = if is_plain(role) { &self.plain } else { &self.bold };
        // What keeps a line together means nothing to whoever copies or searches the words.
        let words = words.replace('\u{a0}', " ");
        surface.set_fill(self.inks.of(role).fill.map(fill));
        surface.set_stroke(None);
        surface.draw_glyphs(Point::from_xy(x as f32, y as f32), &face.line(&words), face.font.clone(), &words, size as f32, false);
    }
}

fn fill([red, green, blue]: [u8; 3]) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn draw(surface: &mut Surface, path: Option<Path>, ink: Ink) {
    let Some(path) = path.filter(|_| ink != Ink::default()) else { return };
    let stroke = |[red, green, blue]: [u8; 3]| Stroke {
        paint: rgb::Color::new(red, green, blue).into(),
        width: BORDER,
        line_join: LineJoin::Round,
        ..Stroke::default()
    };
    surface.set_fill(ink.fill.map(fill));
    surface.set_stroke(ink.stroke.map(stroke));
    surface.draw_path(&path);
}

/// A field, its corners round.
fn field(area: Rect, radius: f64) -> Option<Path> {
    let mut path = PathBuilder::new();
    let radius = radius.min(area.w / 2.0).min(area.h / 2.0);
    if radius <= 0.0 {
        path.push_rect(Box::from_xywh(area.x as f32, area.y as f32, area.w as f32, area.h as f32)?);
        return path.finish();
    }
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    // Each corner with the ends of its curve, clockwise.
    let corners = [
        ((right, top), (right - radius, top), (right, top + radius)),
        ((right, bottom), (right, bottom - radius), (right - radius, bottom)),
        ((left, bottom), (left + radius, bottom), (left, bottom - radius)),
        ((left, top), (left, top + radius), (left + radius, top)),
    ];
    path.move_to((left + radius) as f32, top as f32);
    for (corner, from, to) in corners {
        let handle = |(x, y): (f64, f64)| (x + (corner.0 - x) * ROUND, y + (corner.1 - y) * ROUND);
        let (a, b) = (handle(from), handle(to));
        path.line_to(from.0 as f32, from.1 as f32);
        path.cubic_to(a.0 as f32, a.1 as f32, b.0 as f32, b.1 as f32, to.0 as f32, to.1 as f32);
    }
    path.close();
    path.finish()
}

/// The map's own path data: whole numbers, absolute `M`, relative `l`, `h` and `v`, `z`.
fn outline(d: &str, (x, y): (f64, f64), scale: f64) -> Option<Path> {
    let mut path = PathBuilder::new();
    let mut at = (0.0, 0.0);
    let place = |(px, py): (f64, f64)| ((x + px * scale) as f32, (y + py * scale) as f32);
    for (letter, numbers) in commands(d) {
        match letter {
            'M' => {
                let [px, py, ..] = numbers[..] else { continue };
                at = (px, py);
                let (px, py) = place(at);
                path.move_to(px, py);
            }
            'l' | 'h' | 'v' => {
                for step in numbers.chunks(if letter == 'l' { 2 } else { 1 }) {
                    at = match (letter, step) {
                        ('l', [dx, dy]) => (at.0 + dx, at.1 + dy),
                        ('h', [dx]) => (at.0 + dx, at.1),
                        ('v', [dy]) => (at.0, at.1 + dy),
                        _ => at,
                    };
                    let (px, py) = place(at);
                    path.line_to(px, py);
                }
            }
            'z' => path.close(),
            _ => {}
        }
    }
    path.finish()
}

/// The strokes of a code's rows as fields.
fn modules(d: &str, area: Rect, module: f64) -> Option<Path> {
    let mut path = PathBuilder::new();
    let mut at = (0.0, 0.0);
    for (letter, numbers) in commands(d) {
        match (letter, &numbers[..]) {
            ('M', [x, y]) => at = (*x, *y),
            ('h', [run]) => {
                let (x, y) = (area.x + at.0 * module, area.y + at.1 * module);
                path.push_rect(Box::from_xywh(x as f32, y as f32, (run * module) as f32, module as f32)?);
            }
            _ => {}
        }
    }
    path.finish()
}

/// Each letter of path data with its numbers; a minus parts numbers as well as a space does.
fn commands(d: &str) -> Vec<(char, Vec<f64>)> {
    let mut all: Vec<(char, Vec<f64>)> = Vec::new();
    let mut number = String::new();
    for c in d.chars().chain(std::iter::once(' ')) {
        if !(c.is_ascii_digit() || c == '.') {
            if let (Ok(n), Some((_, numbers))) = (number.parse(), all.last_mut()) {
                numbers.push(n);
            }
            number.clear();
        }
        match c {
            '-' | '.' | '0'..='9' => number.push(c),
            letter if letter.is_ascii_alphabetic() => all.push((letter, Vec::new())),
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_data_is_read_as_the_map_writes_it() {
        assert_eq!(commands("M0 0l9 0 0 9-9 0z"), [('M', vec![0.0, 0.0]), ('l', vec![9.0, 0.0, 0.0, 9.0, -9.0, 0.0]), ('z', vec![])]);
        assert_eq!(commands("M4 4h7M12-4h1").len(), 4);
        assert!(outline("M0 0l9 0 0 9-9 0z", (1.0, 1.0), 2.0).is_some() && outline("", (0.0, 0.0), 1.0).is_none());
    }
}
