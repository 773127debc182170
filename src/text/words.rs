//! A campaign's own words (native only): what its units, its whole and its app are called. The strings of `text` name them by places such as `{units}`;
//! here they are filled in once for each language. It must not know what a sentence is for.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::Mutex,
};

use super::{Lang, nouns, own::Own, worded::Worded};
use crate::campaign::{App, Campaign};

/// The places of a language with what stands there, in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Words(Vec<(&'static str, String)>);

impl Words {
    pub fn of(campaign: &Campaign, lang: Lang) -> Self {
        let mut places = nouns::places(campaign, lang);
        places.push(("app", campaign.app.as_ref().map_or("Bluezone", |app| &app.name).to_owned()));
        places.extend(nouns::counted(campaign.app.as_ref().and_then(|app| Own::of(app, lang).words.counted), lang));
        Self(places)
    }

    /// A sentence with the campaign's words; `{0}` and its like stay, for [`super::fill`]. A place that begins with a capital begins a sentence.
    pub fn fill(&self, sentence: &str) -> String {
        let mut out = String::with_capacity(sentence.len() + 16);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            match after.split_once('}').and_then(|(place, end)| Some((self.word(place)?, end))) {
                Some((word, end)) => {
                    out.push_str(&word);
                    rest = end;
                }
                None => {
                    out.push('{');
                    rest = after;
                }
            }
        }
        out + rest
    }

    fn word(&self, place: &str) -> Option<String> {
        let find = |name: &str| self.0.iter().find(|(known, _)| *known == name).map(|(_, word)| word.clone());
        find(place).or_else(|| {
            let lower = place.to_lowercase();
            find(&lower).filter(|_| lower != place).map(|word| capital(&word))
        })
    }
}

/// As a sentence begins.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

type Made = Mutex<HashMap<(TypeId, Lang, Words, Option<App>), &'static (dyn Any + Send + Sync)>>;

/// What was filled in before: a campaign's texts are asked for on every page. They stay for as long as the process runs, which makes one campaign's site.
static MADE: std::sync::LazyLock<Made> = std::sync::LazyLock::new(Made::default);

/// The texts with a campaign's own words.
pub fn with_words<T: Worded + Send + Sync>(texts: &'static T, lang: Lang, campaign: &Campaign) -> &'static T {
    with_app(texts, lang, campaign, |_, _| ())
}

/// The same, and with what another app than Bluezone has of its own there.
pub fn with_app<T: Worded + Send + Sync>(texts: &'static T, lang: Lang, campaign: &Campaign, take: fn(&mut T, &Own)) -> &'static T {
    let words = Words::of(campaign, lang);
    let key = (TypeId::of::<T>(), lang, words.clone(), campaign.app.clone());
    // A panic elsewhere leaves nothing half done in it.
    let mut made = MADE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(known) = made.get(&key).and_then(|known| known.downcast_ref::<T>()) {
        return known;
    }
    let mut lines = Vec::new();
    texts.write(&mut lines);
    let mut lines = lines.into_iter();
    let mut filled = T::read(&mut || lines.next().map_or("", |line| words.fill(&line).leak()));
    if let Some(app) = &campaign.app {
        take(&mut filled, &Own::of(app, lang));
    }
    let filled: &'static T = Box::leak(Box::new(filled));
    made.insert(key, filled);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::{app::Counted, fixture::campaign},
        text::{
            builder::builder, bulletin, guide::guide, press::press, print::print, records::records, screen::screen, setup::setup,
            shell::shell, text,
        },
    };

    /// Every string that knows places.
    fn all(campaign: &Campaign, lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        text(lang, campaign).write(&mut lines);
        screen(lang, campaign).write(&mut lines);
        guide(lang, campaign).write(&mut lines);
        press(lang, campaign).write(&mut lines);
        print(lang, campaign).write(&mut lines);
        records(lang, campaign).write(&mut lines);
        builder(lang, campaign).write(&mut lines);
        setup(lang, campaign).write(&mut lines);
        shell(lang, campaign).write(&mut lines);
        bulletin::spoken(lang, campaign).write(&mut lines);
        bulletin::page(lang, campaign).write(&mut lines);
        lines
    }

    fn another() -> Campaign {
        let counted = |one: &str, many: Option<&str>| Counted {
            one: one.into(),
            many: many.map(Into::into),
            done: Some("đã kích hoạt".into()),
            means: Some("Mỗi người một tài khoản.".into()),
        };
        let words = |counted: Counted, slogan: &str| crate::campaign::AppWords {
            counted: Some(counted),
            slogans: vec![slogan.into()],
            android: vec!["Mở CH Play.".into(), "Tìm đúng tên.".into()],
            hotline_owner: Some("Công an tỉnh".into()),
            ..Default::default()
        };
        let app = App {
            name: "VNeID".into(),
            vi: words(counted("tài khoản", None), "Kích hoạt VNeID ngay hôm nay"),
            en: Some(words(counted("account", Some("accounts")), "Activate VNeID today")),
        };
        Campaign { app: Some(app), ..campaign() }
    }

    #[test]
    fn every_place_is_known_and_what_is_written_is_read_again() {
        for (campaign, lang) in [(campaign(), Lang::Vi), (campaign(), Lang::En), (another(), Lang::Vi), (another(), Lang::En)] {
            for line in all(&campaign, lang) {
                let place = line.split('{').skip(1).find(|rest| rest.starts_with(char::is_alphabetic));
                assert!(place.is_none(), "{line}");
            }
            let mut written = Vec::new();
            screen(lang, &campaign).write(&mut written);
            let mut again = Vec::new();
            let mut lines = written.clone().into_iter();
            crate::text::screen::Screen::read(&mut || lines.next().map_or("", |line| line.leak())).write(&mut again);
            assert_eq!(again, written);
        }
    }

    #[test]
    fn what_a_browser_reads_has_a_string_a_line() {
        for lang in [Lang::Vi, Lang::En] {
            for words in [crate::text::write(text(lang, &campaign())), crate::text::write(screen(lang, &campaign()))] {
                let mut lines = Vec::new();
                text(lang, &campaign()).write(&mut lines);
                assert!(lines.iter().all(|line| !line.contains(['\n', '\r'])), "{lang:?}");
                assert!(words.ends_with('\n') && !words.contains("\n\n"), "no string is empty");
            }
        }
    }

    #[test]
    fn another_app_is_called_by_its_name_in_every_text() {
        for lang in [Lang::Vi, Lang::En] {
            let all = all(&another(), lang);
            let named =
                all.iter().find(|line| line.replace("bluezone.html", "").replace("bluezone-map", "").to_lowercase().contains("bluezone"));
            assert_eq!(named, None);
        }
        let said = text(Lang::Vi, &another());
        assert_eq!((said.heading, said.installs, said.per_100), ("VNeID ở {0}", "Số tài khoản", "Tài khoản/100 dân"));
        assert_eq!(said.counted, "Mỗi người một tài khoản.");
        assert_eq!(screen(Lang::En, &another()).unit[0], "VNeID accounts");
        assert_eq!(screen(Lang::Vi, &another()).message[0], "Kích hoạt VNeID ngay hôm nay");
        assert_eq!(screen(Lang::Vi, &another()).hotline, ["Đường dây nóng Công an tỉnh: {0}"]);
        let guide = guide(Lang::Vi, &another());
        assert_eq!((guide.android.steps.len(), guide.ios.steps.len(), guide.questions.len(), guide.what), (2, 0, 0, ""));
        assert_eq!(text(Lang::Vi, &campaign()).heading, "Bluezone ở {0}", "one campaign's words are not another's");
    }
}
