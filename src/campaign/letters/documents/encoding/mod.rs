//! Bytes to text: Unicode in its forms, the code pages of Vietnamese Windows. An encoding is taken when it is certain, never guessed:
//! a wrong one makes other names and other figures.

mod legacy;
mod syllable;
mod tables;

#[cfg(test)]
mod tests;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use unicode_normalization::UnicodeNormalization;

use super::error::{DocumentError, Format};
use super::part::Part;
use legacy::Verdict;

/// The text of a file that is text, its lines ended by `\n`, its letters composed.
pub fn decode(bytes: &[u8]) -> Result<String, DocumentError> {
    let text = match unicode(bytes)? {
        Some(text) => match legacy::judge(&text) {
            Verdict::Sound => text,
            Verdict::Repaired { text, .. } => text,
            Verdict::Garbled => return Err(DocumentError::Garbled),
            Verdict::Uncertain(name) => return Err(DocumentError::Encoding(Some(name))),
        },
        None => legacy::of_bytes(bytes)?,
    };
    let text = lines(&text);
    if text.chars().any(is_control) { Err(DocumentError::Unknown) } else { Ok(clean(&text)) }
}

/// The text of an XML file: in Unicode, or in the encoding that it names itself.
pub fn xml_text(bytes: Vec<u8>) -> Result<String, DocumentError> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.starts_with('\u{feff}') => return Ok(text),
        other => other.map_or_else(|error| error.into_bytes(), String::into_bytes),
    };
    declared(&bytes, b"encoding=").ok_or(DocumentError::Broken(Format::Xml))
}

/// The text of a web page: in Unicode, in the encoding that it names itself, or else as any text.
pub fn html_text(bytes: &[u8]) -> Result<String, DocumentError> {
    match declared(bytes, b"charset=") {
        Some(text) => Ok(text),
        None => decode(bytes),
    }
}

/// The text of a file that names its encoding after a label near its beginning; none where it is in no such encoding.
fn declared(bytes: &[u8], label: &[u8]) -> Option<String> {
    if let Ok(Some(text)) = unicode(bytes) {
        return Some(text);
    }
    let head = bytes.get(..bytes.len().min(4096))?.to_ascii_lowercase();
    let at = head.windows(label.len()).position(|window| window == label)? + label.len();
    let name: Vec<u8> =
        head.get(at..)?.iter().copied().skip_while(|b| b"\"' ".contains(b)).take_while(|b| !b"\"' ;/>?".contains(b)).collect();
    let encoding = Encoding::for_label(&name)?;
    Some(encoding.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned())
}

/// The text of bytes that are Unicode; none where they are not.
pub fn unicode_text(bytes: &[u8]) -> Option<String> {
    unicode(bytes).ok().flatten()
}

/// UTF-8, or UTF-16 with its mark or without; none where it is neither.
fn unicode(bytes: &[u8]) -> Result<Option<String>, DocumentError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..).unwrap_or_default());
        return text.map(|text| Some(text.into_owned())).ok_or(DocumentError::Broken(Format::Text));
    }
    if bytes.contains(&0) {
        // Text of database tools: UTF-16 without its mark. Read the wrong way round it is full of signs that no letter has.
        let read = |encoding: &'static Encoding| {
            let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
            text.chars().all(is_usual).then(|| text.into_owned())
        };
        return match (read(UTF_16LE), read(UTF_16BE)) {
            (Some(text), None) | (None, Some(text)) => Ok(Some(text)),
            _ => Err(DocumentError::Unknown),
        };
    }
    Ok(UTF_8.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned()))
}

/// Characters of Vietnamese and English letters, for telling the two byte orders of UTF-16 apart.
fn is_usual(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{300}'..='\u{323}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2044}' | '₫')
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\u{80}'..='\u{9f}')
}

/// Every end of a line as `\n`: Windows', old Macs', those of pages and of Word.
fn lines(text: &str) -> String {
    // A text of DOS may end with its own mark.
    text.trim_end_matches('\u{1a}').replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

/// Letters that are composed already and compose with none of each other: nearly all that Vietnamese is written with.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}')
}

/// Composed letters, without what takes no room on a page: web pages are full of it, and it is no part of a name or a figure.
pub fn clean(text: &str) -> String {
    if text.chars().all(is_composed) {
        return text.to_owned();
    }
    let unseen =
        |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}');
    text.chars().filter(|c| !unseen(c)).nfc().collect()
}

/// Cleans every text of the parts; where fonts of old encodings made Vietnamese of other letters, those letters are put in.
pub fn finish(parts: &mut [Part]) {
    let mut sample = String::new();
    for text in parts.iter_mut().flat_map(Part::texts_mut).filter(|text| !text.is_ascii()) {
        if sample.len() < legacy::SAMPLE {
            sample.push_str(text);
            sample.push('\n');
        }
    }
    let reading = match legacy::judge(&sample) {
        Verdict::Repaired { reading, .. } => Some(reading),
        _ => None,
    };
    for text in parts.iter_mut().flat_map(Part::texts_mut).filter(|text| !text.is_ascii()) {
        let repaired = reading.and_then(|reading| reading.apply(text));
        *text = clean(repaired.as_ref().unwrap_or(text));
    }
}
