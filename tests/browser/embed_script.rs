//! The script for the page around an embed, on pages that are hard on it: rules that overrule every style, libraries that replace what is built in,
//! optimisers that move the script, several provinces at once, frames that quarrel with a scroll bar. It must never make a frame worse.

use crate::{
    embed_hosts::{FRAME, IN_ELEMENT, SCRIPT, TALL},
    harness::{DESKTOP, PLAIN_HOST, browse},
    site::dist,
};

const ONE: &str =
    "<iframe src=\"SITEembed/?show=headline,map\" title=\"Bluezone\" width=\"100%\" height=\"300\" style=\"max-width:600px\"></iframe>";
const ELEMENT: &str = "<bluezone-map site=\"SITE\" show=\"headline,map\"><a href=\"SITE\">51.974</a></bluezone-map>";

#[test]
fn rules_of_the_page_that_overrule_every_style() {
    browse(dist(), TALL, |b| {
        for rules in [
            "iframe{height:auto!important;max-width:100%}",
            "iframe{aspect-ratio:16/9!important;min-height:0}",
            "iframe{max-height:220px!important}",
            "body{display:flex;flex-direction:column;align-items:flex-start}",
            "*{min-height:0!important}iframe{height:100%!important}",
        ] {
            b.open_host_with(&format!("<style>{rules}</style>"), &format!("{ONE}<bluezone-map show=board></bluezone-map>{SCRIPT}"));
            b.until_fitted(FRAME);
            b.until_fitted(IN_ELEMENT);
            let wide: f64 = b.js(&format!("{IN_ELEMENT}.getBoundingClientRect().width"));
            assert!(wide > 600.0, "{rules}: the element has its place's width, not {wide}");
        }
        // A policy takes style from attributes, and none from a script.
        let plain = ONE.replace(" style=\"max-width:600px\"", "");
        b.open_host_with("<meta http-equiv=Content-Security-Policy content=\"style-src 'self'\">", &format!("{plain}{SCRIPT}"));
        b.until_fitted(FRAME);
    });
}

#[test]
fn libraries_that_replace_what_is_built_in() {
    browse(dist(), TALL, |b| {
        // As Prototype 1.7 and MooTools 1.4 do, and worse.
        let head = "<script>Array.from = it => Array.prototype.slice.call(it.length ? it : []);
            Array.prototype.find = Array.prototype.filter = Array.prototype.map = Array.prototype.forEach = function () { throw new Error('replaced'); };
            Function.prototype.bind = function () { return () => undefined; };
            String.prototype.startsWith = () => false; Array.prototype.toJSON = () => '[]'; Object.prototype.extend = function () {};</script>";
        b.open_host_with(head, &format!("{ONE}{ELEMENT}{SCRIPT}"));
        b.until_fitted(FRAME);
        b.until_fitted(IN_ELEMENT);
    });
}

#[test]
fn optimisers_move_inline_bundle_and_delay_it() {
    let script = std::fs::read_to_string(dist().join("embed.js")).unwrap().replace("</", "<\\/");
    let data: String = script.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let ways = [
        format!("<script>{script}</script>"),
        format!("<script type=module>{script}</script>"),
        format!("<script src=\"data:text/javascript,{data}\"></script>"),
        "<script type=module src=\"SITEembed.js\"></script>".to_owned(),
        "<script>setTimeout(() => document.body.append(Object.assign(document.createElement('script'), { src: 'SITEembed.js' })), 300)</script>".to_owned(),
        format!("<script type=text/plain data-src=\"SITEembed.js\"></script><script>setTimeout(() => {{ {script} }}, 200)</script>"),
    ];
    browse(dist(), TALL, |b| {
        for (at, way) in ways.iter().enumerate() {
            b.open_host(&format!("{ONE}{ELEMENT}{way}"));
            b.until(&format!("way {at} makes the element"), IN_ELEMENT);
            b.until_fitted(FRAME);
            b.until_fitted(IN_ELEMENT);
        }
        // A page with a base of its own.
        b.open_host_with("<base href=\"https://example.org/a/\" target=_top>", &format!("{ONE}{ELEMENT}{SCRIPT}"));
        b.until_fitted(FRAME);
        b.until_fitted(IN_ELEMENT);
    });
}

#[test]
fn one_script_serves_two_provinces_and_frames_in_shadow_roots() {
    browse(dist(), TALL, |b| {
        // The same server by another name is another site.
        let other = format!("http://{PLAIN_HOST}:{}/", b.server.port);
        b.open_host(&format!(
            "{SCRIPT}<iframe id=other src=\"{other}embed/?show=board\" title=B width=500 height=150></iframe><bluezone-map id=m site=\"{other}\" show=headline></bluezone-map><script async src=\"{other}embed.js\"></script>"
        ));
        b.until_fitted("document.querySelector('#other')");
        b.until_fitted(IN_ELEMENT);
        assert!(b.js::<String>(&format!("{IN_ELEMENT}.src")).starts_with(&other));
        assert_eq!(b.js::<u32>("BluezoneMap.version"), 2);
        b.open_host(&format!("<div id=host></div>{SCRIPT}"));
        b.js::<()>(&format!(
            "void (document.querySelector('#host').attachShadow({{ mode: 'open' }}).innerHTML = '<iframe src={}embed/?show=headline title=B width=500 height=150></iframe>')",
            b.site()
        ));
        b.until_fitted("document.querySelector('#host').shadowRoot.querySelector('iframe')");
    });
}

#[test]
fn a_page_that_rewrites_the_style_and_a_height_that_never_rests() {
    browse(dist(), DESKTOP, |b| {
        b.open_host(&format!("{ONE}{SCRIPT}"));
        b.until_fitted(FRAME);
        let fitted = b.height(FRAME);
        b.js::<()>(&format!("void ({FRAME}.style.cssText = 'height: 90px')"));
        b.until("it has its height again", &format!("Math.abs({FRAME}.getBoundingClientRect().height - {fitted}) < 2"));
        b.js::<()>(&format!(
            "void (window.changes = 0, new MutationObserver(() => changes++).observe({FRAME}, {{ attributes: true, attributeFilter: ['style'] }}))"
        ));
        b.enter(FRAME);
        // As where a scroll bar comes with one height and goes with the other.
        b.js::<()>("void (window.n = 0, window.quarrel = setInterval(() => parent.postMessage({ bluezone: 1, type: 'resize', height: 700 + 20 * (n++ % 2) }, '*'), 18))");
        b.leave();
        b.until("it has gone on for a while", "(window.since ??= Date.now(), Date.now() - since > 4000)");
        let changes: usize = b.js("window.changes");
        assert!(changes < 60, "{changes} changes of the frame's style in four seconds");
        assert_eq!(b.js::<String>(&format!("{FRAME}.style.height")), "720px", "the greater height stands, which cuts nothing");
        b.enter(FRAME);
        b.js::<()>("void (clearInterval(quarrel), parent.postMessage({ bluezone: 1, type: 'resize', height: 640 }, '*'))");
        b.leave();
        b.until("with peace the last height comes", &format!("{FRAME}.style.height === '640px'"));
    });
}

#[test]
fn an_element_makes_one_frame_however_many_attributes_it_has() {
    browse(dist(), DESKTOP, |b| {
        let head = "<script>window.frames_made = 0; { const make = document.createElement;
            document.createElement = function (name) { if (name === 'iframe') frames_made++; return make.apply(this, arguments); }; }</script>";
        b.open_host_with(
            head,
            &format!("<bluezone-map site=\"SITE\" show=\"headline,map\" theme=dark lang=en accent=0b4f8a></bluezone-map>{SCRIPT}"),
        );
        b.until_fitted(IN_ELEMENT);
        assert_eq!(b.js::<u32>("frames_made"), 1);
        // One that learns its site late has its frame then.
        b.js::<()>(&format!("void (window.late = document.createElement('bluezone-map'), late.setAttribute('show', 'qr'), document.body.append(late), late.setAttribute('site', '{}'))", b.site()));
        b.until("its frame is there", "late.shadowRoot.querySelectorAll('iframe').length === 1");
    });
}
