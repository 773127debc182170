//! The head of the site's pages for people: the way past, the way home, the sections of the page, the other language.

use leptos::prelude::*;

use crate::{
    campaign::Campaign,
    text::{Lang, fill, shell::shell},
};

pub fn header(
    base: &str,
    lang: Lang,
    campaign: &Campaign,
    label: &'static str,
    sections: &[(&'static str, &'static str)],
    other: String,
) -> impl IntoView + use<> {
    let words = shell(lang, campaign);
    let home = format!("{base}{}", if lang == Lang::En { "en/" } else { "" });
    let sections = sections.iter().map(|(to, name)| view! { <a href=*to>{*name}</a>" " }).collect_view();
    view! {
        <a class="skip" href="#chinh">{words.skip}</a>
        <header>
            <a class="brand" href=home>{fill(words.site, &[&campaign.province.name])}</a>
            <nav aria-label=label>
                {sections}
                <a data-lang-switch="" href=other hreflang=lang.other().code() lang=lang.other().code()>{words.other_language}</a>
            </nav>
        </header>
    }
}
