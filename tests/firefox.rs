//! The embed in real Firefox, as a reader of somebody else's page has it: one server has the built site, another one, and so another origin,
//! the page around. Firefox is driven over WebDriver by geckodriver. Needed are the built site (`DIST`, else `dist/`), Firefox ESR, geckodriver
//! and axe-core from npm; where one is missing the tests fail and say so.
#![cfg(not(target_arch = "wasm32"))]

#[path = "firefox/harness.rs"]
mod harness;
#[path = "firefox/page.rs"]
mod page;
#[path = "browser/reading.rs"]
#[allow(dead_code)]
mod reading;
#[path = "browser/server.rs"]
#[allow(dead_code)]
mod server;
#[path = "browser/site.rs"]
#[allow(dead_code)]
mod site;

use bluezone_map::{
    campaign::Campaign,
    view::{
        embed::Embed,
        snippet::{FrameSize, Snippet},
    },
};
use serde_json::json;
use thirtyfour::Key;

use harness::{Browser, browse};
use server::{Answer, Server};

const TOTAL: &str = "51.974";
const POPULATION: &str = "622.168";
const AS_OF: &str = "11/8/2020";
const HEADING: &str = "#so-lieu-h";
const HEADING_TEXT: &str = "document.querySelector('#so-lieu-h')?.textContent";
/// A district on the map.
const CU_JUT: &str = "[data-part=map] [data-district='662'] .name";
/// How tall the embed would be by itself.
const OWN_HEIGHT: &str = "((root, main) => {
    root.dataset.fit = 'free';
    const height = Math.ceil(main.getBoundingClientRect().height);
    delete root.dataset.fit;
    return height;
})(document.documentElement, document.querySelector('main'))";
/// By how many pixels more there is than the frame holds. One is a matter of rounding.
const CUT: &str = "(main => Math.max(0, main.scrollHeight - main.clientHeight - 1))(document.querySelector('main'))";
/// By how many pixels the document or its scroller is too wide for the frame.
const TOO_WIDE: &str = "Math.max(...[document.documentElement, document.querySelector('main')].map(e => e.scrollWidth - e.clientWidth))";
const SOURCE_IN_VIEW: &str = "(at => at.height > 0 && at.top >= 0 && at.bottom <= innerHeight + 1 && at.right <= innerWidth + 1)(\
                              document.querySelector('[data-part=source]').getBoundingClientRect())";

/// A bare frame with this address below the site and these attributes more.
fn frame(b: &Browser, address: &str, width: u32, height: u32, more: &str) -> String {
    let site = b.site();
    format!(
        "<iframe id=\"frame\" src=\"{site}{address}\" title=\"Bluezone\" style=\"border:0;width:{width}px;height:{height}px\" {more}></iframe>"
    )
}

/// The same with the script for the page around.
fn fitted(b: &Browser, code: &str) -> String {
    format!("{code}<script async src=\"{}embed.js\"></script>", b.site())
}

/// Inside a frame: waits until it has its own height, and nothing of it is cut.
fn assert_fitted(b: &Browser) {
    b.becomes(CUT, 0);
    b.becomes(&format!("Math.abs(innerHeight - {OWN_HEIGHT}) <= 1"), true);
}

/// Inside a frame: the figure of the whole province with its denominator, its moment and its source.
fn assert_province(b: &Browser) {
    b.becomes("document.querySelector('[data-figure=total]')?.textContent", TOTAL);
    assert!(b.shows("[data-figure=total]"));
    let (rate, moment, source) = (b.text(".unit .rate"), b.text(".unit .as-of"), b.text("[data-part=source]"));
    assert!(rate.contains(POPULATION), "{rate}");
    assert!(moment.contains(AS_OF), "{moment}");
    assert!(source.contains("Nguồn: ") && source.contains(AS_OF), "{source}");
    b.becomes(SOURCE_IN_VIEW, true);
}

/// Inside a frame: Cư Jút and its figure.
fn assert_cu_jut(b: &Browser) {
    b.becomes(HEADING_TEXT, "Huyện Cư Jút");
    let unit = b.text(".unit");
    assert!(unit.contains("6.306") && unit.contains(AS_OF), "{unit}");
    b.becomes(SOURCE_IN_VIEW, true);
}

/// Inside a frame: all is read, and the script that reads the address has run.
fn until_read(b: &Browser) {
    b.until("the frame has been read", "document.readyState === 'complete' && 'tail' in document.documentElement.dataset");
}

fn until_live(b: &Browser) {
    b.until("the embed is live", "document.documentElement.dataset.state === 'live'");
}

#[test]
fn three_ways_say_the_same() {
    browse(|b| {
        // In a column that is wide enough, and in one that is too narrow for what was pasted.
        for (width, height, column) in [(600, 500, 700), (360, 480, 300)] {
            let site = b.site();
            let campaign: Campaign = serde_json::from_value(site::data()).expect("the published data");
            let embed = Embed::default();
            // No taller on a phone: the ratio is what is looked at.
            let snippet = Snippet::new(&campaign, &site, &embed, FrameSize { width, height, narrow: 0 });
            let around = |code: &str| b.open_around(&format!("<div style=\"width:{column}px\">{code}</div>"));
            let own = width.min(column);

            around(&snippet.bare());
            b.inside("iframe", || {
                assert_province(b);
                assert_eq!(b.js::<u32>("innerWidth"), own);
                assert_eq!(b.js::<u32>("innerHeight"), own * height / width, "the ratio");
            });
            around(&snippet.resized());
            b.inside("iframe", || {
                assert_province(b);
                assert_fitted(b);
                assert_eq!(b.js::<u32>("innerWidth"), own);
            });
            around(&snippet.element(&snippet.sentence));
            b.until("the element has its frame", "document.querySelector('bluezone-map').shadowRoot");
            b.inside("bluezone-map", || {
                assert_province(b);
                assert_fitted(b);
                assert_eq!(b.js::<u32>("innerWidth"), own);
            });
            assert!(!b.shows("bluezone-map > a"), "what is for pages without the script is shown beside the embed");
        }
    });
}

/// A page with one element, which has been heard of.
fn open_element(b: &Browser) {
    b.open_around(&fitted(b, "<bluezone-map show=\"headline,map,board\" theme=\"light\"></bluezone-map>"));
    b.becomes("told", json!([["ready", "bluezone-map", null]]));
}

fn set(b: &Browser, name: &str, value: &str) {
    b.js::<()>(&format!("document.querySelector('bluezone-map').setAttribute({name:?}, {value:?})"));
}

#[test]
fn the_page_around_chooses() {
    browse(|b| {
        open_element(b);
        // Bright or dark, from 0 to 765.
        let paper =
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)";
        b.inside("bluezone-map", || {
            assert_province(b);
            assert!(b.js::<u32>(paper) > 700);
            b.js::<bool>("(window.__mark = true)");
        });
        set(b, "theme", "dark");
        b.inside("bluezone-map", || b.until("the paper is dark", &format!("{paper} < 150")));

        set(b, "district", "cu-jut");
        b.inside("bluezone-map", || {
            assert_cu_jut(b);
            assert!(b.js::<bool>("window.__mark === true && document.documentElement.dataset.state === 'live'"), "in place");
        });
        b.becomes("told.at(-1)", json!(["select", "bluezone-map", "cu-jut"]));
        b.inside("bluezone-map", || assert_fitted(b));

        // By message, as a page without the script does it. What is on no list is not heard.
        for (kind, value) in [("select", "../../"), ("select", "nowhere"), ("theme", "blue"), ("theme", "light"), ("select", "dak-mil")] {
            let message = json!({ "bluezone": 1, "type": kind, "district": value, "theme": value });
            b.js::<()>(&format!(
                "document.querySelector('bluezone-map').shadowRoot.querySelector('iframe').contentWindow.postMessage({message}, '*')"
            ));
        }
        b.inside("bluezone-map", || {
            b.becomes(&format!("{HEADING_TEXT} + ' ' + document.documentElement.dataset.theme"), "Huyện Đắk Mil light");
            assert!(b.js::<u32>(paper) > 700);
        });
        b.js::<()>("document.querySelector('bluezone-map').removeAttribute('district')");
        b.inside("bluezone-map", || {
            assert_province(b);
            assert!(b.js::<bool>("window.__mark === true"), "in place");
        });
        let told = [("ready", None), ("select", Some("cu-jut")), ("select", Some("dak-mil")), ("select", None)];
        b.becomes("told", json!(told.map(|(kind, district)| (kind, "bluezone-map", district))));

        b.js::<()>("BluezoneMap.remove()");
        assert!(b.js::<bool>("!document.querySelector('bluezone-map').shadowRoot.querySelector('iframe')"), "the frame is gone");
    });
}

#[test]
fn without_the_module_a_district_is_its_own_page() {
    browse(|b| {
        open_element(b);
        b.server.replace("_bg.wasm", Answer::status(404));
        set(b, "district", "cu-jut");
        b.inside("bluezone-map", || {
            assert_cu_jut(b);
            assert_eq!(b.js::<String>("location.pathname"), "/embed/cu-jut/");
            assert_fitted(b);
        });
        b.until("the page around has heard it", "told.some(([kind, at, district]) => at === 'bluezone-map' && district === 'cu-jut')");
        assert_eq!(b.js::<u32>("history.length"), 1);
    });
}

/// Opens a page with one embed and waits until all is loaded that comes by itself.
fn open_one(b: &Browser) {
    b.open_around(&frame(b, "embed/", 600, 600, ""));
    b.inside("iframe", || {
        until_read(b);
        b.js::<bool>("(window.__mark = true)");
    });
    // The last thing that the embed does by itself is to ask for newer figures.
    b.eventually("the embed has asked for newer figures", || b.server.count("/data/campaign.json") == 1);
    assert_eq!(b.server.count("_bg.wasm"), 0, "the module is loaded though nobody came near");
}

/// Inside a frame: Cư Jút was chosen in place, and nothing came from elsewhere.
fn assert_chosen_in_place(b: &Browser) {
    assert_cu_jut(b);
    assert!(b.js::<bool>("window.__mark === true"), "the embed was loaded anew");
    assert_eq!(b.js::<String>("location.pathname"), "/embed/");
    let loaded: Vec<String> = b.js("performance.getEntriesByType('resource').map(entry => entry.name)");
    let others: Vec<_> = loaded.iter().filter(|url| !url.starts_with(&b.site())).collect();
    assert!(others.is_empty(), "requests to others: {others:?}");
}

#[test]
fn the_module_comes_with_the_mouse() {
    browse(|b| {
        open_one(b);
        let steps: u32 = b.js("history.length");
        b.inside("iframe", || {
            b.hover(HEADING);
            until_live(b);
            b.click(CU_JUT);
            assert_chosen_in_place(b);
            b.click("a.all");
            assert_province(b);
            b.click("[data-part=board] [data-district='662'] .name a");
            assert_chosen_in_place(b);
        });
        assert_eq!(b.server.count("_bg.wasm"), 1);
        assert_eq!(b.js::<u32>("history.length"), steps, "the embed must not add to the history");
    });
}

#[test]
fn the_module_comes_with_the_keyboard() {
    browse(|b| {
        open_one(b);
        let steps: u32 = b.js("history.length");
        b.focus("#before");
        b.press(Key::Tab);
        b.inside("iframe", || {
            until_live(b);
            let row = "document.activeElement.closest('[data-part=board] [data-district=\"662\"]')";
            for _ in 0..20 {
                if b.js(&format!("!{row}")) {
                    b.press(Key::Tab);
                }
            }
            b.becomes(&format!("Boolean({row})"), true);
            b.press(Key::Enter);
            assert_chosen_in_place(b);
        });
        assert_eq!(b.server.count("_bg.wasm"), 1);
        assert_eq!(b.js::<u32>("history.length"), steps, "the embed must not add to the history");
    });
}

#[test]
fn scripts_without_an_origin() {
    browse(|b| {
        let code = fitted(b, &frame(b, "embed/", 500, 300, "sandbox=\"allow-scripts\""));
        let open = |code: &str| {
            b.open_around(code);
            b.inside("iframe", || {
                assert_province(b);
                b.becomes("String(origin)", "null");
                assert_fitted(b);
            });
        };
        open(&code);
        b.inside("iframe", || {
            b.hover(HEADING);
            until_live(b);
            b.click(CU_JUT);
            assert_cu_jut(b);
            assert_eq!(b.js::<String>("location.pathname"), "/embed/");
            assert_fitted(b);
        });
        b.becomes("told.at(-1)", json!(["select", "iframe", "cu-jut"]));

        // A host that sends none of the site's headers allows nothing to strangers, and the module can't come.
        let plain = Server::foreign(site::dist());
        open(&code.replace(&b.site(), &format!("http://127.0.0.1:{}/", plain.port)));
        b.inside("iframe", || {
            b.click(CU_JUT);
            assert_cu_jut(b);
            assert_eq!(b.js::<String>("location.pathname"), "/embed/cu-jut/");
            assert_fitted(b);
        });
        b.until("the page around has heard it", "told.some(([kind, at, district]) => at === 'iframe' && district === 'cu-jut')");
    });
}

/// Inside a frame whose address asks for map and board.
fn assert_map_and_board(b: &Browser) {
    b.until("the frame has been read", "document.readyState === 'complete' && document.querySelector('footer')");
    let shown = [".h", ".m", ".b", ".t", ".g", ".q"].map(|slot| b.shows(slot));
    assert_eq!(shown, [false, true, true, false, false, false]);
    assert!(b.shows("[data-part=map] svg") && b.shows("[data-part=board] tbody tr"));
    assert!(b.text("[data-part=board]").contains("6.306"));
    b.becomes(SOURCE_IN_VIEW, true);
}

#[test]
fn without_any_script() {
    browse(|b| {
        b.open_around(&frame(b, "embed/?show=map,board#s-mb", 500, 400, "sandbox"));
        b.inside("iframe", || {
            assert_map_and_board(b);
            assert!(!b.has("[data-script]"), "a script ran");
            // A district is a link.
            b.click("[data-part=board] [data-district='662'] .name a");
            b.becomes("location.pathname", "/embed/cu-jut/");
            assert_cu_jut(b);
        });
        // Without a fragment it is the usual three.
        b.open_around(&frame(b, "embed/", 500, 400, "sandbox"));
        b.inside("iframe", || assert_province(b));
    });
}

#[test]
fn under_a_strict_policy_of_the_page_around() {
    browse(|b| {
        let site = b.site();
        let policy = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; frame-src {}\">",
            site.trim_end_matches('/')
        );
        // Such a policy forbids style in the page, too.
        let code = format!("<iframe src=\"{site}embed/?show=map,board#s-mb\" title=\"Bluezone\" width=\"500\" height=\"400\"></iframe>");
        let element = "<bluezone-map><a href=\"#\">51.974 lượt cài đặt</a></bluezone-map>";
        b.open_around_with(&policy, &fitted(b, &format!("{code}{element}")));
        assert!(b.js::<bool>("window.told === undefined"), "the policy must hold");
        b.inside("iframe", || {
            assert_map_and_board(b);
            assert_eq!(b.js::<[u32; 2]>("[innerWidth, innerHeight]"), [500, 400]);
            b.hover("[data-part=map] .caption");
            until_live(b);
            b.click("[data-part=board] [data-district='662'] .name a");
            b.becomes("document.documentElement.dataset.district", "cu-jut");
        });
        // The script is not allowed there, and what stands in the element takes its place.
        assert_eq!(b.server.count("/embed.js"), 0);
        assert!(b.shows("bluezone-map > a"));
    });
}

/// What has the focus in a frame, and whether anything of it can be seen above the foot.
const FOCUSED: &str = "(e => {
    const at = e.getBoundingClientRect(), foot = document.querySelector('footer');
    const end = foot.contains(e) ? innerHeight : foot.getBoundingClientRect().top;
    const seen = Math.min(at.bottom, end) - Math.max(at.top, 0);
    return [`${e.localName} ${e.textContent.trim().slice(0, 24)}`, e.matches('main') || seen >= Math.min(8, at.height)];
})(document.activeElement)";

/// Steps on until this button has the focus, and lists what had it in the frame on the way.
fn walk(b: &Browser, frame: &str, step: impl Fn(&Browser), to: &str) -> Vec<(String, bool)> {
    let mut stops = Vec::new();
    for _ in 0..60 {
        step(b);
        let at: String = b.js("document.activeElement.id || document.activeElement.localName");
        if at == to {
            return stops;
        }
        assert_eq!(at, "frame", "the focus left the frame after {stops:#?}");
        stops.push(b.inside(frame, || b.js(FOCUSED)));
    }
    panic!("no way out to {to}: {stops:#?}");
}

fn tab(b: &Browser) {
    b.press(Key::Tab);
}

/// Walks through a frame and back once it is live: all stops, forwards.
fn walk_both_ways(b: &Browser, frame: &str) -> Vec<(String, bool)> {
    b.focus("#before");
    tab(b);
    b.inside(frame, || until_live(b));
    // Back by hand: on a slow machine the first Tab came before Firefox knew that `main` scrolls, which is then one more stop
    // in front of the one that it reached.
    b.focus("#before");
    let forwards = walk(b, frame, tab, "after");
    let mut back = walk(b, frame, Browser::shift_tab, "before");
    back.reverse();
    let names = |stops: &[(String, bool)]| stops.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&back), names(&forwards));
    let mut all = forwards;
    // A stop must be seen from either side.
    all.iter_mut().zip(back).for_each(|((_, seen), (_, seen_back))| *seen &= seen_back);
    all
}

fn assert_stops(stops: &[(String, bool)]) {
    for name in site::DISTRICTS.map(|d| d.name).into_iter().chain(["Xem trang đầy đủ", "Cách cài Bluezone"]) {
        assert!(stops.iter().any(|(stop, _)| *stop == format!("a {name}")), "no stop at {name}: {stops:#?}");
    }
    let hidden: Vec<_> = stops.iter().filter(|(_, seen)| !seen).map(|(name, _)| name).collect();
    assert!(hidden.is_empty(), "under the foot or out of view while they have the focus: {hidden:#?}");
}

#[test]
fn tab_goes_through_and_back() {
    browse(|b| {
        b.open_around(&fitted(b, &frame(b, "embed/", 500, 300, "")));
        b.inside("iframe", || assert_fitted(b));
        assert_stops(&walk_both_ways(b, "iframe"));

        b.open_around(&fitted(b, "<bluezone-map id=\"frame\"></bluezone-map>"));
        b.becomes("told", json!([["ready", "bluezone-map", null]]));
        b.inside("bluezone-map", || assert_fitted(b));
        assert_stops(&walk_both_ways(b, "bluezone-map"));
    });
}

#[test]
fn tab_goes_through_a_frame_that_is_too_small() {
    browse(|b| {
        for (width, height) in [(600, 300), (340, 360), (240, 300)] {
            b.open_around(&frame(b, "embed/?show=headline,map,board,guide", width, height, ""));
            b.inside("iframe", || until_read(b));
            assert_stops(&walk_both_ways(b, "iframe"));
        }
    });
}

const ALL: &str = "headline,map,board,trend,guide,qr";
const TEN: [(&str, u32); 10] = [
    ("headline,map,board", 160),
    ("headline,map,board", 240),
    ("headline,map,board", 320),
    ("headline,map,board", 420),
    ("headline,map,board", 600),
    ("headline,map,board", 760),
    ("headline,board,trend,guide,qr", 420),
    (ALL, 160),
    (ALL, 340),
    (ALL, 760),
];

#[test]
fn ten_on_one_page() {
    browse(|b| {
        let frames = |height: u32| -> String {
            let one = |(n, (show, width)): (usize, &(&str, u32))| {
                frame(b, &format!("embed/?show={show}"), *width, height, "").replace("id=\"frame\"", &format!("id=\"frame-{n}\""))
            };
            TEN.iter().enumerate().map(one).collect()
        };
        let mut faults = Vec::new();
        for with_script in [false, true] {
            let code = frames(400);
            b.open_around(&if with_script { fitted(b, &code) } else { code });
            for (n, (show, width)) in TEN.into_iter().enumerate() {
                b.inside(&format!("#frame-{n}"), || {
                    until_read(b);
                    assert_eq!(b.text("[data-figure=total]"), TOTAL);
                    assert_eq!(b.js::<u32>("innerWidth"), width);
                    b.becomes(SOURCE_IN_VIEW, true);
                    let mut fault = |what: &str, pixels: i32| {
                        if pixels > 0 {
                            faults.push(format!("{show} at {width} px (with the script: {with_script}): {what} by {pixels} px"));
                        }
                    };
                    fault("too wide", b.js(TOO_WIDE));
                    if with_script {
                        b.becomes(&format!("innerHeight !== 400 && Math.abs(innerHeight - {OWN_HEIGHT}) <= 1"), true);
                        fault("cut", b.js(CUT));
                    }
                });
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
        assert_eq!(b.server.count("_bg.wasm"), 0, "nobody came near any of them");
    });
}

/// Inside a frame: what axe-core has to say.
fn axe(b: &Browser, state: &str) -> Vec<String> {
    let path = "node_modules/axe-core/axe.min.js";
    let library = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}; npm ci installs it"));
    b.wait(b.driver().execute(format!("{library}; return null"), Vec::new())).expect("axe is loaded");
    let (found, passed): (Vec<String>, usize) = b.js_promise(
        "axe.run({ rules: { 'target-size': { enabled: true } } }).then(r => {
            const words = n => n.target.join(' ') + ' ' + n.failureSummary.replace(/\\s+/g, ' ').slice(0, 260);
            const said = v => `${v.id} (${v.help}), ${v.nodes.length} times: ` + v.nodes.slice(0, 3).map(words).join(' | ');
            return [r.violations.map(said), r.passes.length]; })",
    );
    // An empty page has no violations either.
    assert!(passed > 20, "{state}: axe passed {passed} rules");
    found.into_iter().map(|finding| format!("{state}: {finding}")).collect()
}

#[test]
fn axe_finds_nothing() {
    browse(|b| {
        let mut found = Vec::new();
        for (theme, width) in [("light", 320), ("light", 760), ("dark", 320), ("dark", 760)] {
            b.open_around(&fitted(b, &frame(b, &format!("embed/?show={ALL}&theme={theme}"), width, 400, "")));
            b.inside("iframe", || {
                assert_fitted(b);
                found.extend(axe(b, &format!("{theme}, {width} px, as it comes")));
                b.hover(HEADING);
                until_live(b);
                b.click(CU_JUT);
                assert_cu_jut(b);
                b.js::<()>("document.querySelectorAll('details').forEach(d => d.open = true)");
                found.extend(axe(b, &format!("{theme}, {width} px, a district, all unfolded")));
            });
        }
        // Too small a frame scrolls, and that must be reached by keyboard.
        b.open_around(&frame(b, "embed/", 240, 240, ""));
        b.inside("iframe", || {
            until_read(b);
            found.extend(axe(b, "a small frame"));
        });
        assert!(found.is_empty(), "{found:#?}");
    });
}
