//! What the reading of an input gives: figures with their lines, the moment, the source, and findings. Plain data.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Stamp;
use super::super::finding::Finding;
use super::dates::{MarkedMoment, Moment};
use super::source::SourceGuess;

/// A value and the line of the input that gives it, from 1 (a row, where the input is a sheet).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<T> {
    pub value: T,
    pub line: usize,
}

/// Words of the input that give its figures their meaning or their moment. `line`: 0 where they stand on none, as a sheet's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub text: String,
    pub line: usize,
    /// They name the app.
    pub names_app: bool,
}

/// What an input says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParsedReport {
    pub as_of: Option<Moment>,
    /// Every moment that the text marks as its figures' own; more than one when it contradicts itself.
    pub moments: Vec<Moment>,
    /// The marked moment whose year is left away, where no other is marked.
    pub yearless: Option<MarkedMoment>,
    /// The words that mark the moment.
    pub moment_words: Option<Evidence>,
    /// The moment is a column's of the figures' own table.
    pub moment_by_column: bool,
    /// The words that say that installs are counted; `None`: nothing says so.
    pub counts: Option<Evidence>,
    /// The province's total, where the input states it.
    pub total: Option<Figure<u64>>,
    /// The share of the population, in percent, where the input states it.
    pub rate_percent: Option<Figure<f64>>,
    /// District code to installs.
    pub installs: BTreeMap<String, Figure<u64>>,
    pub source: SourceGuess,
    /// The codes of the districts that the text names, with or without a figure.
    pub mentioned: BTreeSet<String>,
    pub findings: Vec<Finding>,
}

impl ParsedReport {
    /// What the districts sum to, where there are any.
    pub fn sum(&self) -> Option<u64> {
        (!self.installs.is_empty()).then(|| self.installs.values().map(|figure| figure.value).sum())
    }

    /// The stamp of the moment, for those who do not ask whether its hour is stated.
    pub fn stamp(&self) -> Option<Stamp> {
        self.as_of.map(|moment| moment.stamp)
    }
}
