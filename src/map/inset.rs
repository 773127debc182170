//! Which parts of a map lie far from the others. Drawn where they are, islands far out would leave most of the frame to the sea and the mainland small.
//! Native only; it must not know where anything is drawn, nor names or figures.

use std::collections::{BTreeMap, BTreeSet};

use super::project::Projection;

/// Points, ring by ring; the first of a polygon is its outer border.
pub type Polygons = Vec<Vec<Vec<(f64, f64)>>>;

/// What becomes of parts that lie far from the others, where half of the frame would be empty because of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FarParts {
    /// A frame of their own.
    #[default]
    Inset,
    /// Left out where their unit has other parts; what would vanish as a whole gets a frame all the same.
    Clip,
    /// Drawn where they are.
    Keep,
}

/// A corner of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Corner {
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

impl Corner {
    pub const ALL: [Corner; 4] = [Corner::TopLeft, Corner::TopRight, Corner::BottomLeft, Corner::BottomRight];

    /// Whether it is at the right, and whether at the bottom.
    pub const fn sides(self) -> (bool, bool) {
        match self {
            Corner::TopLeft => (false, false),
            Corner::TopRight => (true, false),
            Corner::BottomLeft => (false, true),
            Corner::BottomRight => (true, true),
        }
    }
}

/// What whoever makes a map may say of its far parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Insets {
    pub far: FarParts,
    /// Units that get a frame in any case, and where.
    pub placed: BTreeMap<String, Corner>,
}

/// Parts belong together where no more than this lies between them, of the longer side of what belongs together already.
const NEAR: f64 = 0.35;
/// The extent of some points.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    pub low: (f64, f64),
    pub high: (f64, f64),
}

impl Extent {
    pub fn of(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let none = Extent { low: (f64::INFINITY, f64::INFINITY), high: (f64::NEG_INFINITY, f64::NEG_INFINITY) };
        points
            .into_iter()
            .fold(none, |e, (x, y)| Extent { low: (e.low.0.min(x), e.low.1.min(y)), high: (e.high.0.max(x), e.high.1.max(y)) })
    }

    pub fn with(self, other: Self) -> Self {
        Self::of([self.low, self.high, other.low, other.high])
    }

    pub fn width(self) -> f64 {
        self.high.0 - self.low.0
    }

    pub fn height(self) -> f64 {
        self.high.1 - self.low.1
    }

    pub fn longer(self) -> f64 {
        self.width().max(self.height())
    }

    pub fn middle(self) -> (f64, f64) {
        ((self.low.0 + self.high.0) / 2.0, (self.low.1 + self.high.1) / 2.0)
    }

    /// What lies between the two; 0 where they touch.
    pub fn gap(self, other: Self) -> f64 {
        let apart = |low: f64, high: f64, other_low: f64, other_high: f64| (other_low - high).max(low - other_high).max(0.0);
        apart(self.low.0, self.high.0, other.low.0, other.high.0).hypot(apart(self.low.1, self.high.1, other.low.1, other.high.1))
    }
}

/// One polygon of one unit, in radii of the earth.
pub struct Part<'a> {
    pub code: &'a str,
    /// Its place among its unit's.
    pub at: usize,
    pub rings: Vec<Vec<(f64, f64)>>,
    pub extent: Extent,
}

/// A polygon of a unit in a projection.
pub fn part<'a>(code: &'a str, at: usize, polygon: &[Vec<(f64, f64)>], projection: Projection) -> Part<'a> {
    let rings: Vec<Vec<_>> = polygon.iter().map(|ring| ring.iter().map(|(lon, lat)| projection.place(*lon, *lat)).collect()).collect();
    Part { code, at, extent: Extent::of(rings.iter().flatten().copied()), rings }
}

/// The parts of all units in the projection of an extent given in degrees.
pub fn parts<'a>(units: &BTreeMap<&'a str, Polygons>, about: Extent) -> Vec<Part<'a>> {
    let projection = Projection::of(about);
    let own = |(code, polygons): (&&'a str, &Polygons)| -> Vec<Part<'a>> {
        polygons.iter().enumerate().map(|(at, polygon)| part(code, at, polygon, projection)).collect()
    };
    units.iter().flat_map(own).collect()
}

/// What is drawn large, by code and place; the rest gets insets.
pub fn near_parts<'a>(parts: &[Part<'a>], wanted: &Insets) -> BTreeSet<(&'a str, usize)> {
    let (mut rest, placed): (Vec<_>, Vec<_>) = parts.iter().partition(|part| !wanted.placed.contains_key(part.code));
    if rest.is_empty() {
        rest = placed;
    }
    let all = rest.iter().map(|part| part.extent).reduce(Extent::with);
    // From the largest part outwards.
    rest.sort_by(|a, b| b.extent.longer().total_cmp(&a.extent.longer()));
    let mut near: Vec<&Part> = rest.drain(..rest.len().min(1)).collect();
    let Some(mut extent) = near.first().map(|part| part.extent) else { return BTreeSet::new() };
    loop {
        let before = rest.len();
        // What has joined reaches farther, so that those passed over may belong to it as well.
        rest.retain(|part| {
            let is_near = part.extent.gap(extent) <= NEAR * extent.longer();
            if is_near {
                extent = extent.with(part.extent);
                near.push(part);
            }
            !is_near
        });
        if rest.len() == before {
            break;
        }
    }
    let size = |e: Extent| e.width() * e.height();
    let is_half_empty = all.is_some_and(|all| size(all) >= 2.0 * size(extent));
    if wanted.far == FarParts::Keep || !is_half_empty {
        near.append(&mut rest);
    }
    near.into_iter().map(|part| (part.code, part.at)).collect()
}

/// What goes into one inset: all far parts of a unit, and those of units beside it.
pub fn groups<'a>(far: Vec<Part<'a>>, main: Extent) -> Vec<Vec<Part<'a>>> {
    let mut groups: Vec<Vec<Part>> = Vec::new();
    for part in far {
        let near = |group: &&mut Vec<Part>| {
            group.iter().any(|other| other.code == part.code || other.extent.gap(part.extent) <= NEAR * main.longer())
        };
        match groups.iter_mut().find(near) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    groups
}
