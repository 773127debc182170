//! The call to install: with a QR code where one can be read from the screen, else with the written address; and the short message.

use super::{
    Show,
    column::{Align, Line},
    frame::{Frame, Shape},
    picture::{Mark, Rect},
};
use crate::{
    text::screen::each,
    view::{
        lettering::Lettering,
        qr::{Wear, qr as code},
    },
};

/// A phone's camera needs at least so many pixels a module.
const MODULE: u32 = 3;
/// No code needs more than this part of a screen.
const MOST: f64 = 0.62;

pub fn qr(show: &Show, frame: &Frame) -> Vec<Mark> {
    let hotline = show.campaign.links.hotline.trim();
    let hotline = (!hotline.is_empty()).then(|| Line::new("soft", 0.55, each(show.words.hotline, &[hotline])).optional());
    let address = Line::address("accent", 1.0, &show.address());
    let Some(code) = code(&show.campaign.links.install, Wear::Screen) else { return without(show, frame, address, hotline) };
    let side = code.side as u32;
    // Beside the words, or above them where the screen is tall.
    let room = match frame.shape {
        Shape::Tall | Shape::Square => frame.area.w.min(frame.area.h * MOST),
        Shape::Board => frame.area.h.min(frame.area.w * 0.5),
        _ => frame.area.h.min(frame.area.w * 0.4),
    };
    let module = (room / f64::from(side)).floor() as u32;
    if module < MODULE {
        return without(show, frame, address, hotline);
    }
    let edge = f64::from(side * module);
    let (place, words, align) = match frame.shape {
        Shape::Tall | Shape::Square => {
            let (top, rest) = frame.area.split_top(edge, frame.gap);
            (Rect::new((top.x + (top.w - edge) / 2.0).round(), top.y.round(), edge, edge), rest, Align::Centre)
        }
        _ => {
            let (left, rest) = frame.area.split_left(edge, frame.gap * if frame.shape == Shape::Board { 1.0 } else { 2.0 });
            (Rect::new(left.x.round(), (left.y + (left.h - edge) / 2.0).round(), edge, edge), rest, Align::Left)
        }
    };
    let lines: Vec<Line> =
        [Some(Line::new("ink", 0.9, each(show.words.scan, &[])).wraps()), Some(address), hotline].into_iter().flatten().collect();
    let Some(set) = frame.setter.set(&lines, words, align) else {
        // Where the words beside it would not be legible, the address alone says more than a bare code.
        let address = Line::address("accent", 1.0, &show.address());
        return without(show, frame, address, None);
    };
    let mut marks = vec![Mark::Qr { area: place, side, module, d: code.strokes }];
    marks.extend(set);
    marks
}

fn without(show: &Show, frame: &Frame, address: Line, hotline: Option<Line>) -> Vec<Mark> {
    let lines: Vec<Line> =
        [Some(Line::new("ink", 1.0, each(show.words.visit, &[])).wraps()), Some(address), hotline].into_iter().flatten().collect();
    frame.setter.set(&lines, frame.area, Align::Centre).unwrap_or_default()
}

pub fn message(show: &Show, frame: &Frame) -> Vec<Mark> {
    let message =
        Line::new("ink", if frame.setter.lettering == Lettering::Pixels { 1.0 } else { 1.6 }, each(show.words.message, &[])).wraps();
    let lines = [message, Line::address("accent", 1.0, &show.address())];
    if frame.shape == Shape::Strip {
        let (left, right) = frame.area.split_left(frame.area.w * 0.6, 2.0 * frame.gap);
        let [message, address] = lines;
        let mut marks = frame.setter.set(&[message], left, Align::Left).unwrap_or_default();
        marks.extend(frame.setter.set(&[address], right, Align::Left).unwrap_or_default());
        return marks;
    }
    frame.setter.set(&lines, frame.area, Align::Centre).unwrap_or_default()
}
