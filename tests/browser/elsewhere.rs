//! Other provinces and other hosts: many districts with a search, ties, a site below a folder, figures that have grown old.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    harness::{Browser, DESKTOP, PHONE, browse},
    input::{label, row, shape},
    measures::ORDER,
    site::{data, squares, variant, variant_with},
};

fn seek(b: &Browser, text: &str) {
    b.js::<()>("(e => { e.focus(); e.select(); })(document.querySelector('[data-part=board] input[type=search]'))");
    b.press(Key::Backspace);
    b.wait(b.driver().action_chain().send_keys(text).perform()).expect("a text typed");
}

#[test]
fn many_districts_can_be_searched() {
    let (data, map) = squares();
    browse(variant_with("squares", &data, Some(&map)), DESKTOP, |b| {
        b.open_live("/");
        b.becomes(&format!("({ORDER}).length"), 24);
        let ranks = b.texts("[data-part=board] tbody .rank");
        assert_eq!(ranks[..5], ["1", "2", "3", "3", "5"], "ties share a rank, and the next one is counted");
        b.click(&label("103"));
        b.until("it is said", "document.querySelector('.said').textContent.includes('3/24')");
        let search_query = [("Đông", 8, "101"), ("ĐÔNG", 8, "101"), ("dong 1", 5, "101"), ("Ấp 11", 1, "111"), ("không có", 0, "")];
        for (text, count, first) in search_query {
            seek(b, text);
            b.becomes(&format!("({ORDER}).length"), count);
            b.becomes(&format!("({ORDER})[0] ?? ''"), first);
            assert_eq!(b.js::<String>("document.querySelector('[data-part=board] input[type=search]').value"), text, "what is typed stays");
            assert!(b.js::<bool>("document.activeElement.matches('[data-part=board] input[type=search]')"), "and so does the focus");
        }
        seek(b, "");
        b.press(Key::Backspace);
        b.becomes(&format!("({ORDER}).length"), 24);
        b.click("[data-column=name]");
        b.becomes("document.querySelector('[data-part=board] tbody .name').textContent.trim().split(' ')[0]", "Ân");
        // Up, down, left and right on a plain grid.
        for (key, to) in [(Key::Right, "108"), (Key::Left, "106"), (Key::Up, "101"), (Key::Down, "113")] {
            b.focus(&shape("107"));
            b.press(key);
            b.becomes("document.activeElement.dataset.district", to);
        }
        b.resize(PHONE);
        assert!(b.js::<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    });
}

#[test]
fn below_a_folder() {
    let mut data = data();
    data["base_url"] = json!("https://example.vn/bluezone/");
    let folder = variant("folder/bluezone", &data);
    browse(folder.parent().expect("the host's root").to_path_buf(), DESKTOP, |b| {
        b.open_live("/bluezone/");
        b.until("the figures are asked for", "document.documentElement.dataset.figures !== 'built'");
        b.becomes("document.documentElement.dataset.figures", "fresh");
        b.click(&label("664"));
        b.becomes("location.pathname", "/bluezone/huyen/krong-no/");
        b.becomes("document.querySelector('[data-lang-switch]').getAttribute('href')", "/bluezone/en/huyen/krong-no/");
        b.open_live("/bluezone/en/huyen/cu-jut/?measure=rate");
        b.becomes("document.querySelector('[data-part=board] [data-selected]')?.dataset.district", "662");
        b.click("[data-part=panel] a.all");
        b.becomes("location.pathname + location.search", "/bluezone/en/?measure=rate");
        let outside: Vec<String> = b.server.asked().into_iter().filter(|path| !path.starts_with("/bluezone/")).collect();
        assert_eq!(outside, [""; 0], "everything lies below the folder");
        assert_eq!(b.attr("link[rel=canonical]", "href").as_deref(), Some("https://example.vn/bluezone/en/huyen/cu-jut/"));
    });
}

#[test]
fn old_figures_say_so() {
    let mut data = data();
    data["stale_after_days"] = json!(30);
    browse(variant("old", &data), DESKTOP, |b| {
        let warning = "[...document.querySelectorAll('.reservations li')].some(e => e.textContent.includes('30'))";
        // The clock is the reader's: first a day after the report, then a year.
        b.before_every_page("{ const at = Date.parse('2020-08-12T08:00:00+07:00'); Date.now = () => at + (window.__later ?? 0); }");
        b.open_live("/");
        assert!(!b.js::<bool>(warning), "a day is not old");
        b.before_every_page("window.__later = 366 * 86400000;");
        b.open_live("/");
        b.becomes(warning, true);
        assert_eq!(b.text("[data-figure=total]"), "51.974", "old figures are still the figures");
        b.click(&format!("{} .name a", row("660")));
        b.becomes("location.pathname", "/huyen/gia-nghia/");
    });
}
