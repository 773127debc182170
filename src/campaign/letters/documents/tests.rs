//! Which form a document is taken for, and that no document, however broken, does more than be refused.

use proptest::prelude::*;

use super::fixture::{compound_file, docx, ods, pack, pdf, told, xlsx};
use super::*;

#[test]
fn the_form_follows_from_the_content() {
    let lines = |bytes: &[u8]| told(&open(bytes).unwrap());
    assert_eq!(lines("a\tb\n\nĐắk Mil\t5".as_bytes()), ["a\tb", "", "Đắk Mil\t5"]);
    assert_eq!(lines(b"  \n<table><tr><td>a</td><td>1</td></tr></table>"), ["a|1"]);
    assert_eq!(lines(b"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC><html><p>a</html>"), ["a"]);
    assert_eq!(plain_text("a;\"b\nc\"\r\n".as_bytes()), Ok(Some("a;\"b\nc\"\n".into())));
    assert_eq!(plain_text(b"<html><p>a"), Ok(None));
    assert_eq!(plain_text(b"{\\rtf1}"), Err(DocumentError::Unsupported(Unsupported::Rtf)));
    // What looks like another form and is none.
    assert_eq!(lines(b"< 100 may"), ["< 100 may"]);
    assert_eq!(lines(b"BM: 5"), ["BM: 5"]);
    assert_eq!(lines("Kính gửi: UBND\n\nĐắk Mil: 5".as_bytes()), ["Kính gửi: UBND", "", "Đắk Mil: 5"]);
    assert_eq!(lines(b"Subject: a\n\nb"), ["Subject: a", "", "b"]);
}

#[test]
fn forms_that_are_not_read_are_named() {
    let unsupported = |bytes: &[u8], form| assert_eq!(open(bytes), Err(DocumentError::Unsupported(form)));
    unsupported(b"{\\rtf1\\ansi}", Unsupported::Rtf);
    unsupported(&compound_file(&[("/WordDocument", b"x")]), Unsupported::Doc);
    unsupported(&compound_file(&[("/PowerPoint Document", b"x")]), Unsupported::Presentation);
    unsupported(&compound_file(&[("/__properties_version1.0", b"x")]), Unsupported::OutlookMessage);
    unsupported(&pack(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")]), Unsupported::Odt);
    unsupported(&pack(&[("ppt/presentation.xml", "<x/>")]), Unsupported::Presentation);
    unsupported(&pack(&[("xl/workbook.bin", "x")]), Unsupported::OtherWorkbook);
    unsupported(&pack(&[("a.docx", "x"), ("b.docx", "y")]), Unsupported::Archive);
    unsupported(b"Rar!\x1a\x07\x01\0", Unsupported::Archive);
    unsupported(b"\x1f\x8b\x08\0\0", Unsupported::Archive);
    for picture in
        [&b"\x89PNG\r\n\x1a\n\0"[..], b"\xff\xd8\xff\xe0\0", b"GIF89a\x01\0", b"II*\0\x08", b"RIFF\x10\0\0\0WEBPVP8 ", b"BM\x36\0\0\0"]
    {
        unsupported(picture, Unsupported::Image);
    }
    unsupported(b"<?xml version=\"1.0\"?><a/>", Unsupported::OtherXml);
    unsupported(
        b"<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>",
        Unsupported::OtherWorkbook,
    );
    assert_eq!(open(&compound_file(&[("/EncryptedPackage", b"x")])), Err(DocumentError::Password(Format::Workbook)));
    assert_eq!(open(&compound_file(&[("/Other", b"x")])), Err(DocumentError::Unknown));
    assert_eq!(open(b"PK\x03\x04rubbish"), Err(DocumentError::Broken(Format::Archive)));
    assert_eq!(open(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rubbish"), Err(DocumentError::Broken(Format::Workbook)));
    assert_eq!(open(b""), Err(DocumentError::Empty));
    assert_eq!(open(b" \n\t"), Err(DocumentError::Empty));
}

#[test]
fn what_unfolds_without_end_is_refused_in_every_form() {
    let lines = Err(DocumentError::TooManyLines { limit: 500_000 });
    assert_eq!(open("a\n".repeat(600_000).as_bytes()), lines);
    assert_eq!(open(format!("<html>{}", "<p>a".repeat(600_000)).as_bytes()), lines);
    assert_eq!(open(format!("MIME-Version: 1.0\n{}\na", "X-A: b\n".repeat(600_000)).as_bytes()), lines);
    assert_eq!(open(&docx(&"<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(600_000), &[])), lines);
    let many_parts = format!("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\na\n".repeat(20_000));
    assert_eq!(open(many_parts.as_bytes()), Err(DocumentError::TooDeep));
    let table = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{}</w:tr>", "<w:tc/>".repeat(250)).repeat(4100));
    assert_eq!(open(&docx(&table, &[])), Err(DocumentError::TooManyCells { limit: 1_000_000 }));
    let font = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    for (content, object) in [
        (format!("[{}] TJ", "1 ".repeat(1_500_000)), "null".to_owned()),
        (format!("[{}] TJ", "[]".repeat(150_000)), "null".to_owned()),
        (String::new(), format!("[{}]", "1 ".repeat(1_500_000))),
        (String::new(), format!("[{}]", "[]".repeat(400_000))),
    ] {
        let error = open(&pdf(&content, font, &[&object])).unwrap_err();
        assert!(matches!(error, DocumentError::TooLarge { .. }), "{error:?}");
    }
}

#[test]
fn letters_of_old_fonts_are_put_right_in_every_form() {
    let body = "<w:p><w:r><w:t>HuyÖn §¾k Mil: 16.826 l\u{ad}ît; huyÖn C\u{ad} Jót: 13.738 l\u{ad}ît; thµnh phè Gia NghÜa</w:t></w:r></w:p>";
    assert_eq!(told(&open(&docx(body, &[])).unwrap()), ["Huyện Đắk Mil: 16.826 lượt; huyện Cư Jút: 13.738 lượt; thành phố Gia Nghĩa"]);
}

const BODY: &str =
    "<w:p><w:r><w:t>Đắk Mil: 16.826</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
const CELLS: &str = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Đắk Mil</t></is></c><c r="B1"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#;
const FONTS: &str = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /Widths [500 500] /FirstChar 32 >>";
const ROW: &str = r#"<table:table-row><table:table-cell office:value-type="float" office:value="5"/></table:table-row>"#;
const CONTENT: &str = "BT /F1 12 Tf 72 700 Td (16.826) Tj [(a) -10 (b)] TJ ET /X1 Do";

/// A valid document of each form.
fn documents() -> Vec<Vec<u8>> {
    let mail = "From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>a\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj\r\n--b--\r\n";
    let excel = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell MergeAcross="2"><Data Type="Number">5</Data></Cell></Row></Table></Worksheet></Workbook>"#;
    vec![
        docx(BODY, &[]),
        xlsx(CELLS, ""),
        ods(ROW),
        pdf(CONTENT, FONTS, &[]),
        mail.as_bytes().to_vec(),
        excel.as_bytes().to_vec(),
        b"<html><table><tr><td rowspan=2>a<td colspan=3>b</table><blockquote><sup>1</sup>".to_vec(),
        "Từ: a\nĐã gửi: b\n\nĐắk Mil: 16.826 lượt\n> c".as_bytes().to_vec(),
        compound_file(&[(
            "/Workbook",
            &fixture::records(&[(0x0809, vec![0, 6, 16, 0, 0, 0, 0, 0]), (0x0203, vec![0; 14]), (0x000a, vec![])]),
        )]),
    ]
}

#[test]
fn documents_cut_short_anywhere_are_read_or_refused() {
    for document in documents() {
        for end in (0..document.len()).step_by(1 + document.len() / 150) {
            let _ = open(&document[..end]);
        }
    }
}

/// What stands in a document's members, so that a change is not caught by the sums over packed bytes.
fn changed(text: &str, changes: &[(prop::sample::Index, String)]) -> String {
    let mut text = text.to_owned();
    for (at, piece) in changes {
        let at = at.index(text.len());
        let from = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        // In the place of as many letters, or between them.
        let to = (from..=text.len()).filter(|to| text.is_char_boundary(*to)).take(1 + piece.len() % 4).last().unwrap_or(from);
        text.replace_range(from..to, piece);
    }
    text
}

// A longer run: PROPTEST_CASES=100000.
proptest! {

    #[test]
    fn no_bytes_do_more_than_be_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600), start in 0..12_usize) {
        const STARTS: [&[u8]; 12] = [
            b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", b"<table><tr><td>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xfe\xff",
            b"MIME-Version: 1.0\nContent-Type: text/html\n\n", b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            b"From: a\nSent: b\n", b"\xef\xbb\xbf",
        ];
        let bytes = [STARTS[start], &bytes].concat();
        let _ = (open(&bytes), decode(&bytes));
    }

    #[test]
    fn changed_documents_are_read_or_refused(which in 0..9_usize, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut document = documents().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(document.len());
            document[at] = byte;
        }
        let _ = open(&document);
    }

    #[test]
    fn changed_members_are_read_or_refused(
        which in 0..6_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), "[<>/a-z0-9:=\" &;\\[\\]()%-]{0,6}"), 1..8),
    ) {
        let with = |text: &str| changed(text, &changes);
        let _ = match which {
            0 => open(&docx(&with(BODY), &[])),
            1 => open(&docx(BODY, &[("word/footnotes.xml", &with("<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>Số ước</w:t></w:r></w:p></w:footnote></w:footnotes>"))])),
            2 => open(&xlsx(&with(CELLS), &with("<si><t>Đắk Mil</t></si>"))),
            3 => open(&ods(&with(ROW))),
            4 => open(&pdf(&with(CONTENT), FONTS, &[&with("<< /Type /XObject /Subtype /Form /Length 0 >>")])),
            _ => open(&pdf(CONTENT, &with(FONTS), &[])),
        };
    }

    #[test]
    fn members_of_containers_may_hold_anything(xml in "[<>/a-zA-Z0-9:=\" &;]{0,300}", which in 0..3_usize) {
        let _ = match which {
            0 => open(&docx(&xml, &[("word/footnotes.xml", &xml), ("word/styles.xml", &xml)])),
            1 => open(&xlsx(&xml, &xml)),
            _ => open(&ods(&xml)),
        };
    }
}
