//! `import`: reads a report as people send it, shows what was understood, and appends it to the data file when nothing speaks against it.

mod append;
mod details;
mod draft;
mod review;
mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use serde::Serialize;

use crate::campaign::Stamp;
use crate::campaign::finding::Finding;
use crate::campaign::letters::dates::{self, Moment};
use crate::campaign::letters::{self, InputFormat, Reading};
use crate::campaign::names::Names;
use crate::text::{self, fill, findings, tool};
use crate::tool::common::{Common, Format, Outcome};
use crate::tool::{files, output};
use details::GivenDetails;
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

fn moment(text: &str) -> Result<Moment, String> {
    dates::moment(text).ok_or_else(|| "expected a moment such as 2020-08-13T08:00, 2020-08-13 or \"8h 13/8/2020\"".to_owned())
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let (data, input) = match (files::data(&common.data), files::read(&args.file)) {
        (Ok(data), Ok(input)) => (data, input),
        (Err(failure), _) | (_, Err(failure)) => return output::failed(common, &failure),
    };
    let data = match data {
        Ok(data) => data,
        Err(finding) => return output::report(common, &output::nameless(), &[finding]),
    };
    let parsed = letters::read(&input, Reading { format: format(args), column: None }, &Names::of(&data.campaign));
    let draft = draft(&data.campaign, &parsed, given_details(args));
    print(common, &draft);
    if draft.is_refused() {
        return finish(common, tool::tool(common.language()).refused, None, Outcome::Findings);
    }
    publish(common, args, &data.text, &draft)
}

fn publish(common: &Common, args: &Args, text: &str, draft: &Draft) -> Outcome {
    let words = tool::tool(common.language());
    if draft.already {
        return finish(common, words.already, Some(draft), Outcome::Done);
    }
    if args.dry_run {
        return finish(common, words.only_tried, None, Outcome::Done);
    }
    let text = match append::with_report(text, &draft.campaign, draft.index) {
        Ok(text) => text,
        Err(error) => {
            print_error!("{error}");
            return Outcome::Usage;
        }
    };
    match files::write(&common.data, &text) {
        Err(failure) => output::failed(common, &failure),
        Ok(()) => finish(common, if args.corrects { words.corrected } else { words.added }, Some(draft), Outcome::Done),
    }
}

fn format(args: &Args) -> Option<InputFormat> {
    match args.kind {
        Some(InputKind::Text) => Some(InputFormat::Text),
        Some(InputKind::Csv) => Some(InputFormat::Csv),
        Some(InputKind::Xlsx | InputKind::Ods) => None,
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
        number: non_empty(&args.number),
        url: non_empty(&args.url),
        corrects: args.corrects,
        now: SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|t| i64::try_from(t.as_secs()).ok()),
        file: stem.map(|stem| stem.to_string_lossy().into_owned()),
    }
}

fn print(common: &Common, draft: &Draft) {
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
