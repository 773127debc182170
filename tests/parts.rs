//! The parts as the tool writes them, over the letter's figures and over two reports: snapshots, so that a change of any word or
//! attribute is seen in a review. `cargo insta review` takes a change over.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::Arc;

use bluezone_map::{
    campaign::{Campaign, Measure, Report},
    faces::{Data, PageData, Platform, embed::EmbedFace, page::PageFace},
    map::Map,
    parts::GuidePart,
    text::{Lang, collate, guide::guide},
    view::Selection,
};
use leptos::prelude::*;

fn campaign() -> Campaign {
    serde_json::from_str(include_str!("fixtures/one-report.json")).unwrap()
}

fn two_reports() -> Campaign {
    let mut campaign = campaign();
    let second: Report = serde_json::from_str(include_str!("fixtures/second-report.json")).unwrap();
    campaign.reports.push(second);
    campaign
}

/// Three districts are enough for a map that a person can read in a snapshot; their borders are squares.
fn map() -> Map {
    serde_json::from_str(
        r#"{"viewBox": "0 0 300 100", "source": "hình vuông", "districts": {
            "660": {"d": "M0 0l100 0 0 100-100 0z", "label": [50, 50], "bbox": [0, 0, 100, 100], "neighbours": ["661"], "room": 50},
            "661": {"d": "M100 0l100 0 0 100-100 0z", "label": [150, 50], "bbox": [100, 0, 200, 100], "neighbours": ["660", "662"], "room": 50},
            "662": {"d": "M200 0l100 0 0 100-100 0z", "label": [250, 50], "bbox": [200, 0, 300, 100], "neighbours": ["661"], "room": 50}}}"#,
    )
    .unwrap()
}

/// The page's roots in one state, a tag a line.
fn roots(campaign: Campaign, selection: Selection) -> [String; 2] {
    let owner = Owner::new();
    let html = owner.with(|| {
        let built = PageData {
            base: "/".into(),
            origin: Some("https://example.vn".into()),
            lang: selection.lang,
            district: None,
            words: Vec::new(),
            data: None,
            fingerprint: None,
        };
        let data = Data { campaign: Arc::new(campaign), map: Arc::new(map()) };
        let outside = Platform { collate, fold: str::to_lowercase, encode: |text| text.into(), perform: |_, _| (), mark: |_, _, _| () };
        let page = PageFace::new(built, data, outside);
        page.select(selection);
        [page.main().to_html(), page.below(String::new()).to_html()]
    });
    owner.cleanup();
    html.map(|html| lines(&html))
}

fn lines(html: &str) -> String {
    html.replace("<!>", "").replace("><", ">\n<").replace('\u{a0}', "⍽")
}

/// One part out of a root.
fn part<'a>(root: &'a str, name: &str) -> &'a str {
    let mark = format!("data-part=\"{name}\"");
    let at = root.find(&mark).unwrap_or_else(|| panic!("{name} in {root}"));
    let start = root[..at].rfind('<').unwrap();
    let tag: String = root[start + 1..].chars().take_while(char::is_ascii_alphabetic).collect();
    let end = root[at..].find(&format!("</{tag}>")).unwrap() + at;
    &root[start..end]
}

#[test]
fn the_letter() {
    let [main, below] = roots(campaign(), Selection::default());
    for name in ["headline", "map", "panel", "board"] {
        insta::assert_snapshot!(format!("letter-{name}"), part(&main, name));
    }
    insta::assert_snapshot!("letter-trend", part(&below, "trend"));
    insta::assert_snapshot!("letter-share", part(&below, "share"));
}

#[test]
fn two_reports_with_a_district_chosen() {
    let chosen = Selection { district: Some("662".into()), measure: Measure::Change, ..Selection::default() };
    let [main, below] = roots(two_reports(), chosen);
    for name in ["headline", "map", "panel", "board"] {
        insta::assert_snapshot!(format!("two-{name}"), part(&main, name));
    }
    insta::assert_snapshot!("two-trend", part(&below, "trend"));
    insta::assert_snapshot!("two-share", part(&below, "share"));
}

#[test]
fn in_english_per_100() {
    let [main, below] = roots(campaign(), Selection { lang: Lang::En, measure: Measure::Per100, ..Selection::default() });
    insta::assert_snapshot!("english", [main, below].join("\n"));
}

#[test]
fn a_figure_that_is_missing_is_no_number() {
    let mut campaign = campaign();
    campaign.reports[0].installs.as_mut().unwrap().remove("661");
    let [main, ..] = roots(campaign, Selection::default());
    insta::assert_snapshot!("missing", part(&main, "map"));
}

#[test]
fn before_the_first_report() {
    let mut campaign = campaign();
    campaign.reports.clear();
    let [main, below] = roots(campaign, Selection::default());
    insta::assert_snapshot!("empty", [main, below].join("\n"));
}

#[test]
fn an_embed_of_the_province_and_of_a_district() {
    for (name, campaign, district, measure) in
        [("province", campaign(), None, Measure::Installs), ("district", two_reports(), Some("662".to_string()), Measure::Per100)]
    {
        let owner = Owner::new();
        let html = owner.with(|| {
            let page =
                PageData { base: "/".into(), origin: None, lang: Lang::Vi, district, words: Vec::new(), data: None, fingerprint: None };
            let data = Data { campaign: Arc::new(campaign), map: Arc::new(map()) };
            let platform =
                Platform { collate, fold: str::to_lowercase, encode: |text| text.into(), perform: |_, _| (), mark: |_, _, _| () };
            let face = EmbedFace::new(page, data, measure, false, platform);
            [face.main().to_html(), face.credit().to_html()].join("")
        });
        owner.cleanup();
        insta::assert_snapshot!(format!("embed-{name}"), lines(&html));
    }
}

#[test]
fn the_guide() {
    let owner = Owner::new();
    for lang in [Lang::Vi, Lang::En] {
        let html =
            owner.with(|| view! { <GuidePart text=guide(lang, &campaign()) links=campaign().links qr_svg=String::new()/> }.to_html());
        insta::assert_snapshot!(format!("guide-{}", lang.code()), lines(&html));
    }
    owner.cleanup();
}
