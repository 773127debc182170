//! The public screen as it is meant to run: scenes that turn, an address that sets it up, manners towards its player, pictures that a phone can
//! read from it; and the same scenes without any script.

use std::{fs, path::Path, process::Command, thread, time::Duration};

use serde_json::{Value, json};

use crate::{
    harness::{Browser, DESKTOP, Screen, browse},
    server::Answer,
    site::{data, dist, two_reports, variant},
};

/// A screen of that many pixels.
pub fn led(width: u32, height: u32) -> Screen {
    Screen { width, height, ..DESKTOP }
}

/// What the slide in front says.
pub const SAID: &str = "document.querySelector('.layer[data-front] svg')?.getAttribute('aria-label') ?? ''";
pub const SCENE: &str = "document.documentElement.dataset.scene";

impl Browser {
    pub fn open_led(&self, path: &str) {
        self.open(path);
        self.led_is_live();
    }

    pub fn led_is_live(&self) {
        self.until(
            "the screen is live",
            "document.documentElement.dataset.state === 'live' && document.querySelector('.layer[data-front] svg')",
        );
    }

    /// All timers of every page from now on run so many times faster.
    pub fn hurry(&self, times: u32) {
        self.before_every_page(&format!(
            "{{ const timeout = window.setTimeout, interval = window.setInterval;
               window.setTimeout = (run, ms, ...rest) => timeout(run, ms / {times}, ...rest);
               window.setInterval = (run, ms, ...rest) => interval(run, ms / {times}, ...rest); }}"
        ));
    }

    /// The slide in front, once it is this one.
    pub fn until_scene(&self, name: &str) {
        self.until(&format!("the scene is {name}"), &format!("{SCENE} === '{name}'"));
    }

    pub fn picture(&self) -> Vec<u8> {
        self.wait(self.driver().screenshot_as_png()).expect("a screenshot")
    }

    pub fn said(&self) -> String {
        self.js::<String>(SAID).replace('\u{a0}', " ")
    }
}

/// Rows of grey.
pub fn grey(png: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut bytes).expect("a whole PNG");
    let step = info.color_type.samples();
    let grey = bytes[..info.buffer_size()].chunks(step).map(|pixel| {
        let sum: u32 = pixel.iter().take(3.min(step)).map(|part| u32::from(*part)).sum();
        (sum / 3.min(step) as u32) as u8
    });
    (info.width as usize, info.height as usize, grey.collect())
}

/// How many shades it has, and how much of it is of the most frequent one.
pub fn shades(png: &[u8]) -> (usize, f64) {
    let (_, _, pixels) = grey(png);
    let mut counts = [0_usize; 256];
    pixels.iter().for_each(|p| counts[usize::from(*p)] += 1);
    (counts.iter().filter(|n| **n > 0).count(), *counts.iter().max().unwrap() as f64 / pixels.len() as f64)
}

pub fn assert_not_blank(png: &[u8], what: &str) {
    let (count, most) = shades(png);
    // A message board has two or three colours and no shades between them.
    assert!(count > 1 && most < 0.998, "{what} is blank: {count} shades, {most} of one");
}

#[test]
fn a_round_goes_through_every_scene_and_the_date_is_always_there() {
    browse(dist(), led(1920, 1080), |b| {
        b.hurry(10);
        b.open_led("/led/?dwell=3&scenes=headline,map,board,districts,qr,message");
        let mut seen = Vec::new();
        for name in ["headline", "map", "board", "district-660", "district-667", "qr", "message", "headline"] {
            b.until_scene(name);
            seen.push(b.said());
        }
        assert!(seen.iter().all(|said| said.contains("Tính đến 8 giờ ngày 11/8/2020")), "{seen:#?}");
        assert!(seen[0].contains("51.974") && seen[0].contains("8,35%") && seen[5].contains("bluezone.gov.vn"), "{seen:#?}");
        assert_eq!(b.js::<String>("getComputedStyle(document.body).cursor"), "none");
        assert!(b.js::<bool>("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"));
    });
}

#[test]
fn the_address_sets_the_screen_up() {
    browse(dist(), led(1280, 720), |b| {
        b.hurry(10);
        b.open_led("/led/?scenes=qr,headline&dwell=4&lang=vi,en&theme=light&motion=off&shift=1&stamp=QL14-02&sync=0");
        assert_eq!(b.js::<[String; 3]>("(d => [d.theme, d.motion, d.scene])(document.documentElement.dataset)"), ["light", "off", "qr"]);
        let release: String = b.js("document.documentElement.dataset.release");
        assert!(b.said().contains(&format!("{release} QL14-02")), "{}", b.said());
        b.until_scene("headline");
        assert!(!b.js::<String>("document.querySelector('.stage').style.transform").ends_with("translate(0px, 0px)"));
        b.until("a round in English", &format!("document.documentElement.lang === 'en' && ({SAID}).includes('Bluezone')"));
        b.until("and one in Vietnamese", "document.documentElement.lang === 'vi'");
        b.open_led("/led/en/?scenes=headline");
        assert!(b.said().contains("As of 8:00 on 11 August 2020") && b.said().contains("51,974"), "{}", b.said());
    });
}

#[test]
fn set_up_mode_shows_the_facts_and_lists_what_it_could_not_use_for_a_while() {
    browse(dist(), led(1280, 720), |b| {
        b.hurry(5);
        b.open_led("/led/?setup=1&dwell=0&colour=red&stamp=%3Cimg%20src%3Dx%20onerror%3D__hacked%3D1%3E");
        let facts = b.text(".facts");
        for part in ["1280 × 720", "Chrome/", "8 giờ ngày 11/8/2020", "dwell=0", "colour=red", "stamp=<img"] {
            assert!(facts.contains(part), "{part} in {facts}");
        }
        let (width, height, pixels) = grey(&b.picture());
        let decoded = codes(width, height, &pixels);
        assert!(decoded.iter().any(|text| text.contains("/led/?setup=0&dwell=0")), "{decoded:?}");
        b.until("the list goes", "!document.querySelector('.facts .ignored')");
        assert!(b.text(".facts").contains("1280 × 720"));
        b.open_led("/led/?colour=red");
        assert_eq!(b.text(".facts"), "");
    });
}

#[test]
fn nights_are_darker_by_the_clock_of_the_screen_and_without_the_module_too() {
    browse(dist(), led(640, 360), |b| {
        let hour: u32 = b.js("new Date().getHours()");
        let veil = || b.js::<f64>("Number(getComputedStyle(document.querySelector('.veil')).opacity)");
        b.open_led(&format!("/led/?night={hour}-{}&dim=70&zone=player", (hour + 2) % 24));
        assert_eq!(veil(), 0.7);
        b.open_led(&format!("/led/?night={}-{}&dim=70&zone=player", (hour + 3) % 24, (hour + 5) % 24));
        assert_eq!(veil(), 0.0);
        b.before_every_page("delete window.WebAssembly;");
        b.open(&format!("/led/?night={hour}-{}&dim=70&zone=player&theme=light", (hour + 2) % 24));
        b.until("the pre-rendered scenes are dimmed", "document.getElementById('dusk')?.style.opacity === '0.7'");
        assert_eq!(b.js::<String>("document.documentElement.dataset.theme"), "light");
    });
}

#[test]
fn manners_towards_the_player() {
    browse(dist(), led(640, 360), |b| {
        b.before_every_page(
            "window.__locks = 0; if (navigator.wakeLock) navigator.wakeLock.request = () => { window.__locks++; return Promise.resolve({}); };",
        );
        b.open_led("/led/?refresh=600&sync=0");
        b.until("the player is told", "document.title.includes('ready_for_cache')");
        let told: Value = serde_json::from_str(&b.js::<String>("document.title")).expect("the title is JSON");
        assert_eq!(told["ready_for_cache"], json!(true));
        assert!((540..=660).contains(&told["valid_for"].as_u64().unwrap()), "{told}");
        assert_eq!(b.js::<u32>("window.__locks"), 1);
        // Hidden and shown again: the frame is whole at once, without any fade, and the screen is kept awake again.
        let sight = |state: &str| {
            format!(
                "void (Object.defineProperty(document, 'visibilityState', {{ value: '{state}', configurable: true }}), Object.defineProperty(document, 'hidden', {{ value: {}, configurable: true }}), document.dispatchEvent(new Event('visibilitychange')))",
                state == "hidden"
            )
        };
        b.js::<()>(&sight("hidden"));
        b.js::<()>(&sight("visible"));
        assert_eq!(b.count(".layer svg"), 1);
        assert!(b.said().contains("51.974"));
        assert_eq!(b.js::<u32>("window.__locks"), 2);
    });
}

/// All that an independent decoder finds in a picture.
pub fn codes(width: usize, height: usize, pixels: &[u8]) -> Vec<String> {
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

#[test]
fn a_phone_reads_the_code_from_every_screen_that_shows_one() {
    let link = data()["links"]["install"].as_str().unwrap().to_string();
    let screens =
        [(1920, 1080), (1280, 720), (3840, 2160), (1080, 1920), (1080, 1080), (1920, 160), (256, 128), (384, 192), (512, 256), (320, 160)];
    browse(dist(), led(1920, 1080), |b| {
        for (width, height) in screens {
            for theme in ["dark", "light"] {
                b.resize(led(width, height));
                b.open_led(&format!("/led/?scenes=qr&theme={theme}"));
                let (w, h, pixels) = grey(&b.picture());
                assert_eq!((w, h), (width as usize, height as usize));
                assert_eq!(codes(w, h, &pixels), [link.as_str()], "{width}x{height} {theme}");
            }
        }
        // Too few pixels for a code: the address is written instead.
        for (width, height) in [(128, 64), (192, 96)] {
            b.resize(led(width, height));
            b.open_led("/led/?scenes=qr");
            assert!(!b.has(".layer .qr-ink") && b.said().contains("bluezone.gov.vn"), "{}", b.said());
        }
    });
}

#[test]
fn small_boards_are_drawn_in_whole_pixels() {
    browse(dist(), led(128, 64), |b| {
        for (width, height) in [(128, 64), (192, 96), (256, 128)] {
            b.resize(led(width, height));
            for scene in ["headline", "board", "districts", "message"] {
                b.open_led(&format!("/led/?scenes={scene}&motion=off"));
                let picture = b.picture();
                assert_not_blank(&picture, scene);
                // Ink, paper and a few colours, but nothing between them: no dot is smoothed.
                assert!(shades(&picture).0 <= 5, "{width}x{height} {scene}: {:?}", shades(&picture));
            }
        }
    });
}

#[test]
fn without_script_the_scenes_turn_by_style_alone() {
    browse(dist(), led(1920, 1080), |b| {
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        b.cdp("Animation.enable", json!({}));
        for (width, height) in [(1920, 1080), (1080, 1920), (1080, 1080), (1920, 160), (192, 96), (128, 64), (360, 740)] {
            b.resize(led(width, height));
            b.open("/led/");
            let first = b.picture();
            assert_not_blank(&first, "the first scene");
            // Sixteen seconds a second.
            b.cdp("Animation.setPlaybackRate", json!({ "playbackRate": 16 }));
            thread::sleep(Duration::from_millis(800));
            b.cdp("Animation.setPlaybackRate", json!({ "playbackRate": 0 }));
            let second = b.picture();
            assert_not_blank(&second, "a later scene");
            assert_ne!(first, second, "{width}x{height}: the scenes turn");
            b.cdp("Animation.setPlaybackRate", json!({ "playbackRate": 1 }));
        }
    });
    let html = fs::read_to_string(dist().join("led/index.html")).unwrap();
    assert!(html.contains("<noscript><meta http-equiv=\"refresh\""), "new figures come without any script");
}

#[test]
fn figures_age_and_are_withdrawn_without_a_person() {
    let mut aged = data();
    aged["ageing_after_days"] = json!(2);
    let day = 86_400_000_i64;
    let at = 1_597_107_600_000_i64; // 8:00 on 11 August 2020 in Vietnam
    let clock = |days: i64| format!("Date.now = () => {}; ", at + days * day);
    for (name, days, stale, withdraw, age, says) in [
        ("led-age-0", 1, json!(7), json!(30), "fresh", "51.974"),
        ("led-age-1", 3, json!(7), json!(30), "ageing", "51.974"),
        ("led-age-2", 8, json!(7), json!(30), "old", "Số liệu cũ"),
        ("led-age-3", 31, json!(7), json!(30), "withdrawn", "bluezone.gov.vn"),
        ("led-age-4", 4_000, Value::Null, Value::Null, "ageing", "51.974"),
    ] {
        let mut data = aged.clone();
        (data["stale_after_days"], data["withdraw_after_days"]) = (stale, withdraw);
        browse(variant(name, &data), led(1280, 720), |b| {
            b.before_every_page(&clock(days));
            b.open_led("/led/?sync=0");
            assert_eq!(b.js::<String>("document.documentElement.dataset.age"), age);
            assert!(b.said().contains(says), "{}", b.said());
            assert_eq!(b.said().contains("2020"), age != "withdrawn", "{}", b.said());
            // The same where the live part can't run.
            b.before_every_page("delete window.WebAssembly;");
            b.open("/led/?sync=0");
            b.until("the guard has looked", &format!("document.documentElement.dataset.age === '{age}'"));
            assert_eq!(b.js::<String>("document.documentElement.dataset.state"), "static");
            let shown: Vec<String> = b.js(
                "[...document.querySelectorAll('#static svg, .banner')].filter(e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible').map(e => e.getAttribute('aria-label') ?? e.textContent)",
            );
            assert!(shown.concat().replace('\u{a0}', " ").contains(says), "{shown:?}");
            assert_eq!(shown.concat().contains("2020"), age != "withdrawn", "{shown:?}");
        });
    }
}

#[test]
fn one_file_holds_the_whole_screen() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bluezone.html");
    let tool = std::env::var_os("BLUEZONE_MAP").map_or_else(|| env!("CARGO_BIN_EXE_bluezone-map").into(), std::path::PathBuf::from);
    let done = Command::new(tool).args(["led", "--single-file"]).arg(&file).arg("--dist").arg(dist()).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let html = fs::read_to_string(&file).unwrap();
    assert!(!html.contains("http-equiv") && !html.contains("<link"), "nothing is fetched");
    browse(dist(), led(1920, 1080), |b| {
        b.expect_network_faults(); // There is no favicon.
        b.open("/led/release.txt");
        b.hurry(10);
        b.open_url(&format!("file://{}?scenes=headline,qr&dwell=3&sync=0", file.display()));
        b.led_is_live();
        assert!(b.said().contains("51.974"));
        b.until_scene("qr");
        b.until("the typeface is inside", "document.fonts.check('700 16px BVP') && [...document.fonts].some(f => f.status === 'loaded')");
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        b.open_url(&format!("file://{}", file.display()));
        assert_not_blank(&b.picture(), "the file without scripts");
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
        b.open("/led/release.txt");
        assert_eq!(
            b.server.asked().iter().filter(|path| !["/led/release.txt", "/favicon.ico"].contains(&path.as_str())).count(),
            0,
            "{:?}",
            b.server.asked()
        );
    });
}

#[test]
fn a_new_release_is_taken_over_between_two_scenes() {
    browse(dist(), led(640, 360), |b| {
        b.hurry(10);
        b.open_led("/led/?dwell=3&refresh=30&scenes=headline,board");
        let html = fs::read_to_string(dist().join("led/index.html")).unwrap();
        let old: String = b.js("document.documentElement.dataset.release");
        b.js::<()>("void (window.__first = true)");
        b.server.replace(
            "/led/",
            Answer::Whole {
                status: 200,
                kind: "text/html; charset=utf-8",
                bytes: html.replace(&format!("data-release=\"{old}\""), "data-release=\"ffffff\"").into_bytes(),
            },
        );
        b.server.replace("/led/release.txt", Answer::Whole { status: 200, kind: "text/plain", bytes: b"ffffff\n".to_vec() });
        b.until("the page is the new one", "!window.__first && document.documentElement.dataset.release === 'ffffff'");
        b.led_is_live();
        // While a cache on the way still sends this page under the other's name, it is not loaded in vain, but asked for again and again.
        b.server.replace("/led/release.txt", Answer::Whole { status: 200, kind: "text/plain", bytes: b"eeeeee\n".to_vec() });
        b.js::<()>("void (window.__second = true)");
        let asked = b.server.count("/led/");
        b.eventually("it is asked for", || b.server.count("/led/") > asked + 2);
        assert!(b.js::<bool>("window.__second"));
        b.server.restore("/led/");
        b.until("the new page is there", &format!("!window.__second && document.documentElement.dataset.release === '{old}'"));
    });
}

#[test]
fn looks_of_the_screens() {
    let folder = Path::new("test-artefacts/led");
    fs::create_dir_all(folder).unwrap();
    browse(variant("led-looks", &two_reports()), led(1920, 1080), |b| {
        for (width, height) in [(1920, 1080), (1080, 1920), (1920, 160), (192, 96), (128, 64)] {
            b.resize(led(width, height));
            for scene in ["headline", "map", "board", "districts", "qr", "message"] {
                b.open_led(&format!("/led/?scenes={scene}"));
                let picture = b.picture();
                assert_not_blank(&picture, scene);
                fs::write(folder.join(format!("{width}x{height}-{scene}.png")), picture).unwrap();
            }
        }
    });
}
