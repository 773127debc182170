//! TopoJSON, each of its objects as a layer. The format itself is `map::topology`'s; it must not know what properties mean.

use topojson::{Geometry, Topology, Value};

use super::{Feature, Layer, Unread, with_id};
use crate::map::drawing::BoundaryError;
use crate::map::topology::{parse, polygons};

pub fn read(text: &str) -> Result<Vec<Layer>, Unread> {
    let topology = parse(text).map_err(|error| match error {
        BoundaryError::Unreadable(reason) => Unread::Broken(reason),
        _ => Unread::Unknown,
    })?;
    let layer = |object: &topojson::NamedGeometry| {
        let mut features = Vec::new();
        collect(&topology, &object.geometry, &mut features)?;
        Ok(Layer { name: object.name.clone(), features })
    };
    topology.objects.iter().map(layer).collect()
}

/// A collection without properties of its own holds features; any other geometry is one.
fn collect(topology: &Topology, geometry: &Geometry, features: &mut Vec<Feature>) -> Result<(), Unread> {
    match &geometry.value {
        Value::GeometryCollection(inner) if geometry.properties.is_none() && !inner.is_empty() => {
            inner.iter().try_for_each(|geometry| collect(topology, geometry, features))
        }
        _ => {
            let properties = with_id(geometry.properties.clone(), geometry.id.clone());
            let polygons = areas(topology, geometry).ok_or_else(|| Unread::broken("arcs"))?;
            features.push(Feature { properties, polygons });
            Ok(())
        }
    }
}

fn areas(topology: &Topology, geometry: &Geometry) -> Option<crate::map::inset::Polygons> {
    match &geometry.value {
        Value::GeometryCollection(inner) => {
            Some(inner.iter().map(|geometry| areas(topology, geometry)).collect::<Option<Vec<_>>>()?.concat())
        }
        _ => polygons(topology, geometry),
    }
}
