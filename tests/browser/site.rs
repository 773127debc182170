//! The site under test: the built folder, and variants of it that the tool renders over other data. Also the figures of the
//! first two letters, from the data file and the fixture, as the tests expect to read them.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, OnceLock, PoisonError},
};

use serde_json::{Value, json};

/// One district as the first two reports have it.
pub struct District {
    pub code: &'static str,
    pub slug: &'static str,
    pub name: &'static str,
    pub first: u64,
    pub second: u64,
}

/// In rank order, which is the same in both reports.
pub const DISTRICTS: [District; 8] = [
    District { code: "660", slug: "gia-nghia", name: "Gia Nghĩa", first: 12_452, second: 13_404 },
    District { code: "663", slug: "dak-mil", name: "Đắk Mil", first: 7_904, second: 8_713 },
    District { code: "666", slug: "dak-rlap", name: "Đắk R'lấp", first: 6_770, second: 7_498 },
    District { code: "662", slug: "cu-jut", name: "Cư Jút", first: 6_306, second: 6_963 },
    District { code: "665", slug: "dak-song", name: "Đắk Song", first: 5_964, second: 6_567 },
    District { code: "664", slug: "krong-no", name: "Krông Nô", first: 4_924, second: 5_757 },
    District { code: "661", slug: "dak-glong", name: "Đắk Glong", first: 3_919, second: 4_397 },
    District { code: "667", slug: "tuy-duc", name: "Tuy Đức", first: 3_735, second: 4_217 },
];

pub fn district(code: &str) -> &'static District {
    DISTRICTS.iter().find(|d| d.code == code).unwrap_or_else(|| panic!("no district {code}"))
}

/// `12452` as the page writes it in Vietnamese.
pub fn dots(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The built site itself.
pub fn dist() -> PathBuf {
    let path = std::env::var_os("DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    assert!(path.join("index.html").exists(), "no built site in {}: build it first (make dist), or name it in DIST", path.display());
    path
}

/// The data file that the built site was rendered from.
pub fn data() -> Value {
    let path = dist().join("data/campaign.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).expect("the published data file is JSON")
}

/// The data with the letter of 13 August added.
pub fn two_reports() -> Value {
    let mut data = data();
    let second: Value = serde_json::from_str(include_str!("../fixtures/second-report.json")).expect("the fixture is JSON");
    data["reports"].as_array_mut().expect("reports").push(second);
    data
}

/// The data with a goal, as nobody has stated one for the province.
pub fn with_goal() -> Value {
    let mut data = data();
    data["goal"] = json!({ "value": 100_000, "unit": "installs", "source": { "title": "Kế hoạch thử" } });
    data
}

/// Krông Nô's figure is not in the report.
pub fn without_krong_no() -> Value {
    let mut data = data();
    let report = &mut data["reports"][0];
    report["installs"].as_object_mut().expect("installs").remove("664");
    report["note"] = json!("Chưa có số liệu của một huyện");
    report["accepted"] = json!(["missing:664"]);
    data
}

/// No population is known anywhere.
pub fn without_population() -> Value {
    let mut data = data();
    let forget = |place: &mut Value| {
        let place = place.as_object_mut().expect("an object");
        place.remove("population");
        place.remove("population_source");
    };
    forget(&mut data["province"]);
    data["districts"].as_array_mut().expect("districts").iter_mut().for_each(forget);
    data
}

/// The second report gives the total alone.
pub fn total_only() -> Value {
    let mut data = two_reports();
    data["reports"][1].as_object_mut().expect("a report").remove("installs");
    data
}

/// Another province: 24 squares in six columns, so many that a search helps, with two that tie.
pub fn squares() -> (Value, Value) {
    grid(24, 6)
}

/// So many that a page about one shows its surroundings alone, and that figures and map are files of their own.
pub fn many_squares() -> (Value, Value) {
    grid(240, 20)
}

fn grid(count: usize, columns: usize) -> (Value, Value) {
    let mut data = data();
    let (mut districts, mut installs, mut shapes) = (Vec::new(), serde_json::Map::new(), serde_json::Map::new());
    for n in 0..count {
        let (code, x, y) = (format!("{}", 100 + n), n % columns * 100, n / columns * 100);
        let (name, slug) = [("Ân", "an"), ("Đông", "dong"), ("Ấp", "ap")][n % 3];
        districts.push(json!({ "code": code, "slug": format!("{slug}-{n}"), "name": format!("{name} {n}"), "kind": "district" }));
        // Two and three tie.
        installs.insert(code.clone(), json!(1_000 + (count - 24) * 10 - if n == 3 { 2 } else { n } * 10));
        let sides = [
            (n % columns > 0, n.wrapping_sub(1)),
            (n % columns + 1 < columns, n + 1),
            (n >= columns, n.wrapping_sub(columns)),
            (n + columns < count, n + columns),
        ];
        let next: Vec<_> = sides.into_iter().filter(|(is, _)| *is).map(|(_, n)| format!("{}", 100 + n)).collect();
        let (d, label, bbox) = (format!("M{x} {y}l100 0 0 100 -100 0z"), [x + 50, y + 50], [x, y, x + 100, y + 100]);
        let shape = json!({ "d": d, "label": label, "bbox": bbox, "neighbours": next, "room": 50 });
        shapes.insert(code, shape);
    }
    let total: u64 = installs.values().filter_map(Value::as_u64).sum();
    data["province"] = json!({ "code": "01", "name": "Tỉnh Vuông" });
    data["districts"] = json!(districts);
    data["reports"] =
        json!([{ "as_of": "2020-08-11T08:00:00+07:00", "total": total, "installs": installs, "source": { "title": "Nguồn thử" } }]);
    let size = format!("0 0 {} {}", columns * 100, count.div_ceil(columns) * 100);
    (data, json!({ "viewBox": size, "districts": shapes, "source": "hình vuông" }))
}

/// A copy of the site, rendered over other data by the tool; made once in a run.
pub fn variant(name: &'static str, data: &Value) -> PathBuf {
    variant_with(name, data, None)
}

/// The same, over another map too.
pub fn variant_with(name: &'static str, data: &Value, map: Option<&Value>) -> PathBuf {
    static MADE: OnceLock<Mutex<HashMap<&'static str, PathBuf>>> = OnceLock::new();
    let mut made = MADE.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(path) = made.get(name) {
        return path.clone();
    }
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let path = base.join(name);
    let _ = fs::remove_dir_all(&path);
    copy(&dist(), &path);
    let file = base.join(format!("{name}.json"));
    fs::write(&file, serde_json::to_vec_pretty(data).expect("JSON")).expect("a place for the variant's data");
    // The page fetches its data again: it must find the data it was rendered from.
    fs::copy(&file, path.join("data/campaign.json")).expect("the variant's own data file");
    let drawn = path.join("data/map.json");
    if let Some(map) = map {
        fs::write(&drawn, map.to_string()).expect("the variant's own map");
        // Not left beside it for a browser to prefer.
        let _ = fs::remove_file(path.join("data/map.json.br"));
    }
    let out = Command::new(tool())
        .arg("render")
        .arg(&path)
        .args([Path::new("--data"), &file, Path::new("--map"), &drawn])
        .output()
        .unwrap_or_else(|e| panic!("{}: {e}", tool().display()));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(out.status.success(), "rendering {name}: {}{}", said(&out.stdout), said(&out.stderr));
    made.insert(name, path.clone());
    path
}

/// A province out of the public boundaries before its first report, as `new` and a draft make it; none where they do not lie beside the source.
pub fn province(code: &str) -> Option<PathBuf> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/geo/vietnam-districts.topo.json");
    if !from.exists() {
        println!("skipped: no boundaries of the country beside the source");
        return None;
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("province-{code}"));
    let _ = fs::remove_dir_all(&path);
    copy(&dist().join("fonts"), &path.join("fonts"));
    for entry in fs::read_dir(dist()).expect("the built site").flatten().filter(|entry| entry.path().is_file()) {
        let name = entry.file_name();
        // The modules; what else is hashed the tool makes.
        if ["bluezone-map", "bluezone-chart", "bluezone-embed", "bluezone-led", "icon"]
            .iter()
            .any(|own| name.to_string_lossy().starts_with(own))
        {
            fs::copy(entry.path(), path.join(name)).expect("a copy of a built file");
        }
    }
    let (data, map) = (path.with_extension("json"), path.with_extension("map.json"));
    let _ = (fs::remove_file(&data), fs::remove_file(&map));
    let run = |args: &[&std::ffi::OsStr]| {
        let out = Command::new(tool()).args(args).args([Path::new("--data"), &data, Path::new("--map"), &map]).output();
        let out = out.unwrap_or_else(|e| panic!("{}: {e}", tool().display()));
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stdout));
    };
    let source = ["--province", code, "--source", "Ranh giới thử"].map(std::ffi::OsStr::new);
    run(&[["new", "--from"].map(std::ffi::OsStr::new).as_slice(), &[from.as_os_str()], &source].concat());
    run(&["render".as_ref(), path.as_os_str(), "--draft".as_ref()]);
    Some(path)
}

fn tool() -> PathBuf {
    std::env::var_os("BLUEZONE_MAP")
        .map(PathBuf::from)
        .or(option_env!("CARGO_BIN_EXE_bluezone-map").map(PathBuf::from))
        .expect("BLUEZONE_MAP names the tool that renders the variants")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the variant");
    for entry in fs::read_dir(from).expect("the built site").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a copy of a built file");
        }
    }
}
