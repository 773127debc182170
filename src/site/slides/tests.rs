//! Every Vietnamese letter at every size that the slides of the presets use, as the rasteriser draws it: none like another, none cut.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::size::presets;
use crate::{
    campaign::fixture::two_reports,
    map::Map,
    site::painter::{Painter, Pixels, Theme},
    text::Lang,
    view::{
        font_metrics::{CELL, FontMetrics, dots},
        scene::{Age, Mark, Picture, Rect, SceneKind, Show, playlist},
    },
};

const LETTERS: &str = "eêếềểễệaăắằẳẵặâấầẩẫậoôốồổỗộơớờởỡợuưứừửữựdđyýỳỷỹỵEÊẾỀỂỄỆAĂẮẰẲẴẶÂẤẦẨẪẬOÔỐỒỔỖỘƠỚỜỞỠỢUƯỨỪỬỮỰDĐYÝỲỶỸỴ";

/// How far a letter leans over its advance to the right, by the design of the typeface: the horn of `ư` 53 thousandths of the size.
const LEANS: f64 = 0.054;

/// A size in use, comparable: outlines come in halves of a pixel, dots in whole multiples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Used {
    Halves(u32),
    Scale(u32),
}

/// Every mark of every slide of every preset, with the width of its screen.
fn marks() -> Vec<(Mark, f64)> {
    let map: Map = serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap();
    let campaign = two_reports();
    let mut all = Vec::new();
    for size in presets() {
        for lang in [Lang::Vi, Lang::En] {
            for (age, stamp) in [(Age::Fresh, None), (Age::Old, Some("LED-01"))] {
                let show = Show { age, stamp, release: "v0.1.0", ..Show::new(&campaign, &map, lang, None) };
                for slide in playlist(&show, &SceneKind::ALL, size.width, size.height) {
                    let marks = show.draw(&slide, size.width, size.height).marks;
                    all.extend(marks.into_iter().map(|mark| (mark, f64::from(size.width))));
                }
            }
        }
    }
    all
}

fn used() -> Vec<Used> {
    let size = |mark: &Mark| match mark {
        Mark::Words { size, .. } => Some(Used::Halves((size * 2.0).round() as u32)),
        Mark::Dots { scale, .. } => Some(Used::Scale(*scale)),
        _ => None,
    };
    marks().iter().filter_map(|(mark, _)| size(mark)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// One letter alone with room on all sides, and the box that it is said to fill.
fn letter(letter: char, used: Used) -> (Picture, Rect) {
    let words = letter.to_string();
    let (font_metrics, size) = match used {
        Used::Halves(halves) => (FontMetrics::Outline, f64::from(halves) / 2.0),
        Used::Scale(scale) => (FontMetrics::Pixels, f64::from(scale) * CELL),
    };
    let extent = font_metrics.extent(&words, size);
    // All letters of a size stand at the same place of the same canvas, so that their pixels can be compared.
    let margin = (size * 0.1).ceil() + 3.0;
    let (x, y) = (margin, margin + (size * 1.25).ceil());
    let area = Rect::new(x, y - extent.top, extent.width, extent.height());
    let (width, height) = ((size + 2.0 * margin) as u32, (size * 1.6 + 2.0 * margin) as u32);
    let mark = match used {
        Used::Halves(_) => Mark::Words { x, y, size, area, role: "ink", words },
        Used::Scale(scale) => {
            let d = dots(&words, x as i32, y as i32, scale as i32);
            Mark::Dots { area, scale, role: "ink", words, d }
        }
    };
    let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    (Picture { width, height, marks: vec![Mark::Fill { area: whole, role: "paper" }, mark] }, area)
}

/// The box of all that is not paper.
fn ink(pixels: &Pixels) -> Option<Rect> {
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for (i, pixel) in (0..).zip(pixels.rgb.chunks_exact(3)) {
        if pixel != [0, 0, 0] {
            let (x, y) = (i % pixels.width, i / pixels.width);
            (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1));
        }
    }
    let rect = Rect::new(f64::from(left), f64::from(top), f64::from(right) - f64::from(left), f64::from(bottom) - f64::from(top));
    (right > 0).then_some(rect)
}

fn faults(painter: &Painter, used: Used) -> Vec<String> {
    let mut found = Vec::new();
    let mut known: Vec<(char, Vec<u8>)> = Vec::new();
    for c in LETTERS.chars() {
        let (picture, area) = letter(c, used);
        let pixels = painter.pixels(&picture).unwrap();
        let canvas = Rect::new(0.0, 0.0, f64::from(picture.width), f64::from(picture.height));
        // Outlines are smoothed over the pixels that they touch; dots fill theirs.
        let (slack, lean) = match used {
            Used::Halves(halves) => (1.0, f64::from(halves) / 2.0 * LEANS),
            Used::Scale(_) => (0.0, 0.0),
        };
        let (left, top) = (area.x.floor() - slack, area.y.floor() - slack);
        let (right, bottom) = ((area.right() + lean).ceil() + slack, area.bottom().ceil() + slack);
        let room = Rect::new(left, top, right - left, bottom - top);
        match ink(&pixels) {
            None => found.push(format!("{used:?} {c}: nothing is drawn")),
            Some(ink) if !room.holds(ink) => found.push(format!("{used:?} {c}: {ink:?} is not within {area:?}")),
            Some(ink) if !canvas.inset(1.0).holds(ink) => found.push(format!("{used:?} {c}: {ink:?} is cut by the canvas")),
            // Measured too large it would be as bad for a layout as too small.
            Some(ink) if ink.h < area.h - 2.0 * slack - 1.0 => found.push(format!("{used:?} {c}: {ink:?} is short of {area:?}")),
            Some(_) => {}
        }
        found.extend(known.iter().filter(|(_, other)| *other == pixels.rgb).map(|(other, _)| format!("{used:?}: {c} looks like {other}")));
        known.push((c, pixels.rgb));
    }
    found
}

#[test]
fn every_letter_is_itself_and_whole_at_every_size_in_use() {
    let used = used();
    assert!(used.contains(&Used::Scale(1)) && used.iter().any(|used| matches!(used, Used::Halves(_))), "{used:?}");
    let painter = Painter::new(Theme::Dark);
    let found: Vec<String> = used.par_iter().map(|used| faults(&painter, *used)).collect::<Vec<_>>().concat();
    assert!(found.is_empty(), "{} sizes, {} faults:\n{}", used.len(), found.len(), found[..found.len().min(40)].join("\n"));
    println!("{} sizes", used.len());
}

#[test]
fn no_screen_cuts_a_letter_that_leans_over_its_last_place() {
    for (mark, width) in marks() {
        if let Mark::Words { area, size, words, .. } = mark {
            assert!(area.right() + LEANS * size <= width, "{words} at {size} on a screen of {width}");
        }
    }
}
