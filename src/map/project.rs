//! Equal-area projections with north up: on a choropleth, areas must not lie. Which one it is follows from the extent. It must not know grids or
//! pixels.

use super::inset::Extent;

/// Above so many degrees of longitude meridians would lean too far to the sides.
const WIDE: f64 = 75.0;
/// The highest latitude at which a wide map keeps its angles: nearer to the pole it would become a thin strip.
const HIGHEST: f64 = 50.0;

/// The projection about the middle of a region.
#[derive(Clone, Copy, Debug)]
pub enum Projection {
    /// Lambert's azimuthal one about a point: the truest shapes of what is not too wide.
    Azimuthal { lon: f64, sin_lat: f64, cos_lat: f64 },
    /// The cylindrical one that keeps angles at one latitude: north is up everywhere.
    Cylindrical { lon: f64, cos_lat: f64 },
}

impl Projection {
    /// Of an extent in degrees.
    pub fn of(extent: Extent) -> Self {
        let (lon, lat) = extent.middle();
        if extent.width() > WIDE {
            return Self::Cylindrical { lon, cos_lat: lat.clamp(-HIGHEST, HIGHEST).to_radians().cos() };
        }
        Self::about(lon, lat)
    }

    /// Centred on a point given in degrees.
    fn about(lon: f64, lat: f64) -> Self {
        let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
        Self::Azimuthal { lon: lon.to_radians(), sin_lat, cos_lat }
    }

    /// Degrees to the plane, in radii of the earth; y grows downwards, as a drawing's does.
    pub fn place(self, lon: f64, lat: f64) -> (f64, f64) {
        let (sin, cos) = lat.to_radians().sin_cos();
        match self {
            Self::Azimuthal { lon: middle, sin_lat, cos_lat } => {
                let (sin_lon, cos_lon) = (lon.to_radians() - middle).sin_cos();
                let k = (2.0 / (1.0 + sin_lat * sin + cos_lat * cos * cos_lon)).sqrt();
                (k * cos * sin_lon, -k * (cos_lat * sin - sin_lat * cos * cos_lon))
            }
            Self::Cylindrical { lon: middle, cos_lat } => ((lon - middle).to_radians() * cos_lat, -sin / cos_lat),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_centre_is_the_origin_and_north_is_up() {
        let projection = Projection::about(107.7, 12.25);
        assert_eq!(projection.place(107.7, 12.25), (0.0, -0.0));
        assert!(projection.place(107.7, 12.5).1 < 0.0 && projection.place(108.0, 12.25).0 > 0.0);
    }

    proptest! {
        #[test]
        fn areas_stay_equal_and_north_is_up_on_a_wide_map(lat in -60.0..60.0f64, lon in -170.0..170.0f64) {
            const SIDE: f64 = 0.01;
            let projection = Projection::of(Extent { low: (-180.0, -40.0), high: (180.0, 80.0) });
            let ((west, south), (east, north)) = (projection.place(lon, lat), projection.place(lon + SIDE, lat + SIDE));
            prop_assert!(north < south && east > west && projection.place(lon, lat + SIDE).0 == west);
            let sphere = SIDE.to_radians() * ((lat + SIDE).to_radians().sin() - lat.to_radians().sin());
            prop_assert!(((east - west) * (south - north) / sphere - 1.0).abs() < 1e-3);
        }

        #[test]
        fn equal_areas_stay_equal(lat in -60.0..60.0f64, lon in -20.0..20.0f64) {
            // A small square of the sphere: its area on the plane over its area on the sphere is 1 wherever it lies.
            const SIDE: f64 = 0.01;
            let projection = Projection::about(0.0, 0.0);
            let corners = [(lon, lat), (lon + SIDE, lat), (lon + SIDE, lat + SIDE), (lon, lat + SIDE)].map(|(x, y)| projection.place(x, y));
            let twice: f64 = (0..4).map(|i| (corners[i], corners[(i + 1) % 4])).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
            let sphere = SIDE.to_radians() * ((lat + SIDE).to_radians().sin() - lat.to_radians().sin());
            prop_assert!((twice.abs() / 2.0 / sphere - 1.0).abs() < 1e-3);
        }
    }
}
