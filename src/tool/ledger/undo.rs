//! `undo` and `restore`: lead back to what the file said, as a new revision, so that every page follows.

use std::path::PathBuf;

use super::{Done, change, patch};
use crate::campaign::change::Deed;
use crate::text::{fill, ledger::ledger};
use crate::tool::common::{Common, Outcome};
use crate::tool::{files, output};

pub fn run(common: &Common) -> Outcome {
    let words = ledger(common.language());
    change(common, Deed::Undo, |campaign| {
        let last = campaign.changes.last().and_then(|change| Some((change, change.before.as_ref()?)));
        let (last, back) = last.ok_or(words.nothing_to_undo)?;
        let said = fill(words.undone, &[words.deeds.name(last.what), &last.revision.to_string()]);
        let report = last.report.clone();
        *campaign = patch::apply(campaign, back).map_err(|error| error.to_string())?;
        Ok(Done { said, report })
    })
}

#[derive(clap::Args)]
pub struct RestoreArgs {
    file: PathBuf,
}

pub fn restore(common: &Common, args: &RestoreArgs) -> Outcome {
    let words = ledger(common.language());
    let older = match files::data(&args.file) {
        Ok(Ok(data)) => data.campaign,
        Ok(Err(finding)) => return output::report(common, &output::nameless(), &[finding]),
        Err(failure) => return output::failed(common, &failure),
    };
    change(common, Deed::Restore, |campaign| {
        if older.province.code != campaign.province.code {
            return Err(fill(words.other_province, &[&older.province.name]));
        }
        let (revision, changes) = (campaign.revision.max(older.revision), std::mem::take(&mut campaign.changes));
        *campaign = older;
        (campaign.revision, campaign.changes) = (revision, changes);
        Ok(fill(words.restored, &[&args.file.display().to_string()]).into())
    })
}
