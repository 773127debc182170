//! The built site as files (`DIST`, else `dist/`): complete pages, true figures, small enough, whole compressed copies, and nothing
//! that would be fetched from anyone else. `make dist` builds it.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use bluezone_map::{
    campaign::Campaign,
    publish::{compress, verify},
    text::Lang,
};
use scraper::{Html, Selector};

/// What a first visit needs for the complete static view: one request.
const PAGE: usize = 14_000;
const WASM_AND_JS: usize = 100_000;
/// Scenes for eight kinds of screens and the typeface; a player loads it once in weeks.
const LED_PAGE: usize = 80_000;
/// With the fonts, the fresh figures and the icon.
const EVERYTHING: usize = 160_000;

fn dist() -> PathBuf {
    let path = std::env::var_os("DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(path.join("index.html").exists(), "no built site in {}: build it first (make dist)", path.display());
    path
}

fn campaign() -> Campaign {
    serde_json::from_slice(&fs::read(dist().join("data/campaign.json")).unwrap()).unwrap()
}

/// Every file below a folder.
fn files(dir: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { out.extend(files(&path)) } else { out.push(path) }
    }
    out
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn size(path: &Path) -> usize {
    usize::try_from(fs::metadata(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).len()).unwrap()
}

/// Each page: its path, language, district and HTML.
fn pages() -> Vec<(String, Lang, Option<String>, String)> {
    let campaign = campaign();
    let mut out = Vec::new();
    for (lang, start) in [(Lang::Vi, ""), (Lang::En, "en/")] {
        let own = campaign.districts.iter().map(|d| (format!("{start}huyen/{}/", d.slug), Some(d.code.clone())));
        for (path, district) in std::iter::once((start.to_owned(), None)).chain(own) {
            let html = fs::read_to_string(dist().join(&path).join("index.html")).unwrap_or_else(|e| panic!("{path}: {e}"));
            out.push((path, lang, district, html));
        }
    }
    out
}

#[test]
fn every_figure_on_every_page_is_the_data_files() {
    let campaign = campaign();
    for (path, lang, district, html) in pages() {
        assert_eq!(verify::page(&html, &campaign, lang, district.as_deref()), [""; 0], "{path}");
    }
}

#[test]
fn a_false_figure_anywhere_is_found() {
    let campaign = campaign();
    let (_, lang, _, html) = pages().remove(0);
    // Each place by what stands before its figure there.
    for (before, figure) in [
        ("data-figure=\"total\" data-value=\"51974\">", "51.974"),
        ("data-figure=\"total\" data-value=\"", "51974"),
        ("name=\"description\" content=\"Đắk Nông: ", "51.974"),
        ("property=\"og:description\" content=\"Đắk Nông: ", "51.974"),
        ("<g id=\"t660\">", "12.452"),
        ("data-value=\"", "12452"),
        ("<td class=\"n bar\" style=\"--w:100.0%\">", "12.452"),
        ("class=\"rate\">", "8,35%"),
        ("datetime=\"", "2020-08-11"),
    ] {
        let at = html.find(before).unwrap_or_else(|| panic!("{before} is on the page")) + before.len();
        let at = at + html[at..].find(figure).unwrap_or_else(|| panic!("{figure} after {before}"));
        let wrong =
            format!("{}{}{}", &html[..at], figure.replace('2', "3").replace("51", "15").replace("35", "53"), &html[at + figure.len()..]);
        assert!(!verify::page(&wrong, &campaign, lang, None).is_empty(), "{figure} after {before}");
    }
}

#[test]
fn the_contract_of_the_pages() {
    let campaign = campaign();
    for (path, lang, district, html) in pages() {
        let page = Html::parse_document(&html);
        let all = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        let root = all("html")[0].value();
        let state = ["lang", "data-face", "data-state", "data-figures"].map(|name| root.attr(name).unwrap_or_default());
        assert_eq!(state, [lang.code(), "page", "static", "built"], "{path}");
        for part in ["headline", "map", "board", "trend", "guide", "share"] {
            assert_eq!(all(&format!("[data-part={part}]")).len(), 1, "{path}: {part}");
        }
        let mut ranked: Vec<(u64, &str)> =
            campaign.districts.iter().map(|d| (campaign.reports[0].installs.as_ref().unwrap()[&d.code], d.code.as_str())).collect();
        ranked.sort_by(|a, b| b.cmp(a));
        let rows: Vec<_> =
            all("[data-part=board] tr[data-district]").iter().map(|r| r.value().attr("data-district").unwrap().to_owned()).collect();
        assert_eq!(rows, ranked.iter().map(|(_, code)| *code).collect::<Vec<_>>(), "{path}");
        for part in ["map", "board"] {
            let chosen: Vec<_> = all(&format!("[data-part={part}] [data-selected=true]"))
                .iter()
                .map(|e| e.value().attr("data-district").map(Into::into))
                .collect();
            assert_eq!(chosen, district.iter().cloned().map(Some).collect::<Vec<Option<String>>>(), "{path}");
        }
    }
}

/// Whatever a browser would fetch by itself comes from this very site; links that a reader may follow are another matter.
#[test]
fn nothing_is_fetched_from_anyone_else() {
    for (path, _, _, html) in pages() {
        let page = Html::parse_document(&html);
        for (selector, name) in [
            ("link[href]:not([rel=canonical]):not([rel=alternate])", "href"),
            ("[src]", "src"),
            ("use[href]", "href"),
            ("form[action]", "action"),
        ] {
            for element in page.select(&Selector::parse(selector).unwrap()) {
                let address = element.value().attr(name).unwrap();
                assert!(address.starts_with('/') && !address.starts_with("//") || address.starts_with('#'), "{path}: {address}");
            }
        }
        for (at, _) in html.match_indices("url(") {
            assert!(html[at..].starts_with("url(/") || html[at..].starts_with("url(#"), "{path}: {}", &html[at..at + 40]);
        }
    }
}

#[test]
fn every_compressible_file_has_whole_copies() {
    let mut checked = 0;
    for file in files(&dist()) {
        let ending = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if !["html", "js", "wasm", "json", "css", "svg", "txt"].contains(&ending) {
            continue;
        }
        let bytes = fs::read(&file).unwrap();
        let (mut br, mut gz) = (Vec::new(), Vec::new());
        brotli::BrotliDecompress(&mut fs::File::open(beside(&file, ".br")).unwrap(), &mut br).unwrap();
        flate2::read::GzDecoder::new(fs::File::open(beside(&file, ".gz")).unwrap()).read_to_end(&mut gz).unwrap();
        assert!(br == bytes && gz == bytes, "{}", file.display());
        checked += 1;
    }
    assert!(checked > 20, "{checked} files");
}

/// Loader and module of one face in brotli.
fn module(dist: &Path, prefix: &str) -> usize {
    let own = |f: &&PathBuf| {
        let name = f.file_name().unwrap().to_string_lossy();
        name.starts_with(prefix) && (name.ends_with(".wasm.br") || name.ends_with(".js.br"))
    };
    files(dist).iter().filter(own).map(|f| size(f)).sum()
}

#[test]
fn the_screens_have_a_module_of_their_own_that_the_page_does_not_load() {
    let dist = dist();
    let app = module(&dist, "bluezone-led-");
    println!("the screens' wasm and JS: {app} bytes");
    assert!((20_000..=WASM_AND_JS).contains(&app), "{app} bytes of wasm and JS in brotli");
    for (path, _, _, html) in pages() {
        assert!(!html.contains("bluezone-led"), "/{path}");
    }
    let screen = size(&dist.join("led/index.html.br"));
    println!("the screens' page: {screen} bytes");
    assert!(screen <= LED_PAGE, "{screen} bytes");
}

#[test]
fn small_enough_for_a_cheap_phone() {
    let dist = dist();
    for (path, _, _, html) in pages() {
        let bytes = compress::brotli(html.as_bytes()).unwrap().len();
        assert!(bytes <= PAGE, "/{path}: {bytes} bytes in brotli");
    }
    let page = size(&dist.join("index.html.br"));
    let app = module(&dist, "bluezone-map-");
    assert!((20_000..=WASM_AND_JS).contains(&app), "{app} bytes of wasm and JS in brotli");
    let fonts: usize = files(&dist.join("fonts")).iter().filter(|f| f.extension().is_some_and(|e| e == "woff2")).map(|f| size(f)).sum();
    let rest = size(&dist.join("data/campaign.json.br")) + size(&dist.join("icon.svg.br"));
    let all = page + app + fonts + rest;
    println!("front page {page}, wasm and JS {app}, fonts {fonts}, figures and icon {rest}: {all} bytes");
    assert!(all <= EVERYTHING, "{all} bytes");
}

/// Letters can't jump when the typeface arrives late only if it never replaces what is painted.
#[test]
fn fonts_never_move_the_page() {
    let (_, _, _, html) = pages().remove(0);
    assert_eq!(html.matches("@font-face").count(), html.matches("font-display:optional").count());
    let sources: Vec<_> = html.match_indices("src:url(").map(|(at, _)| html[at + 8..].split(')').next().unwrap()).collect();
    assert_eq!(sources.len(), 4);
    for source in sources {
        assert!(html.contains(&format!("<link rel=\"preload\" href=\"{source}\"")), "{source} is preloaded");
        assert!(dist().join(source.trim_start_matches('/')).exists(), "{source}");
    }
}
