//! The leaderboard: as many rows as stay legible, the rest on the next slides.

use super::{
    Show,
    column::Align,
    frame::{SceneFrame, ScreenShape},
    picture::{Mark, Rect},
};
use crate::{
    campaign::Standing,
    text::{format_integer, screen::each},
    view::font_metrics::{CELL, FontMetrics},
};

/// How high a heading stands above the rows, with the space below it.
fn heading(frame: &SceneFrame) -> f64 {
    match frame.shape {
        ScreenShape::Board | ScreenShape::Strip => 0.0,
        _ => (frame.short * 0.12).round(),
    }
}

/// The least height of a row: its letters, and air between it and the next.
fn row_height(frame: &SceneFrame) -> f64 {
    match frame.setter.font_metrics {
        FontMetrics::Outline => frame.setter.smallest * 1.55,
        FontMetrics::Pixels => frame.setter.smallest,
    }
}

/// How many columns of rows stand side by side.
fn columns(frame: &SceneFrame) -> usize {
    match frame.shape {
        ScreenShape::Strip => ((frame.area.w / (frame.area.h * 3.4)) as usize).clamp(1, 4),
        ScreenShape::Board if frame.area.w >= 300.0 => 2,
        _ => 1,
    }
}

/// Whether name and figure stand legibly side by side; on a narrower board each district has a slide of its own.
pub fn fits(show: &Show, frame: &SceneFrame) -> bool {
    let width = |words: &str| frame.setter.font_metrics.extent(words, frame.setter.smallest).width;
    let names = show.campaign.districts.iter().map(|d| width(&d.name)).fold(0.0, f64::max);
    let figures = show.standings().map_or(0.0, |all| {
        all.rows.iter().filter_map(|row| row.installs).map(|n| width(&format_integer(show.words.lang, n))).fold(0.0, f64::max)
    });
    let air = if frame.setter.font_metrics == FontMetrics::Pixels { 8.0 } else { 1.75 * frame.setter.smallest };
    names + figures + width("88") + air <= frame.area.w
}

/// How many rows one slide holds, so that all slides hold about as many.
pub fn rows(frame: &SceneFrame, all: usize) -> usize {
    let room = frame.area.h - heading(frame);
    let high = (room / row_height(frame)).floor() as usize;
    // On a strip two lines of large letters are read more easily than three of small ones.
    let high = if frame.shape == ScreenShape::Strip { high.min(2) } else { high.min(12) };
    let most = high.max(1) * columns(frame);
    all.div_ceil(all.div_ceil(most).max(1))
}

pub fn marks(show: &Show, frame: &SceneFrame, first: usize) -> Vec<Mark> {
    let Some(all) = show.standings() else { return Vec::new() };
    let (top, body) = frame.area.split_top(heading(frame), 0.0);
    let mut marks = Vec::new();
    if top.h > 0.0 {
        let size = frame.short * 0.065;
        let area = Rect { h: top.h * 0.75, ..top };
        marks.extend(frame.setter.row(&each(show.words.board, &[&show.campaign.province.name]), size, area, Align::Left, "ink"));
    }
    let (per_slide, columns) = (rows(frame, all.rows.len()), columns(frame));
    let per_column = per_slide.div_ceil(columns);
    // The last slide may be shorter; its rows keep the height of the others. A board that fits on one slide uses all of it.
    let lines = if all.rows.len() <= per_slide { all.rows.len().div_ceil(columns) } else { per_column };
    let most = if matches!(frame.shape, ScreenShape::Strip | ScreenShape::Board) { body.h } else { frame.short * 0.2 };
    let height = (body.h / lines.max(1) as f64).min(most).max(row_height(frame).min(body.h));
    let height = if frame.setter.font_metrics == FontMetrics::Pixels { height.floor() } else { height };
    let longest = all.rows.iter().filter_map(|row| row.installs).max().unwrap_or(0);
    let width = (body.w - (columns - 1) as f64 * 2.0 * frame.gap) / columns as f64;
    let figure = |row: &Standing| row.installs.map_or_else(|| "–".into(), |n| format_integer(show.words.lang, n));
    let rooms = Rooms::new(frame, all.rows.iter().map(|row| (row.district.name.clone(), figure(row))), width, height);
    for (i, row) in all.rows.iter().skip(first).take(per_slide).enumerate() {
        let (column, line) = (i / lines.max(1), i % lines.max(1));
        let area = Rect::new(body.x + column as f64 * (width + 2.0 * frame.gap), body.y + line as f64 * height, width, height);
        let part = match row.installs {
            Some(n) if longest > 0 => n as f64 / longest as f64,
            _ => 0.0,
        };
        let rank = row.rank.map_or_else(|| "–".into(), |rank| rank.to_string());
        marks.extend(one(frame, &rooms, area, [&rank, &row.district.name, &figure(row)], part));
    }
    marks
}

/// One size for all rows of a leaderboard, and the widths of what stands in them.
struct Rooms {
    size: f64,
    pad: f64,
    rank: f64,
    figure: f64,
}

impl Rooms {
    fn new(frame: &SceneFrame, rows: impl Iterator<Item = (String, String)>, width: f64, height: f64) -> Self {
        let setter = &frame.setter;
        let (mut name, mut figure) = (0.0_f64, 0.0_f64);
        // At the size of one, so that the largest that fits follows by division.
        for (words, number) in rows {
            name = name.max(setter.font_metrics.extent(&words, CELL).width / CELL);
            figure = figure.max(setter.font_metrics.extent(&number, CELL).width / CELL);
        }
        let rank = setter.font_metrics.extent("88", CELL).width / CELL;
        match setter.font_metrics {
            FontMetrics::Outline => {
                let pad = 0.35;
                let fits = width / (rank + name + figure + 5.0 * pad);
                let size = setter.font_metrics.fit((height * 0.56).min(fits)).max(setter.smallest);
                Self { size, pad: pad * size, rank: rank * size, figure: figure * size }
            }
            FontMetrics::Pixels => {
                let fits = (width - 8.0) / (rank + name + figure);
                let size = setter.font_metrics.fit(height.min(fits)).max(setter.smallest);
                Self { size, pad: 0.0, rank: rank * size, figure: figure * size }
            }
        }
    }
}

/// Rank, name and figure over a bar that says the same by its length.
fn one(frame: &SceneFrame, rooms: &Rooms, area: Rect, [rank, name, figure]: [&str; 3], part: f64) -> Vec<Mark> {
    let (setter, size, pad) = (&frame.setter, rooms.size, rooms.pad);
    let pixels = setter.font_metrics == FontMetrics::Pixels;
    let mut marks = Vec::new();
    if !pixels {
        let bar = Rect::new(area.x, area.y + (area.h * 0.06).round(), (area.w * part).round(), (area.h * 0.88).round());
        marks.push(Mark::Fill { area: Rect { w: area.w, ..bar }, role: "sheet" });
        marks.push(Mark::Fill { area: bar, role: "track" });
    }
    let inside = Rect::new(area.x + pad, area.y, area.w - 2.0 * pad, area.h);
    let (left, rest) = inside.split_left(rooms.rank, if pixels { 5.0 } else { pad });
    let (middle, right) = rest.split_left(rest.w - rooms.figure - pad.max(3.0), pad.max(3.0));
    marks.extend(setter.row(&[rank.to_string()], size, left, Align::Right, "soft"));
    marks.extend(setter.row(&[name.to_string()], size, middle, Align::Left, "ink"));
    marks.extend(setter.row(&[figure.to_string()], size, right, Align::Right, if pixels { "accent" } else { "ink" }));
    marks
}
