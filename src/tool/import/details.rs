//! What the officer says beside the input, and how it agrees with what the input says itself: the moment and the source.

use time::UtcOffset;

use crate::campaign::finding::{Finding, ImportProblem, Place, Problem};
use crate::campaign::letters::ParsedReport;
use crate::campaign::letters::dates::Moment;
use crate::campaign::{Campaign, Source};
use crate::text::tool::UNKNOWN_SOURCE;

/// What the officer says beside the input.
#[derive(Clone, Default)]
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
    /// `--counts installs`: what the figures count, where the input does not say it.
    pub counts_installs: bool,
    /// What is accepted, each by its name.
    pub accepts: Vec<String>,
    /// Nothing will be written.
    pub only_tries: bool,
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

/// The moment of the figures at the province's clock: as the officer says it, else as the text marks it.
pub fn moment(parsed: &ParsedReport, given: &GivenDetails, campaign: &Campaign, findings: &mut Vec<Finding>) -> Option<Moment> {
    let clock = campaign.clock();
    let at_clock = |moment: Moment| moment.at_clock(clock);
    let moment = match given.as_of.and_then(at_clock) {
        Some(given) => Some(overruling(parsed, given, clock, findings)),
        None => parsed.as_of.and_then(at_clock).or_else(|| in_likely_year(parsed, campaign, given.now, findings)),
    };
    match moment {
        None if !findings.iter().any(|f| matches!(f.problem, Problem::DateTwice { .. })) => {
            findings.push(Finding::error(Place::Whole, Problem::Import(ImportProblem::NoDate)))
        }
        Some(moment) if !moment.hour_stated => {
            findings.push(Finding::warning(Place::Whole, Problem::Import(ImportProblem::HourNotStated { as_of: moment.stamp })))
        }
        _ => {}
    }
    if let Some(moment) = moment.filter(|moment| moment.stamp.date().as_str() < FIRST_DAY) {
        findings.push(Finding::error(Place::Whole, Problem::Import(ImportProblem::BeforeApp { as_of: moment.stamp })));
    }
    moment
}

/// The app's first day: 18 April 2020 (Ministry of Information and Communications). No figures are older.
const FIRST_DAY: &str = "2020-04-18";

/// What the officer says holds, whatever stands on the page; only a column of days in the figures' own table can contradict it. Where
/// both are of one day, the fuller one is meant.
fn overruling(parsed: &ParsedReport, given: Moment, clock: UtcOffset, findings: &mut Vec<Finding>) -> Moment {
    findings.retain(|f| !matches!(f.problem, Problem::DateTwice { .. } | Problem::BadDate { .. }));
    let moments: Vec<Moment> = parsed.moments.iter().filter_map(|moment| moment.at_clock(clock)).collect();
    let agreed = moments.iter().find(|moment| moment.same_as(given));
    match (agreed, moments.first()) {
        (Some(agreed), _) if agreed.hour_stated => *agreed,
        (None, Some(text)) if parsed.moment_by_column => {
            findings
                .push(Finding::error(Place::Whole, Problem::Import(ImportProblem::DateDisagrees { text: text.stamp, given: given.stamp })));
            given
        }
        (None, Some(text)) => {
            findings.push(Finding::warning(
                Place::Whole,
                Problem::Import(ImportProblem::DateOverruled { text: text.stamp, given: given.stamp }),
            ));
            given
        }
        _ => given,
    }
}

/// Where the text leaves the year away: the first that puts the moment after the last report and not into the future.
fn in_likely_year(parsed: &ParsedReport, campaign: &Campaign, now: Option<i64>, findings: &mut Vec<Finding>) -> Option<Moment> {
    let marked = parsed.yearless.as_ref()?;
    let latest = campaign.report_at(None).map(|report| report.as_of);
    let first = latest.map_or(2020, |latest| latest.year().try_into().unwrap_or(2020));
    let fits = |moment: &Moment| {
        latest.is_none_or(|latest| moment.stamp > latest || !moment.hour_stated && moment.stamp.date() == latest.date())
            && now.is_none_or(|now| moment.stamp.unix() <= now)
    };
    let moment = (first..first + 2).filter_map(|year| marked.in_year(year)?.at_clock(campaign.clock())).find(fits);
    findings.push(match moment {
        Some(moment) => Finding::warning(Place::Line(marked.line), Problem::Import(ImportProblem::YearAssumed { as_of: moment.stamp })),
        None => Finding::error(Place::Line(marked.line), Problem::BadDate { text: marked.text.clone() }),
    });
    moment
}

/// The source as the officer names it, else by the letter's own words. A file's name says nothing of where figures come from.
pub fn source(parsed: &ParsedReport, given: &GivenDetails, findings: &mut Vec<Finding>) -> Source {
    let guess = &parsed.source;
    // Who names the source himself says all of it: a number of the text's could be another letter's.
    let number = if given.title.is_some() { given.number.clone() } else { given.number.clone().or_else(|| guess.number.clone()) };
    let title = given.title.clone().or_else(|| guess.title.clone());
    if title.is_none() {
        findings.push(given.question(Problem::Import(ImportProblem::NoSource)));
    }
    let title = title.unwrap_or_else(|| UNKNOWN_SOURCE.to_owned());
    Source { title, title_en: given.title_en.clone(), number, url: given.url.clone().or_else(|| guess.url.clone()) }
}

impl GivenDetails {
    /// What the officer has still to answer before the report is written; who only tries is told of it.
    pub fn question(&self, problem: Problem) -> Finding {
        if self.only_tries { Finding::warning(Place::Whole, problem) } else { Finding::error(Place::Whole, problem) }
    }
}
