//! What sanitisers leave of the snippets, with their defaults and as portals commonly set them.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    folder,
    harness::{DESKTOP, PLAIN_HOST, browse},
    said::{self, Said, lines, picture},
    site::dist,
    snippets::{self, LANGS, WAYS},
};

/// Texts by the snippets' names.
type Texts = BTreeMap<String, String>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    None,
    /// The picture in the element's `noscript`: it is for readers without scripts, and beside its code the sentence stands whole.
    OfNoscript,
    All,
}

/// One way of cleaning.
struct Way {
    name: &'static str,
    links: bool,
    /// Our own frames stay.
    frames: bool,
    /// Tags that are not allowed are shown as text; of what stands in a `noscript`, or of all.
    code: Code,
}

const fn way(name: &'static str) -> Way {
    Way { name, links: true, frames: false, code: Code::None }
}

const fn text_alone(name: &'static str) -> Way {
    Way { links: false, ..way(name) }
}

const fn with_frames(name: &'static str) -> Way {
    Way { frames: true, ..way(name) }
}

const NODE: [Way; 8] = [
    way("DOMPurify"),
    with_frames("DOMPurify with frames"),
    text_alone("DOMPurify, text alone"),
    way("sanitize-html"),
    way("sanitize-html with pictures"),
    with_frames("sanitize-html with frames"),
    way("sanitize-html with frames of others"),
    text_alone("sanitize-html, text alone"),
];

const PYTHON: [Way; 6] = [
    Way { code: Code::OfNoscript, ..way("nh3") },
    Way { code: Code::OfNoscript, ..text_alone("nh3, text alone") },
    Way { code: Code::All, ..way("bleach") },
    way("bleach that strips"),
    way("bleach with paragraphs and pictures"),
    text_alone("bleach, text alone"),
];

#[test]
fn what_sanitisers_of_npm_leave() {
    left("node".as_ref(), "tests/portals/npm/clean.mjs", &NODE);
}

#[test]
fn what_sanitisers_of_pypi_leave() {
    left(&folder().join("python/bin/python"), "tests/portals/pypi/clean.py", &PYTHON);
}

/// Holds what each way leaves of each snippet against the data; all of them, before it says what is wrong.
fn left(program: &Path, script: &str, ways: &[Way]) {
    browse(dist(), DESKTOP, |b| {
        let site = format!("{}/", b.origin());
        let mut cleaned = clean(program, script, &snippets::all(b));
        let mut wrong = Vec::new();
        for way in ways {
            let name = way.name;
            let texts = cleaned.remove(name).unwrap_or_else(|| panic!("{script} does not clean by {name}"));
            let port = b.host(&page(name, &texts));
            b.open_url(&format!("http://{PLAIN_HOST}:{port}/"));
            picture(b, name);
            for (lang, snippet) in LANGS.iter().flat_map(|&lang| WAYS.map(|snippet| (lang, snippet))) {
                let id = snippets::name(snippet, lang);
                let (what, element) = (format!("{name}, {id}"), format!("document.getElementById({id:?})"));
                let said = Said::new(lang, &site);
                wrong.extend(said.torn(b, &what, &element));
                if way.links {
                    wrong.extend(said.unlinked(b, &what, &element));
                }
                let code: Vec<String> = lines(b, &element).into_iter().filter(|line| line.contains('<')).collect();
                let is_allowed = way.code == Code::All || (way.code == Code::OfNoscript && snippet == "element");
                if !is_allowed && !code.is_empty() {
                    wrong.push(format!("{what}: a reader sees code: {code:?}"));
                }
                wrong.extend(said::nameless(b, &what, &element));
                // That it was cleaned at all, and as its name says.
                assert!(!texts[&id].contains("<script") && !texts[&id].contains("<bluezone-map"), "{what}: {}", texts[&id]);
                let framed = b.js::<usize>(&format!("{element}.querySelectorAll('iframe[src]').length")) == 1;
                assert_eq!(framed, way.frames && ["bare", "resized"].contains(&snippet), "{what}: {}", texts[&id]);
                if framed {
                    wrong.extend(said.torn_in(b, &what, &format!("{element}.querySelector('iframe')")));
                }
            }
        }
        assert!(cleaned.is_empty(), "nobody looks at {:?}", cleaned.keys());
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// One page with all that one way has left.
fn page(name: &str, texts: &Texts) -> String {
    let mut body = String::new();
    for (id, text) in texts {
        write!(body, "<h2>{id}</h2><article id=\"{id}\">{text}</article>").expect("a text takes all");
    }
    format!(
        "<!doctype html><html lang=vi><meta charset=utf-8><title>{name}</title>\
         <style>body{{max-width:44rem;margin:2rem auto;font:1rem/1.5 sans-serif}}h2{{font-size:.8rem;color:#666}}</style><h1>{name}</h1>{body}"
    )
}

/// Calls a program that cleans every text by every way that it knows.
fn clean(program: &Path, script: &str, texts: &Texts) -> BTreeMap<String, Texts> {
    let mut command = Command::new(program);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(script)).stdin(Stdio::piped()).stdout(Stdio::piped());
    let child = command.spawn();
    let mut child = child.unwrap_or_else(|e| panic!("{}: {e}; `scripts/setup.sh portals` installs it", program.display()));
    child.stdin.take().expect("its input").write_all(&serde_json::to_vec(texts).expect("JSON")).expect("it reads");
    let ended = child.wait_with_output().expect("its end");
    assert!(ended.status.success(), "{script} failed; `scripts/setup.sh portals` installs what it needs");
    serde_json::from_slice(&ended.stdout).unwrap_or_else(|e| panic!("{script}: {e}"))
}
