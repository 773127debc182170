//! What an officer can say on the command line about a letter.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;

use super::details::{Corrects, GivenDetails};
use crate::campaign::letters::InputFormat;
use crate::campaign::letters::dates::{self, Moment};
use crate::text::usage::{self, WrongValue};

#[derive(clap::Args, Clone)]
pub struct Args {
    pub file: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, short)]
    pub yes: bool,
    #[arg(long)]
    pub corrects: bool,
    #[command(flatten)]
    pub answers: Answers,
}

/// What the officer says of an input, where it leaves something open.
#[derive(clap::Args, Clone, Default)]
pub struct Answers {
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub as_of: Option<Moment>,
    #[arg(long, value_enum, value_name = "WHAT")]
    pub counts: Option<Counts>,
    #[arg(long, value_name = "COLUMN")]
    pub column: Option<String>,
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub accept: Vec<String>,
    #[arg(long, value_name = "WHY")]
    pub note: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub source: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub source_en: Option<String>,
    #[arg(long)]
    pub number: Option<String>,
    #[arg(long)]
    pub url: Option<String>,
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
pub fn moment(text: &str) -> Result<Moment, WrongValue> {
    dates::moment(text).ok_or_else(|| WrongValue::new(usage::bad_moment))
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
