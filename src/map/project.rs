//! Lambert's azimuthal equal-area projection about one point: on a choropleth, areas must not lie. It must not know grids or pixels.

/// The projection about the middle of a region.
#[derive(Clone, Copy, Debug)]
pub struct Projection {
    lon: f64,
    sin_lat: f64,
    cos_lat: f64,
}

impl Projection {
    /// Centred on a point given in degrees.
    pub fn about(lon: f64, lat: f64) -> Self {
        let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
        Self { lon: lon.to_radians(), sin_lat, cos_lat }
    }

    /// Degrees to the plane, in radii of the earth; y grows downwards, as a drawing's does.
    pub fn place(self, lon: f64, lat: f64) -> (f64, f64) {
        let (sin, cos) = lat.to_radians().sin_cos();
        let (sin_lon, cos_lon) = (lon.to_radians() - self.lon).sin_cos();
        let k = (2.0 / (1.0 + self.sin_lat * sin + self.cos_lat * cos * cos_lon)).sqrt();
        (k * cos * sin_lon, -k * (self.cos_lat * sin - self.sin_lat * cos * cos_lon))
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
