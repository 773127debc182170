//! One writer at a time: whoever changes the data file holds a lock on it, from the reading to the writing, and a second one waits. The lock is the
//! operating system's: it goes with its process, however that ends, and leaves no file behind.

use std::fs::File;
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a second writer waits. A change takes some milliseconds; longer than this nobody works.
pub const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(10);

/// Why there is no lock.
pub enum Unlocked {
    /// Another process has it; its number, where the system tells.
    Held(Option<u32>),
    Io(io::Error),
}

/// Locks the file of that path, once nobody else has it.
#[cfg(unix)]
pub fn lock(path: &Path, patience: Duration) -> Result<File, Unlocked> {
    use std::fs::TryLockError;
    let began = Instant::now();
    loop {
        let file = File::open(path).map_err(Unlocked::Io)?;
        match file.try_lock() {
            // Whoever had the lock has put another file in the place of this one: then that is the one to lock.
            Ok(()) if is_at(&file, path).map_err(Unlocked::Io)? => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) if began.elapsed() < patience => sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(Unlocked::Held(holder(&file))),
            Err(TryLockError::Error(error)) => return Err(Unlocked::Io(error)),
        }
    }
}

/// Elsewhere a lock would keep the owner himself from replacing the file.
#[cfg(not(unix))]
pub fn lock(path: &Path, _: Duration) -> Result<File, Unlocked> {
    File::open(path).map_err(Unlocked::Io)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let (open, there) = (file.metadata()?, std::fs::metadata(path)?);
    Ok((open.dev(), open.ino()) == (there.dev(), there.ino()))
}

/// The process that has the lock: Linux lists them all, `1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF`.
#[cfg(unix)]
fn holder(file: &File) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    let inode = format!(":{}", file.metadata().ok()?.ino());
    let all = std::fs::read_to_string("/proc/locks").ok()?;
    let mut lines = all.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let line = lines.find(|line| line.get(1) == Some(&"FLOCK") && line.get(5).is_some_and(|place| place.ends_with(&inode)))?;
    line.get(4)?.parse().ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_second_waits_and_then_names_the_first() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let first = lock(file.path(), Duration::ZERO).ok().unwrap();
        let Err(Unlocked::Held(holder)) = lock(file.path(), Duration::from_millis(30)) else { panic!("locked twice") };
        if cfg!(target_os = "linux") {
            assert_eq!(holder, Some(std::process::id()));
        }
        drop(first);
        assert!(lock(file.path(), Duration::ZERO).is_ok());
    }

    #[test]
    fn what_was_put_in_its_place_meanwhile_is_what_is_locked() {
        let folder = tempfile::tempdir().unwrap();
        let (path, new) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::write(&path, "old").unwrap();
        let first = lock(&path, Duration::ZERO).ok().unwrap();
        std::thread::scope(|scope| {
            let second = scope.spawn(|| lock(&path, PATIENCE).ok().map(|file| io::read_to_string(file).unwrap()));
            sleep(Duration::from_millis(50));
            std::fs::write(&new, "new").unwrap();
            std::fs::rename(&new, &path).unwrap();
            drop(first);
            assert_eq!(second.join().unwrap().as_deref(), Some("new"));
        });
    }
}
