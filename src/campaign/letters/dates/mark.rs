//! Which words before a date mark it as the moment of the figures, and how surely.

use crate::campaign::letters::clock;
use crate::campaign::letters::tokens::{Token, TokenKind};

/// How far before a date its mark may be.
pub const REACH: usize = 12;

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

/// The words before an index, nearest first, as far as one clause goes.
pub fn words_before<'a, 't>(tokens: &'a [Token<'t>], start: usize) -> impl Iterator<Item = (usize, &'a Token<'t>)> {
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
pub fn mark(tokens: &[Token], start: usize, at: usize) -> Option<Mark> {
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
        // A comma before the date itself is harmless: "số liệu mới nhất, lúc 8 giờ …".
        let parted = n > 0 && tokens[i..words[n - 1].0].iter().any(|t| t.is_mark(&[',', ':']));
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
    let (before, after) = tokens.split_at(at);
    let on_line = before.iter().rev().take_while(|t| t.line == line).chain(after.iter().take_while(|t| t.line == line));
    let is_stamp = on_line.clone().any(|t| t.is_word(&["thu", "dang", "xem", "gmt", "tacgia", "nguon", "cuoi", "cn"]));
    tokens[from].line == line && !is_stamp
}
