//! The page for operators: a form that leads to the screen without scripts; with them an address and a preview that follow every choice, a
//! copy of the address, and pictures in true pixels.

use serde_json::json;
use thirtyfour::{By, Key};

use crate::{
    axe::{Findings, LOOKS},
    harness::{Browser, DESKTOP, PLAIN_HOST, Screen, browse},
    site::dist,
};

const ADDRESS: &str = "document.querySelector('#address').value";
/// The preview's own page, once it is live.
const INSIDE: &str = "document.querySelector('#screen').contentDocument";

fn open_live(b: &Browser, path: &str) {
    b.open(path);
    live(b);
}

fn live(b: &Browser) {
    b.becomes("document.documentElement.dataset.state", "live");
    b.until("the preview is live", &format!("{INSIDE}?.documentElement?.dataset.state === 'live'"));
}

fn choose(b: &Browser, value: &str) {
    let option = b.wait(b.driver().find(By::Css(format!("#preset option[value='{value}']")))).expect("the option");
    b.wait(option.click()).expect("the option chosen");
}

/// Types over what a field holds.
fn fill(b: &Browser, id: &str, text: &str) {
    b.click(&format!("#{id}"));
    b.js::<()>(&format!("void document.getElementById({id:?}).select()"));
    b.press(Key::Delete);
    b.wait(b.driver().action_chain().send_keys(text).perform()).expect("keys pressed");
}

fn tick(b: &Browser, control: &str) {
    b.click(&format!("input{control}"));
}

fn in_new_tab(b: &Browser, look: impl FnOnce(&Browser)) {
    let own = b.wait(b.driver().window()).expect("the own tab");
    b.eventually("a tab is opened", || b.wait(b.driver().windows()).expect("tabs").len() == 2);
    let other = b.wait(b.driver().windows()).expect("tabs").into_iter().find(|tab| *tab != own).expect("the new tab");
    b.wait(b.driver().switch_to_window(other)).expect("the new tab");
    look(b);
    b.wait(b.driver().close_window()).expect("it closes");
    b.wait(b.driver().switch_to_window(own)).expect("the own tab");
}

#[test]
fn without_scripts_the_form_leads_to_the_screen() {
    browse(dist(), DESKTOP, |b| {
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        b.open("/led/setup/");
        b.becomes("[document.documentElement.dataset.face, document.documentElement.dataset.state]", json!(["led-setup", "static"]));
        assert!(b.shows(".no-script") && b.text(".no-script").contains("Mở màn hình"));
        assert!(!b.shows("#preset") && !b.shows("[data-act]") && !b.shows("#screen"), "what can't work is not offered");
        assert_eq!(b.attr("form", "action").as_deref(), Some("/led/"));
        assert_eq!(b.attr("form", "method").as_deref(), Some("get"));
        tick(b, "[value=map]");
        tick(b, "[value='vi,en']");
        tick(b, "[value=light]");
        tick(b, "[name=shift]");
        fill(b, "dwell", "12");
        fill(b, "night", "21-5");
        fill(b, "stamp", "DN-07");
        assert!(!b.server.asked().iter().any(|path| path.ends_with(".wasm")), "nothing is loaded that can't run");
        // Scripts are off in this tab alone.
        b.click("[type=submit]");
        in_new_tab(b, |b| {
            b.becomes("location.pathname", "/led/");
            let wanted = "?scenes=headline&scenes=board&scenes=districts&scenes=qr&lang=vi%2Cen&theme=light&dwell=12&refresh=300&night=21-5&dim=60&stamp=DN-07&shift=1";
            b.becomes("location.search", wanted);
        });
        b.open("/led/en/setup/");
        b.becomes("document.documentElement.lang", "en");
        assert_eq!(b.attr("form", "action").as_deref(), Some("/led/"));
        b.click("[data-lang-switch]");
        b.becomes("location.pathname", "/led/setup/");
    });
}

#[test]
fn the_address_follows_every_choice() {
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/led/setup/");
        let start = format!("{}/led/", b.origin());
        b.becomes(ADDRESS, start.clone());
        assert!(!b.shows(".no-script"));
        let becomes = |query: &str| {
            b.becomes(ADDRESS, format!("{start}{query}"));
            b.becomes("document.querySelector('#open').href", format!("{start}{query}"));
        };
        tick(b, "[value=districts]");
        becomes("?scenes=headline,map,board,qr");
        tick(b, "[value=districts]");
        becomes("");
        tick(b, "[name=lang][value='vi,en']");
        fill(b, "dwell", "20");
        becomes("?dwell=20&lang=vi,en");
        tick(b, "[value=light]");
        fill(b, "night", "21-5");
        fill(b, "stamp", "DN-07");
        tick(b, "[name=motion]");
        tick(b, "[name=setup]");
        let all = "?dwell=20&lang=vi,en&theme=light&night=21-5&motion=off&setup=1&stamp=DN-07";
        becomes(all);
        // The preview shows just that, and is no step of the browser's Back.
        b.becomes(&format!("{INSIDE}?.location.search"), all);
        b.becomes(&format!("{INSIDE}?.documentElement?.dataset.theme"), "light");
        b.becomes("history.length", 2);
        // What the page on the screen would not understand is said here already.
        fill(b, "dwell", "1");
        b.until("it is said", "document.querySelector('#ignored').textContent.includes('Thời gian hiện mỗi hình (giây): 1')");
        becomes(&all.replace("dwell=20&", ""));
        fill(b, "dwell", "20");
        b.becomes("document.querySelector('#ignored').textContent", "");
    });
}

#[test]
fn the_preview_has_true_pixels() {
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/led/setup/");
        let inner = format!("[{INSIDE}?.defaultView?.innerWidth, {INSIDE}?.defaultView?.innerHeight]");
        for (preset, width, height) in
            [("1080x1920", 1080, 1920), ("1920x160", 1920, 160), ("192x96", 192, 96), ("3840x2160", 3840, 2160), ("128x64", 128, 64)]
        {
            choose(b, preset);
            b.becomes(
                "['width', 'height'].map(side => Number(document.querySelector('#screen').getAttribute(side)))",
                json!([width, height]),
            );
            b.becomes("['width', 'height'].map(side => Number(document.getElementById(side).value))", json!([width, height]));
            b.becomes(&inner, json!([width, height]));
            b.until(
                "a scene of that size is there",
                &format!("(s => s && s.getAttribute('viewBox') === '0 0 {width} {height}' && s.clientWidth === {width})({INSIDE}.querySelector('.layer[data-front] .scene'))"),
            );
            let (wide, tall, room): (f64, f64, f64) = b.js(
                "(r => [r.width, r.height, document.querySelector('#room').clientWidth])(document.querySelector('#screen').getBoundingClientRect())",
            );
            let (across, down) = (wide / f64::from(width), tall / f64::from(height));
            assert!((across - down).abs() < 1e-6 && wide <= room + 0.5, "{preset}: {wide} x {tall} in {room}");
            assert!(across < 1.0 || across.fract().abs() < 1e-6, "{preset}: dots stay alike at {across}");
            assert!(width > 200 || across >= 2.0, "{preset}: a board is enlarged");
            let caption = b.text("#scale");
            assert!(caption.contains(&format!("{width} × {height}")), "{caption}");
        }
        fill(b, "width", "200");
        b.becomes("[document.querySelector('#preset').value, document.querySelector('#screen').width]", json!(["", "200"]));
        // Half a number is none.
        fill(b, "width", "2");
        b.becomes("document.querySelector('#screen').width", "200");
        assert!(!b.js::<String>(ADDRESS).contains("width"), "the size is not part of the address");
    });
}

#[test]
fn what_is_typed_is_never_markup() {
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/led/setup/");
        // A form that a script has filled in, past every limit of the field.
        let hostile = "\"><img src=x onerror=window.__hacked=1>";
        b.js::<()>(&format!(
            "(s => {{ s.removeAttribute('maxlength'); s.value = {hostile:?}; s.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.querySelector('#stamp'))"
        ));
        b.until("it is said to be unusable", "document.querySelector('#ignored').textContent.includes('onerror')");
        assert_eq!(b.js::<String>(ADDRESS), format!("{}/led/", b.origin()));
        assert_eq!(b.count("img"), 0);
        b.click("[data-act=pictures]");
        b.until("pictures are made", "document.querySelectorAll('#pictures a').length > 2");
        assert_eq!(b.count("[onerror]"), 0);
        assert!(b.js::<bool>("window.__hacked === undefined"));
    });
}

#[test]
fn the_address_is_copied() {
    browse(dist(), DESKTOP, |b| {
        let rights = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": b.origin() });
        b.cdp("Browser.grantPermissions", rights);
        open_live(b, "/led/setup/");
        fill(b, "stamp", "DN-07");
        b.click("[data-act=copy]");
        b.becomes("document.querySelector('#said').textContent", "Đã sao chép địa chỉ.");
        let wanted = format!("{}/led/?stamp=DN-07", b.origin());
        assert_eq!(b.js_promise::<String>("navigator.clipboard.readText()"), wanted);
        // Plain http has no clipboard object.
        b.open_url(&format!("http://{PLAIN_HOST}:{}/led/setup/", b.server.port));
        live(b);
        assert!(b.js::<bool>("navigator.clipboard === undefined"), "this is the case to test");
        b.click("[data-act=copy]");
        b.until("the outcome is said", "document.querySelector('#said').textContent");
        assert_eq!(
            b.js::<String>(
                "getSelection().toString() || (f => f.value.slice(f.selectionStart, f.selectionEnd))(document.querySelector('#address'))"
            ),
            b.js::<String>(ADDRESS)
        );
    });
}

/// Width, height, number of colours, and the share of pixels that are not as the first one.
fn read(b: &Browser, nth: usize) -> (u32, u32, usize, f64) {
    b.js_promise(&format!(
        "fetch(document.querySelectorAll('#pictures a')[{nth}].href).then(r => r.blob()).then(blob => {{
            if (blob.type !== 'image/png') throw blob.type;
            return createImageBitmap(blob); }}).then(image => {{
            const canvas = Object.assign(document.createElement('canvas'), {{ width: image.width, height: image.height }});
            const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
            const all = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
            return [image.width, image.height, new Set(all).size, all.filter(c => c !== all[0]).length / all.length]; }})"
    ))
}

#[test]
fn pictures_are_made_in_true_pixels() {
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/led/setup/");
        let made = "document.querySelectorAll('#pictures a').length";
        let done = |count: usize| {
            b.until("all are made", &format!("document.querySelector('#progress').textContent.includes('Đã làm xong {count} hình')"));
            b.becomes(made, count);
        };
        choose(b, "1280x720");
        b.click("[data-act=pictures]");
        // Headline, map, board, eight districts, code.
        done(12);
        let names: Vec<String> = b.js("[...document.querySelectorAll('#pictures a')].map(a => a.download)");
        assert_eq!((names[0].as_str(), names[11].as_str()), ("01-headline-vi.png", "12-qr-vi.png"));
        assert_eq!(b.texts("#pictures a"), names);
        for nth in [0, 1, 11] {
            let (width, height, colours, filled) = read(b, nth);
            assert_eq!((width, height), (1280, 720));
            assert!(colours > 3 && filled > 0.02 && filled < 0.98, "{nth}: {colours} colours, {filled}");
        }
        // A board in both languages and in light; the old ones are gone.
        let before: String = b.js("document.querySelector('#pictures a').href");
        choose(b, "192x96");
        tick(b, "[name=lang][value='vi,en']");
        tick(b, "[value=light]");
        for scene in ["map", "board", "districts"] {
            tick(b, &format!("[value={scene}]"));
        }
        b.click("[data-act=pictures]");
        done(4);
        let names: Vec<String> = b.js("[...document.querySelectorAll('#pictures a')].map(a => a.download)");
        assert_eq!(names, ["01-headline-vi.png", "02-qr-vi.png", "03-headline-en.png", "04-qr-en.png"]);
        let (width, height, colours, filled) = read(b, 0);
        assert_eq!((width, height), (192, 96));
        assert!((3..=8).contains(&colours) && filled > 0.02, "letters of whole dots: {colours} colours, {filled}");
        b.expect_network_faults();
        assert!(b.js_promise::<bool>(&format!("fetch({before:?}).then(() => false, () => true)")), "old pictures are given up");
    });
}

/// The words in a picture are in the site's typeface: with another the picture would be another.
#[test]
fn the_typeface_is_inside() {
    browse(dist(), DESKTOP, |b| {
        let print = || -> String {
            open_live(b, "/led/setup/");
            choose(b, "1280x720");
            b.click("[data-act=pictures]");
            b.until("one is made", "document.querySelector('#pictures a')");
            b.js_promise(
                "fetch(document.querySelector('#pictures a').href).then(r => r.arrayBuffer()).then(b => crypto.subtle.digest('SHA-256', b))
                    .then(d => [...new Uint8Array(d)].join())",
            )
        };
        let first = print();
        assert_eq!(first, print(), "drawn again it is the same");
        b.before_every_page(
            "addEventListener('DOMContentLoaded', () => { const s = document.getElementById('style-fonts'); if (s) s.textContent = ''; })",
        );
        assert_ne!(first, print());
    });
}

#[test]
fn nothing_against_it_in_any_look() {
    let mut axe = Findings::new();
    browse(dist(), DESKTOP, |b| {
        for path in ["/led/setup/", "/led/en/setup/"] {
            open_live(b, path);
            b.unfold(true);
            choose(b, "192x96");
            b.click("[data-act=pictures]");
            b.until("pictures are made", "document.querySelectorAll('#pictures a').length > 1");
            fill(b, "night", "x");
            b.until("it is said", "document.querySelector('#ignored').textContent");
            for (look, features) in &LOOKS {
                b.emulate(features);
                axe.look(b, &format!("{path} {look}"));
            }
            b.emulate(&[]);
        }
        b.server.hold(".wasm");
        b.open("/led/setup/");
        for (look, features) in &LOOKS[..2] {
            b.emulate(features);
            axe.look(b, &format!("static {look}"));
        }
    });
}

#[test]
fn a_small_phone_and_the_keyboard() {
    let small = Screen { width: 320, height: 640, ..crate::harness::PHONE };
    browse(dist(), small, |b| {
        open_live(b, "/led/setup/");
        b.unfold(true);
        b.click("[data-act=pictures]");
        b.until("pictures are made", "document.querySelectorAll('#pictures a').length > 1");
        let fits = "document.documentElement.scrollWidth <= 320";
        assert!(b.js::<bool>(fits), "nothing to scroll sideways");
        let out: Vec<String> = b.js(
            "[...document.querySelectorAll('main *')].filter(e => !e.closest('#box') && e.getClientRects().length && e.getBoundingClientRect().right > 321)
                .map(e => e.outerHTML.slice(0, 80))",
        );
        assert_eq!(out, [""; 0]);
        // Fingers: a tick's whole line, a field, a button.
        let thin: Vec<String> = b
            .js("[...document.querySelectorAll('fieldset > label, .field input, select, button, #open, #address, summary')]
                .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 80))");
        assert_eq!(thin, [""; 0]);
    });
    browse(dist(), DESKTOP, |b| {
        open_live(b, "/led/setup/");
        b.tab_to("[name=scenes][value=map]");
        b.press(Key::Space);
        b.becomes(ADDRESS, format!("{}/led/?scenes=headline,board,districts,qr", b.origin()));
        b.tab_to("[data-act=copy]");
    });
}
