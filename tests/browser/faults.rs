//! When the live part can't come: no wasm, broken wasm, no loader, an engine without WebAssembly. The page stays as served.

use crate::{
    harness::{DESKTOP, browse},
    input::label,
    server::Answer,
    site::dist,
    static_page::assert_complete,
};

/// To prove that nothing happens, one must look for a while.
pub const WHILE: std::time::Duration = std::time::Duration::from_millis(1_500);

#[test]
fn wasm_is_missing_or_broken() {
    let broken = |bytes: &[u8]| Answer::Whole { status: 200, kind: "application/wasm", bytes: bytes.to_vec() };
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        for (ending, answer) in [
            (".wasm", Answer::status(404)),
            (".wasm", broken(b"\0asm\x01\0\0\0\xff\xff\xff\xff\x0f")),
            (".wasm", broken(b"<!doctype html>")),
            (".wasm", Answer::Half(vec![0; 100_000])),
            (".txt", Answer::status(404)),
            (".txt", Answer::Whole { status: 200, kind: "text/plain", bytes: b"vi\nThanh ph".to_vec() }),
            (".js", Answer::status(404)),
            (".js", Answer::Whole { status: 200, kind: "text/html", bytes: b"<!doctype html>".to_vec() }),
        ] {
            let asked = b.server.count(ending);
            b.server.replace(ending, answer);
            b.open("/");
            b.until("the page is read", "document.readyState === 'complete'");
            std::thread::sleep(WHILE);
            assert!(b.server.count(ending) > asked, "the live part was asked for");
            assert_complete(b);
            b.server.restore(ending);
        }
        // A link still is a link.
        b.server.replace(".wasm", Answer::status(404));
        b.open("/");
        b.click(&label("665"));
        b.becomes(
            "[location.pathname, document.querySelector('[data-part=map] [data-selected]')?.dataset.district]",
            serde_json::json!(["/huyen/dak-song/", "665"]),
        );
    });
}

/// Some hosts answer for a file that is not there yet with their start page, and let it be kept as long as the file.
#[test]
fn a_page_kept_under_a_modules_name_is_passed_by() {
    passed_by(&[&[".wasm"], &[".js"], &[".js", ".wasm"]]);
}

/// In a browser of its own: what was once asked for and right is kept as well.
#[test]
fn a_page_kept_under_the_words_name_is_passed_by() {
    passed_by(&[&[".txt"]]);
}

fn passed_by(rounds: &[&[&str]]) {
    browse(dist(), DESKTOP, |b| {
        b.expect_network_faults();
        b.server.keep_modules();
        let page = || Answer::Whole { status: 200, kind: "text/html", bytes: b"<!doctype html><title>Trang</title>".to_vec() };
        for endings in rounds {
            endings.iter().for_each(|ending| b.server.replace(ending, page()));
            for _ in 0..2 {
                b.open("/");
                b.until("the page is read", "document.readyState === 'complete'");
                std::thread::sleep(WHILE);
                assert_complete(b);
            }
            endings.iter().for_each(|ending| b.server.restore(ending));
            b.open_live("/");
        }
    });
}

#[test]
fn an_engine_without_wasm() {
    browse(dist(), DESKTOP, |b| {
        b.before_every_page("delete window.WebAssembly;");
        b.open("/");
        b.until("the page is read", "document.readyState === 'complete'");
        std::thread::sleep(WHILE);
        assert_complete(b);
    });
}
