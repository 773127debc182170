//! Reads running text and loose rows: names first, then the moment, the total and its rate, the districts' figures, and last what was left
//! over that looks like a district's row.

use super::super::names::Names;
use super::extraction::Extraction;
use super::mentions::{self, Mentions, district_at};
use super::tokens::Token;
use super::{dates, districts, notes, sentences, totals, unplaced};

/// Reads the tokens of all lines that are no table's.
pub fn read(tokens: &[Token], names: &Names, extraction: &mut Extraction) {
    let mentions = mentions::find(tokens, names);
    extraction.names_app |= tokens.iter().any(|token| token.is_word(&["bluezone"]));
    let mut used = vec![false; tokens.len()];
    extraction.moments.extend(dates::find(tokens));
    totals::read(tokens, &mentions, &mut used, extraction);
    districts::read(tokens, &mentions, &mut used, extraction);
    let first = first_of_figures(tokens, &mentions, extraction);
    extraction.pieces.extend(sentences::before(tokens, first));
    notes::read(tokens, &mentions, extraction);
    unplaced::read(tokens, &mentions, &used, extraction);
}

/// Where the figures begin: at the first district's name with a figure, the first total's line, or the table.
fn first_of_figures(tokens: &[Token], mentions: &Mentions, extraction: &Extraction) -> usize {
    let of_districts = extraction.installs.values().map(|figure| figure.line).min();
    let of_total = extraction.totals.iter().map(|total| total.figure.line).min();
    match (of_districts, of_total) {
        (Some(line), _) => {
            let name = (0..tokens.len()).find(|at| tokens[*at].line >= line && district_at(mentions, *at).is_some());
            name.or_else(|| tokens.iter().position(|t| t.line >= line)).unwrap_or(tokens.len())
        }
        (None, Some(line)) => tokens.iter().position(|t| t.line >= line).unwrap_or(tokens.len()),
        (None, None) => tokens.len(),
    }
}
