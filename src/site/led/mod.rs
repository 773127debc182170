//! The page of the public screens as a whole HTML document: scenes for every kind of screen, which turn by style alone; what the live screen is
//! made from; and the guard that watches over both. The typeface is inside, so that the first frame is complete at once.

mod scenes;
pub mod setup;

use sha2::{Digest, Sha256};

use super::{
    Module,
    figures::Figures,
    inline::{self, PROBE, base64, plain},
    location::Location,
    style, words,
};
use crate::{
    campaign::Campaign,
    faces::PageData,
    map::Map,
    text::{
        Lang, escape_html,
        screen::{as_of, old, screen},
    },
    view::settings::{DWELL, REFRESH},
};

const GUARD: &str = include_str!("../../../public/led/guard.js");
const WORKER: &str = include_str!("../../../public/led/sw.js");
const TOKENS: &str = include_str!("../../../style/tokens-led.css");
const SCENE: &str = include_str!("../../../style/scene.css");
const LED: &str = include_str!("../../../style/led.css");

/// Before anything is painted: a light screen has no dark first frame.
const THEME: &str =
    "<script>/[?&]theme=light(&|$)/.test(location.search)&&document.documentElement.setAttribute(\"data-theme\",\"light\")</script>";

/// What makes a page live, and whether a server stands behind it.
pub enum App {
    /// Files beside the site's start.
    Files(Module),
    /// All of it inside the page: the loader's code, the name of what starts it, and the module in base64.
    Inside { code: String, name: String, module: String },
    /// No module was built: the pre-rendered scenes are all.
    None,
}

pub struct ScreenPage<'a> {
    pub campaign: &'a Campaign,
    pub map: &'a Map,
    pub figures: &'a Figures<'a>,
    pub base: &'a str,
    pub lang: Lang,
    pub app: &'a App,
    pub fonts: &'a str,
    pub release: &'a str,
}

/// Eight digits that stand for all code and style of a build, and for none of its figures.
pub fn release(app: &App) -> String {
    let mut hash = Sha256::new();
    match app {
        App::Files(Module { loader, wasm }) => hash.update(format!("{loader} {wasm}")),
        App::Inside { code, module, .. } => hash.update(format!("{code} {module}")),
        App::None => {}
    }
    for part in [GUARD, WORKER, TOKENS, SCENE, LED, env!("CARGO_PKG_VERSION")] {
        hash.update(part);
    }
    hash.finalize().iter().take(3).map(|byte| format!("{byte:02x}")).collect()
}

/// The two files of the bold typeface as style rules with everything inside.
pub fn fonts(latin: &[u8], vietnamese: &[u8]) -> String {
    let rule = |bytes: &[u8], range: &str| {
        format!(
            "@font-face{{font-family:BVP;font-weight:700;src:url(data:font/woff2;base64,{}) format(\"woff2\");unicode-range:{range}}}",
            base64(bytes)
        )
    };
    rule(latin, "U+0-FF, U+2000-206F, U+2190-2193, U+2212")
        + &rule(vietnamese, "U+102-103, U+110-111, U+128-129, U+168-169, U+1A0-1A1, U+1AF-1B0, U+300-301, U+303, U+309, U+323, U+1EA0-1EF9")
}

/// The files beside the page.
pub fn sidecar_files(release: &str) -> [(String, String); 2] {
    [("led/sw.js".into(), WORKER.into()), ("led/release.txt".into(), format!("{release}\n"))]
}

/// The screen as one file that needs no server: everything it shows and runs is inside.
pub fn single_file(campaign: &Campaign, map: &Map, lang: Lang, app: &App, fonts: &str) -> Result<String, String> {
    let location = Location { origin: None, base: "./".into() };
    let campaign = &super::named(&campaign.published());
    // As if they were small: there is no server to fetch them from.
    let figures = Figures::new(campaign, map, 0, "", &location);
    ScreenPage { campaign, map, figures: &figures, base: &location.base, lang, app, fonts, release: &release(app) }.document()
}

impl ScreenPage<'_> {
    pub fn document(&self) -> Result<String, String> {
        let sets = scenes::Sets::new(self.campaign, self.map, self.lang);
        // New scenes come at the end of a round, so that none is cut short.
        let round = sets.longest() as u32 * DWELL;
        let refresh = REFRESH.div_ceil(round.max(1)) * round.max(1);
        let css = style::minified(&format!("{TOKENS}{SCENE}{LED}{}", sets.style()))?;
        let campaign = self.campaign;
        let mut attributes = format!(
            "lang=\"{}\" data-face=\"led\" data-state=\"static\" data-theme=\"dark\" data-figures=\"built\" data-revision=\"{}\" data-release=\"{}\" data-dwell=\"{DWELL}\" data-refresh=\"{refresh}\"",
            self.lang.code(),
            campaign.revision,
            self.release
        );
        // The clock by which nights are told.
        let offset = campaign.reports.last().map_or(7 * 3_600, |report| report.as_of.offset());
        attributes.push_str(&format!(" data-offset=\"{offset}\""));
        if let Some(report) = campaign.report_at(None) {
            attributes.push_str(&format!(" data-at=\"{}\"", report.as_of.unix()));
        } else {
            attributes.push_str(" data-age=\"withdrawn\"");
        }
        for (name, days) in
            [("ageing", campaign.ageing_after_days), ("old", campaign.stale_after_days), ("withdraw", campaign.withdraw_after_days)]
        {
            if let Some(days) = days {
                attributes.push_str(&format!(" data-{name}-after=\"{days}\""));
            }
        }
        let alone = matches!(self.app, App::Inside { .. });
        if alone {
            attributes.push_str(" data-alone");
        } else {
            attributes.push_str(&format!(" data-worker=\"{}led/sw.js\"", escape_html(self.base)));
        }
        let words = screen(self.lang, campaign);
        let heading = crate::text::fill(words.heading.first().copied().unwrap_or_default(), &[&campaign.province.name]);
        // Where there is no script at all, the page itself asks for new scenes; with one, the guard does it with more care.
        let renewal =
            if alone { String::new() } else { format!("<noscript><meta http-equiv=\"refresh\" content=\"{refresh}\"></noscript>") };
        let icon = if alone { String::new() } else { format!("<link rel=\"icon\" href=\"{}icon.svg\" type=\"image/svg+xml\">", self.base) };
        Ok(format!(
            "<!doctype html><html {attributes}><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" content=\"no-referrer\"><title>{}</title>{THEME}{icon}{renewal}<style>{}{css}</style></head><body>\
             <div id=\"static\">{}{}</div><div id=\"live\"></div><div id=\"dusk\" class=\"veil\"></div>{}<script>{}</script>{}</body></html>\n",
            escape_html(&heading),
            self.fonts,
            sets.markup(),
            self.banners(),
            self.page_data(),
            plain(GUARD),
            self.loader()
        ))
    }

    /// The dates that the guard makes prominent once the figures have aged.
    fn banners(&self) -> String {
        let Some(report) = self.campaign.report_at(None) else { return String::new() };
        let words = screen(self.lang, self.campaign);
        let banner = |class: &str, forms: Vec<String>| {
            let span = |class: &str, words: Option<&String>| {
                format!("<span class=\"{class}\">{}</span>", escape_html(words.map(String::as_str).unwrap_or_default()))
            };
            format!("<div class=\"banner {class}\">{}{}</div>", span("full", forms.first()), span("brief", forms.last()))
        };
        banner("ageing", as_of(self.lang, report.as_of)) + &banner("old", old(words, report.as_of))
    }

    /// The address of its host is the screen's own affair.
    fn page_data(&self) -> String {
        inline::page_data(&PageData { origin: None, words: words::of_screens(self.campaign), ..self.figures.page_data(self.lang, None) })
    }

    /// Starts the module where the engine can run it and the guard has not seen it fail too often.
    fn loader(&self) -> String {
        let (code, start) = match self.app {
            App::None => return String::new(),
            App::Files(Module { loader, wasm }) => {
                // A host may have answered for a file that was not there yet with a page, which the browser keeps: then by another address.
                let start = format!(
                    "(i=>i(\"\").catch(e=>{{if(e.name==\"RuntimeError\")throw e;return i(\"?\"+Date.now())}}))(q=>import(\"{0}{loader}\"+q).then(m=>m.default({{module_or_path:\"{0}{wasm}\"+q}})))",
                    self.base
                );
                (String::new(), start)
            }
            App::Inside { code, name, module } => {
                let bytes = format!("Uint8Array.from(atob(\"{module}\"),c=>c.charCodeAt(0))");
                (code.replace("</", "<\\/"), format!("{name}({{module_or_path:{bytes}}})"))
            }
        };
        format!(
            "<script type=\"module\">{code};{{const d=document,f=()=>d.dispatchEvent(new Event(\"led-fail\"));\
             if(d.documentElement.dataset.guard!==\"rest\"&&self.WebAssembly&&WebAssembly.validate(new Uint8Array([{PROBE}])))try{{{start}.catch(f)}}catch(e){{f()}}}}</script>"
        )
    }
}
