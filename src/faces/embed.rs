//! The embed: the citizen page's state and actions in another composition, for a frame on somebody else's page. It is told what to show; it must
//! not know the address, the frame around it or the network.

use leptos::prelude::*;

use super::{Data, PageData, Platform, page::PageFace};
use crate::{
    campaign::{Campaign, Measure},
    parts::{BoardPart, BriefPart, CreditPart, MapPart},
    text::embed::embed_text,
    view::{Brief, Selection, embed::Embed},
};

/// The handles of an embed; copied into every closure.
#[derive(Clone, Copy)]
pub struct EmbedFace {
    pub page: PageFace,
    /// Whether districts lead to the full site.
    full: bool,
    brief: Memo<Brief>,
}

impl EmbedFace {
    pub fn new(data: PageData, figures: Data, measure: Measure, full: bool, platform: Platform) -> Self {
        let page = PageFace::new(data, figures, platform);
        page.measure.set(measure);
        // Who put the embed there asked for another measure than counts by name.
        page.named.set(measure != Measure::Installs);
        let brief = Memo::new(move |_| page.campaign.with(|c| Brief::new(c, page.text, &page.selection())));
        Self { page, full, brief }
    }

    /// Where districts, or the whole province, are shown in their own right.
    fn links(self, campaign: &Campaign) -> impl Fn(Option<&str>) -> String {
        let (base, there) = (self.page.base(), untrack(|| self.page.selection()));
        // What the address says besides the path is the same for all, and takes a ranking of them all to know.
        let whole = there.with_district(None);
        let query = whole.address(campaign, "").split_off(whole.path(campaign, "").len());
        move |district| {
            let there = there.with_district(district);
            if self.full {
                return there.path(campaign, &base) + &query;
            }
            let Selection { lang, district, measure, .. } = there;
            format!("{base}{}", Embed { lang, district, measure, ..Embed::default() }.path(campaign))
        }
    }

    /// Headline, map and board: what the reader may touch.
    pub fn main(self) -> impl IntoView {
        let PageFace { text, disabled, district, live_message, .. } = self.page;
        let (marks, act) = (self.page.marks(), self.page.callback());
        let home = Signal::derive(move || district.get().map(|_| self.page.campaign.with(|campaign| self.links(campaign)(None))));
        let map = Memo::new(move |_| {
            let mut view = self.page.map_view.get();
            self.page.campaign.with(|campaign| {
                let link = self.links(campaign);
                view.districts.iter_mut().for_each(|district| district.href = link(Some(&district.code)));
            });
            // The leaderboard beside it, or the full page, says each district in words.
            view.lines.clear();
            view
        });
        let board = Memo::new(move |_| {
            let mut view = self.page.board.get();
            self.page.campaign.with(|campaign| {
                let link = self.links(campaign);
                view.rows.iter_mut().for_each(|row| row.href = link(Some(&row.code)));
            });
            view.search = false;
            view
        });
        view! {
            <div class="slot h"><BriefPart text view=self.brief home/></div>
            // The measure is the choice of whoever put the embed there.
            <div class="slot m"><MapPart text view=map marks live_message disabled choice=() help=()/></div>
            <div class="slot b"><BoardPart text view=board marks disabled act/></div>
        }
    }

    /// Source, moment and the way to the full page.
    pub fn credit(self) -> impl IntoView {
        let page = self.page;
        let full = Signal::derive(move || page.address());
        view! { <CreditPart text=page.text words=embed_text(page.text.lang) view=self.brief full/> }
    }
}
