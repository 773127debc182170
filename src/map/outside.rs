//! Places for labels outside of the map: a district that is too small for its name gets it where nothing else is drawn, with a line that leads to
//! it. Native only; it must not know names or figures.

use geo::{BoundingRect, Coord, Intersects, Line, MultiPolygon, Point, Rect};

use super::model::MapShape;

/// What a name and the figure below it take at the letters' largest size, in units of the view box.
const WIDTH: f64 = 160.0;
const HEIGHT: f64 = 72.0;
/// Nothing comes nearer to a label than this.
const CLEAR: f64 = 6.0;
/// Places are tried on a grid of this step.
const STEP: usize = 10;
/// A longer line would not be followed: the label stays inside.
const LONGEST: f64 = 400.0;
/// With less room than this around its label point, a district can't hold its name.
pub const ROOM_FOR_A_NAME: i32 = 60;

/// Sets `outside` of every district that needs it and that a free place is found for; the nearest place that no other label's line crosses, each
/// place once.
pub fn place_outside<'a>(districts: impl Iterator<Item = &'a mut MapShape>, outlines: &[MultiPolygon], (width, height): (i32, i32)) {
    let mut free = free_places(outlines, (width, height));
    let mut taken: Vec<(Rect, Line)> = Vec::new();
    for shape in districts.filter(|shape| shape.room < ROOM_FOR_A_NAME) {
        let [x, y] = shape.label.map(f64::from);
        let gap = |place: &Rect| {
            let end = nearest(place, x, y);
            (end.x() - x).hypot(end.y() - y)
        };
        let leader = |place: &Rect| Line::new(nearest(place, x, y).0, Coord { x, y });
        let is_clear = |place: &&Rect| {
            let own = leader(place);
            taken.iter().all(|(label, line)| !own.intersects(label) && !line.intersects(*place) && !own.intersects(line))
        };
        let by_gap = |a: &Rect, b: &Rect| gap(a).total_cmp(&gap(b));
        // A line through another label or line is worse than a name that waits for a choice.
        let Some(place) = free.iter().filter(is_clear).copied().min_by(by_gap) else { continue };
        if gap(&place) > LONGEST {
            continue;
        }
        taken.push((place, leader(&place)));
        let (centre, end) = (place.center(), nearest(&place, x, y));
        shape.outside = Some([centre.x, centre.y, end.x(), end.y()].map(|n| n.round() as i32));
        free.retain(|other| !other.intersects(&place));
    }
}

/// Every place on the grid that no district comes near.
fn free_places(outlines: &[MultiPolygon], (width, height): (i32, i32)) -> Vec<Rect> {
    let (half_width, half_height) = (WIDTH / 2.0, HEIGHT / 2.0);
    let steps = |half: f64, end: i32| (half.ceil() as usize..=(f64::from(end) - half).max(0.0) as usize).step_by(STEP);
    let around = |x: f64, y: f64, more: f64| {
        let (w, h) = (half_width + more, half_height + more);
        Rect::new(Coord { x: x - w, y: y - h }, Coord { x: x + w, y: y + h })
    };
    let all = steps(half_width, width).flat_map(|x| steps(half_height, height).map(move |y| (x as f64, y as f64)));
    // Most outlines are far from most places: their frames tell that at once.
    let framed: Vec<(Rect, &MultiPolygon)> = outlines.iter().filter_map(|outline| Some((outline.bounding_rect()?, outline))).collect();
    let is_free = |(x, y): &(f64, f64)| {
        let clear = around(*x, *y, CLEAR);
        framed.iter().all(|(frame, outline)| !frame.intersects(&clear) || !outline.intersects(&clear))
    };
    all.filter(is_free).map(|(x, y)| around(x, y, 0.0)).collect()
}

/// The point of a place that is nearest to a label point: there its line ends.
fn nearest(place: &Rect, x: f64, y: f64) -> Point {
    Point::new(x.clamp(place.min().x, place.max().x), y.clamp(place.min().y, place.max().y))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use geo::{LineString, Polygon};

    use super::*;

    fn square(x: f64, y: f64, side: f64) -> MultiPolygon {
        let ring = LineString::from(vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]);
        MultiPolygon::new(vec![Polygon::new(ring, vec![])])
    }

    fn shape(label: [i32; 2], room: i32) -> MapShape {
        MapShape { d: String::new(), label, bbox: [0; 4], neighbours: Vec::new(), room, outside: None }
    }

    #[test]
    fn a_small_district_gets_the_nearest_free_place_and_a_large_one_none() {
        let outlines = [square(0.0, 0.0, 600.0), square(600.0, 0.0, 40.0)];
        let mut districts = BTreeMap::from([("1", shape([300, 300], 300)), ("2", shape([620, 20], 20))]);
        place_outside(districts.values_mut(), &outlines, (1000, 1000));
        assert_eq!(districts["1"].outside, None);
        let [x, y, end_x, end_y] = districts["2"].outside.expect("there is room");
        let place =
            Rect::new((f64::from(x) - WIDTH / 2.0, f64::from(y) - HEIGHT / 2.0), (f64::from(x) + WIDTH / 2.0, f64::from(y) + HEIGHT / 2.0));
        assert!(outlines.iter().all(|outline| !outline.intersects(&place)), "{x} {y}");
        assert!((end_x - 620).abs() + (end_y - 20).abs() < 120, "the line is short: {end_x} {end_y}");
    }

    #[test]
    fn no_place_is_taken_twice_and_where_there_is_none_the_label_stays_inside() {
        let outlines = [square(0.0, 0.0, 600.0)];
        let mut districts: BTreeMap<_, _> = (0..4).map(|i| (i.to_string(), shape([590, 100 + i * 10], 5))).collect();
        place_outside(districts.values_mut(), &outlines, (1000, 600));
        let taken: Vec<[i32; 4]> = districts.values().filter_map(|shape| shape.outside).collect();
        assert_eq!(taken.len(), 4);
        for (i, a) in taken.iter().enumerate() {
            assert!(
                taken[i + 1..].iter().all(|b| (a[0] - b[0]).abs() >= WIDTH as i32 || (a[1] - b[1]).abs() >= HEIGHT as i32),
                "{taken:?}"
            );
        }
        // No line runs through another label, nor across another line.
        let line = |i: usize| {
            let shape = &districts[&i.to_string()];
            let [_, _, x, y] = shape.outside.unwrap().map(f64::from);
            Line::new(Coord { x, y }, Coord { x: f64::from(shape.label[0]), y: f64::from(shape.label[1]) })
        };
        for (a, b) in (0..4).flat_map(|a| (0..a).map(move |b| (a, b))) {
            assert!(!line(a).intersects(&line(b)), "{a} {b} {taken:?}");
        }
        let mut full = BTreeMap::from([("1", shape([10, 10], 5))]);
        place_outside(full.values_mut(), &outlines, (600, 600));
        assert_eq!(full["1"].outside, None);
    }
}
