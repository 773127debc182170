//! Tests of `new`: boundary files made here, and every province of the country where its boundaries lie beside the source.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};

use super::*;
use crate::campaign::DistrictKind;
use crate::map::rings;
use crate::tool::{check, files};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn common(&self) -> Common {
        use crate::tool::common::Language;
        let path = |name: &str| self.0.path().join(name);
        Common { data: path("campaign.json"), map: path("map.json"), format: Format::Json, lang: vec![Language::En] }
    }

    fn file(&self, content: impl AsRef<[u8]>) -> std::path::PathBuf {
        let path = self.0.path().join("boundaries.json");
        std::fs::write(&path, content).unwrap();
        path
    }

    fn campaign(&self) -> Campaign {
        files::data(&self.common().data).unwrap().unwrap().campaign
    }

    fn map(&self) -> Map {
        serde_json::from_slice(&files::read(&self.common().map).unwrap()).unwrap()
    }
}

fn args(from: &Path, province: Option<&str>) -> Args {
    Args {
        from: from.to_owned(),
        province: province.map(Into::into),
        province_name: None,
        province_kind: None,
        code: None,
        name: None,
        layer: None,
        parent: None,
        kind: None,
        source: Some("Somebody".into()),
        source_en: None,
        inset: Vec::new(),
        undrawn: Vec::new(),
    }
}

fn square(x: f64, y: f64, side: f64) -> Value {
    json!({"type": "Polygon", "coordinates": [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]})
}

fn feature(properties: Value, geometry: Value) -> Value {
    json!({"type": "Feature", "properties": properties, "geometry": geometry})
}

fn collection(features: &[Value]) -> String {
    json!({"type": "FeatureCollection", "features": features}).to_string()
}

/// What is made of a file, and what is said of it.
fn made(text: &str, change: impl Fn(&mut Args)) -> (Option<(Campaign, Map)>, String) {
    let folder = Folder::new();
    let mut args = args(&folder.file(text), None);
    change(&mut args);
    let mut remarks = Remarks::new(crate::text::Lang::En);
    let read = boundaries::read(&args.from).unwrap();
    let made = make(read, &args, &mut remarks).filter(|_| !remarks.has_errors());
    (made, remarks.lines())
}

fn slugs(campaign: &Campaign) -> Vec<(&str, &str, &str)> {
    campaign.districts.iter().map(|d| (d.code.as_str(), d.slug.as_str(), d.name.as_str())).collect()
}

#[test]
fn a_file_with_a_byte_order_mark_becomes_a_data_file_that_the_check_accepts() {
    let folder = Folder::new();
    let text = collection(&[
        feature(json!({"MA_HUYEN": 1, "TEN_HUYEN": "Huyện Cư Jút", "MA_TINH": 67, "DIEN_TICH": 72.5}), square(107.0, 12.0, 0.5)),
        feature(json!({"MA_HUYEN": 12, "TEN_HUYEN": "Thành Phố Gia Nghĩa", "MA_TINH": 67, "DIEN_TICH": 28.0}), square(107.5, 12.0, 0.5)),
        feature(json!({"MA_HUYEN": 13, "TEN_HUYEN": "Thị xã Khác", "MA_TINH": 6, "DIEN_TICH": 9.0}), square(109.0, 12.0, 0.5)),
    ]);
    let from = folder.file(format!("\u{feff}{text}"));
    assert_eq!(run(&folder.common(), &args(&from, Some("067"))), Outcome::Done);
    assert_eq!(check::run(&folder.common(), &check::Args {}), Outcome::Done);
    let (campaign, map) = (folder.campaign(), folder.map());
    assert_eq!(slugs(&campaign), [("01", "cu-jut", "Cư Jút"), ("12", "gia-nghia", "Gia Nghĩa")]);
    assert_eq!(campaign.districts[1].kind, DistrictKind::City);
    assert_eq!((campaign.province.code.as_str(), campaign.province.name.as_str(), campaign.revision), ("67", "Đắk Nông", 1));
    assert_eq!((map.source.as_str(), &map.districts["01"].neighbours), ("Somebody", &vec!["12".to_owned()]));
    // Once more is a new revision; once there are figures, nothing is overwritten.
    assert_eq!(run(&folder.common(), &args(&from, Some("67"))), Outcome::Done);
    assert_eq!(folder.campaign().revision, 2);
    std::fs::copy(published(), folder.common().data).unwrap();
    assert_eq!(run(&folder.common(), &args(&from, Some("67"))), Outcome::Findings);
    assert_eq!(folder.campaign().reports.len(), 1);
}

fn published() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/one-report.json")
}

#[test]
fn a_zipped_shapefile_does_as_well() {
    let row = |code: &str, name: &str| [("MA", code.to_owned()), ("TEN", name.to_owned())];
    let rows = [row("AT.01-7", "Quận 1"), row("AT.01-8", "Quận 12"), row("AT.02-01234567890123", "Huyện Củ Chi")];
    let rows: Vec<&[_]> = rows.iter().map(|row| &row[..]).collect();
    let folder = Folder::new();
    let from = folder.file(boundaries::tests::zipped(&rows, encoding_rs::UTF_8, Some("UTF-8")));
    assert_eq!(run(&folder.common(), &args(&from, Some("79"))), Outcome::Done);
    assert_eq!(check::run(&folder.common(), &check::Args {}), Outcome::Done);
    let campaign = folder.campaign();
    let codes = ["AT.01-7", "AT.01-8", "AT.02-01234567890123"];
    assert_eq!(slugs(&campaign), [(codes[0], "quan-1", "1"), (codes[1], "quan-12", "12"), (codes[2], "cu-chi", "Củ Chi")]);
    assert_eq!(rings(&folder.map().districts["AT.01-7"].d).len(), 2, "a border and a hole");
}

#[test]
fn everything_that_is_wrong_is_said_at_once_with_what_to_type() {
    let text = collection(&[feature(json!({"a b": "x y", "area": 1.5}), square(0.0, 0.0, 1.0))]);
    let (none, said) = made(&text, |args| {
        args.parent = Some("nope".into());
        args.undrawn = vec!["9".into()];
    });
    assert!(none.is_none() && said.contains("--code FIELD") && said.contains("a b, area"), "{said}");
    let text = collection(&[
        feature(json!({"code": "1", "name": "A", "province": "01"}), square(0.0, 0.0, 1.0)),
        feature(json!({"code": "2", "name": "B", "province": "02"}), square(1.0, 0.0, 1.0)),
    ]);
    let (none, said) = made(&text, |args| args.province = Some("77".into()));
    assert!(none.is_none() && said.contains("01, 02"), "{said}");
    let (none, said) = made(&text, |args| {
        args.undrawn = vec!["9".into()];
        args.inset = vec![("8".into(), Corner::TopLeft)];
    });
    assert!(none.is_none() && said.contains("--undrawn") && said.contains("--inset"), "{said}");
    let (none, said) = made(&text.replace("0.0", "1188000.0"), |_| {});
    assert!(none.is_none() && said.contains("WGS 84") && !said.contains("version before"), "{said}");
}

#[test]
fn names_are_told_apart_and_no_slug_is_the_sites_own() {
    let rows = [
        ("1", "Thành phố Cao Lãnh", "87"),
        ("2", "Huyện Cao Lãnh", "87"),
        ("3", "Huyện Châu Thành", "87"),
        ("4", "Huyện Châu Thành", "89"),
        ("5", "Huyện En", "89"),
        ("6", "Quận 30", "89"),
        ("7", "Phường Bến Thành", "89"),
        ("8", "東京", "89"),
        ("9", "Thị trấn <b>\u{202e}Đắk  Mil", "89"),
    ];
    let features: Vec<Value> = rows
        .iter()
        .enumerate()
        .map(|(at, (code, name, province))| feature(json!({"code": code, "name": name, "province": province}), square(at as f64, 0.0, 1.0)))
        .collect();
    let (made, said) = made(&collection(&features), |_| {});
    let campaign = made.expect(&said).0;
    assert_eq!(
        slugs(&campaign),
        [
            ("1", "thanh-pho-cao-lanh", "Cao Lãnh"),
            ("2", "huyen-cao-lanh", "Cao Lãnh"),
            ("3", "chau-thanh-87", "Châu Thành (87)"),
            ("4", "chau-thanh-89", "Châu Thành (89)"),
            ("5", "huyen-en", "En"),
            ("6", "quan-30", "30"),
            ("7", "ben-thanh", "Bến Thành"),
            ("8", "m-8", "東京"),
            ("9", "bdak-mil", "bĐắk Mil"),
        ]
    );
    assert_eq!((campaign.districts[6].kind, campaign.districts[8].kind), (DistrictKind::Ward, DistrictKind::Township));
    assert_eq!(crate::campaign::check::check(&campaign).iter().filter(|finding| finding.is_error()).count(), 0);
    assert!(said.contains("same name"), "{said}");
}

#[test]
fn fields_are_guessed_as_the_boundary_files_of_the_world_name_them() {
    let gadm = json!({"GID_0": "VNM", "COUNTRY": "Vietnam", "GID_1": "VNM.19_1", "NAME_1": "Đà Nẵng", "GID_2": "VNM.19.2_1", "NAME_2": "Cẩm Lệ",
        "VARNAME_2": "Cam Le", "TYPE_2": "Quận", "ENGTYPE_2": "Urban District"});
    let counties = json!({"STATEFP": "48", "COUNTYFP": "001", "GEOID": "48001", "NAME": "Anderson", "LSAD": "06", "ALAND": 5});
    let spain = json!({"id_ccaa": "01", "id_prov": "04", "provincia": "Almería", "noml_ccaa": "Andalucía"});
    let pcodes = json!({"ADM3_EN": "Adams", "ADM3_PCODE": "PH0128", "ADM2_EN": "Ilocos Norte", "ADM2_PCODE": "PH01", "ADM1_EN": "Region I",
        "ADM1_PCODE": "PH0", "Shape_Area": 0.5});
    for (properties, province, [code, name, parent, kind], named) in [
        (gadm, "VNM.19_1", ["GID_2", "NAME_2", "GID_1", "TYPE_2"], "Đà Nẵng"),
        (counties, "48", ["GEOID", "NAME", "STATEFP", ""], "48"),
        (spain, "1", ["id_prov", "provincia", "id_ccaa", ""], "1"),
        (pcodes, "PH01", ["ADM3_PCODE", "ADM3_EN", "ADM2_PCODE", ""], "Ilocos Norte"),
    ] {
        // A second unit that differs in its own fields alone.
        let mut other = properties.clone();
        other[code] = format!("{}9", properties[code].as_str().unwrap()).into();
        other[name] = format!("{}x", properties[name].as_str().unwrap()).into();
        let folder = Folder::new();
        let text = collection(&[feature(properties, square(108.0, 16.0, 0.5)), feature(other, square(108.5, 16.0, 0.5))]);
        let args = args(&folder.file(text), Some(province));
        let read = boundaries::read(&args.from).unwrap();
        let mut remarks = Remarks::new(crate::text::Lang::En);
        let fields = fields::choose(&read.layers, &args, &mut remarks).unwrap().1;
        let found =
            [fields.code.as_str(), &fields.name, fields.parent.as_deref().unwrap_or_default(), fields.kind.as_deref().unwrap_or_default()];
        assert_eq!(found, [code, name, parent, kind]);
        assert_eq!(make(read, &args, &mut remarks).unwrap().0.province.name, named);
    }
}

#[test]
fn parts_merge_what_has_no_boundaries_is_listed_and_what_is_tiny_is_marked() {
    let of = |code: &str, geometry: Value| feature(json!({"code": code, "name": format!("Unit {code}x"), "type": "County"}), geometry);
    let text = collection(&[
        of("1", square(10.0, 50.0, 1.0)),
        of("1", square(11.0, 50.0, 1.0)),
        of("2", square(10.0, 51.0, 1.0)),
        of("3", square(11.5, 51.5, 0.0001)),
        of("4", json!(null)),
        of("5", square(11.0, 51.0, 0.3)),
    ]);
    let (both, said) = made(&text, |args| args.undrawn = vec!["5".into()]);
    let (campaign, map) = both.expect(&said);
    assert_eq!((campaign.districts.len(), map.undrawn.as_slice()), (5, &["4".to_owned(), "5".to_owned()][..]));
    assert_eq!(rings(&map.districts["1"].d).len(), 1, "two parts that touch are one");
    let [x0, y0, x1, y1] = map.districts["3"].bbox;
    assert!(x1 - x0 >= 4 && y1 - y0 >= 4, "{:?}", map.districts["3"].bbox);
    assert!(said.contains("merged: 1.") && said.contains("Unit 4x (4)") && said.contains("Unit 5x (5)"), "{said}");
    assert_eq!(crate::campaign::check::check_map(&campaign, map.codes()), []);
}

#[test]
fn north_is_up_on_both_sides_of_the_antimeridian() {
    let rows = [
        ("a", 168.0, 51.0, 6.0),
        ("b", 174.0, 51.0, 6.0),
        ("c", -180.0, 51.0, 6.0),
        ("d", -174.0, 54.0, 8.0),
        ("e", -166.0, 60.0, 10.0),
        ("f", -156.0, 52.0, 6.0),
    ];
    let unit = |(name, x, y, side): &(&str, f64, f64, f64)| {
        feature(json!({"code": format!("{name}1"), "name": format!("Unit {name}")}), square(*x, *y, *side))
    };
    let (both, said) = made(&collection(&rows.iter().map(unit).collect::<Vec<_>>()), |_| {});
    let map = both.expect(&said).1;
    let label = |code: &str| map.districts[code].label;
    assert!(label("e1")[1] < label("d1")[1] && label("d1")[1] < label("f1")[1], "north is up");
    assert!(rows.windows(2).all(|two| label(&format!("{}1", two[0].0))[0] < label(&format!("{}1", two[1].0))[0]), "east is right");
    assert_eq!(map.districts["b1"].neighbours, ["a1", "c1"], "180 degrees are no edge");
}

#[test]
fn ten_thousand_units_are_no_obstacle() {
    let began = Instant::now();
    let features: Vec<Value> = (0..10_000)
        .map(|n| {
            feature(
                json!({"code": format!("{n:05}"), "name": format!("Unit {n}x")}),
                square(f64::from(n % 100) * 0.1, f64::from(n / 100) * 0.1, 0.1),
            )
        })
        .collect();
    let (both, said) = made(&collection(&features), |_| {});
    let (campaign, map) = both.expect(&said);
    assert_eq!((campaign.districts.len(), map.districts.len()), (10_000, 10_000));
    assert!(!crate::campaign::check::check(&campaign).iter().any(|finding| finding.is_error()));
    println!("10,000 units: {:?}", began.elapsed());
}

#[test]
fn every_province_of_the_country_becomes_a_site_with_its_islands() {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/geo/vietnam-districts.topo.json");
    if !from.exists() {
        println!("skipped: no boundaries of the country beside the source");
        return;
    }
    let text: Value = serde_json::from_slice(&std::fs::read(&from).unwrap()).unwrap();
    let geometries = text["objects"]["vn"]["geometries"].as_array().unwrap();
    let provinces: std::collections::BTreeSet<&str> =
        geometries.iter().map(|own| own["properties"]["province"].as_str().unwrap()).collect();
    let began = Instant::now();
    let folder = Folder::new();
    let mut units = 0;
    for province in &provinces {
        assert_eq!(run(&folder.common(), &args(&from, Some(province))), Outcome::Done, "{province}");
        assert_eq!(check::run(&folder.common(), &check::Args {}), Outcome::Done, "{province}");
        let (campaign, map) = (folder.campaign(), folder.map());
        units += campaign.districts.len();
        let islands = match *province {
            "48" => Some("498"),
            "56" => Some("576"),
            _ => None,
        };
        if let Some(code) = islands {
            let shape = &map.districts[code];
            let [x, y] = shape.label;
            assert!(map.insets.iter().any(|[a, b, w, h]| x > *a && x < a + w && y > *b && y < b + h), "{province}: in a frame");
            assert!(shape.outside.is_none(), "{province}: the name stands in the frame");
            let width: i32 = map.view_box.split(' ').nth(2).unwrap().parse().unwrap();
            assert!(x * 2 > width, "{province}: the sea is in the east");
            assert!(rings(&shape.d).len() >= 8, "{province}: every group of islands is marked");
        }
        let others = map.undrawn.iter().all(|code| ["318", "471"].contains(&code.as_str()));
        assert!(others && !campaign.province.name.is_empty() && campaign.province.code == *province, "{:?}", map.undrawn);
    }
    println!("{} provinces, {units} units: {:?}", provinces.len(), began.elapsed());
    // And all of it on one map.
    let began = Instant::now();
    assert_eq!(run(&folder.common(), &args(&from, None)), Outcome::Done);
    assert_eq!(check::run(&folder.common(), &check::Args {}), Outcome::Done);
    let islands = |code: &str| rings(&folder.map().districts[code].d).len();
    assert!(islands("498") >= 8 && islands("576") >= 15, "{} {}", islands("498"), islands("576"));
    assert_eq!(run(&folder.common(), &args(&from, Some("97"))), Outcome::Findings, "there is no such province");
    println!("the country: {:?}", began.elapsed());
}
