//! `new`: a province's data file and map file from a file with boundaries. Whatever is missing or odd is said at once, with what to type; what can be guessed
//! is guessed and said. Both files are written, or neither.

mod columns;
mod fields;
mod guess;
mod islands;
mod kind;
mod province;
mod remarks;
mod shape;
mod slug;
mod units;
mod write;

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::boundaries::{self, Unread};
use super::common::{Common, Format, Outcome};
use super::map::inset;
use super::output;
use crate::campaign::{Campaign, District, Links};
use crate::map::Map;
use crate::map::borders::borders;
use crate::map::drawing::{BoundaryError, draw_simplified};
use crate::map::inset::{Corner, Insets};
use crate::text::fill;
use province::Whole;
use remarks::Remarks;
use units::Unit;

#[derive(clap::Args, Clone, Debug)]
pub struct Args {
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    #[arg(long, value_name = "CODE")]
    province: Option<String>,
    #[arg(long, value_name = "NAME")]
    province_name: Option<String>,
    #[arg(long, value_enum)]
    province_kind: Option<Whole>,
    #[arg(long, value_name = "FIELD")]
    code: Option<String>,
    #[arg(long, value_name = "FIELD")]
    name: Option<String>,
    #[arg(long, value_name = "LAYER")]
    layer: Option<String>,
    #[arg(long, value_name = "FIELD")]
    parent: Option<String>,
    #[arg(long, value_name = "FIELD")]
    kind: Option<String>,
    #[arg(long, value_name = "TITLE")]
    source: Option<String>,
    #[arg(long, value_name = "TITLE")]
    source_en: Option<String>,
    #[arg(long, value_name = "CODE=CORNER", value_parser = inset)]
    inset: Vec<(String, Corner)>,
    #[arg(long, value_name = "CODE")]
    undrawn: Vec<String>,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let mut remarks = Remarks::new(common.language());
    let read = match boundaries::read(&args.from) {
        Ok(read) => read,
        Err(Unread::File(failure)) => return output::failed(common, &failure),
        Err(unread) => {
            let said = unreadable(&unread, args, &remarks);
            remarks.say(true, said);
            return refused(common, &remarks);
        }
    };
    if let Some(encoding) = read.assumed_encoding {
        remarks.note(remarks.words().encoding, &[encoding]);
    }
    let made = make(read, args, &mut remarks);
    match made.filter(|_| !remarks.has_errors()) {
        Some((campaign, map)) => write::both(common, campaign, &map, &mut remarks),
        None => refused(common, &remarks),
    }
}

/// Says everything, and that nothing was written.
fn refused(common: &Common, remarks: &Remarks) -> Outcome {
    match common.format {
        Format::Text => print_line!("{}{}", remarks.lines(), remarks.words().refused),
        Format::Json => print_line!("{:#}", serde_json::json!({"written": false, "findings": remarks.json()})),
    }
    Outcome::Findings
}

fn unreadable(unread: &Unread, args: &Args, remarks: &Remarks) -> String {
    let (words, path) = (remarks.words(), args.from.display().to_string());
    match unread {
        Unread::File(_) | Unread::Unknown => fill(words.unknown_format, &[&path]),
        Unread::TooLarge => fill(words.too_large, &[&path]),
        Unread::NoAttributes => fill(words.no_attributes, &[&path]),
        Unread::EmptyArchive => fill(words.empty_archive, &[&path]),
        Unread::Broken(reason) => fill(words.broken, &[&path, reason]),
    }
}

/// The data and the map; what stands in the way has been said.
fn make(read: boundaries::Boundaries, args: &Args, remarks: &mut Remarks) -> Option<(Campaign, Map)> {
    let words = remarks.words();
    let (layer, fields) = fields::choose(&read.layers, args, remarks)?;
    let mut units = units::gather(layer, &fields, args, remarks);
    if units.is_empty() {
        return None;
    }
    for unit in &mut units {
        if let Err((x, y)) = shape::prepare(unit) {
            remarks.error(words.not_degrees, &[&format!("{x}; {y}")]);
            return None;
        }
    }
    leave_off(&mut units, args, remarks);
    islands::complete(&mut units, args.province.as_deref(), remarks);
    units::tell_apart(&mut units, remarks);
    let own: BTreeSet<&String> = units.iter().filter_map(units::Unit::own_kind).collect();
    if let Some(first) = own.first() {
        remarks.note(words.own_kinds, &[&remarks.list(&own.iter().collect::<Vec<_>>()), first]);
    }
    slug::assign(&mut units);
    let province = province::province(args, &fields, &units, &layer.name, remarks);
    let parents = province::parents(&units);
    let map = map(&units, args, remarks).map(|map| {
        let known = units.iter().zip(&parents).filter_map(|(unit, parent)| Some((unit.code.as_str(), parent.as_deref()?)));
        Map { borders: borders(&map, &known.collect()), ..map }
    });
    let district = |(unit, parent): (&Unit, Option<String>)| District {
        code: unit.code.clone(),
        slug: unit.slug.clone(),
        name: unit.name.clone(),
        kind: unit.kind,
        kind_name: unit.own_kind().cloned(),
        parent,
        population: None,
        population_source: None,
        population_source_en: None,
    };
    let districts = units.iter().zip(parents).map(district).collect();
    Some((Campaign { province, districts, links: links(), ..output::nameless() }, map?))
}

/// Takes away what is not to be drawn.
fn leave_off(units: &mut [Unit], args: &Args, remarks: &mut Remarks) {
    let words = remarks.words();
    for code in &args.undrawn {
        match units.iter_mut().find(|unit| unit.code == *code) {
            Some(unit) => unit.polygons.clear(),
            None => remarks.error(words.no_such_unit, &["--undrawn", code]),
        }
    }
}

fn map(units: &[Unit], args: &Args, remarks: &mut Remarks) -> Option<Map> {
    let words = remarks.words();
    let undrawn: Vec<&Unit> = units.iter().filter(|unit| unit.polygons.is_empty()).collect();
    let (asked, lacking): (Vec<&Unit>, Vec<&Unit>) = undrawn.iter().partition(|unit| args.undrawn.contains(&unit.code));
    for (sentence, units) in [(words.left_off, asked), (words.undrawn, lacking)] {
        let names: Vec<String> = units.iter().map(|unit| format!("{} ({})", unit.name, unit.code)).collect();
        if !names.is_empty() {
            remarks.note(sentence, &[&remarks.list(&names)]);
        }
    }
    let stand_in = || args.from.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let source = args.source.as_deref().map(str::trim).filter(|source| !source.is_empty()).map(str::to_owned).unwrap_or_else(|| {
        remarks.note(words.unsourced, &[&stand_in()]);
        stand_in()
    });
    let areas = units.iter().filter(|unit| !unit.polygons.is_empty()).map(|unit| (unit.code.as_str(), unit.polygons.clone())).collect();
    let insets = Insets { placed: args.inset.iter().cloned().collect(), ..Insets::default() };
    match draw_simplified(areas, source, &insets) {
        Ok(map) => {
            let source_en = args.source_en.as_deref().map(str::trim).filter(|source| !source.is_empty()).map(str::to_owned);
            Some(Map { undrawn: undrawn.iter().map(|unit| unit.code.clone()).collect(), source_en, ..map })
        }
        Err(BoundaryError::Missing(codes)) if codes.is_empty() => {
            remarks.error(words.nothing_drawn, &[]);
            None
        }
        Err(BoundaryError::Missing(codes)) => {
            remarks.error(words.no_such_unit, &["--inset", &remarks.list(&codes)]);
            None
        }
        Err(BoundaryError::NoArea(code) | BoundaryError::Twice(code)) => {
            remarks.error(words.not_drawable, &[&code]);
            None
        }
        Err(BoundaryError::NotDegrees | BoundaryError::Unreadable(_)) => {
            remarks.error(words.not_degrees, &["?"]);
            None
        }
    }
}

/// Bluezone's own addresses and the Ministry of Health's hotline, which are the same in every province.
fn links() -> Links {
    Links {
        install: "https://www.bluezone.gov.vn".into(),
        android: "https://play.google.com/store/apps/details?id=com.mic.bluezone".into(),
        ios: "https://apps.apple.com/vn/app/bluezone/id1508062685".into(),
        hotline: "1900 9095".into(),
    }
}

#[cfg(test)]
mod tests;
