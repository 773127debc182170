//! `publish`: from a letter to the folder in one command. The letter is read, the data file changed and the site made before anything is
//! written; then the data file and the folder are switched one right after the other. Where the second can't be, the first is taken back.

mod summary;
mod watch;

use std::path::{Path, PathBuf};

use super::common::{Common, Format, Outcome};
use super::import::{self, Answers};
use super::{files, ledger, load, output, publish, render};
use crate::campaign::change::Deed;
use crate::text::build::build;
use crate::text::tool::tool;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required_unless_present = "watch")]
    letter: Option<PathBuf>,
    #[arg(long)]
    dist: PathBuf,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, short)]
    yes: bool,
    #[arg(long)]
    corrects: bool,
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["letter", "dry_run"])]
    watch: Option<PathBuf>,
    #[arg(long, requires = "watch")]
    once: bool,
    #[command(flatten)]
    answers: Answers,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    match (&args.watch, &args.letter) {
        (Some(folder), _) => watch::run(common, args, folder),
        (None, Some(letter)) => one(common, args, letter).unwrap_or_else(|outcome| outcome),
        (None, None) => Outcome::Usage,
    }
}

/// Publishes one letter. The error is an outcome, too: what stands in the way has been said.
fn one(common: &Common, args: &Args, letter: &Path) -> Result<Outcome, Outcome> {
    let input = files::read(letter).map_err(|failure| output::failed(common, &failure))?;
    let read = import::Args {
        file: letter.to_owned(),
        dry_run: args.dry_run,
        yes: args.yes,
        corrects: args.corrects,
        answers: args.answers.clone(),
    };
    let words = tool(common.language());
    let shown = import::shown(common, &read, &input)?;
    if shown.is_refused() || !shown.already() && !args.dry_run && !import::agreed(common, &read) {
        let sentence = if shown.is_refused() { words.refused } else { words.not_written };
        return Ok(import::finish(common, sentence, None, Outcome::Findings));
    }
    let map = load::map(common)?;
    if args.dry_run {
        let (files, _) = render::made(common, shown.campaign(), &map, &args.dist, render::as_before(&args.dist))?;
        let (done, paths) = publish::would_change(&files, &args.dist).map_err(|failure| output::failed(common, &failure))?;
        summary::print(common, &shown, &done, Some(&paths));
        return Ok(Outcome::Done);
    }
    let mut session = ledger::open(common)?;
    // What was agreed to is drafted anew under the lock: somebody else may have been quicker.
    let draft = import::drafted(common, &read, None, &input, &session.campaign)?;
    if draft.is_refused() {
        import::print(common, &draft, None);
        return Ok(import::finish(common, words.refused, None, Outcome::Findings));
    }
    if draft.already() {
        // The letter is in the file; the folder may lag behind, where an earlier run was stopped between the two.
        let (files, _) = render::made(common, &session.campaign, &map, &args.dist, render::as_before(&args.dist))?;
        let done = publish::publish(&files, &args.dist, true, || waiting(common)).map_err(|failure| output::failed(common, &failure))?;
        summary::print(common, &draft, &done, None);
        return Ok(Outcome::Done);
    }
    session.campaign.clone_from(draft.campaign());
    session.remarks = draft.remarks();
    let deed = if args.corrects { Deed::Correct } else { Deed::Import };
    let edition = session.edition(deed, draft.ids()).map_err(|unsaved| ledger::failed(common, unsaved))?;
    let Some(edition) = edition else { return Ok(import::finish(common, words.already, None, Outcome::Done)) };
    let (files, _) = render::made(common, &edition.campaign, &map, &args.dist, render::as_before(&args.dist))?;
    let mut written = false;
    let done = publish::publish_with(
        &files,
        &args.dist,
        true,
        || waiting(common),
        || {
            edition.write(common)?;
            written = true;
            Ok(())
        },
    );
    match done {
        Ok(done) => {
            summary::print(common, &draft, &done, None);
            Ok(Outcome::Done)
        }
        Err(failure) => {
            // The folder shows the old site: the data file must not know more than it.
            if written && let Err(failure) = edition.take_back(common) {
                output::failed(common, &failure);
            }
            Ok(output::failed(common, &failure))
        }
    }
}

fn waiting(common: &Common) {
    if common.format == Format::Text {
        print_error!("{}", build(common.language()).waiting);
    }
}
