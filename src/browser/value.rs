//! Serde's values out of what the browser's own `JSON.parse` gives. It must not know which values.
//!
//! `serde-wasm-bindgen` does the same and can say what is wrong with a value. Nobody reads that here: a file is taken whole or not at all. Its
//! sentences, with the formatters of floats and of characters that they need, are 10.8 KB (brotli) of the page's module, which its limit has no
//! room for.

use std::fmt;

use js_sys::{Array, Number, Object};
use leptos::wasm_bindgen::{JsCast, JsValue};
use serde::{
    Deserializer,
    de::{
        DeserializeOwned, Error, IntoDeserializer, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

/// None: the value has another shape.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Value(value)).ok()
}

/// A value of JSON.
struct Value(JsValue);

#[derive(Debug)]
struct OtherShape;

impl fmt::Display for OtherShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of another shape")
    }
}

impl std::error::Error for OtherShape {}

impl Error for OtherShape {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl IntoDeserializer<'_, OtherShape> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Value {
    fn text(&self) -> Result<String, OtherShape> {
        self.0.as_string().ok_or(OtherShape)
    }

    /// JSON has one kind of number; a whole one must be one that it holds exactly.
    fn integer(&self) -> Result<i64, OtherShape> {
        self.0.as_f64().filter(|_| Number::is_safe_integer(&self.0)).map(|n| n as i64).ok_or(OtherShape)
    }

    fn items(&self) -> Result<impl Iterator<Item = Value> + use<>, OtherShape> {
        let items = self.0.dyn_ref::<Array>().ok_or(OtherShape)?;
        Ok(items.to_vec().into_iter().map(Value))
    }

    fn members(&self) -> Result<impl Iterator<Item = (Value, Value)> + use<>, OtherShape> {
        // A list is an object too, with its places for names.
        let object = self.0.dyn_ref::<Object>().filter(|object| !Array::is_array(object)).ok_or(OtherShape)?;
        Ok(Object::entries(object).to_vec().into_iter().map(|member| {
            let member = member.unchecked_into::<Array>();
            (Value(member.get(0)), Value(member.get(1)))
        }))
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = OtherShape;

    /// For types that take what comes. All others ask for what they need, below: each way here is code once more for each type that asks for any.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        let value = &self.0;
        if value.is_null() {
            visitor.visit_unit()
        } else if value.as_bool().is_some() {
            self.deserialize_bool(visitor)
        } else if Number::is_safe_integer(value) {
            self.deserialize_i64(visitor)
        } else if value.as_f64().is_some() {
            self.deserialize_f64(visitor)
        } else if value.is_string() {
            self.deserialize_string(visitor)
        } else if Array::is_array(value) {
            self.deserialize_seq(visitor)
        } else {
            self.deserialize_map(visitor)
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_bool(self.0.as_bool().ok_or(OtherShape)?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_i64(self.integer()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_i64(self.integer()?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_i64(self.integer()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_i64(self.integer()?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_f64(self.0.as_f64().ok_or(OtherShape)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_str(&self.text()?)
    }

    /// Names alone. Should a file come to have an enum whose names have values, `MapAccessDeserializer` reads those; it would be 0.4 KB.
    fn deserialize_enum<V: Visitor<'de>>(self, _: &str, _: &'static [&'static str], visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &str, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_seq(SeqDeserializer::new(self.items()?))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, OtherShape> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherShape> {
        visitor.visit_map(MapDeserializer::new(self.members()?))
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &str, _: &'static [&'static str], visitor: V) -> Result<V::Value, OtherShape> {
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u8 u16 u128 f32 char str bytes byte_buf unit unit_struct tuple_struct
    }
}
