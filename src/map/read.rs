//! Reads the map in the browser, as `campaign::read` reads the figures. It must not know what parsed the JSON.

use std::collections::BTreeMap;

use super::{Map, MapShape};
use crate::campaign::read::Json;

/// The whole map; none if any of it is not as it must be.
pub fn map(value: &impl Json) -> Option<Map> {
    // Inserted one by one: collecting would bring a whole sort into wasm.
    let mut districts = BTreeMap::new();
    for (code, shape) in value.get("districts")?.members()? {
        districts.insert(code, read_shape(&shape)?);
    }
    Some(Map { view_box: value.get("viewBox")?.text()?, districts, source: value.get("source")?.text()? })
}

fn read_shape(value: &impl Json) -> Option<MapShape> {
    let number = |value: &_| Json::number(value).map(|x| x as i32);
    let label: Vec<i32> = value.get("label")?.list()?.iter().map(number).collect::<Option<_>>()?;
    let bbox: Vec<i32> = value.get("bbox")?.list()?.iter().map(number).collect::<Option<_>>()?;
    let neighbours = value.get("neighbours").map_or(Some(Vec::new()), |all| all.list()?.iter().map(Json::text).collect())?;
    Some(MapShape {
        d: value.get("d")?.text()?,
        label: label.try_into().ok()?,
        bbox: bbox.try_into().ok()?,
        neighbours,
        room: number(&value.get("room")?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_serde_reads() {
        let text = include_str!("../../public/data/map.json");
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(map(&value), serde_json::from_str(text).ok());
        assert_eq!(map(&serde_json::json!({"viewBox": "0 0 1 1", "districts": {"660": {"d": 1}}, "source": ""})), None);
    }
}
