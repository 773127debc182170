//! The list of all that a run has made, with hashes: by it the next run knows what is its own, what has changed and what is to go.

use std::{collections::BTreeMap, fs, path::Path};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// In the site's folder.
pub const MANIFEST: &str = "site-manifest.json";

/// With no word of when: the same data gives the same manifest.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub tool: String,
    pub version: String,
    /// By the path below the site's start, with slashes.
    pub files: BTreeMap<String, Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub bytes: usize,
    pub sha256: String,
    /// Of a compressed copy: the hash of the file that it is a copy of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<String>,
}

impl Entry {
    pub fn new(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len(), sha256: sha256(bytes), copy_of: None }
    }
}

impl Manifest {
    pub fn new(files: BTreeMap<String, Entry>) -> Self {
        Self { tool: env!("CARGO_PKG_NAME").into(), version: env!("CARGO_PKG_VERSION").into(), files }
    }

    /// The manifest of a folder; an empty one where there is none, or none of ours.
    pub fn read(folder: &Path) -> Self {
        let known = fs::read(folder.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        known.filter(|manifest| manifest.tool == env!("CARGO_PKG_NAME")).unwrap_or_default()
    }

    pub fn to_json(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec_pretty(self)
    }
}

/// In hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
