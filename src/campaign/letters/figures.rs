//! Whole numbers and percentages as people write them. A figure that could be read in two ways is refused, never guessed; it knows
//! nothing of the text around it.

use super::super::finding::NumberError;
use super::super::limits::MAX_COUNT;

/// Spaces by which digits are grouped: the plain one, no-break, narrow no-break, thin, figure space.
pub const SPACES: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}'];

/// Reads `12.452`, `12,452`, `12 452` or `12452`: digits alone, or groups of three parted by one and the same mark.
pub fn parse_count(text: &str) -> Result<u64, NumberError> {
    let text = text.trim();
    if text.starts_with(['-', '−', '–']) {
        return Err(NumberError::Negative);
    }
    let text = without_zero_decimals(text);
    let mark = |c: char| if SPACES.contains(&c) { ' ' } else { c };
    let mut marks = text.chars().filter(|c| !c.is_ascii_digit()).map(mark);
    let groups: Vec<&str> = match marks.next() {
        None => vec![text],
        Some(first) if !matches!(first, '.' | ',' | ' ') => return Err(NumberError::Glued),
        Some(first) if marks.any(|other| other != first) => return Err(NumberError::Grouping),
        Some(_) => text.split(|c: char| !c.is_ascii_digit()).collect(),
    };
    let (head, rest) = groups.split_first().ok_or(NumberError::Glued)?;
    let grouped = rest.is_empty() || ((1..=3).contains(&head.len()) && rest.iter().all(|group| group.len() == 3));
    let led_by_zero = head.starts_with('0') && (head.len() > 1 || !rest.is_empty());
    if !grouped || head.is_empty() || led_by_zero {
        return Err(NumberError::Grouping);
    }
    groups.concat().parse().ok().filter(|n| *n <= MAX_COUNT).ok_or(NumberError::TooLarge)
}

/// `27021.0` and `29.761,00`: whole numbers that a program has written with decimals. `8.0` is left: it may be what is left of `8.000`.
fn without_zero_decimals(text: &str) -> &str {
    let Some((whole, mark)) = text.rfind(['.', ',']).map(|at| (&text[..at], &text[at..])) else { return text };
    let is_zero = matches!(mark, ".0" | ",0" | ".00" | ",00");
    let digits_only = whole.len() > 3 && whole.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.contains(if mark.starts_with('.') { ',' } else { '.' });
    if is_zero && (digits_only || grouped) { whole } else { text }
}

/// A cell's number, where a sheet holds one: it must be whole.
pub fn count_of(value: f64) -> Result<u64, NumberError> {
    match value {
        v if v < 0.0 => Err(NumberError::Negative),
        v if !v.is_finite() || v > MAX_COUNT as f64 => Err(NumberError::TooLarge),
        v if v.fract() != 0.0 => Err(NumberError::Fraction),
        v => Ok(v as u64),
    }
}

/// Reads the number of a percentage, its sign left away: `8,35`, `8.35`, `40`. From 0 to 100.
pub fn parse_percent(text: &str) -> Option<f64> {
    let text = text.trim();
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let value: f64 = (digits(whole, 3) && digits(decimals, 6)).then(|| format!("{whole}.{decimals}").parse().ok())??;
    (value <= 100.0).then_some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_letters_write() {
        for (text, value) in [
            ("12.452", 12_452),
            ("12,452", 12_452),
            ("12 452", 12_452),
            ("6306", 6306),
            ("0", 0),
            ("1.234.567", 1_234_567),
            ("952", 952),
            ("27021.0", 27_021),
            ("29.761,00", 29_761),
        ] {
            assert_eq!(parse_count(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn refuses_what_it_would_have_to_guess() {
        use NumberError::{Glued, Grouping, Negative, TooLarge};
        for (text, why) in [
            ("12.45", Grouping),
            ("8.0", Grouping),
            ("8.00", Grouping),
            ("29.761.00", Grouping),
            ("1.2345", Grouping),
            ("12,4", Grouping),
            ("1.234,567", Grouping),
            ("12.452.", Grouping),
            ("", Grouping),
            ("0.452", Grouping),
            ("06306", Grouping),
            ("1234.567", Grouping),
            (".452", Grouping),
            ("12..452", Grouping),
            ("-5", Negative),
            ("−5", Negative),
            ("12a", Glued),
            ("12%", Glued),
            ("1.000.000.001", TooLarge),
            ("99999999999999999999999", TooLarge),
        ] {
            assert_eq!(parse_count(text), Err(why), "{text}");
        }
        assert_eq!(count_of(12.452), Err(NumberError::Fraction));
        assert_eq!(count_of(f64::NAN), Err(TooLarge));
        assert_eq!(count_of(-1.0), Err(Negative));
        assert_eq!(count_of(12452.0), Ok(12_452));
    }

    #[test]
    fn reads_percentages() {
        assert_eq!(parse_percent("8,35"), Some(8.35));
        assert_eq!(parse_percent("8.35"), Some(8.35));
        assert_eq!(parse_percent("100"), Some(100.0));
        for bad in ["", "8,", ",35", "8.354,5", "101", "1e2", "-8", "8,1234567"] {
            assert_eq!(parse_percent(bad), None, "{bad}");
        }
    }

    fn grouped(n: u64, by: &str) -> String {
        let digits = n.to_string();
        let head = (digits.len() + 2) % 3 + 1;
        let mut out = digits[..head].to_owned();
        for group in digits.as_bytes()[head..].chunks(3) {
            out.push_str(by);
            out.push_str(std::str::from_utf8(group).unwrap());
        }
        out
    }

    proptest! {
        #[test]
        fn every_grouping_reads_back(n in 0..=MAX_COUNT, by in 0usize..8) {
            let by = ["", ".", ",", " ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}"][by];
            prop_assert_eq!(parse_count(&grouped(n, by)), Ok(n));
        }

        #[test]
        fn never_panics(text in "\\PC*", value in any::<f64>()) {
            let _ = (parse_count(&text), parse_percent(&text), count_of(value));
        }
    }
}
