//! Boundary files as people have them: GeoJSON, TopoJSON, Shapefiles, also zipped. Each reader answers layers of features with their properties; it must not
//! know which of them are wanted, nor what their fields mean.

mod archive;
mod geojson;
mod shapefile;
mod topojson;

use std::path::Path;

use serde_json::{Map, Value};

use super::files::{self, Failure};
use crate::map::inset::Polygons;

/// The largest file that is taken, and the largest that an archive may unpack to, in bytes: that of a whole country in full detail.
const MOST_BYTES: u64 = 1 << 30;

/// Features that belong together: an object of a TopoJSON, a Shapefile of an archive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    pub name: String,
    pub features: Vec<Feature>,
}

/// One area as the file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feature {
    pub properties: Map<String, Value>,
    /// In degrees, where the file keeps to them; empty for a geometry that is null or no area.
    pub polygons: Polygons,
}

/// What was read, and what was taken for granted on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundaries {
    pub layers: Vec<Layer>,
    /// The encoding that the attributes were read in, where the file does not say it.
    pub assumed_encoding: Option<&'static str>,
}

/// Why a file gives no boundaries.
#[derive(Debug)]
pub enum Unread {
    File(Failure),
    /// None of the formats.
    Unknown,
    TooLarge,
    /// A Shapefile without its attributes (`.dbf`).
    NoAttributes,
    /// An archive without anything that is read.
    EmptyArchive,
    /// Of one of the formats, and broken: the reader's reason.
    Broken(String),
}

impl Unread {
    fn broken(reason: impl ToString) -> Self {
        Self::Broken(reason.to_string())
    }
}

/// The field that a feature's own id is given, where it has one and no property of that name.
pub const ID: &str = "id";

pub fn read(path: &Path) -> Result<Boundaries, Unread> {
    let bytes = files::read(path).map_err(Unread::File)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    if bytes.starts_with(b"PK") {
        return archive::read(&bytes);
    }
    if shapefile::is_one(&bytes) {
        // Its parts lie beside it.
        let beside = |ending: &str| files::read(&path.with_extension(ending)).ok();
        let attributes = beside("dbf").or_else(|| beside("DBF")).ok_or(Unread::NoAttributes)?;
        let encoding = beside("cpg").or_else(|| beside("CPG"));
        let (layer, assumed_encoding) = shapefile::read(&name, &bytes, &attributes, encoding.as_deref())?;
        return Ok(Boundaries { layers: vec![layer], assumed_encoding });
    }
    Ok(Boundaries { layers: json(&name, &bytes)?, assumed_encoding: None })
}

/// The layers of a GeoJSON or a TopoJSON, with or without a byte order mark.
fn json(name: &str, bytes: &[u8]) -> Result<Vec<Layer>, Unread> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::Unknown)?;
    if !text.trim_start().starts_with('{') {
        return Err(Unread::Unknown);
    }
    #[derive(serde::Deserialize)]
    struct Kind {
        #[serde(rename = "type")]
        kind: Option<String>,
    }
    let kind: Kind = serde_json::from_str(text).map_err(Unread::broken)?;
    match kind.kind.as_deref() {
        Some("Topology") => topojson::read(text),
        Some("FeatureCollection" | "Feature") => Ok(vec![geojson::read(name, text)?]),
        _ => Err(Unread::Unknown),
    }
}

/// Properties, with the feature's own id among them.
fn with_id(properties: Option<Map<String, Value>>, id: Option<Value>) -> Map<String, Value> {
    let mut properties = properties.unwrap_or_default();
    if let Some(id) = id.filter(|id| id.is_string() || id.is_number()) {
        properties.entry(ID).or_insert(id);
    }
    properties
}

#[cfg(test)]
pub mod tests;
