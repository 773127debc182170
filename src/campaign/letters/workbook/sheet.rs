//! A sheet as the readers of tables take it, and how calamine's cells become theirs. It knows no file format.

use calamine::{Data, DataType, Range};
use unicode_normalization::UnicodeNormalization;

use super::grid::Grid;
use crate::campaign::finding::Problem;
use crate::campaign::letters::cells::{Cell, TableRow, is_unseen};

/// One sheet: its name and its rows, those without content left away but for one in each gap.
pub struct Sheet {
    pub name: String,
    pub rows: Vec<TableRow>,
}

/// What is said of a workbook that can't be opened; the detail is the reader's own.
pub fn unreadable(error: impl std::fmt::Display) -> Problem {
    Problem::SheetUnreadable { detail: error.to_string() }
}

/// A sheet that calamine has read as a whole.
pub fn sheet_of_range(name: String, range: &Range<Data>) -> Result<Sheet, Problem> {
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut grid = Grid::new(&name);
    for (row, column, data) in range.used_cells() {
        grid.put(top + row as u32, left + column as u32, cell(data))?;
    }
    let rows = grid.into_rows();
    Ok(Sheet { name, rows })
}

/// What a cell of calamine's holds.
pub fn cell(data: &Data) -> Cell {
    match data {
        Data::Int(n) => Cell::Number(*n as f64),
        Data::Float(n) => Cell::Number(*n),
        // Web pages leave marks without width in what is pasted from them.
        Data::String(text) => Cell::of(&text.nfc().filter(|c| !is_unseen(*c)).collect::<String>()),
        // A cell that is a moment is written out, so that it is found where text would be.
        Data::DateTime(_) | Data::DateTimeIso(_) => data.as_datetime().map_or(Cell::Empty, |moment| {
            // 2020-08-11 08:00:00
            let text: String = moment.to_string().chars().take(16).collect();
            Cell::Text(text.trim_end_matches(" 00:00").to_owned())
        }),
        _ => Cell::Empty,
    }
}
