//! What the check of the whole data file says about a draft, led back to the lines of the input. It must not know where the draft comes
//! from.

use crate::campaign::Campaign;
use crate::campaign::check::check;
use crate::campaign::finding::{Finding, Place, Problem};
use crate::campaign::letters::ParsedReport;

/// A data file with the draft's report in it, and what is known of the report besides.
pub struct Review<'a> {
    pub campaign: &'a Campaign,
    /// The report's index in the data file.
    pub index: usize,
    pub parsed: &'a ParsedReport,
    /// Something of the input was not understood; that is said already.
    pub input_has_errors: bool,
    /// The input gives the moment of its figures.
    pub has_moment: bool,
    /// Another report of this moment stands; that is said already.
    pub moment_is_taken: bool,
}

impl Review<'_> {
    /// What the check of the whole says: all about the report, and every error, since a file with one is not published.
    pub fn findings(&self) -> Vec<Finding> {
        let all = check(self.campaign).into_iter();
        all.filter_map(|finding| match finding.place {
            Place::Report { index, .. } if index == self.index => {
                let place = line(self.parsed, &finding.problem).map_or(Place::Whole, Place::Line);
                (!self.is_consequence(&finding.problem)).then_some(Finding { place, ..finding })
            }
            _ => finding.is_error().then_some(finding),
        })
        .collect()
    }

    /// Whether a problem only follows from one that is said already.
    fn is_consequence(&self, problem: &Problem) -> bool {
        match problem {
            // What could not be read is missing in the sum as well: one finding is enough.
            Problem::SumDiffers { .. } | Problem::PartsExceedTotal { .. } | Problem::DistrictMissing { .. } => self.input_has_errors,
            // Nor is what is left of the sum a total to compare.
            Problem::TotalFell { .. } | Problem::RateDiffers { .. } => self.input_has_errors && self.parsed.total.is_none(),
            Problem::NotLater { .. } => self.moment_is_taken || !self.has_moment,
            Problem::CorrectionWithoutNote => true,
            _ => false,
        }
    }
}

/// The line of the input that a finding about the report goes back to.
fn line(parsed: &ParsedReport, problem: &Problem) -> Option<usize> {
    let district = |code: &String| parsed.installs.get(code).map(|figure| figure.line);
    match problem {
        Problem::InstallsFell { code, .. } | Problem::UnknownCode { code } => district(code),
        Problem::AbovePopulation { code: Some(code), .. } | Problem::TooLarge { code: Some(code), .. } => district(code),
        Problem::RateDiffers { .. } => parsed.rate_percent.map(|figure| figure.line),
        Problem::SumDiffers { .. }
        | Problem::PartsExceedTotal { .. }
        | Problem::TotalFell { .. }
        | Problem::AbovePopulation { .. }
        | Problem::TooLarge { .. } => parsed.total.map(|figure| figure.line),
        _ => None,
    }
}
