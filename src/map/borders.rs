//! The borders between groups of districts, as one path: where two neighbours have different parents, the line that both of them are drawn with. Native only;
//! it must not know names or figures.

use std::collections::{BTreeMap, BTreeSet};

use super::{Map, nearest::rings, path::open_path_data};

type Vertex = [i32; 2];

/// The lines between districts whose parents differ; `parents`: district code to any name of its group. Empty where there is one group.
pub fn borders(map: &Map, parents: &BTreeMap<&str, &str>) -> String {
    let mut owners: BTreeMap<(Vertex, Vertex), Vec<&str>> = BTreeMap::new();
    for (code, shape) in &map.districts {
        for ring in rings(&shape.d) {
            let points: Vec<Vertex> = ring.iter().map(|(x, y)| [*x as i32, *y as i32]).collect();
            for (a, b) in points.iter().zip(points.iter().cycle().skip(1)).filter(|(a, b)| a != b) {
                let own = owners.entry(if a < b { (*a, *b) } else { (*b, *a) }).or_default();
                own.push(code);
            }
        }
    }
    let differ = |codes: &Vec<&str>| codes.iter().map(|code| parents.get(code)).collect::<BTreeSet<_>>().len() > 1;
    let edges = owners.iter().filter(|(_, codes)| differ(codes)).map(|(edge, _)| *edge);
    let lines = joined(edges.collect());
    open_path_data(lines.iter().map(Vec::as_slice))
}

/// Edges as lines that are as long as can be: from one vertex where lines meet or end to the next, then the closed ones.
fn joined(mut edges: BTreeSet<(Vertex, Vertex)>) -> Vec<Vec<Vertex>> {
    let mut next: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
    for (a, b) in &edges {
        next.entry(*a).or_default().push(*b);
        next.entry(*b).or_default().push(*a);
    }
    let ends: Vec<Vertex> = next.iter().filter(|(_, others)| others.len() != 2).map(|(vertex, _)| *vertex).collect();
    let mut lines = Vec::new();
    let starts = ends.iter().chain(next.keys()).copied().collect::<Vec<_>>();
    for start in starts {
        while let Some(line) = walked(start, &next, &mut edges) {
            lines.push(line);
        }
    }
    lines
}

/// One line from a vertex on, over edges that no line has yet.
fn walked(start: Vertex, next: &BTreeMap<Vertex, Vec<Vertex>>, edges: &mut BTreeSet<(Vertex, Vertex)>) -> Option<Vec<Vertex>> {
    let mut line = vec![start];
    let mut at = start;
    loop {
        let mut take = |to: &&Vertex| edges.remove(&if at < **to { (at, **to) } else { (**to, at) });
        let Some(to) = next.get(&at).and_then(|others| others.iter().find(|to| take(to))) else { break };
        line.push(*to);
        at = *to;
        if next.get(&at).is_some_and(|others| others.len() != 2) {
            break;
        }
    }
    (line.len() > 1).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::topology::from_topojson;

    fn map(text: &str, codes: &[&str]) -> Map {
        from_topojson(text, codes, "s".into(), &Default::default()).unwrap()
    }

    const DAK_NONG: &str = include_str!("../../tests/fixtures/dak-nong.topo.json");
    const CODES: [&str; 8] = ["660", "661", "662", "663", "664", "665", "666", "667"];

    fn edges(d: &str, closed: bool) -> BTreeSet<String> {
        let sides = |ring: &Vec<(f64, f64)>| {
            let pairs = ring.iter().zip(ring.iter().cycle().skip(1)).take(ring.len() - usize::from(!closed));
            pairs.map(|(a, b)| format!("{:?}", if a < b { (a, b) } else { (b, a) })).collect::<Vec<_>>()
        };
        rings(d).iter().flat_map(sides).collect()
    }

    #[test]
    fn only_lines_between_two_groups_are_drawn_and_they_are_those_of_the_shapes() {
        let map = map(DAK_NONG, &CODES);
        // One district against the others: its border as far as it has neighbours.
        let parents: BTreeMap<&str, &str> = CODES.iter().map(|code| (*code, if *code == "660" { "a" } else { "b" })).collect();
        let drawn = edges(&borders(&map, &parents), false);
        let own = edges(&map.districts["660"].d, true);
        let others: BTreeSet<String> = CODES[1..].iter().flat_map(|code| edges(&map.districts[*code].d, true)).collect();
        assert!(!drawn.is_empty());
        assert_eq!(drawn, own.intersection(&others).cloned().collect());
        // Lines are joined: a piece for each edge would be many times as many.
        let lines = borders(&map, &parents).matches('M').count();
        assert!(lines * 5 < drawn.len(), "{lines} lines of {} edges", drawn.len());
    }

    #[test]
    fn one_group_has_no_borders() {
        let map = map(DAK_NONG, &CODES);
        let one: BTreeMap<&str, &str> = CODES.iter().map(|code| (*code, "a")).collect();
        assert_eq!((borders(&map, &one), borders(&map, &BTreeMap::new())), (String::new(), String::new()));
    }
}
