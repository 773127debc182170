//! Every slide on every kind of screen: all words inside, none over another, none too small, every QR code readable by its numbers.

use rayon::prelude::*;

use super::*;
use crate::{
    campaign::fixture::{campaign, two_reports},
    text::format_integer,
    view::font_metrics::FontMetrics,
};

/// The published shapes, so that label points are real ones.
fn map() -> Map {
    serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap()
}

const SIZES: [(u32, u32); 34] = [
    (64, 32),
    (96, 32),
    (128, 32),
    (160, 32),
    (192, 32),
    (256, 32),
    (320, 32),
    (96, 48),
    (64, 64),
    (64, 256),
    (384, 64),
    (512, 64),
    (960, 64),
    (768, 96),
    (128, 64),
    (160, 80),
    (192, 96),
    (256, 128),
    (96, 192),
    (96, 96),
    (320, 160),
    (384, 192),
    (512, 256),
    (640, 160),
    (1920, 160),
    (960, 160),
    (1280, 720),
    (1366, 768),
    (1920, 1080),
    (3840, 2160),
    (1080, 1920),
    (360, 740),
    (1080, 1080),
    (2160, 3840),
];

fn faults(show: &Show, width: u32, height: u32) -> Vec<String> {
    let program = program(show, &SceneKind::ALL, width, height);
    let slides = program.slides.clone();
    let pictures: Vec<Picture> = slides.iter().map(|slide| program.draw(show, slide)).collect();
    faults_of(show, &slides, &pictures, width, height)
}

fn faults_of(show: &Show, slides: &[Slide], pictures: &[Picture], width: u32, height: u32) -> Vec<String> {
    let mut found = Vec::new();
    let screen = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let short = f64::from(width.min(height));
    for (slide, picture) in slides.iter().zip(pictures) {
        let mut say = |what: String| found.push(format!("{width}x{height} {:?} {}: {what}", show.words.lang, slide.name()));
        let words: Vec<_> = picture.marks.iter().filter_map(Mark::words).collect();
        // A page of a message board may be one word; nothing is ever empty.
        let least = if ScreenShape::of(width, height).is_dots() { 1 } else { 2 };
        if words.len() < least {
            say(format!("says too little: {words:?}"));
        }
        for (i, (text, area)) in words.iter().enumerate() {
            if !screen.holds(*area) {
                say(format!("«{text}» is cut: {area:?}"));
            }
            for (other, over) in &words[i + 1..] {
                if area.overlaps(*over) {
                    say(format!("«{text}» lies over «{other}»"));
                }
            }
        }
        let codes = picture
            .marks
            .iter()
            .filter_map(|m| if let Mark::Qr { area, side, module, .. } = m { Some((area, side, module)) } else { None });
        for (area, side, module) in codes {
            if *module < 3
                || area.w != f64::from(side * module)
                || !screen.holds(*area)
                || words.iter().any(|(_, words)| words.overlaps(*area))
            {
                say(format!("the QR code is cut, covered or too fine: {area:?}"));
            }
        }
        for mark in &picture.marks {
            match mark {
                Mark::Words { size, words, .. } if *size < (short * 0.05).max(16.0) => say(format!("«{words}» is small: {size}")),
                Mark::Dots { area, .. } if area.x.fract() != 0.0 || area.y.fract() != 0.0 => {
                    say(format!("dots beside the pixels: {area:?}"))
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn nothing_is_cut_covered_or_too_small_on_any_screen() {
    let (map, one, two) = (map(), campaign(), two_reports());
    let found = |(width, height): (u32, u32)| -> Vec<String> {
        let mut found = Vec::new();
        for lang in [Lang::Vi, Lang::En] {
            for campaign in [&one, &two] {
                for age in [Age::Fresh, Age::Ageing, Age::Old, Age::Withdrawn] {
                    for stamp in [None, Some("LED-01")] {
                        let show = Show { age, stamp, release: "r1a2b3c", ..Show::new(campaign, &map, lang, None) };
                        found.extend(faults(&show, width, height));
                    }
                }
            }
        }
        found
    };
    let mut all: Vec<String> = SIZES.into_par_iter().flat_map_iter(found).collect();
    all.sort();
    all.dedup();
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(40)].join("\n"));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(120))]
    #[test]
    fn nor_on_a_screen_that_nobody_thought_of(width in 96_u32..2400, height in 64_u32..2400) {
        let (map, campaign) = (map(), campaign());
        let show = Show::new(&campaign, &map, Lang::Vi, None);
        let found = faults(&show, width, height);
        proptest::prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn every_scene_with_figures_says_when_they_were_counted() {
    let (map, campaign) = (map(), campaign());
    for (width, height) in SIZES {
        for age in [Age::Fresh, Age::Ageing, Age::Old] {
            let show = Show { age, ..Show::new(&campaign, &map, Lang::Vi, None) };
            for kind in [SceneKind::Headline, SceneKind::Map, SceneKind::Board, SceneKind::Districts] {
                // On a message board and on a narrow one a scene says it on one of its pages, on any other each slide does.
                let slides = playlist(&show, &[kind], width, height).into_iter().map(|slide| show.draw(&slide, width, height).spoken());
                let pages = ScreenShape::of(width, height) == ScreenShape::Message || width < 96;
                let said: Vec<String> = if pages { vec![slides.collect::<Vec<_>>().join(" · ")] } else { slides.collect() };
                for spoken in said {
                    assert!(spoken.contains("11/8/2020"), "{width}x{height} {kind:?}: {spoken}");
                    let old = ["Số liệu cũ", "Số cũ", "Cũ: "].iter().any(|words| spoken.replace(" · ", " ").contains(words));
                    assert_eq!(old, age == Age::Old, "{width}x{height} {kind:?}: {spoken}");
                }
            }
        }
    }
}

#[test]
fn withdrawn_figures_leave_the_call_to_install_alone() {
    let (map, mut campaign) = (map(), campaign());
    campaign.reports[0].withdrawn = Some(crate::campaign::Withdrawal::default());
    let show = Show::new(&campaign, &map, Lang::Vi, None);
    assert_eq!(show.age, Age::Withdrawn);
    for (width, height) in SIZES {
        let slides = playlist(&show, &SceneKind::USUAL, width, height);
        assert!(slides.iter().all(|slide| matches!(slide.page().0, Slide::Message | Slide::Qr)), "{width}x{height}: {slides:?}");
        assert_eq!((slides[0].clone(), slides.contains(&Slide::Qr)), (Slide::Message, true));
        let spoken: String = slides.iter().map(|slide| show.draw(slide, width, height).spoken() + " ").collect();
        assert!(
            spoken.replace(" .", ".").contains("bluezone.gov.vn") && !spoken.contains("51.974") && !spoken.contains("2020"),
            "{spoken}"
        );
    }
}

#[test]
fn figures_age_by_the_limits_of_the_data_file_alone() {
    let mut campaign = campaign();
    let day = |n: i64| Some(campaign_moment() + n * 86_400);
    assert_eq!(age(&campaign, day(10_000)), Age::Fresh, "no limits, no ladder");
    (campaign.ageing_after_days, campaign.stale_after_days, campaign.withdraw_after_days) = (Some(2), Some(7), Some(30));
    let ages = [0, 2, 3, 7, 8, 30, 31].map(|n| age(&campaign, day(n)));
    assert_eq!(ages, [Age::Fresh, Age::Fresh, Age::Ageing, Age::Ageing, Age::Old, Age::Old, Age::Withdrawn]);
    assert_eq!(age(&campaign, None), Age::Fresh, "a file made beforehand knows no clock");
    assert_eq!(age(&campaign, day(-5)), Age::Fresh, "a clock that is behind makes nothing old");
}

fn campaign_moment() -> i64 {
    campaign().reports[0].as_of.unix()
}

#[test]
fn parts_that_do_not_add_up_are_said_on_every_screen() {
    let (map, mut campaign) = (map(), two_reports());
    campaign.reports[1].note = Some("x".into());
    for (width, height) in SIZES {
        let show = Show::new(&campaign, &map, Lang::Vi, None);
        let spoken: Vec<String> =
            playlist(&show, &[SceneKind::Headline], width, height).iter().map(|s| show.draw(s, width, height).spoken()).collect();
        assert!(spoken.iter().any(|s| s.replace(" · ", " ").contains("57.516")), "{width}x{height}: {spoken:?}");
    }
}

#[test]
fn a_board_has_no_map_and_says_so() {
    let (map, campaign) = (map(), campaign());
    for (width, height) in SIZES {
        let show = Show::new(&campaign, &map, Lang::Vi, None);
        let shape = ScreenShape::of(width, height);
        let fine = !shape.is_dots() && shape != ScreenShape::Strip;
        let program = program(&show, &[SceneKind::Map], width, height);
        assert_eq!(program.slides[0], if fine { Slide::Map } else { Slide::Headline });
        assert_eq!(program.left_out, if fine { vec![] } else { vec![SceneKind::Map] });
    }
}

#[test]
fn no_figure_stands_without_what_it_counts() {
    let (map, campaign) = (map(), campaign());
    for (width, height) in SIZES {
        for stamp in [None, Some("LED-01")] {
            let show = Show { stamp, release: "a1b2c3", ..Show::new(&campaign, &map, Lang::Vi, None) };
            for kind in SceneKind::ALL {
                let slides = playlist(&show, &[kind], width, height);
                let spoken = slides.into_iter().map(|slide| show.draw(&slide, width, height).spoken().replace(" · ", " ").to_lowercase());
                let dots = ScreenShape::of(width, height).is_dots();
                let said: Vec<String> = if dots { vec![spoken.collect::<Vec<_>>().join(" ")] } else { spoken.collect() };
                for spoken in said {
                    let counted = ["máy đã cài", "máy cài", "cài bluezone"].iter().any(|words| spoken.contains(words));
                    assert!(counted, "{width}x{height} {kind:?}: {spoken}");
                }
            }
        }
    }
}

#[test]
fn every_headline_names_province_app_what_is_counted_and_when() {
    let (map, campaign) = (map(), campaign());
    for (width, height) in SIZES {
        for (lang, words) in [
            (Lang::Vi, ["Đắk Nông", "Bluezone", "máy", "11/8/2020", "51.974"]),
            (Lang::En, ["Đắk Nông", "Bluezone", "installs", "Aug", "51,974"]),
        ] {
            for stamp in [None, Some("LED-01")] {
                let show = Show { stamp, release: "a1b2c3", ..Show::new(&campaign, &map, lang, None) };
                let slides = playlist(&show, &[SceneKind::Headline], width, height);
                let spoken: String = slides.iter().map(|slide| show.draw(slide, width, height).spoken() + " ").collect();
                let spoken = spoken.replace(" · ", " ");
                for word in words {
                    assert!(
                        spoken.contains(word) || (word == "Aug" && spoken.contains("August")),
                        "{width}x{height}: no {word} in {spoken}"
                    );
                }
            }
        }
    }
}

#[test]
fn small_letters_are_dots() {
    assert_eq!(
        [(128, 64), (1920, 160), (320, 160), (64, 32), (512, 64)].map(|(width, height)| ScreenShape::of(width, height)),
        [ScreenShape::Board, ScreenShape::Strip, ScreenShape::Board, ScreenShape::Message, ScreenShape::Message]
    );
    let (map, campaign) = (map(), campaign());
    let show = Show::new(&campaign, &map, Lang::Vi, None);
    let frame = SceneFrame::new(&show, show.report().map(|report| report.as_of), 192, 96, None);
    assert_eq!(frame.setter.font_metrics, FontMetrics::Pixels);
}

/// A province of so many districts, with names as they are in this country.
fn province(count: usize) -> (Map, Campaign) {
    const NAMES: [&str; 30] = [
        "Gia Nghĩa",
        "Đắk Glong",
        "Cư Jút",
        "Đắk Mil",
        "Krông Nô",
        "Đắk Song",
        "Đắk R'lấp",
        "Tuy Đức",
        "Buôn Ma Thuột",
        "Buôn Hồ",
        "Ea H'leo",
        "Krông Búk",
        "Krông Năng",
        "Cư M'gar",
        "Buôn Đôn",
        "Ea Kar",
        "M'Đrắk",
        "Krông Bông",
        "Krông Pắc",
        "Krông Ana",
        "Lắk",
        "Cư Kuin",
        "Phan Rang-Tháp Chàm",
        "Vũng Tàu",
        "Xuyên Mộc",
        "Long Điền",
        "Đất Đỏ",
        "Châu Đức",
        "Phú Mỹ",
        "Bà Rịa",
    ];
    let (mut map, mut campaign) = (map(), campaign());
    let (shapes, district) = (map.districts.clone(), campaign.districts[0].clone());
    let shapes: Vec<_> = shapes.values().cloned().collect();
    campaign.districts.clear();
    map.districts.clear();
    let installs = campaign.reports[0].installs.as_mut().unwrap();
    installs.clear();
    for (i, name) in NAMES.iter().take(count).enumerate() {
        let code = format!("{}", 100 + i);
        installs.insert(code.clone(), 3_000 + 997 * (i as u64 * 7 % 30));
        map.districts.insert(code.clone(), shapes[i % shapes.len()].clone());
        campaign.districts.push(crate::campaign::District { code, slug: format!("n-{i}"), name: (*name).into(), ..district.clone() });
    }
    campaign.reports[0].total = campaign.reports[0].installs.as_ref().unwrap().values().sum();
    (map, campaign)
}

/// Over 300 sizes of boards and screens: from modules of 32x16, and what else is sold.
fn many_sizes() -> Vec<(u32, u32)> {
    let modules = [32, 48, 64, 80, 96, 112, 128, 160, 192].into_iter().flat_map(|high| (2..=31).map(move |wide| (wide * 32, high)));
    let tall = (1..=6).flat_map(|wide| [128, 192, 256, 320, 384].map(|high| (32 + wide * 32, high)));
    let others = [
        (320, 240),
        (640, 160),
        (640, 480),
        (768, 96),
        (800, 600),
        (1024, 768),
        (1024, 1024),
        (1080, 1080),
        (1280, 720),
        (1366, 768),
        (1920, 480),
        (1920, 360),
        (1920, 1080),
        (1080, 1920),
        (2560, 1080),
        (3840, 2160),
        (2160, 3840),
        (360, 740),
        (412, 915),
    ];
    let mut all: Vec<_> = modules.chain(tall).chain(others).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn every_district_is_shown_with_rank_name_and_figure_or_its_scene_is_listed() {
    let sizes = many_sizes();
    assert!(sizes.len() >= 300, "{}", sizes.len());
    let provinces = [8, 22, 30].map(province);
    let check = |(width, height): (u32, u32)| -> Vec<String> {
        let mut found = Vec::new();
        for (map, campaign) in &provinces {
            for (lang, stamp, age) in [
                (Lang::Vi, None, Age::Fresh),
                (Lang::Vi, Some("LED-01"), Age::Fresh),
                (Lang::En, None, Age::Old),
                (Lang::En, Some("LED-01"), Age::Ageing),
                (Lang::Vi, Some("QUANG-TRUONG-01"), Age::Old),
            ] {
                let show = Show { age, stamp, release: "r1a2b3c", ..Show::new(campaign, map, lang, None) };
                found.extend(missing(&show, width, height));
            }
        }
        found
    };
    let mut all: Vec<String> = sizes.into_par_iter().flat_map_iter(check).collect();
    all.sort();
    all.dedup();
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(60)].join("\n"));
}

/// Districts that none of the slides of a scene shows with rank, name and figure, though the scene is not listed as left out.
fn missing(show: &Show, width: u32, height: u32) -> Vec<String> {
    let mut found = Vec::new();
    let all = show.standings().unwrap();
    for kind in SceneKind::ALL {
        let program = program(show, &[kind], width, height);
        if program.left_out.contains(&kind) {
            continue;
        }
        let pictures: Vec<Picture> = program.slides.iter().map(|slide| program.draw(show, slide)).collect();
        found.extend(faults_of(show, &program.slides, &pictures, width, height));
        if !matches!(kind, SceneKind::Map | SceneKind::Board | SceneKind::Districts) {
            continue;
        }
        // The words of every slide, with those of its further pages.
        let mut said: Vec<(Slide, Vec<String>)> = Vec::new();
        for (slide, picture) in program.slides.iter().zip(&pictures) {
            let words = picture.marks.iter().filter_map(Mark::words).map(|(words, _)| words.replace('\u{a0}', " "));
            match (slide.page(), said.last_mut()) {
                ((Slide::District { .. }, page), Some((_, before))) if page > 0 => before.extend(words),
                _ => said.push((slide.clone(), words.collect())),
            }
        }
        for row in &all.rows {
            let (name, rank, figure) =
                (&row.district.name, row.rank.unwrap().to_string(), format_integer(show.words.lang, row.installs.unwrap()));
            let shown = said.iter().any(|(slide, words)| match slide {
                Slide::Board { .. } => words.windows(3).any(|w| w == [rank.clone(), name.clone(), figure.clone()]),
                Slide::District { code } if *code == row.district.code => {
                    let all = words.join(" ");
                    all.contains(name.as_str()) && all.contains(&figure) && all.split([' ', '.', '/']).any(|word| word == rank)
                }
                Slide::Map | Slide::More { .. } => words.contains(name),
                _ => false,
            });
            if !shown {
                found.push(format!("{width}x{height} {:?} {kind:?} {:?}: no {name} {rank} {figure}", show.words.lang, show.stamp));
            }
        }
    }
    found
}

#[test]
fn a_list_that_goes_on_says_which_rows_these_are() {
    for (count, kind) in [(8, SceneKind::Board), (8, SceneKind::Map), (30, SceneKind::Board), (30, SceneKind::Map)] {
        let (map, campaign) = province(count);
        for (lang, size) in [(Lang::Vi, (1920, 1080)), (Lang::En, (1080, 1920)), (Lang::Vi, (1280, 720)), (Lang::En, (1080, 1080))] {
            let show = Show::new(&campaign, &map, lang, None);
            let slides = playlist(&show, &[kind], size.0, size.1);
            // A square screen shows each district by itself instead.
            if matches!(slides[0], Slide::District { .. } | Slide::Headline) {
                continue;
            }
            let spoken: Vec<String> = slides.iter().map(|slide| show.draw(slide, size.0, size.1).spoken()).collect();
            let of = if lang == Lang::Vi { " trong 30" } else { " of 30" };
            let parts = spoken.iter().filter(|spoken| spoken.contains(of)).count();
            assert_eq!(parts, if slides.len() > 1 { slides.len() } else { 0 }, "{kind:?} {size:?}: {spoken:?}");
            if slides.len() > 1 {
                assert!(spoken[0].contains(" 1–") && spoken[slides.len() - 1].contains("–30"), "{spoken:?}");
            }
        }
    }
}

/// A picture that is read from near has all of a province, with letters that print has.
#[test]
fn from_near_more_lines_stand_on_one_picture() {
    let (map, campaign) = province(30);
    let show = Show { near: true, ..Show::new(&campaign, &map, Lang::Vi, None) };
    for kind in [SceneKind::Board, SceneKind::Map] {
        let slides = playlist(&show, &[kind], 1200, 1850);
        assert_eq!(slides.len(), 1, "{kind:?}");
        let picture = show.draw(&slides[0], 1200, 1850);
        let screen = Rect::new(0.0, 0.0, 1200.0, 1850.0);
        let words: Vec<_> = picture.marks.iter().filter_map(Mark::words).collect();
        for district in &campaign.districts {
            assert!(words.iter().any(|(words, _)| *words == district.name), "{kind:?} {}", district.name);
        }
        for (i, (words_of, area)) in words.iter().enumerate() {
            assert!(screen.holds(*area), "{words_of} is cut");
            assert!(words[i + 1..].iter().all(|(_, other)| !area.overlaps(*other)), "{words_of} is covered");
        }
    }
}

/// Of names that would lie over each other on paper, the map has one and says whose names it leaves out.
#[test]
fn a_map_for_print_leaves_out_names_without_room_and_says_so() {
    let (map, campaign) = province(30);
    let show = Show::new(&campaign, &map, Lang::Vi, None);
    let picture = show.draw_map(crate::campaign::Measure::Installs, 1654, &[]);
    let words: Vec<_> = picture.marks.iter().filter_map(Mark::words).collect();
    let named: Vec<&str> =
        campaign.districts.iter().map(|d| d.name.as_str()).filter(|name| words.iter().any(|(words, _)| words == name)).collect();
    assert!((4..=8).contains(&named.len()), "one for each place of the eight shapes: {named:?}");
    let said = picture.spoken();
    assert!(said.contains(&format!("Không đủ chỗ ghi tên {} đơn vị", 30 - named.len())), "{said}");
    for (i, (name, area)) in words.iter().enumerate() {
        assert!(words[i + 1..].iter().all(|(_, other)| !area.overlaps(*other)), "{name} is covered");
    }
    let whole = Show::new(&campaign, &map, Lang::Vi, None);
    let (map, campaign) = (self::map(), crate::campaign::fixture::campaign());
    let whole = Show { map: &map, campaign: &campaign, ..whole };
    assert!(!whole.draw_map(crate::campaign::Measure::Installs, 1654, &[]).spoken().contains("Không đủ chỗ"));
}

/// Whoever runs screens of a small province knows its round: it stays as it is.
#[test]
fn the_round_of_a_small_province_is_what_it_was() {
    let (map, campaign) = (map(), campaign());
    for (width, height) in SIZES {
        let show = Show::new(&campaign, &map, Lang::Vi, None);
        let all = playlist(&show, &SceneKind::USUAL, width, height);
        assert_eq!(rounds(&all), [all], "{width}x{height}");
    }
}
