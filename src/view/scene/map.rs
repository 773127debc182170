//! The choropleth with numbers on it, and the list that says which district each number is: names on the map itself would be too small to
//! be read from across a road.

use super::{
    Show, Slide,
    column::{Align, TextLayout},
    frame::{SceneFrame, ScreenShape},
    heading::heading,
    picture::{Mark, Rect, Role},
};
use crate::{
    map::view_size,
    text::{format_integer, screen::each},
    view::{MapView, Selection},
};

/// The list may take so much of the width; the map keeps the rest.
const MOST: f64 = 0.56;
/// On a square screen more, so that the figures have room.
const MOST_SQUARE: f64 = 0.68;

/// By colour class, 0 the lowest.
const CLASS: [Role; 5] = ["c0", "c1", "c2", "c3", "c4"];
const ON_CLASS: [Role; 5] = ["on0", "on1", "on2", "on3", "on4"];

pub fn role(class: Option<usize>) -> Role {
    class.and_then(|class| CLASS.get(class)).copied().unwrap_or("none")
}

pub fn on(class: Option<usize>) -> Role {
    class.and_then(|class| ON_CLASS.get(class)).copied().unwrap_or("ink")
}

/// The map's districts, drawn as large as a box allows, those without a role left out; also where a point of the map comes to lie.
pub fn shapes(show: &Show, area: Rect, role: impl Fn(&str) -> Option<Role>) -> (Mark, impl Fn([i32; 2]) -> (f64, f64)) {
    let (width, height) = view_size(&show.map.view_box).unwrap_or((1.0, 1.0));
    let scale = (area.w / width).min(area.h / height);
    let (x, y) = (area.x + (area.w - width * scale) / 2.0, area.y + (area.h - height * scale) / 2.0);
    let known = show.campaign.districts.iter().filter_map(|d| Some((d, show.map.districts.get(&d.code)?)));
    let mut shapes: Vec<_> = known.filter_map(|(d, shape)| Some((shape.d.clone(), role(&d.code)?))).collect();
    // The whole map has the frames of its insets as well.
    if shapes.len() > 1 && !show.map.insets.is_empty() {
        shapes.push((show.map.frames(), "frame"));
    }
    (Mark::Shapes { shapes, x, y, scale }, move |[px, py]: [i32; 2]| (x + f64::from(px) * scale, y + f64::from(py) * scale))
}

/// Where map, legend and list stand. Counting slides and drawing them go by the same.
struct Plan {
    sheet: Rect,
    legend: Option<Rect>,
    list: Rect,
    heading: f64,
    columns: usize,
    /// In one column of one slide.
    lines: usize,
    /// Whether the figures stand in the list, too.
    figures: bool,
}

fn plan(show: &Show, frame: &SceneFrame, rows: usize) -> Option<Plan> {
    let setter = &frame.setter;
    let heading = frame.heading.0;
    let (_, mut body) = frame.area.split_top(heading, 0.0);
    let (width, height) = view_size(&show.map.view_box).unwrap_or((1.0, 1.0));
    let least = setter.smallest * 1.3;
    // A bar of the classes with the numbers between them.
    let high = setter.smallest * 1.9;
    let legend = (body.h > high * 5.0).then(|| {
        body.h -= high + frame.gap / 2.0;
        Rect { y: body.bottom() + frame.gap / 2.0, h: high, ..body }
    });
    let needed = |figures| list_width(show, frame, setter.smallest, figures);
    let (sheet, list) = if frame.shape == ScreenShape::Tall {
        let wanted = least * 1.3 * rows as f64;
        body.split_top((body.h - wanted - frame.gap).max(body.h * 0.4).min(body.w * height / width), frame.gap)
    } else {
        // The list is as wide as its words; the rest is the map's.
        let most = body.w * if frame.shape == ScreenShape::Square { MOST_SQUARE } else { MOST };
        let size = (body.h / rows.max(1) as f64 * 0.55).min(frame.short * 0.072).max(setter.smallest);
        let wanted = [(size, true), (setter.smallest, true), (size, false), (setter.smallest, false)];
        let list = wanted.into_iter().map(|(size, figures)| list_width(show, frame, size, figures)).find(|list| *list <= most)?;
        let sheet = (body.h * width / height).min(body.w - list - 1.5 * frame.gap);
        let left = (body.w - list - 1.5 * frame.gap - sheet) / 3.0;
        let (sheet, rest) = Rect { x: body.x + left, w: body.w - left, ..body }.split_left(sheet, 1.5 * frame.gap + left);
        (sheet, Rect { w: list.min(rest.w), ..rest })
    };
    let columns = if rows as f64 * least > list.h && list.w > 2.0 * needed(true) + frame.gap { 2 } else { 1 };
    let column = (list.w - (columns - 1) as f64 * frame.gap) / columns as f64;
    let most = (list.h / least).floor() as usize * columns;
    if most == 0 || needed(false) > column + 0.01 {
        return None;
    }
    // All slides hold about as many.
    let slides = rows.div_ceil(most).max(1);
    let lines = rows.div_ceil(slides).div_ceil(columns).max(1);
    Some(Plan { sheet, legend, list, heading, columns, lines, figures: needed(true) <= column + 0.01 })
}

/// The slides of the map: one, or as many as the list of the districts needs; none where it has no room.
pub fn slides(show: &Show, frame: &SceneFrame) -> Option<Vec<Slide>> {
    let rows = show.standings()?.rows.len();
    let plan = plan(show, frame, rows)?;
    Some(Slide::Map.pages(rows.div_ceil(plan.lines * plan.columns)))
}

pub fn marks(show: &Show, frame: &SceneFrame, page: usize) -> Vec<Mark> {
    let (Some(all), setter) = (show.standings(), &frame.setter) else { return Vec::new() };
    let Some(plan) = plan(show, frame, all.rows.len()) else { return Vec::new() };
    let view = MapView::new(show.campaign, show.map, show.text, "", &Selection::default());
    let district = |code: &str| view.districts.iter().find(|d| d.code == code);
    let class = |code: &str| district(code).and_then(|d| d.class);
    let mut marks: Vec<Mark> = Vec::new();
    let (on_page, count) = (plan.lines * plan.columns, all.rows.len());
    let listed = page * on_page..((page + 1) * on_page).min(count);
    let forms = each(show.words.map, &[&show.campaign.province.name]);
    marks.extend(heading(show, frame, &forms, Rect { h: plan.heading, ..frame.area }, listed, count));
    let (shapes, place) = shapes(show, plan.sheet, |code| Some(role(class(code))));
    let scale = place([1, 0]).0 - place([0, 0]).0;
    marks.push(shapes);
    marks.extend(plan.legend.iter().flat_map(|area| legend(&frame.setter, frame.short, &view, *area)));
    let list = plan.list;
    let row_height = (list.h / plan.lines as f64).min(frame.short * 0.14);
    let column = (list.w - (plan.columns - 1) as f64 * frame.gap) / plan.columns as f64;
    // One size for all: the chip, two gaps and the widest words share the width.
    let fits = column / (list_width(show, frame, 100.0, plan.figures) / 100.0);
    let size = setter.font_metrics.fit((row_height * 0.55).min(fits)).max(setter.smallest);
    let mut labels: Vec<Rect> = Vec::new();
    let start = list.y + ((list.h - row_height * plan.lines as f64) / 2.0).max(0.0);
    for (i, row) in all.rows.iter().skip(page * on_page).take(on_page).enumerate() {
        let class = class(&row.district.code);
        let number = (page * on_page + i + 1).to_string();
        let (x, y) = ((i / plan.lines) as f64 * (column + frame.gap), (i % plan.lines) as f64 * row_height);
        let area = Rect::new(list.x + x, start + y, column, row_height);
        // The number in the colour of its class is the key; a district whose figure shares a rank still has a number of its own.
        let chip = Rect::new(area.x, area.y + row_height * 0.08, (size * 1.9).round(), row_height * 0.84);
        marks.push(Mark::Fill { area: chip, role: role(class) });
        marks.extend(setter.row(std::slice::from_ref(&number), size, chip, Align::Centre, on(class)));
        let (_, words) = area.split_left(chip.w, size * 0.5);
        let figure = district(&row.district.code).map_or("–", |d| d.figure.as_str()).to_string();
        let figure_room = if plan.figures { setter.font_metrics.extent(&figure, size).width + 0.01 } else { 0.0 };
        let between = if plan.figures { size * 0.5 } else { 0.0 };
        let (name, right) = words.split_left(words.w - figure_room - between, between);
        marks.extend(setter.row(std::slice::from_ref(&row.district.name), size, name, Align::Left, "ink"));
        marks.extend(setter.row(&[figure], size, right, Align::Right, "ink").filter(|_| plan.figures));
        if let Some(shape) = show.map.districts.get(&row.district.code) {
            let found = label(frame, place(shape.label), &number, size, on(class), &labels);
            let area = found.as_ref().and_then(Mark::words).map(|(_, area)| area);
            labels.extend(area);
            // A number larger than its district stands on the colour of its class, as in the list: beside the shape it would be lost on the sea.
            if let Some(area) = area.filter(|area| f64::from(shape.room) * scale < area.h / 2.0) {
                marks.push(Mark::Fill { area, role: role(class) });
            }
            marks.extend(found);
        }
    }
    marks
}

/// The classes as one bar, and between them the numbers at which one ends and the next begins.
/// `short` is the shorter side of all.
pub fn legend(setter: &TextLayout, short: f64, view: &MapView, area: Rect) -> Vec<Mark> {
    let rows: Vec<_> = view.legend.iter().filter(|row| row.class.is_some()).collect();
    let each = (area.w / rows.len().max(1) as f64).min(short * 0.2).floor();
    let bar = (area.h * 0.3).round();
    let mut marks = Vec::new();
    let mut free = area.x;
    for (at, row) in rows.iter().enumerate() {
        let x = area.x + at as f64 * each;
        marks.push(Mark::Fill { area: Rect::new(x, area.y, each, bar), role: role(row.class) });
        let Some(low) = row.low.as_ref().filter(|_| at > 0) else { continue };
        let width = setter.font_metrics.extent(low, setter.smallest).width + 0.01;
        let place = Rect::new(x - width / 2.0, area.y + bar, width, area.h - bar);
        // A number that would touch the one before gives way: the bar goes on.
        if place.x >= free && place.right() <= area.right() {
            free = place.right() + setter.smallest * 0.4;
            marks.extend(setter.row(std::slice::from_ref(low), setter.smallest, place, Align::Centre, "soft"));
        }
    }
    marks
}

/// How wide a list of that size is: the chip, the widest name, with or without the widest figure, and what lies between.
fn list_width(show: &Show, frame: &SceneFrame, size: f64, figures: bool) -> f64 {
    let width = |words: &str| frame.setter.font_metrics.extent(words, size).width;
    let name = show.campaign.districts.iter().map(|d| width(&d.name)).fold(0.0, f64::max);
    if !figures {
        return name + 2.5 * size;
    }
    let installs = show.standings().and_then(|all| all.rows.iter().filter_map(|row| row.installs).max()).unwrap_or(0);
    // The widest digits in the place of all others.
    let figure: String = format_integer(show.words.lang, installs).chars().map(|c| if c.is_ascii_digit() { '4' } else { c }).collect();
    name + width(&figure) + 3.1 * size
}

/// A number over its label point, or beside it where another one stands already; none where there is no room at all: the list has it.
fn label(frame: &SceneFrame, (x, y): (f64, f64), number: &str, size: f64, role: Role, others: &[Rect]) -> Option<Mark> {
    const AROUND: [(f64, f64); 9] =
        [(0.0, 0.0), (0.0, -0.7), (0.0, 0.7), (-0.8, 0.0), (0.8, 0.0), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7), (0.7, 0.7)];
    let setter = &frame.setter;
    let size = size.min(frame.short * 0.075).max(setter.smallest);
    let extent = setter.font_metrics.extent(number, size);
    let area = Rect::new(x - extent.width / 2.0, y - extent.height() / 2.0, extent.width, extent.height());
    let moved = AROUND.map(|(dx, dy)| Rect { x: area.x + dx * area.w, y: area.y + dy * area.h, ..area });
    let free = moved.into_iter().find(|place| !others.iter().any(|other| place.overlaps(*other)))?;
    setter.row(&[number.to_string()], size, free, Align::Centre, role)
}
