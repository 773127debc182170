//! How large a page may be in brotli, by the number of units it shows: a small province's comes with the first packets of an answer (14 kB), a country's
//! stays below 90 kB. It must not know what pages hold.

/// A province of eight.
const LEAST: usize = 14_000;
const FEW: usize = 8;
/// A shape, a row, a bar: what each further unit weighs.
const UNIT: usize = 111;

pub fn page(units: usize) -> usize {
    LEAST + UNIT * units.saturating_sub(FEW)
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_province_and_a_country() {
        assert_eq!((page(8), page(22)), (14_000, 15_554));
        assert!(page(692) <= 90_000);
    }
}
