//! The polite line that says when newer figures are shown, and when they could not be had. With nothing to say it holds nothing at
//! all, so that its bar does not show. A reader can close it.

use leptos::prelude::*;

use crate::{parts::mark::said, text::Text};

#[component]
pub fn StatusPart(text: &'static Text, message: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="notice">
            <p data-part="status" role="status" inner_html=said(message)></p>
            <button type="button" class="close" data-act="close" aria-label=text.close title=text.close>"×"</button>
        </div>
    }
}
