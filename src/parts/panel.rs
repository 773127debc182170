//! The panel: the selected place and its figures. It must not know how a place comes to be selected.

use leptos::{either::Either, prelude::*};

use crate::{
    parts::{
        mark::{Flag, text_of},
        markup::tag,
    },
    text::Text,
    view::Panel,
};

#[component]
pub fn PanelPart(text: &'static Text, view: Memo<Panel>) -> impl IntoView {
    let way = move || match view.with(|v| v.home.clone()) {
        home if home.is_empty() => Either::Right(text.panel_help),
        home => Either::Left(view! { <a class="all" href=home>{text.whole_province}</a> }),
    };
    let chosen: Flag = Signal::derive(move || view.with(|v| (!v.home.is_empty()).then(String::new)));
    view! {
        <aside data-part="panel" aria-labelledby="chon-h" tabindex="-1" data-chosen=chosen>
            <h2 id="chon-h">{text_of(view, |v| &v.name)}</h2>
            <ul inner_html=Signal::derive(move || view.with(lines))></ul>
            <p class="as-of">{text_of(view, |v| &v.as_of)}</p>
            <p class="fine">{way}</p>
        </aside>
    }
}

fn lines(view: &Panel) -> String {
    let mut out = String::new();
    view.lines.iter().for_each(|line| tag(&mut out, "li", line));
    out
}
