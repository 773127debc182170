//! `404.html`, in all languages of the site, for an address that no page has. With it a host has no reason to answer everything with the first page.

use leptos::prelude::*;

use super::{form, header, style};
use crate::{
    campaign::Campaign,
    text::{
        Lang, fill, langs,
        shell::{Shell, shell},
    },
};

/// `base` is the path that the site is served below: the page stands at any depth.
pub fn document(base: &str, campaign: &Campaign) -> Result<String, String> {
    let langs = langs(campaign);
    let first = langs.first().copied().unwrap_or_default();
    let own = shell(first, campaign);
    let home = |lang: Lang| format!("{base}{}", if lang == Lang::En { "en/" } else { "" });
    let block = |words: &'static Shell, lang: &'static str, home: String| {
        view! {
            <section lang=lang>
                <h1>{words.missing}</h1>
                <p>{words.missing_why}</p>
                <p><a class="go" href=home>{fill(words.site, &[&campaign.province.name])}</a></p>
            </section>
        }
    };
    let body = view! {
        {header::header(base, first, campaign, own.sections, &[], home(first.other()))}
        <main id="chinh">{langs.into_iter().map(|lang| block(shell(lang, campaign), lang.code(), home(lang))).collect_view()}</main>
    };
    let css = style::minified(&form::STYLE.replace("url(/fonts/", &format!("url({base}fonts/")))?;
    let attributes = format!("lang=\"{}\" data-face=\"missing\"", first.code());
    Ok(form::document(base, &attributes, own.missing, &css, &body.to_html().replace("<!>", "")))
}
