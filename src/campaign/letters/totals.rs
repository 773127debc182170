//! Finds the province's total and its rate: "toàn tỉnh đã có 51.974 người cài đặt …, tỷ lệ đạt khoảng 8,35%", or a row "Tổng cộng".
//! Goals, populations and what is said of districts are left alone.

use super::super::finding::{NumberError, Problem};
use super::super::names::{Found, is_kind};
use super::prose::{Name, UNITS, district_at};
use super::tokens::{Token, TokenKind};
use super::{Extraction, Figure, Total};

/// How far after its mark a total may be, and how far after the total its rate.
const REACH: usize = 24;

/// The keys by which a row of a table is known as the total's.
pub(super) fn is_total(key: &str) -> bool {
    matches!(key, "tong" | "cong" | "total" | "tongtoantinh" | "chung")
        || ["tongcong", "tongso", "toantinh", "catinh", "toanthanhpho"].iter().any(|mark| key.starts_with(mark))
}

pub(super) fn read(tokens: &[Token], named: &[Name], used: &mut [bool], extraction: &mut Extraction) {
    for at in 0..tokens.len() {
        let Some(from) = mark_at(tokens, named, at) else { continue };
        if let Some(found) = figure_of(tokens, named, from) {
            if used[found] {
                continue;
            }
            used[found] = true;
            total(tokens, at, found, used, extraction);
            rate(tokens, named, found + 1, extraction);
        } else {
            rate(tokens, named, from, extraction);
        }
    }
    if extraction.rates.is_empty() {
        alone(tokens, named, extraction);
    }
}

/// The index after a mark of the total that begins here.
fn mark_at(tokens: &[Token], named: &[Name], at: usize) -> Option<usize> {
    let is = |steps: usize, words: &[&str]| tokens.get(at + steps).is_some_and(|t| t.is_word(words));
    let first_of_line = line_before(tokens, at)
        .all(|t| matches!(t.kind, TokenKind::Bullet | TokenKind::Tab | TokenKind::Mark(_) | TokenKind::Figure(Ok(0..=99))));
    let end = if is(0, &["toan", "ca"]) && is(1, &["tinh"]) || is(0, &["tong"]) && is(1, &["cong", "so"]) {
        at + 2
    } else if is(0, &["toan"]) && is(1, &["thanh"]) && is(2, &["pho"]) {
        at + 3
    } else if first_of_line && is(0, &["tong", "cong", "total"]) {
        at + 1
    } else if let Some((Found::Province, end)) = named[at].filter(|_| first_of_line) {
        end
    } else {
        return None;
    };
    let of_others = tokens.get(end).is_some_and(|t| t.is_word(&["dan", "ho", "xa", "huyen", "don"]));
    let just: Vec<&str> = line_before(tokens, at).take(3).filter_map(Token::word).collect();
    let planned = just.windows(2).any(|pair| matches!(pair, ["kien", "du"] | ["hoach", "ke"]));
    let aimed = planned || line_before(tokens, at).take(8).any(is_aim);
    (!of_others && !aimed).then_some(end)
}

fn line_before<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> impl Iterator<Item = &'a Token<'t>> {
    tokens[..at].iter().rev().take_while(|t| t.kind != TokenKind::Break && !t.is_mark(&['.', ';']))
}

/// Words of a goal or a population: no number after them is a count of installs.
fn is_aim(token: &Token) -> bool {
    token.is_word(&["dau", "tieu", "dan", "keu", "muc"])
}

/// Words of a change: the number right after them is no total, one later in the sentence can be.
fn is_change(token: &Token) -> bool {
    token.is_word(&["tang", "giam", "them"])
}

fn ends(tokens: &[Token], at: usize) -> bool {
    let blank = tokens[at].kind == TokenKind::Break
        && tokens.get(at + 1).is_none_or(|next| matches!(next.kind, TokenKind::Break | TokenKind::Bullet));
    blank || tokens[at].is_mark(&['.', ';'])
}

/// The first figure after a mark that can be a count of installs.
fn figure_of(tokens: &[Token], named: &[Name], from: usize) -> Option<usize> {
    for at in from..tokens.len().min(from + REACH) {
        let token = &tokens[at];
        let district =
            district_at(named, at).is_some() || token.word().is_some_and(is_kind) && tokens.get(at + 1).is_some_and(begins_upper);
        if ends(tokens, at)
            || district
            || is_aim(token)
            || token.is_word(&["se"])
            || is_change(token)
            || named[at].is_some_and(|(found, _)| found == Found::Ambiguous)
        {
            return None;
        }
        if matches!(token.kind, TokenKind::Figure(_)) {
            let counted = match tokens.get(at + 1) {
                Some(next) => next.word().is_none_or(|word| UNITS.contains(&word)) && !next.is_mark(&['/', '-']),
                None => true,
            };
            // The year of a date in words, and people who are counted as people.
            let dated = tokens[at - 1].is_word(&["nam", "thang", "ngay"]);
            let others = tokens[at + 1..].iter().take(8).take_while(|t| !t.is_mark(&[',', '.', ';', ':']) && t.kind != TokenKind::Break);
            let others = others.enumerate().any(|(i, t)| t.is_word(&["chua", "cach"]) || i < 2 && t.is_word(&["dan"]));
            if counted && !dated && !others {
                return Some(at);
            }
        }
    }
    None
}

fn begins_upper(token: &Token) -> bool {
    token.text.starts_with(char::is_uppercase)
}

fn total(tokens: &[Token], mark: usize, at: usize, used: &mut [bool], extraction: &mut Extraction) {
    let token = &tokens[at];
    let TokenKind::Figure(value) = token.kind else { return };
    let value = match value {
        Ok(value) => value,
        Err(why) => return extraction.error(token.line, Problem::BadFigure { text: token.text.to_owned(), why }),
    };
    if super::prose::is_doubtful(tokens, at) {
        return extraction.error(token.line, Problem::BadFigure { text: token.text.to_owned(), why: NumberError::Doubtful });
    }
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|t| t.kind == TokenKind::Tab || matches!(t.kind, TokenKind::Percent(_)) || t.is_mark(&['|', '*'])) {
        next += 1;
    }
    if tokens.get(next).is_some_and(|t| matches!(t.kind, TokenKind::Figure(_))) {
        used[next] = true;
        let (first, second) = (token.text.to_owned(), tokens[next].text.to_owned());
        return extraction.error(token.line, Problem::SeveralFigures { code: None, first, second });
    }
    let clause = tokens[mark..]
        .iter()
        .enumerate()
        .take_while(|(i, t)| mark + i <= at || !(t.is_mark(&[',', '.', ';']) || matches!(t.kind, TokenKind::Figure(_))));
    let said = clause.take(REACH).any(|(_, t)| t.is_word(&["cai", "bluezone", "dien", "installs", "installed", "install"]));
    let row = line_before(tokens, mark).all(|t| t.word().is_none()) && tokens.get(next).is_none_or(|t| t.kind == TokenKind::Break);
    let clause = tokens[mark..].iter().enumerate().take_while(|(i, t)| mark + i <= at || !t.is_mark(&['.', ';']));
    let installs = row || clause.take(2 * REACH).any(|(_, t)| t.is_word(&["cai", "bluezone", "installs", "installed", "install"]));
    extraction.totals.push(Total { figure: Figure { value, line: token.line }, strong: said || row, installs });
}

/// The rate that follows a total in its sentence.
fn rate(tokens: &[Token], named: &[Name], from: usize, extraction: &mut Extraction) {
    for at in from..tokens.len().min(from + 2 * REACH) {
        if ends(tokens, at) || district_at(named, at).is_some() {
            return;
        }
        let TokenKind::Percent(value) = tokens[at].kind else { continue };
        let words: Vec<&Token> = tokens[..at].iter().rev().take(6).take_while(|t| !t.is_mark(&[',', '.', ';'])).collect();
        if words.iter().any(|t| is_aim(t) || is_change(t)) {
            continue;
        }
        let told = at == from
            || words.iter().any(|t| t.is_word(&["ty", "ti", "dat", "chiem", "khoang", "bang", "rate"]))
            || tokens[at - 1].is_mark(&['('])
            || tokens[at - 1].kind == TokenKind::Tab;
        if told {
            return push(value, &tokens[at], extraction);
        }
    }
}

/// A rate in a sentence of its own: "Tỷ lệ cài đặt trên tổng số dân: 8,35%".
fn alone(tokens: &[Token], named: &[Name], extraction: &mut Extraction) {
    for at in 0..tokens.len() {
        let TokenKind::Percent(value) = tokens[at].kind else { continue };
        let from = (at.saturating_sub(REACH)..at).rev().take_while(|i| !ends(tokens, *i)).last().unwrap_or(at);
        let before = &tokens[from..at];
        let told = before.windows(2).any(|pair| pair[0].is_word(&["ty", "ti"]) && pair[1].is_word(&["le"]))
            || before.iter().any(|t| t.is_word(&["rate"]));
        let of_district =
            (from..at).any(|i| named[i].is_some_and(|(found, _)| found != Found::Province) || tokens[i].word().is_some_and(is_kind));
        let aimed = before.iter().any(|t| t.is_word(&["dau", "tieu", "tang", "giam"]));
        if told && !of_district && !aimed {
            push(value, &tokens[at], extraction);
        }
    }
}

fn push(value: Option<f64>, token: &Token, extraction: &mut Extraction) {
    match value {
        Some(value) => extraction.rates.push(Figure { value, line: token.line }),
        None => extraction.error(token.line, Problem::BadRate { text: token.text.to_owned() }),
    }
}
