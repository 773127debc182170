//! What an input comes to: one report, or each report of a history, one after the other beside those before it. All of them are taken or none. It must
//! not touch files or print.

use super::details::GivenDetails;
use super::draft::{Draft, draft};
use crate::campaign::Campaign;
use crate::campaign::finding::Finding;
use crate::campaign::letters::ParsedReport;
use crate::text::tool::Tool;
use crate::text::{self, Lang, fill, findings, format_integer, tool};

pub struct Drafts {
    before: Campaign,
    /// By moment, the earliest first; those without one come last.
    all: Vec<Draft>,
}

impl Drafts {
    pub fn new(campaign: &Campaign, parsed: &[ParsedReport], given: &GivenDetails) -> Self {
        let mut parsed: Vec<&ParsedReport> = parsed.iter().collect();
        parsed.sort_by_key(|parsed| parsed.stamp().map_or((true, None), |stamp| (false, Some(stamp))));
        let mut drafts = Self { before: campaign.clone(), all: Vec::new() };
        for parsed in parsed {
            let next = draft(drafts.campaign(), parsed, given.clone());
            drafts.all.push(next);
        }
        drafts
    }

    pub fn all(&self) -> &[Draft] {
        &self.all
    }

    /// The one report, where there is no other.
    pub fn one(&self) -> Option<&Draft> {
        if let [one] = &self.all[..] { Some(one) } else { None }
    }

    pub fn latest(&self) -> Option<&Draft> {
        self.all.last()
    }

    pub fn is_refused(&self) -> bool {
        self.all.iter().any(Draft::is_refused)
    }

    /// Every one of them stands already.
    pub fn already(&self) -> bool {
        self.all.iter().all(|draft| draft.already)
    }

    /// The data file with all that may be taken.
    pub fn campaign(&self) -> &Campaign {
        self.all.iter().rfind(|draft| !draft.is_refused()).map_or(&self.before, |draft| &draft.campaign)
    }

    fn new_ones(&self) -> impl Iterator<Item = &Draft> {
        self.all.iter().filter(|draft| !draft.already)
    }

    /// The ids of the reports that are new.
    pub fn ids(&self) -> Vec<String> {
        self.new_ones().filter_map(Draft::id).collect()
    }

    /// What was said of them and let stand: nothing is accepted in silence.
    pub fn remarks(&self) -> Vec<String> {
        let said = |draft: &Draft, finding: &Finding| findings::message(Lang::Vi, &draft.campaign, &finding.problem);
        let mut remarks: Vec<String> = Vec::new();
        for remark in self.all.iter().flat_map(|draft| draft.findings.iter().map(|finding| said(draft, finding))) {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
        remarks
    }

    /// The moment of the one report, or how many there are.
    pub fn named(&self, lang: Lang) -> Option<String> {
        match self.one() {
            Some(draft) => draft.as_of.map(|at| text::moment(lang, at).replace('\u{a0}', " ")),
            None => {
                let count = if self.already() { self.all.len() } else { self.new_ones().count() };
                Some(format_integer(lang, count as u64))
            }
        }
    }

    pub fn already_words(&self, words: &'static Tool) -> &'static str {
        if self.one().is_some() { words.already } else { words.all_already }
    }

    pub fn added_words(&self, lang: Lang, corrects: bool) -> &'static str {
        let words = tool::tool(lang);
        match self.one() {
            Some(_) if corrects => words.corrected,
            Some(_) => words.added,
            None => words.all_added,
        }
    }

    /// How many reports a history holds, how many of them are new, and from when to when they are.
    pub fn summary(&self, lang: Lang) -> String {
        let moment = |draft: Option<&Draft>| draft.and_then(|draft| draft.as_of).map(|at| text::moment(lang, at).replace('\u{a0}', " "));
        let count = |n: usize| format_integer(lang, n as u64);
        let unknown = || tool::tool(lang).not_stated.to_owned();
        let last = self.all.iter().rfind(|draft| draft.as_of.is_some());
        let (first, last) = (moment(self.all.first()).unwrap_or_else(unknown), moment(last).unwrap_or_else(unknown));
        fill(tool::tool(lang).history, &[&count(self.all.len()), &first, &last, &count(self.new_ones().count())])
    }
}
