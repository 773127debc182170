//! Coming to life: the served elements stay, nothing moves, the chart follows after, and how long a selection takes.

use crate::{
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    input::label,
    site::{self, dist, variant},
};

/// The words of the main parts, piece by piece; the live region has none until something happens.
const SHOWN: &str = "['headline', 'map', 'panel', 'board'].flatMap(p => [...document.querySelectorAll(`[data-part=${p}] *`)])\
    .filter(e => !e.children.length && !e.closest('.said')).map(e => e.textContent).join('|')";
const KEPT: &str = "h1, [data-figure=total], [data-part=status], .said, [data-part=map] [data-district], [data-part=map] svg, \
    [data-part=panel], [data-part=board] tr, [data-part=board] table, .plot, canvas, [data-part=share] .acts";

#[test]
fn takes_over_what_is_there() {
    browse(dist(), DESKTOP, |b| {
        for path in ["/", "/en/", "/huyen/dak-rlap/", "/en/huyen/cu-jut/"] {
            b.server.hold(".wasm");
            b.open(path);
            b.becomes("document.documentElement.dataset.state", "static");
            let shown: String = b.js(SHOWN);
            let count: usize = b.js(&format!("(window.__nodes = [...document.querySelectorAll({KEPT:?})]).length"));
            assert!(count > 20, "{count} elements to watch");
            b.server.release();
            b.until_live();
            assert_eq!(b.js::<String>(SHOWN), shown, "{path}: being alive changes no word");
            assert_eq!(b.js::<usize>("window.__nodes.filter(e => !e.isConnected).length"), 0, "{path}: elements were thrown away");
            b.becomes("document.documentElement.dataset.face", "page");
        }
    });
    let two = variant("two", &site::two_reports());
    browse(two, PHONE, |b| {
        b.server.hold(".wasm");
        b.open("/");
        let shown: String = b.js(SHOWN);
        b.server.release();
        b.until_live();
        assert_eq!(b.js::<String>(SHOWN), shown);
    });
}

#[test]
fn what_is_preloaded_is_asked_for_once() {
    browse(dist(), DESKTOP, |b| {
        for path in ["/", "/en/huyen/cu-jut/"] {
            let before = b.server.asked().len();
            b.open(path);
            b.until("it is live", "document.documentElement.dataset.state === 'live'");
            b.until("everything has come", "document.readyState === 'complete' && document.fonts.status === 'loaded'");
            let preloaded: Vec<String> = b.js(
                "[...document.querySelectorAll('link[rel=preload], link[rel=modulepreload]')].map(link => new URL(link.href).pathname)",
            );
            let asked = b.server.asked().split_off(before);
            assert!(preloaded.iter().any(|file| file.contains("/bluezone-text-")), "{path}: {preloaded:?}");
            for file in &preloaded {
                assert_eq!(
                    asked.iter().filter(|path| path.trim_start_matches('/') == file.trim_start_matches('/')).count(),
                    1,
                    "{path}: {file} in {asked:#?}"
                );
            }
            // The words that the module takes are those that were preloaded.
            assert_eq!(asked.iter().filter(|path| path.contains("bluezone-text-")).count(), 1, "{path}: {asked:#?}");
        }
    });
}

/// The sum of all layout shifts since the page began.
fn shifts(b: &Browser) -> (f64, String) {
    b.js_promise(
        "new Promise(done => { new PerformanceObserver(list => {
            const all = list.getEntries().filter(e => !e.hadRecentInput);
            const moved = all.flatMap(e => e.sources.map(s => (s.node?.outerHTML ?? '?').slice(0, 120)));
            done([all.reduce((sum, e) => sum + e.value, 0), moved.join('\\n')]);
        }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done([0, '']), 600); })",
    )
}

#[test]
fn nothing_moves() {
    // So tall that every part of the page is in the window, where any movement counts.
    let tall = |screen: Screen| Screen { height: 9_000, ..screen };
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        for screen in [DESKTOP, PHONE, tall(DESKTOP), tall(PHONE)] {
            b.resize(screen);
            for path in ["/", "/en/huyen/cu-jut/"] {
                for held in [&[".wasm"] as &[&str], &[".wasm", "/fonts/"]] {
                    held.iter().for_each(|part| b.server.hold(part));
                    b.open(path);
                    b.until("it is painted", "performance.getEntriesByName('first-contentful-paint').length");
                    b.server.release();
                    b.until_live();
                    if screen.height == 9_000 {
                        b.until_chart();
                    }
                    b.until("everything has come", "document.readyState === 'complete' && document.fonts.status === 'loaded'");
                    let (moved, what) = shifts(b);
                    assert_eq!(moved, 0.0, "{path} at {}x{} with {held:?} late:\n{what}", screen.width, screen.height);
                }
            }
        }
    });
    // An address may ask for another measure or moment than was served: it is not shown before.
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        for screen in [DESKTOP, PHONE, tall(DESKTOP), tall(PHONE)] {
            b.resize(screen);
            for path in ["/?measure=installs", "/?at=2020-08-11", "/en/huyen/cu-jut/?measure=change"] {
                b.server.hold(".wasm");
                b.open(path);
                b.becomes("getComputedStyle(document.querySelector('#live')).visibility", "hidden");
                b.server.release();
                b.until_live();
                b.becomes("getComputedStyle(document.querySelector('#live')).visibility", "visible");
                b.until("everything has come", "document.readyState === 'complete' && document.fonts.status === 'loaded'");
                let (moved, what) = shifts(b);
                assert_eq!(moved, 0.0, "{path} at {}x{}:\n{what}", screen.width, screen.height);
            }
        }
        // Where it takes long, the page appears as it was served.
        b.server.hold(".wasm");
        b.open("/?measure=installs");
        b.until("it is seen", "getComputedStyle(document.querySelector('#live')).visibility === 'visible'");
        b.becomes("document.documentElement.dataset.state", "static");
        b.server.release();
    });
    // The shift observer sees what there is to see.
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        b.js::<()>("void document.querySelector('main').insertAdjacentHTML('beforebegin', '<p>' + '<br>'.repeat(12))");
        b.js_promise::<()>("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(null), 100)))");
        assert!(shifts(b).0 > 0.0);
    });
}

#[test]
fn the_chart_is_a_sharp_canvas() {
    for (site, screen) in [(dist(), PHONE), (variant("two", &site::two_reports()), DESKTOP)] {
        browse(site, screen, |b| {
            b.open_live("/");
            b.centre(".plot");
            b.until_chart();
            assert_eq!(b.js::<String>("getComputedStyle(document.querySelector('.plot canvas')).display"), "block");
            let (wide, shown): (f64, f64) =
                b.js("(c => [c.width, c.getBoundingClientRect().width])(document.querySelector('.plot canvas'))");
            assert!((wide - shown * screen.scale).abs() <= 1.5, "{wide} pixels for {shown} at {}", screen.scale);
            // The colours on it; read from a copy, because reading makes the browser draw another way.
            let drawn = "(c => {
                const copy = new OffscreenCanvas(c.width, c.height).getContext('2d', { willReadFrequently: true });
                copy.drawImage(c, 0, 0);
                const d = copy.getImageData(0, 0, c.width, c.height).data, seen = new Set();
                for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 200) seen.add(d.slice(i, i + 3).join());
                return [...seen]; })(document.querySelector('.plot canvas'))";
            let light: Vec<String> = b.js(drawn);
            assert!(light.len() >= 3, "bars or lines, words and a rule: {light:?}");
            // Its colours are the page's own, in the dark too.
            b.emulate(&[("prefers-color-scheme", "dark")]);
            b.until("it is drawn anew", &format!("JSON.stringify({drawn}) !== {:?}", serde_json::to_string(&light).expect("JSON")));
            b.emulate(&[]);
            // Another width, another drawing.
            b.resize(Screen { width: 320, ..screen });
            b.until(
                "it follows the width",
                &format!(
                    "(c => Math.abs(c.width - c.getBoundingClientRect().width * {}) <= 1.5)(document.querySelector('.plot canvas'))",
                    screen.scale
                ),
            );
        });
    }
}

/// Reported, not asserted: it depends on the machine.
#[test]
fn how_long_a_selection_takes() {
    browse(dist(), PHONE, |b| {
        b.open_live("/");
        b.cdp("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 4 }));
        let mut taken = Vec::new();
        for code in ["660", "663", "666", "662", "665", "664", "661", "667"] {
            let at = b.centre(&label(code));
            b.js::<bool>(&format!(
                "(window.__frames = null, addEventListener('click', event => {{
                    const chosen = () => document.querySelector('[data-part=map] [data-selected]')?.dataset.district;
                    const look = frames => now => {{
                        if (chosen() === {code:?}) window.__frames = [frames, now - event.timeStamp];
                        else requestAnimationFrame(look(frames + 1)); }};
                    requestAnimationFrame(look(1)); }}, {{ once: true, capture: true }}), true)"
            ));
            b.tap_at(at);
            b.until("it is selected", "window.__frames");
            taken.push(b.js::<(u32, f64)>("window.__frames"));
        }
        b.cdp("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 1 }));
        let frames: Vec<u32> = taken.iter().map(|(frames, _)| *frames).collect();
        let mut times: Vec<f64> = taken.iter().map(|(_, ms)| *ms).collect();
        times.sort_by(f64::total_cmp);
        println!("selection on a 4x slowed CPU: frames {frames:?}, median {:.0} ms, longest {:.0} ms", times[4], times[7]);
        assert!(frames.iter().all(|frames| *frames >= 1));
    });
}
