//! The panel: the selected place and its figures. It must not know how a place comes to be selected.

use leptos::{either::Either, prelude::*};

use crate::{text::Text, view::Panel};

#[component]
pub fn PanelPart(text: &'static Text, view: Memo<Panel>) -> impl IntoView {
    // All of it changes with the selection.
    let inside = move || {
        let Panel { name, lines, as_of, home } = view.get();
        let way = match home {
            Some(home) => Either::Left(view! { <a class="all" href=home>{text.whole_province}</a> }),
            None => Either::Right(text.panel_help),
        };
        view! {
            <h2 id="chon-h">{name}</h2>
            <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <p class="as-of">{as_of}</p>
            <p class="fine">{way}</p>
        }
    };
    view! { <aside data-part="panel" aria-labelledby="chon-h" tabindex="-1">{inside}</aside> }
}
