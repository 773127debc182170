//! The choropleth: shapes that are links, one Tab stop, arrow keys, a tooltip, a legend, and the map in words.
//! It must not know figures beyond their finished strings, nor the network or the address bar.

use leptos::prelude::*;

use crate::{
    parts::{
        mark::{Flag, Marks, attribute_of, said, text_of},
        markup::{escape_html, some, tag, wrap},
    },
    text::Text,
    view::{MapDistrict, MapView},
};

#[component]
pub fn MapPart(
    text: &'static Text,
    view: Memo<MapView>,
    marks: Marks,
    /// What the live region says.
    live_message: RwSignal<String>,
    disabled: RwSignal<bool>,
    /// What stands above the map: the choice of a measure, where there is one.
    choice: impl IntoView + 'static,
    /// What stands below its legend.
    help: impl IntoView + 'static,
) -> impl IntoView {
    let codes = move || view.with(|v| v.districts.iter().map(|d| d.code.clone()).collect::<Vec<_>>());
    let outlines = Signal::derive(move || view.with(|v| outlines(v, marks.hover.get(), marks.district.get())));
    let of_hovered = move |read: fn(&MapDistrict) -> String| {
        let read =
            move |code: &Option<String>| view.with(|v| code.as_ref().and_then(|code| v.district(code)).map(read).unwrap_or_default());
        Signal::derive(move || marks.hover.with(read))
    };
    let (tip, tip_place) = (of_hovered(tip), of_hovered(|district| district.place.clone()));
    let mark_place = attribute_of(view, |v| v.legend_mark.as_ref().map_or("", |mark| &mark.place));
    view! {
        <section data-part="map" id="ban-do" aria-labelledby="ban-do-h">
            <h2 id="ban-do-h">{text.map_heading}</h2>
            {choice}
            <p class="caption" inner_html=text_of(view, |v| &v.caption)></p>
            <div class="sheet">
                <svg viewBox=attribute_of(view, |v| &v.view_box) role="group" aria-labelledby="ban-do-h">
                    <g class="outline" inner_html=Signal::derive(move || view.with(outline))></g>
                    <For each=codes key=|code| code.clone() children=move |code| shape(code, view, marks, disabled)/>
                    <g class="marks" inner_html=outlines></g>
                </svg>
                <div inner_html=tip prop:style=tip_place></div>
            </div>
            <p class="said" aria-live="polite" inner_html=said(live_message)></p>
            <div>
                <ul class="legend" aria-label=text.legend prop:style=mark_place inner_html=Signal::derive(move || view.with(legend))></ul>
                {help}
                <p class="fine" inner_html=text_of(view, |v| &v.boundaries)></p>
            </div>
            <details class="text-map">
                <summary>{text.text_map}</summary>
                <p class="summary" inner_html=text_of(view, |v| &v.summary)></p>
                <ul inner_html=Signal::derive(move || view.with(lines))></ul>
            </details>
        </section>
    }
}

/// The tooltip. Its place is the district's label point, so that mouse, touch and keyboard get the same one. As typed nodes it would weigh 0.5 KB
/// more in the browser (brotli).
fn tip(district: &MapDistrict) -> String {
    let mut out = String::new();
    tag(&mut out, "p role=\"tooltip\" class=\"tip\"", &district.spoken);
    out
}

/// One line below all shapes, drawn from the shapes themselves. As keyed nodes it would weigh 1.6 KB more in the browser (brotli).
fn outline(view: &MapView) -> String {
    let mut out = String::new();
    for district in &view.districts {
        tag(&mut out, &format!("use href=\"#s{}\"", escape_html(&district.code)), "");
    }
    if !view.frames.is_empty() {
        tag(&mut out, &format!("path stroke-width=\"3\" d=\"{}\"", view.frames), "");
    }
    out
}

/// What is pointed at or has the focus, then what is chosen: an outline in two tones over all neighbours, so that it stands out from every class, and the
/// name over the outline.
fn outlines(view: &MapView, hovered: Option<String>, chosen: Option<String>) -> String {
    let hovered = hovered.filter(|code| chosen.as_ref() != Some(code)).map(|code| (code, "lit"));
    let mut out = String::new();
    for (code, kind) in hovered.into_iter().chain(chosen.map(|code| (code, "chosen"))) {
        let Some(district) = view.district(&code) else { continue };
        let mut mark =
            |class: &str, part: char| tag(&mut out, &format!("use class=\"{class}\" href=\"#{part}{}\"", escape_html(&code)), "");
        mark("ring", 's');
        mark(kind, 's');
        mark(&class_name(district.class), 't');
    }
    out
}

/// The legend and the map in words as markup: they are read, never pressed, and as typed nodes they would weigh 2 KB more in
/// the browser (brotli), of a module over its limit.
fn legend(view: &MapView) -> String {
    let mut out = String::new();
    for row in &view.legend {
        wrap(&mut out, if row.class.is_some() { "li" } else { "li class=\"none\"" }, |out| {
            tag(out, &format!("i class=\"{}\"", class_name(row.class)), "");
            // Eyes read the breaks below the bar, ears and copies the whole class.
            some(out, "b aria-hidden=\"true\"", row.low.as_deref());
            let words = if row.class.is_some() { "span class=\"said\"" } else { "span" };
            tag(out, words, &format!("{} {}", row.text, row.count));
        });
    }
    if let Some(mark) = &view.legend_mark {
        tag(&mut out, "li class=\"mark\"", &mark.text);
    }
    out
}

fn lines(view: &MapView) -> String {
    let mut out = String::new();
    view.lines.iter().for_each(|line| tag(&mut out, "li", line));
    out
}

/// One district: a link to its own page, so that a tap does something before and without wasm. Its border and label point stay; what the
/// measure, the report or the choice changes are attributes and two texts.
fn shape(code: String, view: Memo<MapView>, marks: Marks, disabled: RwSignal<bool>) -> impl IntoView {
    let MapDistrict { d, label: [x, y], leader, href, name, .. } = view.with_untracked(|v| v.district(&code).cloned().unwrap_or_default());
    let of_district = |read: fn(&MapDistrict) -> String| {
        let code = code.clone();
        Signal::derive(move || view.with(|v| v.district(&code).map(read).unwrap_or_default()))
    };
    let selected = marks.selected(&code);
    let out = leader.as_ref().map(|_| "");
    let own = code.clone();
    // Without wasm every link keeps its own stop; where it is later, is the platform's to mark.
    let tab: Flag = Signal::derive(move || {
        (!disabled.get()).then(|| if marks.tab_stop.get_untracked().as_ref() == Some(&own) { "0".into() } else { "-1".into() })
    });
    view! {
        <g>
            <a
                href=href
                class=of_district(|d| class_name(d.class))
                data-selected=selected.clone()
                data-lit=marks.hovered(&code)
                aria-current=selected
                aria-label=of_district(|d| d.spoken.clone())
                tabindex=tab
                data-district=code.clone()
            >
                <path id=format!("s{code}") d=d/>
                {leader.is_some().then(|| view! { <ellipse class="reach" cx=x cy=y rx="80" ry="36"/> })}
                <g id=format!("t{code}")>
                    {leader.map(|line| view! { <path class="ring" d=line.clone()/><path class="leader" d=line/> })}
                    <text class="name" x=x y=y data-out=out>{name}</text>
                    " "
                    <text class="figure" x=x y=y dy="1em" data-out=out inner_html=of_district(|d| escape_html(&d.figure))></text>
                </g>
            </a>
        </g>
    }
}

fn class_name(class: Option<usize>) -> String {
    class.map_or_else(|| "c-".into(), |class| format!("c{class}"))
}
