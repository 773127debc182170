//! The map in words: a summary in one sentence, and each district with its neighbours, their direction and how they compare.

use crate::{
    campaign::{Campaign, Measure, Standing, Standings},
    map::{Direction, Map},
    text::{Text, fill, moment},
};

use super::{format_figure, format_figure_with_unit, measure_name};

/// Range, extremes and what is missing, in one sentence or two.
pub fn summary(text: &Text, measure: Measure, all: &Standings) -> String {
    let known: Vec<&Standing> = all.rows.iter().filter(|row| row.rank.is_some()).collect();
    let missing: Vec<&str> = all.rows.iter().filter(|row| row.rank.is_none()).map(|row| row.district.name.as_str()).collect();
    let mut out = String::new();
    if let (Some(first), Some(last)) = (known.first(), known.last()) {
        let figure = |row: &Standing| format_figure(text, measure, row).unwrap_or_default();
        out = fill(
            text.summary,
            &[
                measure_name(text, measure),
                &moment(text.lang, all.report.as_of),
                &first.district.name,
                &figure(first),
                &last.district.name,
                &figure(last),
            ],
        );
    }
    if !missing.is_empty() {
        out.push(' ');
        out.push_str(&fill(text.summary_missing, &[&missing.join(", ")]));
    }
    out
}

/// One line a district, in the order of the file.
pub fn lines(campaign: &Campaign, map: &Map, text: &Text, measure: Measure, all: &Standings) -> Vec<String> {
    let row = |code: &str| all.row(code);
    let before = all.before.map(|r| r.as_of);
    campaign
        .districts
        .iter()
        .filter_map(|district| {
            let shape = map.districts.get(&district.code)?;
            let own = row(&district.code)?;
            let neighbours: Vec<String> = shape
                .neighbours
                .iter()
                .filter_map(|code| {
                    let (other, place) = (row(code)?, map.districts.get(code)?);
                    let direction = text.directions[Direction::between(shape.label, place.label) as usize];
                    let comparison = match (own.value(measure), other.value(measure)) {
                        (Some(a), Some(b)) if b > a => text.higher,
                        (Some(a), Some(b)) if b < a => text.lower,
                        (Some(_), Some(_)) => text.equal,
                        _ => text.not_comparable,
                    };
                    Some(fill(text.neighbour, &[&other.district.name, direction, comparison]))
                })
                .collect();
            let list = neighbours.join(", ");
            Some(fill(text.text_map_line, &[&text.full_name(district), &format_figure_with_unit(text, measure, own, before), &list]))
        })
        .collect()
}
