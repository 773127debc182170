//! What every scene has around it: the background, the safe area, the as-of date, the address, and the stamp that proves what was shown.
//! It must not know what the scene itself says.

use super::{
    Age, Show,
    column::{Align, TextLayout, TextLine},
    picture::{Mark, Picture, Rect},
};
use crate::{
    text::screen::{as_of, old},
    view::font_metrics::FontMetrics,
};

/// The shape of a screen, by which a scene chooses its layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenShape {
    /// A message board of few pixels: bitmap letters, no fine map.
    Board,
    /// So wide that everything stands side by side.
    Strip,
    Wide,
    Square,
    Tall,
}

impl ScreenShape {
    pub fn of(width: u32, height: u32) -> Self {
        let (short, long) = (width.min(height), width.max(height));
        // So few pixels that outlines blur, whatever the proportions.
        if short < 160 || (short < 256 && long < 512) {
            ScreenShape::Board
        } else if width >= 4 * height {
            ScreenShape::Strip
        } else if f64::from(width) >= 1.25 * f64::from(height) {
            ScreenShape::Wide
        } else if f64::from(height) >= 1.25 * f64::from(width) {
            ScreenShape::Tall
        } else {
            ScreenShape::Square
        }
    }
}

/// The part of a screen that is left to the scene, and the means to fill it.
pub struct SceneFrame {
    pub shape: ScreenShape,
    pub area: Rect,
    pub setter: TextLayout,
    pub short: f64,
    /// The space between things.
    pub gap: f64,
    marks: Vec<Mark>,
    size: (u32, u32),
}

impl SceneFrame {
    /// `aside` takes the place of the address: what a scene without a heading shows figures of.
    pub fn new(show: &Show, width: u32, height: u32, aside: Option<Vec<String>>) -> Self {
        let shape = ScreenShape::of(width, height);
        let short = f64::from(width.min(height));
        let font_metrics = if shape == ScreenShape::Board { FontMetrics::Pixels } else { FontMetrics::Outline };
        let smallest = font_metrics.smallest(short);
        // Wide enough for the shift against burn-in to push nothing out.
        let margin = if shape == ScreenShape::Board { (short / 64.0).floor().clamp(1.0, 4.0) } else { (short * 0.045).round().max(6.0) };
        let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let gap = if shape == ScreenShape::Board { margin + 1.0 } else { margin };
        let mut frame = Self {
            shape,
            area: whole.inset(margin),
            setter: TextLayout { font_metrics, smallest },
            short,
            gap,
            marks: vec![Mark::Fill { area: whole, role: "paper" }],
            size: (width, height),
        };
        match shape {
            ScreenShape::Strip => frame.side(show, aside),
            _ => frame.foot(show, aside),
        }
        frame
    }

    /// The background, then what the scene says, then what stands around it: in the order in which it is read out.
    pub fn finish(self, marks: Vec<Mark>) -> Picture {
        let mut around = self.marks;
        let mut all: Vec<Mark> = around.drain(..1).collect();
        all.extend(marks);
        all.append(&mut around);
        Picture { width: self.size.0, height: self.size.1, marks: all }
    }

    /// The as-of date at the lower edge, with the stamp or the address opposite where there is room.
    fn foot(&mut self, show: &Show, aside: Option<Vec<String>>) {
        let size = self.setter.font_metrics.fit((self.short * 0.055).max(self.setter.smallest)).max(self.setter.smallest);
        let size =
            if show.age == Age::Fresh || self.shape == ScreenShape::Board { size } else { self.setter.font_metrics.fit(size * 1.35) };
        let height = match self.setter.font_metrics {
            FontMetrics::Outline => (size * 1.5).round(),
            FontMetrics::Pixels => size,
        };
        let date = date(show);
        let stamp: Option<Vec<String>> = show.stamp.map(|id| match aside.as_ref().and_then(|aside| aside.last()) {
            Some(aside) => stamp(show, id).iter().map(|stamp| format!("{aside} {stamp}")).collect(),
            None => stamp(show, id),
        });
        let other = stamp.clone().or(aside).unwrap_or_else(|| vec![show.address()]);
        let row = Rect::new(self.area.x, self.area.bottom() - height, self.area.w, height);
        let role = if show.age == Age::Fresh { "soft" } else { "on-alert" };
        let Some(forms) = date else {
            // Without figures there is no date; the stamp and the address stay.
            self.marks.extend(self.setter.row(&other, size, row, Align::Centre, "soft"));
            self.area.h -= height + self.gap / 2.0;
            return;
        };
        let width = |words: &String| self.setter.font_metrics.extent(words, size).width;
        // A full stamp is worth a shorter date, which it repeats; an address is not worth the shortest.
        let dates = if stamp.is_some() || self.shape == ScreenShape::Board { forms.len() } else { (forms.len() - 1).max(1) };
        let pairs =
            other.iter().skip(usize::from(stamp.is_some())).flat_map(|other| forms.iter().take(dates).map(move |date| (date, other)));
        let mut fitting = pairs.filter(|(date, other)| width(date) + width(other) + 2.0 * self.gap <= row.w);
        let pad = if self.shape == ScreenShape::Board || role == "soft" { 0.0 } else { self.gap / 2.0 };
        let mut left = vec![];
        let mut rows = 1.0;
        if let Some((date, other)) = fitting.next() {
            let room = width(other) + 0.01;
            left.extend(self.setter.row(std::slice::from_ref(date), size, row.inset_x(pad), Align::Left, role));
            let right = Rect { x: row.right() - room, w: room, ..row };
            left.extend(self.setter.row(std::slice::from_ref(other), size, right, Align::Right, "soft"));
        } else {
            left.extend(self.setter.row(&forms, size, row.inset_x(pad), Align::Left, role));
            if stamp.is_some() {
                let above = Rect { y: row.y - height, ..row };
                left.extend(self.setter.row(&other, size, above, Align::Left, "soft"));
                rows = 2.0;
            }
        }
        if role != "soft" {
            // Old figures carry their date on a field of its own, so that nobody reads one without the other.
            let words = left.first().and_then(Mark::words).map_or(row, |(_, area)| Rect { w: area.w + 2.0 * pad, x: row.x, ..row });
            self.marks.push(Mark::Fill { area: words, role: "alert" });
        }
        self.marks.append(&mut left);
        self.area.h -= rows * height + if self.shape == ScreenShape::Board { 1.0 } else { self.gap / 2.0 };
    }

    /// On a strip the date and the address stand at the right end.
    fn side(&mut self, show: &Show, aside: Option<Vec<String>>) {
        let width = (self.area.w * 0.25).round();
        let (content, side) = self.area.split_left(self.area.w - width - 2.0 * self.gap, 2.0 * self.gap);
        let role = if show.age == Age::Fresh { "soft" } else { "alert-ink" };
        let mut lines = Vec::new();
        if let Some(forms) = date(show) {
            lines.push(TextLine::new(role, 1.0, forms).wraps());
        }
        lines.extend(aside.map(|forms| TextLine::new("ink", 0.8, forms).wraps()));
        lines.push(match show.stamp {
            Some(id) => TextLine::new("soft", 0.7, stamp(show, id)).wraps(),
            None => TextLine::address("soft", 0.8, &show.address()).optional(),
        });
        self.marks.extend(self.setter.set(&lines, side, Align::Left).unwrap_or_default());
        let rule = Rect::new(side.x - self.gap, self.area.y, (self.short / 80.0).max(2.0).round(), self.area.h);
        self.marks.push(Mark::Fill { area: rule, role: "rule" });
        self.area = content;
    }
}

/// The date in its forms; none where no figures are shown.
fn date(show: &Show) -> Option<Vec<String>> {
    let at = show.report()?.as_of;
    Some(if show.age == Age::Old { old(show.words, at) } else { as_of(show.words.lang, at) })
}

/// What a photograph of the screen proves: the date of the figures, the release, the screen.
fn stamp(show: &Show, id: &str) -> Vec<String> {
    let at = show.report().map(|report| report.as_of.date()).unwrap_or_default();
    let whole = format!("{at} {} {id}", show.release);
    vec![whole.trim().to_string(), format!("{} {id}", show.release).trim().to_string(), id.to_string()]
}

impl Rect {
    fn inset_x(self, by: f64) -> Self {
        Self { x: self.x + by, w: (self.w - 2.0 * by).max(0.0), ..self }
    }
}
