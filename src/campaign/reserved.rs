//! The names that no district may have as its slug: a slug is a folder of the site (`huyen/<slug>/`, `embed/<slug>/`) and an anchor of its
//! pages. It must not know how paths are made; `tests/site.rs` holds it against the built site.

/// Folders and files of the site, by their names without endings.
const PATHS: &[&str] = &[
    "404",
    "assets",
    "board",
    "builder",
    "campaign",
    "change",
    "data",
    "deploy",
    "embed",
    "en",
    "fonts",
    "huyen",
    "icon",
    "index",
    "installs",
    "led",
    "map",
    "oembed",
    "per100",
    "rate",
    "release",
    "setup",
    "site-manifest",
    "sw",
    "vi",
];

/// What the pages call places of their own.
const ANCHORS: &[&str] = &[
    "ban-do",
    "built",
    "cai-dat",
    "chia-se",
    "chinh",
    "chon",
    "dien-bien",
    "khong",
    "live",
    "ma",
    "static-hover",
    "so-lieu",
    "trend",
    "xem",
    "xep-hang",
];

/// What files with a hash in their names begin with: hosts keep those for ever.
const HASHED: &[&str] = &["bluezone-", "frame-"];

/// Names that Windows keeps for devices: no folder may have one there.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// Whether something of the site has that name, or may get it with another release.
pub(super) fn is_reserved(slug: &str) -> bool {
    // `com1`, `lpt9`; the sections of a help; and `s-mb`, what an embed shows.
    let numbered = |starts: &[&str]| {
        let rest = starts.iter().find_map(|start| slug.strip_prefix(start));
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    let heading = slug.strip_suffix("-h").unwrap_or(slug);
    PATHS.contains(&slug)
        || ANCHORS.contains(&heading)
        || DEVICES.contains(&slug)
        || HASHED.iter().any(|start| slug.starts_with(start))
        || slug.starts_with("s-")
        || numbered(&["com", "lpt", "hoi-"])
}

/// The host of a link with its port, or what stands in the place of it.
pub(super) fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_site_and_of_devices_are_no_slugs() {
        for name in [
            "en", "rate", "change", "builder", "map", "led", "data", "fonts", "setup", "huyen", "embed", "frame-1", "com1", "con",
            "ban-do-h",
        ] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["cu-jut", "dak-mil", "quan-1", "con-dao", "comm", "son-la", "s", "tam-ky", "map-a", "enlac", "tra-linh", "1"] {
            assert!(!is_reserved(name), "{name}");
        }
    }
}
