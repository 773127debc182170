//! The app that a campaign is for, where it is another than Bluezone: what it is called, what is counted, how it is installed. What is left out is not said.
//! It must not know where any of it is shown.

use serde::{Deserialize, Serialize};

use super::{
    Campaign,
    finding::{Level, Place, Problem},
};

/// The app. Absent: Bluezone, whole in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct App {
    /// As it is called in the stores.
    pub name: String,
    /// What is said of it in Vietnamese.
    pub vi: AppWords,
    /// The same in English; absent: English pages say no more than where to get it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<AppWords>,
}

/// What is said of the app in one language. Every list is as long as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AppWords {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
    /// What it is, in a sentence or two.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// What it does not do, that it is voluntary, what becomes of the data: a sentence each, the most important first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What a phone must be able to do.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub requirements: String,
    /// A warning of apps that look alike.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub look_alikes: String,
    /// Step by step on an Android phone, and on an iPhone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub android: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ios: Vec<String>,
    /// What it asks for, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Told>,
    /// How to see that it works.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Told>,
    /// Calls to install, the fullest first: a screen shows the first that it has room for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slogans: Vec<String>,
    /// Who answers the hotline, e.g. `Bộ Y tế`; absent: nobody is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hotline_owner: Option<String>,
}

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// One of them: `máy`, `tài khoản`; `install`, `account`.
    pub one: String,
    /// Several; absent: the same word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many: Option<String>,
    /// What makes it count, between it and the app's name: `đã cài`, `đã kích hoạt`. English sentences do without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<String>,
    /// The sentence that says what exactly is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
}

/// A question and its answer, a permission and its reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub name: String,
    pub text: String,
}

/// No word is longer than a sentence or two, and no list than anyone reads.
const LONGEST: usize = 600;
const MOST: usize = 30;

/// Says where the sections `app` and `kinds` hold words that are empty, too long, or made of what texts use as places.
pub(super) fn check(campaign: &Campaign, say: &mut dyn FnMut(Level, Place, Problem)) {
    let mut found = Vec::new();
    if let Some(Ok(value)) = campaign.app.as_ref().map(serde_json::to_value) {
        walk("app", &value, &mut found);
    }
    if let Ok(value) = serde_json::to_value(&campaign.kinds) {
        walk("kinds", &value, &mut found);
    }
    found.into_iter().for_each(|path| say(Level::Error, Place::Field("app"), Problem::AppWords { path }));
}

fn walk(path: &str, value: &serde_json::Value, found: &mut Vec<String>) {
    use serde_json::Value;
    match value {
        Value::String(text) => {
            let is_odd = |c: char| c.is_control() || matches!(c, '{' | '}' | '<' | '>' | '`');
            if text.trim().is_empty() || text.chars().count() > LONGEST || text.contains(is_odd) {
                found.push(path.to_owned());
            }
        }
        Value::Array(all) if all.len() > MOST => found.push(path.to_owned()),
        Value::Array(all) => all.iter().enumerate().for_each(|(at, one)| walk(&format!("{path}[{at}]"), one, found)),
        Value::Object(all) => all.iter().for_each(|(name, one)| walk(&format!("{path}.{name}"), one, found)),
        _ => {}
    }
}
