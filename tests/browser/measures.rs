//! The measure: what map, board, legend and address show, by choice and by address, and what becomes of bad values.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, DESKTOP, browse},
    input::label,
    select::assert_selected,
    site::{DISTRICTS, dist},
};

/// Installs per 100 people by the census of 2019, worked out by hand, in rank order.
const PER_100: [(&str, &str); 8] = [
    ("660", "19,75"),
    ("666", "8,10"),
    ("663", "7,91"),
    ("665", "7,41"),
    ("662", "6,88"),
    ("664", "6,61"),
    ("667", "6,09"),
    ("661", "5,78"),
];

/// The codes of the board's rows from above.
pub const ORDER: &str = "[...document.querySelectorAll('[data-part=board] tbody tr')].map(e => e.dataset.district)";
/// Code and figure of every shape.
pub const FIGURES: &str = "Object.fromEntries([...document.querySelectorAll('[data-part=map] [data-district]')]\
    .map(a => [a.dataset.district, a.querySelector('.figure').textContent.trim()]))";

pub fn codes() -> Vec<&'static str> {
    DISTRICTS.iter().map(|d| d.code).collect()
}

/// Code and rate of every shape.
pub fn rates() -> Value {
    Value::Object(PER_100.iter().map(|(code, figure)| (code.to_string(), json!(figure))).collect())
}

/// The codes by rate, the highest first.
pub fn codes_by_rate() -> Vec<&'static str> {
    PER_100.iter().map(|(code, _)| *code).collect()
}

fn assert_per_100(b: &Browser, search: &str) {
    b.becomes("location.search", search);
    b.becomes("document.querySelector('[name=measure]:checked').value", "rate");
    b.becomes(ORDER, json!(PER_100.map(|(code, _)| code)));
    b.becomes(FIGURES, rates());
    for (code, figure) in PER_100 {
        let row = b.text(&crate::input::row(code));
        assert!(row.contains(figure), "{row}");
    }
    assert_eq!(b.texts("[data-part=board] tbody .rank"), ["1", "2", "3", "4", "5", "6", "7", "8"]);
    // A bar lies behind the measure's figure, and is as long as it says.
    let bars: Vec<(String, f64)> = b.js(
        "[...document.querySelectorAll('[data-part=board] tbody .bar')].map(e => [e.textContent, parseFloat(getComputedStyle(e, '::before').width)])",
    );
    assert_eq!(bars.iter().map(|(figure, _)| figure.as_str()).collect::<Vec<_>>(), PER_100.map(|(_, figure)| figure));
    let length = |at: usize| bars[at].1 / bars[0].1;
    assert!((length(1) - 8.10 / 19.75).abs() < 0.01 && (length(7) - 5.78 / 19.75).abs() < 0.01, "{bars:?}");
    // The province's own rate stands on the legend.
    assert!(b.text(".legend .mark").contains("8,35"), "{}", b.text(".legend"));
    assert!(b.text("[data-part=map] .caption").contains("Tổng điều tra dân số"), "the map names the denominator too");
    // The denominator stands beside the rate.
    assert!(b.text("[data-part=board]").contains("Tổng điều tra dân số"), "the population's source");
}

#[test]
fn chosen_by_hand() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        b.becomes("[...document.querySelectorAll('[name=measure]')].map(e => e.value)", json!(["installs", "rate"]));
        assert_per_100(b, "");
        let (legend, caption) = (b.text(".legend"), b.text("[data-part=map] .caption"));
        b.click("[name=measure][value=installs]");
        b.becomes("location.search", "?measure=installs");
        b.becomes(ORDER, json!(codes()));
        b.becomes(
            "[...document.querySelectorAll('[data-part=board] tbody tr')].map(e => e.dataset.value)",
            json!(DISTRICTS.iter().map(|d| d.first.to_string()).collect::<Vec<_>>()),
        );
        assert_ne!(b.text(".legend"), legend);
        assert!(!b.has(".legend .mark"), "a count of the province is not on the scale of its districts");
        assert_ne!(b.text("[data-part=map] .caption"), caption);
        b.click("[name=measure][value=rate]");
        assert_per_100(b, "?measure=rate");
        assert_eq!((b.text(".legend"), b.text("[data-part=map] .caption")), (legend.clone(), caption));
        assert!(b.text("[data-part=map] .caption").contains("11/8/2020"), "the moment stays with the measure");
        // The selection lives beside the measure.
        b.click(&label("661"));
        assert_selected(b, Some("661"));
        assert!(b.text("[data-part=panel]").contains("5,78"));
        assert_eq!(b.js::<String>("location.search"), "?measure=rate");
        b.click("[name=measure][value=installs]");
        b.becomes("location.search", "?measure=installs");
        b.becomes(ORDER, json!(codes()));
        assert_selected(b, Some("661"));
        // By keyboard the chooser is one group of radio buttons.
        b.tab_to("[name=measure]");
        b.press(thirtyfour::Key::Right);
        assert_per_100(b, "?measure=rate");
    });
}

#[test]
fn chosen_by_address() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/?measure=rate");
        assert_per_100(b, "?measure=rate");
        b.open_live("/huyen/dak-song/?measure=rate");
        assert_selected(b, Some("665"));
        assert_per_100(b, "?measure=rate");
        b.open_live("/?measure=installs");
        b.becomes(ORDER, json!(codes()));
        b.open_live("/en/?measure=rate");
        b.becomes(ORDER, json!(PER_100.map(|(code, _)| code)));
        assert!(b.js::<String>(&format!("({FIGURES})['660']")).contains("19.75"), "English has its own decimal point");
    });
}

#[test]
fn bad_values_are_ignored() {
    browse(dist(), DESKTOP, |b| {
        for query in [
            "?measure=",
            "?measure=nonsense",
            "?measure=change",
            "?measure=RATE%00",
            "?at=2099-01-01",
            "?at=%3Cimg%20src%3Dx%20onerror%3Dwindow.__hacked%3D1%3E",
            "?measure=<script>window.__hacked=1</script>",
            "?%E0%A4%A=%&&&=&at&measure",
            "?__proto__=1&constructor=2",
        ] {
            b.open_live(&format!("/{query}"));
            assert_eq!(b.text("[data-figure=total]"), "51.974", "{query}");
            b.becomes("document.querySelector('[name=measure]:checked').value", "rate");
            b.becomes(ORDER, json!(codes_by_rate()));
            assert_selected(b, None);
        }
        // What is good beside it is still used.
        b.open_live("/?at=never&measure=installs&x=<b>");
        b.becomes(ORDER, json!(codes()));
    });
}
