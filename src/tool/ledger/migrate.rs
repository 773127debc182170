//! `migrate`: writes a file of an older shape in the present one. It is its first revision.

use super::{finish, open};
use crate::campaign::change::Deed;
use crate::text::{fill, ledger::ledger};
use crate::tool::common::{Common, Format, Outcome};

pub fn run(common: &Common) -> Outcome {
    let words = ledger(common.language());
    match open(common) {
        Err(outcome) => outcome,
        Ok(session) if session.is_migrated() => {
            match common.format {
                Format::Text => print_line!("{}", fill(words.unchanged, &[&common.data.display().to_string()])),
                Format::Json => print_line!("{:#}", serde_json::json!({"what": Deed::Migrate, "changed": false})),
            }
            Outcome::Done
        }
        Ok(session) => finish(common, session, Deed::Migrate, words.migrated.to_owned().into()),
    }
}
