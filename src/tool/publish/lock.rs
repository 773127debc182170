//! One run at a time in one place: the second waits until the first is done. The lock goes with its process, however that ends.

use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// Locks the folder that the site's folder lies in, which stays what it is while the site's own is replaced. Calls `waiting` once where another
/// run holds it. Where a system can't lock folders there is no lock: a single run needs none.
pub fn lock(parent: &Path, waiting: impl FnOnce()) -> Option<File> {
    let folder = File::open(parent).ok()?;
    match folder.try_lock() {
        Ok(()) => Some(folder),
        Err(TryLockError::WouldBlock) => {
            waiting();
            folder.lock().ok().map(|()| folder)
        }
        Err(TryLockError::Error(_)) => None,
    }
}
