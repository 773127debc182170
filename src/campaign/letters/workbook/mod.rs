//! Opens a workbook (XLSX, ODS, XLS) within bounds: a file of two kilobytes may speak of 17 billion cells, and calamine allocates all that
//! lie between the first and the last. XLSX is read cell by cell; the other two are looked through before calamine opens them.

mod archive;
mod grid;
mod ods;
mod xls;
mod xlsx;

#[cfg(test)]
mod tests;

use calamine::{Data, DataType, Range};
use unicode_normalization::UnicodeNormalization;

use super::super::finding::Problem;
use super::super::limits::MAX_INPUT_BYTES;
use super::cells::{Cell, TableRow};
use grid::Grid;

/// One sheet: its name and its rows, those without content left away but for one in each gap.
pub struct Sheet {
    pub name: String,
    pub rows: Vec<TableRow>,
}

const ZIP: &[u8] = b"PK\x03\x04";
/// What every file of Office 97 to 2003 begins with.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Whether the bytes begin as a workbook's do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND_FILE)
}

/// The sheets of a workbook, or why it is not read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    if bytes.starts_with(COMPOUND_FILE) {
        return xls::sheets(bytes);
    }
    if !bytes.starts_with(ZIP) {
        return Err(unreadable("unknown file format"));
    }
    archive::check_size(bytes, MAX_INPUT_BYTES)?;
    if archive::has_member(bytes, "content.xml") { ods::sheets(bytes) } else { xlsx::sheets(bytes) }
}

fn unreadable(error: impl std::fmt::Display) -> Problem {
    Problem::SheetUnreadable { detail: error.to_string() }
}

/// A sheet that calamine has read as a whole.
fn sheet_of_range(name: String, range: &Range<Data>) -> Result<Sheet, Problem> {
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut grid = Grid::new(&name);
    for (row, column, data) in range.used_cells() {
        grid.put(top + row as u32, left + column as u32, cell(data))?;
    }
    let rows = grid.into_rows();
    Ok(Sheet { name, rows })
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Int(n) => Cell::Number(*n as f64),
        Data::Float(n) => Cell::Number(*n),
        Data::String(text) => Cell::of(&text.nfc().collect::<String>()),
        // A cell that is a moment is written out, so that it is found where text would be.
        Data::DateTime(_) | Data::DateTimeIso(_) => data.as_datetime().map_or(Cell::Empty, |moment| {
            // 2020-08-11 08:00:00
            let text: String = moment.to_string().chars().take(16).collect();
            Cell::Text(text.trim_end_matches(" 00:00").to_owned())
        }),
        _ => Cell::Empty,
    }
}
