//! Makes a report of what was read, compares it with the reports already there and says whether it may be published. It must not touch
//! files or print.

use std::collections::BTreeMap;

use super::details::{self, Corrects, GivenDetails};
use super::review::Review;
use crate::campaign::check::check;
use crate::campaign::finding::{Finding, Level, Place, Problem};
use crate::campaign::letters::ParsedReport;
use crate::campaign::letters::dates::Moment;
use crate::campaign::waiver::waiver;
use crate::campaign::{Campaign, Report, Source, Stamp};
use crate::tool::ledger::as_stated;

/// A report before it is one.
pub struct Draft {
    /// `None`: nothing says of which moment the figures are.
    pub as_of: Option<Stamp>,
    pub total: Option<u64>,
    pub total_stated: bool,
    pub rate_percent: Option<f64>,
    pub installs: BTreeMap<String, u64>,
    pub source: Source,
    pub findings: Vec<Finding>,
    /// A standing report has this moment and these figures.
    pub already: bool,
    /// The campaign with the report in it, and its index there.
    pub campaign: Campaign,
    pub index: usize,
}

impl Draft {
    /// The id of the report in the data file.
    pub fn id(&self) -> Option<String> {
        self.campaign.reports.get(self.index).map(|report| report.id.clone())
    }

    pub fn is_refused(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }
}

/// Stands in for the moment of a draft that has none, so that its figures can be checked; such a draft is refused.
fn placeholder_moment() -> Option<Stamp> {
    Stamp::vietnam(9999, 12, 30, 0, 0)
}

/// Makes a draft; what speaks against its being published is among its findings, and `campaign` stays as it is.
pub fn draft(campaign: &Campaign, parsed: &ParsedReport, given: GivenDetails) -> Draft {
    let mut findings = parsed.findings.clone();
    let moment = details::moment(parsed, given.as_of, &mut findings);
    let installs: BTreeMap<String, u64> = parsed.installs.iter().map(|(code, figure)| (code.clone(), figure.value)).collect();
    let sum = (!installs.is_empty()).then(|| installs.values().sum());
    let total = parsed.total.map(|figure| figure.value).or(sum);
    let mut draft = Draft {
        as_of: moment.map(|moment| moment.stamp),
        total,
        total_stated: parsed.total.is_some(),
        rate_percent: parsed.rate_percent.map(|figure| figure.value),
        installs,
        source: details::source(parsed, &given, &mut findings),
        findings,
        already: false,
        campaign: campaign.clone(),
        index: campaign.reports.len(),
    };
    if let Some(total) = total {
        draft.validate(campaign, parsed, total, (moment, given));
    }
    draft.findings.sort_by_key(|finding| (finding.level == Level::Warning, finding.line().unwrap_or(usize::MAX)));
    draft
}

impl Draft {
    /// Puts the report into the draft's copy of the data file and finds what speaks against it there.
    fn validate(&mut self, campaign: &Campaign, parsed: &ParsedReport, total: u64, (moment, given): (Option<Moment>, GivenDetails)) {
        let input_has_errors = self.is_refused();
        if let Some(report) = moment.and_then(|moment| self.matching_report(campaign, moment, total)).filter(|_| !input_has_errors) {
            self.already = true;
            self.as_of = Some(report.as_of);
            self.findings.retain(Finding::is_error);
            return;
        }
        // A day alone could be any hour of that day.
        let is_there = |report: &&Report| {
            moment.is_some_and(|moment| moment.stamp == report.as_of || !moment.hour_stated && moment.same_as(as_stated(report)))
        };
        let standing = campaign.current_reports().find(is_there);
        if !input_has_errors {
            self.totals(total, parsed, given.note.is_some());
        }
        if let (Some(as_of), Some(now)) = (self.as_of, given.now)
            && as_of.unix() > now
        {
            self.error(Problem::InFuture { as_of });
        }
        let corrected = match &given.corrects {
            Corrects::Nothing => None,
            Corrects::SameMoment => standing,
            Corrects::Report(id) => campaign.report(id),
        };
        let is_corrected = |report: &Report| corrected.is_some_and(|corrected| corrected.id == report.id);
        let taken = standing.filter(|standing| !is_corrected(standing));
        match (taken, corrected, self.as_of) {
            (Some(standing), ..) => self.error(Problem::OtherFigures { as_of: standing.as_of }),
            (None, None, Some(as_of)) if given.corrects != Corrects::Nothing => self.error(Problem::NothingToCorrect { as_of }),
            (None, Some(_), _) if given.note.is_none() => self.error(Problem::CorrectionNeedsNote),
            _ => {}
        }
        let Some(as_of) = self.as_of.or_else(placeholder_moment) else { return };
        let installs = (!self.installs.is_empty()).then(|| self.installs.clone());
        let report = Report {
            id: campaign.next_id(),
            as_of,
            total,
            rate_percent: self.rate_percent,
            installs,
            source: self.source.clone(),
            note: given.note,
            accepted: Vec::new(),
            withdrawn: None,
            corrects: corrected.map(|report| report.id.clone()),
        };
        self.index = self.campaign.insert_report(report);
        self.accept();
        let review = Review {
            campaign: &self.campaign,
            index: self.index,
            parsed,
            input_has_errors,
            has_moment: self.as_of.is_some(),
            moment_is_taken: taken.is_some(),
        };
        self.findings.extend(review.findings());
    }

    /// What the note explains is accepted, each by its name.
    fn accept(&mut self) {
        let found = check(&self.campaign);
        let own = found.iter().filter(|finding| finding.report() == Some(self.index));
        let names = own.filter_map(|finding| waiver(&finding.problem)).collect();
        if let Some(report) = self.campaign.reports.get_mut(self.index).filter(|report| report.note.is_some()) {
            report.accepted = names;
        }
    }

    /// The standing report that says the same: of this moment, or of this day where the text leaves the hour open.
    fn matching_report<'a>(&self, campaign: &'a Campaign, moment: Moment, total: u64) -> Option<&'a Report> {
        let same_moment = |report: &Report| moment.same_as(as_stated(report));
        let same_figures = |report: &Report| {
            report.total == total
                && report.rate_percent == self.rate_percent
                && report.installs.clone().unwrap_or_default() == self.installs
        };
        campaign.current_reports().find(|report| same_moment(report) && same_figures(report))
    }

    /// What is said where a total or the districts are missing.
    fn totals(&mut self, total: u64, parsed: &ParsedReport, noted: bool) {
        if !self.total_stated {
            self.findings.push(Finding::warning(Place::Whole, Problem::TotalNotStated { sum: total }));
        }
        if self.installs.is_empty() {
            self.findings.push(Finding::warning(Place::Whole, Problem::TotalAlone));
            // One district may be the sender's address; two are a table that was not understood.
            if parsed.mentioned.len() > 1 {
                let name = |code: &String| self.campaign.district(code).map_or_else(|| code.clone(), |d| d.name.clone());
                let names = parsed.mentioned.iter().map(name).collect();
                let level = if noted { Level::Warning } else { Level::Error };
                self.findings.push(Finding { level, place: Place::Whole, problem: Problem::DistrictsUnread { names, noted } });
            }
        }
    }

    fn error(&mut self, problem: Problem) {
        self.findings.push(Finding::error(Place::Whole, problem));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::campaign::check::is_publishable;
    use crate::campaign::letters;
    use crate::campaign::names::Names;

    fn campaign() -> Campaign {
        serde_json::from_str(include_str!("../../../public/data/campaign.json")).unwrap()
    }

    fn read(campaign: &Campaign, input: &str, given: GivenDetails) -> Draft {
        draft(campaign, &letters::text(input, &Names::of(campaign)), given)
    }

    #[test]
    fn as_of_refines_the_day_and_never_overrules_it() {
        let campaign = campaign();
        let given = |text| GivenDetails { as_of: letters::dates::moment(text), ..GivenDetails::default() };
        let stamp = |input, given| read(&campaign, input, given).as_of;
        assert_eq!(stamp("Tính đến ngày 13/8/2020: Gia Nghĩa 13.404", given("2020-08-13 08:00")), Stamp::vietnam(2020, 8, 13, 8, 0));
        assert_eq!(stamp("Tính đến 8h ngày 13/8/2020: Gia Nghĩa 13.404", given("2020-08-13")), Stamp::vietnam(2020, 8, 13, 8, 0));
        let clash = read(&campaign, "Tính đến 8h ngày 13/8/2020: Gia Nghĩa 13.404", given("2020-08-14 08:00"));
        assert!(clash.findings.iter().any(|f| f.is_error() && matches!(f.problem, Problem::DateDisagrees { .. })));
        let chosen = read(&campaign, "Tính đến 8h ngày 13/8/2020. Tính đến 8h ngày 12/8/2020. Gia Nghĩa 13.404", given("2020-08-12"));
        assert_eq!(chosen.as_of, Stamp::vietnam(2020, 8, 12, 8, 0));
        assert!(!chosen.findings.iter().any(|f| matches!(f.problem, Problem::DateTwice { .. } | Problem::DateDisagrees { .. })));
    }

    proptest! {
        #[test]
        fn what_is_imported_passes_the_check(rises in prop::collection::vec(0u64..40_000, 8), hour in 0u32..24, style in 0usize..4) {
            let campaign = campaign();
            let before = campaign.reports[0].installs.clone().unwrap();
            let mut input = format!("Tính đến {hour} giờ ngày 12/8/2020\n");
            for (district, rise) in campaign.districts.iter().zip(&rises) {
                let n = before[&district.code] + rise;
                let figure = if n < 1000 { n.to_string() } else { format!("{}{}{:03}", n / 1000, ["", ".", ",", " "][style], n % 1000) };
                input += &format!("- {}: {figure} người\n", district.name);
            }
            let draft = read(&campaign, &input, GivenDetails::default());
            prop_assert!(!draft.is_refused(), "{:?}", draft.findings);
            prop_assert!(is_publishable(&draft.campaign));
            prop_assert_eq!(draft.total, Some(before.values().sum::<u64>() + rises.iter().sum::<u64>()));
            let again = read(&draft.campaign, &input, GivenDetails::default());
            prop_assert!(again.already && !again.is_refused());
        }
    }
}
