//! Reads the figures of a bulletin back from its words and compares them with the data file, which it works out for itself: a fault in how
//! figures are chosen or spelled can't hide in both.

use scraper::{Html, Selector};

use super::RULE;
use crate::{
    campaign::{Campaign, Report, Stamp, arithmetic::rate_agrees},
    text::{
        Lang,
        bulletin::page as words,
        fill, format_integer, format_shortest,
        spoken::{Counted, Unit, heard},
        title,
    },
};

/// What differs in a page, a sentence each; empty: all figures agree.
pub fn page(html: &str, campaign: &Campaign, lang: Lang, district: Option<&str>) -> Vec<String> {
    let page = Html::parse_document(html);
    let all = |selector: &str| {
        let selector = Selector::parse(selector).ok();
        let found = selector.iter().flat_map(|selector| page.select(selector));
        found.map(|element| element.text().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let read = all(".read");
    let mut wrong: Vec<String> = read.iter().flat_map(|said| spoken(said, campaign, lang, district)).collect();
    if read.len() != crate::view::bulletin::LENGTHS.len() {
        wrong.push(format!("{} texts", read.len()));
    }
    wrong.extend(beside(&all(".unread").join(" "), campaign, lang, district));
    wrong
}

/// The same for a file.
pub fn text(file: &str, campaign: &Campaign, lang: Lang, district: Option<&str>) -> Vec<String> {
    let Some((read, unread)) = file.split_once(&format!("\n{RULE}\n")) else { return vec![format!("«{RULE}» is expected")] };
    let mut wrong = spoken(read, campaign, lang, district);
    wrong.extend(beside(unread, campaign, lang, district));
    wrong
}

/// The figures of a place as the data file has them.
struct Known<'a> {
    report: &'a Report,
    figure: u64,
    population: Option<u64>,
    rates: Vec<f64>,
}

fn known<'a>(campaign: &'a Campaign, district: Option<&str>) -> Option<Known<'a>> {
    let detailed = campaign.current_reports().rfind(|report| report.installs.is_some());
    let of_district = district.and_then(|code| {
        let report = detailed?;
        let figure = *report.installs.as_ref()?.get(code)?;
        let population = campaign.district(code)?.known_population().map(|(people, _)| people);
        let rates = population.map(|people| figure as f64 * 100.0 / people as f64).into_iter().collect();
        Some(Known { report, figure, population, rates })
    });
    of_district.or_else(|| {
        let report = campaign.current_reports().next_back()?;
        let population = campaign.known_population().map(|(people, _)| people);
        let computed = population.map(|people| report.total as f64 * 100.0 / people as f64);
        let stated = report.rate_percent;
        let rates = match (stated, computed) {
            (Some(stated), Some(computed)) if !rate_agrees(stated, computed) => vec![stated, computed],
            (stated, computed) => stated.or(computed).into_iter().collect(),
        };
        Some(Known { report, figure: report.total, population, rates })
    })
}

/// Every number with a unit must be one of the data file's, the place's own must be there and come first.
fn spoken(said: &str, campaign: &Campaign, lang: Lang, district: Option<&str>) -> Vec<String> {
    let heard = heard(lang, said);
    let mut wrong = Vec::new();
    let dialled: String = campaign.links.hotline.chars().filter(char::is_ascii_digit).collect();
    if heard.dialled.is_empty() || heard.dialled.iter().any(|number| *number != dialled) {
        wrong.push(format!("hotline: {:?} instead of {dialled}", heard.dialled));
    }
    let of = |unit: Unit| heard.counted.iter().filter(move |counted| counted.unit == unit).collect::<Vec<_>>();
    let (phones, percents, people) = (of(Unit::Phones), of(Unit::Percent), of(Unit::People));
    let Some(known) = known(campaign, district) else {
        wrong.extend(heard.counted.iter().map(|counted| format!("«{}», though nothing is published", counted.words)));
        return wrong;
    };
    let total = campaign.current_reports().next_back();
    let mut allowed = vec![known.figure];
    allowed.extend(total.map(|report| report.total));
    allowed.extend(known.report.sum());
    allowed.extend(changes(campaign, known.report, district));
    if district.is_none() {
        allowed.extend(known.report.installs.iter().flatten().map(|(_, n)| *n));
    }
    differing(&phones, &allowed.iter().map(u64::to_string).collect::<Vec<_>>(), &mut wrong);
    first(&phones, known.figure.to_string(), known.figure > 0, &mut wrong);
    let plain = |x: f64| format_shortest(Lang::En, x).replace(',', "");
    let mut rates = known.rates.clone();
    rates.extend(self::known(campaign, None).into_iter().flat_map(|whole| whole.rates));
    differing(&percents, &rates.into_iter().map(plain).collect::<Vec<_>>(), &mut wrong);
    if let [rate] = known.rates[..] {
        first(&percents, plain(rate), rate >= 0.005 && known.figure > 0, &mut wrong);
    }
    differing(&people, &known.population.iter().map(u64::to_string).collect::<Vec<_>>(), &mut wrong);
    moments(&heard.days, campaign, known.report, &mut wrong);
    wrong
}

/// What the place grew or shrank by since the report before that says anything of it.
fn changes(campaign: &Campaign, report: &Report, district: Option<&str>) -> Vec<u64> {
    let figure = |report: &Report| match district {
        Some(code) => report.installs.as_ref().and_then(|all| all.get(code)).copied(),
        None => Some(report.total),
    };
    let mut earlier = campaign.current_reports().filter(|earlier| earlier.as_of < report.as_of);
    let before = earlier.rfind(|earlier| district.is_none() || earlier.installs.is_some());
    let of_province = campaign.report_before(report).map(|before| report.total.abs_diff(before.total));
    let own = before.and_then(|before| Some(figure(report)?.abs_diff(figure(before)?)));
    own.into_iter().chain(of_province).collect()
}

fn differing(counted: &[&Counted], allowed: &[String], wrong: &mut Vec<String>) {
    let is_known = |counted: &&&Counted| counted.number.as_ref().is_some_and(|number| allowed.contains(number));
    let strange = counted.iter().filter(|counted| !is_known(counted));
    wrong.extend(strange.map(|counted| format!("«{}» ({:?}) is none of {allowed:?}", counted.words, counted.number)));
}

fn first(counted: &[&Counted], expected: String, is_said: bool, wrong: &mut Vec<String>) {
    let found = counted.first().and_then(|counted| counted.number.as_deref());
    if is_said && found != Some(expected.as_str()) {
        wrong.push(format!("{expected} is expected first, not {found:?}"));
    }
}

/// The figure's own moment comes first; every other one is that of a report, or a day that stands in the data file.
fn moments(days: &[crate::text::spoken::Day], campaign: &Campaign, report: &Report, wrong: &mut Vec<String>) {
    let same_day = |at: Stamp, day: &crate::text::spoken::Day| (at.year(), at.month(), at.day()) == (day.year, day.month, day.day);
    let same = |at: Stamp, day: &crate::text::spoken::Day| same_day(at, day) && day.clock.unwrap_or_default() == (at.hour(), at.minute());
    if !days.first().is_some_and(|day| same(report.as_of, day)) {
        wrong.push(format!("{} is expected first in {days:?}", report.as_of));
    }
    let sources = serde_json::to_string(campaign).unwrap_or_default();
    for day in days {
        let of_report = campaign.reports.iter().any(|report| same(report.as_of, day) || day.clock.is_none() && same_day(report.as_of, day));
        let written = Stamp::vietnam(day.year.unsigned_abs(), day.month.into(), day.day.into(), 0, 0)
            .map(|at| [Lang::Vi, Lang::En].map(|lang| crate::text::day(lang, at).replace('\u{a0}', " ")));
        if !of_report && !written.is_some_and(|all| day.clock.is_none() && all.iter().any(|day| sources.contains(day))) {
            wrong.push(format!("{day:?} is no day of the data"));
        }
    }
}

/// What is not read: figure, denominator, moment, source, id.
fn beside(said: &str, campaign: &Campaign, lang: Lang, district: Option<&str>) -> Vec<String> {
    let Some(known) = known(campaign, district) else { return Vec::new() };
    let flat = |text: &str| text.replace(['\u{a0}', '\u{2068}', '\u{2069}'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let said = flat(said);
    let mut expected = vec![
        fill(words(lang, campaign).figure, &[&format_integer(lang, known.figure)]),
        crate::text::moment(lang, known.report.as_of),
        title(lang, known.report.source.titled()).to_owned(),
        known.report.id.clone(),
    ];
    expected.extend(known.population.map(|people| format_integer(lang, people)));
    expected
        .into_iter()
        .map(|one| flat(&one))
        .filter(|one| !said.contains(one))
        .map(|one| format!("«{one}» is expected in «{said}»"))
        .collect()
}
