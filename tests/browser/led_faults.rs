//! A public screen when things go wrong: the server, the figures, the storage, the module, the clock. Something true stays on it, always.

use std::{thread, time::Duration};

use serde_json::json;

use crate::{
    harness::{Browser, browse},
    led::{SAID, assert_not_blank, led},
    server::Answer,
    site::{data, dist, two_reports},
};

const FAST: &str = "/led/?dwell=3&refresh=30&scenes=headline";

/// Every way in which figures can fail to come, and what the screen then says of them.
fn faults() -> Vec<(&'static str, Answer, &'static str)> {
    let published = serde_json::to_vec(&two_reports()).unwrap();
    let mut other_schema = two_reports();
    other_schema["schema"] = json!(3);
    let mut foreign = two_reports();
    foreign["province"]["code"] = json!("66");
    let mut falling = two_reports();
    falling["reports"][1]["total"] = json!(40_000);
    falling["reports"][1].as_object_mut().unwrap().remove("installs");
    falling["reports"][1].as_object_mut().unwrap().remove("note");
    let whole = |kind, bytes| Answer::Whole { status: 200, kind, bytes };
    vec![
        ("500", Answer::status(500), "kept"),
        ("404", Answer::status(404), "kept"),
        ("half a body", Answer::Half(published.clone()), "kept"),
        ("a page of a captive portal", whole("text/html", b"<!doctype html><title>Wi-Fi</title>".to_vec()), "invalid"),
        ("an empty file", whole("application/json", Vec::new()), "invalid"),
        ("another schema", Answer::json(other_schema.to_string()), "invalid"),
        ("another province", Answer::json(foreign.to_string()), "invalid"),
        ("figures that fall", Answer::json(falling.to_string()), "invalid"),
        ("an older file", Answer::json(data().to_string()), "kept"),
        ("a stall", Answer::StallsHalfway(published), "kept"),
    ]
}

/// The screen's page as it is after the figures have changed.
pub fn newer_page() -> Answer {
    let page = std::fs::read_to_string(dist().join("led/index.html")).expect("the page");
    let revision = page.split("data-revision=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a revision").to_string();
    let newer = page.replace(&format!("data-revision=\"{revision}\""), "data-revision=\"99\"");
    Answer::Whole { status: 200, kind: "text/html", bytes: newer.into_bytes() }
}

const DATA: &str = "data/campaign.json";

impl Browser {
    fn figures_become(&self, word: &str) {
        self.until(&format!("the figures are {word}"), &format!("document.documentElement.dataset.figures === '{word}'"));
    }
}

#[test]
fn the_last_good_figures_outlive_every_fault_and_a_restart() {
    browse(dist(), led(1280, 720), |b| {
        b.expect_network_faults();
        b.hurry(30);
        b.server.replace(DATA, Answer::json(two_reports().to_string()));
        b.open_led(FAST);
        b.until("the new figures stand", &format!("({SAID}).includes('57.511')"));
        for (what, answer, word) in faults() {
            b.server.replace(DATA, answer);
            b.js::<()>("void document.documentElement.setAttribute('data-figures', 'waiting')");
            // What waits for an hour after many failures is asked for at once when the network is back.
            b.js::<()>("void dispatchEvent(new Event('online'))");
            b.figures_become(word);
            assert!(b.said().contains("57.511"), "{what}: {}", b.said());
            assert_eq!(b.js::<String>("document.documentElement.dataset.state"), "live", "{what}");
        }
        // A restart while the server's figures are broken: the page as built knows only the first letter, the screen the second.
        b.server.replace(DATA, Answer::status(500));
        b.open_led(FAST);
        assert!(b.said().contains("57.511"), "{}", b.said());
        // And it comes back to life when the server does.
        let mut third = two_reports();
        third["reports"][1]["withdrawn"] = json!({"why": "gửi nhầm"});
        b.server.replace(DATA, Answer::json(third.to_string()));
        b.js::<()>("void dispatchEvent(new Event('online'))");
        b.until("what is withdrawn goes at once", &format!("({SAID}).includes('51.974')"));
    });
}

#[test]
fn a_player_that_starts_while_the_whole_server_is_away_shows_the_last_page() {
    browse(dist(), led(1280, 720), |b| {
        b.expect_network_faults();
        b.server.replace(DATA, Answer::json(two_reports().to_string()));
        // One visit is enough.
        b.open_led(FAST);
        b.until("the new figures stand", &format!("({SAID}).includes('57.511')"));
        b.js_promise::<bool>(
            "navigator.serviceWorker.ready.then(() => caches.open('bluezone-led-1')).then(async c => { while ((await c.keys()).length < 4) await new Promise(r => setTimeout(r, 50)); return true; })",
        );
        for answer in [Answer::status(503), Answer::Half(vec![0; 100]), Answer::Silent] {
            b.server.replace("", answer);
            b.open_led(FAST);
            assert!(b.said().contains("57.511"), "{}", b.said());
            b.server.restore("");
        }
        // Where nothing is kept, a slow server is waited for.
        b.js_promise::<bool>("caches.delete('bluezone-led-1')");
        b.server.hold("/led/");
        let server = &b.server;
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(Duration::from_secs(10));
                server.release();
            });
            b.open(FAST);
        });
        b.led_is_live();
    });
}

#[test]
fn storage_that_is_full_or_forbidden_changes_nothing_else() {
    for broken in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }); Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        "Object.defineProperty(navigator, 'serviceWorker', { value: undefined }); delete window.caches;",
        "delete Navigator.prototype.wakeLock; delete window.AbortSignal.timeout;",
    ] {
        browse(dist(), led(640, 360), |b| {
            b.expect_network_faults();
            b.hurry(10);
            b.before_every_page(broken);
            b.server.replace(DATA, Answer::json(two_reports().to_string()));
            b.open_led(FAST);
            b.until("the new figures stand", &format!("({SAID}).includes('57.511')"));
            b.server.replace(DATA, Answer::status(500));
            b.figures_become("kept");
            assert!(b.said().contains("57.511"), "{broken}: {}", b.said());
        });
    }
}

#[test]
fn a_module_that_is_missing_or_corrupted_leaves_the_pre_rendered_scenes_and_is_tried_again() {
    let broken = |bytes: &[u8]| Answer::Whole { status: 200, kind: "application/wasm", bytes: bytes.to_vec() };
    for answer in [Answer::status(404), broken(b"\0asm\x01\0\0\0\xff\xff"), Answer::Half(vec![0; 50_000])] {
        browse(dist(), led(1280, 720), |b| {
            b.expect_network_faults();
            b.hurry(20);
            b.server.replace("_bg.wasm", answer);
            b.open("/led/");
            b.until("the failure is on record", "/^led-failed-[1-9]/.test(window.name)");
            assert_eq!(b.js::<String>("document.documentElement.dataset.state"), "static");
            assert!(b.shows("#static #s1920x1080 .current svg:first-child"));
            assert_not_blank(&b.picture(), "the pre-rendered scene");
            b.server.restore("_bg.wasm");
            b.until("it came to life by itself", "document.documentElement.dataset.state === 'live'");
        });
    }
}

#[test]
fn a_crash_brings_the_static_face_and_reloads_with_growing_pauses_until_it_rests() {
    browse(dist(), led(1280, 720), |b| {
        b.hurry(60);
        b.before_every_page(
            "window.__pauses = JSON.parse(sessionStorage.pauses || '[]'); const begun = performance.now();
             addEventListener('beforeunload', () => { __pauses.push(performance.now() - begun); sessionStorage.pauses = JSON.stringify(__pauses); });",
        );
        b.open_led("/led/");
        for n in 1..=5 {
            // As a panic in the module arrives: an error that nobody catches.
            b.js::<()>("void dispatchEvent(new ErrorEvent('error', { message: 'unreachable', filename: location.href }))");
            b.until(
                "the failure is on record",
                &format!("window.name.startsWith('led-failed-{n}-') && document.documentElement.dataset.state === 'static'"),
            );
            assert!(b.shows("#static .set .current svg"));
            b.until_within(Duration::from_secs(60), "it is live again", "document.documentElement.dataset.state === 'live'");
        }
        let pauses: Vec<f64> = b.js("window.__pauses");
        assert_eq!(pauses.len(), 5);
        assert!(pauses[4] > pauses[2] && pauses[2] > pauses[0], "{pauses:?}");
        b.js::<()>("void dispatchEvent(new ErrorEvent('error', { message: 'unreachable' }))");
        b.until(
            "after the sixth it rests",
            "window.name.startsWith('led-failed-6-') && document.documentElement.dataset.state === 'static'",
        );
        b.open("/led/");
        b.until("also after a reload", "document.documentElement.dataset.guard === 'rest'");
        thread::sleep(Duration::from_millis(500));
        assert_eq!(b.js::<String>("document.documentElement.dataset.state"), "static");
        assert_not_blank(&b.picture(), "the static face");
        // New figures still come, and after six hours the module gets another chance.
        b.js::<()>("void (window.__first = true)");
        b.server.replace("/led/", newer_page());
        b.until("the pre-rendered scenes are renewed", "!window.__first && document.readyState === 'complete'");
        assert_eq!(b.js::<String>("document.documentElement.dataset.guard"), "rest");
        b.server.restore("/led/");
        b.js::<()>("void (window.name = 'led-failed-6-' + (Math.round(Date.now() / 1000) - 7 * 3600))");
        b.open("/led/");
        b.led_is_live();
        // The errors were the test's own.
        let _ = b.faults();
    });
}

#[test]
fn a_standstill_is_noticed() {
    browse(dist(), led(640, 360), |b| {
        b.hurry(20);
        b.before_every_page("{ const timeout = window.setTimeout; window.setTimeout = (run, ms, ...rest) => window.__stuck ? 0 : timeout(run, ms, ...rest); }");
        b.open_led("/led/?dwell=3");
        b.js::<()>("void (window.__stuck = true)");
        b.until(
            "the pre-rendered scenes are back",
            "document.documentElement.dataset.state === 'static' && window.name.startsWith('led-failed-1-')",
        );
    });
}

#[test]
fn a_slide_that_is_meant_to_stand_for_minutes_is_no_standstill() {
    browse(dist(), led(640, 360), |b| {
        b.hurry(60);
        b.open_led("/led/?dwell=600");
        // Seven seconds are seven minutes here.
        thread::sleep(Duration::from_secs(7));
        assert_eq!(b.js::<[String; 2]>("[document.documentElement.dataset.state, window.name]"), ["live", ""]);
        b.until("and goes on in the end", "Number(document.documentElement.dataset.beat) > 1");
    });
}

#[test]
fn a_resize_in_mid_scene_and_a_jump_of_the_clock() {
    browse(dist(), led(1920, 1080), |b| {
        b.hurry(10);
        b.open_led("/led/?dwell=3&scenes=headline,map,board");
        for (width, height) in [(192, 96), (1080, 1920), (1920, 160), (640, 480), (1920, 1080)] {
            b.resize(led(width, height));
            b.until("the scene has the new size", &format!("(svg => svg?.getAttribute('width') === '{width}' && svg.getAttribute('height') === '{height}')(document.querySelector('.layer[data-front] svg'))"));
            assert_not_blank(&b.picture(), "after a resize");
        }
        for years in [-60, 10, -3] {
            b.js::<()>(&format!("void (now => Date.now = () => now + {years} * 31557600000)(Date.now())"));
            let before: String = b.js("document.documentElement.dataset.beat");
            b.until("the scenes go on", &format!("Number(document.documentElement.dataset.beat) > {before} + 2"));
            assert!(b.said().contains("11/8/2020"), "{}", b.said());
        }
    });
}

#[test]
fn the_guard_brings_new_scenes_to_engines_that_can_not_run_the_module() {
    browse(dist(), led(640, 360), |b| {
        b.hurry(60);
        b.before_every_page("delete window.WebAssembly;");
        b.open("/led/");
        b.until("the page is read", "document.readyState === 'complete'");
        assert_eq!(b.js::<String>("document.documentElement.dataset.state"), "static");
        b.js::<()>("void (window.__first = true)");
        b.server.replace("/led/", newer_page());
        b.until("it was loaded anew", "!window.__first && document.readyState === 'complete'");
        // While the server is away it keeps what it has.
        b.expect_network_faults();
        b.js::<()>("void (window.__first = true)");
        b.server.replace("/led/", Answer::status(500));
        let asked = b.server.count("/led/");
        b.eventually("it asks first", || b.server.count("/led/") > asked + 1);
        assert!(b.js::<bool>("window.__first"));
        assert_not_blank(&b.picture(), "the kept scenes");
        assert!(b.server.count("_bg.wasm") == 0, "an engine that can't run the module does not fetch it");
    });
}
