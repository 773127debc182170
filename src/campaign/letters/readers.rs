//! Reads a text or rows of cells as a whole: the parts that are tables by their columns, the rest as prose, both into one report.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::super::finding::Problem;
use super::super::names::Names;
use super::cells::TableRow;
use super::extraction::Extraction;
use super::parsed::ParsedReport;
use super::{headers, prose, source, table, tokens};

/// Reads plain text: a letter, an e-mail, a table pasted from either.
pub fn text(input: &str, names: &Names) -> ParsedReport {
    let input: String = input.nfc().collect();
    let mut extraction = Extraction::default();
    // What an answer quotes of an older mail is the older mail's.
    let is_quoted = |line: &&str| line.trim_start().starts_with('>');
    if let Some(at) = input.lines().position(|line| is_quoted(&line)) {
        extraction.warning(at + 1, Problem::Quoted);
    }
    let input: String = input.lines().map(|line| if is_quoted(&line) { "\n".to_owned() } else { format!("{line}\n") }).collect();
    let lines: Vec<TableRow> = input.lines().enumerate().map(|(i, line)| TableRow::of_line(i + 1, line)).collect();
    // A run of lines that begins with a table's header is read by its columns, all else as prose.
    let mut prose_lines = BTreeSet::new();
    for block in lines.split(|row| row.cells.is_empty()) {
        let table_lines = if headers::has_header(block) { table::read(block, names, false, &mut extraction) } else { BTreeSet::new() };
        prose_lines.extend(block.iter().map(|row| row.line).filter(|line| !table_lines.contains(line)));
    }
    let mut tokens = Vec::new();
    for (i, line) in input.lines().enumerate() {
        tokens::tokenize(if prose_lines.contains(&(i + 1)) { line } else { "" }, i + 1, &mut tokens);
    }
    prose::read(&tokens, names, &mut extraction);
    extraction.finish(source::guess(&input))
}

/// Reads rows of cells, as a sheet or a CSV file has them. `by_comma`: commas part the cells, so that a figure's own could have too.
pub fn rows(rows: &[TableRow], names: &Names, by_comma: bool) -> ParsedReport {
    let mut extraction = Extraction::default();
    let table_lines = table::read(rows, names, by_comma, &mut extraction);
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
