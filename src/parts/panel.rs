//! The panel: the selected place and its figures. It must not know how a place comes to be selected.

use leptos::prelude::*;

use crate::{
    parts::{Act, event::plain},
    text::Text,
    view::Panel,
};

#[component]
pub fn PanelPart(text: &'static Text, view: Signal<Panel>, /** The address of the whole province. */ home: Signal<String>, act: Callback<Act>) -> impl IntoView {
    let all = move |event: leptos::ev::MouseEvent| {
        if plain(&event) {
            event.prevent_default();
            act.run(Act::District(None));
        }
    };
    view! {
        <aside data-part="panel" aria-labelledby="chon-h">
            <h2 id="chon-h">{move || view.with(|v| v.name.clone())}</h2>
            <ul>{move || view.get().lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <p class="as-of">{move || view.with(|v| v.as_of.clone())}</p>
            {move || if view.with(|v| v.code.is_some()) {
                view! { <p><a class="all" href=home on:click=all>{text.whole_province}</a></p> }.into_any()
            } else {
                view! { <p class="fine">{text.panel_help}</p> }.into_any()
            }}
        </aside>
    }
}
