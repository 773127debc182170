//! What lies in the folder that is handed to an operator: its manifest, what an earlier run left there and what is somebody else's. It must
//! not write, and not know how files are made.

use std::{
    collections::BTreeSet,
    fs,
    path::{Component, Path, PathBuf},
};

use serde::Serialize;
use serde_json::Value;

use crate::{
    campaign::Stamp,
    site::slides::{
        h264::{Form, RATE},
        names,
        readme::BYTE_ORDER_MARK,
        size::{self, ScreenSize},
    },
    text::slides::TITLE,
    tool::publish::{STAGED, sha256},
};

/// By this the tool knows its own manifest.
pub const TOOL: &str = "bluezone-map slides";
pub const MANIFEST: &str = "manifest.json";
pub const README: &str = "README.txt";
/// What a set is made of, beside its manifest and its sheet.
const KINDS: [&str; 4] = ["png", "gif", "mp4", "zip"];

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
    /// The archive's name alone: it holds this very manifest.
    pub zip: Option<&'a str>,
}

/// The files of one size.
#[derive(Serialize)]
pub struct Sized<'a> {
    pub name: &'a str,
    pub width: u32,
    pub height: u32,
    pub slides: usize,
    /// The scenes that were asked for and have no room.
    pub left_out: Vec<&'static str>,
    pub files: Vec<Entry>,
}

#[derive(Clone, Serialize)]
pub struct Entry {
    /// From the manifest's own folder, with slashes.
    pub path: String,
    pub bytes: usize,
    pub sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub film: Option<Film>,
}

/// What a film asks of a decoder.
#[derive(Clone, Serialize)]
pub struct Film {
    pub codec: &'static str,
    pub profile: &'static str,
    pub level: String,
    pub width: u32,
    pub height: u32,
    pub frames_per_second: u32,
    pub audio: Option<&'static str>,
    /// Pixels at the right and at the bottom that are none of the slides'.
    pub padding: [u32; 2],
}

impl Film {
    pub fn new(form: &Form, slides: [u32; 2]) -> Self {
        let [width, height] = form.size;
        let [wide, high] = slides;
        Self {
            codec: "h264",
            profile: form.profile.name(),
            level: form.level.name(),
            width,
            height,
            frames_per_second: RATE,
            audio: form.audio.then_some("aac, silent"),
            padding: [width - wide, height - high],
        }
    }
}

impl Entry {
    pub fn new(path: &str, content: &[u8]) -> Self {
        Self { path: path.into(), bytes: content.len(), sha256: sha256(content), film: None }
    }
}

/// Something of somebody else's where this command would write its own.
pub fn foreign(out: &Path, sizes: &[ScreenSize]) -> Option<PathBuf> {
    let (manifest, readme) = (out.join(MANIFEST), out.join(README));
    let own_readme = || fs::read_to_string(&readme).is_ok_and(|text| text.trim_start_matches(BYTE_ORDER_MARK).starts_with(TITLE));
    if manifest.exists() && listed(out).is_none() {
        Some(manifest)
    } else if readme.exists() && !own_readme() {
        Some(readme)
    } else {
        // A link leads to somebody else's folder.
        let folders = sizes.iter().map(|size| out.join(&size.name));
        folders.into_iter().find(|folder| fs::symlink_metadata(folder).is_ok_and(|known| !known.is_dir()))
    }
}

/// The files that the manifest of an earlier run lists.
fn listed(folder: &Path) -> Option<Vec<String>> {
    let manifest: Value = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()?;
    (manifest.get("tool")?.as_str()? == TOOL).then_some(())?;
    let files = manifest.get("sizes").and_then(Value::as_array).into_iter().flatten();
    let files = files.filter_map(|size| size.get("files")?.as_array()).flatten().filter_map(|file| file.get("path"));
    Some(files.chain(manifest.get("zip")).filter_map(|path| Some(path.as_str()?.to_string())).collect())
}

/// What earlier runs made and this one did not, as far as it may be removed. A run that was killed while it put its files into place had its
/// manifest staged.
pub fn left(out: &Path, made: &BTreeSet<&str>) -> Vec<String> {
    let earlier: BTreeSet<String> = [out.to_owned(), out.join(STAGED)].iter().filter_map(|folder| listed(folder)).flatten().collect();
    earlier.into_iter().filter(|path| !made.contains(path.as_str()) && inside(out, path)).collect()
}

/// Files that are called as those of a set are, and are of none that is known: nothing says who put them there, so they stay.
pub fn strays(out: &Path, made: &BTreeSet<&str>) -> Vec<String> {
    let names = |folder: &Path, is_dir: bool| -> Vec<String> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let kind = entries.filter(|entry| entry.file_type().is_ok_and(|kind| if is_dir { kind.is_dir() } else { kind.is_file() }));
        kind.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    let of_a_size = |name: &String| size::size(name).is_ok() || size::presets().any(|size| size.name == *name);
    let mut all = names(out, false);
    for folder in names(out, true).into_iter().filter(of_a_size) {
        all.extend(names(&out.join(&folder), false).into_iter().map(|name| format!("{folder}/{name}")));
    }
    all.retain(|path| names::is_of_a_set(path.rsplit('/').next().unwrap_or_default()) && !made.contains(path.as_str()));
    all.sort();
    all
}

/// Whether such a path is a file of a set in this folder: a manifest may have been written by anybody.
fn inside(out: &Path, path: &str) -> bool {
    let plain = Path::new(path).components().all(|step| matches!(step, Component::Normal(_))) && !path.contains(['\\', ':']);
    let kind = Path::new(path).extension().is_some_and(|ending| KINDS.iter().any(|known| ending == *known));
    let file = out.join(path);
    let is_file = fs::symlink_metadata(&file).is_ok_and(|known| known.is_file());
    // A folder in between may be a link to somewhere else.
    let real = |path: &Path| fs::canonicalize(path).ok();
    let home = file.parent().and_then(real).zip(real(out)).is_some_and(|(folder, out)| folder.starts_with(out));
    plain && kind && is_file && home
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(out: &Path, paths: &[&str]) {
        let files: Vec<Value> = paths.iter().map(|path| serde_json::json!({"path": path})).collect();
        let manifest = serde_json::json!({"tool": TOOL, "sizes": [{"files": files}], "zip": "bluezone.zip"});
        fs::write(out.join(MANIFEST), manifest.to_string()).unwrap();
    }

    #[test]
    fn only_what_is_listed_is_left_and_nothing_outside() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("out");
        fs::create_dir_all(out.join("hd")).unwrap();
        fs::create_dir_all(out.join("old")).unwrap();
        for file in ["a.png", "out/hd/old.png", "out/hd/new.png", "out/hd/own.png", "out/hd/notes.txt", "out/old/b.gif", "out/bluezone.zip"]
        {
            fs::write(home.path().join(file), "x").unwrap();
        }
        let outside = home.path().join("a.png").display().to_string();
        let listed = ["../a.png", &outside, "hd/../../a.png", "hd/old.png", "hd/new.png", "hd/notes.txt", "hd", "old/b.gif", "gone.png"];
        manifest(&out, &listed);
        let made = BTreeSet::from(["hd/new.png"]);
        assert_eq!(left(&out, &made), ["bluezone.zip", "hd/old.png", "old/b.gif"]);
        // What a killed run was about to make.
        fs::create_dir(out.join(STAGED)).unwrap();
        manifest(&out.join(STAGED), &["hd/own.png"]);
        assert_eq!(left(&out, &made), ["bluezone.zip", "hd/old.png", "hd/own.png", "old/b.gif"]);
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
        assert_eq!(left(&out, &BTreeSet::new()), [""; 0]);
        let sizes: Vec<ScreenSize> = size::presets().collect();
        assert_eq!(foreign(&out, &sizes), Some(out.join("hd")));
    }

    #[test]
    fn what_somebody_else_put_there_is_seen() {
        let out = tempfile::tempdir().unwrap();
        let foreign = || foreign(out.path(), &[]);
        assert_eq!(foreign(), None);
        fs::write(out.path().join(README), "notes").unwrap();
        assert_eq!(foreign(), Some(out.path().join(README)));
        fs::write(out.path().join(README), format!("{BYTE_ORDER_MARK}{TITLE}\r\n")).unwrap();
        assert_eq!(foreign(), None);
        fs::write(out.path().join(MANIFEST), "{\"name\": \"an app\"}").unwrap();
        assert_eq!(foreign(), Some(out.path().join(MANIFEST)));
        manifest(out.path(), &[]);
        assert_eq!(foreign(), None);
    }
}
