//! Makes a report of what was read, compares it with the reports already there and says whether it may be published. It must not touch
//! files or print.

use std::collections::BTreeMap;

use super::details::{self, Corrects, GivenDetails};
use super::plausible::{implausible, is_leap};
use super::review::Review;
use crate::campaign::finding::{Finding, ImportProblem, Level, Place, Problem};
use crate::campaign::letters::dates::Moment;
use crate::campaign::letters::{Evidence, ParsedReport};
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
    /// The words that say what is counted and of which moment, and the lines of the districts' figures.
    pub evidence: Evidenced,
    /// The campaign with the report in it, and its index there.
    pub campaign: Campaign,
    pub index: usize,
}

impl Draft {
    /// The id of the report in the data file.
    pub fn id(&self) -> Option<String> {
        self.campaign.reports.get(self.index).map(|report| report.id.clone())
    }

    /// The standing report before this one.
    pub fn before(&self) -> Option<&Report> {
        let own = self.campaign.reports.get(self.index).filter(|_| !self.already);
        let is_earlier =
            |report: &&Report| self.as_of.is_none_or(|as_of| report.as_of < as_of) && own.is_none_or(|own| own.id != report.id);
        self.campaign.current_reports().rfind(is_earlier)
    }

    pub fn is_refused(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }
}

/// Where in the input the report comes from.
#[derive(Clone, Debug, Default)]
pub struct Evidenced {
    pub counts: Option<Evidence>,
    pub moment: Option<Evidence>,
    pub lines: BTreeMap<String, usize>,
}

/// Stands in for the moment of a draft that has none, so that its figures can be checked; such a draft is refused.
fn placeholder_moment() -> Option<Stamp> {
    Stamp::vietnam(9999, 12, 30, 0, 0)
}

/// Makes a draft; what speaks against its being published is among its findings, and `campaign` stays as it is.
pub fn draft(campaign: &Campaign, parsed: &ParsedReport, given: GivenDetails) -> Draft {
    let mut findings = parsed.findings.clone();
    let moment = details::moment(parsed, &given, campaign, &mut findings);
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
        evidence: Evidenced {
            counts: parsed.counts.clone(),
            moment: parsed.moment_words.clone(),
            lines: parsed.installs.iter().map(|(code, figure)| (code.clone(), figure.line)).collect(),
        },
        campaign: campaign.clone(),
        index: campaign.reports.len(),
    };
    if let Some(total) = total {
        draft.evidence(parsed, given.counts_installs);
        draft.validate(campaign, parsed, total, (moment, given));
    }
    draft.findings.sort_by_key(|finding| (finding.level == Level::Warning, finding.line().unwrap_or(usize::MAX)));
    draft
}

impl Draft {
    /// Puts the report into the draft's copy of the data file and finds what speaks against it there.
    fn validate(&mut self, campaign: &Campaign, parsed: &ParsedReport, total: u64, (moment, given): (Option<Moment>, GivenDetails)) {
        // What is accepted by its name is no error any more.
        let accepted = self.accept(&given);
        let is_open = |f: &Finding| {
            matches!(
                f.problem,
                Problem::Import(ImportProblem::NoSource)
                    | Problem::Import(ImportProblem::NoEvidence)
                    | Problem::Import(ImportProblem::AcceptNeedsNote)
            )
        };
        let input_has_errors = self.findings.iter().any(|finding| finding.is_error() && !is_open(finding));
        if let Some(report) =
            moment.and_then(|moment| self.matching_report(campaign, moment, total, &given.corrects)).filter(|_| !input_has_errors)
        {
            self.already = true;
            self.as_of = Some(report.as_of);
            self.findings.clear();
            return;
        }
        // A day alone could be any hour of that day.
        let is_there = |report: &&Report| {
            moment.is_some_and(|moment| moment.stamp == report.as_of || !moment.hour_stated && moment.same_as(as_stated(report)))
        };
        let standing = campaign.current_reports().find(is_there);
        if !input_has_errors {
            self.totals(total, parsed);
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
            (Some(standing), ..) => self.error(Problem::Import(ImportProblem::OtherFigures { as_of: standing.as_of })),
            (None, None, Some(as_of)) if given.corrects != Corrects::Nothing => {
                self.error(Problem::Import(ImportProblem::NothingToCorrect { as_of }))
            }
            (None, Some(_), _) if given.note.is_none() => self.error(Problem::Import(ImportProblem::CorrectionNeedsNote)),
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
            note: given.note.clone(),
            accepted: given.accepts.clone(),
            withdrawn: None,
            corrects: corrected.map(|report| report.id.clone()),
        };
        if self.as_of.is_some() && !input_has_errors {
            self.findings.extend(implausible(campaign, &report).into_iter().map(|problem| match is_leap(&problem) {
                true => given.question(problem),
                false => Finding::error(Place::Whole, problem),
            }));
        }
        self.index = self.campaign.insert_report(report);
        let review = Review {
            campaign: &self.campaign,
            index: self.index,
            parsed,
            input_has_errors,
            has_moment: self.as_of.is_some(),
            moment_is_taken: taken.is_some(),
        };
        self.findings.extend(review.findings());
        let mut accepted = [accepted, self.accept(&given)].concat();
        // What the check of the whole accepts already, it has found under its name.
        accepted.extend(self.findings.iter().filter(|f| !f.is_error()).filter_map(|f| waiver(&f.problem)));
        for name in given.accepts.iter().filter(|name| !accepted.contains(name)) {
            self.findings.push(Finding::warning(Place::Whole, Problem::Import(ImportProblem::AcceptsNothing { name: name.clone() })));
        }
        if let Some(report) = self.campaign.reports.get_mut(self.index) {
            report.accepted.retain(|name| accepted.contains(name));
        }
    }

    /// Some words must say what is counted: the input's, or the officer's.
    fn evidence(&mut self, parsed: &ParsedReport, counts_installs: bool) {
        match &parsed.counts {
            _ if counts_installs => {}
            None => self.error(Problem::Import(ImportProblem::NoEvidence)),
            Some(counts) if !counts.names_app => {
                let problem = Problem::Import(ImportProblem::AppNotNamed { text: counts.text.clone() });
                self.findings.push(Finding::warning(Place::Whole, problem));
            }
            Some(_) => {}
        }
    }

    /// Turns errors into warnings that are accepted by their names, with a note that says why; answers those names.
    fn accept(&mut self, given: &GivenDetails) -> Vec<String> {
        if !given.accepts.is_empty() && given.note.is_none() {
            let is_said = self.findings.iter().any(|finding| finding.problem == Problem::Import(ImportProblem::AcceptNeedsNote));
            if !is_said {
                self.error(Problem::Import(ImportProblem::AcceptNeedsNote));
            }
            return Vec::new();
        }
        let mut accepted = Vec::new();
        for finding in &mut self.findings {
            if let Some(name) = waiver(&finding.problem).filter(|name| given.accepts.contains(name)) {
                *finding = Finding::warning(finding.place.clone(), finding.problem.clone().accepted());
                accepted.push(name);
            }
        }
        accepted
    }

    /// The standing report that says the same: of this moment, or of this day where the text leaves the hour open.
    fn matching_report<'a>(&self, campaign: &'a Campaign, moment: Moment, total: u64, corrects: &Corrects) -> Option<&'a Report> {
        // Who sends a table of the same figures says no rate; who corrects may take one away.
        let same_rate = |stated: Option<f64>| stated == self.rate_percent || self.rate_percent.is_none() && *corrects == Corrects::Nothing;
        let same_moment = |report: &Report| moment.same_as(as_stated(report));
        let same_figures = |report: &Report| {
            report.total == total && same_rate(report.rate_percent) && report.installs.clone().unwrap_or_default() == self.installs
        };
        campaign.current_reports().find(|report| same_moment(report) && same_figures(report))
    }

    /// What is said where a total or the districts are missing.
    fn totals(&mut self, total: u64, parsed: &ParsedReport) {
        if !self.total_stated {
            self.findings.push(Finding::warning(Place::Whole, Problem::Import(ImportProblem::TotalNotStated { sum: total })));
        }
        if self.installs.is_empty() {
            self.findings.push(Finding::warning(Place::Whole, Problem::Import(ImportProblem::TotalAlone)));
            // One district may be the sender's address; two are a table that was not understood.
            if parsed.mentioned.len() > 1 {
                let name = |code: &String| self.campaign.district(code).map_or_else(|| code.clone(), |d| d.name.clone());
                let names = parsed.mentioned.iter().map(name).collect();
                self.error(Problem::DistrictsUnread { names, noted: false });
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
        serde_json::from_str(include_str!("../../../tests/fixtures/data/campaign.json")).unwrap()
    }

    fn read(campaign: &Campaign, input: &str, given: GivenDetails) -> Draft {
        draft(campaign, &letters::read(input.as_bytes(), letters::Reading::default(), &Names::of(campaign)), given)
    }

    #[test]
    fn as_of_holds_whatever_stands_on_the_page() {
        let campaign = campaign();
        let given = |text| GivenDetails { as_of: letters::dates::moment(text), ..GivenDetails::default() };
        let stamp = |input, given| read(&campaign, input, given).as_of;
        assert_eq!(stamp("Tính đến ngày 13/8/2020: Gia Nghĩa 13.404", given("2020-08-13 08:00")), Stamp::vietnam(2020, 8, 13, 8, 0));
        assert_eq!(stamp("Tính đến 8h ngày 13/8/2020: Gia Nghĩa 13.404", given("2020-08-13")), Stamp::vietnam(2020, 8, 13, 8, 0));
        let clash = read(&campaign, "Tính đến 8h ngày 13/8/2020: Gia Nghĩa 13.404", given("2020-08-14 08:00"));
        assert_eq!(clash.as_of, Stamp::vietnam(2020, 8, 14, 8, 0));
        assert!(clash.findings.iter().any(|f| !f.is_error() && matches!(f.problem, Problem::Import(ImportProblem::DateOverruled { .. }))));
        // A column of days is the figures' own.
        let table = "Ngày;Huyện;Số lượt cài đặt\n13/8/2020;Gia Nghĩa;13404\n13/8/2020;Đắk Mil;8713";
        let clash = read(&campaign, table, given("2020-08-14 08:00"));
        assert!(clash.findings.iter().any(|f| f.is_error() && matches!(f.problem, Problem::Import(ImportProblem::DateDisagrees { .. }))));
        let chosen = read(&campaign, "Tính đến 8h ngày 13/8/2020. Tính đến 8h ngày 12/8/2020. Gia Nghĩa 13.404", given("2020-08-12"));
        assert_eq!(chosen.as_of, Stamp::vietnam(2020, 8, 12, 8, 0));
        assert!(
            !chosen
                .findings
                .iter()
                .any(|f| matches!(f.problem, Problem::DateTwice { .. } | Problem::Import(ImportProblem::DateDisagrees { .. })))
        );
    }

    /// Who names the source has nothing left to answer.
    fn named() -> GivenDetails {
        GivenDetails { title: Some("x".into()), ..GivenDetails::default() }
    }

    #[test]
    fn a_year_that_is_missing_is_the_likely_one() {
        let campaign = campaign();
        let now = Stamp::vietnam(2020, 9, 1, 0, 0).map(Stamp::unix);
        let stamp = |input| read(&campaign, input, GivenDetails { now, ..named() }).as_of;
        assert_eq!(stamp("Tính đến 8h ngày 13/8, Bluezone: Gia Nghĩa 13.404"), Stamp::vietnam(2020, 8, 13, 8, 0));
        // Before the last report and, a year later, in the future: no year fits.
        assert_eq!(stamp("Tính đến 8h ngày 10/8, Bluezone: Gia Nghĩa 13.404"), None);
    }

    #[test]
    fn nothing_is_taken_without_evidence() {
        let campaign = campaign();
        let rows: String = campaign
            .districts
            .iter()
            .map(|d| format!("{}: {}\n", d.name, campaign.reports[0].installs.as_ref().unwrap()[&d.code] + 1))
            .collect();
        let input = format!("Tính đến 8h ngày 12/8/2020\n{rows}");
        let refused = read(&campaign, &input, named());
        assert!(
            refused.findings.iter().any(|f| f.is_error() && f.problem == Problem::Import(ImportProblem::NoEvidence)),
            "{:?}",
            refused.findings
        );
        let said = read(&campaign, &input, GivenDetails { counts_installs: true, ..named() });
        assert!(!said.is_refused(), "{:?}", said.findings);
    }

    #[test]
    fn each_waiver_is_named_and_a_note_alone_waives_nothing() {
        let campaign = campaign();
        let rows: String = campaign
            .districts
            .iter()
            .map(|d| format!("{}: {}\n", d.name, campaign.reports[0].installs.as_ref().unwrap()[&d.code]))
            .collect();
        let input = format!("Số lượt cài đặt Bluezone tính đến 8h ngày 12/8/2020\nToàn tỉnh: 52.000\n{rows}");
        let given = |accepts: &[&str], note: Option<&str>| GivenDetails {
            accepts: accepts.iter().map(|name| (*name).to_owned()).collect(),
            note: note.map(str::to_owned),
            ..named()
        };
        let refused = |accepts: &[&str], note| read(&campaign, &input, given(accepts, note)).is_refused();
        assert!(refused(&[], None) && refused(&[], Some("vì sao")) && refused(&["sum"], None) && refused(&["rate"], Some("vì sao")));
        let taken = read(&campaign, &input, given(&["sum"], Some("vì sao")));
        assert!(!taken.is_refused(), "{:?}", taken.findings);
        assert_eq!(taken.campaign.reports[taken.index].accepted, ["sum"]);
    }

    proptest! {
        #[test]
        fn what_is_imported_passes_the_check(rises in prop::collection::vec(0u64..3_000, 8), hour in 0u32..24, style in 0usize..4) {
            let campaign = campaign();
            let before = campaign.reports[0].installs.clone().unwrap();
            let mut input = format!("Số lượt cài đặt Bluezone tính đến {hour} giờ ngày 12/8/2020\n");
            for (district, rise) in campaign.districts.iter().zip(&rises) {
                let n = before[&district.code] + rise;
                let figure = if n < 1000 { n.to_string() } else { format!("{}{}{:03}", n / 1000, ["", ".", ",", " "][style], n % 1000) };
                input += &format!("- {}: {figure} người\n", district.name);
            }
            let draft = read(&campaign, &input, named());
            prop_assert!(!draft.is_refused(), "{:?}", draft.findings);
            prop_assert!(is_publishable(&draft.campaign));
            prop_assert_eq!(draft.total, Some(before.values().sum::<u64>() + rises.iter().sum::<u64>()));
            let again = read(&draft.campaign, &input, named());
            prop_assert!(again.already && !again.is_refused());
        }
    }
}
