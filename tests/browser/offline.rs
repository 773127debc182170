//! A visit without a network: the worker's copies, what must never be kept, and how the worker is withdrawn.

use crate::{
    harness::{Browser, DESKTOP, browse},
    select::assert_selected,
    server::Answer,
    site::{self, dist},
};

const GATE: &[u8] = b"<!doctype html><html><title>Wi-Fi</title><body>Moi dang nhap</body></html>";

/// Until the worker has what a visit needs.
fn until_kept(b: &Browser) {
    b.until("the worker has taken over", "navigator.serviceWorker.controller");
    b.until(
        "page, module and figures are kept",
        "(caches.open('bluezone-page-1').then(c => c.keys()).then(all => window.__kept = all.map(r => r.url).join()), \
         ['/,', '.wasm', '.js', '.txt', 'campaign.json'].every(part => (window.__kept + ',').includes(part)))",
    );
}

/// Everything of the site answers like this from now on.
fn everything(b: &Browser, answer: impl Fn() -> Answer) {
    for ending in ["/", ".js", ".wasm", ".txt", ".json", ".css", ".woff2", ".svg"] {
        b.server.replace(ending, answer());
    }
}

fn restore(b: &Browser) {
    for ending in ["/", ".js", ".wasm", ".txt", ".json", ".css", ".woff2", ".svg"] {
        b.server.restore(ending);
    }
}

#[test]
fn a_second_visit_needs_no_network() {
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        b.open_live("/");
        until_kept(b);
        everything(b, || Answer::status(503));
        b.open_live("/");
        b.becomes("document.documentElement.dataset.figures", "kept");
        assert_eq!(b.text("[data-figure=total]"), "51.974");
        let status = b.text("[data-part=status]");
        assert!(status.contains("bản đã lưu") && status.contains("11/8/2020"), "{status}");
        // A district's page that was never open.
        b.open_live("/huyen/cu-jut/");
        assert_selected(b, Some("662"));
        assert_eq!(b.text("[data-figure=district]"), "6.306");
        restore(b);
        // The newest figures that were seen are those of the copy.
        b.server.replace("/data/campaign.json", Answer::json(site::two_reports().to_string()));
        b.open_live("/");
        b.becomes("document.querySelector('[data-figure=total]').textContent", "57.511");
        b.server.restore("/data/campaign.json");
        everything(b, || Answer::status(503));
        b.open_live("/");
        b.becomes("document.querySelector('[data-figure=total]').textContent", "57.511");
        let status = b.text("[data-part=status]");
        assert!(status.contains("bản đã lưu") && status.contains("13/8/2020"), "{status}");
    });
}

#[test]
fn a_foreign_page_takes_no_copys_place() {
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        b.open_live("/");
        until_kept(b);
        let half = std::fs::read(dist().join("index.html")).expect("the page").split_at(9_000).0.to_vec();
        let page = |bytes: &[u8]| Answer::Whole { status: 200, kind: "text/html", bytes: bytes.to_vec() };
        for (name, bytes) in [("a gate", GATE.to_vec()), ("half a page", half)] {
            everything(b, || page(&bytes));
            for _ in 0..2 {
                b.open_live("/");
                assert_eq!(b.text("[data-figure=total]"), "51.974", "{name}");
            }
            restore(b);
        }
        // «No such page» is an answer.
        b.server.replace("/huyen/khong-co/", Answer::status(404));
        assert_eq!(b.js_promise::<u16>("fetch('/huyen/khong-co/').then(answer => answer.status)"), 404);
    });
}

#[test]
fn the_worker_can_be_withdrawn() {
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        b.open_live("/");
        until_kept(b);
        let off = std::fs::read("public/sw-off.js").expect("the worker that removes it");
        b.server.replace("/sw.js", Answer::Whole { status: 200, kind: "text/javascript", bytes: off });
        b.js::<()>("void navigator.serviceWorker.getRegistration().then(r => r.update())");
        b.until(
            "nothing is left of it",
            "(navigator.serviceWorker.getRegistrations().then(async all => window.__left = all.length + (await caches.keys()).length), window.__left === 0)",
        );
        everything(b, || Answer::status(503));
        b.open("/");
        assert!(!b.has("[data-figure=total]"), "no copy is shown any more");
    });
}

#[test]
fn embeds_and_screens_are_asked_for_as_if_nobody_stood_between() {
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        b.open_live("/");
        until_kept(b);
        for path in ["/embed/", "/led/setup/", "/embed.js"] {
            b.js_promise::<()>(&format!("fetch({path:?}).then(() => null)"));
        }
        let kept: Vec<String> =
            b.js_promise("caches.open('bluezone-page-1').then(c => c.keys()).then(all => all.map(r => new URL(r.url).pathname))");
        assert!(kept.iter().all(|path| !path.contains("embed") && !path.contains("led")), "{kept:?}");
    });
}
