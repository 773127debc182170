//! `import`: reads a report as people send it, shows what was understood, and puts it into its place in the data file when nothing speaks
//! against it.

mod answer;
mod args;
mod ask;
mod details;
mod draft;
mod drafts;
mod history;
mod plausible;
mod review;
mod table;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use crate::campaign::Campaign;
use crate::campaign::change::Deed;
use crate::campaign::letters::{self, Reading};
use crate::campaign::names::Names;
use crate::text::{fill, tool};
use crate::tool::common::{Common, Format, Outcome};
use crate::tool::{files, ledger, output};
use details::Corrects;

pub use answer::of_all;
pub use args::{Answers, Args};
pub use drafts::Drafts;

/// Puts what a letter says in the place of a report.
pub fn correct(common: &Common, report: &ledger::Which, file: PathBuf, yes: bool, answers: Answers) -> Outcome {
    take(common, &Args { file, dry_run: false, yes, corrects: true, answers }, Some(report)).unwrap_or_else(|outcome| outcome)
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    take(common, args, None).unwrap_or_else(|outcome| outcome)
}

/// `report`: the one to correct, where it is named. The error is an outcome, too: what stands in the way has been said.
fn take(common: &Common, args: &Args, report: Option<&ledger::Which>) -> Result<Outcome, Outcome> {
    // The letter is read before the data file is locked: standard input may take its time.
    let input = files::read(&args.file).map_err(|failure| output::failed(common, &failure))?;
    let words = tool::tool(common.language());
    let unwritten = |drafts: &Drafts, sentence: &str, outcome: Outcome| {
        let of = Some(drafts).filter(|drafts| drafts.already());
        Ok(finish(common, sentence, of, outcome))
    };
    // Who looks first holds no lock; what was agreed to is drafted anew under it.
    let asks = asks(common, args);
    if args.dry_run || asks {
        let drafts = drafted(common, args, report, &input, &look(common)?)?;
        print(common, &drafts, None);
        match () {
            () if drafts.is_refused() => return unwritten(&drafts, words.refused, Outcome::Findings),
            () if drafts.already() => return unwritten(&drafts, drafts.already_words(words), Outcome::Done),
            () if args.dry_run => return unwritten(&drafts, words.only_tried, Outcome::Done),
            () if !agreed(common, args) => return unwritten(&drafts, words.not_written, Outcome::Findings),
            () => {}
        }
    }
    let session = ledger::open(common)?;
    let drafts = drafted(common, args, report, &input, &session.campaign)?;
    if drafts.is_refused() || drafts.already() {
        print(common, &drafts, None);
        let (sentence, outcome) =
            if drafts.is_refused() { (words.refused, Outcome::Findings) } else { (drafts.already_words(words), Outcome::Done) };
        return unwritten(&drafts, sentence, outcome);
    }
    Ok(save(common, args, session, &drafts, !asks))
}

fn asks(common: &Common, args: &Args) -> bool {
    !args.dry_run && !args.yes && common.format == Format::Text && ask::can_ask()
}

/// Whether the officer agrees that it is written; where nobody can be asked, the call itself says so.
pub fn agreed(common: &Common, args: &Args) -> bool {
    !asks(common, args) || ask::agrees(common.language())
}

/// What is understood of an input beside the data file as it is now, and shown to people.
pub fn shown(common: &Common, args: &Args, input: &[u8]) -> Result<Drafts, Outcome> {
    let drafts = drafted(common, args, None, input, &look(common)?)?;
    if common.format == Format::Text || drafts.is_refused() {
        print(common, &drafts, None);
    }
    Ok(drafts)
}

/// Reads an input and makes a draft of each report in it.
pub fn drafted(common: &Common, args: &Args, report: Option<&ledger::Which>, input: &[u8], campaign: &Campaign) -> Result<Drafts, Outcome> {
    let mut given = args::given_details(args);
    if let Some(report) = report {
        let report = report.find(common.language(), campaign).map_err(|sentence| ledger::refuse(common, &sentence))?;
        given.corrects = Corrects::Report(report.id.clone());
    }
    let reading = Reading { format: args::format(args), column: args.answers.column.as_deref() };
    let names = Names::of(campaign);
    let mut parsed = letters::read_all(input, reading, &names);
    // Who names the moment, or what is to be corrected, speaks of one report: that of this moment, where the table has it.
    if parsed.len() > 1 && (given.as_of.is_some() || given.corrects != Corrects::Nothing) {
        parsed.retain(|parsed| parsed.as_of.is_some_and(|moment| given.as_of.is_some_and(|given| given.same_as(moment))));
        if parsed.len() != 1 {
            parsed = vec![letters::read(input, reading, &names)];
        }
    }
    Ok(Drafts::new(campaign, &parsed, &given))
}

fn look(common: &Common) -> Result<Campaign, Outcome> {
    let data = files::data(&common.data).map_err(|failure| output::failed(common, &failure))?;
    data.map(|data| data.campaign).map_err(|finding| output::report(common, &output::nameless(), &[finding]))
}

/// `prints`: what was understood has not been shown yet.
fn save(common: &Common, args: &Args, mut session: ledger::Session, drafts: &Drafts, prints: bool) -> Outcome {
    session.campaign.clone_from(drafts.campaign());
    session.remarks = drafts.remarks();
    let what = if args.corrects { Deed::Correct } else { Deed::Import };
    match session.save(common, what, drafts.ids()) {
        Err(unsaved) => ledger::failed(common, unsaved),
        Ok(saved) => {
            if prints {
                print(common, drafts, saved.as_ref());
            }
            let outcome = finish(common, drafts.added_words(common.language(), args.corrects), Some(drafts), Outcome::Done);
            if let (Format::Text, Some(saved)) = (common.format, saved) {
                print_line!("{}", ledger::saved(common, &saved));
            }
            outcome
        }
    }
}

/// `saved`: what came of it, where it was written.
pub fn print(common: &Common, drafts: &Drafts, saved: Option<&ledger::Saved>) {
    match common.format {
        Format::Text => print_line!("{}", history::text(common, drafts)),
        Format::Json => {
            let answer = answer::of_all(common, drafts, saved.map(|saved| saved.revision));
            match serde_json::to_string_pretty(&answer) {
                Ok(text) => print_line!("{text}"),
                Err(error) => print_error!("{error}"),
            }
        }
    }
}

/// Says what was done. Programs have read it from the exit code and the findings; their output stays one piece of JSON.
pub fn finish(common: &Common, sentence: &str, of: Option<&Drafts>, outcome: Outcome) -> Outcome {
    if common.format == Format::Text {
        let path = common.data.display().to_string();
        match of.and_then(|drafts| drafts.named(common.language())) {
            Some(which) => print_line!("{}", fill(sentence, &[&which, &path])),
            None => print_line!("{}", fill(sentence, &[&path])),
        }
    }
    outcome
}
