//! The board by every column, both ways, with the order of Vietnamese names.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, DESKTOP, browse},
    input::row,
    measures::{ORDER, codes, codes_by_rate},
    select::assert_selected,
    site::dist,
};

/// C before Đ before G: Vietnamese order, which neither code points nor unaccented letters give.
const BY_NAME: [&str; 8] = ["662", "661", "663", "666", "665", "660", "664", "667"];

const SORTED: &str = "[...document.querySelectorAll('[data-part=board] th[aria-sort]')]\
    .filter(e => e.ariaSort !== 'none').map(e => [e.querySelector('button').dataset.column, e.ariaSort])";

fn press(b: &Browser, column: &str) {
    b.click(&format!("[data-part=board] [data-column={column}]"));
}

fn reversed(codes: &[&str]) -> Value {
    json!(codes.iter().rev().collect::<Vec<_>>())
}

#[test]
fn every_column_both_ways() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        b.becomes(SORTED, json!([["rank", "ascending"]]));
        b.becomes(
            "[...document.querySelectorAll('[data-part=board] [data-column]')].map(e => e.dataset.column)",
            json!(["rank", "name", "installs", "per100", "share"]),
        );
        // The order of the measure that the page opens with.
        let (ranked, counted) = (codes_by_rate(), codes());
        for (column, first, order) in [
            ("name", "ascending", BY_NAME.to_vec()),
            ("installs", "descending", counted.clone()),
            ("per100", "descending", ranked.clone()),
            ("share", "descending", counted.clone()),
            ("rank", "ascending", ranked.clone()),
        ] {
            press(b, column);
            b.becomes(SORTED, json!([[column, first]]));
            b.becomes(ORDER, json!(order));
            press(b, column);
            b.becomes(SORTED, json!([[column, if first == "ascending" { "descending" } else { "ascending" }]]));
            b.becomes(ORDER, reversed(&order));
        }
        // The total is no competitor: it stays below.
        assert!(b.text("[data-part=board] tfoot").contains("51.974"));
        assert_eq!(b.js::<String>("location.search"), "", "an order is for the moment");
    });
}

#[test]
fn by_keyboard_and_with_a_selection() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/huyen/tuy-duc/");
        b.tab_to("[data-part=board] [data-column=name]");
        b.press(Key::Enter);
        b.becomes(ORDER, json!(BY_NAME));
        assert_eq!(b.js::<String>("document.activeElement.dataset.column ?? 'lost'"), "name", "the button keeps the focus");
        b.press(Key::Space);
        b.becomes(ORDER, reversed(&BY_NAME));
        assert_selected(b, Some("667"));
        // Rows have moved; each must still be its own link.
        b.click(&format!("{} .name a", row("662")));
        assert_selected(b, Some("662"));
        b.becomes(ORDER, reversed(&BY_NAME));
        for (code, rank) in b.js::<Vec<String>>(ORDER).iter().zip(b.texts("[data-part=board] tbody .rank")) {
            assert_eq!(codes_by_rate()[rank.parse::<usize>().expect("a rank") - 1], code, "the rank goes with its district");
        }
        assert!(!b.has("[data-part=board] input[type=search]"), "eight rows need no search");
    });
}
