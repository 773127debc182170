//! Starts real web servers with the files that `render` ships, on a free port of loopback, and asks them as a browser does.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server that ends with its value.
pub struct Server {
    pub port: u16,
    child: Child,
    _folder: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        // By the signal that lets a parent end its workers first.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(5) {
            if self.child.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub const ALL: [&str; 4] = ["nginx", "caddy", "apache", "lighttpd"];

/// A folder that a server may read under whatever name it runs.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// Starts one with `root` as the folder that the site lies below by `base`.
pub fn start(name: &'static str, root: &Path, base: &str) -> Server {
    let site = root.join(base.trim_matches('/'));
    let (root, deploy) = (root.display(), site.join("deploy").display().to_string());
    launch(name, |own, port| match name {
        "nginx" => nginx(own, &format!("server {{ listen 127.0.0.1:{port}; root {root}; {} include {deploy}/nginx.conf; }}", brotli())),
        "caddy" => {
            let config = format!(
                "{{\n admin off\n auto_https off\n}}\nhttp://127.0.0.1:{port} {{\n root * {root}\n import {deploy}/Caddyfile\n}}\n"
            );
            fs::write(own.join("Caddyfile"), config).unwrap();
            let mut command = Command::new("caddy");
            command.args(["run", "--adapter", "caddyfile", "--config"]).arg(own.join("Caddyfile")).env("HOME", own);
            command
        }
        "apache" => {
            let modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "autoindex"];
            let load: String = modules.map(|m| format!("LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so\n")).concat();
            let own_path = own.display();
            let config = format!(
                "ServerRoot {own_path}\nPidFile {own_path}/pid\nErrorLog {own_path}/log\nServerName localhost\nListen 127.0.0.1:{port}\n{load}User www-data\nGroup www-data\n\
                 TypesConfig /etc/mime.types\nDocumentRoot {root}\n<Directory {root}>\nAllowOverride All\nOptions Indexes FollowSymLinks\nRequire all granted\n</Directory>\n"
            );
            fs::write(own.join("apache.conf"), config).unwrap();
            let mut command = Command::new("/usr/sbin/apache2");
            command.arg("-DFOREGROUND").arg("-f").arg(own.join("apache.conf"));
            command
        }
        "lighttpd" => {
            let config = format!(
                "server.bind = \"127.0.0.1\"\nserver.port = {port}\nserver.document-root = \"{root}\"\nserver.modules = ( \"mod_dirlisting\" )\ndir-listing.activate = \"enable\"\ninclude \"{deploy}/lighttpd.conf\"\n"
            );
            fs::write(own.join("lighttpd.conf"), config).unwrap();
            let mut command = Command::new("/usr/sbin/lighttpd");
            command.arg("-D").arg("-f").arg(own.join("lighttpd.conf"));
            command
        }
        other => panic!("{other}"),
    })
}

/// nginx as a shared cache in front of another server.
pub fn cache(behind: u16) -> Server {
    launch("nginx", |own, port| {
        let path = own.join("cache");
        nginx(
            own,
            &format!(
                "proxy_cache_path {} keys_zone=a:1m; server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://127.0.0.1:{behind}; proxy_cache a; add_header X-Cache $upstream_cache_status always; }} }}",
                path.display()
            ),
        )
    })
}

const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

fn brotli() -> &'static str {
    if Path::new(BROTLI).exists() { "brotli_static on;" } else { "" }
}

/// nginx with nothing but what stands in `http`.
fn nginx(own: &Path, http: &str) -> Command {
    let load = if brotli().is_empty() { String::new() } else { format!("load_module {BROTLI};\n") };
    let temporary: String =
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|kind| format!("{kind}_temp_path {}/{kind};\n", own.display())).concat();
    let path = own.display();
    let config = format!(
        "{load}daemon off;\npid {path}/pid;\nerror_log {path}/log;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{http}\n}}\n"
    );
    fs::write(own.join("nginx.conf"), config).unwrap();
    let mut command = Command::new("/usr/sbin/nginx");
    command.arg("-e").arg(own.join("log")).arg("-c").arg(own.join("nginx.conf"));
    command
}

/// Waits until it answers. Between the choice of a port and its use another process may take it: then once more.
fn launch(name: &'static str, command: impl Fn(&Path, u16) -> Command) -> Server {
    for _ in 0..3 {
        let folder = folder();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let log = fs::File::create(folder.path().join("said")).unwrap();
        let child = command(folder.path(), port).stdout(log.try_clone().unwrap()).stderr(log).stdin(Stdio::null()).spawn();
        let child = child.unwrap_or_else(|error| panic!("{name}: {error}; `make packages` installs it"));
        let mut server = Server { port, child, _folder: folder };
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            if server.child.try_wait().unwrap().is_some() {
                break;
            }
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return server;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let said = ["said", "log"].map(|file| fs::read_to_string(server._folder.path().join(file)).unwrap_or_default()).concat();
        eprintln!("{name} did not start: {said}");
    }
    panic!("{name} does not start with the shipped file");
}

/// What a server answered.
pub struct Answer {
    pub status: u16,
    /// Names in lower case; several of one name are joined by a comma, as a browser does it.
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(&name.to_lowercase()).map_or("", String::as_str)
    }

    /// The body without its encoding.
    pub fn plain(&self) -> Vec<u8> {
        let mut out = Vec::new();
        match self.header("Content-Encoding") {
            "br" => brotli::BrotliDecompress(&mut self.body.as_slice(), &mut out).unwrap(),
            "gzip" => _ = flate2::read::GzDecoder::new(self.body.as_slice()).read_to_end(&mut out).unwrap(),
            "" => out = self.body.clone(),
            other => panic!("{other}"),
        }
        out
    }
}

/// One question, with headers of its own.
pub fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let own: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{own}\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("{path}: no whole answer"));
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in lines.map(|line| line.split_once(':').unwrap()) {
        let known = headers.entry(name.to_lowercase()).or_default();
        if !known.is_empty() {
            known.push_str(", ");
        }
        known.push_str(value.trim());
    }
    let rest = bytes[end + 4..].to_vec();
    let chunked = headers.get("transfer-encoding").is_some_and(|encoding| encoding == "chunked");
    Answer { status, headers, body: if chunked { unchunked(&rest) } else { rest } }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n").unwrap();
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap(), 16).unwrap();
        if size == 0 {
            return out;
        }
        out.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 2 + size + 2..];
    }
}

/// A copy of the built site below a folder that any server may read; `render` makes its pages for that place.
pub fn site(root: &Path, base: &str, render: impl Fn(&Path)) -> PathBuf {
    let dist = std::env::var_os("DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(dist.join("index.html").exists(), "no built site in {}: build it first (make dist)", dist.display());
    let site = root.join(base.trim_matches('/'));
    copy(&dist, &site);
    render(&site);
    site
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let path = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &path) } else { _ = fs::copy(entry.path(), path).unwrap() }
    }
}
