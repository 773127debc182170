//! The history of a data file: what was done to it, when, and what it replaced. Native: the browser has no use for it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Campaign, Stamp};

/// One change of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Change {
    /// The file's revision since.
    pub revision: u64,
    pub at: Stamp,
    pub what: Deed,
    /// The report that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// The others that came in the same table, by their moments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// What the tool said of it and the officer let stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// What undoes it: a JSON Merge Patch (RFC 7396) back to the revision before, reports keyed by their ids, districts by their codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
}

impl Change {
    /// The reports that it is about, by their moments.
    pub fn reports(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.with.iter().chain(&self.report).map(String::as_str)
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// The file was made from boundaries.
    New,
    Import,
    Correct,
    Withdraw,
    Goal,
    Population,
    Hotline,
    Link,
    BaseUrl,
    Office,
    Bulletin,
    Undo,
    /// An older file was put back.
    Restore,
    /// A file of schema 1 was written as one of schema 2.
    Migrate,
}

impl Campaign {
    /// What the public gets: without the history, and without what only editors look at.
    pub fn published(&self) -> Self {
        Self { json_schema: None, changes: Vec::new(), ..self.clone() }
    }
}
