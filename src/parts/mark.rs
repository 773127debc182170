//! Marks that come and go. They must not know what causes them.

use leptos::prelude::*;

/// `"true"` or no attribute at all.
pub fn flag(on: bool) -> Option<&'static str> {
    on.then_some("true")
}

/// `"true"` while the pointed-at district is this one. The one thing that changes too often to draw a part anew for it.
pub fn pointed(code: &str, at: RwSignal<Option<String>>) -> impl Fn() -> Option<&'static str> + Send + Sync + 'static + use<> {
    let code = code.to_string();
    move || flag(at.with(|at| at.as_deref() == Some(code.as_str())))
}
