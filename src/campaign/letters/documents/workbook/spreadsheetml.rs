//! Reads SpreadsheetML, the XML of Excel 2003, which portals export under the name `.xls`.

use super::super::budget::Budget;
use super::super::error::{DocumentError, Format};
use super::super::part::{Cell, Part, Value};
use super::super::xml::{self, Element, Node};
use super::grid::{Area, Grid};

/// Whether a text that begins like this is a workbook of this form.
pub fn is_workbook(head: &str) -> bool {
    head.contains("urn:schemas-microsoft-com:office:spreadsheet") && (head.contains("<Workbook") || head.contains(":Workbook"))
}

pub fn read(xml: &str, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let mut book =
        Book { budget, parts: Vec::new(), grid: None, row: 0, column: 0, table_column: 0, cell: None, reading: Reading::Nothing };
    xml::read(xml, Format::Workbook, |node| match node {
        Node::Start(element) => book.start(&element),
        Node::End(name) => book.end(name),
        Node::Text(text) => {
            book.text(text);
            Ok(())
        }
    })?;
    Ok(book.parts)
}

struct Book<'a> {
    budget: &'a mut Budget,
    parts: Vec<Part>,
    grid: Option<Grid>,
    /// The places, from 0, after the last row, cell and column that were read.
    row: u32,
    column: u32,
    table_column: u32,
    cell: Option<OpenCell>,
    reading: Reading,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    kind: String,
    note: String,
    has_formula: bool,
    across: u32,
    down: u32,
}

#[derive(Clone, Copy, PartialEq)]
enum Reading {
    Nothing,
    Data,
    Note,
    /// Whether the sheet is shown.
    Visible,
}

impl Book<'_> {
    fn start(&mut self, element: &Element) -> Result<(), DocumentError> {
        // Places in the file are counted from 1, and left away where they follow each other.
        let index = element.attribute("Index").and_then(|text| text.trim().parse::<u32>().ok()).and_then(|n| n.checked_sub(1));
        let count = |name: &str| element.attribute(name).and_then(|text| text.trim().parse::<u32>().ok()).unwrap_or(0);
        let is_hidden = element.attribute("Hidden").is_some_and(|value| value == "1");
        match element.name() {
            "Worksheet" => {
                self.grid = Some(Grid::new(&element.attribute("Name").unwrap_or_default(), false));
                (self.row, self.table_column) = (0, 0);
            }
            "Column" => {
                let first = index.unwrap_or(self.table_column);
                let last = first.saturating_add(count("Span"));
                self.table_column = last.saturating_add(1);
                if let Some(grid) = self.grid.as_mut().filter(|_| is_hidden) {
                    grid.hide_columns(first, last);
                }
            }
            "Row" => {
                self.row = index.unwrap_or(self.row);
                self.column = 0;
                if let Some(grid) = self.grid.as_mut().filter(|_| is_hidden) {
                    grid.hide_rows(self.row, self.row);
                }
            }
            "Cell" => {
                self.column = index.unwrap_or(self.column);
                let has_formula = element.attribute("Formula").is_some();
                self.cell = Some(OpenCell { has_formula, across: count("MergeAcross"), down: count("MergeDown"), ..OpenCell::default() });
            }
            // A comment has data of its own.
            "Comment" => self.reading = Reading::Note,
            "Data" if self.reading != Reading::Note => {
                self.reading = Reading::Data;
                if let Some(cell) = &mut self.cell {
                    cell.kind = element.attribute("Type").unwrap_or_default();
                }
            }
            "Visible" => self.reading = Reading::Visible,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match (self.reading, &mut self.cell) {
            (Reading::Data, Some(cell)) => cell.text.push_str(text),
            (Reading::Note, Some(cell)) => cell.note.push_str(text),
            (Reading::Visible, _) => {
                if let Some(grid) = &mut self.grid {
                    grid.is_hidden |= text.contains("Hidden");
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), DocumentError> {
        match name {
            "Comment" | "Visible" => self.reading = Reading::Nothing,
            "Data" if self.reading == Reading::Data => self.reading = Reading::Nothing,
            "Cell" => {
                let (Some(cell), Some(grid)) = (self.cell.take(), &mut self.grid) else { return Ok(()) };
                let (right, bottom) = (self.column.saturating_add(cell.across), self.row.saturating_add(cell.down));
                grid.put(self.row, self.column, finished(&cell), self.budget)?;
                if cell.across > 0 || cell.down > 0 {
                    grid.merge(Area { rows: (self.row, bottom), columns: (self.column, right) });
                }
                self.column = right.saturating_add(1);
            }
            "Row" => self.row = self.row.saturating_add(1),
            "Worksheet" => {
                if let Some(grid) = self.grid.take() {
                    self.parts.push(grid.into_part(self.budget)?);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn finished(cell: &OpenCell) -> Cell {
    let mut read = Cell::text(&cell.text);
    match (cell.kind.as_str(), read.text.parse::<f64>()) {
        _ if read.text.is_empty() && cell.has_formula => read.value = Value::NotCalculated,
        ("Number", Ok(number)) => read.value = Value::Number(number),
        ("DateTime", _) => {
            // 2020-08-19T17:00:00.000
            let moment: String = read.text.replace('T', " ").chars().take(16).collect();
            read.text = moment.trim_end_matches(" 00:00").to_owned();
            read.value = Value::Moment;
        }
        ("Boolean", _) => read.value = Value::Logical(read.text == "1"),
        ("Error", _) => read.value = Value::Error,
        _ => {}
    }
    let note = cell.note.trim();
    Cell { note: (!note.is_empty()).then(|| note.into()), ..read }
}
