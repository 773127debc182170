//! Without scripts: the page as served is the whole answer, and its links do what they can.

use serde_json::json;

use crate::{
    harness::{Browser, DESKTOP, PHONE, browse},
    input::{label, row, shape},
    measures::{FIGURES, ORDER, codes_by_rate, rates},
    site::{self, DISTRICTS, dist, variant},
};

fn without_scripts(b: &Browser) {
    b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
}

/// Everything a citizen comes for is there in words and figures.
pub fn assert_complete(b: &Browser) {
    b.becomes(
        "[document.documentElement.dataset.face, document.documentElement.dataset.state, document.documentElement.dataset.figures]",
        json!(["page", "static", "built"]),
    );
    let headline = b.text("[data-part=headline]");
    for word in ["51.974", "8,35%", "622.168", "11/8/2020", "Sở Thông tin và Truyền thông"] {
        assert!(headline.contains(word), "{word} in {headline}");
    }
    b.becomes(FIGURES, rates());
    b.becomes(ORDER, json!(codes_by_rate()));
    for part in ["headline", "map", "panel", "board", "trend", "guide", "share"] {
        let tall: f64 = b.js(&format!("document.querySelector('[data-part={part}]')?.getBoundingClientRect().height ?? 0"));
        assert!(tall > 20.0, "{part} is there to be seen");
    }
    assert!(b.count(".plot svg text") > 8, "the chart is drawn");
    assert_eq!(b.count("[data-part=map] [tabindex], [data-part=map] [role=tooltip]"), 0);
    assert!(!b.has("[role=alert], dialog[open]"), "nobody is told of an error");
    let bars: usize = b.js("[...document.querySelectorAll('[data-part=status], .outcome')].filter(e => e.getClientRects().length).length");
    assert_eq!(bars, 0, "a bar with nothing to say lies over the page");
    // What can't work is not offered as if it could.
    let dead: Vec<String> = b.js("[...document.querySelectorAll('button, select, input')]
            .filter(e => !e.matches(':disabled') && getComputedStyle(e).visibility === 'visible' && e.getClientRects().length)
            .map(e => e.outerHTML.slice(0, 80))");
    assert_eq!(dead, [""; 0], "controls that do nothing");
}

#[test]
fn complete_and_walkable() {
    browse(dist(), PHONE, |b| {
        without_scripts(b);
        b.open("/");
        assert_complete(b);
        // A tap is a link to the district's own page.
        b.tap(&label("662"));
        b.becomes("location.pathname", "/huyen/cu-jut/");
        b.becomes("document.querySelector('[data-part=map] [data-selected=true]')?.dataset.district", "662");
        b.becomes("document.querySelector('[data-part=board] [data-selected=true]')?.dataset.district", "662");
        assert!(b.text("[data-part=panel]").contains("Cư Jút") && b.text("[data-part=panel]").contains("6.306"));
        b.tap(&format!("{} .name a", row("664")));
        b.becomes("location.pathname", "/huyen/krong-no/");
        b.tap("[data-part=panel] a.all");
        b.becomes("location.pathname", "/");
        // The folded parts open by themselves.
        b.tap("details.text-map summary");
        b.becomes("document.querySelector('details.text-map').open", true);
        b.tap("[data-lang-switch]");
        b.becomes("[location.pathname, document.documentElement.lang]", json!(["/en/", "en"]));
        assert_eq!(b.text("[data-figure=total]"), "51,974");
        assert!(!b.server.asked().iter().any(|path| path.ends_with(".wasm")), "nothing is loaded that can't run");
    });
}

#[test]
fn a_row_by_its_address() {
    browse(dist(), DESKTOP, |b| {
        without_scripts(b);
        b.open("/");
        let look = |code: &str| -> String {
            b.js(&format!(
                "(s => s.backgroundColor + s.boxShadow + s.fontWeight + s.outline)(getComputedStyle(document.querySelector({:?})))",
                row(code)
            ))
        };
        let plain = look("662");
        b.open("/#cu-jut");
        b.becomes("document.querySelector(':target')?.dataset.district", "662");
        assert_ne!(look("662"), plain, "the row that the address names stands out");
        assert_eq!(look("663"), plain);
        b.until("it is in view", "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())");
        // The mouse finds something too, by style alone.
        let path = format!("getComputedStyle(document.querySelector({:?})).stroke", format!("{} path", shape("661")));
        let before: String = b.js(&path);
        b.hover(&label("661"));
        b.until("the shape under the mouse is marked", &format!("{path} !== {before:?}"));
    });
}

#[test]
fn every_page_is_rendered_with_its_district() {
    browse(dist(), DESKTOP, |b| {
        without_scripts(b);
        for known in &DISTRICTS {
            for lang in ["", "/en"] {
                b.open(&format!("{lang}/huyen/{}/", known.slug));
                for part in ["map", "board"] {
                    b.becomes(
                        &format!("[...document.querySelectorAll('[data-part={part}] [data-selected=true]')].map(e => e.dataset.district)"),
                        json!([known.code]),
                    );
                }
                assert!(b.js::<String>("document.title").contains(known.name));
                assert!(b.text("[data-part=panel] h2, [data-part=panel] h3").contains(known.name));
                assert_eq!(b.attr(&row(known.code), "data-value"), Some(rates()[known.code].as_str().expect("a rate").replace(',', ".")));
                assert_eq!(b.attr(&row(known.code), "id").as_deref(), Some(known.slug));
                assert_eq!(b.attr(&shape(known.code), "href"), Some(format!("{lang}/huyen/{}/", known.slug)));
                let (title, words) = (b.attr("meta[property='og:title']", "content"), b.attr("meta[name=description]", "content"));
                assert!(title.unwrap_or_default().contains(known.name));
                let words = words.unwrap_or_default();
                assert!(words.contains(known.name) && words.contains("2020"), "a shared figure keeps its moment: {words}");
                let other = if lang.is_empty() { "/en" } else { "" };
                assert_eq!(b.attr("[data-lang-switch]", "href"), Some(format!("{other}/huyen/{}/", known.slug)));
            }
        }
    });
}

#[test]
fn two_reports_without_scripts() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        without_scripts(b);
        b.open("/");
        assert_eq!(b.text("[data-figure=total]"), "57.511");
        assert!(b.text("[data-part=headline] .change").contains("5.537"));
        assert!(b.text(".reservations").contains("57.516"));
        assert!(b.has(".plot svg polyline"), "lines over time");
        assert!(b.has("select[name=at]:disabled") || !b.has("select[name=at]"), "a choice that can't be made is not offered");
    });
}
