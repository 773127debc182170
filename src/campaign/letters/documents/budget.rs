//! Bounds of what one document may unfold to. Few bytes can speak of many: packed ones, merged cells, repeated rows. With these bounds
//! memory stays below 256 MB.

use super::error::DocumentError;
use crate::campaign::limits::MAX_INPUT_BYTES;

pub const MAX_CELLS: u64 = 1_000_000;
pub const MAX_LINES: usize = 500_000;
/// Elements inside of each other, tables in tables, mails in mails.
pub const MAX_DEPTH: usize = 200;

/// What is left to unfold.
pub struct Budget {
    bytes: u64,
    cells: u64,
}

impl Budget {
    pub fn new() -> Self {
        Self { bytes: MAX_INPUT_BYTES, cells: MAX_CELLS }
    }

    pub fn bytes_left(&self) -> u64 {
        self.bytes
    }

    pub fn take_bytes(&mut self, bytes: usize) -> Result<(), DocumentError> {
        self.bytes = self.bytes.checked_sub(bytes as u64).ok_or(DocumentError::TooLarge { limit: MAX_INPUT_BYTES })?;
        Ok(())
    }

    pub fn take_cells(&mut self, cells: usize) -> Result<(), DocumentError> {
        self.cells = self.cells.checked_sub(cells as u64).ok_or(DocumentError::TooManyCells { limit: MAX_CELLS })?;
        Ok(())
    }
}

/// An error where there are more lines than a letter has.
pub fn check_lines(lines: usize) -> Result<(), DocumentError> {
    if lines > MAX_LINES { Err(DocumentError::TooManyLines { limit: MAX_LINES as u64 }) } else { Ok(()) }
}

/// An error where elements lie deeper inside of each other than a person would put them.
pub fn check_depth(depth: usize) -> Result<(), DocumentError> {
    if depth > MAX_DEPTH { Err(DocumentError::TooDeep) } else { Ok(()) }
}
