//! GeoJSON, as features. It must not know what their properties mean.

use geojson::{GeoJson, Value, feature::Id};

use super::{Feature, Layer, Unread, with_id};
use crate::map::inset::Polygons;

pub fn read(name: &str, text: &str) -> Result<Layer, Unread> {
    let features = match text.parse::<GeoJson>().map_err(Unread::broken)? {
        GeoJson::FeatureCollection(collection) => collection.features,
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(_) => return Err(Unread::Unknown),
    };
    let feature = |feature: geojson::Feature| {
        let id = feature.id.map(|id| match id {
            Id::String(text) => text.into(),
            Id::Number(number) => serde_json::Value::Number(number),
        });
        let mut polygons = Polygons::new();
        if let Some(geometry) = feature.geometry {
            areas(geometry.value, &mut polygons);
        }
        Feature { properties: with_id(feature.properties, id), polygons }
    };
    Ok(Layer { name: name.to_owned(), features: features.into_iter().map(feature).collect() })
}

/// All polygons of a geometry; points and lines have none.
fn areas(value: Value, polygons: &mut Polygons) {
    let point = |position: Vec<f64>| Some((*position.first()?, *position.get(1)?));
    let polygon = |rings: Vec<Vec<Vec<f64>>>| rings.into_iter().map(|ring| ring.into_iter().filter_map(point).collect()).collect();
    match value {
        Value::Polygon(rings) => polygons.push(polygon(rings)),
        Value::MultiPolygon(all) => polygons.extend(all.into_iter().map(polygon)),
        Value::GeometryCollection(all) => all.into_iter().for_each(|geometry| areas(geometry.value, polygons)),
        _ => {}
    }
}
