//! What becomes of the page out there: translated, meddled with by extensions, copied into other programs, read on engines of long ago.

use serde_json::json;

use crate::{
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    input::{label, row},
    select::assert_selected,
    server::Answer,
    site::{self, dist},
};

/// What a browser's translator does: every text is wrapped twice, and in other words.
const TRANSLATE: &str = "(root => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest('script,style,svg')) texts.push(walk.currentNode);
    for (const text of texts) {
        const font = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = 'X ' + text.data; font.append(inner); text.replaceWith(font); }
    return texts.length; })(document.body)";

#[test]
fn a_translated_page_never_shows_old_words_over_new_figures() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        assert!(b.js::<usize>(TRANSLATE) > 100);
        b.click("[name=measure][value=installs] + span");
        b.becomes("document.querySelector('[data-part=map] .caption').textContent.startsWith('Số máy')", true);
        b.becomes("document.querySelector('[data-part=map] [data-district=\"660\"] .figure').textContent", "12.452");
        b.becomes("document.querySelector('[data-part=board] caption').textContent.includes('Số máy')", true);
        b.click(&format!("{} .name a", row("662")));
        b.becomes("document.querySelector('[data-part=panel] h2').textContent.includes('Cư Jút')", true);
        b.until("the live region goes on speaking", "document.querySelector('[data-part=map] .said').textContent.includes('Cư Jút')");
        assert!(b.js::<usize>(TRANSLATE) > 100);
        b.server.replace("/data/campaign.json", Answer::json(site::two_reports().to_string()));
        b.js::<()>("void dispatchEvent(new Event('online'))");
        b.becomes("document.querySelector('[data-figure=total]').textContent", "57.511");
        let page: String = b.js("document.querySelector('main').textContent");
        let headline = b.text("[data-part=headline]");
        assert!(headline.contains("13/8/2020") && !headline.contains("tính đến 8 giờ ngày 11/8/2020"), "{headline}");
        assert!(b.text("[data-part=status]").contains("13/8/2020"));
        assert!(!page.contains("Tính đến 8 giờ ngày 11/8/2020"), "an old moment stands over new figures");
    });
}

/// Opens a page whose module waits, changes it, and lets it go on.
fn changed_before(b: &Browser, change: &str) {
    b.server.hold(".wasm");
    b.open("/");
    b.becomes("document.documentElement.dataset.state", "static");
    b.js::<()>(&format!("void ({change})"));
    b.server.release();
}

#[test]
fn hydration_trusts_nothing() {
    let changes = [
        ("translated", TRANSLATE),
        (
            "an extension's button in the headline",
            "document.querySelector('[data-part=headline]').prepend(document.createElement('button'))",
        ),
        ("a part removed", "document.querySelector('[data-part=board]').remove()"),
        ("a row removed", "document.querySelector('[data-part=board] tbody tr').remove()"),
        (
            "comments dropped",
            "(walk => { const all = []; while (walk.nextNode()) all.push(walk.currentNode); all.forEach(c => c.remove()); })\
                (document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT))",
        ),
        ("everything below the map removed", "document.querySelector('#trend').replaceChildren()"),
    ];
    browse(dist(), DESKTOP, |b| {
        for (name, change) in changes {
            println!("{name}");
            changed_before(b, change);
            b.until_live();
            b.click(&format!("{} .name a", row("662")));
            assert_selected(b, Some("662"));
            assert_eq!(b.text("[data-figure=district]"), "6.306", "{name}");
        }
    });
}

#[test]
fn without_a_whole_page_to_draw_from_it_stays_static_and_useful() {
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        // A minifier on the way dropped the comments of the page itself.
        let page = std::fs::read_to_string(dist().join("index.html")).expect("the page");
        let bytes = page.replace("<!>", "").into_bytes();
        b.server.replace("/", Answer::Whole { status: 200, kind: "text/html", bytes });
        b.open("/");
        b.js_promise::<()>("new Promise(done => setTimeout(() => done(null), 1500))");
        assert_eq!(b.js::<String>("document.documentElement.dataset.state"), "static");
        assert_eq!(b.text("[data-figure=total]"), "51.974");
        b.click(&label("662"));
        b.becomes("location.pathname", "/huyen/cu-jut/");
    });
}

#[test]
fn a_drag_over_words_chooses_nothing() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        let cell = b.centre(&format!("{} td.n", row("664")));
        let end = crate::input::Point { x: cell.x + 60.0, ..cell };
        for (kind, at) in [("mousePressed", &cell), ("mouseMoved", &end), ("mouseReleased", &end)] {
            b.cdp(
                "Input.dispatchMouseEvent",
                json!({ "type": kind, "x": at.x, "y": at.y, "button": "left", "buttons": 1, "clickCount": 1 }),
            );
        }
        b.until("words are selected", "!getSelection().isCollapsed");
        b.js_promise::<()>("new Promise(done => setTimeout(() => done(null), 200))");
        assert_selected(b, None);
        b.click(&format!("{} td.n", row("661")));
        assert_selected(b, Some("661"));
    });
}

#[test]
fn rows_are_copied_as_a_table() {
    browse(dist(), DESKTOP, |b| {
        b.cdp(
            "Browser.grantPermissions",
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": b.origin() }),
        );
        b.open_live("/");
        b.js::<()>("getSelection().selectAllChildren(document.querySelector('[data-part=board] table'))");
        b.copy();
        let plain = b.js_promise::<String>("navigator.clipboard.readText()").replace('\u{a0}', " ");
        let lines: Vec<&str> = plain.lines().collect();
        assert_eq!(lines[0], "Hạng\tHuyện, thành phố\tSố máy\tMáy/100 dân\tTỷ lệ trong toàn tỉnh");
        assert_eq!(lines[1], "1\tGia Nghĩa\t12.452\t19,75\t24,0%");
        assert_eq!(lines[9], "\tToàn tỉnh\t51.974", "the total keeps its place below the figures");
        assert!(lines[10].contains("11/8/2020") && lines[10].contains("Sở Thông tin"), "date and source below: {plain}");
        let html: String = b.js_promise("navigator.clipboard.read().then(all => all[0].getType('text/html')).then(blob => blob.text())");
        let rows: usize = b.js(&format!("new DOMParser().parseFromString({html:?}, 'text/html').querySelectorAll('table tr').length"));
        assert_eq!(rows, 10, "{html}");
        // Out of one cell words are words.
        b.js::<()>("getSelection().selectAllChildren(document.querySelector('[data-part=board] tbody .name a'))");
        b.copy();
        let plain: String = b.js_promise("navigator.clipboard.readText()");
        assert!(plain.starts_with("Gia Nghĩa\n"), "{plain}");
    });
}

#[test]
fn engines_without_custom_properties_see_a_light_map_with_dark_letters() {
    browse(dist(), PHONE, |b| {
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        // What such an engine makes of the style sheet: it drops every declaration that it does not understand.
        let page = std::fs::read_to_string(dist().join("index.html")).expect("the page");
        let (before, rest) = page.split_once("<style>").expect("a style sheet");
        let (css, after) = rest.split_once("</style>").expect("its end");
        let mut kept = String::new();
        for piece in css.split_inclusive(['{', '}', ';']) {
            let (words, end) = piece.split_at(piece.len() - 1);
            let unknown = end != "{" && (words.contains("var(") || words.trim_start().starts_with("--"));
            kept.push_str(if unknown { "" } else { words });
            kept.push_str(end);
        }
        // The page's policy knows the sheet by its hash.
        let before = before.replace("http-equiv=\"Content-Security-Policy\"", "");
        let bytes = format!("{before}<style>{kept}</style>{after}").into_bytes();
        b.server.replace("/", Answer::Whole { status: 200, kind: "text/html", bytes });
        b.open("/");
        let light = |selector: &str, property: &str| -> f64 {
            b.js(&format!(
                "(c => {{ const [r, g, b] = c.match(/[\\d.]+/g).map(Number); return .2126 * r + .7152 * g + .0722 * b; }})\
                    (getComputedStyle(document.querySelector({selector:?})).{property})"
            ))
        };
        assert!(light("[data-part=map] [data-district='662'] path", "fill") > 180.0, "a light map");
        assert!(light("[data-part=map] [data-district='662'] .name", "fill") < 60.0, "dark letters");
        assert_eq!(b.js::<String>("getComputedStyle(document.querySelector('.sheet .name')).stroke"), "none");
    });
}

#[test]
fn what_can_not_work_takes_no_room() {
    browse(dist(), PHONE, |b| {
        // An engine too old for our module.
        b.before_every_page("WebAssembly.validate = () => false;");
        b.open("/huyen/cu-jut/");
        for control in [".measures", "select[name=at]", "[data-act=copy]", ".help"] {
            assert!(!b.has(control) || !b.shows(control), "{control}");
        }
        // A tap leads to something visible: the district's own figure is the first thing on its page.
        b.tap(&label("660"));
        b.becomes("location.pathname", "/huyen/gia-nghia/");
        b.becomes("document.querySelector('[data-figure=district]').textContent", "12.452");
        let seen = "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('[data-figure=district]').getBoundingClientRect())";
        b.until("it is in the window", seen);
    });
}

#[test]
fn nothing_sticky_covers_what_has_the_focus() {
    for (width, height) in [(360, 740), (390, 844), (800, 700), (320, 256), (1366, 768)] {
        browse(dist(), Screen { width, height, ..DESKTOP }, |b| {
            b.open_live("/huyen/cu-jut/");
            b.js::<()>("void (document.documentElement.style.scrollBehavior = 'auto')");
            let mut covered = Vec::new();
            for _ in 0..90 {
                b.press(thirtyfour::Key::Tab);
                let found: Option<String> = b.js("(e => { if (e === document.body || e.closest('svg')) return null;
                        const r = e.getBoundingClientRect(), x = Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 1);
                        const seen = [.2, .5, .8].some(part => { const y = r.top + r.height * part, top = document.elementFromPoint(x, y);
                            return top && (e.contains(top) || top.contains(e) || top.closest('label')?.contains(e)); });
                        return seen ? null : e.outerHTML.slice(0, 120); })(document.activeElement)");
                covered.extend(found);
            }
            assert!(covered.is_empty(), "at {width}x{height}: {covered:#?}");
        });
    }
}

/// Numbers and dates that stand in more than one line.
const BROKEN: &str = "(() => { const bad = [], walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) { const text = walk.currentNode;
        if (text.parentElement.closest('svg,script,style,.said')) continue;
        for (const found of text.data.matchAll(/[+−]?\\d[\\d.,:/%]*/g)) {
            const range = document.createRange();
            range.setStart(text, found.index); range.setEnd(text, found.index + found[0].length);
            const lines = new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top)));
            if (lines.size > 1) bad.push(found[0] + ' in ' + text.data.slice(0, 60)); } }
    return bad; })()";

#[test]
fn twice_as_large_letters_break_no_number_and_no_date() {
    for width in [320, 360, 1366] {
        browse(site::variant("two", &site::two_reports()), Screen { width, text: 32, ..PHONE }, |b| {
            for path in ["/", "/huyen/gia-nghia/", "/en/huyen/dak-rlap/?measure=change"] {
                b.open_live(path);
                b.unfold(true);
                assert_eq!(b.js::<Vec<String>>(BROKEN), [""; 0], "{path} at {width}");
                let (wide, window): (f64, f64) = b.js("[document.documentElement.scrollWidth, innerWidth]");
                assert!(wide <= window + 1.0, "{path} is {wide} wide at {width}");
            }
        });
    }
}

#[test]
fn back_and_forward_set_every_control() {
    browse(site::variant("two", &site::two_reports()), DESKTOP, |b| {
        b.open_live("/");
        let controls = "[document.querySelector('[name=measure]:checked').value, document.querySelector('select[name=at]').selectedIndex]";
        b.click(&label("660"));
        assert_selected(b, Some("660"));
        b.click("[name=measure][value=change] + span");
        b.becomes(controls, json!(["change", 0]));
        b.click(&label("662"));
        assert_selected(b, Some("662"));
        b.click("[name=measure][value=installs] + span");
        b.js::<()>("void (s => { s.selectedIndex = 1; s.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector('select[name=at]'))");
        b.until("an older report is shown", "location.search.includes('at=')");
        b.becomes(controls, json!(["installs", 1]));
        b.back();
        assert_selected(b, Some("660"));
        b.becomes(controls, json!(["change", 0]));
        b.forward();
        assert_selected(b, Some("662"));
        b.becomes(controls, json!(["installs", 1]));
    });
}

#[test]
fn a_screen_reader_hears_each_thing_once() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        let said = "document.querySelector('[data-part=map] .said').textContent.trim()";
        b.tab_to("[data-part=map] [data-district]");
        let before: String = b.js(said);
        b.press(thirtyfour::Key::Up);
        b.press(thirtyfour::Key::Down);
        assert_eq!(b.js::<String>(said), before, "what has the focus is read out by itself");
        b.click("[name=measure][value=installs] + span");
        b.until("the change of measure is said", &format!("{said}.includes('Số máy')"));
        // The sign of the order is no part of the column's name.
        let nodes = b.cdp("Accessibility.getFullAXTree", json!({}));
        let names: Vec<&str> = nodes["nodes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|node| node["role"]["value"] == "button")
            .filter_map(|node| node["name"]["value"].as_str())
            .collect();
        assert!(names.contains(&"Hạng"), "{names:?}");
        assert!(names.iter().all(|name| !name.contains(['▲', '▼'])), "{names:?}");
    });
}
