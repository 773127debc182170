//! Reads a mail as it is saved (.eml, and web pages saved as one file, .mht): subject, date, text, and what is attached.

pub mod quotes;

#[cfg(test)]
mod tests;

use encoding_rs::Encoding;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding as Transfer, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::assembly::Assembly;
use super::budget::{Budget, check_lines};
use super::encoding::{decode, html_text, unicode_text};
use super::error::{DocumentError, Format};
use super::html;
use super::part::{Content, Part, Role};

/// Mails in mails; the parser goes into each by itself.
const MAX_INNER: usize = 20;
/// Lines that may begin a part of a mail.
const MAX_PARTS: usize = 10_000;

/// Opens what is attached; it is handed in, since an attachment may be of any form.
pub type Open = fn(&[u8], usize, &mut Budget) -> Result<Vec<Part>, DocumentError>;

/// Header fields that programs put above a mail's text.
const FIELDS: [&str; 8] =
    ["mime-version", "content-type", "content-transfer-encoding", "received", "message-id", "return-path", "delivered-to", "x-mailer"];

/// Whether the bytes begin as a saved mail does: with header fields alone, one of them a mail program's.
pub fn is_mail(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(64 * 1024)).unwrap_or_default();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let mut known = false;
    for line in head.split(|b| *b == b'\n').map(<[u8]>::trim_ascii_end) {
        match line {
            [] => return known,
            [b' ' | b'\t', ..] => {}
            _ if line.starts_with(b"From ") => {}
            _ => {
                let Some(colon) = line.iter().position(|b| *b == b':') else { return false };
                let name = line.get(..colon).unwrap_or_default().to_ascii_lowercase();
                if name.is_empty() || !name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_') {
                    return false;
                }
                known |= FIELDS.iter().any(|field| field.as_bytes() == name);
            }
        }
    }
    known
}

pub fn read(bytes: &[u8], depth: usize, open: Open, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    check_lines(bytes.iter().filter(|byte| **byte == b'\n').count())?;
    let count = |mark: &[u8]| bytes.windows(mark.len()).filter(|window| window.eq_ignore_ascii_case(mark)).count();
    if count(b"message/rfc822") > MAX_INNER || count(b"\n--") > MAX_PARTS {
        return Err(DocumentError::TooDeep);
    }
    let message = MessageParser::default().parse(bytes).ok_or(DocumentError::Broken(Format::Mail))?;
    let mut head = Assembly::default();
    if let Some(subject) = message.subject() {
        head.paragraph(Role::Subject, subject, Vec::new())?;
    }
    for field in ["From", "Date"] {
        if let Some(value) = message.header_raw(field) {
            let value: Vec<&str> = value.split_whitespace().collect();
            head.paragraph(Role::MailStamp, &format!("{field}: {}", value.join(" ")), Vec::new())?;
        }
    }
    let mut parts = head.into_parts();
    // Where the text comes in two forms, the page keeps the cells of tables.
    let (pages, texts) = (&message.html_body, &message.text_body);
    let bodies = if pages.iter().any(|id| is_page(message.part(*id))) { pages } else { texts };
    let mut body = Vec::new();
    for part in bodies.iter().filter_map(|id| message.part(*id)).filter(|part| !is_decoration(part)) {
        body.extend(body_parts(&message, part, budget)?);
    }
    parts.extend(quotes::mark(body));
    let attached = message.attachments.iter().filter(|id| !bodies.contains(id)).filter_map(|id| message.part(*id));
    for part in attached.filter(|part| !is_decoration(part)) {
        parts.extend(attachment(&message, part, depth, open, budget)?);
    }
    Ok(parts)
}

/// Whether a part only makes a page look as it does, or signs the mail: styles, scripts, pictures that the text shows, calendars.
fn is_decoration(part: &MessagePart) -> bool {
    let Some(kind) = part.content_type() else { return false };
    let subtype = kind.subtype().unwrap_or_default().to_ascii_lowercase();
    match kind.ctype().to_ascii_lowercase().as_str() {
        "text" => ["css", "javascript", "calendar", "vcard", "x-vcard"].contains(&subtype.as_str()),
        "application" => subtype.contains("javascript") || subtype.contains("signature"),
        "image" => part.content_id().is_some() || part.content_location().is_some(),
        "font" | "audio" | "video" => true,
        _ => false,
    }
}

fn is_page(part: Option<&MessagePart>) -> bool {
    part.is_some_and(|part| matches!(part.body, PartType::Html(_)))
}

fn body_parts(message: &Message, part: &MessagePart, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let bytes = raw(message, part)?;
    budget.take_bytes(bytes.len())?;
    let charset = part.content_type().and_then(|kind| kind.attribute("charset")).map(str::to_owned);
    let text = match charset.as_deref().and_then(|name| in_charset(name, &bytes)) {
        Some(text) => text,
        None if is_page(Some(part)) => html_text(&bytes)?,
        None => decode(&bytes)?,
    };
    if is_page(Some(part)) {
        return html::read(&text, true, budget);
    }
    let mut assembly = Assembly::default();
    text.lines().try_for_each(|line| assembly.paragraph(Role::Body, line, Vec::new()))?;
    Ok(assembly.into_parts())
}

/// Text in the encoding that its mail names. Programs that know no better name a western one, and that is not taken at its word.
fn in_charset(name: &str, bytes: &[u8]) -> Option<String> {
    let encoding = Encoding::for_label(name.as_bytes())?;
    match encoding.name() {
        "windows-1252" | "ISO-8859-15" => unicode_text(bytes),
        _ => encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned()),
    }
}

fn attachment(message: &Message, part: &MessagePart, depth: usize, open: Open, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let name = part.attachment_name().map(str::to_owned).unwrap_or_default();
    let bytes = raw(message, part)?;
    budget.take_bytes(bytes.len())?;
    let mut parts = match open(&bytes, depth + 1, budget) {
        Ok(parts) => parts,
        // What all attachments share is the mail's own error; what is wrong with one is said of that one.
        Err(
            error @ (DocumentError::TooLarge { .. }
            | DocumentError::TooManyCells { .. }
            | DocumentError::TooManyLines { .. }
            | DocumentError::TooDeep),
        ) => return Err(error),
        Err(error) => vec![Part::new(Role::Body, Content::Unread(error))],
    };
    parts.iter_mut().filter(|part| part.attachment.is_none()).for_each(|part| part.attachment = Some(name.clone()));
    Ok(parts)
}

/// The bytes of a part as they were before the mail was packed for the way.
fn raw(message: &Message, part: &MessagePart) -> Result<Vec<u8>, DocumentError> {
    if let PartType::Binary(bytes) | PartType::InlineBinary(bytes) = &part.body {
        return Ok(bytes.to_vec());
    }
    let (from, to) = (part.offset_body as usize, part.offset_end as usize);
    let bytes = message.raw_message().get(from..to).unwrap_or_default();
    let unpacked = match part.encoding {
        Transfer::None => Some(bytes.to_vec()),
        Transfer::Base64 => base64_decode(bytes),
        Transfer::QuotedPrintable => quoted_printable_decode(bytes),
    };
    unpacked.ok_or(DocumentError::Broken(Format::Mail))
}
