//! The fields of a layer and what they hold, as far as it tells which is the code and which the name. It must not know what anybody asked for.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::campaign::names::key;
use crate::tool::boundaries::{Feature, Layer};

/// One field over all features.
pub struct Column {
    pub field: String,
    /// The field's name without case, marks and spaces.
    pub folded: String,
    pub filled: usize,
    /// The different values, as text.
    pub values: BTreeSet<String>,
    /// Whether every value could be a code.
    pub is_code: bool,
    /// Values with a letter, with a space, and with a letter beyond ASCII.
    pub lettered: usize,
    pub spaced: usize,
    pub accented: usize,
}

/// All fields of a layer.
pub fn columns(layer: &Layer) -> Vec<Column> {
    let mut found: BTreeMap<&str, Column> = BTreeMap::new();
    for (field, value) in layer.features.iter().flat_map(|feature| &feature.properties) {
        let column = found.entry(field).or_insert_with(|| Column {
            field: field.clone(),
            folded: key(field),
            filled: 0,
            values: BTreeSet::new(),
            is_code: true,
            lettered: 0,
            spaced: 0,
            accented: 0,
        });
        let Some(text) = text(value) else { continue };
        column.filled += 1;
        column.is_code &= is_code(&text) && !matches!(value, Value::Bool(_));
        column.lettered += usize::from(text.chars().any(char::is_alphabetic));
        column.spaced += usize::from(text.contains(' '));
        column.accented += usize::from(!text.is_ascii());
        column.values.insert(text);
    }
    found.into_values().collect()
}

/// A value as text; none where it says nothing.
pub fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        // Some programs write whole numbers with a point.
        Value::Number(number) => match number.as_f64() {
            Some(float) if !number.is_i64() && !number.is_u64() && float.fract() == 0.0 && float.abs() < 1e15 => format!("{float:.0}"),
            _ => number.to_string(),
        },
        Value::Bool(known) => known.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The value of a feature's field.
pub fn value(feature: &Feature, field: &str) -> Option<String> {
    text(feature.properties.get(field)?)
}

/// The longest code.
const CODE_LENGTH: usize = 40;

/// As the check of the data file has it.
pub fn is_code(text: &str) -> bool {
    text.len() <= CODE_LENGTH
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
}
