//! Numbers and days in English words, and back: British, with «and» before what follows the hundreds.

use crate::campaign::Stamp;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const GROUPS: [&str; 4] = ["", "thousand", "million", "billion"];
const TOO_LARGE: u64 = 1_000_000_000_000;
pub const POINT: &str = "point";
/// Ordinals that are not the number with «th».
const ORDINALS: [(&str, &str); 8] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
    ("twenty", "twentieth"),
];
pub const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn small(n: u64) -> &'static str {
    usize::try_from(n).ok().and_then(|n| SMALL.get(n)).copied().unwrap_or_default()
}

fn below_hundred(n: u64) -> String {
    let tens = usize::try_from(n / 10).ok().and_then(|n| TENS.get(n)).copied().unwrap_or_default();
    match (n, n % 10) {
        (..20, _) => small(n).into(),
        (_, 0) => tens.into(),
        (_, units) => format!("{tens}-{}", small(units)),
    }
}

fn below_thousand(n: u64) -> String {
    match (n / 100, n % 100) {
        (0, rest) => below_hundred(rest),
        (hundreds, 0) => format!("{} hundred", small(hundreds)),
        (hundreds, rest) => format!("{} hundred and {}", small(hundreds), below_hundred(rest)),
    }
}

/// `51,974` is «fifty-one thousand nine hundred and seventy-four».
pub fn number(n: u64) -> String {
    if n >= TOO_LARGE {
        return digits(&n.to_string());
    }
    let mut words = Vec::new();
    for (at, name) in GROUPS.iter().enumerate().skip(1).rev() {
        match n / 1000_u64.pow(at as u32) % 1000 {
            0 => {}
            group => words.push(format!("{} {name}", below_thousand(group))),
        }
    }
    match n % 1000 {
        0 if !words.is_empty() => {}
        rest @ ..100 if !words.is_empty() => words.push(format!("and {}", below_hundred(rest))),
        rest => words.push(below_thousand(rest)),
    }
    words.join(" ")
}

/// Digit by digit, as a telephone number is said: nought is «oh».
pub fn digits(text: &str) -> String {
    super::by_digit(text, |n| if n == 0 { "oh" } else { small(n) })
}

/// What stands behind the point, digit by digit.
pub fn fraction(text: &str) -> String {
    text.bytes().filter(u8::is_ascii_digit).map(|digit| small(u64::from(digit - b'0'))).collect::<Vec<_>>().join(" ")
}

/// «eleventh»
fn ordinal(n: u64) -> String {
    let words = below_hundred(n);
    let (start, last) = words.rsplit_once('-').map_or(("", words.as_str()), |(start, last)| (start, last));
    let last = ORDINALS.iter().find(|(cardinal, _)| *cardinal == last).map_or_else(|| format!("{last}th"), |(_, own)| (*own).to_owned());
    let last = last.replace("tyth", "tieth");
    if start.is_empty() { last } else { format!("{start}-{last}") }
}

/// «twenty twenty», «two thousand and five», «nineteen hundred»
fn year(n: u64) -> String {
    match (n / 100, n % 100) {
        (20, ..10) | (..10, _) | (100.., _) => number(n),
        (century, 0) => format!("{} hundred", below_hundred(century)),
        (century, rest @ ..10) => format!("{} oh {}", below_hundred(century), small(rest)),
        (century, rest) => format!("{} {}", below_hundred(century), below_hundred(rest)),
    }
}

/// «the eleventh of August twenty twenty»
pub fn day(at: Stamp) -> String {
    let month = MONTHS.get(usize::from(at.month()).saturating_sub(1)).copied().unwrap_or_default();
    format!("the {} of {month} {}", ordinal(at.day().into()), year(u64::from(at.year().unsigned_abs())))
}

/// «eight in the morning on the eleventh …»; an hour of 0:00 means that the source gave the day alone.
pub fn moment(at: Stamp) -> String {
    if (at.hour(), at.minute()) == (0, 0) {
        return day(at);
    }
    let hour = small(u64::from(if at.hour().is_multiple_of(12) { 12 } else { at.hour() % 12 }));
    let minute = match at.minute() {
        0 => String::new(),
        minute @ ..10 => format!(" oh {}", small(minute.into())),
        minute => format!(" {}", below_hundred(minute.into())),
    };
    let part = match at.hour() {
        ..12 => "morning",
        12..18 => "afternoon",
        _ => "evening",
    };
    format!("{hour}{minute} in the {part} on {}", day(at))
}

pub fn is_number_word(word: &str) -> bool {
    value(word).is_some() || GROUPS.iter().skip(1).any(|name| *name == word) || matches!(word, "hundred" | "and" | "oh")
}

/// The worth of a word below a hundred.
pub fn value(word: &str) -> Option<u64> {
    let tens = || TENS.iter().skip(2).position(|tens| *tens == word).map(|at| (at as u64 + 2) * 10);
    SMALL.iter().position(|small| *small == word).map(|at| at as u64).or_else(tens)
}

/// The number that these words say (those with a hyphen as two); none where no careful speaker would say it so.
pub fn read(words: &[&str]) -> Option<u64> {
    let (mut total, mut group) = (0_u64, 0_u64);
    for word in words {
        if let Some(value) = value(word) {
            group = group.checked_add(value)?;
        } else if let Some(at) = GROUPS.iter().skip(1).position(|name| name == word) {
            total = total.checked_add(group.checked_mul(1000_u64.pow(at as u32 + 1))?)?;
            group = 0;
        } else {
            match *word {
                "hundred" => group = group.checked_mul(100)?,
                "and" => {}
                _ => return None,
            }
        }
    }
    let n = total.checked_add(group)?;
    (number(n).replace('-', " ") == words.join(" ")).then_some(n)
}

/// The day of an ordinal, the year of its words, the month of its name, in small letters.
pub fn read_ordinal(words: &[&str]) -> Option<u8> {
    (1..=31).find(|n| ordinal(u64::from(*n)).replace('-', " ") == words.join(" "))
}

/// As it is said in one number or in two.
pub fn read_year(words: &[&str]) -> Option<i32> {
    let halves = (1..words.len()).filter_map(|at| {
        let (century, rest) = words.split_at(at);
        let rest = match rest {
            ["hundred"] => 0,
            ["oh", rest] => value(rest)?,
            rest => read(rest)?,
        };
        read(century)?.checked_mul(100)?.checked_add(rest)
    });
    let said = |n: &u64| *n < 10_000 && year(*n).replace('-', " ") == words.join(" ");
    read(words).into_iter().chain(halves).find(said).and_then(|n| i32::try_from(n).ok())
}

pub fn read_month(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(word))?;
    u8::try_from(at + 1).ok()
}

/// Hour and minute of «eight thirty» in a part of the day.
pub fn read_clock(words: &[&str], part: &str) -> Option<(u8, u8)> {
    let (hour, minute) = words.split_first()?;
    let hour = u8::try_from(value(hour)?).ok().filter(|hour| (1..=12).contains(hour))? % 12;
    let minute = match minute {
        [] => 0,
        ["oh", minute] => value(minute)?,
        minute => read(minute)?,
    };
    let minute = u8::try_from(minute).ok().filter(|minute| *minute < 60)?;
    Some((if part == "morning" { hour } else { hour + 12 }, minute))
}
