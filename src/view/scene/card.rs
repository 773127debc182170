//! The card that stands for a page where its address is shared: the place, its figure as large as it gets, and where it lies. It is seen the size
//! of a thumb, so there is one figure and few words.

use super::{
    SceneKind, Show,
    column::Align,
    district,
    frame::SceneFrame,
    headline,
    line::TextLine,
    map,
    picture::{Mark, Picture},
};
use crate::{
    map::view_size,
    text::{format_integer, screen::each},
    view::{MapView, Selection},
};

/// The map takes at most so much of the width.
const SHEET: f64 = 0.36;

impl Show<'_> {
    /// Of a district, or of the whole province; with its small print as in [`Show::draw_captioned`].
    pub fn draw_card(&self, code: Option<&str>, width: u32, height: u32, small_print: &[Vec<String>], rows: u32) -> Picture {
        self.captioned(width, height, small_print, rows, |above| {
            let kind = if code.is_some() { SceneKind::Districts } else { SceneKind::Headline };
            let frame = self.frame(kind, width, above);
            let marks = marks(self, &frame, code);
            frame.finish(marks)
        })
    }
}

fn marks(show: &Show, frame: &SceneFrame, code: Option<&str>) -> Vec<Mark> {
    let (width, height) = view_size(&show.map.view_box).unwrap_or((1.0, 1.0));
    let sheet = (frame.area.h * width / height).min(frame.area.w * SHEET);
    let (words, sheet) = frame.area.split_left(frame.area.w - sheet - 2.0 * frame.gap, 2.0 * frame.gap);
    let mut marks = match code {
        Some(code) => {
            let (province, _) = map::shapes(show, sheet, |_| Some("elsewhere"));
            let (here, _) = map::shapes(show, sheet, |other| (other == code).then_some("here"));
            vec![province, here]
        }
        None => {
            let view = MapView::new(show.campaign, show.map, show.text, "", &Selection::default());
            let class = |code: &str| view.districts.iter().find(|d| d.code == code).and_then(|d| d.class);
            vec![map::shapes(show, sheet, |code| Some(map::role(class(code)))).0]
        }
    };
    let lines = match code {
        Some(code) => district::lines(show, code),
        None => province(show),
    };
    marks.extend(frame.setter.set(&lines.unwrap_or_else(|| invitation(show)), words, Align::Left).unwrap_or_default());
    marks
}

fn province(show: &Show) -> Option<Vec<TextLine>> {
    let report = show.report()?;
    let heading = TextLine::new("accent", 1.0, each(show.words.heading, &[&show.campaign.province.name])).wraps();
    let total = TextLine::new("ink", 2.6, vec![format_integer(show.words.lang, report.total)]);
    let unit = TextLine::new("ink", 0.8, each(show.words.app_unit, &[])).wraps();
    let rate = headline::rate(show).map(|forms| TextLine::new("soft", 0.8, forms).wraps());
    Some([heading, total, unit].into_iter().chain(rate).collect())
}

/// Where no figure stands.
fn invitation(show: &Show) -> Vec<TextLine> {
    let heading = TextLine::new("accent", 1.0, each(show.words.heading, &[&show.campaign.province.name])).wraps();
    vec![heading, TextLine::address("ink", 1.0, &show.address())]
}
