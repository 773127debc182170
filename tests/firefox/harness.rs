//! One session of Firefox with two servers: the built site, and the page around the embed, which has another origin.

use std::{
    cell::Cell,
    env, fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use tempfile::TempDir;
use thirtyfour::{
    FirefoxCapabilities, Key, PageLoadStrategy, common::capabilities::firefox::FirefoxPreferences, prelude::*,
    session::scriptret::ScriptRet,
};
use tokio::runtime::Runtime;

use crate::{server::Server, site::dist};

/// How long a condition may take to come true. A slow machine is not a broken site.
pub const LIMIT: Duration = Duration::from_secs(20);
/// What the page around hears of its embeds: kind, element and district.
const LISTEN: &str = "<script>var told = []; ['ready', 'select'].forEach(function (kind) { addEventListener('bluezone-' + kind, \
                      function (e) { told.push([kind, e.target.localName, e.detail.district]); }); });</script>";

pub struct Browser {
    driver: Option<WebDriver>,
    runtime: Runtime,
    geckodriver: Child,
    /// What geckodriver and Firefox have said.
    said: Arc<Mutex<Vec<String>>>,
    /// The server of the site.
    pub server: Server,
    around: Server,
    pages: TempDir,
    written: Cell<usize>,
    _home: TempDir,
}

/// Runs a test in a session of its own, and then asserts that no script failed.
pub fn browse(test: impl FnOnce(&Browser)) {
    let browser = Browser::start();
    test(&browser);
    let faults = browser.faults();
    assert!(faults.is_empty(), "scripts failed: {faults:#?}");
}

impl Browser {
    fn start() -> Self {
        let (home, pages) = (folder(), folder());
        let (server, around) = (Server::start(dist()), Server::foreign(pages.path().into()));
        let said = Arc::default();
        let (geckodriver, port) = geckodriver(home.path(), &said);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut browser = Self { driver: None, runtime, geckodriver, said, server, around, pages, written: Cell::new(0), _home: home };
        let wanted = capabilities(&firefox()).expect("capabilities");
        let driver = browser.wait(WebDriver::new(format!("http://127.0.0.1:{port}"), wanted));
        let driver = driver.unwrap_or_else(|e| panic!("geckodriver could not start Firefox: {e}\n{:#?}", browser.said()));
        browser.driver = Some(driver);
        browser.wait(browser.driver().set_window_rect(0, 0, 1280, 1000)).expect("a window");
        browser
    }

    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("a session that has begun")
    }

    fn said(&self) -> Vec<String> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Errors in scripts of the pages; Firefox's own scripts have other addresses.
    pub fn faults(&self) -> Vec<String> {
        self.said().into_iter().filter(|line| line.contains("JavaScript error: http")).collect()
    }

    /// Where the site lies, ending in `/`.
    pub fn site(&self) -> String {
        format!("http://127.0.0.1:{}/", self.server.port)
    }

    /// Opens a page of another origin that has this in it, between two buttons.
    pub fn open_around(&self, content: &str) {
        self.open_around_with("", content);
    }

    pub fn open_around_with(&self, head: &str, content: &str) {
        // Each has an address of its own: Firefox gives a page that it knows what its frames had shown before.
        self.written.set(self.written.get() + 1);
        let name = format!("{}.html", self.written.get());
        let page = format!(
            "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">{head}<title>Trang của đơn vị</title>{LISTEN}</head><body>\n\
             <p><button id=\"before\">Trước</button></p>\n{content}\n<p><button id=\"after\">Sau</button></p></body></html>"
        );
        fs::write(self.pages.path().join(&name), page).expect("a place for the page around");
        let url = format!("http://127.0.0.1:{}/{name}", self.around.port);
        self.wait(self.driver().goto(&url)).unwrap_or_else(|e| panic!("{url}: {e}"));
    }

    /// Looks at the document in a frame, or in the frame of an element, and comes out again.
    pub fn inside<T>(&self, frame: &str, work: impl FnOnce() -> T) -> T {
        let script = format!("const at = document.querySelector({frame:?}); return at.shadowRoot?.querySelector('iframe') ?? at");
        let found = self.wait(self.driver().execute(script, Vec::new())).and_then(ScriptRet::element);
        let found = found.unwrap_or_else(|e| panic!("no frame {frame}: {e}"));
        self.wait(found.enter_frame()).unwrap_or_else(|e| panic!("into {frame}: {e}"));
        let result = work();
        self.wait(self.driver().enter_default_frame()).expect("out of the frame");
        result
    }

    fn element(&self, selector: &str) -> WebElement {
        let element = self.wait(self.driver().find(By::Css(selector))).unwrap_or_else(|e| panic!("no {selector}: {e}"));
        self.wait(element.scroll_into_view()).unwrap_or_else(|e| panic!("{selector} into view: {e}"));
        element
    }

    /// Moves the mouse onto an element.
    pub fn hover(&self, selector: &str) {
        let element = self.element(selector);
        self.wait(self.driver().action_chain().move_to_element_center(&element).perform()).unwrap_or_else(|e| panic!("{selector}: {e}"));
    }

    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.wait(self.driver().action_chain().click_element(&element).perform()).unwrap_or_else(|e| panic!("{selector}: {e}"));
    }

    pub fn press(&self, key: Key) {
        self.wait(self.driver().action_chain().send_keys(key).perform()).expect("a key");
    }

    pub fn shift_tab(&self) {
        self.wait(self.driver().action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift).perform()).expect("two keys");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // Firefox outlives a geckodriver that is merely killed.
            let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(10), driver.quit()).await });
        }
        let _ = self.geckodriver.kill();
        let _ = self.geckodriver.wait();
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn firefox() -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).map(|folder| folder.join("firefox-esr")).find(|file| file.is_file());
    found.expect("Firefox ESR (package firefox-esr) is needed: `make setup-test` installs it")
}

/// Starts geckodriver on a free port that it chooses and names. Firefox's profile and whatever else it keeps lie in `home`.
fn geckodriver(home: &Path, said: &Arc<Mutex<Vec<String>>>) -> (Child, u16) {
    let mut child = Command::new("geckodriver")
        .args(["--port", "0", "--profile-root"])
        .arg(home)
        .env("HOME", home)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("geckodriver is needed: {e}; `make setup-test` installs it"));
    let (send, port) = mpsc::channel();
    let (out, err) = (child.stdout.take().expect("its output"), child.stderr.take().expect("its complaints"));
    for pipe in [Box::new(out) as Box<dyn Read + Send>, Box::new(err)] {
        let (said, send) = (said.clone(), send.clone());
        // Read to its end: nobody writes on into a pipe that is full.
        thread::spawn(move || {
            for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                if let Some(port) = line.split_once("Listening on 127.0.0.1:").and_then(|(_, port)| port.trim().parse().ok()) {
                    let _ = send.send(port);
                }
                said.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
    }
    (child, port.recv_timeout(LIMIT).expect("geckodriver names its port"))
}

fn capabilities(firefox: &Path) -> WebDriverResult<FirefoxCapabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.set_headless()?;
    wanted.set_firefox_binary(&firefox.to_string_lossy())?;
    let mut preferences = FirefoxPreferences::new();
    // Errors of the pages' scripts come out where the test reads them.
    preferences.set("devtools.console.stdout.content", true)?;
    preferences.set("intl.accept_languages", "vi")?;
    // A page that is still scrolling is clicked beside what was meant.
    preferences.set("ui.prefersReducedMotion", 1)?;
    // Scroll bars that take room, as most desktops have them.
    preferences.set("ui.useOverlayScrollbars", 0)?;
    // Nothing but the test's own servers can be reached, whatever Firefox or a page may try: nobody listens there.
    preferences.set("network.proxy.type", 1)?;
    for scheme in ["http", "ssl"] {
        preferences.set(&format!("network.proxy.{scheme}"), "127.0.0.1")?;
        preferences.set(&format!("network.proxy.{scheme}_port"), 9)?;
    }
    preferences.set("network.proxy.no_proxies_on", "127.0.0.1")?;
    wanted.set_preferences(preferences)?;
    // A frame that a test holds back must not hold back the test.
    wanted.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(wanted)
}
