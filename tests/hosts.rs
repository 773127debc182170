//! nginx, Caddy, Apache and lighttpd with the files that `render` ships: one table of what each has to answer. It needs the servers
//! (`make packages`) and the built site (`make dist`).
#![cfg(all(not(target_arch = "wasm32"), unix))]

#[path = "hosts/servers.rs"]
mod servers;
mod support;

use std::fs;
use std::path::Path;

use bluezone_map::site::headers;
use servers::{ALL, Answer, get};
use support::{command, root};

/// Writes the pages for a place.
fn render(site: &Path, data: &Path, base: &str) {
    let mut command = command(&["render"]);
    command.arg(site).arg("--data").arg(data).arg("--map").arg(root().join("tests/fixtures/data/map.json"));
    if base != "/" {
        command.args(["--base-path", base]);
    }
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn rendered(base: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = servers::folder();
    let site = servers::site(folder.path(), base, |site| render(site, &root().join("tests/fixtures/data/campaign.json"), base));
    (folder, site)
}

/// The file at the site's start whose name begins and ends like that.
fn named(site: &Path, start: &str, end: &str) -> String {
    let names = fs::read_dir(site).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut found = names.filter(|name| name.starts_with(start) && name.ends_with(end));
    found.next().unwrap_or_else(|| panic!("{start}…{end}"))
}

/// Every sentence about one answer that is not as it has to be.
fn differences(stated: &str, path: &str, accepts: &str, answer: &Answer, file: &[u8], media_type: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut hold = |right: bool, what: String| {
        if !right {
            wrong.push(format!("/{path} ({accepts}): {what}"));
        }
    };
    hold(answer.status == 200, format!("status {}", answer.status));
    hold(answer.header("Content-Type").to_lowercase() == media_type, format!("type {}", answer.header("Content-Type")));
    hold(answer.plain() == file, "other bytes".into());
    let encoding = answer.header("Content-Encoding");
    // lighttpd packs by itself, and leaves out what is no larger than the headers around it.
    let packed = has_copies(path) && file.len() > 256;
    let wanted: &[&str] = match accepts {
        "br, gzip" if packed => &["br", "gzip"],
        "gzip" if packed => &["gzip"],
        "br, gzip" => &["", "br", "gzip"],
        "gzip" => &["", "gzip"],
        _ => &[""],
    };
    hold(wanted.contains(&encoding), format!("encoding {encoding:?}"));
    let varies = answer.header("Vary").to_lowercase().contains("accept-encoding");
    hold(varies || !packed, format!("Vary {:?}", answer.header("Vary")));
    let mut cached = "no-cache";
    for (name, value) in headers::stated(stated, "/", &format!("/{path}")) {
        if name == "Cache-Control" {
            cached = "public, max-age=31536000, immutable";
        }
        hold(answer.header(&name) == value, format!("{name}: {:?}, not {value:?}", answer.header(&name)));
    }
    hold(answer.header("Cache-Control") == cached, format!("Cache-Control {:?}", answer.header("Cache-Control")));
    wrong
}

/// Whether there are compressed copies beside it.
fn has_copies(path: &str) -> bool {
    !path.starts_with("data/") && !path.ends_with(".png") && !path.ends_with(".woff2")
}

/// All servers, one after the other, answer everything as the table says.
fn all_answer(base: &str) {
    let (folder, site) = rendered(base);
    let wasm = named(&site, "bluezone-map-", "_bg.wasm");
    let loader = named(&site, "bluezone-map-", ".js");
    let frame = named(&site.join("embed"), "frame-", ".js");
    let html = "text/html; charset=utf-8";
    let script = "text/javascript; charset=utf-8";
    let files: Vec<(String, String, &str)> = [
        ("", "index.html", html),
        ("index.html", "index.html", html),
        ("en/", "en/index.html", html),
        ("huyen/cu-jut/", "huyen/cu-jut/index.html", html),
        ("embed/", "embed/index.html", html),
        ("embed/cu-jut/?show=map", "embed/cu-jut/index.html", html),
        ("embed/builder/", "embed/builder/index.html", html),
        ("led/", "led/index.html", html),
        ("led/en/", "led/en/index.html", html),
        ("led/setup/", "led/setup/index.html", html),
        ("embed.js", "embed.js", script),
        ("sw.js", "sw.js", script),
        ("data/campaign.json", "data/campaign.json", "application/json"),
        ("data/map.json", "data/map.json", "application/json"),
        ("icon.svg", "icon.svg", "image/svg+xml"),
        ("embed/map.png", "embed/map.png", "image/png"),
        ("fonts/be-vietnam-pro-latin-400.woff2", "fonts/be-vietnam-pro-latin-400.woff2", "font/woff2"),
        ("led/release.txt", "led/release.txt", "text/plain; charset=utf-8"),
        (&wasm, &wasm, "application/wasm"),
        (&loader, &loader, script),
        (&format!("embed/{frame}"), &format!("embed/{frame}"), script),
    ]
    .map(|(path, file, media_type)| (path.to_owned(), file.to_owned(), media_type))
    .into();
    // `_headers` says base and path in one; here the paths are below the site.
    let stated = fs::read_to_string(site.join("_headers")).unwrap();
    let below: String = stated.lines().map(|line| format!("{}\n", line.strip_prefix(base.trim_end_matches('/')).unwrap_or(line))).collect();
    let mut wrong = Vec::new();
    for name in ALL {
        let server = servers::start(name, folder.path(), base);
        for (path, file, media_type) in &files {
            let bytes = fs::read(site.join(file)).unwrap();
            for accepts in ["br, gzip", "gzip", "identity"] {
                let answer = get(server.port, &format!("{base}{path}"), &[("Accept-Encoding", accepts)]);
                let path = path.split('?').next().unwrap();
                let found = differences(&below, path, accepts, &answer, &bytes, media_type);
                wrong.extend(found.into_iter().map(|what| format!("{name} {base}: {what}")));
            }
        }
        let missing = fs::read(site.join("404.html")).unwrap();
        let nowhere = ["nowhere/", "huyen/x/", "bluezone-map-0.js", "embed/frame-0.js", "data/x.json", "fonts/", "data/", "huyen/"];
        let private = ["site-manifest.json", "deploy/nginx.conf", "web.config", ".htaccess", "_headers"];
        for path in nowhere.into_iter().chain(private) {
            let answer = get(server.port, &format!("{base}{path}"), &[("Accept-Encoding", "br, gzip")]);
            let mut hold = |right: bool, what: String| {
                if !right {
                    wrong.push(format!("{name} {base}{path}: {what}"));
                }
            };
            if private.contains(&path) {
                hold([400, 403, 404].contains(&answer.status), format!("status {}", answer.status));
                continue;
            }
            hold(answer.status == 404 || path.len() < 7 && answer.status == 403, format!("status {}", answer.status));
            hold(answer.plain() == missing, "not the page for what is missing".into());
            hold(answer.header("Cache-Control") == "no-cache", format!("Cache-Control {:?}", answer.header("Cache-Control")));
            hold(answer.header("X-Content-Type-Options") == "nosniff", "without nosniff".into());
            hold(answer.header("Content-Type").to_lowercase() == html, answer.header("Content-Type").into());
        }
        let folder = get(server.port, &format!("{base}embed?show=map"), &[]);
        if ![301, 302, 307, 308].contains(&folder.status) || !folder.header("Location").contains(&format!("{base}embed/")) {
            wrong.push(format!("{name} {base}embed: {} {}", folder.status, folder.header("Location")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_server_answers_alike_with_the_shipped_files() {
    all_answer("/");
}

#[test]
fn and_below_a_folder() {
    all_answer("/tinh/bluezone/");
}

#[test]
fn a_cache_in_front_serves_every_reader_his_own() {
    let (folder, site) = rendered("/");
    for name in ["nginx", "caddy"] {
        let server = servers::start(name, folder.path(), "/");
        let cache = servers::cache(server.port);
        let wasm = named(&site, "bluezone-map-", "_bg.wasm");
        let file = fs::read(site.join(&wasm)).unwrap();
        for (accepts, again) in [("br, gzip", false), ("gzip", false), ("", false), ("br, gzip", true), ("gzip", true), ("", true)] {
            let answer = get(cache.port, &format!("/{wasm}"), &[("Accept-Encoding", accepts)]);
            assert_eq!((answer.status, answer.plain() == file), (200, true), "{name} {accepts}");
            let encoding = answer.header("Content-Encoding");
            assert!(encoding.is_empty() || accepts.contains(encoding), "{name}: {encoding} for {accepts:?}");
            assert_eq!(answer.header("X-Cache") == "HIT", again, "{name} {accepts}: {}", answer.header("X-Cache"));
        }
        // What is missing is never kept, whatever its name: with the next release it may be there.
        for _ in 0..2 {
            let missing = get(cache.port, "/bluezone-map-0_bg.wasm", &[]);
            assert!(missing.status == 404 && missing.header("X-Cache") != "HIT", "{name}");
        }
        for path in ["/", "/data/campaign.json"] {
            for _ in 0..2 {
                assert_ne!(get(cache.port, path, &[("Accept-Encoding", "br")]).header("X-Cache"), "HIT", "{name} {path}");
            }
        }
    }
}

#[test]
fn a_returning_reader_gets_nothing_twice_and_nothing_old() {
    for name in ALL {
        let (folder, site) = rendered("/");
        let server = servers::start(name, folder.path(), "/");
        let ask = |path: &str, tag: &str| get(server.port, path, &[("Accept-Encoding", "br, gzip"), ("If-None-Match", tag)]);
        let paths = ["/", "/data/campaign.json", "/en/huyen/cu-jut/", "/embed/"];
        let tags: Vec<String> = paths.iter().map(|path| ask(path, "").header("ETag").to_owned()).collect();
        for (path, tag) in paths.iter().zip(&tags) {
            assert!(!tag.is_empty(), "{name} {path} has no ETag");
            let again = ask(path, tag);
            assert_eq!((again.status, again.body.len()), (304, 0), "{name} {path} {tag}");
            assert_eq!(again.header("Cache-Control"), "no-cache", "{name} {path}");
        }
        // New figures of the same length, and a release whose module has another name.
        let data = folder.path().join("new.json");
        let text = fs::read_to_string(root().join("tests/fixtures/data/campaign.json")).unwrap();
        let mut new: serde_json::Value = serde_json::from_str(&text).unwrap();
        let report = &mut new["reports"][0];
        report["total"] = (report["total"].as_u64().unwrap() + 1).into();
        report["installs"]["660"] = (report["installs"]["660"].as_u64().unwrap() + 1).into();
        new["revision"] = (new["revision"].as_u64().unwrap() + 1).into();
        fs::write(&data, new.to_string()).unwrap();
        let old = named(&site, "bluezone-map-", "_bg.wasm");
        for ending in ["", ".br", ".gz"] {
            fs::rename(site.join(format!("{old}{ending}")), site.join(format!("bluezone-map-1111111111111111_bg.wasm{ending}"))).unwrap();
        }
        // A new second: most servers tell editions apart by date and length.
        std::thread::sleep(std::time::Duration::from_millis(1100));
        render(&site, &data, "/");
        for (path, tag) in paths.iter().zip(&tags) {
            let answer = ask(path, tag);
            assert_eq!(answer.status, 200, "{name} {path} is new");
            let shown = String::from_utf8(answer.plain()).unwrap();
            let total = new["reports"][0]["installs"]["660"].to_string();
            assert!(shown.contains(&total) || shown.contains("bluezone-map-1111111111111111"), "{name} {path}");
        }
        assert_eq!(get(server.port, &format!("/{old}"), &[]).status, 404, "{name}");
    }
}
