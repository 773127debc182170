//! Finds rows that look like a district's but name none that is known: a misspelt name must stop an import, not vanish from it.

use std::collections::BTreeSet;

use super::super::finding::Problem;
use super::extraction::Extraction;
use super::mentions::{Mentions, excerpt, is_order_number};
use super::tokens::{Token, TokenKind};
use super::vocabulary::UNITS;

/// Words of rows that are no district's.
const OTHER_LABELS: [&str; 34] = [
    "so", "ngay", "dan", "tong", "cong", "toan", "ty", "ti", "trang", "nam", "thang", "tang", "giam", "dien", "dt", "fax", "tel", "luc",
    "gio", "den", "tinh", "total", "hotline", "covid", "covid19", "con", "hoac", "sdt", "goi", "lien", "ca", "thu", "hom", "len",
];

/// Adds an error for each row that looks like an unknown district's. `used`: the tokens that belong to something already.
pub fn read(tokens: &[Token], mentions: &Mentions, used: &[bool], extraction: &mut Extraction) {
    let block = block(tokens, extraction);
    for at in 0..tokens.len() {
        let is_figure = matches!(tokens[at].kind, TokenKind::Figure(_));
        if used[at] || !is_figure || !is_count(tokens.get(at + 1)) || is_order_number(tokens, mentions, at) {
            continue;
        }
        let from = segment_start(tokens, at);
        let label = &tokens[from..at];
        let line = tokens[at].line;
        let Some(begin) = label.iter().position(|t| t.word().is_some()) else { continue };
        let end = label.iter().rposition(|t| t.word().is_some()).map_or(begin, |i| i + 1);
        let words: Vec<&Token> = label.iter().filter(|t| t.word().is_some()).collect();
        let kind = label.iter().rposition(|t| mentions.is_kind(t));
        let capital = kind.and_then(|i| label.get(i + 1..)).and_then(|rest| rest.iter().find(|t| t.word().is_some()));
        let has_name = (from..at).any(|i| used[i] || mentions[i].is_some());
        let is_row =
            (1..=6).contains(&words.len()) && words.len() == label[begin..end].iter().filter(|t| !t.is_mark(&['.', '-', '–'])).count();
        let is_label = words.iter().any(|t| t.is_word(&OTHER_LABELS)) || words.iter().all(|t| t.is_word(&UNITS));
        let row_of_kind = is_row && kind == Some(begin) && words.len() > 1;
        let is_capitalised = capital.is_some_and(|t| t.text.starts_with(char::is_uppercase));
        if has_name || is_label {
            continue;
        }
        if row_of_kind || is_capitalised && kind.is_some() {
            let begin = kind.unwrap_or(begin);
            extraction.error(line, Problem::UnknownDistrict { text: excerpt(&label[begin..end]) });
        } else if is_row && block.contains(&line) {
            extraction.error(line, Problem::UnknownDistrict { text: excerpt(&label[begin..end]) });
        }
    }
}

fn is_count(next: Option<&Token>) -> bool {
    next.is_none_or(|t| t.word().is_none_or(|word| UNITS.contains(&word) || matches!(word, "va" | "dat" | "chiem")) && !t.is_mark(&['/']))
}

/// Where the piece of text begins that a figure closes.
fn segment_start(tokens: &[Token], at: usize) -> usize {
    let is_boundary = |t: &Token| {
        matches!(t.kind, TokenKind::Break | TokenKind::Bullet | TokenKind::Figure(_) | TokenKind::Date(_) | TokenKind::Clock(..))
            || t.is_mark(&[',', ';'])
            || t.is_word(&["va"])
    };
    tokens[..at].iter().rposition(is_boundary).map_or(0, |i| i + 1)
}

/// The lines of the districts' block: from the line before the first to the line after the last, empty lines not counted.
fn block(tokens: &[Token], extraction: &Extraction) -> BTreeSet<usize> {
    let read_lines: BTreeSet<usize> =
        extraction.installs.values().map(|figure| figure.line).chain(extraction.findings.iter().filter_map(|f| f.line())).collect();
    let lines: BTreeSet<usize> = tokens.iter().filter(|t| t.kind != TokenKind::Break).map(|t| t.line).collect();
    let (Some(first), Some(last)) = (read_lines.first(), read_lines.last()) else { return BTreeSet::new() };
    let from = lines.range(..first).next_back().unwrap_or(first);
    let to = lines.range(last + 1..).next().unwrap_or(last);
    lines.range(from..=to).copied().collect()
}
