//! The outlets beside page, screens and embeds: reports, press kit, bulletins, sheets to print. Their pages stand by themselves, say nothing to the
//! browser's log, and have buttons only where a script makes them work.

use crate::{
    axe::{Findings, LOOKS},
    harness::{DESKTOP, PHONE, browse},
    site::dist,
};

const PAGES: [&str; 10] = [
    "/so-lieu/",
    "/so-lieu/r1/",
    "/en/so-lieu/",
    "/bao-chi/",
    "/en/press/",
    "/phat-thanh/",
    "/phat-thanh/cu-jut/",
    "/en/phat-thanh/",
    "/in-an/",
    "/en/in-an/",
];

#[test]
fn axe_finds_nothing_and_nothing_scrolls_sideways() {
    let mut axe = Findings::new();
    browse(dist(), PHONE, |b| {
        for path in PAGES {
            b.open(path);
            let wide: i64 = b.js("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assert!(wide <= 0, "{path}: {wide} px too wide");
            for (look, features) in LOOKS.iter().take(2) {
                b.emulate(features);
                axe.look(b, &format!("{path} {look}"));
            }
        }
        b.resize(DESKTOP);
        for path in PAGES {
            b.open(path);
            axe.look(b, &format!("{path} on a desktop"));
        }
    });
}

#[test]
fn a_sentence_is_copied_with_its_figure_and_source() {
    browse(dist(), DESKTOP, |b| {
        b.cdp("Browser.grantPermissions", serde_json::json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }));
        b.open("/bao-chi/");
        let sentence = b.text("#cau-0");
        for words in ["51.974", "622.168", "11/8/2020", "Sở Thông tin và Truyền thông", "r1"] {
            assert!(sentence.contains(words), "{words}: {sentence}");
        }
        b.until("the button works", "!document.querySelector('[data-copy=cau-0]').hidden");
        b.click("[data-copy=cau-0]");
        b.until("it is said", "document.querySelector('#said').textContent === document.querySelector('#said').dataset.copied");
        let copied = b.js_promise::<String>("navigator.clipboard.readText()").replace('\u{a0}', " ");
        assert_eq!(copied, sentence.replace('\u{a0}', " "));
    });
    // Without scripts there is the sentence and no button.
    browse(dist(), PHONE, |b| {
        b.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true }));
        b.open("/bao-chi/");
        assert!(b.shows("#cau-0") && !b.shows("[data-copy=cau-0]"));
        b.open("/phat-thanh/");
        assert!(
            b.shows("main") && b.js::<bool>("[...document.querySelectorAll('button')].every(button => !button.getClientRects().length)")
        );
    });
}

#[test]
fn the_front_page_names_them_all() {
    browse(dist(), DESKTOP, |b| {
        for (front, wanted) in [
            ("/", ["/in-an/", "/phat-thanh/", "/bao-chi/", "/so-lieu/", "/so-lieu/feed.xml"]),
            ("/en/", ["/en/in-an/", "/en/phat-thanh/", "/en/press/", "/en/so-lieu/", "/en/so-lieu/feed.xml"]),
        ] {
            b.open(front);
            for path in wanted {
                assert_eq!(b.count(&format!("footer a[href='{path}']")), 1, "{front}: {path}");
                let status: u16 = b.js_promise(&format!("fetch({path:?}).then(answer => answer.status)"));
                assert_eq!(status, 200, "{path}");
            }
        }
    });
}
