//! The words of the page that makes embeds (native only): the choices, what the live page says of them, and what to do in each kind of portal.
//! What stands between backticks is typed as it is. It must not know addresses or tags.

use super::{
    Lang,
    setup::{Device, Field},
    worded::texts,
    words::with_words,
};
use crate::campaign::Campaign;

mod en;
mod vi;

texts! {
    pub struct Builder {
        /// 0 province
        pub title: &'static str,
        pub heading: &'static str,
        pub lead: &'static str,
        pub to_choices: &'static str,
        pub to_codes: &'static str,
        pub to_portals: &'static str,
        /// Instead of what needs a script.
        pub no_script: &'static str,

        pub choices: &'static str,
        pub show: Field,
        /// Headline, map, leaderboard, trend, guide, QR code.
        pub piece: [&'static str; 6],
        pub district: Field,
        pub whole_province: &'static str,
        pub measure: &'static str,
        pub lang: &'static str,
        /// Vietnamese, English.
        pub langs: [&'static str; 2],
        pub theme: &'static str,
        /// Automatic, light, dark.
        pub themes: [&'static str; 3],
        pub look: &'static str,
        pub accent: Field,
        pub link: Field,
        pub width: Field,
        pub open: &'static str,

        pub preview: &'static str,
        /// 0 width, 1 height, 2 percent
        pub smaller: &'static str,
        /// 0 width, 1 height
        pub actual: &'static str,
        /// 0 what could not be used
        pub ignored: &'static str,

        pub codes: &'static str,
        pub codes_lead: &'static str,
        /// The bare frame, the frame with the script, the element, the picture, the address alone.
        pub code: [Field; 5],
        pub copy: &'static str,
        pub copied: &'static str,
        pub by_hand: &'static str,

        /// Whose page it is for, by which the snippets are ordered.
        pub which: Field,
        /// Nothing chosen; then the portals by their names; last, a newsletter or a letter.
        pub any: &'static str,
        pub letter: &'static str,
        pub portals: &'static str,
        pub portal: [Device; 5],
        /// Instead of the third, once the site's address is known to portals.
        pub wordpress_block: Device,
        pub facts: &'static str,
        pub fact: [&'static str; 4],
    }
}

pub fn builder(lang: Lang, campaign: &Campaign) -> &'static Builder {
    let plain = match lang {
        Lang::Vi => &vi::VI,
        Lang::En => &en::EN,
    };
    with_words(plain, lang, campaign)
}
