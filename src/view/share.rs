//! What is shared, copied and put in meta tags: a figure, its denominator and its moment in one sentence, with the address.

use crate::{
    campaign::{Campaign, Measure, Standing, Standings},
    text::{Text, fill, moment},
};

use super::{Headline, Selection, headline, map::spoken};

#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The page's title.
    pub title: String,
    /// The sentence that goes with the address.
    pub sentence: String,
    /// What is put under figures that someone copies: their moment, what they count, their source.
    pub unit: String,
}

impl Share {
    pub fn new(campaign: &Campaign, text: &Text, selection: &Selection) -> Self {
        let report = campaign.report_at(selection.at);
        let district = selection.district.as_deref().and_then(|code| campaign.district(code));
        let heading = fill(text.heading, &[&campaign.province.name]);
        let title = district.map_or_else(|| heading.clone(), |d| format!("{} – {heading}", text.full_name(d)));
        let sentence = match district {
            Some(district) => of_district(campaign, text, selection, &district.code),
            None => None,
        };
        let unit = report.map_or_else(
            || text.no_figures.into(),
            |report| {
                let at = fill(text.as_of, &[&moment(text.lang, report.as_of)]);
                format!("({at}. {} {})", text.counted, fill(text.source, &[&headline::source(text.lang, report)]))
            },
        );
        Self { sentence: sentence.unwrap_or_else(|| of_province(campaign, text, selection)), title, unit }
    }
}

/// `Huyện Cư Jút: 6.306 máy đã cài, hạng 4/8, tính đến …; 6,88 máy trên 100 dân (…)`
fn of_district(campaign: &Campaign, text: &Text, selection: &Selection, code: &str) -> Option<String> {
    let all = campaign.standings(selection.at, Measure::Installs)?;
    Some(of_row(text, &all, all.row(code)?))
}

/// The same for whoever has all rows at hand.
pub fn of_row(text: &Text, all: &Standings, row: &Standing) -> String {
    let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count();
    let at = moment(text.lang, all.report.as_of);
    let mut out = spoken(text, &text.full_name(row.district), Measure::Installs, row, ranked, None, &at);
    if row.per_100.is_some() {
        out = format!("{out}; {}", super::format_figure_with_unit(text, Measure::Per100, row, None));
    }
    format!("{out}.")
}

fn of_province(campaign: &Campaign, text: &Text, selection: &Selection) -> String {
    match Headline::new(campaign, text, selection.at, None).figures {
        None => text.no_figures.into(),
        Some(f) => {
            let rate = f.rate.map(|rate| format!(", {rate}")).unwrap_or_default();
            format!("{}: {} {}{rate}. {}.", campaign.province.name, f.total, text.total_unit, f.as_of)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::fixture::two_reports,
        text::{Lang, text},
    };

    #[test]
    fn figure_denominator_and_moment_stay_together() {
        let campaign = two_reports();
        let text = text(Lang::Vi, &campaign);
        let plain = |s: &str| s.replace('\u{a0}', " ");
        let at = Some(campaign.reports[0].as_of);
        let share = Share::new(&campaign, text, &Selection { at, ..Selection::default() });
        assert_eq!(
            plain(&share.sentence),
            "Đắk Nông: 51.974 máy đã cài Bluezone, bằng 8,35% dân số toàn tỉnh (622.168 người, Tổng điều tra dân số và nhà ở 1/4/2019). \
             Tính đến 8 giờ ngày 11/8/2020."
        );
        let share = Share::new(&campaign, text, &Selection { district: Some("662".into()), at, ..Selection::default() });
        assert!(plain(&share.sentence).starts_with("Huyện Cư Jút: 6.306 máy đã cài, hạng 4/8, tính đến 8 giờ ngày 11/8/2020; 6,88 máy"));
        assert_eq!(share.title, "Huyện Cư Jút – Bluezone ở Đắk Nông");
    }
}
