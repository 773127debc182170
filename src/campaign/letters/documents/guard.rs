//! The libraries that read foreign forms are made with care, yet a broken file may still find the place where one of them gives up. That
//! ends the reading of the file, never the tool.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::{DocumentError, Format};

/// Reads with a library; where it panics the file is broken. Nothing that it has begun is used after that.
pub fn guarded<T>(format: Format, read: impl FnOnce() -> Result<T, DocumentError>) -> Result<T, DocumentError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(DocumentError::Broken(format)))
}
