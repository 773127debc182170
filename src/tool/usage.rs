//! The command line in the language of its user: clap's help and its errors, with our words. It must not know what a command does.

use std::error::Error as _;
use std::ffi::OsString;

use clap::builder::Str;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error, ValueEnum};

use super::common::Language;
use crate::text::usage::{self, Usage, WrongValue};
use crate::text::{Lang, fill};

/// The language that is asked for, read before anything else is: what is wrong with the rest is said in it.
pub fn language(arguments: &[OsString]) -> Lang {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next() {
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('=').map(|value| value.to_owned().into()),
            None => None,
        };
        if let Some(first) = value.as_deref().and_then(|list| list.split(',').next()) {
            return Language::from_str(first.trim(), true).map_or(Lang::Vi, Into::into);
        }
    }
    Lang::Vi
}

/// `help import` is how many ask for `import --help`.
pub fn help_as_a_flag(arguments: &mut Vec<OsString>) {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
}

/// A command with all that it says in this language.
pub fn worded(command: Command, lang: Lang) -> Command {
    let words = usage::usage(lang);
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words.usage);
    let own = |command: Command, name: &str| {
        let name = name.to_owned();
        command
            .about(usage::command(lang, &name))
            .help_template(&template)
            .disable_help_flag(true)
            .arg(
                Arg::new("help")
                    .short('h')
                    .long("help")
                    .action(ArgAction::Help)
                    .help(words.help)
                    .help_heading(words.options)
                    .display_order(101),
            )
            .mut_args(move |arg| argument(arg, lang, &name))
    };
    let mut command = own(command, "")
        .after_help(words.exit_codes)
        .subcommand_help_heading(words.commands)
        .subcommand_value_name(words.command)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(words.version).help_heading(words.options));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| own(sub, &name));
    }
    command
}

/// One argument, with its default and its values in words: clap itself knows them in English only.
fn argument(arg: Arg, lang: Lang, command: &str) -> Arg {
    let words = usage::usage(lang);
    if arg.get_id() == "help" || arg.get_id() == "version" {
        return arg;
    }
    let mut help = usage::argument(lang, command, arg.get_id().as_str()).to_owned();
    let takes = arg.get_action().takes_values();
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if takes && !values.is_empty() {
        help += &format!(" {}", fill(words.possible, &[&values.join(", ")]));
    }
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if takes && !defaults.is_empty() {
        help += &format!(" {}", fill(words.default, &[&defaults.join(",")]));
    }
    let heading = if arg.is_positional() { words.arguments } else { words.options };
    let named = |name: &Str| usage::value_name(lang, name).map_or_else(|| name.clone(), Str::from);
    let names: Vec<Str> = arg.get_value_names().unwrap_or_default().iter().map(named).collect();
    // What every command has stands behind what is its own.
    let order = if arg.is_global_set() { 100 } else { 1 };
    let arg = arg.help(help).help_heading(heading).display_order(order);
    if takes { arg.value_names(names).hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// What is wrong with the command line, how it is called, and where more is to be found.
pub fn error(error: &Error, lang: Lang) -> String {
    let words = usage::usage(lang);
    let mut said = vec![format!("{} {}", words.error, sentence(error, words, lang))];
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    // Of several the last is the nearest.
    let nearest = suggested.into_iter().find_map(|kind| value(error, kind));
    if let Some(nearest) = nearest.as_deref().and_then(|several| several.rsplit(", ").next()).filter(|nearest| !nearest.is_empty()) {
        said.push(fill(words.perhaps, &[nearest]));
    }
    if let Some(ContextValue::StyledStr(line)) = error.get(ContextKind::Usage) {
        let line = line.to_string();
        said.push(format!("{} {}", words.usage, line.split_once(':').map_or(line.as_str(), |(_, call)| call).trim()));
    }
    said.push(fill(words.more, &["bluezone-map --help"]));
    all_worded(&said.join("\n"), lang)
}

/// The one word of clap that it lets nobody change.
pub fn all_worded(said: &str, lang: Lang) -> String {
    said.replace("[OPTIONS]", usage::usage(lang).any_options)
}

fn value(error: &Error, kind: ContextKind) -> Option<String> {
    Some(match error.get(kind)? {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(several) => several.join(", "),
        _ => return None,
    })
}

fn sentence(error: &Error, words: &Usage, lang: Lang) -> String {
    let argument = value(error, ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid_value(error, &argument, words, lang),
        ErrorKind::UnknownArgument => fill(words.unknown_argument, &[&argument]),
        ErrorKind::InvalidSubcommand => fill(words.unknown_command, &[&value(error, ContextKind::InvalidSubcommand).unwrap_or_default()]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => words.missing_command.to_owned(),
        ErrorKind::ArgumentConflict => {
            let other = value(error, ContextKind::PriorArg).unwrap_or_default();
            if other == argument { fill(words.twice, &[&argument]) } else { fill(words.conflict, &[&argument, &other]) }
        }
        ErrorKind::MissingRequiredArgument => fill(words.missing, &[&argument]),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => fill(words.too_many, &[&argument]),
        ErrorKind::InvalidUtf8 => words.not_text.to_owned(),
        _ => words.other.to_owned(),
    }
}

fn invalid_value(error: &Error, argument: &str, words: &Usage, lang: Lang) -> String {
    let given = value(error, ContextKind::InvalidValue).unwrap_or_default();
    let mut said = if given.is_empty() { fill(words.empty_value, &[argument]) } else { fill(words.invalid_value, &[&given, argument]) };
    if let Some(wrong) = error.source().and_then(|source| source.downcast_ref::<WrongValue>()) {
        said += &format!(" {}", wrong.sentence(lang));
    } else if error.kind() == ErrorKind::ValueValidation {
        let name = argument.split_once(' ').map_or(argument, |(name, _)| name).trim_start_matches('-').replace('-', "_");
        said += &format!(" {}.", usage::argument(lang, "", &name));
    }
    if let Some(values) = value(error, ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        said += &format!(" {}", fill(words.possible, &[&values]));
    }
    said
}
