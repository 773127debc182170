//! A province of many districts: a page about one shows it and those around it, its figures and map are files, and it comes to life over the very
//! figures that it was made from or not at all.

use std::path::PathBuf;

use crate::{
    harness::{Browser, DESKTOP, browse},
    server::Answer,
    site::{many_squares, variant_with},
};

const ROWS: &str = "[...document.querySelectorAll('[data-part=board] tbody tr')].map(r => r.dataset.district).sort().join()";
const SHAPES: &str = "[...document.querySelectorAll('[data-part=map] a[data-district]')].map(a => a.dataset.district).sort().join()";

fn many() -> PathBuf {
    let (data, map) = many_squares();
    variant_with("many", &data, Some(&map))
}

fn shows(b: &Browser, codes: &str) {
    b.becomes(ROWS, codes);
    b.becomes(SHAPES, codes);
}

#[test]
fn a_page_about_one_of_many_shows_those_around_it() {
    browse(many(), DESKTOP, |b| {
        b.open_live("/huyen/an-45/");
        shows(b, "125,144,145,146,165");
        assert_eq!(b.count("#built"), 1);
        assert!(!b.text("#built").contains("installs"), "the figures are a file");
        // Another one, and those around that; then the whole province.
        b.js::<()>("void document.querySelector('[data-part=board] tr[data-district=\"146\"] a').click()");
        shows(b, "126,145,146,147,166");
        b.becomes("location.pathname", "/huyen/dong-46/");
        b.js::<()>("void document.querySelector('a.all').click()");
        b.becomes("document.querySelectorAll('[data-part=board] tbody tr').length", 240);
        b.becomes("document.querySelectorAll('[data-part=map] a[data-district]').length", 240);
        // What shows all goes on showing all, with the choice marked: nothing is drawn anew.
        b.js::<()>("(a => { a.kept = 1; a.click() })(document.querySelector('[data-part=board] tr[data-district=\"146\"] a'))");
        b.becomes("[...document.querySelectorAll('[data-selected]')].map(m => m.dataset.district)", serde_json::json!(["146", "146"]));
        assert_eq!(b.js::<i64>("document.querySelector('[data-part=board] tr[data-district=\"146\"] a').kept"), 1);
        assert_eq!(b.count("[data-part=map] a[data-district]"), 240);
    });
}

#[test]
fn other_figures_never_come_to_stand_under_the_words_of_these() {
    browse(many(), DESKTOP, |b| {
        let (mut data, _) = many_squares();
        let before = data["reports"][0]["installs"]["145"].as_u64().unwrap();
        data["reports"][0]["installs"]["145"] = (before + 1).into();
        data["reports"][0]["total"] = (data["reports"][0]["total"].as_u64().unwrap() + 1).into();
        b.server.replace("/data/campaign.json", Answer::json(data.to_string()));
        b.open("/huyen/an-45/");
        b.until(
            "the figures were asked for",
            "performance.getEntriesByType('resource').some(e => e.name.endsWith('campaign.json') && e.responseEnd > 0)",
        );
        // The map is asked for after the figures only where these are the page's own.
        b.js::<()>("void new Promise(done => setTimeout(done))");
        b.becomes("document.documentElement.dataset.state", "static");
        assert!(!b.server.asked().iter().any(|path| path.ends_with("map.json")));
        shows(b, "125,144,145,146,165");
    });
}

const VISIBLE: &str =
    "[...document.querySelectorAll('[data-part=board] tbody tr')].filter(r => r.offsetHeight).map(r => r.dataset.district).join()";

fn press(b: &Browser, button: usize) {
    b.js::<()>(&format!("void document.querySelectorAll('.pager button')[{button}].click()"));
}

fn from(first: usize, last: usize) -> String {
    (first..=last).map(|n| n.to_string()).collect::<Vec<_>>().join(",")
}

#[test]
fn a_long_leaderboard_has_pages() {
    browse(many(), DESKTOP, |b| {
        b.open_live("/");
        b.js::<()>("void document.querySelector('[data-column=name]').closest('table').scrollIntoView()");
        b.becomes(&format!("({VISIBLE}).split(',').length"), 60);
        b.becomes("document.querySelector('.pager span').textContent", "1–60 trong 240");
        b.becomes("[...document.querySelectorAll('.pager button')].map(x => x.disabled)", serde_json::json!([true, false]));
        press(b, 1);
        b.becomes(VISIBLE, from(160, 219));
        b.becomes("document.querySelector('.pager span').textContent", "61–120 trong 240");
        // What is searched begins anew.
        b.open_live("/");
        b.js::<()>("(f => { f.value = 'dong 2'; f.dispatchEvent(new Event('input', {bubbles: true})) })(document.querySelector('[data-part=board] input[type=search]'))");
        b.becomes("document.querySelector('.pager').hidden", true);
        b.until("only what was searched", &format!("({VISIBLE}).split(',').length > 5 && ({VISIBLE}).split(',').length < 60"));
        b.js::<()>("(f => { f.value = ''; f.dispatchEvent(new Event('input', {bubbles: true})) })(document.querySelector('[data-part=board] input[type=search]'))");
        b.becomes(&format!("({VISIBLE}).split(',').length"), 60);
        // By its address a row is shown on its page.
        b.open_live("/#ap-200");
        b.becomes("document.getElementById('ap-200').offsetHeight > 0", true);
        b.becomes("document.querySelector('.pager span').textContent", "181–240 trong 240");
    });
}

#[test]
fn rows_say_what_they_belong_to_and_are_listed_by_it() {
    let (mut data, map) = many_squares();
    for (n, district) in data["districts"].as_array_mut().unwrap().iter_mut().enumerate() {
        district["parent"] = ["Đồng Nai", "Cà Mau", "An Giang"][n / 80].into();
    }
    data["province"]["kind"] = "country".into();
    browse(variant_with("grouped", &data, Some(&map)), DESKTOP, |b| {
        b.open_live("/");
        b.becomes(
            "[...document.querySelectorAll('.groups option')].map(o => o.text)",
            serde_json::json!(["Tất cả", "An Giang", "Cà Mau", "Đồng Nai"]),
        );
        b.js::<()>("(l => { l.value = 'Cà Mau'; l.dispatchEvent(new Event('change', {bubbles: true})) })(document.querySelector('.groups select'))");
        b.becomes("document.querySelector('.pager span').textContent", "1–60 trong 80");
        assert!(b.js::<bool>("[...document.querySelectorAll('[data-part=board] tbody .name')].every(n => n.dataset.parent === 'Cà Mau')"));
        b.js::<()>("(f => { f.value = 'dong nai'; f.dispatchEvent(new Event('input', {bubbles: true})) })(document.querySelector('[data-part=board] input[type=search]'))");
        b.becomes("document.querySelectorAll('[data-part=board] tbody tr').length", 80);
        b.becomes("document.querySelector('.groups select').value", "");
        b.becomes("document.querySelector('tfoot th').textContent", "Cả nước");
    });
}
