//! Which shape a point means: the one that holds it, else the nearest border within reach. It reads path data of this project's
//! own terse kind (whole numbers, `M l h v z`).

use super::Map;

type Point = (f64, f64);

/// The nearest shape within `within` units of a point.
pub fn nearest(map: &Map, x: f64, y: f64, within: f64) -> Option<&str> {
    map.districts
        .iter()
        .map(|(code, shape)| (code.as_str(), distance(&rings(&shape.d), (x, y))))
        .filter(|(_, distance)| *distance <= within)
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(code, _)| code)
}

/// The width and height of a viewBox.
pub fn view_size(view_box: &str) -> Option<(f64, f64)> {
    // Whole numbers, as everywhere in map.json: reading decimals would bring ten kilobytes of tables into wasm.
    let mut numbers = view_box.split_whitespace().skip(2).map(|n| n.parse().ok().filter(|n: &i32| *n > 0));
    Some((numbers.next()??.into(), numbers.next()??.into()))
}

/// Path data as closed rings of points; what it does not know ends the reading.
pub fn rings(d: &str) -> Vec<Vec<Point>> {
    let mut rings: Vec<Vec<Point>> = Vec::new();
    let (mut at, mut start): (Point, Point) = ((0.0, 0.0), (0.0, 0.0));
    let (mut command, mut rest) = (' ', d);
    loop {
        rest = rest.trim_start_matches([' ', ',']);
        let Some(first) = rest.chars().next() else { return rings };
        if first.is_ascii_alphabetic() {
            (command, rest) = (first, &rest[1..]);
            if matches!(command, 'z' | 'Z') {
                at = start;
            }
            continue;
        }
        let mut number = || {
            rest = rest.trim_start_matches([' ', ',']);
            let end = rest.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit()).map_or(rest.len(), |(i, _)| i);
            let (value, after) = rest.split_at(end);
            rest = after;
            value.parse::<i32>().ok().map(f64::from)
        };
        let moved = match command {
            'M' | 'L' => number().zip(number()),
            'm' | 'l' => number().zip(number()).map(|(dx, dy)| (at.0 + dx, at.1 + dy)),
            'h' => number().map(|dx| (at.0 + dx, at.1)),
            'v' => number().map(|dy| (at.0, at.1 + dy)),
            _ => None,
        };
        let Some(to) = moved else { return rings };
        at = to;
        if matches!(command, 'M' | 'm') {
            start = at;
            rings.push(Vec::new());
            command = if command == 'M' { 'L' } else { 'l' };
        }
        match rings.last_mut() {
            Some(ring) => ring.push(at),
            None => return rings,
        }
    }
}

/// 0 inside, else the distance to the border.
fn distance(rings: &[Vec<Point>], p: Point) -> f64 {
    let mut inside = false;
    let mut least = f64::INFINITY;
    for ring in rings {
        for (i, a) in ring.iter().enumerate() {
            let b = ring[(i + 1) % ring.len()];
            if (a.1 > p.1) != (b.1 > p.1) && p.0 < (b.0 - a.0) * (p.1 - a.1) / (b.1 - a.1) + a.0 {
                inside = !inside;
            }
            least = least.min(to_segment(p, *a, b));
        }
    }
    if inside { 0.0 } else { least }
}

fn to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let t = if length > 0.0 { (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (p.0 - a.0 - t * dx).hypot(p.1 - a.1 - t * dy)
}
