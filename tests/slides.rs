//! `slides` as people call it: what is in the folder that an operator gets, and that it is the same again from the same data.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

#[path = "slides/films.rs"]
mod films;
#[path = "slides/set.rs"]
mod set;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESETS: [(&str, u32, u32); 12] = [
    ("fullhd", 1920, 1080),
    ("hd", 1280, 720),
    ("uhd", 3840, 2160),
    ("portrait", 1080, 1920),
    ("square", 1080, 1080),
    ("strip", 1920, 160),
    ("p10-128x64", 128, 64),
    ("p10-192x96", 192, 96),
    ("p10-256x128", 256, 128),
    ("p5-320x160", 320, 160),
    ("p5-384x192", 384, 192),
    ("p4-512x256", 512, 256),
];
/// Where a QR code has three pixels a module and words beside it; on the others the address is written out.
const WITH_CODE: [&str; 10] =
    ["fullhd", "hd", "uhd", "portrait", "square", "strip", "p10-256x128", "p5-320x160", "p5-384x192", "p4-512x256"];

/// What all names of the fixture's figures begin with.
const DATED: &str = "bluezone-20200811-0800";

struct Ended {
    /// -1 where it was killed.
    code: i32,
    out: String,
    err: String,
}

struct Workspace {
    folder: tempfile::TempDir,
}

impl Workspace {
    fn new() -> Self {
        let workspace = Self { folder: tempfile::tempdir().unwrap() };
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/one-report.json"), workspace.path("campaign.json")).unwrap();
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/data/map.json"), workspace.path("map.json")).unwrap();
        workspace
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn out(&self, name: &str) -> PathBuf {
        self.path("out").join(name)
    }

    fn edit(&self, change: impl FnOnce(&mut Value)) {
        let mut data: Value = serde_json::from_slice(&fs::read(self.path("campaign.json")).unwrap()).unwrap();
        change(&mut data);
        fs::write(self.path("campaign.json"), data.to_string()).unwrap();
    }

    fn run(&self, args: &[&str]) -> Ended {
        self.run_on(args, std::env::var_os("PATH").unwrap_or_default())
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bluezone-map"));
        command
            .arg("slides")
            .args(args)
            .args(["--data".as_ref(), self.path("campaign.json").as_os_str(), "--map".as_ref(), self.path("map.json").as_os_str()])
            .args(["--out".as_ref(), self.path("out").as_os_str()]);
        command
    }

    fn run_on(&self, args: &[&str], path: impl AsRef<OsStr>) -> Ended {
        let ended = self.command(args).env("PATH", path).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { code: ended.status.code().unwrap_or(-1), out: text(ended.stdout), err: text(ended.stderr) }
    }

    fn manifest(&self) -> Value {
        serde_json::from_slice(&fs::read(self.out("manifest.json")).unwrap()).unwrap()
    }

    /// Every file of the folder by its path.
    fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        fn walk(folder: &Path, root: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                if entry.path().is_dir() {
                    walk(&entry.path(), root, all);
                } else {
                    let name = entry.path().strip_prefix(root).unwrap().display().to_string().replace('\\', "/");
                    all.insert(name, fs::read(entry.path()).unwrap());
                }
            }
        }
        let mut all = BTreeMap::new();
        walk(&self.path("out"), &self.path("out"), &mut all);
        all
    }
}

/// All presets in both languages without films, made once for several tests.
static ALL: LazyLock<(Workspace, Value)> = LazyLock::new(|| {
    let workspace = Workspace::new();
    let ended = workspace.run(&["--only", "png,gif", "--lang", "vi,en", "--format", "json"]);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    let summary = serde_json::from_str(&ended.out).unwrap();
    (workspace, summary)
});

fn png(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    (info.width, info.height, pixels)
}

fn code(bytes: &[u8]) -> Option<String> {
    let (width, height, pixels) = png(bytes);
    let grey = |x: usize, y: usize| pixels[(y * width as usize + x) * 3 + 1];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width as usize, height as usize, grey);
    image.detect_grids().first().and_then(|grid| grid.decode().ok()).map(|(_, text)| text)
}

fn has(tool: &str) -> bool {
    Command::new(tool).arg("-version").output().is_ok()
}

#[test]
fn every_picture_has_the_size_of_its_screen_and_something_on_it() {
    let (workspace, summary) = &*ALL;
    println!("all presets, two languages: {} PNGs in {} s", summary["png"], summary["seconds"]["pictures"]);
    let tree = workspace.tree();
    let mut pngs = 0;
    for (name, width, height) in PRESETS {
        let prefix = format!("{name}/{DATED}-{width}x{height}-");
        let own: Vec<(&str, &Vec<u8>)> =
            tree.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(&prefix)?.strip_suffix(".png")?, bytes))).collect();
        assert!(own.len() >= 10, "{name}: {}", own.len());
        for (i, (slide, bytes)) in own.iter().enumerate() {
            let (wide, high, pixels) = png(bytes);
            assert_eq!((wide, high), (width, height), "{name}/{slide}");
            let ink = pixels.chunks_exact(3).filter(|pixel| *pixel != &pixels[..3]).count();
            assert!(ink * 100 >= (width * height) as usize, "{name}/{slide} has {ink} pixels of ink");
            assert!(slide.starts_with(&format!("{:02}-", i + 1)), "{name}/{slide} is number {}", i + 1);
            let lang = if i < own.len() / 2 { "-vi" } else { "-en" };
            assert!(slide.ends_with(lang), "{name}/{slide}: one language after another");
        }
        pngs += own.len();
    }
    assert_eq!(summary["png"], pngs);
    let folders: Vec<&str> = PRESETS.iter().map(|(name, ..)| *name).collect();
    assert!(
        tree.keys()
            .all(|path| ["README.txt", "manifest.json"].contains(&path.as_str()) || folders.contains(&path.split('/').next().unwrap()))
    );
}

#[test]
fn the_code_on_a_slide_leads_to_the_install_page() {
    let (workspace, _) = &*ALL;
    let data: Value = serde_json::from_slice(&fs::read(workspace.path("campaign.json")).unwrap()).unwrap();
    let mut with_code = Vec::new();
    for (name, ..) in PRESETS {
        let tree = workspace.tree();
        let slides = tree.iter().filter(|(path, _)| path.starts_with(&format!("{name}/")) && path.contains("-qr-"));
        let found: Vec<Option<String>> = slides.map(|(_, bytes)| code(bytes)).collect();
        assert_eq!(found.len(), 2, "{name}");
        assert_eq!(found[0], found[1], "{name}: in both languages alike");
        if let Some(link) = &found[0] {
            assert_eq!(*link, data["links"]["install"], "{name}");
            with_code.push(name);
        }
    }
    assert_eq!(with_code, WITH_CODE);
}

#[test]
fn an_animation_holds_every_slide_for_its_time() {
    let (workspace, summary) = &*ALL;
    for size in summary["sizes"].as_array().unwrap() {
        let name = size["name"].as_str().unwrap();
        let bytes = fs::read(workspace.out(&format!("{name}/{DATED}-{}x{}.gif", size["width"], size["height"]))).unwrap();
        let mut options = gif::DecodeOptions::new();
        options.skip_frame_decoding(true);
        let mut reader = options.read_info(bytes.as_slice()).unwrap();
        assert_eq!(reader.repeat(), gif::Repeat::Infinite, "{name}");
        assert_eq!((json!(reader.width()), json!(reader.height())), (size["width"].clone(), size["height"].clone()));
        let mut delays = Vec::new();
        while let Some(frame) = reader.read_next_frame().unwrap() {
            delays.push(frame.delay);
        }
        assert_eq!(json!(delays.len()), size["slides"], "{name}");
        assert!(delays.iter().all(|delay| *delay == 800), "{name}: {delays:?}");
    }
}

#[test]
fn the_animation_of_a_board_has_one_palette() {
    let (workspace, _) = &*ALL;
    for (name, width, height) in [("p10-128x64", 128, 64), ("p10-192x96", 192, 96), ("p5-384x192", 384, 192)] {
        let bytes = fs::read(workspace.out(&format!("{name}/{DATED}-{width}x{height}.gif"))).unwrap();
        let mut reader = gif::DecodeOptions::new().read_info(bytes.as_slice()).unwrap();
        let palette = reader.global_palette().unwrap();
        let colours: std::collections::BTreeSet<&[u8]> = palette.chunks_exact(3).collect();
        assert!((3..=256).contains(&colours.len()), "{name}: {colours:?}");
        while let Some(frame) = reader.read_next_frame().unwrap() {
            assert!(frame.palette.is_none(), "{name}: a slide has its own palette");
        }
    }
}

#[test]
fn a_board_loses_nothing_in_the_animation() {
    let (workspace, _) = &*ALL;
    let bytes = fs::read(workspace.out(&format!("p10-192x96/{DATED}-192x96.gif"))).unwrap();
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut reader = options.read_info(bytes.as_slice()).unwrap();
    let tree = workspace.tree();
    for (path, slide) in tree.iter().filter(|(path, _)| path.starts_with("p10-192x96/") && path.ends_with(".png")) {
        let frame = reader.read_next_frame().unwrap().unwrap();
        let shown: Vec<u8> = frame.buffer.chunks_exact(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
        assert!(shown == png(slide).2, "{path}");
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let (first, _) = &*ALL;
    let again = Workspace::new();
    assert_eq!(again.run(&["--only", "png,gif", "--lang", "vi,en"]).code, 0);
    let (first, again) = (first.tree(), again.tree());
    assert_eq!(first.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    let differing: Vec<&String> = first.iter().filter(|(path, bytes)| again[*path] != **bytes).map(|(path, _)| path).collect();
    assert_eq!(differing, [""; 0]);
}

#[test]
fn the_manifest_and_the_sheet_tell_the_truth() {
    let (workspace, _) = &*ALL;
    let (manifest, mut tree) = (workspace.manifest(), workspace.tree());
    assert_eq!(manifest["as_of"], "2020-08-11T08:00:00+07:00");
    assert_eq!((&manifest["languages"], &manifest["dwell_seconds"], &manifest["theme"]), (&json!(["vi", "en"]), &json!(8), &json!("dark")));
    let sizes = manifest["sizes"].as_array().unwrap();
    let named: Vec<(&str, Value, Value)> =
        sizes.iter().map(|size| (size["name"].as_str().unwrap(), size["width"].clone(), size["height"].clone())).collect();
    assert_eq!(named, PRESETS.map(|(name, width, height)| (name, json!(width), json!(height))));
    for file in sizes.iter().flat_map(|size| size["files"].as_array().unwrap()).chain([&manifest["readme"]]) {
        let bytes = tree.remove(file["path"].as_str().unwrap()).unwrap();
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((&file["bytes"], &file["sha256"]), (&json!(bytes.len()), &json!(sha256)), "{file}");
    }
    assert_eq!(tree.keys().collect::<Vec<_>>(), ["manifest.json"], "every other file is listed");

    let sheet = fs::read_to_string(workspace.out("README.txt")).unwrap();
    assert!(sheet.starts_with('\u{feff}') && sheet.matches('\n').count() == sheet.matches("\r\n").count());
    let flat = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in
        ["tính đến 8 giờ ngày 11/8/2020", "p10-192x96 192 x 96 24 hình", "mỗi hình 8 giây", "bluezone.gov.vn", "NovaStar", "Huidu", "Linsn"]
    {
        assert!(flat.contains(said), "{said}: {flat}");
    }
    assert!(!flat.contains("Phim MP4"), "no film was made");
    assert!(flat.contains(&format!("{DATED}-1920x1080 là số liệu tính đến 8 giờ ngày 11/8/2020")), "{flat}");
}

#[test]
fn what_can_not_be_is_refused() {
    let workspace = Workspace::new();
    for bad in [
        ["--size", "192"],
        ["--size", "63x96"],
        ["--size", "7680x7680"],
        ["--preset", "cinema"],
        ["--scenes", "weather"],
        ["--dwell", "1"],
        ["--dwell", "121"],
        ["--lang", "fr"],
        ["--only", "bmp"],
        ["--stamp", "a name that is much too long for a board"],
    ] {
        let ended = workspace.run(&bad);
        assert!(ended.code == 2 && ended.err.contains(bad[0]), "{bad:?}: {} {}", ended.code, ended.err);
    }
    assert!(workspace.run(&["--size", "192"]).err.contains("192x96"), "the message shows how it is written");
    assert!(!workspace.path("out").exists());

    workspace.edit(|data| data["reports"][0]["total"] = json!(1));
    assert_eq!(workspace.run(&["--size", "192x96"]).code, 1);
    fs::remove_file(workspace.path("campaign.json")).unwrap();
    assert_eq!(workspace.run(&["--size", "192x96"]).code, 2);
    assert!(!workspace.path("out").exists());
}

#[test]
fn figures_past_their_limit_are_not_shown() {
    let workspace = Workspace::new();
    workspace.edit(|data| data["withdraw_after_days"] = json!(30));
    let ended = workspace.run(&["--size", "192x96", "--only", "png"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let names: Vec<String> = workspace.tree().into_keys().collect();
    assert_eq!(names, ["192x96/bluezone-192x96-01-message-vi.png", "192x96/bluezone-192x96-02-qr-vi.png", "README.txt", "manifest.json"]);
    assert_eq!((&workspace.manifest()["as_of"], &workspace.manifest()["age"]), (&Value::Null, &json!("withdrawn")));
    assert!(!fs::read_to_string(workspace.out("README.txt")).unwrap().contains("2020"));
}

#[test]
fn a_stamp_and_a_theme_show() {
    let workspace = Workspace::new();
    let slide = |args: &[&str]| {
        let ended = workspace.run(&[&["--size", "384x192", "--only", "png", "--scenes", "headline"], args].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
        fs::read(workspace.out(&format!("384x192/{DATED}-384x192-01-headline-vi.png"))).unwrap()
    };
    let (plain, stamped, light) = (slide(&[]), slide(&["--stamp", "LED-01"]), slide(&["--theme", "light"]));
    assert!(plain != stamped && plain != light && stamped != light);
    assert_eq!((&png(&plain).2[..3], &png(&light).2[..3]), ([0_u8; 3].as_slice(), [255_u8; 3].as_slice()));
}
