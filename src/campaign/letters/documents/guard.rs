//! The libraries that read foreign forms are made with care, yet a broken file may still find the place where one of them gives up. That
//! ends the reading of the file, never the tool, and nobody is shown the library's own words.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use super::error::{DocumentError, Format};

static HOOK: Once = Once::new();

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Reads with a library; where it panics the file is broken. Nothing that it has begun is used after that.
pub fn guarded<T>(format: Format, read: impl FnOnce() -> Result<T, DocumentError>) -> Result<T, DocumentError> {
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info| {
            if !IS_GUARDED.get() {
                usual(info);
            }
        }));
    });
    let before = IS_GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(read));
    IS_GUARDED.set(before);
    result.unwrap_or(Err(DocumentError::Broken(format)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_that_gives_up_is_a_broken_file() {
        let gives_up = || guarded::<()>(Format::Mail, || panic!("library"));
        assert_eq!(gives_up(), Err(DocumentError::Broken(Format::Mail)));
        // One inside of the other: the outer one goes on.
        assert_eq!(guarded(Format::Pdf, || Ok(gives_up().is_err())), Ok(true));
        assert!(!IS_GUARDED.get());
    }
}
