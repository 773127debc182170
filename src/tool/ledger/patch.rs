//! What a change replaced, as a JSON Merge Patch (RFC 7396): applied to the file it leads back to the revision before. Reports and districts are
//! lists in the file; in a patch they are told by their ids and codes, since their places change.

use serde_json::{Map, Value};

use crate::campaign::Campaign;

/// The lists of the file, and what tells their members apart.
const KEYED: [(&str, &str); 2] = [("reports", "id"), ("districts", "code")];
/// Of each revision its own, never put back.
const OWN: [&str; 3] = ["schema", "revision", "changes"];

/// The patch from a campaign back to the one before; none where nothing differs.
pub fn back(before: &Campaign, after: &Campaign) -> serde_json::Result<Option<Value>> {
    Ok(difference(&keyed(after)?, &keyed(before)?))
}

/// The campaign with a patch applied. Its revision and its history stay.
pub fn apply(campaign: &Campaign, patch: &Value) -> serde_json::Result<Campaign> {
    let mut all = keyed(campaign)?;
    merge(&mut all, patch);
    if let Value::Object(members) = &mut all {
        for (list, _) in KEYED {
            let held = members.get_mut(list).map(Value::take);
            let Some(Value::Object(held)) = held else { continue };
            let mut values: Vec<(usize, Value)> = held.into_iter().map(|(key, value)| (place(campaign, list, &key), value)).collect();
            values.sort_by_key(|(place, _)| *place);
            members.insert(list.into(), values.into_iter().map(|(_, value)| value).collect());
        }
        members.insert("schema".into(), campaign.schema.into());
    }
    let mut changed: Campaign = serde_json::from_value(all)?;
    changed.reports.sort_by_key(|report| (report.as_of, report.number()));
    changed.revision = campaign.revision;
    changed.changes.clone_from(&campaign.changes);
    Ok(changed)
}

/// Where a district stands in the file. Reports are sorted by their moments afterwards.
fn place(campaign: &Campaign, list: &str, key: &str) -> usize {
    let districts = || campaign.districts.iter().position(|district| district.code == key);
    (list == "districts").then(districts).flatten().unwrap_or(usize::MAX)
}

fn keyed(campaign: &Campaign) -> serde_json::Result<Value> {
    let mut all = serde_json::to_value(campaign)?;
    if let Value::Object(members) = &mut all {
        members.retain(|name, _| !OWN.contains(&name.as_str()));
        for (list, key) in KEYED {
            let Some(Value::Array(held)) = members.get_mut(list).map(Value::take) else { continue };
            let by_key = |value: Value| Some((value.get(key)?.as_str()?.to_owned(), value));
            members.insert(list.into(), Value::Object(held.into_iter().filter_map(by_key).collect()));
        }
    }
    Ok(all)
}

fn difference(from: &Value, to: &Value) -> Option<Value> {
    match (from, to) {
        (Value::Object(from), Value::Object(to)) => {
            let mut patch = Map::new();
            for (key, value) in to {
                let part = from.get(key).map_or_else(|| Some(value.clone()), |known| difference(known, value));
                patch.extend(part.map(|part| (key.clone(), part)));
            }
            let gone = from.keys().filter(|key| !to.contains_key(*key));
            patch.extend(gone.map(|key| (key.clone(), Value::Null)));
            (!patch.is_empty()).then_some(Value::Object(patch))
        }
        _ => (from != to).then(|| to.clone()),
    }
}

fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else { return };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::campaign::fixture::{campaign, two_reports};
    use crate::campaign::{Report, Withdrawal};

    #[test]
    fn a_patch_says_what_was_there_and_leads_back() {
        let before = two_reports();
        let mut changed = before.clone();
        changed.links.hotline = "113".into();
        changed.districts[3].population = None;
        changed.reports[1].withdrawn = Some(Withdrawal { why: Some("x".into()), at: None });
        let patch = back(&before, &changed).unwrap().unwrap();
        assert_eq!(
            patch,
            json!({"links": {"hotline": "1900 9095"}, "districts": {"663": {"population": 99_892}}, "reports": {"r2": {"withdrawn": null}}})
        );
        assert_eq!(apply(&changed, &patch).unwrap(), before);
        assert_eq!(back(&before, &before).unwrap(), None);
    }

    #[test]
    fn reports_come_and_go_in_their_places() {
        let late =
            Report { id: "r3".into(), as_of: crate::campaign::Stamp::vietnam(2020, 8, 12, 8, 0).unwrap(), ..campaign().reports.remove(0) };
        let before = two_reports();
        let mut after = before.clone();
        after.insert_report(late);
        after.revision = 2;
        let undo = back(&before, &after).unwrap().unwrap();
        assert_eq!(undo, json!({"reports": {"r3": null}}));
        let undone = apply(&after, &undo).unwrap();
        assert_eq!((undone.reports.len(), undone.revision), (2, 2));
        let redo = back(&after, &undone).unwrap().unwrap();
        assert_eq!(apply(&undone, &redo).unwrap(), after);
    }
}
