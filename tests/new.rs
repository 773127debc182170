//! From a boundary file to a site, as people call it: `new`, `check`, `import`, `render`.
#![cfg(not(target_arch = "wasm32"))]

#[path = "new/foreign.rs"]
mod foreign;
mod support;

use std::fs;

use serde_json::{Value, json};
use support::{Workspace, stand_in};

fn square(x: f64, y: f64) -> Value {
    let ring: Vec<[f64; 2]> = [(0.0, 0.0), (0.5, 0.0), (0.5, 0.5), (0.0, 0.5), (0.0, 0.0)].iter().map(|(a, b)| [x + a, y + b]).collect();
    json!({"type": "Polygon", "coordinates": [ring]})
}

#[test]
fn a_boundary_file_becomes_a_site_that_says_what_it_does_not_draw() {
    let workspace = Workspace::new();
    let rows = [
        ("490", "Quận Liên Chiểu", square(108.0, 16.0)),
        ("491", "Quận Thanh Khê", square(108.5, 16.0)),
        ("492", "Huyện Không Vẽ", json!(null)),
    ];
    let features: Vec<Value> = rows
        .iter()
        .map(|(code, name, geometry)| json!({"type": "Feature", "properties": {"code": code, "name": name, "province": "48"}, "geometry": geometry}))
        .collect();
    let from = workspace.path("ranh-gioi.geojson");
    fs::write(&from, format!("\u{feff}{}", json!({"type": "FeatureCollection", "features": features}))).unwrap();
    let new = ["new", "--from", from.to_str().unwrap(), "--province", "48", "--source", "Somebody", "--lang", "en"];
    // Figures that somebody has published are never overwritten.
    let before = workspace.text();
    let refused = workspace.run(&new);
    assert_eq!((refused.code, workspace.text() == before), (1, true), "{}{}", refused.out, refused.err);
    fs::remove_file(workspace.data()).unwrap();
    let made = workspace.run(&new);
    assert_eq!(made.code, 0, "{}{}", made.out, made.err);
    assert!(made.out.contains("Hoàng Sa") && made.out.contains("Đà Nẵng (4 units)"), "{}", made.out);
    assert_eq!(workspace.json()["districts"][3]["slug"], "hoang-sa");
    assert_eq!(workspace.json()["province"]["kind"], "city");
    let checked = workspace.run(&["check"]);
    assert_eq!(checked.code, 0, "{}{}", checked.out, checked.err);
    let dist = workspace.path("dist");
    stand_in(&dist);
    let rendered = workspace.run(&["render", dist.to_str().unwrap(), "--draft"]);
    assert_eq!(rendered.code, 0, "{}{}", rendered.out, rendered.err);
    let page = fs::read_to_string(dist.join("index.html")).unwrap();
    assert!(page.contains(">Bản đồ quận, huyện<") && page.contains(">Toàn thành phố<") && !page.contains("toàn tỉnh"), "its own nouns");
    assert!(fs::read_to_string(dist.join("en/index.html")).unwrap().contains("Whole city"));
    assert!(page.contains("Không vẽ trên bản đồ: Huyện Không Vẽ") && page.contains("data-district=\"498\""));
    let history = workspace.run(&["history"]);
    assert_eq!(history.code, 0, "{}{}", history.out, history.err);
}

#[test]
fn a_file_with_codes_and_no_names_makes_a_map_and_says_that_names_are_missing() {
    let workspace = Workspace::new();
    fs::remove_file(workspace.data()).unwrap();
    let features: Vec<Value> = [660, 661]
        .iter()
        .map(|code| json!({"type": "Feature", "id": code, "properties": {"code": code.to_string()}, "geometry": square(107.0 + f64::from(code % 10), 12.0)}))
        .collect();
    let from = workspace.path("ranh-gioi.geojson");
    fs::write(&from, json!({"type": "FeatureCollection", "features": features}).to_string()).unwrap();
    let made = workspace.run(&["new", "--from", from.to_str().unwrap(), "--province", "67", "--source", "x"]);
    assert!(made.code == 0 && made.out.contains("đã lấy mã làm tên"), "{}{}", made.out, made.err);
    assert_eq!(workspace.run(&["check"]).code, 0);
}

#[test]
fn units_of_several_provinces_say_whose_they_are_and_the_map_draws_the_border_between_them() {
    let workspace = Workspace::new();
    let from = workspace.path("ranh-gioi.geojson");
    let rows = [("490", "Quận Liên Chiểu", "48", 108.0), ("491", "Quận Thanh Khê", "48", 108.5), ("503", "Thành phố Hội An", "49", 109.0)];
    let features: Vec<Value> = rows
        .iter()
        .map(|(code, name, province, x)| {
            json!({"type": "Feature", "properties": {"code": code, "name": name, "province": province}, "geometry": square(*x, 15.0)})
        })
        .collect();
    fs::write(&from, json!({"type": "FeatureCollection", "features": features}).to_string()).unwrap();
    let drawn = |more: &[&str]| {
        let _ = fs::remove_file(workspace.data());
        let made = workspace.run(&[&["new", "--from", from.to_str().unwrap(), "--source", "x"], more].concat());
        assert_eq!(made.code, 0, "{}{}", made.out, made.err);
        let map: Value = serde_json::from_str(&fs::read_to_string(workspace.path("map.json")).unwrap()).unwrap();
        (workspace.json(), map)
    };
    let (data, map) = drawn(&["--province-name", "Hai tỉnh"]);
    let parent = |code: &str| data["districts"].as_array().unwrap().iter().find(|d| d["code"] == code).unwrap()["parent"].clone();
    assert_eq!([parent("490"), parent("491"), parent("503")], ["Đà Nẵng", "Đà Nẵng", "Quảng Nam"]);
    // One line, along a side of the third square.
    let (line, side) = (map["borders"].as_str().unwrap(), map["districts"]["503"]["bbox"][0].as_i64().unwrap());
    let x: i64 = line.trim_start_matches('M').split(' ').next().unwrap().parse().unwrap();
    assert!(line.matches('M').count() == 1 && (x - side).abs() <= 1, "{line} at {side}");
    // What belongs to one province needs neither.
    let (data, map) = drawn(&["--province", "48"]);
    assert!(data["districts"].as_array().unwrap().iter().all(|d| d.get("parent").is_none()) && map.get("borders").is_none());
}

#[test]
fn what_is_no_boundary_file_says_what_to_do() {
    let workspace = Workspace::new();
    let from = workspace.path("x.json");
    fs::write(&from, "{\"type\": \"FeatureCollection\", \"features\": [").unwrap();
    for lang in ["vi", "en"] {
        let said = workspace.run(&["new", "--from", from.to_str().unwrap(), "--lang", lang]);
        assert_eq!(said.code, 1, "{}{}", said.out, said.err);
        assert!(!said.out.contains("version before") && said.out.contains("x.json"), "{}", said.out);
    }
    assert_eq!(workspace.run(&["new", "--from", "no-such-file.zip"]).code, 2);
}

/// A letter's table with every unit of a data file under its full name, and the province as the total.
fn letter(data: &Value) -> String {
    let kind = |kind: &str| match kind {
        "city" => "Thành phố ",
        "town" => "Thị xã ",
        "district" => "Huyện ",
        "urban-district" => "Quận ",
        _ => "",
    };
    let mut total = 0;
    let mut out = "Số lượt cài đặt Bluezone, tính đến 8h ngày 11/8/2020\nĐơn vị;Số lượt cài đặt\n".to_owned();
    for (at, unit) in data["districts"].as_array().unwrap().iter().enumerate() {
        let figure = 900 + 37 * at as u64;
        total += figure;
        out += &format!("{}{};{figure}\n", kind(unit["kind"].as_str().unwrap()), unit["name"].as_str().unwrap());
    }
    out + &format!("Tỉnh {};{total}\n", data["province"]["name"].as_str().unwrap())
}

/// The same as prose, in which most provinces' capitals have the province's name.
fn prose(data: &Value) -> String {
    let table = letter(data);
    let rows: Vec<(&str, &str)> = table.lines().skip(2).filter_map(|line| line.rsplit_once(';')).collect();
    let (last, units) = rows.split_last().unwrap();
    let units: Vec<String> = units.iter().map(|(name, figure)| format!("- {name}: {figure}")).collect();
    format!(
        "Tính đến 8h ngày 11/8/2020, {} đã có {} người cài đặt Bluezone. Trong đó:\n{}\n",
        last.0.replacen("Tỉnh", "toàn tỉnh", 1),
        last.1,
        units.join("\n")
    )
}

/// Every province of the public boundary set, where it lies beside the source: made, given figures by a table and by prose, checked, rendered.
#[test]
fn every_province_goes_from_its_boundaries_to_a_site() {
    let from = support::root().join("../shared/geo/vietnam-districts.topo.json");
    let Ok(text) = fs::read_to_string(&from) else {
        println!("no {}: nothing to try", from.display());
        return;
    };
    let file: Value = serde_json::from_str(&text).unwrap();
    let layers = file["objects"].as_object().unwrap().values();
    let units = layers.flat_map(|layer| layer["geometries"].as_array().unwrap());
    let codes: std::collections::BTreeSet<String> = units.map(|unit| unit["properties"]["province"].as_str().unwrap().to_owned()).collect();
    assert!(codes.len() > 60, "{codes:?}");
    let started = std::time::Instant::now();
    for code in &codes {
        let workspace = Workspace::new();
        fs::remove_file(workspace.data()).unwrap();
        let done = |args: &[&str]| {
            let ended = workspace.run(args);
            assert_eq!(ended.code, 0, "{code} {args:?}: {}{}", ended.out, ended.err);
        };
        done(&["new", "--from", from.to_str().unwrap(), "--province", code, "--source", "Ranh giới công khai"]);
        let data = workspace.json();
        for (name, input) in [("table.csv", letter(&data)), ("letter.txt", prose(&data))] {
            fs::write(workspace.path(name), input).unwrap();
        }
        done(&["import", workspace.path("table.csv").to_str().unwrap(), "--source", "Báo cáo"]);
        let report = workspace.json()["reports"][0].clone();
        assert_eq!(report["installs"].as_object().unwrap().len(), data["districts"].as_array().unwrap().len(), "{code}");
        // The same letter as prose says the same.
        let again = workspace.run(&["import", workspace.path("letter.txt").to_str().unwrap(), "--source", "Báo cáo"]);
        assert!(again.code == 0 && again.out.contains("Không thay đổi gì"), "{code}: {}{}", again.out, again.err);
        done(&["check"]);
        let dist = workspace.path("dist");
        stand_in(&dist);
        done(&["render", dist.to_str().unwrap(), "--draft"]);
    }
    println!("{} provinces in {:.0?}", codes.len(), started.elapsed());
}

/// Paths that a page leads to within its site.
fn links(html: &str) -> Vec<String> {
    let addresses =
        ["href=\"", "src=\"", "action=\"", "url="].map(|name| html.split(name).skip(1).filter_map(|rest| rest.split('"').next()));
    let own = addresses.into_iter().flatten().filter(|address| address.starts_with('/') && !address.starts_with("//"));
    own.map(|address| address.split(['#', '?']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_site_may_have_one_language_and_leads_nowhere_else() {
    for (code, other, own_start) in [("vi", "en/", ""), ("en", "huyen/", "en/")] {
        let workspace = Workspace::new();
        let mut data = workspace.json();
        data["languages"] = json!([code]);
        fs::write(workspace.data(), data.to_string()).unwrap();
        let dist = workspace.path("dist");
        stand_in(&dist);
        let rendered = workspace.run(&["render", dist.to_str().unwrap(), "--draft"]);
        assert_eq!(rendered.code, 0, "{}{}", rendered.out, rendered.err);
        assert!(!dist.join(other).exists() && dist.join(own_start).join("index.html").exists(), "{code}");
        let mut pages = Vec::new();
        let mut folders = vec![dist.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                match entry.is_dir() {
                    true => folders.push(entry),
                    false if entry.extension().is_some_and(|kind| kind == "html") => pages.push(entry),
                    false => {}
                }
            }
        }
        assert!(pages.len() > 25, "{code}: {}", pages.len());
        for page in pages {
            let html = fs::read_to_string(&page).unwrap();
            assert!(!html.contains("data-lang-switch") && !html.contains("rel=\"alternate\" hreflang"), "{}", page.display());
            // Pictures are left out of drafts, and modules are stand-ins.
            let is_made =
                |path: &String| ["png", "pdf", "gif", "zip", "svg", "js", "woff2"].iter().all(|kind| !path.ends_with(&format!(".{kind}")));
            for link in links(&html).iter().filter(|path| is_made(path)) {
                let file = dist.join(link.trim_start_matches('/'));
                let file = if link.ends_with('/') { file.join("index.html") } else { file };
                assert!(file.exists(), "{code}: {} leads to {link}", page.display());
            }
        }
        let missing = fs::read_to_string(dist.join("404.html")).unwrap();
        assert_eq!(missing.matches("<h1>").count(), 1, "{missing}");
    }
    let workspace = Workspace::new();
    let mut data = workspace.json();
    data["languages"] = json!(["fr"]);
    fs::write(workspace.data(), data.to_string()).unwrap();
    let said = workspace.run(&["check"]);
    assert!(said.code == 1 && said.out.contains("languages"), "{}", said.out);
}
