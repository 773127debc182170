//! Workbooks that are too large in some way, and such that only look so; the files are made here.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;
use crate::campaign::letters::{InputFormat, ParsedReport, Reading, read};
use crate::campaign::limits::MAX_INPUT_BYTES;
use crate::campaign::names::{Names, tests::campaign};

fn pack(members: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An XLSX whose one sheet holds these rows.
fn xlsx(rows: &str, strings: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    pack(&[
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Bluezone" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml", &format!(r#"<sst xmlns="{main}">{strings}</sst>"#)),
        ("xl/worksheets/sheet1.xml", &format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#)),
    ])
}

/// An ODS whose one sheet holds these rows.
fn ods(rows: &str) -> Vec<u8> {
    let (namespace, kind) = ("urn:oasis:names:tc:opendocument:xmlns", "application/vnd.oasis.opendocument.spreadsheet");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", kind.to_owned()),
        ("META-INF/manifest.xml", format!(r#"<manifest:manifest xmlns:manifest="{namespace}:manifest:1.0"/>"#)),
        (
            "content.xml",
            format!(
                r#"<office:document-content xmlns:office="{namespace}:office:1.0" xmlns:table="{namespace}:table:1.0" xmlns:text="{namespace}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Bluezone">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
            ),
        ),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods_text(text: &str, attributes: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>"#)
}

const XLSX_TABLE: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Gia Nghĩa</t></is></c><c r="B1"><v>12452</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Tuy Đức</t></is></c><c r="B2"><v>3735</v></c></row>"#;

fn ods_table() -> String {
    let number = |n: u32| format!(r#"<table:table-cell office:value-type="float" office:value="{n}"/>"#);
    let row = |name: &str, n: u32| format!("<table:table-row>{}{}</table:table-row>", ods_text(name, ""), number(n));
    format!("{}{}", row("Gia Nghĩa", 12_452), row("Tuy Đức", 3735))
}

fn parsed(bytes: &[u8]) -> ParsedReport {
    read(bytes, Reading::default(), &Names::of(&campaign()))
}

fn problem(bytes: &[u8]) -> Problem {
    let mut findings = parsed(bytes).findings;
    assert_eq!(findings.len(), 1, "{findings:?}");
    findings.remove(0).problem
}

#[track_caller]
fn assert_read(bytes: &[u8]) {
    let parsed = parsed(bytes);
    assert_eq!(parsed.findings, []);
    assert_eq!(parsed.installs.values().map(|figure| figure.value).collect::<Vec<_>>(), [12_452, 3735]);
}

fn far(cell: &str) -> Problem {
    Problem::SheetTooLarge { sheet: Some("Bluezone".into()), cell: cell.into() }
}

const TOO_MANY_BYTES: Problem = Problem::InputTooLarge { limit: MAX_INPUT_BYTES };

#[test]
fn a_far_cell_of_an_xlsx_is_refused_by_its_name_and_a_far_row_is_read() {
    assert_read(&xlsx(XLSX_TABLE, ""));
    let with = |cell: &str, row: u32| {
        xlsx(&format!(r#"{XLSX_TABLE}<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>ghi chú</t></is></c></row>"#), "")
    };
    let small = with("XFD1048576", 1_048_576);
    assert!(small.len() < 2000, "{}", small.len());
    assert_eq!(problem(&small), far("XFD1048576"));
    assert_eq!(problem(&with("IW2", 2)), far("IW2"));
    assert_read(&with("IV3", 3));
    assert_read(&with("A1048576", 1_048_576));
    // Cells that hold nothing, however far, are no content.
    assert_read(&xlsx(&format!(r#"{XLSX_TABLE}<row r="1048576"><c r="XFD1048576" s="0"/></row>"#), ""));
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let long = "a".repeat(1_000_000);
    let cells: String = (3..60).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    let bytes = xlsx(&format!("{XLSX_TABLE}{cells}"), &format!("<si><t>{long}</t></si>"));
    assert!(bytes.len() < 20_000, "{}", bytes.len());
    assert_eq!(problem(&bytes), TOO_MANY_BYTES);
}

#[test]
fn a_container_that_unpacks_to_more_than_is_read_is_refused() {
    let blanks = " ".repeat(MAX_INPUT_BYTES as usize);
    let bytes = xlsx(&format!("{XLSX_TABLE}{blanks}"), "");
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    assert_eq!(problem(&bytes), TOO_MANY_BYTES);
    let two = pack(&[("a", "12345"), ("b", "12345")]);
    assert_eq!(archive::check_size(&two, 10), Ok(()));
    assert_eq!(archive::check_size(&two, 9), Err(Problem::InputTooLarge { limit: 9 }));
    assert_eq!(archive::check_size(&two, 4), Err(Problem::InputTooLarge { limit: 4 }));
    assert_eq!(archive::check_size(b"PK\x03\x04rubbish", 0), Ok(()), "who opens it says what is wrong");
    let text = vec![b'a'; MAX_INPUT_BYTES as usize + 1];
    let first = |format| read(&text, Reading { format, column: None }, &Names::of(&campaign())).findings[0].problem.clone();
    assert_eq!((first(Some(InputFormat::Text)), first(None)), (TOO_MANY_BYTES, TOO_MANY_BYTES));
}

#[test]
fn repeats_of_an_ods_are_counted_before_they_are_written_out() {
    let table = ods_table();
    assert_read(&ods(&table));
    let row = |rows: &str, cells: &str| ods(&format!("{table}<table:table-row {rows}>{cells}</table:table-row>"));
    let empty = |columns: u32| format!(r#"<table:table-cell table:number-columns-repeated="{columns}"/>"#);
    // As LibreOffice ends a sheet: a million empty rows of all columns.
    assert_read(&row(r#"table:number-rows-repeated="1048574""#, &empty(16_384)));
    assert_eq!(
        problem(&row(r#"table:number-rows-repeated="1048574""#, &ods_text("x", r#"table:number-columns-repeated="200""#))),
        far("GR1048576")
    );
    assert_eq!(problem(&row("", &(empty(16_383) + &ods_text("x", "")))), far("XFD3"));
    assert_eq!(problem(&row("", &(empty(256) + &ods_text("x", "")))), far("IW3"));
    assert_read(&row("", &(empty(255) + &ods_text("ghi chú", ""))));
    let endless = problem(&row("", &ods_text("x", r#"table:number-columns-repeated="99999999999999999999""#)));
    assert!(matches!(endless, Problem::SheetTooLarge { .. }), "{endless:?}");
    let twice = r#"table:number-columns-repeated="1" table:number-columns-repeated="300""#;
    assert_eq!(problem(&row("", &ods_text("x", twice))), far("KN3"));
    // Laid out for people, with blanks after a row that is repeated.
    let repeated = format!(r#"<table:table-row table:number-rows-repeated="1048574">{}</table:table-row>"#, empty(16_384));
    assert_read(&ods(&format!("{table}{repeated}{}", "\n".repeat(100))));
    // A far row after a gap.
    let gap = format!(
        r#"{table}<table:table-row table:number-rows-repeated="999999">{}</table:table-row><table:table-row>{}</table:table-row>"#,
        empty(1),
        ods_text("x", "")
    );
    assert_eq!(problem(&ods(&gap)), far("A1000002"));
    // Spaces and long texts are repeated as well.
    assert_eq!(problem(&row("", &ods_text(r#"<text:s text:c="4000000000"/>"#, ""))), TOO_MANY_BYTES);
    let long = "a".repeat(1_000_000);
    assert_eq!(problem(&row("", &ods_text(&long, r#"table:number-columns-repeated="40""#))), TOO_MANY_BYTES);
    assert_eq!(problem(&row(r#"table:number-rows-repeated="40""#, &ods_text(&long, ""))), TOO_MANY_BYTES);
}

/// The stream of an XLS: records of a number and their data.
fn xls(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut stream = file.create_stream("/Workbook").unwrap();
    for (kind, data) in records {
        stream.write_all(&[kind.to_le_bytes(), (data.len() as u16).to_le_bytes()].concat()).unwrap();
        stream.write_all(data).unwrap();
    }
    stream.flush().unwrap();
    drop(stream);
    file.into_inner().into_inner()
}

#[test]
fn a_far_cell_of_an_xls_is_refused_before_it_is_opened() {
    let words = |words: &[u16]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let begin = || (0x0809, words(&[0x0600, 0x0010, 0, 0, 0, 0, 0, 0]));
    let number = |row: u16, column: u16| (0x0203, [words(&[row, column, 0]), 1.0_f64.to_le_bytes().to_vec()].concat());
    let end = || (0x000a, Vec::new());
    let far = |cell: &str| Problem::SheetTooLarge { sheet: None, cell: cell.into() };
    let refused = |records: &[(u16, Vec<u8>)]| {
        let problem = problem(&xls(records));
        matches!(problem, Problem::SheetTooLarge { .. }).then_some(problem)
    };
    assert_eq!(refused(&[begin(), number(0, 0), number(65_535, 200), end()]), Some(far("GS65536")));
    assert_eq!(refused(&[begin(), number(65_535, 0), number(0, 200), end()]), Some(far("GS1")));
    assert_eq!(refused(&[begin(), number(0, 0), number(65_535, 0), end()]), None);
    assert_eq!(refused(&[begin(), number(0, 256), end()]), Some(far("IW1")));
    assert_eq!(refused(&[begin(), number(0, 0), number(9999, 255), end()]), None);
    // Each sheet for itself.
    assert_eq!(refused(&[begin(), number(0, 0), end(), begin(), number(65_535, 200), end()]), None);
    // Rows from 0 to 65536 and columns to 256, as declared; and a table of a usual size.
    assert_eq!(refused(&[begin(), (0x0200, words(&[0, 0, 0, 1, 0, 256, 0])), end()]), Some(far("IV65536")));
    assert_eq!(refused(&[begin(), (0x0200, words(&[0, 65_535, 0, 256, 0])), end()]), Some(far("IV65535")));
    assert_eq!(refused(&[begin(), (0x0200, words(&[0, 0, 1000, 0, 0, 256, 0])), end()]), None);
}

#[test]
fn what_is_no_workbook_is_said_to_be_none() {
    for bytes in [&b"PK\x03\x04rubbish"[..], b"\xd0\xcf\x11\xe0rubbish", b"<html>", b""] {
        let problem = sheets(bytes).err();
        assert!(matches!(problem, Some(Problem::SheetUnreadable { .. })), "{problem:?}");
    }
}
