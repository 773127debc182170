//! The headline: the figure, its denominator and its moment as one unit. It must not know where they come from.

use leptos::prelude::*;

use crate::{
    campaign::Stamp,
    parts::Act,
    text::Text,
    view::{Figures, Headline},
};

#[component]
pub fn HeadlinePart(
    text: &'static Text,
    view: Signal<Headline>,
    /// The reports to choose from, latest first; a choice is offered from two on.
    reports: Signal<Vec<(Stamp, String)>>,
    at: Signal<Option<Stamp>>,
    live: Signal<bool>,
    act: Callback<Act>,
) -> impl IntoView {
    let choose = move |event| {
        let chosen = event_target_value(&event);
        // The latest needs no mention in the address: a link to it follows the figures.
        let latest = reports.with(|all| all.first().map(|(stamp, _)| stamp.to_string()));
        act.run(Act::At(Stamp::parse(&chosen).filter(|_| latest.as_deref() != Some(chosen.as_str()))));
    };
    view! {
        <section data-part="headline">
            <h1>{move || view.with(|v| v.heading.clone())}</h1>
            {move || match view.with(|v| v.figures.clone()) {
                Some(figures) => figures_view(text, figures).into_any(),
                None => view! { <p>{text.no_figures}</p> }.into_any(),
            }}
            {move || (reports.with(Vec::len) > 1).then(|| view! {
                <label class="at">{text.report}
                    <select name="at" on:change=choose disabled=move || !live.get()>
                        {move || reports.get().into_iter().enumerate().map(|(i, (stamp, name))| {
                            let chosen = move || at.get() == Some(stamp) || (at.get().is_none() && i == 0);
                            view! { <option value=stamp.to_string() selected=chosen>{name}</option> }
                        }).collect_view()}
                    </select>
                </label>
            })}
            <a class="go" href="#cai-dat">{text.install_now}</a>
        </section>
    }
}

fn figures_view(text: &'static Text, f: Figures) -> impl IntoView {
    view! {
        <div class="unit">
            <p class="total">
                <strong data-figure="total" data-value=f.total_raw.to_string()>{f.total}</strong>
                " " <span>{text.total_unit}</span>
            </p>
            {f.rate.map(|rate| view! { <p class="rate">{rate}</p> })}
            <p class="as-of"><time datetime=f.as_of_iso>{f.as_of}</time></p>
        </div>
        {f.change.map(|change| view! { <p class="change">{change}</p> })}
        {f.goal.map(|goal| view! { <p class="goal">{goal}</p> })}
        {(!f.reservations.is_empty()).then(|| view! {
            <ul class="reservations">
                {f.reservations.into_iter().map(|r| view! { <li>{r}</li> }).collect_view()}
            </ul>
        })}
        <p class="fine">{text.counted}" "
            {match f.source_url {
                Some(url) => view! { <a href=url rel="noopener">{f.source}</a> }.into_any(),
                None => f.source.into_any(),
            }}
        </p>
    }
}
