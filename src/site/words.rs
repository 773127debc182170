//! The words that a live page draws itself with, in its own language and with the campaign's own words in them: a file beside pages and embeds, which
//! their modules ask for; inside of screens, which have to stand alone, and of forms, which speak both languages. It must not know what they say.

use super::style;
use crate::{
    campaign::Campaign,
    text::{Lang, screen::screen, text, write},
};

/// The file of a language; its name holds a hash, as those of the modules do.
pub fn file(campaign: &Campaign, lang: Lang) -> (String, String) {
    let words = write(text(lang, campaign));
    (format!("bluezone-text-{}-{}.txt", lang.code(), style::hash(&words)), words)
}

/// Where the module finds it. `preload` asks for it with the page; the module would ask only once it is there itself.
pub fn link(campaign: &Campaign, lang: Lang, base: &str, rel: &str) -> String {
    format!("<link rel=\"{rel}\" href=\"{base}{}\" as=\"fetch\" crossorigin>", file(campaign, lang).0)
}

/// What a form says in each language.
pub fn of_forms(campaign: &Campaign) -> Vec<String> {
    [Lang::Vi, Lang::En].map(|lang| write(text(lang, campaign))).into()
}

/// What a screen says in each language.
pub fn of_screens(campaign: &Campaign) -> Vec<String> {
    [Lang::Vi, Lang::En].map(|lang| write(text(lang, campaign)) + &write(screen(lang, campaign))).into()
}
