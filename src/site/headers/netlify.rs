//! `_headers`, which Netlify and Cloudflare Pages read. They add up all rules that fit.

use super::Rule;

pub fn file(base: &str, rules: &[Rule]) -> String {
    let start = base.trim_end_matches('/');
    let rule = |rule: &Rule| {
        let lines: String = rule.headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
        format!("{start}{}\n{lines}", rule.pattern)
    };
    rules.iter().map(rule).collect()
}

/// What such a file says of a path.
pub fn read(file: &str, base: &str, path: &str) -> Vec<(String, String)> {
    let start = base.trim_end_matches('/');
    let mut applies = false;
    let mut found = Vec::new();
    for line in file.lines() {
        match line.strip_prefix("  ") {
            Some(header) if applies => {
                found.extend(header.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned())));
            }
            Some(_) => {}
            None => applies = line.strip_prefix(start).is_some_and(|pattern| super::holds(pattern, path)),
        }
    }
    found
}
