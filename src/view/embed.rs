//! How an embed is set up, as its address says it. Reading never fails: what can't be used is left out and listed, and the rest holds; every
//! value is one of a known few, so nothing of an address can reach markup, style or another address. It must not know the browser.

use super::Selection;
use crate::{
    campaign::{Campaign, Measure},
    text::Lang,
};

/// What an embed may show, in the order in which it shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    Headline,
    Map,
    Board,
    Trend,
    Guide,
    Qr,
}

impl Piece {
    pub const ALL: [Piece; 6] = [Piece::Headline, Piece::Map, Piece::Board, Piece::Trend, Piece::Guide, Piece::Qr];
    pub const USUAL: [Piece; 3] = [Piece::Headline, Piece::Map, Piece::Board];

    /// The word in an address and on the root of the page.
    pub const fn word(self) -> &'static str {
        match self {
            Piece::Headline => "headline",
            Piece::Map => "map",
            Piece::Board => "board",
            Piece::Trend => "trend",
            Piece::Guide => "guide",
            Piece::Qr => "qr",
        }
    }

    /// Its letter in the fragment, by which style alone shows the right pieces where no script runs.
    pub fn letter(self) -> char {
        self.word().chars().next().unwrap_or_default()
    }

    /// The fragment for some pieces: `s-hm`.
    pub fn fragment(pieces: &[Piece]) -> String {
        let letters: String = Self::ALL.into_iter().filter(|piece| pieces.contains(piece)).map(Self::letter).collect();
        format!("s-{letters}")
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the reader's system has it.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Scheme {
    pub const ALL: [Scheme; 3] = [Scheme::Auto, Scheme::Light, Scheme::Dark];

    pub const fn word(self) -> &'static str {
        match self {
            Scheme::Auto => "auto",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    pub show: Vec<Piece>,
    pub lang: Lang,
    /// The district's code; none: the whole province.
    pub district: Option<String>,
    pub measure: Measure,
    pub theme: Scheme,
    /// Six hexadecimal digits in lower case.
    pub accent: Option<String>,
    /// Whether districts lead to the full site instead of being selected in place.
    pub full: bool,
    /// What could not be used: name and value.
    pub ignored: Vec<(String, String)>,
}

impl Default for Embed {
    fn default() -> Self {
        Self {
            show: Piece::USUAL.to_vec(),
            lang: Lang::Vi,
            district: None,
            measure: Measure::Installs,
            theme: Scheme::Auto,
            accent: None,
            full: false,
            ignored: Vec::new(),
        }
    }
}

impl Embed {
    /// From the names and values of an address or a form, in their order; what comes later holds.
    pub fn read(campaign: &Campaign, pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut read = Self::default();
        let mut show = Vec::new();
        for (name, value) in pairs {
            let word = value.trim();
            let good = match name.as_str() {
                // A form sends the name once for each choice, an address by hand once with commas.
                "show" => word.split(',').filter(|word| piece(word).map(|piece| show.push(piece)).is_none()).count() == 0,
                "district" if word.is_empty() => true,
                "district" => campaign.by_slug(word).map(|d| read.district = Some(d.code.clone())).is_some(),
                "measure" => Measure::ALL.into_iter().find(|m| m.word() == word).map(|m| read.measure = m).is_some(),
                "lang" => [Lang::Vi, Lang::En].into_iter().find(|lang| lang.code() == word).map(|lang| read.lang = lang).is_some(),
                "theme" => Scheme::ALL.into_iter().find(|theme| theme.word() == word).map(|theme| read.theme = theme).is_some(),
                "accent" if word.is_empty() => true,
                "accent" => hex(word).map(|accent| read.accent = Some(accent)).is_some(),
                "link" if word.is_empty() => true,
                "link" => (word == "full").then(|| read.full = true).is_some(),
                _ => false,
            };
            if !good {
                read.ignored.push((name, value));
            }
        }
        if !campaign.offers(read.measure, None) {
            read.ignored.push(("measure".into(), read.measure.word().into()));
            read.measure = Measure::Installs;
        }
        if !show.is_empty() {
            read.show = Piece::ALL.into_iter().filter(|piece| show.contains(piece)).collect();
        }
        read
    }

    pub fn selection(&self) -> Selection {
        Selection {
            lang: self.lang,
            district: self.district.clone(),
            measure: self.measure,
            named: self.measure != Measure::Installs,
            at: None,
        }
    }

    /// The district's slug; empty: the whole province.
    pub fn slug<'a>(&self, campaign: &'a Campaign) -> &'a str {
        self.district.as_deref().and_then(|code| campaign.district(code)).map(|d| d.slug.as_str()).unwrap_or_default()
    }

    /// The measures that there are pages of: installs always, the others where something is known of them.
    pub fn measures(campaign: &Campaign) -> impl Iterator<Item = Measure> {
        Measure::ALL.into_iter().filter(|m| *m == Measure::Installs || campaign.offers(*m, None))
    }

    /// The pre-rendered page that shows this, below the path of the site: `embed/en/cu-jut/rate/`.
    pub fn path(&self, campaign: &Campaign) -> String {
        self.path_of(self.slug(campaign))
    }

    /// As [`Embed::path`], of another district's slug; empty: the whole province.
    pub fn path_of(&self, slug: &str) -> String {
        let lang = if self.lang == Lang::En { "en/" } else { "" };
        let measure = if self.measure == Measure::Installs { String::new() } else { format!("{}/", self.measure.word()) };
        format!("embed/{lang}{slug}{}{measure}", if slug.is_empty() { "" } else { "/" })
    }

    /// The page that has all the pieces.
    pub fn whole_path(&self, campaign: &Campaign) -> String {
        self.path(campaign) + "more/"
    }

    /// The whole address below the path of the site. The fragment says once more what is shown, for a frame without scripts.
    pub fn address(&self, campaign: &Campaign) -> String {
        let mut out = self.path(campaign);
        let mut mark = '?';
        let mut say = |name: &str, value: &str| {
            out.push_str(&format!("{mark}{name}={value}"));
            mark = '&';
        };
        let usual = self.show == Piece::USUAL;
        if !usual {
            say("show", &self.words());
        }
        if self.theme != Scheme::Auto {
            say("theme", self.theme.word());
        }
        if let Some(accent) = &self.accent {
            say("accent", accent);
        }
        if self.full {
            say("link", "full");
        }
        if !usual {
            out.push_str(&format!("#{}", Piece::fragment(&self.show)));
        }
        out
    }

    /// `map,board`
    pub fn words(&self) -> String {
        self.show.iter().map(|piece| piece.word()).collect::<Vec<_>>().join(",")
    }
}

fn piece(word: &str) -> Option<Piece> {
    Piece::ALL.into_iter().find(|piece| piece.word() == word.trim())
}

/// A form's colour field sends it with a `#`.
fn hex(word: &str) -> Option<String> {
    let digits = word.strip_prefix('#').unwrap_or(word);
    (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit())).then(|| digits.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::campaign::fixture::{campaign, two_reports};

    fn read(query: &str) -> Embed {
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        Embed::read(&campaign(), pairs.map(|(name, value)| (name.into(), value.into())))
    }

    #[test]
    fn reads_the_address_of_the_handbook() {
        let all = read("show=qr,board,map&district=cu-jut&measure=rate&lang=en&theme=dark&accent=B23C00&link=full");
        assert_eq!(all.ignored, []);
        assert_eq!(all.show, [Piece::Map, Piece::Board, Piece::Qr]);
        assert_eq!(all.address(&campaign()), "embed/en/cu-jut/rate/?show=map,board,qr&theme=dark&accent=b23c00&link=full#s-mbq");
        assert_eq!(read("").address(&campaign()), "embed/");
        assert_eq!(read("show=headline&show=map&show=board").address(&campaign()), "embed/");
        assert_eq!(read("accent=%23123456").ignored.len(), 1);
        assert_eq!(read("accent=#123456&district=&link=").accent.as_deref(), Some("123456"));
    }

    #[test]
    fn what_can_not_be_used_is_listed_and_the_rest_holds() {
        let bad = read("show=map,<b>&district=ha-noi&measure=change&lang=fr&theme=red&accent=12345g&link=no&x=1");
        assert_eq!(bad.show, [Piece::Map]);
        let names: Vec<&str> = bad.ignored.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["show", "district", "lang", "theme", "accent", "link", "x", "measure"], "one report knows no change");
    }

    #[test]
    fn every_mix_has_a_fragment_of_its_own() {
        let letters: std::collections::HashSet<char> = Piece::ALL.into_iter().map(Piece::letter).collect();
        assert_eq!(letters.len(), 6);
        assert!(!letters.contains(&'s'), "the letter before the dash is none of them");
    }

    proptest! {
        #[test]
        fn nothing_but_known_words_gets_out(pairs in prop::collection::vec(
            ("[a-z]{0,8}|show|district|measure|lang|theme|accent|link", "\\PC{0,16}|map,qr|cu-jut|rate|change|en|dark|light|full|[0-9a-fA-F]{6}|#[0-9a-f]{6}|<script>|javascript:1|\"><b"),
            0..12,
        )) {
            let campaign = two_reports();
            let given = pairs.len();
            let embed = Embed::read(&campaign, pairs);
            prop_assert!(embed.ignored.len() <= given);
            let address = embed.address(&campaign);
            prop_assert!(address.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-?=&,#".contains(&b)), "{address}");
            prop_assert!(!embed.show.is_empty() && embed.show.is_sorted());
            // Read again from its own address it is the same.
            let (path, query) = address.split_once('?').unwrap_or((&address, ""));
            let query = query.split('#').next().unwrap_or_default();
            let mut again: Vec<(String, String)> = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(n, v)| (n.into(), v.into())).collect();
            for step in path.split('/').filter(|step| !step.is_empty() && *step != "embed") {
                let name = if step == "en" { "lang" } else if campaign.by_slug(step).is_some() { "district" } else { "measure" };
                again.push((name.into(), step.into()));
            }
            prop_assert_eq!(Embed::read(&campaign, again), Embed { ignored: Vec::new(), ..embed });
        }
    }
}
