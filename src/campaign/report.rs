//! A report as the data file holds it: what it counts, where it comes from, and what became of it. Reports of schema 1, which had no ids, are
//! read as well, by the tool. It must not know the rest of the file.

use std::collections::BTreeMap;
#[cfg(not(target_arch = "wasm32"))]
use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use serde::de::{Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize};

use super::Stamp;

/// In `accepted`: whatever the note explains. Reports of schema 1 accepted by a note alone; nothing else says this.
pub const ANY: &str = "any";

/// One published count: kept as its source gave it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Report {
    /// `r1`, `r2`, …: it never changes, and is never given again.
    #[serde(default)]
    pub id: String,
    /// The moment the figures speak of, ISO 8601 with the province's offset, e.g. `2020-08-11T08:00:00+07:00`.
    pub as_of: Stamp,
    /// The province's total as the source states it.
    pub total: u64,
    /// The share of the population as the source states it, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_percent: Option<f64>,
    /// District code to installs. Absent: the source gave the total alone; such a report counts in the trend, never on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installs: Option<BTreeMap<String, u64>>,
    pub source: Source,
    /// Why something unusual in it was accepted, or what it corrects and why; shown wherever the figures are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What speaks against the figures and was accepted, each by its name (`sum`, `fall:663`); the note says why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<String>,
    /// The id of the report whose place this one takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<String>,
    /// Taken back: it is kept here and shown nowhere as a current figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "withdrawn"))]
    pub withdrawn: Option<Withdrawal>,
}

/// That a report was taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Withdrawal {
    /// Shown to the public. Absent only where a file of schema 1 did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Source {
    pub title: String,
    /// The title for the English pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A text of the data file, with its English where the file has that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Titled<'a> {
    pub vi: &'a str,
    pub en: Option<&'a str>,
}

impl Source {
    pub fn titled(&self) -> Titled<'_> {
        Titled { vi: &self.title, en: self.title_en.as_deref() }
    }
}

impl Report {
    /// What the districts sum to, where the source gave them.
    pub fn sum(&self) -> Option<u64> {
        Some(self.installs.as_ref()?.values().fold(0, |sum, n| sum.saturating_add(*n)))
    }

    /// The number in its id, by which reports are told in the order of their coming.
    pub fn number(&self) -> Option<u64> {
        self.id.strip_prefix('r')?.parse().ok()
    }
}

/// The reports of a file. Where they have no ids, it is of schema 1: they get them by their places, a correction names a report instead of a
/// moment, and what a note allowed is accepted.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Report>, D::Error> {
    let mut reports = Vec::<Report>::deserialize(deserializer)?;
    for at in 0..reports.len() {
        let (before, rest) = reports.split_at_mut(at);
        if let Some(report) = rest.first_mut().filter(|report| report.id.is_empty()) {
            report.id = format!("r{}", at + 1);
            // There a correction that was withdrawn corrected nothing.
            report.corrects = report.corrects.take().filter(|_| report.withdrawn.is_none()).map(|moment| {
                let corrected = |earlier: &&Report| earlier.withdrawn.is_none() && Some(earlier.as_of) == Stamp::parse(&moment);
                before.iter().rfind(corrected).map_or_else(|| moment.clone(), |earlier| earlier.id.clone())
            });
            if report.note.is_some() {
                report.accepted = vec![ANY.into()];
            }
        }
    }
    Ok(reports)
}

/// In schema 1 that a report was withdrawn was a mere yes or no.
#[cfg(not(target_arch = "wasm32"))]
fn withdrawn<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Withdrawal>, D::Error> {
    struct Either;
    impl<'de> Visitor<'de> for Either {
        type Value = Option<Withdrawal>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("why and when it was withdrawn")
        }

        fn visit_bool<E>(self, yes: bool) -> Result<Self::Value, E> {
            Ok(yes.then(Withdrawal::default))
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            Withdrawal::deserialize(MapAccessDeserializer::new(map)).map(Some)
        }
    }
    deserializer.deserialize_any(Either)
}
