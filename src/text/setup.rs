//! The words of the page for operators of public screens (native only): the choices, what the live page says of them, and a short
//! instruction for each kind of player. What stands between backticks is typed as it is. It must not know addresses or tags.

use super::{Lang, worded::texts, words::with_words};
use crate::campaign::Campaign;

mod en;
mod vi;

texts! {
    /// A control: what it is called, and what helps to fill it in.
    pub struct Field {
        pub label: &'static str,
        pub help: &'static str,
    }
}

texts! {
    /// What is done with one kind of player.
    pub struct Device {
        pub name: &'static str,
        pub steps: &'static [&'static str],
        pub note: Option<&'static str>,
    }
}

texts! {
    pub struct Setup {
        /// 0 province
        pub title: &'static str,
        pub heading: &'static str,
        pub lead: &'static str,
        pub sections: &'static str,
        pub to_choices: &'static str,
        pub to_devices: &'static str,
        pub screen: &'static str,
        /// Instead of what needs a script.
        pub no_script: &'static str,

        pub choices: &'static str,
        pub size: Field,
        pub preset: &'static str,
        /// Screens by name: Full HD, HD, 4K, upright, square, strip.
        pub presets: [&'static str; 6],
        /// 0 distance of the dots
        pub board: &'static str,
        pub other_size: &'static str,
        pub width: &'static str,
        pub height: &'static str,
        pub scenes: Field,
        /// Headline, map, leaderboard, districts, QR code, message.
        pub scene: [&'static str; 6],
        pub lang: Field,
        /// Vietnamese, English, both.
        pub langs: [&'static str; 3],
        pub theme: &'static str,
        /// Dark, light.
        pub themes: [&'static str; 2],
        pub times: &'static str,
        pub dwell: Field,
        pub refresh: Field,
        pub nights: &'static str,
        pub night: Field,
        pub dim: Field,
        pub more: &'static str,
        pub stamp: Field,
        pub box_size: &'static str,
        /// To the right, to the left.
        pub rotate: [Field; 2],
        pub margin: Field,
        pub zone: Field,
        pub sync: Field,
        pub shift: Field,
        pub motion: Field,
        pub ticker: Field,
        pub setup: Field,
        pub reset: Field,
        pub open_form: &'static str,

        pub preview: &'static str,
        /// 0 width, 1 height, 2 percent
        pub smaller: &'static str,
        /// 0 width, 1 height, 2 times
        pub larger: &'static str,
        /// 0 width, 1 height
        pub actual: &'static str,
        pub address: Field,
        pub copy: &'static str,
        pub copied: &'static str,
        pub by_hand: &'static str,
        pub open: &'static str,
        /// 0 what could not be used
        pub ignored: &'static str,
        pub pictures: Field,
        pub make: &'static str,
        /// 0 picture, 1 of how many
        pub making: &'static str,
        /// 0 pictures, 1 width, 2 height
        pub made: &'static str,
        pub not_made: &'static str,

        pub devices: &'static str,
        /// 0 the most pictures of a round
        pub devices_lead: &'static str,
        pub device: &'static [Device],
        pub checks: &'static str,
        pub check: &'static [(&'static str, &'static str)],
    }
}

/// The words of a language.
pub fn setup(lang: Lang, campaign: &Campaign) -> &'static Setup {
    let plain = match lang {
        Lang::Vi => &vi::VI,
        Lang::En => &en::EN,
    };
    with_words(plain, lang, campaign)
}
