//! Tests of the readers of boundary files, with files made here.

use std::io::{Cursor, Write};

use ::shapefile::{Point, Polygon, PolygonRing, ShapeWriter};
use dbase::{FieldName, TableWriterBuilder};
use serde_json::json;

use super::*;

/// One attribute of a table: its name, its text.
type Row = [(&'static str, String)];

fn square(x: f64, y: f64, side: f64) -> Vec<Point> {
    [(x, y), (x, y + side), (x + side, y + side), (x + side, y), (x, y)].map(|(x, y)| Point::new(x, y)).to_vec()
}

/// A zipped Shapefile of squares side by side; the attributes in the given encoding.
pub fn zipped(rows: &[&Row], encoding: &'static encoding_rs::Encoding, cpg: Option<&str>) -> Vec<u8> {
    let mut shapes = Cursor::new(Vec::new());
    {
        let mut writer = ShapeWriter::new(&mut shapes);
        for at in 0..rows.len() {
            let outer = PolygonRing::Outer(square(105.0 + at as f64 * 0.5, 10.0, 0.5));
            let hole = PolygonRing::Inner(square(105.1 + at as f64 * 0.5, 10.1, 0.1));
            writer.write_shape(&Polygon::with_rings(vec![outer, hole])).unwrap();
        }
        writer.finalize().unwrap();
    }
    let mut table = Cursor::new(Vec::new());
    {
        let mut builder = TableWriterBuilder::with_encoding(dbase::encoding::EncodingRs::from(encoding));
        for (field, _) in rows[0] {
            builder = builder.add_character_field(FieldName::try_from(*field).unwrap(), 60);
        }
        let mut writer = builder.build_with_dest(&mut table);
        for row in rows {
            let mut record = dbase::Record::default();
            for (field, text) in *row {
                record.insert((*field).to_owned(), dbase::FieldValue::Character(Some(text.clone())));
            }
            writer.write_record(&record).unwrap();
        }
        writer.finalize().unwrap();
    }
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let parts = [("shp", shapes.into_inner()), ("dbf", table.into_inner())];
    for (ending, content) in parts.into_iter().chain(cpg.map(|name| ("cpg", name.as_bytes().to_vec()))) {
        archive.start_file(format!("tinh/huyen.{ending}"), options).unwrap();
        archive.write_all(&content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn of(bytes: &[u8]) -> Boundaries {
    let file = tempfile::Builder::new().suffix(".zip").tempfile().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    read(file.path()).unwrap()
}

#[test]
fn a_zipped_shapefile_is_read_in_its_encoding() {
    let rows: [&Row; 2] =
        [&[("MA", "001".into()), ("TEN", "Huyện Cư Jút".into())], &[("MA", "002".into()), ("TEN", "Thành phố Gia Nghĩa".into())]];
    let found = of(&zipped(&rows, encoding_rs::UTF_8, Some("UTF-8")));
    assert_eq!((found.layers.len(), found.layers[0].name.as_str(), found.assumed_encoding), (1, "huyen", None));
    let [first, second] = &found.layers[0].features[..] else { panic!("two features") };
    assert_eq!(first.properties, *json!({"MA": "001", "TEN": "Huyện Cư Jút"}).as_object().unwrap());
    assert_eq!((second.properties["TEN"].as_str(), first.polygons.len()), (Some("Thành phố Gia Nghĩa"), 2));
    // Without a .cpg UTF-8 is known by itself.
    assert_eq!(of(&zipped(&rows, encoding_rs::UTF_8, None)), found);
    // And another encoding by its name, or by what the table says.
    let western: [&Row; 1] = [&[("ID", "1".into()), ("NAME", "Kärnten".into())]];
    for cpg in [Some("1252"), Some("ISO 88591"), Some("ANSI 1252"), None] {
        let found = of(&zipped(&western, encoding_rs::WINDOWS_1252, cpg));
        assert_eq!(found.layers[0].features[0].properties["NAME"], "Kärnten", "{cpg:?}");
    }
}

#[test]
fn a_byte_order_mark_and_null_geometries_are_no_obstacle() {
    let text = json!({"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": 7, "properties": {"name": "A"}, "geometry": {"type": "GeometryCollection", "geometries": [
            {"type": "Point", "coordinates": [1, 2]},
            {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[5, 5, 9], [6, 5, 9], [6, 6, 9], [5, 5, 9]]]]}]}},
        {"type": "Feature", "properties": null, "geometry": null}]});
    let layers = json("x", format!("\u{feff}{text}").as_bytes()).unwrap();
    let [first, second] = &layers[0].features[..] else { panic!("two features") };
    assert_eq!((first.properties["id"].as_u64(), first.polygons.len(), first.polygons[1][0][1]), (Some(7), 2, (6.0, 5.0)));
    assert_eq!(*second, Feature::default());
}

#[test]
fn every_object_of_a_topojson_is_a_layer_with_or_without_a_transform() {
    let objects = json!({
        "a": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "arcs": [[0]], "id": "1", "properties": {"name": "A"}},
            {"type": null, "properties": {"name": "B", "code": 2}}]},
        "b": {"type": "MultiPolygon", "arcs": [[[0]]], "properties": {"name": "C"}}});
    let plain = json!({"type": "Topology", "objects": objects, "arcs": [[[105.0, 10.0], [106.0, 10.0], [106.0, 11.0], [105.0, 10.0]]]});
    let quantised = json!({"type": "Topology", "objects": objects, "transform": {"scale": [0.5, 0.25], "translate": [105.0, 10.0]},
        "arcs": [[[0, 0], [2, 0], [0, 4], [-2, -4]]]});
    let read = |text: serde_json::Value| json("x", text.to_string().as_bytes()).unwrap();
    let layers = read(plain);
    assert_eq!(layers, read(quantised));
    assert_eq!(layers.iter().map(|layer| (layer.name.as_str(), layer.features.len())).collect::<Vec<_>>(), [("a", 2), ("b", 1)]);
    assert_eq!(layers[0].features[0].polygons, [[[(105.0, 10.0), (106.0, 10.0), (106.0, 11.0), (105.0, 10.0)]]]);
    assert_eq!((layers[0].features[1].polygons.len(), &layers[0].features[1].properties["code"]), (0, &json!(2)));
}

#[test]
fn what_is_no_boundary_file_is_told_by_its_kind() {
    let told = |bytes: &[u8]| json("x", bytes).map(|layers| layers.len()).unwrap_err();
    assert!(matches!(told(b"code,name"), Unread::Unknown) && matches!(told(b"{\"districts\": {}}"), Unread::Unknown));
    assert!(matches!(told(b"{\"type\": \"Topology\"}"), Unread::Broken(_)) && matches!(told(b"{\"type\": "), Unread::Broken(_)));
    assert!(matches!(archive::read(b"PK\x03\x04"), Err(Unread::Broken(_))));
    let mut empty = zip::ZipWriter::new(Cursor::new(Vec::new()));
    empty.start_file("readme.txt", zip::write::SimpleFileOptions::default()).unwrap();
    assert!(matches!(archive::read(&empty.finish().unwrap().into_inner()), Err(Unread::EmptyArchive)));
}
