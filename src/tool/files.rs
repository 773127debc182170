//! Reads and writes the tool's files: a failure says which file, why and what to do; a write is all or nothing.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::strict;
use crate::campaign::Campaign;
use crate::campaign::finding::{Finding, Place, Problem};
use crate::text::{Lang, fill, system, tool};

/// A file that could not be read or written.
#[derive(Debug)]
pub struct Failure {
    pub path: PathBuf,
    pub kind: io::ErrorKind,
    pub reason: String,
    pub writing: bool,
}

impl Failure {
    pub fn reading(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), kind: error.kind(), reason: error.to_string(), writing: false }
    }

    pub fn writing(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), kind: error.kind(), reason: error.to_string(), writing: true }
    }

    pub fn message(&self, lang: Lang) -> String {
        let words = tool::tool(lang);
        let path = if self.path == Path::new("-") { words.standard_input.to_owned() } else { self.path.display().to_string() };
        fill(if self.writing { words.cannot_write } else { words.cannot_read }, &[&path, &system::reason(lang, self.kind, &self.reason)])
    }
}

/// The bytes of a file, or of standard input for `-`.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") { io::stdin().read_to_end(&mut bytes).map(|_| bytes) } else { fs::read(path) };
    read.map_err(|error| Failure::reading(path, &error))
}

/// A data file: its text, which an import keeps as it is, and what it says.
pub struct DataFile {
    pub text: String,
    pub campaign: Campaign,
}

/// Reads a data file. The inner error is a file that was read and is no campaign.
pub fn data(path: &Path) -> Result<Result<DataFile, Finding>, Failure> {
    let unreadable = |detail: String| Finding::error(Place::Whole, Problem::Unreadable { detail });
    let bytes = read(path)?;
    let Ok(text) = String::from_utf8(bytes) else { return Ok(Err(Finding::error(Place::Whole, Problem::NotText))) };
    // Some Windows editors put a byte order mark first.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let parsed = strict::no_duplicates(&text).and_then(|()| serde_json::from_str(&text));
    Ok(parsed.map(|campaign| DataFile { text, campaign }).map_err(|error| unreadable(error.to_string())))
}

/// The findings of everything in a data file that no member answers to: what this tool would lose if it wrote the file.
pub fn unknown_members(data: &DataFile) -> Vec<Finding> {
    let (Ok(written), Ok(read)) = (serde_json::from_str(&data.text), serde_json::to_value(&data.campaign)) else { return Vec::new() };
    let unknown = strict::unknown_keys(&written, &read).into_iter();
    unknown.map(|path| Finding::error(Place::Whole, Problem::UnknownKey { path })).collect()
}

/// Replaces a file as a whole: who reads it meanwhile sees the old one or the new one, and a failure leaves the old one.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    replace(path, content.as_ref()).map_err(|error| Failure::writing(path, &error))
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A file without a name goes with its process: a killed run leaves nothing behind. Where a system has none, it is named from the start.
    #[cfg(target_os = "linux")]
    if let Ok(mut file) = nameless(folder) {
        fill_in(&mut file, content, &target)?;
        return name(&file, folder, &target);
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    // A new file gets the rights that any program would give it; the temporary file's own would keep the web server out.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut file = builder.tempfile_in(folder)?;
    fill_in(file.as_file_mut(), content, &target)?;
    file.persist(&target).map_err(|failed| failed.error)?;
    Ok(())
}

const TEMPORARY: &str = ".bluezone-map-";

/// Removes what killed runs left in the folder of a file: with the lock of that file, so that it is nobody's any more. What is younger than a
/// minute may be another file's that is just being written.
pub fn sweep(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|written| written.elapsed().ok());
        let old = age.is_some_and(|age| age > Duration::from_secs(60));
        if old && entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes the whole content, with the rights of the file that it is to replace.
fn fill_in(file: &mut fs::File, content: &[u8], target: &Path) -> io::Result<()> {
    file.write_all(content)?;
    if let Ok(known) = fs::metadata(target) {
        file.set_permissions(known.permissions())?;
    }
    file.sync_all()
}

#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> io::Result<fs::File> {
    use rustix::fs::{Mode, OFlags, open};
    Ok(open(folder, OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC, Mode::from_raw_mode(0o644))?.into())
}

/// Gives a nameless file its name in the place of another. A name can't be given over another at once: there is one in between, for an instant.
#[cfg(target_os = "linux")]
fn name(file: &fs::File, folder: &Path, target: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, linkat};
    let own = format!("/proc/self/fd/{}", file.as_raw_fd());
    let between = folder.join(format!("{TEMPORARY}{}", std::process::id()));
    // What a killed run of the same number may have left.
    let _ = fs::remove_file(&between);
    linkat(CWD, own, CWD, &between, AtFlags::SYMLINK_FOLLOW)?;
    fs::rename(&between, target).inspect_err(|_| _ = fs::remove_file(&between))
}
