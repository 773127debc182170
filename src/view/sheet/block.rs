//! Pieces of a sheet: words and marks from their own upper left corner, put below and beside each other, on cards, in columns. It knows sizes, not
//! meanings.

use crate::view::{
    font_metrics::FontMetrics,
    scene::{Align, Mark, Rect, Role, TextLayout, TextLine},
};

/// What is read from near is set in the plain weight; every other role in the bold one.
const PLAIN: [Role; 3] = ["plain", "fine", "on-band-plain"];

/// Whether words of that role are set in the plain weight.
pub fn is_plain(role: Role) -> bool {
    PLAIN.contains(&role)
}

/// The measures of the weight that a role is set in.
pub fn metrics(role: Role) -> FontMetrics {
    if is_plain(role) { FontMetrics::Regular } else { FontMetrics::Outline }
}

/// Marks in a box of that size, whose upper left corner is the origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    pub w: f64,
    pub h: f64,
    pub marks: Vec<Mark>,
}

impl Block {
    /// Words in as many rows as they need, no larger than that, the widest word being no wider than the column.
    pub fn words(role: Role, size: f64, words: &str, width: f64) -> Self {
        let layout = TextLayout { font_metrics: metrics(role), smallest: 1.0 };
        let lines = [TextLine::new(role, 1.0, vec![words.to_owned()]).up_to(size).wraps()];
        let Some(slots) = layout.natural(&lines, width).filter(|_| !words.is_empty()) else { return Self::default() };
        let marks = layout.place(&slots, &lines, Rect::new(0.0, 0.0, width, slots.height()), Align::Left);
        let w = marks.iter().filter_map(Mark::words).map(|(_, area)| area.right()).fold(0.0, f64::max);
        Self { w, h: slots.height(), marks }
    }

    /// Words in the middle of a box.
    pub fn centred(role: Role, size: f64, words: &str, w: f64, h: f64) -> Self {
        let layout = TextLayout { font_metrics: metrics(role), smallest: 1.0 };
        let marks = layout.row(&[words.to_owned()], size, Rect::new(0.0, 0.0, w, h), Align::Centre, role).into_iter().collect();
        Self { w, h, marks }
    }

    pub const fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The marks with the box's corner at that place.
    pub fn at(self, x: f64, y: f64) -> Vec<Mark> {
        self.marks.into_iter().map(|mark| moved(mark, x, y)).collect()
    }

    /// With another one below it; what is empty takes no room.
    pub fn over(mut self, gap: f64, other: Self) -> Self {
        if self.is_empty() || other.is_empty() {
            return if self.is_empty() { other } else { self };
        }
        let (w, h) = (self.w.max(other.w), self.h + gap + other.h);
        self.marks.extend(other.at(0.0, self.h + gap));
        Self { w, h, ..self }
    }

    /// With another one at that place from the left, `down` of the difference in their heights lower than the higher of the two.
    pub fn with(self, x: f64, other: Self, down: f64) -> Self {
        let (w, h) = (self.w.max(x + other.w), self.h.max(other.h));
        let (lower, other_lower) = ((h - self.h) * down, (h - other.h) * down);
        let mut marks = self.at(0.0, lower);
        marks.extend(other.at(x, other_lower));
        Self { w, h, marks }
    }

    /// Where the middle of the capitals of its first row is.
    pub fn middle(&self) -> f64 {
        let first = self.marks.iter().find_map(|mark| match mark {
            Mark::Words { y, size, role, .. } => Some(y - metrics(role).extent("H", *size).top / 2.0),
            _ => None,
        });
        first.unwrap_or(self.h / 2.0)
    }

    /// With so much room above it.
    pub fn lowered(self, by: f64) -> Self {
        Self { w: self.w, h: self.h + by, marks: self.at(0.0, by) }
    }

    /// At least that large.
    pub fn at_least(self, w: f64, h: f64) -> Self {
        Self { w: self.w.max(w), h: self.h.max(h), ..self }
    }

    /// On a card of the size that the block has with that much around it.
    pub fn on_card(self, pad: f64, radius: f64, role: Role) -> Self {
        let (w, h) = (self.w + 2.0 * pad, self.h + 2.0 * pad);
        let mut marks = vec![Mark::Card { area: Rect::new(0.0, 0.0, w, h), radius, role }];
        marks.extend(self.at(pad, pad));
        Self { w, h, marks }
    }

    /// In a frame of that thickness, with paper inside.
    pub fn in_frame(self, line: f64, pad: f64, radius: f64, role: Role) -> Self {
        self.on_card(pad, radius - line, "paper").on_card(line, radius, role)
    }

    /// A disc with a sign in it.
    pub fn disc(size: f64, sign: &str, field: Role, ink: Role) -> Self {
        Self::centred(ink, size * 0.66, sign, size, size).on_card(0.0, size / 2.0, field)
    }
}

/// A mark that many units farther right and down. Dots have no place on paper.
fn moved(mark: Mark, dx: f64, dy: f64) -> Mark {
    let shifted = |area: Rect| Rect { x: area.x + dx, y: area.y + dy, ..area };
    match mark {
        Mark::Fill { area, role } => Mark::Fill { area: shifted(area), role },
        Mark::Card { area, radius, role } => Mark::Card { area: shifted(area), radius, role },
        Mark::Words { x, y, size, area, role, words } => Mark::Words { x: x + dx, y: y + dy, size, area: shifted(area), role, words },
        Mark::Shapes { shapes, x, y, scale } => Mark::Shapes { shapes, x: x + dx, y: y + dy, scale },
        Mark::Qr { area, side, module, d } => Mark::Qr { area: shifted(area), side, module, d },
        Mark::Dots { .. } => mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_as_high_as_what_stands_in_them() {
        let one = Block::words("plain", 40.0, "Luôn bật Bluetooth", 1000.0);
        let two = Block::words("plain", 40.0, "Luôn bật Bluetooth", one.w * 0.7);
        assert!(two.h > 1.9 * one.h && two.marks.len() == 2, "{one:?} {two:?}");
        let both = one.clone().over(10.0, two.clone());
        assert_eq!(both.h, one.h + 10.0 + two.h);
        assert_eq!(one.clone().over(10.0, Block::default()), one);
        let card = both.on_card(20.0, 5.0, "card");
        let inside = Rect::new(20.0, 20.0, card.w - 40.0, card.h - 40.0);
        assert!(card.marks.iter().filter_map(Mark::words).all(|(_, area)| inside.holds(area)));
    }

    #[test]
    fn a_word_wider_than_its_column_is_set_smaller() {
        let narrow = Block::words("ink", 100.0, "bluezone.gov.vn", 300.0);
        assert!(narrow.w <= 300.01 && narrow.w > 280.0, "{narrow:?}");
    }
}
