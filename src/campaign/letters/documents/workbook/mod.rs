//! Opens workbooks (XLSX, ODS, XLS) through calamine, and adds what it leaves out: what is hidden, merged, not yet calculated, noted.

mod formats;
mod grid;
mod layout;
mod ods;
pub mod spreadsheetml;
mod strict;
mod xls;
mod xlsx;

#[cfg(test)]
mod tests;

use std::io::Cursor;

use calamine::{Data, DataType, Ods, Range, Reader, SheetVisible, Xls, Xlsx, XlsxError};

use super::archive::Archive;
use super::budget::Budget;
use super::error::{DocumentError, Format};
use super::part::{Cell, Part, Value};
use grid::Grid;
use layout::Layout;

fn broken(_: impl std::error::Error) -> DocumentError {
    DocumentError::Broken(Format::Workbook)
}

/// XLSX is read cell by cell, so that nothing is allocated for the cells between them.
pub fn read_xlsx(bytes: &[u8], archive: &mut Archive, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    archive.check_size(budget)?;
    let rewritten = strict::as_transitional(archive)?;
    let bytes = rewritten.as_deref().unwrap_or(bytes);
    let mut layouts = xlsx::layouts(&mut Archive::open(bytes)?)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut parts = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let mut cells = match book.worksheet_cells_reader(&sheet.name) {
            Ok(cells) => cells,
            // A chart has a sheet of its own.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(broken(error)),
        };
        let mut grid = Grid::new(&sheet.name, sheet.visible != SheetVisible::Visible);
        while let Some(next) = cells.next_cell().map_err(broken)? {
            let (row, column) = next.get_position();
            grid.put(row, column, cell(&Data::from(next.get_value().clone())), budget)?;
        }
        layouts.remove(&sheet.name).unwrap_or_default().apply(&mut grid, budget)?;
        parts.push(grid.into_part(budget)?);
    }
    Ok(parts)
}

pub fn read_ods(bytes: &[u8], archive: &mut Archive, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    archive.check_size(budget)?;
    let layouts = ods::layouts(archive)?;
    let book = Ods::new(Cursor::new(bytes)).map_err(broken)?;
    sheets(book, layouts, budget)
}

pub fn read_xls(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let layouts = xls::layouts(bytes)?;
    let book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => DocumentError::Password(Format::Workbook),
        other => broken(other),
    })?;
    sheets(book, layouts, budget)
}

/// The sheets of a workbook that calamine reads as a whole; the layouts stand in their order.
fn sheets<'a, R: Reader<Cursor<&'a [u8]>>>(mut book: R, layouts: Vec<Layout>, budget: &mut Budget) -> Result<Vec<Part>, DocumentError>
where
    R::Error: std::error::Error,
{
    let mut parts = Vec::new();
    let mut layouts = layouts.into_iter();
    for sheet in book.sheets_metadata().to_vec() {
        let layout = layouts.next().unwrap_or_default();
        let Ok(range) = book.worksheet_range(&sheet.name) else { continue };
        let mut grid = Grid::new(&sheet.name, sheet.visible != SheetVisible::Visible);
        for (row, column, data) in placed(&range) {
            grid.put(row, column, cell(data), budget)?;
        }
        // A formula that calamine gives no value of has none in the file.
        let formulas = book.worksheet_formula(&sheet.name).unwrap_or_default();
        for (row, column, formula) in placed(&formulas) {
            if !formula.is_empty() && grid.is_empty(row, column) {
                grid.put(row, column, Cell { value: Value::NotCalculated, ..Cell::default() }, budget)?;
            }
        }
        layout.apply(&mut grid, budget)?;
        parts.push(grid.into_part(budget)?);
    }
    Ok(parts)
}

/// The used cells of a range with their places in the sheet.
fn placed<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (u32, u32, &T)> {
    let (top, left) = range.start().unwrap_or((0, 0));
    range.used_cells().map(move |(row, column, value)| (top + row as u32, left + column as u32, value))
}

/// What a cell of calamine's holds.
fn cell(data: &Data) -> Cell {
    let shown = |text: String, value| Cell { text, value, ..Cell::default() };
    match data {
        Data::Int(n) => shown(n.to_string(), Value::Number(*n as f64)),
        Data::Float(n) => shown(n.to_string(), Value::Number(*n)),
        Data::String(text) => Cell::text(text),
        Data::Bool(value) => shown(value.to_string(), Value::Logical(*value)),
        Data::Error(error) => shown(error.to_string(), Value::Error),
        Data::DateTime(_) | Data::DateTimeIso(_) => {
            data.as_datetime().map_or_else(Cell::default, |moment| shown(moment_text(&moment.to_string()), Value::Moment))
        }
        Data::DurationIso(text) => shown(text.clone(), Value::Moment),
        _ => Cell::default(),
    }
}

/// `2020-08-11 08:00:00` as `2020-08-11 08:00`; without its hour where that is midnight, without its day where there is none: a time alone
/// is stored as that of the day on which a workbook's calendar begins.
fn moment_text(moment: &str) -> String {
    let text: String = moment.chars().take(16).collect();
    match text.split_once(' ') {
        Some(("1899-12-30" | "1899-12-31" | "1900-01-01" | "1904-01-01", time)) => time.to_owned(),
        Some((day, "00:00")) => day.to_owned(),
        _ => text,
    }
}
