//! The page that makes embeds: a form that leads to the embed without scripts; with them a preview and four snippets that follow every choice.

use serde_json::json;
use thirtyfour::{By, Key};

use crate::{
    axe::{Findings, LOOKS},
    embed::{assert_honest, overflow},
    harness::{Browser, DESKTOP, PHONE, PLAIN_HOST, browse},
    site::dist,
};

const INSIDE: &str = "document.querySelector('#screen').contentDocument";

fn open_live(b: &Browser, path: &str) {
    b.open(path);
    b.becomes("document.documentElement.dataset.state", "live");
    b.until("the preview is there", &format!("{INSIDE}?.querySelector('[data-figure]')"));
}

fn snippet(b: &Browser, id: &str) -> String {
    b.js(&format!("document.getElementById({id:?}).value"))
}

fn type_into(b: &Browser, id: &str, text: &str) {
    b.js::<()>(&format!("(e => (e.scrollIntoView(), e.focus(), e.select(), undefined))(document.getElementById({id:?}))"));
    b.press(Key::Delete);
    b.wait(b.driver().action_chain().send_keys(text).perform()).expect("keys pressed");
}

#[test]
fn without_scripts_the_form_leads_to_the_embed() {
    browse(dist(), DESKTOP, |b| {
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        b.open("/embed/builder/");
        assert!(b.shows(".no-script") && !b.shows("#bare"));
        assert_eq!(b.attr("#settings", "action").as_deref(), Some("/embed/"));
        // Sent by the browser alone; in the new tab scripts run again.
        let option = b.wait(b.driver().find(By::Css("#district option[value=cu-jut]"))).expect("the option");
        b.wait(option.click()).expect("the option chosen");
        b.click("[name=show][value=board]");
        b.click("[name=theme][value=dark]");
        b.click(".go");
        b.eventually("a tab is opened", || b.wait(b.driver().windows()).expect("tabs").len() == 2);
        let tabs = b.wait(b.driver().windows()).expect("tabs");
        b.wait(b.driver().switch_to_window(tabs[1].clone())).expect("the new tab");
        b.becomes("location.pathname + location.search + location.hash", "/embed/cu-jut/?show=headline,map&theme=dark#s-hm");
        b.becomes("document.documentElement.dataset.show", "headline map");
    });
}

#[test]
fn every_choice_reaches_preview_and_snippets() {
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/embed/builder/");
        let site = format!("{}/", b.origin());
        b.until("the snippets know the height", "!document.querySelector('#bare').value.includes('600/600')");
        let bare = snippet(b, "bare");
        assert!(bare.starts_with(&format!("<iframe src=\"{site}embed/\" title=\"Bluezone ở Đắk Nông\" width=\"100%\"")), "{bare}");
        assert!(bare.contains("aspect-ratio:600/"), "{bare}");
        assert!(snippet(b, "resized").ends_with(&format!("<script async src=\"{site}embed.js\"></script>")));
        let element = snippet(b, "element");
        assert!(
            element.contains(&format!("<bluezone-map site=\"{site}\" show=\"headline,map,board\""))
                && element.contains("<noscript><img src="),
            "{element}"
        );
        for id in ["element", "picture"] {
            let code = snippet(b, id).replace('\u{a0}', " ");
            assert!(
                code.contains("51.974") && code.contains("622.168") && code.contains("11/8/2020"),
                "figure, denominator and moment: {code}"
            );
            assert!(code.contains("alt=\"Số máy, tính đến 8 giờ ngày 11/8/2020: cao nhất là Gia Nghĩa"), "{code}");
        }

        b.click("[name=show][value=headline]");
        b.click("[name=show][value=board]");
        b.click("[name=show][value=qr]");
        let option = b.wait(b.driver().find(By::Css("#district option[value=cu-jut]"))).expect("the option");
        b.wait(option.click()).expect("the option chosen");
        b.click("[name=measure][value=rate]");
        b.click("[name=theme][value=dark]");
        b.click("[name=lang][value=en]");
        b.click("[name=link]");
        type_into(b, "accent", "B23C00");
        type_into(b, "width", "320");
        let address = "embed/en/cu-jut/rate/?show=map,qr&amp;theme=dark&amp;accent=b23c00&amp;link=full#s-mq";
        b.until("the snippet follows", &format!("document.querySelector('#bare').value.includes({address:?})"));
        b.until(
            "the preview follows",
            &format!("{INSIDE}?.location.pathname === '/embed/en/cu-jut/rate/' && {INSIDE}.querySelector('[data-part=qr]')"),
        );
        b.until("the width follows", "document.querySelector('#bare').value.includes('max-width:320px')");
        let element = snippet(b, "element");
        let attributes = "show=\"map,qr\" district=\"cu-jut\" measure=\"rate\" lang=\"en\" theme=\"dark\" accent=\"b23c00\" link=\"full\" title=\"Cư Jút District";
        assert!(element.contains(attributes), "{element}");
        assert!(element.contains(&format!("{site}embed/en/cu-jut/map.png")) && element.contains("6,306"), "{element}");
        assert!(snippet(b, "picture").contains(&format!("href=\"{site}en/huyen/cu-jut/?measure=rate\"")));

        // What can't be used is said, and the rest holds.
        type_into(b, "accent", "red");
        b.until("it is said", "document.querySelector('#ignored').textContent.includes('red')");
        assert!(!snippet(b, "bare").contains("accent"));
        type_into(b, "width", "99");
        assert!(snippet(b, "bare").contains("max-width:320px"));
    });
}

#[test]
fn the_height_in_the_snippet_is_the_embeds_own() {
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/embed/builder/");
        for width in ["360", "800", "180"] {
            type_into(b, "width", width);
            let ratio = format!("(/height=\"(\\d+)\" .*max-width:{width}px/.exec(document.querySelector('#bare').value) || [])[1]");
            b.until("the preview has that width", &format!("{INSIDE}.defaultView.innerWidth === {width}"));
            let cut = format!("(m => m.scrollHeight - m.clientHeight)({INSIDE}.querySelector('main'))");
            b.until("all of it is in", &format!("{cut} <= 1 && Math.abs({ratio} - {INSIDE}.defaultView.innerHeight) < 2"));
        }
    });
}

#[test]
fn snippets_are_copied_on_plain_http_too() {
    browse(dist(), DESKTOP, |b| {
        b.cdp("Browser.grantPermissions", json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }));
        open_live(b, "/embed/builder/");
        b.click("[data-copy-from=resized]");
        b.until("it is said", "document.querySelector('#said').textContent === document.querySelector('#said').dataset.copied");
        assert_eq!(b.js_promise::<String>("navigator.clipboard.readText()"), snippet(b, "resized"));
        // The picture is copied as one as well, for letters and visual editors.
        b.click("[data-copy-from=picture]");
        b.until("it is said", "document.querySelector('#said').textContent === document.querySelector('#said').dataset.copied");
        let rich: String =
            b.js_promise("navigator.clipboard.read().then(items => items[0].getType('text/html')).then(blob => blob.text())");
        assert!(rich.contains("<img") && rich.contains("embed/map.png") && rich.contains("11/8/2020"), "{rich}");
        assert_eq!(b.js_promise::<String>("navigator.clipboard.readText()"), snippet(b, "picture"));
        b.open_url(&format!("http://{PLAIN_HOST}:{}/embed/builder/", b.server.port));
        b.becomes("document.documentElement.dataset.state", "live");
        b.until("a snippet is there", "document.querySelector('#picture').value");
        b.click("[data-copy-from=picture]");
        b.until("it is said", "document.querySelector('#said').textContent === document.querySelector('#said').dataset.copied");
        let selected: String = b.js("(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.querySelector('#picture'))");
        assert_eq!(selected, snippet(b, "picture"));
    });
}

/// What is copied works: the page that an agency makes from each snippet.
#[test]
fn the_snippets_work_where_they_are_pasted() {
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/embed/builder/");
        b.until("the snippets know the height", "!document.querySelector('#bare').value.includes('600/600')");
        let snippets = ["bare", "resized", "element", "picture"].map(|id| snippet(b, id));
        let port = b.host(&format!(
            "<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Cổng</title><h1>Cổng</h1>{}",
            snippets.join("<hr>")
        ));
        b.open_url(&format!("http://{PLAIN_HOST}:{port}/"));
        b.until("the element is there", "document.querySelector('bluezone-map')?.shadowRoot?.querySelector('iframe')");
        for (what, frame) in [
            ("the plain frame", "document.querySelectorAll('iframe')[0]"),
            ("the frame with the script", "document.querySelectorAll('iframe')[1]"),
            ("the element", "document.querySelector('bluezone-map').shadowRoot.querySelector('iframe')"),
        ] {
            b.enter(frame);
            assert_honest(b, what);
            b.leave();
        }
        b.until("the picture is there", "document.querySelector('p img').naturalWidth === 1200");
        // On a phone the plain frame is taller, and still nothing of it is cut.
        b.resize(PHONE);
        b.open_url(&format!("http://{PLAIN_HOST}:{port}/"));
        b.enter("document.querySelectorAll('iframe')[0]");
        assert_honest(b, "the plain frame on a phone");
        assert!(overflow(b) <= 1, "{} px are cut on a phone", overflow(b));
        b.leave();
    });
}

#[test]
fn axe_finds_nothing() {
    let mut axe = Findings::new();
    for screen in [DESKTOP, PHONE] {
        browse(dist(), screen, |b| {
            for path in ["/embed/builder/", "/embed/en/builder/"] {
                open_live(b, path);
                b.unfold(true);
                for (look, features) in &LOOKS[..2] {
                    b.emulate(features);
                    axe.look(b, &format!("{path} {look}"));
                }
            }
            assert!(b.js::<bool>("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the page");
        });
    }
}
