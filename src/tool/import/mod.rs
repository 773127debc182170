//! `import`: reads a report as people send it, shows what was understood, and puts it into its place in the data file when nothing speaks
//! against it.

mod ask;
mod details;
mod draft;
mod plausible;
mod review;
mod table;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use serde::Serialize;

use crate::campaign::change::Deed;
use crate::campaign::finding::Finding;
use crate::campaign::letters::dates::{self, Moment};
use crate::campaign::letters::{self, Evidence, InputFormat, Reading};
use crate::campaign::names::Names;
use crate::campaign::{Campaign, Stamp};
use crate::text::{self, Lang, fill, findings, tool};
use crate::tool::common::{Common, Format, Outcome};
use crate::tool::{files, ledger, output};
use details::{Corrects, GivenDetails};
use draft::{Draft, draft};

#[derive(clap::Args, Clone)]
pub struct Args {
    /// The letter, e-mail or table: text, CSV, DOCX, PDF, HTML, EML, XLSX, XLS or ODS; `-` reads standard input
    pub file: PathBuf,
    /// Show what would be done and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask before it is written
    #[arg(long, short)]
    pub yes: bool,
    /// Correct the report of the same moment, which stays in the file; needs --note
    #[arg(long)]
    pub corrects: bool,
    #[command(flatten)]
    pub answers: Answers,
}

/// What the officer says of an input, where it leaves something open.
#[derive(clap::Args, Clone, Default)]
pub struct Answers {
    /// The moment of the figures; it holds whatever stands on the page: 2020-08-13T08:00, "2020-08-13 08:00", 2020-08-13, "8h 13/8/2020"
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub as_of: Option<Moment>,
    /// What the figures count, where the input does not say it
    #[arg(long, value_enum, value_name = "WHAT")]
    pub counts: Option<Counts>,
    /// The column of the figures: the words over it, or its letter
    #[arg(long, value_name = "COLUMN")]
    pub column: Option<String>,
    /// Accept by its name what speaks against the figures (sum, rate, fall, fall:663, rise, missing:663 …); needs --note
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub accept: Vec<String>,
    /// What the public reads of it: why something is accepted, or what was wrong
    #[arg(long, value_name = "WHY")]
    pub note: Option<String>,
    /// The title of the source; without it the letter's own words
    #[arg(long, value_name = "TITLE")]
    pub source: Option<String>,
    /// The title of the source in English, for the English pages
    #[arg(long, value_name = "TITLE")]
    pub source_en: Option<String>,
    /// The number of the source, e.g. 4161/UBND-KGVX
    #[arg(long)]
    pub number: Option<String>,
    /// The address of the source
    #[arg(long)]
    pub url: Option<String>,
    /// How a text is read; without it the file's ending or its content tells
    #[arg(long, value_enum)]
    kind: Option<InputKind>,
}

/// What figures can count.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Counts {
    /// Installs of the app
    Installs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum InputKind {
    Text,
    Csv,
    Xlsx,
    Ods,
}

/// A moment on the command line.
pub fn moment(text: &str) -> Result<Moment, String> {
    dates::moment(text).ok_or_else(|| "expected a moment such as 2020-08-13T08:00, 2020-08-13 or \"8h 13/8/2020\"".to_owned())
}

/// Puts what a letter says in the place of a report.
pub fn correct(common: &Common, report: &ledger::Which, file: PathBuf, yes: bool, answers: Answers) -> Outcome {
    take(common, &Args { file, dry_run: false, yes, corrects: true, answers }, Some(report))
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    take(common, args, None)
}

/// `report`: the one to correct, where it is named.
fn take(common: &Common, args: &Args, report: Option<&ledger::Which>) -> Outcome {
    let input = match files::read(&args.file) {
        Ok(input) => input,
        Err(failure) => return output::failed(common, &failure),
    };
    let words = tool::tool(common.language());
    // Who looks first holds no lock; what was agreed to is drafted anew under it.
    let asks = !args.dry_run && !args.yes && common.format == Format::Text && ask::can_ask();
    if args.dry_run || asks {
        let campaign = match look(common) {
            Ok(campaign) => campaign,
            Err(outcome) => return outcome,
        };
        let draft = match drafted(common, args, report, &input, &campaign) {
            Ok(draft) => draft,
            Err(outcome) => return outcome,
        };
        print(common, &draft, None);
        if draft.is_refused() {
            return finish(common, words.refused, None, Outcome::Findings);
        }
        if draft.already {
            return finish(common, words.already, Some(&draft), Outcome::Done);
        }
        if args.dry_run {
            return finish(common, words.only_tried, None, Outcome::Done);
        }
        if !ask::agrees(words.ask_write) {
            return finish(common, words.not_written, None, Outcome::Findings);
        }
    }
    let (session, campaign) = match begin(common) {
        Ok(begun) => begun,
        Err(outcome) => return outcome,
    };
    let draft = match drafted(common, args, report, &input, &campaign) {
        Ok(draft) => draft,
        Err(outcome) => return outcome,
    };
    if draft.is_refused() || draft.already {
        print(common, &draft, None);
        return match draft.already {
            true => finish(common, words.already, Some(&draft), Outcome::Done),
            false => finish(common, words.refused, None, Outcome::Findings),
        };
    }
    save(common, args, session, &draft, !asks)
}

fn drafted(common: &Common, args: &Args, report: Option<&ledger::Which>, input: &[u8], campaign: &Campaign) -> Result<Draft, Outcome> {
    let mut given = given_details(args);
    match report.map(|report| report.find(common.language(), campaign)) {
        Some(Ok(report)) => given.corrects = Corrects::Report(report.id.clone()),
        Some(Err(sentence)) => return Err(ledger::refuse(common, &sentence)),
        None => {}
    }
    let reading = Reading { format: format(args), column: args.answers.column.as_deref() };
    let parsed = letters::read(input, reading, &Names::of(campaign));
    Ok(draft(campaign, &parsed, given))
}

fn begin(common: &Common) -> Result<(ledger::Session, Campaign), Outcome> {
    let session = ledger::open(common)?;
    let campaign = session.campaign.clone();
    Ok((session, campaign))
}

fn look(common: &Common) -> Result<Campaign, Outcome> {
    let data = files::data(&common.data).map_err(|failure| output::failed(common, &failure))?;
    data.map(|data| data.campaign).map_err(|finding| output::report(common, &output::nameless(), &[finding]))
}

/// `prints`: what was understood has not been shown yet.
fn save(common: &Common, args: &Args, mut session: ledger::Session, draft: &Draft, prints: bool) -> Outcome {
    let words = tool::tool(common.language());
    session.campaign.clone_from(&draft.campaign);
    // Nothing is accepted in silence.
    session.remarks = draft.findings.iter().map(|finding| findings::message(Lang::Vi, &draft.campaign, &finding.problem)).collect();
    let what = if args.corrects { Deed::Correct } else { Deed::Import };
    match session.save(common, what, draft.id()) {
        Err(unsaved) => ledger::failed(common, unsaved),
        Ok(saved) => {
            if prints {
                print(common, draft, saved.as_ref());
            }
            let outcome = finish(common, if args.corrects { words.corrected } else { words.added }, Some(draft), Outcome::Done);
            if let (Format::Text, Some(saved)) = (common.format, saved) {
                print_line!("{}", ledger::saved(common, &saved));
            }
            outcome
        }
    }
}

fn format(args: &Args) -> Option<InputFormat> {
    match args.answers.kind {
        Some(InputKind::Text) => Some(InputFormat::Text),
        Some(InputKind::Csv) => Some(InputFormat::Csv),
        Some(InputKind::Xlsx | InputKind::Ods) => None,
        None => args.file.to_str().and_then(InputFormat::of_name),
    }
}

fn given_details(args: &Args) -> GivenDetails {
    let non_empty = |text: &Option<String>| text.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let answers = &args.answers;
    GivenDetails {
        as_of: answers.as_of,
        note: non_empty(&answers.note),
        title: non_empty(&answers.source),
        title_en: non_empty(&answers.source_en),
        number: non_empty(&answers.number),
        url: non_empty(&answers.url),
        corrects: if args.corrects { Corrects::SameMoment } else { Corrects::Nothing },
        now: SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|t| i64::try_from(t.as_secs()).ok()),
        counts_installs: answers.counts == Some(Counts::Installs),
        accepts: answers.accept.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect(),
        only_tries: args.dry_run,
    }
}

/// `saved`: what came of it, where it was written.
fn print(common: &Common, draft: &Draft, saved: Option<&ledger::Saved>) {
    match common.format {
        Format::Text => {
            print_line!("{}{}", table::table(common, draft), with_blank_line(&output::lines(common, &draft.campaign, &draft.findings)))
        }
        Format::Json => {
            let message = |f: &Finding| findings::message(common.language(), &draft.campaign, &f.problem);
            let remark = |f: &Finding| Remark { level: output::level(f), line: f.line(), message: message(f) };
            let answer = Answer {
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
                report: saved.and_then(|_| draft.id()),
                revision: saved.map(|saved| saved.revision),
            };
            match serde_json::to_string_pretty(&answer) {
                Ok(text) => print_line!("{text}"),
                Err(error) => print_error!("{error}"),
            }
        }
    }
}

fn with_blank_line(lines: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("\n{lines}") }
}

/// What an import understood, for programs.
#[derive(Serialize)]
struct Answer<'a> {
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

/// Says what was done. Programs have read it from the exit code and the findings; their output stays one piece of JSON.
fn finish(common: &Common, sentence: &str, of: Option<&Draft>, outcome: Outcome) -> Outcome {
    if common.format == Format::Text {
        let path = common.data.display().to_string();
        let moment = of.and_then(|draft| draft.as_of).map(|at| text::moment(common.language(), at).replace('\u{a0}', " "));
        match moment {
            Some(moment) => print_line!("{}", fill(sentence, &[&moment, &path])),
            None => print_line!("{}", fill(sentence, &[&path])),
        }
    }
    outcome
}
