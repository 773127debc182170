//! Which slides follow one another on a screen: the scenes that were asked for, spread over as many slides as the screen needs. What a
//! screen can't show well is left out, and something is always left.

use super::{Show, board, call, district, frame::ScreenShape, headline, map, picture::Picture};

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
    /// What is counted, where and when, before slides that have no room for it.
    About,
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
    /// All of the scenes in one line that runs through; longer than the screen is wide.
    Ticker,
    /// A further page of words that have no room on one.
    More {
        of: Box<Slide>,
        page: usize,
    },
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
            Slide::About => "about".into(),
            Slide::Ticker => "ticker".into(),
            Slide::More { of, page } => format!("{}-{}", of.name(), page + 1),
        }
    }

    /// The scene whose frame it stands in.
    pub fn kind(&self) -> SceneKind {
        match self {
            Slide::Headline | Slide::Reservation => SceneKind::Headline,
            Slide::Map => SceneKind::Map,
            Slide::Board { .. } => SceneKind::Board,
            Slide::District { .. } => SceneKind::Districts,
            Slide::Qr => SceneKind::Qr,
            // In a frame without anything aside.
            Slide::Message | Slide::About | Slide::Ticker => SceneKind::Message,
            Slide::More { of, .. } => of.kind(),
        }
    }

    /// The slide and its further pages.
    pub fn pages(self, count: usize) -> Vec<Slide> {
        let more = |page| Slide::More { of: Box::new(self.clone()), page };
        let mut all: Vec<Slide> = (1..count).map(more).collect();
        if count > 0 {
            all.insert(0, self);
        }
        all
    }

    /// What it is a page of, and which.
    pub fn page(&self) -> (&Slide, usize) {
        match self {
            Slide::More { of, page } => (of, *page),
            _ => (self, 0),
        }
    }
}

/// All that a screen shows, each scene once, and what it has no room for.
#[derive(Default)]
pub struct Program {
    pub slides: Vec<Slide>,
    /// Of what was asked for.
    pub left_out: Vec<SceneKind>,
    size: (u32, u32),
    /// Made once for all of them: every district is measured for it.
    districts: Option<district::Layout>,
}

impl Program {
    /// Words that run are all that is shown.
    pub fn ticker() -> Self {
        Self { slides: vec![Slide::Ticker], ..Self::default() }
    }

    /// Draws a slide; with the very show that the program is for.
    pub fn draw(&self, show: &Show, slide: &Slide) -> Picture {
        show.draw_with(slide, self.size, self.districts.as_ref())
    }
}

/// All slides, each once.
pub fn playlist(show: &Show, kinds: &[SceneKind], width: u32, height: u32) -> Vec<Slide> {
    program(show, kinds, width, height).slides
}

/// All slides, and the scenes that have no room on that screen.
pub fn program(show: &Show, kinds: &[SceneKind], width: u32, height: u32) -> Program {
    let mut program = Program { size: (width, height), ..Program::default() };
    let mut districts = None;
    let mut scene = |kind: SceneKind| slides(show, kind, kinds, (width, height), &mut districts);
    // Without figures the call to install stays.
    let usual = [SceneKind::Message, SceneKind::Qr];
    let kinds = if show.report().is_none() { &usual } else { kinds };
    for kind in kinds {
        match scene(*kind) {
            Some(slides) => program.slides.extend(slides),
            None => program.left_out.push(*kind),
        }
    }
    // Something always stands: the figure, or else the call to install.
    for kind in [SceneKind::Headline, SceneKind::Message] {
        if program.slides.is_empty() {
            program.slides = scene(kind).unwrap_or_default();
        }
    }
    Program { districts, ..program }
}

/// The slides of a scene, none where there is nothing for it to show; nothing where it has no room.
fn slides(
    show: &Show,
    kind: SceneKind,
    kinds: &[SceneKind],
    (width, height): (u32, u32),
    districts: &mut Option<district::Layout>,
) -> Option<Vec<Slide>> {
    let frame = show.frame(kind, width, height);
    let count = show.standings().map(|all| all.rows.len());
    let board = || board::plan(show, &show.frame(SceneKind::Board, width, height));
    match kind {
        SceneKind::Headline if show.report().is_none() => Some(Vec::new()),
        SceneKind::Headline => headline::slides(show, &frame),
        SceneKind::Qr => Some(Slide::Qr.pages(call::qr(show, &frame)?.len())),
        SceneKind::Message => Some(Slide::Message.pages(call::message(show, &frame)?.len())),
        // A total without districts makes a headline and no more.
        _ if count.is_none() => Some(Vec::new()),
        SceneKind::Map if frame.shape.is_dots() || frame.shape == ScreenShape::Strip => None,
        SceneKind::Map => map::slides(show, &frame),
        SceneKind::Board => match board() {
            Some(plan) => Some(plan.slides(count.unwrap_or_default())),
            // The districts are shown one by one in its place; once.
            None if kinds.contains(&SceneKind::Districts) => Some(Vec::new()),
            None => slides(show, SceneKind::Districts, &[], (width, height), districts),
        },
        SceneKind::Districts => {
            *districts = district::Layout::new(show, frame);
            districts.as_ref().map(district::Layout::slides)
        }
    }
}
