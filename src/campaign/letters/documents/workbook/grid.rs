//! The cells of one sheet by their places, whatever format they come from: as many as a table of districts can have, merged cells laid
//! out, hidden rows and columns known.

use std::collections::{BTreeMap, BTreeSet};

use super::super::budget::{Budget, MAX_CELLS};
use super::super::error::DocumentError;
use super::super::part::{Cell, Content, Part, Role, Row, Value};

/// The columns that are read, A to IV; a table of districts has a dozen.
pub const MAX_COLUMNS: u32 = 256;

/// A rectangle of cells: first and last row, first and last column, from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

#[derive(Default)]
pub struct Grid {
    name: String,
    pub is_hidden: bool,
    rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    width: u32,
    merged: Vec<Area>,
    /// The last row of each hidden stretch by its first.
    hidden_rows: BTreeMap<u32, u32>,
    hidden_columns: BTreeSet<u32>,
}

impl Grid {
    pub fn new(name: &str, is_hidden: bool) -> Self {
        Self { name: name.to_owned(), is_hidden, ..Self::default() }
    }

    /// Puts a cell at its row and column, from 0. Empty ones take no room.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell, budget: &mut Budget) -> Result<(), DocumentError> {
        if cell.value == Value::Empty && cell.note.is_none() {
            return Ok(());
        }
        budget.take_bytes(cell.text.len())?;
        self.width = self.width.max(column.saturating_add(1));
        self.rows.entry(row).or_default().insert(column, cell);
        // Every row is as wide as the widest, and may have an empty one before it.
        if column >= MAX_COLUMNS || 2 * self.rows.len() as u64 * u64::from(self.width) > MAX_CELLS {
            return Err(DocumentError::FarCell { sheet: Some(self.name.clone()), cell: cell_name(row, column) });
        }
        Ok(())
    }

    pub fn merge(&mut self, area: Area) {
        self.merged.push(area);
    }

    pub fn is_empty(&self, row: u32, column: u32) -> bool {
        self.rows.get(&row).and_then(|cells| cells.get(&column)).is_none()
    }

    /// Hides rows from the first to the last.
    pub fn hide_rows(&mut self, first: u32, last: u32) {
        let until = self.hidden_rows.entry(first).or_insert(last);
        *until = last.max(*until);
    }

    /// Hides columns from the first to the last.
    pub fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.extend(first..=last.min(MAX_COLUMNS));
    }

    /// Changes a cell, which may be an empty one.
    pub fn change(&mut self, row: u32, column: u32, budget: &mut Budget, change: impl FnOnce(&mut Cell)) -> Result<(), DocumentError> {
        let mut cell = self.rows.get_mut(&row).and_then(|cells| cells.remove(&column)).unwrap_or_default();
        change(&mut cell);
        self.put(row, column, cell, budget)
    }

    /// The sheet: its rows from the top, all of one width, numbered from 1; of empty rows in a row only the first.
    pub fn into_part(mut self, budget: &mut Budget) -> Result<Part, DocumentError> {
        self.lay_out_merged(budget)?;
        budget.take_cells(2 * self.rows.len() * self.width as usize)?;
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut next = self.rows.keys().next().copied().unwrap_or_default();
        for (row, cells) in std::mem::take(&mut self.rows) {
            if row > next {
                rows.push(Row { line: next as usize + 1, cells: self.empty_row(next) });
            }
            let mut filled = self.empty_row(row);
            for (column, cell) in cells {
                if let Some(place) = filled.get_mut(column as usize) {
                    *place = Cell { hidden: place.hidden, ..cell };
                }
            }
            rows.push(Row { line: row as usize + 1, cells: filled });
            next = row.saturating_add(1);
        }
        Ok(Part { name: Some(self.name), attachment: None, role: Role::Body, hidden: self.is_hidden, content: Content::Sheet(rows) })
    }

    fn empty_row(&self, row: u32) -> Vec<Cell> {
        let row_is_hidden = self.hidden_rows.range(..=row).next_back().is_some_and(|(_, last)| *last >= row);
        let hidden = |column: u32| row_is_hidden || self.hidden_columns.contains(&column);
        (0..self.width).map(|column| Cell { hidden: hidden(column), ..Cell::default() }).collect()
    }

    /// Repeats what merged cells say in the cells that they cover, as far as the sheet reaches.
    fn lay_out_merged(&mut self, budget: &mut Budget) -> Result<(), DocumentError> {
        let last_row = self.rows.keys().next_back().copied().unwrap_or_default();
        let last_column = self.width.saturating_sub(1);
        for Area { rows: (top, bottom), columns: (left, right) } in std::mem::take(&mut self.merged) {
            let Some(cell) = self.rows.get(&top).and_then(|cells| cells.get(&left)).map(Cell::repeated) else { continue };
            for row in top..=bottom.min(last_row) {
                for column in left..=right.min(last_column) {
                    if (row, column) == (top, left) {
                        continue;
                    }
                    budget.take_cells(1)?;
                    budget.take_bytes(cell.text.len())?;
                    // What a sheet hides below a merged cell is shown to nobody.
                    if let Some(cells) = self.rows.get_mut(&row) {
                        cells.insert(column, cell.clone());
                    }
                }
            }
        }
        Ok(())
    }
}

/// `A1`, `XFD1048576`.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect::<String>() + &(u64::from(row) + 1).to_string()
}

/// The row and column, from 0, of a cell's name.
pub fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(value) + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The rectangle that `B2:D3` names.
pub fn area(name: &str) -> Option<Area> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some(Area { rows: (top, bottom), columns: (left, right) })
}
