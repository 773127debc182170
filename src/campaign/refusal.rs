//! Why a figure in an input is not taken. It holds no words.

/// Why a figure is refused instead of guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Its marks group digits in no way that a whole number is written: `12.45`, `1.2345`, `12,4`, `1.234,567`.
    Grouping,
    Negative,
    /// Words or signs beside it say that it is not exact, not current or not complete.
    Doubtful,
    /// Letters or other signs are glued to it.
    Glued,
    /// Above every figure that a province could have.
    TooLarge,
    /// A sheet's cell with a fraction.
    Fraction,
}
