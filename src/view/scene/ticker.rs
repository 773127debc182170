//! Running text: what the scenes say, one after another in one line that fills the height of a message board. Only where it was asked for: words
//! that stand are read by more people than words that run.

use super::{
    SceneKind, Show,
    column::Align,
    frame::SceneFrame,
    picture::{Mark, Picture, Rect},
};
use crate::{
    text::{
        format_integer,
        screen::{as_of, old},
    },
    view::{font_metrics::CELL, scene::Age},
};

/// Between two sentences, in parts of the letters' size.
const BETWEEN: f64 = 1.5;

/// The sentences of these scenes.
fn sentences(show: &Show, kinds: &[SceneKind]) -> Vec<String> {
    let (words, lang) = (show.words, show.words.lang);
    let fullest = |forms: &[&str]| forms.first().copied().unwrap_or_default().replace('\u{a0}', " ");
    let place = show.campaign.province.name.as_str();
    let mut all = Vec::new();
    let figures = show.report().filter(|_| kinds.iter().any(|kind| !matches!(kind, SceneKind::Qr | SceneKind::Message)));
    if let Some(report) = figures {
        let date = if show.age == Age::Old { old(words, report.as_of) } else { as_of(lang, report.as_of) };
        let total = format_integer(lang, report.total);
        all.push(format!("{place}: {total} {}. {}", fullest(words.app_unit), date.into_iter().next().unwrap_or_default()));
        let ranked =
            show.standings().filter(|_| kinds.iter().any(|kind| matches!(kind, SceneKind::Board | SceneKind::Districts | SceneKind::Map)));
        // Those of the districts may be of an older report.
        let older = ranked.as_ref().map(|all| all.report.as_of).filter(|at| *at != report.as_of);
        all.extend(older.and_then(|at| as_of(lang, at).into_iter().next()));
        for row in ranked.iter().flat_map(|all| &all.rows) {
            let rank = row.rank.map(|rank| format!("{rank}. ")).unwrap_or_default();
            let figure = row.installs.map_or_else(|| "–".into(), |n| format_integer(lang, n));
            all.push(format!("{rank}{} {figure}", row.district.name));
        }
    }
    if figures.is_none() || kinds.contains(&SceneKind::Message) {
        all.push(fullest(words.message));
    }
    all.push(format!("{} {}", fullest(words.visit), show.address()));
    all.extend(show.stamp.map(Into::into));
    all
}

pub fn picture(show: &Show, kinds: &[SceneKind], frame: SceneFrame) -> Picture {
    let setter = &frame.setter;
    let size = setter.font_metrics.fit(frame.area.h / CELL * CELL).max(setter.smallest);
    let mut marks: Vec<Mark> = Vec::new();
    let mut x = frame.area.x;
    for sentence in sentences(show, kinds) {
        let width = setter.font_metrics.extent(&sentence, size).width + 0.01;
        marks.extend(setter.row(&[sentence], size, Rect { x, w: width, ..frame.area }, Align::Left, "ink"));
        x += width + BETWEEN * size;
    }
    let (width, height) = (x.ceil() as u32, frame.size.1);
    let paper = Mark::Fill { area: Rect::new(0.0, 0.0, f64::from(width), f64::from(height)), role: "paper" };
    marks.insert(0, paper);
    Picture { width, height, marks }
}
