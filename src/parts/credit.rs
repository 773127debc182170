//! The foot of an embed: the source, the moment, and the way to the full page. It must not know addresses but those handed in.

use leptos::{either::Either, prelude::*};

use crate::{
    parts::mark::text_of,
    text::{Text, embed::EmbedText},
    view::Brief,
};

#[component]
pub fn CreditPart(
    text: &'static Text,
    words: &'static EmbedText,
    view: Memo<Brief>,
    /// The address of the full page.
    full: Signal<String>,
) -> impl IntoView {
    let install = Signal::derive(move || format!("{}#cai-dat", full.get()));
    let source = move || {
        view.with(|v| {
            let source = format!("{}.", v.source);
            let lang = v.source_is_vietnamese.then_some("vi");
            v.at.map(|_| match v.source_url.clone() {
                Some(url) => {
                    Either::Left(view! { <a lang=lang target="_blank" rel="noopener" title=words.new_tab href=url>{source}</a>" " })
                }
                None => Either::Right(view! { <span lang=lang>{source}</span>" " }),
            })
        })
    };
    // Links that leave the frame open a new tab, so that the page around it stays.
    view! {
        <footer data-part="source">
            <p class="credit">{source}<b class="as-of" inner_html=text_of(view, |v| &v.as_of)></b></p>
            <p class="ways">
                <a class="full" target="_blank" rel="noopener" title=words.new_tab href=full>{words.full}</a>
                " "
                <a class="install" target="_blank" rel="noopener" title=words.new_tab href=install>
                    {text.install_now}
                </a>
            </p>
        </footer>
    }
}
