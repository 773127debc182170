//! A table that was pasted one cell a line, as browsers and chat programs leave it: the districts' names come at equal distances.

use std::ops::Range;

use super::super::names::{NameMatch, Names};
use super::cells::{Cell, TableRow};

/// The rows of such a table, and the lines that they are made of.
pub struct Stacked {
    pub rows: Vec<TableRow>,
    pub lines: Range<usize>,
}

/// The table that a run of lines is, if each holds one cell and at least three districts' names come at one distance.
pub fn table(lines: &[TableRow], names: &Names) -> Option<Stacked> {
    let text = |at: usize| lines.get(at).map(|line| line.joined()).unwrap_or_default();
    // Most lines of a long letter have more letters than any name.
    let is_short = |text: &str| text.bytes().filter(u8::is_ascii_alphanumeric).count() <= names.longest_key();
    let is_name = |at: &usize| {
        Some(text(*at)).filter(|text| is_short(text)).is_some_and(|text| matches!(names.find(&text), Some(NameMatch::District(_))))
    };
    if lines.iter().any(|line| line.cells.len() != 1) {
        return None;
    }
    let found: Vec<usize> = (0..lines.len()).filter(is_name).collect();
    let width = found.windows(2).map(|pair| pair[1] - pair[0]).next().filter(|width| (2..=8).contains(width))?;
    if found.len() < 3 || found.windows(2).any(|pair| pair[1] - pair[0] != width) {
        return None;
    }
    let first = *found.first()?;
    // An order number or a code may stand before the name.
    let is_before = |text: &str| text == "1" || text == "1." || text == "I" || names.has_code(text);
    let before = (0..width.min(first + 1)).rev().find(|before| *before > 0 && is_before(text(first - before).trim())).unwrap_or(0);
    let start = first - before;
    let count = found.len();
    let end = start + count * width;
    if end > lines.len() {
        return None;
    }
    // The header has as many cells as a row.
    let header = start.checked_sub(width);
    let row = |from: usize, line: usize| TableRow {
        line: lines.get(line).map_or(1, |row| row.line),
        cells: (from..from + width).map(|at| Cell::of(&text(at))).collect(),
    };
    let body = (0..count).map(|index| row(start + index * width, start + index * width + before));
    let rows: Vec<TableRow> = header.map(|from| row(from, from)).into_iter().chain(body).collect();
    let from = header.unwrap_or(start);
    Some(Stacked { rows, lines: lines.get(from)?.line..lines.get(end - 1)?.line + 1 })
}
