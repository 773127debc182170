//! Reads a text or rows of cells as a whole: the parts that are tables by their columns, the rest as prose, both into one report.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::super::finding::Problem;
use super::super::names::Names;
use super::cells::{Cell, TableRow};
use super::evidence::Piece;
use super::extraction::Extraction;
use super::meaning::Scope;
use super::parsed::ParsedReport;
use super::table::{self, Parting};
use super::{headers, prose, source, stacked, tokens};

/// Reads plain text: a letter, an e-mail, a table pasted from either.
pub fn text(input: &str, names: &Names, wanted: Option<&str>) -> ParsedReport {
    let input: String = input.nfc().collect();
    let mut extraction = Extraction::default();
    // What an answer quotes of an older mail is the older mail's.
    let is_quoted = |line: &&str| line.trim_start().starts_with('>') || introduces_quote(line);
    if let Some(at) = input.lines().position(|line| is_quoted(&line)) {
        extraction.warning(at + 1, Problem::Quoted);
    }
    let input: String = input.lines().map(|line| if is_quoted(&line) { "\n".to_owned() } else { format!("{line}\n") }).collect();
    let lines: Vec<TableRow> = input.lines().enumerate().map(|(i, line)| TableRow::of_line(i + 1, line)).collect();
    let tabbed: BTreeSet<usize> = input.lines().enumerate().filter(|(_, line)| line.contains(['\t', '|'])).map(|(i, _)| i + 1).collect();
    // A run of lines that begins with a table's header is read by its columns, all else as prose.
    let mut prose_lines = BTreeSet::new();
    for block in lines.split(|row| row.cells.is_empty()) {
        if let Some(stacked) = stacked::table(block, names) {
            let read = table::read(&stacked.rows, names, Parting::Cells, wanted, &mut extraction);
            let lines = block.iter().map(|row| row.line);
            prose_lines.extend(lines.filter(|line| read.is_empty() || !stacked.lines.contains(line)));
            continue;
        }
        let parting = if block.iter().any(|row| tabbed.contains(&row.line)) { Parting::Cells } else { Parting::Spaces };
        let is_table = headers::has_header(block);
        let table_lines = if is_table { table::read(block, names, parting, wanted, &mut extraction) } else { BTreeSet::new() };
        prose_lines.extend(block.iter().map(|row| row.line).filter(|line| !table_lines.contains(line)));
    }
    let mut tokens = Vec::new();
    for (i, line) in input.lines().enumerate() {
        tokens::tokenize(if prose_lines.contains(&(i + 1)) { line } else { "" }, i + 1, &mut tokens);
    }
    prose::read(&tokens, names, &mut extraction);
    extraction.finish(source::guess(&input))
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
    let turned = turned(rows, names);
    let rows = turned.as_deref().unwrap_or(rows);
    let table_lines = table::read(rows, names, parting, wanted, &mut extraction);
    let rest: Vec<(usize, String)> =
        rows.iter().filter(|row| !table_lines.contains(&row.line)).map(|row| (row.line, row.joined())).collect();
    let mut tokens = Vec::new();
    for (line, text) in &rest {
        tokens::tokenize(text, *line, &mut tokens);
    }
    prose::read(&tokens, names, &mut extraction);
    let text: Vec<&str> = rest.iter().map(|(_, text)| text.as_str()).collect();
    extraction.finish(source::guess(&text.join("\n")))
}

/// "Vào Th 4, 19 thg 8, 2020 lúc 08:02 … đã viết:", the line with which mail programs begin a quotation.
fn introduces_quote(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    line.contains(|c: char| c.is_ascii_digit()) && (line.ends_with("đã viết:") || line.ends_with("wrote:"))
}

/// The rows with their columns as rows, where the districts stand side by side; the rows' lines are those of the first row then.
fn turned(rows: &[TableRow], names: &Names) -> Option<Vec<TableRow>> {
    let names_in = |row: &TableRow| row.cells.iter().filter(|cell| table::names_district(cell, names)).count();
    let at = rows.iter().position(|row| names_in(row) > 2)?;
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
