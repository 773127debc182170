//! Where everything lies in the drawing: the mainland as large as the frame allows, and what lies far from it in frames of its own, at a scale of its own,
//! as atlases do it. Native only; it must not know names or figures.

use std::collections::BTreeMap;

use geo::{Coord, Intersects, LineString, MultiPolygon, Polygon, Rect};

use super::inset::{Corner, Extent, FarParts, Insets, Part, Polygons, groups, near_parts, part, parts};
use super::project::Projection;

/// All units in the drawing's own units, not yet rounded.
pub struct Layout<'a> {
    pub width: i32,
    pub height: i32,
    /// `[x, y, width, height]`.
    pub insets: Vec<[i32; 4]>,
    pub units: BTreeMap<&'a str, Polygons>,
}

/// The longer side of the drawing, in its own units: one of them is 2 pixels of a 4K screen, and all of the map is 4 KB.
const SIDE: f64 = 1000.0;
/// Room for the outline's stroke.
const MARGIN: f64 = 8.0;
/// The longest and the shortest side of an inset, and what is left free in it.
const INSET: f64 = 250.0;
const LEAST_INSET: f64 = 110.0;
const PAD: f64 = 24.0;
/// Between an inset and what else is drawn.
const GAP: f64 = 14.0;
/// Half the side of the least mark that an islet has in an inset.
const ISLET: f64 = 2.0;

/// Lays out units given in degrees; none where they have no extent.
pub fn lay_out<'a>(units: &BTreeMap<&'a str, Polygons>, wanted: &Insets) -> Option<Layout<'a>> {
    let all = || units.iter().flat_map(|(code, polygons)| polygons.iter().enumerate().map(|(at, polygon)| ((*code, at), polygon)));
    let near = near_parts(&parts(units, Extent::of(all().flat_map(|(_, polygon)| polygon.iter().flatten().copied()))), wanted);
    // Once more about the middle of what is drawn large: there the map is truest.
    let drawn = all().filter(|(which, _)| near.contains(which));
    let (main, mut far): (Vec<Part>, Vec<Part>) =
        parts(units, Extent::of(drawn.flat_map(|(_, polygon)| polygon.iter().flatten().copied())))
            .into_iter()
            .partition(|part| near.contains(&(part.code, part.at)));
    if wanted.far == FarParts::Clip {
        far.retain(|part| wanted.placed.contains_key(part.code) || !main.iter().any(|other| other.code == part.code));
    }
    let extent = main.iter().map(|part| part.extent).reduce(Extent::with)?;
    if extent.longer().is_nan() || extent.longer() <= 0.0 {
        return None;
    }
    // Where there are more frames than a drawing holds, everything stands where it lies.
    place(units, &main, extent, &groups(far, extent), wanted)
        .or_else(|| lay_out(units, &Insets { far: FarParts::Keep, ..Insets::default() }))
}

/// How many degrees of latitude a unit of the drawing will be, where most of it is drawn.
pub fn step(units: &BTreeMap<&str, Polygons>, wanted: &Insets) -> Option<f64> {
    let all = Extent::of(units.values().flatten().flatten().flatten().copied());
    let parts = parts(units, all);
    let near = near_parts(&parts, wanted);
    let extent = parts.iter().filter(|part| near.contains(&(part.code, part.at))).map(|part| part.extent).reduce(Extent::with)?;
    Some(extent.longer().to_degrees() / (SIDE - 2.0 * MARGIN)).filter(|step| step.is_finite() && *step > 0.0)
}

/// From radii of the earth to the drawing.
#[derive(Clone, Copy)]
struct Panel {
    low: (f64, f64),
    scale: f64,
    at: (f64, f64),
}

impl Panel {
    fn draw(&self, part: &Part) -> Vec<Vec<(f64, f64)>> {
        let place = |(x, y): &(f64, f64)| ((x - self.low.0) * self.scale + self.at.0, (y - self.low.1) * self.scale + self.at.1);
        part.rings.iter().map(|ring| ring.iter().map(place).collect()).collect()
    }
}

/// The parts of one inset, and the extent of all of them.
fn extent_of(group: &[Part]) -> Option<Extent> {
    group.iter().map(|part| part.extent).reduce(Extent::with)
}

/// Frames for all groups, or none where one has no place: in free corners of the map, or else in a strip beside it.
fn boxes(main: &[Part], panel: Panel, groups: &[(Extent, Vec<Corner>, (f64, f64))], (width, height): (f64, f64)) -> Option<Vec<Rect>> {
    let outlines: Vec<MultiPolygon> = main.iter().map(|part| multi_polygon(&panel.draw(part))).collect();
    let mut boxes: Vec<Rect> = Vec::new();
    for (_, corners, size) in groups {
        let free = |place: &Rect| {
            let clear = grown(place, GAP);
            !outlines.iter().any(|outline| outline.intersects(&clear))
                && !boxes.iter().any(|other| other.intersects(&grown(place, GAP / 2.0)))
        };
        let own = corners.iter().map(|corner| rect(*corner, *size, width, height));
        // In the strip at the right, from the bottom up.
        let above = (0..(height / GAP) as usize).map(|step| raised(rect(Corner::BottomRight, *size, width, height), step as f64 * GAP));
        boxes.push(own.chain(above).find(|place| place.min().y >= 0.0 && free(place))?);
    }
    Some(boxes)
}

/// The parts of a group in a projection of their own: in that of the map's middle, what lies far from it would lean to the side.
fn upright<'a>(units: &BTreeMap<&'a str, Polygons>, group: &[Part<'a>]) -> Vec<Part<'a>> {
    let known = || group.iter().filter_map(|own| Some((own, units.get(own.code)?.get(own.at)?)));
    let projection = Projection::of(Extent::of(known().flat_map(|(_, polygon)| polygon.iter().flatten().copied())));
    known().map(|(own, polygon)| part(own.code, own.at, polygon, projection)).collect()
}

fn place<'a>(
    units: &BTreeMap<&'a str, Polygons>,
    main: &[Part<'a>],
    extent: Extent,
    groups: &[Vec<Part<'a>>],
    wanted: &Insets,
) -> Option<Layout<'a>> {
    let most = SIDE - 2.0 * MARGIN;
    // With so much free at the right, at least so high.
    let draw = |strip: f64, least: f64| {
        let scale = (most / extent.longer()).min((most - strip) / extent.width().max(f64::MIN_POSITIVE));
        let side = |length: f64| (length * scale + 2.0 * MARGIN).round();
        let height = side(extent.height()).max(least);
        let at = (MARGIN, MARGIN + ((height - side(extent.height())) / 2.0).round());
        (Panel { low: extent.low, scale, at }, (side(extent.width()) + strip, height))
    };
    let corners = |group: &[Part], own: Extent| {
        let named = group.iter().find_map(|part| wanted.placed.get(part.code)).copied();
        let (east, south) = (own.middle().0 >= extent.middle().0, own.middle().1 >= extent.middle().1);
        // The corner on their side of the map, then the one above or below it, then the others.
        let mut corners = Corner::ALL.to_vec();
        corners.sort_by_key(|corner| (named != Some(*corner), corner.sides().0 != east, corner.sides().1 != south));
        corners
    };
    let drawn: Vec<Vec<Part>> = groups.iter().map(|group| upright(units, group)).collect();
    let extents = groups.iter().zip(&drawn).filter_map(|(group, drawn)| Some((group, extent_of(group)?, extent_of(drawn)?)));
    let framed: Vec<_> = extents.map(|(group, lies, own)| (own, corners(group, lies), size_of(own))).collect();
    let stack: f64 = framed.iter().map(|(_, _, size)| size.1 + GAP).sum::<f64>() + GAP;
    // Many frames are smaller ones.
    let small = (most / stack.max(1.0)).min(1.0);
    let shrunk: Vec<_> = framed.iter().map(|(own, corners, (w, h))| (*own, corners.clone(), (w * small, h * small))).collect();
    // What lies in the east stands in the west only where that was asked for: beside the map there is room in the east.
    let eastern = |(own, corners, size): &(Extent, Vec<Corner>, (f64, f64))| {
        let first = corners.first().copied();
        let side = first.is_some_and(|corner| corner.sides().0);
        (*own, corners.iter().copied().filter(|corner| corner.sides().0 || !side || Some(*corner) == first).collect(), *size)
    };
    let sided: Vec<_> = framed.iter().map(eastern).collect();
    let strip = INSET + 2.0 * GAP;
    let tries = [(0.0, 0.0, &sided), (strip, 0.0, &framed), (strip, stack.min(SIDE), &shrunk)];
    let found = tries.into_iter().find_map(|(strip, least, framed)| {
        let (panel, size) = draw(strip, least);
        Some((panel, size, boxes(main, panel, framed, size)?))
    });
    let (panel, (width, height), boxes) = found?;
    let mut units: BTreeMap<&str, Polygons> = BTreeMap::new();
    for part in main {
        units.entry(part.code).or_default().push(panel.draw(part));
    }
    for (group, place) in drawn.iter().zip(&boxes) {
        let Some(own) = extent_of(group) else { continue };
        let room = |length: f64, free: f64| if length > 0.0 { (free - 2.0 * PAD) / length } else { f64::INFINITY };
        let scale = room(own.width(), place.width()).min(room(own.height(), place.height()));
        let scale = if scale.is_finite() { scale } else { panel.scale };
        let centred = |from: f64, free: f64, length: f64| from + (free - length * scale) / 2.0;
        let at = (centred(place.min().x, place.width(), own.width()), centred(place.min().y, place.height(), own.height()));
        let inset = Panel { low: own.low, scale, at };
        for part in group {
            let placed = inset.draw(part);
            let shape = Extent::of(placed.iter().flatten().copied());
            // What is too small for the grid is marked: a whole archipelago may be made of such.
            let placed = if shape.longer() < 2.0 * ISLET { vec![mark(shape.middle())] } else { placed };
            units.entry(part.code).or_default().push(placed);
        }
    }
    let insets = boxes.iter().map(|r| [r.min().x, r.min().y, r.width(), r.height()].map(|n| n.round() as i32)).collect();
    Some(Layout { width: width as i32, height: height as i32, insets, units })
}

/// An inset's width and height, by what stands in it.
fn size_of(own: Extent) -> (f64, f64) {
    let scale = (INSET - 2.0 * PAD) / own.longer().max(f64::MIN_POSITIVE);
    let side = |length: f64| (length * scale + 2.0 * PAD).clamp(LEAST_INSET, INSET).round();
    (side(own.width()), side(own.height()))
}

fn rect(corner: Corner, (w, h): (f64, f64), width: f64, height: f64) -> Rect {
    let (right, bottom) = corner.sides();
    let edge = MARGIN / 2.0;
    let x = if right { width - w - edge } else { edge };
    let y = if bottom { height - h - edge } else { edge };
    Rect::new(Coord { x, y }, Coord { x: x + w, y: y + h })
}

fn raised(place: Rect, by: f64) -> Rect {
    let (low, high) = (place.min(), place.max());
    Rect::new(Coord { x: low.x, y: low.y - by }, Coord { x: high.x, y: high.y - by })
}

fn grown(place: &Rect, by: f64) -> Rect {
    let (low, high) = (place.min(), place.max());
    Rect::new(Coord { x: low.x - by, y: low.y - by }, Coord { x: high.x + by, y: high.y + by })
}

fn mark((x, y): (f64, f64)) -> Vec<(f64, f64)> {
    vec![(x, y - ISLET), (x + ISLET, y), (x, y + ISLET), (x - ISLET, y)]
}

fn multi_polygon(rings: &[Vec<(f64, f64)>]) -> MultiPolygon {
    let outer = rings.first().cloned().unwrap_or_default();
    MultiPolygon::new(vec![Polygon::new(LineString::from(outer), Vec::new())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(lon: f64, lat: f64, side: f64) -> Vec<Vec<(f64, f64)>> {
        vec![vec![(lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side)]]
    }

    /// A mainland of two units, an archipelago of three islets far to the east, and an island of the first unit far to the south.
    fn province() -> BTreeMap<&'static str, Polygons> {
        let islets = vec![square(112.0, 16.5, 0.01), square(112.4, 16.8, 0.02), square(111.5, 16.2, 0.01)];
        BTreeMap::from([
            ("1", vec![square(108.0, 16.0, 0.3), square(108.4, 13.0, 0.1)]),
            ("2", vec![square(108.3, 16.0, 0.3)]),
            ("3", islets),
        ])
    }

    fn extent(polygons: &[Vec<Vec<(f64, f64)>>]) -> Extent {
        Extent::of(polygons.iter().flatten().flatten().copied())
    }

    #[test]
    fn the_mainland_is_large_and_every_far_part_stands_in_a_frame() {
        let layout = lay_out(&province(), &Insets::default()).unwrap();
        assert_eq!(layout.insets.len(), 2);
        let mainland = extent(&layout.units["1"][..1]).with(extent(&layout.units["2"]));
        assert!(mainland.width() > 0.65 * f64::from(layout.width), "{mainland:?} of {}", layout.width);
        assert!(layout.width <= 1_000 && layout.height <= 1_000);
        let inside = |shape: Extent| {
            layout.insets.iter().any(|[x, y, w, h]| {
                let (x, y, w, h) = (f64::from(*x), f64::from(*y), f64::from(*w), f64::from(*h));
                shape.low.0 >= x && shape.low.1 >= y && shape.high.0 <= x + w && shape.high.1 <= y + h
            })
        };
        assert_eq!(layout.units["3"].len(), 3, "every islet is marked");
        assert!(layout.units["3"].iter().all(|islet| inside(extent(std::slice::from_ref(islet)))));
        assert!(inside(extent(&layout.units["1"][1..])));
        assert!(!inside(extent(&layout.units["2"])));
        for (at, [x, y, w, h]) in layout.insets.iter().enumerate() {
            assert!(*x >= 0 && *y >= 0 && x + w <= layout.width && y + h <= layout.height);
            let apart = |[a, b, c, d]: &[i32; 4]| a + c < *x || x + w < *a || b + d < *y || y + h < *b;
            assert!(layout.insets[at + 1..].iter().all(apart), "{:?}", layout.insets);
        }
    }

    #[test]
    fn far_parts_may_be_clipped_or_kept_and_no_unit_vanishes() {
        let with = |far| lay_out(&province(), &Insets { far, ..Insets::default() }).unwrap();
        let clipped = with(FarParts::Clip);
        assert_eq!((clipped.units["1"].len(), clipped.units["3"].len(), clipped.insets.len()), (1, 3, 1));
        let kept = with(FarParts::Keep);
        assert!(kept.insets.is_empty());
        assert!(extent(&kept.units["2"]).width() < 100.0, "as it lies, the mainland is small");
    }

    #[test]
    fn a_near_island_needs_no_frame_and_a_named_unit_gets_one_where_it_is_wanted() {
        let near = BTreeMap::from([("1", vec![square(108.0, 16.0, 0.5)]), ("2", vec![square(108.6, 16.0, 0.1)])]);
        assert!(lay_out(&near, &Insets::default()).unwrap().insets.is_empty());
        let placed = BTreeMap::from([("2".to_owned(), Corner::TopRight)]);
        let layout = lay_out(&near, &Insets { placed, ..Insets::default() }).unwrap();
        let [[x, y, w, h]] = layout.insets[..] else { panic!("{:?}", layout.insets) };
        assert!(y < h && x + w > layout.width - 20, "{:?}", layout.insets);
    }

    #[test]
    fn nothing_has_no_layout() {
        assert!(lay_out(&BTreeMap::new(), &Insets::default()).is_none());
        assert!(lay_out(&BTreeMap::from([("1", vec![vec![vec![(1.0, 1.0)]]])]), &Insets::default()).is_none());
    }
}
