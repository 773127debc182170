//! What a board of dots says, spread over as many pages as it needs: a figure as large as it goes, beside its words or above them, and what has
//! no room with it on the next page. Counting pages and drawing them are the same. It knows sizes, not meanings.

use super::{
    column::Align,
    frame::{SceneFrame, ScreenShape},
    line::TextLine,
    picture::{Mark, Rect},
    slots::Slots,
};
use crate::view::font_metrics::CELL;

/// What one slide says.
pub struct Said {
    /// Empty: it has none.
    pub figure: TextLine,
    /// The most important first.
    pub lines: Vec<TextLine>,
    /// How many of them stand above the figure where it has no room beside them.
    pub above: usize,
}

/// The layout that the slides of a scene have in common.
pub struct Composition {
    /// How many of the lines stand on the slide; the rest is for another page.
    pub kept: usize,
    /// The size of the figure.
    size: f64,
    /// The size of a figure that stands beside its words, and the room that it takes.
    beside: Option<(f64, f64)>,
    /// Whether the words are set as one, so that a wide and low board has them larger.
    joined: bool,
    slots: Slots,
}

/// The fullest layout, with as many lines as have room on each of the slides and no fewer than that, in which the figure is not much smaller than it
/// could be with fewer.
pub fn compose(frame: &SceneFrame, slides: &[Said], least: usize) -> Option<Composition> {
    const ENOUGH: f64 = 0.6;
    let most = slides.iter().map(|said| said.lines.len()).max()?;
    let all: Vec<Composition> = (least..=most).rev().filter_map(|kept| with(frame, slides, kept)).collect();
    // A figure without a word is no measure.
    let best = all.iter().filter(|layout| layout.kept > 0).map(|layout| layout.size).fold(0.0, f64::max);
    all.into_iter().find(|layout| layout.size >= best * ENOUGH)
}

/// The layout with so many lines.
fn with(frame: &SceneFrame, slides: &[Said], kept: usize) -> Option<Composition> {
    let (setter, area) = (&frame.setter, frame.area);
    let figure = slides.first()?.above.min(kept);
    // Nothing is larger than the figure that it is about.
    let widest = |size: f64| slides.iter().map(|said| setter.font_metrics.extent(said.figure.form(0), size).width).fold(0.0, f64::max);
    let most =
        (1..).map(|scale| f64::from(scale) * CELL).take_while(|size| widest(*size) <= area.w && *size <= area.h.max(CELL) * 2.0).last();
    let most = most.filter(|_| widest(CELL) > 0.0).unwrap_or(f64::MAX);
    let all: Vec<Vec<TextLine>> = slides.iter().map(|said| stacked(said, &lines(said, kept, false), most)).collect();
    let one_above_other =
        setter.alike(&all.iter().map(Vec::as_slice).collect::<Vec<_>>(), area).map(|slots| (slots.size_of(figure), slots));
    // Where a scene has a frame around it, the figure stands above what it counts if it can.
    let beside = (one_above_other.is_none() || frame.shape == ScreenShape::Message).then(|| beside(frame, slides, kept)).flatten();
    match (one_above_other, beside) {
        (Some((size, slots)), Some(ref other)) if size > other.size => Some(Composition { kept, size, beside: None, joined: false, slots }),
        (_, Some(other)) => Some(other),
        (Some((size, slots)), None) => Some(Composition { kept, size, beside: None, joined: false, slots }),
        (None, None) => None,
    }
}

/// So many lines of a slide; or all of them as one.
fn lines(said: &Said, kept: usize, joined: bool) -> Vec<TextLine> {
    let lines = said.lines.get(..kept).unwrap_or(&said.lines);
    if joined && lines.len() > 1 { vec![TextLine::joined(lines)] } else { lines.to_vec() }
}

fn stacked(said: &Said, lines: &[TextLine], most: f64) -> Vec<TextLine> {
    let mut all: Vec<TextLine> = lines.iter().map(|line| line.clone().up_to(most)).collect();
    all.insert(said.above.min(all.len()), said.figure.clone());
    all
}

/// The largest figure that leaves its words room at its right.
fn beside(frame: &SceneFrame, slides: &[Said], kept: usize) -> Option<Composition> {
    let (setter, area) = (&frame.setter, frame.area);
    let figures: Vec<&str> = slides.iter().map(|said| said.figure.form(0)).filter(|figure| !figure.is_empty()).collect();
    if figures.is_empty() {
        return None;
    }
    let most = (area.h / CELL * 2.0).ceil() as u32;
    (1..=most).rev().find_map(|scale| {
        let size = f64::from(scale) * CELL;
        let extents = || figures.iter().map(|figure| setter.font_metrics.extent(figure, size));
        let (width, height) = (extents().map(|e| e.width).fold(0.0, f64::max), extents().map(|e| e.height()).fold(0.0, f64::max));
        let room = Rect { w: area.w - width - 2.0 * frame.gap, ..area };
        if height > area.h || room.w < CELL {
            return None;
        }
        let composition = |joined, slots| Composition { kept, size, beside: Some((size, width)), joined, slots };
        if kept == 0 {
            return Some(composition(false, Slots::default()));
        }
        let words = |joined| {
            let all: Vec<Vec<TextLine>> = slides.iter().map(|said| stacked_words(said, kept, joined, size)).collect();
            setter.alike(&all.iter().map(Vec::as_slice).collect::<Vec<_>>(), room).map(|slots| composition(joined, slots))
        };
        let (apart, joined) = (words(false), words(true));
        // As one sentence only where that makes it larger.
        match (apart, joined) {
            (Some(apart), Some(joined)) if joined.slots.smallest() > apart.slots.smallest() => Some(joined),
            (apart, joined) => apart.or(joined),
        }
    })
}

fn stacked_words(said: &Said, kept: usize, joined: bool, most: f64) -> Vec<TextLine> {
    lines(said, kept, joined).into_iter().map(|line| line.up_to(most)).collect()
}

/// One slide of such a layout.
pub fn place(frame: &SceneFrame, layout: &Composition, said: &Said) -> Vec<Mark> {
    let (setter, area) = (&frame.setter, frame.area);
    let Some((size, width)) = layout.beside else {
        return setter.place(&layout.slots, &stacked(said, &lines(said, layout.kept, false), f64::MAX), area, Align::Centre);
    };
    let lines = lines(said, layout.kept, layout.joined);
    let lines = lines.as_slice();
    // Both together stand in the middle of a board that is wider than they are.
    let words = setter.widest(&layout.slots, lines, area.w - width - 2.0 * frame.gap);
    let left = ((area.w - width - 2.0 * frame.gap - words) / 2.0).max(0.0).floor().min(area.w * 0.2);
    let figure = Rect { x: area.x + left, w: width + 0.01, ..area };
    let right = Rect { x: figure.right() + 2.0 * frame.gap, w: area.w - left - width - 2.0 * frame.gap, ..area };
    let marks: Vec<Mark> =
        setter.row(&[said.figure.form(0).to_string()], size, figure, Align::Left, said.figure.role()).into_iter().collect();
    let placed = setter.place(&layout.slots, lines, right, Align::Left);
    // A name is read before its figure, what it counts after it.
    if said.above > 0 { placed.into_iter().chain(marks).collect() } else { marks.into_iter().chain(placed).collect() }
}

/// A figure and its words on as many pages as they need; none where even a word has no room.
pub fn spread(frame: &SceneFrame, said: Said) -> Option<Vec<Vec<Mark>>> {
    let mut pages = Vec::new();
    let mut rest: &[TextLine] = &said.lines;
    if !said.figure.form(0).is_empty() {
        let all = std::slice::from_ref(&said);
        // A figure that fills a page is named by the next.
        let layout = compose(frame, all, 0)?;
        pages.push(place(frame, &layout, &said));
        rest = said.lines.get(layout.kept..).unwrap_or_default();
    }
    pages.extend(words(frame, rest)?);
    Some(pages)
}

/// Lines of words on as few pages as hold them.
pub fn words(frame: &SceneFrame, lines: &[TextLine]) -> Option<Vec<Vec<Mark>>> {
    let mut pages = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let fitting = (1..=rest.len()).rev().find_map(|n| {
            let (now, later) = rest.split_at(n);
            Some((frame.setter.set(now, frame.area, Align::Centre)?, later))
        });
        match fitting {
            Some((marks, later)) => {
                pages.push(marks);
                rest = later;
            }
            None => {
                let (first, later) = rest.split_first()?;
                // A line that may go goes before it is torn.
                if !first.is_optional() {
                    pages.extend(torn(frame, first)?);
                }
                rest = later;
            }
        }
    }
    Some(pages)
}

/// A line that is too long for one page, word after word.
fn torn(frame: &SceneFrame, line: &TextLine) -> Option<Vec<Vec<Mark>>> {
    line.each_form().rev().find_map(|form| {
        let rows = frame.setter.wrap(form, frame.setter.smallest, frame.area.w);
        let mut pages: Vec<Vec<Mark>> = Vec::new();
        let mut rest = rows.as_slice();
        while !rest.is_empty() {
            let (marks, later) = (1..=rest.len()).rev().find_map(|n| {
                let (now, later) = rest.split_at(n);
                let rows: Vec<TextLine> = now.iter().map(|row| TextLine::new(line.role(), 1.0, vec![row.clone()])).collect();
                Some((frame.setter.set(&rows, frame.area, Align::Centre)?, later))
            })?;
            pages.push(marks);
            rest = later;
        }
        Some(pages)
    })
}
