//! What stands above a list: what it is of and, where it goes on elsewhere, which rows these are and of how many. It must not know what is listed.

use std::ops::Range;

use super::{
    Show,
    column::Align,
    frame::SceneFrame,
    picture::{Mark, Rect},
};
use crate::text::screen::each;

/// In the upper part of the row that is kept for it.
pub fn heading(show: &Show, frame: &SceneFrame, forms: &[String], row: Rect, shown: Range<usize>, all: usize) -> Vec<Mark> {
    let (setter, size) = (&frame.setter, frame.heading.1);
    let row = Rect { h: row.h * 0.75, ..row };
    let part = (shown.len() < all)
        .then(|| each(show.words.part, &[shown.start + 1, shown.end, all].map(|n| n.to_string()).each_ref().map(String::as_str)));
    // It may take a part of the row.
    let small = setter.font_metrics.fit(size * 0.75).max(setter.smallest);
    let width = |words: &String| setter.font_metrics.extent(words, small).width + 0.01;
    let part = part.and_then(|forms| forms.into_iter().find(|words| width(words) <= row.w * 0.4));
    let (left, right) = match &part {
        Some(words) => row.split_left(row.w - width(words) - frame.gap, frame.gap),
        None => (row, row),
    };
    let said = part.and_then(|words| setter.row(&[words], small, right, Align::Right, "soft"));
    setter.row(forms, size, left, Align::Left, "ink").into_iter().chain(said).collect()
}
