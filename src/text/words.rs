//! A campaign's own words (native only): what its units, its whole and its app are called. The strings of `text` name them by places such as `{units}`;
//! here they are filled in once for each language. It must not know what a sentence is for.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::Mutex,
};

use super::{Lang, nouns, worded::Worded};
use crate::campaign::Campaign;

/// The places of a language with what stands there, in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Words(Vec<(&'static str, String)>);

impl Words {
    pub fn of(campaign: &Campaign, lang: Lang) -> Self {
        let mut places = nouns::places(campaign, lang);
        places.push(("app", "Bluezone".to_owned()));
        Self(places)
    }

    /// A sentence with the campaign's words; `{0}` and its like stay, for [`super::fill`]. A place that begins with a capital begins a sentence.
    pub fn fill(&self, sentence: &str) -> String {
        let mut out = String::with_capacity(sentence.len() + 16);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            match after.split_once('}').and_then(|(place, end)| Some((self.word(place)?, end))) {
                Some((word, end)) => {
                    out.push_str(&word);
                    rest = end;
                }
                None => {
                    out.push('{');
                    rest = after;
                }
            }
        }
        out + rest
    }

    fn word(&self, place: &str) -> Option<String> {
        let find = |name: &str| self.0.iter().find(|(known, _)| *known == name).map(|(_, word)| word.clone());
        find(place).or_else(|| {
            let lower = place.to_lowercase();
            find(&lower).filter(|_| lower != place).map(|word| capital(&word))
        })
    }
}

/// As a sentence begins.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

type Made = Mutex<HashMap<(TypeId, Lang, Words), &'static (dyn Any + Send + Sync)>>;

/// What was filled in before: a campaign's texts are asked for on every page. They stay for as long as the process runs, which makes one campaign's site.
static MADE: std::sync::LazyLock<Made> = std::sync::LazyLock::new(Made::default);

/// The texts with a campaign's own words.
pub fn with_words<T: Worded + Send + Sync>(texts: &'static T, lang: Lang, campaign: &Campaign) -> &'static T {
    let words = Words::of(campaign, lang);
    let key = (TypeId::of::<T>(), lang, words.clone());
    // A panic elsewhere leaves nothing half done in it.
    let mut made = MADE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(known) = made.get(&key).and_then(|known| known.downcast_ref::<T>()) {
        return known;
    }
    let mut lines = Vec::new();
    texts.write(&mut lines);
    let mut lines = lines.into_iter();
    let filled = T::read(&mut || lines.next().map_or("", |line| words.fill(&line).leak()));
    let filled: &'static T = Box::leak(Box::new(filled));
    made.insert(key, filled);
    filled
}
