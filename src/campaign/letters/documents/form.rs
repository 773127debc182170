//! Which form bytes are of, by what they begin with and what is in them.

use std::io::Cursor;

use super::archive::{self, Archive};
use super::budget::Budget;
use super::error::{DocumentError, Format, Unsupported};
use super::workbook::spreadsheetml;
use super::{mail, pdf};

/// The forms that are opened.
#[derive(Debug, PartialEq)]
pub enum Form {
    Text,
    Html,
    SpreadsheetMl,
    Mail,
    Pdf,
    /// A workbook of Excel 97 to 2003.
    Xls,
    Zip,
}

/// What a ZIP container holds.
pub enum Packed {
    Xlsx,
    Ods,
    Other(Unsupported),
}

/// What every file of Office 97 to 2003 begins with.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const IMAGES: [&[u8]; 9] =
    [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x1cftyphei", b"\0\0\0\x18ftyphei", b"\0\0\0\x18ftypmif"];
const ARCHIVES: [&[u8]; 5] = [b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"PK\x05\x06"];

pub fn of(bytes: &[u8]) -> Result<Form, DocumentError> {
    let unsupported = |form| Err(DocumentError::Unsupported(form));
    let begins = |magic: &&[u8]| bytes.starts_with(magic);
    match bytes {
        _ if begins(&archive::MAGIC) => Ok(Form::Zip),
        _ if begins(&COMPOUND_FILE) => compound_file(bytes),
        _ if begins(&b"{\\rtf".as_slice()) => unsupported(Unsupported::Rtf),
        // "BM" begins words, too; a picture is no text.
        _ if IMAGES.iter().any(begins) && bytes.iter().take(64).any(|b| *b == 0 || *b > 0x7f) => unsupported(Unsupported::Image),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => unsupported(Unsupported::Image),
        _ if ARCHIVES.iter().any(begins) => unsupported(Unsupported::Archive),
        _ if mail::is_mail(bytes) => Ok(Form::Mail),
        _ if pdf::is_pdf(bytes) => Ok(Form::Pdf),
        _ => text(bytes),
    }
}

/// Text that is markup, or text alone.
fn text(bytes: &[u8]) -> Result<Form, DocumentError> {
    // Tags are ASCII; the zero bytes of UTF-16 are no part of them.
    let head: Vec<u8> = bytes.iter().copied().take(16 * 1024).filter(|b| *b != 0 && b.is_ascii()).collect();
    let head = String::from_utf8_lossy(&head);
    let lower = head.trim_start().to_ascii_lowercase();
    if !lower.starts_with('<') {
        return Ok(Form::Text);
    }
    let is_page = ["<html", "<!doctype html", "<table", "<body", "<head", "<meta", "<div", "<p>", "<p ", "<style"]
        .iter()
        .any(|tag| lower.contains(tag));
    match () {
        () if spreadsheetml::is_workbook(&head) => Ok(Form::SpreadsheetMl),
        () if is_page => Ok(Form::Html),
        () if lower.contains("urn:oasis:names:tc:opendocument") => Err(DocumentError::Unsupported(Unsupported::OtherWorkbook)),
        () if lower.starts_with("<?xml") => Err(DocumentError::Unsupported(Unsupported::OtherXml)),
        () => Ok(Form::Text),
    }
}

fn compound_file(bytes: &[u8]) -> Result<Form, DocumentError> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| DocumentError::Broken(Format::Workbook))?;
    let has = |name: &str| file.exists(name);
    match () {
        () if has("/Workbook") || has("/Book") => Ok(Form::Xls),
        // A file of today's Office with a password.
        () if has("/EncryptedPackage") => Err(DocumentError::Password(Format::Workbook)),
        () if has("/WordDocument") => Err(DocumentError::Unsupported(Unsupported::Doc)),
        () if has("/PowerPoint Document") => Err(DocumentError::Unsupported(Unsupported::Presentation)),
        () if has("/__properties_version1.0") => Err(DocumentError::Unsupported(Unsupported::OutlookMessage)),
        () => Err(DocumentError::Unknown),
    }
}

/// What a container holds that is no DOCX.
pub fn of_archive(archive: &mut Archive, budget: &mut Budget) -> Result<Packed, DocumentError> {
    if archive.is_encrypted() {
        return Err(DocumentError::Password(Format::Archive));
    }
    if archive.has("content.xml") {
        let kind = archive.member("mimetype", Format::Archive, budget)?.unwrap_or_default();
        let kind = String::from_utf8_lossy(&kind).into_owned();
        return Ok(match () {
            () if kind.contains("opendocument.text") => Packed::Other(Unsupported::Odt),
            () if kind.contains("opendocument.presentation") => Packed::Other(Unsupported::Presentation),
            () => Packed::Ods,
        });
    }
    let names = archive.names();
    let in_folder = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    Ok(match () {
        () if archive.has("xl/workbook.bin") => Packed::Other(Unsupported::OtherWorkbook),
        () if in_folder("xl/") => Packed::Xlsx,
        () if in_folder("ppt/") => Packed::Other(Unsupported::Presentation),
        () => Packed::Other(Unsupported::Archive),
    })
}
