//! What can be asked of `slides`, each value checked as it is read.

use std::path::PathBuf;

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};

use crate::{
    site::{
        painter::Theme,
        slides::size::{self, PRESETS, ScreenSize},
    },
    text::{fill, slides},
    view::scene::SceneKind,
};

/// A longer name is a slip; no board has room for it.
const LONGEST_STAMP: usize = 24;

#[derive(clap::Args)]
pub struct Args {
    /// A screen in pixels, e.g. 192x96; may be given more than once
    #[arg(long = "size", value_name = "WxH", value_parser = size::size)]
    pub sizes: Vec<ScreenSize>,
    /// A common screen by name; may be given more than once; with neither size nor preset all presets are made
    #[arg(long = "preset", value_name = "NAME", value_parser = PossibleValuesParser::new(PRESETS.map(|(name, ..)| name)))]
    pub presets: Vec<String>,
    /// What is shown, in order; what a screen can't show well is left out [default: headline,map,board,districts,qr]
    #[arg(long, value_name = "SCENES", value_delimiter = ',', value_parser = scenes())]
    pub scenes: Vec<SceneKind>,
    /// Seconds that each slide stays
    #[arg(long, value_name = "SECONDS", default_value_t = 8, value_parser = clap::value_parser!(u16).range(2..=120))]
    pub dwell: u16,
    /// The colours: dark saves power and dazzles nobody, light is for screens in full sun
    #[arg(long, value_enum, default_value_t = Theme::Dark)]
    pub theme: Theme,
    /// The screen's own name, to be shown on every slide so that a photograph proves what was shown where
    #[arg(long, value_name = "ID", value_parser = stamp)]
    pub stamp: Option<String>,
    /// Only these kinds of files [default: all]
    #[arg(long, value_enum, value_name = "KINDS", value_delimiter = ',')]
    pub only: Vec<Only>,
    /// The folder to write to
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
}

fn scenes() -> impl TypedValueParser<Value = SceneKind> {
    PossibleValuesParser::new(SceneKind::ALL.map(SceneKind::word)).try_map(|word| SceneKind::from_word(&word).ok_or(word))
}

fn stamp(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = (1..=LONGEST_STAMP).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if fits { Ok(text.into()) } else { Err(fill(slides::BAD_STAMP, &[&LONGEST_STAMP.to_string()])) }
}
