//! Finds the moment that the figures speak of. A date counts only where words mark it as the figures' own ("tính đến …", "số liệu
//! ngày …"); a letter's own date, a page's time stamp, a signature's or a meeting's hour never does. It must not ask the clock.

use time::{OffsetDateTime, UtcOffset};

use super::super::Stamp;
use super::clock::{self, Half, Hour};
use super::mentions::excerpt;
use super::tokens::{self, Day, Token, TokenKind};

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
    pub day: Day,
    pub hour: Option<(u32, u32)>,
    /// The moment with the words that mark it, as they stand in the text.
    pub text: String,
    pub line: usize,
    pub mark: Mark,
}

/// How surely words make a moment the figures' own. Where both kinds stand in a text, the surer ones hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// "Cập nhật": a heading's; it can be the bulletin's hour.
    Heading,
    /// "Tính đến", "số liệu ngày", "thời điểm", "as of".
    Explicit,
    /// A column of the table has it in every row.
    Column,
}

/// How far before a date its mark may be.
const REACH: usize = 12;

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

/// The day that the whole of a cell is, as a column of dates has it.
pub fn day_alone(text: &str, line: usize) -> Option<MarkedMoment> {
    let moment = moment(text)?;
    let midnight = Stamp::vietnam(moment.stamp.year().try_into().ok()?, moment.stamp.month().into(), moment.stamp.day().into(), 0, 0)?;
    let hour = moment.hour_stated.then(|| (moment.stamp.hour().into(), moment.stamp.minute().into()));
    Some(MarkedMoment { day: Day::Known(midnight), hour, text: text.trim().to_owned(), line, mark: Mark::Column })
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
    let (at, day, end) = (0..tokens.len()).find_map(|at| clock::day_at(&tokens, at).map(|(day, end)| (at, day, end)))?;
    let Day::Known(day) = day else { return None };
    let before = Before::of(&tokens, at);
    let (after, end) = after(&tokens, end);
    let all_read = before.start == 0 && end == tokens.len() && !(before.hour.is_some() && after.is_some());
    all_read.then(|| moment_on(day, before.hour.or(after.map(|(hour, half)| clock::in_half(hour, half.or(before.half))))))?
}

/// The same moment at the province's clock.
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
    Some(Moment { stamp, hour_stated: hour.is_some() })
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

/// The words before an index, nearest first, as far as one clause goes.
fn words_before<'a, 't>(tokens: &'a [Token<'t>], start: usize) -> impl Iterator<Item = (usize, &'a Token<'t>)> {
    let ends = |t: &Token| {
        t.is_mark(&['.', ';', '!', '?', '|']) || matches!(t.kind, TokenKind::Date(_) | TokenKind::Figure(_) | TokenKind::Percent(_))
    };
    let blank = |i: usize| tokens[i].kind == TokenKind::Break && i.checked_sub(1).is_none_or(|j| tokens[j].kind == TokenKind::Break);
    (0..start)
        .rev()
        .take(REACH)
        .take_while(move |i| !ends(&tokens[*i]) && !blank(*i))
        .map(|i| (i, &tokens[i]))
        .filter(|(_, t)| t.word().is_some())
}

/// Words that may stand between "số liệu" or "cập nhật" and its date.
const NEUTRAL: [&str; 29] = [
    "cai", "dat", "bluezone", "ung", "dung", "app", "cua", "ve", "moi", "den", "luc", "vao", "tai", "tinh", "hinh", "ket", "qua", "tren",
    "dia", "ban", "toan", "so", "lieu", "luot", "may", "nguoi", "nhat", "nhanh", "cap",
];
/// Words that may stand before "đến" where it leads to the figures' moment.
const LEADS: [&str; 23] = [
    "tinh", "ke", "lieu", "nhat", "cho", "hinh", "qua", "don", "duoc", "cai", "bluezone", "thong", "hop", "dat", "so", "va", "nhung",
    "theo", "do", "gio", "cao", "thoi", "dung",
];
/// Words of a time limit or an aim: the date after them is still to come.
const AIMS: [&str; 16] =
    ["phan", "dau", "tieu", "truoc", "han", "thanh", "gui", "du", "hoach", "tu", "moi", "hop", "kinh", "xong", "dang", "ap"];

/// How the words before a date mark it, if they do. `start`: where the date with its hour begins.
fn mark(tokens: &[Token], start: usize, at: usize) -> Option<Mark> {
    let words: Vec<(usize, &Token)> = words_before(tokens, start).collect();
    let word = |n: usize| words.get(n).and_then(|(_, token)| token.word());
    let until = |n: usize| words.get(n).is_some_and(|(_, token)| token.is_word(&["den"]) || clock::is_until(token));
    let phrase = |n: usize, phrase: [&str; 2]| word(n + 1) == Some(phrase[0]) && word(n) == Some(phrase[1]);
    if phrase(0, ["as", "of"]) || phrase(0, ["as", "at"]) || phrase(0, ["thoi", "diem"]) || phrase(0, ["up", "to"]) {
        return Some(Mark::Explicit);
    }
    // "đến nay, ngày …"
    let nay = usize::from(word(0) == Some("nay"));
    if until(nay) {
        // "từ ngày … đến ngày …" is a stretch of time.
        let follows_date = words.get(nay).and_then(|(i, _)| i.checked_sub(1)).is_some_and(|i| matches!(tokens[i].kind, TokenKind::Date(_)));
        if follows_date {
            return None;
        }
        let is_aim =
            words.iter().skip(nay + 1).take(8).enumerate().any(|(n, (_, token))| {
                token.is_word(&AIMS) && !(phrase(nay + 1 + n, ["ung", "dung"])) && !is_harmless(&words, nay + 1 + n)
            });
        let begins = words.get(nay + 1).is_none_or(|(i, _)| {
            tokens[i + 1..start].iter().any(|t| t.is_mark(&[',', ':', '(', '-', '–', '"', '“']) || t.kind == TokenKind::Break)
        });
        let leads = words.get(nay + 1).is_some_and(|(_, token)| token.is_word(&LEADS));
        return (!is_aim && (begins || leads)).then_some(Mark::Explicit);
    }
    for n in 0..words.len() {
        let (i, token) = words[n];
        if phrase(n, ["so", "lieu"]) {
            return Some(Mark::Explicit);
        }
        if phrase(n, ["cap", "nhat"]) {
            return is_heading(tokens, i, at).then_some(Mark::Heading);
        }
        let parted = tokens[i..start].iter().any(|t| t.is_mark(&[',', ':']) && n > 0);
        if !token.is_word(&NEUTRAL) || parted {
            return None;
        }
    }
    None
}

/// "mới", "hợp" and "tiêu" in words that name no aim.
fn is_harmless(words: &[(usize, &Token)], n: usize) -> bool {
    let is = |n: Option<usize>, keys: &[&str]| n.and_then(|n| words.get(n)).is_some_and(|(_, token)| token.is_word(keys));
    let (before, after) = (Some(n + 1), n.checked_sub(1));
    match words.get(n).and_then(|(_, token)| token.word()) {
        Some("hop") => is(before, &["tong", "phoi"]),
        Some("moi") => is(before, &["so", "lieu"]),
        Some("thanh") => is(after, &["pho", "cong"]),
        Some("gui") => is(after, &["so", "ket"]),
        Some("tu") => is(before, &["dau"]),
        Some("dang") => is(after, &["ky"]),
        _ => false,
    }
}

/// Whether "cập nhật" before a date is a heading's, on the date's own line; a page's time stamp has a weekday, hits or an author.
fn is_heading(tokens: &[Token], from: usize, at: usize) -> bool {
    let line = tokens[at].line;
    let on_line = tokens.iter().filter(|t| t.line == line);
    let is_stamp = on_line.clone().any(|t| t.is_word(&["thu", "dang", "xem", "gmt", "tacgia", "nguon", "cuoi", "cn"]));
    tokens[from].line == line && !is_stamp
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
            ("CẬP NHẬT BLUEZONE 17h00 ngày 11/8/2020", at(11, 17, 0), true),
            ("Cập nhật: 11/08/2020 5:00 CH", at(11, 17, 0), true),
            ("tính tới 8h ngày 11/8/2020, toàn tỉnh", at(11, 8, 0), true),
            ("Tính tới 8 giờ tối ngày 11/8/2020", at(11, 20, 0), true),
            ("tinh toi 8h ngay 11/8/2020", at(11, 8, 0), true),
            ("Đến 8 giờ ngày 11-8-2020, có 51.974 người cài đặt", at(11, 8, 0), true),
            ("Số liệu đến ngày 11/8/2020, 16 giờ 30 phút: toàn tỉnh", at(11, 16, 30), true),
            ("Tính đến 4h30 chiều 11/8/2020", at(11, 16, 30), true),
            ("Tính đến 6h00' ngày 11/8/2020", at(11, 6, 0), true),
            ("Tính đến 24h ngày 11/8/2020", at(12, 0, 0), true),
            ("em gửi số liệu ngày 11/8/2020 như sau", at(11, 0, 0), false),
            ("Sở gửi số liệu cài đặt Bluezone ngày 11/8/2020", at(11, 0, 0), false),
            ("Thời điểm: 17:05:33 11/08/2020", at(11, 17, 5), true),
            ("Thời điểm: 2020-08-11 17:05:33", at(11, 17, 5), true),
            ("As of 17:00 on 11/8/2020, Dak Nong", at(11, 17, 0), true),
            ("As of 5 pm on August 11, 2020", at(11, 17, 0), true),
            ("Tính đến trưa ngày 11.8.2020", at(11, 0, 0), false),
            ("tính đến 17h ngày 11/8/20", at(11, 17, 0), true),
            ("số liệu lũy kế đến 17h30 ngày 11/8/2020", at(11, 17, 30), true),
            ("đến 17 giờ 00 ngày 11/8/2020", at(11, 17, 0), true),
            ("Số liệu lúc 5 giờ chiều ngày 11/8/2020", at(11, 17, 0), true),
            ("tính đến sáng ngày 13/8/2020)", at(13, 0, 0), false),
            ("tính đến hết ngày 11 tháng 8 năm 2020", at(11, 0, 0), false),
            ("số liệu đến 11/8/2020, 8h", at(11, 8, 0), true),
            ("As of 2020-08-11 08:00", at(11, 8, 0), true),
            ("Tính đến 8h,\nngày 11/8/2020", at(11, 8, 0), true),
        ] {
            let marks = found(text);
            assert_eq!(marks.len(), 1, "{text}: {marks:?}");
            assert_eq!(marks[0].moment(), stamp.map(|stamp| Moment { stamp, hour_stated }), "{text}");
        }
    }

    #[test]
    fn leaves_other_dates_alone() {
        for text in [
            "Công văn số 2841/BTTTT-THH ngày 01/8/2020 của Bộ",
            "Đắk Nông, ngày 12 tháng 8 năm 2020",
            "phấn đấu đến ngày 20/8/2020 đạt 60%",
            "Kính mời dự họp lúc 14h00 ngày 21/8/2020 tại Hội trường",
            "Thứ tư - 19/08/2020 09:16 603 0",
            "Đã gửi: 20/08/2020 08:15",
            "Thời gian ký: 20.08.2020 15:26:01 +07:00",
            "Từ ngày 01/8/2020 đến ngày 19/8/2020 toàn tỉnh",
            "Cập nhật lần cuối: Thứ tư, 19/08/2020 09:16",
            "gửi báo cáo về Sở trước 17h ngày 19/8/2020",
            "Ngày đăng: 19/08/2020 09:16",
            "ngày 14/8/2020, dẫn Công văn 4161/UBND-KGVX ngày 13/8/2020;",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        let short = &found("tính đến 8h ngày 11/8")[0];
        assert_eq!((short.moment(), short.day, short.hour), (None, Day::WithoutYear(11, 8), Some((8, 0))));
        assert_eq!(short.in_year(2020).map(|moment| moment.stamp), Stamp::vietnam(2020, 8, 11, 8, 0));
        for text in ["tính đến 13-8, toàn tỉnh", "tính đến ngày 13.8 toàn tỉnh", "tính đến ngày 13 tháng 8"] {
            assert_eq!(found(text)[0].day, Day::WithoutYear(13, 8), "{text}");
        }
        // Month first: nobody can be sure.
        assert_eq!(found("As of 8/12/2020 5:00 PM")[0].day, Day::Unclear);
        assert_eq!(found("As of 8/19/2020")[0].day, Day::Unclear);
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
