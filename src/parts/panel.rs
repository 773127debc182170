//! The panel: the selected place and its figures. It must not know how a place comes to be selected.

use leptos::prelude::*;

use crate::{
    parts::{
        mark::Flag,
        markup::{escape_html, tag, wrap},
    },
    text::Text,
    view::Panel,
};

#[component]
pub fn PanelPart(text: &'static Text, view: Memo<Panel>) -> impl IntoView {
    let chosen: Flag = Signal::derive(move || view.with(|v| (!v.home.is_empty()).then(String::new)));
    let inside = Signal::derive(move || view.with(|v| inside(text, v)));
    view! { <aside data-part="panel" aria-labelledby="chon-h" tabindex="-1" data-chosen=chosen inner_html=inside></aside> }
}

/// All of it as markup, for the reason given in `headline`: it is read; the one link is heard by the listener of the page.
fn inside(text: &Text, view: &Panel) -> String {
    let mut out = String::new();
    tag(&mut out, "h2 id=\"chon-h\"", &view.name);
    wrap(&mut out, "ul", |out| view.lines.iter().for_each(|line| tag(out, "li", line)));
    tag(&mut out, "p class=\"as-of\"", &view.as_of);
    // With nothing chosen the two stand in one line.
    out.push(' ');
    wrap(&mut out, "p class=\"fine\"", |out| match view.home.as_str() {
        "" => out.push_str(&escape_html(text.panel_help)),
        home => tag(out, &format!("a class=\"all\" href=\"{}\"", escape_html(home)), text.whole_province),
    });
    out
}
