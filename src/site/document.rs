//! The pages of words around the map: reports, press kit, bulletins, things to print. The document around what each of them says, which is
//! complete without scripts and good on paper. It must not know what stands in it.

use leptos::prelude::*;

use super::{
    header::{self, header},
    location::Location,
    style,
};
use crate::{
    campaign::Campaign,
    text::{Lang, escape_html, fill, shell::shell},
};

const STYLE: &str = concat!(
    include_str!("../../style/fonts.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/tokens-contrast.css"),
    include_str!("../../style/tokens-page.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/shell.css"),
    include_str!("../../style/document.css"),
);

/// The sheet of one kind of these pages: what they have in common, and their own.
pub fn sheet(base: &str, own: &str) -> Result<String, String> {
    style::minified(&format!("{}{own}", STYLE.replace("url(/fonts/", &format!("url({base}fonts/"))))
}

pub struct Document<'a> {
    pub location: &'a Location,
    pub campaign: &'a Campaign,
    pub lang: Lang,
    /// Also the first heading.
    pub title: String,
    /// One sentence, for search engines and shared links.
    pub description: String,
    /// The page's own path below the site's start, ending in `/`, and that in the other language.
    pub path: String,
    pub other: String,
    /// Parts of the page by their ids, for the way there.
    pub sections: Vec<(&'static str, &'static str)>,
    /// A script below the site's start, without which the page is whole.
    pub script: Option<&'static str>,
    /// More for the head, as markup.
    pub head: String,
}

impl Document<'_> {
    /// `css` is a [`sheet`]; `main` stands below the heading.
    pub fn html(&self, css: &str, main: impl IntoView + 'static) -> String {
        let Location { origin, base } = self.location;
        let words = shell(self.lang, self.campaign);
        let (title, description) = (escape_html(&self.title), escape_html(&self.description));
        let site = escape_html(&fill(words.site, &[&self.campaign.province.name]));
        // Whole addresses are known only where the data file states the host.
        let addresses = origin.as_ref().map(|origin| {
            let url = |path: &str| escape_html(&format!("{origin}{base}{path}"));
            let own = url(&self.path);
            format!("<link rel=\"canonical\" href=\"{own}\"><meta property=\"og:url\" content=\"{own}\">")
                + &header::alternates(self.campaign, |lang| url(if lang == self.lang { &self.path } else { &self.other }))
        });
        let script = self.script.map(|path| format!("<script src=\"{base}{path}\" defer></script>")).unwrap_or_default();
        let preload = |font: &str| {
            format!("<link rel=\"preload\" href=\"{base}fonts/be-vietnam-pro-{font}.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>")
        };
        let preloads: String = ["latin-400", "vietnamese-400", "latin-700", "vietnamese-700"].map(preload).concat();
        let heading = self.title.clone();
        let body = view! {
            {header(base, self.lang, self.campaign, words.sections, &self.sections, format!("{base}{}", self.other))}
            <main id="chinh">
                <h1>{heading}</h1>
                {main}
            </main>
            <footer>
                <p>{words.about_figures}</p>
                <p>{words.about_site}</p>
            </footer>
        };
        format!(
            "<!doctype html><html lang=\"{}\" data-face=\"document\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <title>{title} – {site}</title><meta name=\"description\" content=\"{description}\"><meta property=\"og:title\" content=\"{title}\">\
             <meta property=\"og:description\" content=\"{description}\"><meta property=\"og:type\" content=\"website\"><meta name=\"color-scheme\" content=\"light dark\">\
             <link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\">{}<style>{css}</style>{preloads}{}{script}</head><body>{}</body></html>\n",
            self.lang.code(),
            addresses.unwrap_or_default(),
            self.head,
            body.to_html().replace("<!>", "")
        )
    }
}
