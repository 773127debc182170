//! Puts a made site into its folder so that whoever looks sees the old site or the new one, never half of each: everything is made before
//! anything is written, a new folder is filled beside the old one, and one exchange of names is the switch. Where the folder can't be renamed (a
//! mount point, a parent without write access), changed files are staged inside it and renamed one by one: assets first, then pages, the
//! manifest last; a kill in between is finished by the next run.

mod lock;
mod manifest;
mod plan;
mod stage;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use manifest::{MANIFEST, Manifest};
use plan::{Plan, plan};

use super::files::Failure;
use crate::site::Files;

pub use lock::lock;
pub use manifest::sha256;
pub use plan::Content;
pub use stage::Contents;

/// The folder inside the site's, in which files wait for their place where the folder itself can't be renamed.
pub const STAGED: &str = ".bluezone-map-staged";

/// What came of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Addresses of pages.
    pub pages: usize,
    /// Compressed copies.
    pub compressed: usize,
    /// The front page in brotli: what a first visit costs before fonts and wasm. 0 without compressed copies.
    pub first_bytes: usize,
    /// Files that are new or other than before.
    pub changed: usize,
    pub unchanged: usize,
    /// Files of an earlier run that are no more.
    pub removed: usize,
}

/// Switches a folder to a made site. Files that no run of ours made stay as they are. `waiting` is called where another run must end first.
pub fn publish(files: &Files, dist: &Path, compress: bool, waiting: impl FnOnce()) -> Result<Published, Failure> {
    publish_with(files, dist, compress, waiting, || Ok(()))
}

/// As [`publish`]; `commit` is called once all that is new lies on the disk, right before the switch. Where it fails, the folder stays as it
/// was.
pub fn publish_with(
    files: &Files,
    dist: &Path,
    compress: bool,
    waiting: impl FnOnce(),
    commit: impl FnOnce() -> Result<(), Failure>,
) -> Result<Published, Failure> {
    // A link to the folder stays a link.
    let dist = fs::canonicalize(dist).map_err(|error| Failure::reading(dist, &error))?;
    let _lock = lock(parent(&dist), waiting);
    let plan = planned(files, &dist, compress)?;
    let manifest = plan.manifest.to_json().map_err(|error| Failure::writing(&dist.join(MANIFEST), &error.into()))?;
    let done = outcome(&plan);
    if done.changed == 0 && done.removed == 0 && fs::read(dist.join(MANIFEST)).is_ok_and(|known| known == manifest) {
        stage::clean(&dist, &beside(&dist))?;
        commit()?;
        return Ok(done);
    }
    let contents = Contents { files: &plan.files, empty: &[], gone: &plan.gone, manifest: (MANIFEST, &manifest) };
    switch(&contents, &dist, true, commit)?;
    Ok(done)
}

/// What a run would change, without changing it: what came of it, and the paths that would be new, other or gone.
pub fn would_change(files: &Files, dist: &Path) -> Result<(Published, Vec<String>), Failure> {
    let dist = fs::canonicalize(dist).map_err(|error| Failure::reading(dist, &error))?;
    let plan = planned(files, &dist, false)?;
    let written = plan.files.iter().filter(|(_, content)| matches!(content, Content::Written(_))).map(|(path, _)| path.clone());
    // Compressed copies are left out here, and they go only with what they are copies of.
    let is_copy = |path: &String| path.ends_with(".br") || path.ends_with(".gz");
    let gone = plan.gone.iter().filter(|path| !is_copy(path)).cloned();
    Ok((outcome(&plan), written.chain(gone).collect()))
}

fn planned<'a>(files: &'a Files, dist: &Path, compress: bool) -> Result<Plan<'a>, Failure> {
    // What the run before was about to make is its own, too.
    let mut managed = Manifest::read(dist);
    managed.files.extend(Manifest::read(&dist.join(STAGED)).files);
    plan(files, dist, &managed, compress)
}

/// Gives a folder its new contents; `commit` is called right before. `beside`: whether a new folder may take its place, which is one step;
/// else, and where that can't be, its files are renamed one by one, the manifest last.
pub fn switch(contents: &Contents, dist: &Path, beside: bool, commit: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let new = self::beside(dist);
    stage::clean(dist, &new)?;
    let abandon = || {
        // The old site is whole; what was begun beside it goes.
        let _ = fs::remove_dir_all(&new);
    };
    let filled = if beside { stage::fill(contents, dist, &new) } else { Err(io::ErrorKind::Unsupported.into()) };
    if let Err(error) = &filled {
        abandon();
        if !stage::cannot_rename(error) {
            return Err(Failure::writing(&new, error));
        }
    }
    commit().inspect_err(|_| abandon())?;
    match filled.and_then(|()| stage::exchange(&new, dist)) {
        // The names are exchanged: what lies beside now is the old site. What of it can't be removed now, the next run removes.
        Ok(()) => {
            abandon();
            Ok(())
        }
        Err(error) => {
            abandon();
            match stage::cannot_rename(&error) {
                true => stage::in_place(contents, dist).map_err(|error| Failure::writing(dist, &error)),
                false => Err(Failure::writing(&new, &error)),
            }
        }
    }
}

fn outcome(plan: &Plan) -> Published {
    let kept = plan.files.values().filter(|content| matches!(content, Content::Kept)).count();
    Published {
        pages: plan.manifest.files.keys().filter(|path| path.ends_with("index.html")).count(),
        compressed: plan.copies,
        first_bytes: plan.manifest.files.get("index.html.br").map_or(0, |entry| entry.bytes),
        changed: plan.files.len() - kept,
        unchanged: kept,
        removed: plan.gone.len(),
    }
}

/// The folder that is locked while a run is at work in `dist`.
pub fn parent(dist: &Path) -> &Path {
    dist.parent().unwrap_or(dist)
}

/// Where the new folder is filled: `.dist.new` beside `dist`.
fn beside(dist: &Path) -> PathBuf {
    let name = dist.file_name().unwrap_or_default().to_string_lossy();
    parent(dist).join(format!(".{name}.new"))
}
