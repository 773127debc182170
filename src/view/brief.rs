//! What an embed says first and last: one place's figure, its denominator and its moment as one unit, every reservation, and the source.

use crate::{
    campaign::{Campaign, Measure, Stamp},
    text::{Text, fill, format_integer},
};

use super::{Figures, Headline, Selection, format_figure_with_unit};

/// One place and its figures, as short as they can stand alone on somebody else's page.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    pub heading: String,
    /// The figure as it is shown and in plain digits; none: nothing is known.
    pub figure: Option<(String, String)>,
    /// The share of the population, or rank and rate; with its denominator.
    pub rate: Option<String>,
    pub lines: Vec<String>,
    pub as_of: String,
    /// None before the first report.
    pub at: Option<Stamp>,
    pub reservations: Vec<String>,
    /// What is to be said once the figures have become old; whoever has a clock knows when.
    pub stale: Option<String>,
    pub source: String,
    pub source_url: Option<String>,
    pub source_is_vietnamese: bool,
    /// Whether it is one district's.
    pub district: bool,
}

impl Brief {
    pub fn new(campaign: &Campaign, text: &Text, selection: &Selection) -> Self {
        let mut brief = Self::of_place(campaign, text, selection);
        brief.stale = brief.at.and(campaign.stale_after_days).map(|days| fill(text.stale, &[&format_integer(text.lang, u64::from(days))]));
        brief
    }

    fn of_place(campaign: &Campaign, text: &Text, selection: &Selection) -> Self {
        district(campaign, text, selection).unwrap_or_else(|| {
            let view = Headline::new(campaign, text, selection.at, None);
            let at = campaign.report_at(selection.at).map(|report| report.as_of);
            let Some(f) = view.figures else { return empty(view, text) };
            let figure = Some((f.total.clone(), f.total_raw.clone()));
            Self { rate: f.rate.clone(), lines: f.change.iter().cloned().collect(), ..around(view.heading, figure, at, f) }
        })
    }
}

/// What is said of the report as a whole.
fn around(heading: String, figure: Option<(String, String)>, at: Option<Stamp>, f: Figures) -> Brief {
    Brief {
        heading,
        figure,
        rate: None,
        lines: Vec::new(),
        as_of: f.as_of,
        at,
        reservations: f.reservations,
        stale: None,
        source: f.source,
        source_url: f.source_url,
        source_is_vietnamese: f.source_is_vietnamese,
        district: false,
    }
}

fn empty(view: Headline, text: &Text) -> Brief {
    Brief {
        heading: view.heading,
        figure: None,
        rate: None,
        lines: Vec::new(),
        as_of: text.no_figures.into(),
        at: None,
        reservations: view.withdrawn,
        stale: None,
        source: String::new(),
        source_url: None,
        source_is_vietnamese: false,
        district: false,
    }
}

/// None where no district is chosen, or no report says anything of districts.
fn district(campaign: &Campaign, text: &Text, selection: &Selection) -> Option<Brief> {
    let code = selection.district.as_deref()?;
    let all = campaign.standings(selection.at, Measure::Installs)?;
    let row = all.row(code)?;
    let at = all.report.as_of;
    let report = Headline::new(campaign, text, Some(at), None).figures?;
    let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count();
    let figure = row.installs.map(|n| (format_integer(text.lang, n), n.to_string()));
    let rank = row.rank.map(|rank| fill(text.rank_by_installs, &[&rank.to_string(), &ranked.to_string()]));
    let change = row.change.map(|_| format_figure_with_unit(text, Measure::Change, row, all.before.map(|r| r.as_of)));
    let per_100 = row.per_100.map(|_| format_figure_with_unit(text, Measure::Per100, row, None));
    let said: Vec<String> = rank.into_iter().chain(per_100).collect();
    Some(Brief {
        rate: (!said.is_empty()).then(|| said.join("; ")),
        lines: change.into_iter().collect(),
        district: true,
        ..around(text.full_name(row.district), figure, Some(at), report)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::fixture::{campaign, two_reports},
        text::{Lang, text},
    };

    fn brief(campaign: &Campaign, district: Option<&str>) -> Brief {
        let selection = Selection { district: district.map(Into::into), ..Selection::default() };
        Brief::new(campaign, text(Lang::Vi, campaign), &selection)
    }

    #[test]
    fn figure_denominator_and_moment_stand_together() {
        let all = brief(&campaign(), None);
        assert_eq!(all.figure, Some(("51.974".into(), "51974".into())));
        assert!(all.rate.unwrap().contains("622.168"));
        let one = brief(&campaign(), Some("662"));
        assert_eq!((one.heading.as_str(), one.figure.unwrap().0.as_str()), ("Huyện Cư Jút", "6.306"));
        assert!(one.rate.unwrap().starts_with("Hạng 4/8 về số máy; 6,88 máy trên 100 dân ("));
        assert_eq!(one.as_of, all.as_of);
    }

    #[test]
    fn reservations_come_along_and_nothing_is_made_up() {
        let campaign = two_reports();
        assert_eq!(brief(&campaign, Some("662")).reservations, brief(&campaign, None).reservations);
        let mut aging = campaign.clone();
        aging.stale_after_days = Some(30);
        assert!(brief(&campaign, None).stale.is_none() && brief(&aging, Some("662")).stale.is_some_and(|said| said.contains("30")));
        let mut missing = campaign.clone();
        missing.reports[1].installs.as_mut().unwrap().remove("662");
        let one = brief(&missing, Some("662"));
        assert_eq!((one.figure, one.rate, one.lines.len()), (None, None, 0));
        missing.reports.clear();
        assert_eq!((brief(&missing, None).figure, brief(&missing, Some("662")).at), (None, None));
    }

    #[test]
    fn a_total_alone_says_of_a_district_what_the_report_before_knew() {
        let mut campaign = two_reports();
        campaign.reports[1].installs = None;
        let (all, one) = (brief(&campaign, None), brief(&campaign, Some("662")));
        assert_eq!((all.figure.unwrap().0.as_str(), one.figure.unwrap().0.as_str()), ("57.511", "6.306"));
        assert!(one.at < all.at);
    }
}
