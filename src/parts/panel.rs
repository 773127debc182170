//! The panel: the selected place and its figures. It must not know how a place comes to be selected.

use leptos::{either::Either, prelude::*};

use crate::{text::Text, view::Panel};

#[component]
pub fn PanelPart(text: &'static Text, view: Memo<Panel>) -> impl IntoView {
    let lines = move || view.with(|v| v.lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view());
    let way = move || match view.with(|v| v.home.clone()) {
        Some(home) => Either::Left(view! { <a class="all" href=home>{text.whole_province}</a> }),
        None => Either::Right(text.panel_help),
    };
    view! {
        <aside data-part="panel" aria-labelledby="chon-h" tabindex="-1">
            <h2 id="chon-h">{move || view.with(|v| v.name.clone())}</h2>
            <ul>{lines}</ul>
            <p class="as-of">{move || view.with(|v| v.as_of.clone())}</p>
            <p class="fine">{way}</p>
        </aside>
    }
}
