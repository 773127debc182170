//! Marks of a district that come and go: chosen, pointed at. They must not know what causes them.

use leptos::prelude::*;

/// Which district is chosen and which is pointed at; shared by map and board.
#[derive(Clone, Copy)]
pub struct Marks {
    pub district: Memo<Option<String>>,
    pub hover: RwSignal<Option<String>>,
}

impl Marks {
    /// Whether this district is the chosen one.
    pub fn selected(self, code: &str) -> impl Fn() -> bool + Copy + Send + Sync + 'static + use<> {
        let code = StoredValue::new(code.to_owned());
        move || self.district.with(|chosen| chosen.as_deref().is_some_and(|chosen| code.with_value(|code| code == chosen)))
    }

    /// Whether this district is pointed at or has the focus.
    pub fn hovered(self, code: &str) -> impl Fn() -> bool + Copy + Send + Sync + 'static + use<> {
        let code = StoredValue::new(code.to_owned());
        move || self.hover.with(|hovered| hovered.as_deref().is_some_and(|hovered| code.with_value(|code| code == hovered)))
    }
}

/// `"true"` or no attribute at all.
pub fn flag(on: bool) -> Option<&'static str> {
    on.then_some("true")
}
