//! How `render` puts a site into its folder: the old one or the new one and nothing between, whatever happens to the process. The folder holds
//! stand-ins for what Trunk builds; everything else is the real tool.
#![cfg(all(not(target_arch = "wasm32"), unix))]

mod support;

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
};

use serde_json::Value;
use support::{root, small_data, stand_in};

const MANIFEST: &str = "site-manifest.json";

/// A folder as Trunk leaves it, and two data files.
struct Workspace {
    folder: tempfile::TempDir,
}

impl Workspace {
    fn new() -> Self {
        let workspace = Self { folder: tempfile::tempdir().unwrap() };
        stand_in(&workspace.dist());
        fs::write(workspace.dist().join("of-an-administrator.txt"), "stays").unwrap();
        small_data(&workspace.path("before.json"), &[12_452, 3_919, 6_306]);
        small_data(&workspace.path("after.json"), &[12_453, 3_919, 6_306]);
        // Without its last district, whose pages then are no more.
        small_data(&workspace.path("fewer.json"), &[12_453, 3_919]);
        workspace
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    fn command(&self, data: &str) -> Command {
        command(&self.path(data), &self.dist())
    }

    fn render(&self, data: &str) -> Output {
        let output = self.command(data).output().unwrap();
        assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
        output
    }

    /// What lies beside the site's folder besides the test's own files: a run leaves nothing there.
    fn left_over(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut left: Vec<String> = names.filter(|name| name != "dist" && !name.ends_with(".json")).collect();
        left.extend(tree(&self.dist()).into_keys().filter(|path| path.contains("staged") || path.contains(".new")));
        left
    }
}

fn command(data: &Path, dist: &Path) -> Command {
    let mut command = support::command(&["--lang", "en", "render"]);
    command.arg(dist).arg("--data").arg(data).arg("--map").arg(root().join("tests/fixtures/data/map.json")).stdin(Stdio::null());
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every file below a folder: its content and its inode.
fn tree(folder: &Path) -> BTreeMap<String, (Vec<u8>, u64)> {
    fn below(folder: &Path, root: &Path, out: &mut BTreeMap<String, (Vec<u8>, u64)>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                below(&path, root, out);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                out.insert(name, (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().ino()));
            }
        }
    }
    let mut out = BTreeMap::new();
    below(folder, folder, &mut out);
    out
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(folder).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

/// The site as a run that nothing disturbs makes it.
fn undisturbed(data: &str) -> BTreeMap<String, Vec<u8>> {
    let workspace = Workspace::new();
    workspace.render(data);
    contents(&workspace.dist())
}

#[test]
fn the_manifest_names_all_that_was_made_and_nothing_else_is_touched() {
    let workspace = Workspace::new();
    workspace.render("before.json");
    let manifest: Value = serde_json::from_slice(&fs::read(workspace.dist().join(MANIFEST)).unwrap()).unwrap();
    let files = manifest["files"].as_object().unwrap();
    let present = contents(&workspace.dist());
    for (path, bytes) in &present {
        let others = path.starts_with("fonts/") || path == "of-an-administrator.txt" || path == MANIFEST;
        assert_eq!(files.get(path).is_none(), others, "{path}");
        if let Some(entry) = files.get(path) {
            assert_eq!(entry["bytes"], bytes.len(), "{path}");
        }
    }
    assert!(files.keys().all(|path| present.contains_key(path)));
    assert_eq!(text(&present["of-an-administrator.txt"]), "stays");
    // Its own compressed copy is of no run's making but this one's.
    assert!(files["of-an-administrator.txt.br"]["copy_of"].is_string());
    assert_eq!(workspace.left_over(), [""; 0]);
}

#[test]
fn what_has_not_changed_is_the_very_file_and_what_is_no_more_goes() {
    let workspace = Workspace::new();
    workspace.render("before.json");
    let before = tree(&workspace.dist());
    let said = text(&workspace.render("before.json").stdout);
    assert!(said.contains("changed: 0;") && said.contains("removed: 0."), "{said}");
    assert_eq!(tree(&workspace.dist()), before, "the same figures again touch nothing");
    workspace.render("fewer.json");
    let after = tree(&workspace.dist());
    for kept in ["fonts/be-vietnam-pro-latin-700.woff2", "embed.js", "embed.js.br", "led/sw.js", "of-an-administrator.txt"] {
        assert_eq!(before[kept], after[kept], "{kept}");
    }
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert!(gone.iter().any(|path| path.ends_with("cu-jut/index.html.br")), "{gone:?}");
    assert!(after.keys().all(|path| !path.contains("cu-jut")), "a page of a district that is no more");
    assert!(!workspace.dist().join("huyen/cu-jut").exists(), "nor its empty folder");
    let clean = undisturbed("fewer.json");
    assert_eq!(contents(&workspace.dist()), clean);
}

#[test]
fn compressed_copies_follow_the_content_whatever_the_clock_says() {
    let workspace = Workspace::new();
    workspace.render("before.json");
    let page = workspace.dist().join("index.html.br");
    // A torn copy, newer than its file.
    fs::write(&page, "torn").unwrap();
    workspace.render("before.json");
    assert_eq!(contents(&workspace.dist()), undisturbed("before.json"));
}

#[test]
fn killed_at_any_moment_it_is_the_old_site_or_the_new_one() {
    let sites = [undisturbed("before.json"), undisturbed("after.json")];
    let workspace = Workspace::new();
    workspace.render("before.json");
    let started = std::time::Instant::now();
    workspace.render("after.json");
    let whole = started.elapsed();
    let (mut old, mut new) = (0, 0);
    for round in 0..30_u32 {
        let (from, to) = if contents(&workspace.dist()) == sites[0] { (0, 1) } else { (1, 0) };
        let mut child = workspace.command(["before.json", "after.json"][to]).spawn().unwrap();
        // Spread over the whole run, most of them where files are written and switched.
        thread::sleep(whole.mul_f64(0.5 + f64::from(round) / 50.0));
        let _ = child.kill();
        child.wait().unwrap();
        let found = contents(&workspace.dist());
        assert!(found == sites[from] || found == sites[to], "round {round}: {}", differences(&found, &sites[from]));
        if found == sites[from] { old += 1 } else { new += 1 }
    }
    println!("killed 30 times: the old site {old} times, the new one {new} times");
    workspace.render("after.json");
    assert_eq!(contents(&workspace.dist()), sites[1]);
    assert_eq!(workspace.left_over(), [""; 0]);
}

fn differences(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> String {
    let paths = a.keys().chain(b.keys());
    let mut all: Vec<&String> = paths.filter(|path| a.get(*path) != b.get(*path)).collect();
    all.dedup();
    format!("{} files differ, such as {:?}", all.len(), &all[..all.len().min(5)])
}

#[test]
fn two_at_once_are_one_after_the_other() {
    let sites = [undisturbed("before.json"), undisturbed("after.json")];
    let workspace = Workspace::new();
    for _ in 0..5 {
        let both: Vec<Child> = ["before.json", "after.json"].map(|data| workspace.command(data).spawn().unwrap()).into();
        for child in both {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
        }
        let found = contents(&workspace.dist());
        assert!(sites.contains(&found), "{}", differences(&found, &sites[0]));
        assert_eq!(workspace.left_over(), [""; 0]);
    }
}

/// Runs a shell script in a mount namespace of its own; none where this system does not allow that.
fn in_own_mounts(script: &str) -> Option<Output> {
    let allowed = Command::new("unshare").args(["--mount", "true"]).status().is_ok_and(|status| status.success());
    allowed.then(|| Command::new("unshare").args(["--mount", "sh", "-euc", script]).output().unwrap())
}

fn shell(command: &Command) -> String {
    let quote = |word: &std::ffi::OsStr| format!("'{}'", word.to_str().unwrap().replace('\'', "'\\''"));
    std::iter::once(command.get_program()).chain(command.get_args()).map(quote).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_full_disk_leaves_the_old_site_and_says_so() {
    let workspace = Workspace::new();
    // A file system with room for the old site and little more.
    fs::create_dir(workspace.path("disk.json")).unwrap();
    let disk = workspace.path("disk.json");
    let on_disk = |data: &str| shell(&command(&workspace.path(data), &disk.join("dist")));
    let script = format!(
        "mount -t tmpfs -o size=64m tmpfs {disk}; cp -r {dist} {disk}/dist; {first} >&2; (cd {disk}/dist && find . -type f | sort | xargs sha256sum) > {before}
         dd if=/dev/zero of={disk}/filler bs=1k 2>/dev/null || true; rm -f {disk}/none; truncate -s -200k {disk}/filler
         code=0; {second} 2> {errors} || code=$?; echo code $code; ls -A {disk}
         (cd {disk}/dist && find . -type f | sort | xargs sha256sum) > {after}",
        disk = disk.display(),
        dist = workspace.dist().display(),
        before = workspace.path("before.sums.json").display(),
        after = workspace.path("after.sums.json").display(),
        errors = workspace.path("errors.json").display(),
        first = on_disk("before.json"),
        second = on_disk("after.json"),
    );
    let Some(output) = in_own_mounts(&script) else {
        println!("NOT TESTED: this system allows no mount namespaces, so no disk could be filled");
        return;
    };
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "code 2\ndist\nfiller\n");
    let read = |name: &str| fs::read_to_string(workspace.path(name)).unwrap();
    assert!(!read("before.sums.json").is_empty() && read("before.sums.json") == read("after.sums.json"));
    assert!(read("errors.json").contains("No space left"), "{}", read("errors.json"));
}

#[test]
fn a_folder_that_cannot_be_renamed_is_filled_file_by_file() {
    let workspace = Workspace::new();
    let run = |data: &str| shell(&workspace.command(data));
    let listing = workspace.path("listing.json");
    let script = format!(
        "mount --bind {dist} {dist}; {first} >&2; {second} >&2; {third} >&2; (cd {dist} && find . -type f | sort | xargs sha256sum) > {listing}; ls -A {root}",
        dist = workspace.dist().display(),
        root = workspace.folder.path().display(),
        listing = listing.display(),
        first = run("before.json"),
        second = run("after.json"),
        third = run("fewer.json"),
    );
    let Some(output) = in_own_mounts(&script) else {
        println!("NOT TESTED: this system allows no mount namespaces, so no folder could be made one that can't be renamed");
        return;
    };
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(!text(&output.stdout).contains(".new"), "{}", text(&output.stdout));
    assert_eq!(contents(&workspace.dist()), undisturbed("fewer.json"));
}

#[test]
fn a_kill_while_filled_file_by_file_is_finished_by_the_next_run() {
    let workspace = Workspace::new();
    workspace.render("after.json");
    // As a kill leaves it: some files are in their place, some wait, and the manifest that names them is staged.
    let staged = workspace.dist().join(".bluezone-map-staged");
    fs::create_dir(&staged).unwrap();
    fs::write(workspace.dist().join("of-a-killed-run.txt"), "half a site").unwrap();
    let manifest = r#"{"tool": "bluezone-map", "version": "0", "files": {"of-a-killed-run.txt": {"bytes": 1, "sha256": ""}}}"#;
    fs::write(staged.join(MANIFEST), manifest).unwrap();
    fs::write(staged.join("index.html"), "waits").unwrap();
    workspace.render("before.json");
    assert_eq!(contents(&workspace.dist()), undisturbed("before.json"));
    assert_eq!(workspace.left_over(), [""; 0]);
}

#[test]
fn figures_with_errors_change_nothing() {
    let workspace = Workspace::new();
    workspace.render("before.json");
    let before = tree(&workspace.dist());
    fs::write(workspace.path("wrong.json"), fs::read_to_string(workspace.path("before.json")).unwrap().replace("22677", "1")).unwrap();
    let output = workspace.command("wrong.json").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(tree(&workspace.dist()), before);
}

#[test]
fn old_files_with_a_later_date_and_copies_of_nothing_now_are_replaced_or_go() {
    let workspace = Workspace::new();
    let dist = workspace.dist();
    workspace.render("before.json");
    let page = fs::read(dist.join("index.html")).unwrap();
    workspace.render("after.json");
    let whole = contents(&dist);
    assert!(!whole.keys().any(|path| path.starts_with("data/") && (path.ends_with(".br") || path.ends_with(".gz"))));
    // Put back from a backup after the run, with today's date; copies beside a module and beside data that nobody knows of.
    let spoil = || {
        fs::write(dist.join("index.html"), &page).unwrap();
        for name in ["index.html.br", "en/index.html.gz", "of-an-administrator.txt.br", "data/campaign.json.br", "data/campaign.json.gz"] {
            fs::write(dist.join(name), "old").unwrap();
        }
    };
    spoil();
    workspace.render("after.json");
    assert!(contents(&dist) == whole, "{}", differences(&contents(&dist), &whole));
    // The same where no manifest tells what is ours; pages of a district that is no more are known by what they are.
    spoil();
    fs::remove_file(dist.join(MANIFEST)).unwrap();
    let fewer = undisturbed("fewer.json");
    workspace.render("fewer.json");
    assert!(contents(&dist) == fewer, "{}", differences(&contents(&dist), &fewer));
    // A draft makes no copies, and leaves none that are old.
    spoil();
    fs::remove_file(dist.join(MANIFEST)).unwrap();
    let mut draft = workspace.command("fewer.json");
    assert!(draft.arg("--draft").output().unwrap().status.success());
    assert!(!contents(&dist).keys().any(|path| path.ends_with(".br") || path.ends_with(".gz")), "{:?}", contents(&dist).keys());
}

#[test]
fn a_site_below_a_folder_stays_there() {
    let workspace = Workspace::new();
    let (dist, data) = (workspace.dist(), workspace.path("before.json"));
    let render = |path: &str| command(&data, &dist).args(["--base-path", path]).output().unwrap();
    for wrong in ["https://a.vn/", "/a b/", "/x;/", "../"] {
        let refused = render(wrong);
        assert_eq!(refused.status.code(), Some(2), "{wrong}");
        assert!(text(&refused.stderr).contains("--base-path"), "{}", text(&refused.stderr));
    }
    let done = render("bluezone");
    assert!(done.status.success() && text(&done.stdout).contains("base_url"), "{}{}", text(&done.stdout), text(&done.stderr));
    let page = |path: &str| fs::read_to_string(dist.join(path)).unwrap();
    let is_below = || {
        page("index.html").contains("href=\"/bluezone/icon.svg\"")
            && !page("index.html").contains("href=\"/icon.svg\"")
            && page("_headers").contains("\n/bluezone/embed/*\n")
            && page("deploy/nginx.conf").contains("location ^~ /bluezone/ {")
    };
    assert!(is_below());
    // A letter is published to where the site lies.
    let letter = workspace.path("letter.txt");
    let words = "Tính đến 8h ngày 13/8/2020, toàn tỉnh có 24.764 lượt cài đặt Bluezone. Trong đó:\nGia Nghĩa: 13.404\nĐắk Glong: 4.397\nCư Jút: 6.963\n";
    fs::write(&letter, format!("SỞ THÔNG TIN VÀ TRUYỀN THÔNG\nSố: 12/BC-STTTT\n\n{words}")).unwrap();
    let mut publish = support::command(&["publish"]);
    publish.arg(&letter).arg("--dist").arg(&dist).arg("--data").arg(&data).arg("--map").arg(root().join("tests/fixtures/data/map.json"));
    let published = publish.stdin(Stdio::null()).output().unwrap();
    assert!(published.status.success(), "{}{}", text(&published.stdout), text(&published.stderr));
    assert!(is_below() && page("index.html").contains("24.764"));
    // Where the data file states the address, nobody else does.
    let mut campaign: Value = serde_json::from_slice(&fs::read(&data).unwrap()).unwrap();
    campaign["base_url"] = "https://a.vn/y/".into();
    fs::write(&data, campaign.to_string()).unwrap();
    assert_eq!(render("/bluezone/").status.code(), Some(2));
}
