//! Sets lines of words into a box as large as they go: lines keep their relation to each other, take a shorter form or more rows where
//! the box is narrow, and the least important go where it is low. It knows sizes, not meanings.

use super::picture::{Mark, Rect, Role};
use crate::view::font_metrics::{CELL, FontMetrics, dots};

/// One line before it is set.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// The fullest form first.
    forms: Vec<String>,
    /// Its size in relation to the others.
    weight: f64,
    role: Role,
    /// May be broken into rows.
    wraps: bool,
    /// May be left out.
    optional: bool,
}

impl TextLine {
    pub fn new(role: Role, weight: f64, forms: Vec<String>) -> Self {
        Self { forms, weight, role, wraps: false, optional: false }
    }

    /// An address: on a narrow screen it may break before its dots.
    pub fn address(role: Role, weight: f64, address: &str) -> Self {
        Self::new(role, weight, vec![address.replace('.', &format!("{MAY_BREAK}."))]).wraps()
    }

    pub fn wraps(self) -> Self {
        Self { wraps: true, ..self }
    }

    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    fn form(&self, level: usize) -> &str {
        self.forms.get(level.min(self.forms.len().saturating_sub(1))).map_or("", String::as_str)
    }
}

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

/// The rows of a set box.
struct LaidOutRow {
    words: String,
    size: f64,
    role: Role,
    /// Rows of one sentence stand at even distances, whatever marks they carry.
    top: f64,
    bottom: f64,
}

#[derive(Default)]
struct Set {
    rows: Vec<LaidOutRow>,
    height: f64,
}

/// Where a word may be broken without a hyphen, as an address may before its dots.
pub const MAY_BREAK: char = '\u{200b}';

/// Below this a difference is one of rounding.
const HAIR: f64 = 0.01;

pub struct TextLayout {
    pub font_metrics: FontMetrics,
    pub smallest: f64,
}

impl TextLayout {
    /// The marks of the lines, set as large as the box allows; none where they can't be set legibly at all.
    pub fn set(&self, lines: &[TextLine], area: Rect, align: Align) -> Option<Vec<Mark>> {
        let best = self.choose(lines, area)?;
        Some(self.place(&best, area, align))
    }

    /// All that can be said in the fullest form in which the heaviest line is not much smaller than it could be.
    fn choose(&self, lines: &[TextLine], area: Rect) -> Option<Set> {
        let levels = lines.iter().map(|line| line.forms.len()).max()?;
        let spare = lines.iter().filter(|line| line.optional).count();
        let mut all: Vec<Set> = Vec::new();
        for left_out in 0..=spare {
            let mut skip = left_out;
            let mut kept: Vec<&TextLine> = Vec::new();
            for line in lines.iter().rev() {
                if line.optional && skip > 0 {
                    skip -= 1;
                } else {
                    kept.insert(0, line);
                }
            }
            all.extend((0..levels).filter_map(|level| self.largest(&kept, level, area)));
        }
        let heaviest = |set: &Set| set.rows.iter().map(|row| row.size).fold(0.0, f64::max);
        let best = all.iter().map(heaviest).fold(0.0, f64::max);
        // Dots grow by whole steps: half the size is one step too many.
        let enough = if self.font_metrics == FontMetrics::Pixels { 0.6 } else { 0.42 };
        all.into_iter().find(|set| heaviest(set) >= best * enough)
    }

    fn largest(&self, lines: &[&TextLine], level: usize, area: Rect) -> Option<Set> {
        let set = |unit: f64| lines.iter().try_fold(Set::default(), |set, line| self.line(set, line, level, unit, area));
        let fits = |unit: f64| set(unit).filter(|set| set.height <= area.h + HAIR);
        // The smallest sizes that are allowed at all, then ever larger ones.
        let lightest = lines.iter().map(|line| line.weight).fold(f64::MAX, f64::min);
        let mut low = 0.0;
        let mut found = fits(low)?;
        let mut high = area.h.max(area.w) * 1.5 / lightest.max(0.01);
        while high - low > self.font_metrics.step() * 0.2 {
            let middle = (low + high) / 2.0;
            match fits(middle) {
                Some(set) => {
                    low = middle;
                    found = set;
                }
                None => high = middle,
            }
        }
        Some(found)
    }

    /// Adds one line to a set; none where it can't be made to fit the width.
    fn line(&self, mut set: Set, line: &TextLine, level: usize, unit: f64, area: Rect) -> Option<Set> {
        let wanted = self.font_metrics.fit(unit * line.weight).max(self.smallest);
        let words = line.form(level);
        // What may break inside a word does so only where it would not be legible whole.
        let whole = words.replace(MAY_BREAK, "");
        let unbroken = if whole == words && line.wraps { None } else { self.narrow(&whole, wanted, area.w) };
        let (rows, size) = match unbroken {
            Some(size) => (vec![whole], size),
            None if line.wraps => self.wrap(words, wanted, area)?,
            None => return None,
        };
        let extents = || rows.iter().map(|row| self.font_metrics.extent(row, size));
        let (top, bottom) = (extents().map(|e| e.top).fold(0.0, f64::max), extents().map(|e| e.bottom).fold(0.0, f64::max));
        for words in rows {
            set.height += set.rows.last().map_or(0.0, |before| self.gap(before.size, size)) + top + bottom;
            set.rows.push(LaidOutRow { words, size, role: line.role, top, bottom });
        }
        Some(set)
    }

    /// The largest size up to that one at which the words are no wider.
    fn narrow(&self, words: &str, size: f64, width: f64) -> Option<f64> {
        let full = self.font_metrics.extent(words, size).width;
        let size = if full <= width + HAIR { size } else { self.font_metrics.fit(size * width / full) };
        (size >= self.smallest).then_some(size)
    }

    /// As few rows as hold the words, evenly filled.
    fn wrap(&self, words: &str, size: f64, area: Rect) -> Option<(Vec<String>, f64)> {
        let widest = words.split([' ', MAY_BREAK]).max_by(|a, b| self.wider(a, b))?;
        let size = self.narrow(widest, size, area.w)?;
        let rows = self.break_at(words, size, area.w);
        // The narrowest measure that needs no more rows makes them even.
        let (mut low, mut high) = (0.0, area.w);
        for _ in 0..12 {
            let middle = (low + high) / 2.0;
            let tried = self.break_at(words, size, middle);
            let held = tried.iter().all(|row| self.font_metrics.extent(row, size).width <= middle);
            if held && tried.len() == rows.len() { high = middle } else { low = middle }
        }
        Some((self.break_at(words, size, high), size))
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
            FontMetrics::Outline => (above.min(below) * 0.24 + above.max(below) * 0.06).round(),
            FontMetrics::Pixels => above.min(below) / CELL * 2.0,
        }
    }

    fn place(&self, set: &Set, area: Rect, align: Align) -> Vec<Mark> {
        let mut top = area.y + ((area.h - set.height) / 2.0).max(0.0);
        let mut marks = Vec::new();
        let mut before: Option<f64> = None;
        for row in &set.rows {
            top += before.map_or(0.0, |before| self.gap(before, row.size));
            let room = area.w - self.font_metrics.extent(&row.words, row.size).width;
            let x = area.x + align.before(room);
            marks.push(self.mark(&row.words, row.size, x, top + row.top, row.role));
            top += row.top + row.bottom;
            before = Some(row.size);
        }
        marks
    }

    /// Words with the left end of their baseline at a point.
    pub fn mark(&self, words: &str, size: f64, x: f64, y: f64, role: Role) -> Mark {
        let extent = self.font_metrics.extent(words, size);
        match self.font_metrics {
            FontMetrics::Outline => {
                let area = Rect::new(x, y - extent.top, extent.width, extent.height());
                Mark::Words { x, y, size, area, role, words: words.to_string() }
            }
            FontMetrics::Pixels => {
                let (x, y, scale) = (x.floor(), y.floor(), size / CELL);
                let area = Rect::new(x, y - extent.top, extent.width, extent.height());
                Mark::Dots { area, scale: scale as u32, role, d: dots(words, x as i32, y as i32, scale as i32), words: words.to_string() }
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
