//! The headline: the figure, its denominator and its moment as one unit. It must not know where they come from.

use leptos::{either::Either, prelude::*};

use crate::{
    campaign::Stamp,
    text::Text,
    view::{Action, Figures, Headline, ReportChoice},
};

#[component]
pub fn HeadlinePart(text: &'static Text, view: Memo<Headline>, disabled: Signal<bool>, act: Callback<Action>) -> impl IntoView {
    // All of it changes with the report and the figures, and never with a selection.
    let inside = move || {
        let Headline { heading, figures, reports } = view.get();
        let figures = match figures {
            Some(figures) => Either::Left(figures_view(text, figures)),
            None => Either::Right(view! { <p>{text.no_figures}</p> }),
        };
        let choice = (reports.len() > 1).then(|| choice(text, reports, disabled, act));
        view! {
            <div><h1>{heading}</h1>{figures}</div>
            {choice}
        }
    };
    view! { <section data-part="headline">{inside}<a class="go" href="#cai-dat">{text.install_now}</a></section> }
}

fn choice(text: &'static Text, reports: Vec<ReportChoice>, disabled: Signal<bool>, act: Callback<Action>) -> impl IntoView {
    let chosen = move |event: web_sys::Event| act.run(Action::Report(Stamp::parse(&event_target_value(&event))));
    let option = |r: ReportChoice| view! { <option value=r.value selected=r.chosen prop:selected=r.chosen>{r.name}</option> };
    view! {
        <label class="at">
            {text.report}
            <select name="at" disabled=disabled on:change=chosen>{reports.into_iter().map(option).collect_view()}</select>
        </label>
    }
}

fn figures_view(text: &'static Text, f: Figures) -> impl IntoView {
    let source = match f.source_url {
        Some(url) => Either::Left(view! { <a rel="noopener" href=url>{f.source}</a> }),
        None => Either::Right(f.source),
    };
    view! {
        <div class="unit">
            <p class="total"><strong data-figure="total" data-value=f.total_raw>{f.total}</strong>" "<span>{text.total_unit}</span></p>
            {f.rate.map(|rate| view! { <p class="rate">{rate}</p> })}
            <p class="as-of"><time datetime=f.as_of_iso>{f.as_of}</time></p>
        </div>
        {f.change.map(|change| view! { <p class="change">{change}</p> })}
        {f.goal.map(|goal| view! { <p class="goal">{goal}</p> })}
        {reservations(f.reservations)}
        <p class="fine">{text.counted}" "{source}</p>
    }
}

/// What must be said beside a figure; nothing at all where there is nothing to say.
pub(super) fn reservations(all: Vec<String>) -> Option<impl IntoView> {
    let items = |all: Vec<String>| all.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
    (!all.is_empty()).then(|| view! { <ul class="reservations">{items(all)}</ul> })
}
