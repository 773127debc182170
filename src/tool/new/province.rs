//! The province's own code and name: as they were said, or else as far as the file or the General Statistics Office's codes tell. It must not know how units
//! are found.

use std::collections::BTreeSet;

use super::Args;
use super::columns::is_code;
use super::fields::Fields;
use super::islands::{are_communes, is_vietnam};
use super::kind::{split, tidy};
use super::remarks::Remarks;
use super::slug::slug;
use super::units::Unit;
use crate::campaign::{Province, ProvinceKind};
use crate::text::units::{is_central_city, province as by_code};

/// What the whole is, as it is typed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Whole {
    Province,
    City,
    Country,
}

impl From<Whole> for ProvinceKind {
    fn from(whole: Whole) -> Self {
        match whole {
            Whole::Province => ProvinceKind::Province,
            Whole::City => ProvinceKind::City,
            Whole::Country => ProvinceKind::Country,
        }
    }
}

/// What stands in where nobody said anything.
pub fn province(args: &Args, fields: &Fields, units: &[Unit], layer: &str, remarks: &mut Remarks) -> Province {
    let words = remarks.words();
    let of_units = |of: fn(&Unit) -> Option<&String>| {
        let first = units.iter().find_map(of)?;
        units.iter().filter_map(of).all(|value| value == first).then(|| first.clone())
    };
    let parent = of_units(|unit| unit.parent.as_ref());
    // The file's own writing comes before that of the command line: 01, not 1.
    let code = parent
        .clone()
        .filter(|code| is_code(code) && args.province.is_some())
        .or_else(|| args.province.clone())
        .map(|code| code.trim().to_owned());
    let code = code.unwrap_or_else(|| {
        let code = parent.clone().filter(|code| is_code(code)).unwrap_or_else(|| short(&slug(layer)));
        remarks.note(words.province_uncoded, &[&code]);
        code
    });
    let code = if is_code(&code) { code } else { short(&slug(&code)) };
    // A name without any letter of the Latin alphabet: what the units' codes begin with.
    let code = if code.is_empty() { short(&stem(units)) } else { code };
    if !is_code(&code) {
        remarks.error(words.bad_province, &[args.province.as_deref().unwrap_or(&code)]);
    }
    let name = name(args, fields, units, &code, parent.as_deref(), of_units(|unit| unit.parent_name.as_ref()), remarks);
    let name = name.unwrap_or_else(|| {
        let stand_in = if args.province.is_some() { tidy(args.province.as_deref().unwrap_or_default()) } else { tidy(layer) };
        let stand_in = if stand_in.is_empty() { code.clone() } else { stand_in };
        remarks.note(words.province_unnamed, &[&stand_in]);
        stand_in
    });
    let kind = kind(args, units, &name);
    Province { code, name, kind, population: None, population_source: None, population_source_en: None }
}

/// What the whole is; none: a province. Several provinces in one are a country, as long as nobody says otherwise.
fn kind(args: &Args, units: &[Unit], name: &str) -> Option<ProvinceKind> {
    let parents: BTreeSet<&String> = units.iter().filter_map(|unit| unit.parent.as_ref()).collect();
    let kind = args.province_kind.map(ProvinceKind::from).unwrap_or_else(|| match parents.len() {
        0 | 1 if is_central_city(name) && is_vietnam(units) => ProvinceKind::City,
        0 | 1 => ProvinceKind::Province,
        _ => ProvinceKind::Country,
    });
    (kind != ProvinceKind::Province).then_some(kind)
}

/// The names of what the units belong to, where they are of several: as the file has them, else by the General Statistics Office's codes, else the codes.
pub fn parents(units: &[Unit]) -> Vec<Option<String>> {
    let (vietnam, communes) = (is_vietnam(units), are_communes(units));
    let of_unit = |unit: &Unit| {
        let code = unit.parent.as_deref();
        let named = unit.parent_name.as_deref().map(bare);
        let known = || Some(by_code(code?, communes).filter(|_| vietnam)?.to_owned());
        named.or_else(known).or_else(|| code.map(bare)).filter(|name| !name.is_empty())
    };
    let all: Vec<Option<String>> = units.iter().map(of_unit).collect();
    let one = all.iter().flatten().collect::<BTreeSet<_>>().len() < 2;
    if one { vec![None; units.len()] } else { all }
}

/// What all codes of units begin with.
fn stem(units: &[Unit]) -> String {
    let codes = || units.iter().map(|unit| unit.code.as_str());
    let first = codes().next().unwrap_or_default();
    let length = codes().map(|code| code.chars().zip(first.chars()).take_while(|(a, b)| a == b).count()).min().unwrap_or(0);
    first.chars().take(length).collect()
}

fn short(slug: &str) -> String {
    slug.chars().take(20).collect::<String>().trim_matches('-').to_owned()
}

fn name(
    args: &Args,
    fields: &Fields,
    units: &[Unit],
    code: &str,
    parent: Option<&str>,
    beside: Option<String>,
    remarks: &mut Remarks,
) -> Option<String> {
    let words = remarks.words();
    if let Some(name) = args.province_name.as_deref().map(tidy).filter(|name| !name.is_empty()) {
        return Some(name);
    }
    let is_worded = |text: &&str| text.chars().any(char::is_alphabetic) && !text.chars().any(|c| c.is_ascii_digit());
    let field = fields.parent_names.first().or(fields.parent.as_ref()).cloned().unwrap_or_default();
    let said = beside.as_deref().filter(is_worded).or_else(|| parent.filter(is_worded).filter(|text| text.len() > 3));
    if let Some(name) = said.map(bare) {
        remarks.note(words.province_by_field, &[&name, &field]);
        return Some(name);
    }
    let known = by_code(code, are_communes(units)).filter(|_| is_vietnam(units) && args.province.is_some())?;
    remarks.note(words.province_by_code, &[known, code]);
    Some(known.to_owned())
}

/// The name alone, as the data file has it.
fn bare(name: &str) -> String {
    split(name, None, false).name
}
