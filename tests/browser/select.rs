//! Selecting a district by every way there is: mouse, touch, keyboard, link, row, address, Back and Forward. Map, board, panel,
//! address and title must always say the same.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    harness::{Browser, DESKTOP, PHONE, browse},
    input::{Point, label, row, shape},
    site::{DISTRICTS, dist, district, dots},
};

/// Waits until everything says that this district is selected and no other; none: the whole province.
pub fn assert_selected(b: &Browser, code: Option<&str>) {
    let codes: Vec<&str> = code.into_iter().collect();
    let slug = code.map(|code| district(code).slug);
    let lang = if b.js("document.documentElement.lang === 'en'") { "/en" } else { "" };
    let path = slug.map_or(format!("{lang}/"), |slug| format!("{lang}/huyen/{slug}/"));
    b.becomes(
        "({
            map: [...document.querySelectorAll('[data-part=map] [data-district][data-selected=true]')].map(e => e.dataset.district),
            board: [...document.querySelectorAll('[data-part=board] [data-district][data-selected=true]')].map(e => e.dataset.district),
            path: location.pathname,
        })",
        json!({ "map": codes, "board": codes, "path": path }),
    );
    // A shape that is not selected says nothing at all, rather than "false".
    assert_eq!(b.count("[data-part=map] [data-selected]"), codes.len());
    let (panel, title) = (b.text("[data-part=panel] h2, [data-part=panel] h3"), b.js::<String>("document.title"));
    for known in &DISTRICTS {
        let here = Some(known.code) == code;
        assert_eq!(panel.contains(known.name), here, "the panel is headed {panel:?}, selected is {code:?}");
        assert_eq!(title.contains(known.name), here, "the title is {title:?}, selected is {code:?}");
    }
    assert_eq!(b.has("[data-part=panel] a.all"), code.is_some(), "the way back to the whole province is there when it leads somewhere");
}

/// Marks the page, to tell later that it was not loaded anew.
fn mark(b: &Browser) {
    b.js::<bool>("(window.__mark = true)");
}

fn assert_same_page(b: &Browser) {
    assert!(b.js::<bool>("window.__mark === true"), "the page was loaded anew");
}

#[test]
fn by_mouse_on_the_map() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        mark(b);
        assert_selected(b, None);
        for known in &DISTRICTS {
            b.click(&label(known.code));
            assert_selected(b, Some(known.code));
            let panel = b.text("[data-part=panel]");
            assert!(panel.contains(&dots(known.first)), "{panel}");
            assert!(panel.contains("11/8/2020"), "the figure keeps its moment: {panel}");
        }
        b.click("[data-part=panel] a.all");
        assert_selected(b, None);
        assert_same_page(b);
    });
}

#[test]
fn another_window_is_the_browsers_own_affair() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        let windows = || b.wait(b.driver().windows()).expect("windows").len();
        for (selector, expected) in [(label("662"), 2), (format!("{} .name a", row("662")), 3)] {
            b.click_with(b.centre(&selector), 2);
            b.eventually("Ctrl and a click open another window", || windows() == expected);
            assert_selected(b, None);
        }
    });
}

#[test]
fn by_mouse_on_the_board() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        mark(b);
        b.click(&format!("{} .name a", row("666")));
        assert_selected(b, Some("666"));
        // The whole row is the target, not the name alone.
        b.click(&format!("{} td:last-child", row("664")));
        assert_selected(b, Some("664"));
        assert_same_page(b);
    });
}

#[test]
fn shape_and_row_light_each_other() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        let lit = "[...document.querySelectorAll('[data-lit=true]')]\
            .map(e => e.dataset.district + ' ' + e.closest('[data-part]').dataset.part).sort()";
        let both = |code: &str| json!([format!("{code} board"), format!("{code} map")]);
        b.hover(&label("665"));
        b.becomes(lit, both("665"));
        b.hover(&format!("{} .name a", row("661")));
        b.becomes(lit, both("661"));
        b.hover("h1");
        b.becomes(lit, json!([]));
        b.focus(&format!("{} .name a", row("667")));
        b.becomes(lit, both("667"));
    });
}

#[test]
fn by_touch() {
    browse(dist(), PHONE, |b| {
        b.open_live("/");
        mark(b);
        for known in &DISTRICTS {
            b.tap(&label(known.code));
            assert_selected(b, Some(known.code));
            // The panel says what was chosen; a tip would lie over what the finger wants next.
            let panel = b.text("[data-part=panel]");
            assert!(panel.contains(known.name) && panel.contains(&dots(known.first)), "{panel}");
            assert!(!b.has("[role=tooltip]"), "no tip for the chosen one");
        }
        b.tap(&format!("{} .name a", row("660")));
        assert_selected(b, Some("660"));
        b.tap("[data-part=panel] a.all");
        assert_selected(b, None);
        assert_same_page(b);
    });
}

#[test]
fn the_chosen_stays_in_sight_on_a_phone() {
    browse(dist(), PHONE, |b| {
        b.open_live("/");
        let seen = "(r => r.top >= 0 && r.bottom <= innerHeight && r.height > 40)\
            (document.querySelector('[data-part=panel]').getBoundingClientRect())";
        b.tap(&label("662"));
        assert_selected(b, Some("662"));
        b.until("its figures are in the window, below the map", seen);
        b.tap(&format!("{} .name a", row("667")));
        assert_selected(b, Some("667"));
        b.until("and above the board", seen);
        assert!(b.text("[data-part=panel]").contains("Tuy Đức"));
    });
}

#[test]
fn a_tap_beside_a_shape_means_the_nearest() {
    browse(dist(), PHONE, |b| {
        b.open_live("/");
        b.centre("[data-part=map] svg");
        // A place outside every shape from which a district is near and no other is; and one from which none is near.
        let probe = "(() => {
            const svg = document.querySelector('[data-part=map] svg'), r = svg.getBoundingClientRect();
            const at = (x, y) => document.elementFromPoint(x, y)?.closest('[data-district]')?.dataset.district;
            const around = (x, y, far) => { const found = new Set();
                for (let a = 0; a < 6.28; a += .26) for (let d = 2; d <= far; d += 2)
                    found.add(at(x + d * Math.cos(a), y + d * Math.sin(a)));
                found.delete(undefined);
                return [...found]; };
            let near = null, far = null;
            const bottom = Math.min(r.bottom, innerHeight) - 3;
            for (let y = Math.max(r.top, 0) + 3; y < bottom && !(near && far); y += 5) for (let x = r.left + 3; x < r.right - 3; x += 5) {
                if (document.elementFromPoint(x, y) !== svg) continue;
                const close = around(x, y, 10), wide = around(x, y, 40);
                if (!near && close.length === 1 && wide.length === 1) near = [x, y, close[0]];
                if (!far && wide.length === 0) far = [x, y];
            }
            return [near, far]; })()";
        let ((x, y, code), (far_x, far_y)): ((f64, f64, String), (f64, f64)) = b.js(probe);
        b.tap_at(Point { x: far_x, y: far_y });
        b.tap_at(Point { x, y });
        assert_selected(b, Some(&code));
        b.back();
        assert_selected(b, None);
        assert_eq!(b.js::<usize>("history.length"), 3, "the tap far from every shape left no step: blank, this page, the district");
    });
}

#[test]
fn back_and_forward() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        mark(b);
        b.click(&label("660"));
        assert_selected(b, Some("660"));
        b.click("[name=measure][value=rate]");
        b.becomes("location.search", "?measure=rate");
        b.click(&label("662"));
        assert_selected(b, Some("662"));
        assert_eq!(b.js::<String>("location.search"), "?measure=rate");
        b.back();
        assert_selected(b, Some("660"));
        b.back();
        b.until("the step back is taken", "location.pathname === '/' || !location.pathname.includes('gia-nghia')");
        assert_selected(b, None);
        b.forward();
        assert_selected(b, Some("660"));
        b.forward();
        assert_selected(b, Some("662"));
        b.becomes("document.querySelector('[name=measure]:checked').value", "rate");
        assert_same_page(b);
    });
}

#[test]
fn by_keyboard() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        mark(b);
        b.tab_to("[data-part=map] [data-district]");
        b.press(Key::Enter);
        let first = b.js::<String>("document.activeElement.dataset.district ?? 'none'");
        assert_selected(b, Some(&first));
        // The focus stays where it was, so that the arrows go on from there.
        b.press(Key::Tab);
        assert!(!b.js::<bool>("Boolean(document.activeElement.closest('[data-part=map] svg'))"), "the map is one Tab stop");
        b.tab_to(&format!("{} .name a", row("664")));
        b.press(Key::Enter);
        assert_selected(b, Some("664"));
        let focused: String = b.js("document.activeElement.closest('[data-district]')?.dataset.district ?? 'lost'");
        assert_eq!(focused, "664", "the row keeps the focus");
        // The map's one stop is now the selected district.
        b.tab_to("[data-part=map] [data-district]");
        assert_eq!(b.js::<String>("document.activeElement.dataset.district"), "664");
        b.tab_to("[data-part=panel] a.all");
        b.press(Key::Enter);
        assert_selected(b, None);
        // The link is gone; the focus is not.
        b.becomes("document.activeElement.dataset.part ?? 'lost'", "panel");
        assert_same_page(b);
    });
}

#[test]
fn by_address() {
    browse(dist(), DESKTOP, |b| {
        for known in &DISTRICTS {
            b.open_live(&format!("/huyen/{}/", known.slug));
            assert_selected(b, Some(known.code));
            assert_eq!(b.attr(&row(known.code), "id").as_deref(), Some(known.slug));
            assert_eq!(b.attr(&shape(known.code), "href"), Some(format!("/huyen/{}/", known.slug)));
        }
        b.open_live("/en/huyen/tuy-duc/");
        assert_selected(b, Some("667"));
        b.click(&label("660"));
        assert_selected(b, Some("660"));
    });
}
