//! Zipped boundaries: Shapefiles with their parts, GeoJSON and TopoJSON files, each a layer. It must not unpack more than fits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Boundaries, MOST_BYTES, Unread, json, shapefile};

pub fn read(bytes: &[u8]) -> Result<Boundaries, Unread> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(Unread::broken)?;
    // By the name without its ending, then by the ending.
    let mut parts: BTreeMap<String, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(Unread::broken)?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        let Some((stem, ending)) = name.rsplit_once('.') else { continue };
        let ending = ending.to_ascii_lowercase();
        // Macintosh puts a shadow beside every file.
        let is_wanted = ["shp", "dbf", "cpg", "json", "geojson", "topojson"].contains(&ending.as_str());
        if !is_wanted || name.starts_with("__MACOSX") {
            continue;
        }
        let mut content = Vec::new();
        file.take(left.saturating_add(1)).read_to_end(&mut content).map_err(Unread::broken)?;
        left = left.checked_sub(content.len() as u64).ok_or(Unread::TooLarge)?;
        parts.entry(stem.to_owned()).or_default().insert(ending, content);
    }
    let mut found = Boundaries::default();
    for (stem, parts) in &parts {
        let name = stem.rsplit(['/', '\\']).next().unwrap_or(stem);
        if let Some(shapes) = parts.get("shp") {
            let attributes = parts.get("dbf").ok_or(Unread::NoAttributes)?;
            let (layer, assumed) = shapefile::read(name, shapes, attributes, parts.get("cpg").map(Vec::as_slice))?;
            found.layers.push(layer);
            found.assumed_encoding = found.assumed_encoding.or(assumed);
        }
        for ending in ["json", "geojson", "topojson"] {
            // What else lies in the archive may be no boundaries at all.
            found.layers.extend(parts.get(ending).and_then(|text| json(name, text).ok()).into_iter().flatten());
        }
    }
    if found.layers.is_empty() { Err(Unread::EmptyArchive) } else { Ok(found) }
}
