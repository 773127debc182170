//! Looks into the ZIP container of a workbook before it is unpacked: some hundred kilobytes can hold some hundred megabytes.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::super::super::finding::Problem;
use super::super::super::limits::MAX_INPUT_BYTES;

/// An error where the members unpack to more bytes than the limit. What the container says of their sizes is not relied on. A broken
/// container is no error here; who opens it says what is wrong with it.
pub fn check_size(bytes: &[u8], limit: u64) -> Result<(), Problem> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let Ok(member) = archive.by_index(index) else { continue };
        let left = limit - unpacked;
        unpacked += io::copy(&mut member.take(left + 1), &mut io::sink()).unwrap_or_default();
        if unpacked > limit {
            return Err(Problem::InputTooLarge { limit });
        }
    }
    Ok(())
}

pub fn has_member(bytes: &[u8], name: &str) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| archive.index_for_name(name).is_some())
}

/// A member's bytes, where there is one of that name; its size has been checked.
pub fn member(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut out = Vec::new();
    archive.by_name(name).ok()?.take(MAX_INPUT_BYTES).read_to_end(&mut out).ok()?;
    Some(out)
}
