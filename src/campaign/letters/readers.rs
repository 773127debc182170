//! Reads a document or rows of cells as a whole: the parts that are tables by their columns, the rest as prose, both into one report.

use std::collections::BTreeSet;

use super::super::finding::Problem;
use super::super::names::Names;
use super::cells::{Cell, TableRow, seen_rows};
use super::documents::{self, Content, Role};
use super::evidence::Piece;
use super::extraction::Extraction;
use super::headers::Role as ColumnRole;
use super::meaning::Scope;
use super::parsed::ParsedReport;
use super::rows::{self, Parting};
use super::table;
use super::{headers, notes, prose, source, stacked, tokens};

/// A stretch of a document, as the readers take it.
pub struct Block {
    pub role: Role,
    pub content: Content,
    /// Its lines are broken where the page ends; otherwise each is a paragraph.
    pub wrapped: bool,
}

/// Reads a letter, an e-mail, a web page: its tables by their columns, all else as prose.
pub fn document(blocks: &[Block], names: &Names, wanted: Option<&str>) -> ParsedReport {
    let mut extraction = Extraction::default();
    let mut prose: Vec<(usize, String)> = Vec::new();
    let mut source_text = String::new();
    for Block { role, content, wrapped } in blocks {
        match (role, content) {
            (Role::Quoted, content) => quoted(content, &mut extraction),
            (Role::MailStamp | Role::PageFooter | Role::Note, _) => {}
            // A letterhead tells who wrote, a page's title and a mail's subject what it is about.
            (Role::Subject | Role::PageHeader, content) => {
                for (line, text) in lines_of(content) {
                    extraction.pieces.push(Piece { scope: Scope::Subject, text: text.clone(), line });
                    source_text.push_str(&format!("{text}\n"));
                }
            }
            (Role::Body, Content::Text(lines)) => {
                let mut own: Vec<(usize, String)> = Vec::new();
                for line in lines {
                    let text = line.text.clone();
                    let is_gap = own.last().is_some_and(|(last, _)| !wrapped || line.line > last + 1);
                    if is_gap {
                        own.push((line.line, String::new()));
                    }
                    source_text.push_str(&format!("{text}\n"));
                    line.notes.iter().for_each(|note| notes::attached(note, line.line, &mut extraction));
                    own.push((line.line, text));
                }
                text(own, names, wanted, &mut prose, &mut extraction);
            }
            (Role::Body, Content::Table(rows) | Content::Sheet(rows)) => {
                let table = seen_rows(rows);
                attached_notes(rows).for_each(|(line, note)| notes::attached(note, line, &mut extraction));
                let read = table::read(&table, names, Parting::Cells, wanted, &mut extraction);
                prose.extend(table.iter().filter(|row| !read.contains(&row.line)).map(|row| (row.line, row.joined())));
            }
            (Role::Body, Content::Unread(_)) => {}
        }
        // What stands in two stretches is no one sentence.
        let last = prose.last().map_or(0, |(line, _)| *line);
        prose.push((last, String::new()));
    }
    read_prose(&prose, names, &mut extraction);
    extraction.finish(source::guess(&source_text))
}

/// What an answer quotes of an older mail is the older mail's.
fn quoted(content: &Content, extraction: &mut Extraction) {
    let is_said = extraction.findings.iter().any(|finding| finding.problem == Problem::Quoted);
    if let (Some((line, _)), false) = (lines_of(content).into_iter().next(), is_said) {
        extraction.warning(line, Problem::Quoted);
    }
}

fn lines_of(content: &Content) -> Vec<(usize, String)> {
    match content {
        Content::Text(lines) => lines.iter().map(|line| (line.line, line.text.clone())).collect(),
        Content::Table(rows) | Content::Sheet(rows) => seen_rows(rows).iter().map(|row| (row.line, row.joined())).collect(),
        Content::Unread(_) => Vec::new(),
    }
}

fn attached_notes(rows: &[documents::Row]) -> impl Iterator<Item = (usize, &str)> {
    rows.iter().flat_map(|row| row.cells.iter().filter_map(|cell| Some((row.line, cell.note.as_deref()?))))
}

/// What notes on the cells of a sheet say of its figures.
pub fn notes(rows: &[documents::Row], parsed: &mut ParsedReport) {
    let mut extraction = Extraction::default();
    attached_notes(rows).for_each(|(line, note)| notes::attached(note, line, &mut extraction));
    parsed.findings.extend(extraction.findings);
}

/// Runs of lines that begin with a table's header are read by their columns; all else is prose.
fn text(lines: Vec<(usize, String)>, names: &Names, wanted: Option<&str>, prose: &mut Vec<(usize, String)>, extraction: &mut Extraction) {
    let rows: Vec<TableRow> = lines.iter().map(|(line, text)| TableRow::of_line(*line, text)).collect();
    let tabbed: BTreeSet<usize> = lines.iter().filter(|(_, text)| text.contains(['\t', '|'])).map(|(line, _)| *line).collect();
    let mut table_lines = BTreeSet::new();
    for block in rows.split(|row| row.cells.is_empty()) {
        if let Some(stacked) = stacked::table(block, names) {
            let read = table::read(&stacked.rows, names, Parting::Cells, wanted, extraction);
            table_lines.extend(stacked.lines.filter(|_| !read.is_empty()));
        } else if headers::has_header(block) {
            let parting = if block.iter().any(|row| tabbed.contains(&row.line)) { Parting::Cells } else { Parting::Spaces };
            table_lines.extend(table::read(block, names, parting, wanted, extraction));
        }
    }
    prose.extend(lines.into_iter().map(|(line, text)| if table_lines.contains(&line) { (line, String::new()) } else { (line, text) }));
}

fn read_prose(lines: &[(usize, String)], names: &Names, extraction: &mut Extraction) {
    let mut tokens = Vec::new();
    for (line, text) in lines {
        tokens::tokenize(text, *line, &mut tokens);
    }
    prose::read(&tokens, names, extraction);
}

/// Reads rows of cells, as a sheet or a CSV file has them. `title`: the sheet's name.
pub fn rows(rows: &[TableRow], names: &Names, parting: Parting, title: Option<&str>, wanted: Option<&str>) -> ParsedReport {
    let mut extraction = Extraction::default();
    extraction.pieces.extend(title.map(|title| Piece { scope: Scope::Title, text: title.to_owned(), line: 0 }));
    // Of empty rows one is enough to part what stands around them; a file may have hundreds of thousands.
    let is_empty = |row: &TableRow| row.cells.iter().all(|cell| *cell == Cell::Empty);
    let mut kept: Vec<TableRow> = rows.to_vec();
    kept.dedup_by(|next, previous| is_empty(next) && is_empty(previous));
    let rows = kept.as_slice();
    let unfolded = unfolded(rows);
    let rows = unfolded.as_deref().unwrap_or(rows);
    let turned = turned(rows, names);
    let rows = turned.as_deref().unwrap_or(rows);
    let table_lines = table::read(rows, names, parting, wanted, &mut extraction);
    let rest: Vec<(usize, String)> =
        rows.iter().filter(|row| !table_lines.contains(&row.line)).map(|row| (row.line, row.joined())).collect();
    read_prose(&rest, names, &mut extraction);
    let text: Vec<&str> = rest.iter().map(|(_, text)| text.as_str()).collect();
    extraction.finish(source::guess(&text.join("\n")))
}

/// The rows with the right half of a table below its left half, where one header stands twice side by side.
fn unfolded(rows: &[TableRow]) -> Option<Vec<TableRow>> {
    let texts = |row: &TableRow| row.cells.iter().map(|cell| cell.text().trim().to_owned()).collect::<Vec<_>>();
    let (at, period) = rows.iter().enumerate().find_map(|(at, row)| {
        let (texts, header) = (texts(row), headers::of_row(row)?);
        let [first, second, ..] = header.columns(ColumnRole::Name)[..] else { return None };
        let period = second - first;
        let mut pairs = texts.iter().zip(texts.get(period..)?);
        (pairs.len() + 1 >= period && pairs.all(|(left, right)| left == right)).then_some((at, period))
    })?;
    let end = rows[at..].iter().position(|row| row.cells.iter().all(|cell| *cell == Cell::Empty)).map_or(rows.len(), |length| at + length);
    let half =
        |row: &TableRow, from: usize| TableRow { line: row.line, cells: row.cells.iter().skip(from).take(period).cloned().collect() };
    let is_filled = |row: &TableRow| row.cells.iter().any(|cell| *cell != Cell::Empty);
    let left = rows[at..end].iter().map(|row| half(row, 0));
    let right = rows[at + 1..end].iter().map(|row| half(row, period)).filter(is_filled);
    Some(rows[..at].iter().cloned().chain(left).chain(right).chain(rows[end..].iter().cloned()).collect())
}

/// The rows with their columns as rows, where the districts stand side by side; the rows' lines are those of the first row then.
fn turned(rows: &[TableRow], names: &Names) -> Option<Vec<TableRow>> {
    let names_in = |row: &TableRow| row.cells.iter().filter(|cell| rows::names_district(cell, names)).count();
    let at = rows.iter().position(|row| row.cells.len() > 2 && names_in(row) > 2)?;
    let block: Vec<&TableRow> = rows[at..].iter().take_while(|row| row.cells.iter().any(|cell| *cell != Cell::Empty)).collect();
    // Two tables side by side have a name in each of their rows.
    if block.len() > 4 || block.iter().skip(1).any(|row| names_in(row) > 0) {
        return None;
    }
    let width = block.iter().map(|row| row.cells.len()).max()?;
    let line = block.first()?.line;
    let columns = (0..width).map(|column| TableRow { line, cells: block.iter().map(|row| row.cell(Some(column)).clone()).collect() });
    Some(rows[..at].iter().cloned().chain(columns).chain(rows[at + block.len()..].iter().cloned()).collect())
}
