//! What a reader can do on a page or an embed. Parts send these up by one callback; the face decides what becomes of them.

use crate::campaign::{Measure, Stamp};

use super::Column;

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Select a district; none: the whole province.
    District(Option<String>),
    Measure(Measure),
    /// Show the report of that moment; none: the latest.
    Report(Option<Stamp>),
    /// Highlight a district on map and board while it is pointed at or focused.
    Hover(Option<String>),
    /// Take the highlight and its tooltip away until something else is pointed at.
    DismissHover,
    /// Lead the Tab key to this district's shape, which has the focus.
    Focus(String),
    Sort(Column),
    /// Show only the rows whose names hold this.
    Search(String),
    Share,
    CopyAddress,
    Print,
    /// Close the line that says what became of newer figures.
    CloseNotice,
}

impl Action {
    /// What a button does that says it by this word; none: it leads somewhere, as a link does.
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "copy" => Self::CopyAddress,
            "print" => Self::Print,
            "share" => Self::Share,
            "close" => Self::CloseNotice,
            _ => return None,
        })
    }
}
