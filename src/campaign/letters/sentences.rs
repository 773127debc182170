//! Finds the pieces of text above the figures that govern them: the sentence that leads to them, headings, a subject. It must not know
//! what any of them mean.

use super::super::names;
use super::evidence::Piece;
use super::meaning::{Says, Scope, Words};
use super::mentions::excerpt;
use super::tokens::{Token, TokenKind};

/// How many sentences before the figures are asked for what they count; a letter's first pages say much else.
const REACH: usize = 3;
/// Words with which a heading begins, folded.
const HEADINGS: [&str; 16] = [
    "bao cao",
    "bang",
    "thong ke",
    "tong hop",
    "danh sach",
    "ket qua",
    "so lieu",
    "bieu",
    "phu luc",
    "tien do",
    "cap nhat",
    "so luot",
    "so nguoi",
    "so may",
    "tinh hinh",
    "dan so",
];
/// Words with which a line begins that says what a letter or a mail is about, folded.
const SUBJECTS: [&str; 6] = ["v/v", "ve viec", "chu de", "subject", "trich yeu", "tieu de"];
/// Words with which a line of a letter's head begins, folded: offices and forms, which govern nothing.
const LETTERHEAD: [&str; 14] = [
    "ubnd",
    "uy ban",
    "so ",
    "cong hoa",
    "doc lap",
    "kinh gui",
    "noi nhan",
    "so:",
    "cong ty",
    "tap doan",
    "chi nhanh",
    "trung tam",
    "bo ",
    "phong ",
];

/// The pieces before the token at `end`, with which the figures begin.
pub fn before(tokens: &[Token], end: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut sentences: Vec<&[Token]> = Vec::new();
    let (mut from, mut next_line) = (0, 0);
    for at in 0..end {
        let is_break = tokens[at].kind == TokenKind::Break;
        let line_start = next_line;
        if is_break {
            next_line = at + 1;
        }
        let heading = if is_break { heading(&tokens[line_start..at]) } else { None };
        if let Some(scope) = heading {
            sentences.extend(Some(&tokens[from..line_start.max(from)]).filter(|s| has_words(s)));
            pieces.push(Piece { scope, text: excerpt(&tokens[line_start..at]), line: tokens[at].line });
            from = at + 1;
        } else if ends_sentence(tokens, at) {
            sentences.extend(Some(&tokens[from..at]).filter(|s| has_words(s)));
            from = at + 1;
        }
    }
    sentences.extend(Some(&tokens[from..end]).filter(|s| has_words(s)));
    // The nearest sentence that speaks of what is counted.
    let lead = sentences.into_iter().rev().take(REACH).find_map(|sentence| {
        let text = excerpt(sentence);
        let words = Words::of(&text);
        (words.says() > Says::Unit || words.against(Scope::Sentence).is_some()).then(|| Piece {
            scope: Scope::Sentence,
            text,
            line: sentence.iter().find(|t| t.word().is_some()).map_or(0, |t| t.line),
        })
    });
    pieces.extend(lead);
    pieces
}

fn has_words(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.word().is_some())
}

/// A full stop, a semicolon, or an empty line.
pub fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    let blank = tokens[at].kind == TokenKind::Break && at.checked_sub(1).is_none_or(|before| tokens[before].kind == TokenKind::Break);
    blank || tokens[at].is_mark(&['.', ';', '!', '?'])
}

/// What a line is that is no sentence: a heading in capitals or with a heading's first words, or a subject.
fn heading(line: &[Token]) -> Option<Scope> {
    let first = line.iter().position(|t| t.word().is_some())?;
    let folded = names::fold(&excerpt(&line[first..])).replace("v / v", "v/v");
    let begins = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    if begins(&SUBJECTS) {
        return Some(Scope::Subject);
    }
    let ends_open = line.iter().rev().find(|t| !matches!(t.kind, TokenKind::Tab)).is_some_and(|t| t.is_mark(&['.', ';', ',', ':']));
    let words = line.iter().filter(|t| t.word().is_some());
    let short = words.clone().count() <= 30;
    let capitals = words.clone().all(|t| !t.text.chars().any(char::is_lowercase));
    // A date in a heading may be set in small letters.
    let mostly_capitals = words.clone().take(4).count() >= 3 && words.take(4).all(|t| !t.text.chars().any(char::is_lowercase));
    (short && !ends_open && !begins(&LETTERHEAD) && (capitals || mostly_capitals || begins(&HEADINGS))).then_some(Scope::Title)
}
