//! Where the readers of prose and tables put what they find, and how the candidates become one report: which total, which rate and
//! which moment is meant, or that they contradict each other. It must not look at the input itself.

use std::collections::{BTreeMap, BTreeSet};

use super::super::finding::{Finding, Place, Problem};
use super::dates::{Mark, MarkedMoment, Moment};
use super::evidence::{self, Piece};
use super::parsed::{Evidence, Figure, ParsedReport};
use super::source::SourceGuess;
use super::tokens::Day;

/// What the readers of prose and tables find, before it is weighed.
#[derive(Default)]
pub struct Extraction {
    pub installs: BTreeMap<String, Figure<u64>>,
    pub totals: Vec<TotalCandidate>,
    pub rates: Vec<Figure<f64>>,
    pub moments: Vec<MarkedMoment>,
    /// The pieces of text that say what the figures count.
    pub pieces: Vec<Piece>,
    /// The app's name stands somewhere in the input.
    pub names_app: bool,
    /// The lines of figures that a star leads from to a note.
    pub starred: Vec<usize>,
    /// Lines that hold a district's name alone: its code and the line.
    pub names_alone: Vec<(String, usize)>,
    /// The codes of the districts that are named at all.
    pub mentioned: BTreeSet<String>,
    pub findings: Vec<Finding>,
}

/// A figure that may be the province's total.
pub struct TotalCandidate {
    pub figure: Figure<u64>,
    /// Said of installs in so many words, or in a row of its own.
    pub explicit: bool,
    /// Its sentence says that it counts installs; without districts that is needed.
    pub counts_installs: bool,
}

impl Extraction {
    pub fn error(&mut self, line: usize, problem: Problem) {
        self.findings.push(Finding::error(Place::Line(line), problem));
    }

    pub fn warning(&mut self, line: usize, problem: Problem) {
        self.findings.push(Finding::warning(Place::Line(line), problem));
    }

    /// A district's figure; another one for the same district is an error, the same one again is none.
    pub fn add_installs(&mut self, code: &str, value: u64, line: usize) {
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

    /// Chooses among the candidates and says where they contradict each other.
    pub fn finish(mut self, source: SourceGuess) -> ParsedReport {
        for (code, line) in std::mem::take(&mut self.names_alone) {
            let line_has_finding = self.findings.iter().any(|f| f.line() == Some(line));
            if !self.installs.contains_key(&code) && !line_has_finding {
                self.error(line, Problem::NoFigure { code });
            }
        }
        let total = self.total();
        let rate_percent = self.rate();
        let (mut counts, contradiction) = evidence::weigh(&self.pieces);
        if let Some(counts) = &mut counts {
            counts.names_app |= self.names_app;
        }
        let has_figures = !self.installs.is_empty() || total.is_some();
        if let Some(contradiction) = contradiction.filter(|_| has_figures) {
            let is_said = self.findings.iter().any(|f| matches!(f.problem, Problem::NotInstalls { .. }));
            self.findings.extend((!is_said).then_some(contradiction));
        }
        let dated = self.moment();
        if self.installs.is_empty() && total.is_none() && !self.findings.iter().any(Finding::is_error) {
            self.findings.push(Finding::error(Place::Whole, Problem::NothingFound));
        }
        self.findings.sort_by_key(|finding| finding.line().unwrap_or(usize::MAX));
        ParsedReport {
            as_of: dated.as_of,
            moments: dated.all,
            yearless: dated.yearless,
            moment_words: dated.words,
            moment_by_column: dated.by_column,
            counts,
            total,
            rate_percent,
            installs: self.installs,
            source,
            mentioned: self.mentioned,
            findings: self.findings,
        }
    }

    fn total(&mut self) -> Option<Figure<u64>> {
        let any_explicit = self.totals.iter().any(|total| total.explicit);
        let mut candidates = self.totals.iter().filter(|total| total.explicit || !any_explicit);
        let (first, counts_installs) = candidates.next().map(|total| (total.figure, total.counts_installs))?;
        let mut candidates = candidates.map(|total| total.figure);
        if self.installs.is_empty() && !counts_installs {
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

    fn moment(&mut self) -> Dated {
        let mut marked = std::mem::take(&mut self.moments);
        // A column of the table holds for its rows whatever the text says; otherwise the surer marks outweigh the others.
        let surest = marked.iter().map(|moment| moment.mark).max();
        marked.retain(|moment| Some(moment.mark) == surest);
        let mut dated = Dated { by_column: surest == Some(Mark::Column), ..Dated::default() };
        let mut first: Option<(Moment, usize)> = None;
        let mut contradiction = None;
        for mark in marked {
            let evidence = Evidence { text: mark.text.clone(), line: mark.line, names_app: false };
            match (mark.moment(), first) {
                (None, _) if matches!(mark.day, Day::WithoutYear(..)) => {
                    dated.words.get_or_insert(evidence);
                    dated.yearless.get_or_insert(mark);
                }
                (None, _) => self.warning(mark.line, Problem::BadDate { text: mark.text }),
                (Some(moment), None) => {
                    first = Some((moment, mark.line));
                    dated.words = Some(evidence);
                    dated.all.push(moment);
                }
                (Some(moment), Some((known, _))) if moment.same_as(known) => {
                    // One of two mentions states the hour: the fuller one is meant.
                    if moment.hour_stated && !known.hour_stated {
                        first = Some((moment, mark.line));
                        dated.words = Some(evidence);
                        dated.all.insert(0, moment);
                    }
                }
                (Some(moment), Some((known, first_line))) => {
                    dated.all.push(moment);
                    contradiction.get_or_insert((mark.line, known.stamp, first_line, moment.stamp));
                }
            }
        }
        if first.is_some() {
            dated.yearless = None;
        }
        if let Some((line, first, first_line, second)) = contradiction {
            self.error(line, Problem::DateTwice { first, first_line, second });
            return dated;
        }
        dated.as_of = first.map(|(moment, _)| moment);
        dated
    }
}

/// What the marked moments come to.
#[derive(Default)]
struct Dated {
    as_of: Option<Moment>,
    all: Vec<Moment>,
    yearless: Option<MarkedMoment>,
    words: Option<Evidence>,
    by_column: bool,
}
