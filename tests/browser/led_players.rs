//! Public screens on the players that there are: framed, turned, zoomed, in a corner of a larger signal, called hidden, preloaded; and what such a
//! player may send them that is not ours.

use std::thread;

use crate::{
    faults::WHILE,
    harness::{Browser, Screen, browse},
    led::{SAID, assert_not_blank, grey, led},
    led_faults::newer_page,
    server::Answer,
    site::dist,
};

const RECT: &str = "(r => [r.left, r.top, r.width, r.height])(document.querySelector('.layer[data-front] svg').getBoundingClientRect())";

/// The box of the picture in units of style, and its own pixels.
fn stage(b: &Browser) -> ([f64; 4], [u32; 2]) {
    let size = b.js("(svg => [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))])(document.querySelector('.layer[data-front] svg'))");
    (b.js(RECT), size)
}

fn near(found: [f64; 4], wanted: [f64; 4]) -> bool {
    found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.6)
}

#[test]
fn a_box_at_the_top_left_and_black_around_it() {
    browse(dist(), led(1280, 720), |b| {
        b.open_led("/led/?scenes=headline&size=384x192&theme=light&motion=off");
        let (rect, size) = stage(b);
        assert!(near(rect, [0.0, 0.0, 384.0, 192.0]) && size == [384, 192], "{rect:?} {size:?}");
        let (width, height, pixels) = grey(&b.picture());
        let at = |x: usize, y: usize| pixels[y * width + x];
        assert_eq!((width, height), (1280, 720));
        assert!([(385, 10), (10, 193), (1279, 719)].iter().all(|(x, y)| at(*x, *y) == 0), "what is around the box is black");
        assert_eq!((at(0, 0), at(383, 191)), (255, 255), "the box is the whole of it");
        // Without the module, as well.
        b.before_every_page("delete window.WebAssembly;");
        b.open("/led/?scenes=headline&size=384x192");
        b.until(
            "the pre-rendered scenes stand in it",
            "(r => r.width === 384 && r.height === 192)(document.getElementById('static').getBoundingClientRect())",
        );
    });
}

#[test]
fn turned_and_with_a_margin() {
    browse(dist(), led(1280, 720), |b| {
        for (turn, size) in [("90", [720, 1280]), ("180", [1280, 720]), ("270", [720, 1280])] {
            b.open_led(&format!("/led/?scenes=headline&rotate={turn}&motion=off"));
            let (rect, own) = stage(b);
            assert!(near(rect, [0.0, 0.0, 1280.0, 720.0]) && own == size, "{turn}: {rect:?} {own:?}");
        }
        b.open_led("/led/?scenes=headline&rotate=90&margin=5&motion=off");
        let (rect, own) = stage(b);
        assert!(near(rect, [64.0, 36.0, 1152.0, 648.0]) && own == [648, 1152], "{rect:?} {own:?}");
    });
}

#[test]
fn pixels_are_those_of_the_device() {
    for (width, height, scale, own) in [(96, 48, 2.0, [192, 96]), (640, 360, 1.5, [960, 540]), (384, 192, 0.5, [192, 96])] {
        browse(dist(), Screen { scale, ..led(width, height) }, |b| {
            b.open_led("/led/?scenes=headline&motion=off");
            let (rect, size) = stage(b);
            assert!(near(rect, [0.0, 0.0, f64::from(width), f64::from(height)]) && size == own, "{scale}: {rect:?} {size:?}");
        });
    }
    // Dots are whole: on a board there is no shade between paper and letters.
    browse(dist(), Screen { scale: 2.0, ..led(96, 48) }, |b| {
        b.open_led("/led/?scenes=headline&motion=off");
        let (_, _, pixels) = grey(&b.picture());
        let mut shades = pixels.clone();
        shades.sort_unstable();
        shades.dedup();
        assert!((2..=5).contains(&shades.len()), "{shades:?}");
    });
}

#[test]
fn in_a_frame_without_an_origin_it_is_live() {
    browse(dist(), led(1280, 720), |b| {
        let port = b.host(&format!(
            "<body style=\"margin:0\"><script>var told=[];</script><iframe id=\"player\" sandbox=\"allow-scripts\" style=\"border:0;width:1280px;height:720px\" src=\"{}/led/?scenes=headline&refresh=30\"></iframe>",
            b.origin()
        ));
        b.open_url(&format!("http://127.0.0.1:{port}/"));
        let module = || b.server.count("_bg.wasm") > 0 && b.server.count("data/campaign.json") > 0;
        b.eventually("it has its module, and asks for figures", module);
        thread::sleep(WHILE);
        assert_not_blank(&b.picture(), "the framed screen");
    });
}

#[test]
fn a_page_that_the_player_calls_hidden_goes_on_and_is_live_when_it_is_shown() {
    browse(dist(), led(640, 360), |b| {
        b.before_every_page(
            "Object.defineProperty(Document.prototype, 'visibilityState', { get: () => window.__seen ? 'visible' : 'hidden' });
             Object.defineProperty(Document.prototype, 'hidden', { get: () => !window.__seen });",
        );
        b.hurry(10);
        b.open_led("/led/?dwell=3&scenes=headline,message,qr");
        let beat: u32 = b.js("Number(document.documentElement.dataset.beat)");
        b.until("slides go on", &format!("Number(document.documentElement.dataset.beat) > {}", beat + 3));
        b.js::<()>("void (window.__seen = true, document.dispatchEvent(new Event('visibilitychange')))");
        b.becomes("document.documentElement.dataset.state", "live");
        assert_not_blank(&b.picture(), "what is shown again");
    });
}

#[test]
fn each_load_begins_where_the_wall_clock_says() {
    browse(dist(), led(640, 360), |b| {
        let at = "['headline', 'message', 'qr'][Math.floor(Date.now() / 5000) % 3]";
        for _ in 0..3 {
            b.open_led("/led/?dwell=5&scenes=headline,message,qr");
            b.until("the clock's own scene", &format!("document.documentElement.dataset.scene === {at}"));
            thread::sleep(std::time::Duration::from_millis(2_300));
        }
        b.open_led("/led/?dwell=600&scenes=headline,message,qr&sync=0");
        b.becomes("document.documentElement.dataset.scene", "headline");
    });
}

#[test]
fn the_night_is_the_provinces() {
    browse(dist(), led(640, 360), |b| {
        b.cdp("Emulation.setTimezoneOverride", serde_json::json!({ "timezoneId": "America/New_York" }));
        let hour: u32 = b.js("new Date(Date.now() + 7 * 3600e3).getUTCHours()");
        let veil = || b.js::<f64>("Number(getComputedStyle(document.querySelector('.veil')).opacity)");
        b.open_led(&format!("/led/?night={hour}-{}&dim=70", (hour + 2) % 24));
        assert_eq!(veil(), 0.7);
        b.open_led(&format!("/led/?night={hour}-{}&dim=70&zone=player", (hour + 2) % 24));
        assert_eq!(veil(), 0.0);
        b.before_every_page("delete window.WebAssembly;");
        b.open(&format!("/led/?night={hour}-{}&dim=70", (hour + 2) % 24));
        b.until("the pre-rendered scenes are dimmed", "document.getElementById('dusk')?.style.opacity === '0.7'");
    });
}

#[test]
fn only_our_own_page_is_kept_or_shown() {
    browse(dist(), led(640, 360), |b| {
        b.expect_network_faults();
        b.open_led("/led/?scenes=headline");
        b.until("the worker has taken over", "navigator.serviceWorker.controller");
        b.until(
            "page and module are kept",
            "(caches.open('bluezone-led-1').then(c => c.keys()).then(all => window.__kept = all.map(r => r.url).join()), \
             ['/led/,', '.wasm', '.js'].every(part => (window.__kept + ',').includes(part)))",
        );
        let gate = || Answer::Whole { status: 200, kind: "text/html", bytes: b"<!doctype html><html><title>Wi-Fi</title></html>".to_vec() };
        for answer in [gate(), Answer::status(404), Answer::status(403), Answer::status(503)] {
            for ending in ["/led/", ".js", ".wasm", "release.txt", "campaign.json"] {
                b.server.replace(ending, answer.clone());
            }
            b.open_led("/led/?scenes=headline");
            assert!(b.said().contains("51.974"), "{}", b.said());
            for ending in ["/led/", ".js", ".wasm", "release.txt", "campaign.json"] {
                b.server.restore(ending);
            }
        }
    });
}

#[test]
fn pre_rendered_scenes_are_not_reloaded_when_nothing_has_changed() {
    browse(dist(), led(640, 360), |b| {
        b.before_every_page("delete window.WebAssembly;");
        b.hurry(200);
        b.open("/led/?dwell=20");
        b.js::<()>("void (window.__same = true)");
        let before = b.server.count("/led/");
        b.eventually("it has asked", || b.server.count("/led/") > before + 1);
        assert!(b.js::<bool>("window.__same === true"), "the same page is not loaded again");
        // A newer one is.
        b.server.replace("/led/", newer_page());
        b.until("the newer page stands", "window.__same !== true && document.documentElement.dataset.revision === '99'");
    });
}

#[test]
fn other_peoples_errors_are_no_crash() {
    browse(dist(), led(640, 360), |b| {
        b.open_led("/led/?scenes=headline");
        b.js::<()>(
            "void (dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' })),
                dispatchEvent(new ErrorEvent('error', { message: 'x is not defined', filename: 'https://player.example/agent.js' })),
                dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: new Error('foreign') })))",
        );
        thread::sleep(WHILE);
        b.becomes("document.documentElement.dataset.state", "live");
        b.js::<()>("void dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: new WebAssembly.RuntimeError('unreachable') }))");
        b.becomes("document.documentElement.dataset.state", "static");
    });
}

#[test]
fn a_light_screen_has_no_dark_first_frame() {
    browse(dist(), led(640, 360), |b| {
        b.before_every_page("addEventListener('DOMContentLoaded', () => { window.__theme = document.documentElement.dataset.theme; });
            new MutationObserver((_, self) => { if (document.body) { self.disconnect(); window.__first = document.documentElement.dataset.theme; } }).observe(document, { childList: true, subtree: true });");
        b.open("/led/?theme=light");
        b.becomes("window.__first", "light");
        b.open("/led/?theme=lightning");
        b.becomes("window.__first", "dark");
    });
}

#[test]
fn a_screen_forgets_what_it_keeps() {
    browse(dist(), led(640, 360), |b| {
        b.open_led("/led/?scenes=headline&refresh=30");
        b.until("figures are kept", "Object.keys(localStorage).some(key => key.startsWith('bluezone-led'))");
        b.js::<()>("void Object.keys(localStorage).forEach(key => localStorage.setItem(key, '{}'))");
        b.open("/led/?scenes=headline&reset=1");
        b.becomes("Object.values(localStorage).includes('{}')", false);
        b.led_is_live();
        assert!(b.said().contains("51.974"));
    });
}

#[test]
fn words_run_on_message_boards_where_that_was_asked_for() {
    browse(dist(), led(192, 32), |b| {
        b.open_led("/led/?motion=ticker");
        b.becomes("document.documentElement.dataset.scene", "ticker");
        let words = b.said();
        assert!(["51.974", "Đắk Mil", "11/8/2020", "bluezone.gov.vn"].iter().all(|word| words.contains(word)), "{words}");
        let runs = "document.getAnimations().find(a => a.animationName === 'run')";
        let before: f64 = b.js(&format!("Number({runs}.currentTime)"));
        b.until("they run", &format!("{runs}.playState === 'running' && {runs}.currentTime > {before}"));
        assert!(b.js::<f64>("document.querySelector('.layer [data-scene=ticker]').getBoundingClientRect().width") > 400.0);
        // Never by default.
        b.open_led("/led/");
        assert_ne!(b.js::<String>("document.documentElement.dataset.scene"), "ticker");
    });
}

#[test]
fn boards_of_every_size_that_is_sold_say_something() {
    browse(dist(), led(1280, 720), |b| {
        for (width, height) in [
            (64, 32),
            (96, 32),
            (128, 32),
            (160, 32),
            (192, 32),
            (256, 32),
            (320, 32),
            (64, 64),
            (96, 48),
            (384, 64),
            (512, 64),
            (640, 64),
            (960, 64),
            (768, 96),
            (64, 256),
            (320, 240),
        ] {
            b.open_led(&format!("/led/?scenes=headline&motion=off&sync=0&size={width}x{height}"));
            let (_, size) = stage(b);
            assert_eq!(size, [width, height]);
            let said: String = b.js(SAID);
            assert!(said.contains("51.974"), "{width}x{height}: {said}");
        }
    });
}

#[test]
fn words_that_run_for_minutes_are_no_standstill() {
    browse(dist(), led(640, 64), |b| {
        b.open_led("/led/?motion=ticker&scenes=headline,board,districts&dwell=4");
        let stands: u32 = b.js("Number(document.documentElement.dataset.stands)");
        assert!(stands > 2 * 4 + 60, "so long a text was the fault: {stands} s");
        b.hurry(1_000);
        b.open("/led/?motion=ticker&scenes=headline,board,districts&dwell=4");
        b.led_is_live();
        b.until("the words have run three times", "Number(document.documentElement.dataset.beat) > 3");
        assert_eq!(b.js::<String>("document.documentElement.dataset.state + window.name"), "live");
    });
}
