//! The headline: the figure, its denominator and its moment as one unit. It must not know where they come from.

use leptos::prelude::*;

use crate::{
    parts::markup::{escape_html, items, some, tag, wrap},
    text::Text,
    view::{Figures, Headline},
};

#[component]
pub fn HeadlinePart(text: &'static Text, view: Headline, live: bool) -> impl IntoView {
    let mut block = String::new();
    tag(&mut block, "h1", &view.heading);
    match &view.figures {
        Some(figures) => figures_markup(&mut block, text, figures),
        None => tag(&mut block, "p", text.no_figures),
    }
    view! {
        <section data-part="headline">
            <div inner_html=block></div>
            {(view.reports.len() > 1).then(|| view! {
                <label class="at">{text.report}
                    <select name="at" disabled=!live>
                        {view.reports.into_iter().map(|r| view! { <option value=r.value selected=r.chosen>{r.name}</option> }).collect_view()}
                    </select>
                </label>
            })}
            <a class="go" href="#cai-dat">{text.install_now}</a>
        </section>
    }
}

fn figures_markup(out: &mut String, text: &Text, f: &Figures) {
    wrap(out, "div class=\"unit\"", |out| {
        wrap(out, "p class=\"total\"", |out| {
            tag(out, &format!("strong data-figure=\"total\" data-value=\"{}\"", f.total_raw), &f.total);
            out.push(' ');
            tag(out, "span", text.total_unit);
        });
        some(out, "p class=\"rate\"", f.rate.as_deref());
        wrap(out, "p class=\"as-of\"", |out| tag(out, &format!("time datetime=\"{}\"", f.as_of_iso), &f.as_of));
    });
    some(out, "p class=\"change\"", f.change.as_deref());
    some(out, "p class=\"goal\"", f.goal.as_deref());
    if !f.reservations.is_empty() {
        items(out, "ul class=\"reservations\"", &f.reservations);
    }
    wrap(out, "p class=\"fine\"", |out| {
        out.push_str(&escape_html(text.counted));
        out.push(' ');
        match &f.source_url {
            Some(url) => tag(out, &format!("a rel=\"noopener\" href=\"{}\"", escape_html(url)), &f.source),
            None => out.push_str(&escape_html(&f.source)),
        }
    });
}
