//! Transformations of PDF: `[a b c d e f]`, applied to a row vector.

use lopdf::Object;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    pub fn of(values: &[Object]) -> Option<Self> {
        let numbers: Vec<f64> = values.iter().filter_map(|value| value.as_float().ok()).map(f64::from).collect();
        numbers.try_into().ok().map(Self)
    }

    /// This one first, the other one after it.
    pub fn then(&self, other: &Self) -> Self {
        let ([a, b, c, d, e, f], [oa, ob, oc, od, oe, of]) = (self.0, other.0);
        Self([a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, e * oa + f * oc + oe, e * ob + f * od + of])
    }

    pub fn origin(&self) -> (f64, f64) {
        let [.., x, y] = self.0;
        (x, y)
    }
}
