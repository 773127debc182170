//! The scenes of a public screen: what is shown one after another, each laid out for the very pixels it will have. Plain data from a
//! campaign; it must not know the clock, the network or how marks become pixels.

mod about;
#[cfg(not(target_arch = "wasm32"))]
mod atlas;
mod board;
mod call;
mod caption;
mod card;
mod column;
mod district;
mod fitting;
mod frame;
mod heading;
mod headline;
mod line;
mod map;
mod pages;
mod picture;
mod playlist;
mod rounds;
mod slots;
mod ticker;

#[cfg(not(target_arch = "wasm32"))]
pub use caption::above;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use column::{Align, TextLayout};
pub use frame::ScreenShape;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use line::TextLine;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use map::shapes;
pub use picture::{Mark, Picture, Rect, Role};
pub use playlist::{Program, SceneKind, Slide, playlist, program};
pub use rounds::{MOST_SCENES, rounds};

use frame::SceneFrame;

use crate::{
    campaign::{Campaign, Report, Stamp, Standings},
    map::Map,
    text::{
        Lang, Text,
        screen::{Screen, each, screen},
        text,
    },
};

/// How old the figures are, by the limits that the data file sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Age {
    #[default]
    Fresh,
    /// Their date is made prominent.
    Ageing,
    /// They are said to be old.
    Old,
    /// They are not shown any more.
    Withdrawn,
}

impl Age {
    /// The word for style sheets and tests.
    pub const fn word(self) -> &'static str {
        match self {
            Age::Fresh => "fresh",
            Age::Ageing => "ageing",
            Age::Old => "old",
            Age::Withdrawn => "withdrawn",
        }
    }
}

/// What a show is made from.
#[derive(Clone, Copy)]
pub struct Show<'a> {
    pub campaign: &'a Campaign,
    pub map: &'a Map,
    pub text: &'static Text,
    pub words: &'static Screen,
    pub age: Age,
    /// The build of the site, as the stamp names it.
    pub release: &'a str,
    /// The screen's own name, to be stamped on every scene.
    pub stamp: Option<&'a str>,
    /// Whether it is read as print is, from an arm's length, and not from across a road: then more lines stand on one picture.
    pub near: bool,
}

impl<'a> Show<'a> {
    pub fn new(campaign: &'a Campaign, map: &'a Map, lang: Lang, now: Option<i64>) -> Self {
        Self {
            campaign,
            map,
            text: text(lang, campaign),
            words: screen(lang, campaign),
            age: age(campaign, now),
            release: "",
            stamp: None,
            near: false,
        }
    }

    /// Never a live screen: in the browser it costs nothing.
    fn is_near(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.near
    }

    /// The report that is shown; none once figures are withdrawn or before there are any.
    pub fn report(&self) -> Option<&'a Report> {
        if self.age == Age::Withdrawn { None } else { self.campaign.report_at(None) }
    }

    fn standings(&self) -> Option<Standings<'a>> {
        self.report()?;
        self.campaign.standings(None, Default::default())
    }

    /// Where to install, as people type it.
    pub fn address(&self) -> String {
        super::address(&self.campaign.links.install).to_string()
    }

    /// The frame of all slides of a scene. A board without room for a heading says at its edge what its figures are, or where.
    fn frame(&self, kind: SceneKind, width: u32, height: u32) -> SceneFrame {
        // A screen smaller than any board can't hold a legible word; the picture is drawn for the smallest that can.
        let (width, height) = (width.max(LEAST.0), height.max(LEAST.1));
        let shape = ScreenShape::of(width, height);
        let aside = match kind {
            SceneKind::Board if matches!(shape, ScreenShape::Board | ScreenShape::Strip) => Some(each(self.words.unit, &[])),
            SceneKind::Districts if shape == ScreenShape::Board => Some(each(self.words.unit, &[])),
            SceneKind::Headline if shape == ScreenShape::Board => Some(each(self.words.heading, &[&self.campaign.province.name])),
            _ => None,
        };
        SceneFrame::new(self, self.as_of(kind), width, height, aside)
    }

    /// The moment of a scene's figures: those of districts may be older than the latest total.
    fn as_of(&self, kind: SceneKind) -> Option<Stamp> {
        let of_districts = matches!(kind, SceneKind::Map | SceneKind::Board | SceneKind::Districts);
        let older = self.standings().filter(|_| of_districts).map(|all| all.report);
        older.or_else(|| self.report()).map(|report| report.as_of)
    }

    /// Draws one slide for a screen of that many pixels; all slides of a screen are drawn by its [`Program`].
    pub fn draw(&self, slide: &Slide, width: u32, height: u32) -> Picture {
        self.draw_with(slide, (width, height), None)
    }

    /// What these scenes say in one line, for a board on which words run; its width is theirs.
    pub fn ticker(&self, kinds: &[SceneKind], width: u32, height: u32) -> Picture {
        ticker::picture(self, kinds, self.frame(SceneKind::Message, width, height))
    }

    /// `districts`: the layout that all of them have in common, where it is known.
    fn draw_with(&self, slide: &Slide, (width, height): (u32, u32), districts: Option<&district::Layout>) -> Picture {
        let (slide, page) = slide.page();
        let frame = self.frame(slide.kind(), width, height);
        let nth = |pages: Option<Vec<Vec<Mark>>>| pages.and_then(|pages| pages.into_iter().nth(page)).unwrap_or_default();
        let marks = match slide {
            Slide::Headline => nth(headline::pages(self, &frame)),
            Slide::Reservation => nth(headline::reservation(self, &frame)),
            Slide::About => nth(about::pages(self, &frame)),
            Slide::Map => map::marks(self, &frame, page),
            Slide::Board { first } => board::marks(self, &frame, *first),
            Slide::District { code } => {
                let made =
                    if districts.is_none() { district::Layout::new(self, self.frame(SceneKind::Districts, width, height)) } else { None };
                districts.or(made.as_ref()).map(|layout| layout.marks(self, code, page)).unwrap_or_default()
            }
            Slide::Qr => nth(call::qr(self, &frame)),
            Slide::Message => nth(call::message(self, &frame)),
            Slide::Ticker => Vec::new(),
            Slide::More { .. } => Vec::new(),
        };
        frame.finish(marks)
    }
}

/// The smallest board: two modules of 32x16 beside and above each other.
pub const LEAST: (u32, u32) = (64, 32);

/// How old the figures are by the limits; without a clock or a limit they are fresh.
pub fn age(campaign: &Campaign, now: Option<i64>) -> Age {
    let Some(report) = campaign.report_at(None) else { return Age::Withdrawn };
    let Some(seconds) = now.map(|now| now - report.as_of.unix()) else { return Age::Fresh };
    let past = |limit: Option<u32>| limit.is_some_and(|days| seconds > i64::from(days) * 86_400);
    if past(campaign.withdraw_after_days) {
        Age::Withdrawn
    } else if past(campaign.stale_after_days) {
        Age::Old
    } else if past(campaign.ageing_after_days) {
        Age::Ageing
    } else {
        Age::Fresh
    }
}

#[cfg(test)]
mod tests;
