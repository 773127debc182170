//! One session of WebKitGTK's small browser on a screen that exists only in memory.

use std::{
    fs::OpenOptions,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use tempfile::TempDir;
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use crate::{server::Server, site::dist};

/// How long a condition may take to come true. A slow machine is not a broken site.
const LIMIT: Duration = Duration::from_secs(20);

pub struct Browser {
    driver: Option<WebDriver>,
    runtime: Runtime,
    processes: [Child; 2],
    pub server: Server,
    _home: TempDir,
}

/// What the window shows.
pub struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    pub fn at(&self, x: f64, y: f64) -> Option<[u8; 3]> {
        let (x, y) = (x.round(), y.round());
        (x >= 0.0 && y >= 0.0 && (x as usize) < self.width).then(|| self.pixels.get(y as usize * self.width + x as usize).copied())?
    }
}

/// Runs a test in a session of its own.
pub fn browse(test: impl FnOnce(&Browser)) {
    test(&Browser::start());
}

impl Browser {
    fn start() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let (screen, display) = screen();
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let said = || OpenOptions::new().create(true).append(true).open(home.path().join("said")).expect("a file for what it says");
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", display)
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .env("GTK_A11Y", "none")
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .stdout(said())
            .stderr(said())
            .spawn()
            .unwrap_or_else(|e| panic!("WebKitWebDriver is needed (package webkit2gtk-driver): {e}; `make packages` installs it"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut browser = Self { driver: None, runtime, processes: [driver, screen], server: Server::start(dist()), _home: home };
        let wanted = serde_json::json!({ "webkitgtk:browserOptions": { "binary": small_browser(), "args": ["--automation"] } });
        let wanted = wanted.as_object().cloned().unwrap_or_default();
        let begun = Instant::now();
        // The driver says to nobody when it is there.
        browser.driver = loop {
            match browser.wait(WebDriver::new(format!("http://127.0.0.1:{port}"), wanted.clone())) {
                Ok(driver) => break Some(driver),
                Err(e) if begun.elapsed() > LIMIT => panic!("WebKit could not start: {e}"),
                Err(_) => thread::sleep(Duration::from_millis(200)),
            }
        };
        browser.wait(browser.driver().set_window_rect(0, 0, 1366, 1300)).expect("a window");
        browser
    }

    fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("a session that has begun")
    }

    /// Opens a page of the site without waiting for what it loads.
    pub fn open(&self, path: &str) {
        let url = format!("http://127.0.0.1:{}/{path}", self.server.port);
        self.wait(self.driver().execute(format!("setTimeout(() => location.href = {url:?})"), Vec::new())).expect("a script");
        self.until("the page is open", &format!("location.href === {url:?} && !!document.querySelector('[data-part=guide]')"));
    }

    pub fn open_live(&self, path: &str) {
        self.open(path);
        self.until("the page is live", "document.documentElement.dataset.state === 'live'");
    }

    /// The value of an expression in the page.
    pub fn js<T: DeserializeOwned>(&self, expression: &str) -> T {
        let found = self.wait(self.driver().execute(format!("return {expression}"), Vec::new()));
        let found = found.unwrap_or_else(|e| panic!("{expression}: {e}"));
        found.convert().unwrap_or_else(|e| panic!("{expression}: {e}"))
    }

    pub fn until(&self, what: &str, condition: &str) {
        let begun = Instant::now();
        loop {
            let found = self.wait(self.driver().execute(format!("return !!({condition})"), Vec::new()));
            if found.is_ok_and(|value| value.convert().unwrap_or(false)) {
                return;
            }
            assert!(begun.elapsed() < LIMIT, "not within {LIMIT:?}: {what} ({condition})");
            thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn picture(&self) -> Picture {
        // What was changed just now is painted first.
        self.wait(self.driver().execute_async(
            "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)))",
            Vec::new(),
        ))
        .expect("two frames");
        let bytes = self.wait(self.driver().screenshot_as_png()).expect("a picture");
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("its size")];
        let info = reader.next_frame(&mut pixels).expect("its pixels");
        let samples = info.color_type.samples();
        let pixels = pixels[..info.buffer_size()].chunks_exact(samples).map(|p| [p[0], p[1], p[2]]).collect();
        Picture { width: info.width as usize, pixels }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(10), driver.quit()).await });
        }
        for process in &mut self.processes {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// A screen in memory, and its name.
fn screen() -> (Child, String) {
    let mut child = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1400x1400x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|e| panic!("Xvfb is needed (package xvfb): {e}; `make packages` installs it"));
    let mut number = String::new();
    BufReader::new(child.stdout.as_mut().expect("its output")).read_line(&mut number).expect("the screen's number");
    assert!(!number.trim().is_empty(), "Xvfb did not start");
    (child, format!(":{}", number.trim()))
}

/// WebKitGTK's browser for tests, which its driver starts; in a folder that is named after machine and version.
fn small_browser() -> PathBuf {
    let machine = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let found =
        ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map(|version| PathBuf::from(&machine).join(version).join("MiniBrowser"));
    found.into_iter().find(|file| file.is_file()).expect("WebKitGTK's MiniBrowser is needed (package webkit2gtk-driver)")
}
