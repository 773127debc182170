//! Finds the districts' figures in running text and in loose rows: "Huyện X: 3.919 người", bullets, several on one line. A figure
//! belongs to a district only when it follows the name with nothing but a few harmless words between them.

use super::super::finding::{NumberError, Problem};
use super::super::names::NameMatch;
use super::evidence::Piece;
use super::extraction::Extraction;
use super::meaning::Scope;
use super::mentions::{APPROXIMATIONS, Mentions, excerpt, is_inexact, is_order_number};
use super::tokens::{Token, TokenKind};
use super::vocabulary::UNITS;

/// Words that may stand between a name and its figure.
const CONNECTING: [&str; 35] = [
    "co", "da", "dat", "la", "duoc", "hien", "voi", "so", "luot", "cai", "dat", "nguoi", "ung", "dung", "bluezone", "may", "dien", "thoai",
    "thong", "minh", "dang", "ky", "tai", "khoan", "ghi", "nhan", "thanh", "cong", "tren", "dia", "ban", "has", "with", "installs", "tong",
];
/// Words after a figure that begin another thought.
const CONTINUATIONS: [&str; 16] =
    ["dat", "chiem", "tang", "giam", "bang", "tuong", "ty", "ti", "va", "so", "xep", "trong", "dung", "trieu", "con", "and"];

/// Words before a name that make it an office's: "Trường THPT Đắk Mil", "Huyện đoàn Tuy Đức".
const INSTITUTIONS: [&str; 9] = ["truong", "thpt", "thcs", "doan", "benh", "vien", "phong", "tram", "uy"];
/// Gives each district the figure that follows its name. `used`: the tokens that belong to something already.
pub fn read(tokens: &[Token], mentions: &Mentions, used: &mut [bool], extraction: &mut Extraction) {
    let mut at = 0;
    while at < tokens.len() {
        let Some((found, end)) = mentions[at].filter(|(found, _)| *found != NameMatch::Province) else {
            at += 1;
            continue;
        };
        used[at..end].fill(true);
        if let NameMatch::District(code) = found {
            extraction.mentioned.insert(code.to_owned());
        }
        let figure = figure_after(tokens, mentions, end);
        if is_institution(tokens, mentions, at) {
            if let (NameMatch::District(code), Some(i)) = (found, figure) {
                used[i] = true;
                extraction.warning(tokens[i].line, Problem::FigureIgnored { code: code.to_owned(), text: excerpt(&tokens[at..=i]) });
            }
            at = figure.map_or(end, |i| i + 1);
            continue;
        }
        let line = figure.map_or(tokens[at].line, |i| tokens[i].line);
        match (found, figure) {
            (NameMatch::District(code), Some(i)) => read_figure(code, tokens, mentions, i, used, extraction),
            (NameMatch::District(code), None) if stands_alone(tokens, at, end) => extraction.names_alone.push((code.to_owned(), line)),
            (NameMatch::Ambiguous, Some(_)) => extraction.error(line, Problem::AmbiguousDistrict { text: excerpt(&tokens[at..end]) }),
            _ => {}
        }
        at = figure.map_or(end, |i| i + 1);
    }
}

/// The figure that belongs to the name before this index.
fn figure_after(tokens: &[Token], mentions: &Mentions, from: usize) -> Option<usize> {
    let mut words = 0;
    let mut colon_seen = false;
    for (i, token) in tokens.iter().enumerate().skip(from) {
        match &token.kind {
            TokenKind::Figure(_) => return Some(i),
            TokenKind::Mark(':' | '=') => colon_seen = true,
            // Leaders: "Gia Nghĩa ..... 12.452".
            TokenKind::Mark('.' | '…' | '·' | '_') if i > from || tokens.get(i + 1).is_some_and(|next| next.is_mark(&['.'])) => {}
            TokenKind::Mark('-' | '–' | '—' | '(' | ')' | '|' | '…' | '*' | '"') | TokenKind::Tab | TokenKind::Percent(_) => {}
            // The next line's number is this name's only after a colon; otherwise it may be the next row's order number.
            TokenKind::Break if colon_seen => {}
            TokenKind::Word(word)
                if APPROXIMATIONS.contains(&word.as_str())
                    && matches!(tokens.get(i + 1), Some(Token { kind: TokenKind::Figure(_), .. })) => {}
            TokenKind::Word(word)
                if words < 10
                    && mentions[i].is_none_or(|(found, _)| found == NameMatch::Province)
                    && CONNECTING.contains(&word.as_str()) =>
            {
                words += 1
            }
            _ => return None,
        }
    }
    None
}

fn read_figure(code: &str, tokens: &[Token], mentions: &Mentions, at: usize, used: &mut [bool], extraction: &mut Extraction) {
    let token = &tokens[at];
    used[at] = true;
    let TokenKind::Figure(value) = token.kind else { return };
    let bad_figure = |why, to: usize| Problem::BadFigure { text: excerpt(&tokens[at..=to]), why };
    let value = match value {
        Ok(value) => value,
        // A telephone number after an office's name.
        Err(_) if token.text.len() > 1 && token.text.starts_with('0') => {
            return extraction.warning(token.line, Problem::FigureIgnored { code: code.to_owned(), text: token.text.to_owned() });
        }
        Err(why) => return extraction.error(token.line, bad_figure(why, at)),
    };
    if let Some(to) = split_figure_end(tokens, at) {
        return extraction.error(token.line, bad_figure(NumberError::Grouping, to));
    }
    if is_inexact(tokens, at) {
        return extraction.error(token.line, bad_figure(NumberError::Doubtful, at));
    }
    let mut after = at + 1;
    // "Gia Nghĩa (40.979 người): 25.329 lượt": what stands in brackets is the base.
    if at.checked_sub(1).is_some_and(|i| tokens[i].is_mark(&['('])) {
        let within = tokens[after..].iter().take(4).position(|t| t.is_mark(&[')'])).map_or(0, |length| length + 1);
        after += within + tokens[after + within..].iter().take_while(|t| within > 0 && t.is_mark(&[':', '=', '-', '–'])).count();
    }
    // "12.452 → 13.404", "12.452; 13.404": which of the two is meant is not for a program to say.
    let is_figure = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Figure(_)) && t.text.len() > 2);
    let marks = tokens[after..].iter().take_while(|t| t.is_mark(&['→', '>', ';', ',', '=', '-'])).count();
    if is_figure(after + marks) {
        after += marks;
    }
    while tokens
        .get(after)
        .is_some_and(|t| matches!(t.kind, TokenKind::Tab | TokenKind::Percent(_)) || t.is_mark(&[')', '|', '-', '–', '*', '"']))
    {
        after += 1;
    }
    let next = tokens.get(after).filter(|_| !is_order_number(tokens, mentions, after));
    match next.map(|t| &t.kind) {
        Some(TokenKind::Figure(_)) => {
            used[after] = true;
            let (first, second) = (token.text.to_owned(), tokens[after].text.to_owned());
            extraction.error(token.line, Problem::SeveralFigures { code: Some(code.to_owned()), first, second });
        }
        Some(TokenKind::Word(word))
            if mentions[after].is_none()
                && !UNITS.contains(&word.as_str())
                && !CONTINUATIONS.contains(&word.as_str())
                && !mentions.names.is_kind(word) =>
        {
            extraction.warning(token.line, Problem::FigureIgnored { code: code.to_owned(), text: excerpt(&tokens[at..=after]) });
        }
        _ => {
            // A star on the next line is that line's bullet.
            if tokens[at + 1..].iter().take(2).take_while(|t| t.kind != TokenKind::Break).any(|t| t.is_mark(&['*'])) {
                extraction.starred.push(token.line);
            }
            extraction.pieces.extend(clause_after(tokens, mentions, at));
            extraction.add_installs(code, value, token.line);
        }
    }
}

/// The words after a figure that say what it counts, up to the next mark or thought.
fn clause_after(tokens: &[Token], mentions: &Mentions, at: usize) -> Option<Piece> {
    let ends = |i: usize, t: &Token| {
        t.word().is_none() && !matches!(t.kind, TokenKind::Break)
            || t.kind == TokenKind::Break && tokens.get(i + 1).is_none_or(|next| !next.text.starts_with(char::is_lowercase))
            || mentions[i].is_some()
            || t.is_word(&CONTINUATIONS) && !t.is_word(&["dung", "trong"])
    };
    let words: Vec<Token> =
        tokens.iter().enumerate().skip(at + 1).take(16).take_while(|(i, t)| !ends(*i, t)).map(|(_, t)| t.clone()).collect();
    (!words.is_empty()).then(|| Piece { scope: Scope::Clause, text: excerpt(&words), line: tokens[at].line })
}

/// Whether the words right before a name, in its own piece of text, make it an institution's or a smaller place's.
fn is_institution(tokens: &[Token], mentions: &Mentions, at: usize) -> bool {
    // "TT. Đắk Mil" is the town of that name.
    let abbreviation = at.checked_sub(1).map(|i| if tokens[i].is_mark(&['.']) { i.saturating_sub(1) } else { i });
    if abbreviation.is_some_and(|i| tokens[i].is_word(&["tt"]) && mentions.names.is_other_level("tt")) {
        return true;
    }
    let is_word = |t: &&Token| t.word().is_some();
    let mut before = tokens[..at].iter().enumerate().rev().take_while(|(_, t)| is_word(t)).take(4);
    // What belongs to another district's name is no institution of this one.
    before.any(|(i, t)| {
        let is_police = t.is_word(&["an"]) && i.checked_sub(1).is_some_and(|j| tokens[j].is_word(&["cong"]));
        (is_police || t.is_word(&INSTITUTIONS) || t.word().is_some_and(|word| mentions.names.is_other_level(word))) && mentions[i].is_none()
    })
}

/// The end of a figure that something has torn: "4. 217", "13.=" and its rest on the next line.
fn split_figure_end(tokens: &[Token], at: usize) -> Option<usize> {
    let mark = tokens.get(at + 1).filter(|t| t.is_mark(&['.', ',']))?;
    let next = tokens.get(at + 2)?;
    let group = matches!(next.kind, TokenKind::Figure(_)) && next.text.len() == 3 && next.line == mark.line && tokens[at].text.len() <= 3;
    (next.is_mark(&['=']) || group).then_some(at + 2)
}

/// Whether a line holds this name and nothing else but its bullet or order number.
fn stands_alone(tokens: &[Token], at: usize, end: usize) -> bool {
    let before = tokens[..at].iter().rev().take_while(|t| t.kind != TokenKind::Break);
    let after = tokens[end..].iter().take_while(|t| t.kind != TokenKind::Break);
    let is_filler = |t: &Token| matches!(t.kind, TokenKind::Tab | TokenKind::Bullet | TokenKind::Mark(_) | TokenKind::Figure(Ok(0..=99)));
    before.clone().all(is_filler) && after.clone().all(|t| is_filler(t) || matches!(t.kind, TokenKind::Percent(_)) || t.is_word(&UNITS))
}
