//! Tells whether a word can be Vietnamese, by how its syllable is built. It is how a text in a wrong encoding is told from a right one.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// What a syllable begins with; the last ones are of names of the highlands (Krông, Glong).
const ONSETS: [&str; 36] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th",
    "tr", "v", "x", "kr", "gl", "kl", "br", "bl", "dr", "pl", "pr",
];

/// What follows, without tones.
const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ak ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây âk e ec em en eng eo ep et ek \
    ê êch êm ên ênh êp êt êu êk i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ik o oa oac oach oai oam oan oang oanh oao oat \
    oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ok ô ôc ôi ôm ôn ông ôp ôt ôk ơ ơi ơm ơn ơp ơt u ua uc ui um \
    un ung uôc uôi uôm uôn uông uôt up ut uk uy uya uych uyên uyêt uynh uyt uyu uân uâng uât uây uê uêch uênh uơ uơn ư ưa ưc ưi ưm ưn ưng \
    ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ưk y yêm yên yêng yêt yêu ynh yt ych";

static RIME_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| RIMES.split(' ').filter(|rime| !rime.is_empty()).collect());

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether a word of letters can be a Vietnamese syllable.
pub fn is_syllable(word: &str) -> bool {
    let (mut tones, mut rest) = (0, String::new());
    for character in word.to_lowercase().nfd() {
        if TONES.contains(&character) { tones += 1 } else { rest.push(character) }
    }
    let rest: String = rest.nfc().collect();
    let rime = |onset: &str| rest.strip_prefix(onset).is_some_and(|rime| RIME_SET.contains(rime));
    tones <= 1 && ONSETS.iter().any(|onset| rime(onset))
}

/// How many words of a text have letters beyond ASCII, and how many of those can be Vietnamese.
pub fn count(text: &str) -> (usize, usize) {
    let is_letter = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
    let words = text.split(|c: char| !is_letter(c)).filter(|word| !word.is_ascii());
    words.fold((0, 0), |(all, good), word| (all + 1, good + usize::from(is_syllable(word))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_words_are_told_from_garbled_ones() {
        let good = "Huyện Đắk Glong Cư Jút Krông Nô Đắk R'lấp Tuy Đức Thành phố Gia Nghĩa số lượt cài đặt đến ngày quyết gửi khuyến giờ giữa NGƯỜI";
        let (all, valid) = count(good);
        // Jút has a consonant of its own people's.
        assert_eq!((all, valid), (24, 23), "{good}");
        for bad in ["NghÄ", "Ñaék", "lÆ", "ß", "cafe\u{301}"] {
            let (all, valid) = count(bad);
            assert_eq!((all > 0, valid), (true, 0), "{bad}");
        }
    }
}
