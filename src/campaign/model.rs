//! The data file `campaign.json` as Rust types; its JSON Schema is generated from here. A figure that is not known is
//! an `Option` (or an absent key), never 0. It must not know how anything is shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Stamp;

/// The version of the file's shape that this build reads and writes.
pub const SCHEMA: u32 = 1;

/// Everything the site shows: one province, its districts and the reports of installs, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Campaign {
    /// The version of this file's shape: 1.
    pub schema: u32,
    pub province: Province,
    pub districts: Vec<District>,
    /// Oldest first; dates rise.
    pub reports: Vec<Report>,
    /// A stated goal; absent when nobody has stated one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Goal>,
    /// After so many days without a new report the figures count as old; absent: never said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stale_after_days: Option<u32>,
    /// After so many days a public screen makes the date of the figures prominent; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ageing_after_days: Option<u32>,
    /// After so many days a public screen drops the figures and keeps the call to install; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdraw_after_days: Option<u32>,
    pub links: Links,
    /// Where the site is served from, e.g. `https://bluezone.daknong.gov.vn/`; absent: unknown, links stay relative to the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
}

/// The province as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Province {
    /// The General Statistics Office's code, e.g. `67`.
    pub code: String,
    /// The name alone, e.g. `Đắk Nông`.
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_source: Option<String>,
}

/// A district-level unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct District {
    /// The General Statistics Office's code, e.g. `660`: the key in `installs` and in `map.json`.
    pub code: String,
    /// The address of its page, e.g. `gia-nghia`.
    pub slug: String,
    /// The name alone, without its kind, e.g. `Gia Nghĩa`.
    pub name: String,
    pub kind: DistrictKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u64>,
    /// Where the population comes from, worded to stand beside a rate; a rate is shown only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_source: Option<String>,
}

/// What kind of district-level unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DistrictKind {
    /// Thành phố
    City,
    /// Thị xã
    Town,
    /// Huyện
    District,
    /// Quận
    UrbanDistrict,
}

/// One published count: kept as its source gave it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Report {
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
    /// Why something unusual in it was accepted (a fall, a rate that does not follow, parts that do not sum to the total); shown
    /// wherever the figures are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Taken back: it is kept here and shown nowhere as a current figure.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
    /// The `as_of` of the earlier report that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<Stamp>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Source {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A stated goal for the whole province.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Goal {
    pub value: f64,
    pub unit: GoalUnit,
    pub source: Source,
}

/// What a goal's value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalUnit {
    /// A number of installs.
    Installs,
    /// Percent of the province's population.
    PercentOfPopulation,
}

/// Where the page sends a reader to act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Links {
    pub install: String,
    pub android: String,
    pub ios: String,
    pub hotline: String,
}

impl Campaign {
    /// The district of a code.
    pub fn district(&self, code: &str) -> Option<&District> {
        self.districts.iter().find(|d| d.code == code)
    }

    /// The district of a page's address.
    pub fn by_slug(&self, slug: &str) -> Option<&District> {
        self.districts.iter().find(|d| d.slug == slug)
    }
}

impl Report {
    /// What the districts sum to, where the source gave them.
    pub fn sum(&self) -> Option<u64> {
        Some(self.installs.as_ref()?.values().fold(0, |sum, n| sum.saturating_add(*n)))
    }
}

#[cfg(test)]
mod tests {
    use crate::campaign::fixture::campaign;

    #[test]
    fn districts_are_found_by_code_and_by_slug() {
        let campaign = campaign();
        for district in &campaign.districts {
            assert_eq!(campaign.district(&district.code), Some(district));
            assert_eq!(campaign.by_slug(&district.slug), Some(district));
        }
        assert_eq!((campaign.district("999"), campaign.by_slug("")), (None, None));
    }

    #[test]
    fn a_sum_never_overflows() {
        let mut report = campaign().reports.remove(0);
        assert_eq!(report.sum(), Some(51_974));
        report.installs.iter_mut().flatten().for_each(|(_, n)| *n = u64::MAX);
        assert_eq!(report.sum(), Some(u64::MAX));
        report.installs = None;
        assert_eq!(report.sum(), None);
    }
}
