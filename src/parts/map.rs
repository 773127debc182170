//! The choropleth: shapes that are links, one Tab stop, arrow keys, a tooltip, a legend, and the map in words.
//! It must not know figures beyond their finished strings, nor the network or the address bar.

use leptos::prelude::*;

use crate::{
    campaign::Measure,
    parts::mark::{Marks, flag},
    text::Text,
    view::{Action, LegendRow, MapDistrict, MapView, MeasureChoice},
};

#[component]
pub fn MapPart(
    text: &'static Text,
    view: Memo<MapView>,
    measure: Memo<Measure>,
    marks: Marks,
    /// The district that the Tab key leads to, once one has had the focus.
    roving_tabindex: RwSignal<Option<String>>,
    /// What the live region says.
    live_message: RwSignal<String>,
    live: RwSignal<bool>,
    act: Callback<Action>,
) -> impl IntoView {
    // One Tab stop: the last focused district, else the selected, else the first. Without wasm every link keeps its own.
    let tab_stop = Memo::new(move |_| {
        let first = || view.with(|v| v.districts.first().map(|d| d.code.clone()));
        roving_tabindex.get().or_else(|| marks.district.get()).or_else(first)
    });
    let codes = move || view.with(|v| v.districts.iter().map(|d| d.code.clone()).collect::<Vec<_>>());
    // The outline of the chosen one lies over its neighbours, and its name over the outline.
    let chosen = move |part: &'static str| move || marks.district.get().map(|code| format!("#{part}{code}"));
    let class_of_chosen = move || {
        let class = marks.district.with(|code| view.with(|v| v.district(code.as_deref()?)?.class));
        format!("over {}", class_name(class))
    };
    // Its place is the district's label point, so that mouse, touch and keyboard get the same one.
    let tip = move || {
        let tip = marks.hover.with(|code| view.with(|v| v.district(code.as_deref()?).map(|d| (d.place.clone(), d.spoken.clone()))));
        tip.map(|(place, words)| view! { <p role="tooltip" class="tip" style=place>{words}</p> })
    };
    view! {
        <section data-part="map" id="ban-do" aria-labelledby="ban-do-h">
            <h2 id="ban-do-h">{text.map_heading}</h2>
            <fieldset class="measures" disabled=move || !live.get()>
                <legend>{text.measure}</legend>
                {move || view.with(|v| v.measures.iter().map(|m| choice(m, measure, act)).collect_view())}
            </fieldset>
            <p class="caption">{move || view.with(|v| v.caption.clone())}</p>
            <div class="sheet">
                <svg viewBox=move || view.with(|v| v.view_box.clone()) role="group" aria-labelledby="ban-do-h">
                    <g class="outline">
                        <For each=codes key=|code| code.clone() children=|code| view! { <use href=format!("#s{code}")/> }/>
                    </g>
                    <For each=codes key=|code| code.clone() children=move |code| shape(code, view, marks, tab_stop, live)/>
                    <use class="chosen" href=chosen("s")/>
                    <use class=class_of_chosen href=chosen("t")/>
                </svg>
                <div>{tip}</div>
            </div>
            <p class="said" aria-live="polite">{move || live_message.get()}</p>
            <div>
                <ul class="legend" aria-label=text.legend>{move || view.with(|v| v.legend.iter().map(legend_row).collect_view())}</ul>
                <p class="fine help">{text.map_help}</p>
                <p class="fine">{move || view.with(|v| v.boundaries.clone())}</p>
            </div>
            <details class="text-map">
                <summary>{text.text_map}</summary>
                <p class="summary">{move || view.with(|v| v.summary.clone())}</p>
                <ul>{move || view.with(|v| v.lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view())}</ul>
            </details>
        </section>
    }
}

fn choice(m: &MeasureChoice, chosen: Memo<Measure>, act: Callback<Action>) -> impl IntoView + use<> {
    let value = m.value;
    view! {
        <label>
            <input
                type="radio"
                name="measure"
                value=value.word()
                checked=m.chosen
                prop:checked=move || chosen.get() == value
                on:change=move |_| act.run(Action::Measure(value))
            />
            <span>{m.name}</span>
        </label>
    }
}

fn legend_row(row: &LegendRow) -> impl IntoView + use<> {
    view! { <li><i class=class_name(row.class)></i>{row.text.clone()}" "<small>{row.count.clone()}</small></li> }
}

/// One district: a link to its own page, so that a tap does something before and without wasm. Its border and label point stay; what the
/// measure, the report or the choice changes are attributes and two texts.
fn shape(code: String, view: Memo<MapView>, marks: Marks, tab_stop: Memo<Option<String>>, live: RwSignal<bool>) -> impl IntoView {
    let own = code.clone();
    let district = Memo::new(move |_| view.with(|v| v.district(&own).cloned().unwrap_or_default()));
    let MapDistrict { d, label: [x, y], small, href, name, .. } = district.get_untracked();
    let (selected, current, hovered) = (marks.selected(&code), marks.selected(&code), marks.hovered(&code));
    let own = code.clone();
    let tab = move || live.get().then(|| if tab_stop.with(|stop| stop.as_deref() == Some(own.as_str())) { "0" } else { "-1" });
    view! {
        <g>
            <a
                href=href
                class=move || district.with(|d| class_name(d.class))
                data-selected=move || flag(selected())
                data-lit=move || flag(hovered())
                aria-current=move || flag(current())
                aria-label=move || district.with(|d| d.spoken.clone())
                tabindex=tab
                data-district=code.clone()
            >
                <path id=format!("s{code}") d=d/>
                {small.then(|| view! { <circle class="hit" cx=x cy=y r="60"/> })}
                <g id=format!("t{code}")>
                    <text class="name" x=x y=y>{name}</text>
                    " "
                    <text class="figure" x=x y=y dy="1em">{move || district.with(|d| d.figure.clone())}</text>
                </g>
            </a>
        </g>
    }
}

fn class_name(class: Option<usize>) -> String {
    class.map_or_else(|| "c-".into(), |class| format!("c{class}"))
}
