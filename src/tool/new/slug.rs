//! The addresses of units' pages: their names in plain letters, each once, and none that the site has for something else. It must not know how names are
//! found.

use std::collections::{BTreeMap, BTreeSet};

use super::units::Unit;
use crate::campaign::names::fold;
use crate::campaign::reserved::is_reserved;

/// The longest that is made of a name.
const LENGTH: usize = 60;

/// `Đắk R'lấp` is `dak-rlap`; empty where a name has no letter of the Latin alphabet.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in fold(name).chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'þ' => out.push_str("th"),
            // An apostrophe parts no words.
            '\'' | '’' | 'ʼ' | '`' => {}
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.truncate(LENGTH);
    out.trim_matches('-').to_owned()
}

/// Gives every unit its own.
pub fn assign(units: &mut [Unit]) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    units.iter().for_each(|unit| *times.entry(slug(&unit.name)).or_default() += 1);
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for unit in units {
        let plain = slug(&unit.name);
        let with_kind = unit.title.as_deref().map(|title| slug(&format!("{title} {}", unit.name)));
        let code = slug(&unit.code);
        let with_code = |start: &str| if start.is_empty() { format!("m-{code}") } else { format!("{start}-{code}") };
        let is_own = times.get(&plain) == Some(&1) && !plain.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        // Codes differ, though perhaps in nothing but their marks.
        let numbered = (2..).map(|n| format!("{}-{n}", with_code(&plain)));
        let wishes = is_own.then(|| plain.clone()).into_iter().chain(with_kind).chain([with_code(&plain)]).chain(numbered);
        let free = |wish: &String| !wish.is_empty() && !is_reserved(wish) && !taken.contains(wish);
        if let Some(own) = wishes.into_iter().find(free) {
            taken.insert(own.clone());
            unit.slug = own;
        }
    }
}
