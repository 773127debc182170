//! The leaderboard: as many rows as stay legible, the rest on the next slides.

use super::{
    Show, Slide, about,
    column::Align,
    frame::{SceneFrame, ScreenShape},
    heading::heading,
    picture::{Mark, Rect},
};
use crate::{
    campaign::{Standing, Standings},
    text::{format_integer, screen::each},
    view::font_metrics::CELL,
};

/// No more lines than these stand one below the other, however small they could be.
const MOST_LINES: usize = 12;
/// Letters grow as long as a slide still has so many rows.
const LEAST_ROWS: usize = 3;

/// How the rows stand on every slide of a leaderboard. Counting slides and drawing them go by the same.
pub struct Plan {
    columns: usize,
    /// In one column.
    lines: usize,
    /// The widths of a column, and the height of a row.
    column: f64,
    height: f64,
    size: f64,
    pad: f64,
    rank: f64,
    figure: f64,
    heading: f64,
    /// What is said before, where the slides have no room for it.
    about: Vec<Slide>,
}

/// Between rank and name, and between name and figure, in parts of the letters' size: on a board of dots.
const AIR: (f64, f64) = (0.3125, 0.1875);

/// The widths of what stands in a row, at the size of one.
struct Widths {
    rank: f64,
    name: f64,
    figure: f64,
}

impl Widths {
    fn new(show: &Show, frame: &SceneFrame, all: &Standings) -> Self {
        let width = |words: &str| frame.setter.font_metrics.extent(words, CELL).width / CELL;
        let most = all.rows.iter().filter_map(|row| row.rank).max().unwrap_or(0);
        // The widest digit.
        let rank = "4".repeat(most.to_string().len().max(1));
        Self {
            rank: width(&rank),
            name: all.rows.iter().map(|row| width(&row.district.name)).fold(0.0, f64::max),
            figure: all.rows.iter().map(|row| width(&figure(show, row))).fold(0.0, f64::max),
        }
    }

    /// How wide a row is at that size, with its air.
    fn row(&self, frame: &SceneFrame, size: f64) -> f64 {
        let air = if frame.shape.is_dots() { AIR.0 * size + AIR.1 * size } else { 1.75 * size };
        (self.rank + self.name + self.figure) * size + air
    }
}

fn figure(show: &Show, row: &Standing) -> String {
    row.installs.map_or_else(|| "–".into(), |n| format_integer(show.words.lang, n))
}

/// None where name and figure don't stand legibly side by side; then each district has a slide of its own.
pub fn plan(show: &Show, frame: &SceneFrame) -> Option<Plan> {
    let all = show.standings()?;
    let count = all.rows.len();
    let widths = Widths::new(show, frame, &all);
    if frame.shape.is_dots() {
        return dots(show, frame, &widths, count);
    }
    let smallest = frame.setter.smallest;
    if widths.row(frame, smallest) > frame.area.w {
        return None;
    }
    let strip = frame.shape == ScreenShape::Strip;
    let heading = if strip { 0.0 } else { frame.heading.0 };
    let room = frame.area.h - heading;
    let columns = if strip { ((frame.area.w / (frame.area.h * 3.4)) as usize).clamp(1, 4) } else { 1 };
    let column = |columns: usize| (frame.area.w - (columns - 1) as f64 * 2.0 * frame.gap) / columns as f64;
    let columns = (1..=columns).rev().find(|columns| widths.row(frame, smallest) <= column(*columns))?;
    let least = smallest * 1.55;
    let high = (room / least).floor() as usize;
    if high == 0 {
        return None;
    }
    // On a strip two lines of large letters are read more easily than three of small ones.
    let lines = evenly(
        count,
        if strip {
            high.min(2)
        } else if show.is_near() {
            high
        } else {
            high.min(MOST_LINES)
        },
        columns,
    );
    let most = if strip { room } else { frame.short * 0.2 };
    let height = (room / lines as f64).min(most).max(least);
    let pad = 0.35;
    let fits = column(columns) / (widths.rank + widths.name + widths.figure + 5.0 * pad);
    let size = frame.setter.font_metrics.fit((height * 0.56).min(fits)).max(smallest);
    let (rank, figure) = (widths.rank * size, widths.figure * size);
    Some(Plan { columns, lines, column: column(columns), height, size, pad: pad * size, rank, figure, heading, about: Vec::new() })
}

/// Dots grow by whole steps: the largest with which a slide still has some rows.
fn dots(show: &Show, frame: &SceneFrame, widths: &Widths, count: usize) -> Option<Plan> {
    let (area, between) = (frame.area, 2.0 * frame.gap);
    let fitting = |scale: u32| {
        let size = f64::from(scale) * CELL;
        let wide = widths.row(frame, size);
        let columns = ((area.w + between) / (wide + between)).floor() as usize;
        let lines = (area.h / size).floor() as usize;
        (columns * lines > 0).then_some((size, columns, lines.min(MOST_LINES)))
    };
    let most = (area.h / CELL).floor() as u32;
    let large = (2..=most).rev().filter_map(fitting).find(|(_, columns, lines)| columns * lines >= LEAST_ROWS.min(count));
    let (size, columns, lines) = large.or_else(|| fitting(1))?;
    // No more columns than hold all of them.
    let columns = columns.min(count.div_ceil(lines));
    let lines = evenly(count, lines, columns);
    let column = ((area.w - (columns - 1) as f64 * between) / columns as f64).floor();
    let height = (area.h / lines as f64).min(size * 2.0).floor();
    let about = if frame.has_aside { Vec::new() } else { about::slides(show, frame.size)? };
    let (rank, figure) = (widths.rank * size, widths.figure * size);
    Some(Plan { columns, lines, column, height, size, pad: 0.0, rank, figure, heading: 0.0, about })
}

/// As many lines as leave all slides about as full.
fn evenly(count: usize, most: usize, columns: usize) -> usize {
    let slides = count.div_ceil((most * columns).max(1)).max(1);
    count.div_ceil(slides).div_ceil(columns).max(1)
}

impl Plan {
    pub fn slides(&self, count: usize) -> Vec<Slide> {
        let pages = (0..count).step_by((self.lines * self.columns).max(1)).map(|first| Slide::Board { first });
        self.about.iter().cloned().chain(pages).collect()
    }
}

pub fn marks(show: &Show, frame: &SceneFrame, first: usize) -> Vec<Mark> {
    let (Some(all), Some(plan)) = (show.standings(), plan(show, frame)) else { return Vec::new() };
    let (top, body) = frame.area.split_top(plan.heading, 0.0);
    let mut marks = Vec::new();
    let (on_page, count) = (plan.lines * plan.columns, all.rows.len());
    if plan.heading > 0.0 {
        let forms = each(show.words.board, &[&show.campaign.province.name]);
        marks.extend(heading(show, frame, &forms, top, first..(first + on_page).min(count), count));
    }
    let longest = all.rows.iter().filter_map(|row| row.installs).max().unwrap_or(0);
    for (i, row) in all.rows.iter().skip(first).take(on_page).enumerate() {
        let (column, line) = (i / plan.lines, i % plan.lines);
        let x = body.x + column as f64 * (plan.column + 2.0 * frame.gap);
        let area = Rect::new(x, body.y + line as f64 * plan.height, plan.column, plan.height);
        let part = match row.installs {
            Some(n) if longest > 0 => n as f64 / longest as f64,
            _ => 0.0,
        };
        let rank = row.rank.map_or_else(|| "–".into(), |rank| rank.to_string());
        marks.extend(one(frame, &plan, area, [&rank, &row.district.name, &figure(show, row)], part));
    }
    marks
}

/// Rank, name and figure over a bar that says the same by its length.
fn one(frame: &SceneFrame, plan: &Plan, area: Rect, [rank, name, figure]: [&str; 3], part: f64) -> Vec<Mark> {
    let (setter, size, pad) = (&frame.setter, plan.size, plan.pad);
    let pixels = frame.shape.is_dots();
    let mut marks = Vec::new();
    if !pixels {
        let bar = Rect::new(area.x, area.y + (area.h * 0.06).round(), (area.w * part).round(), (area.h * 0.88).round());
        marks.push(Mark::Fill { area: Rect { w: area.w, ..bar }, role: "sheet" });
        marks.push(Mark::Fill { area: bar, role: "track" });
    }
    let inside = Rect::new(area.x + pad, area.y, area.w - 2.0 * pad, area.h);
    let (left, rest) = inside.split_left(plan.rank, if pixels { AIR.0 * size } else { pad });
    let between = if pixels { AIR.1 * size } else { pad };
    let (middle, right) = rest.split_left(rest.w - plan.figure - between, between);
    marks.extend(setter.row(&[rank.to_string()], size, left, Align::Right, "soft"));
    marks.extend(setter.row(&[name.to_string()], size, middle, Align::Left, "ink"));
    marks.extend(setter.row(&[figure.to_string()], size, right, Align::Right, if pixels { "accent" } else { "ink" }));
    marks
}
