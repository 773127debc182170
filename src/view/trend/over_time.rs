//! Lines over time: the whole province, the chosen district, and all others behind them. With them the table that says the same.

use super::{Axis, Chart, Place, Trend, TrendLine};
use crate::{
    campaign::{Campaign, District, GoalUnit, Measure, Report, arithmetic::percent},
    text::{Text, fill, format_decimal, format_integer, format_signed, moment, short},
    view::{Selection, per_100_source},
};

/// More lines than these are a grey field.
const MOST_LINES: usize = 60;

/// `shown`: the codes of the districts that have a line; none: all.
pub fn over_time(campaign: &Campaign, text: &Text, selection: &Selection, reports: &[&Report], shown: Option<&[String]>) -> Trend {
    let district = selection.district.as_deref().and_then(|code| campaign.district(code));
    let people = campaign.known_population().map(|(n, _)| n);
    let district_people = district.and_then(|d| d.known_population()).map(|(n, _)| n);
    // One axis serves both lines: the rate where it is known of both, so that a small district is not a flat line below.
    let per_100 = people.is_some() && (district.is_none() || district_people.is_some());
    let scaled =
        |n: u64, people: Option<u64>| if per_100 { people.and_then(|people| percent(n, people)).unwrap_or(f64::NAN) } else { n as f64 };
    let figure = |x: f64| if per_100 { format_decimal(text.lang, x, 2) } else { format_decimal(text.lang, x, 0) };
    let rate = |n: u64, people: u64| percent(n, people).map_or_else(|| "–".into(), |rate| format_decimal(text.lang, rate, 2));
    let of_district = |report: &Report| district.and_then(|d| report.installs.as_ref()?.get(&d.code).copied());

    let line = |name: &str, points: Vec<(i64, f64)>, place| {
        let label = |point: Option<&(i64, f64)>| point.map(|(_, x)| figure(*x)).unwrap_or_default();
        TrendLine { name: name.into(), first: label(points.first()), label: label(points.last()), points, place }
    };
    let of_place = |d: &District| {
        let people = d.known_population().map(|(n, _)| n);
        let installs = |report: &Report| report.installs.as_ref()?.get(&d.code).copied();
        let value =
            |report: &&Report| Some((report.as_of.unix(), scaled(installs(report)?, people))).filter(|(_, value)| value.is_finite());
        reports.iter().filter_map(value).collect::<Vec<_>>()
    };
    // What is strong is drawn last.
    let is_other = |d: &&District| Some(&d.code) != selection.district.as_ref() && shown.is_none_or(|codes| codes.contains(&d.code));
    let others = campaign.districts.iter().filter(is_other).take(MOST_LINES);
    let mut lines: Vec<TrendLine> = others.map(|d| line(&d.name, of_place(d), Place::Other)).filter(|line| line.points.len() > 1).collect();
    lines.push(line(text.average, reports.iter().map(|r| (r.as_of.unix(), scaled(r.total, people))).collect(), Place::Province));
    lines.extend(district.map(|d| line(&d.name, of_place(d), Place::Chosen)));
    let goal = campaign.goal.as_ref().and_then(|goal| {
        let value = match (goal.unit, people) {
            (GoalUnit::PercentOfPopulation, Some(people)) => goal.value / if per_100 { 1.0 } else { 100.0 / people as f64 },
            (GoalUnit::Installs, people) => goal.value / people.filter(|_| per_100).map_or(1.0, |people| people as f64 / 100.0),
            _ => return None,
        };
        Some((value, fill(text.goal_line, &[&figure(value)])))
    });

    let highest = lines
        .iter()
        .flat_map(|line| &line.points)
        .map(|(_, value)| *value)
        .chain(goal.as_ref().map(|(value, _)| *value))
        .fold(0.0, f64::max);
    let mut head = vec![text.column_moment.to_string(), format!("{}: {}", text.average, text.installs)];
    head.extend(people.map(|_| format!("{}: {}", text.average, text.per_100)));
    head.push(format!("{}: {}", text.average, text.change));
    head.extend(district.map(|d| format!("{}: {}", d.name, text.installs)));
    head.extend(district.and(district_people).map(|_| format!("{}: {}", district.map_or("", |d| &d.name), text.per_100)));
    let rows = reports
        .iter()
        .enumerate()
        .map(|(i, report)| {
            let before = i.checked_sub(1).and_then(|i| reports.get(i));
            let change = before.and_then(|b| i64::try_from(report.total).ok()?.checked_sub_unsigned(b.total));
            let mut row = vec![moment(text.lang, report.as_of), format_integer(text.lang, report.total)];
            row.extend(people.map(|n| rate(report.total, n)));
            row.push(change.map_or_else(|| "–".into(), |n| format_signed(text.lang, n)));
            let own = of_district(report);
            row.extend(district.map(|_| own.map_or_else(|| "–".into(), |n| format_integer(text.lang, n))));
            row.extend(district_people.map(|people| own.map_or_else(|| "–".into(), |n| rate(n, people))));
            row
        })
        .collect();
    Trend {
        heading: text.trend_heading,
        caption: if per_100 { format!("{}. {}", text.trend_per_100, per_100_source(campaign, text)) } else { text.trend_installs.into() },
        chart: Chart::Lines {
            axis: Axis::up_to(highest, if per_100 { Measure::Per100 } else { Measure::Installs }, text.lang),
            ticks: reports.iter().map(|r| (r.as_of.unix(), short(text.lang, r.as_of))).collect(),
            lines,
            goal,
        },
        head,
        rows,
        compared: None,
    }
}
