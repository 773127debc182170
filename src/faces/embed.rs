//! The embed: the citizen page's state and acts in another composition, for a frame on somebody else's page. It is told what to show; it must
//! not know the address, the frame around it or the network.

use leptos::prelude::*;

use super::{
    PageData,
    page::{PageFace, Platform},
};
use crate::{
    campaign::Measure,
    parts::{BoardPart, BriefPart, CreditPart, MapPart},
    text::embed::embed_text,
    view::{Board, Brief, Order, Selection, embed::Embed},
};

/// The handles of an embed; copied into every closure.
#[derive(Clone, Copy)]
pub struct EmbedFace {
    pub page: PageFace,
    /// Whether districts lead to the full site.
    full: bool,
}

impl EmbedFace {
    pub fn new(built: PageData, measure: Measure, full: bool, platform: Platform) -> Self {
        let page = PageFace::new(built, platform);
        page.state.update(|s| s.selection.measure = measure);
        page.fixed.update_value(|fixed| fixed.served.selection.measure = measure);
        Self { page, full }
    }

    /// Where a district, or the whole province, is shown in its own right.
    fn href(self, selection: &Selection, district: Option<&str>) -> String {
        let base = self.page.base();
        self.page.state.with_untracked(|s| {
            let there = selection.with_district(district);
            if self.full {
                return there.address(&s.campaign, &base);
            }
            let Selection { lang, district, measure, .. } = there;
            format!("{base}{}", Embed { lang, district, measure, ..Embed::default() }.path(&s.campaign))
        })
    }

    /// Headline, map and board: what the reader may touch.
    pub fn main(self) -> impl IntoView {
        let Self { page, .. } = self;
        let PageFace { text, state, roving_tabindex, platform, .. } = page;
        let hovered = page.hovered;
        let headline = move || {
            state.with(|s| {
                let home = s.selection.district.is_some().then(|| self.href(&s.selection, None));
                view! { <BriefPart text view=Brief::new(&s.campaign, text, &s.selection) home/> }
            })
        };
        let map = move || {
            state.with(|s| {
                let mut view = page.map_view(s);
                for district in &mut view.districts {
                    district.href = self.href(&s.selection, Some(&district.code));
                }
                // The measure is the choice of whoever put the embed there.
                view.measures.clear();
                // The leaderboard beside it, or the full page, says each district in words.
                view.lines.clear();
                view! { <MapPart text view hovered roving_tabindex live_message=s.live_message.clone() live=s.live/> }
            })
        };
        let board = move || {
            state.with(|s| {
                let order = Order { sort: s.sort, collate: platform.collate, fold: platform.fold, search_query: "" };
                let mut view = Board::new(&s.campaign, text, &page.base(), &s.selection, order);
                for row in &mut view.rows {
                    row.href = self.href(&s.selection, Some(&row.code));
                }
                view.search = false;
                view! { <BoardPart text view hovered live=s.live/> }
            })
        };
        view! { <div class="slot h">{headline}</div><div class="slot m">{map}</div><div class="slot b">{board}</div> }
    }

    /// Source, moment and the way to the full page.
    pub fn credit(self) -> impl IntoView {
        let Self { page, .. } = self;
        let text = page.text;
        move || {
            page.late_state(|s| {
                let view = Brief::new(&s.campaign, text, &s.selection);
                let full = s.selection.address(&s.campaign, &page.base());
                view! { <CreditPart text words=embed_text(text.lang) view full/> }
            })
        }
    }
}
