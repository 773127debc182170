//! How many syllables a text has, by which its length is told. A Vietnamese word as it is written is one syllable; foreign words and English are
//! counted by their groups of vowels, a stated estimate.

use unicode_normalization::UnicodeNormalization;

/// Of all words; what has no vowel (`vn`) is spelled letter by letter.
pub fn syllables(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '\'' | '’')).map(of_word).sum()
}

fn of_word(word: &str) -> usize {
    // The letters without their marks: `ề` is one vowel.
    let plain: String = word.nfd().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let groups = plain.split(|c| !is_vowel(c)).filter(|group| !group.is_empty()).count();
    let foreign = word.is_ascii() || word.ends_with('…');
    match groups {
        0 => plain.len(),
        groups if foreign && groups > 1 && has_silent_end(&plain) => groups - 1,
        groups => groups,
    }
}

/// `zone`, `phones`, `helped`: an `e` that is not heard.
fn has_silent_end(word: &str) -> bool {
    let before = |end: &str| word.strip_suffix(end).and_then(|rest| rest.chars().next_back()).filter(|c| !"aeiouy".contains(*c));
    let is_le = |word: &str| word.strip_suffix("le").and_then(|rest| rest.chars().next_back()).is_some_and(|c| !"aeiouy".contains(c));
    before("e").is_some_and(|_| !is_le(word))
        || before("es").is_some_and(|c| !"szxchg".contains(c) && !is_le(&word[..word.len() - 1]))
        || before("ed").is_some_and(|c| !"td".contains(c))
}
