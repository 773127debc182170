//! Boundary files of other countries, modelled in small with the fields, codes and kinds that the real ones have: each becomes a site that its check accepts.

use std::fs;

use serde_json::{Value, json};

use crate::square;
use crate::support::{Workspace, stand_in};

/// One file and what is expected of it.
struct File {
    what: &'static str,
    units: Vec<(Value, Value)>,
    /// Besides `--from` and `--source`.
    args: &'static [&'static str],
    /// The first unit by code: its code, slug and name.
    first: [&'static str; 3],
    kind_name: Option<&'static str>,
    whole: &'static str,
}

fn at(x: f64, y: f64) -> Value {
    square(x, y)
}

fn files() -> Vec<File> {
    let file = |what, units, args, first, kind_name, whole| File { what, units, args, first, kind_name, whole };
    vec![
        file(
            "Austria: codes as numbers, the kind in brackets behind the name",
            vec![
                (json!({"g_id": 101, "g_name": "Eisenstadt(Stadt)"}), at(16.5, 47.8)),
                (json!({"g_id": 201, "g_name": "Klagenfurt(Stadt)"}), at(14.3, 46.6)),
                (json!({"g_id": 900, "g_name": "Wien(Stadt)"}), at(16.3, 48.2)),
            ],
            &["--province", "AT", "--province-name", "Áo", "--province-kind", "country"],
            ["101", "eisenstadt-stadt", "Eisenstadt(Stadt)"],
            None,
            "Áo",
        ),
        file(
            "United Kingdom: a second name that is blank, far islands",
            vec![
                (json!({"LAD22CD": "E06000001", "LAD22NM": "Hartlepool", "LAD22NMW": " ", "BNG_E": 447160, "LONG": -1.27}), at(-1.3, 54.6)),
                (
                    json!({"LAD22CD": "S12000027", "LAD22NM": "Shetland Islands", "LAD22NMW": " ", "BNG_E": 448000, "LONG": -1.3}),
                    at(-1.3, 60.2),
                ),
                (
                    json!({"LAD22CD": "W06000001", "LAD22NM": "Isle of Anglesey", "LAD22NMW": "Ynys Môn", "BNG_E": 245000, "LONG": -4.3}),
                    at(-4.5, 53.2),
                ),
            ],
            &["--province", "GB", "--province-name", "Anh", "--province-kind", "country"],
            ["E06000001", "hartlepool", "Hartlepool"],
            None,
            "Anh",
        ),
        file(
            "Spain: both languages in one name, the Canaries",
            vec![
                (json!({"cod_prov": "03", "name": "Alacant/Alicante", "cod_ccaa": "10"}), at(-0.5, 38.4)),
                (json!({"cod_prov": "28", "name": "Madrid", "cod_ccaa": "13"}), at(-3.7, 40.4)),
                (json!({"cod_prov": "35", "name": "Palmas (Las)", "cod_ccaa": "05"}), at(-15.6, 27.9)),
            ],
            &["--code", "cod_prov", "--province-name", "Tây Ban Nha", "--province-kind", "country"],
            ["03", "alacant-alicante", "Alacant/Alicante"],
            None,
            "Tây Ban Nha",
        ),
        file(
            "counties of the United States: codes of kinds, a state's among others",
            vec![
                (
                    json!({"STATEFP": "48", "COUNTYFP": "001", "GEOID": "48001", "NAME": "Anderson", "LSAD": "06", "ALAND": 2752198138_u64}),
                    at(-95.6, 31.8),
                ),
                (
                    json!({"STATEFP": "48", "COUNTYFP": "003", "GEOID": "48003", "NAME": "Andrews", "LSAD": "06", "ALAND": 3886850149_u64}),
                    at(-102.6, 32.3),
                ),
                (
                    json!({"STATEFP": "22", "COUNTYFP": "001", "GEOID": "22001", "NAME": "Acadia", "LSAD": "15", "ALAND": 1696882898}),
                    at(-92.4, 30.2),
                ),
            ],
            &["--province", "48", "--province-name", "Texas"],
            ["48001", "anderson", "Anderson"],
            None,
            "Texas",
        ),
        file(
            "Alaska: on both sides of the antimeridian",
            vec![
                (json!({"GEOID": "02013", "NAMELSAD": "Aleutians East Borough"}), at(-163.0, 54.8)),
                (json!({"GEOID": "02016", "NAMELSAD": "Aleutians West Census Area"}), at(179.3, 51.3)),
                (json!({"GEOID": "02020", "NAMELSAD": "Anchorage Municipality"}), at(-149.9, 61.2)),
            ],
            &["--province", "02", "--province-name", "Alaska"],
            ["02013", "aleutians-east-borough", "Aleutians East Borough"],
            None,
            "Alaska",
        ),
        file(
            "the Philippines: three levels of codes in one row",
            vec![
                (
                    json!({"ADM2_EN": "Ilocos Norte", "ADM2_PCODE": "PH0102800000", "ADM1_EN": "Region I", "ADM1_PCODE": "PH010000000", "ADM0_EN": "Philippines", "Shape_Area": 0.28}),
                    at(120.7, 18.1),
                ),
                (
                    json!({"ADM2_EN": "Ilocos Sur", "ADM2_PCODE": "PH0102900000", "ADM1_EN": "Region I", "ADM1_PCODE": "PH010000000", "ADM0_EN": "Philippines", "Shape_Area": 0.21}),
                    at(120.5, 17.2),
                ),
                (
                    json!({"ADM2_EN": "La Union", "ADM2_PCODE": "PH0103300000", "ADM1_EN": "Region I", "ADM1_PCODE": "PH010000000", "ADM0_EN": "Philippines", "Shape_Area": 0.12}),
                    at(120.3, 16.5),
                ),
            ],
            &["--province", "PH010000000"],
            ["PH0102800000", "ilocos-norte", "Ilocos Norte"],
            None,
            "Region I",
        ),
        file(
            "India: census codes with their zeros, an ampersand in the state's name",
            vec![
                (
                    json!({"dt_code": "001", "district": "Kupwara", "st_code": "01", "st_nm": "Jammu & Kashmir", "year": "2011_c"}),
                    at(74.2, 34.5),
                ),
                (
                    json!({"dt_code": "002", "district": "Badgam", "st_code": "01", "st_nm": "Jammu & Kashmir", "year": "2011_c"}),
                    at(74.6, 33.9),
                ),
                (
                    json!({"dt_code": "023", "district": "Chamba", "st_code": "02", "st_nm": "Himachal Pradesh", "year": "2011_c"}),
                    at(76.1, 32.5),
                ),
            ],
            &["--province", "01"],
            ["001", "kupwara", "Kupwara"],
            None,
            "Jammu & Kashmir",
        ),
        file(
            "Germany: a city and its district of one name, told apart by the file's own kinds",
            vec![
                (json!({"AGS": "09461", "GEN": "Bamberg", "BEZ": "Kreisfreie Stadt"}), at(10.9, 49.9)),
                (json!({"AGS": "09471", "GEN": "Bamberg", "BEZ": "Landkreis"}), at(11.4, 49.9)),
                (json!({"AGS": "09472", "GEN": "Bayreuth", "BEZ": "Landkreis"}), at(11.9, 49.9)),
            ],
            &["--province", "09", "--province-name", "Bayern", "--kind", "BEZ"],
            ["09461", "kreisfreie-stadt-bamberg", "Kreisfreie Stadt Bamberg"],
            Some("Kreisfreie Stadt"),
            "Bayern",
        ),
        file(
            "France: codes with letters, overseas",
            vec![
                (json!({"code": "01", "nom": "Ain"}), at(5.3, 46.1)),
                (json!({"code": "2A", "nom": "Corse-du-Sud"}), at(9.0, 41.8)),
                (json!({"code": "974", "nom": "La Réunion"}), at(55.4, -21.2)),
            ],
            &["--province", "FR", "--province-name", "Pháp", "--province-kind", "country", "--inset", "974=bottom-left"],
            ["01", "ain", "Ain"],
            None,
            "Pháp",
        ),
        file(
            "Japan: names without Latin letters, many parts of one code, land that is nobody's",
            vec![
                (json!({"N03_001": "東京都", "N03_004": "千代田区", "N03_007": "13101"}), at(139.7, 35.6)),
                (json!({"N03_001": "東京都", "N03_004": "大島町", "N03_007": "13361"}), at(139.3, 34.7)),
                (json!({"N03_001": "東京都", "N03_004": "大島町", "N03_007": "13361"}), at(139.9, 34.7)),
                (json!({"N03_001": "東京都", "N03_004": "所属未定地", "N03_007": null}), at(140.3, 31.4)),
            ],
            &["--code", "N03_007", "--name", "N03_004", "--parent", "N03_001", "--province", "東京都"],
            ["13101", "m-13101", "千代田区"],
            None,
            "東京都",
        ),
    ]
}

#[test]
fn ten_files_of_other_countries_become_sites() {
    let files = files();
    assert_eq!(files.len(), 10);
    for file in files {
        let workspace = Workspace::new();
        fs::remove_file(workspace.data()).unwrap();
        let features: Vec<Value> = file
            .units
            .iter()
            .map(|(properties, geometry)| json!({"type": "Feature", "properties": properties, "geometry": geometry}))
            .collect();
        let from = workspace.path("boundaries.geojson");
        fs::write(&from, json!({"type": "FeatureCollection", "features": features}).to_string()).unwrap();
        let run = |args: &[&str]| {
            let ended = workspace.run(args);
            assert_eq!(ended.code, 0, "{}: {args:?}: {}{}", file.what, ended.out, ended.err);
            ended.out
        };
        run(&[&["new", "--from", from.to_str().unwrap(), "--source", "Somebody", "--lang", "en"], file.args].concat());
        let data = workspace.json();
        let districts = data["districts"].as_array().unwrap();
        let first = &districts[0];
        assert_eq!(["code", "slug", "name"].map(|field| first[field].as_str().unwrap()), file.first, "{}", file.what);
        assert_eq!((first["kind_name"].as_str(), data["province"]["name"].as_str()), (file.kind_name, Some(file.whole)), "{}", file.what);
        // Figures by names alone, and by codes.
        let rows: Vec<String> = districts
            .iter()
            .enumerate()
            .map(|(at, unit)| format!("{};{};{}", unit["code"].as_str().unwrap(), unit["name"].as_str().unwrap(), 900 + at))
            .collect();
        fs::write(
            workspace.path("table.csv"),
            format!("Số lượt cài đặt Bluezone, tính đến 8h ngày 11/8/2020\nMã;Đơn vị;Số lượt cài đặt\n{}\n", rows.join("\n")),
        )
        .unwrap();
        run(&["import", workspace.path("table.csv").to_str().unwrap(), "--source", "Báo cáo"]);
        let names: Vec<&str> = rows.iter().map(|row| row.split_once(';').unwrap().1).collect();
        fs::write(
            workspace.path("names.csv"),
            format!("Số lượt cài đặt Bluezone, tính đến 8h ngày 11/8/2020\nĐơn vị;Số lượt cài đặt\n{}\n", names.join("\n")),
        )
        .unwrap();
        let again = run(&["import", workspace.path("names.csv").to_str().unwrap(), "--source", "Báo cáo"]);
        assert!(again.contains("Không thay đổi gì"), "{}: {again}", file.what);
        run(&["check"]);
        let dist = workspace.path("dist");
        stand_in(&dist);
        run(&["render", dist.to_str().unwrap(), "--draft"]);
        let page = fs::read_to_string(dist.join("index.html")).unwrap();
        for unit in districts {
            assert!(page.contains(&format!("data-district=\"{}\"", unit["code"].as_str().unwrap())), "{}: {unit}", file.what);
        }
    }
}
