//! The Content-Security-Policy of the pages, worked out from what was made: scripts and styles inside of a page by their hashes, all else from the
//! site itself, nothing by the word `unsafe` but WebAssembly's own permission. It must not know how pages are made.

use std::collections::{BTreeMap, BTreeSet};

use base64::{Engine, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

/// Pages that share a policy: the hashes of all of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Page,
    Builder,
    Screen,
    Setup,
    Missing,
    /// What stands in frames of other people's pages; it says its policy by itself alone.
    Embed,
}

impl Kind {
    /// Who may frame it: for a screen and an embed anyone, which only the lack of a word says.
    pub fn ancestors(self) -> &'static str {
        if matches!(self, Kind::Screen | Kind::Embed) { "" } else { "frame-ancestors 'self'" }
    }

    /// Both have a form whose answer is opened, and show it in a frame.
    fn has_form(self) -> bool {
        matches!(self, Kind::Builder | Kind::Setup)
    }
}

/// What stands in pages and is allowed by its hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hashes {
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
}

impl Hashes {
    /// Of the scripts that a browser runs (data in a script element is none) and the styles inside of a document.
    pub fn of(html: &str) -> Self {
        let page = Html::parse_document(html);
        // Inside `<noscript>` a parser that knows no scripts finds elements, one that does finds text: a style in there is meant for the first.
        let all = |name: &str| Selector::parse(name).map(|selector| page.select(&selector).collect::<Vec<_>>()).unwrap_or_default();
        let scripts = all("script:not([src])").into_iter().filter(|script| is_run(script.value().attr("type")));
        let hash = |element: scraper::ElementRef| sha256(&element.text().collect::<String>());
        let mut styles: BTreeSet<String> = all("style").into_iter().map(hash).collect();
        for hidden in all("noscript") {
            let inner = Html::parse_fragment(&hidden.text().collect::<String>());
            if let Ok(style) = Selector::parse("style") {
                styles.extend(inner.select(&style).map(hash));
            }
        }
        Self { scripts: scripts.map(hash).collect(), styles }
    }

    /// What a page says of itself: all but who may frame it.
    pub fn policy(&self, kind: Kind) -> String {
        let styles = sources(&self.styles);
        let form = if kind.has_form() { "form-action 'self'" } else { "form-action 'none'" };
        match kind {
            // Every kind of file is named, since `default-src` would hold for WebAssembly too (see `script_src`).
            Kind::Screen => format!(
                "{}; style-src 'self'{styles}; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; \
                 object-src 'none'; frame-src 'none'; media-src 'none'; base-uri 'none'; {form}",
                self.script_src(kind)
            ),
            Kind::Embed => format!(
                "default-src 'none'; {}; style-src 'self'{styles}; img-src 'self'; connect-src 'self'; base-uri 'none'; {form}",
                self.script_src(kind)
            ),
            _ => {
                // The pictures of the set-up page are drawn in the browser, and read there again.
                let pictures = if kind == Kind::Setup { "; img-src 'self' data: blob:; connect-src 'self' blob:" } else { "" };
                format!("default-src 'self'; {}; style-src 'self'{styles}{pictures}; base-uri 'none'; {form}", self.script_src(kind))
            }
        }
    }

    /// What a host sends with pages of that kind. Styles inside of a page hold figures (the lengths of bars): a host that reads its configuration at
    /// each release alone would refuse those of later figures. So it says nothing of them, and the page itself does.
    fn sent(&self, kind: Kind) -> String {
        let fonts = if kind == Kind::Screen { "'self' data:" } else { "'self'" };
        let fetched = if kind == Kind::Setup { "'self' blob:" } else { "'self'" };
        let (frames, form) = if kind.has_form() { ("'self'", "'self'") } else { ("'none'", "'none'") };
        format!(
            "{}; style-src-attr 'none'; img-src 'self' data: blob:; font-src {fonts}; connect-src {fetched}; worker-src 'self'; \
             manifest-src 'self'; object-src 'none'; frame-src {frames}; media-src 'none'; base-uri 'none'; form-action {form}",
            self.script_src(kind)
        )
    }

    /// Players are old: engines before 2022 take any `script-src` without `unsafe-eval` for a ban on WebAssembly, and do not know the narrower word
    /// for it. For screens it is said only where scripts may come from, which such engines leave out.
    fn script_src(&self, kind: Kind) -> String {
        let scripts = sources(&self.scripts);
        match kind {
            Kind::Screen => format!("script-src-elem 'self'{scripts}; script-src-attr 'none'"),
            _ => format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        }
    }
}

fn sources(hashes: &BTreeSet<String>) -> String {
    hashes.iter().map(|hash| format!(" '{hash}'")).collect()
}

fn sha256(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// By the type of a script element, as browsers decide it.
fn is_run(kind: Option<&str>) -> bool {
    let kind = kind.unwrap_or_default().trim().to_ascii_lowercase();
    ["", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript"].contains(&kind.as_str())
}

/// A page that says its own policy first of all.
pub fn with_meta(html: &str, kind: Kind) -> String {
    const CHARSET: &str = "<meta charset=\"utf-8\">";
    let policy = Hashes::of(html).policy(kind);
    html.replacen(CHARSET, &format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"), 1)
}

/// The policies of one build.
#[derive(Clone, Debug, Default)]
pub struct Policies(BTreeMap<Kind, Hashes>);

impl Policies {
    pub fn add(&mut self, kind: Kind, html: &str) {
        self.0.entry(kind).or_default().scripts.extend(Hashes::of(html).scripts);
    }

    /// What a host sends with pages of that kind; empty for none.
    pub fn header(&self, kind: Kind) -> String {
        let said = self.0.get(&kind).map(|hashes| hashes.sent(kind));
        let parts = [said.unwrap_or_default(), kind.ancestors().to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><style>a{}</style><noscript><style>b{}</style></noscript></head><body>\
        <script type=\"application/json\" id=\"built\">{}</script><script type=\"text/plain\">x</script><script src=\"/a.js\"></script>\
        <script>f()</script><script type=\"module\">g()</script></body></html>";

    #[test]
    fn what_runs_and_what_styles_is_hashed_and_nothing_else() {
        let found = Hashes::of(PAGE);
        let of = |texts: [&str; 2]| texts.map(sha256).into_iter().collect::<BTreeSet<_>>();
        assert_eq!(found, Hashes { scripts: of(["f()", "g()"]), styles: of(["a{}", "b{}"]) });
        // As `openssl dgst -sha256 -binary | base64` says.
        assert_eq!(sha256("f()"), "sha256-GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo=");
    }

    #[test]
    fn a_policy_names_sources_by_hash_and_nothing_unsafe() {
        for kind in [Kind::Page, Kind::Builder, Kind::Screen, Kind::Setup, Kind::Missing, Kind::Embed] {
            let policy = Hashes::of(PAGE).policy(kind);
            assert!(policy.contains(&sha256("f()")) && policy.contains(&sha256("a{}")), "{policy}");
            assert!(!policy.replace("'wasm-unsafe-eval'", "").contains("unsafe") && !policy.contains('*'), "{policy}");
            assert_eq!(policy.contains("font-src 'self' data:"), kind == Kind::Screen, "{policy}");
            assert_eq!(
                policy.contains("default-src '"),
                kind != Kind::Screen,
                "screens run on engines that know no word for wasm: {policy}"
            );
            assert_eq!(policy.contains("form-action 'self'"), kind.has_form(), "{policy}");
            assert!(!policy.contains("frame-ancestors"), "{policy}");
            // What a host sends is the same for other figures, and so for other styles.
            let mut sent = Policies::default();
            sent.add(kind, PAGE);
            let sent = sent.header(kind);
            let mut other = Policies::default();
            other.add(kind, &PAGE.replace("a{}", "a{--w:1%}"));
            assert_eq!(sent, other.header(kind));
            assert!(sent.contains(&sha256("f()")) && !sent.replace("'wasm-unsafe-eval'", "").contains("unsafe"), "{sent}");
            assert!(!sent.contains("default-src") && !sent.contains("style-src ") && !sent.contains("style-src-elem"), "{sent}");
        }
    }

    #[test]
    fn a_page_says_it_right_after_its_charset() {
        let page = with_meta(PAGE, Kind::Page);
        assert!(
            page.contains("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; "),
            "{page}"
        );
        assert_eq!(Hashes::of(&page), Hashes::of(PAGE));
    }

    #[test]
    fn pages_of_a_kind_have_one_policy_with_the_hashes_of_all() {
        let mut policies = Policies::default();
        assert_eq!((policies.header(Kind::Page), policies.header(Kind::Screen)), ("frame-ancestors 'self'".into(), String::new()));
        policies.add(Kind::Page, PAGE);
        policies.add(Kind::Page, "<script>h()</script>");
        let policy = policies.header(Kind::Page);
        for text in ["f()", "g()", "h()"] {
            assert!(policy.contains(&sha256(text)), "{policy}");
        }
        assert!(policy.ends_with("; frame-ancestors 'self'"), "{policy}");
    }
}
