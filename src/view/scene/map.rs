//! The choropleth with numbers on it, and the list that says which district each number is: names on the map itself would be too small to
//! be read from across a road.

use super::{
    Show,
    column::Align,
    frame::{SceneFrame, ScreenShape},
    picture::{Mark, Rect, Role},
};
use crate::{
    map::view_size,
    text::{format_integer, screen::each},
    view::{MapView, Selection},
};

/// The list may take so much of the width; the map keeps the rest.
const MOST: f64 = 0.56;

/// By colour class, 0 the lowest.
const CLASS: [Role; 5] = ["c0", "c1", "c2", "c3", "c4"];
const ON_CLASS: [Role; 5] = ["on0", "on1", "on2", "on3", "on4"];

fn role(class: Option<usize>) -> Role {
    class.and_then(|class| CLASS.get(class)).copied().unwrap_or("none")
}

fn on(class: Option<usize>) -> Role {
    class.and_then(|class| ON_CLASS.get(class)).copied().unwrap_or("ink")
}

/// The map's districts, drawn as large as a box allows, those without a role left out; also where a point of the map comes to lie.
pub fn shapes(show: &Show, area: Rect, role: impl Fn(&str) -> Option<Role>) -> (Mark, impl Fn([i32; 2]) -> (f64, f64)) {
    let (width, height) = view_size(&show.map.view_box).unwrap_or((1.0, 1.0));
    let scale = (area.w / width).min(area.h / height);
    let (x, y) = (area.x + (area.w - width * scale) / 2.0, area.y + (area.h - height * scale) / 2.0);
    let known = show.campaign.districts.iter().filter_map(|d| Some((d, show.map.districts.get(&d.code)?)));
    let shapes = known.filter_map(|(d, shape)| Some((shape.d.clone(), role(&d.code)?))).collect();
    (Mark::Shapes { shapes, x, y, scale }, move |[px, py]: [i32; 2]| (x + f64::from(px) * scale, y + f64::from(py) * scale))
}

pub fn marks(show: &Show, frame: &SceneFrame) -> Vec<Mark> {
    let (Some(all), setter) = (show.standings(), &frame.setter) else { return Vec::new() };
    let view = MapView::new(show.campaign, show.map, show.text, "", &Selection::default());
    let class = |code: &str| view.districts.iter().find(|d| d.code == code).and_then(|d| d.class);
    let heading = (frame.short * 0.12).round();
    let (top, body) = frame.area.split_top(heading, 0.0);
    let mut marks: Vec<Mark> = Vec::new();
    marks.extend(setter.row(
        &each(show.words.map, &[&show.campaign.province.name]),
        frame.short * 0.065,
        Rect { h: heading * 0.75, ..top },
        Align::Left,
        "ink",
    ));
    let (width, height) = view_size(&show.map.view_box).unwrap_or((1.0, 1.0));
    let rows = all.rows.len();
    let least = setter.smallest * 1.3;
    let (sheet, list) = match frame.shape {
        ScreenShape::Tall => {
            let wanted = least * 1.3 * rows as f64;
            body.split_top((body.h - wanted - frame.gap).max(body.h * 0.4).min(body.w * height / width), frame.gap)
        }
        _ => {
            // The list is as wide as its words; the rest is the map's.
            let size = (body.h / rows.max(1) as f64 * 0.55).min(frame.short * 0.072).max(setter.smallest);
            let list = list_width(show, frame, size, true);
            let list = if list < body.w * MOST { list } else { list_width(show, frame, size, false).min(body.w * MOST) };
            let sheet = (body.h * width / height).min(body.w - list - 1.5 * frame.gap);
            let left = (body.w - list - 1.5 * frame.gap - sheet) / 3.0;
            let (sheet, rest) = Rect { x: body.x + left, w: body.w - left, ..body }.split_left(sheet, 1.5 * frame.gap + left);
            (sheet, Rect { w: list.min(rest.w), ..rest })
        }
    };
    let (shapes, place) = shapes(show, sheet, |code| Some(role(class(code))));
    marks.push(shapes);
    // As many as stay legible; the highest first, as they are ranked.
    let columns = if rows as f64 * least > list.h && list.w > least * 16.0 { 2 } else { 1 };
    let shown = rows.min(((list.h / least).floor().max(1.0) as usize) * columns);
    let per_column = shown.div_ceil(columns).max(1);
    let row_height = (list.h / per_column as f64).min(frame.short * 0.14);
    let column = (list.w - (columns - 1) as f64 * frame.gap) / columns as f64;
    // One size for all: the chip, two gaps and the widest words share the width.
    let figures = list_width(show, frame, setter.smallest, true) <= column + 0.01;
    let fits = column / (list_width(show, frame, 100.0, figures) / 100.0);
    let size = setter.font_metrics.fit((row_height * 0.55).min(fits)).max(setter.smallest);
    let used = row_height * per_column as f64;
    let start = list.y + ((list.h - used) / 2.0).max(0.0);
    for (i, row) in all.rows.iter().take(shown).enumerate() {
        let class = class(&row.district.code);
        let number = (i + 1).to_string();
        let area = Rect::new(
            list.x + (i / per_column) as f64 * (column + frame.gap),
            start + (i % per_column) as f64 * row_height,
            column,
            row_height,
        );
        // The number in the colour of its class is the key; a district whose figure shares a rank still has a number of its own.
        let chip = Rect::new(area.x, area.y + row_height * 0.08, (size * 1.9).round(), row_height * 0.84);
        marks.push(Mark::Fill { area: chip, role: role(class) });
        marks.extend(setter.row(std::slice::from_ref(&number), size, chip, Align::Centre, on(class)));
        let (_, words) = area.split_left(chip.w, size * 0.5);
        let figure = view.districts.iter().find(|d| d.code == row.district.code).map_or("–", |d| d.figure.as_str()).to_string();
        let figure_room = if figures { setter.font_metrics.extent(&figure, size).width + 0.01 } else { 0.0 };
        let between = if figures { size * 0.5 } else { 0.0 };
        let (name, right) = words.split_left(words.w - figure_room - between, between);
        marks.extend(setter.row(std::slice::from_ref(&row.district.name), size, name, Align::Left, "ink"));
        marks.extend(setter.row(&[figure], size, right, Align::Right, "ink").filter(|_| figures));
        if let Some(shape) = show.map.districts.get(&row.district.code) {
            marks.extend(label(frame, place(shape.label), &number, size, on(class)));
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

/// A number over its label point.
fn label(frame: &SceneFrame, (x, y): (f64, f64), number: &str, size: f64, role: Role) -> Option<Mark> {
    let setter = &frame.setter;
    let size = size.min(frame.short * 0.075).max(setter.smallest);
    let extent = setter.font_metrics.extent(number, size);
    let area = Rect::new(x - extent.width / 2.0, y - extent.height() / 2.0, extent.width, extent.height());
    setter.row(&[number.to_string()], size, area, Align::Centre, role)
}
