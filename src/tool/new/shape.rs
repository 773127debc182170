//! Areas made fit to be drawn: rings in order, longitudes from -180 to 180, and what is too small to have an extent as an islet. It must not know names.

use super::units::Unit;
use crate::map::drawing::is_degrees;
use crate::map::inset::{Extent, Polygons};
use crate::map::nesting::{dissolve, nest};

/// Half the side of an islet, in degrees: about 200 metres.
const HALF: f64 = 0.002;
/// What is smaller than this, in degrees, is drawn as an islet.
const LEAST: f64 = 0.001;

/// A small square about a place.
pub fn islet((lon, lat): (f64, f64)) -> Vec<Vec<(f64, f64)>> {
    let ring = [(-HALF, -HALF), (HALF, -HALF), (HALF, HALF), (-HALF, HALF), (-HALF, -HALF)];
    vec![ring.iter().map(|(x, y)| (lon + x, lat + y)).collect()]
}

/// Puts the areas of a unit in order. A point that is none of degrees is what is wrong with it.
pub fn prepare(unit: &mut Unit) -> Result<(), (f64, f64)> {
    for point in unit.polygons.iter_mut().flatten().flatten() {
        // Some files count longitudes from 0 to 360.
        if point.0 > 180.0 && point.0 <= 360.0 {
            point.0 -= 360.0;
        }
        if !is_degrees(point) {
            return Err(*point);
        }
    }
    let given = std::mem::take(&mut unit.polygons);
    let all = Extent::of(given.iter().flatten().flatten().copied());
    let ordered: Polygons = nest(if unit.parts > 1 { dissolve(given) } else { given });
    let is_tiny = |polygon: &Vec<Vec<(f64, f64)>>| Extent::of(polygon.iter().flatten().copied()).longer() < LEAST;
    unit.polygons = if !ordered.is_empty() && ordered.iter().all(is_tiny) {
        ordered.iter().map(|polygon| islet(Extent::of(polygon.iter().flatten().copied()).middle())).collect()
    } else if ordered.is_empty() && all.longer().is_finite() && all.longer() >= 0.0 {
        vec![islet(all.middle())]
    } else {
        ordered
    };
    Ok(())
}
