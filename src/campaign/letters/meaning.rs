//! What the words around figures say that they count. Figures are not taken because nothing speaks against them: some words must say
//! that installs of the app are counted, and no words that govern the figures may say something else. It knows words, and no figures.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::super::names::fold;
use super::phrases::{
    APP, DOUBTS, GROUPS, INSTALLING, NOT_COUNTED, OPERATORS, OTHER_APPS, OTHER_COUNTS, PLATFORMS, REMARKS, RISES, UNITS, WITHOUT,
};

/// What a piece of text says of the figures it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    Nothing,
    /// A unit in which installs are counted, "máy" or "lượt", and no more.
    Unit,
    /// The app's name, without a word of installing.
    App,
    /// "Số lượt cài đặt", without the app's name.
    Installs,
    /// A word of installing with the app's name.
    InstallsOfApp,
}

/// Where words stand that govern figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The cells over a column.
    Header,
    /// What follows a figure up to the next mark.
    Clause,
    /// The sentence that leads to the figures, or states the total.
    Sentence,
    /// A heading above the figures, or a sheet's name.
    Title,
    /// "V/v …", a mail's subject: it tells what the letter is about, which is more than its figures.
    Subject,
}

/// A text cut into lower-case words, to look for phrases in.
pub struct Words {
    phrase: String,
    folded: bool,
    has_percent: bool,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
        // A text without diacritics is compared without them; in any other "chứa" is not "chưa".
        let folded = lower.is_ascii();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        Self { phrase: format!(" {} ", words.join(" ")), folded, has_percent: text.contains('%') }
    }

    fn place(&self, phrase: &str) -> Option<usize> {
        let phrase = if self.folded { Cow::Owned(fold(phrase)) } else { Cow::Borrowed(phrase) };
        let is_space = |at: Option<usize>| at.and_then(|at| self.phrase.as_bytes().get(at)) == Some(&b' ');
        let mut found = self.phrase.match_indices(&*phrase).map(|(at, _)| at);
        found.find(|at| is_space(at.checked_sub(1)) && is_space(at.checked_add(phrase.len()))).map(|at| at.saturating_sub(1))
    }

    pub fn has(&self, phrases: &[&str]) -> bool {
        self.first(phrases).is_some()
    }

    /// The first of the phrases that it has.
    fn first<'p>(&self, phrases: &[&'p str]) -> Option<&'p str> {
        phrases.iter().copied().find(|phrase| self.place(phrase).is_some())
    }

    fn is_after(&self, phrase: &str, words: &[&str]) -> bool {
        let Some(at) = self.place(phrase) else { return false };
        words
            .iter()
            .any(|word| self.phrase[..at + 1].ends_with(&format!(" {} ", if self.folded { fold(word) } else { (*word).to_owned() })))
    }

    /// What the text says that is counted.
    pub fn says(&self) -> Says {
        match (self.has(&INSTALLING), self.has(&APP)) {
            (true, true) => Says::InstallsOfApp,
            (true, false) => Says::Installs,
            (false, true) => Says::App,
            (false, false) if self.has(&UNITS) => Says::Unit,
            (false, false) => Says::Nothing,
        }
    }

    /// The words that say that something else is counted than all installs of the app.
    pub fn against(&self, scope: Scope) -> Option<&'static str> {
        let always = self.first(&OTHER_APPS).or_else(|| self.first(&WITHOUT));
        if scope == Scope::Subject {
            return always;
        }
        always.or_else(|| self.not_counted(scope)).or_else(|| self.other_count(scope)).or_else(|| self.part()).or_else(|| self.rise(scope))
    }

    fn not_counted(&self, scope: Scope) -> Option<&'static str> {
        let found = self.first(&NOT_COUNTED).filter(|word| !(*word == "phải" && self.is_after("phải", &["không"])));
        found.or_else(|| (scope == Scope::Header && self.has(&["kế hoạch"])).then_some("kế hoạch"))
    }

    fn other_count(&self, scope: Scope) -> Option<&'static str> {
        // "thuê bao đã cài đặt", "điện thoại thông minh cài Bluezone"
        let installed = |word: &str| {
            let rest = self.place(word).and_then(|at| self.phrase.get(at + word.len() + 1..)).unwrap_or_default();
            rest.split_whitespace().take(4).any(|next| next == "cài" || next == "cai" || next == "installed")
        };
        // "bằng 10,94% dân số": the base of a rate.
        let is_base = self.has_percent || self.has(&["tỷ lệ", "tỉ lệ", "chiếm", "rate", "percent"]);
        OTHER_COUNTS.iter().copied().filter(|word| self.place(word).is_some()).find(|word| match *word {
            "hộ" => !self.is_after("hộ", &["ủng", "bảo", "giám"]),
            "dân số" | "số dân" | "population" | "inhabitants" => scope == Scope::Header || !is_base,
            "thuê bao" | "subscribers" => !installed(word),
            _ => true,
        })
    }

    fn part(&self) -> Option<&'static str> {
        let platforms: Vec<&str> = PLATFORMS.iter().filter_map(|names| self.first(names)).collect();
        let operators = OPERATORS.iter().copied().filter(|name| self.place(name).is_some());
        match platforms[..] {
            [one] => PLATFORMS.iter().flatten().copied().find(|name| *name == one),
            _ => None,
        }
        .or_else(|| operators.clone().next().filter(|_| operators.count() < 3))
        .or_else(|| self.first(&GROUPS))
    }

    fn rise(&self, scope: Scope) -> Option<&'static str> {
        let cumulative = self.has(&["lũy kế", "luỹ kế", "cộng dồn", "tổng số"]);
        let found = self.first(&RISES).filter(|word| *word != "new" || scope == Scope::Header);
        found.filter(|_| !(scope == Scope::Sentence && cumulative))
    }

    /// The words that put figures in doubt, in a sentence about them.
    pub fn doubt(&self) -> Option<&'static str> {
        self.first(&DOUBTS)
    }

    /// The words that do so in a remark beside a figure or in a note to it.
    pub fn reserve(&self) -> Option<&'static str> {
        self.doubt().or_else(|| self.first(&REMARKS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_counted() {
        for (text, says) in [
            ("Số lượt cài đặt Bluezone", Says::InstallsOfApp),
            ("SO LUOT CAI DAT BLUEZONE", Says::InstallsOfApp),
            ("Số lượt cài đặt", Says::Installs),
            ("installs", Says::Installs),
            ("CẬP NHẬT BLUEZONE 17h00", Says::App),
            ("12.452 máy", Says::Unit),
            ("Tổng số người", Says::Nothing),
            ("Dân số trung bình", Says::Nothing),
            ("cái gì đó", Says::Nothing),
        ] {
            assert_eq!(Words::of(text).says(), says, "{text}");
        }
    }

    #[test]
    fn contradictions_are_named() {
        for (text, scope, word) in [
            ("Số người chưa cài đặt Bluezone", Scope::Title, Some("chưa")),
            ("So nguoi chua cai dat Bluezone", Scope::Title, Some("chưa")),
            ("Số lượt cài đặt NCOVI", Scope::Header, Some("ncovi")),
            ("Số máy phải cài đặt", Scope::Header, Some("phải")),
            ("Ước số lượt cài đặt", Scope::Header, Some("ước")),
            ("Số thuê bao điện thoại thông minh", Scope::Header, Some("thuê bao")),
            ("Số thuê bao đã cài đặt Bluezone", Scope::Header, None),
            ("Số hộ", Scope::Header, Some("hộ")),
            ("Cài đặt mới trong ngày", Scope::Header, Some("cài đặt mới")),
            ("Số lượt cài trên Android", Scope::Header, Some("android")),
            ("Số lượt cài trên Android và iOS", Scope::Header, None),
            ("toàn tỉnh có 68.063 lượt cài đặt Bluezone, bằng 10,94% dân số", Scope::Sentence, None),
            ("V/v phấn đấu đạt chỉ tiêu cài đặt Bluezone", Scope::Subject, None),
            ("Chứa đựng", Scope::Title, None),
            ("người dân ủng hộ cài đặt", Scope::Sentence, None),
            ("Số lượt cài đặt Bluezone", Scope::Header, None),
            ("Học sinh đã cài đặt Bluezone", Scope::Title, Some("học sinh")),
        ] {
            assert_eq!(Words::of(text).against(scope), word, "{text}");
        }
    }
}
