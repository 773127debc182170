//! What a site is made from, and whether its pages carry it: a small province's figures and map stand in every page, so that it comes to life
//! without asking for more; a large one's are files, which each page would otherwise repeat.

use std::sync::Arc;

use crate::{
    campaign::Campaign,
    faces::{Data, PageData, fingerprint},
    map::Map,
    text::Lang,
};

use super::location::Location;

/// Up to so many bytes of JSON stand in every page: about 40 districts. Đắk Nông's eight are 8,400 bytes.
const MOST_INLINE: usize = 40_000;

pub struct Figures<'a> {
    pub data: Data,
    inline: bool,
    fingerprint: u32,
    location: &'a Location,
}

impl<'a> Figures<'a> {
    /// `json_bytes`: of campaign and map together; `file`: the figures' file as it is published.
    pub fn new(campaign: &Campaign, map: &Map, json_bytes: usize, file: &str, location: &'a Location) -> Self {
        let data = Data { campaign: Arc::new(campaign.clone()), map: Arc::new(map.clone()) };
        Self { data, inline: json_bytes <= MOST_INLINE, fingerprint: fingerprint(file), location }
    }

    /// What a page in that language about that district tells the module that brings it to life.
    pub fn page_data(&self, lang: Lang, district: Option<&str>) -> PageData {
        PageData {
            base: self.location.base.clone(),
            origin: self.location.origin.clone(),
            lang,
            district: district.map(Into::into),
            data: self.inline.then(|| self.data.clone()),
            fingerprint: (!self.inline).then_some(self.fingerprint),
        }
    }
}
