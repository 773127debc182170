//! The embed by itself: what its address may ask for, with a script and without; that it fits any frame; that it is light until someone comes
//! near; that it lives from then on.

use serde_json::json;
use thirtyfour::{By, Key, WebElement};

use crate::{
    axe::{Findings, LOOKS},
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    server::Answer,
    site::{self, DISTRICTS, dist, variant},
};

pub const PIECES: [&str; 6] = ["headline", "map", "board", "trend", "guide", "qr"];
const LIVE: &str = "document.documentElement.dataset.state === 'live'";

/// A frame of that size, as a window.
fn frame(width: u32, height: u32) -> Screen {
    Screen { width, height, ..DESKTOP }
}

impl Browser {
    /// The pieces that can be seen, in their order on the page.
    pub fn pieces(&self) -> Vec<String> {
        self.js("[...document.querySelectorAll('[data-part]')].filter(e => e.getClientRects().length && e.dataset.part !== 'source')
             .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(e => e.dataset.part)")
    }

    pub fn element(&self, selector: &str) -> WebElement {
        self.wait(self.driver().find(By::Css(selector))).unwrap_or_else(|e| panic!("{selector}: {e}"))
    }

    /// Moves the mouse there and presses it, in whatever frame is looked at.
    pub fn press_on(&self, selector: &str) {
        let element = self.element(selector);
        self.js::<()>(&format!("void document.querySelector({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
        self.wait(self.driver().action_chain().move_to_element_center(&element).click().perform())
            .unwrap_or_else(|e| panic!("{selector}: {e}"));
    }

    pub fn point_at(&self, selector: &str) {
        let element = self.element(selector);
        self.wait(self.driver().action_chain().move_to_element_center(&element).perform()).unwrap_or_else(|e| panic!("{selector}: {e}"));
    }

    /// Looks into the frame that a JavaScript expression names.
    pub fn enter(&self, frame: &str) {
        self.until("the frame is there", frame);
        let found = self.wait(self.driver().execute(format!("return {frame}"), Vec::new())).expect("an answer");
        let element = found.element().unwrap_or_else(|e| panic!("{frame}: {e}"));
        self.wait(element.enter_frame()).unwrap_or_else(|e| panic!("{frame}: {e}"));
        self.until("the embed is read", "document.readyState !== 'loading' && document.querySelector('[data-part=source]')");
    }

    pub fn leave(&self) {
        self.wait(self.driver().enter_default_frame()).expect("the page around");
    }

    pub fn path(&self) -> String {
        self.js("location.pathname + location.search + location.hash")
    }
}

/// Figure, denominator, moment, source and the way to the full page are there to be seen.
pub fn assert_honest(b: &Browser, what: &str) {
    assert_eq!(b.text("[data-figure=total]"), "51.974", "{what}");
    let rate = b.text("[data-part=headline] .rate");
    assert!(rate.contains("8,35%") && rate.contains("622.168"), "{what}: {rate}");
    assert!(b.text("[data-part=headline] .as-of").contains("11/8/2020"), "{what}");
    assert_foot(b, what);
}

/// The foot is in sight, whatever is shown above it.
pub fn assert_foot(b: &Browser, what: &str) {
    let said = b.text("[data-part=source]");
    assert!(said.contains("Sở Thông tin và Truyền thông") && said.contains("11/8/2020"), "{what}: {said}");
    let (top, bottom, tall): (f64, f64, f64) =
        b.js("(r => [r.top, r.bottom, innerHeight])(document.querySelector('[data-part=source]').getBoundingClientRect())");
    assert!(top >= 0.0 && bottom <= tall + 1.0, "{what}: the foot from {top} to {bottom} of {tall}");
    assert!(b.has("[data-part=source] a.full[target=_blank]"), "{what}");
}

/// Nothing is wider than the frame, and no scroll bar takes room.
pub fn assert_fits(b: &Browser, what: &str) {
    let wide: Vec<String> = b.js(
        "[...document.querySelectorAll('main, main *')].filter(e => e.getClientRects().length && !e.closest('.said,svg,.plot,.t details,.m h2,.b h2'))
         .filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.left < -1 }).map(e => e.outerHTML.slice(0, 80))",
    );
    assert!(wide.is_empty(), "{what}: wider than the frame: {wide:#?}");
    let bars: (f64, f64) =
        b.js("(m => [innerWidth - document.documentElement.clientWidth, m.offsetWidth - m.clientWidth])(document.querySelector('main'))");
    assert_eq!(bars, (0.0, 0.0), "{what}: a scroll bar");
}

/// What does not fit into the frame's height.
pub fn overflow(b: &Browser) -> i64 {
    b.js("(m => m.scrollHeight - m.clientHeight)(document.querySelector('main'))")
}

#[test]
fn the_address_says_what_is_shown() {
    browse(dist(), DESKTOP, |b| {
        b.open("/embed/");
        assert_eq!(b.js::<String>("document.documentElement.dataset.show"), "headline map board");
        assert_honest(b, "/embed/");
        b.resize(frame(420, 900));
        assert_eq!(b.pieces(), ["headline", "map", "board"]);
        for (query, shown) in [
            ("show=qr,guide,trend,board,map,headline", &PIECES[..]),
            ("show=board", &["board"]),
            ("show=map,board", &["map", "board"]),
            ("show=trend,headline", &["headline", "trend"]),
            ("show=qr", &["qr"]),
            ("show=nothing", &["headline", "map", "board"]),
            ("show=", &["headline", "map", "board"]),
            // As a form sends it, and as people type it.
            ("show=map&show=board", &["map", "board"]),
            ("show=map,%20board,+qr", &["map", "board", "qr"]),
        ] {
            let before = b.server.count("/embed/more/");
            b.open(&format!("/embed/?{query}"));
            // What is rarely shown comes from a page of its own.
            b.until("all is there", "document.documentElement.dataset.rest === undefined");
            assert_eq!(b.server.count("/embed/more/") - before, usize::from(query.contains("qr") || query.contains("trend")), "{query}");
            assert_eq!(b.pieces(), shown, "{query}");
            assert_foot(b, query);
        }
        // Where it may not be read, its page takes this one's place.
        b.before_every_page("window.fetch = () => Promise.reject(new TypeError('refused'))");
        b.open("/embed/?show=qr&theme=dark");
        b.becomes("location.pathname + location.search + location.hash", "/embed/more/?show=qr&theme=dark#s-q");
        assert_eq!(b.pieces(), ["qr"]);
    });
}

#[test]
fn district_measure_and_language_lead_to_their_own_page() {
    browse(dist(), DESKTOP, |b| {
        for (query, path) in [
            ("district=cu-jut", "/embed/cu-jut/"),
            ("measure=rate", "/embed/rate/"),
            ("lang=en&district=dak-rlap&measure=rate&theme=dark", "/embed/en/dak-rlap/rate/?theme=dark"),
            ("lang=vi&measure=installs&district=", "/embed/?lang=vi&measure=installs&district="),
            ("measure=change", "/embed/?measure=change"),
            ("show=map,board&district=tuy-duc&accent=B23C00&link=full", "/embed/tuy-duc/?show=map,board&accent=B23C00&link=full#s-mb"),
            ("district=ha-noi&lang=fr", "/embed/?district=ha-noi&lang=fr"),
        ] {
            b.open(&format!("/embed/?{query}"));
            b.becomes("location.pathname + location.search + location.hash", path);
        }
        b.open("/embed/en/dak-mil/?lang=vi&district=cu-jut");
        b.becomes("location.pathname", "/embed/cu-jut/");
        assert_eq!(b.text("[data-part=headline] h2"), "Huyện Cư Jút");
        assert_eq!(b.text("[data-figure=district]"), "6.306");
        let rate = b.text("[data-part=headline] .rate");
        assert!(rate.contains("6,88 máy trên 100 dân") && rate.contains("1/4/2019") && rate.contains("Hạng 4/8"), "{rate}");
        assert_eq!(b.attr("[data-part=map] [data-district='662']", "data-selected").as_deref(), Some("true"));
        b.open("/embed/?measure=rate");
        b.becomes("document.querySelector('[data-part=map] [data-district=\"660\"] .figure')?.textContent", "19,75");
        // The way to the full page keeps the choice.
        assert_eq!(b.attr(".full", "href").as_deref(), Some("/?measure=rate"));
    });
}

#[test]
fn every_pre_rendered_page_is_whole() {
    browse(dist(), DESKTOP, |b| {
        for district in &DISTRICTS {
            for lang in ["", "en/"] {
                b.open(&format!("/embed/{lang}{}/", district.slug));
                assert_eq!(
                    b.js::<u64>("Number(document.querySelector('[data-figure=district]').dataset.value)"),
                    district.first,
                    "{}",
                    district.slug
                );
                assert_eq!(b.count("[data-part=board] tbody tr"), 8);
                assert!(b.attr("link[type='application/json+oembed']", "href").is_some_and(|href| href.ends_with("/oembed.json")));
            }
        }
    });
}

#[test]
fn without_scripts_the_fragment_chooses() {
    browse(dist(), frame(400, 900), |b| {
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        b.open("/embed/");
        assert_eq!(b.pieces(), ["headline", "map", "board"]);
        assert_honest(b, "without scripts");
        for (page, fragment, shown) in [
            ("", "s-m", &["map"][..]),
            ("", "s-hb", &["headline", "board"]),
            ("more/", "s-hmbtgq", &PIECES),
            ("more/", "s-bq", &["board", "qr"]),
            ("more/", "s-hg", &["headline", "guide"]),
        ] {
            // The query is what it would be; nothing reads it.
            b.open(&format!("/embed/{page}?x={fragment}#{fragment}"));
            assert_eq!(b.pieces(), shown, "{fragment}");
            assert_foot(b, fragment);
            assert!(!b.shows("noscript a"), "{fragment}: there is nothing more to see");
        }
        // What no script can bring is behind a link.
        b.open("/embed/?x=s-bg#s-bg");
        assert_eq!(b.pieces(), ["board"]);
        b.press_on("noscript a");
        b.becomes("location.pathname", "/embed/more/");
        b.until("the page is read", "document.readyState === 'complete'");
        assert_eq!(b.pieces(), PIECES);
        // A district is a page of its own.
        assert_eq!(b.attr("[data-part=board] [data-district='662'] a", "href").as_deref(), Some("/embed/cu-jut/"));
    });
}

#[test]
fn it_fits_any_width_and_both_themes() {
    browse(dist(), DESKTOP, |b| {
        for show in ["headline,map,board", "headline,map,board,trend,guide,qr", "board", "map", "trend,qr"] {
            for (width, height) in [(160, 700), (200, 500), (240, 240), (320, 800), (420, 640), (576, 600), (760, 480), (1200, 700)] {
                b.resize(frame(width, height));
                b.open(&format!("/embed/en/gia-nghia/?show={show}&lang=vi&district=dak-rlap"));
                b.becomes("location.pathname", "/embed/dak-rlap/");
                assert_fits(b, &format!("{show} at {width}x{height}"));
                assert_foot(b, &format!("{show} at {width}x{height}"));
            }
        }
        for (query, dark) in [("theme=dark", true), ("theme=light", false)] {
            for system in ["dark", "light"] {
                b.emulate(&[("prefers-color-scheme", system)]);
                b.open(&format!("/embed/?{query}"));
                let paper: String = b.js("getComputedStyle(document.body).backgroundColor");
                assert_eq!(paper == "rgb(13, 21, 31)", dark, "{query} on a {system} system: {paper}");
            }
        }
    });
}

/// The size that the descriptions promise, and the sizes of the usual frames, hold everything.
#[test]
fn a_frame_of_fixed_ratio_looks_right_alone() {
    browse(dist(), DESKTOP, |b| {
        let text = std::fs::read_to_string(dist().join("embed/oembed.json")).expect("the description");
        let described: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let side = |name: &str| u32::try_from(described[name].as_u64().expect("a number")).expect("small");
        b.resize(frame(side("width"), side("height")));
        b.open("/embed/");
        assert!(overflow(b) <= 1, "{} px are cut", overflow(b));
        let least =
            described["html"].as_str().and_then(|html| html.split("min-height:clamp(600px,calc(").nth(1)?.split("px").next()?.parse().ok());
        b.resize(frame(320, least.expect("a height for phones")));
        b.open("/embed/");
        assert!(overflow(b) <= 1, "{} px are cut on a phone", overflow(b));
        // At the height that it says it needs, and with all of it in narrower frames of the same ratio down to two thirds.
        for (show, width) in
            [("headline,map,board", 360), ("headline,map", 360), ("map,board", 420), ("map", 300), ("headline", 320), ("board", 320)]
        {
            b.resize(frame(width, 900));
            b.open(&format!("/embed/?show={show}"));
            let needed = needed(b);
            for part in [3, 2] {
                let (w, h) = (width * part / 3, needed * part / 3);
                b.resize(frame(w, h));
                let cut = overflow(b);
                println!("{show} at {w}x{h}: {cut} px cut");
                // A map gives way; words alone can't, and are reached by scrolling.
                assert!(
                    cut <= 1 || (part == 2 && (!show.contains("map") || cut < i64::from(h) / 3)),
                    "{show} at {w}x{h}: {cut} px are cut"
                );
                assert_foot(b, show);
            }
        }
    });
}

/// The embed's own height, as the script inside works it out.
fn needed(b: &Browser) -> u32 {
    let height: f64 = b.js(
        "(r => { r.dataset.fit = 'free'; const h = document.querySelector('main').getBoundingClientRect().height; delete r.dataset.fit; return h })(document.documentElement)",
    );
    height.ceil() as u32
}

#[test]
fn it_is_light_until_someone_comes_near() {
    browse(dist(), frame(420, 800), |b| {
        let module =
            |b: &Browser| b.server.asked().iter().filter(|path| path.contains("bluezone-embed") && path.ends_with("_bg.wasm")).count();
        b.open("/embed/");
        b.eventually("the figures are asked for", || b.server.count("/data/campaign.json") == 1);
        assert_eq!((b.server.count(".wasm"), b.server.count("embed.js")), (0, 0));
        b.point_at("[data-part=map] [data-district='665'] path");
        b.until("it lives", LIVE);
        assert_eq!((module(b), b.server.count(".wasm")), (1, 1), "its own module and no other");
        // By keyboard as well.
        b.open("/embed/");
        b.becomes("document.documentElement.dataset.state", "static");
        b.press(Key::Tab);
        b.until("it lives", LIVE);
    });
    browse(dist(), PHONE, |b| {
        b.open("/embed/");
        b.tap("[data-part=headline] h2");
        b.until("it lives", LIVE);
    });
}

#[test]
fn newer_figures_bring_the_module_by_themselves() {
    browse(dist(), frame(420, 800), |b| {
        b.server.replace("/data/campaign.json", Answer::json(site::two_reports().to_string()));
        b.open("/embed/?show=headline,board,trend");
        b.becomes("document.querySelector('[data-figure=total]').textContent", "57.511");
        assert!(b.text("[data-part=source]").contains("13/8/2020"));
        b.until("the chart is drawn", "getComputedStyle(document.querySelector('.plot svg')).visibility === 'hidden'");
        // What nobody should serve changes nothing.
        b.server.replace("/data/campaign.json", Answer::json("{\"schema\": 2}"));
        b.open("/embed/");
        b.becomes("document.documentElement.dataset.figures", "invalid");
        assert_honest(b, "with a broken file");
        // A file of the release before, out of some cache, is older and no fault.
        b.server.replace("/data/campaign.json", Answer::json("{\"schema\": 1}"));
        b.open("/embed/");
        b.becomes("document.documentElement.dataset.figures", "kept");
        assert_honest(b, "with a file of the release before");
    });
}

#[test]
fn a_district_is_chosen_in_place() {
    browse(dist(), frame(700, 620), |b| {
        b.open("/embed/?theme=light");
        let (path, steps) = (b.path(), b.js::<u64>("history.length"));
        // The very first press is not lost while the module is on its way.
        b.press_on("[data-part=board] [data-district='662'] .installs, [data-part=board] [data-district='662'] .bar");
        b.becomes("document.querySelector('[data-part=headline] h2').textContent", "Huyện Cư Jút");
        b.until("it lives", LIVE);
        assert_eq!(b.attr("[data-part=map] [data-district='662']", "data-selected").as_deref(), Some("true"));
        b.press_on("[data-part=map] [data-district='665'] path");
        b.becomes("document.querySelector('[data-figure=district]').textContent", "5.964");
        assert_eq!((b.path(), b.js::<u64>("history.length")), (path, steps), "the page around keeps its history");
        assert_eq!(b.attr(".full", "href").as_deref(), Some("/huyen/dak-song/"));
        b.press_on(".all");
        b.becomes("document.querySelector('[data-figure=total]')?.textContent", "51.974");
        assert_eq!(b.js::<String>("document.activeElement.dataset.part"), "headline", "the focus is not lost with the link");
        // Columns sort.
        b.press_on("[data-column=name]");
        b.becomes("document.querySelector('[data-part=board] tbody tr .name').textContent", "Cư Jút");
    });
}

#[test]
fn without_the_module_a_district_is_a_page() {
    browse(dist(), frame(700, 620), |b| {
        b.expect_network_faults();
        b.server.replace(".wasm", Answer::status(404));
        b.open("/embed/?show=headline,board&theme=dark");
        b.press_on("[data-part=board] [data-district='662'] a");
        b.becomes("location.pathname + location.search + location.hash", "/embed/cu-jut/?show=headline,board&theme=dark#s-hb");
        assert_eq!(b.text("[data-figure=district]"), "6.306");
        b.press_on(".all");
        b.becomes("location.pathname", "/embed/");
    });
}

#[test]
fn the_full_site_where_it_is_wanted() {
    browse(dist(), frame(700, 620), |b| {
        b.open("/embed/rate/?link=full");
        let hrefs: Vec<String> =
            b.js("['[data-part=map] a', '[data-part=board] .name a'].map(s => document.querySelector(s).getAttribute('href'))");
        assert_eq!(hrefs, ["/huyen/dak-glong/?measure=rate", "/huyen/gia-nghia/?measure=rate"]);
        b.point_at("[data-part=headline] h2");
        b.until("it lives", LIVE);
        assert_eq!(b.attr("[data-part=map] a", "href").as_deref(), Some("/huyen/dak-glong/?measure=rate"));
        b.press_on("[data-part=board] [data-district='662'] a");
        b.eventually("a tab is opened", || b.wait(b.driver().windows()).expect("tabs").len() == 2);
        assert_eq!(b.text("[data-part=headline] h2"), "Bluezone ở Đắk Nông", "nothing is chosen in place");
    });
}

#[test]
fn other_figures_are_shown_as_honestly() {
    browse(variant("two", &site::two_reports()), frame(420, 900), |b| {
        b.open("/embed/change/");
        assert!(b.text("[data-part=headline]").contains("57.516"), "what does not add up is said");
        assert!(b.text("[data-part=map] .caption").contains("13/8/2020"));
        b.point_at("[data-part=headline] h2");
        b.until("it lives", LIVE);
        assert_eq!(b.text("[data-part=map] [data-district='664'] .figure"), "+833");
    });
    browse(variant("missing", &site::without_krong_no()), frame(420, 900), |b| {
        b.open("/embed/krong-no/");
        assert!(!b.has("[data-figure=district]"));
        assert_eq!(b.text("[data-part=headline] .total"), "chưa có số liệu");
    });
}

#[test]
fn below_a_folder_and_in_another_province() {
    let mut data = site::data();
    data["base_url"] = json!("https://example.vn/bluezone/");
    data["stale_after_days"] = json!(30);
    let folder = variant("folder-embeds/bluezone", &data);
    let text = std::fs::read_to_string(folder.join("embed/en/cu-jut/oembed.json")).expect("the description");
    let described: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert!(
        described["html"].as_str().is_some_and(|html| html.contains("<a href=\"https://example.vn/bluezone/en/huyen/cu-jut/\">")
            && html.contains("</blockquote><iframe src=\"https://example.vn/bluezone/embed/en/cu-jut/\"")),
        "{described}"
    );
    assert_eq!(described["thumbnail_url"], "https://example.vn/bluezone/embed/en/cu-jut/map.png");
    browse(folder.parent().expect("the host's root").to_path_buf(), frame(620, 640), |b| {
        b.open("/bluezone/embed/?district=cu-jut&lang=en");
        b.becomes("location.pathname", "/bluezone/embed/en/cu-jut/");
        assert_eq!(
            b.attr("link[type='application/json+oembed']", "href").as_deref(),
            Some("https://example.vn/bluezone/embed/en/cu-jut/oembed.json")
        );
        assert_eq!(b.attr("meta[property='og:image']", "content").as_deref(), Some("https://example.vn/bluezone/embed/en/cu-jut/map.png"));
        b.press_on("[data-part=board] [data-district='665'] .name");
        b.becomes("document.querySelector('[data-figure=district]').textContent", "5,964");
        b.until("it lives", LIVE);
        b.becomes("document.documentElement.dataset.figures", "fresh");
        assert_eq!(b.attr(".full", "href").as_deref(), Some("/bluezone/en/huyen/dak-song/"));
        assert!(b.shows(".stale") && b.text(".stale").contains("30"), "old figures are called so");
        let outside: Vec<String> = b.server.asked().into_iter().filter(|path| !path.starts_with("/bluezone/")).collect();
        assert_eq!(outside, [""; 0], "everything lies below the folder");
    });
    let (data, map) = site::squares();
    browse(site::variant_with("squares-embeds", &data, Some(&map)), frame(360, 640), |b| {
        for path in ["/embed/", "/embed/dong-1/?show=map,board", "/embed/?show=board"] {
            b.open(path);
            assert_fits(b, path);
            assert_eq!(b.count("[data-part=board] tbody tr"), 24, "{path}");
        }
    });
}

/// What was served is what the module finds: nothing moves and nothing is drawn twice.
#[test]
fn nothing_moves_when_the_module_takes_over() {
    browse(dist(), frame(620, 640), |b| {
        for path in ["/embed/?show=headline,map,board,trend,guide,qr", "/embed/en/cu-jut/rate/"] {
            b.open(path);
            let look = "JSON.stringify([...document.querySelectorAll('main *')].filter(e => !e.closest('.plot,.tip')).map(e => (r => [e.tagName, r.x, r.y, r.width, r.height].map(v => typeof v === 'number' ? Math.round(v) : v))(e.getBoundingClientRect())))";
            b.until("fonts and figures are there", "document.fonts.status === 'loaded'");
            let before: String = b.js(look);
            // Without the mouse: what is pointed at is lit, and a tip would come.
            b.js::<()>("void document.dispatchEvent(new Event('embed-load'))");
            b.until("it lives", LIVE);
            let after: String = b.js(look);
            assert_eq!(before, after, "{path}");
        }
    });
}

#[test]
fn axe_finds_nothing() {
    let mut axe = Findings::new();
    browse(dist(), frame(420, 900), |b| {
        for (path, look) in
            [("/embed/?show=headline,map,board,trend,guide,qr", 5), ("/embed/en/cu-jut/rate/", 2), ("/embed/?show=board&accent=ffee00", 2)]
        {
            b.open(path);
            for (name, features) in &LOOKS[..look] {
                b.emulate(features);
                axe.look(b, &format!("{path} {name}"));
            }
            b.emulate(&[]);
            b.js::<()>("void document.dispatchEvent(new Event('embed-load'))");
            b.until("it lives", LIVE);
            axe.look(b, &format!("{path} live"));
        }
        b.open("/embed/?theme=dark&accent=0b4f8a&show=guide,headline");
        axe.look(b, "dark, with an accent");
    });
    browse(variant("missing", &site::without_krong_no()), frame(620, 600), |b| {
        b.open("/embed/krong-no/");
        axe.look(b, "a district without a figure");
    });
}
