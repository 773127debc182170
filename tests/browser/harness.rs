//! One browser session: started, driven, waited for, and in the end asked whether anything went wrong unseen.

use std::{
    cell::{Cell, RefCell},
    future::Future,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel, PageLoadStrategy};
use tokio::runtime::Runtime;

use crate::server::Server;

/// How long a condition may take to come true. A slow machine is not a broken site.
pub const LIMIT: Duration = Duration::from_secs(15);
/// A name that leads to the test's server without being a secure context, as a plain http address of a province would.
pub const PLAIN_HOST: &str = "bluezone.test";

/// What the session looks at the site with.
#[derive(Clone, Copy)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    pub scale: f64,
    pub touch: bool,
    /// The reader's own text size, in pixels; 16 is the browser's default.
    pub text: u32,
    /// Whether the engine compiles what is called often. What it makes for itself then lies on the page's heap.
    pub compiles: bool,
}

pub const DESKTOP: Screen = Screen { width: 1366, height: 768, scale: 1.0, touch: false, text: 16, compiles: true };
pub const PHONE: Screen = Screen { width: 360, height: 740, scale: 2.0, touch: true, text: 16, compiles: true };

pub struct Browser {
    driver: Option<WebDriver>,
    runtime: Runtime,
    chromedriver: Child,
    pub server: Server,
    /// Servers of other origins: pages around an embed.
    hosts: RefCell<Vec<(Server, TempDir)>>,
    /// Ports of other programs that pages may come from.
    pub portals: RefCell<Vec<u16>>,
    /// Whether the test makes the network fail, so that the browser's own notes about that are no fault.
    network_faults: Cell<bool>,
    _profile: TempDir,
}

/// Runs a test in a session of its own, and then asserts that the session was quiet.
pub fn browse(site: PathBuf, screen: Screen, test: impl FnOnce(&Browser)) {
    let browser = Browser::start(site, screen);
    test(&browser);
    browser.assert_quiet();
}

impl Browser {
    fn start(site: PathBuf, screen: Screen) -> Self {
        let server = Server::start(site);
        let (chromedriver, port) = chromedriver();
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut browser = Self {
            driver: None,
            runtime,
            chromedriver,
            server,
            hosts: RefCell::default(),
            portals: RefCell::default(),
            network_faults: Cell::new(false),
            _profile: profile,
        };
        let wanted = capabilities(browser._profile.path(), screen).expect("capabilities");
        let driver = browser.wait(WebDriver::new(format!("http://127.0.0.1:{port}"), wanted));
        browser.driver = Some(driver.unwrap_or_else(|e| panic!("chromedriver could not start Chromium: {e}")));
        browser.resize(screen);
        browser
    }

    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("a session that has begun")
    }

    pub fn resize(&self, screen: Screen) {
        let Screen { width, height, scale, touch, .. } = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": touch });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics);
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch, "maxTouchPoints": 1 }));
    }

    /// A command of the browser's own debugging protocol.
    pub fn cdp(&self, method: &str, params: Value) -> Value {
        self.wait(self.driver().cdp().send_raw(method, params)).unwrap_or_else(|e| panic!("{method}: {e}"))
    }

    /// Runs before any script of every page that is opened from now on.
    pub fn before_every_page(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    pub fn emulate(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": "", "features": features }));
    }

    pub fn offline(&self, offline: bool) {
        let speed = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", speed);
    }

    pub fn expect_network_faults(&self) {
        self.network_faults.set(true);
    }

    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.server.port)
    }

    /// Serves a page from an origin of its own, and gives its port.
    pub fn host(&self, html: &str) -> u16 {
        let folder = tempfile::tempdir().expect("a folder for the page");
        for (name, text) in [("index.html", html), ("favicon.ico", "")] {
            std::fs::write(folder.path().join(name), text).expect("the page");
        }
        let server = Server::foreign(folder.path().to_owned());
        let port = server.port;
        self.hosts.borrow_mut().push((server, folder));
        port
    }

    /// Opens a page and returns once its HTML is read, whether or not it comes to life.
    pub fn open(&self, path: &str) {
        self.open_url(&format!("{}{path}", self.origin()));
    }

    pub fn open_url(&self, url: &str) {
        self.wait(self.driver().goto(url)).unwrap_or_else(|e| panic!("{url}: {e}"));
    }

    /// Opens a page and waits until it is live, with its share links.
    pub fn open_live(&self, path: &str) {
        self.open(path);
        self.until_live();
    }

    pub fn until_live(&self) {
        self.until("the page is live", "document.documentElement.dataset.state === 'live'");
        self.until("the share links are live", "!('off' in document.querySelector('[data-act=zalo]').dataset)");
    }

    /// Waits until the chart's module, which comes when a reader comes near, has drawn.
    pub fn until_chart(&self) {
        self.until("the chart is live", "getComputedStyle(document.querySelector('.plot svg')).visibility === 'hidden'");
    }

    /// Errors and warnings in the browser's log since the last look.
    pub fn faults(&self) -> Vec<String> {
        let log = self.wait(self.driver().browser_log()).unwrap_or_default();
        log.into_iter()
            .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"))
            .filter(|entry| {
                // Of a wrong type of file the browser speaks by itself, whatever the page does.
                let of_network = entry.source.as_deref() == Some("network")
                    || entry.message.contains("Failed to load module script")
                    || entry.message.contains("`WebAssembly.instantiateStreaming` failed");
                !(self.network_faults.get() && of_network)
            })
            // The browser's own first page, which was left before it was done.
            .filter(|entry| !entry.message.starts_with("chrome://"))
            // The browser's advice about time: the module came late, as where a test or a busy machine holds it back. Whether what was preloaded is
            // used at all is asked by counting (`hydration::what_is_preloaded_is_asked_for_once`).
            .filter(|entry| !entry.message.contains("was preloaded using link preload but not used within a few seconds"))
            .map(|entry| format!("{} {}", entry.level, entry.message))
            .collect()
    }

    /// Every address that was asked for over the network.
    fn requests(&self) -> Vec<String> {
        let log = self.wait(self.driver().get_log("performance")).expect("the log of requests");
        let urls = log.iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(&entry.message).ok()?;
            let sent = event["message"]["method"] == "Network.requestWillBeSent";
            sent.then(|| event["message"]["params"]["request"]["url"].as_str().map(String::from))?
        });
        urls.collect()
    }

    /// No error, no warning, nothing executed that should not be, and no request to anyone else.
    pub fn assert_quiet(&self) {
        let faults = self.faults();
        assert!(faults.is_empty(), "the browser's log: {faults:#?}");
        let requests = self.requests();
        assert!(requests.iter().any(|url| url.starts_with(&self.origin())), "the log of requests must show the page itself: {requests:#?}");
        let mut own = vec![self.origin() + "/", format!("http://{PLAIN_HOST}:{}/", self.server.port)];
        for port in self.hosts.borrow().iter().map(|(host, _)| host.port).chain(self.portals.borrow().iter().copied()) {
            own.extend(["127.0.0.1", PLAIN_HOST].map(|name| format!("http://{name}:{port}/")));
        }
        let local = ["data:", "blob:", "about:", "chrome:", "file:"];
        let known = |url: &String| own.iter().any(|own| url.starts_with(own)) || local.iter().any(|scheme| url.starts_with(scheme));
        let others: Vec<_> = requests.iter().filter(|url| !known(url)).collect();
        assert!(others.is_empty(), "requests to others: {others:#?}");
        assert!(self.js::<bool>("window.__hacked === undefined"), "foreign script ran");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // Chromium outlives a chromedriver that is merely killed.
            let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(10), driver.quit()).await });
        }
        let _ = self.chromedriver.kill();
        let _ = self.chromedriver.wait();
    }
}

/// Starts chromedriver on a free port that it chooses and names. Another program may take the port between its choice and its start: then once more.
fn chromedriver() -> (Child, u16) {
    (0..5).find_map(|_| start_chromedriver()).expect("chromedriver names its port")
}

fn start_chromedriver() -> Option<(Child, u16)> {
    let mut child = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|e| panic!("chromedriver (package chromium-driver) is needed: {e}"));
    let out = BufReader::new(child.stdout.take().expect("its output"));
    let port = out.lines().map_while(Result::ok).find_map(|line| {
        let rest = line.split_once("started successfully on port ")?.1;
        rest.trim_end_matches('.').parse().ok()
    });
    if port.is_none() {
        let _ = child.kill();
        let _ = child.wait();
    }
    Some((child, port?))
}

fn capabilities(profile: &Path, screen: Screen) -> WebDriverResult<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    // Nothing but the test's own server can be reached, whatever a page may try.
    let hosts = format!("--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    let profile = format!("--user-data-dir={}", profile.display());
    for flag in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--window-size=1366,900",
        "--lang=vi",
        &hosts,
        &profile,
    ] {
        wanted.add_arg(flag)?;
    }
    if !screen.compiles {
        wanted.add_arg("--js-flags=--no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation")?;
    }
    wanted.add_experimental_option("prefs", json!({ "webkit.webprefs.default_font_size": screen.text }))?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    // Fonts and wasm that a test holds back must not hold back the test.
    wanted.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(wanted.into())
}
