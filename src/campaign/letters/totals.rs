//! Finds the province's total and its rate: "toàn tỉnh đã có 51.974 người cài đặt …, tỷ lệ đạt khoảng 8,35%", or a row "Tổng cộng".
//! Goals, populations and what is said of districts are left alone.

use super::super::finding::{NumberError, Problem};
use super::super::names::NameMatch;
use super::evidence::Piece;
use super::extraction::{Extraction, TotalCandidate};
use super::meaning::{Says, Scope, Words};
use super::mentions::{Mentions, district_at, excerpt, is_inexact};
use super::parsed::Figure;
use super::tokens::{Token, TokenKind};
use super::vocabulary::UNITS;

/// How far after its mark a total may be, and how far after the total its rate.
const REACH: usize = 24;
/// How far a sentence is followed to either side. Lines without full stops are no sentence of thousands of words.
const SENTENCE: usize = 200;

/// Adds the totals and rates that the text gives. `used`: the tokens that belong to something already.
pub fn read(tokens: &[Token], mentions: &Mentions, used: &mut [bool], extraction: &mut Extraction) {
    for at in 0..tokens.len() {
        let Some(from) = label_end(tokens, mentions, at) else { continue };
        if let Some(found) = figure_of(tokens, mentions, from) {
            if used[found] {
                continue;
            }
            used[found] = true;
            total(tokens, at, found, used, extraction);
            rate(tokens, mentions, found + 1, extraction);
        } else {
            rate(tokens, mentions, from, extraction);
        }
    }
    if extraction.rates.is_empty() {
        standalone_rate(tokens, mentions, extraction);
    }
}

/// The index after a label of the total ("toàn tỉnh", "tổng cộng") that begins here.
fn label_end(tokens: &[Token], mentions: &Mentions, at: usize) -> Option<usize> {
    let is = |steps: usize, words: &[&str]| tokens.get(at + steps).is_some_and(|t| t.is_word(words));
    let first_of_line = line_before(tokens, at)
        .all(|t| matches!(t.kind, TokenKind::Bullet | TokenKind::Tab | TokenKind::Mark(_) | TokenKind::Figure(Ok(0..=99))));
    // "CỘNG HÒA …", "cộng đồng": the label is a word by itself.
    let is_label =
        tokens.get(at + 1).is_none_or(|next| next.word().is_none() || is(1, &UNITS) || is(1, &["co", "la", "toan", "ca", "chung"]));
    let begins_clause =
        at.checked_sub(1).is_none_or(|i| tokens[i].kind == TokenKind::Break || tokens[i].is_mark(&[',', '.', ';', ':', ')']));
    let end = if is(0, &["toan", "ca"]) && is(1, &["tinh", "nuoc", "quoc", "tp"]) || is(0, &["tong"]) && is(1, &["cong", "so"]) {
        at + 2
    } else if is(0, &["toan"]) && is(1, &["thanh"]) && is(2, &["pho"]) {
        at + 3
    } else if first_of_line && is(0, &["grand"]) && is(1, &["total"]) {
        at + 2
    } else if first_of_line && is_label && is(0, &["tong", "cong", "total"]) {
        at + 1
    } else if begins_clause && has_moment_before(tokens, mentions, at) && is_said_of_all(tokens, mentions, at) {
        at
    } else if let Some((NameMatch::Province, end)) = mentions[at].filter(|_| first_of_line) {
        end
    } else {
        return None;
    };
    let counts_places = tokens.get(end).is_some_and(|t| t.is_word(&["dan", "ho", "xa", "huyen", "don"]));
    let words_before: Vec<&str> = line_before(tokens, at).take(3).filter_map(Token::word).collect();
    let planned = words_before.windows(2).any(|pair| matches!(pair, ["kien", "du"] | ["hoach", "ke"]));
    let is_aimed = planned || line_before(tokens, at).take(8).any(is_aim);
    (!counts_places && !is_aimed).then_some(end)
}

/// "Đến 8 giờ ngày 11-8-2020, có 51.974 người cài đặt, trong đó: …": who only says the moment speaks of the whole.
fn has_moment_before(tokens: &[Token], mentions: &Mentions, at: usize) -> bool {
    let sentence = || (at.saturating_sub(REACH)..at).rev().take_while(|i| !ends_sentence(tokens, *i));
    sentence().any(|i| matches!(tokens[i].kind, TokenKind::Date(_)) || tokens[i].is_word(&["nay"]))
        && !sentence().any(|i| district_at(mentions, i).is_some() || mentions[i].is_some_and(|(found, _)| found == NameMatch::Ambiguous))
}

/// "có", "đã có", "tỉnh Đắk Nông có" right before a figure.
fn is_said_of_all(tokens: &[Token], mentions: &Mentions, at: usize) -> bool {
    let from = mentions[at].filter(|(found, _)| *found == NameMatch::Province).map_or(at, |(_, end)| end);
    let words =
        tokens[from..].iter().take(4).take_while(|t| t.is_word(&["co", "da", "hien", "duoc", "dang", "had", "has", "province"])).count();
    words > 0 && tokens.get(from + words).is_some_and(|t| matches!(t.kind, TokenKind::Figure(Ok(_))))
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

fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    let blank = tokens[at].kind == TokenKind::Break
        && tokens.get(at + 1).is_none_or(|next| matches!(next.kind, TokenKind::Break | TokenKind::Bullet));
    blank || tokens[at].is_mark(&['.', ';'])
}

/// The first figure after a mark that can be a count of installs.
fn figure_of(tokens: &[Token], mentions: &Mentions, from: usize) -> Option<usize> {
    for at in from..tokens.len().min(from + REACH) {
        let token = &tokens[at];
        let district = district_at(mentions, at).is_some() || mentions.is_kind(token) && tokens.get(at + 1).is_some_and(begins_upper);
        if ends_sentence(tokens, at)
            || district
            || is_aim(token)
            || token.is_word(&["se"])
            || is_change(token)
            || mentions[at].is_some_and(|(found, _)| found == NameMatch::Ambiguous)
        {
            return None;
        }
        if matches!(token.kind, TokenKind::Figure(_)) {
            let is_unit_next = match tokens.get(at + 1) {
                Some(next) => next.word().is_none_or(|word| UNITS.contains(&word)) && !next.is_mark(&['/', '-']),
                None => true,
            };
            // The year of a date in words, and people who are counted as people.
            let is_date = tokens[at - 1].is_word(&["nam", "thang", "ngay"]);
            let clause = tokens[at + 1..].iter().take(8).take_while(|t| !t.is_mark(&[',', '.', ';', ':']) && t.kind != TokenKind::Break);
            let counts_others = clause.enumerate().any(|(i, t)| t.is_word(&["chua", "cach"]) || i < 2 && t.is_word(&["dan"]));
            if is_unit_next && !is_date && !counts_others {
                return Some(at);
            }
        }
    }
    None
}

fn begins_upper(token: &Token) -> bool {
    token.text.starts_with(char::is_uppercase)
}

fn total(tokens: &[Token], label: usize, at: usize, used: &mut [bool], extraction: &mut Extraction) {
    let token = &tokens[at];
    let TokenKind::Figure(value) = token.kind else { return };
    let value = match value {
        Ok(value) => value,
        Err(why) => return extraction.error(token.line, Problem::BadFigure { text: token.text.to_owned(), why }),
    };
    if is_inexact(tokens, at) {
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
    let earliest = label.saturating_sub(SENTENCE);
    let latest = tokens.len().min(at + SENTENCE);
    let begin = (earliest..label).rev().find(|i| ends_sentence(tokens, *i)).map_or(earliest, |i| i + 1);
    let is_row = line_before(tokens, label).all(|t| t.word().is_none()) && tokens.get(next).is_none_or(|t| t.kind == TokenKind::Break);
    let clause_end = (at + 1..latest)
        .find(|i| {
            tokens[*i].is_mark(&[',', '.', ';', ':', '(']) || matches!(tokens[*i].kind, TokenKind::Figure(_)) || ends_sentence(tokens, *i)
        })
        .unwrap_or(latest);
    let sentence_end = (at + 1..latest).find(|i| ends_sentence(tokens, *i)).unwrap_or(latest);
    let says = |from: usize, to: usize| Words::of(&excerpt(&tokens[from..to])).says();
    let own = says(label, clause_end.min(at + REACH));
    let explicit = is_row || own > Says::Nothing;
    let counts_installs = is_row || says(begin, sentence_end.min(at + 2 * REACH)) >= Says::App;
    // A lone row of a total is governed by what stands above it.
    let scope = if is_row { Scope::Clause } else { Scope::Sentence };
    let from = if is_row { at + 1 } else { begin };
    extraction.pieces.push(Piece { scope, text: excerpt(&tokens[from..clause_end]), line: token.line });
    if !is_row && counts_installs {
        let rest = excerpt(&tokens[clause_end..sentence_end.min(at + 2 * REACH)]);
        let says_later = Words::of(&rest);
        if own < Says::App && says_later.says() >= Says::App && says_later.against(Scope::Sentence).is_none() {
            extraction.pieces.push(Piece { scope: Scope::Sentence, text: rest, line: token.line });
        }
    }
    extraction.totals.push(TotalCandidate { figure: Figure { value, line: token.line }, explicit, counts_installs });
}

/// The rate that follows a total in its sentence.
fn rate(tokens: &[Token], mentions: &Mentions, from: usize, extraction: &mut Extraction) {
    for at in from..tokens.len().min(from + 2 * REACH) {
        if ends_sentence(tokens, at) || district_at(mentions, at).is_some() {
            return;
        }
        let TokenKind::Percent(value) = tokens[at].kind else { continue };
        let words: Vec<&Token> = tokens[..at].iter().rev().take(6).take_while(|t| !t.is_mark(&[',', '.', ';'])).collect();
        if words.iter().any(|t| is_aim(t) || is_change(t)) {
            continue;
        }
        let is_labelled = at == from
            || words.iter().any(|t| t.is_word(&["ty", "ti", "dat", "chiem", "khoang", "bang", "rate"]))
            || tokens[at - 1].is_mark(&['('])
            || tokens[at - 1].kind == TokenKind::Tab;
        if is_labelled {
            return add_rate(value, &tokens[at], extraction);
        }
    }
}

/// A rate in a sentence of its own: "Tỷ lệ cài đặt trên tổng số dân: 8,35%".
fn standalone_rate(tokens: &[Token], mentions: &Mentions, extraction: &mut Extraction) {
    for at in 0..tokens.len() {
        let TokenKind::Percent(value) = tokens[at].kind else { continue };
        let from = (at.saturating_sub(REACH)..at).rev().take_while(|i| !ends_sentence(tokens, *i)).last().unwrap_or(at);
        let before = &tokens[from..at];
        let is_labelled = before.windows(2).any(|pair| pair[0].is_word(&["ty", "ti"]) && pair[1].is_word(&["le"]))
            || before.iter().any(|t| t.is_word(&["rate"]));
        let of_district =
            (from..at).any(|i| mentions[i].is_some_and(|(found, _)| found != NameMatch::Province) || mentions.is_kind(&tokens[i]));
        let is_aimed = before.iter().any(|t| t.is_word(&["dau", "tieu", "tang", "giam"]));
        if is_labelled && !of_district && !is_aimed {
            add_rate(value, &tokens[at], extraction);
        }
    }
}

fn add_rate(value: Option<f64>, token: &Token, extraction: &mut Extraction) {
    match value {
        Some(value) => extraction.rates.push(Figure { value, line: token.line }),
        None => extraction.error(token.line, Problem::BadRate { text: token.text.to_owned() }),
    }
}
