//! Every slide on every kind of screen: all words inside, none over another, none too small, every QR code readable by its numbers.

use super::*;
use crate::{
    campaign::fixture::{campaign, two_reports},
    view::font_metrics::FontMetrics,
};

/// The published shapes, so that label points are real ones.
fn map() -> Map {
    serde_json::from_str(include_str!("../../../public/data/map.json")).unwrap()
}

const SIZES: [(u32, u32); 20] = [
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
    let mut found = Vec::new();
    let screen = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let short = f64::from(width.min(height));
    for slide in playlist(show, &SceneKind::ALL, width, height) {
        let picture = show.draw(&slide, width, height);
        let mut say = |what: String| found.push(format!("{width}x{height} {:?} {}: {what}", show.words.lang, slide.name()));
        let words: Vec<_> = picture.marks.iter().filter_map(Mark::words).collect();
        if words.len() < 2 {
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
    let mut all = Vec::new();
    for (width, height) in SIZES {
        for lang in [Lang::Vi, Lang::En] {
            for campaign in [&one, &two] {
                for age in [Age::Fresh, Age::Ageing, Age::Old, Age::Withdrawn] {
                    for stamp in [None, Some("LED-01")] {
                        let show = Show { age, stamp, release: "r1a2b3c", ..Show::new(campaign, &map, lang, None) };
                        all.extend(faults(&show, width, height));
                    }
                }
            }
        }
    }
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
            for slide in playlist(&show, &SceneKind::ALL, width, height) {
                let spoken = show.draw(&slide, width, height).spoken();
                assert!(spoken.contains("11/8/2020"), "{width}x{height} {}: {spoken}", slide.name());
                let old = ["Số liệu cũ", "Số cũ", "Cũ: "].iter().any(|words| spoken.contains(words));
                assert_eq!(old, age == Age::Old, "{width}x{height} {}: {spoken}", slide.name());
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
        assert_eq!(slides, [Slide::Message, Slide::Qr]);
        for slide in slides {
            let spoken = show.draw(&slide, width, height).spoken();
            assert!(spoken.contains("bluezone.gov.vn") && !spoken.contains("51.974") && !spoken.contains("2020"), "{spoken}");
        }
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
fn all_districts_are_ranked_and_a_board_has_no_map() {
    let (map, campaign) = (map(), campaign());
    for (width, height) in SIZES {
        let show = Show::new(&campaign, &map, Lang::Vi, None);
        let slides = playlist(&show, &[SceneKind::Map, SceneKind::Board], width, height);
        // A board too narrow for name and figure shows the districts one by one.
        let boards: Vec<String> = slides
            .iter()
            .filter(|s| matches!(s, Slide::Board { .. } | Slide::District { .. }))
            .map(|s| show.draw(s, width, height).spoken())
            .collect();
        assert!(
            campaign.districts.iter().all(|d| boards.iter().filter(|b| b.contains(&d.name)).count() == 1),
            "{width}x{height}: {boards:?}"
        );
        let fine = !matches!(ScreenShape::of(width, height), ScreenShape::Board | ScreenShape::Strip);
        assert_eq!(slides.contains(&Slide::Map), fine);
        assert_eq!(playlist(&show, &[SceneKind::Map], width, height), [if fine { Slide::Map } else { Slide::Headline }]);
    }
}

#[test]
fn no_figure_stands_without_what_it_counts() {
    let (map, campaign) = (map(), campaign());
    for (width, height) in SIZES {
        for stamp in [None, Some("LED-01")] {
            let show = Show { stamp, release: "a1b2c3", ..Show::new(&campaign, &map, Lang::Vi, None) };
            for slide in playlist(&show, &SceneKind::ALL, width, height) {
                let spoken = show.draw(&slide, width, height).spoken().replace(" · ", " ").to_lowercase();
                let said = ["máy đã cài", "máy cài", "máy\u{a0}đã\u{a0}cài", "máy\u{a0}cài", "cài bluezone", "cài\u{a0}bluezone"]
                    .iter()
                    .any(|words| spoken.contains(words));
                assert!(said, "{width}x{height} {}: {spoken}", slide.name());
            }
        }
    }
}

#[test]
fn small_letters_are_dots() {
    assert_eq!(
        [ScreenShape::of(128, 64), ScreenShape::of(1920, 160), ScreenShape::of(320, 160)],
        [ScreenShape::Board, ScreenShape::Strip, ScreenShape::Board]
    );
    let (map, campaign) = (map(), campaign());
    let show = Show::new(&campaign, &map, Lang::Vi, None);
    let frame = SceneFrame::new(&show, 192, 96, None);
    assert_eq!(frame.setter.font_metrics, FontMetrics::Pixels);
}
