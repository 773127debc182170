//! `import`: reads a report as people send it, shows what was understood, and puts it into its place in the data file when nothing speaks
//! against it.

mod details;
mod draft;
mod review;
mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use serde::Serialize;

use crate::campaign::change::Deed;
use crate::campaign::finding::Finding;
use crate::campaign::letters::dates::{self, Moment};
use crate::campaign::letters::{self, InputFormat};
use crate::campaign::names::Names;
use crate::campaign::{Campaign, Stamp};
use crate::text::{self, fill, findings, tool};
use crate::tool::common::{Common, Format, Outcome};
use crate::tool::{files, ledger, output};
use details::{Corrects, GivenDetails};
use draft::{Draft, draft};

#[derive(clap::Args)]
pub struct Args {
    /// The letter, e-mail or table: text, CSV, TSV, XLSX or ODS; `-` reads standard input
    file: PathBuf,
    /// Show what would be done and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Why a fall, a rate that does not follow, missing districts or an odd total are to be kept as published
    #[arg(long, value_name = "WHY")]
    note: Option<String>,
    /// The moment of the figures, where the text does not give it: 2020-08-13T08:00, "2020-08-13 08:00", 2020-08-13, "8h 13/8/2020"
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    as_of: Option<Moment>,
    /// The title of the source; without it the letter's own words, else the file's name
    #[arg(long, value_name = "TITLE")]
    source: Option<String>,
    /// The title of the source in English, for the English pages
    #[arg(long, value_name = "TITLE")]
    source_en: Option<String>,
    /// The number of the source, e.g. 4161/UBND-KGVX
    #[arg(long)]
    number: Option<String>,
    /// The address of the source
    #[arg(long)]
    url: Option<String>,
    /// Correct the report of the same moment, which stays in the file; needs --note
    #[arg(long)]
    corrects: bool,
    /// The format of the input; without it the file's ending or its content tells
    #[arg(long, value_enum)]
    kind: Option<InputKind>,
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

/// What the officer may say of a new letter that corrects a report.
pub struct Given {
    pub as_of: Option<Moment>,
    pub source: Option<String>,
    pub source_en: Option<String>,
    pub number: Option<String>,
    pub url: Option<String>,
}

/// Puts what a letter says in the place of a report.
pub fn correct(common: &Common, report: ledger::Which, file: PathBuf, note: &str, given: Given) -> Outcome {
    let Given { as_of, source, source_en, number, url } = given;
    let args =
        Args { file, dry_run: false, note: Some(note.to_owned()), as_of, source, source_en, number, url, corrects: true, kind: None };
    take(common, &args, Some(&report)).unwrap_or_else(|outcome| outcome)
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    take(common, args, None).unwrap_or_else(|outcome| outcome)
}

/// `report`: the one to correct, where it is named. The error is an outcome, too: what stands in the way has been said.
fn take(common: &Common, args: &Args, report: Option<&ledger::Which>) -> Result<Outcome, Outcome> {
    // The letter is read before the data file is locked: standard input may take its time.
    let input = files::read(&args.file).map_err(|failure| output::failed(common, &failure))?;
    let session = if args.dry_run { None } else { Some(ledger::open(common)?) };
    let campaign = session.as_ref().map_or_else(|| look(common), |session| Ok(session.campaign.clone()))?;
    let mut given = given_details(args);
    if let Some(report) = report {
        let report = report.find(common.language(), &campaign).map_err(|sentence| ledger::refuse(common, &sentence))?;
        given.corrects = Corrects::Report(report.id.clone());
    }
    let parsed = letters::read(&input, format(args), &Names::of(&campaign));
    let draft = draft(&campaign, &parsed, given);
    let words = tool::tool(common.language());
    let unwritten = |sentence: &str, of: Option<&Draft>, outcome: Outcome| {
        print(common, &draft, None);
        Ok(finish(common, sentence, of, outcome))
    };
    match session {
        _ if draft.is_refused() => unwritten(words.refused, None, Outcome::Findings),
        _ if draft.already => unwritten(words.already, Some(&draft), Outcome::Done),
        None => unwritten(words.only_tried, None, Outcome::Done),
        Some(session) => Ok(save(common, args, session, &draft)),
    }
}

/// The data file for who only tries: without a lock.
fn look(common: &Common) -> Result<Campaign, Outcome> {
    let data = files::data(&common.data).map_err(|failure| output::failed(common, &failure))?;
    data.map(|data| data.campaign).map_err(|finding| output::report(common, &output::nameless(), &[finding]))
}

fn save(common: &Common, args: &Args, mut session: ledger::Session, draft: &Draft) -> Outcome {
    let words = tool::tool(common.language());
    session.campaign.clone_from(&draft.campaign);
    let what = if args.corrects { Deed::Correct } else { Deed::Import };
    match session.save(common, what, draft.id()) {
        Err(unsaved) => ledger::failed(common, unsaved),
        Ok(saved) => {
            print(common, draft, saved.as_ref());
            let outcome = finish(common, if args.corrects { words.corrected } else { words.added }, Some(draft), Outcome::Done);
            if let (Format::Text, Some(saved)) = (common.format, saved) {
                print_line!("{}", ledger::saved(common, &saved));
            }
            outcome
        }
    }
}

fn format(args: &Args) -> Option<InputFormat> {
    match args.kind {
        Some(InputKind::Text) => Some(InputFormat::Text),
        Some(InputKind::Csv) => Some(InputFormat::Csv),
        Some(InputKind::Xlsx | InputKind::Ods) => Some(InputFormat::Sheet),
        None => args.file.to_str().and_then(InputFormat::of_name),
    }
}

fn given_details(args: &Args) -> GivenDetails {
    let non_empty = |text: &Option<String>| text.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let stem = args.file.file_stem().filter(|_| args.file != Path::new("-"));
    GivenDetails {
        as_of: args.as_of,
        note: non_empty(&args.note),
        title: non_empty(&args.source),
        title_en: non_empty(&args.source_en),
        number: non_empty(&args.number),
        url: non_empty(&args.url),
        corrects: if args.corrects { Corrects::SameMoment } else { Corrects::Nothing },
        now: SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|t| i64::try_from(t.as_secs()).ok()),
        file: stem.map(|stem| stem.to_string_lossy().into_owned()),
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
    /// Where it was written: the report's id, and the file's revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u64>,
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
