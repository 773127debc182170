//! Opens ODS once its repeated rows and columns, spaces and texts are known to be few: calamine writes each of them out.

use std::io::Cursor;

use calamine::{Ods, Reader};
use quick_xml::events::{BytesStart, Event};

use super::archive;
use super::grid::{MAX_CELLS, MAX_COLUMNS, too_large};
use super::sheet::{Sheet, sheet_of_range, unreadable};
use crate::campaign::finding::Problem;
use crate::campaign::limits::MAX_INPUT_BYTES;

pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    if let Some(content) = archive::member(bytes, "content.xml") {
        check_extent(&content)?;
    }
    let mut book = Ods::new(Cursor::new(bytes)).map_err(unreadable)?;
    book.worksheets().into_iter().map(|(name, range)| sheet_of_range(name, &range)).collect()
}

/// How far a table reaches, in rows and columns from 0, and how much its repeats unfold to.
#[derive(Default)]
struct Extent {
    sheet: String,
    /// The row that is read, and how often it stands there.
    row: u64,
    rows_repeated: u64,
    /// The column after the last cell that was read, and how often that cell stands there.
    column: u64,
    columns_repeated: u64,
    /// Whether a cell that holds something is being read.
    in_cell: bool,
    /// The width of the widest row, and the first row that holds something.
    width: u64,
    first_row: Option<u64>,
    /// The bytes of the texts, each as often as it stands there.
    bytes: u64,
}

/// An error where the content of an ODS unfolds to more than is read. XML that can't be read is calamine's to say.
fn check_extent(content: &[u8]) -> Result<(), Problem> {
    let mut reader = quick_xml::Reader::from_reader(content);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let mut extent = Extent::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => extent.start(&element)?,
            Ok(Event::Text(text)) => extent.add_bytes(text.len() as u64)?,
            Ok(Event::End(element)) => extent.end(element.name().as_ref()),
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

impl Extent {
    fn start(&mut self, element: &BytesStart) -> Result<(), Problem> {
        match element.name().as_ref() {
            "table:table" => {
                let sheet = attribute(element, "table:name").unwrap_or_default();
                *self = Self { sheet, bytes: self.bytes, ..Self::default() };
            }
            "table:table-row" => {
                self.rows_repeated = repeats(element, "table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => return self.cell(element),
            "text:s" => return self.add_bytes(repeats(element, "text:c")),
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart) -> Result<(), Problem> {
        self.columns_repeated = repeats(element, "table:number-columns-repeated");
        self.column = self.column.saturating_add(self.columns_repeated);
        let holds_something = element.attributes().with_checks(false).flatten().any(|attribute| {
            let key = attribute.key.as_ref();
            key.starts_with("office:") || key.starts_with("calcext:") || key == "table:formula"
        });
        self.in_cell = holds_something;
        if holds_something {
            let last = self.column.saturating_sub(1);
            let last_row = self.row.saturating_add(self.rows_repeated).saturating_sub(1);
            let first_row = *self.first_row.get_or_insert(self.row);
            self.width = self.width.max(last.saturating_add(1));
            let rows = last_row.saturating_sub(first_row).saturating_add(1);
            if last >= u64::from(MAX_COLUMNS) || rows.saturating_mul(self.width) > MAX_CELLS {
                return Err(too_large(Some(&self.sheet), last_row, last));
            }
            self.add_bytes(element.len() as u64)?;
        }
        Ok(())
    }

    fn end(&mut self, element: &str) {
        match element {
            "table:table-row" => self.row = self.row.saturating_add(self.rows_repeated),
            "table:table-cell" | "table:covered-table-cell" => self.in_cell = false,
            _ => {}
        }
    }

    /// Takes account of a text of the cell that is read, in each row and column where it stands. Between cells there are only the
    /// spaces of a file that is laid out for people.
    fn add_bytes(&mut self, bytes: u64) -> Result<(), Problem> {
        let times = if self.in_cell { self.columns_repeated.saturating_mul(self.rows_repeated) } else { 0 };
        self.bytes = self.bytes.saturating_add(bytes.saturating_mul(times));
        if self.bytes > MAX_INPUT_BYTES { Err(Problem::InputTooLarge { limit: MAX_INPUT_BYTES }) } else { Ok(()) }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    values(element, name).into_iter().next()
}

/// A count of repeats, the largest where it is given twice; one that is no number is as good as endless.
fn repeats(element: &BytesStart, name: &str) -> u64 {
    values(element, name).iter().map(|text| text.trim().parse().unwrap_or(u64::MAX)).max().unwrap_or(1)
}

/// The values of all attributes of a name; a careless file may have it twice.
fn values(element: &BytesStart, name: &str) -> Vec<String> {
    let mut attributes = element.attributes();
    let named = attributes.with_checks(false).flatten().filter(|attribute| attribute.key.as_ref() == name);
    named.map(|attribute| attribute.value.into_owned()).collect()
}
