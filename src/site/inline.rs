//! What goes into pages as it is: scripts without the lines that are only for their readers, files in base64, and the question whether an
//! engine can run our modules.

use base64::{Engine, engine::general_purpose::STANDARD};

use super::Module;
use crate::faces::PageData;

/// A module that is valid only where references are, which our wasm needs (Chromium 96, Firefox 79, Safari 15): a table of externref.
pub const PROBE: &str = "0,97,115,109,1,0,0,0,4,4,1,111,0,0";

pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub fn plain(script: &str) -> String {
    script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// What the page was made from. In a script element only `<` can end the data early.
pub fn page_data(page: &PageData) -> String {
    let data = serde_json::to_string(page).unwrap_or_default().replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"built\">{data}</script>")
}

/// How long an address that asks for something else waits for it.
const ASKED_MS: u32 = 3_000;

/// The page's module says by this event that a reader comes near the chart (`browser::page`).
pub const CHART_NEAR: &str = "bluezone:chart-near";

/// Says that the page will come to life, so that what needs that keeps its place; and asks for the module with the page, not only once its
/// loader has arrived and run; by a script, so that nobody who can't run it pays for it. Where the address asks for another measure or moment
/// than was served, nothing is shown that would only jump (`data-off`): the page appears when it is live, or, on a slow line, as it was
/// served.
pub fn early(base: &str, app: Option<&Module>) -> String {
    app.map_or_else(String::new, |Module { loader, wasm }| {
        format!(
            "<link rel=\"modulepreload\" href=\"{base}{loader}\"><script>if(self.WebAssembly&&self.fetch&&WebAssembly.validate(new Uint8Array([{PROBE}])))\
             {{let h=document.documentElement.dataset;delete h.plain;(self.bluezone=fetch(\"{base}{wasm}\")).catch(function(){{}});\
             if(/[?&](at|measure)=/.test(location))h.off=\"\",setTimeout(function(){{delete h.off}},{ASKED_MS})}}</script>"
        )
    })
}

/// Starts a module at once, and the chart's when that one says so. An engine without modules skips it, and so does one that is
/// too old for ours, where that was asked before (`is_early`: the page has [`early`]). A host may have answered for a file that was not there
/// yet with a page, and a browser keeps that under the file's name for long: then it is asked for once more, each time by an address that
/// nothing can be kept under. What failed while it ran is not begun twice.
pub fn start(base: &str, app: Option<&Module>, chart: Option<&Module>, is_early: bool) -> String {
    let condition = if is_early { "self.bluezone&&" } else { "" };
    let chart = chart.map_or_else(String::new, |Module { loader, wasm }| {
        format!(
            ";document.addEventListener(\"{CHART_NEAR}\",()=>import(\"{base}{loader}\").then(m=>m.default({{module_or_path:\"{base}{wasm}\"}})).catch(()=>0))"
        )
    });
    app.map_or_else(String::new, |Module { loader, wasm }| {
        format!(
            "<script type=\"module\">const i=(q,w)=>import(\"{base}{loader}\"+q).then(m=>m.default({{module_or_path:w||\"{base}{wasm}\"+q}}));\
             {condition}i(\"\",self.bluezone).catch(e=>e.name==\"RuntimeError\"||i(\"?\"+Date.now())).catch(()=>0){chart}</script>"
        )
    })
}
