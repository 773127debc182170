//! Sharing: the system's sheet where there is one, else a copied link; plain links to Zalo and Facebook; print.

use leptos::{prelude::*, wasm_bindgen::JsCast};

use crate::{parts::Act, text::Text, view::Share};

#[component]
pub fn SharePart(
    text: &'static Text,
    view: Signal<Share>,
    /// The page's whole address, percent-encoded for use inside another address.
    encoded: Signal<String>,
    /// Whether the browser has a share sheet.
    sheet: Signal<bool>,
    /// What came of the last copy.
    outcome: Signal<String>,
    act: Callback<Act>,
) -> impl IntoView {
    let on_click = move |event: leptos::ev::MouseEvent| {
        let button = event.target().and_then(|t| t.dyn_into::<leptos::web_sys::Element>().ok()).and_then(|e| e.get_attribute("data-act"));
        match button.as_deref() {
            Some("share") => act.run(Act::Share),
            Some("copy") => act.run(Act::Copy),
            Some("print") => act.run(Act::Print),
            _ => {}
        }
    };
    // While the host is not known there is no address to hand on; the place is kept, so that nothing moves once it is.
    let off = move || encoded.with(String::is_empty).then_some("true");
    view! {
        <section data-part="share" aria-labelledby="chia-se-h" on:click=on_click>
            <h2 id="chia-se-h">{text.share_heading}</h2>
            <p class="sentence">{move || view.with(|v| v.sentence.clone())}</p>
            <p class="acts">
                <button type="button" data-act="copy">{text.copy_link}</button>
                <a data-act="zalo" rel="noopener" data-off=off href=move || format!("https://zalo.me/share?url={}", encoded.get())>{text.on_zalo}</a>
                <a data-act="facebook" rel="noopener" data-off=off href=move || format!("https://www.facebook.com/sharer/sharer.php?u={}", encoded.get())>{text.on_facebook}</a>
                <button type="button" data-act="print">{text.print}</button>
                <button type="button" data-act="share" data-off=move || (!sheet.get()).then_some("true")>{text.share}</button>
            </p>
            <p class="outcome" role="status">{move || outcome.get()}</p>
        </section>
    }
}
