//! What the reader chose, and the address that says it. Path and query are parsed once into one typed value, which never
//! fails: what it can't use is ignored and listed. It must not know the browser.

use crate::{
    campaign::{Campaign, District, Measure, Stamp},
    text::Lang,
};

/// One choice of district, measure, report and language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub lang: Lang,
    /// The district's code; none: the whole province.
    pub district: Option<String>,
    pub measure: Measure,
    /// The reader chose the measure, or the address names it: then the address goes on naming it, whatever a page opens with.
    pub named: bool,
    /// The report's moment; none: the latest.
    pub at: Option<Stamp>,
}

impl Measure {
    pub const ALL: [Measure; 3] = [Measure::Installs, Measure::Per100, Measure::Change];

    /// The word in an address.
    pub const fn word(self) -> &'static str {
        match self {
            Measure::Installs => "installs",
            Measure::Per100 => "rate",
            Measure::Change => "change",
        }
    }
}

impl Selection {
    /// What a page shows before anything else is chosen.
    pub fn opening(campaign: &Campaign, lang: Lang, district: Option<&str>) -> Self {
        Self { lang, district: district.map(Into::into), measure: campaign.opening_measure(None), ..Self::default() }
    }

    /// Reads an address below `base` (a path that ends in `/`). Returns what was ignored, for those who set links up.
    pub fn parse(campaign: &Campaign, base: &str, path: &str, query: &str) -> (Self, Vec<String>) {
        let mut selection = Self::default();
        let mut measure = None;
        let mut ignored = Vec::new();
        let mut steps = path.strip_prefix(base).unwrap_or(path).split('/').filter(|s| !s.is_empty() && *s != "index.html").peekable();
        if steps.next_if_eq(&"en").is_some() {
            selection.lang = Lang::En;
        }
        match (steps.next(), steps.next()) {
            (None, _) => {}
            (Some("huyen"), Some(slug)) if campaign.by_slug(slug).is_some() => {
                selection.district = campaign.by_slug(slug).map(|d| d.code.clone());
            }
            (Some(step), _) => ignored.push(step.to_string()),
        }
        for pair in query.trim_start_matches('?').split('&').filter(|p| !p.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let understood = match key {
                "at" => {
                    selection.at = selection.at.or_else(|| report_at(campaign, value));
                    selection.at.is_some()
                }
                "measure" => Measure::ALL.into_iter().find(|m| m.word() == value).map(|m| measure = Some(m)).is_some(),
                _ => false,
            };
            if !understood {
                ignored.push(pair.to_string());
            }
        }
        let offered = |measure: &Measure| *measure == Measure::Installs || campaign.offers(*measure, selection.at);
        if let Some(measure) = measure.filter(|measure| !offered(measure)) {
            ignored.push(format!("measure={}", measure.word()));
        }
        let measure = measure.filter(offered);
        selection.named = measure.is_some();
        selection.measure = measure.unwrap_or_else(|| campaign.opening_measure(selection.at));
        (selection, ignored)
    }

    /// The path of the pre-rendered page that shows this district in this language.
    pub fn path(&self, campaign: &Campaign, base: &str) -> String {
        self.path_of(self.district.as_deref().and_then(|code| campaign.district(code)), base)
    }

    /// The same of another district.
    pub fn path_of(&self, district: Option<&District>, base: &str) -> String {
        let lang = match self.lang {
            Lang::Vi => "",
            Lang::En => "en/",
        };
        match district {
            Some(district) => format!("{base}{lang}huyen/{}/", district.slug),
            None => format!("{base}{lang}"),
        }
    }

    /// The whole address below the host; it reads back as the same choice.
    pub fn address(&self, campaign: &Campaign, base: &str) -> String {
        let mut address = self.path(campaign, base);
        let mut mark = '?';
        // Counts that nobody asked for by name (an embed's) lead to what the page opens with.
        let opening = [campaign.opening_measure(self.at), Measure::Installs];
        if self.named || !opening.contains(&self.measure) {
            address.push_str(&format!("{mark}measure={}", self.measure.word()));
            mark = '&';
        }
        if let Some(at) = self.at {
            address.push_str(&format!("{mark}at={}", report_word(campaign, at)));
        }
        address
    }

    pub fn with_lang(&self, lang: Lang) -> Self {
        Self { lang, ..self.clone() }
    }

    pub fn with_district(&self, code: Option<&str>) -> Self {
        Self { district: code.map(Into::into), ..self.clone() }
    }
}

/// The day alone where only one report is of that day, else the whole moment without its offset's `+`, which an address would have to escape.
fn report_word(campaign: &Campaign, at: Stamp) -> String {
    let same_day = campaign.current_reports().filter(|r| r.as_of.date() == at.date()).count();
    if same_day > 1 { format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute()) } else { at.date() }
}

/// The latest current report that the word of an address names: a day, or a moment with or without its offset.
fn report_at(campaign: &Campaign, word: &str) -> Option<Stamp> {
    let mut parts = word.split('%');
    let mut word = parts.next()?.to_owned();
    for part in parts {
        // Whatever else may be escaped is no part of a moment.
        let (escape, rest) = part.split_at_checked(2)?;
        word.push(match escape {
            "3A" | "3a" => ':',
            "2B" | "2b" => '+',
            _ => return None,
        });
        word.push_str(rest);
    }
    let long = |at: Stamp| at.to_string();
    campaign
        .current_reports()
        .rev()
        .map(|r| r.as_of)
        .find(|at| at.date() == word || (word.len() >= 16 && (long(*at).starts_with(&word) || Stamp::parse(&word) == Some(*at))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::campaign::fixture::{campaign, two_reports};

    #[test]
    fn reads_what_it_writes() {
        let campaign = two_reports();
        for base in ["/", "/bluezone/"] {
            for lang in [Lang::Vi, Lang::En] {
                for district in [None, Some("666".to_string())] {
                    for measure in [Measure::Installs, Measure::Per100, Measure::Change] {
                        let at = (measure != Measure::Change).then(|| campaign.reports[0].as_of);
                        let selection = Selection { lang, district: district.clone(), measure, named: true, at };
                        let address = selection.address(&campaign, base);
                        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
                        assert_eq!(Selection::parse(&campaign, base, path, query), (selection, vec![]), "{address}");
                    }
                }
            }
        }
    }

    #[test]
    fn bad_values_are_ignored_and_listed() {
        let campaign = campaign();
        let (selection, ignored) =
            Selection::parse(&campaign, "/", "/huyen/ha-noi/", "?measure=change&at=2020-13-01&utm=x&measure=<script>");
        assert_eq!(selection, Selection::opening(&campaign, Lang::Vi, None));
        assert_eq!(ignored, ["huyen", "at=2020-13-01", "utm=x", "measure=<script>", "measure=change"]);
    }

    #[test]
    fn addresses_are_the_contract() {
        let campaign = campaign();
        let (selection, _) = Selection::parse(&campaign, "/", "/en/huyen/dak-rlap/index.html", "measure=rate&at=2020-08-11");
        assert_eq!(selection.district.as_deref(), Some("666"));
        assert_eq!(selection.address(&campaign, "/"), "/en/huyen/dak-rlap/?measure=rate&at=2020-08-11");
        // The fair measure is what a page opens with, so an address need not name it.
        let opening = Selection::parse(&campaign, "/", "/en/huyen/dak-rlap/", "").0;
        assert_eq!((opening.measure, opening.address(&campaign, "/").as_str()), (Measure::Per100, "/en/huyen/dak-rlap/"));
        let counts = Selection { measure: Measure::Installs, named: true, ..selection.clone() };
        assert_eq!(counts.address(&campaign, "/"), "/en/huyen/dak-rlap/?measure=installs&at=2020-08-11");
        assert_eq!(selection.with_lang(Lang::Vi).with_district(None).path(&campaign, "/"), "/");
    }

    #[test]
    fn where_a_population_is_not_known_counts_come_first() {
        let mut campaign = campaign();
        campaign.districts[3].population = None;
        assert_eq!(Selection::opening(&campaign, Lang::Vi, None).measure, Measure::Installs);
        let rate = Selection::parse(&campaign, "/", "/", "measure=rate").0;
        assert_eq!((rate.measure, rate.address(&campaign, "/").as_str()), (Measure::Per100, "/?measure=rate"));
    }

    proptest! {
        #[test]
        fn never_panics(path in ".*", query in ".*") {
            let campaign = two_reports();
            let (selection, _) = Selection::parse(&campaign, "/", &path, &query);
            prop_assert!(selection.district.is_none() || campaign.district(&selection.district.unwrap()).is_some());
        }
    }
}
