//! Elements that change what their text is (hidden, quoted, raised), as they are open one inside of the other.

use super::super::budget::check_depth;
use super::super::error::DocumentError;

#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Hidden,
    /// The page's title, which stands above the page.
    Title,
    Quoted,
    Raised,
    /// Spaces and ends of lines count.
    Preformatted,
}

struct Effect {
    name: String,
    /// How many elements of the same name are open inside.
    inside: usize,
    kind: Kind,
}

#[derive(Default)]
pub struct Effects(Vec<Effect>);

const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// What no browser shows as text, and what is struck out.
const NOT_SHOWN: [&str; 15] = [
    "script", "style", "template", "noscript", "iframe", "svg", "xml", "object", "select", "textarea", "noembed", "noframes", "s",
    "strike", "del",
];

/// What an element does to its text. `quotes`: a block quotation is an older mail.
pub fn kind(name: &str, is_hidden: bool, quotes: bool) -> Option<Kind> {
    match name {
        _ if VOID.contains(&name) => None,
        _ if is_hidden || NOT_SHOWN.contains(&name) => Some(Kind::Hidden),
        "title" => Some(Kind::Title),
        "blockquote" if quotes => Some(Kind::Quoted),
        "sup" => Some(Kind::Raised),
        "pre" | "xmp" => Some(Kind::Preformatted),
        _ => None,
    }
}

impl Effects {
    pub fn has(&self, kind: Kind) -> bool {
        self.0.iter().any(|effect| effect.kind == kind)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn begin(&mut self, name: &str, kind: Kind) -> Result<(), DocumentError> {
        self.0.push(Effect { name: name.to_owned(), inside: 0, kind });
        check_depth(self.0.len())
    }

    /// Takes account of an element without an effect, so that its end is not taken for that of one outside of it.
    pub fn pass(&mut self, name: &str) {
        if let Some(effect) = self.0.iter_mut().rev().find(|effect| effect.name == name) {
            effect.inside += 1;
        }
    }

    /// Ends the innermost element of the name, and what is open inside of it; the first `floor` effects go on.
    pub fn end(&mut self, name: &str, floor: usize) {
        let Some(at) = self.0.iter().rposition(|effect| effect.name == name).filter(|at| *at >= floor) else { return };
        match self.0.get_mut(at) {
            Some(effect) if effect.inside > 0 => effect.inside -= 1,
            _ => self.0.truncate(at),
        }
    }

    /// Ends all but the first effects.
    pub fn end_after(&mut self, floor: usize) {
        self.0.truncate(floor);
    }

    /// Ends the innermost effect where it is one of these elements'.
    pub fn end_last(&mut self, names: &[&str]) {
        self.0.pop_if(|effect| names.contains(&effect.name.as_str()));
    }
}
