//! Why lopdf does not read on, in the words of the room.

use lopdf::{DecompressError, Error};

use super::super::error::{DocumentError, Format};
use crate::campaign::limits::MAX_INPUT_BYTES;

/// The largest PDF that is read; larger ones hold pictures.
pub const MAX_FILE: u64 = MAX_INPUT_BYTES / 2;

pub fn reason(error: Error) -> DocumentError {
    match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => DocumentError::TooLarge { limit: MAX_FILE },
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => DocumentError::Password(Format::Pdf),
        _ => DocumentError::Broken(Format::Pdf),
    }
}
