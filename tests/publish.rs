//! `publish` as an officer calls it: from a letter to the folder, all of it or nothing. The folder holds stand-ins for what Trunk builds.
#![cfg(all(not(target_arch = "wasm32"), unix))]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use support::{Workspace, root, small_data, stand_in, tree};

const LETTER: &str = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG\nSố: 12/BC-STTTT\nV/v kết quả cài đặt Bluezone\n\n\
    Tính đến 8h ngày 13/8/2020, toàn tỉnh có 24.764 lượt cài đặt Bluezone. Trong đó:\nGia Nghĩa: 13.404\nĐắk Glong: 4.397\nCư Jút: 6.963\n";

/// Three districts, and a folder that shows them.
fn site() -> Workspace {
    let workspace = Workspace::new();
    stand_in(&workspace.dist());
    small_data(&workspace.data(), &[12_452, 3_919, 6_306]);
    fs::write(workspace.path("letter.txt"), LETTER).unwrap();
    let rendered = workspace.call(&["render", workspace.dist().to_str().unwrap()]);
    assert!(rendered.status.success(), "{}", said(&rendered));
    workspace
}

impl Workspace {
    fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    fn call(&self, args: &[&str]) -> Output {
        self.command(args).stdin(Stdio::null()).output().unwrap()
    }

    fn publish(&self, args: &[&str]) -> Output {
        let (letter, dist) = (self.path("letter.txt"), self.dist());
        self.call(&[&["publish", letter.to_str().unwrap(), "--dist", dist.to_str().unwrap()], args].concat())
    }

    /// The revisions of the data file and of the folder.
    fn revisions(&self) -> (u64, u64) {
        let of = |path: PathBuf| serde_json::from_slice::<Value>(&fs::read(path).unwrap()).unwrap()["revision"].as_u64().unwrap();
        (of(self.data()), of(self.dist().join("data/campaign.json")))
    }

    /// Everything that must stay as it is where nothing is published.
    fn state(&self) -> (Vec<u8>, BTreeMap<PathBuf, Vec<u8>>) {
        (fs::read(self.data()).unwrap(), tree(&self.dist()))
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_letter_becomes_the_site_in_one_command() {
    let workspace = site();
    assert_eq!(workspace.revisions(), (1, 1));
    let done = workspace.publish(&[]);
    assert!(done.status.success(), "{}", said(&done));
    for shown in ["24.764", "+2.087", "8 giờ ngày 13/8/2020", "Trang đã đổi"] {
        assert!(said(&done).contains(shown), "{shown}: {}", said(&done));
    }
    assert_eq!(workspace.revisions(), (2, 2));
    assert!(fs::read_to_string(workspace.dist().join("index.html")).unwrap().contains("24.764"));
    let data: Value = serde_json::from_slice(&fs::read(workspace.data()).unwrap()).unwrap();
    assert_eq!((&data["reports"][1]["id"], &data["reports"][1]["source"]["number"]), (&json!("r2"), &json!("12/BC-STTTT")));
    // The same letter again changes nothing.
    let before = workspace.state();
    let again = workspace.publish(&[]);
    assert!(again.status.success(), "{}", said(&again));
    assert_eq!(workspace.state(), before);
}

#[test]
fn whatever_the_first_report_is_it_becomes_a_site() {
    // Of the total alone, without any report, and a table of many days.
    let workspace = site();
    let mut data: Value = serde_json::from_slice(&fs::read(workspace.data()).unwrap()).unwrap();
    data["reports"][0].as_object_mut().unwrap().remove("installs");
    for reports in [data["reports"].clone(), json!([])] {
        data["reports"] = reports;
        data["revision"] = json!(data["revision"].as_u64().unwrap_or(1) + 1);
        fs::write(workspace.data(), data.to_string()).unwrap();
        let rendered = workspace.call(&["render", workspace.dist().to_str().unwrap()]);
        assert!(rendered.status.success(), "{}", said(&rendered));
    }
    let table = "Số lượt cài đặt Bluezone\nĐơn vị;11/8/2020;13/8/2020\nGia Nghĩa;12452;13404\nĐắk Glong;3919;4397\nCư Jút;6306;6963\n";
    fs::write(workspace.path("letter.txt"), table).unwrap();
    let done = workspace.publish(&["--source", "Bảng theo dõi"]);
    assert!(done.status.success() && said(&done).contains("2 báo cáo"), "{}", said(&done));
    assert!(fs::read_to_string(workspace.dist().join("index.html")).unwrap().contains("24.764"));
    assert!(workspace.dist().join("so-lieu/r1/index.html").exists() && workspace.dist().join("so-lieu/r2/index.html").exists());
}

#[test]
fn a_folder_that_lags_behind_is_brought_up_by_the_same_letter() {
    let workspace = site();
    let imported = workspace.call(&["import", workspace.path("letter.txt").to_str().unwrap()]);
    assert!(imported.status.success(), "{}", said(&imported));
    assert_eq!(workspace.revisions(), (2, 1));
    assert!(workspace.publish(&[]).status.success());
    assert_eq!(workspace.revisions(), (2, 2));
}

#[test]
fn a_folder_is_never_led_back_by_an_older_data_file() {
    let workspace = site();
    let older = fs::read(workspace.data()).unwrap();
    assert!(workspace.publish(&[]).status.success());
    assert!(workspace.call(&["withdraw", "r2", "--why", "Gửi nhầm"]).status.success());
    assert!(workspace.call(&["render", workspace.dist().to_str().unwrap()]).status.success());
    assert_eq!(workspace.revisions(), (3, 3));
    fs::write(workspace.data(), &older).unwrap();
    let before = workspace.state();
    let refused = workspace.publish(&[]);
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert_eq!(workspace.state(), before, "{}", said(&refused));
}

#[test]
fn what_is_refused_or_only_tried_changes_nothing() {
    let workspace = site();
    let before = workspace.state();
    let tried = workspace.publish(&["--dry-run", "--format", "json"]);
    assert!(tried.status.success(), "{}", said(&tried));
    let answer: Value = serde_json::from_slice(&tried.stdout).unwrap();
    assert_eq!(answer["import"]["total"], 24_764);
    let paths: Vec<&str> = answer["site"]["paths"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
    assert!(paths.contains(&"index.html") && paths.contains(&"data/campaign.json"), "{paths:?}");
    assert!(paths.iter().any(|path| path.ends_with(".png")), "{paths:?}");
    assert_eq!(workspace.state(), before);

    fs::write(workspace.path("letter.txt"), LETTER.replace("4.397", "4.39")).unwrap();
    let refused = workspace.publish(&[]);
    assert!(refused.status.code() == Some(1) && said(&refused).contains("4.39"), "{}", said(&refused));
    assert_eq!(workspace.state(), before);
}

#[test]
fn where_the_folder_fails_the_data_file_stays_as_it_was() {
    let workspace = site();
    let before = fs::read(workspace.data()).unwrap();
    let letter = workspace.path("letter.txt");
    // A folder that is not there, and one in whose place a file stands.
    for dist in ["nowhere", "letter.txt"] {
        let dist = workspace.path(dist);
        let failed = workspace.call(&["publish", letter.to_str().unwrap(), "--dist", dist.to_str().unwrap()]);
        assert!(!failed.status.success(), "{}", said(&failed));
        assert_eq!(fs::read(workspace.data()).unwrap(), before, "{}", said(&failed));
    }
    // A limit on the size of files is met as a full disk is: in the middle of writing.
    let state = workspace.state();
    let call = format!(
        "ulimit -f 4; trap '' XFSZ; exec {:?} publish {letter:?} --dist {:?} --data {:?} --map {:?}",
        env!("CARGO_BIN_EXE_bluezone-map"),
        workspace.dist(),
        workspace.data(),
        root().join("tests/fixtures/data/map.json")
    );
    let full = Command::new("sh").arg("-c").arg(call).output().unwrap();
    assert!(!full.status.success(), "{}", said(&full));
    assert_eq!(workspace.state(), state, "{}", said(&full));
}

#[test]
fn killed_at_any_moment_nothing_is_torn_and_the_next_run_ends_it() {
    let workspace = site();
    let before = workspace.state();
    for step in 0..24 {
        let (letter, dist) = (workspace.path("letter.txt"), workspace.dist());
        let mut child = workspace.command(&["publish", letter.to_str().unwrap(), "--dist", dist.to_str().unwrap()]).spawn().unwrap();
        thread::sleep(Duration::from_millis(40 * step));
        let _ = child.kill();
        let _ = child.wait();
        let (data, site) = workspace.revisions();
        assert!((1..=2).contains(&data) && site <= data, "{data} {site}");
        if data == 1 {
            assert_eq!(workspace.state().0, before.0);
        }
    }
    assert!(workspace.publish(&[]).status.success());
    assert_eq!(workspace.revisions(), (2, 2));
    let left: Vec<String> = fs::read_dir(workspace.folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(left.len(), 4, "data, map, letter and folder: {left:?}");
}

#[test]
fn letters_are_taken_as_they_come() {
    let workspace = site();
    let folder = workspace.path("incoming");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a.txt"), LETTER).unwrap();
    fs::write(folder.join("b.txt"), LETTER.replace("13/8", "14/8").replace("4.397", "4.39")).unwrap();
    let dist = workspace.dist();
    let ended = workspace.call(&["publish", "--watch", folder.to_str().unwrap(), "--once", "--dist", dist.to_str().unwrap()]);
    assert_eq!(ended.status.code(), Some(1), "{}", said(&ended));
    assert_eq!(workspace.revisions(), (2, 2));
    assert!(folder.join("da-nhan/a.txt").exists() && folder.join("khong-nhan/b.txt").exists(), "{}", said(&ended));
    assert!(fs::read_to_string(folder.join("khong-nhan/b.txt.txt")).unwrap().contains("4.39"));
}
