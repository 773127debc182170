//! What an editor of WordPress who may post no frame makes of the snippets: an HTML block, the classic editor, the Embed block, widgets. Each is
//! looked at as a reader who is not logged in.

use std::{fs, path::Path, process::Command};

use bluezone_map::text::Lang;
use serde_json::{Value, json};

use crate::{
    harness::{Browser, DESKTOP, PHONE, Screen, browse},
    said::{Said, lines, nameless, picture},
    site,
    snippets::{self, LANGS, WAYS},
    wordpress::WordPress,
};

/// The text of a post.
const POST: &str = "document.querySelector('.entry-content')";

/// The frame that WordPress makes of an address.
const FRAME: &str = "document.querySelector('iframe.wp-embedded-content')";

/// What was asked of WordPress, with a name for it.
struct Asked {
    name: String,
    lang: Lang,
    request: Value,
}

#[test]
fn wordpress_with_an_editor_without_rights() {
    let folder = site::variant("portals", &site::data());
    browse(folder.clone(), DESKTOP, |b| {
        let base = format!("{}/", b.origin());
        render_with_base(&folder, &base);
        let wordpress = WordPress::start(b.server.port);
        b.portals.borrow_mut().push(wordpress.port);
        let mut wrong = snippets_in_posts(b, &wordpress, &base);
        wrong.extend(addresses_in_posts(b, &wordpress, &base));
        wrong.extend(snippets_in_widgets(b, &wordpress, &base));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// Addresses that other sites can use need a base; the server's port is known once it runs.
fn render_with_base(folder: &Path, base: &str) {
    let (file, map) = (folder.join("data/campaign.json"), folder.join("data/map.json"));
    let mut data = site::data();
    data["base_url"] = json!(base);
    fs::write(&file, data.to_string()).expect("a place for the data");
    let mut render = Command::new(env!("CARGO_BIN_EXE_bluezone-map"));
    render.arg("render").arg(folder).args([Path::new("--data"), &file, Path::new("--map"), &map]);
    let done = render.output().expect("the tool");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// A post by an editor.
fn post(name: String, lang: Lang, content: &str) -> Asked {
    let body = json!({ "title": name, "content": content, "status": "publish" });
    Asked { name, lang, request: json!({ "user": "editor", "route": "/wp/v2/posts", "body": body }) }
}

/// Sends all requests; what comes back stands beside each.
fn send(wordpress: &WordPress, asked: Vec<Asked>) -> Vec<(Asked, Value)> {
    let requests: Vec<&Value> = asked.iter().map(|one| &one.request).collect();
    let answers: Vec<Value> = serde_json::from_str(&wordpress.php("post.php", &json!(requests))).expect("JSON from WordPress");
    assert_eq!(answers.len(), asked.len());
    asked.into_iter().zip(answers).collect()
}

fn snippets_in_posts(b: &Browser, wordpress: &WordPress, base: &str) -> Vec<String> {
    let mut asked = Vec::new();
    let all = snippets::all(b);
    for (lang, way) in LANGS.iter().flat_map(|&lang| WAYS.map(|way| (lang, way))) {
        let name = snippets::name(way, lang);
        let snippet = &all[&name];
        asked.push(post(format!("HTML block, {name}"), lang, &format!("<!-- wp:html -->\n{snippet}\n<!-- /wp:html -->")));
        // The classic editor saves without blocks, and WordPress makes paragraphs of lines.
        asked.push(post(format!("classic editor, {name}"), lang, &format!("Bài của đơn vị.\n\n{snippet}\n\nHết bài.")));
    }
    let mut wrong = Vec::new();
    for (Asked { name, lang, .. }, answer) in send(wordpress, asked) {
        open(b, &answer);
        assert!(!b.has(".entry-content iframe") && !b.has(".entry-content script"), "{name}: this editor may post everything");
        picture(b, &format!("WordPress, {name}"));
        wrong.extend(faults(b, &name, POST, &Said::new(lang, base)));
        wrong.extend(sideways(b, &name));
    }
    wrong
}

/// A page's address alone, which WordPress asks for its oEmbed.
fn addresses_in_posts(b: &Browser, wordpress: &WordPress, base: &str) -> Vec<String> {
    let mut asked = Vec::new();
    for lang in LANGS {
        let (code, below) = (lang.code(), if lang == Lang::En { "en/" } else { "" });
        for (what, url) in [("the page", format!("{base}{below}")), ("the frame", format!("{base}embed/{below}"))] {
            let block = format!(
                "<!-- wp:embed {{\"url\":\"{url}\",\"type\":\"rich\"}} -->\n<figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">\n{url}\n</div></figure>\n<!-- /wp:embed -->"
            );
            asked.push(post(format!("Embed block, {what}, {code}"), lang, &block));
            asked.push(post(format!("classic editor, address of {what}, {code}"), lang, &format!("Bài của đơn vị.\n\n{url}\n\nHết bài.")));
        }
    }
    let mut wrong = Vec::new();
    for (Asked { name, lang, .. }, answer) in send(wordpress, asked) {
        open(b, &answer);
        assert!(b.has(".entry-content iframe.wp-embedded-content[sandbox]"), "{name}: WordPress made no frame of the address");
        // The sentence gives way to the frame once the frame has told its height in WordPress's own words.
        b.until("the frame is shown", &format!("!{FRAME}.style.clip && Number({FRAME}.height) >= 200"));
        picture(b, &format!("WordPress, {name}"));
        let said = Said::new(lang, base);
        wrong.extend(said.torn_in(b, &name, FRAME));
        wrong.extend(sideways(b, &name));
    }
    wrong
}

fn snippets_in_widgets(b: &Browser, wordpress: &WordPress, base: &str) -> Vec<String> {
    let all = snippets::all(b);
    let mut asked = Vec::new();
    for (lang, way) in LANGS.iter().flat_map(|&lang| WAYS.map(|way| (lang, way))) {
        let name = snippets::name(way, lang);
        let snippet = &all[&name];
        let kinds = [
            ("block", json!({ "content": format!("<!-- wp:html -->\n{snippet}\n<!-- /wp:html -->") })),
            ("custom_html", json!({ "title": "", "content": snippet })),
            ("text", json!({ "title": "", "text": snippet, "filter": true, "visual": true })),
        ];
        for (kind, raw) in kinds {
            let body = json!({ "id_base": kind, "sidebar": "sidebar-1", "instance": { "raw": raw } });
            // Only administrators have widgets; this one may post no frame either.
            let request = json!({ "user": "admin", "route": "/wp/v2/widgets", "body": body });
            asked.push(Asked { name: format!("{kind} widget, {name}"), lang, request });
        }
    }
    let made = send(wordpress, asked);
    // A page without posts: the widgets are on every one.
    b.open_url(&wordpress.url("?s=x-y-z"));
    picture(b, "WordPress, widgets");
    let mut wrong: Vec<String> = sideways(b, "widgets").into_iter().collect();
    for (Asked { name, lang, .. }, answer) in made {
        let widget = format!("document.getElementById({})", answer["id"]);
        assert!(b.js::<bool>(&format!("{widget} && !{widget}.querySelector('iframe, script')")), "{name}: {answer}");
        wrong.extend(faults(b, &name, &widget, &Said::new(lang, base)));
    }
    wrong
}

/// Opens a post as somebody who is not logged in.
fn open(b: &Browser, answer: &Value) {
    b.open_url(answer["link"].as_str().expect("the post's address"));
    b.until("the post is there", POST);
}

/// All that is wrong with what a reader sees of an element.
fn faults(b: &Browser, name: &str, element: &str, said: &Said) -> Vec<String> {
    let code = lines(b, element).into_iter().filter(|line| line.contains('<')).map(|line| format!("{name}: a reader sees code: {line}"));
    said.torn(b, name, element).into_iter().chain(said.unlinked(b, name, element)).chain(nameless(b, name, element)).chain(code).collect()
}

/// What is wrong where a page scrolls sideways, on a wide window or on a phone.
fn sideways(b: &Browser, name: &str) -> Option<String> {
    let over = |screen: Screen| {
        b.resize(screen);
        b.js::<i64>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    };
    let (phone, wide) = (over(PHONE), over(DESKTOP));
    (phone > 0 || wide > 0).then(|| format!("{name}: scrolls sideways by {wide} px, on a phone by {phone} px"))
}
