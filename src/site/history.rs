//! The slider that runs through the reports of a page and its play button, where there is more than one report: their markup, their script, their style.
//! They press the list of reports beside them, so that the page's module knows nothing of them and carries none of it.

use super::beside;
use crate::{
    campaign::Campaign,
    text::{Lang, escape_html, shell::shell},
};

const SCRIPT: &str = include_str!("../../public/history.js");
const STYLE: &str = include_str!("../../style/history.css");

fn has_history(campaign: &Campaign) -> bool {
    campaign.current_reports().count() > 1
}

/// The script's file; its name holds a hash, as those of the modules do.
pub fn script() -> (String, Vec<u8>) {
    beside::script("history", SCRIPT)
}

/// Its element in a page.
pub fn element(campaign: &Campaign, base: &str) -> String {
    if has_history(campaign) { beside::element(base, &script()) } else { String::new() }
}

/// What it adds to the pages' sheet.
pub fn rules(campaign: &Campaign) -> &'static str {
    if has_history(campaign) { STYLE } else { "" }
}

const HEADLINE: &str = "<section data-part=\"headline\">";

/// The page's parts with the button and the slider at its last stop as the headline's last child, where hydration does not look: as a child of the
/// part's own view it would weigh 0.6 KB in the browser (brotli), of a module at its limit. Both are off until the page is live.
pub fn filled(parts: String, campaign: &Campaign, lang: Lang) -> String {
    if !has_history(campaign) {
        return parts;
    }
    let words = shell(lang, campaign);
    let last = campaign.current_reports().count().saturating_sub(1);
    let [play, pause, moment] = [words.play, words.pause, words.moment_shown].map(escape_html);
    let player = format!(
        "<div class=\"player\"><button type=\"button\" data-play=\"{play}\" data-pause=\"{pause}\" disabled>{play}</button>\
         <input type=\"range\" aria-label=\"{moment}\" min=\"0\" max=\"{last}\" value=\"{last}\" disabled></div>"
    );
    beside::last_child(parts, HEADLINE, &player)
}
