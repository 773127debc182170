//! The fonts of a PDF as far as reading needs them: which letters a string draws, and how wide it is.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::super::error::DocumentError;
use super::error::{MAX_FILE, reason};
use super::load::of_dictionary;
use super::maps;

/// What a font's map of letters may unpack to.
const MAX_MAP: usize = 2 * 1024 * 1024;
/// The codes of a font's map; a letter has two bytes.
const MAX_CODES: usize = 200_000;
/// Objects of a font's dictionary, and widths that it lists.
const MAX_OBJECTS: usize = 50_000;
const MAX_WIDTHS: usize = 100_000;
/// What the fonts that are open at a time may weigh, in objects and codes of some two hundred bytes.
pub const MAX_WEIGHT: usize = 400_000;
/// Names of fonts that a page may use.
const MAX_FONTS: usize = 200;

/// Fonts by their names in a page's resources. The dictionaries are owned, because encodings borrow from them.
pub struct Font {
    dictionary: Dictionary,
    /// Two bytes a letter.
    is_wide: bool,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// Its map of letters is one that can be unfolded.
    is_told: bool,
    /// How much memory it takes, with its map unfolded.
    pub weight: usize,
}

/// The fonts of these dictionaries, as far as memory for them is bounded.
pub fn open<'a>(
    document: &Document,
    dictionaries: impl Iterator<Item = (&'a [u8], &'a Dictionary)>,
) -> Result<BTreeMap<Vec<u8>, Font>, DocumentError> {
    let too_large = DocumentError::TooLarge { limit: MAX_FILE };
    let (mut fonts, mut weight) = (BTreeMap::new(), 0);
    for (name, dictionary) in dictionaries.take(MAX_FONTS) {
        if of_dictionary(dictionary) > MAX_OBJECTS {
            return Err(too_large);
        }
        let font = Font::new(document, dictionary);
        weight += font.weight;
        if weight > MAX_WEIGHT {
            return Err(too_large);
        }
        fonts.insert(name.to_vec(), font);
    }
    Ok(fonts)
}

impl Font {
    fn new(document: &Document, dictionary: &Dictionary) -> Self {
        let mut dictionary = dictionary.clone();
        let (mut codes, mut length) = (Some(0), 0);
        // The font's own map of letters is what a copy by hand would follow, too.
        if let Some(map) = dictionary.get_deref(b"ToUnicode", document).ok().and_then(|map| map.as_stream().ok()) {
            let map = map.get_plain_content_with_limit(MAX_MAP).map_err(reason);
            length = map.as_ref().map_or_else(|error| if matches!(error, DocumentError::TooLarge { .. }) { MAX_MAP } else { 0 }, Vec::len);
            codes = map.ok().and_then(|map| maps::cost(&map)).filter(|codes| *codes <= MAX_CODES);
            dictionary.remove(b"Encoding");
        }
        dictionary.set("Type", Object::Name(b"Font".to_vec()));
        let is_wide = dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let (widths, default_width) = if is_wide { wide(document, &dictionary) } else { simple(document, &dictionary) };
        // The map itself costs time, however little it says.
        let weight = of_dictionary(&dictionary) + widths.len() + codes.unwrap_or_default() + length / 8;
        Self { dictionary, is_wide, widths, default_width, is_told: codes.is_some(), weight }
    }

    /// The font's encoding; none where it can't be read.
    pub fn encoding<'a>(&'a self, document: &'a Document) -> Option<Encoding<'a>> {
        if self.is_told { self.dictionary.get_font_encoding_with_limit(document, MAX_MAP).ok() } else { None }
    }

    /// The codes of a string, each with its width in thousandths of the font's size.
    pub fn codes(&self, bytes: &[u8]) -> Vec<(u32, f64)> {
        let size = if self.is_wide { 2 } else { 1 };
        let code = |chunk: &[u8]| chunk.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
        let width = |code: u32| (code, self.widths.get(&code).copied().unwrap_or(self.default_width));
        bytes.chunks(size).map(|chunk| width(code(chunk))).collect()
    }

    /// Whether a code is the space that word spacing widens.
    pub fn is_space(&self, code: u32) -> bool {
        !self.is_wide && code == 32
    }
}

type Widths = (BTreeMap<u32, f64>, f64);

fn number(object: &Object, document: &Document) -> Option<f64> {
    document.dereference(object).ok()?.1.as_float().ok().map(f64::from)
}

fn simple(document: &Document, font: &Dictionary) -> Widths {
    let first = font.get_deref(b"FirstChar", document).ok().and_then(|n| n.as_i64().ok()).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    let widths = font.get_deref(b"Widths", document).ok().and_then(|array| array.as_array().ok());
    let widths = widths.map(|array| {
        let known = array.iter().take(256).enumerate().filter_map(|(at, width)| Some((first + at as u32, number(width, document)?)));
        known.collect()
    });
    // Widths of the fonts that every reader has are not in the file; half the size is near enough to tell columns apart.
    (widths.unwrap_or_default(), 500.0)
}

/// `/W [first [w w …] first last w …]` of the one font that stands behind a composed one.
fn wide(document: &Document, font: &Dictionary) -> Widths {
    let descendant = || {
        let array = font.get_deref(b"DescendantFonts", document).ok()?.as_array().ok()?;
        document.dereference(array.first()?).ok()?.1.as_dict().ok()
    };
    let Some(descendant) = descendant() else { return (BTreeMap::new(), 1000.0) };
    let default = descendant.get(b"DW").ok().and_then(|width| number(width, document)).unwrap_or(1000.0);
    let mut widths = BTreeMap::new();
    let mut entries = descendant.get_deref(b"W", document).ok().and_then(|array| array.as_array().ok()).into_iter().flatten();
    let mut listed = 0;
    while let (Some(first), Some(second)) = (entries.next(), entries.next()) {
        if listed > MAX_WIDTHS {
            break;
        }
        let Some(first) = number(first, document).map(|n| n as u32) else { break };
        let Ok((_, second)) = document.dereference(second) else { break };
        if let Ok(array) = second.as_array() {
            for (at, width) in array.iter().enumerate().take(MAX_WIDTHS) {
                listed += 1;
                widths.insert(first.saturating_add(at as u32), number(width, document).unwrap_or(default));
            }
        } else if let (Some(last), Some(width)) = (number(second, document), entries.next().and_then(|width| number(width, document))) {
            // A code has two bytes.
            (first..=(last as u32).min(0xffff)).for_each(|code| {
                listed += 1;
                widths.insert(code, width);
            });
        }
    }
    (widths, default)
}
