//! What can be asked of `slides`, each value checked as it is read.

use std::path::PathBuf;

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};

use crate::{
    site::{
        painter::Theme,
        slides::{
            h264::Profile,
            size::{self, PRESETS, ScreenSize},
        },
    },
    text::{slides, usage::WrongValue},
    view::scene::SceneKind,
};

/// A longer name is a slip; no board has room for it.
const LONGEST_STAMP: usize = 24;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long = "size", value_name = "WxH", value_parser = size::size)]
    pub sizes: Vec<ScreenSize>,
    #[arg(long = "preset", value_name = "NAME", value_parser = PossibleValuesParser::new(PRESETS.map(|(name, ..)| name)))]
    pub presets: Vec<String>,
    #[arg(long, value_name = "SCENES", value_delimiter = ',', value_parser = scenes())]
    pub scenes: Vec<SceneKind>,
    #[arg(long, value_name = "SECONDS", default_value_t = 8, value_parser = clap::value_parser!(u16).range(2..=120))]
    pub dwell: u16,
    #[arg(long, value_enum, default_value_t = Theme::Dark)]
    pub theme: Theme,
    #[arg(long, value_name = "ID", value_parser = stamp)]
    pub stamp: Option<String>,
    #[arg(long, value_enum, value_name = "KINDS", value_delimiter = ',')]
    pub only: Vec<Only>,
    #[arg(long)]
    pub audio: bool,
    #[arg(long)]
    pub compat: bool,
    #[arg(long)]
    pub zip: bool,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Only {
    Png,
    Gif,
    Mp4,
}

impl Args {
    pub fn wants(&self, kind: Only) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }

    pub fn profile(&self) -> Profile {
        if self.compat { Profile::Baseline } else { Profile::High }
    }
}

fn scenes() -> impl TypedValueParser<Value = SceneKind> {
    PossibleValuesParser::new(SceneKind::ALL.map(SceneKind::word)).try_map(|word| SceneKind::from_word(&word).ok_or(word))
}

fn stamp(text: &str) -> Result<String, WrongValue> {
    let text = text.trim();
    let fits = (1..=LONGEST_STAMP).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if fits { Ok(text.into()) } else { Err(WrongValue::new(|lang| slides::bad_stamp(lang, LONGEST_STAMP))) }
}
