//! What has to be read wherever a snippet was pasted, from the data file of the built site, and how a page is held against it.

use base64::{Engine, engine::general_purpose::STANDARD};
use bluezone_map::{
    campaign::Campaign,
    text::{Lang, day, format_integer},
};
use serde_json::json;
use thirtyfour::session::scriptret::ScriptRet;

use crate::{
    harness::{Browser, DESKTOP, Screen},
    keep, site,
};

pub struct Said {
    /// Figure, denominator, date.
    together: [String; 3],
    /// The full page.
    page: String,
}

impl Said {
    /// `base`: where the site lies, ending in `/`.
    pub fn new(lang: Lang, base: &str) -> Self {
        let campaign: Campaign = serde_json::from_value(site::data()).expect("the published data");
        let report = campaign.report_at(None).expect("a report");
        let (population, _) = campaign.known_population().expect("the province's population");
        let total = report.total;
        let together = [format_integer(lang, total), format_integer(lang, population), day(lang, report.as_of)];
        Self { together: together.map(plain), page: format!("{base}{}", if lang == Lang::En { "en/" } else { "" }) }
    }

    /// What is wrong where figure, denominator and date have to stand in one line of what a reader sees of an element.
    pub fn torn(&self, b: &Browser, what: &str, element: &str) -> Option<String> {
        let lines = lines(b, element);
        let whole = lines.iter().any(|line| self.together.iter().all(|part| line.contains(part)));
        (!whole).then(|| format!("{what}: no line has all of {:?}: {lines:?}", self.together))
    }

    /// What is wrong where they have to stand in the headline of a frame.
    pub fn torn_in(&self, b: &Browser, what: &str, frame: &str) -> Option<String> {
        let headline = inside(b, frame, || lines(b, "document.querySelector('[data-part=headline]')").join(" "));
        let whole = self.together.iter().all(|part| headline.contains(part));
        (!whole).then(|| format!("{what}: the frame does not say all of {:?}: {headline}", self.together))
    }

    /// What is wrong where these words have to lead to the full page.
    pub fn unlinked(&self, b: &Browser, what: &str, element: &str) -> Option<String> {
        let link = format!(
            "[...{element}.querySelectorAll('a')].some(a => a.href === {:?} && a.innerText.includes({:?}) &&
             a.checkVisibility({{ opacityProperty: true, visibilityProperty: true }}) && a.offsetWidth > 100 && a.offsetHeight > 12)",
            self.page, self.together[0]
        );
        let html: String = b.js(&format!("{element}.innerHTML"));
        (!b.js::<bool>(&link)).then(|| format!("{what}: the figure does not lead to {}: {html}", self.page))
    }
}

/// The lines that a reader sees of an element, with plain spaces.
pub fn lines(b: &Browser, element: &str) -> Vec<String> {
    b.js::<Vec<String>>(&format!("{element}.innerText.split('\\n')")).into_iter().map(plain).collect()
}

fn plain(text: String) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What is wrong where a link has lost its words and its picture: a keyboard finds it, and a screen reader has no name for it.
pub fn nameless(b: &Browser, what: &str, element: &str) -> Option<String> {
    let links = format!("[...{element}.querySelectorAll('a[href]')].filter(a => !a.innerText.trim() && !a.querySelector('img')).length");
    (b.js::<usize>(&links) > 0).then(|| format!("{what}: a link has no words"))
}

/// Looks into a frame, once the embed is there, and comes out again.
pub fn inside<T>(b: &Browser, frame: &str, work: impl FnOnce() -> T) -> T {
    let found = b.wait(b.driver().execute(format!("return {frame}"), Vec::new())).and_then(ScriptRet::element);
    let found = found.unwrap_or_else(|e| panic!("{frame}: {e}"));
    b.wait(found.enter_frame()).unwrap_or_else(|e| panic!("{frame}: {e}"));
    b.until("the embed is there", "document.readyState === 'complete' && document.querySelector('[data-part=source]')");
    let result = work();
    b.wait(b.driver().enter_default_frame()).expect("out of the frame");
    result
}

/// Keeps a picture of the whole page, once what it shows has come.
pub fn picture(b: &Browser, name: &str) {
    // What is far below the window comes and is painted only when it is near.
    b.resize(Screen { height: b.js("document.documentElement.scrollHeight"), ..DESKTOP });
    b.js::<()>("void document.querySelectorAll('[loading=lazy]').forEach(e => e.loading = 'eager')");
    b.until("the page has come", "document.readyState === 'complete' && [...document.images].every(i => i.complete)");
    for i in 0..b.count("iframe[src]") {
        inside(b, &format!("document.querySelectorAll('iframe[src]')[{i}]"), || ());
    }
    b.js_promise::<()>(
        "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))",
    );
    let answer = b.cdp("Page.captureScreenshot", json!({ "format": "png" }));
    keep(name, &STANDARD.decode(answer["data"].as_str().expect("a picture")).expect("base64"));
    b.resize(DESKTOP);
}
