//! The headline of an embed: one place's figure, its denominator and its moment. It must not know where they come from.

use leptos::prelude::*;

use crate::{
    parts::markup::{escape_html, items, some, tag, wrap},
    text::Text,
    view::Brief,
};

#[component]
pub fn BriefPart(
    text: &'static Text,
    view: Brief,
    /// The address of the whole province, where that is not what is shown.
    home: Option<String>,
) -> impl IntoView {
    let mut block = String::new();
    tag(&mut block, "h2 id=\"so-lieu-h\"", &view.heading);
    wrap(&mut block, "div class=\"unit\"", |out| {
        wrap(out, "p class=\"total\"", |out| match &view.figure {
            Some((shown, plain)) => {
                let what = if view.district { "district" } else { "total" };
                tag(out, &format!("strong data-figure=\"{what}\" data-value=\"{plain}\""), shown);
                out.push(' ');
                tag(out, "span", text.total_unit);
            }
            None if view.at.is_some() => tag(out, "span", text.no_figure),
            None => {}
        });
        some(out, "p class=\"rate\"", view.rate.as_deref());
        let time = view.at.map(|at| format!("time datetime=\"{at}\"")).unwrap_or_else(|| "span".into());
        wrap(out, "p class=\"as-of\"", |out| tag(out, &time, &view.as_of));
    });
    // Style shows it once the root says that it is so: nothing moves when the page comes to life.
    some(&mut block, "p class=\"stale\"", view.stale.as_deref());
    for line in &view.lines {
        tag(&mut block, "p class=\"change\"", line);
    }
    if !view.reservations.is_empty() {
        items(&mut block, "ul class=\"reservations\"", &view.reservations);
    }
    if view.figure.is_some() {
        tag(&mut block, "p class=\"fine counted\"", text.counted);
    }
    if let Some(home) = home {
        wrap(&mut block, "p class=\"fine\"", |out| {
            tag(out, &format!("a class=\"all\" href=\"{}\"", escape_html(&home)), text.whole_province)
        });
    }
    // The focus stays here when the link to the whole province goes with the choice.
    view! { <section data-part="headline" aria-labelledby="so-lieu-h" tabindex="-1" inner_html=block></section> }
}
