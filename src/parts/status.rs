//! The polite line that says when newer figures are shown, and when they could not be had.

use leptos::prelude::*;

#[component]
pub fn StatusPart(message: String) -> impl IntoView {
    view! { <p data-part="status" role="status">{message}</p> }
}
