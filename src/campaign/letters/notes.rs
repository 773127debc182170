//! Reads what puts figures in doubt: footnotes, remarks beside a figure, notes below the figures. It must not judge what is counted.

use std::collections::BTreeSet;

use super::super::finding::{NumberError, Problem};
use super::extraction::Extraction;
use super::meaning::Words;
use super::mentions::{Mention, Mentions, excerpt};
use super::tokens::{Token, TokenKind};

/// How many lines below the last figure a sentence may speak of it without a mark.
const REACH: usize = 40;
/// Words with which a note begins.
const LABELS: [&str; 6] = ["ghi chú", "lưu ý", "chú thích", "chú ý", "note", "notes"];

/// Reads the lines below the figures, and those that begin as notes wherever they are.
pub fn read(tokens: &[Token], mentions: &Mentions, extraction: &mut Extraction) {
    let figures = extraction.installs.values().chain(extraction.totals.iter().map(|total| &total.figure)).map(|figure| figure.line);
    let (Some(first), Some(last)) = (figures.clone().min(), figures.max()) else { return };
    let own: BTreeSet<usize> = extraction.installs.values().map(|figure| figure.line).collect();
    let mut noted = false;
    let mut from = 0;
    while from < tokens.len() {
        let end = tokens[from..].iter().position(|t| t.kind == TokenKind::Break).map_or(tokens.len(), |length| from + length);
        let line = &tokens[from..end];
        if let Some(number) = line.first().map(|t| t.line) {
            let is_below = number > first && number <= last.saturating_add(REACH);
            noted |= !own.contains(&number) && read_line(line, &mentions[from..end], is_below, extraction);
        }
        from = end + 1;
    }
    if let (Some(line), false) = (extraction.starred.first().copied(), noted) {
        extraction.warning(line, Problem::FootnoteMissing);
    }
}

/// Reads one line; true when it is the note that a mark leads to.
fn read_line(line: &[Token], mentions: &[Mention], is_below: bool, extraction: &mut Extraction) -> bool {
    let number = line[0].line;
    let starred = line.iter().take(3).any(|t| t.is_mark(&['*', '†', '‡']));
    if !starred && !is_below && !line.iter().take(3).any(|t| t.is_word(&["ghi", "luu", "chu", "note", "notes"])) {
        return false;
    }
    let text = excerpt(line);
    let words = Words::of(&text);
    let lower = text.to_lowercase();
    let labelled = LABELS.iter().any(|label| lower.trim_start_matches(['(', '*', '-', ' ']).starts_with(label));
    let about_figures = mentions.iter().any(Option::is_some) || lower.contains("số liệu");
    let doubt = if starred && !extraction.starred.is_empty() || labelled {
        words.reserve()
    } else {
        words.doubt().filter(|_| is_below && about_figures)
    };
    if let Some(word) = doubt {
        extraction.error(number, Problem::NoteDoubts { text: text.clone(), word: word.to_owned(), noted: false });
    } else if starred && !extraction.starred.is_empty() {
        extraction.warning(number, Problem::Footnote { text });
    }
    starred
}

/// A footnote or a comment that hangs on a line or a cell.
pub fn attached(text: &str, line: usize, extraction: &mut Extraction) {
    match Words::of(text).reserve() {
        Some(word) => extraction.error(line, Problem::NoteDoubts { text: text.to_owned(), word: word.to_owned(), noted: false }),
        None => extraction.warning(line, Problem::Footnote { text: text.to_owned() }),
    }
}

/// What a remark in a figure's row says of it.
pub fn remark(text: &str, line: usize, extraction: &mut Extraction) {
    if Words::of(text).reserve().is_some() {
        extraction.error(line, Problem::BadFigure { text: text.to_owned(), why: NumberError::Doubtful });
    }
}
