//! What stands beside a bulletin and is not read aloud: the figure in digits with its denominator, its moment, its source, what must be known
//! beside it, and the report's id.

use crate::{
    campaign::Campaign,
    text::{Lang, bulletin::page, fill, format_integer, text, title},
    view::{Brief, Headline, Selection, bulletin::source_report},
};

/// Each a sentence.
pub struct Unread {
    /// The figure with its rate.
    pub figure: Option<String>,
    pub people: Option<String>,
    pub as_of: Option<String>,
    pub source: Option<String>,
    pub source_url: Option<String>,
    /// The source has no English title on an English page.
    pub is_source_vietnamese: bool,
    /// Nothing is known of the district itself, or of anything; notes and corrections.
    pub reservations: Vec<String>,
    /// In small letters.
    pub report: Option<String>,
}

impl Unread {
    pub fn new(campaign: &Campaign, lang: Lang, district: Option<&str>) -> Self {
        let (words, text) = (page(lang, campaign), text(lang, campaign));
        let known = campaign.reports_of_districts(None).and_then(|(report, _)| report.installs.as_ref());
        let own = district.filter(|code| known.is_some_and(|known| known.contains_key(*code)));
        let selection = Selection::opening(campaign, lang, own);
        let brief = Brief::new(campaign, text, &selection);
        let report = source_report(campaign, district);
        let named = district.and_then(|code| campaign.district(code));
        let mut reservations = brief.reservations;
        if let Some(missing) = named.filter(|_| own.is_none() && report.is_some()) {
            reservations.insert(0, fill(words.no_figure, &[&text.full_name(missing)]));
        }
        if report.is_none() {
            reservations.insert(0, text.no_figures.into());
        }
        reservations.extend(brief.stale);
        let people = match own.and(named) {
            Some(district) => district.known_population().map(|(n, _)| n).zip(campaign.population_source_of(district)),
            None => campaign.known_population(),
        };
        let name = own.and(named).map_or_else(|| campaign.province.name.clone(), |district| text.full_name(district));
        let said = |(n, source)| fill(words.of_people, &[&name, &format_integer(lang, n), title(lang, source)]);
        // The province's rate is in its headline alone.
        let rate = brief.rate.clone().or_else(|| Headline::new(campaign, text, None, None).figures?.rate.filter(|_| own.is_none()));
        let figure = brief.figure.map(|(shown, _)| fill(words.figure, &[&shown]));
        // The province's rate goes on with the sentence, and names the population already.
        let begins_small = |rate: &String| rate.starts_with(char::is_lowercase);
        let with_rate = |figure: String| match &rate {
            Some(rate) if begins_small(rate) => format!("{figure}, {rate}"),
            Some(rate) => format!("{figure}. {rate}"),
            None => figure,
        };
        let figure = figure.map(with_rate);
        let people = people.filter(|(n, _)| {
            let shown = format_integer(lang, *n);
            report.is_some() && figure.as_ref().is_none_or(|figure| !figure.contains(&shown))
        });
        Self {
            figure,
            people: people.map(said),
            as_of: report.map(|_| brief.as_of),
            source: report.map(|_| brief.source),
            source_url: brief.source_url,
            is_source_vietnamese: brief.source_is_vietnamese,
            reservations,
            report: report.map(|report| fill(words.report, &[&report.id])),
        }
    }

    /// All of it as one line.
    pub fn line(&self) -> String {
        let all =
            [&self.source, &self.as_of, &self.figure, &self.people].into_iter().flatten().chain(&self.reservations).chain(&self.report);
        all.map(|said| if said.ends_with('.') { said.clone() } else { format!("{said}.") })
            .collect::<Vec<_>>()
            .join(" ")
            .replace(['\u{2068}', '\u{2069}'], "")
    }
}
