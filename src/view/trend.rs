//! Trend and comparison as numbers to draw and a table that says the same. With one report: each district against the
//! whole province. With more: lines over time for the province and the selected district.

use serde::{Deserialize, Serialize};

use crate::{
    campaign::{Campaign, Measure, Report, arithmetic::percent},
    text::{Lang, Text, fill, format_decimal, format_integer, format_signed, moment, short},
};

use super::{Selection, per_100_source};

#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    pub heading: &'static str,
    pub caption: String,
    pub chart: Chart,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// What the one drawing function draws. The page's module hands it to that of the chart, so it can be written and read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Chart {
    /// A bar for each place; the reference is the mean, with its name.
    Bars {
        bars: Vec<Bar>,
        reference: Option<(f64, String)>,
        axis: Axis,
    },
    /// A line for each place; the ticks are the reports' moments (seconds since 1970) with their short dates.
    Lines {
        lines: Vec<TrendLine>,
        ticks: Vec<(i64, String)>,
        axis: Axis,
    },
    Nothing,
}

/// The axis of values: from zero to a round end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    pub end: f64,
    pub ticks: Vec<(f64, String)>,
}

impl Axis {
    /// At most five round steps, which are 1, 2 or 5 times a power of ten, up to the first at or above the highest value.
    fn up_to(highest: f64, measure: Measure, lang: Lang) -> Self {
        // Nobody installs half an app.
        let powers = (if measure == Measure::Per100 { -2 } else { 0 }..=12).flat_map(|power| [1.0, 2.0, 5.0].map(|n| (n, power)));
        let steps = |(n, power): (f64, i32)| (highest / (n * 10_f64.powi(power)) - 1e-9).ceil().max(1.0);
        let (n, power) = powers.into_iter().find(|step| steps(*step) <= 5.0).unwrap_or((1.0, 0));
        let places = power.min(0).unsigned_abs();
        // Divided rather than multiplied by a tenth: 0.3 is to be the nearest number to three tenths.
        let value = |i: f64| if power < 0 { i * n / 10_f64.powi(-power) } else { i * n * 10_f64.powi(power) };
        let count = steps((n, power)).min(5.0) as u32;
        let ticks = (0..=count).map(|i| {
            let value = value(f64::from(i));
            (value, if i == 0 { "0".into() } else { format_decimal(lang, value, places) })
        });
        Self { end: value(f64::from(count)), ticks: ticks.collect() }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    pub name: String,
    pub value: f64,
    pub label: String,
    pub selected: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrendLine {
    pub name: String,
    pub points: Vec<(i64, f64)>,
    /// The figure at the last point.
    pub label: String,
    pub selected: bool,
}

impl Trend {
    /// `shown`: the codes of the districts to compare; none: all, as far as they can be read in one chart.
    pub fn new(campaign: &Campaign, text: &Text, selection: &Selection, shown: Option<&[String]>) -> Self {
        let reports: Vec<&Report> = campaign.current_reports().collect();
        match reports.as_slice() {
            [] => Self {
                heading: text.compare_heading,
                caption: text.no_figures.into(),
                chart: Chart::Nothing,
                head: Vec::new(),
                rows: Vec::new(),
            },
            [_] => comparison(campaign, text, selection, shown),
            many => over_time(campaign, text, selection, many),
        }
    }
}

/// More bars than these can't be told apart in one chart.
const MOST_BARS: usize = 60;

/// Per 100 people where every figure allows it, else plain installs.
fn comparison(campaign: &Campaign, text: &Text, selection: &Selection, shown: Option<&[String]>) -> Trend {
    let measure = if campaign.offers(Measure::Per100, None) { Measure::Per100 } else { Measure::Installs };
    let Some(all) = campaign.standings(None, measure) else {
        return Trend {
            heading: text.compare_heading,
            caption: text.no_figures.into(),
            chart: Chart::Nothing,
            head: Vec::new(),
            rows: Vec::new(),
        };
    };
    let figure = |x: f64| if measure == Measure::Per100 { format_decimal(text.lang, x, 2) } else { format_decimal(text.lang, x, 0) };
    let average = match measure {
        Measure::Per100 => campaign.computed_rate(all.report),
        _ => all.report.sum().map(|sum| sum as f64 / all.rows.iter().filter(|r| r.installs.is_some()).count().max(1) as f64),
    };
    // A rate is set against the province's own, plain installs against the mean of the districts: each is called what it is.
    let (name, against) = match measure {
        Measure::Per100 => (text.average, text.against_average),
        _ => (text.mean, text.against_mean),
    };
    let is_shown = |code: &str| shown.is_none_or(|codes| codes.iter().any(|shown| shown == code));
    let known: Vec<(&str, f64, &str)> = all
        .rows
        .iter()
        .filter(|row| is_shown(&row.district.code))
        .filter_map(|r| Some((r.district.code.as_str(), r.value(measure)?, r.district.name.as_str())))
        .take(MOST_BARS)
        .collect();
    let difference = |x: f64| {
        average.map_or_else(
            || "–".into(),
            |mean| {
                // Of the rounded figures, so that it is the difference of what is shown.
                let places = if measure == Measure::Per100 { 100.0 } else { 1.0 };
                let d = ((x * places).round() - (mean * places).round()) / places;
                format!("{}{}", if d > 0.0 { "+" } else { "" }, figure(d))
            },
        )
    };
    let mut rows: Vec<Vec<String>> = known.iter().map(|(_, x, name)| vec![name.to_string(), figure(*x), difference(*x)]).collect();
    rows.extend(average.map(|mean| vec![name.into(), figure(mean), "–".into()]));
    let mut caption = match measure {
        Measure::Per100 => {
            format!("{}. {}", fill(text.compare_caption, &[&moment(text.lang, all.report.as_of)]), per_100_source(campaign, text))
        }
        _ => fill(text.compare_plain, &[&moment(text.lang, all.report.as_of)]),
    };
    if known.len() < all.rows.iter().filter(|row| row.value(measure).is_some()).count() {
        caption = format!("{caption}. {}", fill(text.board_part, &[&known.len().to_string(), &all.rows.len().to_string()]));
    }
    Trend {
        heading: text.compare_heading,
        caption,
        chart: Chart::Bars {
            bars: known
                .iter()
                .map(|(code, value, name)| Bar {
                    name: name.to_string(),
                    value: *value,
                    label: figure(*value),
                    selected: selection.district.as_deref() == Some(code),
                })
                .collect(),
            axis: Axis::up_to(known.iter().map(|(_, value, _)| *value).chain(average).fold(0.0, f64::max), measure, text.lang),
            reference: average.map(|mean| (mean, format!("{name} {}", figure(mean)))),
        },
        head: vec![text.column_name.into(), super::measure_name(text, measure).into(), against.into()],
        rows,
    }
}

fn over_time(campaign: &Campaign, text: &Text, selection: &Selection, reports: &[&Report]) -> Trend {
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

    let line = |name: &str, points: Vec<(i64, f64)>, selected| {
        let label = points.last().map(|(_, x)| figure(*x)).unwrap_or_default();
        TrendLine { name: name.into(), points, label, selected }
    };
    let mut lines = vec![line(text.average, reports.iter().map(|r| (r.as_of.unix(), scaled(r.total, people))).collect(), false)];
    if let Some(district) = district {
        let points = reports.iter().filter_map(|r| Some((r.as_of.unix(), scaled(of_district(r)?, district_people)))).collect();
        lines.push(line(&district.name, points, true));
    }

    let highest = lines.iter().flat_map(|line| &line.points).map(|(_, value)| *value).fold(0.0, f64::max);
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
        },
        head,
        rows,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        campaign::fixture::{campaign, two_reports},
        text::{Lang, text},
    };

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|(_, label)| label.as_str()).collect()
    }

    #[test]
    fn the_axis_begins_at_zero_and_ends_round() {
        let of = |highest, lang| Axis::up_to(highest, Measure::Per100, lang);
        assert_eq!(labels(&of(57_511.0, Lang::Vi)), ["0", "20.000", "40.000", "60.000"]);
        assert_eq!(labels(&of(12_452.0, Lang::En)), ["0", "5,000", "10,000", "15,000"]);
        assert_eq!(labels(&of(0.27, Lang::Vi)), ["0", "0,1", "0,2", "0,3"]);
        assert_eq!(labels(&of(0.04, Lang::En)), ["0", "0.01", "0.02", "0.03", "0.04"]);
        assert_eq!(labels(&of(1.0, Lang::Vi)), ["0", "0,2", "0,4", "0,6", "0,8", "1,0"]);
        assert_eq!(labels(&of(20.0, Lang::Vi)), ["0", "5", "10", "15", "20"]);
        // Nothing installed yet, and what no province will ever have.
        assert_eq!(of(0.0, Lang::Vi).end, 0.01);
        assert_eq!(labels(&Axis::up_to(0.0, Measure::Installs, Lang::Vi)), ["0", "1"]);
        assert_eq!(of(f64::INFINITY, Lang::Vi).ticks.len(), 6);
        assert_eq!(of(f64::NAN, Lang::Vi).ticks.len(), 2);
    }

    proptest! {
        #[test]
        fn every_value_lies_on_the_axis(highest in 0.001_f64..1e12) {
            let axis = Axis::up_to(highest, Measure::Per100, Lang::Vi);
            prop_assert!(axis.end >= highest * (1.0 - 1e-9) && axis.ticks.len() <= 6 && axis.ticks.len() >= 2, "{axis:?}");
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 != pair[1].1), "{axis:?}");
            // No more than needed: the bar of the highest value takes at least half of the room.
            prop_assert!(highest < 0.01 || highest > axis.end * 0.5, "{axis:?}");
        }
    }

    #[test]
    fn one_report_compares_with_the_province() {
        let trend = Trend::new(&campaign(), text(Lang::Vi), &Selection::default(), None);
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
        let trend = Trend::new(&two_reports(), text(Lang::Vi), &selection, None);
        let Chart::Lines { lines, ticks, axis } = trend.chart else { panic!("lines expected") };
        assert_eq!((lines[0].label.as_str(), lines[1].label.as_str(), ticks[1].1.as_str()), ("9,24", "7,73", "13/8"));
        assert_eq!(labels(&axis), ["0", "2", "4", "6", "8", "10"]);
        assert_eq!(trend.rows[1][1..], ["57.511", "9,24", "+5.537", "5.757", "7,73"]);
    }
}
