//! The tool's command line: what can be asked for, and the exit codes. What a command does is its own module's.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{check, import, led, map, render, schema, serve, slides};
use crate::text::Lang;

/// Publishes the figures of the Bluezone outreach site: takes reports in, checks the data, renders the site.
///
/// Exit codes: 0 done, 1 findings (errors in the data or the input), 2 usage (also a file that can't be read).
#[derive(Parser)]
#[command(name = "bluezone-map", version)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What every command knows.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// The data file
    #[arg(long, global = true, value_name = "FILE", default_value = "public/data/campaign.json")]
    pub data: PathBuf,
    /// The map file
    #[arg(long, global = true, value_name = "FILE", default_value = "public/data/map.json")]
    pub map: PathBuf,
    /// How to print the answer
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The language of the messages; for `slides` a list (`vi,en`), shown one after another
    #[arg(long, global = true, value_enum, value_delimiter = ',', value_name = "LANG", default_value = "vi")]
    pub lang: Vec<Language>,
}

impl Common {
    /// The language of the messages: the first that was asked for.
    pub fn language(&self) -> Lang {
        self.lang.first().copied().unwrap_or(Language::Vi).into()
    }

    /// All that were asked for, each once, in that order.
    pub fn languages(&self) -> Vec<Lang> {
        let mut all = vec![self.language()];
        for lang in self.lang.iter().copied().map(Lang::from) {
            if !all.contains(&lang) {
                all.push(lang);
            }
        }
        all
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Vi => Lang::Vi,
            Language::En => Lang::En,
        }
    }
}

#[derive(Subcommand)]
enum Command {
    /// Read a report as people send it and append it to the data file
    Import(import::Args),
    /// Make the map file from a TopoJSON with the districts' boundaries
    Map(map::Args),
    /// Check the data file and the map file
    Check(check::Args),
    /// Write the JSON Schema of the data file
    Schema(schema::Args),
    /// Pre-render all pages into a built folder and compress them
    Render(render::Args),
    /// Make pictures and films for screens whose controllers have no browser
    Slides(slides::Args),
    /// Write the public screen as one file for players without a network
    Led(led::single::Args),
    /// Serve a built folder for a look at it
    Serve(serve::Args),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// The data or the input has errors.
    Findings,
    /// It was asked for something that can't be: a missing file, a directory that can't be written.
    Usage,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Findings => ExitCode::from(1),
            Outcome::Usage => ExitCode::from(2),
        }
    }
}

/// Reads the command line and does what it says. Clap itself ends a wrong one with code 2.
pub fn main() -> ExitCode {
    let Cli { common, command } = Cli::parse();
    let outcome = match &command {
        Command::Import(args) => import::run(&common, args),
        Command::Map(args) => map::run(&common, args),
        Command::Check(args) => check::run(&common, args),
        Command::Schema(args) => schema::run(&common, args),
        Command::Render(args) => render::run(&common, args),
        Command::Slides(args) => slides::run(&common, args),
        Command::Led(args) => led::single::run(&common, args),
        Command::Serve(args) => serve::run(&common, args),
    };
    outcome.into()
}
