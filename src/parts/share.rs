//! Sharing: the system's sheet where there is one, else a copied link; plain links to Zalo and Facebook; print.

use leptos::prelude::*;

use crate::{
    parts::markup::{escape_html, tag},
    text::Text,
    view::Share,
};

#[component]
pub fn SharePart(
    text: &'static Text,
    view: Share,
    /// The page's whole address, percent-encoded for use inside another; empty while the host is not known.
    encoded: String,
    /// Whether the browser has a share sheet.
    sheet: bool,
    /// What came of the last copy.
    outcome: String,
) -> impl IntoView {
    // Without an address there is nothing to hand on; the place is kept, so that nothing moves once there is.
    let off = |off: bool| if off { " data-off" } else { "" };
    let mut top = String::new();
    tag(&mut top, "h2 id=\"chia-se-h\"", text.share_heading);
    tag(&mut top, "p class=\"sentence\"", &view.sentence);
    let mut acts = String::new();
    for (word, name) in [("copy", text.copy_link), ("print", text.print)] {
        tag(&mut acts, &format!("button type=\"button\" data-act=\"{word}\""), name);
    }
    let unknown = off(encoded.is_empty());
    for (word, to, name) in [
        ("zalo", "https://zalo.me/share?url=", text.on_zalo),
        ("facebook", "https://www.facebook.com/sharer/sharer.php?u=", text.on_facebook),
    ] {
        tag(&mut acts, &format!("a rel=\"noopener\" data-act=\"{word}\"{unknown} href=\"{to}{}\"", escape_html(&encoded)), name);
    }
    // Last, so that no gap shows where there is no sheet.
    tag(&mut acts, &format!("button type=\"button\" data-act=\"share\"{}", off(!sheet)), text.share);
    view! {
        <section data-part="share" aria-labelledby="chia-se-h">
            <div inner_html=top></div>
            <p class="acts" inner_html=acts></p>
            <p class="outcome" role="status" inner_html=escape_html(&outcome)></p>
        </section>
    }
}
