//! Sheets of all sorts of places and reports: nothing covers anything else, everything can be read, and the code keeps its quiet zone.

use std::sync::LazyLock;

use rayon::prelude::*;

use super::*;
use crate::{
    campaign::{
        Campaign, Office, Withdrawal,
        fixture::{campaign, two_reports},
    },
    map::Map,
    text::Lang,
    view::qr::QUIET,
};

fn map() -> Map {
    serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap()
}

/// What an office's file may hold, each with its name.
fn campaigns() -> Vec<(&'static str, Campaign)> {
    let mut missing = two_reports();
    missing.reports[1].installs.as_mut().unwrap().remove("662");
    missing.districts.iter_mut().for_each(|district| district.population = None);
    missing.province.population = None;
    let mut total_alone = two_reports();
    total_alone.reports[1].installs = None;
    let mut withdrawn = campaign();
    withdrawn.reports[0].withdrawn = Some(Withdrawal::default());
    let mut none = campaign();
    none.reports.clear();
    none.links.hotline = "0261 3544 859".into();
    let mut long = two_reports();
    long.districts[2].name = "Phan Rang-Tháp Chàm và các xã phía bắc".into();
    long.reports[1].note = Some("Tổng và tỷ lệ giữ nguyên như nguồn đã công bố; ".repeat(12));
    long.reports[1].source.title = "Sở Thông tin và Truyền thông: Công văn về việc tăng cường tuyên truyền ".repeat(4);
    long.office = Some(Office {
        name: "Sở Thông tin và Truyền thông tỉnh Đắk Nông, Phòng Công nghệ thông tin".into(), name_en: None
    });
    long.base_url = Some("https://bluezone.daknong.gov.vn/trang/".into());
    long.links.install = format!("https://www.bluezone.gov.vn/{}", "cai-dat/".repeat(12));
    let mut office = campaign();
    office.office =
        Some(Office { name: "Sở Thông tin và Truyền thông tỉnh Đắk Nông".into(), name_en: Some("Department".into()) });
    vec![
        ("one report", campaign()),
        ("two reports", two_reports()),
        ("missing", missing),
        ("a total alone", total_alone),
        ("withdrawn", withdrawn),
        ("no report", none),
        ("everything long", long),
        ("an office", office),
    ]
}

struct Drawn {
    name: String,
    paper: Paper,
    campaign: Campaign,
    picture: Picture,
}

/// Sheets of some places in both languages, drawn once for all tests.
static EVERY: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let map = map();
    let drawn = |(name, campaign): (&'static str, Campaign)| {
        let places = [(Lang::Vi, ""), (Lang::Vi, "662"), (Lang::En, "662")];
        let sheets = places.into_iter().flat_map(|place| [Paper::A4, Paper::Leaflets].map(|paper| (place, paper)));
        let draw = |((lang, code), paper): ((Lang, &str), Paper)| {
            let picture = paper.draw(&Show::new(&campaign, &map, lang, None), campaign.district(code));
            Drawn { name: format!("{name} {lang:?} {code} {paper:?}"), paper, campaign: campaign.clone(), picture }
        };
        sheets.map(draw).collect::<Vec<_>>()
    };
    campaigns().into_par_iter().flat_map_iter(drawn).collect()
});

fn every(mut look: impl FnMut(&str, Paper, &Campaign, &Picture)) {
    for Drawn { name, paper, campaign, picture } in EVERY.iter() {
        look(name, *paper, campaign, picture);
    }
}

fn words(picture: &Picture) -> Vec<(&str, Rect)> {
    picture.marks.iter().filter_map(Mark::words).collect()
}

fn code(picture: &Picture) -> (Rect, f64) {
    let found = picture.marks.iter().find_map(|mark| match mark {
        Mark::Qr { area, module, .. } => Some((*area, f64::from(*module))),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn nothing_covers_anything_else_and_nothing_leaves_the_paper() {
    every(|name, paper, _, picture| {
        let unit = if paper == Paper::Leaflets { std::f64::consts::FRAC_1_SQRT_2 } else { 1.0 };
        let whole = Rect::new(0.0, 0.0, f64::from(picture.width), f64::from(picture.height)).inset(MARGIN * unit);
        let words = words(picture);
        for (at, (said, area)) in words.iter().enumerate() {
            assert!(whole.holds(*area), "{name}: {said:?} {area:?}");
            for (other, covered) in &words[..at] {
                assert!(!area.overlaps(*covered), "{name}: {said:?} covers {other:?}");
            }
        }
    });
}

#[test]
fn the_code_is_five_centimetres_wide_and_keeps_its_quiet_zone() {
    every(|name, _, _, picture| {
        let (area, module) = code(picture);
        let quiet = QUIET as f64 * module;
        let dark = area.inset(quiet);
        assert!(dark.w >= 500.0 && module >= 4.0 && dark.x >= 0.0, "{name}: {dark:?}");
        assert!(area.x >= 0.0 && area.y >= 0.0 && area.right() <= f64::from(picture.width), "{name}: {area:?}");
        for (said, words) in words(picture) {
            assert!(!area.overlaps(words), "{name}: {said:?} stands in the quiet zone");
        }
        // Whatever is drawn after the code lies elsewhere.
        let at = picture.marks.iter().position(|mark| matches!(mark, Mark::Qr { .. })).unwrap();
        let fields = picture.marks[at + 1..].iter().filter_map(|mark| match mark {
            Mark::Fill { area, .. } | Mark::Card { area, .. } | Mark::Qr { area, .. } => Some(area),
            _ => None,
        });
        fields.for_each(|field| assert!(!field.overlaps(area), "{name}: {field:?} in {area:?}"));
    });
}

/// In tenths of a millimetre: the steps from 8 points on a leaflet and 9 on a poster, small print from 5.4, and from 6.5 where one report says it all.
#[test]
fn letters_are_large_enough_for_their_distance() {
    every(|name, paper, _, picture| {
        if name.starts_with("everything long") {
            return;
        }
        let least = if paper == Paper::Leaflets { 27.0 } else { 32.0 };
        for mark in &picture.marks {
            let Mark::Words { size, role, words, .. } = mark else { continue };
            // A step's number is read by its place.
            let fine = if name.starts_with("one report") { 22.9 } else { 18.9 };
            assert!(*size >= fine || words.len() == 1, "{name}: {words:?} {size}");
            let is_step = words.contains("OTP") || words.contains("(GPS)");
            assert!(!is_step || *role != "plain" || *size >= least, "{name}: {words:?} {size}");
        }
    });
}

#[test]
fn what_a_sheet_has_to_say_stands_on_it() {
    every(|name, paper, campaign, picture| {
        let said = picture.spoken().replace(" · ", " ");
        let long = name.starts_with("everything long");
        for wanted in ["Bluezone", "“Bluzone”", "Android", "iPhone", "OTP", campaign.links.hotline.as_str()] {
            assert!(said.contains(wanted), "{name}: no {wanted} in {said}");
        }
        assert!(long || said.contains("bluezone.gov.vn"), "{name}");
        let district = name.contains(" 66");
        let has_figure = match name.split(' ').next().unwrap() {
            "withdrawn" | "no" => false,
            "missing" => !name.contains("662"),
            _ => true,
        };
        let report = if campaign.reports.len() < 2 || (name.starts_with("a total") && district) { "r1" } else { "r2" };
        let id = |id: &str| said.contains(&format!(": {id}."));
        assert_eq!((id(report), id("r1") || id("r2")), (has_figure, has_figure), "{name}: {said}");
        assert_eq!(said.contains("2020"), has_figure, "{name}: {said}");
        let office = campaign.office.as_ref().is_some_and(|office| said.contains(&office.name) || said.contains("Department"));
        assert_eq!(office, campaign.office.is_some(), "{name}: {said}");
        let free = ["miễn phí", "free of charge"].iter().any(|words| said.contains(words));
        assert_eq!(free, campaign.links.is_ministry_hotline(), "{name}");
        let copies = said.matches("iPhone").count();
        assert_eq!(copies, if paper == Paper::Leaflets { 2 } else { 1 }, "{name}");
    });
}

#[test]
fn both_leaflets_of_a_sheet_are_one() {
    let (map, campaign) = (map(), campaign());
    let picture = Paper::Leaflets.draw(&Show::new(&campaign, &map, Lang::Vi, None), campaign.district("662"));
    let all: Vec<_> = words(&picture);
    let (left, right) = all.split_at(all.len() / 2);
    for ((said, area), (again, moved)) in left.iter().zip(right) {
        assert_eq!(said, again);
        assert!((moved.x - area.x - f64::from(LONG) / 2.0).abs() < 0.01 && moved.y == area.y);
    }
    let cuts = picture.marks.iter().filter(|mark| matches!(mark, Mark::Fill { role: "cut", .. })).count();
    assert!(cuts > 20, "{cuts}");
}

#[test]
fn figures_a_sheet_says_have_their_reservations_beside_them() {
    let (map, campaign) = (map(), two_reports());
    for paper in [Paper::A4, Paper::Leaflets] {
        let said = paper.draw(&Show::new(&campaign, &map, Lang::En, None), None).spoken().replace(" · ", " ");
        assert!(said.contains("57,511") && said.contains("57,516") && said.contains("9.24%"), "{said}");
    }
}
