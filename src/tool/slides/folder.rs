//! The folder that is handed to an operator: its manifest, and what an earlier run left there. Nothing is removed but what an earlier
//! manifest lists, and nothing outside of the folder. It must not know how files are made.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    campaign::Stamp,
    site::slides::readme::BYTE_ORDER_MARK,
    text::slides::TITLE,
    tool::files::{self, Failure},
};

/// By this the tool knows its own manifest.
pub const TOOL: &str = "bluezone-map slides";
pub const MANIFEST: &str = "manifest.json";
pub const README: &str = "README.txt";

/// What was made, with no word of when: the same data gives the same manifest.
#[derive(Serialize)]
pub struct Manifest<'a> {
    pub tool: &'static str,
    pub version: &'static str,
    /// The moment of the figures; none where no figures are shown.
    pub as_of: Option<Stamp>,
    pub age: &'static str,
    pub languages: Vec<&'static str>,
    pub scenes: Vec<&'static str>,
    pub dwell_seconds: u16,
    pub theme: &'static str,
    pub stamp: Option<&'a str>,
    pub sizes: Vec<Sized<'a>>,
    pub readme: Entry,
}

/// The files of one size.
#[derive(Serialize)]
pub struct Sized<'a> {
    pub name: &'a str,
    pub width: u32,
    pub height: u32,
    pub slides: usize,
    pub files: Vec<Entry>,
}

#[derive(Clone, Serialize)]
pub struct Entry {
    /// From the manifest's own folder, with slashes.
    pub path: String,
    pub bytes: usize,
    pub sha256: String,
}

/// Writes one file of the folder, and says what its manifest is to say of it.
pub fn write(out: &Path, path: String, content: &[u8]) -> Result<Entry, Failure> {
    files::write(&out.join(&path), content)?;
    let sha256 = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Entry { path, bytes: content.len(), sha256 })
}

/// A file of somebody else's where this command would write its own.
pub fn foreign(out: &Path) -> Option<PathBuf> {
    let (manifest, readme) = (out.join(MANIFEST), out.join(README));
    let own_readme = || fs::read_to_string(&readme).is_ok_and(|text| text.trim_start_matches(BYTE_ORDER_MARK).starts_with(TITLE));
    if manifest.exists() && listed(out).is_none() {
        Some(manifest)
    } else if readme.exists() && !own_readme() {
        Some(readme)
    } else {
        None
    }
}

/// The files that the manifest of an earlier run lists.
fn listed(out: &Path) -> Option<Vec<String>> {
    let manifest: Value = serde_json::from_slice(&fs::read(out.join(MANIFEST)).ok()?).ok()?;
    (manifest.get("tool")?.as_str()? == TOOL).then_some(())?;
    let files = manifest.get("sizes").and_then(Value::as_array).into_iter().flatten();
    let files = files.filter_map(|size| size.get("files")?.as_array()).flatten();
    Some(files.filter_map(|file| Some(file.get("path")?.as_str()?.to_string())).collect())
}

/// Removes what an earlier run made and this one did not, and the folders that it leaves empty. How many files that were.
pub fn tidy(out: &Path, made: &[&str]) -> Result<usize, Failure> {
    let mut removed = 0;
    for path in listed(out).unwrap_or_default() {
        let Some(file) = inside(out, &path).filter(|_| !made.contains(&path.as_str())) else { continue };
        fs::remove_file(&file).map_err(|error| Failure::writing(&file, &error))?;
        removed += 1;
        if let Some(folder) = file.parent().filter(|folder| *folder != out) {
            // It fails on a folder with anything in it, as it should.
            let _ = fs::remove_dir(folder);
        }
    }
    Ok(removed)
}

/// The file of such a path, where it is a picture or film in a folder of this one: a manifest may have been written by anybody.
fn inside(out: &Path, path: &str) -> Option<PathBuf> {
    let plain = Path::new(path).components().all(|step| matches!(step, Component::Normal(_))) && !path.contains(['\\', ':']);
    let kind = Path::new(path).extension().is_some_and(|ending| ["png", "gif", "mp4"].iter().any(|known| ending == *known));
    let file = out.join(path);
    let is_file = fs::symlink_metadata(&file).is_ok_and(|known| known.is_file());
    // A folder in between may be a link to somewhere else.
    let home = fs::canonicalize(file.parent()?).ok()?.starts_with(fs::canonicalize(out).ok()?);
    (plain && kind && is_file && home).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(out: &Path, paths: &[&str]) {
        let files: Vec<Value> = paths.iter().map(|path| serde_json::json!({"path": path})).collect();
        fs::write(out.join(MANIFEST), serde_json::json!({"tool": TOOL, "sizes": [{"files": files}]}).to_string()).unwrap();
    }

    #[test]
    fn only_what_is_listed_goes_and_nothing_outside() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("out");
        fs::create_dir_all(out.join("hd")).unwrap();
        fs::create_dir_all(out.join("old")).unwrap();
        let files = ["a.png", "out/hd/old.png", "out/hd/new.png", "out/hd/own.png", "out/hd/notes.txt", "out/old/b.gif"];
        for file in files {
            fs::write(home.path().join(file), "x").unwrap();
        }
        let outside = home.path().join("a.png").display().to_string();
        manifest(
            &out,
            &["../a.png", &outside, "hd/../../a.png", "hd/old.png", "hd/new.png", "hd/notes.txt", "hd", "old/b.gif", "gone.png"],
        );
        assert_eq!(tidy(&out, &["hd/new.png"]).unwrap(), 2);
        let left: Vec<&str> = files.into_iter().filter(|file| home.path().join(file).exists()).collect();
        assert_eq!(left, ["a.png", "out/hd/new.png", "out/hd/own.png", "out/hd/notes.txt"]);
        assert!(!out.join("old").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("out");
        fs::create_dir_all(&out).unwrap();
        fs::create_dir_all(home.path().join("other")).unwrap();
        fs::write(home.path().join("other/a.png"), "x").unwrap();
        std::os::unix::fs::symlink(home.path().join("other"), out.join("hd")).unwrap();
        manifest(&out, &["hd/a.png"]);
        assert_eq!(tidy(&out, &[]).unwrap(), 0);
        assert!(home.path().join("other/a.png").exists());
    }

    #[test]
    fn what_somebody_else_put_there_is_seen() {
        let out = tempfile::tempdir().unwrap();
        assert_eq!(foreign(out.path()), None);
        fs::write(out.path().join(README), "notes").unwrap();
        assert_eq!(foreign(out.path()), Some(out.path().join(README)));
        fs::write(out.path().join(README), format!("{BYTE_ORDER_MARK}{TITLE}\r\n")).unwrap();
        assert_eq!(foreign(out.path()), None);
        fs::write(out.path().join(MANIFEST), "{\"name\": \"an app\"}").unwrap();
        assert_eq!(foreign(out.path()), Some(out.path().join(MANIFEST)));
        manifest(out.path(), &[]);
        assert_eq!(foreign(out.path()), None);
    }
}
