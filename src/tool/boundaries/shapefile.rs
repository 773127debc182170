//! A Shapefile with its attributes. What their text is encoded in, the `.cpg` beside them says, or else the file itself, or else it is tried. It must not
//! know what attributes mean.

use std::io::Cursor;

use dbase::encoding::{DynEncoding, EncodingRs, Unicode};
use dbase::{FieldValue, Reader, ReaderBuilder};
use serde_json::{Map, Value};
use shapefile::{Shape, ShapeReader, record::traits::HasXY};
use unicode_normalization::UnicodeNormalization;

use super::{Feature, Layer, Unread};
use crate::map::inset::Polygons;

/// How a Shapefile begins: its number, 9994.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0, 0, 0x27, 0x0a])
}

/// The layer, and the encoding where nothing said it.
pub fn read(name: &str, shapes: &[u8], attributes: &[u8], encoding: Option<&[u8]>) -> Result<(Layer, Option<&'static str>), Unread> {
    let (records, assumed) = records(attributes, encoding)?;
    let mut reader = ShapeReader::new(Cursor::new(shapes)).map_err(Unread::broken)?;
    let mut features = Vec::new();
    // More shapes than records, or fewer: what has no partner can't be told.
    for (shape, properties) in reader.iter_shapes().zip(records) {
        features.push(Feature { properties, polygons: areas(&shape.map_err(Unread::broken)?) });
    }
    Ok((Layer { name: name.to_owned(), features }, assumed))
}

/// Its rings, each for itself: which is a hole is found out later, since files disagree about how they say it.
fn areas(shape: &Shape) -> Polygons {
    fn ring<P: HasXY>(points: &[P]) -> Vec<Vec<(f64, f64)>> {
        vec![points.iter().map(|point| (point.x(), point.y())).collect()]
    }
    match shape {
        Shape::Polygon(polygon) => polygon.rings().iter().map(|own| ring(own.points())).collect(),
        Shape::PolygonM(polygon) => polygon.rings().iter().map(|own| ring(own.points())).collect(),
        Shape::PolygonZ(polygon) => polygon.rings().iter().map(|own| ring(own.points())).collect(),
        _ => Polygons::new(),
    }
}

type Records = Vec<Map<String, Value>>;

fn records(attributes: &[u8], said: Option<&[u8]>) -> Result<(Records, Option<&'static str>), Unread> {
    let said = said.map(|bytes| String::from_utf8_lossy(bytes).trim().trim_start_matches('\u{feff}').to_owned());
    if let Some(encoding) = said.as_deref().and_then(named) {
        return Ok((all(ReaderBuilder::new().with_encoding(encoding).build(Cursor::new(attributes)))?, None));
    }
    if let Ok(records) = all(ReaderBuilder::new().with_encoding(Unicode).build(Cursor::new(attributes))) {
        return Ok((records, None));
    }
    // The byte that says how the file is encoded; without it the page that Vietnamese Windows used, which has most of western Europe's letters.
    const LANGUAGE: usize = 29;
    if attributes.get(LANGUAGE).is_some_and(|mark| *mark != 0)
        && let Ok(records) = all(Reader::new(Cursor::new(attributes)))
    {
        return Ok((records, None));
    }
    let vietnamese = EncodingRs::from(encoding_rs::WINDOWS_1258);
    Ok((all(ReaderBuilder::new().with_encoding(vietnamese).build(Cursor::new(attributes)))?, Some("windows-1258")))
}

/// An encoding as `.cpg` files name it: `UTF-8`, `1258`, `ANSI 1252`, `ISO 88591`.
fn named(name: &str) -> Option<DynEncoding> {
    let known = |label: &str| encoding_rs::Encoding::for_label(label.as_bytes()).map(|found| EncodingRs::from(found).into());
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    let plain = name.to_ascii_lowercase();
    known(name)
        .or_else(|| (plain == "utf8" || digits == "65001").then(|| EncodingRs::from(encoding_rs::UTF_8).into()))
        .or_else(|| known(&format!("windows-{digits}")))
        .or_else(|| digits.strip_prefix("8859").and_then(|part| known(&format!("iso-8859-{part}"))))
        .or_else(|| DynEncoding::from_name(name))
}

fn all(reader: Result<Reader<Cursor<&[u8]>>, dbase::Error>) -> Result<Records, Unread> {
    let mut reader = reader.map_err(Unread::broken)?;
    let names: Vec<String> = reader.fields().iter().map(|field| field.name().to_owned()).collect();
    let records = reader.read().map_err(Unread::broken)?;
    let record = |record: dbase::Record| {
        let own = |name: &String| Some((name.clone(), value(record.get(name)?)));
        names.iter().filter_map(own).collect()
    };
    Ok(records.into_iter().map(record).collect())
}

fn value(field: &FieldValue) -> Value {
    match field {
        FieldValue::Character(Some(text)) => text.trim_matches(['\0', ' ']).nfc().collect::<String>().into(),
        FieldValue::Memo(text) => text.trim().nfc().collect::<String>().into(),
        FieldValue::Numeric(Some(number)) => whole(*number),
        FieldValue::Float(Some(number)) => whole(f64::from(*number)),
        FieldValue::Integer(number) => (*number).into(),
        FieldValue::Double(number) | FieldValue::Currency(number) => whole(*number),
        FieldValue::Logical(Some(known)) => (*known).into(),
        _ => Value::Null,
    }
}

/// A whole number without a point: codes are often kept as numbers.
fn whole(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT { (number as i64).into() } else { number.into() }
}
