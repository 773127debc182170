//! The data file `campaign.json` as Rust types; its JSON Schema is generated from here. A figure that is not known is
//! an `Option` (or an absent key), never 0. It must not know how anything is shown.

use serde::{Deserialize, Deserializer, Serialize};

use super::kind::DistrictKind;
#[cfg(not(target_arch = "wasm32"))]
use super::kind::{KindWords, ProvinceKind};
#[cfg(not(target_arch = "wasm32"))]
use super::report;
use super::report::{Report, Source, Titled};

/// The version of the file's shape that this build writes. It reads version 1 as well, as a file of revision 0.
pub const SCHEMA: u32 = 2;

/// Everything the site shows: one province, its districts and the reports of installs, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Campaign {
    /// Where editors find this file's JSON Schema.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub json_schema: Option<String>,
    /// The version of this file's shape: 2.
    #[serde(deserialize_with = "schema")]
    pub schema: u32,
    /// Rises with every change, whatever it is; of two files the one of the higher revision is the newer.
    #[serde(default)]
    pub revision: u64,
    /// The languages of the site, `vi`, `en`; absent: both.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The app that the campaign is for; absent: Bluezone. Browsers get the words that follow from it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<super::App>,
    pub province: Province,
    /// The words for kinds of units that are none of Vietnam's, by their `kind_name`.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub kinds: std::collections::BTreeMap<String, KindWords>,
    pub districts: Vec<District>,
    /// Oldest first. Nothing is ever deleted: what is withdrawn or corrected stays, and says so.
    #[cfg_attr(not(target_arch = "wasm32"), serde(deserialize_with = "report::read"))]
    pub reports: Vec<Report>,
    /// The time zone of the province's clock by its offset, e.g. `+08:00`, in which letters give their hours; absent: Vietnam's.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
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
    /// How bulletins are read aloud; absent: as the site does it by itself. Browsers have no use for it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bulletin: Option<super::Bulletin>,
    /// Who issues what is printed, as it stands on posters and leaflets; absent: nobody is named. Pages have no use for it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Office>,
    /// Where the site is served from, e.g. `https://bluezone.daknong.gov.vn/`; absent: unknown, links stay relative to the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// What was done to the file, oldest first. It is the tool's: what is published leaves it out.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<super::Change>,
}

/// The province as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Province {
    /// The General Statistics Office's code, e.g. `67`.
    pub code: String,
    /// The name alone, e.g. `Đắk Nông`.
    pub name: String,
    /// What the whole is called; absent: a province. Browsers get the words that follow from it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ProvinceKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_source: Option<String>,
    /// The same for the English pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_source_en: Option<String>,
}

/// A unit of the map: a district, a commune, in a whole country a province.
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
    /// What a kind is called that is none of Vietnam's, as `kinds` has it, e.g. `County`.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_name: Option<String>,
    /// The name of what it belongs to, e.g. its province on a map of several; absent: the province of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u64>,
    /// Where the population comes from, worded to stand beside a rate; a rate is shown only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_source: Option<String>,
    /// The same for the English pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_source_en: Option<String>,
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

/// The office that issues posters and leaflets.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Office {
    pub name: String,
    /// The name for the English sheets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Office {
    pub fn titled(&self) -> Titled<'_> {
        Titled { vi: &self.name, en: self.name_en.as_deref() }
    }
}

/// The one hotline of the Ministry of Health, free of charge, day and night.
const MINISTRY_HOTLINE: &str = "19009095";

impl Links {
    /// Whether the hotline is that of the Ministry of Health: of no other number is it said whose it is and what it costs.
    pub fn is_ministry_hotline(&self) -> bool {
        self.hotline.chars().filter(|c| !c.is_whitespace()).eq(MINISTRY_HOTLINE.chars())
    }
}

/// A file of schema 1 is read as if it were of schema 2; what else stands there is for the check to refuse.
fn schema<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    u32::deserialize(deserializer).map(|found| if found == 1 { SCHEMA } else { found })
}

impl Campaign {
    /// Without what only English pages say: a Vietnamese page carries none of it.
    pub fn without_english(mut self) -> Self {
        self.province.population_source_en = None;
        self.districts.iter_mut().for_each(|district| district.population_source_en = None);
        self.reports.iter_mut().for_each(|report| report.source.title_en = None);
        self.goal.iter_mut().for_each(|goal| goal.source.title_en = None);
        self
    }

    /// The population and its source, where both are known and there is anybody: without a source no rate is shown.
    pub fn known_population(&self) -> Option<(u64, Titled<'_>)> {
        let Province { population, population_source, population_source_en, .. } = &self.province;
        known(*population, population_source, population_source_en)
    }

    /// Where a district's population comes from, where it is known. A source that is the province's has the province's English as well.
    pub fn population_source_of<'a>(&'a self, district: &'a District) -> Option<Titled<'a>> {
        let (_, source) = district.known_population()?;
        let of_province = self.known_population().map(|(_, source)| source).filter(|of_province| of_province.vi == source.vi);
        Some(Titled { en: source.en.or(of_province.and_then(|source| source.en)), ..source })
    }

    /// The district of a code.
    pub fn district(&self, code: &str) -> Option<&District> {
        self.districts.iter().find(|d| d.code == code)
    }

    /// The district of a page's address.
    pub fn by_slug(&self, slug: &str) -> Option<&District> {
        self.districts.iter().find(|d| d.slug == slug)
    }
}

impl District {
    /// As of the province.
    pub fn known_population(&self) -> Option<(u64, Titled<'_>)> {
        known(self.population, &self.population_source, &self.population_source_en)
    }
}

fn known<'a>(population: Option<u64>, source: &'a Option<String>, en: &'a Option<String>) -> Option<(u64, Titled<'a>)> {
    let source = Titled { vi: source.as_deref()?, en: en.as_deref() };
    population.filter(|n| *n > 0).map(|n| (n, source))
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
