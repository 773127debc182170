//! Puts a whole set into its folder: a new folder is filled beside the old one and takes its place in one step, so that a failed or killed run
//! leaves the old set or the new one. What is somebody else's in there stays. It must not know how files are made.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    env, fs, io,
    path::Path,
};

use super::folder::{self, MANIFEST};
use crate::tool::{
    files::Failure,
    publish::{self, Contents, STAGED},
};

/// Above so many entries a folder is somebody's place for everything, and is not made anew for our sake: files are renamed one by one.
const MANY: usize = 5_000;

/// Files by their paths from the set's folder, with slashes.
pub type Set = BTreeMap<String, Vec<u8>>;

/// Switches the folder to a set; how many files of earlier sets are gone. `waiting` is called where another run must end first.
pub fn put(out: &Path, set: &Set, manifest: &[u8], waiting: impl FnOnce()) -> Result<usize, Failure> {
    fs::create_dir_all(out).map_err(|error| Failure::writing(out, &error))?;
    // A link to the folder stays a link.
    let out = fs::canonicalize(out).map_err(|error| Failure::reading(out, &error))?;
    let _lock = publish::lock(publish::parent(&out), waiting);
    let made: BTreeSet<&str> = set.keys().map(String::as_str).collect();
    let gone = folder::left(&out, &made);
    let mut there = Walked::default();
    // Who stands in the folder would stand in a removed one.
    let stands_there = env::current_dir().and_then(fs::canonicalize).is_ok_and(|folder| folder.starts_with(&out));
    let beside = !stands_there && there.walk(&out, "").is_ok();
    let mut files = BTreeMap::new();
    if beside {
        let kept = there.files.into_iter().filter(|path| path != MANIFEST && gone.binary_search(path).is_err());
        files.extend(kept.map(|path| (path, publish::Content::Kept)));
    }
    for (path, bytes) in set {
        let same = fs::read(out.join(path)).is_ok_and(|known| known == *bytes);
        let content = if same { publish::Content::Kept } else { publish::Content::Written(Cow::Borrowed(bytes)) };
        files.insert(path.clone(), content);
    }
    let contents = Contents { files: &files, empty: &there.empty, gone: &gone, manifest: (MANIFEST, manifest) };
    publish::switch(&contents, &out, beside, || Ok(()))?;
    Ok(gone.len())
}

/// All that lies in a folder.
#[derive(Default)]
struct Walked {
    files: Vec<String>,
    empty: Vec<String>,
}

impl Walked {
    fn walk(&mut self, folder: &Path, before: &str) -> io::Result<()> {
        let mut entries = 0;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            // A name that is no text can't be carried over as one.
            let name = name.to_str().ok_or(io::ErrorKind::Unsupported)?;
            if before.is_empty() && name == STAGED {
                continue;
            }
            entries += 1;
            let path = format!("{before}{name}");
            if entry.file_type()?.is_dir() {
                self.walk(&entry.path(), &format!("{path}/"))?;
            } else {
                self.files.push(path);
            }
            if self.files.len() + self.empty.len() > MANY {
                return Err(io::ErrorKind::Unsupported.into());
            }
        }
        if entries == 0 && !before.is_empty() {
            self.empty.push(before.trim_end_matches('/').into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_of_others_stays_and_nothing_is_left_beside() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("new/out");
        let set = |paths: &[&str]| -> Set { paths.iter().map(|path| (path.to_string(), path.as_bytes().to_vec())).collect() };
        let never = || panic!("nobody else is here");
        assert_eq!(put(&out, &set(&["hd/a.png", "b.zip"]), b"{}", never).unwrap(), 0);
        fs::create_dir_all(out.join("own/empty")).unwrap();
        fs::write(out.join("hd/notes.txt"), "own").unwrap();
        assert_eq!(put(&out, &set(&["hd/a.png", "hd/c.png"]), b"{ }", never).unwrap(), 0);
        let mut there = Walked::default();
        there.walk(&home.path().join("new"), "").unwrap();
        there.files.sort();
        assert_eq!(there.files, ["out/b.zip", "out/hd/a.png", "out/hd/c.png", "out/hd/notes.txt", "out/manifest.json"]);
        assert_eq!(there.empty, ["out/own/empty"]);
        assert_eq!(fs::read(out.join(MANIFEST)).unwrap(), b"{ }");
    }
}
