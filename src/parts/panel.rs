//! The panel: the selected place and its figures. It must not know how a place comes to be selected.

use leptos::prelude::*;

use crate::{
    parts::markup::{escape_html, items, tag, wrap},
    text::Text,
    view::Panel,
};

#[component]
pub fn PanelPart(text: &'static Text, view: Panel) -> impl IntoView {
    let mut block = String::new();
    tag(&mut block, "h2 id=\"chon-h\"", &view.name);
    items(&mut block, "ul", &view.lines);
    tag(&mut block, "p class=\"as-of\"", &view.as_of);
    wrap(&mut block, "p class=\"fine\"", |out| match &view.home {
        Some(home) => tag(out, &format!("a class=\"all\" href=\"{}\"", escape_html(home)), text.whole_province),
        None => out.push_str(&escape_html(text.panel_help)),
    });
    view! { <aside data-part="panel" aria-labelledby="chon-h" tabindex="-1" inner_html=block></aside> }
}
