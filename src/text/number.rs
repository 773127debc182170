//! Numbers as each language writes them: `51.974` and `8,35` in Vietnamese, `51,974` and `8.35` in English. Decimals are rounded half up
//! as they are written, which the standard formatter does not do: it rounds 8.345 by its stored value to 8.34.

use super::Lang;

impl Lang {
    const fn group(self) -> char {
        match self {
            Lang::Vi => '.',
            Lang::En => ',',
        }
    }

    const fn point(self) -> char {
        match self {
            Lang::Vi => ',',
            Lang::En => '.',
        }
    }
}

/// A whole number with its thousands parted.
pub fn format_integer(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(lang.group());
        }
        out.push(digit);
    }
    out
}

/// A change with its sign: `+952`, `−12`, `0`.
pub fn format_signed(lang: Lang, n: i64) -> String {
    let sign = match n {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", format_integer(lang, n.unsigned_abs()))
}

/// A decimal rounded half up to so many places (up to 6): `8,35`. What is no number, or above 10¹², is written as a dash.
pub fn format_decimal(lang: Lang, x: f64, places: u32) -> String {
    if !x.is_finite() || x.abs() > 1e12 {
        return "–".into();
    }
    let scale = 10_u64.pow(places);
    // A decimal such as 8.345 is stored a hair below itself; the nudge rounds it as it is written.
    let scaled = (x.abs() * scale as f64 + 1e-7).round() as u64;
    let sign = if x.is_sign_negative() && scaled > 0 { "−" } else { "" };
    let mut out = format!("{sign}{}", format_integer(lang, scaled / scale));
    if places > 0 {
        let rest = (scaled % scale).to_string();
        out.push(lang.point());
        out.extend(std::iter::repeat_n('0', places as usize - rest.len()));
        out.push_str(&rest);
    }
    out
}

/// As [`format_decimal`] with two places, without the zeros that say nothing: `30`, `8,5`, `8,35`.
pub fn format_shortest(lang: Lang, x: f64) -> String {
    let text = format_decimal(lang, x, 2);
    match text.rsplit_once(lang.point()) {
        Some((whole, "00")) => whole.to_string(),
        Some((_, rest)) if rest.ends_with('0') => text[..text.len() - 1].to_string(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn as_the_letter_writes_them() {
        assert_eq!(format_integer(Lang::Vi, 51_974), "51.974");
        assert_eq!(format_integer(Lang::En, 622_168), "622,168");
        assert_eq!(format_integer(Lang::Vi, 999), "999");
        assert_eq!(format_decimal(Lang::Vi, 8.35, 2), "8,35");
        assert_eq!(format_decimal(Lang::Vi, 51_974.0 / 6_221.68, 2), "8,35");
        assert_eq!(format_decimal(Lang::En, 0.05, 1), "0.1");
        assert_eq!(format_decimal(Lang::Vi, f64::NAN, 2), "–");
        assert_eq!(format_decimal(Lang::Vi, -0.001, 1), "0,0");
        assert_eq!(format_signed(Lang::Vi, 952), "+952");
        assert_eq!(format_signed(Lang::En, -1_952), "−1,952");
        assert_eq!(format_shortest(Lang::Vi, 30.0), "30");
        assert_eq!(format_shortest(Lang::Vi, 8.5), "8,5");
    }

    #[test]
    fn a_half_is_rounded_up_as_it_is_written() {
        // Each of these is stored a hair below what is written.
        for (x, places, text) in
            [(8.345, 2, "8.35"), (1.005, 2, "1.01"), (0.285, 2, "0.29"), (2.675, 2, "2.68"), (-8.345, 2, "−8.35"), (1.15, 1, "1.2")]
        {
            assert_eq!(format_decimal(Lang::En, x, places), text, "{x}");
        }
        for (x, text) in [(8.3449, "8.34"), (8.344_999, "8.34"), (8.354, "8.35"), (0.5, "0.50")] {
            assert_eq!(format_decimal(Lang::En, x, 2), text, "{x}");
        }
        assert_eq!(format_decimal(Lang::En, 0.5, 0), "1");
        assert_eq!(format_decimal(Lang::En, 0.49, 0), "0");
    }

    #[test]
    fn what_is_too_large_to_be_exact_is_a_dash() {
        assert_eq!(format_decimal(Lang::En, 1e12, 0), "1,000,000,000,000");
        assert_eq!(format_decimal(Lang::En, -1e12, 0), "−1,000,000,000,000");
        for x in [1e12_f64.next_up(), -(1e12_f64.next_up()), 1e300, f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            assert_eq!(format_decimal(Lang::En, x, 2), "–", "{x}");
        }
    }

    #[test]
    fn groups_and_decimals_at_their_limits() {
        for (n, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (999_999, "999,999"), (1_000_000, "1,000,000")] {
            assert_eq!(format_integer(Lang::En, n), text);
        }
        assert_eq!(format_decimal(Lang::En, 1.0, 3), "1.000");
        assert_eq!(format_decimal(Lang::En, 1.023, 3), "1.023");
        assert_eq!(format_decimal(Lang::Vi, 1234.5, 1), "1.234,5");
        assert_eq!(format_decimal(Lang::En, 0.0, 1), "0.0");
        assert_eq!(format_signed(Lang::En, 0), "0");
        assert_eq!(format_signed(Lang::En, 1), "+1");
        assert_eq!(format_signed(Lang::En, -1), "−1");
        assert_eq!(format_signed(Lang::En, i64::MIN), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn zeros_that_say_nothing_are_left_away() {
        for (x, text) in [(30.0, "30"), (8.5, "8.5"), (8.05, "8.05"), (8.35, "8.35"), (100.0, "100"), (0.1, "0.1"), (f64::NAN, "–")] {
            assert_eq!(format_shortest(Lang::En, x), text);
        }
    }

    proptest! {
        #[test]
        fn parts_and_digits_survive(n: u64) {
            let plain: String = format_integer(Lang::Vi, n).chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(plain, n.to_string());
        }

        #[test]
        fn decimals_agree_with_the_standard_formatter(hundredths in 0_u64..100_000_000) {
            let x = hundredths as f64 / 100.0;
            let plain = format_decimal(Lang::En, x, 2).replace(',', "");
            prop_assert_eq!(plain, format!("{x:.2}"));
        }
    }
}
