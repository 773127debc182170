//! Loads a PDF with lopdf, within bounds: lopdf makes up to three hundred bytes of memory of each byte that it reads.

use std::cell::Cell;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::super::error::DocumentError;
use super::error::{MAX_FILE, reason};

/// What one stream of objects may unpack to, and how many of them a file may have; they are unpacked while it is loaded.
const MAX_STREAM: usize = 256 * 1024;
const MAX_STREAMS: usize = 100;
/// Signs that may begin or part objects, in the whole file; pictures have them by chance, one byte in thirty.
const MAX_MARKS: usize = 2_000_000;
/// Signs that may begin a list.
const MAX_LISTS: usize = 300_000;
/// Objects that are kept, each in each list.
const MAX_OBJECTS: usize = 700_000;

thread_local! {
    /// How many objects the file that is loaded has so far: lopdf asks a plain function for each of them.
    static OBJECTS: Cell<usize> = const { Cell::new(0) };
}

pub fn load(bytes: &[u8]) -> Result<Document, DocumentError> {
    let too_large = Err(DocumentError::TooLarge { limit: MAX_FILE });
    let marks = bytes.iter().filter(|byte| b"\0\t\n\r [</(".contains(byte)).count();
    let streams = bytes.windows(7).filter(|window| *window == b"/ObjStm").count();
    if bytes.len() as u64 > MAX_FILE || marks > MAX_MARKS || streams > MAX_STREAMS || lists(bytes) > MAX_LISTS {
        return too_large;
    }
    OBJECTS.set(0);
    let options = LoadOptions { filter: Some(keep), max_decompressed_size: Some(MAX_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(reason)?;
    if OBJECTS.get() > MAX_OBJECTS { too_large } else { Ok(document) }
}

/// How many lists and dictionaries bytes may begin.
pub fn lists(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| b"[<".contains(byte)).count()
}

/// Keeps an object while there are not too many.
fn keep(id: (u32, u16), object: &mut Object) -> Option<((u32, u16), Object)> {
    OBJECTS.set(OBJECTS.get().saturating_add(count(object)));
    // Where the object is no member of a stream, lopdf goes on with the one that it lent.
    (OBJECTS.get() <= MAX_OBJECTS).then(|| (id, object.clone()))
}

/// An object and all in it; lopdf has bounded how deep they lie.
fn count(object: &Object) -> usize {
    match object {
        Object::Array(array) => 1 + array.iter().map(count).sum::<usize>(),
        Object::Dictionary(dictionary) => of_dictionary(dictionary),
        Object::Stream(stream) => of_dictionary(&stream.dict),
        _ => 1,
    }
}

/// A dictionary takes the room of several objects beside what is in it.
pub fn of_dictionary(dictionary: &Dictionary) -> usize {
    4 + dictionary.iter().map(|(_, value)| count(value)).sum::<usize>()
}
