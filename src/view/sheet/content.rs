//! What a sheet says of its place: the one figure with what it counts, its denominator, its moment and its source, or nothing of figures at all. It
//! must not know how it is laid out.

use crate::{
    campaign::{Campaign, District},
    text::{ISOLATES, Lang, fill, print::print, text},
    view::{Brief, Selection, address, record},
};

/// The words of one place.
pub struct Content {
    /// Before the place's name: `Bluezone in`, with the kind of a district where the language says it first.
    pub opening: String,
    /// The name, with its kind where the language says it last.
    pub place: String,
    /// None before the first report, after the last was taken back, and for a district of which no report says anything.
    pub figure: Option<Figure>,
    /// Where newer figures will be, once it is known.
    pub newest: Option<String>,
    /// The address that says whether the figure still stands, once the site's is known.
    pub trace: Option<String>,
}

pub struct Figure {
    pub report: String,
    pub number: String,
    pub unit: &'static str,
    /// Its share, with the denominator; none where that is not known.
    pub rate: Option<String>,
    pub as_of: String,
    /// What must be said of it.
    pub reservations: Vec<String>,
    /// What one install is, who said so, by which report.
    pub small: Vec<String>,
}

impl Content {
    pub fn new(campaign: &Campaign, lang: Lang, district: Option<&District>) -> Self {
        let selection = Selection { lang, district: district.map(|d| d.code.clone()), ..Selection::default() };
        let words = print(lang, campaign);
        let name = district.map_or(&campaign.province.name, |district| &district.name);
        let whole = fill(text(lang, campaign).heading, &[&district.map_or_else(|| name.clone(), |district| words.place(district))]);
        let (opening, place) = whole.split_at(whole.rfind(name.as_str()).unwrap_or_default());
        let (opening, place) = (opening.trim_end().to_owned(), place.to_owned());
        let newest = campaign.base_url.as_deref().map(|base| fill(words.newest, &[address(&selection.path(campaign, &folder(base)))]));
        let figure = figure(campaign, lang, &selection);
        let trace = campaign.base_url.as_deref().zip(figure.as_ref()).map(|(base, figure)| {
            let base = folder(base);
            format!("{base}{}{}/", record::folder(lang), figure.report)
        });
        Self { opening, place, figure, newest, trace }
    }
}

fn figure(campaign: &Campaign, lang: Lang, selection: &Selection) -> Option<Figure> {
    let (words, text) = (print(lang, campaign), text(lang, campaign));
    let brief = Brief::new(campaign, text, selection);
    // Where no report speaks of districts, a district's sheet says nothing in place of the province's figure.
    if brief.district != selection.district.is_some() {
        return None;
    }
    let (number, _) = brief.figure?;
    let report = campaign.report_at(brief.at)?;
    // A sheet has no language to mark.
    let said = brief.reservations.into_iter().filter(|said| lang == Lang::Vi || !said.contains(ISOLATES));
    Some(Figure {
        report: report.id.clone(),
        number,
        unit: text.total_unit,
        rate: brief.rate.map(sentence),
        as_of: brief.as_of,
        reservations: said.map(|said| said.replace(ISOLATES, "")).collect(),
        small: vec![format!("{}.", brief.source.trim_end_matches('.')), fill(words.report, &[&report.id]), text.counted.to_owned()],
    })
}

/// With a capital at its beginning.
fn sentence(words: String) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// Whoever states where the site lies may have left out the last slash.
fn folder(url: &str) -> String {
    format!("{}/", url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{
        Withdrawal,
        fixture::{campaign, two_reports},
    };

    fn of(campaign: &Campaign, code: &str) -> Content {
        Content::new(campaign, Lang::Vi, campaign.district(code))
    }

    #[test]
    fn figure_denominator_moment_source_and_report_stand_together() {
        let all = of(&campaign(), "");
        assert_eq!((all.opening.as_str(), all.place.as_str()), ("Bluezone ở", "Đắk Nông"));
        let figure = all.figure.unwrap();
        assert_eq!(figure.number, "51.974");
        assert!(figure.rate.is_some_and(|rate| rate.starts_with("Bằng 8,35%") && rate.contains("622.168")));
        assert!(figure.as_of.contains("11/8/2020") && figure.small.concat().contains("Mã số liệu: r1."));
        assert!(figure.small.concat().contains("Sở Thông tin và Truyền thông"));
        let one = of(&two_reports(), "662");
        assert_eq!((one.opening.as_str(), one.place.as_str(), one.newest), ("Bluezone ở huyện", "Cư Jút", None));
        let english = Content::new(&two_reports(), Lang::En, campaign().district("660"));
        assert_eq!((english.opening.as_str(), english.place.as_str()), ("Bluezone in", "Gia Nghĩa\u{a0}City"));
        let figure = one.figure.unwrap();
        assert_eq!(figure.number, "6.963");
        assert!(figure.small.concat().contains("r2") && figure.reservations.concat().contains("57.516"));
    }

    #[test]
    fn nothing_is_guessed_where_nothing_is_known() {
        let mut campaign = two_reports();
        campaign.reports[1].installs.as_mut().unwrap().remove("662");
        assert!(of(&campaign, "662").figure.is_none() && of(&campaign, "663").figure.is_some());
        campaign.province.population = None;
        campaign.reports[1].rate_percent = None;
        assert!(of(&campaign, "").figure.unwrap().rate.is_none());
        campaign.reports.iter_mut().for_each(|report| report.installs = None);
        assert!(of(&campaign, "662").figure.is_none() && of(&campaign, "").figure.is_some());
        campaign.reports.iter_mut().for_each(|report| report.withdrawn = Some(Withdrawal::default()));
        assert!(of(&campaign, "").figure.is_none());
        campaign.reports.clear();
        assert!(of(&campaign, "").figure.is_none());
    }

    #[test]
    fn a_district_has_the_moment_and_the_report_of_its_own_figure() {
        let mut campaign = two_reports();
        campaign.reports[1].installs = None;
        let one = of(&campaign, "662").figure.unwrap();
        assert!(one.as_of.contains("11/8/2020") && one.small.concat().contains("r1") && one.number == "6.306");
    }

    #[test]
    fn where_newer_figures_are_is_said_once_it_is_known() {
        let mut campaign = campaign();
        assert_eq!(of(&campaign, "").trace, None);
        campaign.base_url = Some("https://bluezone.daknong.gov.vn".into());
        assert_eq!(of(&campaign, "662").trace.as_deref(), Some("https://bluezone.daknong.gov.vn/so-lieu/r1/"));
        assert_eq!(of(&campaign, "").newest.as_deref(), Some("Số liệu mới nhất: bluezone.daknong.gov.vn."));
        assert_eq!(of(&campaign, "662").newest.as_deref(), Some("Số liệu mới nhất: bluezone.daknong.gov.vn/huyen/cu-jut."));
    }
}
