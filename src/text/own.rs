//! What another app than Bluezone has of its own in each text (native only): its guide, its slogans, whose hotline it is. What the data does not say is
//! left empty, and whoever shows the text leaves it out. It must not know where the texts are shown.

use super::{
    Lang,
    bulletin::Spoken,
    guide::{Guide, Pair},
    print::Print,
    screen::Screen,
    strings::Text,
};
use crate::campaign::{App, AppWords, app::Told};

/// The app's words of a language.
pub struct Own {
    pub lang: Lang,
    pub words: AppWords,
}

impl Own {
    pub fn of(app: &App, lang: Lang) -> Self {
        let words = match lang {
            Lang::Vi => app.vi.clone(),
            Lang::En => app.en.clone().unwrap_or_default(),
        };
        Self { lang, words }
    }

    /// Vietnamese, English.
    fn said(&self, vi: &str, en: &str) -> &'static str {
        kept(match self.lang {
            Lang::Vi => vi,
            Lang::En => en,
        })
    }

    fn means(&self) -> &'static str {
        kept(self.words.counted.as_ref().and_then(|counted| counted.means.as_deref()).unwrap_or_default())
    }

    /// As a heading over the number, and what it is called where nobody is named.
    fn hotline(&self) -> &'static str {
        match &self.words.hotline_owner {
            Some(owner) => self.said(&format!("Đường dây nóng {owner}"), &format!("{owner} hotline")),
            None => self.said("Đường dây nóng", "Hotline"),
        }
    }
}

/// Texts are made once for each campaign, and stay.
fn kept(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn list(texts: &[String]) -> &'static [&'static str] {
    texts.iter().map(|text| kept(text)).collect::<Vec<_>>().leak()
}

fn pairs(told: &[Told]) -> &'static [Pair] {
    told.iter().map(|one| (kept(&one.name), kept(&one.text))).collect::<Vec<_>>().leak()
}

/// A sentence for each step of a breath: commas and colons end a line when it is read out.
fn spoken(text: &str) -> &'static str {
    kept(&text.replace(", ", ",\n").replace(": ", ":\n"))
}

pub fn text(text: &mut Text, own: &Own) {
    text.counted = own.means();
}

pub fn screen(screen: &mut Screen, own: &Own) {
    // Where nothing is said, a screen has its call to install all the same.
    let least = screen.message.last().copied().unwrap_or_default();
    let message: Vec<&'static str> = own.words.slogans.iter().map(|slogan| kept(slogan)).chain([least]).collect();
    screen.message = message.leak();
    screen.counted = vec![own.means()].leak();
    let hotline: &'static [&'static str] = vec![kept(&format!("{}: {{0}}", own.hotline()))].leak();
    (screen.hotline, screen.other_hotline) = (hotline, hotline);
}

pub fn guide(guide: &mut Guide, own: &Own) {
    let words = &own.words;
    guide.what = kept(&words.about);
    guide.limits = list(&words.notes);
    guide.systems = kept(&words.requirements);
    guide.look_alikes = kept(&words.look_alikes);
    guide.android.steps = list(&words.android);
    guide.ios.steps = list(&words.ios);
    guide.counted = own.means();
    guide.permissions = pairs(&words.permissions);
    guide.checks = list(&words.checks);
    guide.makers = &[];
    guide.questions = pairs(&words.questions);
    let hotline = kept(&format!("{}:", own.hotline()));
    (guide.hotline, guide.other_hotline) = (hotline, hotline);
}

pub fn print(print: &mut Print, own: &Own) {
    let words = &own.words;
    print.what = kept(&words.about);
    print.voluntary = kept(words.notes.first().map_or("", String::as_str));
    print.android.steps = list(&words.android);
    print.ios.steps = list(&words.ios);
    print.warning = kept(&words.look_alikes);
    (print.hotline, print.other_hotline, print.hotline_free) = (own.hotline(), own.hotline(), "");
}

pub fn bulletin(said: &mut Spoken, own: &Own) {
    let words = &own.words;
    said.figure_long = said.figure;
    said.counted = spoken(own.means());
    said.what = spoken(&words.about);
    said.what_long = said.what;
    let [voluntary, limits, privacy] = [0, 1, 2].map(|at| spoken(words.notes.get(at).map_or("", String::as_str)));
    (said.voluntary, said.voluntary_long, said.limits, said.privacy) = (voluntary, voluntary, limits, privacy);
    said.install_freely = said.install;
    said.alike = spoken(&words.look_alikes);
    said.slogan = words.slogans.first().map_or("", |slogan| spoken(&format!("{}.", slogan.trim_end_matches('.'))));
    for unsaid in [&mut said.how, &mut said.compared, &mut said.location, &mut said.steps, &mut said.without_number, &mut said.bluetooth] {
        *unsaid = "";
    }
    said.hotline = said.hotline_short;
    let hotline = kept(&format!("{}:\n{{0}}.", own.hotline()));
    (said.hotline_ministry, said.hotline_other) = (hotline, hotline);
}
