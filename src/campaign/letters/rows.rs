//! What the rows and columns of a table are, for who chooses the columns and who reads them. It must not read a figure.

use super::super::names::{self, NameMatch, Names};
use super::cells::{Cell, TableRow};
use super::headers::Header;
use super::vocabulary::is_total_label;

/// How the cells of an input are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    /// Each cell is one by itself, as in a sheet or between tabs.
    Cells,
    /// By commas, which figures can have as well.
    Commas,
    /// By runs of spaces: an empty cell leaves no trace.
    Spaces,
}

/// The columns that are read.
pub struct Columns {
    pub name: Option<usize>,
    pub code: Option<usize>,
    pub date: Option<usize>,
    pub figure: usize,
    pub rate: Option<usize>,
    pub header: Option<Header>,
    pub parting: Parting,
}

pub fn names_district(cell: &Cell, names: &Names) -> bool {
    matches!(cell, Cell::Text(text) if matches!(names.find(unnumbered(text)), Some(NameMatch::District(_) | NameMatch::Ambiguous)))
}

pub fn is_numeric(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => false,
        Cell::Number(_) => true,
        Cell::Text(text) => text.trim_start_matches(['-', '−', '–']).starts_with(|c: char| c.is_ascii_digit()) && !text.contains('%'),
    }
}

/// An order number's column: 1, 2, 3 … down the rows.
pub fn is_order(rows: &[&TableRow], column: usize) -> bool {
    rows.iter().enumerate().all(|(i, row)| row.cell(Some(column)).text().trim().trim_end_matches(['.', ')']) == (i + 1).to_string())
}

pub fn is_total_row(row: &TableRow) -> bool {
    row.cells.iter().any(|cell| matches!(cell, Cell::Text(text) if is_total_label(&names::key(text))))
}

/// `1. TP Gia Nghĩa`, `III - Cư Jút`: the name without the order number in its cell.
pub fn unnumbered(text: &str) -> &str {
    let text = text.trim();
    let number = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))).unwrap_or(0);
    let rest = text[number..].trim_start_matches(' ');
    match rest.strip_prefix(['.', ')', '-', '/', '–']) {
        Some(name) if (1..=4).contains(&number) => name.trim_start(),
        _ => text,
    }
}
