//! Reads rows of cells: from a CSV file, a spreadsheet, or columns in a text under a header. Which column is which is told by the header,
//! or else by what the columns hold; where two could be the figures, none is read_lines.

use std::collections::BTreeSet;

use super::super::finding::{NumberError, Problem};
use super::super::names::{self, NameMatch, Names};
use super::cells::{Cell, TableRow};
use super::columns::{Choice, Chooser};
use super::evidence::Piece;
use super::extraction::{Extraction, TotalCandidate};
use super::headers::{self, Header, Role};
use super::meaning::Scope;
use super::parsed::Figure;
use super::rows::{Columns, Parting, is_numeric, is_total_row, unnumbered};
use super::tokens::{self, TokenKind};
use super::vocabulary::UNITS;
use super::{dates, figures, notes};

/// Where a table's figures begin, and the header above them.
struct Layout {
    body: usize,
    header: Option<Header>,
    header_from: usize,
}

/// Reads what is a table in the rows; gives back the lines that it has read, the others are somebody else's. `wanted`: the column that
/// the officer names.
pub fn read(rows: &[TableRow], names: &Names, parting: Parting, wanted: Option<&str>, extraction: &mut Extraction) -> BTreeSet<usize> {
    let mut read_lines = BTreeSet::new();
    let Some(layout) = layout(rows, names) else { return read_lines };
    read_lines.extend(rows[layout.header_from..layout.body].iter().map(|row| row.line));
    let body = &rows[layout.body..];
    let header_line = rows.get(layout.header_from).map_or(1, |row| row.line);
    let chooser = Chooser { body, names, header: layout.header, header_line, parting, wanted };
    match chooser.choose(extraction) {
        Choice::Columns(columns) => {
            if let Some(text) = columns.header.as_ref().and_then(|header| header.texts.get(columns.figure)).filter(|text| !text.is_empty())
            {
                extraction.pieces.push(Piece { scope: Scope::Header, text: text.clone(), line: header_line });
            }
            read_lines.extend(body.iter().filter(|row| columns.row(row, names, extraction)).map(|row| row.line));
        }
        // Why not is said already; rows of districts are not to be read in another way after that.
        Choice::Refused => {
            read_lines.extend(body.iter().filter(|row| row_district(row, names).is_some() || is_total_row(row)).map(|row| row.line));
        }
        Choice::NoTable => {}
    }
    read_lines
}

/// The first row of figures and what stands over it: a header that names the districts' column, or else the rows above the first district.
fn layout(rows: &[TableRow], names: &Names) -> Option<Layout> {
    let first = rows.iter().position(|row| begins_figures(row, names));
    let named = rows.iter().take(first.unwrap_or(rows.len())).position(|row| headers::of_row(row).is_some());
    let body = match named {
        Some(at) => headers::end_of(rows, at),
        None => first.or_else(|| rows.iter().position(|row| has_code(row, names)))?,
    };
    match headers::above(rows, body) {
        Some((header, header_from)) => Some(Layout { body, header: Some(header), header_from }),
        None => Some(Layout { body, header: None, header_from: body }),
    }
}

fn begins_figures(row: &TableRow, names: &Names) -> bool {
    let has_figure = row.cells.iter().any(is_numeric);
    row_district(row, names).is_some() || has_figure && is_total_row(row)
}

fn has_code(row: &TableRow, names: &Names) -> bool {
    row.cells.len() > 1 && row.cells.iter().any(|cell| names.has_code(cell.text().trim()))
}

fn row_district<'n>(row: &TableRow, names: &'n Names) -> Option<&'n str> {
    row.cells.iter().find_map(|cell| match cell {
        Cell::Text(text) => names.find(unnumbered(text)).and_then(NameMatch::district),
        _ => None,
    })
}

/// A commune, a ward, a township, where a unit is a district: a part of one.
fn is_commune(name: &str, names: &Names) -> bool {
    let folded = names::fold(name);
    names.is_other_level("xa")
        && ["xa ", "phuong ", "thi tran ", "tt. ", "cac xa "].iter().any(|kind| folded.trim_start().starts_with(kind))
}

impl Columns {
    /// Reads a row; false when it is no row of the table.
    fn row(&self, row: &TableRow, names: &Names, extraction: &mut Extraction) -> bool {
        let aligned = self.aligned(row);
        let row = aligned.as_ref().unwrap_or(row);
        let name = row.cell(self.name).text();
        let name = unnumbered(&name).to_owned();
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
                if self.is_short(row) {
                    extraction.error(row.line, Problem::RowTooShort { text: row.joined().replace('\t', "  ") });
                    return true;
                }
                self.beside(row, &name, extraction);
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
            // A district's row says what its communes come to.
            _ if is_commune(&name, names) && !is_lone => {
                let is_said = extraction.findings.iter().any(|finding| finding.problem == Problem::CommunesLeftOut);
                if !is_said {
                    extraction.warning(row.line, Problem::CommunesLeftOut);
                }
            }
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

    /// A row of a total has no order number: where spaces part the cells, its cells stand at the right.
    fn aligned(&self, row: &TableRow) -> Option<TableRow> {
        let header = self.header.as_ref().filter(|_| self.parting == Parting::Spaces)?;
        let missing = header.roles.len().checked_sub(row.cells.len()).filter(|missing| *missing > 0)?;
        let unneeded = header.columns(Role::Order).len() + header.columns(Role::Code).len();
        (missing <= unneeded && is_total_row(row)).then(|| {
            let cells = std::iter::repeat_n(Cell::Empty, missing).chain(row.cells.iter().cloned()).collect();
            TableRow { line: row.line, cells }
        })
    }

    /// Whether an empty cell may have let the next one's number slide into its place.
    fn is_short(&self, row: &TableRow) -> bool {
        self.parting == Parting::Spaces && self.header.as_ref().is_some_and(|header| row.cells.len() < header.roles.len())
    }

    /// What else the row says of its figure: a star, a remark, its day.
    fn beside(&self, row: &TableRow, name: &str, extraction: &mut Extraction) {
        if name.contains('*') || row.cell(Some(self.figure)).text().trim_end_matches(')').ends_with('*') {
            extraction.starred.push(row.line);
        }
        if let Some(day) = self.date.and_then(|date| dates::day_alone(&row.cell(Some(date)).text(), row.line)) {
            extraction.moments.push(day);
        }
        let read = [self.name, self.code, self.date, self.rate, Some(self.figure)];
        for (column, cell) in row.cells.iter().enumerate() {
            if let (Cell::Text(text), false) = (cell, read.contains(&Some(column)) || is_numeric(cell)) {
                notes::remark(text, row.line, extraction);
            }
        }
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
                let text = text.trim_end_matches(['*', '(', ')', ' ']);
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
        self.parting == Parting::Commas && (exceeds_header || (looks_like_group && !next_has_header))
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
