//! What is said once before slides that have no room for it: what is counted, by which app, where and when.

use super::{Show, Slide, frame::SceneFrame, line::TextLine, pages, picture::Mark};
use crate::text::screen::each;

/// The slides of it; none where it can't be said at all, and figures without it are better not shown.
pub fn slides(show: &Show, (width, height): (u32, u32)) -> Option<Vec<Slide>> {
    // In the frame in which they are drawn.
    Some(Slide::About.pages(pages(show, &show.frame(Slide::About.kind(), width, height))?.len()))
}

pub fn pages(show: &Show, frame: &SceneFrame) -> Option<Vec<Vec<Mark>>> {
    let unit = TextLine::new("ink", 1.0, each(show.words.app_unit, &[])).wraps();
    let place = TextLine::new("soft", 1.0, each(show.words.heading, &[&show.campaign.province.name])).wraps();
    let lines: Vec<TextLine> = [unit, place].into_iter().chain(frame.tail.iter().cloned()).collect();
    pages::words(frame, &lines)
}
