//! The choropleth: shapes that are links, one Tab stop, arrow keys, a tooltip, a legend, and the map in words.
//! It must not know figures beyond their finished strings, nor the network or the address bar.

use leptos::{ev, prelude::*, svg, wasm_bindgen::JsCast, web_sys};

use crate::{
    campaign::Measure,
    map::{Arrow, Map, nearest, step, view_size},
    parts::{
        Act,
        event::{district_of, mark, plain},
    },
    text::{Lang, Text, decimal, fill},
    view::{MapDistrict, MapView},
};

/// How near a finger must come to a shape to mean it, in CSS pixels.
const FINGER: f64 = 24.0;

#[component]
pub fn MapPart(
    text: &'static Text,
    /// The geometry, for what words can't answer: the neighbour in a direction, the shape nearest to a tap.
    map: StoredValue<Map>,
    view: Signal<MapView>,
    selected: Signal<Option<String>>,
    lit: Signal<Option<String>>,
    measure: Signal<Measure>,
    measures: Signal<Vec<(Measure, &'static str)>>,
    live: Signal<bool>,
    act: Callback<Act>,
) -> impl IntoView {
    let figure = NodeRef::<svg::Svg>::new();
    let focused = RwSignal::new(None::<String>);
    let said = RwSignal::new(String::new());
    let spoken = move |code: &str| view.with(|v| v.districts.iter().find(|d| d.code == code).map(|d| d.spoken.clone()));

    let on_click = move |event: ev::MouseEvent| {
        if !plain(&event) {
            return;
        }
        let code = district_of(&event).or_else(|| figure.get().and_then(|svg| map.with_value(|map| tapped(map, &svg, &event))));
        if let Some(code) = code {
            event.prevent_default();
            focus(figure, &code);
            act.run(Act::District(Some(code)));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let arrow = match event.key().as_str() {
            "ArrowUp" => Arrow::Up,
            "ArrowDown" => Arrow::Down,
            "ArrowLeft" => Arrow::Left,
            "ArrowRight" => Arrow::Right,
            "Escape" => return focused.set(None),
            _ => return,
        };
        let Some(from) = district_of(&event) else { return };
        event.prevent_default();
        if let Some(to) = map.with_value(|map| step(map, &from, arrow).map(String::from)) {
            said.set(spoken(&to).unwrap_or_default());
            focus(figure, &to);
        }
    };
    // What was selected elsewhere (board, Back) is said here too; the first run is the page as it was served.
    Effect::new(move |before: Option<Option<String>>| {
        let now = selected.get();
        if let Some(before) = before
            && before != now
        {
            said.set(match &now {
                Some(code) => spoken(code).map(|s| fill(text.selected, &[&s])).unwrap_or_default(),
                None => text.all_shown.into(),
            });
        }
        now
    });
    // One Tab stop: the focused district, else the selected, else the first. Without wasm every link keeps its own.
    let stop = Signal::derive(move || {
        focused.get().or_else(|| selected.get()).or_else(|| view.with(|v| v.districts.first().map(|d| d.code.clone())))
    });
    let pointed = Signal::derive(move || lit.get().or_else(|| focused.get()));

    view! {
        <section data-part="map" id="ban-do" aria-labelledby="ban-do-h">
            <h2 id="ban-do-h">{text.map_heading}</h2>
            <Measures text measure measures live act/>
            <p class="caption">{move || view.with(|v| v.caption.clone())}</p>
            <div class="sheet">
                <svg
                    node_ref=figure
                    viewBox=move || view.with(|v| v.view_box.clone())
                    role="group"
                    aria-labelledby="ban-do-h"
                    on:click=on_click
                    on:keydown=on_key
                    on:focusin=move |event| focused.set(district_of(&event))
                    on:focusout=move |_| focused.set(None)
                    on:pointerover=move |event| act.run(Act::Lit(district_of(&event)))
                    on:pointerleave=move |_| act.run(Act::Lit(None))
                >
                    <defs>
                        <pattern id="khong" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                            <path d="M0 0h16v16H0z" class="p0"/><path d="M0 0v16" class="p1"/>
                        </pattern>
                    </defs>
                    <g class="outline">
                        {move || view.with(|v| v.districts.iter().map(|d| view! { <use href=format!("#s{}", d.code)/> }).collect_view())}
                    </g>
                    {move || view.with(|v| v.districts.iter().map(|d| shape(d, selected, lit, stop, live)).collect_view())}
                    <g class="marks">
                        <use class="lit" href=move || reference(lit.get())/>
                        <use class="chosen" href=move || reference(selected.get())/>
                    </g>
                </svg>
                {move || tooltip(pointed.get(), view, map)}
            </div>
            <p class="said" aria-live="polite">{move || said.get()}</p>
            <ul class="legend" aria-label=text.legend>
                {move || view.get().legend.into_iter().map(|row| view! {
                    <li><i class=class_name(row.class)></i>{row.text}" "<small>{format!("({})", row.count)}</small></li>
                }).collect_view()}
            </ul>
            <p class="fine help">{text.map_help}</p>
            <details class="text-map">
                <summary>{text.text_map}</summary>
                <p class="summary">{move || view.with(|v| v.summary.clone())}</p>
                <ul>{move || view.get().lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </details>
            <p class="fine">{move || view.with(|v| v.boundaries.clone())}</p>
        </section>
    }
}

#[component]
fn Measures(
    text: &'static Text,
    measure: Signal<Measure>,
    measures: Signal<Vec<(Measure, &'static str)>>,
    live: Signal<bool>,
    act: Callback<Act>,
) -> impl IntoView {
    view! {
        <fieldset class="measures" disabled=move || !live.get()>
            <legend>{text.measure}</legend>
            {move || measures.get().into_iter().map(|(m, name)| view! {
                <label>
                    <input
                        type="radio"
                        name="measure"
                        value=m.word()
                        checked=move || measure.get() == m
                        prop:checked=move || measure.get() == m
                        on:change=move |_| act.run(Act::Measure(m))
                    />
                    <span>{name}</span>
                </label>
            }).collect_view()}
        </fieldset>
    }
}

/// One district: a link to its own page, so that a tap does something before and without wasm.
fn shape(
    d: &MapDistrict,
    selected: Signal<Option<String>>,
    lit: Signal<Option<String>>,
    stop: Signal<Option<String>>,
    live: Signal<bool>,
) -> impl IntoView + use<> {
    let [x, y] = d.label;
    let chosen = mark(&d.code, selected);
    let is_stop = mark(&d.code, stop);
    let tab = move || live.get().then(|| if is_stop().is_some() { "0" } else { "-1" });
    view! {
        <g>
            <a
                href=d.href.clone()
                data-district=d.code.clone()
                class=class_name(d.class)
                data-selected=chosen.clone()
                data-lit=mark(&d.code, lit)
                aria-current=chosen
                aria-label=d.spoken.clone()
                tabindex=tab
            >
                <path id=format!("s{}", d.code) d=d.d.clone()/>
                {d.small.then(|| view! { <circle class="hit" cx=x cy=y r="60"/> })}
                <text class="name" x=x y=y>{d.name.clone()}</text>
                <text class="figure" x=x y=y dy="1em">{d.figure.clone()}</text>
            </a>
        </g>
    }
}

/// Its place is the district's label point, so that mouse, touch and keyboard get the same one.
fn tooltip(code: Option<String>, view: Signal<MapView>, map: StoredValue<Map>) -> Option<impl IntoView> {
    let code = code?;
    let district = view.with(|v| v.districts.iter().find(|d| d.code == code).cloned())?;
    let (width, height) = map.with_value(|map| view_size(&map.view_box))?;
    let place = format!(
        "--x:{}%;--y:{}%",
        decimal(Lang::En, f64::from(district.label[0]) / width * 100.0, 1),
        decimal(Lang::En, f64::from(district.label[1]) / height * 100.0, 1)
    );
    Some(view! { <p role="tooltip" class="tip" style=place>{district.spoken}</p> })
}

fn class_name(class: Option<usize>) -> String {
    class.map_or_else(|| "c-".into(), |class| format!("c{class}"))
}

fn reference(code: Option<String>) -> Option<String> {
    code.map(|code| format!("#s{code}"))
}

/// A tap beside every shape means the nearest one.
fn tapped(map: &Map, svg: &web_sys::SvgElement, event: &ev::MouseEvent) -> Option<String> {
    let frame = svg.get_bounding_client_rect();
    let (width, _) = view_size(&map.view_box)?;
    let scale = width / frame.width();
    let at = |client: i32, start: f64| (f64::from(client) - start) * scale;
    nearest(map, at(event.client_x(), frame.left()), at(event.client_y(), frame.top()), FINGER * scale).map(String::from)
}

fn focus(figure: NodeRef<svg::Svg>, code: &str) {
    let link = figure.get_untracked().and_then(|svg| svg.query_selector(&format!("[data-district=\"{code}\"]")).ok()?);
    if let Some(link) = link {
        // An SVG link has `focus` as an HTML one has, though the bindings know it of HTML elements alone.
        let _ = link.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}
