//! Reads the data file in the browser, from JSON that the browser has parsed. Natively serde does this; in wasm serde's code for
//! these types weighs ten kilobytes in brotli, this one. A test holds the two to the same answer. Whatever is not of the right
//! shape makes the whole file unreadable: half a file is never shown.

use std::collections::BTreeMap;

use super::{Campaign, District, DistrictKind, Goal, GoalUnit, Links, Province, Report, Source, Stamp};

/// A parsed JSON value, whoever parsed it.
pub trait Json: Sized {
    /// A member of an object; none where it is absent or null.
    fn get(&self, key: &str) -> Option<Self>;
    fn text(&self) -> Option<String>;
    fn number(&self) -> Option<f64>;
    fn truth(&self) -> Option<bool>;
    fn list(&self) -> Option<Vec<Self>>;
    fn members(&self) -> Option<Vec<(String, Self)>>;
}

/// A whole number that a double holds exactly.
pub fn count(value: &impl Json) -> Option<u64> {
    value.number().filter(|x| *x >= 0.0 && *x <= 9_007_199_254_740_991.0 && x.fract() == 0.0).map(|x| x as u64)
}

/// An optional member: the outer none is one of the wrong type.
fn maybe<J: Json, T>(value: &J, key: &str, read: impl Fn(&J) -> Option<T>) -> Option<Option<T>> {
    match value.get(key) {
        None => Some(None),
        Some(member) => read(&member).map(Some),
    }
}

fn text(value: &impl Json, key: &str) -> Option<String> {
    value.get(key)?.text()
}

/// The whole file; none if any of it is not as it must be.
pub fn campaign(value: &impl Json) -> Option<Campaign> {
    let province = value.get("province")?;
    let links = value.get("links")?;
    Some(Campaign {
        schema: u32::try_from(count(&value.get("schema")?)?).ok()?,
        province: Province {
            code: text(&province, "code")?,
            name: text(&province, "name")?,
            population: maybe(&province, "population", count)?,
            population_source: maybe(&province, "population_source", Json::text)?,
        },
        districts: value.get("districts")?.list()?.iter().map(district).collect::<Option<_>>()?,
        reports: value.get("reports")?.list()?.iter().map(report).collect::<Option<_>>()?,
        goal: maybe(value, "goal", goal)?,
        stale_after_days: maybe(value, "stale_after_days", days)?,
        ageing_after_days: maybe(value, "ageing_after_days", days)?,
        withdraw_after_days: maybe(value, "withdraw_after_days", days)?,
        links: Links {
            install: text(&links, "install")?,
            android: text(&links, "android")?,
            ios: text(&links, "ios")?,
            hotline: text(&links, "hotline")?,
        },
        base_url: maybe(value, "base_url", Json::text)?,
    })
}

fn days(value: &impl Json) -> Option<u32> {
    u32::try_from(count(value)?).ok()
}

fn district(value: &impl Json) -> Option<District> {
    Some(District {
        code: text(value, "code")?,
        slug: text(value, "slug")?,
        name: text(value, "name")?,
        kind: match text(value, "kind")?.as_str() {
            "city" => DistrictKind::City,
            "town" => DistrictKind::Town,
            "district" => DistrictKind::District,
            "urban-district" => DistrictKind::UrbanDistrict,
            _ => return None,
        },
        population: maybe(value, "population", count)?,
        population_source: maybe(value, "population_source", Json::text)?,
    })
}

fn report(value: &impl Json) -> Option<Report> {
    // Inserted one by one: collecting would bring a whole sort into wasm.
    let installs = maybe(value, "installs", |all| {
        let mut installs = BTreeMap::new();
        for (code, n) in all.members()? {
            installs.insert(code, count(&n)?);
        }
        Some(installs)
    })?;
    Some(Report {
        as_of: stamp(&value.get("as_of")?)?,
        total: count(&value.get("total")?)?,
        rate_percent: maybe(value, "rate_percent", Json::number)?,
        installs,
        source: source(&value.get("source")?)?,
        note: maybe(value, "note", Json::text)?,
        withdrawn: maybe(value, "withdrawn", Json::truth)?.unwrap_or_default(),
        corrects: maybe(value, "corrects", stamp)?,
    })
}

fn stamp(value: &impl Json) -> Option<Stamp> {
    Stamp::parse(&value.text()?)
}

fn source(value: &impl Json) -> Option<Source> {
    Some(Source { title: text(value, "title")?, number: maybe(value, "number", Json::text)?, url: maybe(value, "url", Json::text)? })
}

fn goal(value: &impl Json) -> Option<Goal> {
    Some(Goal {
        value: value.get("value")?.number()?,
        unit: match text(value, "unit")?.as_str() {
            "installs" => GoalUnit::Installs,
            "percent_of_population" => GoalUnit::PercentOfPopulation,
            _ => return None,
        },
        source: source(&value.get("source")?)?,
    })
}

/// Whether the page can show a file that it fetched without harm. The tool's `check` says much more, and says it in words; this is
/// the part of its rules that keeps a broken or hostile file off the screen.
pub fn sound(campaign: &Campaign) -> bool {
    let known = |code: &String| campaign.districts.iter().filter(|d| d.code == *code).count() == 1;
    let short = |text: &str| !text.is_empty() && text.chars().count() <= 80;
    let slug = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let adds_up = |report: &Report| match (report.sum(), &report.installs) {
        (Some(sum), Some(installs)) => {
            let all = installs.len() == campaign.districts.len();
            installs.keys().all(known) && (report.note.is_some() || if all { sum == report.total } else { sum <= report.total })
        }
        _ => true,
    };
    let rate = |report: &Report| report.rate_percent.is_none_or(|rate| (0.0..=100.0).contains(&rate));
    campaign.schema == super::model::SCHEMA
        && !campaign.districts.is_empty()
        && campaign.districts.len() <= 1_000
        && campaign.reports.len() <= 5_000
        && short(&campaign.province.name)
        && campaign
            .districts
            .iter()
            .all(|d| known(&d.code) && short(&d.name) && slug(&d.slug) && d.code.bytes().all(|b| b.is_ascii_alphanumeric()))
        && campaign.reports.iter().all(|report| adds_up(report) && rate(report))
        && !falls(campaign)
}

/// Whether a total is lower than the one before it, and nothing says why.
fn falls(campaign: &Campaign) -> bool {
    let mut before = 0;
    campaign.current_reports().any(|report| {
        let fallen = report.total < before && report.note.is_none();
        before = report.total;
        fallen
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::campaign::{check::check, finding::Finding, fixture};

    impl Json for Value {
        fn get(&self, key: &str) -> Option<Self> {
            self.as_object()?.get(key).filter(|v| !v.is_null()).cloned()
        }
        fn text(&self) -> Option<String> {
            self.as_str().map(Into::into)
        }
        fn number(&self) -> Option<f64> {
            self.as_f64()
        }
        fn truth(&self) -> Option<bool> {
            self.as_bool()
        }
        fn list(&self) -> Option<Vec<Self>> {
            self.as_array().cloned()
        }
        fn members(&self) -> Option<Vec<(String, Self)>> {
            Some(self.as_object()?.iter().map(|(k, v)| (k.clone(), v.clone())).collect())
        }
    }

    /// Everything that a file can hold.
    fn full() -> Value {
        let mut value = serde_json::to_value(fixture::two_reports()).unwrap();
        value["goal"] =
            json!({"value": 30.5, "unit": "percent_of_population", "source": {"title": "t", "number": "1", "url": "https://a.vn"}});
        value["stale_after_days"] = json!(30);
        value["ageing_after_days"] = json!(7);
        value["withdraw_after_days"] = json!(90);
        value["base_url"] = json!("https://a.vn/");
        value["reports"][1]["withdrawn"] = json!(true);
        value["reports"][1]["corrects"] = value["reports"][0]["as_of"].clone();
        value["reports"][0].as_object_mut().unwrap().remove("installs");
        value
    }

    #[test]
    fn reads_what_serde_reads() {
        let serde: Campaign = serde_json::from_value(full()).unwrap();
        assert_eq!(campaign(&full()), Some(serde));
        let published = serde_json::to_value(fixture::campaign()).unwrap();
        assert_eq!(campaign(&published), Some(fixture::campaign()));
    }

    #[test]
    fn what_the_tool_publishes_is_sound() {
        for good in [fixture::campaign(), fixture::two_reports()] {
            assert!(!check(&good).iter().any(Finding::is_error));
            assert!(sound(&good));
        }
        let mut bad = fixture::campaign();
        bad.reports[0].total += 1;
        assert!(!sound(&bad));
        let mut bad = fixture::campaign();
        bad.reports[0].installs.as_mut().unwrap().insert("999".into(), 0);
        assert!(!sound(&bad));
        let mut falling = fixture::two_reports();
        falling.reports[1].installs = None;
        falling.reports[1].total = 51_000;
        assert!(sound(&falling), "its note says why");
        falling.reports[1].note = None;
        assert!(!sound(&falling));
    }

    /// Every path in the full file, so that a fault can be put at any of them.
    fn paths(value: &Value, at: String, out: &mut Vec<String>) {
        match value {
            Value::Object(members) => members.iter().for_each(|(key, member)| paths(member, format!("{at}/{key}"), out)),
            Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| paths(item, format!("{at}/{i}"), out)),
            _ => {}
        }
        out.push(at);
    }

    proptest! {
        #[test]
        fn refuses_and_accepts_as_serde_does(which: prop::sample::Index, wrong in prop_oneof![
            Just(Value::Null), Just(json!(true)), Just(json!(-1)), Just(json!(1.5)), Just(json!("x")), Just(json!([])), Just(json!({})), Just(json!(7)),
        ]) {
            let mut value = full();
            let mut all = Vec::new();
            paths(&value, String::new(), &mut all);
            *value.pointer_mut(which.get(&all).as_str()).unwrap() = wrong.clone();
            let serde: Option<Campaign> = serde_json::from_value(value.clone()).ok();
            let ours = campaign(&value);
            // Where serde is stricter on null flags, and takes arrays for structs, the page may differ; never on what it shows.
            if !(wrong.is_null() || wrong.is_array()) {
                prop_assert_eq!(ours, serde, "{} at {}", wrong, which.get(&all));
            }
        }
    }
}
