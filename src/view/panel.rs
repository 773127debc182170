//! The panel beside the map: the selected district, or the province as a whole.

use crate::{
    campaign::{Campaign, Measure},
    text::{Text, fill, format_decimal, format_integer, moment},
};

use super::{Selection, format_figure_with_unit, headline};

/// One place, its figures in every measure that is known, each with its denominator; its moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub name: String,
    pub lines: Vec<String>,
    pub as_of: String,
    /// The address of the whole province, when that is not what is shown.
    pub home: Option<String>,
}

impl Panel {
    pub fn new(campaign: &Campaign, text: &Text, base: &str, selection: &Selection) -> Self {
        district(campaign, text, base, selection).unwrap_or_else(|| province(campaign, text, selection))
    }
}

fn district(campaign: &Campaign, text: &Text, base: &str, selection: &Selection) -> Option<Panel> {
    let code = selection.district.as_deref()?;
    let all = campaign.standings(selection.at, Measure::Installs)?;
    let row = all.row(code)?;
    let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count();
    let mut installs = format_figure_with_unit(text, Measure::Installs, row, None);
    if let Some(rank) = row.rank {
        installs = format!("{installs}, {}", fill(text.rank_by_installs, &[&rank.to_string(), &ranked.to_string()]));
    }
    let mut lines = vec![installs];
    if row.per_100.is_some() {
        lines.push(format_figure_with_unit(text, Measure::Per100, row, None));
    }
    if let Some(share) = row.share {
        let share = format!("{}%", format_decimal(text.lang, share, 1));
        lines.push(fill(text.share_of, &[&share, &format_integer(text.lang, all.report.total)]));
    }
    if row.change.is_some() {
        lines.push(format_figure_with_unit(text, Measure::Change, row, all.before.map(|r| r.as_of)));
    }
    Some(Panel {
        name: text.full_name(row.district),
        lines,
        as_of: fill(text.as_of, &[&moment(text.lang, all.report.as_of)]),
        home: Some(selection.with_district(None).address(campaign, base)),
    })
}

fn province(campaign: &Campaign, text: &Text, selection: &Selection) -> Panel {
    let report = campaign.report_at(selection.at);
    let mut lines = Vec::new();
    if let Some(report) = report {
        lines.push(fill(text.unit_installs, &[&format_integer(text.lang, report.total)]));
        lines.extend(headline::rate(campaign, text, report));
    }
    Panel {
        name: text.panel_heading.into(),
        lines,
        as_of: report.map_or_else(|| text.no_figures.into(), |r| fill(text.as_of, &[&moment(text.lang, r.as_of)])),
        home: None,
    }
}
