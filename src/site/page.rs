//! One pre-rendered page as a whole HTML document: head, static frame, the hydrated roots and what they were built from.

use leptos::prelude::*;

use crate::{
    campaign::District,
    faces::{
        PageData,
        page::{PageFace, Platform},
    },
    parts::{GuidePart, chart},
    text::{Lang, escape_html, fill, guide::guide, shell::shell, text},
    view::{Selection, Share, embed::Embed, snippet::PICTURE},
};

use super::{
    embed::{builder, oembed},
    inline,
};

/// The files of the typeface; `style/fonts.css` names the same.
const FONTS: [&str; 4] =
    ["be-vietnam-pro-latin-400", "be-vietnam-pro-vietnamese-400", "be-vietnam-pro-latin-700", "be-vietnam-pro-vietnamese-700"];

/// Stands for the chart until it is put in.
const CHART: &str = "\u{1}chart";

/// The pattern of «no figure»; it stands in a page once, because every map of it may need it.
pub const PATTERNS: &str = "<svg class=\"defs\" aria-hidden=\"true\"><pattern id=\"khong\" width=\"16\" height=\"16\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
     <path class=\"p0\" d=\"M0 0h16v16H0z\"/><path class=\"p1\" d=\"M0 0v16\"/></pattern></svg>";

/// What all pages of one build have in common.
pub struct Site {
    pub css: String,
    /// The names of Trunk's hashed wasm loader and module; absent: pages stay static.
    pub app: Option<(String, String)>,
    /// The same of the chart's module; absent: the chart stays an SVG.
    pub chart: Option<(String, String)>,
    /// Scheme and host, where the data file states them.
    pub origin: Option<String>,
    pub qr: String,
}

/// What the tool does where the browser does it itself.
pub fn outside() -> Platform {
    Platform {
        collate: crate::text::collate,
        fold: str::to_lowercase,
        encode: |text| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string(),
    }
}

/// The picture that shared links show. A whole address where the host is known; some readers of links resolve a path as well.
pub fn picture(origin: Option<&str>, base: &str, lang: Lang, slug: &str) -> String {
    let lang = if lang == Lang::En { "en/" } else { "" };
    let district = if slug.is_empty() { String::new() } else { format!("{slug}/") };
    let (width, height) = PICTURE;
    format!(
        "<meta property=\"og:image\" content=\"{}\"><meta property=\"og:image:width\" content=\"{width}\"><meta property=\"og:image:height\" content=\"{height}\">",
        escape_html(&format!("{}{base}embed/{lang}{district}map.png", origin.unwrap_or_default()))
    )
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
        let page = PageFace::new(built.clone(), outside());
        frame(site, built, selection, page.main().to_html(), trend(page), page.share().to_html())
    });
    owner.cleanup();
    html
}

/// The chart and its table; the drawing goes in by its mark.
pub fn trend(page: PageFace) -> String {
    let chart = page.state.with_untracked(|s| chart::to_svg(&page.chart(s)));
    page.trend(CHART).to_html().replace(CHART, &chart)
}

/// The way past, the way home, the sections of the page, the other language.
pub fn header(
    base: &str,
    lang: Lang,
    province: &str,
    label: &'static str,
    sections: &[(&'static str, &'static str)],
    other: String,
) -> impl IntoView + use<> {
    let words = shell(lang);
    let home = format!("{base}{}", if lang == Lang::En { "en/" } else { "" });
    let sections = sections.iter().map(|(to, name)| view! { <a href=*to>{*name}</a>" " }).collect_view();
    view! {
        <a class="skip" href="#chinh">{words.skip}</a>
        <header>
            <a class="brand" href=home>{fill(words.site, &[province])}</a>
            <nav aria-label=label>
                {sections}
                <a data-lang-switch="" href=other hreflang=lang.other().code() lang=lang.other().code()>{words.other_language}</a>
            </nav>
        </header>
    }
}

fn frame(site: &Site, built: &PageData, selection: &Selection, main: String, trend: String, share: String) -> String {
    let (words, campaign) = (shell(built.lang), &built.campaign);
    let other = selection.with_lang(built.lang.other()).path(campaign, &built.base);
    let sections = [("#ban-do", words.to_map), ("#xep-hang", words.to_board), ("#cai-dat", words.to_guide)];
    let embed = format!("{}{}/", built.base, builder::path(built.lang));
    let screens = format!("{}led/{}setup/", built.base, if built.lang == Lang::En { "en/" } else { "" });
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
