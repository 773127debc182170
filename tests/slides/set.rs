//! The set as a whole: its names, its archive, and that an old one is never mixed with a new one, whatever happens to a run.

use std::{io::Read, process::Stdio, thread, time::Duration};

use super::*;

const SMALL: [&str; 8] = ["--size", "192x96", "--size", "256x128", "--only", "png,gif", "--scenes", "headline,board,qr"];

/// The set in the folder is one set: everything that its manifest lists and nothing else, under one date, which is answered.
fn whole(workspace: &Workspace) -> String {
    let (manifest, mut tree) = (workspace.manifest(), workspace.tree());
    let as_of = manifest["as_of"].as_str().unwrap();
    let date = format!("bluezone-{}-{}", as_of[..10].replace('-', ""), as_of[11..16].replace(':', ""));
    let sizes = manifest["sizes"].as_array().unwrap();
    for file in sizes.iter().flat_map(|size| size["files"].as_array().unwrap()).chain([&manifest["readme"]]) {
        let path = file["path"].as_str().unwrap();
        let bytes = tree.remove(path).unwrap_or_else(|| panic!("{path} is missing"));
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(file["sha256"], sha256, "{path}");
        assert!(path == "README.txt" || path.contains(&format!("/{date}-")), "{path} is of another date than {date}");
    }
    if let Some(zip) = manifest["zip"].as_str() {
        assert!(zip == format!("{date}.zip") && tree.remove(zip).is_some(), "{zip}");
    }
    assert_eq!(tree.keys().collect::<Vec<_>>(), ["manifest.json"], "nothing else is there");
    date
}

fn next_day(workspace: &Workspace) {
    workspace.edit(|data| data["reports"][0]["as_of"] = json!("2020-08-12T09:30:00+07:00"));
}

/// What lies beside the folder but the test's own files.
fn beside(workspace: &Workspace) -> Vec<String> {
    let names = fs::read_dir(workspace.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !["out", "campaign.json", "map.json", "ffmpeg"].contains(&name.as_str())).collect()
}

#[test]
fn names_say_when_and_how_large_and_stand_in_order() {
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&["--size", "192x96", "--only", "png,gif", "--scenes", "headline,qr", "--lang", "vi,en"]).code, 0);
    let wanted = ["-01-headline-vi.png", "-02-qr-vi.png", "-03-headline-en.png", "-04-qr-en.png", ".gif"];
    let mut wanted: Vec<String> = wanted.iter().map(|end| format!("192x96/bluezone-20200811-0800-192x96{end}")).collect();
    wanted.extend(["README.txt".into(), "manifest.json".into()]);
    assert_eq!(workspace.tree().into_keys().collect::<Vec<_>>(), wanted);
}

#[test]
fn figures_of_another_day_replace_the_whole_set() {
    let workspace = Workspace::new();
    let zipped = [&SMALL[..], &["--zip"]].concat();
    assert_eq!(workspace.run(&zipped).code, 0);
    assert_eq!(whole(&workspace), DATED);
    next_day(&workspace);
    let ended = workspace.run(&[&zipped[..], &["--format", "json"]].concat());
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_eq!(whole(&workspace), "bluezone-20200812-0930");
    let summary: Value = serde_json::from_str(&ended.out).unwrap();
    assert!(summary["removed"].as_u64().unwrap() > 8 && summary["strays"] == json!([]), "{summary}");
    // Without it the archive is no more.
    assert_eq!(workspace.run(&SMALL).code, 0);
    whole(&workspace);
    assert!(!workspace.out("bluezone-20200812-0930.zip").exists());
}

#[test]
fn what_nobody_lists_is_told_and_left() {
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&SMALL).code, 0);
    let strays = [
        "192x96/bluezone-20200810-0800-192x96-01-headline-vi.png",
        "bluezone-20200810-0800.zip",
        "p10-192x96/bluezone-20200810-0800-192x96.mp4",
    ];
    fs::create_dir(workspace.out("p10-192x96")).unwrap();
    for path in strays.iter().chain(&["192x96/logo.png", "notes.txt"]) {
        fs::write(workspace.out(path), "own").unwrap();
    }
    for (lang, words) in [("vi", "3 tệp mang tên bluezone"), ("en", "3 files in this folder are called bluezone")] {
        let ended = workspace.run(&[&SMALL[..], &["--lang", lang, "--format", "json"]].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert!(ended.err.contains(words) && ended.err.contains(strays[0]), "{}", ended.err);
        assert_eq!(serde_json::from_str::<Value>(&ended.out).unwrap()["strays"], json!(strays));
    }
    assert!(strays.iter().chain(&["192x96/logo.png", "notes.txt"]).all(|path| workspace.out(path).exists()));
}

#[test]
fn a_run_that_fails_leaves_the_old_set() {
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&SMALL).code, 0);
    next_day(&workspace);
    // Where one of the new files is to go, something else is.
    let obstacle = workspace.out("256x128/bluezone-20200812-0930-256x128.gif");
    fs::create_dir(&obstacle).unwrap();
    let ended = workspace.run(&[&SMALL[..], &["--zip"]].concat());
    assert_eq!(ended.code, 2, "{}", ended.err);
    assert_eq!(whole(&workspace), DATED);
    fs::remove_dir(&obstacle).unwrap();
    assert_eq!(beside(&workspace), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_one_set_whole() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&SMALL).code, 0);
    next_day(&workspace);
    // Killed while its films are made: nothing of the new set is there yet.
    let before = workspace.tree();
    let tool = workspace.path("ffmpeg");
    fs::write(&tool, "#!/bin/sh\nkill -9 $PPID\n").unwrap();
    fs::set_permissions(&tool, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(workspace.run_on(&["--size", "192x96", "--zip"], workspace.folder.path()).code, -1);
    assert!(before == workspace.tree() && whole(&workspace) == DATED);

    // Killed at any moment.
    let zipped = [&SMALL[..], &["--zip"]].concat();
    let mut killed = 0;
    for step in 0..16 {
        let day = if step % 2 == 0 { "2020-08-12T09:30:00+07:00" } else { "2020-08-11T08:00:00+07:00" };
        workspace.edit(|data| data["reports"][0]["as_of"] = json!(day));
        let mut child = workspace.command(&zipped).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(step * 15));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        whole(&workspace);
    }
    assert!(killed > 0, "all runs were faster");
    assert_eq!(workspace.run(&zipped).code, 0);
    whole(&workspace);
    assert_eq!(beside(&workspace), [""; 0], "the next run cleans up");
}

#[test]
fn who_stands_in_the_folder_stays_in_it() {
    let workspace = Workspace::new();
    fs::create_dir_all(workspace.out("own")).unwrap();
    let run = || {
        let ended = workspace.command(&SMALL).current_dir(workspace.path("out")).output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    };
    run();
    assert_eq!(whole(&workspace), DATED);
    #[cfg(unix)]
    let folder = std::os::unix::fs::MetadataExt::ino(&fs::metadata(workspace.path("out")).unwrap());
    next_day(&workspace);
    run();
    assert_eq!(whole(&workspace), "bluezone-20200812-0930");
    assert!(workspace.out("own").is_dir());
    #[cfg(unix)]
    assert_eq!(folder, std::os::unix::fs::MetadataExt::ino(&fs::metadata(workspace.path("out")).unwrap()));
}

#[test]
fn an_archive_holds_the_whole_set_and_is_always_the_same() {
    let workspace = Workspace::new();
    let zipped = [&SMALL[..], &["--zip"]].concat();
    let ended = workspace.run(&zipped);
    assert!(ended.code == 0 && ended.out.contains(&format!("{DATED}.zip")), "{}{}", ended.out, ended.err);
    let mut tree = workspace.tree();
    let bytes = tree.remove(&format!("{DATED}.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut held = BTreeMap::new();
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        assert_eq!(file.last_modified().unwrap().to_string(), "2020-08-11 08:00:00", "the moment of the figures");
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        held.insert(file.name().unwrap().strip_prefix(&format!("{DATED}/")).unwrap().to_string(), content);
    }
    assert!(held == tree, "{:?}", held.keys());
    assert!(fs::read_to_string(workspace.out("README.txt")).unwrap().contains(&format!("{DATED}.zip")));
    fs::remove_dir_all(workspace.path("out")).unwrap();
    assert_eq!(workspace.run(&zipped).code, 0);
    assert!(bytes == fs::read(workspace.out(&format!("{DATED}.zip"))).unwrap(), "the same bytes");
}

#[test]
fn what_is_not_made_any_more_goes_and_nothing_else() {
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&["--size", "192x96", "--size", "256x128", "--only", "png,gif"]).code, 0);
    fs::write(workspace.out("192x96/logo.png"), "own").unwrap();
    fs::write(workspace.out("notes.txt"), "own").unwrap();
    let ended = workspace.run(&["--size", "192x96", "--only", "png", "--scenes", "headline,qr", "--format", "json"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let left: Vec<String> = workspace.tree().into_keys().collect();
    let wanted = [
        "192x96/bluezone-20200811-0800-192x96-01-headline-vi.png",
        "192x96/bluezone-20200811-0800-192x96-02-qr-vi.png",
        "192x96/logo.png",
        "README.txt",
        "manifest.json",
        "notes.txt",
    ];
    assert_eq!(left, wanted);
    assert!(!workspace.out("256x128").exists());
    assert!(serde_json::from_str::<Value>(&ended.out).unwrap()["removed"].as_u64().unwrap() > 10);

    // A manifest that is somebody else's is not taken for one of ours.
    fs::write(workspace.out("manifest.json"), "{\"name\": \"an app\"}").unwrap();
    let refused = workspace.run(&["--size", "192x96", "--only", "png"]);
    assert!(refused.code == 2 && refused.err.contains("manifest.json"), "{}", refused.err);
    assert_eq!(fs::read_to_string(workspace.out("manifest.json")).unwrap(), "{\"name\": \"an app\"}");
}
