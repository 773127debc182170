//! Directions between districts, and the neighbour that an arrow key leads to. Pure geometry of label points.

use super::Map;

/// The eight winds, clockwise from north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    N,
    NE,
    E,
    SE,
    S,
    SW,
    W,
    NW,
}

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    Up,
    Right,
    Down,
    Left,
}

impl Direction {
    const ALL: [Self; 8] = [Self::N, Self::NE, Self::E, Self::SE, Self::S, Self::SW, Self::W, Self::NW];

    /// Where the second point lies as seen from the first; y grows downwards.
    pub fn between(from: [i32; 2], to: [i32; 2]) -> Self {
        let sector = (bearing(from, to) / 45.0).round() as usize % 8;
        Self::ALL[sector]
    }
}

impl Arrow {
    const fn bearing(self) -> f64 {
        match self {
            Self::Up => 0.0,
            Self::Right => 90.0,
            Self::Down => 180.0,
            Self::Left => 270.0,
        }
    }
}

/// Degrees clockwise from north, 0 to 360.
fn bearing(from: [i32; 2], to: [i32; 2]) -> f64 {
    let (dx, dy) = (f64::from(to[0]) - f64::from(from[0]), f64::from(to[1]) - f64::from(from[1]));
    dx.atan2(-dy).to_degrees().rem_euclid(360.0)
}

/// The district that an arrow leads to: the neighbour nearest to its direction, else any district that way; none at the rim.
pub fn step<'a>(map: &'a Map, from: &str, arrow: Arrow) -> Option<&'a str> {
    let own = map.districts.get(from)?;
    let off = |to: [i32; 2]| {
        let turn = (bearing(own.label, to) - arrow.bearing()).abs();
        turn.min(360.0 - turn)
    };
    let nearest = |limit: f64, neighbour: bool| {
        map.districts
            .iter()
            .filter(|(code, _)| *code != from && own.neighbours.contains(code) == neighbour)
            .map(|(code, shape)| (code.as_str(), off(shape.label)))
            .filter(|(_, off)| *off <= limit)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(code, _)| code)
    };
    nearest(60.0, true).or_else(|| nearest(45.0, false))
}
