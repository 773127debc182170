//! One pre-rendered page as a whole HTML document: head, static frame, the hydrated roots and what they were built from.

use leptos::prelude::*;
use scraper::Html;

use crate::{
    campaign::Campaign,
    faces::{Data, PageData, page::PageFace},
    parts::GuidePart,
    text::{Lang, escape_html, guide::guide, shell::shell, text},
    view::{Selection, Share, embed::Embed, surroundings},
};

use super::{
    Module, bulletin, cards,
    embed::oembed,
    header::{self, header},
    history, inline, pages, paths, press, print, records,
    shared::{PATTERNS, below, picture, placed, platform},
    style::Sheet,
    words,
    zoom::Zoom,
};

/// The files of the typeface; `style/fonts.css` names the same.
const FONTS: [&str; 4] =
    ["be-vietnam-pro-latin-400", "be-vietnam-pro-vietnamese-400", "be-vietnam-pro-latin-700", "be-vietnam-pro-vietnamese-700"];

/// What all pages of one build have in common.
pub struct Site {
    pub css: String,
    /// The sheet beside the page.
    pub sheet: Sheet,
    /// Absent: pages stay static.
    pub app: Option<Module>,
    /// Absent: the chart stays an SVG.
    pub chart: Option<Module>,
    /// Scheme and host, where the data file states them.
    pub origin: Option<String>,
    pub qr: String,
    pub zoom: Zoom,
}

/// The page of one language and, if any, one district.
pub fn document(site: &Site, page: &PageData, data: &Data) -> String {
    let lang = page.lang;
    let selection = Selection::opening(&data.campaign, lang, page.district.as_deref());
    let campaign = &*data.campaign;
    let share = Share::new(campaign, text(lang, campaign), &selection);
    let (body, placed) = body(site, page, data, &selection);
    let head = head(site, campaign, page, &selection, &share, &placed);
    format!(
        "<!doctype html><html lang=\"{}\" data-face=\"page\" data-state=\"static\" data-figures=\"built\" data-plain data-hover><head>{head}</head><body>{body}{}{}</body></html>\n",
        lang.code(),
        inline::page_data(page)
            + &history::element(campaign, &page.base)
            + &pages::element(campaign, &page.base)
            + &site.zoom.element(&page.base),
        inline::start(&page.base, site.app.as_ref(), site.chart.as_ref(), true)
    )
}

fn head(site: &Site, campaign: &Campaign, page: &PageData, selection: &Selection, share: &Share, placed: &str) -> String {
    let base = &page.base;
    let title = escape_html(&share.title);
    let sentence = escape_html(&share.sentence);
    let mut out = format!(
        "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title>\
         <meta name=\"description\" content=\"{sentence}\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{sentence}\"><meta property=\"og:type\" content=\"website\">\
         <link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\"><style>{}{placed}</style>\
         <link rel=\"stylesheet\" href=\"{base}{}\" media=\"{}\">",
        site.css, site.sheet.name, site.sheet.media
    );
    let embed = Embed { lang: page.lang, district: page.district.clone(), ..Embed::default() };
    out.push_str(&picture(site.origin.as_deref(), base, &cards::shared(campaign, page.lang, page.district.as_deref())));
    out.push_str(&oembed::link(site.origin.as_deref(), base, &embed.path(campaign)));
    // Before the typeface, which a first visit shows late at best.
    out.push_str(&inline::early(base, site.app.as_ref()));
    if site.app.is_some() {
        out.push_str(&words::link(campaign, page.lang, base, "preload"));
    }
    // A preloaded font that is `optional` is there for the first paint or never: nothing moves for it.
    for font in FONTS {
        out.push_str(&format!(
            "<link rel=\"preload\" href=\"{base}fonts/{font}.woff2\" as=\"font\" type=\"font/woff2\" crossorigin fetchpriority=\"low\">"
        ));
    }
    // Canonical and alternate addresses must be whole ones; without a known host they would be guesses.
    if let Some(origin) = &site.origin {
        let url = |s: &Selection| escape_html(&format!("{origin}{}", s.path(campaign, base)));
        let own = url(selection);
        out.push_str(&format!("<link rel=\"canonical\" href=\"{own}\"><meta property=\"og:url\" content=\"{own}\">"));
        out.push_str(&header::alternates(campaign, |lang| url(&selection.with_lang(lang))));
    }
    out
}

/// What stands in it, and the rules that place it.
fn body(site: &Site, page: &PageData, data: &Data, selection: &Selection) -> (String, String) {
    let owner = Owner::new();
    let made = owner.with(|| {
        let face = PageFace::new(page.clone(), data.clone(), platform());
        let is_part = surroundings(&data.campaign, &data.map, page.district.as_deref()).is_some();
        let main = site.zoom.filled(main(face, data, page.lang), page.lang, &data.campaign, if is_part { "" } else { &data.map.borders });
        (frame(site, page, &data.campaign, selection, main, below(face)), placed(face))
    });
    owner.cleanup();
    made
}

/// The first root, with what is put where hydration does not look.
fn main(face: PageFace, data: &Data, lang: Lang) -> String {
    pages::filled(history::filled(face.main().to_html(), &data.campaign, lang), &data.campaign, lang)
}

fn frame(site: &Site, page: &PageData, campaign: &Campaign, selection: &Selection, main: String, below: String) -> String {
    let words = shell(page.lang, campaign);
    let other = selection.with_lang(page.lang.other()).path(campaign, &page.base);
    let sections = [("#ban-do", words.to_map), ("#xep-hang", words.to_board), ("#cai-dat", words.to_guide)];
    let embed = format!("{}{}", page.base, paths::builder(page.lang));
    let screens = format!("{}{}setup/", page.base, paths::screen(page.lang));
    // The other outlets are the front page's to name: a district's page is as large as a page may be.
    let outlets = page.district.is_none().then(|| {
        let (press, records) = (press::page(page.lang), records::folder(page.lang));
        let spoken = format!("{}{}", page.base, bulletin::path(campaign, page.lang, None));
        view! {
            ", "<a href=format!("{}{}", page.base, print::folder(page.lang))>{words.print}</a>", "
            <a href=spoken>{words.bulletins}</a>", "<a href=format!("{}{press}", page.base)>{words.press}</a>". "{words.follow}" "
            <a href=format!("{}{records}", page.base)>{words.reports}</a>", "<a href=format!("{}{records}feed.xml", page.base)>{words.feed}</a>
        }
    });
    // The roots are put in last: the markers that hydration needs must stay in them and are dead weight around them.
    let place = |n: usize| format!("\u{1}{n}");
    let frame = view! {
        {header(&page.base, page.lang, campaign, words.sections, &sections, other)}
        <main id="chinh">
            <div id="live" data-nodes=nodes(&main) inner_html=place(0)></div>
            <div id="trend" data-nodes=nodes(&below) inner_html=place(1)></div>
            <GuidePart text=guide(page.lang, campaign) links=campaign.links.clone() qr_svg=site.qr.clone()/>
        </main>
        <footer>
            <p>{words.about_figures}</p>
            <p>{words.about_site}" "<a href=format!("{}data/campaign.json", page.base)>{words.data_file}</a></p>
            <p class="screen">{words.for_agencies}" "<a href=embed>{words.embed}</a>", "<a href=screens>{words.screens}</a>{outlets}"."</p>
        </footer>
    };
    let html = PATTERNS.to_owned() + &frame.to_html().replace("<!>", "");
    [main, below].iter().enumerate().fold(html, |html, (n, root)| html.replace(&place(n), root))
}

/// How many nodes a root holds, so that the module can tell whether it still holds them.
fn nodes(html: &str) -> String {
    Html::parse_fragment(html).root_element().descendants().skip(1).count().to_string()
}
