//! Sharing: the system's sheet where there is one, else a copied link; plain links to Zalo and Facebook; print.

use leptos::prelude::*;

use crate::{
    parts::{
        mark::{Flag, said},
        markup::escape_html,
    },
    text::Text,
};

#[component]
pub fn SharePart(
    text: &'static Text,
    sentence: Signal<String>,
    /// The page's whole address, percent-encoded for use inside another; empty while the host is not known.
    encoded: Signal<String>,
    /// Whether the browser has a share sheet.
    sheet: RwSignal<bool>,
    /// What came of the last copy.
    outcome: RwSignal<String>,
) -> impl IntoView {
    // Without an address there is nothing to hand on; the place is kept, so that nothing moves once there is.
    let unknown: Flag = Signal::derive(move || encoded.with(String::is_empty).then(String::new));
    let no_sheet: Flag = Signal::derive(move || (!sheet.get()).then(String::new));
    let at = move |start: &'static str| Signal::derive(move || encoded.with(|address| format!("{start}{address}")));
    view! {
        <section data-part="share" aria-labelledby="chia-se-h">
            <div>
                <h2 id="chia-se-h">{text.share_heading}</h2>
                <p class="sentence" inner_html=Signal::derive(move || sentence.with(|said| escape_html(said)))></p>
            </div>
            <p class="acts">
                <button type="button" data-act="copy">{text.copy_link}</button>
                <button type="button" data-act="print">{text.print}</button>
                <a rel="noopener" data-act="zalo" data-off=unknown href=at("https://zalo.me/share?url=")>{text.on_zalo}</a>
                <a rel="noopener" data-act="facebook" data-off=unknown href=at("https://www.facebook.com/sharer/sharer.php?u=")>{text.on_facebook}</a>
                // Last, so that no gap shows where there is no sheet.
                <button type="button" data-act="share" data-off=no_sheet>{text.share}</button>
            </p>
            <p class="outcome" role="status" inner_html=said(outcome)></p>
        </section>
    }
}
