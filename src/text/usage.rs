//! What the command line says: help, usage, what is wrong with what was asked for. It must not know how a command line is parsed.

use std::fmt;

use super::Lang;

mod en;
mod vi;

/// One language's words; `{0}`, `{1}` are places that `fill` fills.
pub struct Usage {
    pub usage: &'static str,
    pub commands: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    /// What stands for a command in the line of usage.
    pub command: &'static str,
    /// What stands for all options there.
    pub any_options: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    /// 0 the value
    pub default: &'static str,
    /// 0 the values
    pub possible: &'static str,
    pub exit_codes: &'static str,

    pub error: &'static str,
    /// 0 the call for help
    pub more: &'static str,
    /// 0 the nearest that there is
    pub perhaps: &'static str,
    /// 0 value, 1 argument
    pub invalid_value: &'static str,
    /// 0 argument
    pub empty_value: &'static str,
    /// 0 argument
    pub unknown_argument: &'static str,
    /// 0 what was asked for
    pub unknown_command: &'static str,
    pub missing_command: &'static str,
    /// 0 argument, 1 the other
    pub conflict: &'static str,
    /// 0 argument
    pub twice: &'static str,
    /// 0 arguments
    pub missing: &'static str,
    /// 0 argument
    pub too_many: &'static str,
    pub not_text: &'static str,
    pub other: &'static str,
}

pub fn usage(lang: Lang) -> &'static Usage {
    match lang {
        Lang::Vi => &vi::USAGE,
        Lang::En => &en::USAGE,
    }
}

/// What a command does; of the tool as a whole for the empty name.
pub fn command(lang: Lang, name: &str) -> &'static str {
    match lang {
        Lang::Vi => vi::command(name),
        Lang::En => en::command(name),
    }
}

/// What an argument says. Those of the same name mean the same in every command, with few exceptions.
pub fn argument(lang: Lang, command: &str, name: &str) -> &'static str {
    match lang {
        Lang::Vi => vi::argument(command, name),
        Lang::En => en::argument(command, name),
    }
}

pub fn bad_moment(lang: Lang) -> String {
    match lang {
        Lang::Vi => "Hãy viết chẳng hạn 2020-08-13T08:00, 2020-08-13 hoặc \"8h 13/8/2020\".",
        Lang::En => "Write for example 2020-08-13T08:00, 2020-08-13 or \"8h 13/8/2020\".",
    }
    .to_owned()
}

/// What stands for a value, where it is not clap's own: `<TỆP>`.
pub fn value_name(lang: Lang, name: &str) -> Option<&'static str> {
    match lang {
        Lang::Vi => vi::value_name(name),
        Lang::En => None,
    }
}

/// What is wrong with one value of the command line: found before the language of the answer is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongValue {
    vi: String,
    en: String,
}

impl WrongValue {
    /// A sentence by the language.
    pub fn new(sentence: impl Fn(Lang) -> String) -> Self {
        Self { vi: sentence(Lang::Vi), en: sentence(Lang::En) }
    }

    pub fn sentence(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

impl fmt::Display for WrongValue {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.vi)
    }
}

impl std::error::Error for WrongValue {}
