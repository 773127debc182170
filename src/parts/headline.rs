//! The headline: the figure, its denominator and its moment as one unit. It must not know where they come from.

use leptos::{either::Either, prelude::*};

use crate::{
    campaign::Stamp,
    text::Text,
    view::{Action, Figures, Headline, ReportChoice},
};

#[component]
pub fn HeadlinePart(text: &'static Text, view: Memo<Headline>, live: RwSignal<bool>, act: Callback<Action>) -> impl IntoView {
    let shown = move || match view.with(|v| v.figures.clone()) {
        Some(f) => Either::Left(figures(text, f)),
        None => Either::Right(view! { <p>{text.no_figures}</p> }),
    };
    let chosen = move |event: web_sys::Event| act.run(Action::Report(Stamp::parse(&event_target_value(&event))));
    let choice = move || {
        let reports = view.with(|v| v.reports.clone());
        (reports.len() > 1).then(|| {
            view! {
                <label class="at">
                    {text.report}
                    <select name="at" disabled=move || !live.get() on:change=chosen>{reports.into_iter().map(option).collect_view()}</select>
                </label>
            }
        })
    };
    view! {
        <section data-part="headline">
            <div><h1>{move || view.with(|v| v.heading.clone())}</h1>{shown}</div>
            {choice}
            <a class="go" href="#cai-dat">{text.install_now}</a>
        </section>
    }
}

fn option(r: ReportChoice) -> impl IntoView {
    view! { <option value=r.value selected=r.chosen prop:selected=r.chosen>{r.name}</option> }
}

fn figures(text: &'static Text, f: Figures) -> impl IntoView {
    view! {
        <div class="unit">
            <p class="total"><strong data-figure="total" data-value=f.total_raw>{f.total}</strong>" "<span>{text.total_unit}</span></p>
            {f.rate.map(|rate| view! { <p class="rate">{rate}</p> })}
            <p class="as-of"><time datetime=f.as_of_iso>{f.as_of}</time></p>
        </div>
        {f.change.map(|change| view! { <p class="change">{change}</p> })}
        {f.goal.map(|goal| view! { <p class="goal">{goal}</p> })}
        {reservations(f.reservations)}
        <p class="fine">{text.counted}" "{source(f.source, f.source_url)}</p>
    }
}

/// What must be said beside a figure; nothing at all where there is nothing to say.
pub(super) fn reservations(all: Vec<String>) -> Option<impl IntoView> {
    let items = |all: Vec<String>| all.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
    (!all.is_empty()).then(|| view! { <ul class="reservations">{items(all)}</ul> })
}

fn source(source: String, url: Option<String>) -> impl IntoView {
    match url {
        Some(url) => Either::Left(view! { <a rel="noopener" href=url>{source}</a> }),
        None => Either::Right(source),
    }
}
