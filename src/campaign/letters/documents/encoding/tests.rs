//! Texts in the encodings that people send.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::super::DocumentError;
use super::decode;
use super::tables::{CP437, TCVN3, VNI_LETTERS, VNI_MARKS};

const TEXT: &str = "Huyện;Số lượt cài đặt\nGia Nghĩa;25.122\nĐắk Glong;8871\nCư Jút;13738\nKrông Nô;11161\nĐắk R'lấp;14804\nTuy Đức;8176\n";

fn ok(bytes: &[u8]) -> String {
    decode(bytes).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn unicode_is_read_with_and_without_its_mark() {
    assert_eq!(ok(TEXT.as_bytes()), TEXT);
    assert_eq!(ok(format!("\u{feff}{TEXT}").as_bytes()), TEXT);
    for mark in ["", "\u{feff}"] {
        let units: Vec<u16> = format!("{mark}{TEXT}").encode_utf16().collect();
        assert_eq!(ok(&units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>()), TEXT);
        assert_eq!(ok(&units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<u8>>()), TEXT);
    }
    let decomposed: String = TEXT.nfd().collect();
    assert_ne!(decomposed, TEXT);
    assert_eq!(ok(decomposed.replace('\n', "\r").as_bytes()), TEXT);
    assert_eq!(ok("a\u{200b}b\u{ad}c\r\nd\u{2028}e".as_bytes()), "abc\nd\ne");
    assert_eq!((ok(b"").as_str(), ok(b"abc 12.452").as_str(), ok("12–13 …".as_bytes()).as_str()), ("", "abc 12.452", "12–13 …"));
}

/// The text with its tones written after the letters, as Windows' code page has them.
fn windows_1258() -> Vec<u8> {
    let mut out = String::new();
    for character in TEXT.chars() {
        if WINDOWS_1258.encode(&character.to_string()).2 {
            let mut parts: Vec<char> = character.nfd().collect();
            let tone = parts.iter().rposition(|c| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c)).map(|at| parts.remove(at));
            out.extend(parts.into_iter().nfc().chain(tone));
        } else {
            out.push(character);
        }
    }
    let (bytes, _, lost) = WINDOWS_1258.encode(&out);
    assert!(!lost);
    bytes.into_owned()
}

fn tcvn3() -> String {
    let code = |c: char| TCVN3.iter().find(|(_, letter)| *letter == c).map_or(c, |(code, _)| *code);
    TEXT.chars().map(code).collect()
}

fn vni() -> String {
    let mut out = String::new();
    for character in TEXT.chars() {
        if let Some((code, _)) = VNI_LETTERS.iter().find(|(_, letter)| *letter == character) {
            out.push(*code);
            continue;
        }
        let parts: Vec<char> = character.nfd().collect();
        // ơ and ư are letters of their own, with the tone behind them.
        let horn = parts.contains(&'\u{31b}');
        let (base, marks): (String, String) = if horn {
            let base: String = [parts[0], '\u{31b}'].iter().collect::<String>().nfc().collect();
            (base, parts[1..].iter().filter(|c| **c != '\u{31b}').collect())
        } else {
            (parts[0].to_string(), parts[1..].iter().collect())
        };
        let base_code =
            VNI_LETTERS.iter().find(|(_, letter)| base == letter.to_string()).map_or(base.clone(), |(code, _)| code.to_string());
        out += &base_code;
        if !marks.is_empty() {
            let same = |one: &str| format!("{base}{one}").nfc().eq(format!("{base}{marks}").nfc());
            out.push(VNI_MARKS.iter().find(|(_, of_code)| same(of_code)).unwrap().0);
        }
    }
    out
}

#[test]
fn old_code_pages_are_read_where_they_are_certain() {
    assert_eq!(ok(&windows_1258()), TEXT);
    for garbled in [tcvn3(), vni()] {
        assert_ne!(garbled, TEXT);
        let (bytes, _, lost) = WINDOWS_1252.encode(&garbled);
        assert!(!lost, "{garbled}");
        assert_eq!(ok(&bytes), TEXT);
        // Copied out of a document in a font of that encoding.
        assert_eq!(ok(garbled.as_bytes()), TEXT);
    }
}

#[test]
fn text_that_was_read_wrongly_is_repaired_where_nothing_is_lost() {
    for encoding in [WINDOWS_1252, WINDOWS_1258] {
        let (garbled, _, _) = encoding.decode(TEXT.as_bytes());
        assert_eq!(ok(garbled.as_bytes()), TEXT);
    }
    let high = |byte: u8| CP437.chars().nth(usize::from(byte) - 128).unwrap();
    let garbled: String = TEXT.bytes().map(|byte| if byte < 128 { char::from(byte) } else { high(byte) }).collect();
    assert_eq!(ok(garbled.as_bytes()), TEXT);
    // A program that knew no sign for some of the bytes has lost letters for good.
    let (garbled, _, _) = WINDOWS_1252.decode(TEXT.as_bytes());
    let lost: String = garbled.chars().map(|c| if ('\u{80}'..='\u{9f}').contains(&c) || c == 'º' { '\u{fffd}' } else { c }).collect();
    assert_eq!(decode(lost.as_bytes()), Err(DocumentError::Garbled));
}

#[test]
fn what_is_not_certain_is_refused_and_other_languages_are_left_alone() {
    assert_eq!(decode(b"caf\xe9"), Err(DocumentError::Encoding(None)));
    assert_eq!(decode(b"abc\x01\x02"), Err(DocumentError::Unknown));
    assert_eq!(decode(b"\x00\x01\x02\x00\x00"), Err(DocumentError::Unknown));
    for text in ["Un café, naïve résumé, déjà vu", "Größe über Straße", "снег идёт", "Ê-đê, M'Nông, Mạ"] {
        assert_eq!(ok(text.as_bytes()), text);
    }
}
