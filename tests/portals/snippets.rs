//! The four snippets as the builder's page gives them, in both languages.

use std::collections::BTreeMap;

use bluezone_map::text::Lang;

use crate::harness::Browser;

pub const WAYS: [&str; 4] = ["bare", "resized", "element", "picture"];
pub const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

/// `bare-vi`, `bare-en` and so on.
pub fn name(way: &str, lang: Lang) -> String {
    format!("{way}-{}", lang.code())
}

/// Every snippet by its name.
pub fn all(b: &Browser) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for lang in LANGS {
        b.open(&format!("/embed/{}builder/", if lang == Lang::En { "en/" } else { "" }));
        b.becomes("document.documentElement.dataset.state", "live");
        b.until("the snippets know the height", "!document.querySelector('#bare').value.includes('600/600')");
        for way in WAYS {
            all.insert(name(way, lang), b.js(&format!("document.getElementById({way:?}).value")));
        }
    }
    all
}
