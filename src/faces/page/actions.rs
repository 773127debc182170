//! What a reader does on a page, and what becomes of it: every change of the choice goes through here, and is said where eyes do not help.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Fixed, PageFace, shown};
use crate::{
    campaign::{Campaign, Report},
    map::{Arrow, Map, nearest, step, view_size, zoom},
    text::{fill, moment},
    view::{Action, Selection, Sort},
};

impl PageFace {
    pub fn act(self, action: Action) {
        let change = |change: &dyn Fn(&mut Selection)| {
            let mut selection = untrack(|| self.selection());
            change(&mut selection);
            self.select(selection);
        };
        match action {
            Action::District(code) => change(&|s| s.district = code.clone()),
            Action::Measure(measure) => {
                change(&|s| (s.measure, s.named) = (measure, true));
                self.sort.set(Sort::default());
            }
            Action::Report(at) => {
                // The latest needs no mention in the address: a link without one follows the figures.
                let latest = |c: &Arc<Campaign>| c.current_reports().next_back().map(|r: &Report| r.as_of);
                let at = at.filter(|at| self.campaign.with_untracked(latest) != Some(*at));
                change(&|s| s.at = at);
            }
            Action::Hover(code) => {
                let dismissed = code.is_some() && self.dismissed_hover.with_untracked(|dismissed| *dismissed == code);
                if !dismissed {
                    set_if_changed(self.dismissed_hover, None);
                    self.marking(|| set_if_changed(self.hover, code));
                }
            }
            Action::DismissHover => {
                self.dismissed_hover.set(self.hover.get_untracked());
                self.marking(|| set_if_changed(self.hover, None));
            }
            Action::Focus(code) => self.marking(|| self.roving_tabindex.set(Some(code))),
            Action::Sort(column) => self.sort.update(|sort| *sort = sort.pressed(column)),
            Action::Search(name) => self.search_query.set(name),
            Action::CloseNotice => self.status.set(String::new()),
            Action::Share | Action::CopyAddress | Action::Print => (self.platform.perform)(self, action),
        }
    }

    /// Shows another choice, and says it where eyes do not help.
    pub fn select(self, mut selection: Selection) {
        // An older report may know less than the latest: what it can't show is not shown as if it could.
        if !self.campaign.with_untracked(|c| c.offers(selection.measure, selection.at)) {
            selection.measure = self.campaign.with_untracked(|c| c.opening_measure(selection.at));
            selection.named = false;
        }
        let before = untrack(|| self.selection());
        self.marking(|| {
            match selection.district.clone() {
                None => set_if_changed(self.all_shown, true),
                own => self.roving_tabindex.set(own),
            }
            set_if_changed(self.district, selection.district.clone());
        });
        set_if_changed(self.measure, selection.measure);
        set_if_changed(self.named, selection.named);
        set_if_changed(self.report, selection.at);
        if before.at != selection.at
            && let Some(at) = self.campaign.with_untracked(|c| c.report_at(selection.at).map(|report| report.as_of))
        {
            self.live_message.set(fill(self.text.report_shown, &[&moment(self.text.lang, at)]));
        }
        if before.measure != selection.measure {
            self.live_message.set(self.map_view.with_untracked(|view| view.caption.clone()));
        }
        if before.district != selection.district {
            self.live_message.set(match &selection.district {
                Some(code) => fill(self.text.selected, &[&self.spoken(code)]),
                None => self.text.all_shown.into(),
            });
        }
    }

    /// Does what may mark other districts.
    fn marking(self, change: impl FnOnce()) {
        let marked = || untrack(|| [self.district.get(), self.hover.get(), self.tab_stop()]);
        let before = marked();
        change();
        (self.platform.mark)(self, before, marked());
    }

    /// Shows other figures, the choice kept as far as they know of it.
    pub fn show(self, campaign: Campaign) {
        let mut selection = untrack(|| self.selection());
        selection.district = selection.district.filter(|code| campaign.district(code).is_some());
        selection.at = selection.at.filter(|at| campaign.current_reports().any(|r| r.as_of == *at));
        self.campaign.set(Arc::new(campaign));
        self.select(selection);
    }

    fn spoken(self, code: &str) -> String {
        self.map_view.with_untracked(|view| view.district(code).map(|d| d.spoken.clone())).unwrap_or_default()
    }

    /// The neighbour that an arrow key leads to.
    pub fn neighbour(self, from: &str, arrow: Arrow) -> Option<String> {
        self.with_shown_map(|map| step(map, from, arrow).map(Into::into))
    }

    /// The district that a tap beside every shape means, at a point of a frame in whose middle the map is drawn as large as it can be, within
    /// reach of a finger.
    pub fn tapped(self, x: f64, y: f64, frame: (f64, f64), finger: f64) -> Option<String> {
        self.with_shown_map(|map| {
            let (width, height) = view_size(&map.view_box)?;
            let scale = (width / frame.0).max(height / frame.1);
            let (x, y) = ((x - frame.0 / 2.0) * scale + width / 2.0, (y - frame.1 / 2.0) * scale + height / 2.0);
            nearest(map, x, y, finger * scale).map(Into::into)
        })
    }

    fn with_shown_map<T>(self, read: impl FnOnce(&Map) -> T) -> T {
        let codes = |map: &Map| self.campaign.with_untracked(|c| untrack(|| shown(c, map, self.all_shown, self.district)));
        self.fixed.with_value(|Fixed { map, .. }| match codes(map) {
            Some(codes) => read(&zoom(map, &codes)),
            None => read(map),
        })
    }
}

/// Whoever depends on it is not asked again for the same.
fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|known| *known != value) {
        signal.set(value);
    }
}
