//! Trend and comparison: a chart and the table that says the same. The chart is an SVG in the page; a
//! module of its own (`browser::chart`) draws the same on the canvas over it, once a reader comes near. It must not know the figures' origin.

use leptos::prelude::*;

use crate::{
    parts::{
        chart,
        markup::{tag, wrap},
    },
    text::Text,
    view::Trend,
};

#[component]
pub fn TrendPart(
    text: &'static Text,
    view: Trend,
    /// The chart as the tool drew it; the browser finds it in the page and hands in nothing.
    drawn: &'static str,
) -> impl IntoView {
    let size = format!("aspect-ratio:{}/{}", chart::WIDTH, chart::height(&view.chart));
    let mut top = String::new();
    tag(&mut top, "h2 id=\"dien-bien-h\"", text.trend_heading);
    tag(&mut top, "p class=\"caption\"", &view.caption);
    let mut table = String::new();
    tag(&mut table, "summary", text.table);
    wrap(&mut table, "table", |out| {
        wrap(out, "thead", |out| wrap(out, "tr", |out| view.head.iter().for_each(|head| tag(out, "th scope=\"col\"", head))));
        wrap(out, "tbody", |out| {
            for row in &view.rows {
                wrap(out, "tr", |out| {
                    for (i, cell) in row.iter().enumerate() {
                        tag(out, if i == 0 { "th scope=\"row\"" } else { "td class=\"n\"" }, cell);
                    }
                });
            }
        });
    });
    view! {
        <section data-part="trend" aria-labelledby="dien-bien-h">
            <div inner_html=top></div>
            <div class="plot" aria-hidden="true" style=size>
                <div inner_html=drawn></div>
                <canvas></canvas>
            </div>
            <details inner_html=table></details>
        </section>
    }
}
