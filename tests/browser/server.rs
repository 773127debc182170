//! A small file server that can misbehave: files can be replaced, held back, cut short or never finished, and every request is
//! on record. It serves a built folder as any static host does and must not know what is in it.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use bluezone_map::site::headers;

/// What is sent in place of a file.
#[derive(Clone)]
pub enum Answer {
    Whole {
        status: u16,
        kind: &'static str,
        bytes: Vec<u8>,
    },
    /// The head announces the whole length, half of it comes, and the connection ends.
    Half(Vec<u8>),
    /// Half of it comes, and then nothing: neither more nor an end.
    StallsHalfway(Vec<u8>),
    /// The connection is taken and nothing is ever said.
    Silent,
}

impl Answer {
    pub fn json(text: impl Into<String>) -> Self {
        Answer::Whole { status: 200, kind: "application/json", bytes: text.into().into_bytes() }
    }

    pub fn status(status: u16) -> Self {
        Answer::Whole { status, kind: "text/plain", bytes: b"no".to_vec() }
    }
}

pub struct Server {
    shared: Arc<Shared>,
    pub port: u16,
}

struct Shared {
    root: PathBuf,
    ours: bool,
    replaced: Mutex<Vec<(String, Answer)>>,
    held: Mutex<Vec<String>>,
    released: Condvar,
    asked: Mutex<Vec<String>>,
    closing: AtomicBool,
    keeping: AtomicBool,
}

impl Server {
    /// Our site, with the headers that it asks a host to send.
    pub fn start(root: PathBuf) -> Self {
        Self::serve(root, true)
    }

    /// Somebody else's site.
    pub fn foreign(root: PathBuf) -> Self {
        Self::serve(root, false)
    }

    fn serve(root: PathBuf, ours: bool) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        let shared = Arc::new(Shared {
            root,
            ours,
            replaced: Mutex::default(),
            held: Mutex::default(),
            released: Condvar::new(),
            asked: Mutex::default(),
            closing: AtomicBool::new(false),
            keeping: AtomicBool::new(false),
        });
        let all = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if all.closing.load(Ordering::Relaxed) {
                    break;
                }
                let shared = all.clone();
                // A reader that goes away in the middle is no fault of the test.
                thread::spawn(move || shared.serve(stream).ok());
            }
        });
        Self { shared, port }
    }

    /// From now on, the files whose path ends so are answered like this.
    pub fn replace(&self, ending: &str, answer: Answer) {
        self.restore(ending);
        lock(&self.shared.replaced).push((ending.into(), answer));
    }

    /// Undoes [`Server::replace`].
    pub fn restore(&self, ending: &str) {
        lock(&self.shared.replaced).retain(|(known, _)| known != ending);
    }

    /// Requests whose path contains this wait until [`Server::release`].
    pub fn hold(&self, part: &str) {
        lock(&self.shared.held).push(part.into());
    }

    pub fn release(&self) {
        lock(&self.shared.held).clear();
        self.shared.released.notify_all();
    }

    /// Modules may be kept for ever, as a real host lets them.
    pub fn keep_modules(&self) {
        self.shared.keeping.store(true, Ordering::Relaxed);
    }

    /// How many requests had a path with this ending.
    pub fn count(&self, ending: &str) -> usize {
        lock(&self.shared.asked).iter().filter(|path| path.ends_with(ending)).count()
    }

    pub fn asked(&self) -> Vec<String> {
        lock(&self.shared.asked).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::Relaxed);
        self.release();
        // The accepting thread looks up only when someone calls.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let Some((path, brotli)) = request(&mut stream)? else { return Ok(()) };
        lock(&self.asked).push(path.clone());
        self.wait_while_held(&path);
        let replaced = lock(&self.replaced).iter().find(|(ending, _)| path.ends_with(ending)).map(|(_, answer)| answer.clone());
        match replaced {
            None => self.file(&mut stream, &path, brotli),
            Some(Answer::Whole { status, kind, bytes }) => {
                head(&mut stream, status, kind, bytes.len(), &self.documented(&path))?;
                stream.write_all(&bytes)
            }
            Some(Answer::Half(bytes)) => half(&mut stream, &bytes),
            Some(Answer::StallsHalfway(bytes)) => {
                half(&mut stream, &bytes)?;
                self.stay(stream)
            }
            Some(Answer::Silent) => self.stay(stream),
        }
    }

    /// The headers that the site's documentation asks a host to send.
    fn documented(&self, path: &str) -> String {
        let known = if self.ours { headers::of(path) } else { Vec::new() };
        // But modules are not kept for ever, unless a test asks for it: its next step replaces, holds back or counts them.
        let kept = |name: &str| name == "Cache-Control" && path.contains("bluezone-") && !self.keeping.load(Ordering::Relaxed);
        known.into_iter().filter(|(name, _)| !kept(name)).map(|(name, value)| format!("{name}: {value}\r\n")).collect()
    }

    fn wait_while_held(&self, path: &str) {
        let mut held = lock(&self.held);
        while held.iter().any(|part| path.contains(part.as_str())) && !self.closing.load(Ordering::Relaxed) {
            held = self.released.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Keeps the connection until the other side gives up.
    fn stay(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.flush()?;
        stream.set_read_timeout(Some(Duration::from_millis(200)))?;
        let mut byte = [0];
        while !self.closing.load(Ordering::Relaxed) {
            if matches!(stream.read(&mut byte), Ok(0)) {
                break;
            }
        }
        Ok(())
    }

    fn file(&self, stream: &mut TcpStream, path: &str, brotli: bool) -> std::io::Result<()> {
        let mut file = self.root.join(path.trim_start_matches('/'));
        if path.contains("..") || !file.exists() {
            head(stream, 404, "text/html", 9, "")?;
            return stream.write_all(b"not found");
        }
        if file.is_dir() {
            if !path.ends_with('/') {
                return head(stream, 301, "text/html", 0, &format!("Location: {path}/\r\n"));
            }
            file = file.join("index.html");
        }
        let kind = match file.extension().and_then(|e| e.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("wasm") => "application/wasm",
            Some("json") => "application/json",
            Some("txt") => "text/plain; charset=utf-8",
            Some("svg") => "image/svg+xml",
            Some("woff2") => "font/woff2",
            _ => "application/octet-stream",
        };
        let small = PathBuf::from(format!("{}.br", file.display()));
        let (file, coding) = if brotli && small.exists() { (small, "Content-Encoding: br\r\n") } else { (file, "") };
        let bytes = fs::read(file)?;
        head(stream, 200, kind, bytes.len(), &format!("{coding}{}", self.documented(path)))?;
        stream.write_all(&bytes)
    }
}

/// The path of a request without its query, and whether brotli is understood.
fn request(stream: &mut TcpStream) -> std::io::Result<Option<(String, bool)>> {
    let mut text = Vec::new();
    let mut part = [0; 4096];
    while !text.windows(4).any(|w| w == b"\r\n\r\n") {
        match stream.read(&mut part)? {
            // The browser opens connections that it may never use.
            0 => return Ok(None),
            n => text.extend_from_slice(&part[..n]),
        }
    }
    let text = String::from_utf8_lossy(&text).into_owned();
    let brotli = text.lines().any(|line| line.to_ascii_lowercase().starts_with("accept-encoding:") && line.contains("br"));
    let target = text.split(' ').nth(1).unwrap_or("/");
    Ok(Some((target.split('?').next().unwrap_or("/").to_string(), brotli)))
}

fn half(stream: &mut TcpStream, bytes: &[u8]) -> std::io::Result<()> {
    head(stream, 200, "application/json", bytes.len(), "")?;
    stream.write_all(&bytes[..bytes.len() / 2])
}

fn head(stream: &mut TcpStream, status: u16, kind: &str, length: usize, more: &str) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n")?;
    let fresh = if more.contains("Cache-Control") { "" } else { "Cache-Control: no-cache\r\n" };
    write!(stream, "{fresh}Connection: close\r\n{more}\r\n")
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
