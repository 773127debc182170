//! Members of a ZIP container, unpacked within the budget.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::budget::Budget;
use super::error::{DocumentError, Format};
use crate::campaign::limits::MAX_INPUT_BYTES;

pub const MAGIC: &[u8] = b"PK\x03\x04";

/// Members of a container that are looked at; a document has some dozens.
const MAX_MEMBERS: usize = 10_000;

pub struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, DocumentError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocumentError::Broken(Format::Archive))?;
        if archive.len() > MAX_MEMBERS {
            return Err(DocumentError::TooLarge { limit: MAX_INPUT_BYTES });
        }
        Ok(Self(archive))
    }

    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.0.file_names().flatten().map(|name| name.into_owned()).collect();
        names.sort();
        names
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// Whether a member can't be read without a password.
    pub fn is_encrypted(&mut self) -> bool {
        (0..self.0.len()).any(|index| self.0.by_index_raw(index).is_ok_and(|member| member.encrypted()))
    }

    /// An error where the members that a reader of workbooks unpacks are more than is read. What the container says of their sizes is not
    /// relied on.
    pub fn check_size(&mut self, budget: &Budget) -> Result<(), DocumentError> {
        let mut left = budget.bytes_left();
        for index in 0..self.0.len() {
            let Ok(member) = self.0.by_index(index) else { continue };
            let is_read = member.name().is_ok_and(|name| [".xml", ".rels", ".bin"].iter().any(|ending| name.ends_with(ending)));
            if is_read {
                let unpacked = io::copy(&mut member.take(left + 1), &mut io::sink()).unwrap_or_default();
                left = left.checked_sub(unpacked).ok_or(DocumentError::TooLarge { limit: MAX_INPUT_BYTES })?;
            }
        }
        Ok(())
    }

    /// A member's bytes; none where there is no member of the name. What the container says of its size is not relied on.
    pub fn member(&mut self, name: &str, format: Format, budget: &mut Budget) -> Result<Option<Vec<u8>>, DocumentError> {
        if !self.has(name) {
            return Ok(None);
        }
        let member = self.0.by_name(name).map_err(|_| DocumentError::Broken(format))?;
        let mut out = Vec::new();
        member.take(budget.bytes_left() + 1).read_to_end(&mut out).map_err(|_| DocumentError::Broken(format))?;
        budget.take_bytes(out.len())?;
        Ok(Some(out))
    }
}
