//! One district: its figure, its rank, its share of the people, and where it lies.

use super::{
    Show,
    column::{Align, TextLine},
    frame::{SceneFrame, ScreenShape},
    map,
    picture::Mark,
};
use crate::{
    map::view_size,
    text::{format_decimal, format_integer, screen::each, title},
};

pub fn marks(show: &Show, frame: &SceneFrame, code: &str) -> Vec<Mark> {
    let Some(all) = show.standings() else { return Vec::new() };
    let Some(row) = all.row(code) else { return Vec::new() };
    let lang = show.words.lang;
    let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count().to_string();
    let name = TextLine::new("accent", 1.2, vec![show.text.full_name(row.district), row.district.name.clone()]).wraps();
    let (figure, unit) = match row.installs {
        Some(n) => (vec![format_integer(lang, n)], Some(TextLine::new("ink", 0.8, each(show.words.unit, &[])))),
        None => (each(show.words.no_figure, &[]), None),
    };
    let figure = TextLine::new("ink", 2.6, figure);
    let rank = row.rank.map(|rank| TextLine::new("soft", 0.8, each(show.words.rank, &[&rank.to_string(), &ranked])).optional());
    let rate = row.per_100.zip(row.population_source).map(|(rate, source)| {
        // Never without its denominator: where there is no room for both, there is no rate.
        TextLine::new("soft", 0.7, each(&show.words.per_100[..1], &[&format_decimal(lang, rate, 2), title(lang, source)]))
            .wraps()
            .optional()
    });
    match frame.shape {
        ScreenShape::Board => {
            let name = TextLine::new("accent", 1.0, each(show.words.district, &[&row.district.name.replace(' ', "\u{a0}")])).wraps();
            let lines: Vec<TextLine> = [Some(name), Some(figure), rank].into_iter().flatten().collect();
            frame.setter.set(&lines, frame.area, Align::Centre).unwrap_or_default()
        }
        ScreenShape::Strip => {
            let (left, rest) = frame.area.split_left(frame.area.w * 0.36, 2.0 * frame.gap);
            let (middle, right) = rest.split_left(rest.w * 0.42, 2.0 * frame.gap);
            let about: Vec<TextLine> = [unit, rank].into_iter().flatten().collect();
            let mut marks = frame.setter.set(&[name], left, Align::Left).unwrap_or_default();
            marks.extend(frame.setter.set(&[figure], middle, Align::Right).unwrap_or_default());
            marks.extend(frame.setter.set(&about, right, Align::Left).unwrap_or_default());
            marks
        }
        shape => {
            let (width, height) = view_size(&show.map.view_box).unwrap_or((1.0, 1.0));
            let (words, sheet) = if shape == ScreenShape::Tall {
                let (sheet, words) = frame.area.split_top(frame.area.h * 0.45, frame.gap);
                (words, sheet)
            } else {
                let sheet = (frame.area.h * width / height).min(frame.area.w * 0.36);
                frame.area.split_left(frame.area.w - sheet - 2.0 * frame.gap, 2.0 * frame.gap)
            };
            // The whole province first, and the district over it: so every district's scene begins with the same shapes.
            let (province, _) = map::shapes(show, sheet, |_| Some("elsewhere"));
            let (here, _) = map::shapes(show, sheet, |other| (other == code).then_some("here"));
            let mut marks = vec![province, here];
            let lines: Vec<TextLine> = [Some(name), Some(figure), unit, rank, rate].into_iter().flatten().collect();
            marks.extend(
                frame.setter.set(&lines, words, if shape == ScreenShape::Tall { Align::Centre } else { Align::Left }).unwrap_or_default(),
            );
            marks
        }
    }
}
