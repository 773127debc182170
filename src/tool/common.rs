//! What every command shares: its files, its language, how it prints, how it ended. It must not know any command.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};

use crate::text::Lang;

/// What every command knows.
#[derive(Args, Clone, Debug)]
pub struct Common {
    #[arg(long, global = true, value_name = "FILE", default_value = "public/data/campaign.json")]
    pub data: PathBuf,
    #[arg(long, global = true, value_name = "FILE", default_value = "public/data/map.json")]
    pub map: PathBuf,
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
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
