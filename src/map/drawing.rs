//! Makes the map from the districts' areas (native only): projects them and rounds every point onto one grid. A point that two districts share is
//! rounded once for both, so borders stay identical. It must not know files, their formats, figures or words.

use std::collections::{BTreeMap, BTreeSet};

use geo::{LineString, MultiPolygon, Polygon};

use super::{
    Map, MapShape,
    inset::{Extent, Insets, Polygons},
    layout::{Layout, lay_out, step},
    meridian,
    outline::{Outline, is_below_a_mark},
    outside::place_outside,
    simplify::simplify,
};

/// Why a file gives no map.
#[derive(Clone, Debug, PartialEq)]
pub enum BoundaryError {
    /// No file of that format, with the reader's reason.
    Unreadable(String),
    /// Its coordinates are no degrees of longitude and latitude.
    NotDegrees,
    /// The district with this code has no area that can be drawn.
    NoArea(String),
    /// Two areas have this code.
    Twice(String),
    /// The districts with these codes are not in it.
    Missing(Vec<String>),
}

/// The map of these areas, given in degrees.
pub fn draw(mut areas: BTreeMap<&str, Polygons>, source: String, insets: &Insets) -> Result<Map, BoundaryError> {
    // An inset of a unit that there is not is a slip of whoever typed it.
    let unknown: Vec<String> = insets.placed.keys().filter(|code| !areas.contains_key(code.as_str())).cloned().collect();
    if areas.is_empty() || !unknown.is_empty() {
        return Err(BoundaryError::Missing(unknown));
    }
    if !areas.values().flatten().flatten().flatten().all(is_degrees) {
        return Err(BoundaryError::NotDegrees);
    }
    meridian::join(&mut areas);
    let no_area = |code: &str| BoundaryError::NoArea(code.to_owned());
    let Layout { width, height, insets, units } =
        lay_out(&areas, insets).ok_or_else(|| no_area(areas.keys().next().copied().unwrap_or_default()))?;
    let (mut outlines, mut edges) = (BTreeMap::new(), BTreeMap::new());
    for (code, polygons) in &units {
        let own = Outline::new(polygons, round);
        // A mark covers borders; whom the unit touches its own outline tells.
        edges.insert(*code, own.as_ref().map(Outline::edges).unwrap_or_default());
        // An archipelago may be made of nothing but islets that no pixel could show.
        let tiny = polygons.iter().all(|polygon| is_below_a_mark(Extent::of(polygon.iter().flatten().copied())));
        let drawn = if tiny { Outline::marks(&places(polygons)).or(own) } else { own.or_else(|| Outline::marks(&places(polygons))) };
        outlines.insert(*code, drawn.ok_or_else(|| no_area(code))?);
    }
    let neighbours = neighbours(&edges);
    let framed: BTreeMap<&str, _> = outlines.iter().filter_map(|(code, own)| Some((*code, clear_place(own, &insets)?))).collect();
    let shape = |(code, outline): (&&str, &Outline)| {
        let (label, room) = framed.get(code).copied().or_else(|| outline.label()).ok_or_else(|| no_area(code))?;
        let neighbours = neighbours.get(code).into_iter().flatten().map(|other| (*other).to_owned()).collect();
        Ok(((*code).to_owned(), MapShape { d: outline.path(), label, bbox: outline.bbox(), neighbours, room, outside: None }))
    };
    let mut districts = outlines.iter().map(shape).collect::<Result<BTreeMap<_, _>, _>>()?;
    // A label crosses no frame of an inset.
    let taken: Vec<_> = outlines.values().map(Outline::area).chain(insets.iter().map(border)).collect();
    let open = districts.iter_mut().filter(|(code, _)| !framed.contains_key(code.as_str())).map(|(_, shape)| shape);
    place_outside(open, &taken, (width, height));
    Ok(Map {
        view_box: format!("0 0 {width} {height}"),
        districts,
        insets,
        borders: String::new(),
        undrawn: Vec::new(),
        source,
        source_en: None,
    })
}

/// As [`draw`], of areas in full detail: without the points that the drawing's grid could not show.
pub fn draw_simplified(mut areas: BTreeMap<&str, Polygons>, source: String, insets: &Insets) -> Result<Map, BoundaryError> {
    if areas.values().flatten().flatten().flatten().all(is_degrees) {
        meridian::join(&mut areas);
        if let Some(step) = step(&areas, insets) {
            simplify(&mut areas, step);
        }
        // As it was found: what is joined once need not be again.
        areas.values_mut().flatten().flatten().flatten().filter(|(lon, _)| *lon > 180.0).for_each(|(lon, _)| *lon -= 360.0);
    }
    draw(areas, source, insets)
}

/// Whether a point can be one of degrees.
pub fn is_degrees((lon, lat): &(f64, f64)) -> bool {
    (-180.0..=180.0).contains(lon) && (-90.0..=90.0).contains(lat)
}

/// Of an archipelago in a frame of its own, the place for its name: there where the islets leave most room.
fn clear_place(outline: &Outline, insets: &[[i32; 4]]) -> Option<([i32; 2], i32)> {
    const STEP: usize = 6;
    let islets = outline.mark_places();
    let (first, _) = islets.split_first().filter(|(_, others)| others.len() >= 2)?;
    let [x, y, w, h] = insets.iter().find(|[x, y, w, h]| (*x..x + w).contains(&first[0]) && (*y..y + h).contains(&first[1]))?;
    // A name is wider than it is high.
    let room = |[a, b]: [i32; 2]| islets.iter().map(|[c, d]| ((a - c).abs() / 2).max((b - d).abs())).min().unwrap_or_default();
    let (columns, rows) = ((x + w / 3..=x + w - w / 3).step_by(STEP), y + h / 5..=y + h - h / 5);
    let all = columns.flat_map(|a| rows.clone().step_by(STEP).map(move |b| [a, b]));
    all.map(|place| (place, room(place))).max_by_key(|(_, room)| *room)
}

type Edges = BTreeSet<([i32; 2], [i32; 2])>;

/// Who shares a side with whom.
fn neighbours<'a>(edges: &BTreeMap<&'a str, Edges>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut owners: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (code, own) in edges {
        own.iter().for_each(|edge| owners.entry(*edge).or_default().push(code));
    }
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for owners in owners.values().filter(|owners| owners.len() > 1) {
        for own in owners {
            found.entry(own).or_default().extend(owners.iter().filter(|other| *other != own));
        }
    }
    found
}

fn round((x, y): (f64, f64)) -> [i32; 2] {
    [x.round() as i32, y.round() as i32]
}

/// Where the parts of a unit lie that have an area, though not one of the grid's size.
fn places(polygons: &Polygons) -> Vec<[i32; 2]> {
    const NOTHING: f64 = 1e-6;
    let outer = polygons.iter().filter_map(|rings| rings.first()).filter(|ring| {
        let next = ring.iter().skip(1);
        ring.iter().zip(next).map(|((x0, y0), (x1, y1))| x0 * y1 - x1 * y0).sum::<f64>().abs() > NOTHING
    });
    outer.map(|ring| round(Extent::of(ring.iter().copied()).middle())).collect()
}

/// The line around an inset as an area: its two edges and nothing between them.
fn border([x, y, w, h]: &[i32; 4]) -> MultiPolygon {
    let ring = |by: f64| {
        let (x0, y0, x1, y1) = (f64::from(*x) + by, f64::from(*y) + by, f64::from(x + w) - by, f64::from(y + h) - by);
        LineString::from(vec![(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    };
    MultiPolygon::new(vec![Polygon::new(ring(-1.0), vec![ring(1.0)])])
}
