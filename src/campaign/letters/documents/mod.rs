//! Opens the forms in which letters are sent (text, DOCX, PDF, web pages, mails, workbooks) as lines and tables. What a form is follows
//! from its content, never from its name. It takes bytes, knows no files, and does not know what a letter says.
//!
//! ```text
//! form (which it is) -> docx, html, mail, pdf, workbook -> assembly (merged cells, lines) -> part (lines, tables, sheets)
//!                   '-> encoding (of text)
//! ```

mod archive;
mod assembly;
mod budget;
mod docx;
mod encoding;
mod error;
mod form;
mod guard;
mod html;
mod mail;
mod part;
mod pdf;
mod superscript;
mod workbook;
mod xml;

#[cfg(test)]
pub mod fixture;
#[cfg(test)]
mod tests;

pub use encoding::decode;
pub use error::{DocumentError, Format, Unsupported};
pub use part::{Cell, Content, Line, Part, Role, Row, Value};

use archive::Archive;
use assembly::Assembly;
use budget::Budget;
use form::Form;
use guard::guarded;

use crate::campaign::limits::MAX_INPUT_BYTES;

/// Mails attached to mails.
const MAX_INNER: usize = 3;

/// The parts of a document in reading order. Whatever the bytes are, memory stays below 256 MB.
pub fn open(bytes: &[u8]) -> Result<Vec<Part>, DocumentError> {
    if bytes.len() as u64 > MAX_INPUT_BYTES {
        return Err(DocumentError::TooLarge { limit: MAX_INPUT_BYTES });
    }
    not_empty(open_within(bytes, 0, &mut Budget::new())?)
}

/// The parts of a document that is nothing but text, as [`plain_text`] has it.
pub fn open_text(plain: &str) -> Result<Vec<Part>, DocumentError> {
    let mut parts = text(plain)?;
    encoding::finish(&mut parts);
    not_empty(parts)
}

fn not_empty(parts: Vec<Part>) -> Result<Vec<Part>, DocumentError> {
    if parts.iter().any(|part| !part.is_empty()) {
        return Ok(parts);
    }
    // Where the one thing that could hold the letter is not read, that is what is wrong.
    let unread = parts.into_iter().find_map(|part| match part.content {
        Content::Unread(error) => Some(error),
        _ => None,
    });
    Err(unread.unwrap_or(DocumentError::Empty))
}

/// The text of a document that is nothing but text, such as CSV, whose lines and cells follow rules of their own; none where it is of
/// another form.
pub fn plain_text(bytes: &[u8]) -> Result<Option<String>, DocumentError> {
    if bytes.len() as u64 > MAX_INPUT_BYTES {
        return Err(DocumentError::TooLarge { limit: MAX_INPUT_BYTES });
    }
    match form::of(bytes)? {
        Form::Text => decode(bytes).map(Some),
        _ => Ok(None),
    }
}

fn open_within(bytes: &[u8], depth: usize, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    if depth > MAX_INNER {
        return Err(DocumentError::TooDeep);
    }
    let mut parts = match form::of(bytes)? {
        Form::Text => text(&decode(bytes)?)?,
        Form::Html => html::read(&encoding::html_text(bytes)?, false, budget)?,
        Form::SpreadsheetMl => workbook::spreadsheetml::read(&encoding::xml_text(bytes.to_vec())?, budget)?,
        Form::Mail => guarded(Format::Mail, || mail::read(bytes, depth, open_within, budget))?,
        Form::Pdf => guarded(Format::Pdf, || pdf::read(bytes, budget))?,
        Form::Xls => guarded(Format::Workbook, || workbook::read_xls(bytes, budget))?,
        Form::Zip => packed(bytes, budget)?,
    };
    encoding::finish(&mut parts);
    Ok(parts)
}

/// What is packed as ZIP: the forms of Office and LibreOffice.
fn packed(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let mut archive = Archive::open(bytes)?;
    if let Some(main) = docx::main_member(&mut archive, budget)? {
        return docx::read(&mut archive, &main, budget);
    }
    match form::of_archive(&mut archive, budget)? {
        form::Packed::Xlsx => guarded(Format::Workbook, || workbook::read_xlsx(bytes, &mut archive, budget)),
        form::Packed::Ods => guarded(Format::Workbook, || workbook::read_ods(bytes, &mut archive, budget)),
        form::Packed::Other(form) => Err(DocumentError::Unsupported(form)),
    }
}

fn text(text: &str) -> Result<Vec<Part>, DocumentError> {
    let mut assembly = Assembly::default();
    text.lines().try_for_each(|line| assembly.paragraph(Role::Body, line, Vec::new()))?;
    Ok(mail::quotes::mark(assembly.into_parts()))
}
