//! Sets lines of words into a box as large as they go: lines keep their relation to each other, take a shorter form or more rows where
//! the box is narrow, and the least important go where it is low. It knows sizes, not meanings.

use super::{
    line::{MAY_BREAK, TextLine},
    picture::{Mark, Rect, Role},
    slots::{Slot, Slots},
};
use crate::view::font_metrics::{CELL, FontMetrics, dots};

/// Where lines stand in their box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

impl Align {
    /// How much of the room that is left goes before the words.
    fn before(self, room: f64) -> f64 {
        match self {
            Align::Left => 0.0,
            Align::Centre => room / 2.0,
            Align::Right => room,
        }
    }
}

/// Below this a difference is one of rounding.
pub(super) const HAIR: f64 = 0.01;

pub struct TextLayout {
    pub font_metrics: FontMetrics,
    pub smallest: f64,
}

impl TextLayout {
    /// The marks of the lines, set as large as the box allows; none where they can't be set legibly at all.
    pub fn set(&self, lines: &[TextLine], area: Rect, align: Align) -> Option<Vec<Mark>> {
        let slots = self.alike(&[lines], area)?;
        Some(self.place(&slots, lines, area, align))
    }

    /// As [`Self::set`], with no letters larger than that.
    pub fn set_up_to(&self, lines: &[TextLine], area: Rect, align: Align, most: f64) -> Option<Vec<Mark>> {
        let capped: Vec<TextLine> = lines.iter().map(|line| line.clone().up_to(most)).collect();
        self.set(&capped, area, align)
    }

    /// The places of lines in columns that may be as long as they like: every line as large as it may ever be, or as its widest word allows.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn natural(&self, lines: &[TextLine], width: f64) -> Option<Slots> {
        let all: Vec<usize> = (0..lines.len()).collect();
        self.slots(&[lines], &all, 0, f64::MAX, Rect::new(0.0, 0.0, width, f64::MAX))
    }

    /// The places of the lines at that size; none where one can't be made to fit the width.
    pub(super) fn slots(&self, slides: &[&[TextLine]], kept: &[usize], level: usize, unit: f64, area: Rect) -> Option<Slots> {
        let mut found = Slots { level, ..Slots::default() };
        for at in kept {
            let said = || slides.iter().filter_map(|lines| lines.get(*at)).filter(|line| !line.form(level).is_empty());
            let sizes = said().map(|line| self.size_of(line, level, unit, area.w)).collect::<Option<Vec<f64>>>()?;
            let size = sizes.into_iter().fold(f64::MAX, f64::min);
            let (mut rows, mut top, mut bottom) = (0, 0.0_f64, 0.0_f64);
            for line in said() {
                let extent = self.font_metrics.extent(&line.form(level).replace(MAY_BREAK, ""), size);
                (top, bottom) = (top.max(extent.top), bottom.max(extent.bottom));
                // How the rows are filled is a matter of placing them.
                let whole = extent.width <= area.w + HAIR;
                rows = rows.max(if whole { 1 } else { self.break_at(line.form(level), size, area.w).len() });
            }
            if rows == 0 {
                continue;
            }
            let start = found.height + found.slots.last().map_or(0.0, |before| self.gap(before.size, size));
            found.height = start + self.block(rows, size, top + bottom);
            found.slots.push(Slot { line: *at, size, start, rows, top, bottom });
        }
        Some(found)
    }

    /// How high so many rows are.
    fn block(&self, rows: usize, size: f64, row: f64) -> f64 {
        rows as f64 * row + rows.saturating_sub(1) as f64 * self.gap(size, size)
    }

    /// The largest size up to the wanted one at which a line fits the width, whole or broken into rows.
    fn size_of(&self, line: &TextLine, level: usize, unit: f64, width: f64) -> Option<f64> {
        let wanted = self.font_metrics.fit((unit * line.weight).min(line.most)).max(self.smallest);
        let words = line.form(level);
        // What may break inside a word does so only where it would not be legible whole.
        let whole = words.replace(MAY_BREAK, "");
        let unbroken = if whole == words && line.wraps { None } else { self.narrow(&whole, wanted, width) };
        if unbroken.is_some() || !line.wraps {
            return unbroken;
        }
        self.narrow(words.split([' ', MAY_BREAK]).max_by(|a, b| self.wider(a, b))?, wanted, width)
    }

    /// The words of a line at that size, in as few rows as hold them.
    fn rows(&self, line: &TextLine, level: usize, size: f64, width: f64) -> Vec<String> {
        let words = line.form(level);
        let whole = words.replace(MAY_BREAK, "");
        if (!line.wraps || whole != words) && self.font_metrics.extent(&whole, size).width <= width + HAIR {
            return vec![whole];
        }
        self.wrap(words, size, width)
    }

    /// The largest size up to that one at which the words are no wider.
    fn narrow(&self, words: &str, size: f64, width: f64) -> Option<f64> {
        let full = self.font_metrics.extent(words, size).width;
        let size = if full <= width + HAIR { size } else { self.font_metrics.fit(size * width / full) };
        (size >= self.smallest).then_some(size)
    }

    /// As few rows as hold the words, evenly filled.
    pub fn wrap(&self, words: &str, size: f64, width: f64) -> Vec<String> {
        let rows = self.break_at(words, size, width);
        // The narrowest measure that needs no more rows makes them even.
        let (mut low, mut high) = (0.0, width);
        for _ in 0..12 {
            let middle = (low + high) / 2.0;
            let tried = self.break_at(words, size, middle);
            let held = tried.iter().all(|row| self.font_metrics.extent(row, size).width <= middle);
            if held && tried.len() == rows.len() { high = middle } else { low = middle }
        }
        self.break_at(words, size, high)
    }

    fn wider(&self, a: &str, b: &str) -> std::cmp::Ordering {
        self.font_metrics.extent(a, CELL).width.total_cmp(&self.font_metrics.extent(b, CELL).width)
    }

    fn break_at(&self, words: &str, size: f64, width: f64) -> Vec<String> {
        let mut rows: Vec<String> = Vec::new();
        let mut space = "";
        for part in words.split_inclusive([' ', MAY_BREAK]) {
            let word = part.trim_end_matches([' ', MAY_BREAK]);
            let longer = rows.last().map(|row| format!("{row}{space}{word}"));
            match (longer.filter(|row| self.font_metrics.extent(row, size).width <= width + HAIR), rows.last_mut()) {
                (Some(longer), Some(row)) => *row = longer,
                _ => rows.push(word.to_string()),
            }
            space = if part.ends_with(' ') { " " } else { "" };
        }
        rows
    }

    fn gap(&self, above: f64, below: f64) -> f64 {
        match self.font_metrics {
            FontMetrics::Pixels => above.min(below) / CELL * 2.0,
            _ => (above.min(below) * 0.24 + above.max(below) * 0.06).round(),
        }
    }

    /// The marks of one slide's lines in their places.
    pub fn place(&self, slots: &Slots, lines: &[TextLine], area: Rect, align: Align) -> Vec<Mark> {
        let start = area.y + ((area.h - slots.height) / 2.0).max(0.0);
        let mut marks = Vec::new();
        for slot in &slots.slots {
            let Some(line) = lines.get(slot.line).filter(|line| !line.form(slots.level).is_empty()) else { continue };
            let rows = self.rows(line, slots.level, slot.size, area.w);
            let high = |rows| self.block(rows, slot.size, slot.top + slot.bottom);
            // Fewer rows than on another slide stand in the middle of their place.
            let mut top = start + slot.start + (high(slot.rows) - high(rows.len())) / 2.0;
            for words in rows {
                let room = area.w - self.font_metrics.extent(&words, slot.size).width;
                marks.push(self.mark(&words, slot.size, area.x + align.before(room), top + slot.top, line.role));
                top += slot.top + slot.bottom + self.gap(slot.size, slot.size);
            }
        }
        marks
    }

    /// How wide the widest row of a slide is.
    pub fn widest(&self, slots: &Slots, lines: &[TextLine], width: f64) -> f64 {
        let rows = slots.slots.iter().filter_map(|slot| Some((slot, lines.get(slot.line)?)));
        rows.flat_map(|(slot, line)| {
            self.rows(line, slots.level, slot.size, width).into_iter().map(|row| self.font_metrics.extent(&row, slot.size).width)
        })
        .fold(0.0, f64::max)
    }

    /// Words with the left end of their baseline at a point.
    pub fn mark(&self, words: &str, size: f64, x: f64, y: f64, role: Role) -> Mark {
        let extent = self.font_metrics.extent(words, size);
        match self.font_metrics {
            FontMetrics::Pixels => {
                let (x, y, scale) = (x.floor(), y.floor(), size / CELL);
                let area = Rect::new(x, y - extent.top, extent.width, extent.height());
                Mark::Dots { area, scale: scale as u32, role, d: dots(words, x as i32, y as i32, scale as i32), words: words.to_string() }
            }
            _ => {
                let area = Rect::new(x, y - extent.top, extent.width, extent.height());
                Mark::Words { x, y, size, area, role, words: words.to_string() }
            }
        }
    }

    /// One row in a box, with its middle line in the middle: the first form that fits at that size, else smaller.
    pub fn row(&self, forms: &[String], size: f64, area: Rect, align: Align, role: Role) -> Option<Mark> {
        let size = self.font_metrics.fit(size).max(self.smallest);
        let whole = forms.iter().find(|words| self.font_metrics.extent(words, size).width <= area.w + HAIR);
        let (words, size) = match whole {
            Some(words) => (words, size),
            None => forms.iter().find_map(|words| Some((words, self.narrow(words, size, area.w)?)))?,
        };
        let extent = self.font_metrics.extent(words, size);
        if extent.height() > area.h + HAIR {
            return None;
        }
        let room = area.w - extent.width;
        let x = area.x + align.before(room);
        // Figures and names of neighbouring rows stand on even lines: the middle is that of a capital, whatever marks it carries.
        let capital = self.font_metrics.extent("H", size).top;
        let y = (area.y + (area.h + capital) / 2.0).min(area.bottom() - extent.bottom).max(area.y + extent.top);
        Some(self.mark(words, size, x, y, role))
    }
}
