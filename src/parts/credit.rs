//! The foot of an embed: the source, the moment, and the way to the full page. It must not know addresses but those
//! handed in.

use leptos::prelude::*;

use crate::{
    parts::markup::{escape_html, tag, wrap},
    text::{Text, embed::EmbedText},
    view::Brief,
};

#[component]
pub fn CreditPart(
    text: &'static Text,
    words: &'static EmbedText,
    view: Brief,
    /// The address of the full page.
    full: String,
) -> impl IntoView {
    let mut block = String::new();
    wrap(&mut block, "p class=\"credit\"", |out| {
        if view.at.is_some() {
            match &view.source_url {
                Some(url) => outside(out, words, url, "", &format!("{}.", view.source)),
                None => out.push_str(&escape_html(&format!("{}.", view.source))),
            }
            out.push(' ');
        }
        tag(out, "b class=\"as-of\"", &view.as_of);
    });
    wrap(&mut block, "p class=\"ways\"", |out| {
        outside(out, words, &full, " class=\"full\"", words.full);
        out.push(' ');
        outside(out, words, &format!("{full}#cai-dat"), " class=\"install\"", text.install_now);
    });
    view! { <footer data-part="source" inner_html=block></footer> }
}

/// A link that leaves the frame: in a new tab, so that the page around it stays.
pub fn outside(out: &mut String, words: &EmbedText, url: &str, more: &str, name: &str) {
    tag(out, &format!("a{more} target=\"_blank\" rel=\"noopener\" title=\"{}\" href=\"{}\"", words.new_tab, escape_html(url)), name);
}
