//! The panel beside the map: the selected district against the province, or how to select one.

use std::cmp::Ordering;

use crate::{
    campaign::{Campaign, Measure, Report, Standing},
    text::{Text, fill, format_decimal, format_integer, moment},
};

use super::{Selection, format_figure};

/// A chosen district beside the province: its figure of the chosen measure, and what the headline does not say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub name: String,
    pub lines: Vec<String>,
    pub as_of: String,
    /// The address of the whole province; empty: that is what is shown.
    pub home: String,
}

impl Panel {
    pub fn new(campaign: &Campaign, text: &Text, base: &str, selection: &Selection) -> Self {
        district(campaign, text, base, selection).unwrap_or_else(|| province(campaign, text, selection))
    }
}

fn district(campaign: &Campaign, text: &Text, base: &str, selection: &Selection) -> Option<Panel> {
    let code = selection.district.as_deref()?;
    let all = campaign.standings(selection.at, selection.measure)?;
    let row = all.row(code)?;
    let mut lines: Vec<String> = against_the_province(campaign, text, row, all.report).into_iter().collect();
    if let Some(share) = row.share {
        let share = format!("{}%", format_decimal(text.lang, share, all.share_places()));
        lines.push(fill(text.share_of, &[&share, &format_integer(text.lang, all.report.total)]));
    }
    // The count and the chosen measure: a phone shows the panel where the headline is out of sight.
    let mut measures = vec![Measure::Installs];
    measures.extend(Some(selection.measure).filter(|measure| *measure != Measure::Installs));
    let said = |measure: &Measure| Some(fill(text.short_units[*measure as usize], &[&format_figure(text, *measure, row)?]));
    let figures: Vec<String> = measures.iter().filter_map(said).collect();
    let figures = if figures.is_empty() { text.no_figure.to_owned() } else { figures.join(", ") };
    Some(Panel {
        name: format!("{}: {figures}", row.district.name),
        lines,
        as_of: fill(text.as_of, &[&moment(text.lang, all.report.as_of)]),
        home: selection.with_district(None).address(campaign, base),
    })
}

/// How far the district's rate lies from the province's own, as both are shown.
fn against_the_province(campaign: &Campaign, text: &Text, row: &Standing, report: &Report) -> Option<String> {
    let shown = |x: f64| (x * 100.0).round() / 100.0;
    let (own, whole) = (shown(row.per_100?), shown(campaign.computed_rate(report)?));
    let sentence = match own.partial_cmp(&whole)? {
        Ordering::Greater => text.above_average,
        Ordering::Less => text.below_average,
        Ordering::Equal => text.at_average,
    };
    Some(fill(sentence, &[&format_decimal(text.lang, whole, 2), &format_decimal(text.lang, (own - whole).abs(), 2)]))
}

/// Nothing is chosen: the headline has said all of the province, so one line says of when the map is, and how to choose.
fn province(campaign: &Campaign, text: &Text, selection: &Selection) -> Panel {
    let all = campaign.standings(selection.at, selection.measure);
    let as_of = all.map_or_else(|| text.no_figures.into(), |all| fill(text.as_of, &[&moment(text.lang, all.report.as_of)]));
    Panel { name: text.panel_heading.into(), lines: Vec::new(), as_of, home: String::new() }
}
