//! `map`: makes the map file from a TopoJSON with the boundaries of the data file's districts. The geometry is `map::topology`'s.

use std::path::PathBuf;

use serde_json::json;

use super::common::{Common, Format, Outcome};
use super::{files, output};
use crate::campaign::Campaign;
use crate::campaign::finding::{Finding, Place, Problem};
use crate::map::{
    Map,
    borders::borders,
    drawing::BoundaryError,
    inset::{Corner, FarParts, Insets},
    topology::from_topojson,
};
use crate::site::compress::{Quality, brotli};
use crate::text::{fill, format_integer, tool};

#[derive(clap::Args)]
pub struct Args {
    topojson: PathBuf,
    #[arg(long, value_name = "TITLE")]
    source: Option<String>,
    #[arg(long, value_name = "TITLE")]
    source_en: Option<String>,
    #[arg(long, value_enum, default_value = "inset")]
    far: Far,
    #[arg(long, value_name = "CODE=CORNER", value_parser = inset)]
    inset: Vec<(String, Corner)>,
}

/// What becomes of parts far from the others.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Far {
    Inset,
    Clip,
    Keep,
}

/// `664=bottom-right`
pub(super) fn inset(words: &str) -> Result<(String, Corner), String> {
    let (code, corner) = words.split_once('=').ok_or("CODE=bottom-right")?;
    let corner = match corner.trim() {
        "top-left" => Corner::TopLeft,
        "top-right" => Corner::TopRight,
        "bottom-left" => Corner::BottomLeft,
        "bottom-right" => Corner::BottomRight,
        _ => return Err("top-left, top-right, bottom-left, bottom-right".into()),
    };
    Ok((code.trim().to_owned(), corner))
}

impl Args {
    fn insets(&self) -> Insets {
        let far = match self.far {
            Far::Inset => FarParts::Inset,
            Far::Clip => FarParts::Clip,
            Far::Keep => FarParts::Keep,
        };
        Insets { far, placed: self.inset.iter().cloned().collect() }
    }
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let (data, input) = match (files::data(&common.data), files::read(&args.topojson)) {
        (Ok(data), Ok(input)) => (data, input),
        (Err(failure), _) | (_, Err(failure)) => return output::failed(common, &failure),
    };
    let campaign = match data {
        Ok(data) => data.campaign,
        Err(finding) => return output::report(common, &output::nameless(), &[finding]),
    };
    let Ok(text) = String::from_utf8(input) else {
        return output::report(common, &campaign, &[Finding::error(Place::Boundaries, Problem::NotText)]);
    };
    let (source, warning) = source(common, args);
    let codes: Vec<&str> = campaign.districts.iter().map(|d| d.code.as_str()).collect();
    match from_topojson(&text, &codes, source, &args.insets()).map(|map| completed(map, &campaign, source_en(common, args))) {
        Ok(map) => write(common, &output::lines(common, &campaign, warning.as_slice()), &map),
        Err(error) => output::report(common, &campaign, &findings(error)),
    }
}

/// With what the data file knows of its districts beyond their codes.
fn completed(map: Map, campaign: &Campaign, source_en: Option<String>) -> Map {
    let parents = campaign.districts.iter().filter_map(|district| Some((district.code.as_str(), district.parent.as_deref()?)));
    Map { borders: borders(&map, &parents.collect()), source_en, ..map }
}

/// What is said beside every map, and a warning where nobody has said it.
fn source(common: &Common, args: &Args) -> (String, Option<Finding>) {
    let present = || Some(serde_json::from_slice::<Map>(&files::read(&common.map).ok()?).ok()?.source);
    let stated = args.source.clone().or_else(present).map(|source| source.trim().to_owned()).filter(|source| !source.is_empty());
    stated.map(|source| (source, None)).unwrap_or_else(|| {
        let substitute = args.topojson.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (substitute.clone(), Some(Finding::warning(Place::Boundaries, Problem::BoundaryUnsourced { substitute })))
    })
}

/// The English title; that of the present map file belongs to the title that stands there.
fn source_en(common: &Common, args: &Args) -> Option<String> {
    let present = || serde_json::from_slice::<Map>(&files::read(&common.map).ok()?).ok()?.source_en.filter(|_| args.source.is_none());
    args.source_en.as_ref().map(|source| source.trim().to_owned()).filter(|source| !source.is_empty()).or_else(present)
}

fn findings(error: BoundaryError) -> Vec<Finding> {
    let problems = match error {
        BoundaryError::Unreadable(detail) => vec![Problem::Unreadable { detail }],
        BoundaryError::NotDegrees => vec![Problem::BoundaryNotDegrees],
        BoundaryError::Twice(code) => vec![Problem::BoundaryTwice { code }],
        BoundaryError::NoArea(code) => vec![Problem::BoundaryBroken { code }],
        BoundaryError::Missing(codes) if codes.is_empty() => vec![Problem::NoDistricts],
        BoundaryError::Missing(codes) => codes.into_iter().map(|code| Problem::BoundaryLacks { code }).collect(),
    };
    problems.into_iter().map(|problem| Finding::error(Place::Boundaries, problem)).collect()
}

fn write(common: &Common, warnings: &str, map: &Map) -> Outcome {
    let words = tool::tool(common.language());
    let compressed = text(map).and_then(|text| Ok((brotli(text.as_bytes(), Quality::BEST).map_err(serde_json::Error::io)?.len(), text)));
    let (size, text) = match compressed {
        Ok(compressed) => compressed,
        Err(error) => {
            print_error!("{error}");
            return Outcome::Usage;
        }
    };
    let up_to_date = common.map.exists() && files::read(&common.map).is_ok_and(|present| present == text.as_bytes());
    if !up_to_date && let Err(failure) = files::write(&common.map, &text) {
        return output::failed(common, &failure);
    }
    match common.format {
        Format::Json => print_line!("{:#}", json!({"districts": map.districts.len(), "brotli_bytes": size, "source": map.source})),
        Format::Text => {
            let count = |n: usize| format_integer(common.language(), n as u64);
            let done = if up_to_date { words.up_to_date } else { words.written };
            print_line!("{warnings}{}", fill(done, &[&common.map.display().to_string()]));
            print_line!("{}", fill(words.map_made, &[&count(map.districts.len()), &count(size)]));
        }
    }
    Outcome::Done
}

/// One district a line, so that a change of one border is one changed line.
pub(super) fn text(map: &Map) -> serde_json::Result<String> {
    let mut lines = Vec::new();
    for (code, shape) in &map.districts {
        lines.push(format!("{}: {}", serde_json::to_string(code)?, serde_json::to_string(shape)?));
    }
    let (view_box, source) = (serde_json::to_string(&map.view_box)?, serde_json::to_string(&map.source)?);
    let insets = if map.insets.is_empty() { String::new() } else { format!("\"insets\": {}, ", serde_json::to_string(&map.insets)?) };
    let undrawn = if map.undrawn.is_empty() { String::new() } else { format!("\"undrawn\": {}, ", serde_json::to_string(&map.undrawn)?) };
    let borders = if map.borders.is_empty() { String::new() } else { format!("\"borders\": {}, ", serde_json::to_string(&map.borders)?) };
    let english = map.source_en.as_ref().map(serde_json::to_string).transpose()?;
    let english = english.map(|title| format!("\"source_en\": {title}, ")).unwrap_or_default();
    Ok(format!(
        "{{\"viewBox\": {view_box}, \"source\": {source}, {english}{insets}{borders}{undrawn}\"districts\": {{\n{}\n}}}}\n",
        lines.join(",\n")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture;

    const BOUNDARIES: &str = include_str!("../../tests/fixtures/dak-nong.topo.json");
    const PUBLISHED: &str = include_str!("../../tests/fixtures/data/map.json");
    /// What the map may weigh on its way to a phone.
    const MOST: usize = 4_500;

    #[test]
    fn the_published_map_is_as_this_makes_it() {
        let published: Map = serde_json::from_str(PUBLISHED).unwrap();
        let campaign = fixture::campaign();
        let codes: Vec<&str> = campaign.districts.iter().map(|d| d.code.as_str()).collect();
        let map = from_topojson(BOUNDARIES, &codes, published.source.clone(), &Insets::default()).unwrap();
        let map = Map { source_en: published.source_en, ..map };
        assert_eq!(
            text(&map).unwrap(),
            PUBLISHED,
            "run: cargo run --bin bluezone-map -- map tests/fixtures/dak-nong.topo.json --map tests/fixtures/data/map.json"
        );
        let size = brotli(PUBLISHED.as_bytes(), Quality::BEST).unwrap().len();
        assert!(size <= MOST, "{size} bytes");
    }
}
