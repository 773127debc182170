//! The citizen page: its state in signals, a view model for each part, actions that change the state. It must not touch the browser: what only
//! the browser can do is handed in as [`Platform`](super::Platform).

mod actions;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Data, PageData, Platform};
use crate::{
    campaign::{Campaign, Measure, Stamp},
    map::{Map, zoom},
    parts::{BoardPart, HeadlinePart, MapPart, Marks, MeasuresPart, PanelPart, SharePart, StatusPart, TrendPart},
    text::{Text, text},
    view::{ALL_SHOWN, Action, Board, Headline, MapView, Order, Panel, Selection, Share, Sort, Trend, surroundings},
};

/// The page's handles; copied into every closure. All that the page shows depends on these signals alone.
#[derive(Clone, Copy)]
pub struct PageFace {
    pub text: &'static Text,
    pub campaign: RwSignal<Arc<Campaign>>,
    /// The chosen district's code; none: the whole province.
    pub district: RwSignal<Option<String>>,
    pub measure: RwSignal<Measure>,
    /// Whether the address names the measure.
    pub(super) named: RwSignal<bool>,
    /// The moment of the report that is shown; none: the latest.
    pub report: RwSignal<Option<Stamp>>,
    /// Scheme and host, where they are known: the data file's, else the browser's.
    pub origin: RwSignal<Option<String>>,
    /// Seconds since 1970, once a clock is at hand.
    pub now: RwSignal<Option<i64>>,
    /// What the status line says of newer figures.
    pub status: RwSignal<String>,
    /// What came of the last copy.
    pub copy_outcome: RwSignal<String>,
    pub has_share_sheet: RwSignal<bool>,
    /// The district that the Tab key leads to, once one has had the focus.
    roving_tabindex: RwSignal<Option<String>>,
    pub(super) hover: RwSignal<Option<String>>,
    /// The district whose highlight the reader has put out.
    dismissed_hover: RwSignal<Option<String>>,
    /// What the map's live region says.
    pub(super) live_message: RwSignal<String>,
    search_query: RwSignal<String>,
    sort: RwSignal<Sort>,
    /// Whether all districts are shown though they are many. Once they are, they stay, so that a choice draws nothing anew.
    all_shown: RwSignal<bool>,
    fixed: StoredValue<Fixed>,
    platform: Platform,
    /// Controls without a module behind them can't be used.
    pub disabled: RwSignal<bool>,
    pub map_view: Memo<MapView>,
    pub board: Memo<Board>,
    pub trend: Memo<Trend>,
}

/// What never changes while the page is open.
struct Fixed {
    /// The path that the site is served below.
    base: String,
    map: Arc<Map>,
}

impl PageFace {
    /// The page as it is served. A page is made from data that is there: what was left out of it has been fetched before.
    pub fn new(page: PageData, data: Data, platform: Platform) -> Self {
        let text = text(page.lang, &data.campaign);
        let (measure, named) = (RwSignal::new(data.campaign.opening_measure(None)), RwSignal::new(false));
        let campaign = RwSignal::new(data.campaign);
        // A page about one of many districts shows those around it.
        let all_shown = RwSignal::new(page.district.is_none());
        let (district, report) = (RwSignal::new(page.district), RwSignal::new(None));
        let shown = move |c: &Campaign, map: &Map| shown(c, map, all_shown, district);
        let (sort, search_query) = (RwSignal::new(Sort::default()), RwSignal::new(String::new()));
        let fixed = StoredValue::new(Fixed { base: page.base, map: data.map });

        let selection =
            move || Selection { lang: text.lang, district: district.get(), measure: measure.get(), named: false, at: report.get() };
        // Map and board do not depend on the choice of a district: what marks it stands on the single shape and row.
        let view = move || Selection { lang: text.lang, district: None, measure: measure.get(), named: false, at: report.get() };
        let map_view = Memo::new(move |_| {
            fixed.with_value(|Fixed { base, map }| {
                campaign.with(|c| match shown(c, map) {
                    Some(codes) => MapView::new(c, &zoom(map, &codes), text, base, &view()),
                    None => MapView::new(c, map, text, base, &view()),
                })
            })
        });
        let board = Memo::new(move |_| {
            fixed.with_value(|Fixed { base, map }| {
                campaign.with(|c| {
                    let (shown, search_query) = (shown(c, map), search_query.get());
                    let (sort, shown) = (sort.get(), shown.as_deref());
                    let order = Order { sort, collate: platform.collate, fold: platform.fold, search_query: &search_query, shown };
                    Board::new(c, text, base, &view(), order)
                })
            })
        });
        let trend = Memo::new(move |_| {
            campaign.with(|c| {
                let shown = fixed.with_value(|fixed| shown(c, &fixed.map));
                Trend::new(c, text, &selection(), shown.as_deref())
            })
        });
        Self {
            text,
            campaign,
            district,
            measure,
            named,
            report,
            origin: RwSignal::new(page.origin),
            now: RwSignal::new(None),
            status: RwSignal::new(String::new()),
            copy_outcome: RwSignal::new(String::new()),
            has_share_sheet: RwSignal::new(true),
            roving_tabindex: RwSignal::new(None),
            hover: RwSignal::new(None),
            dismissed_hover: RwSignal::new(None),
            live_message: RwSignal::new(String::new()),
            search_query,
            sort,
            all_shown,
            fixed,
            platform,
            disabled: RwSignal::new(true),
            map_view,
            board,
            trend,
        }
    }

    pub fn base(self) -> String {
        self.fixed.with_value(|fixed| fixed.base.clone())
    }

    /// All that is chosen.
    pub fn selection(self) -> Selection {
        Selection {
            lang: self.text.lang,
            district: self.district.get(),
            measure: self.measure.get(),
            named: self.named.get(),
            at: self.report.get(),
        }
    }

    /// The path and query of what is shown.
    pub fn address(self) -> String {
        let selection = self.selection();
        self.campaign.with(|c| selection.address(c, &self.base()))
    }

    /// The whole address of what is shown, as far as the host is known.
    pub fn url(self) -> String {
        format!("{}{}", self.origin.get().unwrap_or_default(), self.address())
    }

    /// What is said where the page is handed on.
    pub fn shared(self) -> Share {
        self.campaign.with(|c| Share::new(c, self.text, &self.selection()))
    }

    pub(super) fn marks(self) -> Marks {
        Marks { district: self.district, hover: self.hover, tab_stop: Signal::derive(move || self.tab_stop()) }
    }

    /// The district that the Tab key leads to on the map: the last focused, else the selected, else the first.
    fn tab_stop(self) -> Option<String> {
        let first = || self.map_view.with(|view| view.districts.first().map(|district| district.code.clone()));
        self.roving_tabindex.get().or_else(|| self.district.get()).or_else(first)
    }

    pub(super) fn callback(self) -> Callback<Action> {
        Callback::new(move |action| self.act(action))
    }

    /// Headline, map, panel, board: what the first selection needs.
    pub fn main(self) -> impl IntoView {
        let Self { text, disabled, map_view, board, status, live_message, campaign, now, .. } = self;
        let (marks, act) = (self.marks(), self.callback());
        let headline = Memo::new(move |_| campaign.with(|c| Headline::of(c, text, &self.selection(), now.get())));
        let base = self.base();
        let panel = Memo::new(move |_| campaign.with(|c| Panel::new(c, text, &base, &self.selection())));
        view! {
            <HeadlinePart text view=headline disabled act/>
            <StatusPart text message=status/>
            <MapPart
                text
                view=map_view
                marks
                live_message
                disabled
                choice=view! { <MeasuresPart text view=map_view disabled act/> }
                help=view! { <p class="fine help">{text.map_help}</p> }
            />
            <PanelPart text view=panel/>
            <BoardPart text view=board marks disabled act/>
        }
    }

    /// The chart and its table; `drawn` is the tool's drawing.
    pub fn trend(self, drawn: String) -> impl IntoView {
        view! { <TrendPart text=self.text view=self.trend drawn/> }
    }

    /// What follows on the page: the chart with its table (`drawn` is the tool's drawing), and how to hand the page on.
    pub fn below(self, drawn: String) -> impl IntoView {
        let Self { text, has_share_sheet, copy_outcome, origin, platform, .. } = self;
        let encoded = Signal::derive(move || if origin.with(Option::is_some) { (platform.encode)(&self.url()) } else { String::new() });
        let sentence = Signal::derive(move || self.shared().sentence);
        view! {
            <TrendPart text view=self.trend drawn/>
            <SharePart text sentence encoded sheet=has_share_sheet outcome=copy_outcome/>
        }
    }
}

/// The codes of the districts that are shown where these are not all. Where they are, nothing depends on the choice.
fn shown(campaign: &Campaign, map: &Map, all: RwSignal<bool>, district: RwSignal<Option<String>>) -> Option<Vec<String>> {
    if campaign.districts.len() <= ALL_SHOWN || all.get() { None } else { surroundings(campaign, map, district.get().as_deref()) }
}
