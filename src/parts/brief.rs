//! The headline of an embed: one place's figure, its denominator and its moment. It must not know where they come from.

use leptos::{either::Either, prelude::*};

use super::{headline::reservations, mark::text_of};
use crate::{text::Text, view::Brief};

#[component]
pub fn BriefPart(
    text: &'static Text,
    view: Memo<Brief>,
    /// The address of the whole province, where that is not what is shown.
    home: Memo<Option<String>>,
) -> impl IntoView {
    let way = move || home.get().map(|home| view! { <p class="fine"><a class="all" href=home>{text.whole_province}</a></p> });
    // The focus stays here when the link to the whole province goes with the choice.
    view! {
        <section data-part="headline" aria-labelledby="so-lieu-h" tabindex="-1">
            <h2 id="so-lieu-h">{text_of(view, |v| &v.heading)}</h2>
            {move || figures(text, view.get())}
            {way}
        </section>
    }
}

fn figures(text: &'static Text, v: Brief) -> impl IntoView {
    let known = v.figure.is_some();
    let total = match v.figure {
        Some((shown, plain)) => {
            let what = if v.district { "district" } else { "total" };
            Either::Left(view! { <strong data-figure=what data-value=plain>{shown}</strong>" "<span>{text.total_unit}</span> })
        }
        None => Either::Right(v.at.map(|_| view! { <span>{text.no_figure}</span> })),
    };
    let as_of = match v.at {
        Some(at) => Either::Left(view! { <time datetime=at.to_string()>{v.as_of}</time> }),
        None => Either::Right(view! { <span>{v.as_of}</span> }),
    };
    view! {
        <div class="unit">
            <p class="total">{total}</p>
            {v.rate.map(|rate| view! { <p class="rate">{rate}</p> })}
            <p class="as-of">{as_of}</p>
        </div>
        // Style shows it once the root says that it is so: nothing moves when the page comes to life.
        {v.stale.map(|stale| view! { <p class="stale">{stale}</p> })}
        {v.lines.into_iter().map(|line| view! { <p class="change">{line}</p> }).collect_view()}
        {reservations(v.reservations)}
        {known.then(|| view! { <p class="fine counted">{text.counted}</p> })}
    }
}
