//! One pre-rendered page as a whole HTML document: head, static frame, the hydrated roots and what they were built from.

use leptos::prelude::*;

use crate::{
    campaign::District,
    faces::{PageData, page::PageFace},
    parts::GuidePart,
    text::{Lang, escape_html, guide::guide, shell::shell, text},
    view::{Selection, Share, embed::Embed},
};

use super::{
    Module,
    embed::oembed,
    header::header,
    inline,
    parts::{PATTERNS, picture, platform, trend},
    paths,
};

/// The files of the typeface; `style/fonts.css` names the same.
const FONTS: [&str; 4] =
    ["be-vietnam-pro-latin-400", "be-vietnam-pro-vietnamese-400", "be-vietnam-pro-latin-700", "be-vietnam-pro-vietnamese-700"];

/// What all pages of one build have in common.
pub struct Site {
    pub css: String,
    /// Absent: pages stay static.
    pub app: Option<Module>,
    /// Absent: the chart stays an SVG.
    pub chart: Option<Module>,
    /// Scheme and host, where the data file states them.
    pub origin: Option<String>,
    pub qr: String,
}

/// The page of one language and, if any, one district.
pub fn document(site: &Site, built: &PageData) -> String {
    let lang = built.lang;
    let selection = Selection { lang, district: built.district.clone(), ..Selection::default() };
    let share = Share::new(&built.campaign, text(lang), &selection);
    let head = head(site, built, &selection, &share);
    let body = body(site, built, &selection);
    format!(
        "<!doctype html><html lang=\"{}\" data-face=\"page\" data-state=\"static\" data-figures=\"built\"><head>{head}</head><body>{body}{}{}</body></html>\n",
        lang.code(),
        inline::built(built),
        inline::start(&built.base, site.app.as_ref(), site.chart.as_ref())
    )
}

fn head(site: &Site, built: &PageData, selection: &Selection, share: &Share) -> String {
    let base = &built.base;
    let title = escape_html(&share.title);
    let sentence = escape_html(&share.sentence);
    let mut out = format!(
        "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title>\
         <meta name=\"description\" content=\"{sentence}\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{sentence}\"><meta property=\"og:type\" content=\"website\">\
         <meta property=\"og:locale\" content=\"{}\"><meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\"><style>{}</style><noscript><style>.measures,.acts .copy,[data-part=share] .acts{{display:none}}</style></noscript>",
        match built.lang {
            Lang::Vi => "vi_VN",
            Lang::En => "en_GB",
        },
        site.css.clone() + &lit_without_scripts(built)
    );
    let slug = built.district.as_deref().and_then(|code| built.campaign.district(code)).map(|d| d.slug.as_str()).unwrap_or_default();
    let embed = Embed { lang: built.lang, district: built.district.clone(), ..Embed::default() };
    out.push_str(&picture(site.origin.as_deref(), base, built.lang, slug));
    out.push_str(&oembed::link(site.origin.as_deref(), base, &embed.path(&built.campaign)));
    // A preloaded font that is `optional` is there for the first paint or never: nothing moves for it.
    for font in FONTS {
        out.push_str(&format!("<link rel=\"preload\" href=\"{base}fonts/{font}.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>"));
    }
    // Canonical and alternate addresses must be whole ones; without a known host they would be guesses.
    if let Some(origin) = &site.origin {
        let url = |s: &Selection| escape_html(&format!("{origin}{}", s.path(&built.campaign, base)));
        let (own, vi, en) = (url(selection), url(&selection.with_lang(Lang::Vi)), url(&selection.with_lang(Lang::En)));
        out.push_str(&format!(
            "<link rel=\"canonical\" href=\"{own}\"><meta property=\"og:url\" content=\"{own}\">\
             <link rel=\"alternate\" hreflang=\"vi\" href=\"{vi}\"><link rel=\"alternate\" hreflang=\"en\" href=\"{en}\">"
        ));
    }
    out
}

/// Row and shape light each other by style alone, where the engine knows `:has()`; a rule each, since an old engine drops those it
/// does not understand.
fn lit_without_scripts(built: &PageData) -> String {
    let rules = |d: &District| {
        let (code, slug) = (escape_html(&d.code), escape_html(&d.slug));
        format!(
            ":root:has([id=\"{slug}\"]:hover) #s{code}{{stroke:var(--ink);stroke-width:6}}:root:has([id=\"{slug}\"]:target) #s{code}{{stroke:var(--accent);stroke-width:10}}\
             :root:has(.sheet [data-district=\"{code}\"]:hover) [id=\"{slug}\"]{{background:var(--line)}}"
        )
    };
    built.campaign.districts.iter().map(rules).collect()
}

fn body(site: &Site, built: &PageData, selection: &Selection) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let page = PageFace::new(built.clone(), platform());
        frame(site, built, selection, page.main().to_html(), trend(page), page.share().to_html())
    });
    owner.cleanup();
    html
}

fn frame(site: &Site, built: &PageData, selection: &Selection, main: String, trend: String, share: String) -> String {
    let (words, campaign) = (shell(built.lang), &built.campaign);
    let other = selection.with_lang(built.lang.other()).path(campaign, &built.base);
    let sections = [("#ban-do", words.to_map), ("#xep-hang", words.to_board), ("#cai-dat", words.to_guide)];
    let embed = format!("{}{}", built.base, paths::builder(built.lang));
    let screens = format!("{}{}setup/", built.base, paths::screen(built.lang));
    // The roots are put in last: the markers that hydration needs must stay in them and are dead weight around them.
    let place = |n: usize| format!("\u{1}{n}");
    let frame = view! {
        {header(&built.base, built.lang, &campaign.province.name, words.sections, &sections, other)}
        <main id="chinh">
            <div id="live" inner_html=place(0)></div>
            <div id="trend" inner_html=place(1)></div>
            <GuidePart text=guide(built.lang) links=campaign.links.clone() qr_svg=site.qr.clone()/>
            <div id="share" inner_html=place(2)></div>
        </main>
        <footer>
            <p>{words.about_figures}</p>
            <p>{words.about_site}" "<a href=format!("{}data/campaign.json", built.base)>{words.data_file}</a></p>
            <p>{words.for_agencies}" "<a href=embed>{words.embed}</a>", "<a href=screens>{words.screens}</a>"."</p>
        </footer>
    };
    let html = PATTERNS.to_owned() + &frame.to_html().replace("<!>", "");
    [main, trend, share].iter().enumerate().fold(html, |html, (n, root)| html.replace(&place(n), root))
}
