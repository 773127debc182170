//! The units of a province out of a layer: parts that share a code become one, codes stay text, names are told apart. It must not know how maps are drawn.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Args;
use super::columns::{is_code, value};
use super::fields::{Fields, is_province};
use super::kind::{Named, split, tidy};
use super::remarks::Remarks;
use crate::campaign::DistrictKind;
use crate::map::inset::Polygons;
use crate::tool::boundaries::{Feature, Layer};

/// A unit in the making.
#[derive(Clone, Debug)]
pub struct Unit {
    pub code: String,
    pub name: String,
    pub title: Option<String>,
    pub kind: DistrictKind,
    /// Whether its kind is one of Vietnam's.
    pub is_known: bool,
    pub slug: String,
    /// The province's code, and its name as far as the file has one.
    pub parent: Option<String>,
    pub parent_name: Option<String>,
    pub polygons: Polygons,
    /// Of how many areas of the file it was made.
    pub parts: usize,
}

impl Unit {
    /// The word of a kind that is none of Vietnam's; a number is none.
    pub fn own_kind(&self) -> Option<&String> {
        self.title.as_ref().filter(|title| !self.is_known && title.chars().any(char::is_alphabetic))
    }
}

/// All units that are wanted, by their codes; what is odd has been said.
pub fn gather(layer: &Layer, fields: &Fields, args: &Args, remarks: &mut Remarks) -> Vec<Unit> {
    let words = remarks.words();
    let chosen = chosen(layer, fields, args, remarks);
    let width = width(layer, fields);
    let code_of = |feature: &Feature| {
        let code = value(feature, &fields.code)?;
        Some(width.map_or_else(|| code.clone(), |width| format!("{code:0>width$}")))
    };
    let plain = layer.features.iter().filter_map(|feature| value(feature, &fields.name)).all(|name| name.is_ascii());
    let mut parts: BTreeMap<String, Vec<&Feature>> = BTreeMap::new();
    let (mut without, mut bad) = (0, Vec::new());
    for feature in chosen {
        match code_of(feature) {
            Some(code) if is_code(&code) => parts.entry(code).or_default().push(feature),
            Some(code) => bad.push(code),
            None => without += 1,
        }
    }
    if without > 0 {
        remarks.note(words.no_code, &[&without.to_string(), &fields.code]);
    }
    if !bad.is_empty() {
        remarks.error(words.bad_codes, &[&remarks.list(&bad), &fields.code]);
    }
    if let Some((width, example)) = width.zip(parts.keys().next()) {
        remarks.note(words.padded, &[&width.to_string(), example]);
    }
    let merged: Vec<&String> = parts.iter().filter(|(_, parts)| parts.len() > 1).map(|(code, _)| code).collect();
    if !merged.is_empty() {
        remarks.note(words.merged, &[&remarks.list(&merged)]);
    }
    let mut nameless = Vec::new();
    let mut units: Vec<Unit> = Vec::new();
    for (code, parts) in parts {
        let names: BTreeSet<String> = parts.iter().filter_map(|part| Some(tidy(&value(part, &fields.name)?))).collect();
        let first = parts.iter().find_map(|part| value(part, &fields.name)).unwrap_or_else(|| {
            nameless.push(code.clone());
            code.clone()
        });
        if names.len() > 1 {
            let all: Vec<&String> = names.iter().collect();
            remarks.note(words.names_differ, &[&code, &remarks.list(&all), &first]);
        }
        let own = |field: &Option<String>| parts.iter().find_map(|part| value(part, field.as_ref()?));
        let Named { kind, title, name, is_known } = split(&first, own(&fields.kind).as_deref(), plain);
        let parent_name = fields.parent_names.iter().find_map(|field| value(parts.first()?, field));
        let polygons = parts.iter().flat_map(|part| part.polygons.iter().cloned()).collect();
        let (parent, parts) = (own(&fields.parent), parts.len());
        units.push(Unit { code, name, title, kind, is_known, slug: String::new(), parent, parent_name, polygons, parts });
    }
    if !nameless.is_empty() {
        remarks.note(words.nameless, &[&remarks.list(&nameless), &fields.name]);
    }
    units
}

fn chosen<'a>(layer: &'a Layer, fields: &Fields, args: &Args, remarks: &mut Remarks) -> Vec<&'a Feature> {
    let words = remarks.words();
    let Some(wanted) = &args.province else { return layer.features.iter().collect() };
    let Some(parent) = &fields.parent else {
        remarks.note(words.all_taken, &[&layer.features.len().to_string()]);
        return layer.features.iter().collect();
    };
    let own = |feature: &&Feature| value(feature, parent).is_some_and(|value| is_province(&value, wanted));
    let chosen: Vec<&Feature> = layer.features.iter().filter(own).collect();
    if chosen.is_empty() {
        let known: BTreeSet<String> = layer.features.iter().filter_map(|feature| value(feature, parent)).collect();
        remarks.error(words.no_units, &[wanted, parent, &remarks.list(&known.into_iter().collect::<Vec<_>>())]);
    }
    chosen
}

/// How many digits codes have that the file keeps as numbers, where they lost their zeros.
fn width(layer: &Layer, fields: &Fields) -> Option<usize> {
    let values: Vec<&Value> =
        layer.features.iter().filter_map(|feature| feature.properties.get(&fields.code)).filter(|v| !v.is_null()).collect();
    let digits: BTreeSet<usize> = values.iter().filter_map(|value| super::columns::text(value)).map(|text| text.len()).collect();
    let numbers = values.iter().all(|value| value.is_number() && value.as_f64().is_some_and(|n| n >= 0.0 && n.fract() == 0.0));
    digits.last().copied().filter(|_| numbers && digits.len() > 1)
}

/// Tells apart who has the same name and kind: by a kind of the file's own, else by the province, else by the code.
pub fn tell_apart(units: &mut [Unit], remarks: &mut Remarks) {
    let mut told = Vec::new();
    let ways: [fn(&Unit) -> Option<String>; 3] = [
        |unit| {
            unit.title
                .as_ref()
                .filter(|title| !unit.is_known && !unit.name.starts_with(*title))
                .map(|title| format!("{title} {}", unit.name))
        },
        |unit| Some(format!("{} ({})", unit.name, unit.parent_name.as_ref().or(unit.parent.as_ref())?)),
        |unit| Some(format!("{} ({})", unit.name, unit.code)),
    ];
    for way in ways {
        let mut same: BTreeMap<(u8, String), Vec<usize>> = BTreeMap::new();
        for (at, unit) in units.iter().enumerate() {
            same.entry((unit.kind as u8, unit.name.clone())).or_default().push(at);
        }
        for same in same.into_values().filter(|same| same.len() > 1) {
            // What does not tell them apart says nothing.
            let names: Vec<String> = same.iter().filter_map(|at| Some(tidy(&way(&units[*at])?))).collect();
            if names.iter().collect::<BTreeSet<_>>().len() < same.len() {
                continue;
            }
            for (at, name) in same.into_iter().zip(names) {
                units[at].name = name;
                told.push(at);
            }
        }
    }
    told.sort_unstable();
    told.dedup();
    if !told.is_empty() {
        let names: Vec<&str> = told.iter().map(|at| units[*at].name.as_str()).collect();
        remarks.note(remarks.words().same_name, &[&remarks.list(&names)]);
    }
}
