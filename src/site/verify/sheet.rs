//! Reads the figures back from a poster or a leaflet: from the words of its PDF, and from the notes in its PNG, whose pixels hold none. It works the
//! figures out for itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    campaign::{
        Campaign, Report,
        letters::documents::{self, Content},
    },
    site::print::{FIGURE, MOMENT, REPORT},
    text::{Lang, day, format_decimal, format_integer, format_shortest, title},
};

/// The figure that a sheet has to show, and its report; none: it shows no figure at all.
fn expected<'a>(campaign: &'a Campaign, district: Option<&str>) -> Option<(u64, &'a Report)> {
    match district {
        None => campaign.current_reports().next_back().map(|report| (report.total, report)),
        Some(code) => {
            let report = campaign.current_reports().rfind(|report| report.installs.is_some())?;
            report.installs.as_ref()?.get(code).map(|n| (*n, report))
        }
    }
}

/// What differs, a sentence each; empty: all figures agree.
pub fn pdf(bytes: &[u8], campaign: &Campaign, lang: Lang, district: Option<&str>) -> Vec<String> {
    let words = match words(bytes) {
        Ok(words) => words,
        Err(why) => return vec![why],
    };
    let mut wrong = Vec::new();
    let Some((figure, report)) = expected(campaign, district) else {
        wrong.extend(words.numbers().into_iter().map(|number| format!("{number} stands on a sheet that has no figure")));
        return wrong;
    };
    let mut expect = |what: &str, wanted: &str| {
        if !words.hold(wanted) {
            wrong.push(format!("{what}: «{wanted}» is expected"));
        }
    };
    expect("figure", &format_integer(lang, figure));
    expect("moment", &day(lang, report.as_of).replace('\u{a0}', " "));
    expect("report", &report.id);
    title(lang, report.source.titled()).split_whitespace().for_each(|word| expect("source", word));
    for share in shares(campaign, lang, district, figure, report) {
        expect("share", &share);
    }
    let known = known(campaign, lang);
    let strange = words.numbers().into_iter().filter(|number| !known.contains(number));
    wrong.extend(strange.map(|number| format!("{number} is no figure of the data")));
    wrong
}

/// The share, with its denominator.
fn shares(campaign: &Campaign, lang: Lang, district: Option<&str>, figure: u64, report: &Report) -> Vec<String> {
    match district {
        None => {
            let people = campaign.known_population().map(|(people, _)| people);
            let rate = people.map(|people| format_decimal(lang, figure as f64 * 100.0 / people as f64, 2));
            let stated = report.rate_percent.map(|stated| format_shortest(lang, stated));
            let percent = stated.or(rate).map(|rate| format!("{rate}%"));
            percent.into_iter().chain(people.map(|people| format_integer(lang, people))).collect()
        }
        Some(code) => {
            let people = campaign.district(code).and_then(|district| district.known_population());
            people.map(|(people, _)| format_decimal(lang, figure as f64 * 100.0 / people as f64, 2)).into_iter().collect()
        }
    }
}

/// Every number of thousands that the data holds, in figures or in words.
fn known(campaign: &Campaign, lang: Lang) -> BTreeSet<String> {
    let reports = campaign.reports.iter();
    let figures = reports.clone().flat_map(|report| {
        let installs = report.installs.iter().flat_map(|installs| installs.values().copied());
        installs.chain([report.total]).chain(report.sum())
    });
    let people = campaign.known_population().map(|(people, _)| people);
    let mut all: BTreeSet<String> = figures.chain(people).map(|n| format_integer(lang, n)).collect();
    let said = reports.flat_map(|report| {
        let why = report.withdrawn.as_ref().and_then(|withdrawn| withdrawn.why.clone());
        let source = &report.source;
        [report.note.clone(), why, Some(source.title.clone()), source.title_en.clone(), source.number.clone()].into_iter().flatten()
    });
    all.extend(said.flat_map(|said| Words::new(&said).numbers()));
    all
}

/// The same of a picture's notes.
pub fn png(bytes: &[u8], campaign: &Campaign, district: Option<&str>) -> Vec<String> {
    let notes = match notes(bytes) {
        Ok(notes) => notes,
        Err(why) => return vec![why],
    };
    let wanted = expected(campaign, district);
    let wanted = [
        (FIGURE, wanted.map(|(figure, _)| figure.to_string())),
        (MOMENT, wanted.map(|(_, report)| report.as_of.to_string())),
        (REPORT, wanted.map(|(_, report)| report.id.clone())),
    ];
    let differs = wanted.into_iter().filter(|(name, wanted)| notes.get(*name) != wanted.as_ref());
    differs.map(|(name, wanted)| format!("{name}: {:?} instead of {wanted:?}", notes.get(name))).collect()
}

fn notes(bytes: &[u8]) -> Result<BTreeMap<String, String>, String> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().map_err(|why| why.to_string())?;
    // What stands behind the pixels counts as well.
    reader.finish().map_err(|why| why.to_string())?;
    let chunks = &reader.info().utf8_text;
    chunks.iter().map(|chunk| Ok((chunk.keyword.clone(), chunk.get_text().map_err(|why| why.to_string())?))).collect()
}

/// The words of a sheet, in one line.
struct Words(String);

fn words(pdf: &[u8]) -> Result<Words, String> {
    let parts = documents::open(pdf).map_err(|why| format!("{why:?}"))?;
    let lines = parts.iter().flat_map(|part| match &part.content {
        Content::Text(lines) => lines.iter().map(|line| line.text.as_str()).collect(),
        _ => Vec::new(),
    });
    Ok(Words::new(&lines.collect::<Vec<_>>().join(" ")))
}

impl Words {
    fn new(words: &str) -> Self {
        // A digit beside larger letters looks like a footnote's mark to whoever reads letters.
        const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        let plain = |c: char| RAISED.chars().position(|raised| raised == c).and_then(|n| char::from_digit(n as u32, 10)).unwrap_or(c);
        let words: String = words.chars().map(plain).collect();
        Self(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Whether the words stand there whole, not as a part of longer ones.
    fn hold(&self, words: &str) -> bool {
        let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        self.0.match_indices(words).any(|(at, _)| {
            let (before, after) = (self.0[..at].chars().next_back(), self.0[at + words.len()..].chars().next());
            !part(before) && !part(after)
        })
    }

    /// Every number with a mark between its thousands.
    fn numbers(&self) -> Vec<String> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let is_grouped = |number: &str| {
            ['.', ','].iter().any(|mark| {
                let parts: Vec<&str> = number.split(*mark).collect();
                parts.len() > 1 && parts.iter().all(|part| digits(part)) && parts[1..].iter().all(|part| part.len() == 3)
            })
        };
        let candidates = self.0.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
        candidates.map(|number| number.trim_matches(['.', ','])).filter(|number| is_grouped(number)).map(Into::into).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_are_told_from_parts_of_others() {
        let words = Words::new("51.974  máy, 8,35% (622.168 người): Android 6.0, iOS 10.3, 1900 9095; r¹.");
        assert_eq!(words.numbers(), ["51.974", "622.168"]);
        assert!(words.hold("r1") && words.hold("8,35%") && !words.hold("51.97") && !words.hold("r"));
    }
}
