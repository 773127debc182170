//! What is wrong with an input or a data file, as typed data: how bad, where, what. It holds values and no words: `text::findings` words
//! it for people, and the browser, which has nobody to tell, asks only whether anything is an error.

#[cfg(not(target_arch = "wasm32"))]
pub use super::import_problem::ImportProblem;
pub use super::problem::Problem;
pub use super::refusal::NumberError;

use super::Stamp;

/// Whether the figures may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// They may not.
    Error,
    /// They may, and someone should know this.
    Warning,
}

/// One thing to say about an input or a data file.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub level: Level,
    pub place: Place,
    pub problem: Problem,
}

/// Where it was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// The data file or the input as a whole.
    Whole,
    /// A line of the input (a row, where the input is a sheet), from 1.
    Line(usize),
    /// A member of the data file, e.g. `links.install`.
    Field(&'static str),
    /// The district at this index of the data file.
    District { index: usize, code: String },
    /// The report at this index of the data file.
    Report { index: usize, as_of: Stamp },
    /// The map file.
    Map,
    /// The boundary file that a map is made from.
    Boundaries,
}

impl Finding {
    /// What keeps figures from being published.
    pub fn error(place: Place, problem: Problem) -> Self {
        Self { level: Level::Error, place, problem }
    }

    /// What someone should know, and what keeps nothing from being published.
    pub fn warning(place: Place, problem: Problem) -> Self {
        Self { level: Level::Warning, place, problem }
    }

    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }

    /// The index of the report of the data file that it is about.
    pub fn report(&self) -> Option<usize> {
        match self.place {
            Place::Report { index, .. } => Some(index),
            _ => None,
        }
    }

    /// The line of the input that it is about.
    pub fn line(&self) -> Option<usize> {
        match self.place {
            Place::Line(line) => Some(line),
            _ => None,
        }
    }
}
