//! The headline: the figure, its denominator and its moment as one unit. It must not know where they come from.

use leptos::prelude::*;

use crate::{
    campaign::Stamp,
    parts::markup::{escape_html, some, tag, wrap},
    text::{ISOLATES, Text},
    view::{Action, Figures, Headline, ReportChoice},
};

#[component]
pub fn HeadlinePart(text: &'static Text, view: Memo<Headline>, disabled: RwSignal<bool>, act: Callback<Action>) -> impl IntoView {
    let inside = Signal::derive(move || view.with(|v| inside(text, v)));
    // One report is no choice.
    let choice = move || (view.with(|v| v.reports.len()) > 1).then(|| choice(text, view, disabled, act));
    view! {
        <section data-part="headline">
            <div inner_html=inside></div>
            {choice}
            <a class="go" href="#cai-dat">{text.install_now}</a>
        </section>
    }
}

/// The options are read, never pressed one by one; as typed nodes they would weigh more in the browser, of a module at its limit.
fn choice(text: &'static Text, view: Memo<Headline>, disabled: RwSignal<bool>, act: Callback<Action>) -> impl IntoView {
    let chosen = move |event: web_sys::Event| act.run(Action::Report(Stamp::parse(&event_target_value(&event))));
    let options = Signal::derive(move || view.with(|v| options(&v.reports)));
    view! {
        <label class="at">
            {text.report}
            <select name="at" disabled=disabled on:change=chosen inner_html=options></select>
        </label>
    }
}

fn options(reports: &[ReportChoice]) -> String {
    let mut out = String::new();
    for report in reports {
        let chosen = if report.chosen { " selected" } else { "" };
        tag(&mut out, &format!("option value=\"{}\"{chosen}", report.value), &report.name);
    }
    out
}

/// Heading and figures as markup: they are read, never pressed (but for the link to their source, which the browser follows by itself). As typed
/// nodes they and the panel's lines would weigh 3 KB more in the browser (brotli), of a module over its limit.
fn inside(text: &Text, view: &Headline) -> String {
    let mut out = String::new();
    tag(&mut out, "h1", &view.heading);
    match &view.figures {
        Some(f) => figures(&mut out, text, f),
        None => {
            tag(&mut out, "p", text.no_figures);
            reservations(&mut out, &view.withdrawn);
        }
    }
    out
}

fn figures(out: &mut String, text: &Text, f: &Figures) {
    let total = |out: &mut String| {
        tag(out, &format!("strong data-figure=\"total\" data-value=\"{}\"", f.total_raw), &f.total);
        out.push(' ');
        tag(out, "span", text.total_unit);
    };
    wrap(out, "div class=\"unit\"", |out| {
        match &f.district {
            Some(district) => {
                wrap(out, "p class=\"total\"", |out| {
                    tag(out, &format!("strong data-figure=\"district\" data-value=\"{}\"", district.installs_raw), &district.installs);
                    out.push(' ');
                    tag(out, "span", text.total_unit);
                });
                district.lines.iter().for_each(|line| tag(out, "p class=\"own\"", line));
                wrap(out, "p class=\"whole\"", |out| {
                    tag(out, "span", district.whole);
                    out.push_str(": ");
                    total(out);
                });
            }
            None => wrap(out, "p class=\"total\"", total),
        }
        some(out, "p class=\"rate\"", f.rate.as_deref());
        wrap(out, "p class=\"as-of\"", |out| tag(out, &format!("time datetime=\"{}\"", f.as_of_iso), &f.as_of));
    });
    some(out, "p class=\"change\"", f.change.as_deref());
    some(out, "p class=\"goal\"", f.goal.as_deref());
    reservations(out, &f.reservations);
    wrap(out, "p class=\"fine\"", |out| {
        out.push_str(&escape_html(text.counted));
        out.push(' ');
        let lang = if f.source_is_vietnamese { " lang=\"vi\"" } else { "" };
        match &f.source_url {
            Some(url) => tag(out, &format!("a{lang} rel=\"noopener\" href=\"{}\"", escape_html(url)), &f.source),
            None if f.source_is_vietnamese => tag(out, "span lang=\"vi\"", &f.source),
            None => out.push_str(&escape_html(&f.source)),
        }
    });
}

/// A sentence whose isolated words, every other piece of it, are Vietnamese on a page that is not.
fn marked(out: &mut String, sentence: &str) {
    for (i, piece) in sentence.split(ISOLATES).enumerate() {
        match i % 2 {
            0 => out.push_str(&escape_html(piece)),
            _ => tag(out, "span lang=\"vi\"", piece),
        }
    }
}

/// What must be said beside a figure; nothing at all where there is nothing to say.
pub(super) fn reservations(out: &mut String, all: &[String]) {
    if all.is_empty() {
        return;
    }
    wrap(out, "ul class=\"reservations\"", |out| {
        for said in all {
            wrap(out, "li", |out| marked(out, said));
        }
    });
}
