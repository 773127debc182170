//! What a listener would write down of a text that was read aloud: moments, counts with their units, telephone numbers. It is how the figures of
//! a bulletin are read back from its words. It must not know what was meant to be said.

use super::{en, read_decimal, vi};
use crate::text::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Phones,
    Percent,
    People,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub unit: Unit,
    /// In plain digits, `51974` or `8.35`; none where the words are no number.
    pub number: Option<String>,
    pub words: String,
}

/// A day with the hour, where one was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    pub year: i32,
    pub month: u8,
    pub day: u8,
    pub clock: Option<(u8, u8)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    pub days: Vec<Day>,
    pub counted: Vec<Counted>,
    pub dialled: Vec<String>,
}

/// Fewer digits in a row are no telephone number.
const SHORTEST: usize = 3;

pub fn heard(lang: Lang, text: &str) -> Heard {
    let tokens = tokens(text);
    let mut words: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let mut heard = Heard::default();
    for at in 0..words.len() {
        let found = match lang {
            Lang::Vi => vi_day(&words, at),
            Lang::En => en_day(&words, at),
        };
        if let Some((day, from, to)) = found {
            heard.days.push(day);
            // The numbers of a day are no counts.
            words.iter_mut().take(to).skip(from).for_each(|word| *word = "·");
        }
    }
    for at in 0..words.len() {
        let Some(unit) = unit(lang, &words, at) else { continue };
        let from = run_before(lang, &words, at);
        if from < at {
            let said = words.get(from..at).unwrap_or_default().join(" ");
            heard.counted.push(Counted { unit, number: read_decimal(lang, &said), words: said });
            words.iter_mut().take(at).skip(from).for_each(|word| *word = "·");
        }
    }
    heard.dialled = dialled(lang, &words);
    heard
}

/// Words in small letters, and the marks between them, each by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches([',', '.', ';', ':', '!', '?']);
        out.extend(bare.split('-').filter(|part| !part.is_empty()).map(str::to_lowercase));
        out.extend(word.strip_prefix(bare).filter(|end| !end.is_empty()).map(Into::into));
    }
    out
}

fn is_number_word(lang: Lang, word: &str) -> bool {
    match lang {
        Lang::Vi => vi::is_number_word(word) || word == vi::POINT,
        Lang::En => en::is_number_word(word) || word == en::POINT,
    }
}

/// Where the number that ends before this place begins.
fn run_before(lang: Lang, words: &[&str], end: usize) -> usize {
    let mut from = end;
    while from > 0 && words.get(from - 1).is_some_and(|word| is_number_word(lang, word)) {
        from -= 1;
    }
    // «and» joins a number to what stands before it as well.
    while from < end && words.get(from) == Some(&"and") {
        from += 1;
    }
    from
}

fn unit(lang: Lang, words: &[&str], at: usize) -> Option<Unit> {
    let next = words.get(at + 1).copied();
    match (lang, *words.get(at)?) {
        (Lang::Vi, "máy") | (Lang::En, "phones" | "phone") => Some(Unit::Phones),
        (Lang::Vi, "người") | (Lang::En, "people") => Some(Unit::People),
        (Lang::Vi, "phần") if next == Some("trăm") => Some(Unit::Percent),
        (Lang::En, "percent") => Some(Unit::Percent),
        _ => None,
    }
}

/// A day that begins at its «ngày», and the words that it takes with its hour.
fn vi_day(words: &[&str], at: usize) -> Option<(Day, usize, usize)> {
    if *words.get(at)? != "ngày" {
        return None;
    }
    let rest = words.get(at + 1..)?;
    let day_end = rest.iter().position(|word| *word == "tháng").filter(|end| (1..=3).contains(end))?;
    let day = u8::try_from(vi::read(rest.get(..day_end)?)?).ok()?;
    let rest = rest.get(day_end + 1..)?;
    // «năm» is both the year and the number five: a month is one word or two, and then the year begins.
    let (month, long) = [2, 1].into_iter().find_map(|n| {
        let year_follows = rest.get(n) == Some(&"năm");
        vi::read_month(rest.get(..n)?).filter(|_| year_follows).map(|month| (month, n))
    })?;
    let rest = rest.get(long + 1..)?;
    let most = rest.iter().take_while(|word| vi::is_number_word(word)).count();
    let year = vi::read(rest.get(..most)?).and_then(|year| i32::try_from(year).ok())?;
    let end = at + 1 + day_end + 1 + long + 1 + most;
    let (clock, from) = vi_clock(words, at).map_or((None, at), |(clock, from)| (Some(clock), from));
    Some((Day { year, month, day, clock }, from, end))
}

/// «tám giờ ba mươi phút» before that place.
fn vi_clock(words: &[&str], end: usize) -> Option<((u8, u8), usize)> {
    let before = |at: usize, word: &str| at.checked_sub(1).filter(|before| words.get(*before) == Some(&word));
    let number = |end: usize| {
        let from = run_before(Lang::Vi, words, end);
        u8::try_from(vi::read(words.get(from..end)?)?).ok().map(|n| (n, from))
    };
    let (minute, end) = match before(end, "phút") {
        Some(end) => number(end)?,
        None => (0, end),
    };
    let (hour, from) = number(before(end, "giờ")?)?;
    Some(((hour, minute), from))
}

/// A day by its month at that place.
fn en_day(words: &[&str], at: usize) -> Option<(Day, usize, usize)> {
    let month = en::read_month(words.get(at)?)?;
    let of = at.checked_sub(1).filter(|of| words.get(*of) == Some(&"of"))?;
    let (day, from) = [2, 1].into_iter().find_map(|n| {
        let from = of.checked_sub(n)?;
        en::read_ordinal(words.get(from..of)?).map(|day| (day, from))
    })?;
    let (year, end) = (1..=6).rev().find_map(|n| en::read_year(words.get(at + 1..at + 1 + n)?).map(|year| (year, at + 1 + n)))?;
    let (clock, from) = en_clock(words, from).map_or((None, from), |(clock, from)| (Some(clock), from));
    Some((Day { year, month, day, clock }, from, end))
}

/// «eight thirty in the morning on the» before that place.
fn en_clock(words: &[&str], end: usize) -> Option<((u8, u8), usize)> {
    let end = end.checked_sub(5)?;
    let [r#in, the, part, on, again] = words.get(end..end + 5)? else { return None };
    if [*r#in, *the, *on, *again] != ["in", "the", "on", "the"] {
        return None;
    }
    let from = run_before(Lang::En, words, end);
    en::read_clock(words.get(from..end)?, part).map(|clock| (clock, from))
}

/// Digits one by one; between them a breath may be.
fn dialled(lang: Lang, words: &[&str]) -> Vec<String> {
    let digit = |word: &str| match lang {
        Lang::Vi => vi::value(word),
        Lang::En => if word == "oh" { Some(0) } else { en::value(word) }.filter(|n| *n < 10),
    };
    let mut out = Vec::new();
    let mut run = String::new();
    for word in words.iter().copied().chain(["."]) {
        match digit(word) {
            Some(n) => run.push_str(&n.to_string()),
            None if word == "," => {}
            None => {
                if run.len() >= SHORTEST {
                    out.push(std::mem::take(&mut run));
                }
                run.clear();
            }
        }
    }
    out
}
