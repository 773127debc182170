//! Where a text names a district or the province, and what the readers of prose ask about the tokens around a name or a figure.

use std::ops::Deref;

use super::super::names::{self, NameMatch, Names};
use super::tokens::{Token, TokenKind};

/// Words that make a figure inexact, before it.
pub const APPROXIMATIONS: [&str; 7] = ["khoang", "hon", "gan", "tren", "duoi", "xap", "uoc"];
/// Words that make it doubtful, in brackets after it.
const RESERVATIONS: [&str; 6] = ["uoc", "chua", "tam", "cu", "truoc", "du"];

/// What begins at a token: the name's meaning and the index after it.
pub type Mention<'n> = Option<(NameMatch<'n>, usize)>;

/// What begins at each token, and the names that were looked for.
pub struct Mentions<'n> {
    found: Vec<Mention<'n>>,
    pub names: &'n Names,
}

impl<'n> Deref for Mentions<'n> {
    type Target = [Mention<'n>];

    fn deref(&self) -> &[Mention<'n>] {
        &self.found
    }
}

impl Mentions<'_> {
    /// Whether a token is a kind of the campaign's units.
    pub fn is_kind(&self, token: &Token) -> bool {
        token.word().is_some_and(|word| self.names.is_kind(word))
    }
}

/// For each token, the longest name that begins there. In "tỉnh Cao Bằng" no city of that name begins.
pub fn find<'n>(tokens: &[Token], names: &'n Names) -> Mentions<'n> {
    let mut mentions: Vec<Mention> = (0..tokens.len()).map(|at| name_at(tokens, at, names)).collect();
    for at in 0..mentions.len() {
        if let Some((NameMatch::Province, end)) = mentions[at] {
            let within = mentions.iter_mut().take(end).skip(at + 1);
            within.filter(|mention| mention.is_some_and(|(_, own_end)| own_end <= end)).for_each(|mention| *mention = None);
        }
    }
    Mentions { found: mentions, names }
}

/// The longest name that begins at a token; a tab or a mark other than a hyphen or an abbreviation's stop ends it.
fn name_at<'n>(tokens: &[Token], at: usize, names: &'n Names) -> Mention<'n> {
    tokens[at].word()?;
    let (mut key, mut spelling, mut best) = (String::new(), String::new(), None);
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match &token.kind {
            TokenKind::Word(word) => {
                key.push_str(word);
                spelling.push_str(&names::spelling(token.text));
            }
            // "Quận 1"
            TokenKind::Figure(Ok(_)) if token.text.len() <= 2 => {
                key.push_str(token.text);
                spelling.push_str(token.text);
            }
            TokenKind::Mark('-' | '–' | '.' | '\'' | '’' | '`') => continue,
            TokenKind::Break if i > at && !tokens.get(i + 1).is_none_or(|next| matches!(next.kind, TokenKind::Break)) => continue,
            _ => break,
        }
        if key.len() > names.longest_key() {
            break;
        }
        best = names.find_spelled(&key, &spelling).map(|found| (found, i + 1)).or(best);
    }
    best
}

/// The code of the district that begins at an index.
pub fn district_at<'n>(mentions: &[Mention<'n>], at: usize) -> Option<&'n str> {
    mentions.get(at).copied().flatten().and_then(|(name, _)| name.district())
}

/// Whether the words or signs beside a figure say that it is not exact, not complete or not current.
pub fn is_inexact(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|i| tokens[i].is_word(&APPROXIMATIONS) || tokens[i].is_mark(&['~', '≈']));
    let sign = tokens.get(at + 1).is_some_and(|t| t.is_mark(&['+', '?', '~']));
    let bracket = tokens.get(at + 1).is_some_and(|t| t.is_mark(&['('])) || tokens.get(at + 2).is_some_and(|t| t.is_mark(&['(']));
    let within = tokens[at + 1..].iter().take(10).take_while(|t| !t.is_mark(&[')']) && t.kind != TokenKind::Break);
    // "(tăng 952 so với hôm trước)" speaks of another figure.
    let change = within.clone().any(|t| t.is_word(&["tang", "giam", "voi"]));
    before || sign || bracket && !change && within.clone().any(|t| t.is_word(&RESERVATIONS))
}

/// "… 20.477 2- Đắk Glong": the next row's number.
pub fn is_order_number(tokens: &[Token], mentions: &[Mention], at: usize) -> bool {
    let marks = tokens.iter().skip(at + 1).take_while(|t| t.is_mark(&['-', '–', ')', '.', '/'])).count();
    tokens.get(at).is_some_and(|t| t.text.len() <= 2 && matches!(t.kind, TokenKind::Figure(Ok(_))))
        && marks > 0
        && mentions.get(at + 1 + marks).is_some_and(Option::is_some)
}

/// The text from the first to the last of some tokens, as far as they hold any.
pub fn excerpt(tokens: &[Token]) -> String {
    let words: Vec<&str> = tokens.iter().map(|t| t.text.trim()).filter(|text| !text.is_empty()).collect();
    words.join(" ").replace(" .", ".").replace(" ,", ",")
}
