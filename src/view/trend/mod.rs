//! Trend and comparison as numbers to draw and a table that says the same. With one report: each district against the
//! whole province. With more: a line over time for each place, and each district against the province before and now.

mod axis;
mod over_time;

use crate::{
    campaign::{Campaign, Measure, Report, Standing, arithmetic::percent},
    text::{Text, fill, format_decimal, moment},
};

use super::{Selection, per_100_source};
pub use axis::Axis;
use over_time::over_time;

#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    pub heading: &'static str,
    pub caption: String,
    pub chart: Chart,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// With more than one report: the places compared as well.
    pub compared: Option<Compared>,
}

/// Each district against the whole province, beside lines over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub heading: &'static str,
    pub caption: String,
    pub chart: Chart,
    /// Where the chart has no room for all of them: its own table. Else it says no more than the leaderboard.
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// What the one drawing function draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// A bar for each place, or two dots where an earlier value is known; the reference is the mean, with its name.
    Bars {
        bars: Vec<Bar>,
        reference: Option<(f64, String)>,
        axis: Axis,
    },
    /// A line for each place; the ticks are the reports' moments (seconds since 1970) with their short dates; the goal with its name.
    Lines {
        lines: Vec<TrendLine>,
        ticks: Vec<(i64, String)>,
        axis: Axis,
        goal: Option<(f64, String)>,
    },
    Nothing,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub name: String,
    pub value: f64,
    /// The value of the report before.
    pub before: Option<f64>,
    pub label: String,
    pub selected: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    pub name: String,
    pub points: Vec<(i64, f64)>,
    /// The figures at the first and at the last point.
    pub first: String,
    pub label: String,
    pub place: Place,
}

/// What a line is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A district that stands for all: thin, and without a name.
    Other,
    Province,
    Chosen,
}

impl Trend {
    /// Both charts, in the order of the page.
    pub fn charts(&self) -> [&Chart; 2] {
        [&self.chart, self.compared.as_ref().map_or(&Chart::Nothing, |compared| &compared.chart)]
    }

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
                compared: None,
            },
            [_] => comparison(campaign, text, selection, shown),
            many => {
                let Self { heading, caption, chart, head, mut rows, .. } = comparison(campaign, text, selection, shown);
                // One row more is that of the whole province.
                if matches!(&chart, Chart::Bars { bars, .. } if bars.len() + 1 >= rows.len()) {
                    rows.clear();
                }
                let compared = Compared { heading, caption, chart, head, rows };
                Self { compared: Some(compared), ..over_time(campaign, text, selection, many, shown) }
            }
        }
    }
}

/// So many bars stand on one screen of a phone: what is further down is not compared with what is above. No province of this country has more
/// districts; of a country or of communes the table holds the rest.
const MOST_BARS: usize = 30;
/// Where a district is chosen that is not among the highest: how many stand beside it on either side.
const BESIDE: usize = 2;

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
            compared: None,
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
    let is_shown = |row: &&Standing| shown.is_none_or(|codes| codes.contains(&row.district.code)) && row.value(measure).is_some();
    let listed: Vec<&Standing> = all.rows.iter().filter(is_shown).collect();
    let is_chosen = |row: &Standing| selection.district.as_ref() == Some(&row.district.code);
    let bar = |row: &Standing| {
        let before = row.installs.zip(row.change).and_then(|(n, change)| n.checked_add_signed(change.checked_neg()?));
        Some(Bar {
            name: row.district.name.clone(),
            value: row.value(measure)?,
            before: before.and_then(|n| match measure {
                Measure::Per100 => percent(n, row.district.known_population()?.0),
                _ => Some(n as f64),
            }),
            label: figure(row.value(measure)?),
            selected: is_chosen(row),
        })
    };
    // The highest, and the chosen one with those beside it in rank.
    let chosen = listed.iter().position(|row| is_chosen(row)).filter(|_| listed.len() > MOST_BARS);
    let highest = MOST_BARS - chosen.map_or(0, |_| 2 * BESIDE + 1);
    let has_bar = |at: usize| at < highest || chosen.is_some_and(|chosen| at.abs_diff(chosen) <= BESIDE);
    let bars: Vec<Bar> = listed.iter().enumerate().filter(|(at, _)| has_bar(*at)).filter_map(|(_, row)| bar(row)).collect();
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
    let row = |row: &&Standing| row.value(measure).map(|value| vec![row.district.name.clone(), figure(value), difference(value)]);
    let mut rows: Vec<Vec<String>> = listed.iter().filter_map(row).collect();
    rows.extend(average.map(|mean| vec![name.into(), figure(mean), "–".into()]));
    let mut caption = match measure {
        Measure::Per100 => {
            format!("{}. {}", fill(text.compare_caption, &[&moment(text.lang, all.report.as_of)]), per_100_source(campaign, text))
        }
        _ => fill(text.compare_plain, &[&moment(text.lang, all.report.as_of)]),
    };
    // The caption of the lines has said whose population.
    if let Some(before) = all.before.filter(|_| bars.iter().any(|bar| bar.before.is_some())) {
        let [before, now] = [before, all.report].map(|report| moment(text.lang, report.as_of));
        let plain = if measure == Measure::Per100 { text.compare_caption } else { text.compare_plain };
        caption = format!("{}. {}", fill(plain, &[&now]), fill(text.compare_dots, &[&before, &now]));
    }
    let part = match shown {
        _ if listed.len() > bars.len() => Some(fill(text.chart_rest, &[&(listed.len() - bars.len()).to_string()])),
        Some(_) => Some(fill(text.board_part, &[&listed.len(), &all.rows.len()].map(|n| n.to_string()).each_ref().map(String::as_str))),
        None => None,
    };
    if let Some(part) = part {
        caption = format!("{caption}. {part}");
    }
    Trend {
        heading: text.compare_heading,
        caption,
        chart: Chart::Bars {
            axis: {
                let before = bars.iter().filter_map(|bar| bar.before);
                Axis::up_to(bars.iter().map(|bar| bar.value).chain(before).chain(average).fold(0.0, f64::max), measure, text.lang)
            },
            bars,
            reference: average.map(|mean| (mean, format!("{name} {}", figure(mean)))),
        },
        head: vec![text.column_name.into(), super::measure_name(text, measure).into(), against.into()],
        rows,
        compared: None,
    }
}

#[cfg(test)]
mod tests;
