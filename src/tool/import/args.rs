//! What an officer can say on the command line about a letter.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;

use super::details::{Corrects, GivenDetails};
use crate::campaign::letters::InputFormat;
use crate::campaign::letters::dates::{self, Moment};

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

pub fn format(args: &Args) -> Option<InputFormat> {
    match args.answers.kind {
        Some(InputKind::Text) => Some(InputFormat::Text),
        Some(InputKind::Csv) => Some(InputFormat::Csv),
        Some(InputKind::Xlsx | InputKind::Ods) => None,
        None => args.file.to_str().and_then(InputFormat::of_name),
    }
}

pub fn given_details(args: &Args) -> GivenDetails {
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
