//! What can be wrong with a report that was read, beside what the officer says and what is published already, as values;
//! `text::findings` has the words.

use super::Stamp;

/// What is wrong, with the values that a sentence about it needs. `code`: none for the whole province.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportProblem {
    /// The total has risen by more than half within two weeks.
    TotalRose {
        from: u64,
        to: u64,
        since: Stamp,
        noted: bool,
    },
    /// A district's figure has more than doubled.
    InstallsRose {
        code: String,
        from: u64,
        to: u64,
        since: Stamp,
        noted: bool,
    },
    /// More than six in ten people.
    LargeShare {
        installs: u64,
        population: u64,
        noted: bool,
    },
    /// A figure is the population itself; no code: the province's.
    EqualsPopulation {
        code: Option<String>,
        population: u64,
        noted: bool,
    },
    /// `--accept` without `--note`: the public is told why.
    AcceptNeedsNote,
    /// `--accept` names what is not there.
    AcceptsNothing {
        name: String,
    },
    /// The moment is before the app's first day.
    BeforeApp {
        as_of: Stamp,
    },
    /// The text leaves the year away; it is taken as this.
    YearAssumed {
        as_of: Stamp,
    },
    /// The text gives another moment, and `--as-of` holds.
    DateOverruled {
        text: Stamp,
        given: Stamp,
    },
    OtherFigures {
        as_of: Stamp,
    },
    NoSource,
    CorrectionNeedsNote,
    NothingToCorrect {
        as_of: Stamp,
    },
    NoDate,
    HourNotStated {
        as_of: Stamp,
    },
    DateDisagrees {
        text: Stamp,
        given: Stamp,
    },
    TotalNotStated {
        sum: u64,
    },
    TotalAlone,
    /// Nothing says that installs of the app are counted.
    NoEvidence,
    /// It says so, and nowhere names the app.
    AppNotNamed {
        text: String,
    },
}

impl ImportProblem {
    /// The name that accepts it (see [`super::waiver`]).
    pub(super) fn waiver(&self) -> Option<String> {
        let of = |name: &str, code: &Option<String>| code.as_ref().map_or_else(|| name.to_owned(), |code| format!("{name}:{code}"));
        match self {
            Self::TotalRose { .. } => Some("rise".into()),
            Self::InstallsRose { code, .. } => Some(format!("rise:{code}")),
            Self::LargeShare { .. } => Some("share".into()),
            Self::EqualsPopulation { code, .. } => Some(of("population", code)),
            _ => None,
        }
    }

    /// Marks it as accepted.
    pub(super) fn accept(&mut self) {
        if let Self::TotalRose { noted, .. }
        | Self::InstallsRose { noted, .. }
        | Self::LargeShare { noted, .. }
        | Self::EqualsPopulation { noted, .. } = self
        {
            *noted = true;
        }
    }
}
