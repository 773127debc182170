//! One district's border on the whole-number grid: its path, its edges, and the point where a label has most room. Native only; it must
//! not know where the points come from.

use std::collections::BTreeSet;

use geo::{Area, Contains, Distance, Euclidean, LineString, MultiPolygon, Point, Polygon};

use super::inset::Extent;
use super::path::path_data;

type Vertex = [i32; 2];

/// Half the width of the least mark, in steps of the grid: on a phone, where a step is a third of a pixel, the mark is two pixels wide.
const LEAST: i32 = 3;

/// Closed rings of at least three vertices, polygon by polygon; the first of each is its outer border.
pub struct Outline(Vec<Vec<Vec<Vertex>>>);

impl Outline {
    /// Rounds every point; rings that shrink to nothing go. None when nothing is left.
    pub fn new(polygons: &[Vec<Vec<(f64, f64)>>], round: impl Fn((f64, f64)) -> Vertex) -> Option<Self> {
        let ring = |points: &Vec<(f64, f64)>| {
            let mut ring: Vec<Vertex> = points.iter().copied().map(&round).collect();
            ring.dedup();
            if ring.first() == ring.last() {
                ring.pop();
            }
            (ring.len() >= 3 && twice_the_area(&ring) != 0).then_some(ring)
        };
        let polygon = |rings: &Vec<Vec<(f64, f64)>>| {
            let outer = ring(rings.first()?)?;
            Some(std::iter::once(outer).chain(rings[1..].iter().filter_map(ring)).collect())
        };
        let kept: Vec<_> = polygons.iter().filter_map(polygon).collect();
        (!kept.is_empty()).then_some(Self(kept))
    }

    /// The least marks that can be seen and pressed, for a unit that is smaller than a pixel: one at each of these places that no other covers.
    pub fn marks(places: &[Vertex]) -> Option<Self> {
        let mut taken: Vec<Vertex> = Vec::new();
        for [x, y] in places {
            if taken.iter().all(|[a, b]| (a - x).abs() + (b - y).abs() > 2 * LEAST) {
                taken.push([*x, *y]);
            }
        }
        let mark = |[x, y]: Vertex| vec![vec![[x, y - LEAST], [x + LEAST, y], [x, y + LEAST], [x - LEAST, y]]];
        (!taken.is_empty()).then(|| Self(taken.into_iter().map(mark).collect()))
    }

    /// The places of its marks; none where it is anything but marks.
    pub fn mark_places(&self) -> Vec<Vertex> {
        let place = |polygon: &Vec<Vec<Vertex>>| match polygon.as_slice() {
            [ring] if ring.len() == 4 && ring[0][0] == ring[2][0] && ring[2][1] - ring[0][1] == 2 * LEAST => Some([ring[0][0], ring[1][1]]),
            _ => None,
        };
        self.0.iter().map(place).collect::<Option<_>>().unwrap_or_default()
    }

    fn rings(&self) -> impl Iterator<Item = &Vec<Vertex>> {
        self.0.iter().flatten()
    }

    pub fn path(&self) -> String {
        path_data(self.rings().map(Vec::as_slice))
    }

    pub fn bbox(&self) -> [i32; 4] {
        self.rings()
            .flatten()
            .fold([i32::MAX, i32::MAX, i32::MIN, i32::MIN], |[x0, y0, x1, y1], [x, y]| [x0.min(*x), y0.min(*y), x1.max(*x), y1.max(*y)])
    }

    /// The sides of its rings, whichever way they are walked.
    pub fn edges(&self) -> BTreeSet<(Vertex, Vertex)> {
        let sides = |ring: &Vec<Vertex>| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(a, b)| if a < b { (*a, *b) } else { (*b, *a) }).collect::<Vec<_>>()
        };
        self.rings().flat_map(sides).collect()
    }

    fn polygons(&self) -> impl Iterator<Item = Polygon> {
        self.0.iter().map(|rings| {
            let line = |ring: &Vec<Vertex>| LineString::from(ring.iter().map(|[x, y]| (f64::from(*x), f64::from(*y))).collect::<Vec<_>>());
            Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect())
        })
    }

    /// The area that it encloses.
    pub fn area(&self) -> MultiPolygon {
        self.polygons().collect()
    }

    /// The pole of inaccessibility of the largest polygon, and how far it is from the border: 0 where rounding moved it onto the border of a
    /// tiny unit.
    pub fn label(&self) -> Option<(Vertex, i32)> {
        let largest = self.polygons().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()))?;
        let pole = polylabel::polylabel(&largest, &0.5).ok()?;
        let rounded = Point::new(pole.x().round(), pole.y().round());
        let border = std::iter::once(largest.exterior()).chain(largest.interiors());
        let room = border.map(|ring| Euclidean.distance(&rounded, ring)).fold(f64::INFINITY, f64::min);
        let room = if largest.contains(&rounded) { room.floor() as i32 } else { 0 };
        Some(([rounded.x() as i32, rounded.y() as i32], room))
    }
}

/// Whether a mark shows it better than its own border would.
pub fn is_below_a_mark(drawn: Extent) -> bool {
    drawn.longer() < f64::from(2 * LEAST)
}

fn twice_the_area(ring: &[Vertex]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|([x0, y0], [x1, y1])| i64::from(*x0) * i64::from(*y1) - i64::from(*x1) * i64::from(*y0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(polygons: &[Vec<Vec<(f64, f64)>>]) -> Option<Outline> {
        Outline::new(polygons, |(x, y)| [x.round() as i32, y.round() as i32])
    }

    #[test]
    fn paths_are_terse_and_closed() {
        let square = vec![vec![(0.0, 0.0), (9.0, 0.0), (9.2, 0.1), (9.0, 9.0), (0.0, 9.0), (0.0, 0.0)]];
        let drawn = outline(&[square]).unwrap();
        assert_eq!(drawn.path(), "M0 0l9 0 0 9-9 0z");
        assert_eq!((drawn.bbox(), drawn.edges().len()), ([0, 0, 9, 9], 4));
    }

    #[test]
    fn labels_keep_out_of_holes_and_of_islets() {
        let ring = |x: f64, y: f64, side: f64| vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)];
        let drawn = outline(&[vec![ring(500.0, 0.0, 20.0)], vec![ring(0.0, 0.0, 90.0), ring(10.0, 10.0, 40.0)]]).unwrap();
        let ([x, y], room) = drawn.label().unwrap();
        assert!(x < 90 && (x > 50 || y > 50) && room >= 18, "{x} {y} {room}");
        assert!(drawn.path().matches('z').count() == 3);
    }

    #[test]
    fn a_tiny_unit_has_a_mark_and_a_label() {
        let mark = Outline::marks(&[[5, 7], [6, 7]]).unwrap();
        assert_eq!((mark.path().as_str(), mark.label()), ("M5 4l3 3-3 3-3-3z", Some(([5, 7], 2))));
        assert_eq!(Outline::marks(&[[5, 7], [50, 7]]).unwrap().mark_places(), [[5, 7], [50, 7]]);
        assert!(is_below_a_mark(Extent::of([(0.0, 0.0), (5.0, 2.0)])) && !is_below_a_mark(Extent::of([(0.0, 0.0), (6.0, 2.0)])));
        assert!(Outline::marks(&[]).is_none());
        let sliver = outline(&[vec![vec![(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)]]]).unwrap();
        assert_eq!(sliver.label().map(|(_, room)| room), Some(0));
    }

    #[test]
    fn what_shrinks_to_nothing_goes() {
        assert!(outline(&[vec![vec![(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.0)]]]).is_none());
        assert!(outline(&[vec![]]).is_none());
    }
}
