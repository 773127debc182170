//! Puts what a reader finds into parts, in reading order: lines that follow each other are one part, each table is its own. It also lays
//! out merged cells, so that a row's cells stand in their columns.

use std::collections::BTreeMap;

use super::budget::{Budget, check_lines};
use super::error::DocumentError;
use super::part::{Cell, Content, Line, Part, Role, Row};

/// The widest span that a cell may have; a table of districts has a dozen columns.
const MAX_SPAN: usize = 256;

/// The parts of a document as they come.
#[derive(Default)]
pub struct Assembly {
    parts: Vec<Part>,
    line: usize,
}

impl Assembly {
    /// Adds a paragraph; each of its lines is counted.
    pub fn paragraph(&mut self, role: Role, text: &str, notes: Vec<String>) -> Result<(), DocumentError> {
        let count = text.split('\n').count();
        let mut notes = Some(notes);
        for (at, text) in text.split('\n').enumerate() {
            // The notes of a paragraph hang on its last line.
            let notes = if at + 1 == count { notes.take().unwrap_or_default() } else { Vec::new() };
            self.line += 1;
            check_lines(self.line)?;
            let line = Line { line: self.line, text: text.trim_end().to_owned(), notes };
            match self.parts.last_mut() {
                Some(Part { role: last, content: Content::Text(lines), .. }) if *last == role => lines.push(line),
                _ => self.parts.push(Part::new(role, Content::Text(vec![line]))),
            }
        }
        Ok(())
    }

    /// Adds a table, and numbers its rows.
    pub fn table(&mut self, role: Role, mut rows: Vec<Row>) {
        for row in &mut rows {
            self.line += 1;
            row.line = self.line;
        }
        self.parts.push(Part::new(role, Content::Table(rows)));
    }

    pub fn into_parts(self) -> Vec<Part> {
        self.parts
    }
}

/// A table as its cells come, row by row, with their spans.
#[derive(Default)]
pub struct TableRows {
    rows: Vec<Row>,
    cells: Vec<Cell>,
    /// By column: what a cell of a row above repeats there, and in how many more rows.
    from_above: BTreeMap<usize, (Cell, usize)>,
}

impl TableRows {
    /// Adds a cell of the row.
    pub fn cell(&mut self, cell: Cell, columns: usize, rows: usize, budget: &mut Budget) -> Result<(), DocumentError> {
        self.covered(budget)?;
        let repeated = cell.repeated();
        let columns = columns.clamp(1, MAX_SPAN);
        let mut cell = Some(cell);
        for _ in 0..columns {
            let cell = cell.take().unwrap_or_else(|| repeated.clone());
            if rows > 1 {
                self.from_above.insert(self.cells.len(), (repeated.clone(), rows - 1));
                budget.take_bytes(repeated.text.len())?;
            }
            self.push(cell, budget)?;
        }
        Ok(())
    }

    /// Adds a cell that goes on with the one above it.
    pub fn continued(&mut self, columns: usize, budget: &mut Budget) -> Result<(), DocumentError> {
        for _ in 0..columns.clamp(1, MAX_SPAN) {
            let above = self.rows.last().and_then(|row| row.cells.get(self.cells.len()));
            self.push(above.map(Cell::repeated).unwrap_or_default(), budget)?;
        }
        Ok(())
    }

    /// Ends the row.
    pub fn end_row(&mut self, budget: &mut Budget) -> Result<(), DocumentError> {
        self.covered(budget)?;
        // A cell from above may stand after a gap.
        while let Some(last) = self.from_above.keys().next_back().copied().filter(|last| *last >= self.cells.len()) {
            while self.cells.len() < last {
                self.push(Cell::default(), budget)?;
            }
            self.covered(budget)?;
        }
        // A row of no cells is one as well.
        budget.take_cells(1)?;
        self.rows.push(Row { line: 0, cells: std::mem::take(&mut self.cells) });
        Ok(())
    }

    /// Drops the cells of the row that is read.
    pub fn drop_row(&mut self) {
        self.cells.clear();
    }

    pub fn has_cells(&self) -> bool {
        !self.cells.is_empty()
    }

    pub fn into_rows(self) -> Vec<Row> {
        self.rows
    }

    /// Fills the columns that cells of rows above cover.
    fn covered(&mut self, budget: &mut Budget) -> Result<(), DocumentError> {
        while let Some((cell, rows)) = self.from_above.remove(&self.cells.len()) {
            if rows > 1 {
                self.from_above.insert(self.cells.len(), (cell.clone(), rows - 1));
            }
            self.push(cell, budget)?;
        }
        Ok(())
    }

    fn push(&mut self, cell: Cell, budget: &mut Budget) -> Result<(), DocumentError> {
        budget.take_cells(1)?;
        if cell.merged {
            budget.take_bytes(cell.text.len())?;
        }
        self.cells.push(cell);
        Ok(())
    }
}
