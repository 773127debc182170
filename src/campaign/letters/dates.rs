//! Finds the moment that the figures speak of. A date counts only where words mark it as the figures' own ("tính đến …", "số liệu
//! ngày …"); a letter's own date, a page's time stamp, a signature's or a meeting's hour never does. It must not ask the clock.

mod mark;

use time::{OffsetDateTime, UtcOffset};

use super::super::Stamp;
use super::clock::{self, Half, Hour};
use super::mentions::excerpt;
use super::tokens::{self, Day, Token, TokenKind};

pub use mark::Mark;
use mark::{REACH, mark, words_before};

/// A moment as a text gives it. Where the hour is not stated, the stamp is at 00:00.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    pub stamp: Stamp,
    pub hour_stated: bool,
    /// Whether the text says in which time zone; else it is the province's.
    pub zoned: bool,
}

impl Moment {
    /// The moment at the province's clock; texts are read at Vietnam's.
    pub fn at_clock(self, clock: UtcOffset) -> Option<Self> {
        let stamp = if self.zoned { Stamp::of_clock(self.stamp.unix(), clock)? } else { self.stamp.read_in(clock) };
        Some(Self { stamp, ..self })
    }

    /// Whether the two can be one moment: equal, or of one day where one of them leaves the hour open.
    pub fn same_as(self, other: Moment) -> bool {
        self.stamp == other.stamp || (!(self.hour_stated && other.hour_stated) && self.stamp.date() == other.stamp.date())
    }
}

/// A moment in the text that is marked as the figures' own.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedMoment {
    pub day: Day,
    pub hour: Option<(u32, u32)>,
    /// The moment with the words that mark it, as they stand in the text.
    pub text: String,
    pub line: usize,
    pub mark: Mark,
}

impl MarkedMoment {
    /// The moment, once its year is known.
    pub fn moment(&self) -> Option<Moment> {
        match self.day {
            Day::Known(day) => moment_on(day, self.hour),
            Day::WithoutYear(..) | Day::Unclear => None,
        }
    }

    /// The moment in a year, where the text leaves it away.
    pub fn in_year(&self, year: u32) -> Option<Moment> {
        let Day::WithoutYear(day, month) = self.day else { return None };
        moment_on(Stamp::vietnam(year, month, day, 0, 0)?, self.hour)
    }
}

/// Every moment that the text marks as its figures' own.
pub fn find(tokens: &[Token]) -> Vec<MarkedMoment> {
    let mut found: Vec<MarkedMoment> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match marked(tokens, at) {
            Some((moment, end)) => {
                found.push(moment);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The day that the whole of a cell is.
pub fn day_alone(text: &str, line: usize) -> Option<MarkedMoment> {
    let moment = moment(text)?;
    let midnight = Stamp::vietnam(moment.stamp.year().try_into().ok()?, moment.stamp.month().into(), moment.stamp.day().into(), 0, 0)?;
    let hour = moment.hour_stated.then(|| (moment.stamp.hour().into(), moment.stamp.minute().into()));
    Some(MarkedMoment { day: Day::Known(midnight), hour, text: text.trim().to_owned(), line, mark: Mark::Column })
}

/// The one day that the words in a cell name, with its hour; none where they name several.
pub fn day_named(text: &str, line: usize) -> Option<MarkedMoment> {
    let mut tokens = Vec::new();
    tokens::tokenize(text, line, &mut tokens);
    tokens.pop();
    let mut days = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (start, day) = (at, clock::day_at(&tokens, at));
        at = day.as_ref().map_or(at + 1, |(_, end)| (at + 1).max(*end));
        days.extend(day.map(|(day, end)| (day, start, end)));
    }
    let (day, start, end) = days.pop().filter(|_| days.is_empty())?;
    let before = Before::of(&tokens, start);
    let hour = before.hour.or(after(&tokens, end).0.map(|(hour, half)| clock::in_half(hour, half.or(before.half))));
    Some(MarkedMoment { day, hour, text: text.trim().to_owned(), line, mark: Mark::Column })
}

/// Reads a moment given by itself: ISO 8601 with or without offset, hour, `T`; or as letters write it, `8h 13/8/2020`.
pub fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    let iso = text.replacen(' ', "T", 1);
    if let Some(stamp) = Stamp::parse(&iso).and_then(in_vietnam) {
        return Some(Moment { stamp, hour_stated: true, zoned: true });
    }
    if let Some(stamp) = Stamp::parse(&format!("{iso}+07:00")) {
        return Some(Moment { stamp, hour_stated: true, zoned: false });
    }
    let mut tokens = Vec::new();
    tokens::tokenize(text, 1, &mut tokens);
    tokens.pop();
    let (at, day, end) = (0..tokens.len()).find_map(|at| clock::day_at(&tokens, at).map(|(day, end)| (at, day, end)))?;
    let Day::Known(day) = day else { return None };
    let before = Before::of(&tokens, at);
    let (after, end) = after(&tokens, end);
    let all_read = before.start == 0 && end == tokens.len() && !(before.hour.is_some() && after.is_some());
    all_read.then(|| moment_on(day, before.hour.or(after.map(|(hour, half)| clock::in_half(hour, half.or(before.half))))))?
}

/// The same moment at Vietnam's clock.
fn in_vietnam(stamp: Stamp) -> Option<Stamp> {
    let t = OffsetDateTime::from_unix_timestamp(stamp.unix()).ok()?.to_offset(UtcOffset::from_hms(7, 0, 0).ok()?);
    Stamp::vietnam(t.year().try_into().ok()?, u8::from(t.month()).into(), t.day().into(), t.hour().into(), t.minute().into())
}

fn moment_on(day: Stamp, hour: Option<Hour>) -> Option<Moment> {
    let at = |day: Stamp, (h, m): Hour| Stamp::vietnam(day.year().try_into().ok()?, day.month().into(), day.day().into(), h, m);
    let stamp = match hour {
        Some((24, _)) => day.next_day()?,
        hour => at(day, hour.unwrap_or((0, 0)))?,
    };
    Some(Moment { stamp, hour_stated: hour.is_some(), zoned: false })
}

fn marked(tokens: &[Token], at: usize) -> Option<(MarkedMoment, usize)> {
    let (day, day_end) = clock::day_at(tokens, at)?;
    let before = Before::of(tokens, at);
    let (after, end) = after(tokens, day_end);
    let mark = mark(tokens, before.start, at)?;
    let hour = before.hour.or(after.map(|(hour, half)| clock::in_half(hour, half.or(before.half))));
    // Who writes AM and PM writes the month first: where both readings are days, none is sure.
    let american = [at.checked_sub(1), Some(end - 1)].into_iter().flatten().any(|i| tokens[i].is_word(&["am", "pm"]));
    let day = match day {
        Day::Known(stamp) if american && u32::from(stamp.day()) <= 12 && tokens[at].text.contains('/') => Day::Unclear,
        day => day,
    };
    let from = words_before(tokens, before.start).last().map_or(before.start, |(i, _)| i);
    let text = excerpt(tokens[from..end].iter().skip_while(|t| t.word().is_none()).cloned().collect::<Vec<_>>().as_slice());
    Some((MarkedMoment { day, hour, text, line: tokens[at].line, mark }, end))
}

/// The hour before a date, and what stands around it.
struct Before {
    hour: Option<Hour>,
    /// The half of the day, where the words name one and the hour stands behind the date.
    half: Option<Half>,
    /// The index of the first of the words that belong to the date.
    start: usize,
}

impl Before {
    /// Walks back from a date over "8 giờ 30 phút", "sáng", "ngày" and commas.
    fn of(tokens: &[Token], at: usize) -> Self {
        let mut found = Self { hour: None, half: None, start: at };
        let is_part = |t: &Token| {
            t.is_word(&["gio", "phut", "h", "am", "pm", "p", "a", "m"])
                || t.is_mark(&['\'', '’', '′', '.'])
                || matches!(t.kind, TokenKind::Figure(_))
        };
        for i in (at.saturating_sub(REACH)..at).rev() {
            let token = &tokens[i];
            if found.hour.is_none()
                && let Some((hour, half, end)) = clock::hour_at(tokens, i)
                && end <= at
                && tokens[end..at].iter().all(is_between)
            {
                found.hour = Some(clock::in_half(hour, half.or(found.half)));
                found.start = i;
            } else if is_between(token) && i + 1 == found.start {
                found.half = found.half.or(clock::half(token));
                found.start = i;
            } else if found.hour.is_some() || !(is_part(token) || is_between(token)) {
                break;
            }
        }
        // Marks and breaks at the beginning are not the date's.
        while found.start < at
            && tokens[found.start].word().is_none()
            && !matches!(tokens[found.start].kind, TokenKind::Clock(..) | TokenKind::Figure(_))
        {
            found.start += 1;
        }
        found
    }
}

/// What may stand between an hour and its date: "ngày", "thứ Năm,", "sáng", a comma, the end of a line.
fn is_between(token: &Token) -> bool {
    match token.word() {
        Some(word) => {
            matches!(word, "ngay" | "sang" | "trua" | "het" | "cuoi" | "buoi" | "dem" | "chieu" | "luc" | "hoi" | "vao" | "on" | "at")
                || matches!(word, "thu" | "hai" | "ba" | "tu" | "nam" | "sau" | "bay")
                || clock::is_evening(token)
        }
        None => token.is_mark(&[',', '(', ':', '\'', '’']) || matches!(token.kind, TokenKind::Break | TokenKind::Tab),
    }
}

/// An hour after a date: "11/8/2020 lúc 8h", "11/8/2020, 08:00"; and the index after it.
fn after(tokens: &[Token], from: usize) -> (Option<(Hour, Option<Half>)>, usize) {
    let mut at = from;
    while tokens.get(at).is_some_and(|t| t.is_mark(&[',', '(']) || t.kind == TokenKind::Tab || t.is_word(&["luc", "hoi", "vao", "at"])) {
        at += 1;
    }
    match clock::hour_at(tokens, at) {
        Some((hour, half, end)) => (Some((hour, half)), end),
        None => (None, from),
    }
}

#[cfg(test)]
mod tests;
