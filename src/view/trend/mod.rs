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
                let Self { heading, caption, chart, .. } = comparison(campaign, text, selection, shown);
                Self { compared: Some(Compared { heading, caption, chart }), ..over_time(campaign, text, selection, many, shown) }
            }
        }
    }
}

/// So many bars stand on one screen of a phone: what is further down is not compared with what is above. No province of this country has more
/// districts; of a country or of communes the table holds the rest.
const MOST_BARS: usize = 30;
/// A table of more rows weighs more than a page may: the leaderboard has them all.
const MOST_ROWS: usize = 200;
/// Of more than that so many of the highest are drawn, and the chosen one with so many beside it in rank.
const HIGHEST: usize = 25;
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
    let is_shown = |code: &str| shown.is_none_or(|codes| codes.iter().any(|shown| shown == code));
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
            selected: selection.district.as_ref() == Some(&row.district.code),
        })
    };
    let mut bars: Vec<Bar> = all.rows.iter().filter(|row| is_shown(&row.district.code)).filter_map(bar).collect();
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
    let mut rows: Vec<Vec<String>> = bars.iter().map(|bar| vec![bar.name.clone(), bar.label.clone(), difference(bar.value)]).collect();
    let count = bars.len();
    if count > MOST_BARS {
        let (mut at, chosen) = (0, bars.iter().position(|bar| bar.selected).unwrap_or_default());
        bars.retain(|_| {
            at += 1;
            at <= HIGHEST || at.abs_diff(chosen + 1) <= BESIDE
        });
    }
    if count > MOST_ROWS {
        rows.truncate(HIGHEST);
    }
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
    if bars.len() < count {
        caption = format!("{caption}. {}", fill(text.chart_rest, &[&(count - bars.len()).to_string()]));
    } else if shown.is_some() {
        caption = format!("{caption}. {}", fill(text.board_part, &[&count.to_string(), &all.rows.len().to_string()]));
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
