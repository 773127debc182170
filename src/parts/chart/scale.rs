//! The chart's axes: a linear scale whose ticks and labels are given by the view model.

use std::ops::Range;

use plotters::coord::{
    ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter},
    types::RangedCoordf64,
};

use super::GAP;

/// Points of an axis with their labels.
pub type Ticks = Vec<(f64, String)>;

/// A linear scale whose ticks and labels are given.
pub struct Scale {
    pub range: Range<f64>,
    pub ticks: Ticks,
}

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        RangedCoordf64::from(self.range.clone()).map(value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.iter().map(|(at, _)| *at).collect() }
    }

    fn range(&self) -> Range<f64> {
        self.range.clone()
    }
}

impl ValueFormatter<f64> for Scale {
    fn format_ext(&self, value: &f64) -> String {
        self.ticks.iter().find(|(at, _)| at == value).map(|(_, label)| label.clone()).unwrap_or_default()
    }
}

/// The dates that have room beside each other; the first and the last always stand.
pub fn spaced(dates: &[(i64, String)], place: impl Fn(f64) -> f64, width: impl Fn(&str) -> f64) -> Ticks {
    let mut out: Vec<(f64, f64, String)> = Vec::new();
    for (i, (at, date)) in dates.iter().enumerate() {
        let (at, half) = (*at as f64, width(date) / 2.0 + GAP);
        let (from, to) = (place(at) - half, place(at) + half);
        let last = i + 1 == dates.len();
        while last && out.len() > 1 && out.last().is_some_and(|(_, end, _)| *end > from) {
            out.pop();
        }
        if last || out.last().is_none_or(|(_, end, _)| *end <= from) {
            out.push((at, to, date.clone()));
        }
    }
    out.into_iter().map(|(at, _, date)| (at, date)).collect()
}
