//! Words for findings: what is wrong, where, and what to do about it. It decides nothing; the values come with the finding.

mod en;
mod import_en;
mod import_vi;
mod vi;

use crate::campaign::finding::{Finding, Place, Problem};
use crate::campaign::{Campaign, Stamp, nearest};

use super::{Lang, date, number};

/// The longest piece of an input that a sentence repeats.
const LONGEST: usize = 60;

/// Where a finding is: "dòng 12", "báo cáo 8 giờ ngày 11/8/2020"; empty for the whole.
pub fn place(lang: Lang, campaign: &Campaign, finding: &Finding) -> String {
    let words = Words { lang, campaign };
    match lang {
        Lang::Vi => vi::place(&words, &finding.place),
        Lang::En => en::place(&words, &finding.place),
    }
}

/// What is wrong and what to do, in a sentence or two.
pub fn message(lang: Lang, campaign: &Campaign, problem: &Problem) -> String {
    let words = Words { lang, campaign };
    match lang {
        Lang::Vi => vi::message(&words, problem),
        Lang::En => en::message(&words, problem),
    }
}

/// What the sentences of both languages are filled with.
struct Words<'a> {
    lang: Lang,
    campaign: &'a Campaign,
}

impl Words<'_> {
    fn n(&self, value: u64) -> String {
        number::format_integer(self.lang, value)
    }

    fn count(&self, value: usize) -> String {
        self.n(value as u64)
    }

    /// A percentage with the decimals that it needs.
    fn rate(&self, value: f64) -> String {
        format!("{}%", number::format_shortest(self.lang, value))
    }

    fn at(&self, stamp: Stamp) -> String {
        // The no-break spaces are for pages; in a terminal they would get in the way of searching.
        date::moment(self.lang, stamp).replace('\u{a0}', " ")
    }

    fn name(&self, code: &str) -> String {
        self.campaign.district(code).map_or_else(|| self.quote(code), |district| district.name.clone())
    }

    /// The district whose name a text nearly is.
    fn nearest(&self, text: &str) -> Option<&str> {
        nearest::nearest(self.campaign, text).map(|district| district.name.as_str())
    }

    /// The district, or the whole province.
    fn subject(&self, code: Option<&String>) -> String {
        code.map_or_else(|| self.campaign.province.name.clone(), |code| self.name(code))
    }

    /// A piece of the input: shortened, and without anything that could disturb a terminal.
    fn quote(&self, text: &str) -> String {
        let clean: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        let more = if text.chars().count() > LONGEST { "…" } else { "" };
        match self.lang {
            Lang::Vi => format!("“{clean}{more}”"),
            Lang::En => format!("\"{clean}{more}\""),
        }
    }

    fn list(&self, texts: &[String]) -> String {
        texts.iter().map(|text| self.quote(text)).collect::<Vec<_>>().join(", ")
    }
}

/// Where a report, a district or a line is, in the words of either language.
fn place_with(words: &Words, place: &Place, [line, report, district, map, boundaries]: [&str; 5]) -> String {
    match place {
        Place::Whole => String::new(),
        Place::Line(at) => format!("{line} {at}"),
        Place::Field(field) => (*field).to_owned(),
        Place::District { index, code } => format!("districts[{index}] ({district} {})", words.name(code)),
        Place::Report { index, as_of } => format!("reports[{index}] ({report} {})", words.at(*as_of)),
        Place::Map => map.to_owned(),
        Place::Boundaries => boundaries.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_where_and_what_to_do() {
        let campaign: Campaign = serde_json::from_str(include_str!("../../tests/fixtures/data/campaign.json")).unwrap();
        let fell = Problem::InstallsFell { code: "663".into(), from: 7904, to: 7094, since: campaign.reports[0].as_of, noted: false };
        let said = message(Lang::Vi, &campaign, &fell);
        assert!(said.contains("Đắk Mil") && said.contains("7.904") && said.contains("7.094") && said.contains("--note"), "{said}");
        let said = message(Lang::En, &campaign, &fell);
        assert!(said.contains("7,904") && said.contains("--note"), "{said}");
        let finding = Finding::error(Place::Line(12), fell);
        assert_eq!((place(Lang::Vi, &campaign, &finding), place(Lang::En, &campaign, &finding)), ("dòng 12".into(), "line 12".into()));
    }

    #[test]
    fn a_hostile_text_stays_one_short_line() {
        let campaign: Campaign = serde_json::from_str(include_str!("../../tests/fixtures/data/campaign.json")).unwrap();
        let said = message(Lang::Vi, &campaign, &Problem::UnknownDistrict { text: format!("\u{1b}[2J\n{}", "x".repeat(500)) });
        assert!(!said.contains(['\n', '\u{1b}']) && said.chars().count() < 300, "{said}");
    }
}
