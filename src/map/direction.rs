//! Directions between districts, and the neighbour that an arrow key leads to. Pure geometry of label points.

use std::f64::consts::FRAC_1_SQRT_2;

use super::Map;

/// The eight winds, clockwise from north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    N,
    NE,
    E,
    SE,
    S,
    SW,
    W,
    NW,
}

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    Up,
    Right,
    Down,
    Left,
}

impl Direction {
    const ALL: [Self; 8] = [Self::N, Self::NE, Self::E, Self::SE, Self::S, Self::SW, Self::W, Self::NW];

    /// Where the second point lies as seen from the first; y grows downwards.
    pub fn between(from: [i32; 2], to: [i32; 2]) -> Self {
        // The wind that the way leans on most: no angle is needed, and no table of arc tangents in wasm.
        let mut best = (f64::MIN, Self::N);
        for (wind, way) in Self::ALL.into_iter().zip(WAYS) {
            let lean = cosine(from, to, way);
            if lean > best.0 {
                best = (lean, wind);
            }
        }
        best.1
    }
}

/// The ways of the eight winds, y downwards.
const WAYS: [(f64, f64); 8] = {
    const D: f64 = FRAC_1_SQRT_2;
    [(0.0, -1.0), (D, -D), (1.0, 0.0), (D, D), (0.0, 1.0), (-D, D), (-1.0, 0.0), (-D, -D)]
};

/// The cosine of the angle between the way from one point to another and a direction of length 1.
fn cosine(from: [i32; 2], to: [i32; 2], way: (f64, f64)) -> f64 {
    let (dx, dy) = (f64::from(to[0]) - f64::from(from[0]), f64::from(to[1]) - f64::from(from[1]));
    (dx * way.0 + dy * way.1) / (dx * dx + dy * dy).sqrt().max(f64::MIN_POSITIVE)
}

/// The district that an arrow leads to: the neighbour nearest to its direction, else any district that way; none at the rim.
pub fn step<'a>(map: &'a Map, from: &str, arrow: Arrow) -> Option<&'a str> {
    let own = map.districts.get(from)?;
    let way = WAYS[arrow as usize * 2];
    let mut best: Option<(bool, f64, &str)> = None;
    for (code, shape) in &map.districts {
        let neighbour = own.neighbours.contains(code);
        let lean = cosine(own.label, shape.label, way);
        // Within 60 degrees for a neighbour, 45 for any other.
        if code != from
            && lean >= if neighbour { 0.5 } else { FRAC_1_SQRT_2 - 1e-9 }
            && best.is_none_or(|(b, l, _)| (neighbour, lean) > (b, l))
        {
            best = Some((neighbour, lean, code));
        }
    }
    best.map(|(_, _, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> Map {
        serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap()
    }

    #[test]
    fn winds_of_the_compass() {
        let from = [0, 0];
        let winds = [[0, -9], [9, -9], [9, 0], [9, 9], [0, 9], [-9, 9], [-9, 0], [-9, -9]];
        assert_eq!(winds.map(|to| Direction::between(from, to)), Direction::ALL);
        assert_eq!(Direction::between(from, [2, -9]), Direction::N);
        assert_eq!(Direction::between(from, from), Direction::N);
    }

    #[test]
    fn arrows_reach_every_district_from_every_other() {
        let map = map();
        for start in map.districts.keys() {
            let mut seen = vec![start.as_str()];
            let mut next = 0;
            while next < seen.len() {
                for arrow in [Arrow::Up, Arrow::Right, Arrow::Down, Arrow::Left] {
                    if let Some(code) = step(&map, seen[next], arrow)
                        && !seen.contains(&code)
                    {
                        seen.push(code);
                    }
                }
                next += 1;
            }
            assert_eq!(seen.len(), map.districts.len(), "from {start}");
        }
    }

    #[test]
    fn neighbours_lie_where_the_atlas_has_them() {
        let map = map();
        let place = |code: &str| map.districts[code].label;
        assert_eq!(Direction::between(place("663"), place("662")), Direction::NE, "Cư Jút from Đắk Mil");
        assert_eq!(step(&map, "667", Arrow::Left), None, "Tuy Đức is the west end");
    }
}
