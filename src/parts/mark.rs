//! Marks of a district that come and go: chosen, pointed at; and single texts out of a view model. They must not know what causes them.
//!
//! Every kind of value in a signal is code of its own in the browser, about half a KB (brotli): what stands in an attribute or in an element is a
//! `String` or an `Option<String>`, even where it is but a flag.

use leptos::prelude::*;

use super::markup::escape_html;

/// A word, such as `true`, or no attribute at all.
pub type Flag = Signal<Option<String>>;

/// Which district is chosen, which is pointed at and which the Tab key leads to; shared by map and board.
#[derive(Clone, Copy)]
pub struct Marks {
    pub district: RwSignal<Option<String>>,
    pub hover: RwSignal<Option<String>>,
    /// The district that the Tab key leads to on the map.
    pub tab_stop: Signal<Option<String>>,
}

impl Marks {
    /// Whether this district is the chosen one as its element is made. Later changes are the platform's to mark.
    pub fn selected(self, code: &str) -> Option<String> {
        flag(self.district, code)
    }

    /// Whether this district is pointed at or has the focus as its element is made.
    pub fn hovered(self, code: &str) -> Option<String> {
        flag(self.hover, code)
    }
}

fn flag(marked: RwSignal<Option<String>>, code: &str) -> Option<String> {
    marked.with_untracked(|marked| marked.as_deref() == Some(code)).then(|| "true".into())
}

/// What a line says, as the whole inside of its element; see [`text_of`]. With nothing to say it is empty.
pub fn said(message: RwSignal<String>) -> Signal<String> {
    Signal::derive(move || message.with(|message| escape_html(message)))
}

/// One text of a view model, as the whole inside of its element: a text node may have been wrapped or replaced by the browser's translator, and what is
/// written into a node that the page no longer holds is seen by nobody.
pub fn text_of<T: Send + Sync + 'static>(view: Memo<T>, read: fn(&T) -> &str) -> Signal<String> {
    Signal::derive(move || view.with(|view| escape_html(read(view))))
}

/// One text of a view model, for an attribute.
pub fn attribute_of<T: Send + Sync + 'static>(view: Memo<T>, read: fn(&T) -> &str) -> Signal<String> {
    Signal::derive(move || view.with(|view| read(view).to_owned()))
}
