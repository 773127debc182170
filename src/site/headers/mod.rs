//! What a host should send with each file, said once, and written in the words of every common server: `_headers`, `.htaccess` and `web.config` at
//! the site's start, where those hosts look for them, the others in `deploy/`. The pages work without any of it; with it a page may be framed by
//! others only where that is wanted, and nothing old stays in a cache. It must not know how a site is made.

mod apache;
mod caddy;
mod iis;
mod lighttpd;
mod netlify;
mod nginx;
mod plain;

use super::csp::{Kind, Policies};

const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// What has no hash in its name may be replaced at any moment: kept, and asked for again every time.
const NO_CACHE: &str = "no-cache";

/// The site's own pages say to others which host a reader came from, and no more.
const OWN: (&str, &str) = ("Referrer-Policy", "strict-origin-when-cross-origin");
/// A frame without an origin (sandbox without allow-same-origin) may load what an embed is made of.
const SHARED: (&str, &str) = ("Access-Control-Allow-Origin", "*");
/// A page that asks it of all that it loads (`Cross-Origin-Embedder-Policy: require-corp`) may load this …
const ANYWHERE: (&str, &str) = ("Cross-Origin-Resource-Policy", "cross-origin");
/// … and of its frames, that they ask it, too.
const EMBEDDER: (&str, &str) = ("Cross-Origin-Embedder-Policy", "require-corp");

type Header = (&'static str, &'static str);

/// Where a rule holds, and the headers it adds. No path gets one header from two rules, and no pattern has more than one star: hosts differ in
/// what they make of either. What has no `Cache-Control` here gets `no-cache`.
pub const RULES: [(&str, &[Header]); 18] = [
    (
        "/*",
        &[
            ("X-Content-Type-Options", "nosniff"),
            // Nothing here asks for any of it. Not named, and so allowed to the site itself: fullscreen, screen-wake-lock (screens),
            // clipboard-write and web-share (pages).
            (
                "Permissions-Policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
            ),
        ],
    ),
    ("/", &[OWN]),
    ("/index.html", &[OWN]),
    ("/404.html", &[OWN]),
    ("/en/*", &[OWN]),
    ("/huyen/*", &[OWN]),
    ("/so-lieu/*", &[OWN]),
    ("/bao-chi/*", &[OWN]),
    ("/phat-thanh/*", &[OWN]),
    ("/in-an/*", &[OWN]),
    // Players show a screen in a frame of their own, often without an origin.
    ("/led/*", &[SHARED, ANYWHERE, EMBEDDER]),
    ("/embed/*", &[("Referrer-Policy", "no-referrer"), SHARED, ANYWHERE, EMBEDDER]),
    ("/embed.js", &[SHARED, ANYWHERE]),
    ("/data/*", &[SHARED, ANYWHERE]),
    ("/fonts/*", &[SHARED, ANYWHERE]),
    ("/icon.svg", &[ANYWHERE]),
    // What carries a hash in its name never changes; `tests/site.rs` holds that nothing else is called so.
    ("/bluezone-*", &[("Cache-Control", FOR_EVER), SHARED, ANYWHERE]),
    ("/embed/frame-*", &[("Cache-Control", FOR_EVER)]),
];

/// Which pages share a policy. Anyone may frame an embed or a screen, so they get no `frame-ancestors` at all: a star would refuse a sandboxed page
/// around it, which has no origin that a star could match. Embeds carry the rest of their policy in themselves.
const KINDS: [(&str, Kind); 17] = [
    ("/", Kind::Page),
    ("/index.html", Kind::Page),
    ("/en/*", Kind::Page),
    ("/huyen/*", Kind::Page),
    ("/so-lieu/*", Kind::Page),
    ("/bao-chi/*", Kind::Page),
    ("/phat-thanh/*", Kind::Page),
    ("/in-an/*", Kind::Page),
    ("/404.html", Kind::Missing),
    ("/led/", Kind::Screen),
    ("/led/index.html", Kind::Screen),
    ("/led/en/", Kind::Screen),
    ("/led/en/index.html", Kind::Screen),
    ("/led/setup/*", Kind::Setup),
    ("/led/en/setup/*", Kind::Setup),
    ("/embed/builder/*", Kind::Builder),
    ("/embed/en/builder/*", Kind::Builder),
];

/// What a host needs and nobody else has to see.
const PRIVATE: [&str; 6] = [".htaccess", "_headers", "web.config", "site-manifest.json", ".nojekyll", "deploy/"];

/// Endings and media types, as `files::media_type` has them.
const TYPES: [&str; 13] = ["html", "js", "css", "json", "txt", "xml", "csv", "xlsx", "svg", "png", "pdf", "wasm", "woff2"];

fn type_of(ending: &str) -> &'static str {
    super::media_type(&format!("x.{ending}"))
}

/// A rule with its values: where it holds, below the site's start, and what it adds.
struct Rule {
    pattern: &'static str,
    headers: Vec<(&'static str, String)>,
}

fn holds(pattern: &str, path: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == path, |start| path.starts_with(start))
}

fn rules(policies: &Policies) -> Vec<Rule> {
    let own = |value: &(&'static str, &'static str)| (value.0, value.1.to_owned());
    let mut all: Vec<Rule> = RULES.iter().map(|(pattern, headers)| Rule { pattern, headers: headers.iter().map(own).collect() }).collect();
    for (pattern, kind) in KINDS {
        let policy = ("Content-Security-Policy", policies.header(kind));
        if policy.1.is_empty() {
            continue;
        }
        match all.iter_mut().find(|rule| rule.pattern == pattern) {
            Some(rule) => rule.headers.push(policy),
            None => all.push(Rule { pattern, headers: vec![policy] }),
        }
    }
    all
}

/// Files that get the same headers, for servers that take the first rule that fits and no other.
struct Class {
    /// Below the site's start, without a slash in front.
    path: &'static str,
    /// The path itself, not what begins with it.
    exact: bool,
    headers: Vec<(&'static str, String)>,
}

/// Every file's class is the first that fits it.
fn classes(policies: &Policies) -> Vec<Class> {
    let rules = rules(policies);
    let mut all: Vec<Class> = rules
        .iter()
        .map(|rule| {
            let exact = !rule.pattern.ends_with('*');
            let path = rule.pattern.trim_end_matches('*');
            let mut headers: Vec<_> = rules
                .iter()
                .filter(|other| holds(other.pattern, path) && (exact || other.pattern.ends_with('*')))
                .flat_map(|other| other.headers.clone())
                .collect();
            if !headers.iter().any(|(name, _)| *name == "Cache-Control") {
                headers.push(("Cache-Control", NO_CACHE.to_owned()));
            }
            Class { path: path.trim_start_matches('/'), exact, headers }
        })
        .collect();
    all.sort_by_key(|class| (!class.exact, std::cmp::Reverse(class.path.len())));
    all
}

/// The headers for a path below the site, but for the policy of its scripts and for `no-cache`.
pub fn of(path: &str) -> Vec<(&'static str, &'static str)> {
    let own = RULES.iter().filter(|(pattern, _)| holds(pattern, path)).flat_map(|(_, headers)| headers.iter().copied());
    let framed = KINDS.iter().filter(|(pattern, _)| holds(pattern, path)).map(|(_, kind)| kind.ancestors());
    own.chain(framed.filter(|value| !value.is_empty()).map(|value| ("Content-Security-Policy", value))).collect()
}

/// The kind of a page by its path below the site.
pub fn kind(path: &str) -> Option<Kind> {
    let framed = holds("/embed/*", path).then_some(Kind::Embed);
    KINDS.iter().find(|(pattern, _)| holds(pattern, path)).map(|(_, kind)| *kind).or(framed)
}

/// As [`of`], by what a site's own `_headers` file says.
pub fn stated(file: &str, base: &str, path: &str) -> Vec<(String, String)> {
    netlify::read(file, base, path)
}

/// The folder below which the site of such a file lies.
pub fn base(file: &str) -> Option<&str> {
    file.lines().next()?.strip_suffix('*').filter(|base| base.starts_with('/') && base.ends_with('/'))
}

/// Every file for hosts: its path below the site's start, and its text.
pub fn files(base: &str, policies: &Policies) -> Vec<(&'static str, String)> {
    let classes = classes(policies);
    let rules = rules(policies);
    vec![
        ("_headers", netlify::file(base, &rules)),
        (".htaccess", apache::file(base, &rules)),
        ("web.config", iis::file(base, &rules)),
        // GitHub Pages leaves out what begins with `_` or `.` unless this file is there.
        (".nojekyll", String::new()),
        ("deploy/nginx.conf", nginx::file(base, &classes)),
        ("deploy/Caddyfile", caddy::file(base, &rules)),
        ("deploy/lighttpd.conf", lighttpd::file(base, &classes)),
        ("deploy/README.md", plain::FILE.to_owned()),
    ]
}

/// For a regular expression.
fn escaped(path: &str) -> String {
    path.chars().flat_map(|c| (c == '.').then_some('\\').into_iter().chain(std::iter::once(c))).collect()
}

#[cfg(test)]
mod tests;
