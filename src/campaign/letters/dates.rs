//! Finds the moment that the figures speak of. A date counts only when the text marks it so ("tính đến …", an hour before it); a
//! letter's own date, or that of another letter, never does. It must not ask the clock.

use time::{OffsetDateTime, UtcOffset};

use super::super::Stamp;
use super::tokens::{self, Token, TokenKind};

/// A moment as a text gives it. Where the hour is not stated, the stamp is at 00:00.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    pub stamp: Stamp,
    pub hour_stated: bool,
}

impl Moment {
    /// Whether the two can be one moment: equal, or of one day where one of them leaves the hour open.
    pub fn same_as(self, other: Moment) -> bool {
        self.stamp == other.stamp || (!(self.hour_stated && other.hour_stated) && self.stamp.date() == other.stamp.date())
    }
}

/// A moment in the text that is marked as the figures' own.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedMoment {
    /// `None`: a date without a year, or one that no calendar has.
    pub moment: Option<Moment>,
    pub text: String,
    pub line: usize,
    /// MarkedMoment by "tính đến" or the like, not by "đến", "lúc" or an hour alone.
    pub explicit: bool,
}

/// How far before a date its mark may be.
const REACH: usize = 12;

/// Every moment that the text marks as its figures' own.
pub fn find(tokens: &[Token]) -> Vec<MarkedMoment> {
    (0..tokens.len()).filter_map(|at| marked(tokens, at)).collect()
}

/// Reads a moment given by itself: ISO 8601 with or without offset, hour, `T`; or as letters write it, `8h 13/8/2020`.
pub fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    let iso = text.replacen(' ', "T", 1);
    if let Some(stamp) = Stamp::parse(&iso).and_then(in_vietnam).or_else(|| Stamp::parse(&format!("{iso}+07:00"))) {
        return Some(Moment { stamp, hour_stated: true });
    }
    let mut tokens = Vec::new();
    tokens::tokenize(text, 1, &mut tokens);
    tokens.pop();
    let at = tokens.iter().position(|t| matches!(t.kind, TokenKind::Date(_)))?;
    let TokenKind::Date(Some(day)) = tokens[at].kind else { return None };
    let before = Hour::before(&tokens, at);
    let (after, end) = Hour::after(&tokens, at + 1);
    let all_read = before.start == 0 && end == tokens.len() && !(before.hour.is_some() && after.is_some());
    all_read.then(|| moment_on(day, before.hour.or(after), before.late))?
}

/// The same moment at the province's clock.
fn in_vietnam(stamp: Stamp) -> Option<Stamp> {
    let t = OffsetDateTime::from_unix_timestamp(stamp.unix()).ok()?.to_offset(UtcOffset::from_hms(7, 0, 0).ok()?);
    Stamp::vietnam(t.year().try_into().ok()?, u8::from(t.month()).into(), t.day().into(), t.hour().into(), t.minute().into())
}

fn marked(tokens: &[Token], at: usize) -> Option<MarkedMoment> {
    let (day, end) = day_at(tokens, at)?;
    let before = Hour::before(tokens, at);
    let (after, _) = Hour::after(tokens, end);
    let back = |steps: usize| before.start.checked_sub(steps).map(|i| &tokens[i]);
    let is = |steps: usize, words: &[&str]| back(steps).is_some_and(|token| token.is_word(words));
    let explicit = before.is_connected && is(1, &["den"]) && (is(2, &["tinh", "ke", "lieu", "nhat"]) || is(2, &["cho"]))
        || is(1, &["of"]) && is(2, &["as"])
        || is(1, &["nhat"]) && is(2, &["cap"])
        || before.has_preposition && is(1, &["nhat"]) && is(2, &["cap"]);
    let weak = is(1, &["den"]) || before.has_preposition || before.hour.is_some() || after.is_some();
    let is_aim = tokens[before.start.saturating_sub(REACH)..at].iter().any(|t| t.is_word(&["dau", "tieu", "truoc", "han"]));
    if !explicit && (!weak || is_aim) {
        return None;
    }
    Some(MarkedMoment {
        moment: day.and_then(|day| moment_on(day, before.hour.or(after), before.late)),
        text: tokens[at].text.to_owned(),
        line: tokens[at].line,
        explicit,
    })
}

/// The day that begins at a token: one token, or `11 tháng 8 năm 2020`; and the index after it.
fn day_at(tokens: &[Token], at: usize) -> Option<(Option<Stamp>, usize)> {
    if let TokenKind::Date(day) = tokens[at].kind {
        return Some((day, at + 1));
    }
    let [d, thang, m, nam, y] = tokens.get(at..at + 5)? else { return None };
    let number = |token: &Token| token.text.parse::<u32>().ok();
    (thang.is_word(&["thang"]) && nam.is_word(&["nam"]))
        .then(|| Some((Stamp::vietnam(number(y)?, number(m)?, number(d)?, 0, 0), at + 5)))?
}

fn moment_on(day: Stamp, hour: Option<(u32, u32)>, late: bool) -> Option<Moment> {
    let (h, m) = hour.unwrap_or((0, 0));
    let h = if late && (1..12).contains(&h) { h + 12 } else { h };
    let stamp = Stamp::vietnam(day.year().try_into().ok()?, day.month().into(), day.day().into(), h, m)?;
    Some(Moment { stamp, hour_stated: hour.is_some() })
}

/// The hour beside a date, and what stands around it.
struct Hour {
    hour: Option<(u32, u32)>,
    /// "chiều", "tối": an hour up to 11 is of the second half of the day.
    late: bool,
    /// "lúc", "hồi", "vào" stood among the words.
    has_preposition: bool,
    /// The words are in the way that a mark before them reaches the date.
    is_connected: bool,
    /// The index of the first of the words that belong to the date.
    start: usize,
}

impl Hour {
    /// Walks back from a date over "8 giờ 30 phút", "sáng", "ngày" and commas.
    fn before(tokens: &[Token], at: usize) -> Self {
        let mut found = Self { hour: None, late: false, has_preposition: false, is_connected: true, start: at };
        while found.start > at.saturating_sub(REACH) {
            let i = found.start - 1;
            let token = &tokens[i];
            if let Some((hour, begin)) = hour_ending(tokens, i) {
                found.hour = Some(hour);
                found.start = begin;
                continue;
            }
            match token.word() {
                Some("ngay" | "sang" | "trua" | "het" | "cuoi" | "buoi" | "dem") => {}
                // "thứ Năm, ngày …"
                Some("thu" | "hai" | "ba" | "tu" | "nam" | "sau" | "bay") => {}
                Some("chieu" | "toi") => found.late = true,
                Some("luc" | "hoi" | "vao") => found.has_preposition = true,
                Some(_) => break,
                None if token.is_mark(&[',', '(', ':', '\'', '’']) || matches!(token.kind, TokenKind::Break | TokenKind::Tab) => {}
                None => break,
            }
            found.start = i;
        }
        found
    }

    /// An hour after a date: "11/8/2020 lúc 8h", "11/8/2020, 08:00"; and the index after it.
    fn after(tokens: &[Token], mut at: usize) -> (Option<(u32, u32)>, usize) {
        let from = at;
        while tokens.get(at).is_some_and(|t| t.is_mark(&[',', '(']) || t.is_word(&["luc", "hoi", "vao"])) {
            at += 1;
        }
        match tokens.get(at).map(|t| &t.kind) {
            Some(TokenKind::Clock(h, m)) => (Some((*h, *m)), at + 1),
            Some(TokenKind::Figure(Ok(h))) if *h < 24 && tokens.get(at + 1).is_some_and(|t| t.is_word(&["gio"])) => {
                (Some((*h as u32, 0)), at + 2)
            }
            _ => (None, from),
        }
    }
}

/// The hour whose last token is this one (`8h`, `8 giờ`, `8 giờ 30`, `8h 30 phút`), and the index of its first.
fn hour_ending(tokens: &[Token], at: usize) -> Option<((u32, u32), usize)> {
    // By its text: "00" is a minute and no whole figure.
    let small = |i: usize, below: u32| {
        let token = tokens.get(i).filter(|token| matches!(token.kind, TokenKind::Figure(_)) && token.text.len() <= 2)?;
        token.text.parse().ok().filter(|n| *n < below)
    };
    let end = if tokens[at].is_word(&["phut"]) { at.checked_sub(1)? } else { at };
    let (minute, end) = match small(end, 60) {
        Some(minute) => (minute, end.checked_sub(1)?),
        None if end == at => (0, end),
        None => return None,
    };
    match tokens[end].kind {
        TokenKind::Clock(h, m) if end == at || m == 0 => Some(((h, m.max(minute)), end)),
        _ if tokens[end].is_word(&["gio", "h"]) => Some(((small(end.checked_sub(1)?, 24)?, minute), end - 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<MarkedMoment> {
        let mut out = Vec::new();
        for (i, line) in text.lines().enumerate() {
            tokens::tokenize(line, i + 1, &mut out);
        }
        find(&out)
    }

    #[test]
    fn reads_marked_moments() {
        let at = |d, h, m| Stamp::vietnam(2020, 8, d, h, m);
        for (text, stamp, hour_stated) in [
            ("Tính đến 8h, ngày 11/8/2020, toàn tỉnh", at(11, 8, 0), true),
            ("tính đến 8 giờ 30 ngày 11/8/2020", at(11, 8, 30), true),
            ("Tính đến 8 giờ 30 phút, ngày 11/8/2020", at(11, 8, 30), true),
            ("đến 8h00 ngày 11-8-2020", at(11, 8, 0), true),
            ("Cập nhật: 08:00 11/08/2020", at(11, 8, 0), true),
            ("đến 17 giờ 00 ngày 11/8/2020", at(11, 17, 0), true),
            ("lúc 17 giờ ngày 11/8/2020", at(11, 17, 0), true),
            ("lúc 5 giờ chiều ngày 11/8/2020", at(11, 17, 0), true),
            ("tính đến sáng ngày 13/8/2020)", at(13, 0, 0), false),
            ("tính đến hết ngày 11 tháng 8 năm 2020", at(11, 0, 0), false),
            ("số liệu đến 11/8/2020, 8h", at(11, 8, 0), true),
            ("As of 2020-08-11 08:00", at(11, 8, 0), true),
            ("Tính đến 8h,\nngày 11/8/2020", at(11, 8, 0), true),
        ] {
            let marks = found(text);
            assert_eq!(marks.len(), 1, "{text}: {marks:?}");
            assert_eq!(marks[0].moment, stamp.map(|stamp| Moment { stamp, hour_stated }), "{text}");
        }
    }

    #[test]
    fn leaves_other_dates_alone() {
        for text in [
            "Công văn số 2841/BTTTT-THH ngày 01/8/2020 của Bộ",
            "Đắk Nông, ngày 12 tháng 8 năm 2020",
            "phấn đấu đến ngày 20/8/2020 đạt 60%",
            "ngày 14/8/2020, dẫn Công văn 4161/UBND-KGVX ngày 13/8/2020;",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found("tính đến 8h ngày 11/8")[0].moment, None);
    }

    #[test]
    fn reads_moments_given_alone() {
        let at = |h, m| Stamp::vietnam(2020, 8, 13, h, m);
        for (text, stamp, hour_stated) in [
            ("2020-08-13T08:00:00+07:00", at(8, 0), true),
            ("2020-08-13T01:00:00Z", at(8, 0), true),
            ("2020-08-13T08:00", at(8, 0), true),
            ("2020-08-13 08:00", at(8, 0), true),
            ("2020-08-13", at(0, 0), false),
            ("8h 13/8/2020", at(8, 0), true),
            ("8 giờ 30, ngày 13/8/2020", at(8, 30), true),
            ("13/8/2020 8h30", at(8, 30), true),
        ] {
            assert_eq!(moment(text), stamp.map(|stamp| Moment { stamp, hour_stated }), "{text}");
        }
        for bad in ["", "tomorrow", "2020-02-30", "13/8", "2020-08-13T25:00", "8h", "13/8/2020 x", "2020-08-13 14/8/2020"] {
            assert_eq!(moment(bad), None, "{bad}");
        }
    }
}
