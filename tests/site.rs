//! The built site as files (`DIST`, else `dist/`): complete pages, true figures, small enough, whole compressed copies, and nothing
//! that would be fetched from anyone else. `make dist` builds it.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use bluezone_map::{
    campaign::{Campaign, District, Measure},
    site::{budget, compress, verify},
    text::Lang,
};
use scraper::{Html, Selector};

/// A page of words beside the map: one request.
const WORDS_PAGE: usize = 14_000;
/// A module and its loader in brotli: the page's without plotters, the chart's, the screens', the embed's with the builder's part in it.
const PAGE_MODULE: usize = 150_000;
const SCREEN_MODULE: usize = 150_000;
/// plotters and what it draws, which nobody waits for.
const CHART: usize = 80_000;
/// Scenes for eleven kinds of screens and the typeface; a player loads it once in weeks.
const LED_PAGE: usize = 80_000;
/// With the fonts, the fresh figures and the icon.
const EVERYTHING: usize = 195_000;

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
        assert_eq!(verify::page(&html, &campaign, lang, district.as_deref(), None), [""; 0], "{path}");
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
        ("<g id=\"t660\">", "19,75"),
        ("data-value=\"", "19.75"),
        ("<td class=\"n bar\">", "19,75"),
        ("class=\"rate\">", "8,35%"),
        ("datetime=\"", "2020-08-11"),
    ] {
        let at = html.find(before).unwrap_or_else(|| panic!("{before} is on the page")) + before.len();
        let at = at + html[at..].find(figure).unwrap_or_else(|| panic!("{figure} after {before}"));
        let wrong = format!(
            "{}{}{}",
            &html[..at],
            figure.replace('2', "3").replace("51", "15").replace("35", "53").replace("75", "57"),
            &html[at + figure.len()..]
        );
        assert!(!verify::page(&wrong, &campaign, lang, None, None).is_empty(), "{figure} after {before}");
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
        // By the measure that a page opens with: installs per 100 people.
        let rate = |d: &District| campaign.reports[0].installs.as_ref().unwrap()[&d.code] as f64 / d.population.unwrap() as f64;
        let mut ranked: Vec<(f64, &str)> = campaign.districts.iter().map(|d| (rate(d), d.code.as_str())).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
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
        // A file of data may be replaced by hand: an old copy beside it would go on being sent.
        if file.strip_prefix(dist()).unwrap().starts_with("data") {
            assert!(!beside(&file, ".br").exists() && !beside(&file, ".gz").exists(), "{}", file.display());
            continue;
        }
        // What the tool keeps for itself is sent to nobody.
        if file.ends_with("site-manifest.json") {
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
    assert!((20_000..=SCREEN_MODULE).contains(&app), "{app} bytes of wasm and JS in brotli");
    for (path, _, _, html) in pages() {
        assert!(!html.contains("bluezone-led"), "/{path}");
    }
    let screen = size(&dist.join("led/index.html.br"));
    println!("the screens' page: {screen} bytes");
    assert!(screen <= LED_PAGE, "{screen} bytes");
}

/// What hydrates the page knows nothing of plotters; a module of its own does.
#[test]
fn the_chart_has_a_module_of_its_own() {
    let dist = dist();
    let size = module(&dist, "bluezone-chart-");
    println!("the chart's wasm and JS: {size} bytes");
    assert!((20_000..=CHART).contains(&size), "{size} bytes of wasm and JS in brotli");
    let holds_plotters = |name: &str| {
        let found = files(&dist).into_iter().find(|f| {
            let file = f.file_name().unwrap().to_string_lossy();
            file.starts_with(name) && file.ends_with("_bg.wasm")
        });
        let bytes = fs::read(found.unwrap_or_else(|| panic!("{name}*_bg.wasm"))).unwrap();
        // Where a library may panic, the compiler leaves the path of its source.
        bytes.windows(8).any(|word| word == b"plotters")
    };
    assert!(holds_plotters("bluezone-chart-"), "the sign by which plotters is known");
    for name in ["bluezone-map-", "bluezone-embed-", "bluezone-led-"] {
        assert!(!holds_plotters(name), "{name}");
    }
    // It is named in the page, and asked for by nothing in it but the page's own module.
    for (path, _, _, html) in pages() {
        let page = Html::parse_document(&html);
        let fetched = page
            .select(&Selector::parse("link[href], script[src]").unwrap())
            .any(|e| e.value().attr("href").or(e.value().attr("src")).is_some_and(|address| address.contains("bluezone-chart")));
        assert!(html.contains("\"bluezone:chart-near\"") && html.contains("import(\"/bluezone-chart-") && !fetched, "/{path}");
    }
}

#[test]
fn small_enough_for_a_cheap_phone() {
    let dist = dist();
    let units = campaign().districts.len();
    for (path, _, _, html) in pages() {
        let bytes = compress::brotli(html.as_bytes(), compress::Quality::BEST).unwrap().len();
        assert!(bytes <= budget::page(units), "/{path}: {bytes} bytes in brotli");
    }
    let page = size(&dist.join("index.html.br"));
    let app = module(&dist, "bluezone-map-");
    assert!((20_000..=PAGE_MODULE).contains(&app), "{app} bytes of wasm and JS in brotli");
    let fonts: usize = files(&dist.join("fonts")).iter().filter(|f| f.extension().is_some_and(|e| e == "woff2")).map(|f| size(f)).sum();
    let data = compress::gzip(&fs::read(dist.join("data/campaign.json")).unwrap(), compress::Quality::BEST).unwrap().len();
    let rest = data + size(&dist.join("icon.svg.br"));
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

/// Bulletins for loudspeakers and radio: each place's page and texts in both languages, true and light.
#[test]
fn bulletins_are_whole_true_and_light() {
    use bluezone_map::site::bulletin;
    let campaign = campaign();
    let places = || std::iter::once(None).chain(campaign.districts.iter().map(|d| Some(d.code.as_str())));
    let mut most = 0;
    for (lang, place) in [Lang::Vi, Lang::En].into_iter().flat_map(|lang| places().map(move |place| (lang, place))) {
        let folder = dist().join(bulletin::path(&campaign, lang, place));
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|e| panic!("{}: {name}: {e}", folder.display()));
        let html = read("index.html");
        assert_eq!(bulletin::verify_page(&html, &campaign, lang, place), [""; 0], "{}", folder.display());
        most = most.max(compress::brotli(html.as_bytes(), compress::Quality::BEST).unwrap().len());
        for name in ["30.txt", "60.txt", "120.txt"] {
            assert_eq!(bulletin::verify_text(&read(name), &campaign, lang, place), [""; 0], "{}: {name}", folder.display());
        }
    }
    println!("the largest page of bulletins: {most} bytes");
    assert!(most <= WORDS_PAGE, "{most} bytes");
}

/// What an embed costs the page around it.
const EMBED_PAGE: usize = 12_000;
/// With all that it can show.
const EMBED_WHOLE: usize = 13_000;
const EMBED_SCRIPT: usize = 2_000;
/// The module that comes only when somebody uses an embed, with the builder's part in it.
const EMBED_MODULE: usize = 160_000;

/// Each embed: its path, language, district, measure and HTML.
fn embeds() -> Vec<(String, Lang, Option<String>, Measure, String)> {
    let campaign = campaign();
    let mut out = Vec::new();
    for (lang, start) in [(Lang::Vi, "embed/"), (Lang::En, "embed/en/")] {
        let own = campaign.districts.iter().map(|d| (format!("{start}{}/", d.slug), Some(d.code.clone())));
        for (path, district) in std::iter::once((start.to_owned(), None)).chain(own) {
            for (measure, step) in [(Measure::Installs, ""), (Measure::Per100, "rate/"), (Measure::Change, "change/")] {
                let path = format!("{path}{step}");
                let file = dist().join(&path).join("index.html");
                assert_eq!(file.exists(), measure == Measure::Installs || campaign.offers(measure, None), "{path}");
                if file.exists() {
                    out.push((path, lang, district.clone(), measure, fs::read_to_string(file).unwrap()));
                }
            }
        }
    }
    out
}

#[test]
fn embeds_are_whole_true_and_light() {
    let (dist, campaign) = (dist(), campaign());
    let (mut most, mut most_whole) = (0, 0);
    for (path, lang, district, measure, html) in embeds() {
        assert_eq!(verify::embed(&html, &campaign, lang, district.as_deref(), measure, None), [""; 0], "{path}");
        let page = Html::parse_document(&html);
        let all = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        let root = all("html")[0].value();
        let state = ["lang", "data-face", "data-state", "data-figures", "data-show"].map(|name| root.attr(name).unwrap_or_default());
        assert_eq!(state, [lang.code(), "embed", "static", "built", "headline map board"], "{path}");
        // What is rarely shown is in a page of its own, which has all.
        let rest = all("noscript")[0].text().collect::<String>();
        assert!(rest.contains(&format!("<a href=\"/{path}more/#s-hmbtgq\">")), "{path}: {rest}");
        let whole = fs::read_to_string(dist.join(&path).join("more/index.html")).unwrap();
        assert_eq!(verify::embed(&whole, &campaign, lang, district.as_deref(), measure, None), [""; 0], "{path}more/");
        most_whole = most_whole.max(compress::brotli(whole.as_bytes(), compress::Quality::BEST).unwrap().len());
        let whole = Html::parse_document(&whole);
        for part in ["headline", "map", "board", "source", "trend", "guide", "qr"] {
            let selector = Selector::parse(&format!("[data-part={part}]")).unwrap();
            let rare = ["trend", "guide", "qr"].contains(&part);
            assert_eq!((page.select(&selector).count(), whole.select(&selector).count()), (usize::from(!rare), 1), "{path}: {part}");
        }
        for property in ["og:title", "og:description", "og:type", "og:image"] {
            assert!(
                all(&format!("meta[property=\"{property}\"]")).iter().all(|m| !m.value().attr("content").unwrap().is_empty()),
                "{path}"
            );
            assert_eq!(all(&format!("meta[property=\"{property}\"]")).len(), 1, "{path}: {property}");
        }
        // A link that leaves the frame leaves the page around it alone.
        for link in all("a[href]") {
            let to = link.value().attr("href").unwrap();
            let inside = to.starts_with("/embed/");
            assert_eq!(link.value().attr("target"), if inside { None } else { Some("_blank") }, "{path}: {to}");
        }
        assert!(
            !html.contains("url(/") && !html.contains("@font-face") && !html.contains("<img"),
            "{path}: nothing more is fetched to be whole"
        );
        most = most.max(compress::brotli(html.as_bytes(), compress::Quality::BEST).unwrap().len());
    }
    let script = size(&dist.join("embed.js.br"));
    let inside: usize = files(&dist.join("embed")).iter().filter(|f| f.to_string_lossy().ends_with(".js.br")).map(|f| size(f)).sum();
    let app = module(&dist, "bluezone-embed-");
    println!("the largest embed {most}, its script {inside}, embed.js {script}, its module {app} bytes");
    assert!(most <= EMBED_PAGE, "{most} bytes");
    assert!(most_whole <= EMBED_WHOLE, "{most_whole} bytes with trend, guide and QR code");
    assert!(script <= EMBED_SCRIPT && inside <= EMBED_SCRIPT, "{script}, {inside} bytes");
    assert!((20_000..=EMBED_MODULE).contains(&app), "{app} bytes of wasm and JS in brotli");
    for (path, _, _, html) in pages() {
        assert!(!html.contains("bluezone-embed"), "/{path}");
    }
}

#[test]
fn a_false_figure_in_an_embed_is_found() {
    let campaign = campaign();
    for (path, lang, district, measure, html) in
        embeds().into_iter().filter(|(path, ..)| ["embed/", "embed/cu-jut/", "embed/rate/"].contains(&path.as_str()))
    {
        let figures = match measure {
            Measure::Per100 => ["<g id=\"t660\">|19,75", "data-value=\"19.75|19.75", "data-value=\"51974|51974"],
            _ if district.is_some() => ["data-value=\"6306|6306", "<g id=\"t662\">|6.306", "datetime=\"|2020-08-11"],
            _ => ["data-value=\"51974|51974", "<g id=\"t660\">|12.452", "class=\"rate\">|8,35%"],
        };
        for (before, figure) in figures.map(|figure| figure.split_once('|').unwrap()) {
            let at = html.find(before).unwrap_or_else(|| panic!("{before} is in {path}"));
            let at = at + html[at..].find(figure).unwrap_or_else(|| panic!("{figure} after {before} in {path}"));
            let last = figure.chars().last().unwrap();
            let other = format!("{}{}", &figure[..figure.len() - last.len_utf8()], if last == '7' { '8' } else { '7' });
            let wrong = format!("{}{other}{}", &html[..at], &html[at + figure.len()..]);
            assert!(
                !verify::embed(&wrong, &campaign, lang, district.as_deref(), measure, None).is_empty(),
                "{figure} after {before} in {path}"
            );
        }
    }
}

#[test]
fn every_page_has_its_description_for_portals_and_a_picture() {
    let embedded = embeds().into_iter().map(|(path, _, _, _, html)| (path, html));
    for (path, html) in pages().into_iter().map(|(path, _, _, html)| (path, html)).chain(embedded) {
        let page = Html::parse_document(&html);
        let one = |selector: &str, name: &str| {
            let found: Vec<_> = page.select(&Selector::parse(selector).unwrap()).collect();
            assert_eq!(found.len(), 1, "{path}: {selector}");
            found[0].value().attr(name).unwrap().to_owned()
        };
        let href = one("link[rel=alternate][type=\"application/json+oembed\"]", "href");
        let file = dist().join(href.trim_start_matches('/'));
        let described: serde_json::Value =
            serde_json::from_slice(&fs::read(&file).unwrap_or_else(|e| panic!("{path}: {href}: {e}"))).unwrap();
        assert_eq!((described["version"].as_str(), described["type"].as_str()), (Some("1.0"), Some("rich")), "{href}");
        let snippet = described["html"].as_str().unwrap();
        // The sentence for where no frame may be, then the frame.
        assert!(snippet.starts_with("<blockquote class=\"wp-embedded-content\"><p><a href=\"/") && snippet.contains("2020"), "{snippet}");
        assert!(snippet.contains("</blockquote><iframe src=\"/embed/") && snippet.contains("loading=\"lazy\""), "{snippet}");
        assert!(described["width"].as_u64() == Some(600) && described["height"].is_u64() && described["title"].is_string(), "{href}");
        for picture in [described["thumbnail_url"].as_str().unwrap().to_owned(), one("meta[property=\"og:image\"]", "content")] {
            let bytes = fs::read(dist().join(picture.trim_start_matches('/'))).unwrap_or_else(|e| panic!("{path}: {picture}: {e}"));
            let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
            assert_eq!((reader.info().width, reader.info().height), (1200, 630), "{picture}");
        }
    }
    for name in ["embed/board.png", "embed/en/board.png"] {
        assert!(dist().join(name).exists(), "{name}");
    }
}

/// A slug is a folder of the site and an anchor of its pages.
#[test]
fn no_district_may_take_a_name_of_the_site() {
    let campaign = campaign();
    let slugs: Vec<&str> = campaign.districts.iter().map(|d| d.slug.as_str()).collect();
    let mut names = std::collections::BTreeSet::new();
    for file in files(&dist()) {
        let path = file.strip_prefix(dist()).unwrap().to_string_lossy().into_owned();
        // Files of the other outlets have endings, and districts are folders beside them.
        let is_of_outlet =
            ["in-an/", "bao-chi/", "phat-thanh/", "so-lieu/"].iter().any(|folder| path.trim_start_matches("en/").starts_with(folder));
        let path = if is_of_outlet { path.rsplit_once('/').unwrap().0 } else { &path };
        names.extend(path.split('/').map(|step| step.split('.').next().unwrap().to_owned()));
    }
    for (_, _, _, html) in pages() {
        let page = Html::parse_document(&html);
        names.extend(page.select(&Selector::parse("[id]").unwrap()).map(|e| e.value().attr("id").unwrap().to_owned()));
    }
    // A district's shape and its figure on the map are called by its code.
    let of_code = |name: &str| campaign.districts.iter().any(|d| name == format!("s{}", d.code) || name == format!("t{}", d.code));
    // What stands in folders of its own, beside no district.
    let apart = |name: &str| {
        name.starts_with("be-vietnam-pro") || ["OFL", "nginx", "Caddyfile", "lighttpd", "README", "web", "_headers", ""].contains(&name)
            // A report's page, among reports.
            || campaign.reports.iter().any(|report| report.id == name)
    };
    let mut checked = 0;
    for name in names.iter().filter(|name| !slugs.contains(&name.as_str()) && !of_code(name) && !apart(name)) {
        let mut taken = campaign.clone();
        taken.districts[0].slug = name.clone();
        assert!(!bluezone_map::campaign::check::is_publishable(&taken), "{name}");
        checked += 1;
    }
    assert!(checked > 20, "{checked} names");
}

/// What is kept for ever is what has a hash in its name, and nothing else.
#[test]
fn only_names_with_a_hash_are_kept_for_ever() {
    let mut kept = 0;
    for file in files(&dist()) {
        let path = format!("/{}", file.strip_prefix(dist()).unwrap().to_string_lossy());
        let for_ever = bluezone_map::site::headers::of(&path).iter().any(|(name, _)| *name == "Cache-Control");
        // Trunk writes a hash as a number, without the zeros in front.
        let hashed = path.split(['-', '_', '.', '/']).any(|part| part.len() > 12 && part.bytes().all(|b| b.is_ascii_hexdigit()));
        assert_eq!(for_ever, hashed, "{path}");
        kept += usize::from(for_ever);
    }
    assert!(kept > 8, "{kept} files");
}

/// Every page says a policy of its own, and hosts send the same, which allow all of its scripts and styles by their hashes and nothing by the word
/// `unsafe`; so nothing in any page may be styled or run by an attribute.
#[test]
fn every_page_has_a_policy_that_allows_what_is_inside_of_it() {
    use bluezone_map::site::{csp::Hashes, headers};
    let headers_file = fs::read_to_string(dist().join("_headers")).unwrap();
    let mut checked = 0;
    for file in files(&dist()).into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "html")) {
        let path = format!("/{}", file.strip_prefix(dist()).unwrap().to_string_lossy());
        let html = fs::read_to_string(&file).unwrap();
        let page = Html::parse_document(&html);
        let metas: Vec<_> = page.select(&Selector::parse("head > meta").unwrap()).take(2).collect();
        assert_eq!(metas[1].value().attr("http-equiv"), Some("Content-Security-Policy"), "{path}: right after the charset");
        let own = metas[1].value().attr("content").unwrap().to_owned();
        let sent = headers::stated(&headers_file, "/", &path).into_iter().find(|(name, _)| name == "Content-Security-Policy");
        assert_eq!(sent.is_some(), !path.starts_with("/embed/") || path.contains("/builder/"), "{path}");
        for policy in [own.clone()].into_iter().chain(sent.map(|(_, policy)| policy)) {
            assert!(!policy.replace("'wasm-unsafe-eval'", "").contains("unsafe") && !policy.contains('*'), "{path}: {policy}");
            assert!(policy.contains("base-uri 'none'") && policy.contains("form-action '"), "{path}: {policy}");
        }
        // What the page says of itself allows just what is in it.
        assert_eq!(own, Hashes::of(&html).policy(headers::kind(&path).unwrap()), "{path}");
        for element in page.tree.nodes().filter_map(|node| node.value().as_element()) {
            let attribute = element.attrs().map(|(name, _)| name).find(|name| *name == "style" || name.starts_with("on"));
            assert_eq!(attribute, None, "{path}: {}", element.name());
        }
        checked += 1;
    }
    assert!(checked > 60, "{checked} pages");
}

/// The outlets beside the page: each is there in both languages, no page of them weighs more than the front page may, and a crawler finds them.
#[test]
fn the_other_outlets_are_there_and_light() {
    let (dist, campaign) = (dist(), campaign());
    let mut expected = vec!["sitemap.xml".to_owned(), "robots.txt".into(), "en/press/index.html".into(), "bao-chi/copy.js".into()];
    for start in ["", "en/"] {
        let cards = campaign.districts.iter().map(|d| format!("{start}huyen/{}/card.png", d.slug));
        expected.extend(cards.chain([format!("{start}card.png")]));
        expected.extend(campaign.reports.iter().map(|report| format!("{start}so-lieu/{}/index.html", report.id)));
        for name in ["so-lieu/index.html", "so-lieu/feed.xml"] {
            expected.push(format!("{start}{name}"));
        }
        for name in ["index.html", "so-lieu.csv", "so-lieu.xlsx", "so-lieu.json", "moi-bao-cao.csv", "datapackage.json"] {
            expected.push(format!("{start}bao-chi/{name}"));
        }
        for name in ["so-may", "so-may-khong-chu", "ty-le", "ty-le-khong-chu"] {
            expected.extend(["svg", "png"].map(|kind| format!("{start}bao-chi/ban-do-{name}.{kind}")));
        }
    }
    for path in &expected {
        let bytes = fs::read(dist.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        if path.ends_with(".html") {
            let size = compress::brotli(&bytes, compress::Quality::BEST).unwrap().len();
            assert!(size <= WORDS_PAGE, "{path}: {size} bytes");
        }
        if path.ends_with("card.png") {
            let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
            assert_eq!((reader.info().width, reader.info().height), (1200, 630), "{path}");
            assert!(bytes.len() < 120_000, "{path}: {} bytes", bytes.len());
        }
    }
    let sitemap = fs::read_to_string(dist.join("sitemap.xml")).unwrap();
    for path in expected.iter().filter(|path| path.ends_with("index.html") && !path.starts_with("en/bao-chi/")) {
        let address = path.trim_end_matches("index.html");
        assert!(sitemap.contains(&format!("<loc>/{address}</loc>")), "{address}");
    }
    assert!(!sitemap.contains("/led/") && !sitemap.contains("/embed/"), "what stands in frames is not for search engines");
    for (path, _, _, html) in pages() {
        let card = format!("<meta property=\"og:image\" content=\"/{path}card.png\">");
        assert!(html.contains(&card), "/{path}");
    }
}
