//! The map for hands and ears: its one Tab stop, the arrow keys, tooltip, live region, legend and the map in words.

use std::collections::{BTreeMap, BTreeSet};

use thirtyfour::Key;

use crate::{
    harness::{Browser, DESKTOP, browse},
    input::{label, shape},
    measures::{FIGURES, rates},
    site::{DISTRICTS, dist, district},
};

fn focused(b: &Browser) -> String {
    b.js("document.activeElement.dataset.district ?? 'none'")
}

/// Where the middles of the shapes are on the map, in its own units.
fn places(b: &Browser) -> BTreeMap<String, (f64, f64)> {
    b.js("Object.fromEntries([...document.querySelectorAll('[data-part=map] [data-district]')].map(a => {
            const r = a.querySelector('path').getBBox();
            return [a.dataset.district, [r.x + r.width / 2, r.y + r.height / 2]]; }))")
}

#[test]
fn arrows_walk_the_whole_map() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        b.tab_to("[data-part=map] [data-district]");
        let places = places(b);
        let keys = [(Key::Up, (0.0, -1.0)), (Key::Down, (0.0, 1.0)), (Key::Left, (-1.0, 0.0)), (Key::Right, (1.0, 0.0))];
        let (mut reached, mut to_try) = (BTreeSet::new(), vec![focused(b)]);
        while let Some(from) = to_try.pop() {
            if !reached.insert(from.clone()) {
                continue;
            }
            for (key, (x, y)) in &keys {
                b.focus(&shape(&from));
                b.press(key.clone());
                let to = focused(b);
                let ((x0, y0), (x1, y1)) = (places[&from], places[&to]);
                assert!(to == from || (x1 - x0) * x + (y1 - y0) * y > 0.0, "{key:?} leads from {from} to {to}, the other way");
                to_try.push(to);
            }
            assert_eq!(b.count("[data-part=map] a[tabindex='0']"), 1, "one Tab stop");
            assert_eq!(b.count("[data-part=map] a[tabindex='-1']"), 7);
        }
        assert_eq!(reached.len(), DISTRICTS.len(), "the arrows reach every district");
        // Known neighbours: Gia Nghĩa has Đắk Song to the north and Đắk Glong to the east.
        for (key, to) in [(Key::Up, "665"), (Key::Right, "661")] {
            b.focus(&shape("660"));
            b.press(key);
            assert_eq!(focused(b), to);
        }

        assert_eq!(b.js::<String>("location.pathname"), "/", "moving is not selecting");
    });
}

#[test]
fn says_name_figure_and_rank() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        assert_eq!(b.attr(".said", "aria-live").as_deref(), Some("polite"));
        b.tab_to("[data-part=map] [data-district]");
        b.focus(&shape("660"));
        b.press(Key::Up);
        // The neighbour has the focus, and its name is read out: saying it as well would be saying it twice.
        b.becomes("document.activeElement.dataset.district", "665");
        let said = b.attr(&shape("665"), "aria-label").unwrap_or_default();
        assert!(said.contains("Đắk Song") && said.contains("7,41") && said.contains("4/8") && said.contains("11/8/2020"), "{said}");
        b.press(Key::Enter);
        b.until("the selection is said", "document.querySelector('.said').textContent.includes('Đã chọn')");
        assert!(b.text(".said").contains("7,41"));
        // The region itself must stay the same element, or a screen reader hears nothing.
        b.js::<bool>("(window.__said = document.querySelector('.said'), true)");
        b.click(&label("667"));
        b.until("the next is said", "document.querySelector('.said').textContent.includes('Tuy Đức')");
        assert!(b.js::<bool>("window.__said.isConnected"));
    });
}

#[test]
fn tooltip_by_mouse_and_keyboard() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        assert!(!b.has("[role=tooltip]"));
        for known in &DISTRICTS {
            b.hover(&label(known.code));
            b.until("the tooltip names it", &format!("document.querySelector('[role=tooltip]')?.textContent.includes({:?})", known.name));
            let tip = b.text("[role=tooltip]");
            let rate = rates();
            assert!(
                tip.contains(rate[known.code].as_str().expect("a rate")) && tip.contains("11/8/2020"),
                "a figure keeps its moment: {tip}"
            );
            let (left, right, top): (f64, f64, f64) =
                b.js("(r => [r.left, r.right, r.top])(document.querySelector('[role=tooltip]').getBoundingClientRect())");
            assert!(left >= 0.0 && right <= 1366.0 && top >= 0.0, "{} has its tooltip outside the window", known.name);
        }
        b.hover("h1");
        b.until("it goes", "!document.querySelector('[role=tooltip]')");
        b.hover(&label("660"));
        b.until("it is there again", "document.querySelector('[role=tooltip]')");
        b.js::<()>(
            "void document.querySelector('h1').dispatchEvent(new PointerEvent('pointerout', { bubbles: true, relatedTarget: null }))",
        );
        b.until("it goes with the pointer that leaves the window", "!document.querySelector('[role=tooltip]')");
        b.tab_to("[data-part=map] [data-district]");
        b.until("the focus shows it", "document.querySelector('[role=tooltip]')");
        assert!(b.text("[role=tooltip]").contains(district(&focused(b)).name));
        b.press(Key::Escape);
        b.until("Escape dismisses it", "!document.querySelector('[role=tooltip]')");
        assert!(b.js::<bool>("document.activeElement.matches('[data-part=map] [data-district]')"), "and leaves the focus");
    });
}

#[test]
fn legend_and_words_agree_with_the_shapes() {
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        // Each colour of the legend is the colour of as many shapes as it says, and no shape has a colour that the legend lacks.
        let colours = "(s => [...document.querySelectorAll(s)].map(e => getComputedStyle(e)))";
        let legend: Vec<String> = b.js(&format!("{colours}('.legend i').map(s => s.backgroundColor)"));
        let shapes: Vec<String> = b.js(&format!("{colours}('[data-part=map] [data-district] path').map(s => s.fill)"));
        let counts: Vec<usize> =
            b.js("[...document.querySelectorAll('.legend li:not(.mark)')].map(li => Number(li.textContent.match(/\\((\\d+)\\)/)?.[1]))");
        assert!(legend.len() >= 3 && legend.iter().collect::<BTreeSet<_>>().len() == legend.len(), "{legend:?}");
        for (colour, count) in legend.iter().zip(&counts) {
            assert_eq!(shapes.iter().filter(|s| *s == colour).count(), *count, "{colour} in {shapes:?}");
        }
        assert_eq!(counts.iter().sum::<usize>(), DISTRICTS.len());
        assert!(b.has("[data-part=map] .outline use, [data-part=map] .outline path"), "the province's outline");

        b.click("details.text-map summary");
        b.becomes("document.querySelector('details.text-map').open", true);
        let summary = b.text("details.text-map .summary");
        for word in ["Gia Nghĩa", "19,75", "Đắk Glong", "5,78", "11/8/2020"] {
            assert!(summary.contains(word), "{word} in {summary}");
        }
        let lines = b.texts("details.text-map li");
        assert_eq!(lines.len(), DISTRICTS.len());
        for known in &DISTRICTS {
            let line = lines.iter().find(|l| l.split(':').next().is_some_and(|start| start.contains(known.name)));
            let line = line.unwrap_or_else(|| panic!("no line for {}: {lines:#?}", known.name));
            assert!(line.contains(rates()[known.code].as_str().expect("a rate")), "{line}");
            // Every line names neighbours, and each of those names it back.
            let neighbours: Vec<_> = DISTRICTS.iter().filter(|d| d.code != known.code && line.contains(d.name)).collect();
            assert!(neighbours.len() >= 2, "{line}");
            for neighbour in neighbours {
                let back = lines.iter().any(|l| l.split(':').next().is_some_and(|s| s.contains(neighbour.name)) && l.contains(known.name));
                assert!(back, "{} and {}", known.name, neighbour.name);
            }
        }
        // What stands on the shapes is what stands in the rows.
        b.becomes(FIGURES, rates());
    });
}
