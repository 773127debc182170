//! The call to install: with a QR code where one can be read from the screen, else with the written address; and the short message.

use super::{
    Show,
    column::Align,
    frame::{SceneFrame, ScreenShape},
    line::TextLine,
    pages::words,
    picture::{Mark, Rect},
};
use crate::{
    text::screen::each,
    view::qr::{ErrorCorrection, qr as code},
};

/// A phone's camera needs at least so many pixels a module.
const MODULE: u32 = 3;
/// No code needs more than this part of a screen.
const MOST: f64 = 0.62;

pub fn qr(show: &Show, frame: &SceneFrame) -> Option<Vec<Vec<Mark>>> {
    let links = &show.campaign.links;
    let (hotline, words) = (links.hotline.trim(), if links.is_ministry_hotline() { show.words.hotline } else { show.words.other_hotline });
    let hotline = (!hotline.is_empty()).then(|| TextLine::new("soft", 0.55, each(words, &[hotline])).optional());
    let address = TextLine::address("accent", 1.0, &show.address());
    let Some(code) = code(&show.campaign.links.install, ErrorCorrection::Screen) else { return without(show, frame, address, hotline) };
    let side = code.side as u32;
    // Beside the words, or above them where the screen is tall.
    let room = match frame.shape {
        ScreenShape::Tall | ScreenShape::Square => frame.area.w.min(frame.area.h * MOST),
        ScreenShape::Board | ScreenShape::Message => frame.area.h.min(frame.area.w * 0.5),
        _ => frame.area.h.min(frame.area.w * 0.4),
    };
    let module = (room / f64::from(side)).floor() as u32;
    if module < MODULE {
        return without(show, frame, address, hotline);
    }
    let edge = f64::from(side * module);
    let (place, words, align) = match frame.shape {
        ScreenShape::Tall | ScreenShape::Square => {
            let (top, rest) = frame.area.split_top(edge, frame.gap);
            (Rect::new((top.x + (top.w - edge) / 2.0).round(), top.y.round(), edge, edge), rest, Align::Centre)
        }
        _ => {
            let (left, rest) = frame.area.split_left(edge, frame.gap * if frame.shape.is_dots() { 1.0 } else { 2.0 });
            (Rect::new(left.x.round(), (left.y + (left.h - edge) / 2.0).round(), edge, edge), rest, Align::Left)
        }
    };
    let lines: Vec<TextLine> =
        [Some(TextLine::new("ink", 0.9, each(show.words.scan, &[])).wraps()), Some(address), hotline].into_iter().flatten().collect();
    let Some(set) = frame.setter.set(&lines, words, align) else {
        // Where the words beside it would not be legible, the address alone says more than a bare code.
        let address = TextLine::address("accent", 1.0, &show.address());
        return without(show, frame, address, None);
    };
    let mut marks = vec![Mark::Qr { area: place, side, module, d: code.strokes }];
    marks.extend(set);
    Some(vec![marks])
}

fn without(show: &Show, frame: &SceneFrame, address: TextLine, hotline: Option<TextLine>) -> Option<Vec<Vec<Mark>>> {
    let lines: Vec<TextLine> =
        [Some(TextLine::new("ink", 1.0, each(show.words.visit, &[])).wraps()), Some(address), hotline].into_iter().flatten().collect();
    said(frame, lines)
}

/// On one slide; on a board of dots on as many as it needs.
fn said(frame: &SceneFrame, lines: Vec<TextLine>) -> Option<Vec<Vec<Mark>>> {
    if frame.shape.is_dots() { words(frame, &lines) } else { Some(vec![frame.setter.set(&lines, frame.area, Align::Centre)?]) }
}

pub fn message(show: &Show, frame: &SceneFrame) -> Option<Vec<Vec<Mark>>> {
    let message = TextLine::new("ink", if frame.shape.is_dots() { 1.0 } else { 1.6 }, each(show.words.message, &[])).wraps();
    let address = TextLine::address("accent", 1.0, &show.address());
    if frame.shape == ScreenShape::Strip {
        let (left, right) = frame.area.split_left(frame.area.w * 0.6, 2.0 * frame.gap);
        let mut marks = frame.setter.set(&[message], left, Align::Left)?;
        marks.extend(frame.setter.set(&[address], right, Align::Left)?);
        return Some(vec![marks]);
    }
    said(frame, vec![message, address])
}
