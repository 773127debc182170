//! The polite line that says when newer figures are shown, and when they could not be had. With nothing to say it holds nothing at
//! all, so that its bar does not show.

use leptos::prelude::*;

use super::markup::escape_html;

#[component]
pub fn StatusPart(message: String) -> impl IntoView {
    view! { <p data-part="status" role="status" inner_html=escape_html(&message)></p> }
}
