//! What an embed must never do, whatever its address or its neighbours say: run anything foreign, take a word of the address into the page,
//! store anything, speak to or believe anyone but the page around.

use serde_json::json;

use crate::{
    embed::assert_honest,
    harness::{Browser, DESKTOP, PLAIN_HOST, browse},
    site::dist,
};

/// Values that have broken pages elsewhere; percent-encoded where an address needs it.
const HOSTILE: [&str; 26] = [
    "<script>window.__hacked=1</script>",
    "\"><img src=x onerror=window.__hacked=1>",
    "'><svg onload=window.__hacked=1>",
    "javascript:window.__hacked=1",
    "data:text/html,<script>window.__hacked=1</script>",
    "//evil.example/",
    "https://evil.example/",
    "../../evil",
    "cu-jut/../../..",
    "cu-jut\"onmouseover=\"window.__hacked=1",
    "red;background:url(//evil.example/x)",
    "0b4f8a;}body{display:none",
    "expression(window.__hacked=1)",
    "map,<b>,board",
    "__proto__",
    "constructor",
    "headline map",
    "map,map,map",
    "\u{0}",
    "%00%ff",
    "%",
    "%E0%A4%A",
    "{{7*7}}${7*7}",
    "\u{202e}map",
    "𝓂𝒶𝓅",
    "-1",
];

const NAMES: [&str; 10] = ["show", "district", "measure", "lang", "theme", "accent", "link", "base", "known", "__proto__"];

/// Nothing of an address can be found in the page, and the page is whole.
fn assert_untouched(b: &Browser, what: &str) {
    assert_honest(b, what);
    assert!(b.js::<bool>("window.__hacked === undefined"), "{what}: foreign script ran");
    let attributes: String = b.js("[...document.documentElement.attributes].map(a => a.name + '=' + a.value).join(' ')");
    for sign in ["hacked", "evil", "<", "onerror", "__proto__", "constructor"] {
        assert!(!attributes.contains(sign), "{what}: {attributes}");
    }
    let strange: usize = b.js("document.querySelectorAll('main script, main img, main iframe, [onerror], [onload], [onmouseover]').length");
    assert_eq!(strange, 0, "{what}");
    let links: Vec<String> = b.js(
        "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location.origin)).filter(u => u.origin !== location.origin && !/(^|\\.)(bluezone\\.gov\\.vn|daknong\\.gov\\.vn|play\\.google\\.com|apps\\.apple\\.com|itunes\\.apple\\.com)$/.test(u.hostname)).map(String)",
    );
    assert!(links.is_empty(), "{what}: {links:?}");
}

#[test]
fn hostile_words_in_the_address_change_nothing() {
    browse(dist(), DESKTOP, |b| {
        b.before_every_page("window.alert = window.confirm = window.prompt = () => { window.__hacked = 'dialog'; };");
        // Every name at once with the same value, encoded as a careful and as a careless sender would.
        for (i, (value, encode)) in HOSTILE.into_iter().flat_map(|value| [(value, true), (value, false)]).enumerate() {
            let word = if encode { percent(value) } else { value.replace(['#', '\u{0}'], "") };
            let query: Vec<String> = NAMES.iter().map(|name| format!("{name}={word}")).collect();
            let address = format!("{}/embed/?n={i}&{}#{}", b.origin(), query.join("&"), word.replace('%', "%25"));
            b.js::<()>(&format!("void (location.href = {address:?})"));
            b.until("this very page has come", &format!("location.search.startsWith('?n={i}&') && document.readyState !== 'loading'"));
            b.until(
                "the address has been read",
                "'tail' in document.documentElement.dataset && document.querySelector('[data-part=source]')",
            );
            assert_untouched(b, value);
        }
        // The module reads nothing more of it.
        b.open(&format!("/embed/?show={0}&accent={0}&theme={0}&district={0}", percent(HOSTILE[1])));
        b.point_at("[data-part=headline] h2");
        b.until("it lives", "document.documentElement.dataset.state === 'live'");
        assert_untouched(b, "live");
    });
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn an_accent_is_a_colour_or_nothing() {
    browse(dist(), DESKTOP, |b| {
        for (value, brand) in [
            ("b23c00", "#b23c00"),
            ("%23B23C00", "#B23C00"),
            ("b23c0", ""),
            ("b23c00ff", ""),
            ("red", ""),
            ("b23c00;", ""),
            ("b23c00%0ab", ""),
        ] {
            b.open(&format!("/embed/?accent={value}"));
            assert_eq!(b.js::<String>("document.documentElement.style.getPropertyValue('--brand')"), brand, "{value}");
        }
        // Letters on it can be read, whatever it is.
        for (accent, letters) in [("ffff00", "#000"), ("000000", "#fff"), ("0b4f8a", "#fff"), ("00ff00", "#000"), ("777777", "#000")] {
            b.open(&format!("/embed/?accent={accent}&show=guide"));
            assert_eq!(b.js::<String>("document.documentElement.style.getPropertyValue('--on-brand')"), letters, "{accent}");
        }
    });
}

#[test]
fn nothing_is_stored_and_nobody_else_is_asked() {
    browse(dist(), DESKTOP, |b| {
        b.before_every_page(
            "window.touched = [];
             for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) { const real = Object.getOwnPropertyDescriptor(window, name); Object.defineProperty(window, name, { get() { touched.push(name); return real.get.call(window) } }) }
             const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
             Object.defineProperty(document, 'cookie', { get() { touched.push('cookie'); return cookie.get.call(document) }, set(v) { touched.push('cookie'); cookie.set.call(document, v) } });",
        );
        b.open("/embed/?show=headline,map,board,trend,guide,qr");
        b.point_at("[data-part=headline] h2");
        b.until("it lives", "document.documentElement.dataset.state === 'live'");
        b.press_on("[data-part=board] [data-district='662'] .name");
        b.becomes("document.querySelector('[data-figure=district]').textContent", "6.306");
        assert_eq!(b.js::<Vec<String>>("touched"), [""; 0]);
        assert_eq!(b.attr("meta[name=referrer]", "content").as_deref(), Some("no-referrer"));
        assert!(b.js::<bool>("[...document.querySelectorAll('a[target=_blank]')].every(a => /noopener/.test(a.rel))"));
        assert_eq!(b.js_promise::<usize>("navigator.serviceWorker.getRegistrations().then(all => all.length)"), 0);
        let policy = b.attr("meta[http-equiv=Content-Security-Policy]", "content").expect("a policy");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("'unsafe-eval'") && !policy.contains("script-src 'unsafe-inline'"),
            "{policy}"
        );
        // Injected markup would run nothing.
        b.js::<()>("void document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.__hacked=1\">')");
        b.until("the policy refuses it", "document.querySelector('main img').complete");
        assert!(b.js::<bool>("window.__hacked === undefined"));
        let refused = b.faults();
        assert!(refused.iter().all(|fault| fault.contains("Content Security Policy") || fault.contains("/x")), "{refused:#?}");
        b.js::<()>("void document.querySelector('main img').remove()");
    });
}

#[test]
fn hostile_messages_change_nothing() {
    browse(dist(), DESKTOP, |b| {
        let messages = "[null, undefined, 1, 'x', [], {}, { bluezone: 1 }, { bluezone: 2, type: 'theme', theme: 'dark' }, { bluezone: '1', type: 'theme', theme: 'dark' },
            { bluezone: 1, type: 'theme', theme: 'red' }, { bluezone: 1, type: 'theme', theme: ['dark'] }, { bluezone: 1, type: 'theme', theme: { toString: null } },
            { bluezone: 1, type: 'select', district: 'ha-noi' }, { bluezone: 1, type: 'select', district: '../../x' }, { bluezone: 1, type: 'select', district: ['cu-jut'] },
            { bluezone: 1, type: 'select' }, { bluezone: 1, type: 'select', district: '<img src=x onerror=__hacked=1>' }, { bluezone: 1, type: 'eval', code: '__hacked=1' },
            { bluezone: 1, type: '__proto__' }, { bluezone: 1, type: 'select', district: 'x'.repeat(100000) }, new Uint8Array(1000)]";
        // To the embed, from the page around and from a stranger beside it.
        let stranger = b.host("<!doctype html><title>x</title><script>addEventListener('message', () => { for (const m of [{ bluezone: 1, type: 'theme', theme: 'dark' }, { bluezone: 1, type: 'select', district: 'cu-jut' }]) parent.frames[0].postMessage(m, '*'); parent.postMessage('sent', '*') })</script>");
        let page = format!(
            "<!doctype html><meta charset=utf-8><title>Cổng</title><iframe src=\"{0}/embed/\" width=400 height=700 title=B></iframe><iframe src=\"http://127.0.0.1:{stranger}/\" title=S></iframe>
             <script>window.sent = 0; addEventListener('message', e => {{ if (e.data === 'sent') sent++ }})</script>",
            b.origin()
        );
        let port = b.host(&page);
        b.open_url(&format!("http://{PLAIN_HOST}:{port}/"));
        b.enter("document.querySelector('iframe')");
        b.leave();
        b.js::<()>(&format!("{messages}.forEach(m => frames[0].postMessage(m, '*'))"));
        b.until("the stranger is there", "(frames[1].postMessage('go', '*'), sent > 0)");
        // A message that is heard comes after those that are not.
        b.js::<()>("frames[0].postMessage({ bluezone: 1, type: 'theme', theme: 'light' }, '*')");
        b.enter("document.querySelector('iframe')");
        b.becomes("document.documentElement.dataset.theme", "light");
        assert_untouched(b, "after hostile messages");
        assert_eq!(b.js::<String>("document.documentElement.dataset.state"), "static");
        b.leave();
    });
}

#[test]
fn the_script_of_the_host_believes_only_its_embeds() {
    browse(dist(), DESKTOP, |b| {
        let stranger = b.host("<!doctype html><title>x</title><script>parent.postMessage({ bluezone: 1, type: 'resize', height: 3000 }, '*'); parent.postMessage({ bluezone: 1, type: 'select', district: 'cu-jut' }, '*')</script>");
        let page = format!(
            "<!doctype html><meta charset=utf-8><title>Cổng</title><script>window.told = []; addEventListener('bluezone-select', e => told.push(e.detail)); addEventListener('bluezone-ready', e => told.push('ready'));</script>
             <script src=\"{0}/embed.js\"></script><iframe id=ours src=\"{0}/embed/?show=headline\" width=400 height=150 title=B></iframe><iframe id=theirs src=\"http://127.0.0.1:{stranger}/\" width=400 height=150 title=S></iframe>",
            b.origin()
        );
        let port = b.host(&page);
        b.open_url(&format!("http://{PLAIN_HOST}:{port}/"));
        b.until("ours is fitted", "/px/.test(document.querySelector('#ours').style.height)");
        // From the page itself, as any script on it could send them.
        b.js::<()>("[{ bluezone: 1, type: 'resize', height: 9999 }, { bluezone: 1, type: 'select', district: '<b>' }].forEach(m => postMessage(m, '*'))");
        // From our own frame, but of no sense.
        b.enter("document.querySelector('#ours')");
        b.js::<()>(
            "['x', null, { bluezone: 1, type: 'resize', height: '9999' }, { bluezone: 1, type: 'resize', height: NaN }, { bluezone: 1, type: 'resize', height: -5 }, { bluezone: 1, type: 'resize', height: 1e9 },
              { bluezone: 1, type: 'resize', height: { valueOf: null } }, { bluezone: 1, type: 'select', district: { x: 1 } }].forEach(m => parent.postMessage(m, '*'))",
        );
        b.leave();
        b.until("all is heard", "told.length >= 2");
        let height: f64 = b.js("parseFloat(document.querySelector('#ours').style.height)");
        assert!((100.0..400.0).contains(&height), "{height}");
        assert_eq!(b.js::<String>("document.querySelector('#theirs').style.height"), "");
        assert_eq!(b.js::<serde_json::Value>("told"), json!(["ready", { "district": null }]), "what is no word is no district");
    });
}

#[test]
fn anyone_may_frame_an_embed_and_nothing_else() {
    browse(dist(), DESKTOP, |b| {
        let frames: String = ["embed/", "embed/cu-jut/", "", "huyen/cu-jut/", "led/", "embed/builder/"]
            .map(|path| format!("<iframe src=\"{}/{path}\" title=B></iframe>", b.origin()))
            .concat();
        let port = b.host(&format!("<!doctype html><meta charset=utf-8><title>Cổng</title>{frames}"));
        b.open_url(&format!("http://{PLAIN_HOST}:{port}/"));
        b.until("the page is read", "document.readyState === 'complete'");
        for (i, allowed) in [true, true, false, false, false, false].into_iter().enumerate() {
            b.wait(b.driver().enter_frame(u16::try_from(i).expect("few"))).expect("the frame");
            assert_eq!(b.has("main"), allowed, "frame {i}");
            b.leave();
        }
        let faults = b.faults();
        assert!(faults.iter().all(|fault| fault.contains("frame-ancestors") || fault.contains("Framing")), "{faults:#?}");
    });
}
