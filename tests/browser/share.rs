//! Sharing, copying and the other language: a figure never leaves the page without its denominator and its moment.

use serde_json::json;

use crate::{
    harness::{Browser, DESKTOP, PLAIN_HOST, browse},
    input::label,
    select::assert_selected,
    site::dist,
};

fn allow_clipboard(b: &Browser) {
    b.cdp("Browser.grantPermissions", json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": b.origin() }));
}

fn clipboard(b: &Browser) -> String {
    b.js_promise::<String>("navigator.clipboard.readText()").replace('\u{a0}', " ")
}

#[test]
fn the_link_is_copied() {
    browse(dist(), DESKTOP, |b| {
        allow_clipboard(b);
        b.open_live("/huyen/dak-song/?measure=rate");
        assert_selected(b, Some("665"));
        b.click("[data-act=copy]");
        b.until("it says so", "document.querySelector('[data-part=share] .outcome').textContent.trim()");
        assert_eq!(clipboard(b), format!("{}/huyen/dak-song/?measure=rate", b.origin()));
        b.click(&label("661"));
        b.click("[name=measure][value=installs]");
        b.becomes("location.search", "?measure=installs");
        b.click("[data-act=copy]");
        let wanted = format!("{}/huyen/dak-glong/?measure=installs", b.origin());
        b.eventually("what is copied is what is shown now", || clipboard(b) == wanted);
    });
}

#[test]
fn without_a_clipboard_object() {
    // Plain http and in-app browsers have none.
    browse(dist(), DESKTOP, |b| {
        allow_clipboard(b);
        b.open_url(&format!("http://{PLAIN_HOST}:{}/huyen/cu-jut/", b.server.port));
        b.until_live();
        assert!(b.js::<bool>("navigator.clipboard === undefined"), "this is the case to test");
        b.click("[data-act=copy]");
        b.until("it says so", "document.querySelector('[data-part=share] .outcome').textContent.includes('Đã sao chép')");
        b.open_live("/");
        assert_eq!(clipboard(b), format!("http://{PLAIN_HOST}:{}/huyen/cu-jut/", b.server.port));
    });
}

#[test]
fn figures_are_copied_with_their_moment() {
    browse(dist(), DESKTOP, |b| {
        allow_clipboard(b);
        b.open_live("/");
        for (selector, figure) in [
            ("[data-part=headline] .total strong", "51.974"),
            ("[data-part=headline]", "51.974"),
            ("[data-part=board] [data-district='663']", "7.904"),
            ("[data-part=map] [data-district='663'] .figure", "7,91"),
        ] {
            b.js::<()>(&format!(
                "(s => {{ s.removeAllRanges(); s.selectAllChildren(document.querySelector({selector:?})); }})(getSelection())"
            ));
            b.copy();
            let text = clipboard(b);
            assert!(text.contains(figure), "{selector}: {text}");
            for word in ["8 giờ ngày 11/8/2020", "số điện thoại", "Sở Thông tin và Truyền thông", &b.origin()] {
                assert!(text.contains(word), "{selector}: {word} goes along: {text}");
            }
        }
        // Words that are no figures stay as they are.
        b.js::<()>("getSelection().selectAllChildren(document.querySelector('header .brand'))");
        b.copy();
        assert_eq!(clipboard(b).trim(), b.text("header .brand").trim());
    });
}

#[test]
fn the_systems_sheet_where_there_is_one() {
    browse(dist(), DESKTOP, |b| {
        // The reader closes the sheet again: that is no error.
        b.before_every_page(
            "navigator.share = data => { window.__shared = data; return Promise.reject(new DOMException('closed', 'AbortError')); };
             window.print = () => { window.__printed = true; };",
        );
        b.open_live("/huyen/gia-nghia/");
        b.becomes("getComputedStyle(document.querySelector('[data-act=share]')).visibility", "visible");
        b.click("[data-act=share]");
        b.until("the sheet is asked for", "window.__shared");
        let (url, text): (String, String) = b.js("[window.__shared.url, window.__shared.text]");
        assert_eq!(url, format!("{}/huyen/gia-nghia/", b.origin()));
        for word in ["Gia Nghĩa", "12.452", "11/8/2020"] {
            assert!(text.replace('\u{a0}', " ").contains(word), "{text}");
        }
        b.click("[data-act=print]");
        b.until("print is asked for", "window.__printed");
    });
    browse(dist(), DESKTOP, |b| {
        b.before_every_page("delete Navigator.prototype.share;");
        b.open_live("/");
        assert!(!b.shows("[data-act=share]"), "no sheet, no button");
    });
}

#[test]
fn links_to_zalo_and_facebook() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        // They are offered as soon as the page is live, before anything is chosen.
        for act in ["facebook", "zalo"] {
            b.becomes(&format!("getComputedStyle(document.querySelector('[data-act={act}]')).visibility"), "visible");
            b.becomes(
                &format!("document.querySelector('[data-act={act}]').href.endsWith(encodeURIComponent(location.origin + '/'))"),
                true,
            );
        }
        b.click(&label("667"));
        assert_selected(b, Some("667"));
        let encoded: String = b.js(&format!("encodeURIComponent({:?})", format!("{}/huyen/tuy-duc/", b.origin())));
        for (act, start) in [("facebook", "https://www.facebook.com/"), ("zalo", "https://")] {
            let link = format!("[data-act={act}]");
            b.until("the link follows the selection", &format!("document.querySelector({link:?}).href.includes({encoded:?})"));
            assert!(b.attr(&link, "href").is_some_and(|href| href.starts_with(start)));
            assert!(b.attr(&link, "rel").is_some_and(|rel| rel.contains("noopener")));
            b.becomes(&format!("getComputedStyle(document.querySelector({link:?})).visibility"), "visible");
        }
        let sentence = b.text("[data-part=share] .sentence");
        assert!(sentence.contains("Tuy Đức") && sentence.contains("3.735") && sentence.contains("11/8/2020"), "{sentence}");
    });
}

#[test]
fn the_other_language_keeps_the_selection() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        b.click(&label("662"));
        b.click("[name=measure][value=rate]");
        b.becomes("document.querySelector('[data-lang-switch]').getAttribute('href')", "/en/huyen/cu-jut/?measure=rate");
        b.click("[data-lang-switch]");
        b.becomes("document.documentElement.lang", "en");
        b.until_live();
        assert_selected(b, Some("662"));
        b.becomes("document.querySelector('[name=measure]:checked').value", "rate");
        assert!(b.text("[data-part=panel]").contains("6.88"));
        assert_eq!(b.text("[data-figure=total]"), "51,974");
        b.click("[data-lang-switch]");
        b.becomes("document.documentElement.lang", "vi");
        b.until_live();
        assert_selected(b, Some("662"));
        b.becomes("location.search", "?measure=rate");
    });
}
