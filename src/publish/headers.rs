//! The headers that a host should send, said once: `serve` sends them, and `render` writes them as the `_headers` file that some static hosts
//! read (Netlify, Cloudflare Pages). The pages work without any; with them a page may be framed by others only where that is wanted.

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The header is not sent, whatever an earlier rule says.
const NONE: &str = "";

/// Where a rule holds, and the headers it adds. Later rules are the narrower ones and replace what an earlier one said.
pub const RULES: [(&str, &[(&str, &str)]); 8] = [
    (
        "/*",
        &[
            ("Content-Security-Policy", "frame-ancestors 'self'"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Cache-Control", "no-cache"),
        ],
    ),
    // Anyone may frame an embed. `frame-ancestors *` would not say so: a sandboxed page around it has no origin that a star could match.
    ("/embed/*", &[("Content-Security-Policy", NONE), ("Referrer-Policy", "no-referrer")]),
    // What carries a hash in its name never changes.
    ("/bluezone-*", &[("Cache-Control", FOR_EVER)]),
    ("/embed/frame-*", &[("Cache-Control", FOR_EVER)]),
    // A frame without an origin (sandbox without allow-same-origin) may load what an embed is made of.
    ("/embed.js", &[("Access-Control-Allow-Origin", "*")]),
    ("/bluezone-embed-*", &[("Access-Control-Allow-Origin", "*")]),
    ("/data/*", &[("Access-Control-Allow-Origin", "*")]),
    // The page that makes embeds is not one.
    ("/embed/*builder/*", &[("Content-Security-Policy", "frame-ancestors 'self'")]),
];

/// The headers for a path below the site, each name once.
pub fn of(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut out: Vec<(&str, &str)> = Vec::new();
    for (name, value) in RULES.iter().filter(|(pattern, _)| matches(pattern, path)).flat_map(|(_, headers)| headers.iter()) {
        out.retain(|(known, _)| known != name);
        if *value != NONE {
            out.push((name, value));
        }
    }
    out
}

/// A star stands for anything.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|path| {
            rest.is_empty() || path.char_indices().map(|(i, _)| i).chain([path.len()]).any(|i| matches(rest, &path[i..]))
        }),
    }
}

/// The `_headers` file. Hosts add the headers of all rules that hold for a path, so what a narrower rule replaces is taken off first (`! Name`).
pub fn file(base: &str) -> String {
    let mut out = String::new();
    for (i, (pattern, headers)) in RULES.iter().enumerate() {
        out.push_str(&format!("{}{pattern}\n", base.trim_end_matches('/')));
        for (name, value) in *headers {
            let before = RULES.iter().take(i).any(|(_, earlier)| earlier.iter().any(|(known, _)| known == name));
            if before && *name != "Access-Control-Allow-Origin" {
                out.push_str(&format!("  ! {name}\n"));
            }
            if *value != NONE {
                out.push_str(&format!("  {name}: {value}\n"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ancestors(path: &str) -> &'static str {
        of(path).into_iter().find(|(name, _)| *name == "Content-Security-Policy").map_or("", |(_, value)| value)
    }

    #[test]
    fn frames_by_anyone_for_embeds_alone() {
        for open in ["/embed/", "/embed/cu-jut/", "/embed/en/rate/", "/embed/map.png"] {
            assert_eq!(ancestors(open), "", "{open}");
        }
        for closed in ["/", "/en/", "/huyen/cu-jut/", "/led/", "/embed/builder/", "/embed/en/builder/", "/embed.js"] {
            assert_eq!(ancestors(closed), "frame-ancestors 'self'", "{closed}");
        }
        assert!(of("/data/campaign.json").contains(&("Access-Control-Allow-Origin", "*")));
        assert!(!of("/").iter().any(|(name, _)| *name == "Access-Control-Allow-Origin"));
        assert!(of("/embed/").iter().filter(|(name, _)| *name == "Referrer-Policy").count() == 1);
    }

    #[test]
    fn the_file_takes_off_what_it_replaces() {
        let file = file("/bluezone/");
        assert!(
            file.contains("\n/bluezone/embed/*\n  ! Content-Security-Policy\n  ! Referrer-Policy\n  Referrer-Policy: no-referrer\n"),
            "{file}"
        );
    }
}
