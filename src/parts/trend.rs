//! Trend and comparison: charts and the table that says the same. Each chart is an SVG in the page; a module of its own
//! (`browser::chart`) draws the same on the canvas over it, once a reader comes near. It must not know the figures' origin.

use leptos::prelude::*;

use crate::{
    parts::{
        chart,
        mark::text_of,
        markup::{tag, wrap},
    },
    text::Text,
    view::Trend,
};

#[component]
pub fn TrendPart(
    text: &'static Text,
    view: Memo<Trend>,
    /// Stands for each chart as the tool drew it; the browser finds them in the page and hands in nothing.
    drawn: String,
) -> impl IntoView {
    let plot = move |at: usize| {
        let size = Signal::derive(move || view.with(|v| format!("aspect-ratio:{}/{}", chart::WIDTH, chart::height(v.charts()[at]))));
        let drawn = drawn.clone();
        view! { <div class="plot" aria-hidden="true" prop:style=size><div inner_html=drawn></div><canvas></canvas></div> }
    };
    let comparison = plot.clone();
    let compared = move || {
        view.with(|v| v.compared.is_some()).then(|| {
            view! {
                <div class="compared">
                    <h3 inner_html=text_of(view, |v| v.compared.as_ref().map_or("", |c| c.heading))></h3>
                    <p class="caption" inner_html=text_of(view, |v| v.compared.as_ref().map_or("", |c| &c.caption))></p>
                    {comparison(1)}
                </div>
            }
        })
    };
    view! {
        <section data-part="trend" aria-labelledby="dien-bien-h">
            <div>
                <h2 id="dien-bien-h" inner_html=text_of(view, |v| v.heading)></h2>
                <p class="caption" inner_html=text_of(view, |v| &v.caption)></p>
            </div>
            {plot(0)}
            {compared}
            <details>
                <summary>{text.table}</summary>
                <table inner_html=Signal::derive(move || view.with(table))></table>
            </details>
        </section>
    }
}

/// The table's inside as markup: it is read, never pressed, and as typed nodes it would weigh 1 KB more in the browser (brotli),
/// of a module over its limit.
fn table(view: &Trend) -> String {
    let mut out = String::new();
    wrap(&mut out, "thead", |out| wrap(out, "tr", |out| view.head.iter().for_each(|head| tag(out, "th scope=\"col\"", head))));
    wrap(&mut out, "tbody", |out| {
        for row in &view.rows {
            wrap(out, "tr", |out| {
                for (i, cell) in row.iter().enumerate() {
                    tag(out, if i == 0 { "th scope=\"row\"" } else { "td class=\"n\"" }, cell);
                }
            });
        }
    });
    out
}
