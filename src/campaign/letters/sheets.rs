//! Opens an input of any format that people send, text, CSV, XLSX or ODS, and hands its lines or rows to the readers. It must not know
//! where the bytes come from.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, open_workbook_auto_from_rs};
use unicode_normalization::UnicodeNormalization;

use super::super::finding::{Finding, Place, Problem};
use super::super::names::Names;
use super::cells::{Cell, TableRow};
use super::headers;
use super::parsed::ParsedReport;
use super::readers::{rows, text};

/// The format of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    Text,
    Csv,
    /// XLSX or ODS: the file itself tells which.
    Sheet,
}

impl InputFormat {
    /// The format by a file's name, where its ending tells.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Some(Self::Csv),
            "xlsx" | "xlsm" | "xls" | "ods" => Some(Self::Sheet),
            _ => None,
        }
    }
}

/// Reads an input; its format is the given one, or else what its bytes look like.
pub fn read(bytes: &[u8], format: Option<InputFormat>, names: &Names) -> ParsedReport {
    if bytes.starts_with(b"PK\x03\x04") || format == Some(InputFormat::Sheet) {
        return sheet(bytes, names);
    }
    let Some(input) = decode(bytes) else { return failed(Problem::NotText) };
    let delimiter = delimiter(&input);
    match format {
        Some(InputFormat::Csv) => csv(&input, delimiter, names),
        None if looks_like_csv(&input, delimiter, names) => csv(&input, delimiter, names),
        _ => text(&input, names),
    }
}

fn failed(problem: Problem) -> ParsedReport {
    ParsedReport { findings: vec![Finding::error(Place::Whole, problem)], ..ParsedReport::default() }
}

/// UTF-8, or UTF-16 with its mark as Excel writes "Unicode text"; a zero byte is in no text.
fn decode(bytes: &[u8]) -> Option<String> {
    let units = |from: fn([u8; 2]) -> u16| -> Vec<u16> { bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect() };
    let decoded = match bytes {
        [0xff, 0xfe, ..] => String::from_utf16(&units(u16::from_le_bytes)).ok()?,
        [0xfe, 0xff, ..] => String::from_utf16(&units(u16::from_be_bytes)).ok()?,
        _ => std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').to_owned(),
    };
    // What takes no room on a page (web pages are full of it) is no part of a name or a figure.
    let unseen = |c: &char| matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    (!decoded.contains('\0')).then(|| decoded.chars().filter(|c| !unseen(c)).collect())
}

/// The mark that parts the cells: the first of tab, semicolon and comma that most lines have.
fn delimiter(input: &str) -> u8 {
    let lines: Vec<&str> = input.lines().filter(|line| !line.trim().is_empty()).collect();
    let most = |mark: char| 2 * lines.iter().filter(|line| line.contains(mark)).count() > lines.len();
    match () {
        () if most('\t') => b'\t',
        () if most(';') => b';',
        () => b',',
    }
}

/// Whether a text of unknown format is CSV: at least half of its rows, or of those after a header, have a cell near their beginning that
/// is a district or its code.
fn looks_like_csv(input: &str, delimiter: u8, names: &Names) -> bool {
    let rows = cells(input, delimiter);
    let of_district = |row: &&TableRow| {
        let mut first = row.cells.iter().take(3).map(Cell::text);
        row.cells.len() > 1 && first.any(|text| names.has_code(text.trim()) || (text.len() > 1 && names.find(&text).is_some()))
    };
    let body = rows.iter().position(|row| headers::header(row).is_some()).map_or(&rows[..], |at| &rows[at + 1..]);
    let headed = body.len() < rows.len();
    let several = rows.len() > 1 && rows.iter().all(|row| row.cells.len() > 1);
    (headed || several) && !body.is_empty() && 2 * body.iter().filter(of_district).count() >= body.len()
}

fn cells(input: &str, delimiter: u8) -> Vec<TableRow> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(input.as_bytes());
    let records = reader.records().map_while(Result::ok);
    let row = |record: csv::StringRecord| {
        let line = record.position().map_or(1, csv::Position::line);
        TableRow { line: usize::try_from(line).unwrap_or(usize::MAX), cells: record.iter().map(Cell::of).collect() }
    };
    records.map(row).collect()
}

fn csv(input: &str, delimiter: u8, names: &Names) -> ParsedReport {
    let input: String = input.nfc().collect();
    rows(&cells(&input, delimiter), names, delimiter == b',')
}

/// The one sheet of a workbook that holds districts.
fn sheet(bytes: &[u8], names: &Names) -> ParsedReport {
    let mut book = match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => return failed(Problem::SheetUnreadable { detail: error.to_string() }),
    };
    let mut found: Vec<(String, ParsedReport)> = Vec::new();
    for (name, range) in book.worksheets() {
        let (top, left) = range.start().unwrap_or((0, 0));
        let sheet: Vec<TableRow> = range.rows().enumerate().map(|(i, cells)| row(top as usize + i + 1, left as usize, cells)).collect();
        let parsed = rows(&sheet, names, false);
        if !parsed.installs.is_empty() || parsed.total.is_some() || found.is_empty() {
            found.push((name, parsed));
        }
    }
    let told = |parsed: &ParsedReport| !parsed.installs.is_empty() || parsed.total.is_some();
    if found.len() > 1 {
        found.retain(|(_, parsed)| told(parsed));
    }
    if found.len() > 1 {
        return failed(Problem::SeveralSheets { names: found.into_iter().map(|(name, _)| name).collect() });
    }
    found.pop().map_or_else(|| failed(Problem::NothingFound), |(_, parsed)| parsed)
}

fn row(line: usize, left: usize, cells: &[Data]) -> TableRow {
    let empty = std::iter::repeat_n(Cell::Empty, left.min(64));
    TableRow { line, cells: empty.chain(cells.iter().map(cell)).collect() }
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Int(n) => Cell::Number(*n as f64),
        Data::Float(n) => Cell::Number(*n),
        Data::String(text) => Cell::of(&text.nfc().collect::<String>()),
        // A cell that is a moment is written out, so that it is found where text would be.
        Data::DateTime(_) | Data::DateTimeIso(_) => data.as_datetime().map_or(Cell::Empty, |moment| {
            // 2020-08-11 08:00:00
            let text: String = moment.to_string().chars().take(16).collect();
            Cell::Text(text.trim_end_matches(" 00:00").to_owned())
        }),
        _ => Cell::Empty,
    }
}
