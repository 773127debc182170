//! Follows the operators of a PDF page (ISO 32000-1, 9.4) and tells where on it which text stands.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

use super::super::budget::Budget;
use super::super::error::DocumentError;
use super::error::{MAX_FILE, reason};
use super::fonts::{self, Font, MAX_WEIGHT};
use super::layout::Piece;
use super::load::lists;
use super::matrix::Matrix;

/// Forms drawn inside of forms.
const MAX_INNER: usize = 8;
/// The least that drawing something costs of the budget, so that forms that draw forms come to an end.
const LEAST: usize = 256;
/// The longest content of a page, and the lists in it; one operator can be as long as all of it.
const MAX_CONTENT: usize = 2 * 1024 * 1024;
const MAX_LISTS: usize = 100_000;
/// Saved states of drawing.
const MAX_SAVED: usize = 1000;

/// How many letters were read, and how many of them can't be told.
#[derive(Default)]
pub struct Count {
    pub letters: usize,
    pub unknown: usize,
}

/// The pieces of text of a page, in the order in which they are drawn.
pub fn pieces(document: &Document, page: ObjectId, count: &mut Count, budget: &mut Budget) -> Result<Vec<Piece>, DocumentError> {
    let content = document.get_page_content_with_limit(page, budget.bytes_left() as usize).map_err(reason)?;
    let dictionaries = document.get_page_fonts(page).map_err(reason)?;
    let (own, inherited) = document.get_page_resources(page).map_err(reason)?;
    let resources = own.or_else(|| inherited.first().and_then(|id| document.get_dictionary(*id).ok()));
    let mut reader = Reader { document, count, budget, pieces: Vec::new(), weight: 0 };
    let fonts = fonts::open(document, dictionaries.iter().map(|(name, font)| (name.as_slice(), *font)))?;
    reader.draw(&content, &fonts, resources, Matrix::IDENTITY, 0)?;
    Ok(reader.pieces)
}

struct Reader<'a> {
    document: &'a Document,
    count: &'a mut Count,
    budget: &'a mut Budget,
    pieces: Vec<Piece>,
    /// Of the fonts that the page and the forms inside of each other have open.
    weight: usize,
}

/// A font, and its encoding once something is drawn with it: a page may name many that it does not use.
type Drawn<'f> = (&'f Font, OnceCell<Option<Encoding<'f>>>);

/// The state of drawing that `q` saves.
#[derive(Clone)]
struct State<'a, 'f> {
    place: Matrix,
    font: Option<&'a Drawn<'f>>,
    size: f64,
    letter_spacing: f64,
    word_spacing: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    is_shown: bool,
}

impl<'d> Reader<'d> {
    fn draw(
        &mut self,
        content: &[u8],
        fonts: &BTreeMap<Vec<u8>, Font>,
        resources: Option<&Dictionary>,
        place: Matrix,
        inner: usize,
    ) -> Result<(), DocumentError> {
        self.budget.take_bytes(content.len().max(LEAST))?;
        if content.len() > MAX_CONTENT || lists(content) > MAX_LISTS {
            return Err(DocumentError::TooLarge { limit: MAX_FILE });
        }
        let weight: usize = fonts.values().map(|font| font.weight).sum();
        self.weight += weight;
        // Fonts are opened anew for each page, which takes its time as well.
        self.budget.take_bytes(weight / 4)?;
        if self.weight > MAX_WEIGHT {
            return Err(DocumentError::TooLarge { limit: MAX_FILE });
        }
        let drawn: BTreeMap<&[u8], Drawn> = fonts.iter().map(|(name, font)| (name.as_slice(), (font, OnceCell::new()))).collect();
        let first = State {
            place,
            font: None,
            size: 1.0,
            letter_spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_shown: true,
        };
        let (mut state, mut saved) = (first, Vec::new());
        let (mut line, mut text) = (Matrix::IDENTITY, Matrix::IDENTITY);
        // What comes after an error in a page's content is not drawn by other readers either.
        for operation in Content::decode_iter(content).map_while(Result::ok) {
            let operands = &operation.operands;
            let n = |at: usize| operands.get(at).and_then(|operand| operand.as_float().ok()).map_or(0.0, f64::from);
            let matrix = || Matrix([n(0), n(1), n(2), n(3), n(4), n(5)]);
            match operation.operator.as_str() {
                "q" if saved.len() < MAX_SAVED => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.place = matrix().then(&state.place),
                "BT" => (line, text) = (Matrix::IDENTITY, Matrix::IDENTITY),
                "Tf" => {
                    state.font = operands.first().and_then(|name| drawn.get(name.as_name().ok()?));
                    state.size = n(1);
                }
                "Tc" => state.letter_spacing = n(0),
                "Tw" => state.word_spacing = n(0),
                "Tz" => state.scale = n(0) / 100.0,
                "TL" => state.leading = n(0),
                "Ts" => state.rise = n(0),
                // Drawn neither filled nor by its outline: the words that a scanner believes to have read.
                "Tr" => state.is_shown = n(0) != 3.0 && n(0) != 7.0,
                "Td" | "TD" | "T*" | "'" | "\"" | "Tm" => {
                    let (x, y) = match operation.operator.as_str() {
                        "Td" | "TD" => (n(0), n(1)),
                        _ => (0.0, -state.leading),
                    };
                    match operation.operator.as_str() {
                        "TD" => state.leading = -n(1),
                        "\"" => (state.word_spacing, state.letter_spacing) = (n(0), n(1)),
                        _ => {}
                    }
                    line = if operation.operator == "Tm" { matrix() } else { Matrix::moved(x, y).then(&line) };
                    text = line;
                    if let (true, Some(string)) = (["'", "\""].contains(&operation.operator.as_str()), operands.last()) {
                        self.show(string, &state, &mut text)?;
                    }
                }
                "Tj" => {
                    if let Some(string) = operands.first() {
                        self.show(string, &state, &mut text)?;
                    }
                }
                "TJ" => {
                    for part in operands.first().and_then(|array| array.as_array().ok()).into_iter().flatten() {
                        match part.as_float() {
                            Ok(back) => text = Matrix::moved(-f64::from(back) / 1000.0 * state.size * state.scale, 0.0).then(&text),
                            Err(_) => self.show(part, &state, &mut text)?,
                        }
                    }
                }
                "Do" if inner < MAX_INNER => {
                    let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    self.form(name, resources, fonts, &state.place, inner)?;
                }
                _ => {}
            }
        }
        self.weight -= weight;
        Ok(())
    }

    /// Draws a form: content of its own that pages share, such as a letterhead.
    fn form(
        &mut self,
        name: &[u8],
        resources: Option<&Dictionary>,
        of_page: &BTreeMap<Vec<u8>, Font>,
        place: &Matrix,
        inner: usize,
    ) -> Result<(), DocumentError> {
        let document = self.document;
        let find = || {
            let objects = resources?.get_deref(b"XObject", document).ok()?.as_dict().ok()?;
            let stream = objects.get_deref(name, document).ok()?.as_stream().ok()?;
            stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form").then_some(stream)
        };
        let Some(stream) = find() else { return Ok(()) };
        let content = stream.get_plain_content_with_limit(self.budget.bytes_left() as usize).map_err(reason)?;
        let own = stream.dict.get_deref(b"Resources", document).ok().and_then(|dictionary| dictionary.as_dict().ok());
        let fonts_of = |resources: &Dictionary| {
            let dictionaries = resources.get_deref(b"Font", document).ok()?.as_dict().ok()?;
            let found =
                dictionaries.iter().filter_map(|(name, font)| Some((name.as_slice(), document.dereference(font).ok()?.1.as_dict().ok()?)));
            Some(fonts::open(document, found))
        };
        let values = stream.dict.get_deref(b"Matrix", document).ok().and_then(|array| array.as_array().ok());
        let place = values.and_then(|values| Matrix::of(values)).unwrap_or(Matrix::IDENTITY).then(place);
        match own.and_then(fonts_of) {
            Some(fonts) => self.draw(&content, &fonts?, own.or(resources), place, inner + 1),
            None => self.draw(&content, of_page, own.or(resources), place, inner + 1),
        }
    }

    /// Notes a string at its place, and moves on behind it.
    fn show<'f>(&mut self, string: &Object, state: &State<'_, 'f>, text: &mut Matrix) -> Result<(), DocumentError>
    where
        'd: 'f,
    {
        let (Ok(bytes), Some((font, encoding))) = (string.as_str(), state.font) else { return Ok(()) };
        let spacing = |code: u32| state.letter_spacing + if font.is_space(code) { state.word_spacing } else { 0.0 };
        let codes = font.codes(bytes);
        let width: f64 = codes.iter().map(|(code, width)| (width / 1000.0 * state.size + spacing(*code)) * state.scale).sum();
        let start = Matrix([state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise]).then(text).then(&state.place);
        *text = Matrix::moved(width, 0.0).then(text);
        let end = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, state.rise]).then(text).then(&state.place);
        if !state.is_shown {
            return Ok(());
        }
        let encoding = encoding.get_or_init(|| font.encoding(self.document));
        let read = encoding.as_ref().and_then(|encoding| Document::decode_text(encoding, bytes).ok());
        // Letters that are not told, or of a font's private range.
        let unknown = |c: &char| *c == '\u{fffd}' || *c == '\0' || ('\u{e000}'..='\u{f8ff}').contains(c);
        let (letters, untold) = match &read {
            // A font without a map gives no letter at all for most of its codes.
            Some(read) if 2 * read.chars().count() >= codes.len() => {
                (read.chars().filter(|c| !c.is_whitespace()).count(), read.chars().filter(unknown).count())
            }
            _ => (codes.len(), codes.len()),
        };
        self.count.letters += letters;
        self.count.unknown += untold;
        let read = read.unwrap_or_default();
        self.budget.take_bytes(std::mem::size_of::<Piece>() + read.len())?;
        self.pieces.push(Piece { start, end: end.origin(), text: read });
        Ok(())
    }
}
