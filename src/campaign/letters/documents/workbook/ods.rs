//! Looks through an ODS before calamine opens it: that its repeated rows and columns, spaces and texts are few (calamine writes each of
//! them out), and what is hidden, merged, noted.

use super::super::archive::Archive;
use super::super::budget::{Budget, MAX_CELLS};
use super::super::encoding::xml_text;
use super::super::error::{DocumentError, Format};
use super::super::xml::{self, Element, Node};
use super::grid::{Area, MAX_COLUMNS, cell_name};
use super::layout::Layout;
use crate::campaign::limits::MAX_INPUT_BYTES;

/// The layouts of the sheets in their order; an error where the content unfolds to more than is read.
pub fn layouts(archive: &mut Archive) -> Result<Vec<Layout>, DocumentError> {
    let content = archive.member("content.xml", Format::Workbook, &mut Budget::new())?.ok_or(DocumentError::Broken(Format::Workbook))?;
    let mut extent = Extent::default();
    xml::read(&xml_text(content)?, Format::Workbook, |node| match node {
        Node::Start(element) => extent.start(&element),
        Node::Text(text) => {
            if extent.in_note {
                extent.note.push_str(text);
            }
            extent.add_bytes(text.len() as u64)
        }
        Node::End(name) => {
            extent.end(name);
            Ok(())
        }
    })?;
    Ok(extent.layouts)
}

/// How far a table reaches, in rows and columns from 0, and how much its repeats unfold to.
#[derive(Default)]
struct Extent {
    layouts: Vec<Layout>,
    sheet: String,
    /// The row that is read, and how often it stands there.
    row: u64,
    rows_repeated: u64,
    /// The column after the last cell that was read, and how often that cell stands there.
    column: u64,
    columns_repeated: u64,
    /// The column after the last column that was declared.
    declared: u64,
    /// Whether a cell that holds something is being read.
    in_cell: bool,
    in_note: bool,
    note: String,
    /// The width of the widest row, and the first row that holds something.
    width: u64,
    first_row: Option<u64>,
    /// The bytes of the texts, each as often as it stands there.
    bytes: u64,
}

impl Extent {
    fn start(&mut self, element: &Element) -> Result<(), DocumentError> {
        let is_hidden = element.attribute("visibility").is_some_and(|value| value == "collapse" || value == "filter");
        match element.name() {
            "table" => {
                let sheet = element.attribute("name").unwrap_or_default();
                let mut layouts = std::mem::take(&mut self.layouts);
                layouts.push(Layout::default());
                *self = Self { sheet, layouts, bytes: self.bytes, ..Self::default() };
            }
            "table-column" => {
                let first = self.declared;
                self.declared = first.saturating_add(repeats(element, "number-columns-repeated"));
                if is_hidden && let Some(layout) = self.layouts.last_mut() {
                    layout.hidden_columns.push((short(first), short(self.declared.saturating_sub(1))));
                }
            }
            "table-row" => {
                self.rows_repeated = repeats(element, "number-rows-repeated");
                self.column = 0;
                let last = self.row.saturating_add(self.rows_repeated).saturating_sub(1);
                if is_hidden && let Some(layout) = self.layouts.last_mut() {
                    layout.hidden_rows.push((short(self.row), short(last)));
                }
            }
            "table-cell" | "covered-table-cell" => return self.cell(element),
            "annotation" => self.in_note = true,
            "s" => return self.add_bytes(repeats(element, "c")),
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, element: &Element) -> Result<(), DocumentError> {
        let first = self.column;
        self.columns_repeated = repeats(element, "number-columns-repeated");
        self.column = first.saturating_add(self.columns_repeated);
        let (columns, rows) = (repeats(element, "number-columns-spanned"), repeats(element, "number-rows-spanned"));
        if (columns > 1 || rows > 1)
            && let Some(layout) = self.layouts.last_mut()
        {
            let end = |first: u64, count: u64| short(first.saturating_add(count).saturating_sub(1));
            layout.merged.push(Area { rows: (short(self.row), end(self.row, rows)), columns: (short(first), end(first, columns)) });
        }
        self.in_cell =
            ["value-type", "value", "formula", "string-value", "date-value"].iter().any(|name| element.attribute(name).is_some());
        if self.in_cell {
            let last = self.column.saturating_sub(1);
            let last_row = self.row.saturating_add(self.rows_repeated).saturating_sub(1);
            let first_row = *self.first_row.get_or_insert(self.row);
            self.width = self.width.max(last.saturating_add(1));
            let rows = last_row.saturating_sub(first_row).saturating_add(1);
            if last >= u64::from(MAX_COLUMNS) || rows.saturating_mul(self.width) > MAX_CELLS {
                return Err(DocumentError::FarCell { sheet: Some(self.sheet.clone()), cell: cell_name(short(last_row), short(last)) });
            }
            self.add_bytes(element.len() as u64)?;
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "table-row" => self.row = self.row.saturating_add(self.rows_repeated),
            "table-cell" | "covered-table-cell" => self.in_cell = false,
            "annotation" => {
                self.in_note = false;
                let note = std::mem::take(&mut self.note);
                let place = (short(self.row), short(self.column.saturating_sub(1)));
                if let Some(layout) = self.layouts.last_mut().filter(|_| !note.trim().is_empty()) {
                    layout.notes.push((place, note.trim().to_owned()));
                }
            }
            _ => {}
        }
    }

    /// Takes account of a text of the cell that is read, in each row and column where it stands. Between cells there are only the
    /// spaces of a file that is laid out for people.
    fn add_bytes(&mut self, bytes: u64) -> Result<(), DocumentError> {
        let times = if self.in_cell { self.columns_repeated.saturating_mul(self.rows_repeated) } else { 0 };
        self.bytes = self.bytes.saturating_add(bytes.saturating_mul(times));
        if self.bytes > MAX_INPUT_BYTES { Err(DocumentError::TooLarge { limit: MAX_INPUT_BYTES }) } else { Ok(()) }
    }
}

/// A count, the largest where a careless file gives it twice; one that is no number is as good as endless.
fn repeats(element: &Element, name: &str) -> u64 {
    element.attributes(name).iter().map(|text| text.trim().parse().unwrap_or(u64::MAX)).max().unwrap_or(1)
}

fn short(place: u64) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
