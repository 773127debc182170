//! Reads days and hours out of tokens: `8h30`, `8 giờ 30 phút`, `5 giờ chiều`, `5:00 CH`; `11/8/2020`, `13-8`, `19.8`,
//! `18 tháng 8 năm 2020`. It must not know whose days and hours they are.

use super::super::Stamp;
use super::tokens::{Day, Token, TokenKind};

/// Hour and minute; 24:00 is the end of a day.
pub type Hour = (u32, u32);

/// Half of the day that words beside an hour name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Half {
    First,
    Second,
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The number that a token is, by its text: `00` is a minute and no whole figure.
fn small(tokens: &[Token], at: usize) -> Option<u32> {
    let token = tokens.get(at)?;
    (token.text.len() <= 2 && matches!(token.kind, TokenKind::Figure(_))).then(|| token.text.parse().ok())?
}

fn is_word(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    tokens.get(at).is_some_and(|token| token.is_word(words))
}

/// "tối" is the evening; "tới" folds to the same letters and means "until".
pub fn is_evening(token: &Token) -> bool {
    token.is_word(&["toi"]) && !is_until(token)
}

/// "tới", and "toi" where the text has no diacritics by which to tell.
pub fn is_until(token: &Token) -> bool {
    token.is_word(&["toi"]) && (token.text.to_lowercase() == "tới" || token.text.is_ascii())
}

/// The half of the day that a token names.
pub fn half(token: &Token) -> Option<Half> {
    match token.word()? {
        "sang" | "sa" | "am" => Some(Half::First),
        "chieu" | "ch" | "pm" => Some(Half::Second),
        "toi" if is_evening(token) => Some(Half::Second),
        _ => None,
    }
}

/// An hour in its half of the day.
pub fn in_half((h, m): Hour, half: Option<Half>) -> Hour {
    match half {
        Some(Half::Second) if (1..12).contains(&h) => (h + 12, m),
        Some(Half::First) if h == 12 => (0, m),
        _ => (h, m),
    }
}

/// The hour that begins at a token and the index after it, the words of its half of the day included.
pub fn hour_at(tokens: &[Token], at: usize) -> Option<(Hour, Option<Half>, usize)> {
    let first = tokens.get(at)?;
    let (hour, mut end) = match first.kind {
        TokenKind::Clock(h, m) => {
            let minute = small(tokens, at + 1).filter(|minute| m == 0 && *minute < 60 && is_word(tokens, at + 2, &["phut"]));
            ((h, minute.unwrap_or(m)), at + 1 + usize::from(minute.is_some()))
        }
        TokenKind::Figure(_) if is_word(tokens, at + 1, &["gio", "h"]) => {
            let hour = small(tokens, at).filter(|hour| *hour <= 24)?;
            let minute = small(tokens, at + 2).filter(|minute| *minute < 60);
            ((hour, minute.unwrap_or(0)), at + 2 + usize::from(minute.is_some()))
        }
        TokenKind::Figure(_) if is_word(tokens, at + 1, &["am", "pm"]) => ((small(tokens, at).filter(|hour| *hour <= 12)?, 0), at + 1),
        _ => return None,
    };
    while is_word(tokens, end, &["phut", "gio"]) || tokens.get(end).is_some_and(|token| token.is_mark(&['\'', '’', '′'])) {
        end += 1;
    }
    let half = tokens.get(end).and_then(half);
    if half.is_some() {
        end += 1;
    } else if is_word(tokens, end, &["p", "a"]) && is_word(tokens, end + 2, &["m"]) {
        let half = if is_word(tokens, end, &["p"]) { Half::Second } else { Half::First };
        return valid(hour).map(|hour| (hour, Some(half), end + 3));
    }
    valid(hour).map(|hour| (hour, half, end))
}

fn valid((h, m): Hour) -> Option<Hour> {
    (h < 24 && m < 60 || (h, m) == (24, 0)).then_some((h, m))
}

/// The day that begins at a token, and the index after it.
pub fn day_at(tokens: &[Token], at: usize) -> Option<(Day, usize)> {
    let token = tokens.get(at)?;
    if let TokenKind::Date(day) = token.kind {
        return Some((day, at + 1));
    }
    english_day(tokens, at).or_else(|| day_of_month(tokens, at)).or_else(|| short_day(tokens, at))
}

/// `11 tháng 8 năm 2020`, `18 thg 8, 2020`, `ngày 18 tháng 8`.
fn day_of_month(tokens: &[Token], at: usize) -> Option<(Day, usize)> {
    let (day, month) = (small(tokens, at)?, small(tokens, at + 2)?);
    if !is_word(tokens, at + 1, &["thang", "thg"]) {
        return None;
    }
    let comma = usize::from(tokens.get(at + 3).is_some_and(|token| token.is_mark(&[','])) || is_word(tokens, at + 3, &["nam"]));
    match year(tokens, at + 3 + comma) {
        Some(year) => Some((Day::of(day, month, Some(year)), at + 4 + comma)),
        None => Some((Day::of(day, month, None), at + 3)),
    }
}

/// `19 August 2020`, `August 19, 2020`.
fn english_day(tokens: &[Token], at: usize) -> Option<(Day, usize)> {
    let month = |at: usize| MONTHS.iter().position(|names| is_word(tokens, at, names)).and_then(|index| u32::try_from(index + 1).ok());
    let (day, month, next) = match (small(tokens, at), month(at)) {
        (Some(day), _) => (day, month(at + 1)?, at + 2),
        (None, Some(month)) => (small(tokens, at + 1)?, month, at + 2),
        _ => return None,
    };
    let comma = usize::from(tokens.get(next).is_some_and(|token| token.is_mark(&[','])));
    Some((Day::of(day, month, Some(year(tokens, next + comma)?)), next + comma + 1))
}

fn year(tokens: &[Token], at: usize) -> Option<u32> {
    let token = tokens.get(at).filter(|token| token.text.len() == 4)?;
    token.text.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// `19.8` and `13-8`, which are dates only where "ngày" or "đến" stands before them.
fn short_day(tokens: &[Token], at: usize) -> Option<(Day, usize)> {
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    if !(before.is_word(&["ngay", "den", "sang", "chieu", "trua"]) || is_until(before)) {
        return None;
    }
    let parts = |text: &str, mark: char| -> Option<(u32, u32)> {
        let (day, month) = text.split_once(mark)?;
        ((1..=2).contains(&day.len()) && (1..=2).contains(&month.len())).then(|| Some((day.parse().ok()?, month.parse().ok()?)))?
    };
    let token = tokens.get(at)?;
    let (day, month, end) = match parts(token.text, '.') {
        Some((day, month)) => (day, month, at + 1),
        None => {
            let rest = tokens.get(at + 1)?.text.strip_prefix('-')?;
            (small(tokens, at)?, (rest.len() <= 2).then(|| rest.parse().ok())??, at + 2)
        }
    };
    match Day::of(day, month, None) {
        Day::Unclear => None,
        day => Some((day, end)),
    }
}

impl Day {
    /// A day of a calendar; month first or a day that no calendar has is unclear.
    pub fn of(day: u32, month: u32, year: Option<u32>) -> Self {
        // A leap year, so that 29 February is a day of some year.
        match (Stamp::vietnam(year.unwrap_or(2020), month, day, 0, 0), year) {
            (Some(stamp), Some(_)) => Self::Known(stamp),
            (Some(_), None) => Self::WithoutYear(day, month),
            (None, _) => Self::Unclear,
        }
    }
}
