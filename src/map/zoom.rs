//! A part of a map at a scale of its own: some districts, drawn as large as the whole map was. It must not know why these.

use std::collections::BTreeMap;

use super::{Map, MapShape, nearest::rings, path::path_data};

/// What is left free around the part, in units of the drawing.
const MARGIN: i32 = 20;
/// The longer side of the part's drawing, as of every map.
const SIDE: i32 = 1000;

/// Only these districts, their coordinates multiplied by a whole number so that the longer side is about as long as the whole map's; borders
/// that were shared stay shared. Codes that the map lacks are left out; none of them known: an empty map.
pub fn zoom(map: &Map, codes: &[String]) -> Map {
    let shapes = || codes.iter().filter_map(|code| Some((code, map.districts.get(code)?)));
    let [x0, y0, x1, y1] = shapes().fold([i32::MAX, i32::MAX, i32::MIN, i32::MIN], |[x0, y0, x1, y1], (_, shape)| {
        let [a, b, c, d] = shape.bbox;
        [x0.min(a), y0.min(b), x1.max(c), y1.max(d)]
    });
    if x1 < x0 {
        return Map { districts: Default::default(), insets: Vec::new(), ..map.clone() };
    }
    let factor = ((SIDE - 2 * MARGIN) / (x1 - x0).max(y1 - y0).max(1)).max(1);
    let place = |x: i32, y: i32| [(x - x0) * factor + MARGIN, (y - y0) * factor + MARGIN];
    let mut districts = BTreeMap::new();
    for (code, shape) in shapes() {
        let ([left, top], [right, bottom]) = (place(shape.bbox[0], shape.bbox[1]), place(shape.bbox[2], shape.bbox[3]));
        let moved: Vec<Vec<[i32; 2]>> =
            rings(&shape.d).iter().map(|ring| ring.iter().map(|(x, y)| place(*x as i32, *y as i32)).collect()).collect();
        let drawn = MapShape {
            d: path_data(moved.iter().map(Vec::as_slice)),
            label: place(shape.label[0], shape.label[1]),
            bbox: [left, top, right, bottom],
            neighbours: shape.neighbours.iter().filter(|other| codes.contains(other)).cloned().collect(),
            room: shape.room * factor,
            // Among few districts drawn large there is room inside.
            outside: None,
        };
        districts.insert(code.clone(), drawn);
    }
    let [width, height] = [(x1 - x0) * factor + 2 * MARGIN, (y1 - y0) * factor + 2 * MARGIN];
    Map {
        view_box: format!("0 0 {width} {height}"),
        districts,
        insets: Vec::new(),
        // A part is a handful of districts; what lies around them is not shown.
        #[cfg(not(target_arch = "wasm32"))]
        borders: String::new(),
        #[cfg(not(target_arch = "wasm32"))]
        undrawn: Vec::new(),
        source: map.source.clone(),
        source_en: map.source_en.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published() -> Map {
        serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap()
    }

    #[test]
    fn a_part_is_as_large_as_the_whole_and_keeps_its_borders() {
        let map = published();
        let codes = ["660".to_owned(), "661".to_owned(), "999".to_owned()];
        let part = zoom(&map, &codes);
        assert_eq!(part.districts.keys().collect::<Vec<_>>(), ["660", "661"]);
        let (width, height) = super::super::view_size(&part.view_box).unwrap();
        assert!((500.0..=1000.0).contains(&width.max(height)), "{}", part.view_box);
        assert_eq!(part.districts["660"].neighbours, ["661"]);
        let (before, after) = (rings(&map.districts["660"].d), rings(&part.districts["660"].d));
        assert_eq!(before.iter().map(Vec::len).collect::<Vec<_>>(), after.iter().map(Vec::len).collect::<Vec<_>>());
        // Every point that two districts shared they share still.
        let points = |map: &Map, code: &str| rings(&map.districts[code].d).concat();
        let shared = |map: &Map| points(map, "660").iter().filter(|point| points(map, "661").contains(point)).count();
        assert!(shared(&map) > 2);
        assert_eq!(shared(&map), shared(&part));
        assert!(zoom(&map, &["999".to_owned()]).districts.is_empty());
    }
}
