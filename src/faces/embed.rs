//! The embed: the citizen page's state and actions in another composition, for a frame on somebody else's page. It is told what to show; it must
//! not know the address, the frame around it or the network.

use leptos::prelude::*;

use super::{Data, PageData, Platform, page::PageFace};
use crate::{
    campaign::{Campaign, District, Measure, places},
    parts::{BoardPart, BriefPart, CreditPart, MapPart},
    text::embed::embed_text,
    view::{Brief, embed::Embed},
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

    /// Where a district, or the whole province, is shown in its own right.
    fn link(self, campaign: &Campaign) -> impl Fn(Option<&District>) -> String + use<> {
        let (base, full, there) = (self.page.base(), self.full, untrack(|| self.page.selection()));
        // What the address says besides the path is the same for all.
        let whole = there.with_district(None);
        let query = whole.address(campaign, "").split_off(whole.path(campaign, "").len());
        let start = whole.path(campaign, &base);
        let embed = Embed { lang: there.lang, measure: there.measure, ..Embed::default() };
        move |district| match (full, district) {
            (false, _) => base.clone() + &embed.path_of(district.map_or("", |district| &district.slug)),
            (true, Some(district)) => format!("{start}huyen/{}/{query}", district.slug),
            (true, None) => start.clone() + &query,
        }
    }

    /// Leads districts there.
    fn lead(self, hrefs: &mut dyn Iterator<Item = (&String, &mut String)>) {
        self.page.campaign.with(|campaign| {
            let places = places(&mut campaign.districts.iter().map(|district| &district.code));
            let link = self.link(campaign);
            for (code, href) in hrefs {
                *href = link(places.get(code).and_then(|at| campaign.districts.get(*at)));
            }
        });
    }

    /// Headline, map and board: what the reader may touch.
    pub fn main(self) -> impl IntoView {
        let PageFace { text, disabled, district, roving_tabindex, live_message, .. } = self.page;
        let (marks, act) = (self.page.marks(), self.page.callback());
        let home = Signal::derive(move || district.get().map(|_| self.page.campaign.with(|campaign| self.link(campaign)(None))));
        let map = Memo::new(move |_| {
            let mut view = self.page.map_view.get();
            self.lead(&mut view.districts.iter_mut().map(|district| (&district.code, &mut district.href)));
            // The leaderboard beside it, or the full page, says each district in words.
            view.lines.clear();
            view
        });
        let board = Memo::new(move |_| {
            let mut view = self.page.board.get();
            self.lead(&mut view.rows.iter_mut().map(|row| (&row.code, &mut row.href)));
            view.search = false;
            view
        });
        view! {
            <div class="slot h"><BriefPart text view=self.brief home/></div>
            // The measure is the choice of whoever put the embed there.
            <div class="slot m"><MapPart text view=map marks roving_tabindex live_message disabled choice=() help=()/></div>
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
