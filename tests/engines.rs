//! The screen's page in real old engines, as a screen's player may have them: the scenes turn by themselves, something stands on each,
//! and no script complains. `node scripts/engines.mjs target/engines` unpacks the engines; the built site is `DIST`, else `dist/`.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::HashMap,
    env,
    fs::{self, File},
    io::{BufRead, BufReader, Cursor, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use bluezone_map::tool::serve;
use serde_json::{Value, json};

const PAGE: &str = "led/";
/// How long a scene stays. The pictures are taken in the middle of the first scene and of the second, so that a slow machine does no harm.
const DWELL: Duration = Duration::from_secs(8);
const SIZES: [(usize, usize); 5] = [(1920, 1080), (1080, 1920), (192, 96), (1920, 160), (1600, 400)];
/// How long an engine may take for an answer.
const LIMIT: Duration = Duration::from_secs(30);

#[test]
fn scenes_turn_in_old_engines() {
    let (engines, pictures) = (engines(), root().join("test-artefacts/engines"));
    fs::create_dir_all(&pictures).unwrap();
    let address = format!("http://{}/{PAGE}", served());
    // All at once, since each waits most of the time.
    let looks: Vec<_> = engines
        .iter()
        .flat_map(|(version, engine)| SIZES.map(|size| (version, engine.clone(), size)))
        .map(|(version, engine, size)| {
            let name = format!("{version}-{}x{}", size.0, size.1);
            let (picture, address) = (pictures.join(&name), address.clone());
            let look = move || look(&engine, size, &address, &picture);
            thread::Builder::new().name(format!("Chromium {name}")).spawn(look).unwrap()
        })
        .collect();
    let failed = looks.into_iter().map(thread::JoinHandle::join).filter(Result::is_err).count();
    assert_eq!(failed, 0, "looks that failed (each says above why; the pictures are in {})", pictures.display());
}

fn look(engine: &Path, size: (usize, usize), address: &str, picture: &Path) {
    let mut page = Page::open(engine, size, &picture.with_extension("log"));
    let start = Instant::now();
    page.go_to(address);
    let [first, second] = [1, 2].map(|n| {
        thread::sleep((start + DWELL * n - DWELL / 2).saturating_duration_since(Instant::now()));
        let png = page.picture();
        fs::write(format!("{}-{n}.png", picture.display()), &png).unwrap();
        let pixels = pixels(&png, size);
        assert_something_is_drawn(&pixels, n);
        pixels
    });
    let differing = first.iter().zip(&second).filter(|(a, b)| a != b).count();
    assert!(differing * 100 > first.len(), "the scene did not turn: {differing} of {} pixels differ", first.len());
    assert_eq!(page.complaints(), [""; 0]);
}

fn assert_something_is_drawn(pixels: &[[u8; 3]], scene: u32) {
    let mut colours = HashMap::new();
    for pixel in pixels {
        *colours.entry(pixel).or_insert(0) += 1;
    }
    let most = colours.values().max().copied().unwrap_or(0);
    assert!(colours.len() > 3, "scene {scene} has {} colours", colours.len());
    assert!(most * 1000 <= pixels.len() * 995, "scene {scene} is blank: {most} of {} pixels are the same", pixels.len());
}

fn pixels(png: &[u8], (width, height): (usize, usize)) -> Vec<[u8; 3]> {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
    let mut samples = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut samples).unwrap();
    assert_eq!((info.width as usize, info.height as usize), (width, height), "the picture's size");
    samples.chunks(info.color_type.samples()).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
}

/// One engine with one page open. It is driven in the engine's own protocol, through pipes: a driver for engines of this age is not to be
/// had. And in real time: the engines' virtual time moves timers, but no animation.
struct Page {
    engine: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    session: Value,
    calls: u64,
    events: Vec<Value>,
}

impl Page {
    fn open(engine: &Path, (width, height): (usize, usize), log: &Path) -> Self {
        // The protocol is spoken on descriptors 3 and 4.
        let mut engine = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >&2"#])
            .arg(engine.join("chromium"))
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"])
            .args(["--enable-logging=stderr", "--remote-debugging-pipe", "about:blank"])
            .env("LD_LIBRARY_PATH", engine.join("lib"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(File::create(log).unwrap())
            .spawn()
            .unwrap();
        let (to, out) = (engine.stdin.take().unwrap(), BufReader::new(engine.stdout.take().unwrap()));
        let (send, from) = mpsc::channel();
        thread::spawn(move || {
            for message in out.split(0).map_while(Result::ok) {
                let Ok(()) = send.send(serde_json::from_slice(&message).unwrap()) else { break };
            }
        });
        let mut page = Self { engine, to, from, session: Value::Null, calls: 0, events: Vec::new() };
        let target = page.call("Target.createTarget", json!({ "url": "about:blank", "width": width, "height": height }));
        let session = page.call("Target.attachToTarget", json!({ "targetId": target["targetId"], "flatten": true }));
        page.session = session["sessionId"].clone();
        page.call("Runtime.enable", json!({}));
        page.call("Log.enable", json!({}));
        page
    }

    fn go_to(&mut self, address: &str) {
        let answer = self.call("Page.navigate", json!({ "url": address }));
        assert_eq!(answer["errorText"], Value::Null, "{address}");
    }

    fn picture(&mut self) -> Vec<u8> {
        from_base64(self.call("Page.captureScreenshot", json!({}))["data"].as_str().unwrap())
    }

    /// What scripts and the network had to complain of so far.
    fn complaints(&self) -> Vec<String> {
        let complaint = |event: &Value| {
            let params = &event["params"];
            match event["method"].as_str()? {
                "Runtime.exceptionThrown" => Some(params["exceptionDetails"].to_string()),
                "Runtime.consoleAPICalled" if params["type"] == "error" => Some(params["args"].to_string()),
                "Log.entryAdded" if params["entry"]["level"] == "error" => Some(params["entry"].to_string()),
                _ => None,
            }
        };
        self.events.iter().filter_map(complaint).collect()
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": params });
        if !self.session.is_null() {
            message["sessionId"] = self.session.clone();
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let received = self.from.recv_timeout(LIMIT);
            let mut message = received.unwrap_or_else(|error| panic!("{method}: {error}; see the log beside the pictures"));
            if message["id"] != self.calls {
                self.events.push(message);
            } else if message["error"].is_null() {
                return message["result"].take();
            } else {
                panic!("{method}: {}", message["error"]);
            }
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.engine.kill().ok();
        self.engine.wait().ok();
    }
}

fn from_base64(text: &str) -> Vec<u8> {
    let six_bits = |letter| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let group = |letters: &[u8]| {
        let bits = letters.iter().fold(0, |bits, &letter| (bits << 6) | u32::from(six_bits(letter))) << (6 * (4 - letters.len()));
        bits.to_be_bytes()[1..letters.len()].to_vec()
    };
    text.trim_end_matches('=').as_bytes().chunks(4).flat_map(group).collect()
}

/// The unpacked engines: versions and folders.
fn engines() -> Vec<(u32, PathBuf)> {
    let all = root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into())).join("engines");
    let version = |folder: &PathBuf| folder.file_name()?.to_str()?.parse().ok();
    let entries = fs::read_dir(&all).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<_> = entries.filter_map(|folder| Some((version(&folder)?, folder))).collect();
    found.sort();
    assert!(!found.is_empty(), "no engines in {0}: unpack them first (node scripts/engines.mjs {0})", all.display());
    found
}

/// Where the built site is being served, until the test ends.
fn served() -> SocketAddr {
    let dist = env::var_os("DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    assert!(dist.join(PAGE).join("index.html").exists(), "no {PAGE} in {}: build the site first (make dist)", dist.display());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind(("127.0.0.1", 0))).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || runtime.block_on(async { axum::serve(listener, serve::site(&dist)).await }));
    address
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
