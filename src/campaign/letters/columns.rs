//! Chooses the columns of a table that are read: by its header, or else by what the columns hold. Where two could be the figures, none is
//! read. It must not read a figure.

use super::super::finding::Problem;
use super::super::names::{self, Names};
use super::cells::TableRow;
use super::extraction::Extraction;
use super::headers::{Header, Role};
use super::meaning::{Scope, Words};
use super::rows::{Columns, Parting, is_numeric, is_order, is_total_row, names_district};

/// What the rows of a table are, and what is known of its columns.
pub struct Chooser<'a> {
    /// The rows below the header.
    pub body: &'a [TableRow],
    pub names: &'a Names,
    pub header: Option<Header>,
    pub header_line: usize,
    pub parting: Parting,
    /// The figures' column as the officer names it.
    pub wanted: Option<&'a str>,
}

/// What was chosen.
pub enum Choice {
    Columns(Columns),
    /// Why no column is read is said already.
    Refused,
    NoTable,
}

impl Chooser<'_> {
    pub fn choose(self, extraction: &mut Extraction) -> Choice {
        let name = self.name();
        let code = self.code(name);
        let figure = match self.wanted {
            Some(wanted) => self.named(wanted),
            None => self.figure(name, code),
        };
        let figure = match figure {
            Ok(figure) => figure,
            Err(None) => return Choice::NoTable,
            Err(Some(problem)) => {
                extraction.error(self.header_line, problem);
                return Choice::Refused;
            }
        };
        let only = |role| {
            let columns = self.header.as_ref().map(|header| header.columns(role)).unwrap_or_default();
            if let [one] = columns[..] { Some(one) } else { None }
        };
        let (date, rate) = (only(Role::Date), only(Role::Rate));
        Choice::Columns(Columns { name, code, date, figure, rate, header: self.header, parting: self.parting })
    }

    fn width(&self) -> usize {
        self.body.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    fn role(&self, column: usize) -> Option<Role> {
        self.header.as_ref().and_then(|header| header.roles.get(column).copied().flatten())
    }

    fn text(&self, column: usize) -> String {
        let text = self.header.as_ref().and_then(|header| header.texts.get(column)).filter(|text| !text.is_empty());
        text.cloned().unwrap_or_else(|| self.districts(None, None).first().map(|row| row.cell(Some(column)).text()).unwrap_or_default())
    }

    /// The column with most names of districts; among equals the one whose header says so, then the first.
    fn name(&self) -> Option<usize> {
        let count = |column: usize| self.body.iter().filter(|row| names_district(row.cell(Some(column)), self.names)).count();
        let is_name = |column: usize| self.role(column) == Some(Role::Name);
        let width = self.width();
        let best = (0..width).map(|column| (count(column), is_name(column), width - column)).max();
        let (found, is_headed, back) = best?;
        (found > 0 || is_headed).then_some(width - back).or_else(|| self.header.as_ref()?.column(Role::Name))
    }

    /// The column of the districts' codes: by its header, else where every row of a district has one.
    fn code(&self, name: Option<usize>) -> Option<usize> {
        if let Some(code) = self.header.as_ref().and_then(|header| header.column(Role::Code)) {
            return Some(code);
        }
        let is_code = |row: &&TableRow, column: usize| self.names.has_code(row.cell(Some(column)).text().trim());
        (0..self.width()).find(|column| {
            let is_row = |row: &&TableRow| {
                name.map_or(row.cells.len() > 1, |name| names_district(row.cell(Some(name)), self.names)) && !is_total_row(row)
            };
            let rows: Vec<&TableRow> = self.body.iter().filter(is_row).collect();
            !rows.is_empty() && Some(*column) != name && rows.iter().all(|row| is_code(row, *column))
        })
    }

    /// The rows of districts.
    fn districts(&self, name: Option<usize>, code: Option<usize>) -> Vec<&TableRow> {
        let (name, code) = if (name, code) == (None, None) { (self.name(), None) } else { (name, code) };
        let is_named = |row: &TableRow| name.is_some_and(|name| names_district(row.cell(Some(name)), self.names));
        let is_coded = |row: &TableRow| code.is_some_and(|code| self.names.has_code(row.cell(Some(code)).text().trim()));
        self.body.iter().filter(|row| is_named(row) || is_coded(row)).collect()
    }

    /// The column of the installs. The error is `None` where there is no table at all.
    fn figure(&self, name: Option<usize>, code: Option<usize>) -> Result<usize, Option<Problem>> {
        let rows = self.districts(name, code);
        let holds_numbers = |column: usize| rows.iter().any(|row| is_numeric(row.cell(Some(column))));
        let which = |columns: &[usize]| Problem::WhichColumn { candidates: columns.iter().map(|column| self.text(*column)).collect() };
        let mut headed = self.header.as_ref().map(Header::candidates).unwrap_or_default();
        if headed.len() > 1 && !rows.is_empty() {
            headed.retain(|column| holds_numbers(*column));
        }
        match headed[..] {
            [figure] => return Ok(figure),
            [] => {}
            _ => return Err(Some(which(&headed))),
        }
        let of_numbers = |column: &usize| Some(*column) != name && Some(*column) != code && holds_numbers(*column);
        let mut open: Vec<usize> = (0..self.width()).filter(of_numbers).collect();
        if open.len() > 1 {
            open.retain(|column| !is_order(&rows, *column));
        }
        // What a header says to be something else is no count of installs, however alone it stands.
        let mut others = open.clone();
        others.retain(|column| !matches!(self.role(*column), Some(Role::Order | Role::Code | Role::Name | Role::Date)));
        open.retain(|column| self.role(*column).is_none() && self.header_text(*column).is_none());
        match (&open[..], &others[..]) {
            ([figure], _) => Ok(*figure),
            ([], [other, ..]) => Err(Some(self.not_installs(*other))),
            ([], []) => Err(None),
            _ => Err(Some(which(&open))),
        }
    }

    fn header_text(&self, column: usize) -> Option<&String> {
        self.header.as_ref().and_then(|header| header.texts.get(column)).filter(|text| !text.is_empty())
    }

    fn not_installs(&self, column: usize) -> Problem {
        let text = self.text(column);
        let word = Words::of(&text).against(Scope::Header).map_or_else(|| text.clone(), str::to_owned);
        Problem::NotInstalls { text, word, noted: false }
    }

    /// The column that the officer names: by the words over it, or by its letter.
    fn named(&self, wanted: &str) -> Result<usize, Option<Problem>> {
        let texts: Vec<String> = (0..self.width()).map(|column| self.header_text(column).cloned().unwrap_or_default()).collect();
        let key = names::key(wanted);
        let matching = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
            (0..texts.len()).filter(|column| !texts[*column].is_empty() && fits(&names::key(&texts[*column]))).collect()
        };
        let mut found = matching(&|text| text == key);
        if found.is_empty() && key.len() > 2 {
            found = matching(&|text| text.contains(&key));
        }
        if found.is_empty() {
            found.extend(letter(wanted).filter(|column| *column < self.width()));
        }
        match found[..] {
            [one] => Ok(one),
            _ => {
                let candidates = texts.into_iter().filter(|text| !text.is_empty()).collect();
                Err(Some(Problem::NoSuchColumn { wanted: wanted.to_owned(), candidates }))
            }
        }
    }
}

/// `A` is 0, `AA` is 26.
fn letter(text: &str) -> Option<usize> {
    let text = text.trim();
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic());
    fits.then(|| text.bytes().fold(0, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'A') + 1) - 1)
}
