//! The headline of an embed: one place's figure, its denominator and its moment. It must not know where they come from.

use leptos::prelude::*;

use super::{
    headline::reservations,
    markup::{escape_html, some, tag, wrap},
};
use crate::{text::Text, view::Brief};

#[component]
pub fn BriefPart(
    text: &'static Text,
    view: Memo<Brief>,
    /// The address of the whole province, where that is not what is shown.
    home: Signal<Option<String>>,
) -> impl IntoView {
    let inside = Signal::derive(move || view.with(|v| inside(text, v, home.get().as_deref())));
    // The focus stays here when the link to the whole province goes with the choice.
    view! { <section data-part="headline" aria-labelledby="so-lieu-h" tabindex="-1" inner_html=inside></section> }
}

/// All of it as markup, for the reason given in `headline`: it is read; the one link is heard by the listener of the page.
fn inside(text: &Text, v: &Brief, home: Option<&str>) -> String {
    let mut out = String::new();
    tag(&mut out, "h2 id=\"so-lieu-h\"", &v.heading);
    wrap(&mut out, "div class=\"unit\"", |out| {
        wrap(out, "p class=\"total\"", |out| match &v.figure {
            Some((shown, plain)) => {
                let what = if v.district { "district" } else { "total" };
                tag(out, &format!("strong data-figure=\"{what}\" data-value=\"{plain}\""), shown);
                out.push(' ');
                tag(out, "span", text.total_unit);
            }
            None if v.at.is_some() => tag(out, "span", text.no_figure),
            None => {}
        });
        some(out, "p class=\"rate\"", v.rate.as_deref());
        let time = v.at.map(|at| format!("time datetime=\"{at}\"")).unwrap_or_else(|| "span".into());
        wrap(out, "p class=\"as-of\"", |out| tag(out, &time, &v.as_of));
    });
    // Style shows it once the root says that it is so: nothing moves when the page comes to life.
    some(&mut out, "p class=\"stale\"", v.stale.as_deref());
    v.lines.iter().for_each(|line| tag(&mut out, "p class=\"change\"", line));
    reservations(&mut out, &v.reservations);
    if v.figure.is_some() {
        tag(&mut out, "p class=\"fine counted\"", text.counted);
    }
    if let Some(home) = home {
        let link = format!("a class=\"all\" href=\"{}\"", escape_html(home));
        wrap(&mut out, "p class=\"fine\"", |out| tag(out, &link, text.whole_province));
    }
    out
}
