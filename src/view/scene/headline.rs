//! The total and its share of the population, with whatever must be said of them.

use super::{
    Show,
    column::{Align, Line},
    frame::{Frame, Shape},
    picture::Mark,
};
use crate::{
    text::{decimal, fill, screen::each, whole},
    view::{headline::computed_rate, lettering::Lettering},
};

pub fn marks(show: &Show, frame: &Frame) -> Vec<Mark> {
    let Some(report) = show.report() else { return Vec::new() };
    let lang = show.words.lang;
    let total = Line::new("ink", 3.2, vec![whole(lang, report.total)]);
    let unit = Line::new("ink", 0.9, each(show.words.unit, &[]));
    let mut about = vec![unit];
    about.extend(rate(show).map(|forms| Line::new("accent", 0.9, forms).wraps()));
    if frame.setter.lettering == Lettering::Outline {
        let population =
            show.campaign.known_population().map(|(people, source)| each(show.words.population, &[&whole(lang, people), source]));
        about.extend(population.map(|forms| Line::new("soft", 0.5, forms).wraps().optional()));
        about.push(Line::new("soft", 0.5, each(show.words.counted, &[])).wraps().optional());
        about.extend(reservations(show).map(|forms| Line::new("alert-ink", 0.5, forms).wraps()));
        let note = report.note.as_ref().map(|note| vec![fill(show.text.note, &[note])]);
        about.extend(note.map(|forms| Line::new("soft", 0.4, forms).wraps().optional()));
    }
    if frame.shape == Shape::Strip {
        let extent = frame.setter.lettering.extent(&whole(lang, report.total), 100.0);
        let width = (extent.width / extent.height() * frame.area.h).min(frame.area.w * 0.45);
        let (left, right) = frame.area.split_left(width, 2.0 * frame.gap);
        let mut marks = frame.setter.set(&[total], left, Align::Left).unwrap_or_default();
        marks.extend(frame.setter.set(&about, right, Align::Left).unwrap_or_default());
        return marks;
    }
    let heading = Line::new("soft", 0.8, each(show.words.heading, &[&show.campaign.province.name])).optional();
    let mut lines = match frame.setter.lettering {
        Lettering::Outline => vec![heading, total],
        Lettering::Pixels => vec![total],
    };
    // A board of few pixels shows the figure large, and what there is still room for.
    lines.extend(match frame.setter.lettering {
        Lettering::Outline => about,
        Lettering::Pixels => about.into_iter().enumerate().map(|(i, line)| if i > 0 { line.optional() } else { line }).collect(),
    });
    frame.setter.set(&lines, frame.area, Align::Centre).unwrap_or_default()
}

/// The share of the population as the source states it; where it does not follow from the population, both are said.
fn rate(show: &Show) -> Option<Vec<String>> {
    let (report, lang) = (show.report()?, show.words.lang);
    let percent = |x: f64| format!("{}%", decimal(lang, x, 2));
    match (report.rate_percent, computed_rate(show.campaign, report)) {
        (Some(stated), Some(computed)) if (stated - computed).abs() > 0.01 => {
            Some(each(show.words.rate_differs, &[&percent(stated), &percent(computed)]))
        }
        (stated, computed) => Some(each(show.words.rate, &[&percent(stated.or(computed)?)])),
    }
}

/// Parts that do not add up to the stated total: both are kept, and it is said.
fn reservations(show: &Show) -> Option<Vec<String>> {
    let (report, lang) = (show.report()?, show.words.lang);
    let whole_report = report.installs.as_ref().is_some_and(|all| all.len() == show.campaign.districts.len());
    let sum = report.sum().filter(|sum| whole_report && *sum != report.total)?;
    Some(each(show.words.sum_differs, &[&whole(lang, sum), &whole(lang, report.total)]))
}

/// Whether there is something to be said that a board can't show beside the figure.
pub fn needs_more_room(show: &Show, frame: &Frame) -> bool {
    frame.setter.lettering == Lettering::Pixels && reservations(show).is_some()
}

pub fn reservation(show: &Show, frame: &Frame) -> Vec<Mark> {
    let lines: Vec<Line> = reservations(show).into_iter().map(|forms| Line::new("alert-ink", 1.0, forms).wraps()).collect();
    frame.setter.set(&lines, frame.area, Align::Centre).unwrap_or_default()
}
