//! Numbers and days in Vietnamese words, and back. No crate of numbers in words that is kept knows Vietnamese (num2words has English, French and
//! Ukrainian), and none reads words back. The words are those of the schools: «linh» where the tens are nothing, «mốt», «tư» and «lăm» behind
//! «mươi», the hundreds of a later group always, and «không nghìn» where that group is nothing: «một triệu hai trăm» would be heard as 1.200.000.

use crate::campaign::Stamp;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
/// What each group of three digits is called, the lowest first.
const GROUPS: [&str; 4] = ["", "nghìn", "triệu", "tỷ"];
/// The first number that has no words here.
const TOO_LARGE: u64 = 1_000_000_000_000;
pub const POINT: &str = "phẩy";

/// `51.974` is «năm mươi mốt nghìn chín trăm bảy mươi tư».
pub fn number(n: u64) -> String {
    if n >= TOO_LARGE {
        return digits(&n.to_string());
    }
    if n < 10 {
        return digit(n).into();
    }
    let mut words = Vec::new();
    let mut above = false;
    for (at, name) in GROUPS.iter().enumerate().rev() {
        let group = n / 1000_u64.pow(at as u32) % 1000;
        let below = n % 1000_u64.pow(at as u32);
        if group > 0 {
            of_group(group, above, &mut words);
            words.push(name);
        } else if above && at == 1 && below > 0 {
            words.extend([DIGITS[0], name]);
        }
        above |= group > 0;
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// Three digits; behind a higher group all places are said.
fn of_group(n: u64, whole: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, units) = (n / 100, n / 10 % 10, n % 10);
    let has_hundreds = hundreds > 0 || whole;
    if has_hundreds {
        words.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if has_hundreds && units > 0 => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(units)),
    }
}

fn digit(n: u64) -> &'static str {
    usize::try_from(n).ok().and_then(|n| DIGITS.get(n)).copied().unwrap_or_default()
}

/// Digit by digit, as a telephone number is said; what stands between groups is a breath.
pub fn digits(text: &str) -> String {
    super::by_digit(text, digit)
}

/// What stands behind the point: one number, but for its zeros in front.
pub fn fraction(text: &str) -> String {
    let rest = text.trim_start_matches('0');
    let zeros = std::iter::repeat_n(DIGITS[0].to_owned(), text.len() - rest.len());
    zeros.chain(rest.parse().ok().map(number)).collect::<Vec<_>>().join(" ")
}

/// «ngày mười một tháng tám năm hai nghìn không trăm hai mươi»
pub fn day(at: Stamp) -> String {
    format!("ngày {} tháng {} năm {}", number(at.day().into()), month(at.month()), number(u64::from(at.year().unsigned_abs())))
}

/// April is «tháng tư».
fn month(month: u8) -> String {
    if month == 4 { "tư".into() } else { number(month.into()) }
}

/// «tám giờ ngày …»; an hour of 0:00 means that the source gave the day alone.
pub fn moment(at: Stamp) -> String {
    match (at.hour(), at.minute()) {
        (0, 0) => day(at),
        (hour, 0) => format!("{} giờ {}", number(hour.into()), day(at)),
        (hour, minute) => format!("{} giờ {} phút {}", number(hour.into()), number(minute.into()), day(at)),
    }
}

/// Whether a number can hold that word.
pub fn is_number_word(word: &str) -> bool {
    value(word).is_some() || scale(word).is_some() || matches!(word, "mười" | "mươi" | "trăm" | "linh" | "lẻ")
}

/// The worth of a word that stands for one digit, in any of its shapes.
pub fn value(word: &str) -> Option<u64> {
    match word {
        "mốt" => Some(1),
        "tư" => Some(4),
        "lăm" => Some(5),
        "bẩy" => Some(7),
        _ => DIGITS.iter().position(|digit| *digit == word).map(|at| at as u64),
    }
}

fn scale(word: &str) -> Option<u64> {
    let word = if word == "ngàn" { "nghìn" } else { word };
    GROUPS.iter().skip(1).position(|name| *name == word).map(|at| 1000_u64.pow(at as u32 + 1))
}

/// The number that these words say; none where no careful speaker would say it so.
pub fn read(words: &[&str]) -> Option<u64> {
    let (mut total, mut group, mut last) = (0_u64, 0_u64, 0_u64);
    for word in words {
        if let Some(value) = value(word) {
            last = value;
        } else if let Some(scale) = scale(word) {
            total = total.checked_add((group + last).checked_mul(scale)?)?;
            (group, last) = (0, 0);
        } else {
            group += match *word {
                "mười" => 10,
                "mươi" => last * 10,
                "trăm" => last * 100,
                "linh" | "lẻ" => 0,
                _ => return None,
            };
            last = 0;
        }
    }
    let n = total.checked_add(group + last)?;
    (plain(words) == plain(&number(n).split(' ').collect::<Vec<_>>())).then_some(n)
}

/// In one spelling of the several that are right.
fn plain(words: &[&str]) -> String {
    let mut out = String::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
        let word = match *word {
            "lẻ" => "linh",
            "ngàn" => "nghìn",
            "bẩy" => "bảy",
            "tư" if matches!(before, "linh" | "lẻ") => "bốn",
            word => word,
        };
        out.push_str(word);
        out.push(' ');
    }
    out.replace("triệu không nghìn ", "triệu ")
}

/// The month of its number.
pub fn read_month(words: &[&str]) -> Option<u8> {
    let n = if words == ["tư"] { 4 } else { read(words)? };
    u8::try_from(n).ok().filter(|n| (1..=12).contains(n))
}
