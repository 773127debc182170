//! The scenes of a public screen: what is shown one after another, each laid out for the very pixels it will have. Plain data from a
//! campaign; it must not know the clock, the network or how marks become pixels.

mod board;
mod call;
mod column;
mod district;
mod frame;
mod headline;
mod map;
mod picture;
mod playlist;

pub use frame::ScreenShape;
pub use picture::{Mark, Picture, Rect, Role};
pub use playlist::{SceneKind, Slide, playlist};

use frame::SceneFrame;

use crate::{
    campaign::{Campaign, Report, Standings},
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
}

impl<'a> Show<'a> {
    pub fn new(campaign: &'a Campaign, map: &'a Map, lang: Lang, now: Option<i64>) -> Self {
        Self { campaign, map, text: text(lang), words: screen(lang), age: age(campaign, now), release: "", stamp: None }
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

    /// A leaderboard without room for a heading says at its edge what its figures are.
    fn aside(&self, slide: &Slide, width: u32, height: u32) -> Option<Vec<String>> {
        let bare =
            matches!(slide, Slide::Board { .. }) && matches!(ScreenShape::of(width, height), ScreenShape::Board | ScreenShape::Strip);
        bare.then(|| each(self.words.unit, &[]))
    }

    /// Draws one slide for a screen of that many pixels.
    pub fn draw(&self, slide: &Slide, width: u32, height: u32) -> Picture {
        // A screen smaller than any board can't hold a legible word; the picture is drawn for the smallest that can.
        let frame = SceneFrame::new(self, width.max(64), height.max(32), self.aside(slide, width, height));
        let marks = match slide {
            Slide::Headline => headline::marks(self, &frame),
            Slide::Reservation => headline::reservation(self, &frame),
            Slide::Map => map::marks(self, &frame),
            Slide::Board { first } => board::marks(self, &frame, *first),
            Slide::District { code } => district::marks(self, &frame, code),
            Slide::Qr => call::qr(self, &frame),
            Slide::Message => call::message(self, &frame),
        };
        frame.finish(marks)
    }
}

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
