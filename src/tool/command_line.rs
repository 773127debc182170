//! The tool's command line: what can be asked for. It parses once and calls; what a command does is its own module's.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::{
    check,
    common::{Common, Outcome},
    import, ledger, letter, map, new, render, schema, serve, single_file, slides, usage,
};

// What commands and arguments say of themselves stands in `text::usage`, in both languages.
#[derive(Parser)]
#[command(name = "bluezone-map", version)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Import(import::Args),
    Publish(Box<letter::Args>),
    #[command(flatten)]
    Ledger(ledger::Command),
    New(Box<new::Args>),
    Map(map::Args),
    Check(check::Args),
    Schema(schema::Args),
    Render(render::Args),
    Slides(slides::Args),
    Led(single_file::Args),
    Serve(serve::Args),
}

/// Work is spread over at most so many threads.
const MOST_THREADS: usize = 8;

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    usage::help_as_a_flag(&mut arguments);
    let lang = usage::language(&arguments);
    let parsed = usage::worded(Cli::command(), lang).try_get_matches_from(arguments);
    let Cli { common, command } = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(asked) if !asked.use_stderr() => {
            print_line!("{}", usage::all_worded(asked.to_string().trim(), lang));
            return Outcome::Done.into();
        }
        Err(wrong) => {
            print_error!("{}", usage::error(&wrong, lang));
            return Outcome::Usage.into();
        }
    };
    // A picture in the making holds some hundred megabytes at the largest size, so many cores must not mean many pictures at once.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let _ = rayon::ThreadPoolBuilder::new().num_threads(cores.min(MOST_THREADS)).build_global();
    let outcome = match &command {
        Command::Import(args) => import::run(&common, args),
        Command::Publish(args) => letter::run(&common, args),
        Command::Ledger(command) => ledger::run(&common, command),
        Command::New(args) => new::run(&common, args),
        Command::Map(args) => map::run(&common, args),
        Command::Check(args) => check::run(&common, args),
        Command::Schema(args) => schema::run(&common, args),
        Command::Render(args) => render::run(&common, args),
        Command::Slides(args) => slides::run(&common, args),
        Command::Led(args) => single_file::run(&common, args),
        Command::Serve(args) => serve::run(&common, args),
    };
    outcome.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, usage as words};

    #[test]
    fn every_command_and_argument_says_what_it_is_in_both_languages() {
        Cli::command().debug_assert();
        for lang in [Lang::Vi, Lang::En] {
            usage::worded(Cli::command(), lang).debug_assert();
            for command in Cli::command().get_subcommands() {
                assert_ne!(words::command(lang, command.get_name()), "", "{}", command.get_name());
                for argument in command.get_arguments() {
                    assert_ne!(words::argument(lang, command.get_name(), argument.get_id().as_str()), "", "{command}: {argument}");
                }
            }
        }
    }
}
