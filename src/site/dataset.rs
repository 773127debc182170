//! What search engines are told: the figures as a data set (Schema.org), the addresses of all pages, and that they may be read.

use serde_json::json;

use super::{Files, location::Location};
use crate::{
    campaign::Campaign,
    text::{Lang, escape_html, fill, press::press, shell::shell, text},
    view::{Selection, Share},
};

/// A `<script>` of data, for the head of a page.
pub fn json_ld(campaign: &Campaign, location: &Location, lang: Lang) -> String {
    let start = format!("{}{}", location.origin.as_deref().unwrap_or_default(), location.base);
    let below = |path: &str| format!("{start}{}{path}", if lang == Lang::En { "en/" } else { "" });
    let sentence = Share::new(campaign, text(lang, campaign), &Selection { lang, ..Selection::default() }).sentence;
    let file = |path: &str, kind: &str| json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": below(path) });
    let data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": fill(text(lang, campaign).heading, &[&campaign.province.name]),
        "description": format!("{sentence} {}", press(lang, campaign).use_of_figures),
        "url": below(if lang == Lang::En { "press/" } else { "bao-chi/" }),
        "inLanguage": lang.code(),
        "isAccessibleForFree": true,
        "version": campaign.revision.to_string(),
        "dateModified": campaign.report_at(None).map(|report| report.as_of.to_string()),
        "spatialCoverage": { "@type": "Place", "name": campaign.province.name },
        "creator": { "@type": "Organization", "name": fill(shell(lang, campaign).site, &[&campaign.province.name]), "url": start },
        "distribution": [
            file("bao-chi/so-lieu.csv", "text/csv"),
            file("bao-chi/so-lieu.json", "application/json"),
            file("bao-chi/so-lieu.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ],
    });
    // In a script element only `<` can end the data early.
    format!("<script type=\"application/ld+json\">{}</script>", data.to_string().replace('<', "\\u003c"))
}

/// Whether a page is for people to find: not a screen, nor what stands in frames of others.
fn is_found(path: &str) -> bool {
    path.ends_with("index.html") && !path.contains("led/") && !path.starts_with("embed/") && !path.starts_with("en/bao-chi/")
}

/// `sitemap.xml`, each page with itself in the other language, and `robots.txt`. Where the host is not known the addresses are paths.
pub fn for_crawlers(files: &Files, location: &Location) -> [(String, String); 2] {
    let start = format!("{}{}", location.origin.as_deref().unwrap_or_default(), location.base);
    let address = |path: &str| escape_html(&format!("{start}{}", path.trim_end_matches("index.html")));
    let other = |path: &str| match path.strip_prefix("en/") {
        Some("press/index.html") => "bao-chi/index.html".into(),
        Some(own) => own.to_owned(),
        None if path.starts_with("bao-chi/") => "en/press/index.html".into(),
        None => format!("en/{path}"),
    };
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (path, _) in files.iter().filter(|(path, _)| is_found(path)) {
        let (vi, en) = if path.starts_with("en/") { (other(path), path.to_owned()) } else { (path.to_owned(), other(path)) };
        out.push_str(&format!("<url><loc>{}</loc>", address(path)));
        for (lang, path) in [("vi", vi), ("en", en)].iter().filter(|(_, path)| files.get(path).is_some()) {
            out.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>", address(path)));
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    // A whole address is asked for; without a host there is none to give.
    let sitemap = location.origin.as_ref().map(|_| format!("Sitemap: {start}sitemap.xml\n")).unwrap_or_default();
    [("sitemap.xml".into(), out), ("robots.txt".into(), format!("User-agent: *\nDisallow:\n{sitemap}"))]
}
