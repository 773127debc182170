//! What was taken back stays taken back: page, embed and screen follow the higher revision, though some cache goes on serving the older data file.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, DESKTOP, browse},
    led::{SAID, led},
    server::Answer,
    site::{self, dist, variant},
};

const DATA: &str = "/data/campaign.json";
const STATE: &str = "document.documentElement.dataset.figures";
const TOTAL: &str = "document.querySelector('[data-figure=total]').textContent";

/// The two reports as a later revision than the built site's.
fn revision(later: u64) -> Value {
    let mut data = site::two_reports();
    data["revision"] = json!(data["revision"].as_u64().expect("a revision") + later);
    data
}

fn withdrawn() -> Value {
    let mut data = revision(2);
    data["reports"][1]["withdrawn"] = json!({ "why": "Gửi nhầm bản nháp", "at": "2020-08-14T09:00:00+07:00" });
    data
}

fn corrected() -> Value {
    let mut data = revision(2);
    let mut report = data["reports"][1].clone();
    report["id"] = json!("r3");
    report["corrects"] = json!("r2");
    report["total"] = json!(57_516);
    report["note"] = json!("Cộng nhầm tổng số");
    report["accepted"] = json!(["rate"]);
    data["reports"].as_array_mut().expect("reports").push(report);
    data
}

/// An import that was undone: the file has a report less, and a higher revision.
fn undone() -> Value {
    let mut data = revision(2);
    data["reports"].as_array_mut().expect("reports").pop();
    data
}

/// Each way to take the second report back, the total that stands then, and what the public is told.
fn taken_back() -> [(&'static str, Value, &'static str, &'static str); 3] {
    [
        ("withdrawn", withdrawn(), "51.974", "Gửi nhầm bản nháp"),
        ("corrected", corrected(), "57.516", "Đính chính: trước đây đã công bố tổng số 57.511"),
        ("undone", undone(), "51.974", ""),
    ]
}

/// A file that is shown until the next is there; then the older comes once more.
fn serve(b: &Browser, data: &Value) {
    b.server.replace(DATA, Answer::json(data.to_string()));
    b.js::<bool>("(document.documentElement.dataset.figures = 'asked', window.dispatchEvent(new Event('online')))");
}

#[test]
fn a_page_never_goes_back_to_what_was_taken_back() {
    for (what, newer, total, said) in taken_back() {
        browse(dist(), DESKTOP, |b| {
            b.server.replace(DATA, Answer::json(revision(1).to_string()));
            b.open_live("/");
            b.becomes(TOTAL, "57.511");
            serve(b, &newer);
            b.becomes(STATE, "fresh");
            b.becomes(TOTAL, total);
            assert!(b.text("[data-part=headline]").contains(said), "{what}: {}", b.text("[data-part=headline]"));
            // A cache on the way still has the file of before.
            serve(b, &revision(1));
            b.becomes(STATE, "kept");
            assert_eq!(b.text("[data-figure=total]"), total, "{what}");
        });
    }
}

#[test]
fn a_page_that_was_rendered_since_is_not_led_back_by_an_older_data_file() {
    for (what, newer, total, _) in taken_back() {
        browse(variant(what, &newer), DESKTOP, |b| {
            b.server.replace(DATA, Answer::json(revision(1).to_string()));
            for path in ["/", "/embed/?show=headline,board,trend"] {
                b.open(path);
                b.becomes(STATE, "kept");
                assert_eq!(b.text("[data-figure=total]"), total, "{what}, {path}");
            }
        });
    }
}

#[test]
fn an_embed_never_goes_back_to_what_was_taken_back() {
    for (what, newer, total, said) in taken_back() {
        browse(dist(), DESKTOP, |b| {
            b.server.replace(DATA, Answer::json(revision(1).to_string()));
            b.open("/embed/?show=headline,board,trend");
            b.becomes(TOTAL, "57.511");
            serve(b, &newer);
            b.becomes(TOTAL, total);
            assert!(b.text("[data-part=headline]").contains(said), "{what}");
            serve(b, &revision(1));
            b.becomes(STATE, "kept");
            assert_eq!(b.text("[data-figure=total]"), total, "{what}");
        });
    }
}

#[test]
fn a_screen_keeps_nothing_that_was_taken_back_not_even_over_a_restart() {
    for (what, newer, total, _) in taken_back() {
        browse(dist(), led(1280, 720), |b| {
            b.hurry(30);
            b.server.replace(DATA, Answer::json(revision(1).to_string()));
            b.open_led("/led/?dwell=3&refresh=30&scenes=headline");
            b.until("the second report stands", &format!("({SAID}).includes('57.511')"));
            serve(b, &newer);
            b.becomes("document.documentElement.dataset.figures", "fresh");
            // The newer file is there, not another answer with the one of before.
            b.until(
                what,
                &format!(
                    "({SAID}).includes('{total}') && JSON.parse(localStorage.getItem('bluezone-led /')).revision === {}",
                    newer["revision"]
                ),
            );
            // The older file comes back, and the player is switched off and on.
            serve(b, &revision(1));
            b.becomes(STATE, "kept");
            assert!(b.said().contains(total), "{what}: {}", b.said());
            b.open_led("/led/?dwell=3&refresh=30&scenes=headline");
            b.becomes(STATE, "kept");
            assert!(b.said().contains(total), "{what}: {}", b.said());
        });
    }
}
