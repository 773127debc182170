//! What a parser lets pass and a data file may not have: a key given twice, a key that no field answers to. It knows JSON, not figures.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// An error where some object of the text has a key twice; the parser would silently take the last.
pub fn no_duplicates(text: &str) -> serde_json::Result<()> {
    let mut json = serde_json::Deserializer::from_str(text);
    Once.deserialize(&mut json)?;
    json.end()
}

struct Once;

impl<'de> DeserializeSeed<'de> for Once {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if seen.contains(&key) {
                return Err(A::Error::custom(format_args!("duplicate key `{key}`")));
            }
            seen.insert(key);
            map.next_value_seed(Once)?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Once)?.is_some() {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// The paths of the keys that are in the text and not in what was read from it. `$schema`, which editors use, is let be.
pub fn unknown_keys(written: &Value, read: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(written, read, "", &mut found);
    found.retain(|path| path != "$schema");
    found
}

fn compare(written: &Value, read: &Value, path: &str, found: &mut Vec<String>) {
    match (written, read) {
        (Value::Object(written), Value::Object(read)) => {
            for (key, value) in written {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match read.get(key) {
                    Some(read) => compare(value, read, &path, found),
                    // Empty values of known fields are not written back.
                    None if matches!(value, Value::Null | Value::Bool(false)) => {}
                    None => found.push(path),
                }
            }
        }
        (Value::Array(written), Value::Array(read)) => {
            for (i, (written, read)) in written.iter().zip(read).enumerate() {
                compare(written, read, &format!("{path}[{i}]"), found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_key_given_twice_is_an_error_with_its_line() {
        let error = no_duplicates("{\"installs\": {\n\"660\": 1,\n\"660\": 2}}").unwrap_err();
        assert!(error.to_string().contains("`660`") && error.line() == 3, "{error}");
        assert!(no_duplicates("{\"a\": [{\"b\": null}, {\"b\": -1.5}], \"c\": \"x\", \"d\": true}").is_ok());
        assert!(no_duplicates("{} x").is_err());
    }

    #[test]
    fn a_slip_of_the_pen_is_found_by_its_path() {
        let written = json!({"$schema": "x", "reports": [{"total": 1, "withdrwan": true, "note": null, "withdrawn": false}]});
        assert_eq!(unknown_keys(&written, &json!({"reports": [{"total": 1}]})), ["reports[0].withdrwan"]);
    }
}
