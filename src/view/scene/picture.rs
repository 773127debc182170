//! A drawn scene as plain marks in whole pixels of its screen, finished but for the tags. It must not know what the marks mean.

/// One scene, drawn for one screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub marks: Vec<Mark>,
}

/// What a mark is to the eye; style sheets give it its colour.
pub type Role = &'static str;

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Fill {
        area: Rect,
        role: Role,
    },
    /// A field with round corners.
    Card {
        area: Rect,
        radius: f64,
        role: Role,
    },
    /// Words from their left end on the baseline, and how far they reach around it.
    Words {
        x: f64,
        y: f64,
        size: f64,
        area: Rect,
        role: Role,
        words: String,
    },
    /// Words in dots of whole pixels, as a path.
    Dots {
        area: Rect,
        scale: u32,
        role: Role,
        words: String,
        d: String,
    },
    /// Outlines of districts with what each is to the eye, from the map's own units to pixels.
    Shapes {
        shapes: Vec<(String, Role)>,
        x: f64,
        y: f64,
        scale: f64,
    },
    /// A QR code with its quiet zone: so many modules a side, each so many pixels.
    Qr {
        area: Rect,
        side: u32,
        module: u32,
        d: String,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

impl Rect {
    pub fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    pub fn right(self) -> f64 {
        self.x + self.w
    }

    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    pub fn inset(self, by: f64) -> Self {
        Self::new(self.x + by, self.y + by, (self.w - 2.0 * by).max(0.0), (self.h - 2.0 * by).max(0.0))
    }

    /// The left part of that width, and what is right of it after a gap.
    pub fn split_left(self, width: f64, gap: f64) -> (Self, Self) {
        let rest = (self.w - width - gap).max(0.0);
        (Self { w: width, ..self }, Self { x: self.right() - rest, w: rest, ..self })
    }

    /// The upper part of that height, and what is below it after a gap.
    pub fn split_top(self, height: f64, gap: f64) -> (Self, Self) {
        let rest = (self.h - height - gap).max(0.0);
        (Self { h: height, ..self }, Self { y: self.bottom() - rest, h: rest, ..self })
    }

    pub fn holds(self, other: Self) -> bool {
        const HAIR: f64 = 0.01;
        other.x >= self.x - HAIR
            && other.y >= self.y - HAIR
            && other.right() <= self.right() + HAIR
            && other.bottom() <= self.bottom() + HAIR
    }

    pub fn overlaps(self, other: Self) -> bool {
        const HAIR: f64 = 0.01;
        self.x < other.right() - HAIR && other.x < self.right() - HAIR && self.y < other.bottom() - HAIR && other.y < self.bottom() - HAIR
    }
}

impl Mark {
    /// The words of a mark and the box of their ink.
    pub fn words(&self) -> Option<(&str, Rect)> {
        match self {
            Mark::Words { words, area, .. } | Mark::Dots { words, area, .. } => Some((words, *area)),
            _ => None,
        }
    }
}

impl Picture {
    /// All that can be read in it, for those who can't see it.
    pub fn spoken(&self) -> String {
        let mut out = String::new();
        for (words, _) in self.marks.iter().filter_map(Mark::words) {
            // An address broken before a dot is one word.
            if !out.is_empty() && !words.starts_with('.') {
                out.push_str(" · ");
            }
            out.push_str(words);
        }
        // What holds words together on the screen means nothing to the ear.
        out.replace('\u{a0}', " ")
    }
}
