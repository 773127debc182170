//! The headers that a host should send, said once: `serve` sends them, and `render` writes them as the `_headers` file that some static hosts
//! read (Netlify, Cloudflare Pages). The pages work without any; with them a page may be framed by others only where that is wanted.

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The site's own pages are framed by itself alone.
const OWN: &[(&str, &str)] = &[("Content-Security-Policy", "frame-ancestors 'self'")];
/// A frame without an origin (sandbox without allow-same-origin) may load what an embed is made of.
const SHARED: &[(&str, &str)] = &[("Access-Control-Allow-Origin", "*")];

/// Where a rule holds, and the headers it adds. No path gets one header from two rules, and no pattern has more than one star: hosts differ in
/// what they make of either. Anyone may frame an embed, so it gets no `frame-ancestors` at all: a star would refuse a sandboxed page around it,
/// which has no origin that a star could match.
pub const RULES: [(&str, &[(&str, &str)]); 18] = [
    ("/*", &[("X-Content-Type-Options", "nosniff")]),
    ("/", OWN),
    ("/index.html", OWN),
    ("/en/*", OWN),
    ("/huyen/*", OWN),
    // Players show a screen in a frame of their own, often without an origin; its set-up page is for people.
    ("/led/*", SHARED),
    ("/led/setup/*", OWN),
    ("/led/en/setup/*", OWN),
    ("/embed/builder/*", OWN),
    ("/embed/en/builder/*", OWN),
    ("/embed/*", &[("Referrer-Policy", "no-referrer")]),
    // What carries a hash in its name never changes.
    ("/bluezone-*", &[("Cache-Control", FOR_EVER)]),
    ("/embed/frame-*", &[("Cache-Control", FOR_EVER)]),
    ("/bluezone-embed-*", SHARED),
    ("/bluezone-chart-*", SHARED),
    ("/bluezone-led-*", SHARED),
    ("/embed.js", SHARED),
    ("/data/*", SHARED),
];

/// The headers for a path below the site.
pub fn of(path: &str) -> Vec<(&'static str, &'static str)> {
    let holds = |pattern: &str| pattern.strip_suffix('*').map_or(pattern == path, |start| path.starts_with(start));
    RULES.iter().filter(|(pattern, _)| holds(pattern)).flat_map(|(_, headers)| headers.iter().copied()).collect()
}

/// The `_headers` file.
pub fn file(base: &str) -> String {
    let rule = |(pattern, headers): &(&str, &[(&str, &str)])| {
        let lines: String = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
        format!("{}{pattern}\n{lines}", base.trim_end_matches('/'))
    };
    RULES.iter().map(rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ancestors(path: &str) -> &'static str {
        of(path).into_iter().find(|(name, _)| *name == "Content-Security-Policy").map_or("", |(_, value)| value)
    }

    #[test]
    fn frames_by_anyone_for_embeds_alone() {
        for open in ["/embed/", "/embed/cu-jut/", "/embed/en/rate/", "/embed/map.png", "/led/", "/led/en/"] {
            assert_eq!(ancestors(open), "", "{open}");
        }
        for closed in [
            "/",
            "/index.html",
            "/en/",
            "/en/huyen/cu-jut/",
            "/huyen/cu-jut/",
            "/led/setup/",
            "/led/en/setup/",
            "/embed/builder/",
            "/embed/en/builder/",
        ] {
            assert_eq!(ancestors(closed), "frame-ancestors 'self'", "{closed}");
        }
        assert!(of("/data/campaign.json").contains(&("Access-Control-Allow-Origin", "*")));
        assert!(!of("/").iter().any(|(name, _)| *name == "Access-Control-Allow-Origin"));
    }

    #[test]
    fn no_path_gets_a_header_twice_and_no_pattern_two_stars() {
        for path in ["/", "/embed/", "/embed/builder/", "/bluezone-embed-x.js", "/embed/frame-1.js", "/data/map.json", "/led/sw.js"] {
            let mut names: Vec<&str> = of(path).into_iter().map(|(name, _)| name).collect();
            names.sort_unstable();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{path}: {names:?}");
        }
        assert!(RULES.iter().all(|(pattern, _)| !pattern.trim_end_matches('*').contains('*')));
        let file = file("/bluezone/");
        assert!(file.contains("\n/bluezone/embed/*\n  Referrer-Policy: no-referrer\n"), "{file}");
        assert!(file.starts_with("/bluezone/*\n  X-Content"), "{file}");
    }
}
