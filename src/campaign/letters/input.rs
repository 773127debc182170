//! Opens an input of any format that people send, text, CSV, XLSX or ODS, and hands its lines or rows to the readers. It must not know
//! where the bytes come from.

use unicode_normalization::UnicodeNormalization;

use super::super::finding::{Finding, Place, Problem};
use super::super::limits::MAX_INPUT_BYTES;
use super::super::names::Names;
use super::cells::{Cell, TableRow, is_unseen};
use super::headers;
use super::parsed::ParsedReport;
use super::readers::{rows, text};
use super::table::Parting;
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

/// What the officer says of an input before it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The input's format; `None`: its bytes tell.
    pub format: Option<InputFormat>,
    /// The column of the figures, by the words over it or its letter.
    pub column: Option<&'a str>,
}

/// Reads an input. Whatever the bytes are, memory stays within some hundred megabytes; what is larger than any letter or table is refused,
/// and the finding says so.
pub fn read(bytes: &[u8], reading: Reading, names: &Names) -> ParsedReport {
    if bytes.len() as u64 > MAX_INPUT_BYTES {
        return failed(Problem::InputTooLarge { limit: MAX_INPUT_BYTES });
    }
    let is_workbook = workbook::is_workbook(bytes);
    let decoded = if is_workbook { None } else { decode(bytes) };
    // A table that a portal exports as text is often called a workbook.
    if is_workbook || reading.format == Some(InputFormat::Sheet) && decoded.is_none() {
        return sheet(bytes, names, reading.column);
    }
    let Some(input) = decoded else { return failed(Problem::NotText) };
    let (stated, body) = stated_delimiter(&input);
    let delimiter = stated.unwrap_or_else(|| delimiter(&input));
    match reading.format {
        Some(InputFormat::Csv) => csv(body, delimiter, names, reading.column),
        None | Some(InputFormat::Sheet) if stated.is_some() || looks_like_csv(body, delimiter, names) => {
            csv(body, delimiter, names, reading.column)
        }
        _ => text(&input, names, reading.column),
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
    let seen: String = decoded.chars().filter(|c| !is_unseen(*c)).collect();
    // Old Macs end their lines with CR alone.
    (!seen.contains('\0')).then(|| if seen.contains('\n') { seen } else { seen.replace('\r', "\n") })
}

/// The mark that Excel's first line names, `sep=;`, and the input with that line left empty.
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

/// Whether a text of unknown format is CSV: at least half of its rows, or of those after a header, have a cell near their beginning that
/// is a district or its code.
fn looks_like_csv(input: &str, delimiter: u8, names: &Names) -> bool {
    let rows = cells(input, delimiter);
    let of_district = |row: &&TableRow| {
        let mut first = row.cells.iter().take(3).map(Cell::text);
        row.cells.len() > 1 && first.any(|text| names.has_code(text.trim()) || (text.len() > 1 && names.find(&text).is_some()))
    };
    let body = rows.iter().position(|row| headers::of_row(row).is_some()).map_or(&rows[..], |at| &rows[at + 1..]);
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

fn csv(input: &str, delimiter: u8, names: &Names, column: Option<&str>) -> ParsedReport {
    let input: String = input.nfc().collect();
    if let Some(line) = unclosed_quote(&input, delimiter) {
        return ParsedReport { findings: vec![Finding::error(Place::Line(line), Problem::UnclosedQuote)], ..ParsedReport::default() };
    }
    let parting = if delimiter == b',' { Parting::Commas } else { Parting::Cells };
    rows(&cells(&input, delimiter), names, parting, None, column)
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

/// The one sheet of a workbook that holds districts.
fn sheet(bytes: &[u8], names: &Names, column: Option<&str>) -> ParsedReport {
    let sheets = match workbook::sheets(bytes) {
        Ok(sheets) => sheets,
        Err(problem) => return failed(problem),
    };
    let has_figures = |parsed: &ParsedReport| !parsed.installs.is_empty() || parsed.total.is_some();
    let parse = |sheet: workbook::Sheet| {
        let parsed = rows(&sheet.rows, names, Parting::Cells, Some(&sheet.name), column);
        (sheet.name, parsed)
    };
    let (mut parsed, others): (Vec<_>, Vec<_>) = sheets.into_iter().map(parse).partition(|(_, parsed)| has_figures(parsed));
    // A sheet for a chart repeats the figures of another one.
    let figures = |parsed: &ParsedReport| parsed.installs.iter().map(|(code, figure)| (code.clone(), figure.value)).collect::<Vec<_>>();
    let is_repeated = |later: &ParsedReport, first: &ParsedReport| {
        figures(later) == figures(first)
            && (later.total.is_none() || later.total.map(|t| t.value) == first.total.map(|t| t.value))
            && (later.as_of.is_none() || later.as_of == first.as_of)
            && !later.findings.iter().any(Finding::is_error)
    };
    if let Some((_, first)) = parsed.first().cloned() {
        let mut index = 0;
        parsed.retain(|(_, later)| {
            index += 1;
            index == 1 || !is_repeated(later, &first)
        });
    }
    if parsed.len() > 1 {
        return failed(Problem::SeveralSheets { names: parsed.into_iter().map(|(name, _)| name).collect() });
    }
    match parsed.pop() {
        Some((_, parsed)) => with_cover(parsed, others),
        // Where no sheet has figures, the first one says what is wrong.
        None => others.into_iter().next().map_or_else(|| failed(Problem::NothingFound), |(_, parsed)| parsed),
    }
}

/// What a sheet leaves open, the moment or what is counted, may stand on the workbook's cover.
fn with_cover(mut parsed: ParsedReport, others: Vec<(String, ParsedReport)>) -> ParsedReport {
    for (_, cover) in others.into_iter().filter(|(_, other)| !other.findings.iter().any(|f| matches!(f.problem, Problem::DateTwice { .. })))
    {
        if parsed.moments.is_empty() && parsed.yearless.is_none() {
            (parsed.as_of, parsed.moments) = (cover.as_of, cover.moments);
            (parsed.yearless, parsed.moment_words) = (cover.yearless, cover.moment_words);
        }
        parsed.counts = parsed.counts.or(cover.counts);
    }
    parsed
}
