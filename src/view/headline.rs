//! The headline: the total, its share of the population and its moment as one unit, with the source and every reservation.

use crate::{
    campaign::{
        Campaign, GoalUnit, Measure, Report, Stamp, Standing,
        arithmetic::{growth_percent, rate_agrees},
    },
    text::{Lang, Text, fill, format_decimal, format_integer, format_shortest, format_signed, moment, title},
};

use super::reservations::{reservations, withdrawn};
use super::{Selection, format_figure, format_figure_with_unit, holds};

/// The figures of one report for the whole province, or first for one district.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    pub heading: String,
    /// None: nothing has been published yet.
    pub figures: Option<Figures>,
    /// Where there are no figures: why there are none any more.
    pub withdrawn: Vec<String>,
    /// Latest first.
    pub reports: Vec<ReportChoice>,
}

/// One report to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportChoice {
    pub value: String,
    pub name: String,
    pub chosen: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub total: String,
    /// Plain digits.
    pub total_raw: String,
    pub rate: Option<String>,
    pub as_of: String,
    pub as_of_iso: String,
    pub source: String,
    pub source_url: Option<String>,
    /// The source has no English title on an English page: whoever reads it out must know.
    pub source_is_vietnamese: bool,
    pub change: Option<String>,
    pub goal: Option<String>,
    /// The district that the page is about; its figures come before the province's.
    pub district: Option<DistrictFigures>,
    /// Notes, differences, staleness, withdrawals: each a sentence.
    pub reservations: Vec<String>,
}

/// One district's figures, as the first thing that its page says.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictFigures {
    pub installs: String,
    /// Plain digits; nothing where there is no figure.
    pub installs_raw: String,
    /// Rate, ranks and change.
    pub lines: Vec<String>,
    /// Whose figures follow: the whole province's.
    pub whole: &'static str,
}

impl Headline {
    /// The headline of a selection: of its district, where a report says anything of it.
    pub fn of(campaign: &Campaign, text: &Text, selection: &Selection, now: Option<i64>) -> Self {
        district(campaign, text, selection, now).unwrap_or_else(|| Self::new(campaign, text, selection.at, now))
    }

    /// `now` (seconds since 1970) only serves to say that figures are old; a pre-rendered page has none.
    pub fn new(campaign: &Campaign, text: &Text, at: Option<Stamp>, now: Option<i64>) -> Self {
        let shown = campaign.report_at(at);
        let choice = |r: &Report| ReportChoice {
            value: r.as_of.to_string(),
            name: moment(text.lang, r.as_of),
            chosen: shown.is_some_and(|shown| shown.as_of == r.as_of),
        };
        Self {
            heading: fill(text.heading, &[&campaign.province.name]),
            figures: shown.map(|report| figures(campaign, text, report, now)),
            withdrawn: if shown.is_none() { withdrawn(campaign, text, None) } else { Vec::new() },
            reports: campaign.current_reports().rev().map(choice).collect(),
        }
    }
}

fn figures(campaign: &Campaign, text: &Text, report: &Report, now: Option<i64>) -> Figures {
    Figures {
        total: format_integer(text.lang, report.total),
        total_raw: report.total.to_string(),
        rate: rate(campaign, text, report),
        as_of: fill(text.as_of, &[&moment(text.lang, report.as_of)]),
        as_of_iso: report.as_of.to_string(),
        source: fill(text.source, &[&source(text.lang, report)]),
        source_url: report.source.url.clone().filter(|url| url.starts_with("https://")),
        source_is_vietnamese: text.lang == Lang::En && report.source.title_en.is_none(),
        change: campaign.report_before(report).and_then(|before| change(text, report, before)),
        goal: goal(campaign, text, report),
        district: None,
        reservations: reservations(campaign, text, report, now),
    }
}

fn district(campaign: &Campaign, text: &Text, selection: &Selection, now: Option<i64>) -> Option<Headline> {
    let all = campaign.standings(selection.at, Measure::Installs)?;
    let row = all.row(selection.district.as_deref()?)?;
    let mut headline = Headline::new(campaign, text, selection.at, now);
    let mut of_report = figures(campaign, text, campaign.report_at(selection.at)?, now);
    // The total may be newer than what is known of the districts: then either figure has its own moment.
    let older = all.report.as_of.to_string() != of_report.as_of_iso;
    let as_of = older.then(|| fill(text.as_of, &[&moment(text.lang, all.report.as_of)]));
    let rate = row.per_100.map(|_| format_figure_with_unit(text, Measure::Per100, row, None));
    let change = row.change.map(|_| format_figure_with_unit(text, Measure::Change, row, all.before.map(|before| before.as_of)));
    of_report.change = None;
    of_report.district = Some(DistrictFigures {
        installs: format_figure(text, Measure::Installs, row).unwrap_or_else(|| text.no_figure.into()),
        installs_raw: row.installs.map(|n| n.to_string()).unwrap_or_default(),
        lines: as_of.into_iter().chain(rate).chain(ranks(campaign, text, selection, row)).chain(change).collect(),
        whole: text.panel_heading,
    });
    headline.heading = text.full_name(row.district);
    headline.figures = Some(of_report);
    Some(headline)
}

/// `hạng 4/8 về số máy, hạng 5/8 về tỷ lệ`
fn ranks(campaign: &Campaign, text: &Text, selection: &Selection, row: &Standing) -> Option<String> {
    let rank = |measure, sentence| {
        let all = campaign.standings(selection.at, measure)?;
        let rank = all.row(&row.district.code)?.rank?;
        let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count();
        Some(fill(sentence, &[&rank.to_string(), &ranked.to_string()]))
    };
    let said: Vec<String> = [(Measure::Installs, text.rank_by_installs), (Measure::Per100, text.rank_by_rate)]
        .into_iter()
        .filter_map(|(m, s)| rank(m, s))
        .collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The source's title, with its number where the title does not already hold it.
pub fn source(lang: Lang, report: &Report) -> String {
    let (source, title) = (&report.source, title(lang, report.source.titled()));
    match &source.number {
        Some(number) if !holds(title, number) => format!("{title} ({number})"),
        _ => title.to_owned(),
    }
}

/// The share of the population, always with its denominator: as the source states it where it states one, and what this
/// site computes where the two differ.
pub fn rate(campaign: &Campaign, text: &Text, report: &Report) -> Option<String> {
    let percent = |x: f64| format!("{}%", format_decimal(text.lang, x, 2));
    // With the decimals that the source gives.
    let as_stated = |x: f64| format!("{}%", format_shortest(text.lang, x));
    let people = campaign.known_population().map(|(n, source)| (format_integer(text.lang, n), title(text.lang, source)));
    match (report.rate_percent, campaign.computed_rate(report), people) {
        (Some(stated), Some(computed), Some((people, source))) if !rate_agrees(stated, computed) => {
            Some(fill(text.rate_stated_and_computed, &[&as_stated(stated), &percent(computed), &people, source]))
        }
        (stated, Some(computed), Some((people, source))) => {
            Some(fill(text.rate_of_population, &[&stated.map_or_else(|| percent(computed), as_stated), &people, source]))
        }
        (Some(stated), ..) => Some(fill(text.rate_as_stated, &[&as_stated(stated)])),
        _ => None,
    }
}

fn change(text: &Text, report: &Report, before: &Report) -> Option<String> {
    let change = i64::try_from(report.total).ok()?.checked_sub_unsigned(before.total)?;
    let growth = growth_percent(before.total, report.total).unwrap_or(f64::NAN);
    Some(fill(text.change_since, &[&format_signed(text.lang, change), &signed_percent(text, growth), &moment(text.lang, before.as_of)]))
}

/// `+10,7%`
pub fn signed_percent(text: &Text, x: f64) -> String {
    let sign = if x > 0.0 { "+" } else { "" };
    format!("{sign}{}%", format_decimal(text.lang, x, 1))
}

fn goal(campaign: &Campaign, text: &Text, report: &Report) -> Option<String> {
    let goal = campaign.goal.as_ref()?;
    let (wanted, name) = match goal.unit {
        GoalUnit::Installs => (goal.value, fill(text.goal_installs, &[&format_shortest(text.lang, goal.value)])),
        GoalUnit::PercentOfPopulation => {
            let (people, _) = campaign.known_population()?;
            (goal.value / 100.0 * people as f64, fill(text.goal_percent, &[&format_shortest(text.lang, goal.value)]))
        }
    };
    let left = (wanted - report.total as f64).ceil();
    let source = title(text.lang, goal.source.titled());
    Some(if left > 0.0 {
        fill(text.goal_left, &[&format_shortest(text.lang, left), &name, source])
    } else {
        fill(text.goal_met, &[&name, source])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::{
            Goal, Source, Withdrawal,
            fixture::{campaign, two_reports},
        },
        text::text,
    };

    fn figures_of(campaign: &Campaign, lang: Lang) -> Figures {
        Headline::new(campaign, text(lang, campaign), None, None).figures.unwrap()
    }

    #[test]
    fn the_letter() {
        let f = figures_of(&campaign(), Lang::Vi);
        assert_eq!(f.total, "51.974");
        assert_eq!(f.rate.unwrap(), "bằng 8,35% dân số toàn tỉnh (622.168 người, Tổng điều tra dân số và nhà ở 1/4/2019)");
        assert_eq!(f.as_of.replace('\u{a0}', " "), "Tính đến 8 giờ ngày 11/8/2020");
        assert_eq!((f.change, f.goal, f.reservations.len()), (None, None, 0));
    }

    #[test]
    fn a_report_that_does_not_add_up_says_so() {
        let f = figures_of(&two_reports(), Lang::Vi);
        assert_eq!(f.total, "57.511");
        assert!(f.reservations[0].contains("57.516") && f.reservations[0].contains("57.511"));
        assert!(f.reservations[1].starts_with("Ghi chú: "));
        assert!(f.rate.as_ref().is_some_and(|r| r.contains("8,82%") && r.contains("9,24%")), "{:?}", f.rate);
        assert_eq!(f.change.unwrap().replace('\u{a0}', " "), "+5.537 máy (+10,7%) so với 8 giờ ngày 11/8/2020");
    }

    #[test]
    fn a_stated_rate_and_the_computed_one_are_both_said_only_where_they_disagree() {
        for (stated, both) in
            [(8.35, false), (8.36, false), (8.4, false), (8.3, false), (8.0, false), (8.34, true), (8.5, true), (9.24, true)]
        {
            let mut campaign = campaign();
            campaign.reports[0].rate_percent = Some(stated);
            let rate = figures_of(&campaign, Lang::En).rate.unwrap();
            assert_eq!(rate.matches('%').count() == 2, both, "{stated}: {rate}");
            assert!(rate.contains(&format!("{stated}%")) && !rate.contains("0%"), "with the source's own decimals: {rate}");
            assert_eq!(crate::campaign::check::is_publishable(&campaign), !both, "{stated}: the check and the headline follow one rule");
        }
    }

    #[test]
    fn the_distance_to_a_goal() {
        let mut campaign = campaign();
        let source = Source { title: "UBND tỉnh".into(), title_en: None, number: None, url: None };
        campaign.goal = Some(Goal { value: 60_000.0, unit: GoalUnit::Installs, source: source.clone() });
        assert_eq!(figures_of(&campaign, Lang::Vi).goal.unwrap(), "Còn 8.026 máy nữa là đạt mục tiêu 60.000 máy cài Bluezone (UBND tỉnh).");
        campaign.goal = Some(Goal { value: 30.0, unit: GoalUnit::PercentOfPopulation, source: source.clone() });
        assert!(figures_of(&campaign, Lang::En).goal.unwrap().starts_with("134,677 more to reach"));
        campaign.goal = Some(Goal { value: 8.0, unit: GoalUnit::PercentOfPopulation, source });
        assert!(figures_of(&campaign, Lang::Vi).goal.unwrap().starts_with("Đã đạt"));
    }

    #[test]
    fn old_and_withdrawn_figures_are_called_so() {
        let mut campaign = two_reports();
        campaign.reports[1].withdrawn = Some(Withdrawal::default());
        campaign.stale_after_days = Some(30);
        let report = campaign.reports[0].as_of.unix();
        let said = |days: i64| {
            Headline::new(&campaign, text(Lang::Vi, &campaign), None, Some(report + days * 86_400)).figures.unwrap().reservations
        };
        assert_eq!(said(30).len(), 1);
        assert!(said(30)[0].contains("rút lại"));
        assert!(said(31)[1].contains("quá 30 ngày"));
    }

    #[test]
    fn a_districts_page_leads_with_the_district() {
        let campaign = two_reports();
        let selection = Selection::opening(&campaign, Lang::Vi, Some("662"));
        let headline = Headline::of(&campaign, text(Lang::Vi, &campaign), &selection, None);
        assert_eq!(headline.heading, "Huyện Cư Jút");
        let figures = headline.figures.unwrap();
        let own = figures.district.unwrap();
        assert_eq!((own.installs.as_str(), own.installs_raw.as_str()), ("6.963", "6963"));
        let lines = own.lines.join("|").replace('\u{a0}', " ");
        for said in ["7,60 máy trên 100 dân", "Hạng 4/8 về số máy, hạng", "về tỷ lệ", "+657 máy so với 8 giờ ngày 11/8/2020"]
        {
            assert!(lines.contains(said), "{said}: {lines}");
        }
        // The province stands beside it, and its change is not said for the district's.
        assert_eq!((figures.total.as_str(), figures.change), ("57.511", None));
        // Of a total alone no district is known: then either figure has its own moment.
        let mut campaign = campaign;
        campaign.reports[1].installs = None;
        let headline = Headline::of(&campaign, text(Lang::Vi, &campaign), &selection, None);
        let figures = headline.figures.unwrap();
        let own = figures.district.unwrap();
        assert_eq!((own.installs.as_str(), figures.total.as_str()), ("6.306", "57.511"));
        assert_eq!(own.lines[0].replace('\u{a0}', " "), "Tính đến 8 giờ ngày 11/8/2020");
        assert!(figures.as_of.contains("13/8/2020"), "{}", figures.as_of);
    }
}
