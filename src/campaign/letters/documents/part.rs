//! What a document is made of, whatever form it came in: lines of text, tables, sheets, in reading order. Plain data.

use super::error::DocumentError;

/// One stretch of a document: lines of text that belong together, one table, or one sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// A sheet's name.
    pub name: Option<String>,
    /// The attachment of a mail that it stands in.
    pub attachment: Option<String>,
    pub role: Role,
    /// A sheet that is hidden in the workbook.
    pub hidden: bool,
    pub content: Content,
}

/// What a part is to the letter. Moments in anything but the body are no moments of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Body,
    /// Letterhead, page numbers, stamps: what stands at the top or the foot of pages.
    PageHeader,
    PageFooter,
    /// Footnotes, endnotes and comments, in the order of their marks.
    Note,
    /// The subject of a mail: words of the sender.
    Subject,
    /// Sender, date of sending and the like: words of the mail program.
    MailStamp,
    /// An older mail below an answer.
    Quoted,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Text(Vec<Line>),
    /// A table inside of a text.
    Table(Vec<Row>),
    /// A sheet of a workbook: its rows are numbered as the workbook numbers them.
    Sheet(Vec<Row>),
    /// An attachment that is not read, and why.
    Unread(DocumentError),
}

/// A line or a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its place for messages: lines and rows of a document are counted from 1 in reading order.
    pub line: usize,
    pub text: String,
    /// The footnotes and comments that hang on it.
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As in [`Line`]; in a sheet the row's own number.
    pub line: usize,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// As it is shown, as far as the file tells.
    pub text: String,
    pub value: Value,
    /// In a hidden row or column.
    pub hidden: bool,
    /// Covered by a merged cell: it repeats the merged cell's text, but never its number.
    pub merged: bool,
    /// The footnotes and comments that hang on it, a line each.
    pub note: Option<Box<str>>,
}

/// What is stored in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value {
    #[default]
    Empty,
    Text,
    /// A number of its own type, with nothing to read into it.
    Number(f64),
    /// A date or a time of its own type, written out as `2020-08-19 17:00`.
    Moment,
    Logical(bool),
    /// `#N/A`, `#REF!` …
    Error,
    /// A formula that no program has calculated yet.
    NotCalculated,
}

/// What spreadsheets show where a formula fails; some forms store it as text.
const ERRORS: [&str; 8] = ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!"];

impl Cell {
    /// A cell that holds text, or nothing.
    pub fn text(text: &str) -> Self {
        let text = text.trim();
        let value = match text {
            "" => Value::Empty,
            _ if ERRORS.contains(&text) || text.starts_with("Err:") => Value::Error,
            _ => Value::Text,
        };
        Self { text: text.to_owned(), value, ..Self::default() }
    }

    pub fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// What stands in the other cells that a merged cell covers. A figure counts once, so only words are repeated.
    pub fn repeated(&self) -> Self {
        let words = self.value == Value::Text && self.text.chars().any(char::is_alphabetic);
        if words {
            Self { text: self.text.clone(), value: Value::Text, hidden: self.hidden, merged: true, note: None }
        } else {
            Self { hidden: self.hidden, merged: true, ..Self::default() }
        }
    }
}

impl Part {
    pub fn new(role: Role, content: Content) -> Self {
        Self { name: None, attachment: None, role, hidden: false, content }
    }

    /// Every text of the part that can be changed in place.
    pub fn texts_mut(&mut self) -> Vec<&mut String> {
        match &mut self.content {
            Content::Text(lines) => lines.iter_mut().flat_map(|line| std::iter::once(&mut line.text).chain(&mut line.notes)).collect(),
            Content::Table(rows) | Content::Sheet(rows) => {
                rows.iter_mut().flat_map(|row| &mut row.cells).map(|cell| &mut cell.text).collect()
            }
            Content::Unread(_) => Vec::new(),
        }
    }

    /// Other rows in the place of a table's.
    pub fn put_rows(&mut self, new: Vec<Row>) {
        if let Content::Table(rows) | Content::Sheet(rows) = &mut self.content {
            *rows = new;
        }
    }

    pub fn is_empty(&self) -> bool {
        match &self.content {
            Content::Text(lines) => lines.iter().all(|line| line.text.trim().is_empty()),
            Content::Table(rows) | Content::Sheet(rows) => rows.iter().all(|row| row.cells.iter().all(|cell| cell.value == Value::Empty)),
            Content::Unread(_) => true,
        }
    }
}
