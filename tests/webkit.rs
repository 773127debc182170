//! The citizen's page in WebKit, as iPhones have it: that it comes to life on what was served, and how the map's outlines are painted, which WebKit
//! does in a way of its own (what is drawn again by `use` keeps the style of the place that it comes from). Needed are the built site (`DIST`, else
//! `dist/`), WebKitGTK's driver and Xvfb; where one is missing the tests fail and say so.
#![cfg(not(target_arch = "wasm32"))]

#[path = "webkit/harness.rs"]
mod harness;
#[path = "browser/server.rs"]
#[allow(dead_code)]
mod server;
#[path = "browser/site.rs"]
#[allow(dead_code)]
mod site;

use harness::{Browser, browse};

/// Points along the border of a district, in pixels of the window, every few of them.
fn border(b: &Browser, code: &str) -> Vec<(f64, f64)> {
    b.js(&format!(
        "(path => {{ const to = path.getScreenCTM(), length = path.getTotalLength(), points = [];
            for (let at = 0; at < length; at += 6) {{ const p = path.getPointAtLength(at).matrixTransform(to); points.push([p.x, p.y]); }}
            return points; }})(document.getElementById('s{code}'))"
    ))
}

/// A colour of the page's tokens as its three bytes.
fn token(b: &Browser, name: &str) -> [u8; 3] {
    b.js(&format!(
        "(s => {{ s.color = 'var(--{name})'; const rgb = getComputedStyle(document.querySelector('main')).color.match(/\\d+/g).map(Number);
            s.color = ''; return rgb.slice(0, 3); }})(document.querySelector('main').style)"
    ))
}

/// How large a part of a border has this colour within three pixels.
fn along(b: &Browser, points: &[(f64, f64)], colour: [u8; 3]) -> f64 {
    let picture = b.picture();
    let near = |&(x, y): &(f64, f64)| {
        (-3..=3).any(|dx| (-3..=3).any(|dy| picture.at(x + f64::from(dx), y + f64::from(dy)).is_some_and(|at| alike(at, colour))))
    };
    points.iter().filter(|point| near(point)).count() as f64 / points.len() as f64
}

fn alike(one: [u8; 3], other: [u8; 3]) -> bool {
    one.iter().zip(other).all(|(a, b)| a.abs_diff(b) <= 24)
}

#[test]
fn the_outline_is_whole_above_every_neighbour() {
    browse(|b| {
        b.open_live("");
        b.js::<()>("void document.querySelector('[data-part=map] svg').scrollIntoView({ block: 'center', behavior: 'instant' })");
        // Its tip would cover a part of the map. The page's policy allows no other sheet than its own.
        b.js::<()>("void document.styleSheets[0].insertRule('.tip, .sheet text { display: none !important }', 0)");
        let (ink, sheet) = (token(b, "ink"), token(b, "sheet"));
        for code in ["660", "661", "662", "663", "664", "665", "666", "667"] {
            let points = border(b, code);
            assert!(points.len() > 40, "{code}: {} points", points.len());
            let before = along(b, &points, ink);
            assert!(before < 0.2, "{code}: {before:.2} of its border is dark before it is marked");
            b.js::<()>(&format!("void document.querySelector('[data-part=map] [data-district=\"{code}\"]').focus()"));
            b.until("it is marked", &format!("document.querySelector('.marks .lit')?.getAttribute('href') === '#s{code}'"));
            let (dark, light) = (along(b, &points, ink), along(b, &points, sheet));
            assert!(dark > 0.97 && light > 0.9, "{code}: {dark:.2} of its border is dark, {light:.2} light");
            b.js::<()>("void document.activeElement.blur()");
            b.until("no longer", "!document.querySelector('.marks .lit')");
        }
        // The chosen one has the accent, and no fill of the outline covers its class.
        b.js::<()>("void document.querySelector('[data-part=board] [data-district=\"662\"] .name a').click()");
        b.until("it is chosen", "document.querySelector('.marks .chosen')?.getAttribute('href') === '#s662'");
        b.js::<()>("void document.querySelector('[data-part=map] svg').scrollIntoView({ block: 'center', behavior: 'instant' })");
        let (points, accent) = (border(b, "662"), token(b, "accent"));
        let marked = along(b, &points, accent);
        assert!(marked > 0.97, "{marked:.2} of the chosen border has the accent");
        let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), p| (x + p.0 / points.len() as f64, y + p.1 / points.len() as f64));
        let class: String = b.js("getComputedStyle(document.getElementById('s662')).fill");
        let inside = b.picture().at(x, y).expect("within the window");
        assert_eq!(class, format!("rgb({}, {}, {})", inside[0], inside[1], inside[2]));
    });
}

#[test]
fn the_page_comes_to_life_on_what_was_served() {
    browse(|b| {
        b.server.hold(".wasm");
        b.open("");
        b.until("it is there", "document.readyState === 'interactive' || document.readyState === 'complete'");
        let count: usize =
            b.js("(window.kept = [...document.querySelectorAll('#live *, #trend *')].filter(e => !e.closest('.marks'))).length");
        assert!(count > 200, "{count} elements");
        let words: String = b.js("document.querySelector('[data-part=board]').innerText");
        b.server.release();
        b.until("it is live", "document.documentElement.dataset.state === 'live'");
        assert_eq!(b.js::<String>("document.querySelector('[data-part=board]').innerText"), words);
        assert_eq!(b.js::<usize>("window.kept.filter(e => !e.isConnected).length"), 0, "elements were thrown away");
        // Alive: a choice changes panel, board, map and address.
        b.js::<()>("void document.querySelector('[data-part=board] [data-district=\"666\"] .name a').click()");
        b.until("the panel follows", "document.querySelector('[data-part=panel] h2').textContent.includes('Đắk R')");
        b.until("the address follows", "location.pathname.endsWith('/huyen/dak-rlap/')");
        b.js::<()>("void document.querySelector('[name=measure][value=installs]').click()");
        b.until("the map follows", "document.querySelector('#t666 .figure').textContent === '6.770'");
    });
}

#[test]
fn what_is_not_as_served_is_drawn_anew_or_left_alone() {
    browse(|b| {
        // As an extension does that takes a part away before the page is live.
        b.server.hold(".wasm");
        b.open("");
        b.js::<()>("void document.querySelector('[data-part=board] tbody tr').remove()");
        b.server.release();
        b.until("it is live", "document.documentElement.dataset.state === 'live'");
        b.until("all rows are there", "document.querySelectorAll('[data-part=board] tbody tr[data-district]').length === 8");
        b.js::<()>("void document.querySelector('[data-part=board] [data-district=\"662\"] .name a').click()");
        b.until("the panel follows", "document.querySelector('[data-part=panel] h2').textContent.includes('Cư Jút')");
    });
}
