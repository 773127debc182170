//! The embeds as whole HTML documents: one for each language, place and measure, each complete without any script. What the address may ask for
//! beyond that, a script inside reads by lists of known words. Also what lies beside them: the script for hosts, oEmbed, pictures.

pub mod builder;
mod guide;
pub mod oembed;
pub mod pictures;

use leptos::prelude::*;
use sha2::{Digest, Sha256};

use super::{
    Assets, Module,
    figures::Figures,
    inline::{self, CHART_NEAR, PROBE, plain},
    location::Location,
    pages, qr,
    shared::{PATTERNS, picture, placed, platform, trend},
    style, words,
    zoom::{self, Zoom},
};
use crate::{
    campaign::{Campaign, Measure},
    faces::{PageData, embed::EmbedFace, fingerprint, page::PageFace},
    map::{Map, view_size, zoom as drawn_part},
    text::{Lang, embed::embed_text, escape_html, langs, text},
    view::{
        Share,
        embed::{Embed, Piece},
        qr::ErrorCorrection,
        surroundings,
    },
};

const ADDRESS: &str = include_str!("../../../public/embed/address.js");
const FRAME: &str = include_str!("../../../public/embed/frame.js");
const HOST: &str = include_str!("../../../public/embed.js");
/// Without the typeface: an embed is to weigh nothing, and every system's own letters hold Vietnamese.
const STYLE: &str = concat!(
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/tokens-contrast.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/parts.css"),
    include_str!("../../../style/live.css"),
    include_str!("../../../style/embed.css"),
);

/// What all embeds of one build have in common.
pub struct Embeds<'a> {
    pub campaign: &'a Campaign,
    figures: &'a Figures<'a>,
    pub base: &'a str,
    /// Scheme and host, where the data file states them.
    pub origin: Option<&'a str>,
    /// Absent: embeds stay static.
    pub app: Option<Module>,
    chart: Option<Module>,
    qr: String,
    css: String,
    zoom: Zoom,
    measures: Vec<Measure>,
    /// The data file as one number, by which the page sees that there is a newer one.
    print: u32,
}

impl<'a> Embeds<'a> {
    pub fn new(campaign: &'a Campaign, figures: &'a Figures, location: &'a Location, assets: &Assets, data: &str) -> Result<Self, String> {
        let map = &figures.data.map;
        let zoom = Zoom::new(campaign, map);
        let rules = [zoom.rules_of_embeds(), zoom::borders(map), pages::rules(campaign)].concat();
        let css = style::minified(&(STYLE.to_owned() + &rules + &style::themes() + &format!(":root{{{}}}", proportions(map))))?;
        Ok(Self {
            campaign,
            figures,
            base: &location.base,
            origin: location.origin.as_deref(),
            app: assets.embed.clone(),
            chart: assets.chart.clone(),
            qr: qr::svg(&campaign.links.install, ErrorCorrection::Screen).unwrap_or_default(),
            css,
            zoom,
            measures: Embed::measures(campaign).collect(),
            print: fingerprint(data),
        })
    }

    /// Every pre-rendered embed.
    pub fn all(&self) -> Vec<Embed> {
        let districts = self.campaign.districts.iter().map(|d| Some(d.code.clone()));
        let places: Vec<Option<String>> = std::iter::once(None).chain(districts).collect();
        let mut out = Vec::new();
        for lang in langs(self.campaign) {
            for district in &places {
                for measure in self.measures.iter().copied() {
                    out.push(Embed { lang, district: district.clone(), measure, ..Embed::default() });
                }
            }
        }
        out
    }

    /// The site's start: a whole address where the host is known, else the path.
    pub fn site(&self) -> String {
        format!("{}{}", self.origin.unwrap_or_default(), self.base)
    }

    /// `whole`: with the pieces that are rarely asked for as well, which are in a page of their own so that all others are light.
    pub fn document(&self, embed: &Embed, whole: bool) -> String {
        let measures: Vec<&str> = self.measures.iter().copied().map(Measure::word).collect();
        let words: Vec<&str> = Piece::USUAL.iter().map(|piece| piece.word()).collect();
        let own = plain(ADDRESS);
        let loader = self.loader();
        let stale = self.campaign.report_at(None).zip(self.campaign.stale_after_days);
        let stale = stale
            .map(|(report, days)| format!(" data-stale-at=\"{}\"", report.as_of.unix() + i64::from(days) * 86_400))
            .unwrap_or_default();
        // An embed about one of many districts shows a part of the map, which has proportions of its own.
        let around = surroundings(self.campaign, &self.figures.data.map, embed.district.as_deref());
        // And knows no way to the others: the names of ten thousand would be more than all the rest of it.
        let own_slug = embed.slug(self.campaign);
        let leads = |slug: &&str| around.is_none() || *slug == own_slug;
        let slugs: Vec<&str> = self.campaign.districts.iter().map(|d| d.slug.as_str()).filter(leads).collect();
        let (body, mut placed) = self.body(embed, whole, around.is_some());
        if let Some(codes) = &around {
            placed.push_str(&format!(":root{{{}}}", proportions(&drawn_part(&self.figures.data.map, codes))));
        }
        let attributes = format!(
            "lang=\"{}\" dir=\"ltr\" data-face=\"embed\" data-state=\"static\" data-figures=\"built\" data-show=\"{}\" data-base=\"{}\" data-slug=\"{}\" \
             data-measure=\"{}\" data-measures=\"{}\" data-known=\"{}\" data-print=\"{}\" data-app=\"{}\"{stale}{}",
            embed.lang.code(),
            words.join(" "),
            escape_html(self.base),
            escape_html(own_slug),
            embed.measure.word(),
            measures.join(" "),
            escape_html(&slugs.join(" ")),
            self.print,
            if self.app.is_some() { "1" } else { "" },
            if whole { " data-whole" } else { "" },
        );
        format!(
            "<!doctype html><html {attributes}><head>{}<script>{own}</script><script async src=\"{}{}\"></script>{}</head><body>{}{}{}{}</body></html>\n",
            self.head(embed, &placed),
            escape_html(self.base),
            frame_name(),
            pages::element(self.campaign, self.base) + &self.zoom.element(self.base),
            // Without a script the fragment of the address names one of these, and style does the rest.
            fragments(),
            body,
            self.page_data(embed, Vec::new()),
            if loader.is_empty() { String::new() } else { format!("<script type=\"module\">{loader}</script>") },
        )
    }

    fn head(&self, embed: &Embed, placed: &str) -> String {
        let base = escape_html(self.base);
        let selection = embed.selection();
        let share = Share::new(self.campaign, text(embed.lang, self.campaign), &selection);
        let (title, sentence) = (escape_html(&share.title), escape_html(&share.sentence));
        let full = format!("{}{}", self.origin.unwrap_or_default(), selection.path(self.campaign, self.base));
        format!(
            "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <meta name=\"referrer\" content=\"no-referrer\"><title>{title}</title><meta name=\"description\" content=\"{sentence}\">\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{sentence}\"><meta property=\"og:type\" content=\"website\">{}\
             <link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\"><link rel=\"canonical\" href=\"{}\">{}<style>{}{placed}</style>",
            picture(self.origin, self.base, &pictures::path_of_map(embed.lang, embed.slug(self.campaign))),
            escape_html(&full),
            oembed::link(self.origin, self.base, &embed.path(self.campaign)) + &self.words(embed.lang),
            self.css,
        )
    }

    /// Asked for once the module is.
    fn words(&self, lang: Lang) -> String {
        if self.app.is_some() { words::link(self.campaign, lang, self.base, "words") } else { String::new() }
    }

    /// `words`: inside of the page; none: they are a file beside it.
    fn page_data(&self, embed: &Embed, words: Vec<String>) -> String {
        let page = || PageData { words, ..self.figures.page_data(embed.lang, embed.district.as_deref()) };
        if self.app.is_some() { inline::page_data(&page()) } else { String::new() }
    }

    /// Loads the module when the script inside says so, once all that is shown is there and where the engine can run it; and the chart's when that
    /// module says so. Loader and module differ in their endings alone.
    fn loader(&self) -> String {
        let name = |module: &Module| format!("{}{}", self.base, module.loader.trim_end_matches(".js"));
        let Some(own) = self.app.as_ref().map(name) else { return String::new() };
        let chart = self
            .chart
            .as_ref()
            .map_or_else(String::new, |chart| format!(";d.addEventListener(\"{CHART_NEAR}\",()=>l(\"{}\").catch(()=>0))", name(chart)));
        format!(
            "const d=document,f=()=>d.dispatchEvent(new Event(\"embed-failed\")),l=n=>import(n+\".js\").then(m=>m.default({{module_or_path:n+\"_bg.wasm\"}}));\
             d.addEventListener(\"embed-load\",function r(){{if(d.documentElement.dataset.rest!==undefined)setTimeout(r,50);else if(self.WebAssembly&&WebAssembly.validate(new Uint8Array([{PROBE}])))l(\"{own}\").catch(f);else f()}}){chart}"
        )
    }

    /// What stands in it, and the rules that place it.
    fn body(&self, embed: &Embed, whole: bool, is_part: bool) -> (String, String) {
        let owner = Owner::new();
        let borders = if is_part { "" } else { &self.figures.data.map.borders };
        let made = owner.with(|| {
            let face = EmbedFace::new(
                self.figures.page_data(embed.lang, embed.district.as_deref()),
                self.figures.data.clone(),
                embed.measure,
                false,
                platform(),
            );
            let html = format!(
                "{}<main><h1 class=\"said\">{}</h1><div id=\"live\">{}</div>{}<div id=\"credit\">{}</div></main>",
                PATTERNS,
                // Whatever is shown, the frame has a name.
                escape_html(&Share::new(self.campaign, text(embed.lang, self.campaign), &embed.selection()).title),
                self.zoom.filled(pages::filled(face.main().to_html(), self.campaign, embed.lang), embed.lang, self.campaign, borders),
                if whole { self.rest(embed, face.page) } else { self.way_to_rest(embed) },
                face.credit().to_html()
            );
            (html, placed(face.page))
        });
        owner.cleanup();
        made
    }

    /// Trend, guide and QR code.
    fn rest(&self, embed: &Embed, page: PageFace) -> String {
        let guide = guide::markup(embed.lang, embed_text(embed.lang), self.campaign, &self.full(embed), &self.qr);
        format!("<div id=\"trend\" class=\"slot t\">{}</div>{guide}", trend(page))
    }

    /// Where no script can lead to the page that has them, a link does.
    fn way_to_rest(&self, embed: &Embed) -> String {
        let address = format!("{}{}#{}", self.base, embed.whole_path(self.campaign), Piece::fragment(&Piece::ALL));
        let words = embed_text(embed.lang).rest;
        format!("<noscript><p class=\"slot t g q\"><a href=\"{}\">{words}</a></p></noscript>", escape_html(&address))
    }

    /// The full page's path.
    fn full(&self, embed: &Embed) -> String {
        embed.selection().address(self.campaign, self.base)
    }
}

/// One empty mark for every mix of pieces.
fn fragments() -> String {
    let mix =
        |bits: u32| Piece::ALL.into_iter().enumerate().filter(move |(i, _)| bits >> i & 1 == 1).map(|(_, piece)| piece).collect::<Vec<_>>();
    (1..1 << Piece::ALL.len()).map(|bits| format!("<i id={}></i>", Piece::fragment(&mix(bits)))).collect()
}

/// The map's own proportions, which style needs to fit it into any frame.
fn proportions(map: &Map) -> String {
    let (width, height) = view_size(&map.view_box).unwrap_or((1.0, 1.0));
    format!("--ratio:{:.4}", width / height)
}

/// The script inside is one file for all embeds, which never changes under its name.
fn frame_name() -> String {
    let hash: String = Sha256::digest(FRAME).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("embed/frame-{hash}.js")
}

/// The scripts by their paths below the site: that for the page around, and that inside; without what is only for their readers.
pub fn scripts() -> [(String, String); 2] {
    [("embed.js".into(), plain(HOST)), (frame_name(), plain(FRAME))]
}
