//! What the officer says beside the input, and how it agrees with what the input says itself: the moment and the source.

use crate::campaign::Source;
use crate::campaign::finding::{Finding, Place, Problem};
use crate::campaign::letters::ParsedReport;
use crate::campaign::letters::dates::Moment;
use crate::text::tool::UNKNOWN_SOURCE;

/// What the officer says beside the input.
#[derive(Default)]
pub struct GivenDetails {
    pub as_of: Option<Moment>,
    pub note: Option<String>,
    pub title: Option<String>,
    pub title_en: Option<String>,
    pub number: Option<String>,
    pub url: Option<String>,
    pub corrects: Corrects,
    /// The moment of the import, in seconds since 1970: figures of a later one are a slip of the pen.
    pub now: Option<i64>,
    /// The name of the input's file, for a title where nothing else gives one.
    pub file: Option<String>,
}

/// Which report the new one takes the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Corrects {
    #[default]
    Nothing,
    /// The standing one of the same moment.
    SameMoment,
    /// The one of this id.
    Report(String),
}

/// The moment that the text and `--as-of` agree on; the fuller of the two where one leaves the hour open.
pub fn moment(parsed: &ParsedReport, given: Option<Moment>, findings: &mut Vec<Finding>) -> Option<Moment> {
    let moment = match given {
        None => parsed.as_of,
        Some(given) => {
            findings.retain(|f| !matches!(f.problem, Problem::DateTwice { .. } | Problem::BadDate { .. }));
            let agreed = parsed.moments.iter().find(|moment| moment.same_as(given));
            match (agreed, parsed.moments.first()) {
                (Some(agreed), _) if agreed.hour_stated => Some(*agreed),
                (None, Some(text)) => {
                    findings.push(Finding::error(Place::Whole, Problem::DateDisagrees { text: text.stamp, given: given.stamp }));
                    Some(given)
                }
                _ => Some(given),
            }
        }
    };
    match moment {
        None if !findings.iter().any(|f| matches!(f.problem, Problem::DateTwice { .. })) => {
            findings.push(Finding::error(Place::Whole, Problem::NoDate))
        }
        Some(moment) if !moment.hour_stated => {
            findings.push(Finding::warning(Place::Whole, Problem::HourNotStated { as_of: moment.stamp }))
        }
        _ => {}
    }
    moment
}

/// The source as the officer names it, else by the letter's own words, else the file's name.
pub fn source(parsed: &ParsedReport, given: &GivenDetails, findings: &mut Vec<Finding>) -> Source {
    let guess = &parsed.source;
    // Who names the source himself says all of it: a number of the text's could be another letter's.
    let number = if given.title.is_some() { given.number.clone() } else { given.number.clone().or_else(|| guess.number.clone()) };
    let title = given.title.clone().or_else(|| guess.title.clone()).or_else(|| given.file.clone());
    if title.is_none() {
        findings.push(Finding::warning(Place::Whole, Problem::NoSource));
    }
    let title = title.unwrap_or_else(|| UNKNOWN_SOURCE.to_owned());
    Source { title, title_en: given.title_en.clone(), number, url: given.url.clone().or_else(|| guess.url.clone()) }
}
