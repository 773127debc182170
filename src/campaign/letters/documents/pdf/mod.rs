//! Reads PDF with a text layer. lopdf opens the file; here its pages' words are put back into lines, with their columns apart.

mod error;
mod fonts;
mod layout;
mod load;
mod maps;
mod matrix;
mod text;

#[cfg(test)]
mod tests;

use super::assembly::Assembly;
use super::budget::Budget;
use super::error::{DocumentError, Format};
use super::part::{Part, Role};

/// Pages that are read; a letter with its annexes has some dozens.
const MAX_PAGES: usize = 500;

pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1024)).unwrap_or_default().windows(5).any(|window| window == b"%PDF-")
}

pub fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let document = load::load(bytes)?;
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(DocumentError::Password(Format::Pdf));
    }
    // What stands on the pages after the last one read could be the figures.
    if document.page_iter().nth(MAX_PAGES).is_some() {
        return Err(DocumentError::TooManyPages { limit: MAX_PAGES as u64 });
    }
    let mut assembly = Assembly::default();
    let mut read = text::Count::default();
    let mut pages = 0;
    for page in document.page_iter() {
        pages += 1;
        let pieces = text::pieces(&document, page, &mut read, budget)?;
        let page = layout::lines(pieces);
        page.lines.iter().try_for_each(|line| assembly.paragraph(Role::Body, line, Vec::new()))?;
        page.aside.iter().try_for_each(|line| assembly.paragraph(Role::PageFooter, line, Vec::new()))?;
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
