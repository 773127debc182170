//! How words are drawn on a screen: outlines of Be Vietnam Pro Bold, or the bitmaps of GNU Unifont where pixels are few; on paper also in the plain weight. It knows
//! how wide and how high words come out, so that a layout can be made and tested without a browser; it must not know what is said.

mod outline;
mod pixels;

/// One of these ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontMetrics {
    Outline,
    /// The same typeface in its plain weight: read from near, on paper.
    #[cfg(not(target_arch = "wasm32"))]
    Regular,
    Pixels,
}

/// The rows of a bitmap glyph: sizes in pixels are multiples of it, so that every dot is a square of whole pixels.
pub const CELL: f64 = 16.0;

/// Below this height outlines blur on the coarse pixels of a screen.
pub const OUTLINE_FROM: f64 = 16.0;

/// How far words reach above and below their baseline, and how wide they are, in the unit of their size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    pub width: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Extent {
    pub fn height(self) -> f64 {
        self.top + self.bottom
    }
}

impl FontMetrics {
    /// The room that words of that size take.
    pub fn extent(self, words: &str, size: f64) -> Extent {
        match self {
            FontMetrics::Outline => outline::extent(words, size),
            #[cfg(not(target_arch = "wasm32"))]
            FontMetrics::Regular => outline::regular(words, size),
            FontMetrics::Pixels => pixels::extent(words, size / CELL),
        }
    }

    /// The largest size up to that one that can be drawn.
    pub fn fit(self, size: f64) -> f64 {
        match self {
            FontMetrics::Pixels => (size / CELL).floor() * CELL,
            _ => (size * 2.0).floor() / 2.0,
        }
    }

    /// The smallest size that stays legible.
    pub fn smallest(self, shorter_side: f64) -> f64 {
        match self {
            FontMetrics::Pixels => CELL,
            _ => (shorter_side * 0.05).max(OUTLINE_FROM),
        }
    }

    /// Where the next size up may be, for a search.
    pub fn step(self) -> f64 {
        match self {
            FontMetrics::Pixels => CELL,
            _ => 0.5,
        }
    }
}

/// The dots of words as an SVG path, the first at the left end of the baseline `(x, y)`.
pub fn dots(words: &str, x: i32, y: i32, scale: i32) -> String {
    pixels::path(words, x, y, scale)
}
