//! Trend and comparison: a chart and the table that says the same. Natively the chart is an SVG in the page; in the browser
//! the same drawing goes to a canvas, once there is time. It must not know the figures' origin.

use leptos::{html, prelude::*};

use crate::{text::Text, view::Trend};

#[component]
pub fn TrendPart(
    text: &'static Text,
    view: Signal<Trend>,
    /// The chart as the tool drew it; the browser finds it in the page and hands in nothing.
    drawn: String,
    /// Changes when the chart must be drawn again for another reason than its figures: size, theme.
    redraw: Signal<u32>,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let live = RwSignal::new(false);
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |_| {
        redraw.track();
        if let Some(canvas) = canvas.get() {
            live.set(true);
            view.with(|v| super::chart::on_canvas(&canvas, &v.chart));
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = redraw;
    view! {
        <section data-part="trend" aria-labelledby="dien-bien-h">
            <h2 id="dien-bien-h">{text.trend_heading}</h2>
            <p class="caption">{move || view.with(|v| v.caption.clone())}</p>
            <div class="plot" aria-hidden="true" data-live=move || live.get().then_some("true")>
                <div inner_html=drawn></div>
                <canvas node_ref=canvas></canvas>
            </div>
            <details>
                <summary>{text.table}</summary>
                <table>
                    <thead><tr>{move || view.get().head.into_iter().map(|h| view! { <th scope="col">{h}</th> }).collect_view()}</tr></thead>
                    <tbody>
                        {move || view.get().rows.into_iter().map(|row| {
                            let mut cells = row.into_iter();
                            let head = cells.next();
                            view! { <tr><th scope="row">{head}</th>{cells.map(|c| view! { <td class="n">{c}</td> }).collect_view()}</tr> }
                        }).collect_view()}
                    </tbody>
                </table>
            </details>
        </section>
    }
}
