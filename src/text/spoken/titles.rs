//! Names and titles of the data file, as far as they can be read aloud: days in digits become words; what holds other digits, signs or
//! abbreviations is left to the eye.

use super::{day, en, number};
use crate::{campaign::Stamp, text::Lang};

/// A name with its numbers in words: `Quận 1` is «Quận một».
pub fn name(lang: Lang, name: &str) -> String {
    let word = |word: &str| word.parse().map_or_else(|_| word.to_owned(), |n| number(lang, n));
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// A title as it is read aloud; none for one that can't be.
pub fn sayable(lang: Lang, title: &str) -> Option<String> {
    // What stands in brackets is said between two breaths.
    let flat = title.replace(" (", ", ").replace('(', ", ").replace(") ", ", ").replace(')', "");
    let words: Vec<&str> = flat.split_whitespace().collect();
    let mut said: Vec<String> = Vec::new();
    let mut rest = words.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let (word, taken) = date(lang, rest).unwrap_or_else(|| ((*first).to_owned(), 1));
        // «ngày 1/4/2019» has its «ngày» already.
        if taken > 0 && word != *first && said.last().is_some_and(|last| word.split(' ').next() == Some(last.to_lowercase().as_str())) {
            said.pop();
        }
        said.push(word);
        rest = if taken == 1 { others } else { rest.get(taken..).unwrap_or_default() };
    }
    let said = said.join(" ");
    said.split_whitespace().all(is_sayable).then(|| said.trim_matches([',', '.', ' ']).to_owned()).filter(|said| !said.is_empty())
}

/// A day at the beginning of these words, and how many of them it is.
fn date(lang: Lang, words: &[&str]) -> Option<(String, usize)> {
    let stamp = |year: &str, month: u32, day: &str| Stamp::vietnam(year.parse().ok()?, month, day.parse().ok()?, 0, 0);
    match lang {
        Lang::Vi => {
            let bare = words.first()?.trim_end_matches([',', '.', ';']);
            let end = words.first()?.strip_prefix(bare)?;
            let mut parts = bare.split('/');
            let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
            let at = stamp(y, m.parse().ok()?, d).filter(|_| parts.next().is_none())?;
            Some((format!("{}{end}", day(lang, at)), 1))
        }
        Lang::En => {
            let [d, m, y, ..] = words else { return None };
            let bare = y.trim_end_matches([',', '.', ';']);
            let at = stamp(bare, u32::from(en::read_month(m)?), d)?;
            Some((format!("{}{}", day(lang, at), y.strip_prefix(bare)?), 3))
        }
    }
}

/// Letters and what marks a breath; no abbreviation, which has capitals alone.
fn is_sayable(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let plain = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | ',' | ';' | '“' | '”' | '"'));
    plain && !(letters > 1 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase))
}
