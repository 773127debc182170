//! What every scene has around it: the background, the safe area, the as-of date, the address, and the stamp that proves what was shown.
//! It must not know what the scene itself says.

use super::{
    Age, Show,
    column::{Align, TextLayout},
    line::{MAY_BREAK, TextLine},
    picture::{Mark, Picture, Rect},
};
use crate::{
    campaign::Stamp,
    text::screen::{as_of, old},
    view::font_metrics::FontMetrics,
};

/// The shape of a screen, by which a scene chooses its layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenShape {
    /// A board of few pixels: bitmap letters, no fine map.
    Board,
    /// A message board, so low that nothing has a place around what it says: date and stamp are said with the rest, or on a page of their own.
    Message,
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
            if height < 60 || width >= 3 * height { ScreenShape::Message } else { ScreenShape::Board }
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

    /// Whether letters are dots.
    pub const fn is_dots(self) -> bool {
        matches!(self, ScreenShape::Board | ScreenShape::Message)
    }
}

/// The smallest letters of a picture that is as wide as a page: there they are those of small print.
const NEAR: f64 = 26.0;

/// The part of a screen that is left to the scene, and the means to fill it.
pub struct SceneFrame {
    pub shape: ScreenShape,
    pub area: Rect,
    pub setter: TextLayout,
    pub short: f64,
    /// The space between things.
    pub gap: f64,
    /// What every scene has to say besides, where nothing stands around it: the date, the stamp.
    pub tail: Vec<TextLine>,
    /// Whether what was to stand aside has found its place.
    pub has_aside: bool,
    /// The row that a heading takes, and the size of its letters.
    pub heading: (f64, f64),
    pub size: (u32, u32),
    marks: Vec<Mark>,
}

impl SceneFrame {
    /// `at`: the moment of the scene's figures. `aside` takes the place of the address: what a scene without a heading shows figures of.
    pub fn new(show: &Show, at: Option<Stamp>, width: u32, height: u32, aside: Option<Vec<String>>) -> Self {
        let shape = ScreenShape::of(width, height);
        let short = f64::from(width.min(height));
        let font_metrics = if shape.is_dots() { FontMetrics::Pixels } else { FontMetrics::Outline };
        let smallest = if show.is_near() { NEAR } else { font_metrics.smallest(short) };
        // Wide enough for the shift against burn-in to push nothing out.
        let margin = if shape.is_dots() { (short / 64.0).floor().clamp(1.0, 4.0) } else { (short * 0.045).round().max(6.0) };
        let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let gap = if shape.is_dots() { margin + 1.0 } else { margin };
        let mut frame = Self {
            shape,
            area: whole.inset(margin),
            setter: TextLayout { font_metrics, smallest },
            short,
            gap,
            tail: Vec::new(),
            has_aside: false,
            heading: if show.is_near() { (NEAR * 3.0, NEAR * 1.6) } else { ((short * 0.12).round(), short * 0.065) },
            marks: vec![Mark::Fill { area: whole, role: "paper" }],
            size: (width, height),
        };
        match shape {
            ScreenShape::Strip => frame.side(show, at, aside),
            ScreenShape::Message => frame.tail = tail(show, at),
            _ => frame.foot(show, at, aside),
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

    /// The as-of date at the lower edge, with the stamp, what a scene sets aside or the address opposite where there is room.
    fn foot(&mut self, show: &Show, at: Option<Stamp>, aside: Option<Vec<String>>) {
        let board = self.shape == ScreenShape::Board;
        let wanted = if show.is_near() { NEAR * 1.2 } else { self.short * 0.055 };
        let size = self.setter.font_metrics.fit(wanted.max(self.setter.smallest)).max(self.setter.smallest);
        let size = if show.age == Age::Fresh || board { size } else { self.setter.font_metrics.fit(size * 1.35) };
        let height = match self.setter.font_metrics {
            FontMetrics::Pixels => size,
            _ => (size * 1.5).round(),
        };
        let row = Rect::new(self.area.x, self.area.bottom() - height, self.area.w, height);
        let role = if show.age == Age::Fresh { "soft" } else { "on-alert" };
        let others = opposite(show, at, aside);
        let Some(forms) = date(show, at) else {
            // Without figures there is no date; the stamp and the address stay.
            self.marks.extend(self.setter.row(
                &others.into_iter().map(|(words, _)| words).collect::<Vec<_>>(),
                size,
                row,
                Align::Centre,
                "soft",
            ));
            self.area.h -= height + self.gap / 2.0;
            return;
        };
        let metrics = self.setter.font_metrics;
        let width = |words: &String| metrics.extent(words, size).width;
        let stamped = show.stamp.is_some();
        // A full stamp is worth a shorter date, which it repeats; an address is not worth the shortest.
        let dates = if stamped || board { forms.len() } else { (forms.len() - 1).max(1) };
        // What repeats the date is for a row of its own.
        let beside = others.iter().skip(usize::from(stamped && others.len() > 1));
        let pairs = beside.flat_map(|other| forms.iter().take(dates).map(move |date| (date, other)));
        let fitting = pairs.into_iter().find(|(date, (other, _))| width(date) + width(other) + 2.0 * self.gap <= row.w);
        let pad = if board || role == "soft" { 0.0 } else { self.gap / 2.0 };
        let mut left = vec![];
        let mut rows = 1.0;
        if let Some((date, (other, has_aside))) = fitting {
            let room = width(other) + 0.01;
            left.extend(self.setter.row(std::slice::from_ref(date), size, row.inset_x(pad), Align::Left, role));
            let right = Rect { x: row.right() - room, w: room, ..row };
            left.extend(self.setter.row(std::slice::from_ref(other), size, right, Align::Right, "soft"));
            self.has_aside = *has_aside;
        } else {
            match self.setter.row(&forms, size, row.inset_x(pad), Align::Left, role) {
                Some(date) => left.push(date),
                // On a narrow board it is said with the rest.
                None => {
                    self.tail.extend(date_line(show, at));
                    rows = 0.0;
                }
            }
            if stamped {
                let above = Rect { y: row.y - rows * height, ..row };
                let place = others.iter().find_map(|(words, has_aside)| {
                    Some((self.setter.row(std::slice::from_ref(words), size, above, Align::Left, "soft")?, *has_aside))
                });
                // On a low board a second row would leave the scene no room for a name in two.
                let leaves_room = self.area.h - (rows + 1.0) * height >= 2.5 * height || !board;
                match place.filter(|_| leaves_room) {
                    Some((mark, has_aside)) => {
                        left.push(mark);
                        self.has_aside = has_aside;
                        rows += 1.0;
                    }
                    // A name that is wider than the board is said on a page of its own.
                    None => self.tail.extend(stamp_line(show, at)),
                }
            }
        }
        if role != "soft" && left.first().and_then(Mark::words).is_some_and(|(words, _)| forms.iter().any(|form| form == words)) {
            // Old figures carry their date on a field of its own, so that nobody reads one without the other.
            let words = left.first().and_then(Mark::words).map_or(row, |(_, area)| Rect { w: area.w + 2.0 * pad, x: row.x, ..row });
            self.marks.push(Mark::Fill { area: words, role: "alert" });
        }
        self.marks.append(&mut left);
        if rows > 0.0 {
            self.area.h -= rows * height + if board { 1.0 } else { self.gap / 2.0 };
        }
    }

    /// On a strip the date and the address stand at the right end.
    fn side(&mut self, show: &Show, at: Option<Stamp>, aside: Option<Vec<String>>) {
        let width = (self.area.w * 0.25).round();
        let (content, side) = self.area.split_left(self.area.w - width - 2.0 * self.gap, 2.0 * self.gap);
        let role = if show.age == Age::Fresh { "soft" } else { "alert-ink" };
        let mut lines = Vec::new();
        if let Some(forms) = date(show, at) {
            lines.push(TextLine::new(role, 1.0, forms).wraps());
        }
        self.has_aside = aside.is_some();
        lines.extend(aside.map(|forms| TextLine::new("ink", 0.8, forms).wraps()));
        lines.push(match show.stamp {
            Some(id) => TextLine::new("soft", 0.7, stamp(show, at, id)).wraps(),
            None => TextLine::address("soft", 0.8, &show.address()).optional(),
        });
        // The scene's own figure is what is read from afar: nothing beside it is larger than a third of what the strip could hold.
        let most = self.setter.font_metrics.fit(self.short * 0.2).max(self.setter.smallest);
        self.marks.extend(self.setter.set_up_to(&lines, side, Align::Left, most).unwrap_or_default());
        let rule = Rect::new(side.x - self.gap, self.area.y, (self.short / 80.0).max(2.0).round(), self.area.h);
        self.marks.push(Mark::Fill { area: rule, role: "rule" });
        self.area = content;
    }
}

/// The date in its forms; none where no figures are shown.
fn date(show: &Show, at: Option<Stamp>) -> Option<Vec<String>> {
    let at = at?;
    Some(if show.age == Age::Old { old(show.words, at) } else { as_of(show.words.lang, at) })
}

/// What a message board says of every scene.
fn tail(show: &Show, at: Option<Stamp>) -> Vec<TextLine> {
    date_line(show, at).into_iter().chain(stamp_line(show, at)).collect()
}

fn date_line(show: &Show, at: Option<Stamp>) -> Option<TextLine> {
    let role = if show.age == Age::Fresh { "soft" } else { "alert-ink" };
    // On a narrow board the year stands below day and month.
    let narrow = |forms: Vec<String>| -> Vec<String> {
        let last = forms
            .last()
            .and_then(|day| day.rsplit_once(['/', ' ']))
            .map(|(day, year)| if day.contains('/') { format!("{day}{MAY_BREAK}/{year}") } else { format!("{day} {year}") });
        forms.into_iter().chain(last).collect()
    };
    date(show, at).map(|forms| TextLine::new(role, 0.9, narrow(forms)).wraps())
}

fn stamp_line(show: &Show, at: Option<Stamp>) -> Option<TextLine> {
    // Whole words of a name may stand one below the other.
    let broken = |words: String| words.replace('-', &format!("-{MAY_BREAK}"));
    show.stamp.map(|id| TextLine::new("soft", 0.9, stamp(show, at, id).into_iter().skip(1).map(broken).collect()).wraps())
}

/// What may stand opposite the date, and whether it is what the scene has set aside.
fn opposite(show: &Show, at: Option<Stamp>, aside: Option<Vec<String>>) -> Vec<(String, bool)> {
    match (show.stamp, aside) {
        (Some(id), aside) => {
            let stamps = stamp(show, at, id);
            let both = aside
                .iter()
                .filter_map(|forms| forms.last())
                .flat_map(|aside| stamps.iter().map(move |stamp| (format!("{aside} {stamp}"), true)));
            both.chain(stamps.iter().map(|stamp| (stamp.clone(), false))).collect()
        }
        (None, Some(aside)) => aside.into_iter().map(|words| (words, true)).collect(),
        (None, None) => vec![(show.address(), false)],
    }
}

/// What a photograph of the screen proves: the date of the figures, the release, the screen.
fn stamp(show: &Show, at: Option<Stamp>, id: &str) -> Vec<String> {
    let at = at.map(|at| at.date()).unwrap_or_default();
    let whole = format!("{at} {} {id}", show.release);
    vec![whole.trim().to_string(), format!("{} {id}", show.release).trim().to_string(), id.to_string()]
}

impl Rect {
    fn inset_x(self, by: f64) -> Self {
        Self { x: self.x + by, w: (self.w - 2.0 * by).max(0.0), ..self }
    }
}
