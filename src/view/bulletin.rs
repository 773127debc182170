//! A bulletin for loudspeakers and radio: what is read aloud about a place in so many seconds, as short lines, with its length. The shortest
//! form of every sentence that must be said comes first; then longer forms and further sentences are taken in, the most important first, as far
//! as the time allows. What is not known is left out. It must not know pages and files.

mod breath;
mod figures;

use std::collections::BTreeMap;

use crate::{
    campaign::{Campaign, bulletin::SPEED},
    text::{
        Lang,
        bulletin::{Spoken, spoken},
        fill,
        spoken::{self as aloud, syllables},
    },
};

pub use figures::source_report;

/// The lengths that bulletins come in, in seconds.
pub const LENGTHS: [u32; 3] = [30, 60, 120];

/// One text to be read aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// How long it may be, in seconds.
    pub wanted: u32,
    /// Sentences that belong together, each as the lines between its breaths.
    pub paragraphs: Vec<Vec<String>>,
    pub syllables: usize,
    /// How long it takes at the campaign's speed.
    pub seconds: u32,
}

/// What is said, in the order of its saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Greeting,
    About,
    Figure,
    By,
    Shares,
    Sum,
    Corrected,
    Withdrawn,
    Counted,
    People,
    Change,
    Others,
    What,
    How,
    Compared,
    Limits,
    Voluntary,
    Privacy,
    Location,
    Install,
    Alike,
    Internet,
    Steps,
    WithoutNumber,
    Bluetooth,
    Hotline,
    Again,
    Slogan,
    Thanks,
}

type Said = Vec<(Slot, String)>;

/// Syllables a minute.
pub fn speed(campaign: &Campaign) -> u32 {
    campaign.bulletin.as_ref().and_then(|own| own.syllables_per_minute).unwrap_or(SPEED).max(1)
}

/// The text about a district, or the province, that takes at most so many seconds.
pub fn bulletin(campaign: &Campaign, lang: Lang, district: Option<&str>, wanted: u32) -> Bulletin {
    let words = spoken(lang, campaign);
    let speed = speed(campaign);
    let budget = usize::try_from(u64::from(wanted) * u64::from(speed) / 60).unwrap_or(usize::MAX);
    let figures = figures::figures(campaign, lang, district);
    let address = address(campaign, lang);
    let hotline = aloud::digits(lang, &campaign.links.hotline);
    let mut must: Said = vec![
        (Slot::Greeting, words.greeting.into()),
        (Slot::What, words.what.into()),
        (Slot::Voluntary, words.voluntary.into()),
        (Slot::Install, fill(words.install, &[&address])),
        (Slot::Hotline, fill(words.hotline, &[&hotline])),
    ];
    must.extend(figures.must);
    // A step each.
    let shorter = [
        vec![(Slot::Hotline, fill(words.hotline_short, &[&hotline]))],
        vec![(Slot::Voluntary, String::new()), (Slot::Install, fill(words.install_freely, &[&address]))],
        vec![(Slot::What, String::new())],
    ];
    let fitted = fitted(must, shorter, wishes(campaign, words, &address, &hotline, figures.wishes, wanted), budget);
    finished(fitted, wanted, speed, lang)
}

/// How the address to install from is spoken.
pub fn address(campaign: &Campaign, lang: Lang) -> String {
    let own = campaign.bulletin.as_ref().and_then(|own| match lang {
        Lang::Vi => own.spoken_address.as_deref(),
        Lang::En => own.spoken_address_en.as_deref(),
    });
    own.map_or_else(|| aloud::address(lang, super::address(&campaign.links.install)), |own| aloud::name(lang, own))
}

/// What more is said where there is time, the most important first.
fn wishes(campaign: &Campaign, words: &Spoken, address: &str, hotline: &str, figures: figures::Wishes, wanted: u32) -> Said {
    let of_hotline = if campaign.links.is_ministry_hotline() { words.hotline_ministry } else { words.hotline_other };
    let mut all = figures.corrections;
    all.push((Slot::Voluntary, words.voluntary_long.into()));
    all.extend(figures.longer);
    all.push((Slot::What, words.what_long.into()));
    all.push((Slot::Install, fill(words.install_long, &[address])));
    all.push((Slot::Hotline, fill(of_hotline, &[hotline])));
    all.push((Slot::Bluetooth, words.bluetooth.into()));
    all.push((Slot::Thanks, words.thanks.into()));
    all.extend(figures.denominator);
    all.extend(figures.about);
    all.push((Slot::Privacy, words.privacy.into()));
    all.push((Slot::How, words.how.into()));
    all.extend(figures.change);
    all.push((Slot::Alike, words.alike.into()));
    all.extend(figures.by);
    all.extend(figures.others);
    all.push((Slot::Steps, words.steps.into()));
    all.extend(figures.counted);
    all.extend([
        (Slot::Compared, words.compared.into()),
        (Slot::WithoutNumber, words.without_number.into()),
        (Slot::Limits, words.limits.into()),
        (Slot::Internet, words.internet.into()),
        (Slot::Location, words.location.into()),
    ]);
    // A short text says nothing twice.
    if wanted > LENGTHS[1] {
        all.push((Slot::Again, fill(words.again, &[address, hotline])));
    }
    all.push((Slot::Slogan, words.slogan.into()));
    all
}

/// What must be said, shortened where it is too long; then every wish that still fits.
fn fitted(must: Said, shorter: impl IntoIterator<Item = Said>, wishes: Said, budget: usize) -> BTreeMap<Slot, String> {
    let mut said: BTreeMap<Slot, String> = must.into_iter().collect();
    let length = |said: &BTreeMap<Slot, String>| said.values().map(|text| syllables(text)).sum::<usize>();
    let mut shorter = shorter.into_iter();
    while length(&said) > budget
        && let Some(step) = shorter.next()
    {
        said.extend(step);
    }
    // Where something had to be shortened, there is no room for more.
    let mut left = budget.saturating_sub(length(&said));
    for (slot, text) in wishes.into_iter().filter(|(_, text)| !text.is_empty()) {
        let before = said.get(&slot).map_or(0, |text| syllables(text));
        let more = syllables(&text).saturating_sub(before);
        // Without its first form a sentence has a reason to be missing.
        if more <= left && said.get(&slot).is_none_or(|text| !text.is_empty()) {
            left -= more;
            said.insert(slot, text);
        }
    }
    said.retain(|_, text| !text.is_empty());
    said
}

fn finished(said: BTreeMap<Slot, String>, wanted: u32, speed: u32, lang: Lang) -> Bulletin {
    let syllables = said.values().map(|text| syllables(text)).sum::<usize>();
    let mut paragraphs: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for (slot, text) in said {
        let part = part(slot);
        if last != Some(part) {
            paragraphs.push(Vec::new());
        }
        last = Some(part);
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.extend(capitalised(&text).lines().flat_map(|line| breath::parted(line, lang)));
        }
    }
    let seconds = u64::try_from(syllables).unwrap_or(u64::MAX).saturating_mul(60).div_ceil(u64::from(speed));
    Bulletin { wanted, paragraphs, syllables, seconds: u32::try_from(seconds).unwrap_or(u32::MAX) }
}

/// Which paragraph a sentence belongs to.
fn part(slot: Slot) -> usize {
    [Slot::Figure, Slot::What, Slot::Install, Slot::Hotline].iter().filter(|first| slot >= **first).count()
}

/// A sentence begins with a capital, whatever stands first in it.
fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

impl Bulletin {
    /// All lines, as a voice reads them.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().flatten().map(String::as_str)
    }
}

#[cfg(test)]
pub(crate) mod tests;
