//! Opens a workbook (XLSX, ODS, XLS) within bounds: a file of two kilobytes may speak of 17 billion cells, and calamine allocates all that
//! lie between the first and the last. XLSX is read cell by cell; the other two are looked through before calamine opens them.

mod archive;
mod grid;
mod ods;
mod sheet;
mod xls;
mod xlsx;

#[cfg(test)]
mod tests;

use super::super::finding::Problem;
use super::super::limits::MAX_INPUT_BYTES;
pub use sheet::Sheet;
use sheet::unreadable;

const ZIP: &[u8] = b"PK\x03\x04";
/// What every file of Office 97 to 2003 begins with.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Whether the bytes begin as a workbook's do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND_FILE)
}

/// The sheets of a workbook, or why it is not read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    if bytes.starts_with(COMPOUND_FILE) {
        return xls::sheets(bytes);
    }
    if !bytes.starts_with(ZIP) {
        return Err(unreadable("unknown file format"));
    }
    archive::check_size(bytes, MAX_INPUT_BYTES)?;
    if archive::has_member(bytes, "content.xml") { ods::sheets(bytes) } else { xlsx::sheets(bytes) }
}
