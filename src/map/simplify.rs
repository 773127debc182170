//! Takes out points that no drawing could show (native only): boundary files have more than a page could carry. A border is simplified once for both of its
//! sides, so that it stays one border. It must not know codes or where anything is drawn.

use std::collections::{BTreeMap, BTreeSet};

use geo::{LineString, SimplifyVw};

use super::inset::{Extent, Polygons};

type Point = (f64, f64);
type Key = (u64, u64);

/// A corner goes where the triangle that it makes with its neighbours is smaller than this, in squares of the grid.
const LEAST_CORNER: f64 = 1.5;
/// An island of its own keeps its shape, however small it is: it may be drawn larger, in a frame.
const PARTS_OF_ITS_FRAME: f64 = 400.0;

/// Simplifies all areas for a grid whose step is so many degrees of latitude.
pub fn simplify(areas: &mut BTreeMap<&str, Polygons>, step: f64) {
    let mut beside: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    for ring in areas.values().flatten().flatten() {
        for pair in ring.windows(2).filter(|pair| pair[0] != pair[1]) {
            beside.entry(key(pair[0])).or_default().insert(key(pair[1]));
            beside.entry(key(pair[1])).or_default().insert(key(pair[0]));
        }
    }
    let is_node = |point: &Point| beside.get(&key(*point)).is_some_and(|around| around.len() != 2);
    for ring in areas.values_mut().flatten().flatten() {
        *ring = simplified(ring, &is_node, step);
    }
}

fn simplified(ring: &[Point], is_node: &impl Fn(&Point) -> bool, step: f64) -> Vec<Point> {
    let open = match ring.split_last() {
        Some((last, rest)) if rest.first() == Some(last) => rest,
        _ => ring,
    };
    // A ring without nodes begins at a point that does not depend on where the file begins it: another's hole may be the same ring.
    let first = open.iter().position(is_node).or_else(|| (0..open.len()).min_by_key(|at| key(open[*at])));
    let (Some(first), true) = (first, open.len() > 3) else { return ring.to_vec() };
    let turned: Vec<Point> = open[first..].iter().chain(&open[..=first]).copied().collect();
    let extent = Extent::of(turned.iter().copied());
    let island = if turned[1..turned.len() - 1].iter().any(is_node) || is_node(&turned[0]) {
        f64::INFINITY
    } else {
        extent.width() * extent.height() / PARTS_OF_ITS_FRAME
    };
    let mut out: Vec<Point> = Vec::new();
    let mut arc = vec![turned[0]];
    for point in &turned[1..] {
        arc.push(*point);
        if is_node(point) {
            continue_with(&mut out, &arc, step, island);
            arc = vec![*point];
        }
    }
    if arc.len() > 1 {
        continue_with(&mut out, &arc, step, island);
    }
    // What would be no area any more stays as it was.
    if out.len() < 4 { ring.to_vec() } else { out }
}

/// Adds an arc, simplified in the one direction that both of its sides agree on.
fn continue_with(out: &mut Vec<Point>, arc: &[Point], step: f64, most: f64) {
    let (first, last) = (key(arc[0]), key(arc[arc.len() - 1]));
    let second = |at: usize| key(arc[at.min(arc.len() - 1)]);
    let backwards = first > last || (first == last && second(1) > second(arc.len().saturating_sub(2)));
    let mut points = arc.to_vec();
    if backwards {
        points.reverse();
    }
    // Degrees of longitude are shorter the farther from the equator.
    let squeeze = points[0].1.to_radians().cos().max(0.05);
    let plane: LineString = points.iter().map(|(x, y)| (x * squeeze, *y)).collect::<Vec<_>>().into();
    let kept: BTreeSet<Key> = plane.simplify_vw((LEAST_CORNER * step * step).min(most)).points().map(|p| key((p.x(), p.y()))).collect();
    points.retain(|(x, y)| kept.contains(&key((x * squeeze, *y))));
    if backwards {
        points.reverse();
    }
    out.extend(points.into_iter().skip(usize::from(!out.is_empty())));
}

fn key((x, y): Point) -> Key {
    ((x + 0.0).to_bits(), (y + 0.0).to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wavy line of many points between two places.
    fn wave(from: Point, to: Point) -> Vec<Point> {
        const POINTS: usize = 400;
        let at = |n: usize| n as f64 / POINTS as f64;
        let ripple = |n: usize| if n == 0 || n == POINTS { 0.0 } else { (n as f64).sin() * 0.0004 };
        (0..=POINTS).map(|n| (from.0 + (to.0 - from.0) * at(n) + ripple(n), from.1 + (to.1 - from.1) * at(n) + ripple(n))).collect()
    }

    fn joined(arcs: &[Vec<Point>]) -> Vec<Vec<Point>> {
        let mut ring: Vec<Point> = arcs.iter().flat_map(|arc| arc[..arc.len() - 1].to_vec()).collect();
        ring.push(ring[0]);
        vec![ring]
    }

    #[test]
    fn a_border_stays_one_for_both_of_its_sides_and_islands_keep_their_shape() {
        let (a, b, c, d, e, f) = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (0.0, 1.0));
        let border = wave(b, e);
        let back: Vec<Point> = border.iter().rev().copied().collect();
        let west = joined(&[wave(a, b), border, wave(e, f), wave(f, a)]);
        let east = joined(&[back, wave(b, c), wave(c, d), wave(d, e)]);
        let islet: Vec<Point> = (0..60).map(|n| f64::from(n % 59) * 0.1065).map(|t| (5.0 + t.cos() * 0.004, t.sin() * 0.004)).collect();
        let mut areas = BTreeMap::from([("west", vec![west]), ("east", vec![east]), ("islet", vec![vec![islet]])]);
        simplify(&mut areas, 0.01);
        let points = |code: &str| areas[code][0][0].iter().map(|point| key(*point)).collect::<BTreeSet<_>>();
        assert!(areas["west"][0][0].len() < 400, "{}", areas["west"][0][0].len());
        let on_border = |points: &BTreeSet<Key>| {
            points.iter().filter(|(x, _)| (f64::from_bits(*x) - 1.0).abs() < 0.001).copied().collect::<BTreeSet<_>>()
        };
        assert_eq!(on_border(&points("west")), on_border(&points("east")));
        assert!(areas["islet"][0][0].len() >= 8, "{}", areas["islet"][0][0].len());
        assert_eq!(areas["west"][0][0].first(), areas["west"][0][0].last());
    }
}
