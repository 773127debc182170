//! One rule of acceptance: a data file that `check` refuses, or that speaks of another province, is shown by no outlet. The page, the embed and
//! the public screen keep the figures they have, and say so.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, DESKTOP, browse},
    led::{SAID, led},
    server::Answer,
    site::{dist, two_reports},
};

const DATA: &str = "/data/campaign.json";
const STATE: &str = "document.documentElement.dataset.figures";
const TOTAL: &str = "document.querySelector('[data-figure=total]').textContent";

/// The newer file with one thing wrong. Everything else in it is good, so that only this can be the reason to refuse it.
fn refused() -> Vec<(&'static str, Answer)> {
    let with = |path: &str, value: Value| {
        let mut data = two_reports();
        *data.pointer_mut(path).unwrap_or_else(|| panic!("{path} is in the data")) = value;
        Answer::json(data.to_string())
    };
    let source = |url: &str| json!({ "title": "Nguồn thử", "url": url });
    vec![
        ("a link that runs, to install", with("/links/install", json!("javascript:window.__hacked=1"))),
        ("a link that runs, to a shop", with("/links/android", json!("javascript:window.__hacked=2"))),
        ("a link that runs, to the source", with("/reports/1/source", source("javascript:window.__hacked=3"))),
        ("a link with a quote", with("/reports/1/source", source("https://x.vn/\" onclick=\"window.__hacked=4"))),
        ("a title that turns the line", with("/reports/1/source/title", json!("Công văn \u{202e}1202"))),
        ("a name that turns the line", with("/districts/0/name", json!("\u{2066}Gia Nghĩa"))),
        ("a title of 100,000 characters", with("/reports/1/source/title", json!("Đ".repeat(100_000)))),
        ("a note of 100,000 characters", with("/reports/1/note", json!("Đ".repeat(100_000)))),
        ("another province", with("/province/code", json!("66"))),
    ]
}

/// The network's return is a reason to ask again.
fn ask_again(b: &Browser) {
    b.js::<()>("void document.documentElement.setAttribute('data-figures', 'waiting')");
    b.js::<()>("void dispatchEvent(new Event('online'))");
}

fn assert_nothing_ran(b: &Browser, what: &str) {
    assert!(b.js::<bool>("window.__hacked === undefined"), "{what}: foreign script ran");
    assert_eq!(b.count("a[href^='javascript']"), 0, "{what}: a link that runs");
}

#[test]
fn the_page_keeps_its_figures() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        for (what, answer) in refused() {
            b.server.replace(DATA, answer);
            ask_again(b);
            b.becomes(STATE, "invalid");
            b.becomes(TOTAL, "51.974");
            assert!(b.text("[data-part=status]").contains("11/8/2020"), "{what}: the page says what it still shows");
            assert_nothing_ran(b, what);
        }
        // The same file with nothing wrong is taken.
        b.server.replace(DATA, Answer::json(two_reports().to_string()));
        ask_again(b);
        b.becomes(STATE, "fresh");
        b.becomes(TOTAL, "57.511");
    });
}

#[test]
fn the_embed_keeps_its_figures() {
    browse(dist(), DESKTOP, |b| {
        b.open("/embed/");
        b.point_at("[data-part=headline] h2");
        b.until("it lives", "document.documentElement.dataset.state === 'live'");
        for (what, answer) in refused() {
            b.server.replace(DATA, answer);
            ask_again(b);
            b.becomes(STATE, "invalid");
            b.becomes(TOTAL, "51.974");
            assert_nothing_ran(b, what);
        }
        b.server.replace(DATA, Answer::json(two_reports().to_string()));
        ask_again(b);
        b.becomes(STATE, "fresh");
        b.becomes(TOTAL, "57.511");
    });
}

#[test]
fn the_screen_keeps_its_figures() {
    browse(dist(), led(1280, 720), |b| {
        b.hurry(30);
        b.open_led("/led/?dwell=3&refresh=30&scenes=headline");
        for (what, answer) in refused() {
            b.server.replace(DATA, answer);
            ask_again(b);
            b.becomes(STATE, "invalid");
            assert!(b.said().contains("51.974"), "{what}: {}", b.said());
            // A refused file is not kept for the next start either.
            let kept: String = b.js("Object.values(localStorage).join()");
            assert!(!kept.contains("57511"), "{what}: kept for the next start");
            assert_nothing_ran(b, what);
        }
        b.server.replace(DATA, Answer::json(two_reports().to_string()));
        ask_again(b);
        b.until("the good file is taken", &format!("({SAID}).includes('57.511')"));
    });
}
