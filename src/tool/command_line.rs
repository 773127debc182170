//! The tool's command line: what can be asked for. It parses once and calls; what a command does is its own module's.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use super::{check, common::Common, import, ledger, letter, map, render, schema, serve, single_file, slides};

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

#[derive(Subcommand)]
enum Command {
    /// Read a report as people send it and put it into the data file
    Import(import::Args),
    /// From a letter to the site in one command: import, check, render, and what changed
    Publish(Box<letter::Args>),
    #[command(flatten)]
    Ledger(ledger::Command),
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
    Led(single_file::Args),
    /// Serve a built folder for a look at it
    Serve(serve::Args),
}

/// Work is spread over at most so many threads.
const MOST_THREADS: usize = 8;

/// Reads the command line and does what it says. Clap itself ends a wrong one with code 2.
pub fn main() -> ExitCode {
    let Cli { common, command } = Cli::parse();
    // A picture in the making holds some hundred megabytes at the largest size, so many cores must not mean many pictures at once.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let _ = rayon::ThreadPoolBuilder::new().num_threads(cores.min(MOST_THREADS)).build_global();
    let outcome = match &command {
        Command::Import(args) => import::run(&common, args),
        Command::Publish(args) => letter::run(&common, args),
        Command::Ledger(command) => ledger::run(&common, command),
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
