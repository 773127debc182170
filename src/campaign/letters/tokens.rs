//! Cuts a text into words, figures, dates and marks, each with its line. It must not know what any of them mean for a report.

use super::super::finding::NumberError;
use super::super::{Stamp, names};
use super::figures::{self, SPACES};

/// What a piece of the text is.
#[derive(Clone, Debug, PartialEq)]
pub enum TokenKind {
    /// A word, as the key by which names are compared.
    Word(String),
    /// `1.`, `2)` at the beginning of a line.
    Bullet,
    Figure(Result<u64, NumberError>),
    /// A percentage; `None` when it is none that can be.
    Percent(Option<f64>),
    Date(Day),
    /// `8h`, `8h30`, `08:00`, `17:05:33`: hour and minute.
    Clock(u32, u32),
    Mark(char),
    Tab,
    Break,
}

/// A day as a text gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Day {
    /// Midnight at its beginning.
    Known(Stamp),
    /// Day and month; the year is left away.
    WithoutYear(u32, u32),
    /// Month first, or a day that no calendar has.
    Unclear,
}

/// A piece of the text, as it stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct Token<'a> {
    pub kind: TokenKind,
    pub text: &'a str,
    pub line: usize,
}

impl Token<'_> {
    /// The key of a word; `None` for what is no word.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(key) => Some(key),
            _ => None,
        }
    }

    /// Whether it is one of the words of these keys.
    pub fn is_word(&self, keys: &[&str]) -> bool {
        self.word().is_some_and(|word| keys.contains(&word))
    }

    /// Whether it is one of these marks.
    pub fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.kind, TokenKind::Mark(c) if marks.contains(&c))
    }
}

/// Adds the tokens of one line and the break after it; `number` is the line's own, from 1.
pub fn tokenize<'a>(text: &'a str, number: usize, out: &mut Vec<Token<'a>>) {
    let mut rest = text;
    let mut word_seen = false;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '\t' => (Some(TokenKind::Tab), 1),
            c if c.is_whitespace() => (None, c.len_utf8()),
            c if c.is_ascii_digit() => number_like(rest, !word_seen),
            '-' | '−' | '–' if digit_at(rest, first.len_utf8()) => {
                let (_, length) = number_like(&rest[first.len_utf8()..], false);
                (Some(TokenKind::Figure(Err(NumberError::Negative))), first.len_utf8() + length)
            }
            c if c.is_alphanumeric() => {
                let length = length_while(rest, is_in_word);
                (Some(TokenKind::Word(key(&rest[..length]))), length)
            }
            c => (Some(TokenKind::Mark(c)), c.len_utf8()),
        };
        if let Some(kind) = kind {
            word_seen |= !matches!(kind, TokenKind::Tab | TokenKind::Mark(_));
            out.push(Token { kind, text: &rest[..length], line: number });
        }
        rest = &rest[length..];
    }
    out.push(Token { kind: TokenKind::Break, text: "", line: number });
}

/// The key of a word. Of plain letters it is found at once, which is half of the words of a long letter.
fn key(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    names::key(word)
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '_') || unicode_normalization::char::is_combining_mark(c)
}

fn length_while(text: &str, keep: impl Fn(char) -> bool) -> usize {
    text.find(|c| !keep(c)).unwrap_or(text.len())
}

fn digit_at(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

fn digits(text: &str) -> usize {
    length_while(text, |c| c.is_ascii_digit())
}

fn number_like(text: &str, first_of_line: bool) -> (Option<TokenKind>, usize) {
    let (kind, length) =
        date(text).or_else(|| clock(text)).or_else(|| first_of_line.then(|| bullet(text))?).unwrap_or_else(|| figure(text));
    (Some(kind), length)
}

/// `11/8/2020`, `11-8-2020`, `11.8.2020`, `11/8/20`, `2020-08-11`, `2020/8/11`; `11/8` without its year.
fn date(text: &str) -> Option<(TokenKind, usize)> {
    let a = digits(text);
    let mark = text[a..].chars().next().filter(|c| matches!(c, '/' | '-' | '.'))?;
    let b = digits(&text[a + 1..]);
    if b == 0 {
        return None;
    }
    let second = a + 1 + b;
    let c = if text[second..].starts_with(mark) { digits(&text[second + 1..]) } else { 0 };
    let end = if c > 0 { second + 1 + c } else { second };
    let number = |from: usize, length: usize| text[from..from + length].parse::<u32>().ok();
    let (first, middle) = (number(0, a)?, number(a + 1, b)?);
    // The hour may follow at once: `2020-08-11T08:00`.
    let is_iso = a == 4 && text[end..].starts_with('T') && digit_at(text, end + 1);
    if !is_iso && text[end..].starts_with(is_in_word) || (text[end..].starts_with('/') && c > 0) {
        return None;
    }
    let day = match (a, b, c) {
        (1..=2, 1..=2, 4) => Day::of(first, middle, number(second + 1, c)),
        (4, 1..=2, 1..=2) if mark != '.' => Day::of(number(second + 1, c)?, middle, Some(first)),
        (1..=2, 1..=2, 2) if mark != '.' => Day::of(first, middle, Some(2000 + number(second + 1, c)?)),
        (1..=2, 1..=2, 0) if mark == '/' => Day::of(first, middle, None),
        _ => return None,
    };
    Some((TokenKind::Date(day), end + usize::from(is_iso)))
}

fn clock(text: &str) -> Option<(TokenKind, usize)> {
    let a = digits(text);
    let mark = text[a..].chars().next().filter(|c| matches!(c, 'h' | 'H' | 'g' | 'G' | ':'))?;
    let b = digits(&text[a + 1..]);
    let mut end = a + 1 + b;
    // A program's seconds: no report is that exact.
    if mark == ':' && text[end..].starts_with(':') && digits(&text[end + 1..]) == 2 {
        end += 3;
    }
    let fits = (1..=2).contains(&a) && (b == 2 || (b == 0 && mark != ':')) && !text[end..].starts_with(char::is_alphanumeric);
    let (hour, minute) = (text[..a].parse().ok()?, if b == 0 { 0 } else { text[a + 1..a + 1 + b].parse().ok()? });
    (fits && (hour < 24 && minute < 60 || (hour, minute) == (24, 0))).then_some((TokenKind::Clock(hour, minute), end))
}

fn bullet(text: &str) -> Option<(TokenKind, usize)> {
    let a = digits(text);
    let after = text[a..].chars().next()?;
    let fits = a <= 2 && (after == ')' || (after == '.' && !digit_at(text, a + 1)));
    fits.then_some((TokenKind::Bullet, a + 1))
}

/// A run of digits with its marks of grouping, and whatever is glued to it.
fn figure(text: &str) -> (TokenKind, usize) {
    let mut end = digits(text);
    let mut spaced = end <= 3;
    while let Some(mark) = text[end..].chars().next() {
        let next = end + mark.len_utf8();
        let group = digits(&text[next..]);
        // A space parts groups only where exactly three digits follow it, and no other mark has grouped before.
        let groups = match mark {
            '.' | ',' => group > 0,
            c => spaced && SPACES.contains(&c) && group == 3,
        };
        if !groups {
            break;
        }
        spaced &= !matches!(mark, '.' | ',');
        end = next + group;
    }
    let tail = &text[end..];
    let gap = length_while(tail, |c| SPACES.contains(&c));
    if tail[gap..].starts_with('%') {
        return (TokenKind::Percent(figures::parse_percent(&text[..end])), end + gap + 1);
    }
    if tail.starts_with(is_in_word) || tail.starts_with('/') && tail[1..].starts_with(is_in_word) {
        let glued = length_while(tail, |c| is_in_word(c) || matches!(c, '/' | '-' | '.' | ','));
        return (TokenKind::Figure(Err(NumberError::Glued)), end + tail[..glued].trim_end_matches(['.', ',']).len());
    }
    (TokenKind::Figure(figures::parse_count(&text[..end])), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<TokenKind> {
        let mut out = Vec::new();
        tokenize(text, 1, &mut out);
        out.pop();
        out.into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn tells_figures_from_dates_hours_and_letter_numbers() {
        let word = |key: &str| TokenKind::Word(key.into());
        let day = |d| TokenKind::Date(Day::of(d, 8, Some(2020)));
        assert_eq!(kinds("8h, ngày 11/8/2020"), [TokenKind::Clock(8, 0), TokenKind::Mark(','), word("ngay"), day(11)]);
        assert_eq!(kinds("08:00 11-8-2020"), [TokenKind::Clock(8, 0), day(11)]);
        assert_eq!(kinds("số 2841/BTTTT-THH"), [word("so"), TokenKind::Figure(Err(NumberError::Glued))]);
        assert_eq!(kinds("hạng 40/63:"), [word("hang"), TokenKind::Date(Day::Unclear), TokenKind::Mark(':')]);
        assert_eq!(kinds("8,35%/tổng"), [TokenKind::Percent(Some(8.35)), TokenKind::Mark('/'), word("tong")]);
        assert_eq!(kinds("R’Lấp\t12 452"), [word("rlap"), TokenKind::Tab, TokenKind::Figure(Ok(12_452))]);
        assert_eq!(kinds("63 046 12 452 8"), [TokenKind::Figure(Ok(63_046)), TokenKind::Figure(Ok(12_452)), TokenKind::Figure(Ok(8))]);
        assert_eq!(
            kinds("13.404, 12.45"),
            [TokenKind::Figure(Ok(13_404)), TokenKind::Mark(','), TokenKind::Figure(Err(NumberError::Grouping))]
        );
        assert_eq!(
            kinds("1. Mil -5 12a"),
            [TokenKind::Bullet, word("mil"), TokenKind::Figure(Err(NumberError::Negative)), TokenKind::Figure(Err(NumberError::Glued))]
        );
        assert_eq!(kinds("31/02/2020"), [TokenKind::Date(Day::Unclear)]);
        assert_eq!(kinds("19/8"), [TokenKind::Date(Day::WithoutYear(19, 8))]);
        assert_eq!(kinds("17:05:33 2020-08-11T08:00"), [TokenKind::Clock(17, 5), day(11), TokenKind::Clock(8, 0)]);
    }
}
