//! From a boundary file to a site, as people call it: `new`, `check`, `import`, `render`.
#![cfg(not(target_arch = "wasm32"))]

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
    let checked = workspace.run(&["check"]);
    assert_eq!(checked.code, 0, "{}{}", checked.out, checked.err);
    let dist = workspace.path("dist");
    stand_in(&dist);
    let rendered = workspace.run(&["render", dist.to_str().unwrap(), "--draft"]);
    assert_eq!(rendered.code, 0, "{}{}", rendered.out, rendered.err);
    let page = fs::read_to_string(dist.join("index.html")).unwrap();
    assert!(page.contains("Không vẽ trên bản đồ: Huyện Không Vẽ") && page.contains("data-district=\"498\""));
    let history = workspace.run(&["history"]);
    assert_eq!(history.code, 0, "{}{}", history.out, history.err);
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
