//! "Strict Open XML": the same workbook under other names of its namespaces, which calamine does not know.

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::super::archive::Archive;
use super::super::budget::Budget;
use super::super::error::{DocumentError, Format};

const STRICT: &str = "http://purl.oclc.org/ooxml/";
/// Each strict name and the usual one.
const NAMES: [(&str, &str); 3] = [
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("http://purl.oclc.org/ooxml/package/relationships", "http://schemas.openxmlformats.org/package/2006/relationships"),
];

/// The workbook under the usual names; none where it has them already.
pub fn as_transitional(archive: &mut Archive) -> Result<Option<Vec<u8>>, DocumentError> {
    let broken = || DocumentError::Broken(Format::Workbook);
    let mut budget = Budget::new();
    let workbook = archive.member("xl/workbook.xml", Format::Workbook, &mut budget)?.unwrap_or_default();
    if !String::from_utf8_lossy(&workbook).contains(STRICT) {
        return Ok(None);
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in archive.names().into_iter().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")) {
        let Some(member) = archive.member(&name, Format::Workbook, &mut budget)? else { continue };
        let mut text = String::from_utf8(member).map_err(|_| broken())?;
        for (strict, usual) in NAMES {
            text = text.replace(strict, usual);
        }
        out.start_file(name, options).map_err(|_| broken())?;
        out.write_all(text.as_bytes()).map_err(|_| broken())?;
    }
    Ok(Some(out.finish().map_err(|_| broken())?.into_inner()))
}
