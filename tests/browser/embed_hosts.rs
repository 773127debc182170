//! Embeds on pages of other origins: every way to put them in, many at once, pages that change around them, pages that allow little, readers
//! without a mouse.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    embed::{assert_fits, assert_foot, assert_honest, overflow},
    harness::{Browser, DESKTOP, PHONE, PLAIN_HOST, Screen, browse},
    input::Point,
    site::dist,
};

/// So tall that no frame needs the page to scroll before something in it can be pressed.
pub const TALL: Screen = Screen { height: 2000, ..DESKTOP };
pub const FRAME: &str = "document.querySelector('iframe')";
pub const IN_ELEMENT: &str = "document.querySelector('bluezone-map').shadowRoot?.querySelector('iframe')";

impl Browser {
    pub fn site(&self) -> String {
        format!("{}/", self.origin())
    }

    /// Opens a page of another site that holds this; `SITE` in it stands for ours.
    pub fn open_host(&self, body: &str) {
        self.open_host_with("", body);
    }

    pub fn open_host_with(&self, head: &str, body: &str) {
        let port = self.host_page(head, body);
        self.open_url(&format!("http://{PLAIN_HOST}:{port}/"));
    }

    fn host_page(&self, head: &str, body: &str) -> u16 {
        let html = format!(
            "<!doctype html><html lang=vi><head><meta charset=utf-8><title>Cổng</title>{head}</head><body><h1>Cổng</h1>{body}<button id=after>Sau</button></body></html>"
        );
        self.host(&html.replace("SITE", &self.site()))
    }

    pub fn height(&self, frame: &str) -> f64 {
        self.js(&format!("{frame}.getBoundingClientRect().height"))
    }

    /// Waits until the frame has the height that the embed needs.
    pub fn until_fitted(&self, frame: &str) {
        self.until("the frame is fitted", &format!("/px/.test({frame}?.style.height) && {frame}.style.height !== '480px'"));
        self.enter(frame);
        self.until(
            "nothing is cut and nothing is left over",
            "(m => m.scrollHeight - m.clientHeight <= 1)(document.querySelector('main'))",
        );
        self.leave();
    }
}

const BARE: &str = "<iframe src=\"SITEembed/\" title=\"Bluezone\" width=\"360\" height=\"800\" loading=\"lazy\" style=\"border:0;width:100%;max-width:360px;height:auto;aspect-ratio:360/800\"></iframe>";
pub const SCRIPT: &str = "<script async src=\"SITEembed.js\"></script>";

#[test]
fn three_ways_say_the_same() {
    browse(dist(), DESKTOP, |b| {
        b.open_host(BARE);
        b.enter(FRAME);
        assert_honest(b, "a bare frame");
        assert_fits(b, "a bare frame");
        assert!(overflow(b) <= 1);
        b.leave();
        assert_eq!(b.height(FRAME), 800.0, "its ratio is fixed");

        b.open_host(&format!("{BARE}{SCRIPT}"));
        b.until_fitted(FRAME);
        assert_ne!(b.height(FRAME), 800.0);
        b.enter(FRAME);
        assert_honest(b, "a frame with the script");
        b.leave();

        b.open_host(&format!("<div style='width:420px'><bluezone-map show=\"headline,map,board\" title=\"Bluezone Đắk Nông\"><a href=\"SITE\">51.974</a></bluezone-map></div>{SCRIPT}"));
        b.until_fitted(IN_ELEMENT);
        assert_eq!(b.js::<String>(&format!("{IN_ELEMENT}.title")), "Bluezone Đắk Nông");
        assert!(!b.shows("bluezone-map a"), "what is for pages without scripts is not shown beside it");
        b.enter(IN_ELEMENT);
        assert_honest(b, "the element");
        b.leave();
    });
}

#[test]
fn the_element_follows_its_attributes_and_tells_what_is_chosen() {
    browse(dist(), TALL, |b| {
        b.open_host(&format!(
            "<script>window.told = []; for (const name of ['bluezone-ready', 'bluezone-select']) addEventListener(name, e => told.push([name, e.detail.district]));</script>\
             <bluezone-map show=\"headline,board\" district=\"dak-mil\"></bluezone-map>{SCRIPT}"
        ));
        b.until_fitted(IN_ELEMENT);
        b.until("it is ready", "told.length");
        b.becomes("told.at(-1)", json!(["bluezone-ready", "dak-mil"]));
        let set =
            |name: &str, value: &str| b.js::<()>(&format!("void document.querySelector('bluezone-map').setAttribute({name:?}, {value:?})"));
        set("district", "cu-jut");
        b.becomes("told.at(-1)", json!(["bluezone-select", "cu-jut"]));
        b.enter(IN_ELEMENT);
        b.becomes("document.querySelector('[data-figure=district]').textContent", "6.306");
        b.press_on("[data-part=board] [data-district='665'] .name");
        b.becomes("document.querySelector('[data-figure=district]').textContent", "5.964");
        b.leave();
        b.becomes("told.at(-1)", json!(["bluezone-select", "dak-song"]));
        set("theme", "dark");
        b.enter(IN_ELEMENT);
        b.becomes("getComputedStyle(document.body).backgroundColor", "rgb(13, 21, 31)");
        b.leave();
        set("show", "board");
        b.js::<()>("void document.querySelector('bluezone-map').removeAttribute('district')");
        b.enter(IN_ELEMENT);
        b.until("it shows another piece", "document.documentElement.dataset.show === 'board'");
        b.leave();
    });
}

#[test]
fn hosts_select_and_change_the_theme_by_message() {
    browse(dist(), DESKTOP, |b| {
        b.open_host(
            "<iframe src=\"SITEembed/?show=headline\" width=400 height=260 title=B></iframe><script>window.told = []; addEventListener('message', e => told.push(e.data))</script>",
        );
        b.until("it speaks", "told.some(m => m.type === 'ready') && told.some(m => m.type === 'resize')");
        let ready: Value = b.js("told.find(m => m.type === 'ready')");
        assert_eq!(
            ready,
            json!({ "bluezone": 1, "type": "ready", "lang": "vi", "show": ["headline"], "district": null, "measure": "installs" })
        );
        let resize: Value = b.js("told.find(m => m.type === 'resize')");
        assert!(resize["bluezone"] == 1 && resize["height"].as_u64().is_some_and(|h| (100..400).contains(&h)), "{resize}");
        let send = |message: &str| b.js::<()>(&format!("void document.querySelector('iframe').contentWindow.postMessage({message}, '*')"));
        send("{ bluezone: 1, type: 'select', district: 'gia-nghia' }");
        b.becomes("told.findLast(m => m.type === 'select')?.district", "gia-nghia");
        b.enter(FRAME);
        assert_eq!(b.text("[data-part=headline] h2"), "Thành phố Gia Nghĩa");
        b.leave();
        send("{ bluezone: 1, type: 'select', district: null }");
        b.becomes("told.findLast(m => m.type === 'select').district === null", true);
        send("{ bluezone: 1, type: 'theme', theme: 'dark' }");
        b.enter(FRAME);
        b.becomes("document.documentElement.dataset.theme", "dark");
        assert_eq!(b.text("[data-figure=total]"), "51.974");
        b.leave();
    });
}

#[test]
fn ten_at_once_share_the_cache_and_stay_light() {
    browse(dist(), DESKTOP, |b| {
        let widths = [160, 200, 240, 320, 360, 420, 500, 600, 760, 1000];
        let page = |src: &str, script: &str| {
            let frame = |w: &u32| {
                format!("<iframe src=\"{src}\" width={w} height=400 title=B{w} loading=lazy style=\"border:0;display:block\"></iframe>\n")
            };
            let frames: String = widths.iter().map(frame).collect();
            b.host(&format!("<!doctype html><meta charset=utf-8><title>Cổng</title><body>{frames}{script}"))
        };
        // Seconds on the main thread, on a CPU slowed down four times, of the page and, on the same site but for the port, its frames.
        let spent = || {
            let metrics = b.cdp("Performance.getMetrics", json!({}));
            let of = |name: &str| {
                metrics["metrics"].as_array().and_then(|all| all.iter().find(|m| m["name"] == name)?["value"].as_f64()).unwrap_or_default()
            };
            (of("TaskDuration"), of("ScriptDuration"), of("LayoutDuration") + of("RecalcStyleDuration"))
        };
        b.server.keep_modules();
        b.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" }));
        b.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
        let nothing = b.host("<!doctype html><meta charset=utf-8><title>x</title><p>x");
        b.open_url(&format!("http://127.0.0.1:{}/", page(&format!("http://127.0.0.1:{nothing}/"), "")));
        b.until("empty frames are there", "document.readyState === 'complete'");
        let (empty, ..) = spent();

        b.open_url(&format!("http://127.0.0.1:{}/", page(&format!("{}embed/", b.site()), &SCRIPT.replace("SITE", &b.site()))));
        b.until("the first is fitted", "/px/.test(document.querySelector('iframe').style.height)");
        b.until("the page is read", "document.readyState === 'complete'");
        let (read, script, layout) = spent();
        for i in 0..widths.len() {
            b.js::<()>(&format!("void document.querySelectorAll('iframe')[{i}].scrollIntoView({{ behavior: 'instant' }})"));
            b.until("it is fitted once it is near", &format!("/px/.test(document.querySelectorAll('iframe')[{i}].style.height)"));
        }
        b.eventually("figures are asked for", || b.server.count("/data/campaign.json") > 0);
        let (scrolled, ..) = spent();
        println!(
            "ten embeds on a CPU slowed down four times: {read:.2} s on the main thread once the page is read ({script:.2} s of it script, {layout:.2} s style and layout), \
             {scrolled:.2} s once all have been seen; ten empty frames: {empty:.2} s; {:.1} and {:.1} times that",
            read / empty,
            scrolled / empty
        );
        b.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
        assert_eq!(b.server.count(".wasm"), 0, "nobody came near");
        let scripts = b.server.asked().iter().filter(|path| path.contains("/embed/frame-")).count();
        assert!(scripts <= 2, "the script inside came {scripts} times for ten");
        for (i, width) in widths.iter().enumerate() {
            b.enter(&format!("document.querySelectorAll('iframe')[{i}]"));
            assert_honest(b, &format!("{width} px wide"));
            assert_fits(b, &format!("{width} px wide"));
            assert!(overflow(b) <= 1, "{width} px wide: {} px cut", overflow(b));
            b.leave();
        }
        // The module comes once, for all that come to life.
        for i in [4, 5, 6] {
            b.enter(&format!("document.querySelectorAll('iframe')[{i}]"));
            b.js::<()>("void document.dispatchEvent(new Event('embed-load'))");
            b.until("it lives", "document.documentElement.dataset.state === 'live'");
            b.leave();
        }
        assert_eq!(b.server.count("_bg.wasm"), 1);
    });
}

#[test]
fn the_height_follows_width_and_content() {
    browse(dist(), TALL, |b| {
        b.open_host(&format!("<div id=box style='width:700px'><iframe src=\"SITEembed/?show=headline,map,board,guide\" title=B style='border:0;width:100%;height:300px'></iframe></div>{SCRIPT}"));
        b.until_fitted(FRAME);
        let wide = b.height(FRAME);
        b.js::<()>("void (document.querySelector('#box').style.width = '300px')");
        b.until("it grows where it is narrow", &format!("{FRAME}.getBoundingClientRect().height > {wide} * 1.2"));
        b.until_fitted(FRAME);
        let narrow = b.height(FRAME);
        b.enter(FRAME);
        b.press_on(".g summary");
        b.leave();
        b.until("it grows with what is unfolded", &format!("{FRAME}.getBoundingClientRect().height > {narrow} + 40"));
        b.enter(FRAME);
        b.press_on(".g summary");
        b.leave();
        b.until("and shrinks again", &format!("Math.abs({FRAME}.getBoundingClientRect().height - {narrow}) < 2"));
        b.js::<()>("void (document.querySelector('#box').style.width = '700px')");
        b.until("and is as it was", &format!("Math.abs({FRAME}.getBoundingClientRect().height - {wide}) < 3"));
    });
}

#[test]
fn a_host_may_rewrite_its_page() {
    browse(dist(), DESKTOP, |b| {
        b.open_host(&format!(
            "<div id=a><iframe src=\"SITEembed/?show=headline\" width=400 height=150 title=B></iframe></div><div id=b></div>{SCRIPT}"
        ));
        b.until_fitted(FRAME);
        // As templates and page builders do: everything is thrown away and written anew.
        b.js::<()>("void (document.body.innerHTML = document.body.innerHTML)");
        b.until_fitted(FRAME);
        // A frame that moves loads again.
        b.js::<()>("void document.querySelector('#b').append(document.querySelector('iframe'))");
        b.until_fitted(FRAME);
        // Frames and elements that come late, go, and come back.
        b.js::<()>(&format!("void document.querySelector('#a').insertAdjacentHTML('beforeend', '<bluezone-map show=board id=m></bluezone-map><iframe id=late src={}embed/?show=board width=300 height=150></iframe>')", b.site()));
        b.until_fitted("document.querySelector('#late')");
        b.until_fitted(IN_ELEMENT);
        b.js::<()>("void (window.kept = document.querySelector('#m'), kept.remove())");
        assert!(b.js::<bool>("kept.shadowRoot.querySelector('iframe') === null"), "nothing runs on in an element that is gone");
        b.js::<()>("void document.querySelector('#b').append(kept)");
        b.until_fitted(IN_ELEMENT);
        assert_eq!(b.js::<usize>("kept.shadowRoot.querySelectorAll('iframe').length"), 1);
    });
}

#[test]
fn the_script_leaves_as_it_came() {
    browse(dist(), DESKTOP, |b| {
        b.open_host("<script>window.before = new Set(Object.getOwnPropertyNames(window))</script><iframe src=\"SITEembed/?show=headline\" title=B width=400 style=\"height:150px\"></iframe><bluezone-map show=qr><a href=\"SITE\">x</a></bluezone-map>");
        b.until("the page is read", "document.readyState === 'complete'");
        for _ in 0..2 {
            b.js::<()>(&format!(
                "void document.head.append(Object.assign(document.createElement('script'), {{ src: '{}embed.js' }}))",
                b.site()
            ));
        }
        b.until_fitted(FRAME);
        b.until_fitted(IN_ELEMENT);
        let added: Vec<String> = b.js("Object.getOwnPropertyNames(window).filter(name => !before.has(name) && name !== 'before' && !/^(\\d+|cdc_.*|\\$cdc.*|ret_nodes|se_exportedFunctionSymbol)$/.test(name))");
        assert_eq!(added, ["BluezoneMap"], "one global, however often it is loaded");
        b.js::<()>("BluezoneMap.remove()");
        assert_eq!(b.js::<String>(&format!("{FRAME}.style.cssText")), "height: 150px;");
        assert_eq!(b.js::<usize>("document.querySelector('bluezone-map').shadowRoot.querySelectorAll('iframe').length"), 0);
        b.js::<()>("void (document.querySelector('iframe').width = 200)");
        b.enter(FRAME);
        b.until("the embed has had time to speak", "innerWidth === 200");
        b.leave();
        assert_eq!(b.js::<String>(&format!("{FRAME}.style.height")), "150px", "nobody listens any more");
    });
}

#[test]
fn frames_far_below_wait_until_they_are_near() {
    browse(dist(), PHONE, |b| {
        b.open_host(&format!("<div style=height:9000px></div><bluezone-map show=headline></bluezone-map>{SCRIPT}"));
        b.until("the element is defined", IN_ELEMENT);
        assert_eq!(b.js::<String>(&format!("{IN_ELEMENT}.loading")), "lazy");
        assert_eq!(b.server.count("/embed/"), 0);
        b.js::<()>("void scrollTo(0, 9000)");
        b.eventually("it is loaded", || b.server.count("/embed/") == 1);
    });
}

#[test]
fn a_strict_policy_lets_the_frame_through() {
    browse(dist(), DESKTOP, |b| {
        let policy = |more: &str| {
            format!("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; frame-src {}{more}\">", b.origin())
        };
        let ways =
            format!("{BARE}<bluezone-map show=\"headline,map\"><a href=\"SITE\">Đắk Nông: 51.974 lượt cài đặt</a></bluezone-map>{SCRIPT}");
        b.open_host_with(&policy(""), &ways);
        b.enter(FRAME);
        assert_honest(b, "the host's policy allows frames alone");
        assert_fits(b, "the host's policy allows frames alone");
        // The policy of the host is not that of the embed: it lives all the same.
        b.point_at("[data-part=headline] h2");
        b.until("it lives", "document.documentElement.dataset.state === 'live'");
        b.leave();
        assert!(b.shows("bluezone-map a") && b.text("bluezone-map a").contains("51.974"), "where the script may not run, the words stand");
        // Style attributes are refused too: the attributes of the frame hold.
        assert_eq!(b.height(FRAME), 804.0);
        let faults = b.faults();
        assert!(!faults.is_empty() && faults.iter().all(|fault| fault.contains("Content Security Policy")), "{faults:#?}");

        b.open_host_with(&policy(&format!("; script-src {}", b.origin())), &ways);
        b.until_fitted(FRAME);
        b.until_fitted(IN_ELEMENT);
        let faults = b.faults();
        assert!(faults.iter().all(|fault| fault.contains("style")), "only the host's own style attributes are refused: {faults:#?}");
    });
}

#[test]
fn sandboxed_nested_and_scriptless_frames_show_it() {
    browse(dist(), TALL, |b| {
        // Scripts but no origin: no storage, no cookies, and all that it loads comes by the headers that we document.
        b.open_host(&format!(
            "<iframe sandbox=\"allow-scripts\" src=\"SITEembed/?show=headline,map,board\" width=500 height=300 title=B></iframe>{SCRIPT}"
        ));
        b.until_fitted(FRAME);
        b.enter(FRAME);
        assert_honest(b, "sandboxed");
        assert_eq!(b.js::<String>("self.origin"), "null");
        b.point_at("[data-part=headline] h2");
        b.until("it lives without an origin", "document.documentElement.dataset.state === 'live'");
        b.press_on("[data-part=board] [data-district='662'] .name");
        b.becomes("document.querySelector('[data-figure=district]').textContent", "6.306");
        b.leave();

        // Nothing is allowed at all: the fragment chooses.
        b.open_host("<iframe sandbox src=\"SITEembed/?show=headline,board#s-hb\" width=400 height=520 title=B></iframe>");
        b.until("the page is read", "document.readyState === 'complete'");
        let shot = b.wait(b.driver().screenshot_as_png()).expect("a picture");
        assert!(shot.len() > 15_000, "a blank frame would be a small picture: {} bytes", shot.len());

        // A page within a page, as portals build them, sandboxed on the outside.
        let inner = b.host(&format!("<!doctype html><meta charset=utf-8><title>Trong</title>{BARE}{SCRIPT}").replace("SITE", &b.site()));
        b.open_host(&format!(
            "<iframe id=outer sandbox=\"allow-scripts\" src=\"http://{PLAIN_HOST}:{inner}/\" width=600 height=900 title=O></iframe>"
        ));
        b.wait(b.driver().enter_frame(0)).expect("the frame between");
        b.until_fitted_within();
        b.wait(b.driver().enter_frame(0)).expect("the embed");
        assert_honest(b, "nested");
        b.leave();
    });
    // No script anywhere.
    browse(dist(), DESKTOP, |b| {
        b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        let picture = "<noscript><img src=\"SITEembed/map.png\" alt=\"Bản đồ\" width=1200 height=630></noscript>";
        let bare = BARE.replace("embed/", "embed/?show=headline,board#s-hb");
        let page = format!("{bare}<bluezone-map show=map><a href=\"SITE\">51.974</a>{picture}</bluezone-map>{SCRIPT}");
        // On the same site but for the port: scripts are switched off for one process.
        b.open_url(&format!("http://127.0.0.1:{}/", b.host_page("", &page)));
        b.until("the picture is there", "document.querySelector('img')?.naturalWidth === 1200");
        b.enter(FRAME);
        assert_eq!(b.pieces(), ["headline", "board"]);
        assert!(b.js::<bool>("document.documentElement.dataset.script === undefined"), "no script ran inside either");
        assert_honest(b, "no script anywhere");
        b.leave();
    });
}

impl Browser {
    fn until_fitted_within(&self) {
        self.until("the frame within is fitted", "/px/.test(document.querySelector('iframe').style.height)");
    }
}

#[test]
fn right_to_left_and_enlarged() {
    browse(dist(), DESKTOP, |b| {
        b.open_host(&format!("<script>document.documentElement.dir = 'rtl'</script><div style='width:500px'>{BARE}<bluezone-map show=\"headline,board\"></bluezone-map></div>{SCRIPT}"));
        for frame in [FRAME, IN_ELEMENT] {
            b.until_fitted(frame);
            b.enter(frame);
            assert_eq!(b.js::<String>("getComputedStyle(document.body).direction"), "ltr", "Vietnamese stays as it is written");
            assert_honest(b, "right to left");
            assert_fits(b, "right to left");
            b.leave();
        }
        // The browser's zoom at 200%: half the room, dots twice as dense.
        b.resize(Screen { width: 683, height: 384, scale: 2.0, ..DESKTOP });
        b.open_host(&format!("<div style='max-width:340px'>{BARE}</div>{SCRIPT}"));
        b.until_fitted(FRAME);
        b.enter(FRAME);
        assert_fits(b, "enlarged");
        assert_honest(b, "enlarged");
        b.leave();
        // Letters twice as large, as the reader's own setting.
    });
    browse(dist(), Screen { text: 32, ..DESKTOP }, |b| {
        b.open_host(&format!("<div style='width:360px'>{BARE}</div>{SCRIPT}"));
        b.until_fitted(FRAME);
        b.enter(FRAME);
        assert_fits(b, "with letters twice as large");
        assert_foot(b, "with letters twice as large");
        b.leave();
    });
}

#[test]
fn the_keyboard_goes_in_and_out() {
    browse(dist(), DESKTOP, |b| {
        b.open_host(&format!("<button id=before>Trước</button>{}{SCRIPT}", BARE.replace("360", "620")));
        b.until_fitted(FRAME);
        b.focus("#before");
        let inside = || b.js::<String>("document.activeElement.tagName") == "IFRAME";
        let mut steps = 0;
        b.press(Key::Tab);
        assert!(inside(), "Tab leads into the frame");
        b.enter(FRAME);
        b.until("it lives once it has the focus", "document.documentElement.dataset.state === 'live'");
        b.leave();
        while inside() {
            steps += 1;
            assert!(steps < 40, "Tab never leaves the frame");
            b.press(Key::Tab);
        }
        assert_eq!(b.js::<String>("document.activeElement.id"), "after");
        println!("{steps} stops in the frame");
        // And back, to a district, chosen by Enter.
        b.wait(b.driver().action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift).perform()).expect("Shift and Tab");
        assert!(inside(), "Shift and Tab lead back in");
        b.enter(FRAME);
        b.focus("[data-part=map] [data-district='665']");
        b.press(Key::Enter);
        b.becomes("document.querySelector('[data-figure=district]').textContent", "5.964");
        b.press(Key::Up);
        b.until(
            "arrows go from one to the next",
            "document.activeElement.dataset.district !== '665' && document.activeElement.dataset.district",
        );
        b.leave();
        // A wheel over the frame moves the page, once the frame has no more to scroll.
        b.resize(Screen { height: 300, ..DESKTOP });
        let at = Point { x: 200.0, y: 150.0 };
        for _ in 0..3 {
            b.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseWheel", "x": at.x, "y": at.y, "deltaX": 0, "deltaY": 200 }));
        }
        b.until("the page scrolls", "scrollY > 100");
    });
}

/// WordPress puts what it finds by oEmbed into a frame without an origin and without new tabs, and knows it by a word in the frame's address.
#[test]
fn wordpress_hears_heights_and_follows_links() {
    browse(dist(), TALL, |b| {
        let listen = "<script>window.heard = []; addEventListener('message', e => e.data && e.data.secret && heard.push(e.data) &&
            e.data.message === 'height' && (document.querySelector('iframe').height = e.data.value))</script>";
        let said = |kind: &str| format!("heard.filter(m => m.message === '{kind}').pop()");
        for query in ["", "?show=headline,guide"] {
            b.open_host_with(
                listen,
                &format!("<iframe sandbox=allow-scripts security=restricted src=\"SITEembed/{query}#?secret=aBc123dEf4\" width=600 height=200 title=B></iframe>"),
            );
            b.until("a height is said", &format!("{}?.value > 200", said("height")));
            assert_eq!(b.js::<String>(&format!("{}.secret", said("height"))), "aBc123dEf4");
            b.enter(FRAME);
            b.until("all is there", "document.documentElement.dataset.rest === undefined");
            b.until("nothing is cut", "(m => m.scrollHeight - m.clientHeight <= 1)(document.querySelector('main'))");
            b.leave();
        }
        // The page around may know its word later than the frame is read.
        b.open_host_with(listen, "<iframe sandbox=allow-scripts src=\"SITEembed/\" width=600 height=200 title=B></iframe>");
        b.until("the page is read", "document.readyState === 'complete'");
        assert_eq!(b.js::<u64>("heard.length"), 0, "no word, no message");
        b.js::<()>(&format!("void {FRAME}.contentWindow.postMessage({{ message: 'ready', secret: 'zzzzzzzzzz' }}, '*')"));
        b.until("a height is said", &format!("{}?.secret === 'zzzzzzzzzz'", said("height")));
        for wrong in ["{ message: 'ready', secret: '<b>' }", "{ message: 'ready' }", "'ready'", "null", "{ message: 'ready', secret: {} }"]
        {
            b.js::<()>(&format!("void (heard = [], {FRAME}.contentWindow.postMessage({wrong}, '*'))"));
        }
        b.enter(FRAME);
        b.press_on(".full");
        b.leave();
        b.until("the link is said", &format!("{}?.secret === 'zzzzzzzzzz'", said("link")));
        assert_eq!(b.js::<String>(&format!("{}.value", said("link"))), b.site());
        assert_eq!(b.js::<u64>("heard.length"), 1, "nothing is said of what was no word");
    });
}
