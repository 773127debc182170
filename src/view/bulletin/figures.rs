//! What a bulletin says of a place's figures: what must be said, and what is said where there is time. Nothing is said that is not known.

use super::{Said, Slot};
use crate::{
    campaign::{Campaign, District, Measure, Report, Stamp, Standing, Standings, Titled, arithmetic::rate_agrees},
    text::{
        Lang,
        bulletin::{Spoken, spoken},
        fill,
        spoken::{self as aloud, syllables},
        text, title, translated,
    },
};

pub(super) struct Figures {
    pub must: Said,
    pub wishes: Wishes,
}

/// By what they say, each once at most.
#[derive(Default)]
pub(super) struct Wishes {
    pub corrections: Said,
    pub longer: Said,
    pub denominator: Said,
    pub about: Said,
    pub by: Said,
    pub change: Said,
    pub others: Said,
    pub counted: Said,
}

/// A source whose name takes longer is left to the eye.
const LONGEST_NAME: usize = 24;

/// One place with its figure, as it stands in the middle of a sentence.
struct Place<'a> {
    name: String,
    installs: u64,
    as_of: Stamp,
    people: Option<(u64, Titled<'a>)>,
    rates: Rates,
}

enum Rates {
    None,
    One(String),
    /// The source states another one than follows from the population.
    Two {
        stated: String,
        computed: String,
    },
}

struct Voice<'a> {
    campaign: &'a Campaign,
    lang: Lang,
    words: &'static Spoken,
}

/// The report that a place's figure is from: a district's may be older than the total.
pub fn source_report<'a>(campaign: &'a Campaign, district: Option<&str>) -> Option<&'a Report> {
    let of_district = || {
        let (report, _) = campaign.reports_of_districts(None)?;
        report.installs.as_ref()?.get(district?).map(|_| report)
    };
    of_district().or_else(|| campaign.report_at(None))
}

pub(super) fn figures(campaign: &Campaign, lang: Lang, district: Option<&str>) -> Figures {
    let voice = Voice { campaign, lang, words: spoken(lang, campaign) };
    let own = district.and_then(|code| campaign.district(code));
    let about = vec![(Slot::About, fill(voice.words.about, &[&own.map_or_else(|| voice.province(), |own| voice.district(own))]))];
    let corrections = voice.withdrawn(district);
    let Some(report) = source_report(campaign, district) else {
        return Figures { must: Vec::new(), wishes: Wishes { corrections, about, ..Wishes::default() } };
    };
    let standings = campaign.standings(None, Measure::Installs);
    let row = standings.as_ref().and_then(|all| all.row(district?)).and_then(|row| Some((row, row.installs?)));
    let place = match row {
        Some((row, installs)) => voice.of_district(row, installs, report),
        // Of a district without a figure it is the province's that is said.
        None => voice.of_province(report),
    };
    let mut said = voice.of_place(&place, report, about);
    said.wishes.corrections.extend(corrections);
    match (row, &standings) {
        (Some((row, _)), Some(all)) => {
            said.wishes.change = voice.change(row.change, all.before.map(|before| before.as_of));
            said.wishes.others = campaign.report_at(None).map(|latest| voice.whole(latest, report)).unwrap_or_default();
        }
        _ => {
            let before = campaign.report_before(report);
            let change = before.and_then(|before| i64::try_from(report.total).ok()?.checked_sub_unsigned(before.total));
            said.wishes.change = voice.change(change, before.map(|before| before.as_of));
            said.wishes.others =
                standings.as_ref().filter(|all| all.report.id == report.id).and_then(|all| voice.most(all)).unwrap_or_default();
        }
    }
    said
}

impl<'a> Voice<'a> {
    fn province(&self) -> String {
        fill(self.words.province, &[&aloud::name(self.lang, &self.campaign.province.name)])
    }

    /// In the middle of a sentence the kind of a Vietnamese place is in small letters.
    fn district(&self, district: &District) -> String {
        let name = aloud::name(self.lang, &text(self.lang, self.campaign).full_name(district));
        match self.lang {
            Lang::Vi => name.chars().next().map_or_else(String::new, |first| first.to_lowercase().chain(name.chars().skip(1)).collect()),
            Lang::En => name,
        }
    }

    fn phones(&self, n: u64) -> String {
        match n {
            1 => self.words.one_phone.into(),
            n => fill(self.words.phones, &[&aloud::number(self.lang, n)]),
        }
    }

    fn moment(&self, at: Stamp) -> String {
        aloud::moment(self.lang, at)
    }

    /// In words; none for what would be said as nothing.
    fn percent(&self, x: f64) -> Option<String> {
        aloud::decimal(self.lang, x).filter(|_| x >= 0.005)
    }

    fn of_district(&self, row: &Standing<'a>, installs: u64, report: &Report) -> Place<'a> {
        let people = row.district.known_population().map(|(people, _)| people).zip(row.population_source);
        let rates = row.per_100.and_then(|rate| self.percent(rate)).map_or(Rates::None, Rates::One);
        Place { name: self.district(row.district), installs, as_of: report.as_of, people, rates }
    }

    fn of_province(&self, report: &Report) -> Place<'a> {
        Place {
            name: self.province(),
            installs: report.total,
            as_of: report.as_of,
            people: self.campaign.known_population(),
            rates: self.rates(report),
        }
    }

    /// As the source states it; both where the two differ.
    fn rates(&self, report: &Report) -> Rates {
        let computed = self.campaign.computed_rate(report);
        let one = |x: f64| self.percent(x).map_or(Rates::None, Rates::One);
        match (report.rate_percent, computed) {
            (Some(stated), Some(computed)) if !rate_agrees(stated, computed) => match self.percent(stated).zip(self.percent(computed)) {
                Some((stated, computed)) => Rates::Two { stated, computed },
                None => Rates::None,
            },
            (Some(stated), _) => one(stated),
            (None, Some(computed)) => one(computed),
            (None, None) => Rates::None,
        }
    }

    fn of_place(&self, place: &Place, report: &Report, about: Said) -> Figures {
        let words = self.words;
        let (moment, phones) = (self.moment(place.as_of), self.phones(place.installs));
        let mut wishes = Wishes { about, ..Wishes::default() };
        if place.installs == 0 {
            return Figures { must: vec![(Slot::Figure, fill(words.nobody, &[&moment, &place.name]))], wishes };
        }
        let share = |sentence| match &place.rates {
            Rates::One(rate) => fill(sentence, &[rate]),
            _ => String::new(),
        };
        let figure = |sentence, share: String| (Slot::Figure, fill(sentence, &[&moment, &place.name, &phones, &share]));
        let mut must = vec![figure(words.figure, share(words.share))];
        wishes.longer.push(figure(words.figure_long, share(words.share_long)));
        if let Rates::Two { stated, computed } = &place.rates {
            // Two rates that contradict each other need their explanation, for which the shortest text has no time.
            wishes.longer.push((Slot::Shares, fill(words.shares, &[stated, computed])));
            if let Some((people, _)) = place.people {
                let people = aloud::number(self.lang, people);
                wishes.longer.push((Slot::Shares, fill(words.shares_long, &[stated, computed, &people])));
            }
        }
        // A source that contradicts itself is called so wherever its total is said.
        if let Some(mismatch) = self.campaign.sum_mismatch(report).filter(|_| place.installs == report.total) {
            let sum = self.phones(mismatch.sum);
            must.push((Slot::Sum, fill(words.sum, &[&sum])));
            wishes.longer.push((Slot::Sum, fill(words.sum_long, &[&sum])));
        }
        if self.campaign.corrected_by(report).is_some() {
            wishes.corrections.push((Slot::Corrected, words.corrected.into()));
        }
        wishes.by = self.by(report).map(|by| (Slot::By, fill(words.by, &[&by]))).into_iter().collect();
        wishes.denominator =
            place.people.map(|(people, source)| (Slot::People, self.people(&place.name, people, source))).into_iter().collect();
        wishes.counted.push((Slot::Counted, words.counted.into()));
        Figures { must, wishes }
    }

    /// Who published it: what stands before the colon of a source's title, or all of it.
    fn by(&self, report: &Report) -> Option<String> {
        let titled = report.source.titled();
        let title = title(self.lang, titled);
        let issuer = title.split_once(": ").map_or(title, |(issuer, _)| issuer);
        aloud::sayable(self.lang, issuer).filter(|by| translated(self.lang, titled) && syllables(by) <= LONGEST_NAME)
    }

    fn people(&self, name: &str, people: u64, source: Titled) -> String {
        let people = aloud::number(self.lang, people);
        let by = aloud::sayable(self.lang, title(self.lang, source)).filter(|_| translated(self.lang, source));
        match by {
            Some(by) => fill(self.words.people_by, &[name, &people, &by]),
            None => fill(self.words.people, &[name, &people]),
        }
    }

    fn change(&self, change: Option<i64>, before: Option<Stamp>) -> Said {
        let Some((change, before)) = change.zip(before) else { return Vec::new() };
        let sentence = match change {
            0 => self.words.as_many,
            1.. => self.words.more,
            _ => self.words.fewer,
        };
        vec![(Slot::Change, fill(sentence, &[&self.moment(before), &self.phones(change.unsigned_abs())]))]
    }

    /// The whole province beside a district, with its own moment where that is another.
    fn whole(&self, latest: &Report, of_district: &Report) -> Said {
        let share = match self.rates(latest) {
            Rates::One(rate) => fill(self.words.share, &[&rate]),
            _ => String::new(),
        };
        let (name, phones) = (self.province(), self.phones(latest.total));
        let said = if latest.as_of == of_district.as_of {
            fill(self.words.whole, &[&name, &phones, &share])
        } else {
            fill(self.words.whole_at, &[&name, &phones, &share, &self.moment(latest.as_of)])
        };
        if latest.total == 0 { Vec::new() } else { vec![(Slot::Others, said)] }
    }

    /// The first three districts, where it is known that these are the first three and in which order.
    fn most(&self, all: &Standings) -> Option<Said> {
        let known = all.rows.len() > 3 && all.rows.iter().all(|row| row.installs.is_some());
        let ranks: Vec<usize> = all.rows.iter().take(4).filter_map(|row| row.rank).collect();
        let first: Vec<String> =
            all.rows.iter().take(3).flat_map(|row| [self.district(row.district), self.phones(row.installs.unwrap_or_default())]).collect();
        let values: Vec<&str> = first.iter().map(String::as_str).collect();
        (known && ranks == [1, 2, 3, 4]).then(|| vec![(Slot::Others, fill(self.words.most, &values))])
    }

    /// Reports that were taken back since: those who heard them hear that as well.
    fn withdrawn(&self, district: Option<&str>) -> Said {
        let after = source_report(self.campaign, district).map(|report| report.as_of);
        let taken_back = |report: &&Report| report.withdrawn.is_some() && after.is_none_or(|after| report.as_of > after);
        let last = self.campaign.reports.iter().rfind(taken_back);
        last.map(|report| (Slot::Withdrawn, fill(self.words.withdrawn, &[&aloud::day(self.lang, report.as_of)]))).into_iter().collect()
    }
}
