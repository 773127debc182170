//! What a site is made from, and whether its pages carry it: a small province's figures and map stand in every page, so that it comes to life
//! without asking for more; a large one's are files, which each page would otherwise repeat.

use std::sync::Arc;

use crate::{
    campaign::Campaign,
    faces::{Data, PageData, fingerprint},
    map::Map,
    text::Lang,
    view::ALL_SHOWN,
};

use super::location::Location;

/// Up to so many bytes of JSON stand in every page: about 40 districts. Đắk Nông's eight are 8,400 bytes.
const MOST_INLINE: usize = 40_000;

pub struct Figures<'a> {
    pub data: Data,
    /// What stands in every page; none: it is too large for that.
    inline: Option<Data>,
    fingerprint: u32,
    location: &'a Location,
}

impl<'a> Figures<'a> {
    /// `json_bytes`: of campaign and map together; `file`: the figures' file as it is published.
    pub fn new(campaign: &Campaign, map: &Map, json_bytes: usize, file: &str, location: &'a Location) -> Self {
        let data = Data { campaign: Arc::new(campaign.clone()), map: Arc::new(map.clone()) };
        let inline = (json_bytes <= MOST_INLINE).then(|| inline(&data));
        Self { data, inline, fingerprint: fingerprint(file), location }
    }

    /// What a page in that language about that district tells the module that brings it to life.
    pub fn page_data(&self, lang: Lang, district: Option<&str>) -> PageData {
        PageData {
            base: self.location.base.clone(),
            origin: self.location.origin.clone(),
            lang,
            district: district.map(Into::into),
            words: Vec::new(),
            data: self.inline.clone().map(|data| in_words_of(lang, data)),
            fingerprint: self.inline.is_none().then_some(self.fingerprint),
        }
    }
}

/// Sources in other words than the page's would be another 0.1 KB for nothing.
fn in_words_of(lang: Lang, data: Data) -> Data {
    match lang {
        Lang::Vi => Data {
            campaign: Arc::new((*data.campaign).clone().without_english()),
            map: Arc::new(Map { source_en: None, ..(*data.map).clone() }),
        },
        Lang::En => data,
    }
}

/// Where all districts are shown at once, no part is drawn larger: what serves that would be 0.15 KB of each page for nothing.
fn inline(data: &Data) -> Data {
    let all_shown = data.campaign.districts.len() <= ALL_SHOWN;
    let map = if all_shown { data.map.whole_alone() } else { (*data.map).clone() };
    // The borders are drawn natively.
    let map = Arc::new(Map { borders: String::new(), ..map });
    // How bulletins are read and whom printed sheets name is no page's affair.
    let campaign = match (&data.campaign.bulletin, &data.campaign.office) {
        (None, None) => data.campaign.clone(),
        _ => Arc::new(Campaign { bulletin: None, office: None, ..(*data.campaign).clone() }),
    };
    Data { campaign, map }
}
