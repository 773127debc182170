//! The install guide and every link of the site: one's own system first, all within reach, nothing leads nowhere.

use serde_json::json;

use crate::{
    harness::{Browser, DESKTOP, PHONE, browse},
    site::{dist, variant},
};

const ANDROID: &str =
    "Mozilla/5.0 (Linux; Android 8.1.0; SM-J260G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
    Version/15.6 Mobile/15E148 Safari/604.1";

fn visit_as(b: &Browser, agent: &str, platform: &str) {
    let params = json!({ "userAgent": agent, "platform": platform });
    b.cdp("Network.setUserAgentOverride", params);
    b.open_live("/");
}

/// The systems' sections from above, as they are seen.
const SEEN: &str = "[...document.querySelectorAll('[data-part=guide] section[data-os]')].filter(e => e.getClientRects().length)\
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(e => e.dataset.os)";

#[test]
fn ones_own_system_first() {
    browse(dist(), PHONE, |b| {
        visit_as(b, ANDROID, "Linux armv8l");
        b.becomes(SEEN, json!(["android", "ios"]));
        visit_as(b, IPHONE, "iPhone");
        b.becomes(SEEN, json!(["ios", "android"]));
        b.open_live("/en/");
        b.becomes(SEEN, json!(["ios", "android"]));
        assert!(
            b.js::<bool>(
                "[...document.querySelectorAll('[data-part=guide] section[data-os]')].every(s => s.querySelectorAll('ol > li').length >= 3)"
            ),
            "numbered steps"
        );
    });
}

#[test]
fn plain_links_and_a_copy_button() {
    browse(dist(), DESKTOP, |b| {
        b.cdp(
            "Browser.grantPermissions",
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": b.origin() }),
        );
        for path in ["/", "/en/"] {
            b.open_live(path);
            let links: Vec<String> =
                b.js("[...document.querySelectorAll('[data-part=guide] a[href^=http]')].map(a => a.getAttribute('href'))");
            for wanted in
                ["bluezone.gov.vn", "play.google.com/store/apps/details?id=com.mic.bluezone", "apps.apple.com/vn/app/bluezone/id1508062685"]
            {
                assert!(links.iter().any(|link| link.starts_with("https://") && link.contains(wanted)), "{wanted} in {links:?}");
            }
            assert!(b.text("[data-part=guide]").contains("1900 9095") || b.text("[data-part=guide]").contains("19009095"), "the hotline");
            let buttons: Vec<String> = b.js("[...document.querySelectorAll('[data-part=guide] [data-copy]')].map(e => e.dataset.copy)");
            assert!(!buttons.is_empty());
            for (n, text) in buttons.iter().enumerate() {
                b.unfold(true);
                b.js::<()>(&format!(
                    "void document.querySelectorAll('[data-part=guide] [data-copy]')
                        .forEach((e, i) => e.toggleAttribute('data-tested', i === {n}))"
                ));
                b.click("[data-tested]");
                b.eventually("it is copied", || &b.js_promise::<String>("navigator.clipboard.readText()") == text);
            }
            assert!(b.shows(".qr svg, svg.qr"), "a QR code where a phone can scan it");
            assert!(b.js::<f64>("document.querySelector('.qr svg, svg.qr').getBoundingClientRect().width") >= 120.0);
        }
        b.resize(PHONE);
        assert!(!b.shows(".qr svg, svg.qr"), "and not on the phone itself");
        assert_eq!(b.js::<String>("location.pathname"), "/en/", "nobody is sent away by himself");
    });
}

/// Every address that a link on the page leads to; SVG links keep theirs in an object of their own.
const ADDRESSES: &str =
    "[...new Set([...document.querySelectorAll('a[href], link[href]')].map(a => new URL(a.getAttribute('href'), document.baseURI).href))]";

#[test]
fn no_link_leads_nowhere() {
    browse(variant("two", &crate::site::two_reports()), DESKTOP, |b| {
        for path in ["/", "/en/", "/huyen/dak-glong/", "/en/huyen/dak-mil/"] {
            b.open_live(path);
            let dead: Vec<String> = b.js_promise(&format!(
                "Promise.all({ADDRESSES}.map(href => new URL(href)).filter(url => url.origin === location.origin).map(async url => {{
                    const here = url.pathname === location.pathname;
                    if (here && url.hash && !document.getElementById(url.hash.slice(1))) return url.href;
                    return here || (await fetch(url.pathname)).ok ? null : url.href; }})).then(all => all.filter(Boolean))"
            ));
            assert_eq!(dead, [""; 0], "{path}");
            let outside: Vec<String> =
                b.js(&format!("{ADDRESSES}.filter(href => !href.startsWith(location.origin) && !/^(https|tel):/.test(href))"));
            assert_eq!(outside, [""; 0], "{path}: links outside are plain https");
        }
    });
}
