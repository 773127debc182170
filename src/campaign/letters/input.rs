//! Opens an input of any form that people send and hands its lines and tables to the readers. It must not know where the bytes come from.

use super::super::finding::{Finding, Place, Problem};
use super::super::names::Names;
use super::cells::{Cell, TableRow, seen_rows};
use super::documents::{self, Content, DocumentError, Part};
use super::headers;
use super::histories::{self, Slice};
use super::parsed::ParsedReport;
use super::readers;
use super::rows::{self, Parting};
use super::sheets::{document, failed};

/// The format of an input that is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    Text,
    Csv,
}

impl InputFormat {
    /// The format by a file's name, where its ending tells.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        matches!(ending.to_ascii_lowercase().as_str(), "csv" | "tsv").then_some(Self::Csv)
    }
}

/// What the officer says of an input before it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading<'a> {
    /// How a text is read; `None`: its lines tell.
    pub format: Option<InputFormat>,
    /// The column of the figures, by the words over it or its letter.
    pub column: Option<&'a str>,
}

/// Reads an input as one report. Whatever the bytes are, memory stays below 256 MB; what is larger than any letter or table is refused, and the
/// finding says so.
pub fn read(bytes: &[u8], reading: Reading, names: &Names) -> ParsedReport {
    input(bytes, reading, names).map_or_else(refused, |input| input.read(names, reading.column))
}

/// Reads an input as the reports that it holds: one, or each of a history that stands in one table.
pub fn read_all(bytes: &[u8], reading: Reading, names: &Names) -> Vec<ParsedReport> {
    match input(bytes, reading, names) {
        Ok(input) => input.read_all(names, reading.column),
        Err(error) => vec![refused(error)],
    }
}

fn refused(error: DocumentError) -> ParsedReport {
    match error {
        DocumentError::Empty => failed(Problem::NothingFound),
        error => failed(Problem::Document(Box::new(error))),
    }
}

/// An input as it is opened.
enum Input {
    /// A text of rows.
    Rows {
        rows: Vec<TableRow>,
        parting: Parting,
    },
    /// `wrapped`: lines of a page are broken where it ends; a paragraph of Word or of a web page is whole.
    Document {
        parts: Vec<Part>,
        wrapped: bool,
    },
    Unclosed {
        line: usize,
    },
}

fn input(bytes: &[u8], reading: Reading, names: &Names) -> Result<Input, DocumentError> {
    let plain = documents::plain_text(bytes)?;
    if reading.format != Some(InputFormat::Text)
        && let Some(text) = &plain
    {
        let (stated, body) = stated_delimiter(text);
        let delimiter = stated.unwrap_or_else(|| delimiter(body));
        if stated.is_some() || reading.format == Some(InputFormat::Csv) || looks_like_csv(body, delimiter, names) {
            return Ok(csv(body, delimiter, usize::from(stated.is_some())));
        }
    }
    let wrapped = bytes.starts_with(b"%PDF") || plain.is_some();
    let parts = plain.map_or_else(|| documents::open(bytes), |text| documents::open_text(&text))?;
    Ok(Input::Document { parts, wrapped })
}

impl Input {
    fn read(self, names: &Names, column: Option<&str>) -> ParsedReport {
        match self {
            Input::Rows { rows, parting } => readers::rows(&rows, names, parting, None, column),
            Input::Document { parts, wrapped } => document(parts, wrapped, names, column),
            Input::Unclosed { line } => {
                ParsedReport { findings: vec![Finding::error(Place::Line(line), Problem::UnclosedQuote)], ..ParsedReport::default() }
            }
        }
    }

    fn read_all(self, names: &Names, column: Option<&str>) -> Vec<ParsedReport> {
        let of_slice = |slice: Slice, input: Input| {
            let mut parsed = input.read(names, column);
            slice.put_moment(&mut parsed);
            parsed
        };
        match self {
            Input::Rows { rows, parting } => match histories::split(&rows, names) {
                Some(slices) => slices.into_iter().map(|s| of_slice(s.clone(), Input::Rows { rows: s.rows, parting })).collect(),
                None => vec![Input::Rows { rows, parting }.read(names, column)],
            },
            Input::Document { parts, wrapped } => {
                let found = parts.iter().enumerate().find_map(|(at, part)| Some((at, history(part, names)?)));
                let Some((at, slices)) = found else { return vec![Input::Document { parts, wrapped }.read(names, column)] };
                let with = |slice: &Slice| {
                    let mut parts = parts.clone();
                    if let Some(part) = parts.get_mut(at) {
                        part.put_rows(slice.rows.iter().map(TableRow::in_document).collect());
                    }
                    Input::Document { parts, wrapped }
                };
                slices.into_iter().map(|slice| of_slice(slice.clone(), with(&slice))).collect()
            }
            unclosed => vec![unclosed.read(names, column)],
        }
    }
}

/// The moments of a table that is seen.
fn history(part: &Part, names: &Names) -> Option<Vec<Slice>> {
    match &part.content {
        Content::Table(rows) | Content::Sheet(rows) if !part.hidden && part.role == documents::Role::Body => {
            histories::split(&seen_rows(rows), names)
        }
        _ => None,
    }
}

/// The mark that Excel's first line names, `sep=;`, and the lines after it.
fn stated_delimiter(input: &str) -> (Option<u8>, &str) {
    let (first, rest) = input.split_once('\n').unwrap_or((input, ""));
    let stated = first.trim().strip_prefix("sep=").filter(|mark| mark.len() == 1).and_then(|mark| mark.bytes().next());
    match stated {
        Some(mark) => (Some(mark), rest),
        None => (None, input),
    }
}

/// The mark that parts the cells: the first of tab, semicolon, bar and comma that most lines have.
fn delimiter(input: &str) -> u8 {
    let lines: Vec<&str> = input.lines().filter(|line| !line.trim().is_empty()).collect();
    let most = |mark: char| 2 * lines.iter().filter(|line| line.contains(mark)).count() > lines.len();
    match () {
        () if most('\t') => b'\t',
        () if most(';') => b';',
        () if most('|') => b'|',
        () => b',',
    }
}

/// So many rows tell whether a text is CSV.
const SNIFFED: usize = 300;

/// Whether a text of unknown format is CSV: at least half of its rows, or of those after a header, have a cell near their beginning that
/// is a district or its code.
fn looks_like_csv(input: &str, delimiter: u8, names: &Names) -> bool {
    // Its first rows tell; a letter may have fifty thousand lines.
    let rows: Vec<TableRow> = cells(input, delimiter, 0, SNIFFED);
    let of_district = |row: &&TableRow| {
        let mut first = row.cells.iter().take(3).map(Cell::text);
        row.cells.len() > 1 && first.any(|text| names.has_code(text.trim()) || (text.len() > 1 && names.find(&text).is_some()))
    };
    // The districts side by side, over a row of figures.
    let is_names = |row: &TableRow| row.cells.iter().filter(|cell| rows::names_district(cell, names)).count() > 2;
    if delimiter != b',' && (rows.iter().any(is_names) || histories::split(&rows, names).is_some()) {
        return true;
    }
    let body = rows.iter().position(|row| headers::of_row(row).is_some()).map_or(&rows[..], |at| &rows[at + 1..]);
    let headed = body.len() < rows.len();
    let several = rows.len() > 1 && rows.iter().all(|row| row.cells.len() > 1);
    (headed || several) && !body.is_empty() && 2 * body.iter().filter(of_district).count() >= body.len()
}

/// `before`: how many lines stand before the first; `most`: how many rows are read.
fn cells(input: &str, delimiter: u8, before: usize, most: usize) -> Vec<TableRow> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(input.as_bytes());
    let records = reader.records().map_while(Result::ok);
    let row = |record: csv::StringRecord| {
        let line = record.position().map_or(1, csv::Position::line);
        TableRow { line: usize::try_from(line).unwrap_or(usize::MAX).saturating_add(before), cells: record.iter().map(Cell::of).collect() }
    };
    records.take(most).map(row).collect()
}

/// `before`: how many lines stand before the first.
fn csv(input: &str, delimiter: u8, before: usize) -> Input {
    match unclosed_quote(input, delimiter) {
        Some(line) => Input::Unclosed { line: line + before },
        None => {
            let parting = if delimiter == b',' { Parting::Commas } else { Parting::Cells };
            Input::Rows { rows: cells(input, delimiter, before, usize::MAX), parting }
        }
    }
}

/// The line of a quotation mark that opens a cell and is never closed: the rows after it would be swallowed.
fn unclosed_quote(input: &str, delimiter: u8) -> Option<usize> {
    let mut open = None;
    let mut line = 1;
    let mut at_start = true;
    for c in input.chars() {
        match c {
            '"' if open.is_some() => open = None,
            '"' if at_start => open = Some(line),
            _ => {}
        }
        at_start = c == '\n' || c == char::from(delimiter);
        line += usize::from(c == '\n');
    }
    open
}
