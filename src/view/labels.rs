//! Which names have no room on a map: where they would cover each other, the one with more room stays and the others wait for a choice. Native: what it
//! finds is style, which the live page keeps. It must not know how names are drawn.

use super::{MapDistrict, MapView, font_metrics::FontMetrics, scene::Rect};
use crate::{
    campaign::Campaign,
    map::{Map, rings, view_size},
};

/// The size of the letters, in units of the view box; `style/parts.css` has the same.
const SIZE: f64 = 36.0;

/// How names and the figures below them are written.
#[derive(Clone, Copy)]
pub struct Letters {
    /// In units of the view box.
    pub size: f64,
    /// How far both reach above their place, and how high they are together, in letters.
    pub above: f64,
    pub high: f64,
    /// Whether shapes are drawn over the names of those before them.
    pub between_shapes: bool,
}

/// Those of a page.
pub const PAGE: Letters = Letters { size: SIZE, above: 0.85, high: 2.0, between_shapes: true };

/// Names may come so near to each other.
const CLEAR: f64 = 2.0;
/// Of a name's box, so much may lie under a shape that is drawn after it.
const COVERED: f64 = 0.12;
/// So many points across and down a name's box tell how much of it is covered.
const POINTS: (u32, u32) = (12, 4);

/// The map with every name inside of the frame: at its edges a name moves inwards.
pub fn fitted(campaign: &Campaign, map: &Map) -> Map {
    let mut map = map.clone();
    let width = view_size(&map.view_box).map_or(0.0, |(width, _)| width);
    for district in &campaign.districts {
        let Some(shape) = map.districts.get_mut(&district.code) else { continue };
        let half = FontMetrics::Outline.extent(&district.name, SIZE).width / 2.0 + CLEAR;
        let inwards = |x: i32| if 2.0 * half < width { f64::from(x).clamp(half, width - half).round() as i32 } else { x };
        // A line goes on leading to the point inside of the shape.
        match &mut shape.outside {
            Some([x, ..]) => *x = inwards(*x),
            None => shape.label[0] = inwards(shape.label[0]),
        }
    }
    map
}

/// The codes of the districts whose names are not shown before they are chosen.
pub fn without_room(view: &MapView, letters: Letters) -> Vec<&str> {
    let outlines: Vec<Vec<Vec<(f64, f64)>>> = view.districts.iter().map(|district| rings(&district.d)).collect();
    let drawn: Vec<(Rect, Rect)> =
        view.districts.iter().zip(&outlines).map(|(district, rings)| (of_label(district, letters), frame(rings))).collect();
    // How much of a name lies under what is drawn after it.
    let covered = |at: usize, label: Rect| {
        let later = || (at + 1..drawn.len()).filter(|other| drawn[*other].1.overlaps(label));
        let step = |n: u32, of: u32| (f64::from(n) + 0.5) / f64::from(of);
        let points = (0..POINTS.1).flat_map(|row| (0..POINTS.0).map(move |column| (step(column, POINTS.0), step(row, POINTS.1))));
        let points = points.map(|(x, y)| (label.x + x * label.w, label.y + y * label.h));
        let hidden = points.filter(|point| later().any(|other| holds(&outlines[other], *point))).count();
        hidden as f64 / f64::from(POINTS.0 * POINTS.1)
    };
    // The most room first, in the order in which people read a map: the largest unit is known by its name.
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    let room = |at: &usize| {
        let (label, shape) = &drawn[*at];
        let inside = view.districts[*at].leader.is_none();
        (inside && shape.w > label.w, shape.w * shape.h)
    };
    order.sort_by(|a, b| room(b).partial_cmp(&room(a)).unwrap_or(std::cmp::Ordering::Equal));
    let mut shown: Vec<usize> = Vec::new();
    let mut hidden: Vec<&str> = Vec::new();
    for at in order {
        let (label, _) = &drawn[at];
        let inside = view.districts[at].leader.is_none();
        let collides = shown.iter().any(|other| {
            let own = drawn[*other].0;
            own.overlaps(*label) || crosses(&view.districts[*other], *label) || crosses(&view.districts[at], own)
        });
        if collides || letters.between_shapes && inside && covered(at, *label) > COVERED {
            hidden.push(&view.districts[at].code);
        } else {
            shown.push(at);
        }
    }
    hidden
}

/// A name and the figure below it.
fn of_label(district: &MapDistrict, Letters { size, above, high, .. }: Letters) -> Rect {
    let width = |words: &str| FontMetrics::Outline.extent(words, size).width;
    let (w, [x, y]) = (width(&district.name).max(width(&district.figure)), district.label.map(f64::from));
    Rect::new(x - w / 2.0 - CLEAR, y - size * above, w + 2.0 * CLEAR, size * high)
}

/// The frame of an outline.
fn frame(rings: &[Vec<(f64, f64)>]) -> Rect {
    let points = || rings.iter().flatten();
    let (low_x, high_x) = points().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, _)| (low.min(*x), high.max(*x)));
    let (low_y, high_y) = points().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (_, y)| (low.min(*y), high.max(*y)));
    if high_x < low_x { Rect::new(0.0, 0.0, 0.0, 0.0) } else { Rect::new(low_x, low_y, high_x - low_x, high_y - low_y) }
}

/// Whether the line to a district runs through a name that is not its own.
fn crosses(district: &MapDistrict, label: Rect) -> bool {
    let Some(line) = &district.leader else { return false };
    let points: Vec<(f64, f64)> = rings(line).into_iter().flatten().collect();
    let [(x0, y0), (x1, y1)] = points[..] else { return false };
    // In steps of a fraction of a letter: a line is no longer than the map.
    (0..=200).map(|step| f64::from(step) / 200.0).any(|t| {
        let (x, y) = (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t);
        x > label.x && x < label.right() && y > label.y && y < label.bottom()
    })
}

/// Whether a point lies inside, by the even-odd rule.
fn holds(rings: &[Vec<(f64, f64)>], (x, y): (f64, f64)) -> bool {
    let crossed = |ring: &Vec<(f64, f64)>| {
        let edges = ring.iter().zip(ring.iter().cycle().skip(1)).take(ring.len());
        edges.filter(|((x0, y0), (x1, y1))| (*y0 > y) != (*y1 > y) && x < (x1 - x0) * (y - y0) / (y1 - y0) + x0).count()
    };
    rings.iter().map(crossed).sum::<usize>() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::fixture::campaign,
        map::Map,
        text::{Lang, text},
        view::Selection,
    };

    fn map() -> Map {
        serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap()
    }

    fn view(map: &Map) -> MapView {
        MapView::new(&campaign(), map, text(Lang::Vi, &campaign()), "/", &Selection::default())
    }

    #[test]
    fn where_there_is_room_every_name_is_shown() {
        assert_eq!(without_room(&view(&map()), PAGE), [""; 0]);
    }

    #[test]
    fn a_name_at_the_edge_moves_into_the_frame() {
        let map = map();
        assert_eq!(fitted(&campaign(), &map), map, "where all names are inside nothing moves");
        let mut edge = map.clone();
        let (code, shape) = edge.districts.iter_mut().find(|(_, shape)| shape.outside.is_none()).unwrap();
        shape.label[0] = 3;
        let (code, moved) = (code.clone(), fitted(&campaign(), &edge));
        let name = &campaign().district(&code).unwrap().name.clone();
        let half = FontMetrics::Outline.extent(name, SIZE).width / 2.0;
        assert!(f64::from(moved.districts[&code].label[0]) >= half, "{code}");
    }

    #[test]
    fn of_names_that_cover_each_other_one_is_shown() {
        let mut map = map();
        // All names at one place, as in a dense city, where no shape covers them.
        for shape in map.districts.values_mut() {
            (shape.label, shape.outside) = ([500, -500], None);
        }
        let view = view(&map);
        let hidden = without_room(&view, PAGE);
        assert_eq!(hidden.len(), 7);
        let areas = |code: &str| {
            view.district(code).map_or(0.0, |d| {
                let r = frame(&rings(&d.d));
                r.w * r.h
            })
        };
        let shown = view.districts.iter().find(|d| !hidden.contains(&d.code.as_str())).unwrap();
        assert!(hidden.iter().all(|code| areas(code) <= areas(&shown.code)), "the largest is shown");
    }
}
