//! The two ways to switch: a new folder beside the old one, and, where that can't be, file by file. Both leave the old site whole until every
//! byte of the new one is on the disk.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use rayon::prelude::*;

use super::{STAGED, plan::Content};
use crate::tool::files::Failure;

/// What a folder is to hold.
pub struct Contents<'a> {
    /// Everything but the manifest, by its path with slashes.
    pub files: &'a BTreeMap<String, Content<'a>>,
    /// Folders that are empty and stay.
    pub empty: &'a [String],
    /// What an earlier run made and this one did not.
    pub gone: &'a [String],
    /// The name of the manifest and what is in it.
    pub manifest: (&'a str, &'a [u8]),
}

/// Removes what a killed run left.
pub fn clean(dist: &Path, new: &Path) -> Result<(), Failure> {
    for left in [new, &dist.join(STAGED)] {
        match fs::remove_dir_all(left) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Failure::writing(left, &error)),
            _ => {}
        }
    }
    Ok(())
}

/// Fills the new folder: what is kept is the very file of the old one, under a second name.
pub fn fill(contents: &Contents, dist: &Path, new: &Path) -> io::Result<()> {
    let (name, manifest) = contents.manifest;
    fs::create_dir(new)?;
    folders(contents, Some(dist), new)?;
    contents.files.par_iter().try_for_each(|(path, content)| match content {
        Content::Kept => keep(&dist.join(path), &new.join(path)),
        Content::Written(bytes) => write(&new.join(path), bytes, &dist.join(path)),
    })?;
    write(&new.join(name), manifest, &dist.join(name))?;
    sync(new)
}

/// The one moment in which the new site takes the old one's place.
pub fn exchange(new: &Path, dist: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, new, CWD, dist, RenameFlags::EXCHANGE)?)
    }
    #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
    {
        let _ = (new, dist);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// The folder is a mount point, its parent may not be written, or the system can't exchange two names. A full disk is none of these.
pub fn cannot_rename(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, InvalidInput, PermissionDenied, ReadOnlyFilesystem, ResourceBusy, Unsupported};
    matches!(error.kind(), CrossesDevices | InvalidInput | PermissionDenied | ReadOnlyFilesystem | ResourceBusy | Unsupported)
}

/// Stages what has changed inside the folder, then renames it into place: assets first, so that no page asks for what is not there yet; then
/// pages; then what is no more goes; the manifest is last. Renaming needs no room on the disk.
pub fn in_place(contents: &Contents, dist: &Path) -> io::Result<()> {
    let (name, manifest) = contents.manifest;
    let staged = dist.join(STAGED);
    let stage = || -> io::Result<Vec<&String>> {
        fs::create_dir(&staged)?;
        // The next run knows by it what this one was about to make.
        write(&staged.join(name), manifest, &dist.join(name))?;
        folders(contents, None, &staged)?;
        let mut changed = Vec::new();
        for (path, content) in contents.files {
            if let Content::Written(bytes) = content {
                write(&staged.join(path), bytes, &dist.join(path))?;
                changed.push(path);
            }
        }
        folders(contents, None, dist)?;
        sync(&staged)?;
        Ok(changed)
    };
    let mut changed = stage().inspect_err(|_| {
        let _ = fs::remove_dir_all(&staged);
    })?;
    changed.sort_by_key(|path| path.contains(".html"));
    for path in changed {
        fs::rename(staged.join(path), dist.join(path))?;
    }
    for path in contents.gone {
        remove(dist, path)?;
    }
    fs::rename(staged.join(name), dist.join(name))?;
    fs::remove_dir_all(&staged)
}

/// A file that is no more, and the folders that are empty without it.
fn remove(dist: &Path, path: &str) -> io::Result<()> {
    fs::remove_file(dist.join(path))?;
    let mut folder = Path::new(path).parent();
    while let Some(name) = folder.filter(|name| !name.as_os_str().is_empty()) {
        if fs::remove_dir(dist.join(name)).is_err() {
            break;
        }
        folder = name.parent();
    }
    Ok(())
}

/// Makes the folders of all files, with the rights of the old ones.
fn folders(contents: &Contents, like: Option<&Path>, root: &Path) -> io::Result<()> {
    let of_files = contents.files.keys().flat_map(|path| Path::new(path).ancestors().skip(1));
    let mut all: Vec<&Path> = contents.empty.iter().flat_map(|path| Path::new(path).ancestors()).chain(of_files).collect();
    all.sort_unstable();
    all.dedup();
    for folder in all {
        let path = root.join(folder);
        if !path.is_dir() {
            fs::create_dir(&path)?;
        }
        if let Some(rights) = like.and_then(|like| fs::metadata(like.join(folder)).ok()) {
            fs::set_permissions(&path, rights.permissions())?;
        }
    }
    Ok(())
}

/// A second name for the same file, so that what has not changed is not touched; a copy where the file system knows no second names. A symbolic
/// link stays one.
fn keep(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if fs::symlink_metadata(from)?.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
}

/// A new file has the rights of the one it replaces, else those that any program would give it.
fn write(path: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    if let Ok(known) = fs::metadata(like) {
        file.set_permissions(known.permissions())?;
    }
    Ok(())
}

/// Everything below a folder is on the disk before the switch.
fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(File::open(folder)?)?;
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
    Ok(())
}
