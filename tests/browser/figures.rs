//! Fresh figures: newer ones come without a reload and are announced; whatever fails, the page keeps what it has and says since when.

use std::time::Duration;

use serde_json::json;

use crate::{
    harness::{Browser, DESKTOP, PHONE, browse},
    input::{label, row},
    measures::{FIGURES, ORDER},
    select::assert_selected,
    server::Answer,
    site::{self, dist, dots},
};

const DATA: &str = "/data/campaign.json";
const STATE: &str = "document.documentElement.dataset.figures";

/// The network's return, as the browser tells it; the page takes it as a reason to ask again.
fn ask_again(b: &Browser) {
    b.js::<bool>("window.dispatchEvent(new Event('online'))");
}

/// Waits until the page has had the answer to its first question, which tells it nothing new.
fn until_asked(b: &Browser) {
    b.until("the first answer has come", &format!("performance.getEntriesByName(location.origin + {DATA:?}).length"));
}

fn assert_old_figures(b: &Browser) {
    assert_eq!(b.text("[data-figure=total]"), "51.974");
    assert!(b.text("[data-part=headline]").contains("11/8/2020"));
}

#[test]
fn newer_ones_are_shown_and_announced() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/huyen/krong-no/?measure=rate");
        until_asked(b);
        assert_old_figures(b);
        assert_eq!(b.text("[data-part=status]").trim(), "", "nothing new, nothing said");
        b.js::<bool>("(window.__status = document.querySelector('[data-part=status]'), true)");
        b.server.replace(DATA, Answer::json(site::two_reports().to_string()));
        ask_again(b);
        b.becomes("document.querySelector('[data-figure=total]').textContent", "57.511");
        b.becomes(STATE, "fresh");
        assert_eq!(b.attr("[data-figure=total]", "data-value").as_deref(), Some("57511"));
        let status = b.text("[data-part=status]");
        assert!(status.contains("13/8/2020"), "{status}");
        assert_eq!(b.attr("[data-part=status]", "role").as_deref(), Some("status"));
        assert!(b.js::<bool>("window.__status.isConnected"), "the region that speaks is the one that was there");
        assert!(b.text(".reservations").contains("57.516"), "what the report has against itself is shown with it");
        // What the reader had chosen stays chosen, and what is new can be chosen.
        assert_selected(b, Some("664"));
        b.becomes("document.querySelector('[name=measure]:checked').value", "rate");
        assert!(b.text("[data-part=panel]").contains("5.757"));
        b.click("[name=measure][value=installs]");
        b.becomes(&format!("({FIGURES})['664']"), "5.757");
        assert!(b.has("select[name=at]") && b.has("[name=measure][value=change]"));
        b.becomes("document.querySelector('[data-part=board] [data-district=\"660\"]').dataset.value", "13404");
        assert!(b.text("[data-part=share] .sentence").contains("13/8/2020"), "what is shared is what is shown");
        assert!(!b.text("[data-part=trend] .caption").is_empty() && b.text("[data-part=trend] table").contains("13/8/2020"));
    });
}

#[test]
fn newer_ones_at_the_first_look() {
    // The pages lie in some cache, the data file is new.
    browse(dist(), PHONE, |b| {
        b.server.replace(DATA, Answer::json(site::two_reports().to_string()));
        b.open_live("/en/");
        b.becomes("document.querySelector('[data-figure=total]').dataset.value", "57511");
        b.becomes(STATE, "fresh");
        assert!(b.text("[data-part=status]").contains("13 August 2020") || b.text("[data-part=status]").contains("13/8/2020"));
        // The first report is now the one before, still there by address.
        b.open_live("/?at=2020-08-11");
        assert_old_figures(b);
    });
}

#[test]
fn offline_after_load() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        until_asked(b);
        b.expect_network_faults();
        b.offline(true);
        b.click(&label("665"));
        assert_selected(b, Some("665"));
        b.click("[data-column=name]");
        b.becomes(&format!("({ORDER})[0]"), "662");
        b.click("[name=measure][value=rate]");
        b.becomes(&format!("({FIGURES})['665']"), "7,41");
        b.click(&format!("{} .name a", row("667")));
        assert_selected(b, Some("667"));
        b.back();
        assert_selected(b, Some("665"));
        ask_again(b);
        b.becomes(STATE, "kept");
        assert_old_figures(b);
        let status = b.text("[data-part=status]");
        let clock =
            status.split(|c: char| !c.is_ascii_digit() && c != ':' && c != 'h').any(|word| word.len() >= 4 && word.contains([':', 'h']));
        assert!(status.contains("11/8/2020") && clock, "it says what is shown and since when: {status}");
        b.click(&label("660"));
        assert_selected(b, Some("660"));
        // The network comes back by itself, and nothing is left to say.
        b.offline(false);
        ask_again(b);
        b.until("figures are whole again", &format!("['fresh', 'built'].includes({STATE})"));
        b.becomes("document.querySelector('[data-part=status]').textContent.trim()", "");
    });
}

#[test]
fn coming_back_to_the_page_asks_again() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        until_asked(b);
        let before = b.server.count(DATA);
        // Two hours later, by the page's own clock.
        b.js::<bool>(
            "(Date.now = (now => () => now() + 7200000)(Date.now.bind(Date)), document.dispatchEvent(new Event('visibilitychange')))",
        );
        b.eventually("the figures are asked for again", || b.server.count(DATA) > before);
        assert_old_figures(b);
    });
}

#[test]
fn a_server_that_never_finishes() {
    for answer in [Answer::Silent, Answer::StallsHalfway(site::two_reports().to_string().into_bytes())] {
        browse(dist(), DESKTOP, |b| {
            b.expect_network_faults();
            b.server.replace(DATA, answer.clone());
            b.open_live("/");
            // Nothing waits for it meanwhile.
            b.click(&label("660"));
            assert_selected(b, Some("660"));
            b.until_within(Duration::from_secs(25), "the time limit is over", &format!("{STATE} === 'kept'"));
            assert_old_figures(b);
            assert!(b.text("[data-part=status]").contains("11/8/2020"));
            b.server.replace(DATA, Answer::json(site::two_reports().to_string()));
            ask_again(b);
            b.becomes("document.querySelector('[data-figure=total]').textContent", dots(57_511));
            b.becomes(STATE, "fresh");
        });
    }
}

#[test]
fn an_older_file_is_not_news() {
    browse(site::variant("two", &site::two_reports()), DESKTOP, |b| {
        b.server.replace(DATA, Answer::json(site::data().to_string()));
        b.open_live("/");
        b.becomes(STATE, "kept");
        assert_eq!(b.text("[data-figure=total]"), "57.511");
        // A report that was withdrawn is news, though nothing newer came.
        let mut withdrawn = site::two_reports();
        withdrawn["reports"][1]["withdrawn"] = json!({"why": "gửi nhầm", "at": "2020-08-14T09:00:00+07:00"});
        b.server.replace(DATA, Answer::json(withdrawn.to_string()));
        ask_again(b);
        b.becomes("document.querySelector('[data-figure=total]').textContent", "51.974");
        b.becomes(STATE, "fresh");
    });
}
