//! One report compares; several draw lines, and compare before and now.

use super::*;
use crate::{
    campaign::{
        Goal, GoalUnit, Source,
        fixture::{campaign, of_many, two_reports},
    },
    text::{Lang, text},
};

fn labels(axis: &Axis) -> Vec<&str> {
    axis.ticks.iter().map(|(_, label)| label.as_str()).collect()
}

#[test]
fn one_report_compares_with_the_province() {
    let trend = Trend::new(&campaign(), text(Lang::Vi, &campaign()), &Selection::default(), None);
    let Chart::Bars { bars, reference, axis } = trend.chart else { panic!("bars expected") };
    assert_eq!((bars.len(), bars[0].label.as_str()), (8, "19,75"));
    assert_eq!(reference.unwrap().1, "Toàn tỉnh 8,35");
    assert_eq!(labels(&axis), ["0", "5", "10", "15", "20"]);
    assert_eq!(trend.rows[0], ["Gia Nghĩa", "19,75", "+11,40"]);
    assert_eq!(trend.rows[8], ["Toàn tỉnh", "8,35", "–"]);
}

#[test]
fn two_reports_draw_lines_on_one_axis() {
    let selection = Selection { district: Some("664".into()), ..Selection::default() };
    let trend = Trend::new(&two_reports(), text(Lang::Vi, &campaign()), &selection, None);
    let Chart::Lines { lines, ticks, axis, goal: None } = trend.chart else { panic!("lines expected") };
    assert_eq!(
        (lines.len(), lines[7].label.as_str(), lines[8].label.as_str(), lines[8].first.as_str(), ticks[1].1.as_str()),
        (9, "9,24", "7,73", "6,61", "13/8")
    );
    assert_eq!(labels(&axis), ["0", "5", "10", "15", "20", "25"]);
    assert_eq!(trend.rows[1][1..], ["57.511", "9,24", "+5.537", "5.757", "7,73"]);
}

#[test]
fn all_districts_lie_behind_the_province_and_the_chosen() {
    let places = |district: Option<&str>| {
        let selection = Selection { district: district.map(Into::into), ..Selection::default() };
        let Chart::Lines { lines, .. } = Trend::new(&two_reports(), text(Lang::Vi, &campaign()), &selection, None).chart else {
            panic!("lines expected")
        };
        lines.iter().map(|line| line.place).collect::<Vec<_>>()
    };
    let others = |n| vec![Place::Other; n];
    assert_eq!(places(None), [others(8), vec![Place::Province]].concat());
    assert_eq!(places(Some("664")), [others(7), vec![Place::Province, Place::Chosen]].concat());
}

#[test]
fn the_goal_is_on_the_axis_in_its_unit() {
    let goal = |value, unit| {
        let mut campaign = two_reports();
        campaign.goal = Some(Goal { value, unit, source: Source { title: "x".into(), title_en: None, number: None, url: None } });
        let Chart::Lines { goal, axis, .. } = Trend::new(&campaign, text(Lang::Vi, &campaign), &Selection::default(), None).chart else {
            panic!("lines expected")
        };
        let (value, name) = goal.unwrap();
        assert!(value <= axis.end);
        (format_decimal(Lang::Vi, value, 2), name)
    };
    assert_eq!(goal(15.0, GoalUnit::PercentOfPopulation), ("15,00".into(), "Mục tiêu 15,00".into()));
    assert_eq!(goal(62_216.8, GoalUnit::Installs), ("10,00".into(), "Mục tiêu 10,00".into()));
}

#[test]
fn several_reports_compare_before_and_now() {
    let compared = Trend::new(&two_reports(), text(Lang::Vi, &campaign()), &Selection::default(), None).compared.unwrap();
    let Chart::Bars { bars, reference, .. } = compared.chart else { panic!("bars expected") };
    let (before, now) = (bars[0].before.unwrap(), bars[0].value);
    assert_eq!((bars.len(), format!("{before:.2} {now:.2}").as_str()), (8, "19.75 21.26"));
    assert_eq!(reference.unwrap().1, "Toàn tỉnh 9,24");
    assert!(compared.caption.contains("11/8/2020") && compared.caption.contains("13/8/2020"), "{}", compared.caption);
    assert_eq!(Trend::new(&campaign(), text(Lang::Vi, &campaign()), &Selection::default(), None).compared, None);
}

fn names(chart: &Chart) -> Vec<&str> {
    let Chart::Bars { bars, .. } = chart else { panic!("bars expected") };
    bars.iter().map(|bar| bar.name.as_str()).collect()
}

#[test]
fn of_many_the_highest_are_drawn_and_the_table_has_all() {
    for (count, drawn, listed, rest) in [(30, 30, 30, None), (31, 25, 31, Some(6)), (150, 25, 150, Some(125)), (692, 25, 25, Some(667))] {
        let trend = Trend::new(&of_many(campaign(), count), text(Lang::Vi, &campaign()), &Selection::default(), None);
        assert_eq!((names(&trend.chart).len(), trend.rows.len()), (drawn, listed + 1), "and the whole province");
        assert_eq!(names(&trend.chart)[0], format!("Nơi {}", count - 1));
        let said = rest.map(|rest| format!(". Còn {rest} đơn vị khác trong bảng xếp hạng"));
        assert!(trend.caption.ends_with(said.as_deref().unwrap_or_default()), "{}", trend.caption);
        assert_eq!(trend.caption.contains("đơn vị khác"), rest.is_some());
    }
    let english =
        Trend::new(&of_many(campaign(), 150), text(Lang::En, &campaign()), &Selection { lang: Lang::En, ..Selection::default() }, None);
    assert!(english.caption.ends_with("125 more in the leaderboard"), "{}", english.caption);
}

#[test]
fn a_chosen_one_further_down_stands_with_those_beside_it() {
    // The code 1000 + n has the rank 150 - n.
    for (code, beside) in
        [("1020", ["Nơi 22", "Nơi 21", "Nơi 20", "Nơi 19", "Nơi 18"]), ("1002", ["Nơi 4", "Nơi 3", "Nơi 2", "Nơi 1", "Nơi 0"])]
    {
        let selection = Selection { district: Some(code.into()), ..Selection::default() };
        let trend = Trend::new(&of_many(campaign(), 150), text(Lang::Vi, &campaign()), &selection, None);
        let Chart::Bars { bars, .. } = &trend.chart else { panic!("bars expected") };
        let names = names(&trend.chart);
        assert_eq!((names.len(), names[0], &names[25..]), (30, "Nơi 149", &beside[..]));
        assert_eq!(bars.iter().filter(|bar| bar.selected).map(|bar| bar.name.as_str()).collect::<Vec<_>>(), [beside[2]]);
    }
    let selection = Selection { district: Some("1149".into()), ..Selection::default() };
    let highest = Trend::new(&of_many(campaign(), 150), text(Lang::Vi, &campaign()), &selection, None);
    assert!(names(&highest.chart).len() <= 30);
}

#[test]
fn lines_before_and_now_leave_as_much_to_the_table() {
    let trend = Trend::new(&of_many(two_reports(), 692), text(Lang::Vi, &campaign()), &Selection::default(), None);
    let compared = trend.compared.unwrap();
    assert!(
        names(&compared.chart).len() == 25 && compared.caption.ends_with("Còn 667 đơn vị khác trong bảng xếp hạng"),
        "{}",
        compared.caption
    );
}
