//! Cells by their places in a sheet, as many as a table of districts can have. It knows no file format.

use std::collections::BTreeMap;

use super::super::super::finding::Problem;
use super::super::super::limits::MAX_INPUT_BYTES;
use super::super::cells::{Cell, TableRow};

/// The columns that are read, A to IV; a table of districts has a dozen.
pub const MAX_COLUMNS: u32 = 256;
/// The cells between the first and the last of a sheet, once its empty stretches are left away.
pub const MAX_CELLS: u64 = 1_000_000;

/// The cells of one sheet that hold something.
pub struct Grid<'a> {
    sheet: &'a str,
    rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    width: u32,
    text_bytes: u64,
}

impl<'a> Grid<'a> {
    pub fn new(sheet: &'a str) -> Self {
        Self { sheet, rows: BTreeMap::new(), width: 0, text_bytes: 0 }
    }

    /// Puts a cell at its row and column, from 0. The error is a cell that no table of districts has.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Problem> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if let Cell::Text(text) = &cell {
            self.text_bytes += text.len() as u64;
        }
        if self.text_bytes > MAX_INPUT_BYTES {
            return Err(Problem::InputTooLarge { limit: MAX_INPUT_BYTES });
        }
        self.width = self.width.max(column.saturating_add(1));
        self.rows.entry(row).or_default().insert(column, cell);
        // Every row is as wide as the widest, and may have an empty one before it.
        if column >= MAX_COLUMNS || 2 * self.rows.len() as u64 * u64::from(self.width) > MAX_CELLS {
            return Err(too_large(Some(self.sheet), row.into(), column.into()));
        }
        Ok(())
    }

    /// The rows from the top, all of one width, numbered from 1; of empty rows in a row only the first.
    pub fn into_rows(self) -> Vec<TableRow> {
        let mut rows = Vec::with_capacity(self.rows.len());
        let empty = vec![Cell::Empty; self.width as usize];
        let mut next = self.rows.keys().next().copied().unwrap_or_default();
        for (row, cells) in self.rows {
            if row > next {
                rows.push(TableRow { line: next as usize + 1, cells: empty.clone() });
            }
            let mut filled = empty.clone();
            for (column, cell) in cells {
                if let Some(place) = filled.get_mut(column as usize) {
                    *place = cell;
                }
            }
            rows.push(TableRow { line: row as usize + 1, cells: filled });
            next = row.saturating_add(1);
        }
        rows
    }
}

/// What is said of a cell, by its row and column from 0, that lies too far away.
pub fn too_large(sheet: Option<&str>, row: u64, column: u64) -> Problem {
    Problem::SheetTooLarge { sheet: sheet.map(str::to_owned), cell: cell_name(row, column) }
}

/// `A1`, `XFD1048576`.
fn cell_name(row: u64, column: u64) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().chain(row.saturating_add(1).to_string().chars().collect::<Vec<_>>().iter()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (9, 255, "IV10"),
            (0, 701, "ZZ1"),
            (0, 702, "AAA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(cell_name(row, column), name);
        }
    }

    #[test]
    fn rows_are_of_one_width_and_a_gap_is_one_empty_row() {
        let mut grid = Grid::new("x");
        for (row, column) in [(1_048_575, 0), (2, 1), (3, 0), (5, 2)] {
            grid.put(row, column, text("a")).unwrap();
        }
        grid.put(9, 9, Cell::Empty).unwrap();
        let rows = grid.into_rows();
        let shape: Vec<(usize, String)> = rows.iter().map(|row| (row.line, row.joined())).collect();
        let row = |line: usize, cells: &str| (line, cells.to_owned());
        assert_eq!(shape, [row(3, "\ta\t"), row(4, "a\t\t"), row(5, "\t\t"), row(6, "\t\ta"), row(7, "\t\t"), row(1_048_576, "a\t\t")]);
    }

    #[test]
    fn the_bounds_are_exact() {
        let mut grid = Grid::new("x");
        assert_eq!(grid.put(0, MAX_COLUMNS - 1, text("a")), Ok(()));
        assert_eq!(grid.put(0, MAX_COLUMNS, text("a")), Err(Problem::SheetTooLarge { sheet: Some("x".into()), cell: "IW1".into() }));
        let mut grid = Grid::new("x");
        let rows = (MAX_CELLS / 2 / 100) as u32;
        for row in 0..rows {
            assert_eq!(grid.put(row, 99, Cell::Number(1.0)), Ok(()));
        }
        assert_eq!(
            grid.put(rows, 0, Cell::Number(1.0)),
            Err(Problem::SheetTooLarge { sheet: Some("x".into()), cell: format!("A{}", rows + 1) })
        );
        let mut grid = Grid::new("x");
        let half = "a".repeat(MAX_INPUT_BYTES as usize / 2);
        assert_eq!((grid.put(0, 0, text(&half)), grid.put(1, 0, text(&half))), (Ok(()), Ok(())));
        assert_eq!(grid.put(2, 0, text("a")), Err(Problem::InputTooLarge { limit: MAX_INPUT_BYTES }));
    }
}
