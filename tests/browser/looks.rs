//! Pictures of the faces, kept in `test-artefacts/` for human eyes; asserted is only what a machine can tell: nothing sticks
//! out sideways, nothing overlaps its frame, and print is one page.

use std::{fs, path::PathBuf};

use serde_json::json;

use crate::{
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    input::label,
    site::{self, dist, variant},
};

/// Base64 as the browser sends it.
fn decode(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut out, mut bits, mut held) = (Vec::new(), 0u32, 0);
    for six in text.bytes().filter_map(value) {
        bits = (bits << 6 | u32::from(six)) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out
}

fn keep(name: &str, bytes: &[u8]) {
    let folder = PathBuf::from("test-artefacts");
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    fs::write(folder.join(name), bytes).expect("a picture kept");
}

/// The whole page as a picture, or the window alone.
pub fn picture(b: &Browser, name: &str, whole: bool) {
    b.js_promise::<()>(
        "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))",
    );
    let answer = b.cdp("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": whole }));
    let bytes = decode(answer["data"].as_str().expect("a picture"));
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 10_000, "{name}");
    keep(&format!("{name}.png"), &bytes);
}

/// Nothing that is seen sticks out of the window, and no text out of its box.
fn assert_fits(b: &Browser, name: &str) {
    // The window's own width: a phone zooms out over whatever sticks out, and would hide it.
    let (page, window): (f64, f64) = b.js("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
    let out: Vec<String> = b.js(
        "[...document.querySelectorAll('body *')].filter(e => {
                const r = e.getBoundingClientRect(), seen = r.width > 1 && getComputedStyle(e).visibility === 'visible';
                // A wide table scrolls by itself, as WCAG's reflow allows it; what scrolls must fit.
                for (let up = e.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX === 'auto') return false;
                return seen && !e.closest('.skip') && (r.right > document.documentElement.clientWidth + 1 || r.left < -1); })
            .slice(0, 8).map(e => `${e.tagName} ${e.getAttribute('class')} ${e.getBoundingClientRect().right} ${e.textContent.slice(0, 40)}`)",
    );
    assert!(page <= window && out.is_empty(), "{name}: {page} in {window}: {out:#?}");
}

#[test]
fn phone_and_desktop() {
    browse(dist(), PHONE, |b| {
        b.server.hold(".wasm");
        b.open("/");
        assert_no_empty_bar(b);
        b.server.release();
        b.until_live();
        assert_no_empty_bar(b);
        picture(b, "phone", true);
        assert_fits(b, "phone");
        b.tap(&label("660"));
        crate::select::assert_selected(b, Some("660"));
        picture(b, "phone-selected", false);
        b.unfold(true);
        assert_fits(b, "phone, unfolded");
        b.open_live("/en/huyen/cu-jut/");
        picture(b, "phone-en", true);
        assert_fits(b, "phone, English");
        b.resize(DESKTOP);
        for (name, features) in [
            ("desktop", &[] as &[(&str, &str)]),
            ("desktop-dark", &[("prefers-color-scheme", "dark")]),
            ("desktop-contrast", &[("prefers-contrast", "more")]),
            ("desktop-forced", &[("forced-colors", "active")]),
            ("desktop-still", &[("prefers-reduced-motion", "reduce")]),
        ] {
            b.emulate(features);
            b.open_live("/");
            picture(b, name, true);
            assert_fits(b, name);
        }
        b.becomes("getComputedStyle(document.documentElement).scrollBehavior", "auto");
    });
}

/// Names and figures on the map that cannot be told from what lies under them: for nine places along each, the colour of the
/// text against the colour of the shape there, or of the page. Text with an outline of its own carries its ground along.
const FAINT: &str = "(() => {
    const light = c => {
        const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b; };
    const page = getComputedStyle(document.body).backgroundColor, faint = [];
    for (const text of document.querySelectorAll('[data-part=map] [data-district] text')) {
        const own = getComputedStyle(text), r = text.getBoundingClientRect();
        if (own.stroke !== 'none' && own.paintOrder.startsWith('stroke')) continue;
        for (let i = 0; i < 9; i++) {
            const under = document.elementFromPoint(r.left + 1 + (r.width - 2) * i / 8, r.top + r.height / 2)?.closest('[data-district]');
            const ground = under ? getComputedStyle(under.querySelector('path')).fill : page;
            if (!ground.startsWith('rgb')) continue;
            const [a, b] = [light(own.fill), light(ground)].sort((x, y) => y - x);
            if ((a + .05) / (b + .05) < 4.5) { faint.push(`${text.textContent} on ${under?.dataset.district ?? 'the page'}`); break; }
        }
    }
    return faint; })()";

#[test]
fn words_on_the_map_can_be_read() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        for (name, screen) in [("desktop", DESKTOP), ("phone", PHONE)] {
            b.resize(screen);
            for theme in ["light", "dark"] {
                b.emulate(&[("prefers-color-scheme", theme)]);
                for path in ["/", "/?measure=rate", "/en/?measure=change"] {
                    b.open_live(path);
                    b.centre("[data-part=map] svg");
                    let faint: Vec<String> = b.js(FAINT);
                    assert_eq!(faint, [""; 0], "{name}, {theme}, {path}");
                    // Below this no one reads it at arm's length.
                    let heights =
                        "[...document.querySelectorAll('[data-part=map] [data-district] text')].map(t => t.getBoundingClientRect().height)";
                    let smallest: f64 = b.js(&format!("Math.min(...{heights})"));
                    assert!(smallest >= 11.0, "{name}: text of {smallest} px on the map");
                }
            }
        }
    });
}

/// A bar that has nothing to say must not be there to be seen.
fn assert_no_empty_bar(b: &Browser) {
    assert_eq!(b.text("[data-part=status]").trim(), "");
    assert!(!b.shows("[data-part=status]"), "an empty status bar");
}

#[test]
fn narrow() {
    let narrow = Screen { width: 320, height: 640, scale: 2.0, ..PHONE };
    for (name, site) in
        [("narrow", dist()), ("narrow-two", variant("two", &site::two_reports())), ("narrow-goal", variant("goal", &site::with_goal()))]
    {
        browse(site, narrow, |b| {
            for path in ["/", "/en/huyen/dak-rlap/?measure=rate"] {
                b.open_live(path);
                b.unfold(true);
                assert_fits(b, &format!("{name} {path}"));
            }
            b.unfold(false);
            picture(b, name, true);
            b.server.hold(".wasm");
            b.open("/");
            assert_fits(b, &format!("{name}, static"));
        });
    }
}

#[test]
fn text_at_200_percent() {
    for (name, screen) in [("text-200-phone", PHONE), ("text-200-desktop", Screen { width: 1280, height: 900, ..DESKTOP })] {
        browse(variant("two", &site::two_reports()), Screen { text: 32, ..screen }, |b| {
            b.open_live("/");
            let size: f64 = b.js("parseFloat(getComputedStyle(document.body).fontSize)");
            assert!(size >= 32.0, "the page follows the reader's text size: {size}");
            assert_fits(b, name);
            picture(b, name, true);
            b.unfold(true);
            assert_fits(b, &format!("{name}, unfolded"));
            b.open_live("/en/huyen/krong-no/");
            assert_fits(b, &format!("{name}, English"));
        });
    }
}

#[test]
fn print_is_one_page() {
    for (name, site, path) in [("print", dist(), "/"), ("print-two", variant("two", &site::two_reports()), "/huyen/dak-rlap/")] {
        browse(site, DESKTOP, |b| {
            b.open_live(path);
            // As a reader with a dark screen would print it.
            b.emulate(&[("prefers-color-scheme", "dark")]);
            let answer = b.cdp(
                "Page.printToPDF",
                json!({ "preferCSSPageSize": true, "printBackground": true, "paperWidth": 8.27, "paperHeight": 11.69 }),
            );
            let pdf = decode(answer["data"].as_str().expect("a document"));
            assert!(pdf.starts_with(b"%PDF"));
            keep(&format!("{name}.pdf"), &pdf);
            let text = String::from_utf8_lossy(&pdf);
            let pages = text.matches("/Type /Page\n").count().max(text.matches("/Type/Page/").count());
            assert_eq!(pages, 1, "{name}: one A4 page");
            b.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
            b.resize(Screen { width: 703, height: 1020, scale: 1.5, ..DESKTOP });
            for part in ["headline", "map", "board"] {
                assert!(
                    b.js::<bool>(&format!("document.querySelector('[data-part={part}]').getClientRects().length > 0")),
                    "{part} is printed"
                );
            }
            let text: String = b.js("document.body.innerText");
            assert!(text.contains("8/2020") && text.contains("bluezone.gov.vn"), "print has the moment and where to install: {text}");
            picture(b, name, true);
        });
    }
}
