//! Trend and comparison: a chart and the table that says the same. The chart is an SVG in the page; a module of its own
//! (`browser::chart`) draws the same on the canvas over it, once a reader comes near. It must not know the figures' origin.

use leptos::{either::Either, prelude::*};

use crate::{
    parts::{chart, mark::text_of},
    text::Text,
    view::Trend,
};

#[component]
pub fn TrendPart(
    text: &'static Text,
    view: Memo<Trend>,
    /// The chart as the tool drew it; the browser finds it in the page and hands in nothing.
    drawn: String,
) -> impl IntoView {
    let size = Signal::derive(move || view.with(|v| format!("aspect-ratio:{}/{}", chart::WIDTH, chart::height(&v.chart))));
    let head = move || view.with(|v| v.head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view());
    view! {
        <section data-part="trend" aria-labelledby="dien-bien-h">
            <div>
                <h2 id="dien-bien-h">{text.trend_heading}</h2>
                <p class="caption">{text_of(view, |v| &v.caption)}</p>
            </div>
            <div class="plot" aria-hidden="true" style=size>
                <div inner_html=drawn></div>
                <canvas></canvas>
            </div>
            <details>
                <summary>{text.table}</summary>
                <table>
                    <thead><tr>{head}</tr></thead>
                    <tbody>{move || view.with(|v| v.rows.iter().map(|cells| row(cells)).collect_view())}</tbody>
                </table>
            </details>
        </section>
    }
}

/// The first cell names the row.
fn row(cells: &[String]) -> impl IntoView + use<> {
    let cell = |(i, cell): (usize, &String)| match i {
        0 => Either::Left(view! { <th scope="row">{cell.clone()}</th> }),
        _ => Either::Right(view! { <td class="n">{cell.clone()}</td> }),
    };
    view! { <tr>{cells.iter().enumerate().map(cell).collect_view()}</tr> }
}
