//! The head of the site's pages for people: the way past, the way home, the sections of the page, the other language.

use leptos::prelude::*;

use crate::{
    campaign::Campaign,
    text::{Lang, fill, langs, shell::shell},
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
    let switch = langs(campaign).contains(&lang.other()).then(|| {
        let code = lang.other().code();
        view! { <a data-lang-switch="" href=other hreflang=code lang=code>{words.other_language}</a> }
    });
    view! {
        <a class="skip" href="#chinh">{words.skip}</a>
        <header>
            <a class="brand" href=home>{fill(words.site, &[&campaign.province.name])}</a>
            <nav aria-label=label>
                {sections}
                {switch}
            </nav>
        </header>
    }
}

/// Which other page says the same, for search engines; nothing where the site has one language.
pub fn alternates(campaign: &Campaign, address: impl Fn(Lang) -> String) -> String {
    let langs = langs(campaign);
    let one = |lang: Lang| format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">", lang.code(), address(lang));
    if langs.len() > 1 { langs.into_iter().map(one).collect() } else { String::new() }
}
