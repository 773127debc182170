//! The drawing as an SVG, read back: ticks, labels within the frame and beside each other, bars and lines where they belong.

use scraper::{ElementRef, Html, Selector};

use super::*;
use crate::{
    campaign::{
        Campaign, Goal, GoalUnit, Report, Stamp,
        fixture::{campaign, two_reports},
    },
    text::{Lang, text},
    view::{Axis, Bar, Place, Selection, Trend, TrendLine},
};

/// A text as it comes out, measured by the typeface's own widths in bold.
#[derive(Clone, Debug)]
struct Label {
    words: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn attribute(element: &ElementRef, name: &str) -> f64 {
    element.value().attr(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} in {}", element.html()))
}

fn all(svg: &str, selector: &str) -> Vec<String> {
    Html::parse_fragment(svg).select(&Selector::parse(selector).unwrap()).map(|element| element.html()).collect()
}

fn numbers(svg: &str, selector: &str, name: &str) -> Vec<f64> {
    Html::parse_fragment(svg).select(&Selector::parse(selector).unwrap()).map(|element| attribute(&element, name)).collect()
}

fn labels(svg: &str) -> Vec<Label> {
    labels_of(svg, TEXT)
}

fn labels_of(svg: &str, letters: f64) -> Vec<Label> {
    let page = Html::parse_fragment(svg);
    let label = |element: ElementRef| {
        let words = element.text().collect::<String>();
        let size = element.value().attr("font-size").map_or(letters, |size| size.parse().unwrap());
        let (x, y) = (attribute(&element, "x"), attribute(&element, "y"));
        let extent = FontMetrics::Outline.extent(&words, size);
        let left = match element.value().attr("text-anchor") {
            Some("end") => x - extent.width,
            Some("middle") => x - extent.width / 2.0,
            _ => x,
        };
        // As the engine moves the baseline down from the point.
        let base = y + size * if element.value().attr("dy") == Some("0.76em") { 0.76 } else { 0.26 };
        Label { words, left, right: left + extent.width, top: base - extent.top, bottom: base + extent.bottom }
    };
    page.select(&Selector::parse("text").unwrap()).map(label).collect()
}

fn words(labels: &[Label]) -> Vec<&str> {
    labels.iter().map(|label| label.words.as_str()).collect()
}

/// Nothing is cut at the frame, diacritics included, and no text runs into another.
fn assert_readable(chart: &Chart) -> Vec<Label> {
    labels_at(chart, TEXT)
}

/// The same with letters of that size.
fn labels_at(chart: &Chart, letters: f64) -> Vec<Label> {
    let labels = labels_of(&to_svg(chart, letters), letters);
    let (wide, high) = (f64::from(WIDTH), f64::from(height(chart)));
    for label in &labels {
        assert!(label.left >= 0.0 && label.right <= wide && label.top >= 0.0 && label.bottom <= high, "{label:?} in {wide} x {high}");
    }
    for (i, a) in labels.iter().enumerate() {
        for b in &labels[i + 1..] {
            let apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 4.0 || b.bottom <= a.top + 4.0;
            assert!(apart, "{a:?} runs into {b:?}");
        }
    }
    labels
}

fn chart(campaign: &Campaign, lang: Lang, district: Option<&str>) -> Chart {
    let selection = Selection { lang, district: district.map(Into::into), ..Selection::default() };
    Trend::new(campaign, text(lang, campaign), &selection, None).chart
}

/// Reports at these hours of August, each with more installs than the one before.
fn reports_at(hours: &[u64]) -> Campaign {
    let mut campaign = campaign();
    let first = campaign.reports.remove(0);
    campaign.reports = hours
        .iter()
        .map(|hour| {
            let at = format!("2020-08-{:02}T{:02}:00:00+07:00", 1 + hour / 24, hour % 24);
            Report { as_of: Stamp::parse(&at).unwrap(), total: first.total + hour * 100, ..first.clone() }
        })
        .collect();
    campaign
}

#[test]
fn bars_from_zero_with_round_ticks_names_and_figures() {
    for (lang, reference, figure) in [(Lang::Vi, "Toàn tỉnh 8,35", "19,75"), (Lang::En, "Whole province 8.35", "19.75")] {
        let chart = chart(&campaign(), lang, Some("662"));
        let (svg, labels) = (to_svg(&chart, TEXT), assert_readable(&chart));
        for word in ["0", "5", "10", "15", "20", "Gia Nghĩa", "Đắk R'lấp", reference, figure] {
            assert!(words(&labels).contains(&word), "{word} in {:?}", words(&labels));
        }
        // A bar each, all from the same line, of which one is chosen; a grid line for each tick and one for the reference.
        let bars = numbers(&svg, "rect", "x");
        assert!(bars.len() == 8 && bars.iter().all(|x| *x == bars[0]), "{bars:?}");
        assert_eq!(all(&svg, "rect[fill=\"var(--accent)\"]").len(), 1);
        assert_eq!((all(&svg, "line").len(), all(&svg, "[stroke=\"var(--ink)\"]").len()), (5, 1));
    }
}

#[test]
fn a_bar_is_as_long_as_its_value_says() {
    let chart = chart(&campaign(), Lang::Vi, None);
    let Chart::Bars { bars, axis, .. } = &chart else { panic!("bars expected") };
    let lengths = numbers(&to_svg(&chart, TEXT), "rect", "width");
    let whole = lengths[0] / (bars[0].value / axis.end);
    for (bar, length) in bars.iter().zip(&lengths) {
        assert!((length - bar.value / axis.end * whole).abs() <= 1.5, "{bar:?}: {length} of {whole}");
    }
    assert!(whole > 200.0, "bars have room: {whole}");
}

#[test]
fn lines_with_dates_below_and_names_at_their_ends() {
    for (lang, dates, name) in [(Lang::Vi, ["11/8", "13/8"], "Toàn tỉnh"), (Lang::En, ["11 Aug", "13 Aug"], "Whole province")] {
        let chart = chart(&two_reports(), lang, Some("664"));
        let (svg, labels) = (to_svg(&chart, TEXT), assert_readable(&chart));
        for word in dates.into_iter().chain(["0", "5", "25", name, "Krông Nô", if lang == Lang::Vi { "6,61" } else { "6.61" }]) {
            assert!(words(&labels).contains(&word), "{word} in {:?}", words(&labels));
        }
        // Two lines with two points each before all others; what belongs to the district stands out.
        assert_eq!((all(&svg, "circle").len(), all(&svg, "circle[fill=\"var(--accent)\"]").len()), (4, 2));
        assert_eq!(all(&svg, "polyline[stroke=\"var(--rule)\"]").len(), 7);
        assert_eq!((all(&svg, "polyline[stroke=\"var(--bar)\"]").len(), all(&svg, "polyline[stroke=\"var(--accent)\"]").len()), (1, 1));
    }
}

/// Where both lines end at the same height, the names still stand apart and within the frame.
#[test]
fn names_of_near_ends_stand_apart() {
    let line = |name: &str, value: f64| TrendLine {
        name: name.into(),
        points: vec![(0, value / 2.0), (86_400, value)],
        label: format!("{value:.2}"),
        first: format!("{:.2}", value / 2.0),
        place: if name == "Toàn tỉnh" { Place::Province } else { Place::Chosen },
    };
    let axis = Axis { end: 10.0, ticks: vec![(0.0, "0".into()), (10.0, "10".into())] };
    for values in [[5.0, 5.0], [5.0, 5.2], [5.2, 5.0], [0.0, 0.0], [0.0, 0.3], [10.0, 10.0], [9.9, 10.0], [2.0, 9.0]] {
        let lines = vec![line("Toàn tỉnh", values[0]), line("Ẵẫ Ợgỹ", values[1])];
        let chart = Chart::Lines { lines, ticks: vec![(0, "11/8".into()), (86_400, "12/8".into())], axis: axis.clone(), goal: None };
        let labels = assert_readable(&chart);
        let top = |name: &str| labels.iter().find(|label| label.words == name).unwrap().top;
        if values[0] != values[1] {
            assert_eq!(top("Toàn tỉnh") < top("Ẵẫ Ợgỹ"), values[0] > values[1], "the higher one stands above: {values:?}");
        }
    }
}

#[test]
fn the_goal_is_a_line_with_its_name() {
    for value in [0.5, 8.0, 9.3, 15.0, 60.0] {
        let mut campaign = two_reports();
        let source = campaign.reports[0].source.clone();
        campaign.goal = Some(Goal { value, unit: GoalUnit::PercentOfPopulation, source });
        for district in [None, Some("660"), Some("664")] {
            let labels = assert_readable(&chart(&campaign, Lang::Vi, district));
            assert!(words(&labels).iter().any(|word| word.starts_with("Mục tiêu")), "{value}: {:?}", words(&labels));
        }
    }
}

#[test]
fn two_dots_for_each_place_before_and_now() {
    let compared = Trend::new(&two_reports(), text(Lang::Vi, &campaign()), &Selection::default(), None).compared.unwrap().chart;
    let svg = to_svg(&compared, TEXT);
    assert_readable(&compared);
    let dots = numbers(&svg, "circle", "cx");
    // One more to hide the line behind the open dot.
    assert_eq!((dots.len(), all(&svg, "rect").len()), (3 * 8, 0));
    assert!(dots.chunks(3).all(|dots| dots[0] == dots[1] && dots[0] < dots[2]), "installs have risen everywhere: {dots:?}");
}

#[test]
fn dates_do_not_overlap_and_the_first_and_last_stand() {
    let week: Vec<u64> = (0..7).map(|day| day * 24).collect();
    let month: Vec<u64> = (0..28).map(|day| day * 24).collect();
    // Close together at either end, or a day's two reports with the same date.
    for hours in [&week, &month, &vec![0, 2, 4, 240], &vec![0, 236, 238, 240], &vec![0, 6], &vec![0, 1, 2, 3]] {
        for lang in [Lang::Vi, Lang::En] {
            let campaign = reports_at(hours);
            let chart = chart(&campaign, lang, None);
            let Chart::Lines { ticks, .. } = &chart else { panic!("lines expected") };
            let labels = assert_readable(&chart);
            let below: Vec<&str> = words(&labels).into_iter().filter(|word| ticks.iter().any(|(_, date)| date == word)).collect();
            assert_eq!(below.first(), Some(&ticks[0].1.as_str()), "{hours:?}");
            assert_eq!(below.last(), Some(&ticks[ticks.len() - 1].1.as_str()), "{hours:?}");
            assert!(below.len() >= 2, "{hours:?}: {below:?}");
        }
    }
}

/// A name stands whole in one line, or in two that together are the whole name; always as large as can be read.
fn assert_whole(labels: &[Label], name: &str) {
    let says = |words: &str| labels.iter().any(|label| label.words == words);
    let in_two = |at: usize| says(name[..at].trim_end()) && says(name[at..].trim_start());
    assert!(says(name) || (1..name.len()).filter(|at| name.is_char_boundary(*at)).any(in_two), "{name}: {:?}", words(labels));
}

#[test]
fn long_names_are_never_cut() {
    const LONG: [&str; 5] =
        ["Thành phố Phan Rang – Tháp Chàm", "Phan Rang-Tháp Chàm", "Huyện Châu Thành A", "Krông Pa", "Thuongphuoctienhoabinhtay"];
    let mut campaign = campaign();
    for (district, name) in campaign.districts.iter_mut().zip(LONG) {
        district.name = name.into();
    }
    let bars = chart(&campaign, Lang::Vi, None);
    for letters in [TEXT, 20.0, 16.0] {
        let labels = labels_at(&bars, letters);
        LONG.iter().for_each(|name| assert_whole(&labels, name));
    }
    // Only what is too long is set smaller, and not smaller than small print.
    let svg = to_svg(&bars, TEXT);
    let sizes = numbers(&svg, "text[font-size]", "font-size");
    assert!(sizes.iter().all(|size| *size >= 13.0) && !sizes.is_empty() && all(&svg, "text:empty").is_empty(), "{sizes:?}");
    let mut campaign = two_reports();
    for name in LONG {
        campaign.districts[0].name = name.into();
        let code = campaign.districts[0].code.clone();
        assert_whole(&assert_readable(&chart(&campaign, Lang::Vi, Some(&code))), name);
    }
}

#[test]
fn values_without_room_beside_each_other_give_way() {
    let mut campaign = campaign();
    // Without a population the values are installs, of five digits.
    campaign.districts.iter_mut().for_each(|district| district.population = None);
    campaign.districts[0].name = "Phan Rang-Tháp".into();
    let labels = assert_readable(&chart(&campaign, Lang::Vi, None));
    assert!(words(&labels).contains(&"0") && words(&labels).contains(&"10.000"), "{:?}", words(&labels));
}

/// All names of this country, as the site has them, in charts of as many as one shows.
#[test]
fn no_name_of_the_country_is_cut() {
    let Ok(file) = std::fs::read_to_string("../shared/geo/vietnam-districts.topo.json") else { return };
    let topology: serde_json::Value = serde_json::from_str(&file).unwrap();
    let names: Vec<String> = topology["objects"].as_object().unwrap().values().next().unwrap()["geometries"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|unit| Some(unit["properties"]["name"].as_str()?.to_owned()))
        .collect();
    assert!(names.len() > 600);
    let mut campaign = campaign();
    for names in names.chunks(8) {
        for (district, name) in campaign.districts.iter_mut().zip(names) {
            district.name.clone_from(name);
        }
        let chart = chart(&campaign, Lang::Vi, None);
        let labels = assert_readable(&chart);
        names.iter().for_each(|name| assert_whole(&labels, name));
    }
}

#[test]
fn one_district_and_many_zero_and_nothing() {
    let bar = |i: usize, value: f64| Bar { name: format!("Huyện {i}"), value, before: None, label: format!("{value}"), selected: false };
    let axis = Axis { end: 1.0, ticks: vec![(0.0, "0".into()), (1.0, "1".into())] };
    for (count, value) in [(1, 0.0), (1, 1.0), (63, 0.5)] {
        let bars = (0..count).map(|i| bar(i, value)).collect();
        let labels = assert_readable(&Chart::Bars { bars, reference: Some((value, "Trung bình 1".into())), axis: axis.clone() });
        assert_eq!(labels.len(), count * 2 + 3);
    }
    assert_eq!(labels(&to_svg(&Chart::Nothing, TEXT)).len(), 0);
}

#[test]
fn what_a_file_says_is_never_markup() {
    let mut campaign = campaign();
    campaign.districts[0].name = "<script>\" opacity=\"1\"".into();
    let svg = to_svg(&chart(&campaign, Lang::Vi, None), TEXT);
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;&quot;") && svg.contains("opacity=&quot;1&quot;"), "{svg}");
}
