//! How a public screen is set up, as its address says it. Reading never fails: what can't be used is left out and listed, and the rest
//! holds. It must not know the browser.

use super::scene::{LEAST, SceneKind};
use crate::text::Lang;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Dark,
    Light,
}

impl Theme {
    pub const fn word(self) -> &'static str {
        match self {
            Theme::Dark => "dark",
            Theme::Light => "light",
        }
    }
}

/// How one slide follows another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    Fade,
    Off,
    /// On a message board, one line of words that runs through.
    Ticker,
}

impl Motion {
    pub const fn word(self) -> &'static str {
        match self {
            Motion::Fade => "on",
            Motion::Off => "off",
            Motion::Ticker => "ticker",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rotation {
    #[default]
    None,
    Right,
    Half,
    Left,
}

impl Rotation {
    const ALL: [Rotation; 4] = [Rotation::None, Rotation::Right, Rotation::Half, Rotation::Left];

    /// Degrees, clockwise.
    pub const fn word(self) -> &'static str {
        match self {
            Rotation::None => "0",
            Rotation::Right => "90",
            Rotation::Half => "180",
            Rotation::Left => "270",
        }
    }

    /// Whether width and height change places.
    pub const fn is_sideways(self) -> bool {
        matches!(self, Rotation::Right | Rotation::Left)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    #[default]
    Province,
    Player,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub scenes: Vec<SceneKind>,
    /// Seconds that each slide stands.
    pub dwell: u32,
    /// A round in each, one after another.
    pub langs: Vec<Lang>,
    pub theme: Theme,
    /// Seconds between two looks for new figures.
    pub refresh: u32,
    /// From that hour up to, but without, the other; by the screen's own clock.
    pub night: Option<(u8, u8)>,
    /// How much darker the nights are, in percent.
    pub dim: u8,
    /// Whether the picture moves a little from slide to slide, against burn-in.
    pub shift: bool,
    pub motion: Motion,
    /// The box that is drawn, at the top left, in the device's own pixels; none: the whole window.
    pub size: Option<(u32, u32)>,
    /// By how much the picture is turned, clockwise.
    pub rotate: Rotation,
    /// What is left free at each edge, in percent, against overscan.
    pub margin: u8,
    /// Whose clock says when it is night.
    pub zone: Zone,
    /// Whether the wall clock says which slide stands, so that screens beside each other agree.
    pub sync: bool,
    /// Whether all that is kept on this screen is forgotten at the start.
    pub reset: bool,
    /// Whether the facts of the set-up are shown.
    pub setup: bool,
    /// The screen's own name, stamped on every slide.
    pub stamp: Option<String>,
    /// What could not be used: name and value.
    pub ignored: Vec<(String, String)>,
}

pub const DWELL: u32 = 8;
pub const REFRESH: u32 = 300;
pub const DIM: u8 = 60;
/// A fifth at each edge is more than any screen hides.
const MOST_MARGIN: u32 = 20;
const MOST_PIXELS: u32 = 7680;

impl Default for Settings {
    fn default() -> Self {
        Self {
            scenes: SceneKind::USUAL.to_vec(),
            dwell: DWELL,
            langs: vec![Lang::Vi],
            theme: Theme::Dark,
            refresh: REFRESH,
            night: None,
            dim: DIM,
            shift: false,
            motion: Motion::Fade,
            size: None,
            rotate: Rotation::None,
            margin: 0,
            zone: Zone::Province,
            sync: true,
            reset: false,
            setup: false,
            stamp: None,
            ignored: Vec::new(),
        }
    }
}

impl Settings {
    /// From the names and values of an address, in their order; `lang` is the page's own.
    pub fn read(pairs: impl IntoIterator<Item = (String, String)>, lang: Lang) -> Self {
        let mut read = Self { langs: vec![lang], ..Self::default() };
        let (mut scenes, mut langs) = (Vec::new(), Vec::new());
        for (name, value) in pairs {
            // A form sends the name once for each choice, an address by hand once with commas; both may even be mixed.
            let listed = |known: &mut dyn FnMut(&str) -> bool| value.split(',').filter(|word| !known(word.trim())).count() == 0;
            let good = match name.as_str() {
                "scenes" => listed(&mut |word| SceneKind::from_word(word).map(|kind| add(&mut scenes, kind)).is_some()),
                "lang" => listed(&mut |word| language(word).map(|lang| add(&mut langs, lang)).is_some()),
                "dwell" => number(&value, 3, 600).map(|n| read.dwell = n).is_some(),
                "refresh" => number(&value, 30, 86_400).map(|n| read.refresh = n).is_some(),
                "dim" => number(&value, 0, 100).map(|n| read.dim = n as u8).is_some(),
                "night" => hours(&value).map(|hours| read.night = hours).is_some(),
                "theme" => theme(&value).map(|theme| read.theme = theme).is_some(),
                "shift" => truth(&value).map(|on| read.shift = on).is_some(),
                "motion" => motion(&value).map(|motion| read.motion = motion).is_some(),
                "size" => size(&value).map(|size| read.size = size).is_some(),
                "rotate" => Rotation::ALL.into_iter().find(|turn| turn.word() == value).map(|turn| read.rotate = turn).is_some(),
                "margin" => number(&value, 0, MOST_MARGIN).map(|n| read.margin = n as u8).is_some(),
                "zone" => zone(&value).map(|zone| read.zone = zone).is_some(),
                "sync" => truth(&value).map(|on| read.sync = on).is_some(),
                "reset" => truth(&value).map(|on| read.reset = on).is_some(),
                "setup" => truth(&value).map(|on| read.setup = on).is_some(),
                "stamp" => id(&value).map(|id| read.stamp = id).is_some(),
                _ => false,
            };
            if !good {
                read.ignored.push((name, value));
            }
        }
        if !scenes.is_empty() {
            read.scenes = scenes;
        }
        if !langs.is_empty() {
            read.langs = langs;
        }
        read
    }

    /// The query that says the same, without what is usual anyway.
    pub fn query(&self, lang: Lang) -> String {
        let usual = Self { langs: vec![lang], ..Self::default() };
        let mut out = Vec::new();
        let mut say = |name: &str, value: String, said: bool| {
            if said {
                out.push(format!("{name}={value}"));
            }
        };
        let word = |on: bool| if on { "1" } else { "0" }.to_string();
        say("scenes", self.scenes.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(","), self.scenes != usual.scenes);
        say("dwell", self.dwell.to_string(), self.dwell != usual.dwell);
        say("lang", self.langs.iter().map(|lang| lang.code()).collect::<Vec<_>>().join(","), self.langs != usual.langs);
        say("theme", self.theme.word().into(), self.theme != usual.theme);
        say("refresh", self.refresh.to_string(), self.refresh != usual.refresh);
        say("night", self.night.map(|(from, to)| format!("{from}-{to}")).unwrap_or_default(), self.night.is_some());
        say("dim", self.dim.to_string(), self.dim != usual.dim);
        say("shift", word(self.shift), self.shift != usual.shift);
        say("motion", self.motion.word().into(), self.motion != usual.motion);
        say("size", self.size.map(|(width, height)| format!("{width}x{height}")).unwrap_or_default(), self.size.is_some());
        say("rotate", self.rotate.word().into(), self.rotate != usual.rotate);
        say("margin", self.margin.to_string(), self.margin != usual.margin);
        say("zone", "player".into(), self.zone != usual.zone);
        say("sync", word(self.sync), self.sync != usual.sync);
        say("reset", word(self.reset), self.reset);
        say("setup", word(self.setup), self.setup);
        say("stamp", self.stamp.clone().unwrap_or_default(), self.stamp.is_some());
        if out.is_empty() { String::new() } else { format!("?{}", out.join("&")) }
    }

    /// Whether it is night at that hour.
    pub fn is_night(&self, hour: u8) -> bool {
        self.night.is_some_and(|(from, to)| if from <= to { (from..to).contains(&hour) } else { hour >= from || hour < to })
    }
}

fn add<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

fn language(word: &str) -> Option<Lang> {
    [Lang::Vi, Lang::En].into_iter().find(|lang| lang.code() == word)
}

fn theme(word: &str) -> Option<Theme> {
    [Theme::Dark, Theme::Light].into_iter().find(|theme| theme.word() == word)
}

fn number(word: &str, least: u32, most: u32) -> Option<u32> {
    let digits = !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit());
    let n: u32 = if digits { word.parse().ok()? } else { return None };
    (least..=most).contains(&n).then_some(n)
}

fn motion(word: &str) -> Option<Motion> {
    if word == Motion::Ticker.word() {
        return Some(Motion::Ticker);
    }
    truth(word).map(|on| if on { Motion::Fade } else { Motion::Off })
}

fn zone(word: &str) -> Option<Zone> {
    match word {
        "player" => Some(Zone::Player),
        "province" => Some(Zone::Province),
        _ => None,
    }
}

/// `384x192`; empty, as an unfilled form sends it: the whole window.
fn size(word: &str) -> Option<Option<(u32, u32)>> {
    if word.is_empty() {
        return Some(None);
    }
    let (width, height) = word.split_once(['x', 'X', '×'])?;
    Some(Some((number(width, LEAST.0, MOST_PIXELS)?, number(height, LEAST.1, MOST_PIXELS)?)))
}

/// `21-5`; empty, as an unfilled form sends it: no night.
fn hours(word: &str) -> Option<Option<(u8, u8)>> {
    if word.is_empty() {
        return Some(None);
    }
    let (from, to) = word.split_once('-')?;
    let hour = |word: &str| number(word, 0, 24).map(|n| (n % 24) as u8);
    let hours = (hour(from)?, hour(to)?);
    (hours.0 != hours.1).then_some(Some(hours))
}

fn truth(word: &str) -> Option<bool> {
    match word {
        "1" | "on" => Some(true),
        "0" | "off" => Some(false),
        _ => None,
    }
}

/// Short and plain, so that it can be read off a photograph and never looks like anything else; empty: none.
fn id(word: &str) -> Option<Option<String>> {
    if word.is_empty() {
        return Some(None);
    }
    let plain = word.len() <= 16 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    plain.then(|| Some(word.to_string()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(query: &str) -> Settings {
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        Settings::read(pairs.map(|(name, value)| (name.into(), value.into())), Lang::Vi)
    }

    #[test]
    fn reads_the_address_of_the_handbook() {
        let all = read("scenes=headline,map,board,districts,qr&dwell=8&lang=vi&theme=dark&refresh=300&night=21-5&shift=1&dim=60");
        assert_eq!(all, Settings { night: Some((21, 5)), shift: true, ..Settings::default() });
        assert_eq!(all.query(Lang::Vi), "?night=21-5&shift=1");
        assert_eq!(read("scenes=qr&scenes=map,message").scenes, [SceneKind::Qr, SceneKind::Map, SceneKind::Message]);
        assert_eq!(read("lang=vi,en").langs, [Lang::Vi, Lang::En]);
        assert_eq!(read("night=&stamp=").ignored, []);
    }

    #[test]
    fn what_can_not_be_used_is_listed_and_the_rest_holds() {
        assert_eq!(
            read("size=384x192&rotate=90&margin=3&zone=player&sync=0&motion=ticker&reset=1"),
            Settings {
                size: Some((384, 192)),
                rotate: Rotation::Right,
                margin: 3,
                zone: Zone::Player,
                sync: false,
                motion: Motion::Ticker,
                reset: true,
                ..Settings::default()
            }
        );
        let wrong = read("size=10x10&rotate=45&margin=90&zone=mars&sync=maybe");
        assert_eq!((wrong.ignored.len(), Settings { ignored: Vec::new(), ..wrong }), (5, Settings::default()));
        let bad = "scenes=map,foo&dwell=1&lang=fr&theme=red&refresh=5&night=25-3&shift=yes&dim=101&motion=&stamp=<b>&colour=1&setup=1";
        let read = read(bad);
        assert_eq!((read.scenes, read.setup), (vec![SceneKind::Map], true));
        let names: Vec<&str> = read.ignored.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["scenes", "dwell", "lang", "theme", "refresh", "night", "shift", "dim", "motion", "stamp", "colour"]);
    }

    #[test]
    fn nights_may_pass_midnight() {
        let night = |hours| [20, 21, 0, 4, 5, 12].map(|hour| read(hours).is_night(hour));
        assert_eq!(night("night=21-5"), [false, true, true, true, false, false]);
        assert_eq!(night("night=4-12"), [false, false, false, true, true, false]);
        assert_eq!(night(""), [false; 6]);
    }

    proptest! {
        #[test]
        fn never_fails_and_says_again_what_it_read(pairs in prop::collection::vec(("[a-z]{0,8}|scenes|dwell|lang|theme|refresh|night|shift|dim|motion|setup|stamp|size|rotate|margin|zone|sync|reset", "\\PC{0,12}|[0-9]{1,4}|[0-9]{1,2}-[0-9]{1,2}|on|off|light|vi,en|map,qr|64x32|90|270|player|ticker"), 0..12)) {
            let settings = Settings::read(pairs, Lang::En);
            let again = read_in(&settings.query(Lang::En));
            prop_assert_eq!(Settings { ignored: Vec::new(), ..settings }, again);
        }
    }

    fn read_in(query: &str) -> Settings {
        let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
        Settings::read(pairs.map(|(name, value)| (name.into(), value.into())), Lang::En)
    }
}
