//! Reads running text and loose rows: names first, then the moment, the total and its rate, the districts' figures, and last what was left
//! over that looks like a district's row.

use super::super::finding::Problem;
use super::super::names::Names;
use super::extraction::Extraction;
use super::mentions::{self, Mention, district_at, excerpt};
use super::tokens::{Token, TokenKind};
use super::{dates, districts, totals, unplaced};

/// Reads the tokens of all lines that are no table's.
pub fn read(tokens: &[Token], names: &Names, extraction: &mut Extraction) {
    let mentions = mentions::find(tokens, names);
    let mut used = vec![false; tokens.len()];
    extraction.moments.extend(dates::find(tokens));
    totals::read(tokens, &mentions, &mut used, extraction);
    districts::read(tokens, &mentions, &mut used, extraction);
    check_lead_in(tokens, &mentions, extraction);
    unplaced::read(tokens, &mentions, &used, extraction);
}

/// The sentence that leads to the districts' figures may say that they count something else.
fn check_lead_in(tokens: &[Token], mentions: &[Mention], extraction: &mut Extraction) {
    let Some(first) = extraction.installs.values().map(|figure| figure.line).min() else { return };
    let Some(name) = (0..tokens.len()).find(|i| tokens[*i].line >= first && district_at(mentions, *i).is_some()) else { return };
    let ends_sentence = |i: usize| {
        let blank = tokens[i].kind == TokenKind::Break && i.checked_sub(1).is_some_and(|j| tokens[j].kind == TokenKind::Break);
        blank && i + 1 < name || tokens[i].is_mark(&['.', ';'])
    };
    let from = (0..name).rev().find(|i| ends_sentence(*i)).map_or(0, |i| i + 1);
    let sentence = &tokens[from..name];
    let has_pair = |a: &str, b: &str| sentence.windows(2).any(|w| w[0].is_word(&[a]) && w[1].is_word(&[b]));
    let has_figures = sentence.iter().any(|t| matches!(t.kind, TokenKind::Percent(_) | TokenKind::Figure(_)));
    let counts_others = has_pair("chua", "cai")
        || has_pair("cach", "ly")
        || has_pair("chi", "tieu")
        || has_pair("muc", "tieu")
        || has_pair("ke", "hoach")
        || has_pair("du", "kien")
        || has_pair("tang", "them")
        || has_pair("dan", "so") && !has_figures
        || sentence.iter().any(|t| t.is_word(&["ncovi"]));
    if counts_others {
        let line = sentence.iter().find(|t| t.word().is_some()).map_or(first, |t| t.line);
        extraction.error(line, Problem::NotInstalls { text: excerpt(sentence) });
    }
}
