//! What is read aloud (native only): numbers, days and hours in words, telephone numbers digit by digit, addresses as they are spoken, how many
//! syllables a text has; and back again, so that what was said can be held against the data. It must not know what is said of whom.

mod en;
mod heard;
mod syllables;
mod titles;
mod vi;

#[cfg(test)]
mod tests;

pub use heard::{Counted, Day, Heard, Unit, heard};
pub use syllables::syllables;
pub use titles::{name, sayable};

use super::{Lang, format_shortest};
use crate::campaign::Stamp;

/// A whole number in words, up to a billion and beyond.
pub fn number(lang: Lang, n: u64) -> String {
    match lang {
        Lang::Vi => vi::number(n),
        Lang::En => en::number(n),
    }
}

/// The number that words say, the other way round.
pub fn read_number(lang: Lang, words: &str) -> Option<u64> {
    let words = words.replace('-', " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    match lang {
        Lang::Vi => vi::read(&words),
        Lang::En => en::read(&words),
    }
}

/// As [`format_shortest`] writes it, in words: «tám phẩy ba mươi lăm». None for what is no number, or too large to be exact.
pub fn decimal(lang: Lang, x: f64) -> Option<String> {
    let plain = format_shortest(Lang::En, x).replace(',', "");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let whole = number(lang, whole.parse().ok()?);
    Some(match (fraction, lang) {
        ("", _) => whole,
        (_, Lang::Vi) => format!("{whole} {} {}", vi::POINT, vi::fraction(fraction)),
        (_, Lang::En) => format!("{whole} {} {}", en::POINT, en::fraction(fraction)),
    })
}

/// The other way round, in plain digits: `8.35`.
pub fn read_decimal(lang: Lang, words: &str) -> Option<String> {
    let point = match lang {
        Lang::Vi => vi::POINT,
        Lang::En => en::POINT,
    };
    let Some((whole, fraction)) = words.split_once(&format!(" {point} ")) else {
        return read_number(lang, words).map(|n| n.to_string());
    };
    let whole = read_number(lang, whole)?;
    // Two places at the most are ever said.
    let said = |n: &u64| {
        let digits = n.to_string();
        let all = [digits.clone(), format!("0{n}")];
        all.into_iter().find(|digits| {
            digits.len() <= 2
                && match lang {
                    Lang::Vi => vi::fraction(digits) == fraction,
                    Lang::En => en::fraction(digits) == fraction,
                }
        })
    };
    let digits = (0..100).find_map(|n| said(&n))?;
    Some(format!("{whole}.{digits}"))
}

/// A telephone number digit by digit, with a breath where it has a space.
pub fn digits(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Vi => vi::digits(text),
        Lang::En => en::digits(text),
    }
}

/// Whether a number is better not parted before the second of these words: only its groups are.
pub fn belong_together(lang: Lang, before: &str, word: &str) -> bool {
    let is_group = ["nghìn", "triệu", "tỷ", "thousand", "million", "billion"].contains(&before);
    let in_number = |word: &str| match lang {
        Lang::Vi => vi::is_number_word(word) || word == vi::POINT,
        Lang::En => word.split('-').all(en::is_number_word) || word == en::POINT,
    };
    in_number(before) && in_number(word) && !is_group
}

fn by_digit(text: &str, word: impl Fn(u64) -> &'static str) -> String {
    let group =
        |group: &str| group.bytes().filter(u8::is_ascii_digit).map(|digit| word(u64::from(digit - b'0'))).collect::<Vec<_>>().join(" ");
    text.split_whitespace().map(group).filter(|group| !group.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A moment as it is said; the day alone where the hour is not known.
pub fn moment(lang: Lang, at: Stamp) -> String {
    match lang {
        Lang::Vi => vi::moment(at),
        Lang::En => en::moment(at),
    }
}

pub fn day(lang: Lang, at: Stamp) -> String {
    match lang {
        Lang::Vi => vi::day(at),
        Lang::En => en::day(at),
    }
}

/// An address as it is spoken where nobody has decided how: `bluezone.gov.vn` is «bluezone chấm gov chấm vn».
pub fn address(lang: Lang, address: &str) -> String {
    let mut out = String::new();
    for c in address.chars() {
        let word = match (c, lang) {
            ('.', Lang::Vi) => "chấm",
            ('/', Lang::Vi) => "gạch chéo",
            ('-', Lang::Vi) => "gạch ngang",
            ('.', Lang::En) => "dot",
            ('/', Lang::En) => "slash",
            ('-', Lang::En) => "dash",
            (c, _) if c.is_ascii_digit() => &digits(lang, c.encode_utf8(&mut [0; 4])),
            (c, _) if c.is_alphabetic() => {
                out.push(c);
                continue;
            }
            // What nobody can say, nobody should have to type.
            _ => " ",
        };
        out.push_str(&format!(" {word} "));
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
