//! What a run has to do, worked out from what is made and what lies in the folder, by content alone.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use rayon::prelude::*;

use super::manifest::{Entry, MANIFEST, Manifest, sha256};
use crate::{
    site::{
        Files,
        compress::{Quality, brotli, gzip, is_compressible},
    },
    tool::files::Failure,
};

/// A file of the new site.
pub enum Content<'a> {
    /// As it lies in the folder.
    Kept,
    Written(Cow<'a, [u8]>),
}

/// The new site as a whole.
pub struct Plan<'a> {
    pub files: BTreeMap<String, Content<'a>>,
    pub manifest: Manifest,
    /// What an earlier run made and this one did not.
    pub gone: Vec<String>,
    /// Compressed copies, kept or made.
    pub copies: usize,
}

/// `managed`: everything that earlier runs made.
pub fn plan<'a>(files: &'a Files, dist: &Path, managed: &Manifest, compress: bool) -> Result<Plan<'a>, Failure> {
    let present = walk(dist).map_err(|error| Failure::reading(dist, &error))?;
    let read = |path: &str| fs::read(dist.join(path)).map_err(|error| Failure::reading(&dist.join(path), &error));
    // Files of others (the modules, the typeface, whatever an administrator put there) stay as they are.
    let foreign: Vec<&String> =
        present.iter().filter(|path| files.get(path).is_none() && !managed.files.contains_key(*path) && *path != MANIFEST).collect();
    let made: Vec<(String, Content, Entry)> = files
        .iter()
        .par_bridge()
        .map(|(path, file)| {
            let same = present.contains(path) && fs::read(dist.join(path)).is_ok_and(|known| known == file.bytes);
            (path.to_owned(), if same { Content::Kept } else { Content::Written(Cow::Borrowed(&file.bytes)) }, Entry::new(&file.bytes))
        })
        .collect();
    let mut all: BTreeMap<String, Content> = foreign.iter().map(|path| ((*path).clone(), Content::Kept)).collect();
    let mut entries = BTreeMap::new();
    let mut copies = 0;
    if compress {
        let own = files.iter().filter(|(path, _)| is_compressible(path)).map(|(path, file)| (path, file.bytes.len()));
        let quality = Quality::for_bytes(own.map(|(_, bytes)| bytes).sum());
        let sources: Vec<&str> = files
            .iter()
            .map(|(path, _)| path)
            .chain(foreign.iter().map(|path| path.as_str()))
            .filter(|path| is_compressible(path))
            .collect();
        let compressed: Vec<Vec<(String, Content<'static>, Entry)>> = sources
            .par_iter()
            .map(|path| match files.get(path) {
                Some(file) => copies_of(path, &file.bytes, dist, managed, quality),
                // The modules weigh most of a visit and are few: always at the best.
                None => copies_of(path, &read(path)?, dist, managed, Quality::BEST),
            })
            .collect::<Result<_, _>>()?;
        for (path, content, entry) in compressed.into_iter().flatten() {
            copies += 1;
            entries.insert(path.clone(), entry);
            all.insert(path, content);
        }
    }
    for (path, content, entry) in made {
        entries.insert(path.clone(), entry);
        all.insert(path, content);
    }
    let manifest = Manifest::new(entries);
    let gone = managed.files.keys().filter(|path| !all.contains_key(*path) && present.contains(*path)).cloned().collect();
    Ok(Plan { files: all, manifest, gone, copies })
}

/// A compressed copy that the manifest knows as a copy of these very bytes is kept; any other is made anew.
fn copies_of(
    path: &str,
    bytes: &[u8],
    dist: &Path,
    managed: &Manifest,
    quality: Quality,
) -> Result<Vec<(String, Content<'static>, Entry)>, Failure> {
    let source = sha256(bytes);
    let copy = |ending: &str, pack: fn(&[u8], Quality) -> io::Result<Vec<u8>>| {
        let name = format!("{path}{ending}");
        let known = managed.files.get(&name).filter(|entry| entry.copy_of.as_ref() == Some(&source));
        if let Some(entry) = known
            && fs::read(dist.join(&name)).is_ok_and(|copy| sha256(&copy) == entry.sha256)
        {
            return Ok((name, Content::Kept, entry.clone()));
        }
        let packed = pack(bytes, quality).map_err(|error| Failure::writing(&dist.join(&name), &error))?;
        let entry = Entry { copy_of: Some(source.clone()), ..Entry::new(&packed) };
        Ok((name, Content::Written(Cow::Owned(packed)), entry))
    };
    Ok(vec![copy(".br", brotli)?, copy(".gz", gzip)?])
}

/// Every file below a folder, by its path with slashes; what a run of ours left unfinished is none of the site.
fn walk(folder: &Path) -> io::Result<BTreeSet<String>> {
    fn below(folder: &Path, before: &str, out: &mut BTreeSet<String>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{before}{}", entry.file_name().to_string_lossy());
            if before.is_empty() && path == super::STAGED {
                continue;
            }
            if entry.file_type()?.is_dir() {
                below(&entry.path(), &format!("{path}/"), out)?;
            } else {
                out.insert(path);
            }
        }
        Ok(())
    }
    let mut out = BTreeSet::new();
    below(folder, "", &mut out)?;
    Ok(out)
}
