//! A change of the data file from its beginning to its end, under a lock: read, change, check, note it down, write. Whatever changes the file does
//! it here, so that no two lose each other's work and nothing that the check refuses is ever written.

use std::fs::File;
use std::time::{SystemTime, UNIX_EPOCH};

use super::lock::{PATIENCE, Unlocked, lock};
use super::{format, patch};
use crate::campaign::change::Deed;
use crate::campaign::check::check;
use crate::campaign::finding::Finding;
use crate::campaign::report::ANY;
use crate::campaign::waiver::waiver;
use crate::campaign::{Campaign, Change, Stamp};
use crate::text::{fill, ledger};
use crate::tool::common::{Common, Outcome};
use crate::tool::files::{self, DataFile, Failure};
use crate::tool::output;

/// The data file while nobody else may change it.
pub struct Session {
    pub campaign: Campaign,
    /// What was said of the change and is kept with it, in Vietnamese.
    pub remarks: Vec<String>,
    before: Campaign,
    text: String,
    _lock: File,
}

/// A new revision of the data file, while nobody else may change it.
pub struct Edition {
    pub campaign: Campaign,
    text: String,
    before: String,
    _lock: File,
}

impl Edition {
    pub fn write(&self, common: &Common) -> Result<(), Failure> {
        files::write(&common.data, &self.text)
    }

    /// Puts the file back as it was before.
    pub fn take_back(&self, common: &Common) -> Result<(), Failure> {
        files::write(&common.data, &self.before)
    }
}

/// A change that was written.
pub struct Saved {
    pub revision: u64,
}

/// Why nothing was written.
pub enum Unsaved {
    /// The check refuses what the file would say.
    Refused(Box<Campaign>, Vec<Finding>),
    Failed(Failure),
    /// It can't be written as JSON: why.
    Json(serde_json::Error),
}

/// Opens the data file for a change; what stands in the way has been said.
pub fn open(common: &Common) -> Result<Session, Outcome> {
    let path = &common.data;
    let failed = |failure: &Failure| output::failed(common, failure);
    let lock = lock(path, PATIENCE).map_err(|error| match error {
        Unlocked::Io(error) => failed(&Failure::reading(path, &error)),
        Unlocked::Held(holder) => {
            let words = ledger::ledger(common.language());
            let who = holder.map_or_else(|| words.somebody.to_owned(), |process| fill(words.process, &[&process.to_string()]));
            print_error!("{}", fill(words.locked, &[&path.display().to_string(), &who]));
            Outcome::Usage
        }
    })?;
    files::sweep(path);
    let data = files::data(path).map_err(|failure| failed(&failure))?;
    let data = data.map_err(|finding| output::report(common, &output::nameless(), &[finding]))?;
    // What no member answers to would be lost when the file is written.
    let unknown = files::unknown_members(&data);
    if !unknown.is_empty() {
        return Err(output::report(common, &data.campaign, &unknown));
    }
    let DataFile { text, campaign } = data;
    Ok(Session { before: campaign.clone(), campaign, remarks: Vec::new(), text, _lock: lock })
}

impl Session {
    /// Writes the changed campaign as a new revision. Where nothing was changed, nothing is written.
    pub fn save(self, common: &Common, what: Deed, reports: Vec<String>) -> Result<Option<Saved>, Unsaved> {
        let Some(edition) = self.edition(what, reports)? else { return Ok(None) };
        edition.write(common).map_err(Unsaved::Failed)?;
        Ok(Some(Saved { revision: edition.campaign.revision }))
    }

    /// The changed campaign as a new revision, ready to be written; none where nothing was changed. `reports`: those that it is about, by their
    /// moments.
    pub fn edition(self, what: Deed, mut reports: Vec<String>) -> Result<Option<Edition>, Unsaved> {
        let Self { mut campaign, remarks, before, text, _lock } = self;
        name_waivers(&mut campaign);
        let back = patch::back(&before, &campaign).map_err(Unsaved::Json)?;
        // A migration changes how the file says it, not what it says.
        if back.is_none() && what != Deed::Migrate {
            return Ok(None);
        }
        let found = check(&campaign);
        if found.iter().any(Finding::is_error) {
            return Err(Unsaved::Refused(Box::new(campaign), found));
        }
        campaign.revision = campaign.revision.max(before.revision).saturating_add(1);
        let at = now(&campaign).unwrap_or(Stamp::EPOCH);
        let report = reports.pop();
        campaign.changes.push(Change { revision: campaign.revision, at, what, report, with: reports, remarks, before: back });
        let new = format::text(&campaign, &text).map_err(Unsaved::Json)?;
        Ok(Some(Edition { campaign, text: new, before: text, _lock }))
    }

    /// Whether the file is of this tool's schema already. Every file that this tool wrote has a revision.
    pub fn is_migrated(&self) -> bool {
        self.before.revision > 0
    }
}

/// Where a report of schema 1 accepted whatever its note explains, the names of what that is take the place of it.
fn name_waivers(campaign: &mut Campaign) {
    if !campaign.reports.iter().any(|report| report.accepted.iter().any(|name| name == ANY)) {
        return;
    }
    let found = check(campaign);
    for (index, report) in campaign.reports.iter_mut().enumerate().filter(|(_, report)| report.accepted.iter().any(|name| name == ANY)) {
        let own = found.iter().filter(|finding| finding.report() == Some(index));
        report.accepted = own.filter_map(|finding| waiver(&finding.problem)).collect();
    }
}

/// The moment of the change, at the province's clock.
pub fn now(campaign: &Campaign) -> Option<Stamp> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Stamp::of_clock(i64::try_from(since.as_secs()).ok()?, campaign.clock())
}
