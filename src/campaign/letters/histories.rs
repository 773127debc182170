//! Takes a table that holds a whole history apart: one table for each of its moments, as if each had been sent by itself. The moments stand over the
//! columns of figures, before rows with the districts side by side, or in a column of their own. It must not read a figure.

use super::{
    super::{
        finding::{Finding, Place, Problem},
        names::{self, NameMatch, Names},
    },
    cells::{Cell, TableRow},
    dates::{self, MarkedMoment},
    headers::{self, Role},
    meaning::{Says, Words},
    parsed::{Evidence, ParsedReport},
    rows::{is_numeric, is_total_row, names_district, unnumbered},
    tokens::Day,
    vocabulary::is_total_label,
};

/// The rows of one moment, with all that stands around the table.
#[derive(Clone)]
pub struct Slice {
    pub rows: Vec<TableRow>,
    /// As the table writes it; `None`: a row of figures without any.
    moment: Option<MarkedMoment>,
    year: Option<u32>,
}

/// What stands over figures whose own header was their moment and no more.
const FIGURES: &str = "Lũy kế";
const PLACES: &str = "Đơn vị";

/// The tables of the several moments that the rows hold; none where they hold one, or nothing of the kind.
pub fn split(rows: &[TableRow], names: &Names) -> Option<Vec<Slice>> {
    let slices = over_columns(rows, names).or_else(|| before_rows(rows, names)).or_else(|| in_a_column(rows, names))?;
    (slices.len() > 1).then_some(slices)
}

impl Slice {
    /// The moment of the table is that of its figures, whatever else a title says.
    pub fn put_moment(&self, parsed: &mut ParsedReport) {
        let line = self.moment.as_ref().map_or_else(|| self.rows.first().map_or(1, |row| row.line), |moment| moment.line);
        parsed.findings.retain(|finding| !matches!(finding.problem, Problem::DateTwice { .. } | Problem::BadDate { .. }));
        let moment = self.moment.as_ref().and_then(|marked| marked.moment().or_else(|| marked.in_year(self.year?)));
        if let (None, Some(marked)) = (moment, &self.moment) {
            parsed.findings.push(Finding::error(Place::Line(line), Problem::BadDate { text: marked.text.clone() }));
        }
        parsed.as_of = moment;
        parsed.moments = moment.into_iter().collect();
        parsed.yearless = None;
        parsed.moment_words = self.moment.as_ref().map(|marked| Evidence { text: marked.text.clone(), line, names_app: false });
        parsed.moment_by_column = true;
    }
}

fn moment_in(cell: &Cell, line: usize) -> Option<MarkedMoment> {
    let Cell::Text(text) = cell else { return None };
    // A longer text is a sentence; a header or a cell of a table is none.
    (text.chars().count() < 80).then(|| dates::day_alone(text, line).or_else(|| dates::day_named(text, line)))?
}

/// What two moments have in common that are one.
fn key(moment: &MarkedMoment) -> (Day, Option<(u32, u32)>) {
    (moment.day, moment.hour)
}

fn distinct(moments: impl Iterator<Item = MarkedMoment>) -> Vec<MarkedMoment> {
    let mut all: Vec<MarkedMoment> = Vec::new();
    for moment in moments {
        if !all.iter().any(|known| key(known) == key(&moment)) {
            all.push(moment);
        }
    }
    all
}

/// The year of days whose year is left away: the only one that the table or what stands around it names.
fn year(rows: &[TableRow]) -> Option<u32> {
    let text = |cell: &Cell| if let Cell::Text(text) = cell { Some(text.clone()) } else { None };
    let texts: Vec<String> = rows.iter().flat_map(|row| &row.cells).filter_map(text).collect();
    let parts = texts.iter().flat_map(|text| text.split(|c: char| !c.is_ascii_digit()));
    let years = parts.filter(|part| part.len() == 4).filter_map(|part| part.parse::<u32>().ok());
    let mut years: Vec<u32> = years.filter(|year| (2020..2040).contains(year)).collect();
    years.sort_unstable();
    years.dedup();
    if let [year] = years[..] { Some(year) } else { None }
}

fn slices(rows: &[TableRow], moments: Vec<Option<MarkedMoment>>, rows_of: impl Fn(usize) -> Vec<TableRow>) -> Option<Vec<Slice>> {
    let year = year(rows);
    Some(moments.into_iter().enumerate().map(|(at, moment)| Slice { rows: rows_of(at), moment, year }).collect())
}

fn has_district(row: &TableRow, names: &Names) -> bool {
    row.cells.iter().any(|cell| names_district(cell, names) || names.has_code(cell.text().trim()))
}

/// A header has no more rows than these.
const HEADER: usize = 4;

/// Districts below each other, a column of figures for each moment.
fn over_columns(rows: &[TableRow], names: &Names) -> Option<Vec<Slice>> {
    let body = rows.iter().position(|row| row.cells.iter().any(is_numeric) && has_district(row, names))?;
    // Other moments stand for what the figures are compared with.
    let is_figures = |cell: &Cell| !matches!(headers::role(&cell.text()), Some(Role::Other | Role::Rate | Role::Date));
    let of_cell = |row: &TableRow, at: usize| {
        let cell = row.cell(Some(at));
        moment_in(cell, row.line).filter(|_| is_figures(cell))
    };
    let width = |row: &TableRow| row.cells.len();
    let all = |row: &TableRow| distinct((0..width(row)).filter_map(|at| of_cell(row, at)));
    let head = (body.saturating_sub(HEADER)..body).find(|at| all(&rows[*at]).len() > 1)?;
    let dated = &rows[head];
    let below = |column: usize| rows[head + 1..body].iter().any(|row| *row.cell(Some(column)) != Cell::Empty);
    let columns = rows[head..].iter().map(width).max()?;
    // A cell that reaches over several columns has its text in the first of them.
    let mut owners: Vec<Option<MarkedMoment>> = Vec::with_capacity(columns);
    for column in 0..columns {
        let is_covered = *dated.cell(Some(column)) == Cell::Empty && below(column);
        let left = owners.last().cloned().flatten().filter(|_| is_covered);
        owners.push(of_cell(dated, column).or(left));
    }
    let moments = all(dated);
    let keys: Vec<_> = moments.iter().map(key).collect();
    // Days in a title have no figures below them.
    let has_figures = |at: usize| {
        let is_own = |column: &usize| owners[*column].as_ref().is_some_and(|owner| key(owner) == keys[at]);
        (0..columns).filter(is_own).any(|column| is_numeric(rows[body].cell(Some(column))))
    };
    if !(0..keys.len()).all(has_figures) {
        return None;
    }
    let of_moment = |at: usize| {
        let is_kept = |column: &usize| owners[*column].as_ref().is_none_or(|owner| key(owner) == keys[at]);
        let cell = |row: &TableRow, column: usize, is_head: bool| match row.cell(Some(column)) {
            Cell::Text(text) if is_head && owners[column].is_some() && Words::of(text).says() < Says::Unit => Cell::of(FIGURES),
            cell => cell.clone(),
        };
        let kept = rows[head..].iter().enumerate().map(|(n, row)| TableRow {
            line: row.line,
            cells: (0..columns).filter(is_kept).map(|column| cell(row, column, n == 0)).collect(),
        });
        rows[..head].iter().cloned().chain(kept).collect()
    };
    slices(rows, moments.into_iter().map(Some).collect(), of_moment)
}

/// Districts side by side, a row of figures for each moment.
fn before_rows(rows: &[TableRow], names: &Names) -> Option<Vec<Slice>> {
    let head = rows.iter().position(|row| row.cells.iter().filter(|cell| names_district(cell, names)).count() > 2)?;
    let header = &rows[head];
    let end = rows[head..].iter().position(|row| row.cells.iter().all(|cell| *cell == Cell::Empty)).map_or(rows.len(), |n| head + n);
    let is_place = |cell: &Cell| {
        let Cell::Text(text) = cell else { return false };
        names_district(cell, names) || is_total_label(&names::key(text)) || names.find(text) == Some(NameMatch::Province)
    };
    let places: Vec<usize> = (0..header.cells.len()).filter(|at| is_place(&header.cells[*at])).collect();
    let moment = |row: &TableRow| (0..row.cells.len()).filter(|at| !places.contains(at)).find_map(|at| moment_in(&row.cells[at], row.line));
    let figures = |row: &TableRow| places.iter().filter(|at| is_numeric(row.cell(Some(**at)))).count();
    // A sum of the rows below them is no report.
    let body: Vec<&TableRow> =
        rows[head + 1..end].iter().filter(|row| figures(row) > 2 && (moment(row).is_some() || !is_total_row(row))).collect();
    if distinct(body.iter().filter_map(|row| moment(row))).len() < 2 {
        return None;
    }
    let of_row = |at: usize| {
        let row = body[at];
        let table = places
            .iter()
            .map(|place| TableRow { line: row.line, cells: vec![header.cells[*place].clone(), row.cell(Some(*place)).clone()] });
        let head_row = TableRow { line: header.line, cells: vec![Cell::of(PLACES), Cell::of(FIGURES)] };
        rows[..head].iter().cloned().chain([head_row]).chain(table).chain(rows[end..].iter().cloned()).collect()
    };
    let moments = body.iter().map(|row| moment(row)).collect();
    slices(rows, moments, of_row)
}

/// A row for each district and moment; a cell of a moment that reaches over several rows has its text in the first of them.
fn in_a_column(rows: &[TableRow], names: &Names) -> Option<Vec<Slice>> {
    let first = rows.iter().position(|row| has_district(row, names) && row.cells.iter().any(|cell| moment_in(cell, row.line).is_some()))?;
    let column = (0..rows[first].cells.len()).find(|at| moment_in(&rows[first].cells[*at], rows[first].line).is_some())?;
    let mut current = None;
    let owners: Vec<Option<MarkedMoment>> = rows[first..]
        .iter()
        .map(|row| {
            let is_of_table = row.cells.iter().filter(|cell| **cell != Cell::Empty).count() > 1;
            if let Some(moment) = is_of_table.then(|| moment_in(row.cell(Some(column)), row.line)).flatten() {
                current = Some(moment);
            }
            current.clone().filter(|_| is_of_table)
        })
        .collect();
    // A history names its districts again and again; a day beside each of them once is none.
    let district = |row: &TableRow| row.cells.iter().find_map(|cell| names.find(unnumbered(&cell.text())).and_then(NameMatch::district));
    let mut districts: Vec<&str> = rows[first..].iter().filter_map(district).collect();
    let count = districts.len();
    districts.sort_unstable();
    districts.dedup();
    if districts.len() == count {
        return None;
    }
    let moments = distinct(owners.iter().flatten().cloned());
    let keys: Vec<_> = moments.iter().map(key).collect();
    let of_moment = |at: usize| {
        let own = rows[first..].iter().zip(&owners).filter(|(_, owner)| owner.as_ref().is_none_or(|owner| key(owner) == keys[at]));
        rows[..first].iter().chain(own.map(|(row, _)| row)).cloned().collect()
    };
    slices(rows, moments.into_iter().map(Some).collect(), of_moment)
}

#[cfg(test)]
mod tests;
