//! Areas on both sides of the antimeridian (native only): at 180 degrees longitudes jump, though the earth does not. It must not know where anything is
//! drawn.

use std::collections::BTreeMap;

use super::inset::Polygons;
use super::nesting::{dissolve, nest};

/// Less than so many degrees without anything is no place to begin a map at.
const LEAST_GAP: f64 = 20.0;

/// Lets longitudes go on beyond 180 degrees where the units lie on both sides of the antimeridian: the widest empty stretch becomes the map's edge.
pub fn join(areas: &mut BTreeMap<&str, Polygons>) {
    // What borders cover, from west to east.
    let mut covered: Vec<(f64, f64)> = areas.values().flatten().flatten().flat_map(|ring| ring.windows(2)).flat_map(spans).collect();
    covered.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (Some(first), mut end) = (covered.first().map(|span| span.0), f64::NEG_INFINITY) else { return };
    let mut widest = (0.0, first);
    for (from, to) in covered {
        if end.is_finite() && from - end > widest.0 {
            widest = (from - end, from);
        }
        end = end.max(to);
    }
    let ((gap, east), around) = (widest, 360.0 - (end - first));
    if gap <= around.max(LEAST_GAP) || end - first <= 180.0 {
        return;
    }
    for (lon, _) in areas.values_mut().flatten().flatten().flatten().filter(|(lon, _)| *lon < east) {
        *lon += 360.0;
    }
    // Files cut there what is one.
    let touches = |polygons: &&mut Polygons| polygons.iter().flatten().flatten().any(|(lon, _)| *lon == 180.0);
    for polygons in areas.values_mut().filter(touches) {
        *polygons = nest(dissolve(std::mem::take(polygons)));
    }
}

/// The longitudes of a side; one that leaps from one end of the world to the other crosses the antimeridian.
fn spans(side: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let (west, east) = (side[0].0.min(side[1].0), side[0].0.max(side[1].0));
    if east - west > 180.0 { vec![(-180.0, west), (east, 180.0)] } else { vec![(west, east)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(lon: f64, side: f64) -> Polygons {
        vec![vec![vec![(lon, -17.0), (lon + side, -17.0), (lon + side, -16.0), (lon, -16.0), (lon, -17.0)]]]
    }

    #[test]
    fn both_sides_of_the_antimeridian_lie_side_by_side() {
        let mut areas = BTreeMap::from([("west", square(178.0, 2.0)), ("east", square(-180.0, 1.0))]);
        join(&mut areas);
        assert_eq!((areas["west"][0][0][1].0, areas["east"][0][0][0].0, areas["east"][0][0][1].0), (180.0, 180.0, 181.0));
    }

    #[test]
    fn a_border_that_leaps_over_the_antimeridian_is_short() {
        let ring = vec![(179.0, 1.0), (-179.0, 1.0), (-179.0, 2.0), (179.0, 2.0), (179.0, 1.0)];
        let mut areas = BTreeMap::from([("a", vec![vec![ring]])]);
        join(&mut areas);
        assert_eq!(areas["a"][0][0][1].0, 181.0);
    }

    #[test]
    fn parts_on_both_sides_become_one() {
        let mut areas = BTreeMap::from([("a", [square(179.0, 1.0), square(-180.0, 1.0)].concat())]);
        join(&mut areas);
        assert_eq!(areas["a"].len(), 1);
    }

    #[test]
    fn elsewhere_longitudes_stay() {
        for mut areas in
            [BTreeMap::from([("a", square(102.0, 7.0))]), BTreeMap::from([("a", square(-170.0, 170.0)), ("b", square(5.0, 170.0))])]
        {
            let before = areas.clone();
            join(&mut areas);
            assert_eq!(areas, before);
        }
    }
}
