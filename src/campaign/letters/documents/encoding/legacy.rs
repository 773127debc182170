//! Vietnamese text in encodings from before Unicode (windows-1258, TCVN3, VNI), and text that was read in a wrong encoding and saved
//! again. It is turned into Unicode only where one reading alone makes Vietnamese of it.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::super::error::DocumentError;
use super::syllable;
use super::tables::{CP437, TCVN3, VNI_LETTERS, VNI_MARKS};

/// The words beyond ASCII that a reading must make sense of before it is certain.
const ENOUGH: usize = 3;
/// The share of those words, in percent, that must be Vietnamese for a reading to be certain, and to be likely.
const SURE: usize = 90;
const LIKELY: usize = 60;
/// As much of a text as is looked at to judge it.
pub const SAMPLE: usize = 40_000;

/// What a Unicode text is.
#[derive(Debug, PartialEq)]
pub enum Verdict {
    Sound,
    /// It was in this encoding all the time.
    Repaired {
        text: String,
        reading: Reading,
    },
    /// It is in this encoding, though not all of it makes sense.
    Uncertain(&'static str),
    Garbled,
}

/// A way to read characters that are the bytes of another encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Tcvn3,
    Vni,
    Windows1258,
    /// UTF-8 whose bytes were taken for those of the code page.
    Utf8Through1252,
    Utf8Through1258,
    Utf8Through437,
}

const READINGS: [Reading; 6] =
    [Reading::Tcvn3, Reading::Vni, Reading::Windows1258, Reading::Utf8Through1252, Reading::Utf8Through1258, Reading::Utf8Through437];

impl Reading {
    pub fn name(self) -> &'static str {
        match self {
            Reading::Tcvn3 => "TCVN3 (.VnTime)",
            Reading::Vni => "VNI",
            Reading::Windows1258 => "windows-1258",
            _ => "UTF-8",
        }
    }

    /// The text as it was meant; none where it can't be of this reading.
    pub fn apply(self, text: &str) -> Option<String> {
        let text = match self {
            Reading::Tcvn3 => tcvn3(text)?,
            Reading::Vni => vni(text)?,
            Reading::Windows1258 => decoded(WINDOWS_1258, &encoded(WINDOWS_1252, text)?)?,
            Reading::Utf8Through1252 => decoded(UTF_8, &encoded(WINDOWS_1252, text)?)?,
            Reading::Utf8Through1258 => decoded(UTF_8, &encoded(WINDOWS_1258, text)?)?,
            Reading::Utf8Through437 => decoded(UTF_8, &cp437(text)?)?,
        };
        Some(text.nfc().collect())
    }
}

/// Judges a text that is Unicode by its bytes.
pub fn judge(text: &str) -> Verdict {
    let sample = sample(text);
    let (all, good) = syllable::count(sample);
    let garbled = is_garbled(sample, all);
    if text.is_ascii() || (100 * good >= SURE * all && !garbled) {
        return Verdict::Sound;
    }
    match certain(sample) {
        Ok(Some(reading)) => reading.apply(text).map_or(Verdict::Uncertain(reading.name()), |text| Verdict::Repaired { text, reading }),
        Err(name) if 2 * good <= all => Verdict::Uncertain(name),
        _ if garbled => Verdict::Garbled,
        // Other languages, names of other peoples.
        _ => Verdict::Sound,
    }
}

/// The text of bytes that are not Unicode.
pub fn of_bytes(bytes: &[u8]) -> Result<String, DocumentError> {
    let text = decoded(WINDOWS_1252, bytes).ok_or(DocumentError::Unknown)?;
    match certain(sample(&text)) {
        Ok(Some(reading)) => reading.apply(&text).ok_or(DocumentError::Encoding(Some(reading.name()))),
        Ok(None) => Err(DocumentError::Encoding(None)),
        Err(name) => Err(DocumentError::Encoding(Some(name))),
    }
}

/// The one reading that makes Vietnamese of the text; none where no reading does. The error names a likely one.
fn certain(sample: &str) -> Result<Option<Reading>, &'static str> {
    let makes_sense = |reading: &Reading, share: usize| {
        let (all, good) = reading.apply(sample).map_or((0, 0), |text| syllable::count(&text));
        all > 0 && good * 100 >= all * share && (share < SURE || good >= ENOUGH)
    };
    let found: Vec<Reading> = READINGS.into_iter().filter(|reading| makes_sense(reading, SURE)).collect();
    let likely = READINGS.into_iter().find(|reading| makes_sense(reading, LIKELY));
    match (&found[..], likely) {
        ([reading], _) => Ok(Some(*reading)),
        // Letters that two code pages have at the same places.
        ([first, others @ ..], _) if others.iter().all(|other| other.apply(sample) == first.apply(sample)) => Ok(Some(*first)),
        ([first, ..], _) => Err(first.name()),
        ([], Some(likely)) => Err(likely.name()),
        ([], None) => Ok(None),
    }
}

/// Whether a text has the marks of Vietnamese that was read in a wrong encoding: letters that were lost, lines of boxes, and the pairs that
/// the bytes of one letter become.
fn is_garbled(sample: &str, words: usize) -> bool {
    let lost = sample.chars().filter(|c| matches!(c, '\u{80}'..='\u{9f}' | '\u{fffd}' | '\u{2500}'..='\u{259f}')).count();
    let pairs = sample.chars().zip(sample.chars().skip(1)).filter(|pair| {
        matches!(pair, ('á', '»' | 'º') | ('Æ', '°' | '¡') | ('Ä', '‘' | '©' | '\u{90}' | 'ƒ' | '\u{fffd}'))
            || (pair.0 == 'Ã' && !pair.1.is_ascii() && !pair.1.is_alphabetic())
    });
    let marks = lost + pairs.count();
    marks >= ENOUGH && 4 * marks >= words
}

fn sample(text: &str) -> &str {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

fn encoded(encoding: &'static Encoding, text: &str) -> Option<Vec<u8>> {
    let (bytes, _, lost) = encoding.encode(text);
    (!lost).then(|| bytes.into_owned())
}

fn cp437(text: &str) -> Option<Vec<u8>> {
    let byte = |c: char| if c.is_ascii() { Some(c as u8) } else { CP437.chars().position(|other| other == c).map(|at| 128 + at as u8) };
    text.chars().map(byte).collect()
}

fn tcvn3(text: &str) -> Option<String> {
    let letter = |c: char| match c {
        _ if c.is_ascii() || c == '\u{a0}' => Some(c),
        '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' => Some(c),
        _ => TCVN3.iter().find(|(code, _)| *code == c).map(|(_, letter)| *letter),
    };
    text.chars().map(letter).collect()
}

/// VNI writes a letter and then its marks, each as one character of windows-1252.
fn vni(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let is_vowel = |c: char| "aeiouyAEIOUYơưƠƯ".contains(c);
        let marks = VNI_MARKS.iter().find(|(code, _)| *code == character).map(|(_, marks)| *marks);
        let letter = VNI_LETTERS.iter().find(|(code, _)| *code == character).map(|(_, letter)| *letter);
        match (out.chars().next_back(), marks, letter) {
            (Some(before), Some(marks), _) if is_vowel(before) => out.push_str(marks),
            (_, _, Some(letter)) => out.push(letter),
            _ if character.is_ascii() || "\u{a0}–—‘’“”…•".contains(character) => out.push(character),
            _ => return None,
        }
    }
    Some(out)
}
