//! Reads the text or the table that people send into figures with their lines, and says what it could not place. It takes what is
//! plainly written and refuses the rest; it must not know the reports published before, nor words to say things with.

pub mod dates;
pub mod figures;
mod headers;
mod prose;
mod sheets;
mod source;
mod table;
mod tokens;
mod totals;
mod unplaced;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::Stamp;
use super::finding::{Finding, Place, Problem};
use super::names::{Found, Names};
use dates::{Marked, Moment};
pub use sheets::{InputFormat, read};
pub use source::SourceGuess;
use table::TableRow;

/// A value and the line of the input that gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<T> {
    pub value: T,
    pub line: usize,
}

/// What an input says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParsedReport {
    pub as_of: Option<Moment>,
    /// Every moment that the text marks as its figures' own; more than one when it contradicts itself.
    pub moments: Vec<Moment>,
    pub total: Option<Figure<u64>>,
    pub rate_percent: Option<Figure<f64>>,
    pub installs: BTreeMap<String, Figure<u64>>,
    pub source: SourceGuess,
    /// The districts that the text names, with or without a figure.
    pub named: BTreeSet<String>,
    pub findings: Vec<Finding>,
}

impl ParsedReport {
    /// The stamp of the moment, for those who do not ask whether its hour is stated.
    pub fn stamp(&self) -> Option<Stamp> {
        self.as_of.map(|moment| moment.stamp)
    }
}

/// Reads plain text: a letter, an e-mail, a table pasted from either.
pub fn text(input: &str, names: &Names) -> ParsedReport {
    let input: String = input.nfc().collect();
    let mut extraction = Extraction::default();
    // What an answer quotes of an older mail is the older mail's.
    let quoted = |line: &&str| line.trim_start().starts_with('>');
    if let Some(at) = input.lines().position(|line| quoted(&line)) {
        extraction.warning(at + 1, Problem::Quoted);
    }
    let input: String = input.lines().map(|line| if quoted(&line) { "\n".to_owned() } else { format!("{line}\n") }).collect();
    let lines: Vec<TableRow> = input.lines().enumerate().map(|(i, line)| TableRow::of_line(i + 1, line)).collect();
    // A run of lines that begins with a table's header is read by its columns, all else as prose.
    let mut left = BTreeSet::new();
    for block in lines.split(|row| row.cells.is_empty()) {
        let taken = if headers::any(block) { table::read(block, names, false, &mut extraction) } else { BTreeSet::new() };
        left.extend(block.iter().map(|row| row.line).filter(|line| !taken.contains(line)));
    }
    let mut tokens = Vec::new();
    for (i, line) in input.lines().enumerate() {
        tokens::line(if left.contains(&(i + 1)) { line } else { "" }, i + 1, &mut tokens);
    }
    prose::read(&tokens, names, &mut extraction);
    extraction.finish(source::guess(&input))
}

/// Reads rows of cells, as a sheet or a CSV file has them. `by_comma`: commas part the cells, so that a figure's own could have too.
fn rows(rows: &[TableRow], names: &Names, by_comma: bool) -> ParsedReport {
    let mut extraction = Extraction::default();
    let taken = table::read(rows, names, by_comma, &mut extraction);
    let rest: Vec<(usize, String)> = rows.iter().filter(|row| !taken.contains(&row.line)).map(|row| (row.line, row.joined())).collect();
    let mut tokens = Vec::new();
    for (line, text) in &rest {
        tokens::line(text, *line, &mut tokens);
    }
    prose::read(&tokens, names, &mut extraction);
    let text: Vec<&str> = rest.iter().map(|(_, text)| text.as_str()).collect();
    extraction.finish(source::guess(&text.join("\n")))
}

/// What the readers of prose and tables find, before it is weighed.
#[derive(Default)]
struct Extraction {
    installs: BTreeMap<String, Figure<u64>>,
    totals: Vec<Total>,
    rates: Vec<Figure<f64>>,
    moments: Vec<Marked>,
    /// Rows that hold a district's name alone.
    bare: Vec<(String, usize)>,
    named: BTreeSet<String>,
    findings: Vec<Finding>,
}

/// A figure that may be the province's total.
struct Total {
    figure: Figure<u64>,
    /// Said of installs in so many words, or in a row of its own.
    strong: bool,
    /// Its sentence says that it counts installs; without districts that is needed.
    installs: bool,
}

impl Extraction {
    fn error(&mut self, line: usize, problem: Problem) {
        self.findings.push(Finding::error(Place::Line(line), problem));
    }

    fn warning(&mut self, line: usize, problem: Problem) {
        self.findings.push(Finding::warning(Place::Line(line), problem));
    }

    fn take(&mut self, code: &str, value: u64, line: usize) {
        match self.installs.get(code) {
            Some(first) if first.value != value => {
                let (first, first_line) = (first.value, first.line);
                self.error(line, Problem::DistrictTwice { code: code.to_owned(), first, first_line, second: value });
            }
            Some(_) => {}
            None => {
                self.installs.insert(code.to_owned(), Figure { value, line });
            }
        }
    }

    fn finish(mut self, source: SourceGuess) -> ParsedReport {
        for (code, line) in std::mem::take(&mut self.bare) {
            let said = self.findings.iter().any(|f| f.line() == Some(line));
            if !self.installs.contains_key(&code) && !said {
                self.error(line, Problem::NoFigure { code });
            }
        }
        let total = self.total();
        let rate_percent = self.rate();
        let (as_of, moments) = self.moment();
        if self.installs.is_empty() && total.is_none() && !self.findings.iter().any(Finding::is_error) {
            self.findings.push(Finding::error(Place::Whole, Problem::NothingFound));
        }
        self.findings.sort_by_key(|finding| finding.line().unwrap_or(usize::MAX));
        ParsedReport { as_of, moments, total, rate_percent, installs: self.installs, source, named: self.named, findings: self.findings }
    }

    fn total(&mut self) -> Option<Figure<u64>> {
        let any_strong = self.totals.iter().any(|total| total.strong);
        let mut candidates = self.totals.iter().filter(|total| total.strong || !any_strong);
        let (first, told) = candidates.next().map(|total| (total.figure, total.installs))?;
        let mut candidates = candidates.map(|total| total.figure);
        if self.installs.is_empty() && !told {
            let finding = Finding::error(Place::Line(first.line), Problem::TotalUnclear { total: first.value });
            self.findings.push(finding);
        }
        if let Some(other) = candidates.find(|other| other.value != first.value) {
            self.error(other.line, Problem::TotalTwice { first: first.value, first_line: first.line, second: other.value });
        }
        Some(first)
    }

    fn rate(&mut self) -> Option<Figure<f64>> {
        let first = *self.rates.first()?;
        if let Some(other) = self.rates.iter().copied().find(|other| other.value != first.value) {
            self.error(other.line, Problem::RateTwice { first: first.value, first_line: first.line, second: other.value });
        }
        Some(first)
    }

    fn moment(&mut self) -> (Option<Moment>, Vec<Moment>) {
        let marked = std::mem::take(&mut self.moments);
        let any_strong = marked.iter().any(|mark| mark.strong);
        let mut first: Option<(Moment, usize)> = None;
        let mut all = Vec::new();
        let mut doubtful = None;
        for mark in marked.into_iter().filter(|mark| mark.strong || !any_strong) {
            match (mark.moment, first) {
                (None, _) => self.warning(mark.line, Problem::BadDate { text: mark.text }),
                (Some(moment), None) => {
                    first = Some((moment, mark.line));
                    all.push(moment);
                }
                (Some(moment), Some((known, _))) if moment.same_as(known) => {
                    // One of two mentions states the hour: the fuller one is meant.
                    if moment.hour_stated && !known.hour_stated {
                        first = Some((moment, mark.line));
                        all.insert(0, moment);
                    }
                }
                (Some(moment), Some((known, first_line))) => {
                    all.push(moment);
                    doubtful.get_or_insert((mark.line, known.stamp, first_line, moment.stamp));
                }
            }
        }
        if let Some((line, first, first_line, second)) = doubtful {
            self.error(line, Problem::DateTwice { first, first_line, second });
            return (None, all);
        }
        (first.map(|(moment, _)| moment), all)
    }
}

/// What a name found in a text stands for, where a district can be told.
fn district<'n>(found: Option<Found<'n>>) -> Option<&'n str> {
    match found {
        Some(Found::District(code)) => Some(code),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
