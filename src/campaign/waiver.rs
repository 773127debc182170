//! What speaks against a report's figures and may yet be published, each under a name that an officer accepts it by: `sum`, `fall:663`. Everything
//! else is refused whatever anybody says.

use super::finding::Problem;
use super::report::{ANY, Report};

/// The name that accepts a problem; none for what nothing excuses.
pub fn waiver(problem: &Problem) -> Option<String> {
    let of = |name: &str, code: &str| Some(format!("{name}:{code}"));
    match problem {
        Problem::SumDiffers { .. } | Problem::PartsExceedTotal { .. } => Some("sum".into()),
        Problem::RateDiffers { .. } => Some("rate".into()),
        Problem::DistrictMissing { code, .. } => of("missing", code),
        Problem::TotalFell { .. } => Some("fall".into()),
        Problem::InstallsFell { code, .. } => of("fall", code),
        Problem::AbovePopulation { code: None, .. } => Some("population".into()),
        Problem::AbovePopulation { code: Some(code), .. } => of("population", code),
        #[cfg(not(target_arch = "wasm32"))]
        Problem::Import(problem) => problem.waiver(),
        Problem::NotInstalls { .. } => Some("meaning".into()),
        Problem::NoteDoubts { .. } => Some("doubt".into()),
        Problem::DistrictsUnread { .. } => Some("total-alone".into()),
        _ => None,
    }
}

impl Report {
    /// Whether the report accepts what has this name. The public is told why, so without a note nothing is accepted.
    pub fn accepts(&self, waiver: &str) -> bool {
        self.note.is_some() && self.accepted.iter().any(|accepted| accepted == waiver || accepted == ANY)
    }
}

impl Problem {
    /// The same problem, once it is accepted.
    pub fn accepted(mut self) -> Self {
        match &mut self {
            Self::SumDiffers { noted, .. }
            | Self::PartsExceedTotal { noted, .. }
            | Self::RateDiffers { noted, .. }
            | Self::DistrictMissing { noted, .. }
            | Self::TotalFell { noted, .. }
            | Self::InstallsFell { noted, .. }
            | Self::NotInstalls { noted, .. }
            | Self::NoteDoubts { noted, .. }
            | Self::DistrictsUnread { noted, .. }
            | Self::AbovePopulation { noted, .. } => *noted = true,
            #[cfg(not(target_arch = "wasm32"))]
            Self::Import(problem) => problem.accept(),
            _ => {}
        }
        self
    }
}
