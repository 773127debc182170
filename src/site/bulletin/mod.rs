//! The bulletins for loudspeakers and radio: `/phat-thanh/` with the province's texts and a list of all places, a page for each district, and each
//! text as a file. What is said is `view::bulletin`'s; beside it stands, not to be read aloud, what a figure needs: its denominator, moment and
//! source, and the report's id. It must not know how figures are worded.

mod page;
mod unread;
mod verify;

#[cfg(test)]
mod tests;

pub use verify::{page as verify_page, text as verify_text};

use super::{document, location::Location};
use crate::{
    campaign::Campaign,
    text::{
        Lang,
        bulletin::{Page, page as words},
        fill,
    },
    view::bulletin::{Bulletin, LENGTHS, bulletin},
};
use unread::Unread;

/// The script that lets a browser read a text aloud.
pub const SCRIPT: (&str, &str) = ("phat-thanh/doc.js", include_str!("../../../public/phat-thanh/doc.js"));

/// What all of these pages share.
pub struct Bulletins<'a> {
    pub campaign: &'a Campaign,
    pub location: &'a Location,
    css: String,
}

/// A file below the site's start and its text.
type Made = (String, String);

/// The folder of a place's bulletins; without a district the province's, which is also the list of all.
pub fn path(campaign: &Campaign, lang: Lang, district: Option<&str>) -> String {
    let start = if lang == Lang::En { "en/phat-thanh/" } else { "phat-thanh/" };
    district.and_then(|code| campaign.district(code)).map_or_else(|| start.to_owned(), |district| format!("{start}{}/", district.slug))
}

impl<'a> Bulletins<'a> {
    pub fn new(campaign: &'a Campaign, location: &'a Location) -> Result<Self, String> {
        let css = document::sheet(&location.base, include_str!("../../../style/bulletin.css"))?;
        Ok(Self { campaign, location, css })
    }

    /// The files of one place in one language: the page first, then its texts.
    pub fn files(&self, lang: Lang, district: Option<&str>) -> Vec<Made> {
        let all = LENGTHS.map(|wanted| bulletin(self.campaign, lang, district, wanted));
        let unread = Unread::new(self.campaign, lang, district);
        let path = path(self.campaign, lang, district);
        let page = (format!("{path}index.html"), page::html(self, lang, district, &all, &unread));
        let texts = all.iter().map(|one| (format!("{path}{}.txt", one.wanted), file(one, lang, self.campaign, &unread)));
        std::iter::once(page).chain(texts).collect()
    }
}

/// What stands between what is read and what is not.
const RULE: &str = "--------";

/// A text as a file: the lines that are read, a rule, and one line that is not.
fn file(bulletin: &Bulletin, lang: Lang, campaign: &Campaign, unread: &Unread) -> String {
    let words = words(lang, campaign);
    let read: Vec<String> = bulletin.paragraphs.iter().map(|lines| lines.join("\n")).collect();
    let last = format!("{} {} {}", words.unread, unread.line(), measured(words, lang, campaign, bulletin));
    format!("{}\n\n{RULE}\n{}\n", read.join("\n\n"), last.replace('\u{a0}', " "))
}

fn measured(words: &Page, lang: Lang, campaign: &Campaign, bulletin: &Bulletin) -> String {
    let count = |n: usize| crate::text::format_integer(lang, n as u64);
    let speed = crate::view::bulletin::speed(campaign);
    fill(words.measured, &[&count(bulletin.syllables), &bulletin.seconds.to_string(), &speed.to_string()])
}
