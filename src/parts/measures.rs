//! The choice of a measure, as one group of radio buttons. It must not know what is shown by it.

use leptos::prelude::*;

use crate::{
    text::Text,
    view::{Action, MapView, MeasureChoice},
};

#[component]
pub fn MeasuresPart(text: &'static Text, view: Memo<MapView>, disabled: RwSignal<bool>, act: Callback<Action>) -> impl IntoView {
    view! {
        <fieldset class="measures" disabled=disabled>
            <legend>{text.measure}</legend>
            {move || view.with(|v| v.measures.iter().map(|m| choice(m, act)).collect_view())}
        </fieldset>
    }
}

/// A press on the chosen one counts as a choice, too: the address names it from then on.
fn choice(m: &MeasureChoice, act: Callback<Action>) -> impl IntoView + use<> {
    let value = m.value;
    view! {
        <label>
            <input
                type="radio"
                name="measure"
                value=value.word()
                checked=m.chosen
                prop:checked=m.chosen
                on:click=move |_| act.run(Action::Measure(value))
            />
            <span>{m.name}</span>
        </label>
    }
}
