//! What stands above a list: what it is of and, where it goes on elsewhere, which rows these are and of how many. It must not know what is listed.

use std::ops::Range;

use super::{
    Show,
    column::Align,
    frame::SceneFrame,
    picture::{Mark, Rect},
};
use crate::text::fill;

/// In the upper part of the row that is kept for it.
pub fn heading(show: &Show, frame: &SceneFrame, forms: &[String], row: Rect, shown: Range<usize>, all: usize) -> Vec<Mark> {
    let (setter, size) = (&frame.setter, frame.heading.1);
    let row = Rect { h: row.h * 0.75, ..row };
    let whole = setter.row(forms, size, row, Align::Left, "ink").into_iter();
    if shown.len() >= all {
        return whole.collect();
    }
    let part = fill(show.words.part, &[&(shown.start + 1).to_string(), &shown.end.to_string(), &all.to_string()]);
    let small = setter.font_metrics.fit(size * 0.75).max(setter.smallest);
    let width = setter.font_metrics.extent(&part, small).width + 0.01;
    let (left, right) = row.split_left(row.w - width - frame.gap, frame.gap);
    // Where there is no room for both, the ranks in the rows say it.
    match setter.row(forms, size, left, Align::Left, "ink") {
        Some(heading) => [heading].into_iter().chain(setter.row(&[part], small, right, Align::Right, "soft")).collect(),
        None => whole.collect(),
    }
}
