//! Reads rows of cells: from a CSV file, a spreadsheet, or columns in a text under a header. Which column is which is told by the header,
//! or else by what the columns hold; where two could be the figures, none is read_lines.

use std::collections::BTreeSet;

use super::super::finding::{NumberError, Problem};
use super::super::names::{self, NameMatch, Names};
use super::cells::{Cell, TableRow};
use super::extraction::{Extraction, TotalCandidate};
use super::figures;
use super::headers::{self, Header, Role};
use super::parsed::Figure;
use super::tokens::{self, TokenKind};
use super::vocabulary::{UNITS, is_total_label};

/// The columns that are read.
struct Columns {
    name: Option<usize>,
    code: Option<usize>,
    figure: usize,
    rate: Option<usize>,
    /// With a header: its width, and what it says of each column.
    header: Option<Header>,
    by_comma: bool,
}

/// Reads what is a table in the rows; gives back the lines that it has read, the others are somebody else's.
pub fn read(rows: &[TableRow], names: &Names, by_comma: bool, extraction: &mut Extraction) -> BTreeSet<usize> {
    let found = rows.iter().enumerate().find_map(|(i, row)| headers::header(row).map(|header| (i, header)));
    let mut read_lines = BTreeSet::new();
    let (columns, body) = match found {
        Some((at, header)) => {
            read_lines.insert(rows[at].line);
            (by_header(header, by_comma, rows[at].line, extraction), &rows[at + 1..])
        }
        None => (
            by_content(rows, names, by_comma, extraction, &mut read_lines)
                .filter(|c| counts_installs(c, rows, extraction, &mut read_lines)),
            rows,
        ),
    };
    let Some(columns) = columns else {
        // Which column is meant is said already; rows of districts are not to be read in another way after that.
        read_lines.extend(body.iter().filter(|row| row_district(row, names).is_some()).map(|row| row.line));
        return read_lines;
    };
    for row in body {
        if columns.row(row, names, extraction) {
            read_lines.insert(row.line);
        }
    }
    read_lines
}

/// Whether a header over the one column of numbers leaves room for its being installs.
fn counts_installs(columns: &Columns, rows: &[TableRow], extraction: &mut Extraction, read_lines: &mut BTreeSet<usize>) -> bool {
    let Some((line, header)) = rows.iter().find_map(|row| headers::header_without_installs(row).map(|header| (row.line, header))) else {
        return true;
    };
    let is_other = matches!(header.roles.get(columns.figure), Some(Some(Role::Other | Role::Rate)));
    if let Some(text) = header.texts.get(columns.figure).filter(|_| is_other) {
        extraction.error(line, Problem::NotInstalls { text: text.clone() });
        read_lines.insert(line);
    }
    !is_other
}

fn by_header(header: Header, by_comma: bool, line: usize, extraction: &mut Extraction) -> Option<Columns> {
    let figures = header.columns(Role::Installs);
    let [figure] = figures[..] else {
        let candidates = figures.iter().map(|i| header.texts[*i].clone()).collect();
        extraction.error(line, Problem::WhichColumn { candidates });
        return None;
    };
    let rates = header.columns(Role::Rate);
    let rate = if rates.len() == 1 { rates.first().copied() } else { None };
    Some(Columns { name: header.column(Role::Name), code: header.column(Role::Code), figure, rate, header: Some(header), by_comma })
}

fn row_district<'n>(row: &TableRow, names: &'n Names) -> Option<(usize, &'n str)> {
    row.cells.iter().enumerate().find_map(|(i, cell)| match cell {
        Cell::Text(text) => names.find(text).and_then(NameMatch::district).map(|code| (i, code)),
        _ => None,
    })
}

/// Without a header: the districts' column by its names or codes, the figures' by being the one column of numbers that is left.
fn by_content(
    rows: &[TableRow],
    names: &Names,
    by_comma: bool,
    extraction: &mut Extraction,
    read_lines: &mut BTreeSet<usize>,
) -> Option<Columns> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let name = (0..width)
        .map(|column| (rows.iter().filter(|row| names_district(row.cell(Some(column)), names)).count(), column))
        .max_by_key(|(n, column)| (*n, width - column));
    let name = name.filter(|(n, _)| *n > 0).map(|(_, column)| column);
    let is_code = |row: &&TableRow, column: usize| names.has_code(row.cell(Some(column)).text().trim());
    let code = (0..width).find(|column| {
        let of_table: Vec<&TableRow> = rows
            .iter()
            .filter(|row| name.map_or(row.cells.len() > 1, |name| names_district(row.cell(Some(name)), names)) && !is_total_row(row))
            .collect();
        !of_table.is_empty() && Some(*column) != name && of_table.iter().all(|row| is_code(row, *column))
    });
    let of_district = |row: &&TableRow| {
        name.is_some_and(|name| names_district(row.cell(Some(name)), names)) || code.is_some_and(|code| is_code(row, code))
    };
    let districts: Vec<&TableRow> = rows.iter().filter(of_district).collect();
    let first = districts.first()?;
    let numeric =
        |column: &usize| Some(*column) != name && Some(*column) != code && districts.iter().any(|row| is_numeric(row.cell(Some(*column))));
    let mut candidates: Vec<usize> = (0..width).filter(numeric).collect();
    if candidates.len() > 1 {
        candidates.retain(|column| !is_order(&districts, *column));
    }
    match candidates[..] {
        [figure] => Some(Columns { name, code, figure, rate: None, header: None, by_comma }),
        [] => {
            // Names alone: the reader of prose says which rows have no figure.
            None
        }
        _ => {
            let candidates = candidates.iter().map(|column| first.cell(Some(*column)).text()).collect();
            extraction.error(first.line, Problem::WhichColumn { candidates });
            read_lines.extend(rows.iter().filter(|row| of_district(row) || is_total_row(row)).map(|row| row.line));
            None
        }
    }
}

fn names_district(cell: &Cell, names: &Names) -> bool {
    matches!(cell, Cell::Text(text) if matches!(names.find(text), Some(NameMatch::District(_) | NameMatch::Ambiguous)))
}

fn is_numeric(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => false,
        Cell::Number(_) => true,
        Cell::Text(text) => text.trim_start_matches(['-', '−', '–']).starts_with(|c: char| c.is_ascii_digit()) && !text.contains('%'),
    }
}

/// An order number's column: 1, 2, 3 … down the rows.
fn is_order(rows: &[&TableRow], column: usize) -> bool {
    rows.iter().enumerate().all(|(i, row)| row.cell(Some(column)).text().trim().trim_end_matches(['.', ')']) == (i + 1).to_string())
}

fn is_total_row(row: &TableRow) -> bool {
    row.cells.iter().any(|cell| matches!(cell, Cell::Text(text) if is_total_label(&names::key(text))))
}

impl Columns {
    /// Reads a row; false when it is no row of the table.
    fn row(&self, row: &TableRow, names: &Names, extraction: &mut Extraction) -> bool {
        let name = row.cell(self.name).text();
        let code = row.cell(self.code).text();
        let named = names.find(&name);
        let coded = names.code(code.trim());
        let figure = row.cell(Some(self.figure));
        let has_figure = is_numeric(figure);
        let is_lone = row.cells.iter().filter(|cell| **cell != Cell::Empty).count() < 2;
        match (named.and_then(NameMatch::district), coded) {
            (Some(by_name), Some(by_code)) if by_name != by_code => {
                extraction.error(row.line, Problem::CodeAndName { code: by_code.to_owned(), text: name });
            }
            (Some(found), _) | (None, Some(found)) if name.is_empty() || named.is_some_and(|name| name.district().is_some()) => {
                match self.value(row) {
                    Ok(Some(value)) => extraction.add_installs(found, value, row.line),
                    Ok(None) => extraction.error(row.line, Problem::NoFigure { code: found.to_owned() }),
                    Err((text, why)) => extraction.error(row.line, Problem::BadFigure { text, why }),
                }
            }
            (_, Some(by_code)) => extraction.error(row.line, Problem::CodeAndName { code: by_code.to_owned(), text: name }),
            _ if named == Some(NameMatch::Ambiguous) && has_figure => extraction.error(row.line, Problem::AmbiguousDistrict { text: name }),
            _ if (is_total_row(row) || named == Some(NameMatch::Province)) && has_figure => self.total(row, extraction),
            // An empty cell of the total is no leave to look for one in another column.
            _ if is_total_row(row) && !is_lone => {}
            _ if has_figure && !is_lone => {
                let text = if name.is_empty() { code } else { name };
                extraction.error(row.line, Problem::UnknownDistrict { text: if text.is_empty() { figure.text() } else { text } });
            }
            // A lone number under the figures is a total that does not say so.
            _ if has_figure && self.header.is_some() => extraction.error(row.line, Problem::UnknownDistrict { text: figure.text() }),
            _ => return false,
        }
        true
    }

    fn value(&self, row: &TableRow) -> Result<Option<u64>, (String, NumberError)> {
        let cell = row.cell(Some(self.figure));
        let refused = |why| (cell.text(), why);
        if self.is_split(row) {
            let rest: Vec<String> = row.cells[self.figure..].iter().map(Cell::text).collect();
            return Err((rest.join(","), NumberError::Grouping));
        }
        match cell {
            Cell::Empty => Ok(None),
            Cell::Number(value) => figures::count_of(*value).map(Some).map_err(refused),
            Cell::Text(text) => {
                let mut read = Vec::new();
                tokens::tokenize(text, row.line, &mut read);
                read.pop();
                let (head, units) = read.split_first().ok_or_else(|| refused(NumberError::Glued))?;
                let has_unit = units.iter().all(|t| t.word().is_some()) && units.first().is_none_or(|t| t.is_word(&UNITS));
                match head.kind {
                    TokenKind::Figure(Ok(value)) if has_unit => Ok(Some(value)),
                    TokenKind::Figure(Err(why)) => Err(refused(why)),
                    _ => Err(refused(NumberError::Glued)),
                }
            }
        }
    }

    /// Whether the commas between cells may have torn a figure apart: `12,452` without quotes.
    fn is_split(&self, row: &TableRow) -> bool {
        let next = row.cell(Some(self.figure + 1)).text();
        let next_has_header = self.header.as_ref().is_some_and(|header| header.roles.get(self.figure + 1).is_some_and(Option::is_some));
        let exceeds_header =
            self.header.as_ref().is_some_and(|header| row.cells.iter().skip(header.roles.len()).any(|cell| *cell != Cell::Empty));
        let looks_like_group = next.len() == 3 && next.bytes().all(|b| b.is_ascii_digit()) && row.cell(Some(self.figure)).text().len() <= 3;
        self.by_comma && (exceeds_header || (looks_like_group && !next_has_header))
    }

    fn total(&self, row: &TableRow, extraction: &mut Extraction) {
        match self.value(row) {
            Ok(Some(value)) => {
                extraction.totals.push(TotalCandidate { figure: Figure { value, line: row.line }, explicit: true, counts_installs: true })
            }
            Ok(None) => {}
            Err((text, why)) => extraction.error(row.line, Problem::BadFigure { text, why }),
        }
        let Some(Cell::Text(text)) = self.rate.map(|rate| row.cell(Some(rate))) else { return };
        if let Some(value) = figures::parse_percent(text.trim_end_matches('%')) {
            extraction.rates.push(Figure { value, line: row.line });
        }
    }
}
