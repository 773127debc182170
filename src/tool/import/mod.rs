//! `import`: reads a report as people send it, shows what was understood, and puts it into its place in the data file when nothing speaks
//! against it.

mod answer;
mod args;
mod ask;
mod details;
mod draft;
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
use crate::text::{self, Lang, fill, findings, tool};
use crate::tool::common::{Common, Format, Outcome};
use crate::tool::{files, ledger, output};
use details::Corrects;
use draft::draft;

pub use answer::Answer;
pub use args::{Answers, Args};
pub use draft::Draft;

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
    let unwritten = |draft: &Draft, sentence: &str, outcome: Outcome| {
        let of = Some(draft).filter(|draft| draft.already);
        Ok(finish(common, sentence, of, outcome))
    };
    // Who looks first holds no lock; what was agreed to is drafted anew under it.
    let asks = asks(common, args);
    if args.dry_run || asks {
        let draft = drafted(common, args, report, &input, &look(common)?)?;
        print(common, &draft, None);
        match () {
            () if draft.is_refused() => return unwritten(&draft, words.refused, Outcome::Findings),
            () if draft.already => return unwritten(&draft, words.already, Outcome::Done),
            () if args.dry_run => return unwritten(&draft, words.only_tried, Outcome::Done),
            () if !agreed(common, args) => return unwritten(&draft, words.not_written, Outcome::Findings),
            () => {}
        }
    }
    let session = ledger::open(common)?;
    let draft = drafted(common, args, report, &input, &session.campaign)?;
    if draft.is_refused() || draft.already {
        print(common, &draft, None);
        let (sentence, outcome) = if draft.already { (words.already, Outcome::Done) } else { (words.refused, Outcome::Findings) };
        return unwritten(&draft, sentence, outcome);
    }
    Ok(save(common, args, session, &draft, !asks))
}

fn asks(common: &Common, args: &Args) -> bool {
    !args.dry_run && !args.yes && common.format == Format::Text && ask::can_ask()
}

/// Whether the officer agrees that it is written; where nobody can be asked, the call itself says so.
pub fn agreed(common: &Common, args: &Args) -> bool {
    !asks(common, args) || ask::agrees(common.language())
}

/// What is understood of an input beside the data file as it is now, and shown to people.
pub fn shown(common: &Common, args: &Args, input: &[u8]) -> Result<Draft, Outcome> {
    let draft = drafted(common, args, None, input, &look(common)?)?;
    if common.format == Format::Text || draft.is_refused() {
        print(common, &draft, None);
    }
    Ok(draft)
}

/// What was said of a report and let stand: nothing is accepted in silence.
pub fn remarks(draft: &Draft) -> Vec<String> {
    draft.findings.iter().map(|finding| findings::message(Lang::Vi, &draft.campaign, &finding.problem)).collect()
}

/// Reads an input and makes a draft of it.
pub fn drafted(common: &Common, args: &Args, report: Option<&ledger::Which>, input: &[u8], campaign: &Campaign) -> Result<Draft, Outcome> {
    let mut given = args::given_details(args);
    if let Some(report) = report {
        let report = report.find(common.language(), campaign).map_err(|sentence| ledger::refuse(common, &sentence))?;
        given.corrects = Corrects::Report(report.id.clone());
    }
    let reading = Reading { format: args::format(args), column: args.answers.column.as_deref() };
    Ok(draft(campaign, &letters::read(input, reading, &Names::of(campaign)), given))
}

fn look(common: &Common) -> Result<Campaign, Outcome> {
    let data = files::data(&common.data).map_err(|failure| output::failed(common, &failure))?;
    data.map(|data| data.campaign).map_err(|finding| output::report(common, &output::nameless(), &[finding]))
}

/// `prints`: what was understood has not been shown yet.
fn save(common: &Common, args: &Args, mut session: ledger::Session, draft: &Draft, prints: bool) -> Outcome {
    let words = tool::tool(common.language());
    session.campaign.clone_from(&draft.campaign);
    session.remarks = remarks(draft);
    let what = if args.corrects { Deed::Correct } else { Deed::Import };
    match session.save(common, what, draft.id()) {
        Err(unsaved) => ledger::failed(common, unsaved),
        Ok(saved) => {
            if prints {
                print(common, draft, saved.as_ref());
            }
            let outcome = finish(common, if args.corrects { words.corrected } else { words.added }, Some(draft), Outcome::Done);
            if let (Format::Text, Some(saved)) = (common.format, saved) {
                print_line!("{}", ledger::saved(common, &saved));
            }
            outcome
        }
    }
}

/// `saved`: what came of it, where it was written.
pub fn print(common: &Common, draft: &Draft, saved: Option<&ledger::Saved>) {
    match common.format {
        Format::Text => {
            print_line!("{}{}", table::table(common, draft), with_blank_line(&output::lines(common, &draft.campaign, &draft.findings)))
        }
        Format::Json => {
            let answer = Answer::of(common, draft, saved.map(|saved| saved.revision));
            match serde_json::to_string_pretty(&answer) {
                Ok(text) => print_line!("{text}"),
                Err(error) => print_error!("{error}"),
            }
        }
    }
}

fn with_blank_line(lines: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("\n{lines}") }
}

/// Says what was done. Programs have read it from the exit code and the findings; their output stays one piece of JSON.
pub fn finish(common: &Common, sentence: &str, of: Option<&Draft>, outcome: Outcome) -> Outcome {
    if common.format == Format::Text {
        let path = common.data.display().to_string();
        let moment = of.and_then(|draft| draft.as_of).map(|at| text::moment(common.language(), at).replace('\u{a0}', " "));
        match moment {
            Some(moment) => print_line!("{}", fill(sentence, &[&moment, &path])),
            None => print_line!("{}", fill(sentence, &[&path])),
        }
    }
    outcome
}
