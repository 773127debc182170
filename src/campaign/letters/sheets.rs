//! Reads a letter as a whole and each sheet of a workbook by itself, and chooses the one that holds the figures. It must not know the form that they
//! came in.

use std::collections::BTreeMap;

use super::super::finding::{Finding, Place, Problem};
use super::super::names::Names;
use super::cells::seen_rows;
use super::documents::{Content, Part, Value};
use super::parsed::ParsedReport;
use super::readers::{self, Block};
use super::rows::Parting;

pub fn failed(problem: Problem) -> ParsedReport {
    ParsedReport { findings: vec![Finding::error(Place::Whole, problem)], ..ParsedReport::default() }
}

/// A letter, a mail with its attachments, or a workbook: the one of its texts and sheets that holds the figures, and what the others say
/// of them.
pub fn document(parts: Vec<Part>, wrapped: bool, names: &Names, column: Option<&str>) -> ParsedReport {
    let mut unread = Vec::new();
    let mut texts: BTreeMap<Option<String>, Vec<Block>> = BTreeMap::new();
    let mut read: Vec<(String, ParsedReport)> = Vec::new();
    let mut hidden: Vec<(String, ParsedReport)> = Vec::new();
    for part in parts {
        let attachment = part.attachment.clone();
        match part.content {
            Content::Unread(error) => unread.push((attachment.unwrap_or_default(), error)),
            Content::Sheet(rows) => {
                let name = part.name.unwrap_or_default();
                let left_out = rows.iter().any(|row| row.cells.iter().any(|cell| cell.hidden && cell.value != Value::Empty));
                let mut parsed = readers::rows(&seen_rows(&rows), names, Parting::Cells, Some(&name), column);
                readers::notes(&rows, &mut parsed);
                if left_out {
                    parsed.findings.push(Finding::warning(Place::Whole, Problem::HiddenLeftOut { sheet: name.clone() }));
                }
                if part.hidden { hidden.push((name, parsed)) } else { read.push((name, parsed)) }
            }
            content => texts.entry(attachment).or_default().push(Block { role: part.role, content, wrapped }),
        }
    }
    for (attachment, blocks) in texts {
        read.push((attachment.unwrap_or_default(), readers::document(&blocks, names, column)));
    }
    let mut parsed = the_one(read, hidden);
    for (name, error) in unread {
        // What holds no figures and has an attachment that can't be read leaves it open what the letter says.
        let has_figures = !parsed.installs.is_empty() || parsed.total.is_some();
        let problem = Problem::AttachmentUnread { name, error: Box::new(error) };
        parsed.findings.push(if has_figures { Finding::warning(Place::Whole, problem) } else { Finding::error(Place::Whole, problem) });
    }
    parsed
}

/// The one of several texts and sheets that holds the figures.
fn the_one(read: Vec<(String, ParsedReport)>, hidden: Vec<(String, ParsedReport)>) -> ParsedReport {
    let has_figures = |parsed: &ParsedReport| !parsed.installs.is_empty() || parsed.total.is_some();
    let (mut parsed, mut others): (Vec<_>, Vec<_>) = read.into_iter().partition(|(_, parsed)| has_figures(parsed));
    let hidden_names: Vec<String> = hidden.iter().filter(|(_, parsed)| has_figures(parsed)).map(|(name, _)| name.clone()).collect();
    if parsed.is_empty() {
        // Nothing that is seen holds figures: then what is hidden says why not.
        others.extend(hidden);
    }
    // A sheet for a chart repeats the figures of another one; a mail's words often repeat the total of its attachment.
    let figures = |parsed: &ParsedReport| parsed.installs.iter().map(|(code, figure)| (code.clone(), figure.value)).collect::<Vec<_>>();
    let is_repeated = |later: &ParsedReport, first: &ParsedReport| {
        (figures(later) == figures(first) || later.installs.is_empty())
            && (later.total.is_none() || later.total.map(|total| total.value) == first.total.map(|total| total.value).or(first.sum()))
            && (later.as_of.is_none() || first.as_of.is_none() || later.as_of == first.as_of)
            && !later.findings.iter().any(Finding::is_error)
    };
    // The fullest comes first.
    parsed.sort_by_key(|(_, parsed)| std::cmp::Reverse((parsed.installs.len(), parsed.total.is_some(), parsed.as_of.is_some())));
    if let Some((_, first)) = parsed.first().cloned() {
        let (repeated, rest): (Vec<_>, Vec<_>) = parsed.drain(..).skip(1).partition(|(_, later)| is_repeated(later, &first));
        others.extend(repeated);
        parsed = std::iter::once((String::new(), first)).chain(rest).collect();
        if parsed.len() > 1 {
            let named = |(name, _): &(String, ParsedReport)| name.clone();
            let names = parsed.iter().map(named).filter(|name| !name.is_empty()).collect();
            return failed(Problem::SeveralSheets { names });
        }
    }
    match parsed.pop() {
        Some((_, parsed)) => {
            let mut parsed = with_cover(parsed, others);
            if !hidden_names.is_empty() {
                parsed.findings.push(Finding::warning(Place::Whole, Problem::HiddenLeftOut { sheet: hidden_names.join(", ") }));
            }
            parsed
        }
        // Where no sheet has figures, the first one says what is wrong.
        None => others.into_iter().next().map_or_else(|| failed(Problem::NothingFound), |(_, parsed)| parsed),
    }
}

/// What a sheet leaves open, the moment or what is counted, may stand on the workbook's cover or in the mail that it came with.
fn with_cover(mut parsed: ParsedReport, others: Vec<(String, ParsedReport)>) -> ParsedReport {
    let contradicts = |other: &ParsedReport| other.findings.iter().any(|finding| matches!(finding.problem, Problem::DateTwice { .. }));
    for (_, cover) in others.into_iter().filter(|(_, other)| !contradicts(other)) {
        if parsed.moments.is_empty() && parsed.yearless.is_none() {
            (parsed.as_of, parsed.moments) = (cover.as_of, cover.moments);
            (parsed.yearless, parsed.moment_words) = (cover.yearless, cover.moment_words);
        }
        parsed.counts = parsed.counts.or(cover.counts);
        if parsed.source.title.is_none() {
            parsed.source = cover.source;
        }
    }
    parsed
}
