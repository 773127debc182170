//! The citizen page: one selection and one campaign in signals, view models derived from them, parts that show them. It is
//! hydrated in three roots, so that what the first selection needs does not wait for the chart. It must not touch the
//! browser: what only the browser can do is handed in as [`Outside`] and handed on as acts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    campaign::Campaign,
    faces::Built,
    map::Map,
    parts::{Act, BoardPart, HeadlinePart, MapPart, PanelPart, SharePart, StatusPart, TrendPart},
    text::{Text, text},
    view::{self, Board, Collate, Headline, MapView, Panel, Selection, Share, Sort, Trend},
};

/// What differs between the browser and the tool.
#[derive(Clone, Copy)]
pub struct Outside {
    pub collate: Collate,
    /// Percent-encodes an address for use inside another.
    pub encode: fn(&str) -> String,
    /// Scheme and host, where they are known.
    pub origin: StoredValue<Option<String>>,
    /// Share, copy, print.
    pub act: Callback<Act>,
}

/// The state of the page.
#[derive(Clone, Copy)]
pub struct Page {
    pub text: &'static Text,
    pub campaign: RwSignal<Arc<Campaign>>,
    pub selection: RwSignal<Selection>,
    /// Seconds since 1970, once a clock is at hand.
    pub now: RwSignal<Option<i64>>,
    pub live: RwSignal<bool>,
    /// What the status line says of newer figures.
    pub message: RwSignal<String>,
    /// What came of the last copy.
    pub outcome: RwSignal<String>,
    pub sheet: RwSignal<bool>,
    pub redraw: RwSignal<u32>,
    base: StoredValue<String>,
    map: StoredValue<Map>,
    sort: RwSignal<Sort>,
    lit: RwSignal<Option<String>>,
    outside: Outside,
}

impl Page {
    pub fn new(built: Built, outside: Outside) -> Self {
        Self {
            text: text(built.lang),
            campaign: RwSignal::new(Arc::new(built.campaign)),
            selection: RwSignal::new(Selection { lang: built.lang, district: built.district, ..Selection::default() }),
            now: RwSignal::new(None),
            live: RwSignal::new(false),
            message: RwSignal::new(String::new()),
            outcome: RwSignal::new(String::new()),
            sheet: RwSignal::new(true),
            redraw: RwSignal::new(0),
            base: StoredValue::new(built.base),
            map: StoredValue::new(built.map),
            sort: RwSignal::new(Sort::default()),
            lit: RwSignal::new(None),
            outside,
        }
    }

    pub fn base(&self) -> String {
        self.base.get_value()
    }

    /// The whole address of a choice, as far as the host is known.
    pub fn url(&self, selection: &Selection) -> String {
        let address = self.campaign.with(|c| selection.address(c, &self.base()));
        format!("{}{address}", self.outside.origin.get_value().unwrap_or_default())
    }

    pub fn shared(self) -> Share {
        self.campaign.with(|c| self.selection.with(|s| Share::new(c, self.text, &self.base(), s)))
    }

    fn act(self) -> Callback<Act> {
        Callback::new(move |act| match act {
            Act::District(code) => self.selection.update(|s| s.district = code),
            Act::Measure(measure) => {
                self.selection.update(|s| s.measure = measure);
                self.sort.set(Sort::default());
            }
            Act::At(at) => self.selection.update(|s| {
                s.at = at;
                // An older report may know less than the latest: what it can't show is not shown as if it could.
                if !self.campaign.with_untracked(|c| c.offers(s.measure, at)) {
                    s.measure = Default::default();
                }
            }),
            Act::Lit(code) => {
                if self.lit.with_untracked(|lit| *lit != code) {
                    self.lit.set(code);
                }
            }
            Act::Share | Act::Copy | Act::Print => self.outside.act.run(act),
        })
    }

    /// A view model that is made anew only when what it is made of changes; the district is left out where it does not matter,
    /// so that a selection touches two attributes and not a whole map.
    fn derive<T: Clone + PartialEq + Send + Sync + 'static>(self, make: impl Fn(&Campaign, &Selection) -> T + Send + Sync + 'static, district: bool) -> Signal<T> {
        let relevant = Memo::new(move |_| {
            let mut selection = self.selection.get();
            if !district {
                selection.district = None;
            }
            selection
        });
        Memo::new(move |_| self.campaign.with(|c| relevant.with(|s| make(c, s)))).into()
    }

    /// Headline, map, panel, board: what the first selection needs.
    pub fn main(self) -> impl IntoView {
        let Self { text, campaign, selection, live, sort, base, map, .. } = self;
        let act = self.act();
        let headline = Memo::new(move |_| {
            let at = selection.with(|s| s.at);
            campaign.with(|c| Headline::new(c, text, at, self.now.get()))
        });
        let reports = self.derive(move |c, _| view::reports(c, text), false);
        let measures = self.derive(move |c, s| view::measures(c, text, s.at), false);
        let shapes = self.derive(move |c, s| base.with_value(|base| map.with_value(|map| MapView::new(c, map, text, base, s))), false);
        let panel = self.derive(move |c, s| Panel::new(c, text, s), true);
        let relevant = self.derive(|_, s| s.clone(), false);
        let collate = self.outside.collate;
        let board = Memo::new(move |_| {
            campaign.with(|c| relevant.with(|s| base.with_value(|base| Board::new(c, text, base, s, sort.get(), collate))))
        });
        let selected = Memo::new(move |_| selection.with(|s| s.district.clone()));
        let at = Signal::derive(move || selection.with(|s| s.at));
        let measure = Signal::derive(move || selection.with(|s| s.measure));
        let home = Signal::derive(move || campaign.with(|c| selection.with(|s| s.with_district(None).path(c, &base.get_value()))));
        view! {
            <HeadlinePart text view=headline.into() reports at live=live.into() act/>
            <StatusPart message=self.message.into()/>
            <MapPart
                text map view=shapes selected=selected.into() lit=self.lit.into() measure measures live=live.into() act
            />
            <PanelPart text view=panel home act/>
            <BoardPart text view=board.into() sort selected=selected.into() lit=self.lit.into() live=live.into() act/>
        }
    }

    /// The chart and its table; `drawn` is the tool's drawing.
    pub fn trend(self, drawn: String) -> impl IntoView {
        let text = self.text;
        let view = self.derive(move |c, s| Trend::new(c, text, s), true);
        view! { <TrendPart text view drawn redraw=self.redraw.into()/> }
    }

    pub fn share(self) -> impl IntoView {
        let text = self.text;
        let base = self.base;
        let view = self.derive(move |c, s| base.with_value(|base| Share::new(c, text, base, s)), true);
        let outside = self.outside;
        let encoded = Signal::derive(move || {
            let known = outside.origin.with_value(Option::is_some);
            if known { (outside.encode)(&self.selection.with(|s| self.url(s))) } else { String::new() }
        });
        let act = self.act();
        view! { <SharePart text view encoded sheet=self.sheet.into() outcome=self.outcome.into() act/> }
    }
}
