//! Rings as files have them, put in order (native only): borders inside of one unit go, and what is hole and what is land follows from what lies in
//! what (even-odd), whatever the file says of it. It must not know codes or drawings.

use std::collections::{BTreeMap, BTreeSet};

use super::inset::{Extent, Polygons};

type Point = (f64, f64);
type Ring = Vec<Point>;

/// The polygons of one unit: the outer border first and counter-clockwise, holes clockwise, so that either rule of filling shows the same.
pub fn nest(polygons: Polygons) -> Polygons {
    let mut rings: Vec<Ring> = polygons.into_iter().flatten().filter_map(clean).collect();
    rings.sort_by(|a, b| area(b).abs().total_cmp(&area(a).abs()));
    let extents: Vec<Extent> = rings.iter().map(|ring| Extent::of(ring.iter().copied())).collect();
    let mut depths: Vec<usize> = Vec::new();
    let mut nested: Polygons = Vec::new();
    // Which polygon a ring became the outer border of.
    let mut homes: Vec<Option<usize>> = Vec::new();
    for (at, ring) in rings.iter().enumerate() {
        let around: Vec<usize> = (0..at).filter(|other| within(extents[at], extents[*other]) && is_in(ring, &rings[*other])).collect();
        depths.push(around.len());
        // Rings come by their size: the last around it is the nearest.
        let home = around.iter().rev().find(|other| depths[**other] + 1 == around.len()).and_then(|other| homes[*other]);
        match home.filter(|_| around.len() % 2 == 1) {
            Some(polygon) => {
                nested[polygon].push(turned(ring, false));
                homes.push(None);
            }
            None => {
                homes.push(Some(nested.len()));
                nested.push(vec![turned(ring, true)]);
            }
        }
    }
    nested
}

/// Without the sides that stand twice: parts of one unit that touch become one.
pub fn dissolve(polygons: Polygons) -> Polygons {
    let rings: Vec<Ring> = polygons.into_iter().flatten().filter_map(clean).collect();
    let mut times: BTreeMap<Side, usize> = BTreeMap::new();
    for (a, b) in rings.iter().flat_map(|ring| sides(ring)) {
        *times.entry(side(a, b)).or_default() += 1;
    }
    let is_kept = |a: Point, b: Point| times.get(&side(a, b)).is_some_and(|n| n % 2 == 1);
    let (mut kept, mut cut) = (Vec::new(), Vec::new());
    for ring in rings {
        if sides(&ring).all(|(a, b)| is_kept(a, b)) {
            kept.push(vec![ring]);
        } else {
            cut.extend(sides(&ring).filter(|(a, b)| is_kept(*a, *b)));
        }
    }
    kept.extend(chained(cut).into_iter().map(|ring| vec![ring]));
    kept
}

/// Sides put together to closed rings.
fn chained(sides: Vec<(Point, Point)>) -> Vec<Ring> {
    let mut leads: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, (a, b)) in sides.iter().enumerate() {
        leads.entry(key(*a)).or_default().push(at);
        leads.entry(key(*b)).or_default().push(at);
    }
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut rings = Vec::new();
    for (first, (start, next)) in sides.iter().enumerate() {
        if !used.insert(first) {
            continue;
        }
        let (mut ring, mut at) = (vec![*start], *next);
        while key(at) != key(*start) {
            ring.push(at);
            let Some(on) = leads.get(&key(at)).into_iter().flatten().copied().find(|on| !used.contains(on)) else { break };
            used.insert(on);
            let (a, b) = sides[on];
            at = if key(a) == key(at) { b } else { a };
        }
        rings.extend(clean(ring));
    }
    rings
}

type Key = (u64, u64);
type Side = (Key, Key);

fn key((x, y): Point) -> Key {
    // Of the two zeros there is one.
    ((x + 0.0).to_bits(), (y + 0.0).to_bits())
}

fn side(a: Point, b: Point) -> Side {
    let (a, b) = (key(a), key(b));
    if a < b { (a, b) } else { (b, a) }
}

fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Without repeated points and without the end that repeats the beginning; none where no ring is left.
fn clean(mut ring: Ring) -> Option<Ring> {
    ring.retain(|(x, y)| x.is_finite() && y.is_finite());
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    (ring.len() >= 3).then_some(ring)
}

/// Twice the area; positive counter-clockwise.
fn area(ring: &[Point]) -> f64 {
    sides(ring).map(|((x0, y0), (x1, y1))| x0 * y1 - x1 * y0).sum()
}

fn turned(ring: &Ring, counter_clockwise: bool) -> Ring {
    let mut ring = ring.clone();
    if (area(&ring) > 0.0) != counter_clockwise {
        ring.reverse();
    }
    // Closed, as boundary files have it.
    ring.extend(ring.first().copied());
    ring
}

fn within(inner: Extent, outer: Extent) -> bool {
    inner.low.0 >= outer.low.0 && inner.low.1 >= outer.low.1 && inner.high.0 <= outer.high.0 && inner.high.1 <= outer.high.1
}

/// Whether a ring lies in another; points of it may lie on the other's border, so most of some decide.
fn is_in(ring: &[Point], outer: &[Point]) -> bool {
    const ASKED: usize = 7;
    let step = (ring.len() / ASKED).max(1);
    let middles = sides(ring).step_by(step).map(|((x0, y0), (x1, y1))| ((x0 + x1) / 2.0, (y0 + y1) / 2.0));
    let (inside, all) = middles.fold((0, 0), |(inside, all), point| (inside + usize::from(holds(outer, point)), all + 1));
    inside * 2 > all
}

fn holds(ring: &[Point], (x, y): Point) -> bool {
    sides(ring).filter(|((x0, y0), (x1, y1))| (*y0 > y) != (*y1 > y) && x < (x1 - x0) * (y - y0) / (y1 - y0) + x0).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Ring {
        vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    }

    #[test]
    fn holes_are_holes_whatever_the_file_says() {
        // A lake as a polygon of its own that goes the same way round, and an island in it as a hole of another.
        let found =
            nest(vec![vec![square(2.0, 2.0, 6.0)], vec![square(0.0, 0.0, 10.0), square(4.0, 4.0, 1.0)], vec![square(20.0, 0.0, 1.0)]]);
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 1]);
        assert!(area(&found[0][0]) > 0.0 && area(&found[0][1]) < 0.0 && area(&found[1][0]) > 0.0);
    }

    #[test]
    fn parts_that_touch_become_one() {
        let found = dissolve(vec![vec![square(0.0, 0.0, 1.0)], vec![square(1.0, 0.0, 1.0)], vec![square(5.0, 5.0, 1.0)]]);
        assert_eq!(found.len(), 2);
        let areas: Vec<f64> = found.iter().map(|polygon| area(&polygon[0]).abs() / 2.0).collect();
        assert!(areas.contains(&2.0) && areas.contains(&1.0), "{areas:?}");
    }

    #[test]
    fn around_a_hole_that_is_filled_nothing_is_left_of_it() {
        let ring = vec![square(0.0, 0.0, 9.0), square(3.0, 3.0, 3.0)];
        let found = nest(dissolve(vec![ring, vec![square(3.0, 3.0, 3.0)]]));
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [1]);
    }
}
