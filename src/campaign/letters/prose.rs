//! Finds the districts' figures in running text and in loose rows: "Huyện X: 3.919 người", bullets, several on one line. A figure
//! belongs to a district only when it follows the name with nothing but a few harmless words between them.

use super::super::finding::Problem;
use super::super::names::{Found, Names};
use super::tokens::{Kind, Token};
use super::{Gathered, dates, district, totals, unplaced};

/// Words that may stand between a name and its figure.
const BETWEEN: [&str; 36] = [
    "co", "da", "dat", "la", "duoc", "hien", "voi", "khoang", "so", "luot", "cai", "dat", "nguoi", "ung", "dung", "bluezone", "may",
    "dien", "thoai", "thong", "minh", "dang", "ky", "tai", "khoan", "ghi", "nhan", "thanh", "cong", "tren", "dia", "ban", "has", "with",
    "installs", "tong",
];
/// Words after a figure that say what it counts.
pub(super) const UNITS: [&str; 19] = [
    "nguoi",
    "luot",
    "may",
    "dien",
    "thiet",
    "thue",
    "tai",
    "smartphone",
    "smartphones",
    "phone",
    "phones",
    "install",
    "installs",
    "installations",
    "user",
    "users",
    "people",
    "accounts",
    "cai",
];
/// Words after a figure that begin another thought.
const THEN: [&str; 16] =
    ["dat", "chiem", "tang", "giam", "bang", "tuong", "ty", "ti", "va", "so", "xep", "trong", "dung", "trieu", "con", "and"];

/// A name in the tokens: what it names and the index after it.
pub(super) type Name<'n> = Option<(Found<'n>, usize)>;

pub(super) fn read(tokens: &[Token], names: &Names, gathered: &mut Gathered) {
    let named: Vec<Name> = (0..tokens.len()).map(|at| name_at(tokens, at, names)).collect();
    let mut used = vec![false; tokens.len()];
    gathered.moments.extend(dates::find(tokens));
    totals::read(tokens, &named, &mut used, gathered);
    districts(tokens, &named, &mut used, gathered);
    unplaced::read(tokens, &named, &used, gathered);
}

/// The longest name that begins at a token; a tab or a mark other than a hyphen or an abbreviation's stop ends it.
fn name_at<'n>(tokens: &[Token], at: usize, names: &'n Names) -> Name<'n> {
    tokens[at].word()?;
    let (mut key, mut best) = (String::new(), None);
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match &token.kind {
            Kind::Word(word) => key.push_str(word),
            // "Quận 1"
            Kind::Figure(Ok(_)) if token.text.len() <= 2 => key.push_str(token.text),
            Kind::Mark('-' | '–' | '.' | '\'' | '’' | '`') => continue,
            Kind::Break if i > at && !tokens.get(i + 1).is_none_or(|next| matches!(next.kind, Kind::Break)) => continue,
            _ => break,
        }
        if key.len() > names.longest() {
            break;
        }
        best = names.find_key(&key).map(|found| (found, i + 1)).or(best);
    }
    best
}

fn districts(tokens: &[Token], named: &[Name], used: &mut [bool], gathered: &mut Gathered) {
    let mut at = 0;
    while at < tokens.len() {
        let Some((found, end)) = named[at].filter(|(found, _)| *found != Found::Province) else {
            at += 1;
            continue;
        };
        used[at..end].fill(true);
        let figure = figure_after(tokens, named, end);
        let line = figure.map_or(tokens[at].line, |i| tokens[i].line);
        match (found, figure) {
            (Found::District(code), Some(i)) => take(code, tokens, named, i, used, gathered),
            (Found::District(code), None) if stands_alone(tokens, at, end) => gathered.bare.push((code.to_owned(), line)),
            (Found::Ambiguous, Some(_)) => gathered.error(line, Problem::AmbiguousDistrict { text: slice(&tokens[at..end]) }),
            _ => {}
        }
        at = figure.map_or(end, |i| i + 1);
    }
}

/// The figure that belongs to the name before this index.
fn figure_after(tokens: &[Token], named: &[Name], from: usize) -> Option<usize> {
    let mut words = 0;
    let mut invited = false;
    for (i, token) in tokens.iter().enumerate().skip(from) {
        match &token.kind {
            Kind::Figure(_) => return Some(i),
            Kind::Mark(':' | '=') => invited = true,
            // Leaders: "Gia Nghĩa ..... 12.452".
            Kind::Mark('.' | '…' | '·' | '_') if i > from || tokens.get(i + 1).is_some_and(|next| next.is_mark(&['.'])) => {}
            Kind::Mark('-' | '–' | '—' | '(' | ')' | '|' | '…' | '*' | '"') | Kind::Tab | Kind::Percent(_) => {}
            // The next line's number is this name's only after a colon; otherwise it may be the next row's order number.
            Kind::Break if invited => {}
            Kind::Word(word)
                if words < 10 && named[i].is_none_or(|(found, _)| found == Found::Province) && BETWEEN.contains(&word.as_str()) =>
            {
                words += 1
            }
            _ => return None,
        }
    }
    None
}

fn take(code: &str, tokens: &[Token], named: &[Name], at: usize, used: &mut [bool], gathered: &mut Gathered) {
    let token = &tokens[at];
    used[at] = true;
    let Kind::Figure(value) = token.kind else { return };
    let value = match value {
        Ok(value) => value,
        Err(why) => return gathered.error(token.line, Problem::BadFigure { text: token.text.to_owned(), why }),
    };
    let mut after = at + 1;
    while tokens.get(after).is_some_and(|t| matches!(t.kind, Kind::Tab | Kind::Percent(_)) || t.is_mark(&[')', '|', '-', '–', '*', '"']))
    {
        after += 1;
    }
    let next = tokens.get(after);
    match next.map(|t| &t.kind) {
        Some(Kind::Figure(_)) => {
            used[after] = true;
            let (first, second) = (token.text.to_owned(), tokens[after].text.to_owned());
            gathered.error(token.line, Problem::SeveralFigures { code: Some(code.to_owned()), first, second });
        }
        Some(Kind::Word(word))
            if named[after].is_none()
                && !UNITS.contains(&word.as_str())
                && !THEN.contains(&word.as_str())
                && !super::super::names::is_kind(word) =>
        {
            gathered.warning(token.line, Problem::NotTaken { code: code.to_owned(), text: slice(&tokens[at..=after]) });
        }
        _ => gathered.take(code, value, token.line),
    }
}

/// Whether a line holds this name and nothing else but its bullet or order number.
fn stands_alone(tokens: &[Token], at: usize, end: usize) -> bool {
    let before = tokens[..at].iter().rev().take_while(|t| t.kind != Kind::Break);
    let after = tokens[end..].iter().take_while(|t| t.kind != Kind::Break);
    let quiet = |t: &Token| matches!(t.kind, Kind::Tab | Kind::Bullet | Kind::Mark(_) | Kind::Figure(Ok(0..=99)));
    before.clone().all(quiet) && after.clone().all(|t| quiet(t) || matches!(t.kind, Kind::Percent(_)) || t.is_word(&UNITS))
}

/// The text from the first to the last of some tokens, as far as they hold any.
pub(super) fn slice(tokens: &[Token]) -> String {
    let words: Vec<&str> = tokens.iter().map(|t| t.text.trim()).filter(|text| !text.is_empty()).collect();
    words.join(" ").replace(" .", ".").replace(" ,", ",")
}

/// The code of the district that begins at an index.
pub(super) fn district_at<'n>(named: &[Name<'n>], at: usize) -> Option<&'n str> {
    district(named.get(at).copied().flatten().map(|(found, _)| found))
}
