//! A dense map for fingers, keys and wheels: a tap means what is under it, the map is drawn larger in every usual way and never holds the page fast, names
//! appear where there is room, and what is chosen comes into view.

use std::{path::PathBuf, thread, time::Duration};

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    input::{Point, row, shape},
    site::{province, squares, variant_with},
};

const MAP: &str = "[data-part=map] .sheet svg";
const CHOSEN: &str = "document.querySelector('[data-part=map] a[data-selected]')?.dataset.district ?? null";
/// How many times as large as at rest.
const SCALE: &str = "Number(getComputedStyle(document.querySelector('.sheet')).getPropertyValue('--zoom') || 1)";
/// Longer than between the two taps of a double tap.
const APART: Duration = Duration::from_millis(400);

/// 24 squares, and in the fourth of them a unit of six by six.
fn dense() -> PathBuf {
    let (data, mut map) = squares();
    map["districts"]["105"] =
        json!({ "d": "M340 40l6 0 0 6 -6 0z", "label": [343, 43], "bbox": [340, 40, 346, 46], "neighbours": ["103"], "room": 3 });
    variant_with("dense", &data, Some(&map))
}

/// A point inside of every unit, in the window; what is no wider than a pixel is left out.
const INSIDE: &str = "(() => {
    const svg = document.querySelector('[data-part=map] .sheet svg'), to = svg.getScreenCTM(), found = [];
    for (const a of svg.querySelectorAll('a[data-district]')) {
        const path = a.querySelector('path'), b = path.getBBox(), p = svg.createSVGPoint();
        let best = null;
        for (let i = .5; i < 24; i++) for (let j = .5; j < 24; j++) {
            [p.x, p.y] = [b.x + b.width * i / 24, b.y + b.height * j / 24];
            // The deeper inside the better: as many others around are inside as can be.
            const around = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], [2, 0], [-2, 0], [0, 2], [0, -2], [4, 0], [-4, 0], [0, 4], [0, -4]];
            const deep = around.filter(([x, y]) => { const q = svg.createSVGPoint(); q.x = p.x + x; q.y = p.y + y; return path.isPointInFill(q); }).length;
            if (path.isPointInFill(p) && (!best || deep > best[0])) best = [deep, p.x * to.a + to.e, p.y * to.d + to.f];
        }
        if (best) found.push([a.dataset.district, best[1], best[2]]);
    }
    return found; })()";

fn settled(b: &Browser) {
    b.eventually("the map stands still", || {
        let look = || b.js::<String>(&format!("document.querySelector({MAP:?}).getAttribute('viewBox')"));
        let before = look();
        thread::sleep(Duration::from_millis(150));
        look() == before
    });
}

fn scale(b: &Browser) -> f64 {
    settled(b);
    b.js(SCALE)
}

fn button(what: &str) -> String {
    format!("[data-zoom={what}]")
}

fn typed(b: &Browser, key: &str) {
    b.wait(b.driver().action_chain().send_keys(key).perform()).expect("a key pressed");
}

fn open(b: &Browser) {
    b.open_live("/");
    b.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }));
    b.centre(MAP);
}

fn fingers(b: &Browser, kind: &str, points: &[(f64, f64)]) {
    let points: Vec<Value> = points.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
    b.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }));
}

fn wheel(b: &Browser, Point { x, y }: Point, by: i32, modifiers: u8) {
    b.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": by, "modifiers": modifiers }));
}

#[test]
fn a_tap_inside_of_a_unit_chooses_that_unit() {
    for code in ["79", "48", "87"] {
        let Some(site) = province(code) else { return };
        browse(site, PHONE, |b| {
            open(b);
            let all: Vec<(String, f64, f64)> = b.js(INSIDE);
            let mut wrong = Vec::new();
            for (unit, _, _) in &all {
                b.centre(MAP);
                let now: Vec<(String, f64, f64)> = b.js(INSIDE);
                let Some((_, x, y)) = now.into_iter().find(|(code, _, _)| code == unit) else { continue };
                b.tap_at(Point { x, y });
                thread::sleep(APART);
                let chosen: Option<String> = b.js(CHOSEN);
                if chosen.as_ref() != Some(unit) {
                    wrong.push(format!("{unit}: {chosen:?}"));
                }
            }
            assert!(all.len() >= 8, "{all:?}");
            assert!(wrong.is_empty(), "{code}: {} of {}: {wrong:?}", wrong.len(), all.len());
        });
    }
}

#[test]
fn a_tap_beside_the_units_means_the_nearest_within_a_fingers_reach_at_every_scale() {
    browse(dense(), PHONE, |b| {
        open(b);
        let tap = |x, y| {
            thread::sleep(APART);
            b.tap_at(Point { x, y });
        };
        // Inside of the fourth, a hair's breadth beside the least unit.
        b.centre(MAP);
        let (x, y): (f64, f64) = b.js("(r => [r.right + 5, r.top])(document.querySelector('#s105').getBoundingClientRect())");
        tap(x, y);
        b.becomes(CHOSEN, "103");
        // At rest and drawn larger: in the gap that the sixth left, nearer to the unit below than to that at its side.
        for step in ["rest", "larger"] {
            b.centre(MAP);
            let (x, y): (f64, f64) = b.js("(m => [450 * m.a + m.e, 50 * m.d + m.f])(document.querySelector('.sheet svg').getScreenCTM())");
            tap(x, y);
            b.becomes(CHOSEN, "104");
            b.centre(MAP);
            let (x, y): (f64, f64) = b.js("(m => [520 * m.a + m.e, 94 * m.d + m.f])(document.querySelector('.sheet svg').getScreenCTM())");
            tap(x, y);
            b.becomes(CHOSEN, "111");
            if step == "rest" {
                b.js::<()>(&format!("void document.querySelector(\"{} a\").click()", row("104")));
                b.tap(&button("in"));
                assert_eq!(scale(b), 2.0);
            }
        }
    });
}

#[test]
fn buttons_and_keys_draw_the_map_larger_and_whole_again() {
    browse(dense(), DESKTOP, |b| {
        b.open_live("/");
        let off = || -> Vec<bool> { b.js("[...document.querySelectorAll('.zoom button')].map(button => button.disabled)") };
        let whole = b.attr(MAP, "viewBox");
        assert_eq!(off(), [false, true, true], "at rest there is nothing to go back from");
        assert!(
            b.js::<f64>("Math.min(...[...document.querySelectorAll('.zoom button')].map(b => b.getBoundingClientRect().height))") >= 44.0
        );
        b.click(&button("in"));
        assert_eq!((scale(b), off()), (2.0, vec![false; 3]));
        let letters = || -> f64 { b.js("document.querySelector('a[data-district=\"107\"] .name').getBoundingClientRect().height") };
        let stroke: f64 = b.js(
            "parseFloat(getComputedStyle(document.querySelector('a.c4')).strokeWidth) * document.querySelector('.sheet svg').getScreenCTM().a",
        );
        let large = letters();
        // By the keyboard: the focus stays on the unit, which stays in view.
        b.focus(&shape("107"));
        typed(b, "+");
        assert_eq!(scale(b), 4.0);
        typed(b, "-");
        typed(b, "-");
        settled(b);
        typed(b, "0");
        b.becomes(&format!("document.querySelector({MAP:?}).getAttribute('viewBox')"), whole.clone().expect("a view box"));
        b.becomes("document.querySelector('.sheet').hasAttribute('data-zoomed')", false);
        assert!((letters() - large).abs() < 0.6, "letters are as large as before: {} and {large}", letters());
        let at_rest: f64 = b.js(
            "parseFloat(getComputedStyle(document.querySelector('a.c4')).strokeWidth) * document.querySelector('.sheet svg').getScreenCTM().a",
        );
        assert!((stroke - at_rest).abs() < 0.1, "{stroke} and {at_rest}");
        // Larger up to the limit, where the button goes out and hands its focus on.
        b.focus(&button("in"));
        for _ in 0..8 {
            if !off()[0] {
                b.press(Key::Enter);
                settled(b);
            }
        }
        b.becomes("document.querySelector('[data-zoom=in]').disabled", true);
        b.becomes("document.activeElement.dataset.zoom", "out");
        let side: f64 = b.js("document.querySelector('#s105').getBoundingClientRect().width");
        assert!(side >= 23.0, "the least unit can be hit: {side} px");
        // Another measure leaves the view as it is.
        let before = b.attr(MAP, "viewBox");
        b.js::<()>("void document.querySelector('[name=measure][value=share]')?.click()");
        settled(b);
        assert_eq!(b.attr(MAP, "viewBox"), before);
        b.click(&button("whole"));
        b.becomes(&format!("document.querySelector({MAP:?}).getAttribute('viewBox')"), whole.expect("a view box"));
    });
}

#[test]
fn the_wheel_scrolls_the_page_and_with_control_the_map() {
    browse(dense(), DESKTOP, |b| {
        b.open_live("/");
        let at = b.centre(MAP);
        let before: f64 = b.js("scrollY");
        wheel(b, at, 120, 0);
        b.until("the page has moved", &format!("scrollY > {before} + 50"));
        assert_eq!(scale(b), 1.0);
        let at = b.centre(MAP);
        let before: f64 = b.js("scrollY");
        wheel(b, at, -120, 2);
        assert!(scale(b) > 1.2);
        assert_eq!(b.js::<f64>("scrollY"), before);
        // A mouse drags the map, which is no click.
        let view = b.attr(MAP, "viewBox");
        let mouse = |kind: &str, x: f64, y: f64, buttons: u8| {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
            b.cdp("Input.dispatchMouseEvent", event);
        };
        mouse("mouseMoved", at.x, at.y, 0);
        mouse("mousePressed", at.x, at.y, 1);
        for step in 1..5 {
            mouse("mouseMoved", at.x + 10.0 * f64::from(step), at.y + 5.0 * f64::from(step), 1);
        }
        mouse("mouseReleased", at.x + 40.0, at.y + 20.0, 0);
        settled(b);
        assert_ne!(b.attr(MAP, "viewBox"), view);
        assert_eq!((b.js::<Option<String>>(CHOSEN), b.js::<String>("location.pathname")), (None, "/".into()));
        // Twice at one place: the first chooses at once, the second only draws larger.
        let (now, at) = (scale(b), b.centre(MAP));
        b.click_at(at);
        let first: Option<String> = b.js(CHOSEN);
        b.click_at(at);
        assert!(first.is_some() && scale(b) > now * 1.5, "{first:?} at {}", scale(b));
        assert_eq!(b.js::<Option<String>>(CHOSEN), first);
    });
}

#[test]
fn two_fingers_draw_the_map_larger_and_one_scrolls_the_page() {
    browse(dense(), PHONE, |b| {
        open(b);
        let Point { x, y } = b.centre(MAP);
        fingers(b, "touchStart", &[(x - 20.0, y), (x + 20.0, y)]);
        for step in 1..=6 {
            let apart = 20.0 + 10.0 * f64::from(step);
            fingers(b, "touchMove", &[(x - apart, y), (x + apart, y)]);
        }
        fingers(b, "touchEnd", &[]);
        let large = scale(b);
        assert!((3.0..=4.2).contains(&large), "{large}");
        assert_eq!(b.js::<f64>("visualViewport.scale"), 1.0, "the page itself is as large as it was");
        assert_eq!(b.js::<Option<String>>(CHOSEN), None, "a pinch is no tap");
        // One finger scrolls the page also when the map is large.
        let (before, view): (f64, _) = (b.js("scrollY"), b.attr(MAP, "viewBox"));
        fingers(b, "touchStart", &[(x, y)]);
        (1..=12).for_each(|step| fingers(b, "touchMove", &[(x, y - 15.0 * f64::from(step))]));
        fingers(b, "touchEnd", &[]);
        b.until("the page has moved", &format!("scrollY > {before} + 100"));
        assert_eq!(b.attr(MAP, "viewBox"), view);
        // Sideways it moves the map.
        let Point { x, y } = b.centre(MAP);
        fingers(b, "touchStart", &[(x, y)]);
        (1..=6).for_each(|step| fingers(b, "touchMove", &[(x - 10.0 * f64::from(step), y)]));
        fingers(b, "touchEnd", &[]);
        settled(b);
        assert_ne!(b.attr(MAP, "viewBox"), view);
        assert_eq!(b.js::<Option<String>>(CHOSEN), None);
        thread::sleep(APART);
        b.tap(&button("whole"));
        b.becomes("document.querySelector('.sheet').hasAttribute('data-zoomed')", false);
        // A double tap: the first tap chooses at once.
        let at = b.centre(MAP);
        b.tap_at(at);
        b.tap_at(at);
        assert!(scale(b) > 1.5 && b.js::<Option<String>>(CHOSEN).is_some());
    });
}

#[test]
fn what_is_chosen_comes_into_view_and_can_be_seen() {
    browse(dense(), Screen { compiles: false, ..DESKTOP }, |b| {
        b.emulate(&[("prefers-reduced-motion", "reduce")]);
        b.open_live("/");
        let inside = |code: &str| -> bool {
            b.js(&format!(
                "((r, m) => r.left >= m.left && r.right <= m.right && r.top >= m.top && r.bottom <= m.bottom)(
                    document.querySelector('#s{code}').getBoundingClientRect(), document.querySelector({MAP:?}).getBoundingClientRect())"
            ))
        };
        let side = |code: &str| -> f64 { b.js(&format!("document.querySelector('#s{code}').getBoundingClientRect().width")) };
        assert!(side("105") < 10.0);
        b.js::<()>(&format!("void document.querySelector(\"{} a\").click()", row("105")));
        settled(b);
        assert!(side("105") > 20.0 && inside("105"), "{}", side("105"));
        // Far from there.
        assert!(!inside("123"));
        b.js::<()>(&format!("void document.querySelector(\"{} a\").click()", row("123")));
        settled(b);
        assert!(inside("123"));
        // And by the keys.
        b.focus(&shape("123"));
        b.press(Key::Up);
        b.press(Key::Up);
        settled(b);
        assert!(inside("111"), "{:?}", b.js::<String>("document.activeElement.dataset.district"));
        // By its address at once, before anything else is seen.
        b.open_live("/huyen/ap-5/");
        settled(b);
        let seen: Value = b.js("[document.querySelector('.sheet svg').getAttribute('viewBox'), document.documentElement.dataset.state,
            document.querySelector('.sheet a[data-selected]')?.dataset.district ?? null, getComputedStyle(document.querySelector('.sheet svg')).width]");
        assert!(side("105") > 20.0 && inside("105"), "{} px: {seen}", side("105"));
        // Nothing of it stood in hydration's way, which would have fetched the page once more.
        assert_eq!(b.server.asked().iter().filter(|path| path.as_str() == "/huyen/ap-5/").count(), 1);
    });
}

#[test]
fn names_appear_as_far_as_there_is_room() {
    const SHOWN: &str = "[...document.querySelectorAll('.sheet[data-zoomed] .names use, .sheet:not([data-zoomed]) a > g')]
        .filter(name => getComputedStyle(name).visibility === 'visible')
        .map(name => [(name.getAttribute('href') ?? name.id).replace(/^#?t/, ''), name.getBoundingClientRect()])
        .map(([code, r]) => [code, r.left, r.top, r.right, r.bottom])";
    browse(dense(), PHONE, |b| {
        open(b);
        let look = || -> Vec<(String, f64, f64, f64, f64)> {
            settled(b);
            let frame: (f64, f64, f64, f64) =
                b.js(&format!("(r => [r.left, r.top, r.right, r.bottom])(document.querySelector({MAP:?}).getBoundingClientRect())"));
            let all: Vec<(String, f64, f64, f64, f64)> = b.js(SHOWN);
            all.into_iter().filter(|(_, l, t, r, d)| *r > frame.0 && *l < frame.2 && *d > frame.1 && *t < frame.3).collect()
        };
        let apart = |all: &[(String, f64, f64, f64, f64)]| {
            for (at, (code, l, t, r, d)) in all.iter().enumerate() {
                for (other, l2, t2, r2, d2) in &all[at + 1..] {
                    assert!(r <= l2 || r2 <= l || d <= t2 || d2 <= t, "{code} over {other}");
                }
            }
        };
        let rest: Vec<String> = look().into_iter().map(|(code, ..)| code).collect();
        assert!(!rest.contains(&"105".to_owned()) && !rest.is_empty());
        b.tap(&button("in"));
        let twice = look();
        apart(&twice);
        assert!(twice.len() >= 4, "{twice:?}");
        // Around the least unit, as large as can be.
        b.js::<()>(&format!("void document.querySelector(\"{} a\").click()", row("105")));
        b.tap(&button("in"));
        let most = look();
        apart(&most);
        assert!(most.iter().any(|(code, ..)| code == "105"), "{most:?}");
        b.tap(&button("whole"));
        b.becomes("document.querySelector('.sheet').hasAttribute('data-zoomed')", false);
        // At rest nothing lies over the name of what is chosen.
        let chosen = look();
        apart(&chosen);
        let waits = |all: &[(String, f64, f64, f64, f64)]| -> Vec<String> {
            rest.iter().filter(|code| !all.iter().any(|(shown, ..)| shown == *code)).cloned().collect()
        };
        assert!(chosen.iter().any(|(code, ..)| code == "105") && !waits(&chosen).is_empty(), "{chosen:?}");
        // What waited for it is back once another is chosen.
        b.js::<()>(&format!("void document.querySelector(\"{} a\").click()", row("123")));
        b.tap(&button("whole"));
        let other = look();
        apart(&other);
        assert!(waits(&chosen).iter().all(|code| !waits(&other).contains(code)), "{:?} {:?}", waits(&chosen), waits(&other));
    });
}

#[test]
fn what_waits_to_be_chosen_is_chosen_before_anything_else_that_is_pressed() {
    browse(dense(), PHONE, |b| {
        open(b);
        b.js::<()>("void (window.requestAnimationFrame = () => 0)");
        // The frame after which a tap reaches the page never comes: the tap is marked and waits.
        let at = b.centre(&shape("109"));
        b.click_at(at);
        b.becomes(CHOSEN, "109");
        assert_eq!(b.path(), "/");
        b.press(Key::Escape);
        assert_eq!(b.path(), "/huyen/an-9/");
        b.back();
        b.becomes("location.pathname", "/");
        thread::sleep(APART);
        b.js::<()>("void (window.__heard = [], document.addEventListener('click', event => __heard.push(event.target.closest('[data-district]').dataset.district)))");
        let at = b.centre(&shape("109"));
        b.click_at(at);
        assert_eq!(b.path(), "/");
        b.becomes(CHOSEN, "109");
        b.js::<()>(&format!("void document.querySelector(\"{} a\").click()", row("112")));
        b.becomes("location.pathname", "/huyen/an-12/");
        assert_eq!(b.js::<Vec<String>>("window.__heard"), ["109", "112"]);
    });
}

#[test]
fn the_outline_of_islands_and_land_is_drawn_on_screens_and_on_paper() {
    browse(dense(), DESKTOP, |b| {
        b.open_live("/");
        // The line below the shapes: far islands are seen by it alone.
        let drawn = "(lines => [lines.length, lines.filter(line => getComputedStyle(line).display === 'inline' && line.getBoundingClientRect().width > 0).length])(
            [...document.querySelectorAll('.outline > *')])";
        b.until("it is one line for every few units", "document.querySelector('.outline > path.coast') !== null");
        for media in ["screen", "print"] {
            b.cdp("Emulation.setEmulatedMedia", json!({ "media": media }));
            let (count, seen): (usize, usize) = b.js(drawn);
            assert!(count > 0 && seen == count, "{media}: {seen} of {count}");
        }
    });
}
