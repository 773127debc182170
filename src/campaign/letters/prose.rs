//! Finds the districts' figures in running text and in loose rows: "Huyện X: 3.919 người", bullets, several on one line. A figure
//! belongs to a district only when it follows the name with nothing but a few harmless words between them.

use super::super::finding::{NumberError, Problem};
use super::super::names::{Found, Names};
use super::tokens::{Token, TokenKind};
use super::{Extraction, dates, district, totals, unplaced};

/// Words that may stand between a name and its figure.
const BETWEEN: [&str; 35] = [
    "co", "da", "dat", "la", "duoc", "hien", "voi", "so", "luot", "cai", "dat", "nguoi", "ung", "dung", "bluezone", "may", "dien", "thoai",
    "thong", "minh", "dang", "ky", "tai", "khoan", "ghi", "nhan", "thanh", "cong", "tren", "dia", "ban", "has", "with", "installs", "tong",
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

/// Words before a name that make it another place's or an office's: "Trường THPT Đắk Mil", "Thị trấn Đắk Mil", "Huyện đoàn Tuy Đức".
const INSTITUTIONS: [&str; 12] = ["truong", "thpt", "thcs", "tran", "xa", "phuong", "doan", "benh", "vien", "phong", "tram", "uy"];
/// Words that make a figure inexact, before it.
const ABOUT: [&str; 7] = ["khoang", "hon", "gan", "tren", "duoi", "xap", "uoc"];
/// Words that make it doubtful, in brackets after it.
const REMARKS: [&str; 6] = ["uoc", "chua", "tam", "cu", "truoc", "du"];

/// A name in the tokens: what it names and the index after it.
pub(super) type Name<'n> = Option<(Found<'n>, usize)>;

pub(super) fn read(tokens: &[Token], names: &Names, extraction: &mut Extraction) {
    let named: Vec<Name> = (0..tokens.len()).map(|at| name_at(tokens, at, names)).collect();
    let mut used = vec![false; tokens.len()];
    extraction.moments.extend(dates::find(tokens));
    totals::read(tokens, &named, &mut used, extraction);
    districts(tokens, &named, &mut used, extraction);
    lead(tokens, &named, extraction);
    unplaced::read(tokens, &named, &used, extraction);
}

/// The longest name that begins at a token; a tab or a mark other than a hyphen or an abbreviation's stop ends it.
fn name_at<'n>(tokens: &[Token], at: usize, names: &'n Names) -> Name<'n> {
    tokens[at].word()?;
    let (mut key, mut best) = (String::new(), None);
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match &token.kind {
            TokenKind::Word(word) => key.push_str(word),
            // "Quận 1"
            TokenKind::Figure(Ok(_)) if token.text.len() <= 2 => key.push_str(token.text),
            TokenKind::Mark('-' | '–' | '.' | '\'' | '’' | '`') => continue,
            TokenKind::Break if i > at && !tokens.get(i + 1).is_none_or(|next| matches!(next.kind, TokenKind::Break)) => continue,
            _ => break,
        }
        if key.len() > names.longest() {
            break;
        }
        best = names.find_key(&key).map(|found| (found, i + 1)).or(best);
    }
    best
}

/// The sentence that leads to the districts' figures may say that they count something else.
fn lead(tokens: &[Token], named: &[Name], extraction: &mut Extraction) {
    let Some(first) = extraction.installs.values().map(|figure| figure.line).min() else { return };
    let Some(name) = (0..tokens.len()).find(|i| tokens[*i].line >= first && district_at(named, *i).is_some()) else { return };
    let ends = |i: usize| {
        let blank = tokens[i].kind == TokenKind::Break && i.checked_sub(1).is_some_and(|j| tokens[j].kind == TokenKind::Break);
        blank && i + 1 < name || tokens[i].is_mark(&['.', ';'])
    };
    let from = (0..name).rev().find(|i| ends(*i)).map_or(0, |i| i + 1);
    let sentence = &tokens[from..name];
    let pair = |a: &str, b: &str| sentence.windows(2).any(|w| w[0].is_word(&[a]) && w[1].is_word(&[b]));
    let counted = sentence.iter().any(|t| matches!(t.kind, TokenKind::Percent(_) | TokenKind::Figure(_)));
    let other = pair("chua", "cai")
        || pair("cach", "ly")
        || pair("chi", "tieu")
        || pair("muc", "tieu")
        || pair("ke", "hoach")
        || pair("du", "kien")
        || pair("tang", "them")
        || pair("dan", "so") && !counted
        || sentence.iter().any(|t| t.is_word(&["ncovi"]));
    if other {
        let line = sentence.iter().find(|t| t.word().is_some()).map_or(first, |t| t.line);
        extraction.error(line, Problem::NotInstalls { text: slice(sentence) });
    }
}

fn districts(tokens: &[Token], named: &[Name], used: &mut [bool], extraction: &mut Extraction) {
    let mut at = 0;
    while at < tokens.len() {
        let Some((found, end)) = named[at].filter(|(found, _)| *found != Found::Province) else {
            at += 1;
            continue;
        };
        used[at..end].fill(true);
        if let Found::District(code) = found {
            extraction.named.insert(code.to_owned());
        }
        let figure = figure_after(tokens, named, end);
        if of_institution(tokens, named, at) {
            if let (Found::District(code), Some(i)) = (found, figure) {
                used[i] = true;
                extraction.warning(tokens[i].line, Problem::NotTaken { code: code.to_owned(), text: slice(&tokens[at..=i]) });
            }
            at = figure.map_or(end, |i| i + 1);
            continue;
        }
        let line = figure.map_or(tokens[at].line, |i| tokens[i].line);
        match (found, figure) {
            (Found::District(code), Some(i)) => take(code, tokens, named, i, used, extraction),
            (Found::District(code), None) if stands_alone(tokens, at, end) => extraction.bare.push((code.to_owned(), line)),
            (Found::Ambiguous, Some(_)) => extraction.error(line, Problem::AmbiguousDistrict { text: slice(&tokens[at..end]) }),
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
            TokenKind::Figure(_) => return Some(i),
            TokenKind::Mark(':' | '=') => invited = true,
            // Leaders: "Gia Nghĩa ..... 12.452".
            TokenKind::Mark('.' | '…' | '·' | '_') if i > from || tokens.get(i + 1).is_some_and(|next| next.is_mark(&['.'])) => {}
            TokenKind::Mark('-' | '–' | '—' | '(' | ')' | '|' | '…' | '*' | '"') | TokenKind::Tab | TokenKind::Percent(_) => {}
            // The next line's number is this name's only after a colon; otherwise it may be the next row's order number.
            TokenKind::Break if invited => {}
            TokenKind::Word(word)
                if ABOUT.contains(&word.as_str()) && matches!(tokens.get(i + 1), Some(Token { kind: TokenKind::Figure(_), .. })) => {}
            TokenKind::Word(word)
                if words < 10 && named[i].is_none_or(|(found, _)| found == Found::Province) && BETWEEN.contains(&word.as_str()) =>
            {
                words += 1
            }
            _ => return None,
        }
    }
    None
}

fn take(code: &str, tokens: &[Token], named: &[Name], at: usize, used: &mut [bool], extraction: &mut Extraction) {
    let token = &tokens[at];
    used[at] = true;
    let TokenKind::Figure(value) = token.kind else { return };
    let refuse = |why, to: usize| Problem::BadFigure { text: slice(&tokens[at..=to]), why };
    let value = match value {
        Ok(value) => value,
        // A telephone number after an office's name.
        Err(_) if token.text.len() > 1 && token.text.starts_with('0') => {
            return extraction.warning(token.line, Problem::NotTaken { code: code.to_owned(), text: token.text.to_owned() });
        }
        Err(why) => return extraction.error(token.line, refuse(why, at)),
    };
    if let Some(to) = torn(tokens, at) {
        return extraction.error(token.line, refuse(NumberError::Grouping, to));
    }
    if is_doubtful(tokens, at) {
        return extraction.error(token.line, refuse(NumberError::Doubtful, at));
    }
    let mut after = at + 1;
    // "12.452 → 13.404", "12.452; 13.404": which of the two is meant is not for a program to say.
    let second = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Figure(_)) && t.text.len() > 2);
    let marks = tokens[after..].iter().take_while(|t| t.is_mark(&['→', '>', ';', ',', '=', '-'])).count();
    if second(after + marks) {
        after += marks;
    }
    while tokens
        .get(after)
        .is_some_and(|t| matches!(t.kind, TokenKind::Tab | TokenKind::Percent(_)) || t.is_mark(&[')', '|', '-', '–', '*', '"']))
    {
        after += 1;
    }
    let next = tokens.get(after);
    match next.map(|t| &t.kind) {
        Some(TokenKind::Figure(_)) => {
            used[after] = true;
            let (first, second) = (token.text.to_owned(), tokens[after].text.to_owned());
            extraction.error(token.line, Problem::SeveralFigures { code: Some(code.to_owned()), first, second });
        }
        Some(TokenKind::Word(word))
            if named[after].is_none()
                && !UNITS.contains(&word.as_str())
                && !THEN.contains(&word.as_str())
                && !super::super::names::is_kind(word) =>
        {
            extraction.warning(token.line, Problem::NotTaken { code: code.to_owned(), text: slice(&tokens[at..=after]) });
        }
        _ => extraction.take(code, value, token.line),
    }
}

/// Whether the words right before a name, in its own piece of text, make it an institution's or a smaller place's.
fn of_institution(tokens: &[Token], named: &[Name], at: usize) -> bool {
    let own = |t: &&Token| t.word().is_some();
    let mut before = tokens[..at].iter().enumerate().rev().take_while(|(_, t)| own(t)).take(4);
    // What belongs to another district's name is no institution of this one.
    before.any(|(i, t)| {
        let police = t.is_word(&["an"]) && i.checked_sub(1).is_some_and(|j| tokens[j].is_word(&["cong"]));
        (police || t.is_word(&INSTITUTIONS)) && named[i].is_none()
    })
}

/// The end of a figure that something has torn: "4. 217", "13.=" and its rest on the next line.
fn torn(tokens: &[Token], at: usize) -> Option<usize> {
    let mark = tokens.get(at + 1).filter(|t| t.is_mark(&['.', ',']))?;
    let next = tokens.get(at + 2)?;
    let group = matches!(next.kind, TokenKind::Figure(_)) && next.text.len() == 3 && next.line == mark.line && tokens[at].text.len() <= 3;
    (next.is_mark(&['=']) || group).then_some(at + 2)
}

/// Whether the words or signs beside a figure say that it is not exact, not complete or not current.
pub(super) fn is_doubtful(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|i| tokens[i].is_word(&ABOUT) || tokens[i].is_mark(&['~', '≈']));
    let sign = tokens.get(at + 1).is_some_and(|t| t.is_mark(&['+', '?', '~']));
    let bracket = tokens.get(at + 1).is_some_and(|t| t.is_mark(&['('])) || tokens.get(at + 2).is_some_and(|t| t.is_mark(&['(']));
    let within = tokens[at + 1..].iter().take(10).take_while(|t| !t.is_mark(&[')']) && t.kind != TokenKind::Break);
    // "(tăng 952 so với hôm trước)" speaks of another figure.
    let change = within.clone().any(|t| t.is_word(&["tang", "giam", "voi"]));
    before || sign || bracket && !change && within.clone().any(|t| t.is_word(&REMARKS))
}

/// Whether a line holds this name and nothing else but its bullet or order number.
fn stands_alone(tokens: &[Token], at: usize, end: usize) -> bool {
    let before = tokens[..at].iter().rev().take_while(|t| t.kind != TokenKind::Break);
    let after = tokens[end..].iter().take_while(|t| t.kind != TokenKind::Break);
    let quiet = |t: &Token| matches!(t.kind, TokenKind::Tab | TokenKind::Bullet | TokenKind::Mark(_) | TokenKind::Figure(Ok(0..=99)));
    before.clone().all(quiet) && after.clone().all(|t| quiet(t) || matches!(t.kind, TokenKind::Percent(_)) || t.is_word(&UNITS))
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
