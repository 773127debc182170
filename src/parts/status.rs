//! The polite line that says when newer figures are shown, and when they could not be had. With nothing to say it holds nothing at
//! all, so that its bar does not show.

use leptos::prelude::*;

use crate::parts::mark::said;

#[component]
pub fn StatusPart(message: RwSignal<String>) -> impl IntoView {
    view! { <p data-part="status" role="status">{said(message)}</p> }
}
