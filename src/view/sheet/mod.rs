//! What is printed: posters and leaflets, laid out by the means of the public screens for a sheet of paper, in tenths of a millimetre. Plain data from a
//! campaign; it must not know files nor how marks become ink.

mod block;
mod content;
mod sections;

pub use block::is_plain;

use block::Block;
use content::Content;
use sections::{MOST_LEFT_OUT, Sections};

use crate::{
    campaign::District,
    view::scene::{Mark, Picture, Rect, Show},
};

/// The sheets that are made for every place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    A4,
    A3,
    /// Two leaflets of A5 beside each other on A4.
    Leaflets,
}

/// A4, in tenths of a millimetre.
const SHORT: u32 = 2100;
const LONG: u32 = 2970;
/// A3's longer side.
const LARGE: u32 = 4200;

impl Paper {
    pub const ALL: [Self; 3] = [Self::A4, Self::A3, Self::Leaflets];

    /// The name of its files.
    pub const fn name(self) -> &'static str {
        match self {
            Paper::A4 => "ap-phich-a4",
            Paper::A3 => "ap-phich-a3",
            Paper::Leaflets => "to-roi-a5",
        }
    }

    /// Width and height in tenths of a millimetre.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Paper::A4 => (SHORT, LONG),
            Paper::A3 => (LONG, LARGE),
            Paper::Leaflets => (LONG, SHORT),
        }
    }

    /// Draws it; both posters are one, at two sizes.
    pub fn draw(self, show: &Show, district: Option<&District>) -> Picture {
        match self {
            Paper::A4 | Paper::A3 => poster(show, district),
            Paper::Leaflets => leaflets(show, district),
        }
    }
}

/// What a sheet is about, in a few words: `Bluezone in Đắk Nông`.
pub fn heading(show: &Show, district: Option<&District>) -> String {
    let content = Content::new(show.campaign, show.words.lang, district);
    format!("{} {}", content.opening, content.place).replace('\u{a0}', " ")
}

fn poster(show: &Show, district: Option<&District>) -> Picture {
    let (width, height) = (f64::from(SHORT), f64::from(LONG));
    let mut marks = vec![paper(width, height)];
    marks.extend(page(show, district, Rect::new(0.0, 0.0, width, height), 1.0, Kind::Poster));
    Picture { width: SHORT, height: LONG, marks }
}

/// The same twice, and where to cut.
fn leaflets(show: &Show, district: Option<&District>) -> Picture {
    let (width, height) = (f64::from(LONG), f64::from(SHORT));
    let half = page(show, district, Rect::new(0.0, 0.0, width / 2.0, height), std::f64::consts::FRAC_1_SQRT_2, Kind::Leaflet);
    let half = Block { w: width / 2.0, h: height, marks: half };
    let mut marks = vec![paper(width, height)];
    marks.extend(half.clone().at(0.0, 0.0));
    marks.extend(half.at(width / 2.0, 0.0));
    // Fine enough to be cut away, and clear of what a printer can't reach.
    const DASH: f64 = 24.0;
    let dashes = (1..(height / DASH) as u32 - 1).step_by(2).map(|n| Rect::new(width / 2.0 - 1.0, f64::from(n) * DASH, 2.0, DASH));
    marks.extend(dashes.map(|area| Mark::Fill { area, role: "cut" }));
    Picture { width: LONG, height: SHORT, marks }
}

fn paper(w: f64, h: f64) -> Mark {
    Mark::Fill { area: Rect::new(0.0, 0.0, w, h), role: "paper" }
}

/// A poster is seen from afar, a leaflet is held in the hand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Poster,
    Leaflet,
}

/// The margin that every printer keeps to, and some air.
const MARGIN: f64 = 125.0;
/// The letters grow and shrink between these, so that a page is full whatever there is to say.
const ZOOM: (f64, f64) = (0.72, 1.4);
/// Where nothing more can be left out.
const LEAST_ZOOM: f64 = 0.4;
/// The least room between two parts.
const CLEAR: f64 = 54.0;

/// One page in that area: the band at the top, the foot at the bottom, the rest between them with all gaps alike.
fn page(show: &Show, district: Option<&District>, area: Rect, unit: f64, kind: Kind) -> Vec<Mark> {
    let content = Content::new(show.campaign, show.words.lang, district);
    let (margin, clear) = (MARGIN * unit, CLEAR * unit);
    let area = area.inset(margin);
    let parts = |zoom: f64, left_out: usize| -> Vec<Block> {
        let sections = Sections { show, district, content: &content, width: area.w, unit, clear, margin, kind, left_out, zoom };
        let figure = content.figure.as_ref().filter(|_| kind == Kind::Poster).map(|figure| sections.figure(figure));
        let all = [sections.band(), figure.unwrap_or_default(), sections.call(), sections.steps(), sections.warning(), sections.foot()];
        all.into_iter().filter(|part| !part.is_empty()).collect()
    };
    let high = |parts: &[Block]| parts.iter().map(|part| part.h).sum::<f64>();
    let fits = |parts: &[Block]| high(parts) + clear * (parts.len().saturating_sub(1)) as f64 <= area.h;
    let least = |left_out| if left_out < MOST_LEFT_OUT { ZOOM.0 } else { LEAST_ZOOM };
    let left_out = (0..MOST_LEFT_OUT).find(|left_out| fits(&parts(least(*left_out), *left_out))).unwrap_or(MOST_LEFT_OUT);
    let (mut low, mut too_large) = (least(left_out), ZOOM.1);
    let mut shown = parts(low, left_out);
    for _ in 0..7 {
        let middle = (low + too_large) / 2.0;
        let tried = parts(middle, left_out);
        if fits(&tried) {
            (low, shown) = (middle, tried);
        } else {
            too_large = middle;
        }
    }
    let gap = (area.h - high(&shown)) / (shown.len().saturating_sub(1)).max(1) as f64;
    let mut y = area.y;
    let mut marks = Vec::new();
    for part in shown {
        let below = y + part.h + gap;
        marks.extend(part.at(area.x, y));
        y = below;
    }
    marks
}

#[cfg(test)]
mod tests;
