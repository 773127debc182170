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

/// Data gets no compressed copy: whoever replaces a file of it by hand would leave the old copy beside it, which a host goes on sending. It is
/// small, and hosts compress it by themselves.
fn gets_copies(path: &str) -> bool {
    is_compressible(path) && !path.starts_with("data/")
}

/// Whether a file is a compressed copy of another one of the site. Such a file is ours, whoever put it there: one that is not made anew is sent
/// in the place of what it was once a copy of.
fn is_copy(path: &str, is_there: impl Fn(&str) -> bool) -> bool {
    let original = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"));
    original.is_some_and(|original| is_compressible(original) && is_there(original))
}

/// What a folder without a manifest holds of an earlier run, told by what the pages say of themselves: each with its description, pictures and files.
fn pages_of_ours(dist: &Path, present: &BTreeSet<String>) -> Vec<String> {
    let is_ours = |path: &&String| {
        let head = fs::read(dist.join(path)).unwrap_or_default();
        let head = String::from_utf8_lossy(&head[..head.len().min(300)]).into_owned();
        head.starts_with("<!doctype html><html ") && head.contains(" data-face=\"")
    };
    let pages: BTreeSet<&str> = present
        .iter()
        .filter(|path| path.ends_with("/index.html"))
        .filter(is_ours)
        .map(|page| page.trim_end_matches("index.html"))
        .collect();
    let is_beside = |path: &&String| {
        let (folder, name) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| (&path[..=folder.len()], name));
        // The sheets of a district have no page of their own: they lie below that of all sheets.
        let above = folder.trim_end_matches('/').rsplit_once('/').map_or("", |(above, _)| &folder[..=above.len()]);
        let is_named = ["ap-phich-", "to-roi-", "ban-do-", "so-lieu."].iter().any(|start| name.starts_with(start));
        match name {
            "index.html" => pages.contains(folder),
            "oembed.json" | "map.png" => folder.starts_with("embed/") && pages.contains(folder),
            "card.png" | "30.txt" | "60.txt" | "120.txt" | "feed.xml" | "moi-bao-cao.csv" | "datapackage.json" => pages.contains(folder),
            _ => is_named && (pages.contains(folder) || pages.contains(above)),
        }
    };
    // What has a hash in its name would stay beside a newer one.
    let is_hashed = |path: &str| {
        ["bluezone-beside-", "bluezone-history-", "bluezone-pages-", "bluezone-text-", "bluezone-zoom-"]
            .iter()
            .any(|start| path.starts_with(start))
    };
    present.iter().filter(|path| is_beside(path) || is_hashed(path)).cloned().collect()
}

/// `managed`: everything that earlier runs made.
pub fn plan<'a>(files: &'a Files, dist: &Path, managed: &Manifest, compress: bool) -> Result<Plan<'a>, Failure> {
    let present = walk(dist).map_err(|error| Failure::reading(dist, &error))?;
    let read = |path: &str| fs::read(dist.join(path)).map_err(|error| Failure::reading(&dist.join(path), &error));
    // Files of others (the modules, the typeface, whatever an administrator put there) stay as they are.
    let mut own: BTreeSet<String> = managed.files.keys().cloned().collect();
    own.extend(present.iter().filter(|path| is_copy(path, |it| files.get(it).is_some() || present.contains(it))).cloned());
    if managed.files.is_empty() {
        own.extend(pages_of_ours(dist, &present));
    }
    let foreign: Vec<&String> =
        present.iter().filter(|path| files.get(path).is_none() && !own.contains(*path) && *path != MANIFEST).collect();
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
        let packed = files.iter().filter(|(path, _)| gets_copies(path)).map(|(path, file)| (path, file.bytes.len()));
        let quality = Quality::for_bytes(packed.map(|(_, bytes)| bytes).sum());
        let sources: Vec<&str> =
            files.iter().map(|(path, _)| path).chain(foreign.iter().map(|path| path.as_str())).filter(|path| gets_copies(path)).collect();
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
    let gone = own.iter().filter(|path| !all.contains_key(*path) && present.contains(*path)).cloned().collect();
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
