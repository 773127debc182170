//! Reads XLSX cell by cell, so that nothing is allocated for the cells between them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, XlsxError};

use super::grid::Grid;
use super::sheet::{Sheet, cell, unreadable};
use crate::campaign::finding::Problem;

pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A chart has a sheet of its own.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(unreadable(error)),
        };
        let mut grid = Grid::new(&name);
        while let Some(next) = cells.next_cell().map_err(unreadable)? {
            let (row, column) = next.get_position();
            grid.put(row, column, cell(&Data::from(next.get_value().clone())))?;
        }
        let rows = grid.into_rows();
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}
