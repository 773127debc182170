//! axe-core over every page, theme and state: no violation at all.

use crate::{
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    input::label,
    server::Answer,
    site::{self, dist, variant},
};

fn library() -> String {
    let path = "node_modules/axe-core/axe.min.js";
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}; npm ci installs it"))
}

/// What axe has to say, gathered over all states of a test so that one run tells everything.
pub struct Findings {
    axe: String,
    all: Vec<String>,
}

impl Findings {
    pub fn new() -> Self {
        Self { axe: library(), all: Vec::new() }
    }

    /// Runs axe on the page as it stands.
    pub fn look(&mut self, b: &Browser, state: &str) {
        b.wait(b.driver().execute(format!("{}; return null", self.axe), Vec::new())).expect("axe is loaded");
        // With forced colours the browser paints its own, and axe still reads the page's (-webkit-text-fill-color).
        let contrast = !b.js::<bool>("matchMedia('(forced-colors: active)').matches");
        let (found, passed): (Vec<String>, usize) = b.js_promise(&format!(
            "axe.run({{ rules: {{ 'target-size': {{ enabled: true }}, 'color-contrast': {{ enabled: {contrast} }} }} }}).then(r => {{
                const words = n => n.target.join(' ') + ' ' + n.failureSummary.replace(/\\s+/g, ' ').slice(0, 260);
                const said = v => `${{v.id}} (${{v.help}}), ${{v.nodes.length}} times: ` + v.nodes.slice(0, 3).map(words).join(' | ');
                return [r.violations.map(said), r.passes.length]; }})"
        ));
        // An empty page has no violations either.
        assert!(passed > 20, "{state}: axe passed {passed} rules");
        self.all.extend(found.into_iter().map(|finding| format!("{state}: {finding}")));
    }
}

impl Drop for Findings {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.all.is_empty(), "{:#?}", self.all);
        }
    }
}

pub const LOOKS: [(&str, &[(&str, &str)]); 5] = [
    ("light", &[("prefers-color-scheme", "light")]),
    ("dark", &[("prefers-color-scheme", "dark")]),
    ("more contrast", &[("prefers-contrast", "more")]),
    ("more contrast, dark", &[("prefers-contrast", "more"), ("prefers-color-scheme", "dark")]),
    ("forced colours", &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]),
];

#[test]
fn every_page_and_theme() {
    let mut axe = Findings::new();
    browse(dist(), DESKTOP, |b| {
        for path in ["/", "/en/", "/huyen/dak-rlap/", "/en/huyen/cu-jut/"] {
            b.open_live(path);
            for (look, features) in LOOKS.iter().take(if path == "/" || path == "/huyen/dak-rlap/" { 5 } else { 2 }) {
                b.emulate(features);
                axe.look(b, &format!("{path} {look}"));
            }
        }
    });
}

#[test]
fn every_state() {
    let mut axe = Findings::new();
    browse(dist(), PHONE, |b| {
        b.open_live("/");
        b.js::<()>("void document.querySelectorAll('details').forEach(d => d.open = true)");
        axe.look(b, "everything unfolded");
        b.tap(&label("664"));
        crate::select::assert_selected(b, Some("664"));
        axe.look(b, "a district tapped");
        b.hover(&label("660"));
        b.until("the tooltip is there", "document.querySelector('[role=tooltip]')");
        axe.look(b, "a district chosen, another with its tooltip");
        b.tap("[data-column=name]");
        b.tap("[name=measure][value=installs]");
        b.becomes("location.search", "?measure=installs");
        axe.look(b, "sorted by name, counts");
        for (look, features) in &LOOKS[1..3] {
            b.emulate(features);
            axe.look(b, &format!("sorted by name, {look}"));
        }
        b.emulate(&[]);
        b.server.replace("/data/campaign.json", Answer::json("{}"));
        b.open_live("/");
        b.becomes("document.documentElement.dataset.figures", "invalid");
        axe.look(b, "with something to say");
    });
}

#[test]
fn static_and_other_data() {
    let mut axe = Findings::new();
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        b.open_live("/?measure=change");
        b.becomes("document.querySelector('[name=measure]:checked').value", "change");
        for (look, features) in &LOOKS[..2] {
            b.emulate(features);
            axe.look(b, &format!("two reports, {look}"));
        }
        b.emulate(&[]);
        b.server.hold(".wasm");
        for path in ["/", "/en/huyen/cu-jut/"] {
            b.open(path);
            b.becomes("document.documentElement.dataset.state", "static");
            for (look, features) in &LOOKS[..2] {
                b.emulate(features);
                axe.look(b, &format!("static {path} {look}"));
            }
        }
    });
    browse(variant("missing", &site::without_krong_no()), DESKTOP, |b| {
        b.open_live("/huyen/krong-no/");
        axe.look(b, "a district without a figure");
    });
}

/// From the smallest phone to the largest desk, with one report and with several, in every look.
#[test]
fn every_width() {
    let mut axe = Findings::new();
    for (name, site) in [("one report", dist()), ("two reports", variant("two", &site::two_reports()))] {
        browse(site, DESKTOP, |b| {
            for width in [320, 360, 412, 768, 1024, 1366, 1920, 2560] {
                b.resize(Screen { width, height: 900, ..DESKTOP });
                b.open_live(if width % 3 == 0 { "/huyen/gia-nghia/" } else { "/" });
                for (look, features) in &LOOKS[..4] {
                    b.emulate(features);
                    axe.look(b, &format!("{name}, {width} wide, {look}"));
                }
                b.emulate(&[]);
            }
        });
    }
}
