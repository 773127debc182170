//! Data files that no one should ever serve. None of them may blank the page, run anything or put a wrong figure on it.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, DESKTOP, browse},
    input::label,
    select::assert_selected,
    server::Answer,
    site::{self, dist},
};

const DATA: &str = "/data/campaign.json";

/// The data with one thing changed.
fn with(change: impl FnOnce(&mut Value)) -> String {
    let mut data = site::two_reports();
    change(&mut data);
    data.to_string()
}

/// The data with one piece of its text replaced; for what is no JSON value.
fn spliced(from: &str, to: &str) -> String {
    let text = site::two_reports().to_string();
    assert!(text.contains(from), "{from} is in the data");
    text.replace(from, to)
}

fn set(path: &'static str, value: Value) -> Answer {
    Answer::json(with(|data| *data.pointer_mut(path).unwrap_or_else(|| panic!("{path} is in the data")) = value))
}

/// Links that lead to a page or a phone number and run nothing; an SVG link has its address in an object of its own.
const LINKS_ARE_SAFE: &str = "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), document.baseURI))\
    .every(url => /^(https?|tel):$/.test(url.protocol))";

/// Serves each answer to a page of its own and asserts that the page keeps the figures it was built with.
fn assert_refused(cases: Vec<(&str, Answer, &str)>) {
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        b.before_every_page("window.alert = window.confirm = window.prompt = () => { window.__hacked = 'dialog'; };");
        for (name, answer, state) in cases {
            println!("{name}");
            b.server.replace(DATA, answer);
            b.open_live("/");
            b.becomes("document.documentElement.dataset.figures", state);
            assert_whole(b, name);
            assert_eq!(b.text("[data-figure=total]"), "51.974", "{name}");
            let status = b.text("[data-part=status]");
            assert!(status.contains("11/8/2020"), "{name}: the page says what it still shows: {status:?}");
        }
    });
}

/// The page is complete, works, and ran nothing foreign.
fn assert_whole(b: &Browser, name: &str) {
    assert!(b.js::<bool>("window.__hacked === undefined"), "{name}: foreign script ran");
    assert_eq!(b.count("[data-part=map] [data-district]"), 8, "{name}");
    assert_eq!(b.count("[data-part=board] tbody tr"), 8, "{name}");
    assert!(!b.has("#live img, #live script, #live iframe"), "{name}: markup from the data file");
    assert!(b.js::<bool>(LINKS_ARE_SAFE), "{name}: a link that runs");
    let text: String = b.js("document.querySelector('main').innerText");
    for wrong in ["NaN", "undefined", "Infinity", "[object", "null"] {
        assert!(!text.contains(wrong), "{name}: {wrong} on the page");
    }
    b.click(&label("666"));
    assert_selected(b, Some("666"));
}

#[test]
fn what_is_no_data_file() {
    let nested = format!("{}{}", "[".repeat(5_000_000), "]".repeat(5_000_000));
    let half_nested = "{\"schema\":1,\"reports\":".repeat(400_000);
    let whole = site::two_reports().to_string();
    assert_refused(vec![
        ("an empty file", Answer::json(""), "invalid"),
        ("truncated JSON", Answer::json(&whole[..whole.len() / 2]), "invalid"),
        (
            "HTML with status 200",
            Answer::Whole { status: 200, kind: "text/html", bytes: b"<!doctype html><script>window.__hacked=1</script>".to_vec() },
            "invalid",
        ),
        ("10 MB of nested arrays", Answer::json(nested), "invalid"),
        ("8 MB of objects without an end", Answer::json(half_nested), "invalid"),
        ("null", Answer::json("null"), "invalid"),
        ("a number", Answer::json("51974"), "invalid"),
        ("an array", Answer::json("[]"), "invalid"),
        (
            "bytes that are no text",
            Answer::Whole { status: 200, kind: "application/json", bytes: vec![0xff, 0xfe, 0x00, 0xc3, 0x28] },
            "invalid",
        ),
        ("a script instead", Answer::Whole { status: 200, kind: "text/javascript", bytes: b"window.__hacked=1".to_vec() }, "invalid"),
        ("404", Answer::status(404), "kept"),
        ("500", Answer::status(500), "kept"),
        ("503 with a good body", Answer::Whole { status: 503, kind: "application/json", bytes: whole.clone().into_bytes() }, "kept"),
        ("half a body", Answer::Half(whole.into_bytes()), "kept"),
    ]);
}

#[test]
fn wrong_figures() {
    assert_refused(vec![
        ("another schema", set("/schema", json!(99)), "invalid"),
        ("a schema in words", set("/schema", json!("1")), "invalid"),
        ("NaN", Answer::json(spliced("57511", "NaN")), "invalid"),
        ("1e999", Answer::json(spliced("57511", "1e999")), "invalid"),
        ("a figure as text", set("/reports/1/total", json!("57511")), "invalid"),
        ("a figure as an object", set("/reports/1/installs/660", json!({ "valueOf": "1" })), "invalid"),
        ("a negative figure", set("/reports/1/installs/660", json!(-1)), "invalid"),
        ("half an install", set("/reports/1/total", json!(57_511.5)), "invalid"),
        ("a total beyond all bounds", set("/reports/1/total", json!(u64::MAX)), "invalid"),
        ("a rate beyond all bounds", set("/reports/1/rate_percent", json!(1e308)), "invalid"),
        ("a figure without a value", set("/reports/1/total", json!(null)), "invalid"),
        (
            "an unknown code",
            Answer::json(with(|d| {
                d["reports"][1]["installs"]["999"] = json!(5);
            })),
            "invalid",
        ),
        ("a prototype as a code", Answer::json(spliced("\"667\":4217", "\"__proto__\":4217")), "invalid"),
        (
            "a fall without a note",
            Answer::json(with(|d| {
                d["reports"][1]["total"] = json!(1);
                d["reports"][1].as_object_mut().expect("a report").remove("note");
            })),
            "invalid",
        ),
        ("no districts", set("/districts", json!([])), "invalid"),
        (
            "the same district twice",
            Answer::json(with(|d| {
                let again = d["districts"][0].clone();
                d["districts"].as_array_mut().expect("districts").push(again);
            })),
            "invalid",
        ),
        ("reports as an object", set("/reports", json!({})), "invalid"),
        ("a date that is none", set("/reports/1/as_of", json!("2020-13-45T99:00:00+07:00")), "invalid"),
        ("a slug that leaves the site", set("/districts/0/slug", json!("../../evil")), "invalid"),
    ]);
}

#[test]
fn script_in_the_words() {
    let evil = "<img src=x onerror=\"window.__hacked=1\"><script>window.__hacked=2</script>";
    let cases = [
        ("a name", "/districts/0/name", json!(evil)),
        ("the province's name", "/province/name", json!(evil)),
        ("a source", "/reports/1/source/title", json!(evil)),
        ("a note", "/reports/1/note", json!(evil)),
        ("a source's address", "/reports/1/source", json!({ "title": "x", "url": "javascript:window.__hacked=3" })),
        (
            "a source's address with a quote",
            "/reports/1/source",
            json!({ "title": "x", "url": "https://x.vn/\" onclick=\"window.__hacked=4" }),
        ),
        ("a store's address", "/links/android", json!("javascript:window.__hacked=5")),
        ("a population's source", "/districts/0/population_source", json!(evil)),
        ("letters that reverse the line", "/districts/0/name", json!("\u{202e}Gia Nghĩa")),
        ("a name without an end", "/districts/0/name", json!("Đ".repeat(100_000))),
    ];
    browse(dist(), DESKTOP, |b| {
        b.before_every_page("window.alert = window.confirm = window.prompt = () => { window.__hacked = 'dialog'; };");
        for (name, path, value) in cases {
            println!("{name}");
            b.server.replace(DATA, set(path, value));
            b.open_live("/");
            // Such a file may be refused, or its words shown as words.
            b.until("the file is judged", "['fresh', 'invalid'].includes(document.documentElement.dataset.figures)");
            let taken = b.js::<bool>("document.documentElement.dataset.figures === 'fresh'");
            b.becomes("document.querySelector('[data-figure=total]').textContent", if taken { "57.511" } else { "51.974" });
            b.becomes("document.querySelectorAll('[data-part=board] tbody tr').length", 8);
            assert!(b.js::<bool>(LINKS_ARE_SAFE), "{name}: a link that runs");
            assert!(
                b.js::<bool>("![...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))"),
                "{name}"
            );
            assert!(!b.has("#live img, #live script, #share img, #trend img"), "{name}: markup from the data file");
            b.hover(&label("660"));
            b.until("the tooltip is there", "document.querySelector('[role=tooltip]')");
            b.click(&label("660"));
            b.becomes("document.querySelector('[data-part=map] [data-selected=true]')?.dataset.district", "660");
            assert!(b.js::<bool>("window.__hacked === undefined"), "{name}: foreign script ran");
        }
    });
}
