//! The commands that change the data file, none of which needs an editor: corrections, withdrawals, what stands around the figures, the history. Each
//! is one `Session`; what is said of it is `text::ledger`'s.

mod correct;
mod format;
mod history;
mod lock;
mod migrate;
mod outlets;
mod patch;
mod population;
mod session;
mod settings;
mod undo;
mod which;
mod withdraw;

use serde_json::json;

use super::common::{Common, Format, Outcome};
use super::output;
use crate::campaign::Campaign;
use crate::campaign::change::Deed;
use crate::text::{fill, ledger};

pub use format::text as written;
pub use lock::{PATIENCE, lock};
pub use session::{Saved, Session, now, open};
pub use which::{Which, as_stated};

use session::Unsaved;
use which::named;

#[derive(clap::Subcommand)]
pub enum Command {
    Withdraw(withdraw::Args),
    Correct(Box<correct::Args>),
    Goal(settings::GoalArgs),
    Population(population::Args),
    Hotline(settings::HotlineArgs),
    Link(settings::LinkArgs),
    BaseUrl(settings::BaseUrlArgs),
    Office(outlets::OfficeArgs),
    Bulletin(outlets::BulletinArgs),
    History,
    Undo,
    Restore(undo::RestoreArgs),
    Migrate,
}

pub fn run(common: &Common, command: &Command) -> Outcome {
    match command {
        Command::Withdraw(args) => withdraw::run(common, args),
        Command::Correct(args) => correct::run(common, args),
        Command::Goal(args) => settings::goal(common, args),
        Command::Population(args) => population::run(common, args),
        Command::Hotline(args) => settings::hotline(common, args),
        Command::Link(args) => settings::link(common, args),
        Command::BaseUrl(args) => settings::base_url(common, args),
        Command::Office(args) => outlets::office(common, args),
        Command::Bulletin(args) => outlets::bulletin(common, args),
        Command::History => history::run(common),
        Command::Undo => undo::run(common),
        Command::Restore(args) => undo::restore(common, args),
        Command::Migrate => migrate::run(common),
    }
}

/// What a command did to the campaign: a sentence, and the report that it is about.
struct Done {
    said: String,
    report: Option<String>,
}

impl From<String> for Done {
    fn from(said: String) -> Self {
        Self { said, report: None }
    }
}

/// One change from its beginning to its end. Where it can't be done, the sentence says why.
fn change(common: &Common, what: Deed, act: impl FnOnce(&mut Campaign) -> Result<Done, String>) -> Outcome {
    let mut session = match open(common) {
        Ok(session) => session,
        Err(outcome) => return outcome,
    };
    match act(&mut session.campaign) {
        Ok(done) => finish(common, session, what, done),
        Err(sentence) => refuse(common, &sentence),
    }
}

fn finish(common: &Common, session: Session, what: Deed, done: Done) -> Outcome {
    let (words, path) = (ledger::ledger(common.language()), common.data.display().to_string());
    let saved = match session.save(common, what, done.report.clone().into_iter().collect()) {
        Ok(saved) => saved,
        Err(unsaved) => return failed(common, unsaved),
    };
    match (common.format, saved) {
        (Format::Text, None) => print_line!("{}", fill(words.unchanged, &[&path])),
        (Format::Text, Some(saved)) => {
            print_line!("{}\n{}", done.said, self::saved(common, &saved));
        }
        (Format::Json, saved) => print_line!(
            "{:#}",
            json!({"what": what, "report": done.report, "changed": saved.is_some(), "revision": saved.map(|saved| saved.revision)})
        ),
    }
    Outcome::Done
}

/// Where the file is now, and the way back.
pub fn saved(common: &Common, saved: &Saved) -> String {
    fill(ledger::ledger(common.language()).saved, &[&common.data.display().to_string(), &saved.revision.to_string()])
}

/// Says why nothing was written.
pub fn failed(common: &Common, unsaved: Unsaved) -> Outcome {
    match unsaved {
        Unsaved::Failed(failure) => output::failed(common, &failure),
        Unsaved::Json(error) => {
            print_error!("{error}");
            Outcome::Usage
        }
        Unsaved::Refused(campaign, found) => {
            let outcome = output::report(common, &campaign, &found);
            if common.format == Format::Text {
                print_line!("{}", fill(ledger::ledger(common.language()).refused, &[&common.data.display().to_string()]));
            }
            outcome
        }
    }
}

/// Says in a sentence why nothing can be done.
pub fn refuse(common: &Common, sentence: &str) -> Outcome {
    let refused = fill(ledger::ledger(common.language()).refused, &[&common.data.display().to_string()]);
    match common.format {
        Format::Text => print_line!("{sentence}\n{refused}"),
        Format::Json => print_line!("{:#}", json!({"changed": false, "message": sentence})),
    }
    Outcome::Findings
}
