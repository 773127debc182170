//! What an import understood, for programs. Members are added, and none is taken away.

use std::collections::BTreeMap;

use serde::Serialize;

use super::draft::Draft;
use super::drafts::Drafts;
use crate::campaign::Stamp;
use crate::campaign::finding::Finding;
use crate::campaign::letters::Evidence;
use crate::text::findings;
use crate::tool::common::Common;
use crate::tool::output;

/// What an import understood, for programs.
#[derive(Serialize)]
pub struct Answer<'a> {
    as_of: Option<Stamp>,
    total: Option<u64>,
    rate_percent: Option<f64>,
    installs: &'a BTreeMap<String, u64>,
    findings: Vec<Remark>,
    /// The words of the input that give the figures their meaning and their moment, and the lines that they come from.
    evidence: EvidenceAnswer<'a>,
    /// Where it was written: the report's id, and the file's revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u64>,
}

impl<'a> Answer<'a> {
    /// `revision`: the file's, where the report was written.
    fn of(common: &Common, draft: &'a Draft, revision: Option<u64>) -> Self {
        let message = |f: &Finding| findings::message(common.language(), &draft.campaign, &f.problem);
        let remark = |f: &Finding| Remark { level: output::level(f), line: f.line(), message: message(f) };
        Self {
            as_of: draft.as_of,
            total: draft.total,
            rate_percent: draft.rate_percent,
            installs: &draft.installs,
            findings: draft.findings.iter().map(remark).collect(),
            evidence: EvidenceAnswer {
                counts: draft.evidence.counts.as_ref().map(Words::of),
                as_of: draft.evidence.moment.as_ref().map(Words::of),
                lines: &draft.evidence.lines,
            },
            report: revision.and_then(|_| draft.id()),
            revision,
        }
    }
}

/// Of one report its own answer; of a history all of them, and the file's revision where they were written.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Answers<'a> {
    One(Box<Answer<'a>>),
    All {
        reports: Vec<Answer<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        revision: Option<u64>,
    },
}

pub fn of_all<'a>(common: &Common, drafts: &'a Drafts, revision: Option<u64>) -> Answers<'a> {
    match drafts.one() {
        Some(draft) => Answers::One(Box::new(Answer::of(common, draft, revision))),
        None => Answers::All { reports: drafts.all().iter().map(|draft| Answer::of(common, draft, revision)).collect(), revision },
    }
}

#[derive(Serialize)]
struct EvidenceAnswer<'a> {
    counts: Option<Words<'a>>,
    as_of: Option<Words<'a>>,
    lines: &'a BTreeMap<String, usize>,
}

#[derive(Serialize)]
struct Words<'a> {
    text: &'a str,
    line: Option<usize>,
}

impl<'a> Words<'a> {
    fn of(evidence: &'a Evidence) -> Self {
        Self { text: &evidence.text, line: Some(evidence.line).filter(|line| *line > 0) }
    }
}

#[derive(Serialize)]
struct Remark {
    level: &'static str,
    line: Option<usize>,
    message: String,
}
