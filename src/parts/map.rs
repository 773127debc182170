//! The choropleth: shapes that are links, one Tab stop, arrow keys, a tooltip, a legend, and the map in words.
//! It must not know figures beyond their finished strings, nor the network or the address bar.

use leptos::prelude::*;

use crate::{
    parts::{
        mark::{flag, pointed},
        markup::{escape_html, items, tag, wrap},
    },
    text::Text,
    view::{MapDistrict, MapView},
};

#[component]
pub fn MapPart(
    text: &'static Text,
    view: MapView,
    hovered: RwSignal<Option<String>>,
    /// The district that the Tab key leads to, once one has had the focus.
    roving_tabindex: RwSignal<Option<String>>,
    /// What the live region says.
    live_message: String,
    live: bool,
) -> impl IntoView {
    // One Tab stop: the last focused district, else the selected, else the first. Without wasm every link keeps its own.
    let first = view.districts.iter().find(|d| d.selected).or(view.districts.first()).map(|d| d.code.clone());
    let selected = view.districts.iter().find(|d| d.selected);
    let chosen = |kind: &str| selected.map(|d| format!("#{kind}{}", d.code));
    let (chosen, over) = (chosen("s"), chosen("t"));
    let over_class = format!("over {}", class_name(selected.and_then(|d| d.class)));
    let outline: String = view.districts.iter().map(|d| format!("<use href=\"#s{}\"/>", escape_html(&d.code))).collect();
    // Its place is the district's label point, so that mouse, touch and keyboard get the same one.
    let tips: Vec<(String, String, String)> = view.districts.iter().map(|d| (d.code.clone(), d.place.clone(), d.spoken.clone())).collect();
    let tip = move || {
        let mut out = String::new();
        hovered.with(|hovered| {
            if let Some((_, place, words)) = tips.iter().find(|(code, ..)| hovered.as_ref() == Some(code)) {
                tag(&mut out, &format!("p role=\"tooltip\" class=\"tip\" style=\"{place}\""), words);
            }
        });
        out
    };
    let mut below = String::new();
    wrap(&mut below, &format!("ul class=\"legend\" aria-label=\"{}\"", escape_html(text.legend)), |out| {
        for row in &view.legend {
            wrap(out, "li", |out| {
                out.push_str(&format!("<i class=\"{}\"></i>{} ", class_name(row.class), escape_html(&row.text)));
                tag(out, "small", &row.count);
            });
        }
    });
    tag(&mut below, "p class=\"fine help\"", text.map_help);
    tag(&mut below, "p class=\"fine\"", &view.boundaries);
    let mut words = String::new();
    tag(&mut words, "summary", text.text_map);
    tag(&mut words, "p class=\"summary\"", &view.summary);
    items(&mut words, "ul", &view.lines);
    view! {
        <section data-part="map" id="ban-do" aria-labelledby="ban-do-h">
            <h2 id="ban-do-h">{text.map_heading}</h2>
            <fieldset class="measures" disabled=!live>
                <legend>{text.measure}</legend>
                {view.measures.into_iter().map(|m| view! {
                    <label>
                        <input type="radio" name="measure" value=m.value.word() checked=m.chosen prop:checked=m.chosen/>
                        <span>{m.name}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <p class="caption">{view.caption}</p>
            <div class="sheet">
                <svg
                    viewBox=view.view_box
                    role="group"
                    aria-labelledby="ban-do-h"
                >
                    <g class="outline" inner_html=outline></g>
                    {view.districts.into_iter().map(|d| shape(d, hovered, roving_tabindex, first.clone(), live)).collect_view()}
                    // The outline of the chosen one lies over its neighbours, and its name over the outline.
                    <use class="chosen" href=chosen/>
                    <use class=over_class href=over/>
                </svg>
                <div inner_html=tip></div>
            </div>
            <p class="said" aria-live="polite">{live_message}</p>
            <div inner_html=below></div>
            <details class="text-map" inner_html=words></details>
        </section>
    }
}

/// One district: a link to its own page, so that a tap does something before and without wasm.
fn shape(
    d: MapDistrict,
    hovered: RwSignal<Option<String>>,
    roving_tabindex: RwSignal<Option<String>>,
    first: Option<String>,
    live: bool,
) -> impl IntoView {
    let [x, y] = d.label;
    let mut inner = format!("<path id=\"s{}\" d=\"{}\"/>", escape_html(&d.code), escape_html(&d.d));
    if d.small {
        inner.push_str(&format!("<circle class=\"hit\" cx=\"{x}\" cy=\"{y}\" r=\"60\"/>"));
    }
    inner.push_str(&format!("<g id=\"t{}\">", escape_html(&d.code)));
    tag(&mut inner, &format!("text class=\"name\" x=\"{x}\" y=\"{y}\""), &d.name);
    inner.push(' ');
    tag(&mut inner, &format!("text class=\"figure\" x=\"{x}\" y=\"{y}\" dy=\"1em\""), &d.figure);
    inner.push_str("</g>");
    let code = d.code.clone();
    let tab = move || live.then(|| if roving_tabindex.get().or_else(|| first.clone()).as_deref() == Some(&code) { "0" } else { "-1" });
    view! {
        <g>
            <a
                href=d.href
                class=class_name(d.class)
                data-selected=flag(d.selected)
                data-hovered=pointed(&d.code, hovered)
                aria-current=flag(d.selected)
                aria-label=d.spoken
                tabindex=tab
                data-district=d.code
                inner_html=inner
            ></a>
        </g>
    }
}

fn class_name(class: Option<usize>) -> String {
    class.map_or_else(|| "c-".into(), |class| format!("c{class}"))
}
