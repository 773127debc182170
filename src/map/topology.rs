//! Reads the areas of a TopoJSON (native only). It must not know files, figures or words, nor how areas are drawn.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use topojson::{Geometry, TopoJson, Topology, Value};

use super::Map;
use super::drawing::{BoundaryError, draw};
use super::inset::{Insets, Polygons};

/// The map of the districts with these codes; whatever else the file holds is left out.
pub fn from_topojson(text: &str, codes: &[&str], source: String, insets: &Insets) -> Result<Map, BoundaryError> {
    let topology = parse(text)?;
    let areas = areas(&topology, codes)?;
    let missing: Vec<String> = codes.iter().filter(|code| !areas.contains_key(**code)).map(|code| (*code).to_owned()).collect();
    if !missing.is_empty() || areas.is_empty() {
        return Err(BoundaryError::Missing(missing));
    }
    draw(areas, source, insets)
}

/// The file as it is; geometries of type null are collections of nothing, which keep their properties.
pub fn parse(text: &str) -> Result<Topology, BoundaryError> {
    let unreadable = |reason: &dyn ToString| BoundaryError::Unreadable(reason.to_string());
    let mut value: Json = serde_json::from_str(text).map_err(|e| unreadable(&e))?;
    if let Some(objects) = value.get_mut("objects") {
        empty_collections(objects);
    }
    // The reader takes it for granted that these two are pairs.
    let pair = |name: &str| value["transform"][name].as_array().is_some_and(|numbers| numbers.len() >= 2);
    if value.get("transform").is_some() && !(pair("scale") && pair("translate")) {
        return Err(unreadable(&"transform"));
    }
    let Json::Object(object) = value else { return Err(unreadable(&"Topology")) };
    let read = TopoJson::from_json_object(object).map_err(|e| unreadable(&e))?;
    read.try_unwrap_topology().ok_or_else(|| unreadable(&"Topology"))
}

/// Geometries of type null, which the format allows and the reader does not: simplifying leaves them where an area was.
fn empty_collections(objects: &mut Json) {
    match objects {
        Json::Object(members) => {
            if members.get("type").is_some_and(Json::is_null) {
                members.insert("type".into(), "GeometryCollection".into());
                members.insert("geometries".into(), Json::Array(Vec::new()));
                members.remove("arcs");
            }
            // Whatever properties hold is the file's own.
            members.iter_mut().filter(|(name, _)| *name != "properties").for_each(|(_, member)| empty_collections(member));
        }
        Json::Array(items) => items.iter_mut().for_each(empty_collections),
        _ => {}
    }
}

/// The polygons of every wanted code, in degrees.
fn areas<'a>(topology: &Topology, codes: &[&'a str]) -> Result<BTreeMap<&'a str, Polygons>, BoundaryError> {
    let wanted: BTreeMap<&str, &'a str> = codes.iter().map(|code| (*code, *code)).collect();
    let mut areas: BTreeMap<&str, Polygons> = BTreeMap::new();
    let mut todo: Vec<&Geometry> = topology.objects.iter().map(|object| &object.geometry).collect();
    while let Some(geometry) = todo.pop() {
        if let Value::GeometryCollection(inner) = &geometry.value {
            todo.extend(inner);
            continue;
        }
        let Some(code) = code(geometry).and_then(|own| wanted.get(own.as_str()).copied()) else { continue };
        if !is_area(geometry) {
            continue;
        }
        if areas.contains_key(code) {
            return Err(BoundaryError::Twice(code.to_owned()));
        }
        areas.insert(code, polygons(topology, geometry).ok_or_else(|| BoundaryError::NoArea(code.to_owned()))?);
    }
    Ok(areas)
}

fn is_area(geometry: &Geometry) -> bool {
    matches!(geometry.value, Value::Polygon(_) | Value::MultiPolygon(_))
}

/// The polygons of one geometry, in degrees; none where an arc is missing. What is no area has no polygons.
pub fn polygons(topology: &Topology, geometry: &Geometry) -> Option<Polygons> {
    let polygons: Vec<&Vec<Vec<i32>>> = match &geometry.value {
        Value::Polygon(rings) => vec![rings],
        Value::MultiPolygon(polygons) => polygons.iter().collect(),
        _ => Vec::new(),
    };
    polygons.into_iter().map(|rings| rings.iter().map(|arcs| ring(topology, arcs)).collect()).collect()
}

/// `properties.code`, else the geometry's own id.
fn code(geometry: &Geometry) -> Option<String> {
    let given = geometry.properties.as_ref().and_then(|all| all.get("code")).or(geometry.id.as_ref())?;
    given.as_str().map(Into::into).or_else(|| given.as_u64().map(|n| n.to_string()))
}

/// A ring of arcs; a negative index `~i` is arc `i` read backwards. None where an arc does not exist.
fn ring(topology: &Topology, arcs: &[i32]) -> Option<Vec<(f64, f64)>> {
    let mut ring = Vec::new();
    for index in arcs {
        let (at, backwards) = if *index < 0 { (!*index, true) } else { (*index, false) };
        let mut points = decode(topology, topology.arcs.get(usize::try_from(at).ok()?)?)?;
        if backwards {
            points.reverse();
        }
        ring.extend(points);
    }
    Some(ring)
}

/// An arc's points in degrees: with a transform, each is a step from the one before, on a grid.
fn decode(topology: &Topology, arc: &[Vec<f64>]) -> Option<Vec<(f64, f64)>> {
    let mut at = (0.0, 0.0);
    arc.iter()
        .map(|position| {
            let (x, y) = (*position.first()?, *position.get(1)?);
            let Some(transform) = &topology.transform else { return Some((x, y)) };
            at = (at.0 + x, at.1 + y);
            let place = |axis: usize, n: f64| n * transform.scale[axis] + transform.translate[axis];
            Some((place(0, at.0), place(1, at.1)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::rings;

    /// Two unit squares side by side and a third that touches the second in a corner; the middle border is written once.
    const SQUARES: &str = r#"{"type":"Topology","arcs":[
        [[1,0],[1,1]], [[1,1],[0,1],[0,0],[1,0]], [[1,0],[2,0],[2,1],[1,1]], [[2,1],[3,1],[3,2],[2,2],[2,1]]],
        "objects":{"a":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"1"}},
            {"type":"MultiPolygon","arcs":[[[2,-1]]],"id":2},
            {"type":"Polygon","arcs":[[3]],"properties":{"code":"3"}},
            {"type":null,"properties":{"code":"4"}},
            {"type":"Polygon","arcs":[[3]],"properties":{"code":"of another province"}}]}}}"#;

    fn squares(codes: &[&str]) -> Result<Map, BoundaryError> {
        from_topojson(SQUARES, codes, "s".into(), &Insets::default())
    }

    #[test]
    fn neighbours_share_a_border_and_not_a_corner() {
        let map = squares(&["1", "2", "3"]).unwrap();
        let of = |code: &str| map.districts[code].neighbours.clone();
        assert_eq!((of("1"), of("2"), of("3")), (vec!["2".to_owned()], vec!["1".to_owned()], vec![]));
        assert_eq!(map.view_box, "0 0 1000 672", "three degrees wide and two high, near the equator");
        let [x, y] = map.districts["1"].label;
        let [x0, y0, x1, y1] = map.districts["1"].bbox;
        assert!((x - (x0 + x1) / 2).abs() <= 2 && (y - (y0 + y1) / 2).abs() <= 2, "the middle of a square");
    }

    #[test]
    fn every_border_is_the_same_on_both_sides() {
        let text = include_str!("../../tests/fixtures/dak-nong.topo.json");
        let codes: Vec<String> = (660..668).map(|code: u32| code.to_string()).collect();
        let map = from_topojson(text, &codes.iter().map(String::as_str).collect::<Vec<_>>(), "s".into(), &Insets::default()).unwrap();
        let mut times: BTreeMap<_, usize> = BTreeMap::new();
        for shape in map.districts.values() {
            for ring in rings(&shape.d) {
                for (i, a) in ring.iter().enumerate() {
                    let b = ring[(i + 1) % ring.len()];
                    let edge = if (a.0, a.1) < b { (*a, b) } else { (b, *a) };
                    *times.entry(format!("{edge:?}")).or_default() += 1;
                }
            }
        }
        // An edge of two districts stands twice, one of the rim once; a gap or an overlap would leave others.
        assert!(times.values().all(|n| *n <= 2));
        let rim = times.values().filter(|n| **n == 1).count();
        assert!(rim * 3 < times.len() * 2, "{rim} of {} edges are of one district alone", times.len());
        assert_eq!(map.districts["660"].neighbours, ["661", "665", "666"]);
    }

    #[test]
    fn faults_are_told_apart() {
        assert_eq!(squares(&["1", "9"]), Err(BoundaryError::Missing(vec!["9".into()])));
        let read = |text: &str| from_topojson(text, &["1"], String::new(), &Insets::default());
        for text in ["", "[]", "{\"type\":\"Feature\"}", "{\"type\":\"Topology\",\"transform\":{\"scale\":[1]},\"arcs\":[],\"objects\":{}}"]
        {
            assert!(matches!(read(text), Err(BoundaryError::Unreadable(_))), "{text}");
        }
        assert_eq!(read(&SQUARES.replace("[[0,1]]", "[[0,77]]")), Err(BoundaryError::NoArea("1".into())));
        assert_eq!(read(&SQUARES.replace("[[0,1]]", "[[0,-2147483648]]")), Err(BoundaryError::NoArea("1".into())));
        assert_eq!(read(&SQUARES.replace("\"code\":\"3\"", "\"code\":\"1\"")), Err(BoundaryError::Twice("1".into())));
        assert_eq!(read(&SQUARES.replace("[1,1]]", "[1,1000]]")), Err(BoundaryError::NotDegrees));
        assert_eq!(read(&SQUARES.replace("[[0,1]]", "[[0,-1]]")), Err(BoundaryError::NoArea("1".into())), "there and back is no area");
    }
}
