//! Marks of a district that come and go: chosen, pointed at; and single texts out of a view model. They must not know what causes them.
//!
//! Every kind of value in a signal is code of its own in the browser, about half a KB (brotli): what stands in an attribute or in an element is a
//! `String` or an `Option<String>`, even where it is but a flag.

use leptos::prelude::*;

/// A word, such as `true`, or no attribute at all.
pub type Flag = Signal<Option<String>>;

/// Which district is chosen and which is pointed at; shared by map and board.
#[derive(Clone, Copy)]
pub struct Marks {
    pub district: RwSignal<Option<String>>,
    pub hover: RwSignal<Option<String>>,
}

impl Marks {
    /// Whether this district is the chosen one.
    pub fn selected(self, code: &str) -> Flag {
        let code = code.to_owned();
        Signal::derive(move || flag(self.district.with(|chosen| chosen.as_ref() == Some(&code))))
    }

    /// Whether this district is pointed at or has the focus.
    pub fn hovered(self, code: &str) -> Flag {
        let code = code.to_owned();
        Signal::derive(move || flag(self.hover.with(|hovered| hovered.as_ref() == Some(&code))))
    }
}

fn flag(on: bool) -> Option<String> {
    on.then(|| "true".into())
}

/// What a status line says. With nothing to say it holds nothing at all: a text node that is empty would be served as a space, and style would show
/// an empty bar.
pub fn said(message: RwSignal<String>) -> Signal<Option<String>> {
    Signal::derive(move || Some(message.get()).filter(|message| !message.is_empty()))
}

/// One text of a view model.
pub fn text_of<T: Send + Sync + 'static>(view: Memo<T>, read: fn(&T) -> &str) -> Signal<String> {
    Signal::derive(move || view.with(|view| read(view).to_owned()))
}
