//! Films as decoders see them: what ffprobe reads of a film is what was promised and what the manifest says.

use super::*;

/// What ffprobe says of a film.
fn probe(file: &Path) -> Value {
    let probed = Command::new("ffprobe").args(["-v", "error", "-show_streams", "-show_format", "-of", "json"]).arg(file).output().unwrap();
    serde_json::from_slice(&probed.stdout).unwrap()
}

/// What the manifest says of the film of a size, and its path.
fn listed(workspace: &Workspace, name: &str) -> (Value, PathBuf) {
    let manifest = workspace.manifest();
    let size = manifest["sizes"].as_array().unwrap().iter().find(|size| size["name"] == name).unwrap();
    let file = size["files"].as_array().unwrap().iter().find(|file| file["film"].is_object()).unwrap();
    (file["film"].clone(), workspace.out(file["path"].as_str().unwrap()))
}

fn needs_ffmpeg() {
    assert!(has("ffmpeg") && has("ffprobe"), "ffmpeg and ffprobe are needed: `make packages` installs them");
}

#[test]
fn a_machine_without_ffmpeg_makes_all_the_rest() {
    let workspace = Workspace::new();
    let empty = workspace.path("empty");
    fs::create_dir(&empty).unwrap();
    for (lang, words) in [("vi", "chưa cài ffmpeg"), ("en", "ffmpeg is not installed")] {
        let ended = workspace.run_on(&["--size", "192x96", "--preset", "p10-128x64", "--lang", lang], &empty);
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert_eq!(ended.err.matches(words).count(), 1, "said once: {}", ended.err);
        let tree = workspace.tree();
        assert!(tree.contains_key(&format!("192x96/{DATED}-192x96-01-headline-vi.png")) == (lang == "vi"));
        assert!(tree.contains_key(&format!("192x96/{DATED}-192x96.gif")));
        assert!(!tree.keys().any(|path| path.ends_with(".mp4")));
    }
}

#[cfg(unix)]
#[test]
fn an_ffmpeg_that_fails_is_quoted_and_leaves_the_rest() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::new();
    let tool = workspace.path("ffmpeg");
    fs::write(&tool, "#!/bin/sh\necho 'Unknown encoder libx264' >&2\nexit 1\n").unwrap();
    fs::set_permissions(&tool, fs::Permissions::from_mode(0o755)).unwrap();
    fs::create_dir_all(workspace.out("192x96")).unwrap();
    let ended = workspace.run_on(&["--size", "192x96", "--size", "256x128"], workspace.folder.path());
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert_eq!(ended.err.matches("Unknown encoder libx264").count(), 2, "{}", ended.err);
    assert!(workspace.tree().contains_key(&format!("256x128/{DATED}-256x128.gif")) && workspace.out("manifest.json").exists());
}

#[test]
fn a_film_is_what_controllers_play() {
    needs_ffmpeg();
    let workspace = Workspace::new();
    // An odd size gets a column and a row more; high definition has its own colours.
    let args = ["--size", "193x97", "--preset", "hd", "--scenes", "headline,qr", "--dwell", "3", "--lang", "en,vi"];
    let ended = workspace.run(&args);
    assert_eq!(ended.code, 0, "{}", ended.err);
    for (name, width, height, colours) in [("193x97", 194, 98, "smpte170m"), ("hd", 1280, 720, "bt709")] {
        let file = workspace.out(&format!("{name}/{DATED}-{width}x{height}.mp4"));
        let probed = probe(&file);
        let stream = &probed["streams"][0];
        assert_eq!(probed["streams"].as_array().unwrap().len(), 1, "no sound");
        assert_eq!(
            (&stream["codec_name"], &stream["pix_fmt"], &stream["r_frame_rate"]),
            (&json!("h264"), &json!("yuv420p"), &json!("25/1"))
        );
        assert_eq!((&stream["width"], &stream["height"]), (&json!(width), &json!(height)), "{name}");
        assert_eq!((&stream["color_space"], &stream["color_range"]), (&json!(colours), &json!("tv")), "{name}");
        // Two languages of two slides, three seconds each.
        assert_eq!((&stream["nb_frames"], &stream["duration"]), (&json!("300"), &json!("12.000000")), "{name}");
        let bytes = fs::read(&file).unwrap();
        let at = |word: &[u8]| bytes.windows(4).position(|four| four == word).unwrap();
        assert!(at(b"moov") < at(b"mdat"), "{name}: a player reads the index first");
    }
    let before = workspace.tree();
    assert_eq!(workspace.run(&args).code, 0);
    assert!(before == workspace.tree(), "the same film again");
}

#[test]
fn a_film_has_the_level_of_its_size_and_the_manifest_says_it() {
    needs_ffmpeg();
    let workspace = Workspace::new();
    let sizes = ["p10-128x64", "p4-512x256", "hd", "uhd"];
    let sizes: Vec<&str> = sizes.iter().flat_map(|name| ["--preset", name]).collect();
    let asked = [&sizes[..], &["--only", "mp4", "--scenes", "headline", "--dwell", "2"]].concat();
    for (compat, profile, beyond) in [(false, "High", &["uhd"] as &[&str]), (true, "Constrained Baseline", &["uhd"])] {
        let ended = workspace.run(&[&asked[..], if compat { &["--compat"] } else { &[] }].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
        for (name, level, width, height) in
            [("p10-128x64", 10, 128, 64), ("p4-512x256", 21, 512, 256), ("hd", 31, 1280, 720), ("uhd", 51, 3840, 2160)]
        {
            let (film, file) = listed(&workspace, name);
            let stream = &probe(&file)["streams"][0];
            assert_eq!((&stream["profile"], &stream["level"]), (&json!(profile), &json!(level)), "{name}");
            assert_eq!((&stream["width"], &stream["height"]), (&json!(width), &json!(height)), "{name}");
            let wanted = json!({
                "codec": "h264", "profile": profile, "level": format!("{}.{}", level / 10, level % 10), "width": width, "height": height,
                "frames_per_second": 25, "audio": null, "padding": [0, 0],
            });
            assert_eq!(film, wanted, "{name}");
            let said = ended.err.contains(&format!("phim {name} cần bộ giải mã"));
            assert_eq!(said, beyond.contains(&name), "{name}: {}", ended.err);
        }
    }
    // What old decoders of Baseline mostly do not take is said from Full HD on.
    let ended = workspace.run(&["--preset", "fullhd", "--only", "mp4", "--scenes", "headline", "--dwell", "2", "--compat", "--lang", "en"]);
    assert!(ended.err.contains("fullhd needs an H.264 decoder of level 4.0") && ended.err.contains("PNG"), "{}", ended.err);
    let sheet = fs::read_to_string(workspace.out("README.txt")).unwrap();
    assert!(sheet.contains("cấp 4.0") && sheet.contains("Baseline"), "{sheet}");
}

#[test]
fn a_film_has_silence_where_it_is_asked_for() {
    needs_ffmpeg();
    let workspace = Workspace::new();
    let args = ["--size", "192x96", "--only", "mp4", "--scenes", "headline,qr", "--dwell", "3", "--audio"];
    assert_eq!(workspace.run(&args).code, 0);
    let (film, file) = listed(&workspace, "192x96");
    assert_eq!(film["audio"], "aac, silent");
    let probed = probe(&file);
    let streams = probed["streams"].as_array().unwrap();
    let kinds: Vec<&Value> = streams.iter().map(|stream| &stream["codec_name"]).collect();
    assert_eq!(kinds, ["h264", "aac"]);
    assert!(streams.iter().all(|stream| stream["duration"] == "6.000000"), "{probed}");
    let heard = Command::new("ffmpeg").args(["-v", "error", "-i"]).arg(&file).args(["-f", "s16le", "-"]).output().unwrap();
    assert!(heard.stdout.len() > 1_000_000 && heard.stdout.iter().all(|byte| *byte == 0), "{} bytes", heard.stdout.len());
    let before = workspace.tree();
    assert_eq!(workspace.run(&args).code, 0);
    assert!(before == workspace.tree(), "the same film again");
    let sheet = fs::read_to_string(workspace.out("README.txt")).unwrap();
    assert!(sheet.split_whitespace().collect::<Vec<_>>().join(" ").contains("phần tiếng để trống"), "{sheet}");
}

#[test]
fn an_odd_size_is_said_wherever_somebody_looks() {
    needs_ffmpeg();
    let workspace = Workspace::new();
    let args = ["--size", "193x96", "--size", "192x96", "--scenes", "headline", "--dwell", "2"];
    for (lang, words) in [("vi", "193x96 có cạnh lẻ"), ("en", "193x96 has an odd side")] {
        let ended = workspace.run(&[&args[..], &["--lang", lang]].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert_eq!(ended.err.matches(words).count(), 1, "{}", ended.err);
        assert!(ended.err.contains("194 x 96") && !ended.err.contains("192 x 96"), "{}", ended.err);
    }
    let (film, file) = listed(&workspace, "193x96");
    assert_eq!((&film["width"], &film["height"], &film["padding"]), (&json!(194), &json!(96), &json!([1, 0])));
    assert!(file.ends_with(format!("193x96/{DATED}-194x96.mp4")) && workspace.out(&format!("193x96/{DATED}-193x96.gif")).exists());
    let sheet = fs::read_to_string(workspace.out("README.txt")).unwrap();
    let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(sheet.contains("Thư mục 193x96: màn hình có cạnh lẻ") && sheet.matches("cạnh lẻ").count() == 1, "{sheet}");
    // Where no film is made there is nothing to say.
    let ended = workspace.run(&["--size", "193x96", "--only", "png", "--scenes", "headline"]);
    assert!(!ended.err.contains("cạnh lẻ"), "{}", ended.err);
}
