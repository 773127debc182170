//! `404.html`, in both languages, for an address that no page has. With it a host has no reason to answer everything with the first page.

use leptos::prelude::*;

use super::{form, header, style};
use crate::{
    campaign::Campaign,
    text::{
        Lang, fill,
        shell::{Shell, shell},
    },
};

/// `base` is the path that the site is served below: the page stands at any depth.
pub fn document(base: &str, campaign: &Campaign) -> Result<String, String> {
    let [vi, en] = [Lang::Vi, Lang::En].map(|lang| shell(lang, campaign));
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
        {header::header(base, Lang::Vi, campaign, vi.sections, &[], format!("{base}en/"))}
        <main id="chinh">
            {block(vi, "vi", base.to_owned())}
            {block(en, "en", format!("{base}en/"))}
        </main>
    };
    let css = style::minified(&form::STYLE.replace("url(/fonts/", &format!("url({base}fonts/")))?;
    Ok(form::document(base, "lang=\"vi\" data-face=\"missing\"", vi.missing, &css, &body.to_html().replace("<!>", "")))
}
