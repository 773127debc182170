//! Opens an input of any form that people send and hands its lines and tables to the readers: a letter as a whole, each sheet of a
//! workbook by itself. It must not know where the bytes come from.

use std::collections::BTreeMap;

use super::super::finding::{Finding, Place, Problem};
use super::super::names::Names;
use super::cells::{Cell, TableRow, seen_rows};
use super::documents::{self, Content, DocumentError, Part, Value};
use super::headers;
use super::parsed::ParsedReport;
use super::readers::{self, Block};
use super::rows::{self, Parting};

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

/// Reads an input. Whatever the bytes are, memory stays below 256 MB; what is larger than any letter or table is refused, and the finding
/// says so.
pub fn read(bytes: &[u8], reading: Reading, names: &Names) -> ParsedReport {
    match try_read(bytes, reading, names) {
        Ok(parsed) => parsed,
        Err(DocumentError::Empty) => failed(Problem::NothingFound),
        Err(error) => failed(Problem::Document(Box::new(error))),
    }
}

fn try_read(bytes: &[u8], reading: Reading, names: &Names) -> Result<ParsedReport, DocumentError> {
    let plain = documents::plain_text(bytes)?;
    if reading.format != Some(InputFormat::Text)
        && let Some(text) = &plain
    {
        let (stated, body) = stated_delimiter(text);
        let delimiter = stated.unwrap_or_else(|| delimiter(body));
        if stated.is_some() || reading.format == Some(InputFormat::Csv) || looks_like_csv(body, delimiter, names) {
            let line = usize::from(stated.is_some());
            return Ok(csv(body, delimiter, line, names, reading.column));
        }
    }
    // Lines of a page are broken where it ends; a paragraph of Word or of a web page is whole.
    let wrapped = bytes.starts_with(b"%PDF") || plain.is_some();
    let parts = plain.map_or_else(|| documents::open(bytes), |text| documents::open_text(&text))?;
    Ok(document(parts, wrapped, names, reading.column))
}

fn failed(problem: Problem) -> ParsedReport {
    ParsedReport { findings: vec![Finding::error(Place::Whole, problem)], ..ParsedReport::default() }
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
    if delimiter != b',' && rows.iter().any(is_names) {
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

fn csv(input: &str, delimiter: u8, before: usize, names: &Names, column: Option<&str>) -> ParsedReport {
    if let Some(line) = unclosed_quote(input, delimiter) {
        let finding = Finding::error(Place::Line(line + before), Problem::UnclosedQuote);
        return ParsedReport { findings: vec![finding], ..ParsedReport::default() };
    }
    let parting = if delimiter == b',' { Parting::Commas } else { Parting::Cells };
    readers::rows(&cells(input, delimiter, before, usize::MAX), names, parting, None, column)
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

/// A letter, a mail with its attachments, or a workbook: the one of its texts and sheets that holds the figures, and what the others say
/// of them.
fn document(parts: Vec<Part>, wrapped: bool, names: &Names, column: Option<&str>) -> ParsedReport {
    let mut unread = Vec::new();
    let mut texts: BTreeMap<Option<String>, Vec<Block>> = BTreeMap::new();
    let mut read: Vec<(String, ParsedReport)> = Vec::new();
    let mut hidden: Vec<(String, ParsedReport)> = Vec::new();
    for part in parts {
        let attachment = part.attachment.clone();
        match part.content {
            Content::Unread(error) => unread.push((attachment.unwrap_or_default(), error)),
            Content::Sheet(rows) => {
                let name = part.name.unwrap_or_default();
                let left_out = rows.iter().any(|row| row.cells.iter().any(|cell| cell.hidden && cell.value != Value::Empty));
                let mut parsed = readers::rows(&seen_rows(&rows), names, Parting::Cells, Some(&name), column);
                readers::notes(&rows, &mut parsed);
                if left_out {
                    parsed.findings.push(Finding::warning(Place::Whole, Problem::HiddenLeftOut { sheet: name.clone() }));
                }
                if part.hidden { hidden.push((name, parsed)) } else { read.push((name, parsed)) }
            }
            content => texts.entry(attachment).or_default().push(Block { role: part.role, content, wrapped }),
        }
    }
    for (attachment, blocks) in texts {
        read.push((attachment.unwrap_or_default(), readers::document(&blocks, names, column)));
    }
    let mut parsed = the_one(read, hidden);
    for (name, error) in unread {
        // What holds no figures and has an attachment that can't be read leaves it open what the letter says.
        let has_figures = !parsed.installs.is_empty() || parsed.total.is_some();
        let problem = Problem::AttachmentUnread { name, error: Box::new(error) };
        parsed.findings.push(if has_figures { Finding::warning(Place::Whole, problem) } else { Finding::error(Place::Whole, problem) });
    }
    parsed
}

/// The one of several texts and sheets that holds the figures.
fn the_one(read: Vec<(String, ParsedReport)>, hidden: Vec<(String, ParsedReport)>) -> ParsedReport {
    let has_figures = |parsed: &ParsedReport| !parsed.installs.is_empty() || parsed.total.is_some();
    let (mut parsed, mut others): (Vec<_>, Vec<_>) = read.into_iter().partition(|(_, parsed)| has_figures(parsed));
    let hidden_names: Vec<String> = hidden.iter().filter(|(_, parsed)| has_figures(parsed)).map(|(name, _)| name.clone()).collect();
    if parsed.is_empty() {
        // Nothing that is seen holds figures: then what is hidden says why not.
        others.extend(hidden);
    }
    // A sheet for a chart repeats the figures of another one; a mail's words often repeat the total of its attachment.
    let figures = |parsed: &ParsedReport| parsed.installs.iter().map(|(code, figure)| (code.clone(), figure.value)).collect::<Vec<_>>();
    let is_repeated = |later: &ParsedReport, first: &ParsedReport| {
        (figures(later) == figures(first) || later.installs.is_empty())
            && (later.total.is_none() || later.total.map(|total| total.value) == first.total.map(|total| total.value).or(first.sum()))
            && (later.as_of.is_none() || first.as_of.is_none() || later.as_of == first.as_of)
            && !later.findings.iter().any(Finding::is_error)
    };
    // The fullest comes first.
    parsed.sort_by_key(|(_, parsed)| std::cmp::Reverse((parsed.installs.len(), parsed.total.is_some(), parsed.as_of.is_some())));
    if let Some((_, first)) = parsed.first().cloned() {
        let (repeated, rest): (Vec<_>, Vec<_>) = parsed.drain(..).skip(1).partition(|(_, later)| is_repeated(later, &first));
        others.extend(repeated);
        parsed = std::iter::once((String::new(), first)).chain(rest).collect();
        if parsed.len() > 1 {
            let named = |(name, _): &(String, ParsedReport)| name.clone();
            let names = parsed.iter().map(named).filter(|name| !name.is_empty()).collect();
            return failed(Problem::SeveralSheets { names });
        }
    }
    match parsed.pop() {
        Some((_, parsed)) => {
            let mut parsed = with_cover(parsed, others);
            if !hidden_names.is_empty() {
                parsed.findings.push(Finding::warning(Place::Whole, Problem::HiddenLeftOut { sheet: hidden_names.join(", ") }));
            }
            parsed
        }
        // Where no sheet has figures, the first one says what is wrong.
        None => others.into_iter().next().map_or_else(|| failed(Problem::NothingFound), |(_, parsed)| parsed),
    }
}

/// What a sheet leaves open, the moment or what is counted, may stand on the workbook's cover or in the mail that it came with.
fn with_cover(mut parsed: ParsedReport, others: Vec<(String, ParsedReport)>) -> ParsedReport {
    let contradicts = |other: &ParsedReport| other.findings.iter().any(|finding| matches!(finding.problem, Problem::DateTwice { .. }));
    for (_, cover) in others.into_iter().filter(|(_, other)| !contradicts(other)) {
        if parsed.moments.is_empty() && parsed.yearless.is_none() {
            (parsed.as_of, parsed.moments) = (cover.as_of, cover.moments);
            (parsed.yearless, parsed.moment_words) = (cover.yearless, cover.moment_words);
        }
        parsed.counts = parsed.counts.or(cover.counts);
        if parsed.source.title.is_none() {
            parsed.source = cover.source;
        }
    }
    parsed
}
