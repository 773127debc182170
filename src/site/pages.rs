//! The pager of a leaderboard with more rows than anyone looks through at once: its markup, its script, its style. All rows stand in the page; the script
//! hides what is not on the page that is shown, so that the page's module knows nothing of it.

use super::beside;
use crate::{
    campaign::Campaign,
    text::{Lang, escape_html, shell::shell},
    view::ALL_SHOWN,
};

const SCRIPT: &str = include_str!("../../public/pages.js");
const STYLE: &str = include_str!("../../style/pages.css");

/// Pages about one district of so many show those around it alone.
fn is_long(campaign: &Campaign) -> bool {
    campaign.districts.len() > ALL_SHOWN
}

/// The script's file; its name holds a hash, as those of the modules do.
pub fn script() -> (String, Vec<u8>) {
    beside::script("pages", SCRIPT)
}

/// Whether rows say what they belong to.
fn is_grouped(campaign: &Campaign) -> bool {
    campaign.districts.iter().any(|district| district.parent.is_some())
}

/// Its element in a page.
pub fn element(campaign: &Campaign, base: &str) -> String {
    if is_long(campaign) { beside::element(base, &script()) } else { String::new() }
}

/// What it adds to the pages' sheet.
pub fn rules(campaign: &Campaign) -> &'static str {
    if is_long(campaign) || is_grouped(campaign) { STYLE } else { "" }
}

const BOARD: &str = "<section data-part=\"board\"";

/// The page's parts with the pager as the leaderboard's last child, where hydration does not look. It is hidden until the page is live.
pub fn filled(parts: String, campaign: &Campaign, lang: Lang) -> String {
    if !is_long(campaign) {
        return parts;
    }
    let words = shell(lang, campaign);
    let [back, on, range] = [words.rows_before, words.rows_after, words.rows_range].map(escape_html);
    let groups = if is_grouped(campaign) { format!(" data-groups=\"{}\"", escape_html(words.all_groups)) } else { String::new() };
    let pager = format!(
        "<div class=\"pager\" data-rows=\"{ALL_SHOWN}\"{groups} hidden><button type=\"button\">{back}</button>\
         <span role=\"status\" data-range=\"{range}\"></span><button type=\"button\">{on}</button></div>"
    );
    beside::last_child(parts, BOARD, &pager)
}
