//! Areas on both sides of the antimeridian (native only): at 180 degrees longitudes jump, though the earth does not. It must not know where anything is
//! drawn.

use std::collections::BTreeMap;

use super::inset::Polygons;

/// Less than so many degrees without anything is no place to begin a map at.
const LEAST_GAP: f64 = 20.0;

/// Lets longitudes go on beyond 180 degrees where the units lie on both sides of the antimeridian: the widest empty stretch becomes the map's edge.
pub fn join(areas: &mut BTreeMap<&str, Polygons>) {
    let mut all: Vec<f64> = areas.values().flatten().flatten().flatten().map(|(lon, _)| *lon).collect();
    all.sort_unstable_by(f64::total_cmp);
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return };
    let around = 360.0 - (last - first);
    let widest = all.windows(2).map(|pair| (pair[1] - pair[0], pair[1])).max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((_, east)) = widest.filter(|(gap, _)| *gap > around && *gap > LEAST_GAP && last - first > 180.0) else { return };
    for (lon, _) in areas.values_mut().flatten().flatten().flatten().filter(|(lon, _)| *lon < east) {
        *lon += 360.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(lon: f64, side: f64) -> Polygons {
        vec![vec![vec![(lon, -17.0), (lon + side, -17.0), (lon + side, -16.0), (lon, -16.0)]]]
    }

    #[test]
    fn both_sides_of_the_antimeridian_lie_side_by_side() {
        let mut areas = BTreeMap::from([("west", square(178.0, 2.0)), ("east", square(-180.0, 1.0))]);
        join(&mut areas);
        assert_eq!((areas["west"][0][0][1].0, areas["east"][0][0][0].0, areas["east"][0][0][1].0), (180.0, 180.0, 181.0));
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
