//! What the tests of the tool share: a folder of their own with a data file and a map file, the calls of the binary, folders that stand for a
//! built site.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// How a call ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// A call of the tool, whose three streams are pipes.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bluezone-map"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder with a data file, the map file, and nothing else.
pub struct Workspace {
    pub folder: tempfile::TempDir,
}

impl Workspace {
    pub fn new() -> Self {
        Self::of("one-report.json")
    }

    pub fn of(data: &str) -> Self {
        let workspace = Self { folder: tempfile::tempdir().unwrap() };
        fs::copy(fixture(data), workspace.data()).unwrap();
        fs::copy(root().join("tests/fixtures/data/map.json"), workspace.path("map.json")).unwrap();
        workspace
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn data(&self) -> PathBuf {
        self.path("campaign.json")
    }

    pub fn text(&self) -> String {
        fs::read_to_string(self.data()).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text()).unwrap()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = command(args);
        command.arg("--data").arg(self.data()).arg("--map").arg(self.path("map.json"));
        command
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        self.run_with(args, "")
    }

    pub fn run_with(&self, args: &[&str], input: &str) -> Ended {
        let mut child = self.command(args).spawn().unwrap();
        // A call that fails before it reads has closed its input.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let ended = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended { code: ended.status.code().unwrap(), out: text(ended.stdout), err: text(ended.stderr) }
    }
}

/// Fills a folder with what stands for Trunk's work: `render` asks for no more.
pub fn stand_in(dist: &Path) {
    fs::create_dir_all(dist.join("fonts")).unwrap();
    for part in ["latin", "vietnamese"] {
        fs::write(dist.join(format!("fonts/be-vietnam-pro-{part}-700.woff2")), part).unwrap();
    }
    fs::write(dist.join("index.html"), "<p>Trunk's own").unwrap();
}

/// A data file of one report and its first districts alone: a run takes a second or two.
pub fn small_data(path: &Path, installs: &[u64]) {
    let mut data: Value = serde_json::from_slice(&fs::read(fixture("one-report.json")).unwrap()).unwrap();
    data["districts"].as_array_mut().unwrap().truncate(installs.len());
    let codes: Vec<String> = data["districts"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap().into()).collect();
    let report = data["reports"][0].as_object_mut().unwrap();
    report.remove("rate_percent");
    report.insert("total".into(), installs.iter().sum::<u64>().into());
    let figures: serde_json::Map<_, _> = codes.into_iter().zip(installs.iter().map(|&n| Value::from(n))).collect();
    report.insert("installs".into(), figures.into());
    fs::write(path, data.to_string()).unwrap();
}

/// Every file of a folder.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            out.extend(tree(&entry.path()));
        } else {
            out.insert(entry.path(), fs::read(entry.path()).unwrap());
        }
    }
    out
}
