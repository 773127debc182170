//! The citizen page: one state, parts drawn from it, acts that change it. It is hydrated in three roots, so that what the
//! first selection needs does not wait for the chart. It must not touch the browser: what only the browser can do is handed in
//! as [`Platform`].

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    campaign::{Campaign, Measure, Report, Stamp},
    faces::PageData,
    map::{Arrow, Map, nearest, step, view_size},
    parts::{BoardPart, HeadlinePart, MapPart, PanelPart, SharePart, StatusPart, TrendPart},
    text::{Text, fill, moment, text},
    view::{Board, Collate, Column, Headline, MapView, Order, Panel, Selection, Share, Sort, Trend},
};

/// What a reader may do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Select a district; none: the whole province.
    District(Option<String>),
    Measure(Measure),
    /// Show the report of that moment; none: the latest.
    At(Option<Stamp>),
    /// Highlight a district on map and board while it is pointed at.
    Hover(Option<String>),
    /// Put the highlight out until something else is pointed at.
    DismissHover,
    /// Say a district in the live region.
    Say(String),
    Sort(Column),
    /// Show only the rows whose names hold this.
    Seek(String),
}

/// What differs between the browser and the tool.
#[derive(Clone, Copy)]
pub struct Platform {
    pub collate: Collate,
    pub fold: fn(&str) -> String,
    /// Percent-encodes an address for use inside another.
    pub encode: fn(&str) -> String,
}

/// All that the page shows depends on this and on what is pointed at.
#[derive(Clone)]
pub struct State {
    pub campaign: Arc<Campaign>,
    pub selection: Selection,
    /// Scheme and host, where they are known: the data file's, else the browser's.
    pub origin: Option<String>,
    /// Seconds since 1970, once a clock is at hand.
    pub now: Option<i64>,
    pub live: bool,
    /// What the status line says of newer figures.
    pub message: String,
    /// What came of the last copy.
    pub outcome: String,
    /// Whether the browser has a share sheet.
    pub sheet: bool,
    /// What the map's live region says.
    pub(super) live_message: String,
    search_query: String,
    pub(super) sort: Sort,
}

/// The page's handles; copied into every closure.
#[derive(Clone, Copy)]
pub struct PageFace {
    pub text: &'static Text,
    pub state: RwSignal<State>,
    pub(super) fixed: StoredValue<Fixed>,
    /// The district that the Tab key leads to, once one has had the focus.
    pub roving_tabindex: RwSignal<Option<String>>,
    pub(super) hovered: RwSignal<Option<String>>,
    /// The district whose highlight the reader has put out.
    dismissed_hover: RwSignal<Option<String>>,
    /// Whether the late roots are alive.
    late: RwSignal<bool>,
    pub(super) platform: Platform,
}

/// What never changes while the page is open.
pub(super) struct Fixed {
    /// The path that the site is served below.
    base: String,
    map: Map,
    /// What the page was served with. A root that comes to life after others must begin with it, or it would find other words.
    pub(super) served: State,
}

impl PageFace {
    pub fn new(built: PageData, platform: Platform) -> Self {
        let served = State {
            campaign: Arc::new(built.campaign),
            selection: Selection { lang: built.lang, district: built.district, ..Selection::default() },
            origin: built.origin,
            now: None,
            live: false,
            message: String::new(),
            outcome: String::new(),
            sheet: true,
            live_message: String::new(),
            search_query: String::new(),
            sort: Sort::default(),
        };
        Self {
            text: text(built.lang),
            state: RwSignal::new(served.clone()),
            fixed: StoredValue::new(Fixed { base: built.base, map: built.map, served }),
            roving_tabindex: RwSignal::new(None),
            hovered: RwSignal::new(None),
            dismissed_hover: RwSignal::new(None),
            late: RwSignal::new(false),
            platform,
        }
    }

    pub fn base(self) -> String {
        self.fixed.with_value(|fixed| fixed.base.clone())
    }

    /// The whole address of what is shown, as far as the host is known.
    pub fn url(self, state: &State) -> String {
        let address = state.selection.address(&state.campaign, &self.base());
        format!("{}{address}", state.origin.as_deref().unwrap_or_default())
    }

    pub fn shared(self, state: &State) -> Share {
        Share::new(&state.campaign, self.text, &state.selection)
    }

    pub fn chart(self, state: &State) -> crate::view::Chart {
        Trend::new(&state.campaign, self.text, &state.selection).chart
    }

    /// The chart as the page was served with it.
    pub fn served_chart(self) -> crate::view::Chart {
        self.fixed.with_value(|fixed| self.chart(&fixed.served))
    }

    /// Shows another choice, and says it where eyes do not help.
    pub fn select(self, selection: Selection) {
        if selection.district.is_some() {
            self.roving_tabindex.set(selection.district.clone());
        }
        self.state.update(|s| {
            let moved = s.selection.district != selection.district;
            let turned = s.selection.at != selection.at;
            s.selection = selection;
            // An older report may know less than the latest: what it can't show is not shown as if it could.
            if !s.campaign.offers(s.selection.measure, s.selection.at) {
                s.selection.measure = Default::default();
            }
            if turned && let Some(report) = s.campaign.report_at(s.selection.at) {
                s.live_message = fill(self.text.report_shown, &[&moment(self.text.lang, report.as_of)]);
            }
            if moved {
                let district = s.selection.district.clone();
                s.live_message = match district {
                    Some(code) => fill(self.text.selected, &[&self.spoken(s, &code)]),
                    None => self.text.all_shown.into(),
                };
            }
        });
    }

    fn spoken(self, state: &State, code: &str) -> String {
        self.map_view(state).spoken_of(code).unwrap_or_default().into()
    }

    pub(super) fn map_view(self, s: &State) -> MapView {
        self.fixed.with_value(|fixed| MapView::new(&s.campaign, &fixed.map, self.text, &fixed.base, &s.selection))
    }

    /// The neighbour that an arrow key leads to.
    pub fn neighbour(self, from: &str, arrow: Arrow) -> Option<String> {
        self.fixed.with_value(|fixed| step(&fixed.map, from, arrow).map(Into::into))
    }

    /// The district that a tap beside every shape means, at a point in parts of the map's width, within reach of a finger.
    pub fn tapped(self, x: f64, y: f64, finger: f64) -> Option<String> {
        self.fixed.with_value(|Fixed { map, .. }| {
            let (width, _) = view_size(&map.view_box)?;
            nearest(map, x * width, y * width, finger * width).map(Into::into)
        })
    }

    pub fn act(self, act: Action) {
        let change = |change: &dyn Fn(&mut Selection)| {
            let mut selection = self.state.with_untracked(|s| s.selection.clone());
            change(&mut selection);
            self.select(selection);
        };
        match act {
            Action::District(code) => change(&|s| s.district = code.clone()),
            Action::Measure(measure) => {
                change(&|s| s.measure = measure);
                self.state.update(|s| s.sort = Sort::default());
            }
            Action::At(at) => {
                // The latest needs no mention in the address: a link without one follows the figures.
                let latest = |c: &Campaign| c.current_reports().next_back().map(|r: &Report| r.as_of);
                let at = at.filter(|at| self.state.with_untracked(|s| latest(&s.campaign)) != Some(*at));
                change(&|s| s.at = at);
            }
            Action::Hover(code) => {
                let dismissed_hover = code.is_some() && self.dismissed_hover.with_untracked(|dismissed_hover| *dismissed_hover == code);
                if !dismissed_hover {
                    self.dismissed_hover.set(None);
                    self.light(code);
                }
            }
            Action::DismissHover => {
                self.dismissed_hover.set(self.hovered.get_untracked());
                self.light(None);
            }
            Action::Say(code) => self.state.update(|s| s.live_message = self.spoken(s, &code)),
            Action::Sort(column) => self.state.update(|s| s.sort = s.sort.pressed(column)),
            Action::Seek(name) => self.state.update(|s| s.search_query = name),
        }
    }

    fn light(self, code: Option<String>) {
        if self.hovered.with_untracked(|hovered| *hovered != code) {
            self.hovered.set(code);
        }
    }

    /// Headline, map, panel, board: what the first selection needs.
    pub fn main(self) -> impl IntoView {
        let Self { text, state, roving_tabindex, hovered, platform, .. } = self;
        let headline =
            move || state.with(|s| view! { <HeadlinePart text view=Headline::new(&s.campaign, text, s.selection.at, s.now) live=s.live/> });
        let status = move || state.with(|s| view! { <StatusPart message=s.message.clone()/> });
        let map = move || {
            state.with(
                |s| view! { <MapPart text view=self.map_view(s) hovered roving_tabindex live_message=s.live_message.clone() live=s.live/> },
            )
        };
        let panel = move || state.with(|s| view! { <PanelPart text view=Panel::new(&s.campaign, text, &self.base(), &s.selection)/> });
        let board = move || {
            state.with(|s| {
                let order = Order { sort: s.sort, collate: platform.collate, fold: platform.fold, search_query: &s.search_query };
                view! { <BoardPart text view=Board::new(&s.campaign, text, &self.base(), &s.selection, order) hovered live=s.live/> }
            })
        };
        view! { {headline}{status}{map}{panel}{board} }
    }

    /// The late roots go on from what they were served with to what the page shows by now.
    pub fn catch_up(self) {
        self.late.set(true);
    }

    pub(super) fn late_state<T>(self, read: impl FnOnce(&State) -> T) -> T {
        if self.late.get() { self.state.with(read) } else { self.fixed.with_value(|fixed| read(&fixed.served)) }
    }

    /// The chart and its table; `drawn` is the tool's drawing.
    pub fn trend(self, drawn: &'static str) -> impl IntoView {
        let text = self.text;
        move || self.late_state(|s| view! { <TrendPart text view=Trend::new(&s.campaign, text, &s.selection) drawn/> })
    }

    pub fn share(self) -> impl IntoView {
        let Self { text, platform, .. } = self;
        move || {
            self.late_state(|s| {
                let encoded = if s.origin.is_some() { (platform.encode)(&self.url(s)) } else { String::new() };
                view! { <SharePart text view=self.shared(s) encoded sheet=s.sheet outcome=s.outcome.clone()/> }
            })
        }
    }
}
