//! Reads PDF with a text layer. lopdf opens the file; here its pages' words are put back into lines, with their columns apart.

mod error;
mod fonts;
mod layout;
mod matrix;
mod text;

#[cfg(test)]
mod tests;

use lopdf::{Document, LoadOptions, Object};

use super::assembly::Assembly;
use super::budget::Budget;
use super::error::{DocumentError, Format};
use super::part::{Part, Role};
use error::{MAX_FILE, reason};

/// What one stream of objects may unpack to: lopdf makes some twenty times as much of it.
const MAX_STREAM: usize = 1024 * 1024;
const MAX_PAGES: usize = 500;

pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1024)).unwrap_or_default().windows(5).any(|window| window == b"%PDF-")
}

pub fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(DocumentError::TooLarge { limit: MAX_FILE });
    }
    let options = LoadOptions { filter: Some(keep), max_decompressed_size: Some(MAX_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(reason)?;
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(DocumentError::Password(Format::Pdf));
    }
    let mut assembly = Assembly::default();
    let mut read = text::Count::default();
    let mut pages = 0;
    for page in document.page_iter().take(MAX_PAGES) {
        pages += 1;
        let pieces = text::pieces(&document, page, &mut read, budget)?;
        let page = layout::lines(pieces);
        page.lines.iter().for_each(|line| assembly.paragraph(Role::Body, line, Vec::new()));
        page.aside.iter().for_each(|line| assembly.paragraph(Role::PageFooter, line, Vec::new()));
    }
    if pages == 0 {
        return Err(DocumentError::Broken(Format::Pdf));
    }
    // Some letters that can't be told are a symbol or two; many are a font that names none of its letters.
    if 5 * read.unknown > read.letters {
        return Err(if read.unknown > 0 { DocumentError::NoLetters } else { DocumentError::Scan });
    }
    if read.letters == 0 {
        return Err(DocumentError::Scan);
    }
    Ok(assembly.into_parts())
}

/// Leaves away while loading what no page of a letter has: endless lists.
fn keep(id: (u32, u16), object: &mut Object) -> Option<((u32, u16), Object)> {
    const LONGEST: usize = 100_000;
    let too_long = |object: &Object| object.as_array().is_ok_and(|array| array.len() > LONGEST);
    let of_stream = object.as_stream().is_ok_and(|stream| stream.dict.iter().any(|(_, value)| too_long(value)));
    if too_long(object) || of_stream { None } else { Some((id, object.clone())) }
}
