//! Opens an input of any format that people send, text, CSV, XLSX or ODS, and hands its lines or rows to the readers. It must not know
//! where the bytes come from.

use unicode_normalization::UnicodeNormalization;

use super::super::finding::{Finding, Place, Problem};
use super::super::limits::MAX_INPUT_BYTES;
use super::super::names::Names;
use super::cells::{Cell, TableRow};
use super::headers;
use super::parsed::ParsedReport;
use super::readers::{rows, text};
use super::workbook;

/// The format of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    Text,
    Csv,
    /// XLSX, ODS or XLS: the file itself tells which.
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

/// Reads an input; its format is the given one, or else what its bytes look like. Whatever the bytes are, memory stays within some
/// hundred megabytes; what is larger than any letter or table is refused, and the finding says so.
pub fn read(bytes: &[u8], format: Option<InputFormat>, names: &Names) -> ParsedReport {
    if bytes.len() as u64 > MAX_INPUT_BYTES {
        return failed(Problem::InputTooLarge { limit: MAX_INPUT_BYTES });
    }
    if workbook::is_workbook(bytes) || format == Some(InputFormat::Sheet) {
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
    let sheets = match workbook::sheets(bytes) {
        Ok(sheets) => sheets,
        Err(problem) => return failed(problem),
    };
    let has_figures = |parsed: &ParsedReport| !parsed.installs.is_empty() || parsed.total.is_some();
    let mut parsed: Vec<(String, ParsedReport)> = sheets.into_iter().map(|sheet| (sheet.name, rows(&sheet.rows, names, false))).collect();
    // Where no sheet has figures, the first one says what is wrong.
    if parsed.iter().any(|(_, parsed)| has_figures(parsed)) {
        parsed.retain(|(_, parsed)| has_figures(parsed));
    } else {
        parsed.truncate(1);
    }
    if parsed.len() > 1 {
        return failed(Problem::SeveralSheets { names: parsed.into_iter().map(|(name, _)| name).collect() });
    }
    parsed.pop().map_or_else(|| failed(Problem::NothingFound), |(_, parsed)| parsed)
}
