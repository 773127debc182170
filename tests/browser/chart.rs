//! The chart's own module: when it comes, what it draws, and that the page keeps its SVG where it does not come or must not be seen.

use serde_json::json;

use crate::{
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    input::label,
    looks::picture,
    server::Answer,
    site::{self, dist, variant},
};

/// The canvas as it is; read from a copy, because reading makes the browser draw another way.
const DRAWN: &str = "(c => { const copy = document.createElement('canvas'); copy.width = c.width; copy.height = c.height;
    copy.getContext('2d').drawImage(c, 0, 0); return copy.toDataURL(); })(document.querySelector('.plot canvas'))";
/// What can be seen of the two drawings.
const SEEN: &str = "[['svg', e => getComputedStyle(e).visibility === 'visible' && e.getClientRects().length > 0], ['canvas', e => getComputedStyle(e).display !== 'none']]
    .filter(([name, seen]) => seen(document.querySelector('.plot ' + name))).map(([name]) => name).join()";
/// Texts of the SVG that run out of it or into each other, as this engine sets them.
const CROWDED: &str = "[...document.querySelectorAll('.plot svg')].flatMap(svg => { const box = svg.viewBox.baseVal, all = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBBox()]), bad = [];
    for (const [i, [words, a]] of all.entries()) {
        if (a.x < -.5 || a.x + a.width > box.width + .5 || a.y < -4 || a.y + a.height > box.height + 4) bad.push(words + ' out');
        for (const [other, b] of all.slice(i + 1))
            if (a.x < b.x + b.width && b.x < a.x + a.width && a.y + 5 < b.y + b.height && b.y + 5 < a.y + a.height) bad.push(words + ' on ' + other); }
    return bad; })";

fn modules(b: &Browser) -> usize {
    b.server.asked().iter().filter(|path| path.contains("bluezone-chart")).count()
}

#[test]
fn it_comes_when_a_reader_comes_near() {
    browse(dist(), PHONE, |b| {
        // Never before the page lives, wherever the reader is.
        b.server.hold(".wasm");
        b.open("/");
        b.centre(".plot");
        b.js_promise::<()>("new Promise(done => setTimeout(() => done(null), 500))");
        assert_eq!((modules(b), b.js::<String>(SEEN)), (0, "svg".into()));
        b.server.release();
        b.until_live();
        b.until_chart();
        assert_eq!((modules(b), b.js::<String>(SEEN)), (2, "canvas".into()));
    });
    browse(dist(), PHONE, |b| {
        b.open_live("/");
        // A selection far above it brings nothing.
        b.tap(&label("662"));
        b.becomes("document.querySelector('[data-part=map] [data-selected]')?.dataset.district", "662");
        b.js_promise::<()>("new Promise(done => setTimeout(() => done(null), 500))");
        assert_eq!(modules(b), 0, "nobody came near");
        b.centre(".plot");
        b.until_chart();
        assert_eq!(modules(b), 2, "loader and module, once");
        // The district that was chosen before stands out.
        b.becomes("document.querySelectorAll('.plot svg rect[fill*=accent]').length", 1);
    });
}

#[test]
fn it_follows_what_is_chosen() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        b.open_live("/");
        b.centre(".plot");
        b.until_chart();
        let province: String = b.js(DRAWN);
        assert_eq!(b.count("[data-part=trend] > .plot svg polyline[stroke*=bar]"), 1);
        assert_eq!(b.count("[data-part=trend] > .plot svg polyline[stroke*=accent]"), 0);
        b.click(&label("662"));
        b.until("another drawing", &format!("{DRAWN} !== {province:?}"));
        // The SVG behind it says the same, for print and for whoever saves the page.
        b.becomes("[...document.querySelectorAll('.plot svg text')].some(t => t.textContent === 'Cư Jút')", true);
        assert_eq!(b.count("[data-part=trend] > .plot svg polyline[stroke*=accent]"), 1);
        // The comparison below follows as well: line and two dots of the chosen one.
        assert_eq!(b.count(".compared svg [stroke*=accent], .compared svg [fill*=accent]"), 3);
        b.click("[data-part=panel] .all");
        b.becomes(DRAWN, province.as_str());
        // Newer figures are another drawing, too.
        let mut data = site::two_reports();
        data["reports"][1]["withdrawn"] = json!({"why": "gửi nhầm"});
        b.server.replace("/data/campaign.json", Answer::json(data.to_string()));
        b.js::<()>("void document.dispatchEvent(new Event('visibilitychange'))");
        b.open_live("/");
        b.centre(".plot");
        b.until_chart();
        b.becomes("document.querySelectorAll('.plot svg rect').length", 8);
    });
}

#[test]
fn without_it_the_page_keeps_its_svg_as_long_as_that_is_true() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        b.expect_network_faults();
        let names: Vec<String> = ["js", "_bg.wasm"]
            .iter()
            .flat_map(|ending| {
                let found = std::fs::read_dir(dist()).expect("the site").flatten().map(|f| f.file_name().to_string_lossy().into_owned());
                found.filter(|name| name.starts_with("bluezone-chart") && name.ends_with(ending)).collect::<Vec<_>>()
            })
            .collect();
        for name in &names {
            b.server.replace(name, Answer::status(404));
            b.open_live("/");
            b.centre(".plot");
            b.eventually("it was asked for", || b.server.count(name) > 0);
            b.js_promise::<()>("new Promise(done => setTimeout(() => done(null), 300))");
            assert_eq!(b.js::<String>(SEEN), "svg", "without {name}");
            // A drawing of something else than what the page says would be worse than none.
            b.click(&label("662"));
            b.becomes(SEEN, "");
            b.click("[data-part=panel] .all");
            b.becomes(SEEN, "svg");
            b.server.restore(name);
        }
        assert_eq!(names.len(), 2, "{names:?}");
    });
}

#[test]
fn print_and_a_saved_page_show_the_svg() {
    browse(dist(), DESKTOP, |b| {
        b.open("/embed/?show=trend");
        b.point_at(".plot");
        b.until_chart();
        b.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        b.becomes(SEEN, "svg");
        b.emulate(&[]);
        b.becomes(SEEN, "canvas");
        b.open_live("/");
        b.centre(".plot");
        b.until_chart();
        // Beside the saved page there are no fonts.
        b.expect_network_faults();
        let saved: String = b.js("document.documentElement.outerHTML.replace(/<script.*?<\\/script>/gs, '').replace(/<link[^>]*>/g, '')");
        let port = b.host(&format!("<!doctype html>{saved}"));
        b.open_url(&format!("http://127.0.0.1:{port}/"));
        b.becomes("document.querySelector('.plot').dataset.live", "true");
        assert_eq!(b.js::<String>(SEEN), "svg");
        // What the live page set on its elements the saved page's own policy refuses; it shows what it was served with.
        let faults = b.faults();
        assert!(faults.iter().all(|fault| fault.contains("Applying inline style") || fault.contains("/fonts/")), "{faults:#?}");
        let widths: Vec<f64> = b.js(
            "[...document.querySelectorAll('[data-part=board] tbody .bar')].map(e => parseFloat(getComputedStyle(e, '::before').width))",
        );
        assert!(widths[0] > 40.0 && widths[7] > 5.0 && widths[7] < widths[0] / 2.0, "{widths:?}");
    });
}

#[test]
fn embeds_have_it_where_they_show_the_trend() {
    browse(dist(), Screen { height: 600, ..PHONE }, |b| {
        b.open("/embed/");
        b.tap("[data-part=headline] h2");
        b.until("it lives", "document.documentElement.dataset.state === 'live'");
        b.open("/embed/?show=trend&theme=light");
        b.until("it is read", "document.querySelector('.plot')");
        assert_eq!(modules(b), 0);
        b.tap("[data-part=trend] h2");
        b.until_chart();
        assert_eq!(modules(b), 2);
        let light: String = b.js(DRAWN);
        // The page around may choose the theme.
        b.js::<()>("void window.postMessage({ bluezone: 1, type: 'theme', theme: 'dark' }, '*')");
        b.js::<()>("void (document.documentElement.dataset.theme = 'dark', dispatchEvent(new Event('resize')))");
        b.until("it is drawn in the other colours", &format!("{DRAWN} !== {light:?}"));
    });
}

/// Pictures for human eyes, and what a machine can tell of them: every text within the drawing and apart from the others.
#[test]
fn readable_in_every_size_language_and_theme() {
    let narrow = Screen { width: 320, ..PHONE };
    for (name, site) in [("bars", dist()), ("lines", variant("two", &site::two_reports()))] {
        browse(site, PHONE, |b| {
            for (size, screen) in [("phone", PHONE), ("narrow", narrow), ("desktop", DESKTOP)] {
                b.resize(screen);
                for (theme, features) in [("light", &[] as &[(&str, &str)]), ("dark", &[("prefers-color-scheme", "dark")])] {
                    b.emulate(features);
                    for (lang, path) in [("vi", "/huyen/krong-no/"), ("en", "/en/huyen/cu-jut/")] {
                        b.open_live(path);
                        assert_eq!(b.js::<Vec<String>>(CROWDED), [""; 0], "{name} {size} {lang}");
                        b.centre(".plot");
                        b.until_chart();
                        assert_eq!(b.js::<Vec<String>>(CROWDED), [""; 0], "{name} {size} {lang}, live");
                        let letters: f64 = b.js(
                            "(s => parseFloat(getComputedStyle(s).fontSize) * s.getBoundingClientRect().width / s.viewBox.baseVal.width)\
                                (document.querySelector('.plot svg'))",
                        );
                        assert!((14.0..24.0).contains(&letters), "letters of {letters} pixels on {size}");
                        picture(b, &format!("chart-{name}-{size}-{theme}-{lang}"), false);
                    }
                }
            }
        });
    }
}
