//! Which slides follow one another on a screen: the scenes that were asked for, spread over as many slides as the screen needs. What a
//! screen can't show well is left out, and something is always left.

use super::{Show, board, frame::SceneFrame, frame::ScreenShape, headline};

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SceneKind {
    Headline,
    Map,
    Board,
    Districts,
    Qr,
    Message,
}

/// One picture of the turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slide {
    Headline,
    /// What must be said of the figures, where the headline has no room for it.
    Reservation,
    Map,
    /// The leaderboard from that row on.
    Board {
        first: usize,
    },
    District {
        code: String,
    },
    Qr,
    Message,
}

impl SceneKind {
    pub const ALL: [SceneKind; 6] =
        [SceneKind::Headline, SceneKind::Map, SceneKind::Board, SceneKind::Districts, SceneKind::Qr, SceneKind::Message];
    /// What is shown when nobody chose.
    pub const USUAL: [SceneKind; 5] = [SceneKind::Headline, SceneKind::Map, SceneKind::Board, SceneKind::Districts, SceneKind::Qr];

    /// The word in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            SceneKind::Headline => "headline",
            SceneKind::Map => "map",
            SceneKind::Board => "board",
            SceneKind::Districts => "districts",
            SceneKind::Qr => "qr",
            SceneKind::Message => "message",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Slide {
    /// A name for files and for style sheets: `board-2`, `district-661`.
    pub fn name(&self) -> String {
        match self {
            Slide::Headline => "headline".into(),
            Slide::Reservation => "headline-note".into(),
            Slide::Map => "map".into(),
            Slide::Board { first: 0 } => "board".into(),
            Slide::Board { first } => format!("board-{}", first + 1),
            Slide::District { code } => format!("district-{code}"),
            Slide::Qr => "qr".into(),
            Slide::Message => "message".into(),
        }
    }
}

/// The slides of one round.
pub fn playlist(show: &Show, kinds: &[SceneKind], width: u32, height: u32) -> Vec<Slide> {
    let frame = SceneFrame::new(show, width.max(64), height.max(32), None);
    let mut slides = Vec::new();
    if let Some(rows) = show.standings().map(|all| all.rows.len()) {
        for kind in kinds {
            match kind {
                SceneKind::Headline => {
                    slides.push(Slide::Headline);
                    if headline::needs_more_room(show, &frame) {
                        slides.push(Slide::Reservation);
                    }
                }
                SceneKind::Map if matches!(frame.shape, ScreenShape::Board | ScreenShape::Strip) => {}
                SceneKind::Map => slides.push(Slide::Map),
                SceneKind::Board if !board::fits(show, &frame) && kinds.contains(&SceneKind::Districts) => {}
                SceneKind::Districts | SceneKind::Board if *kind == SceneKind::Districts || !board::fits(show, &frame) => {
                    let codes = show.campaign.districts.iter().map(|d| d.code.clone());
                    slides.extend(codes.map(|code| Slide::District { code }));
                }
                SceneKind::Board | SceneKind::Districts => {
                    slides.extend((0..rows).step_by(board::rows(&frame, rows).max(1)).map(|first| Slide::Board { first }))
                }
                SceneKind::Qr => slides.push(Slide::Qr),
                SceneKind::Message => slides.push(Slide::Message),
            }
        }
        // A board that was asked for the map alone shows the figure, never nothing.
        if slides.is_empty() {
            slides.push(Slide::Headline);
        }
        return slides;
    }
    // A total without districts still makes a headline; without figures the call to install stays.
    if show.report().is_some()
        && (kinds.contains(&SceneKind::Headline) || !kinds.iter().any(|kind| matches!(kind, SceneKind::Qr | SceneKind::Message)))
    {
        slides.push(Slide::Headline);
        if headline::needs_more_room(show, &frame) {
            slides.push(Slide::Reservation);
        }
    }
    if show.report().is_none() || kinds.contains(&SceneKind::Message) {
        slides.push(Slide::Message);
    }
    if show.report().is_none() || kinds.contains(&SceneKind::Qr) {
        slides.push(Slide::Qr);
    }
    slides
}
