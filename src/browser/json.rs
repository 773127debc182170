//! The browser's own JSON parser as a reader's source.

use js_sys::{Array, JSON, Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::{
    campaign::read::{self, Json},
    faces::PageData,
    map,
    text::Lang,
};

/// A value that the browser has parsed.
pub struct Parsed(JsValue);

/// None for what is not JSON at all.
pub fn parse(text: &str) -> Option<Parsed> {
    JSON::parse(text).ok().map(Parsed)
}

impl Json for Parsed {
    fn get(&self, key: &str) -> Option<Self> {
        // Only the object's own members: `constructor` is none of the file's.
        let object: &Object = self.0.dyn_ref()?;
        if !Object::has_own(object, &key.into()) {
            return None;
        }
        Reflect::get(object, &key.into()).ok().filter(|v| !v.is_null() && !v.is_undefined()).map(Parsed)
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn list(&self) -> Option<Vec<Self>> {
        let array: &Array = self.0.dyn_ref()?;
        Some(array.iter().map(Parsed).collect())
    }

    fn members(&self) -> Option<Vec<(String, Self)>> {
        let object: &Object = if Array::is_array(&self.0) { None } else { self.0.dyn_ref() }?;
        Object::keys(object).iter().map(|key| Some((key.as_string()?, Parsed(Reflect::get(object, &key).ok()?)))).collect()
    }
}

/// What the page was built from.
pub fn built(value: &Parsed) -> Option<PageData> {
    Some(PageData {
        base: value.get("base")?.text()?,
        origin: value.get("origin").and_then(|origin| origin.text()),
        lang: if value.get("lang")?.text()? == "en" { Lang::En } else { Lang::Vi },
        district: value.get("district").and_then(|code| code.text()),
        campaign: read::campaign(&value.get("campaign")?)?,
        map: map::read::map(&value.get("map")?)?,
    })
}
