//! What a bulletin for loudspeakers and radio says, and the words of its pages (native only). What is read aloud has no digits, no signs and no
//! abbreviations; a line break is a breath. `{0}`, `{1}` are places for [`super::fill`]. It must not know how long a bulletin is.

mod en;
mod vi;

use super::{
    Lang, own,
    worded::texts,
    words::{with_app, with_words},
};
use crate::campaign::Campaign;

texts! {
    /// The sentences that are read aloud.
    pub struct Spoken {
        pub greeting: &'static str,
        /// 0 place
        pub about: &'static str,
        /// 0 place: the province as it is named in a sentence
        pub province: &'static str,
        /// 0 number; every number of phones in the sentences below has its unit
        pub phones: &'static str,
        pub one_phone: &'static str,
        /// 0 source
        pub by: &'static str,
        /// 0 moment, 1 place, 2 number, 3 [`Self::share`] or nothing
        pub figure: &'static str,
        /// The same, said at length.
        pub figure_long: &'static str,
        /// The same of nothing; 0 moment, 1 place
        pub nobody: &'static str,
        /// 0 percent
        pub share: &'static str,
        pub share_long: &'static str,
        /// 0 percent as stated, 1 computed
        pub shares: &'static str,
        /// 0 percent as stated, 1 computed, 2 population
        pub shares_long: &'static str,
        /// 0 sum of the districts
        pub sum: &'static str,
        pub sum_long: &'static str,
        pub corrected: &'static str,
        /// 0 day
        pub withdrawn: &'static str,
        pub counted: &'static str,
        /// 0 place, 1 population
        pub people: &'static str,
        /// 0 place, 1 population, 2 its source
        pub people_by: &'static str,
        /// 0 moment before, 1 number
        pub more: &'static str,
        pub fewer: &'static str,
        /// 0 moment before
        pub as_many: &'static str,
        /// 0 province, 1 number, 2 share or nothing
        pub whole: &'static str,
        /// 0 province, 1 number, 2 share or nothing, 3 its moment
        pub whole_at: &'static str,
        /// Three names, each with its number
        pub most: &'static str,
        pub what: &'static str,
        pub what_long: &'static str,
        pub how: &'static str,
        pub compared: &'static str,
        pub limits: &'static str,
        pub location: &'static str,
        pub voluntary: &'static str,
        pub voluntary_long: &'static str,
        pub privacy: &'static str,
        /// 0 spoken address
        pub install: &'static str,
        pub install_long: &'static str,
        /// 0 spoken address: that it is voluntary and where it is, in the fewest words
        pub install_freely: &'static str,
        pub steps: &'static str,
        pub without_number: &'static str,
        pub alike: &'static str,
        pub bluetooth: &'static str,
        pub internet: &'static str,
        /// 0 digits
        pub hotline: &'static str,
        pub hotline_short: &'static str,
        /// 0 digits: the Ministry's, and any other
        pub hotline_ministry: &'static str,
        pub hotline_other: &'static str,
        /// 0 spoken address, 1 digits
        pub again: &'static str,
        pub slogan: &'static str,
        pub thanks: &'static str,
        /// Before which words a long line is best parted, the best first.
        pub breaths: &'static [&'static str],
        /// The word of a percentage that the next one belongs to.
        pub percent: &'static str,
    }
}

texts! {
    /// The words of the pages and files around the texts.
    pub struct Page {
        pub title: &'static str,
        /// 0 place
        pub title_of: &'static str,
        /// 0 place
        pub description: &'static str,
        /// 0 syllables a minute
        pub lead: &'static str,
        /// 0 seconds
        pub length: &'static str,
        /// 0 syllables, 1 seconds, 2 syllables a minute
        pub measured: &'static str,
        pub read: &'static str,
        pub stop: &'static str,
        pub no_voice: &'static str,
        pub failed: &'static str,
        pub file: &'static str,
        /// 0 seconds
        pub file_of: &'static str,
        pub print: &'static str,
        pub source_heading: &'static str,
        /// Before what is not read aloud, in a file.
        pub unread: &'static str,
        /// 0 id
        pub report: &'static str,
        /// 0 figure with its unit
        pub figure: &'static str,
        /// 0 figure, 1 place, 2 population, 3 its source
        pub of_people: &'static str,
        pub places: &'static str,
        pub place: &'static str,
        pub files: &'static str,
        pub to_texts: &'static str,
        pub to_places: &'static str,
        /// 0 place
        pub no_figure: &'static str,
        pub all: &'static str,
    }
}

pub fn spoken(lang: Lang, campaign: &Campaign) -> &'static Spoken {
    with_app(plain(lang), lang, campaign, own::bulletin)
}

/// Before a campaign's words are in them: where a line may be parted depends on none.
pub fn plain(lang: Lang) -> &'static Spoken {
    match lang {
        Lang::Vi => &vi::SPOKEN,
        Lang::En => &en::SPOKEN,
    }
}

pub fn page(lang: Lang, campaign: &Campaign) -> &'static Page {
    let plain = match lang {
        Lang::Vi => &vi::PAGE,
        Lang::En => &en::PAGE,
    };
    with_words(plain, lang, campaign)
}
