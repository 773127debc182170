//! Documents for tests, made of strings.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::{Content, Part, Role, Value};

pub fn pack(members: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x""#;

/// A DOCX with this body and these further members.
pub fn docx(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let body = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let more: Vec<(&str, String)> = more.iter().map(|(name, xml)| (*name, xml.replacen('>', &format!(" {W}>"), 1))).collect();
    let mut members = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", body.as_str())];
    members.extend(more.iter().map(|(name, xml)| (*name, xml.as_str())));
    pack(&members)
}

/// An XLSX whose one sheet holds these elements, with these shared strings.
pub fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    xlsx_with(sheet, strings, "", &[])
}

/// An XLSX with attributes of its one sheet, and further members.
pub fn xlsx_with(sheet: &str, strings: &str, attributes: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relations = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let workbook = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Bluezone" sheetId="1" r:id="r1" {attributes}/></sheets></workbook>"#
    );
    let of_workbook = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{office}/styles" Target="styles.xml"/></Relationships>"#
    );
    let strings = format!(r#"<sst xmlns="{main}">{strings}</sst>"#);
    let sheet = format!(r#"<worksheet xmlns="{main}" xmlns:r="{office}">{sheet}</worksheet>"#);
    let mut members = vec![
        ("_rels/.rels", relations.as_str()),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &of_workbook),
        ("xl/sharedStrings.xml", &strings),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    members.extend(more);
    pack(&members)
}

/// An ODS whose one sheet holds these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    let (namespace, kind) = ("urn:oasis:names:tc:opendocument:xmlns", "application/vnd.oasis.opendocument.spreadsheet");
    let manifest = format!(r#"<manifest:manifest xmlns:manifest="{namespace}:manifest:1.0"/>"#);
    let content = format!(
        r#"<office:document-content xmlns:office="{namespace}:office:1.0" xmlns:table="{namespace}:table:1.0" xmlns:text="{namespace}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Bluezone">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    pack(&[("mimetype", kind), ("META-INF/manifest.xml", &manifest), ("content.xml", &content)])
}

/// A compound file (Office 97 to 2003) with these streams.
pub fn compound_file(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

/// A workbook's stream of records: a number and its data each.
pub fn records(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    records.iter().flat_map(|(kind, data)| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()).collect()
}

/// A PDF of one page with this content, these fonts and further entries of its resources.
pub fn pdf(content: &str, fonts: &str, more: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << {fonts} >> /XObject << /X1 6 0 R >> >> >>"
        ),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    pdf_of(&objects)
}

/// A PDF of these objects; the first is its catalogue.
pub fn pdf_of(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    places.iter().for_each(|place| out += &format!("{place:010} 00000 n \n"));
    out += &format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}

/// The parts in short: what each is, and its lines; cells parted by bars, with what they are other than text.
pub fn told(parts: &[Part]) -> Vec<String> {
    let mut out = Vec::new();
    for part in parts {
        let role = if part.role == Role::Body { String::new() } else { format!("{:?}: ", part.role) };
        match &part.content {
            Content::Text(lines) => out.extend(lines.iter().map(|line| {
                let notes: String = line.notes.iter().map(|note| format!(" ({note})")).collect();
                format!("{role}{}{notes}", line.text)
            })),
            Content::Table(rows) | Content::Sheet(rows) => out.extend(rows.iter().map(|row| {
                let cells: Vec<String> = row
                    .cells
                    .iter()
                    .map(|cell| {
                        let value = match cell.value {
                            Value::Empty | Value::Text => String::new(),
                            Value::Number(number) => format!("#{number}"),
                            other => format!("#{other:?}"),
                        };
                        let note = cell.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
                        let (hidden, merged) = (if cell.hidden { "~" } else { "" }, if cell.merged { "^" } else { "" });
                        format!("{}{value}{hidden}{merged}{note}", cell.text)
                    })
                    .collect();
                format!("{role}{}", cells.join("|"))
            })),
            Content::Unread(error) => out.push(format!("{role}{error:?}")),
        }
    }
    out
}
