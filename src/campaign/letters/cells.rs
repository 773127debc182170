//! Rows of cells, whatever they come from: a CSV file, a spreadsheet, or a line of text with columns. It must not know what they mean.

use super::documents::{self, Value};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    /// A sheet's own number: exact, with nothing to read into it.
    Number(f64),
}

/// One row and its number in the input.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    pub line: usize,
    pub cells: Vec<Cell>,
}

impl Cell {
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }

    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(n) => n.to_string(),
        }
    }
}

impl TableRow {
    /// The cells of a line of text: parted by tabs, bars or runs of spaces.
    pub fn of_line(line: usize, text: &str) -> Self {
        let tabbed = text.trim_end().replace("  ", "\t").replace('|', "\t");
        let mut cells: Vec<Cell> = tabbed.split('\t').map(Cell::of).collect();
        if !text.contains('\t') {
            // A run of spaces is one gap, however long.
            cells.retain(|cell| *cell != Cell::Empty);
        }
        if text.trim().is_empty() {
            cells.clear();
        }
        Self { line, cells }
    }

    /// The cells as a line of text, parted by tabs.
    pub fn joined(&self) -> String {
        let cells: Vec<String> = self.cells.iter().map(Cell::text).collect();
        cells.join("\t")
    }

    /// The same as a document has it.
    pub fn in_document(&self) -> documents::Row {
        let cell = |cell: &Cell| match cell {
            Cell::Empty => documents::Cell::default(),
            Cell::Text(text) => documents::Cell::text(text),
            Cell::Number(number) => {
                documents::Cell { text: number.to_string(), value: Value::Number(*number), ..documents::Cell::default() }
            }
        };
        documents::Row { line: self.line, cells: self.cells.iter().map(cell).collect() }
    }

    /// The cell in a column; an empty one beyond the row's end.
    pub fn cell(&self, column: Option<usize>) -> &Cell {
        column.and_then(|column| self.cells.get(column)).unwrap_or(&Cell::Empty)
    }
}

/// What of a table is seen: hidden rows are left out, hidden columns are empty.
pub fn seen_rows(rows: &[documents::Row]) -> Vec<TableRow> {
    let is_hidden = |row: &&documents::Row| {
        row.cells.iter().any(|cell| cell.hidden) && row.cells.iter().all(|cell| cell.hidden || cell.value == Value::Empty)
    };
    let seen = rows.iter().filter(|row| !is_hidden(row));
    seen.map(|row| TableRow { line: row.line, cells: row.cells.iter().map(table_cell).collect() }).collect()
}

fn table_cell(cell: &documents::Cell) -> Cell {
    match cell.value {
        _ if cell.hidden => Cell::Empty,
        // A rate is read as it is shown.
        Value::Number(_) if cell.text.trim_end().ends_with('%') => Cell::of(&cell.text),
        Value::Number(number) => Cell::Number(number),
        Value::Empty | Value::NotCalculated => Cell::Empty,
        Value::Text | Value::Moment | Value::Logical(_) | Value::Error => Cell::of(&cell.text.replace(['\n', '\r'], " ")),
    }
}
