//! PDFs in small: where text stands, which letters it has, and those that have none.

use super::super::fixture::{pdf, told};
use super::super::{DocumentError, Format, open};

const PLAIN: &str = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const MAPPED: &str = "/F2 << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [1 [600 600] 3 4 550] >>] /ToUnicode 5 0 R >>";

fn map() -> String {
    let map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 4 beginbfchar <0001> <0110> <0002> <1EAF> <0003> <006B> <0004> <0035> endbfchar endcmap CMapName currentdict /CMap defineresource pop end end";
    format!("<< /Length {} >>\nstream\n{map}\nendstream", map.len())
}

fn read(content: &str) -> Vec<String> {
    told(&open(&pdf(content, &format!("{PLAIN} {MAPPED}"), &[&map()])).unwrap())
}

#[test]
fn lines_run_from_the_top_and_columns_stay_apart() {
    // Drawn column by column, as some programs do.
    let content = "BT /F1 12 Tf 1 0 0 1 72 700 Tm (Gia Nghia) Tj 0 -20 Td (Dak Mil) Tj 1 0 0 1 300 700 Tm (25.122) Tj 0 -20 Td (16.826) Tj ET \
        BT /F1 12 Tf 72 760 Td (Tinh den ) Tj (17h) Tj 14 TL T* [(nga) -10 (y) -400 (19/8)] TJ ET";
    assert_eq!(read(content), ["Tinh den 17h", "ngay 19/8", "Gia Nghia\t25.122", "Dak Mil\t16.826"]);
}

#[test]
fn letters_are_those_of_the_font_s_own_map() {
    assert_eq!(read("BT /F2 12 Tf 72 700 Td <000100020003> Tj 40 0 Td <0004> Tj ET"), ["Đắk\t5"]);
}

#[test]
fn a_small_raised_digit_is_a_mark() {
    assert_eq!(read("BT /F1 12 Tf 72 700 Td (6.306) Tj /F1 7 Tf 5 Ts (1) Tj ET"), ["6.306¹"]);
}

#[test]
fn a_turned_page_is_read_along_its_text_and_a_watermark_stands_aside() {
    let turned = "q 0 1 -1 0 500 100 cm BT /F1 12 Tf 0 20 Td (tren) Tj 0 -20 Td (duoi) Tj ET Q BT /F1 12 Tf 1 1 -1 1 10 10 Tm (nhap) Tj ET";
    assert_eq!(read(turned), ["tren", "duoi", "PageFooter: nhap"]);
}

#[test]
fn a_form_is_drawn_where_it_is_used_and_one_that_draws_itself_ends() {
    let form = |content: &str| {
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [1 0 0 1 0 100] /Resources << /Font << {PLAIN} >> /XObject << /X1 6 0 R >> >> /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let document = |content: &str, form: &str| open(&pdf(content, PLAIN, &[&map(), form]));
    let inner = form("BT /F1 12 Tf 72 600 Td (trong) Tj ET");
    assert_eq!(told(&document("BT /F1 12 Tf 72 650 Td (duoi) Tj ET /X1 Do", &inner).unwrap()), ["trong", "duoi"]);
    let endless = form(&"/X1 Do ".repeat(100));
    assert!(matches!(document(&"/X1 Do ".repeat(100), &endless), Err(DocumentError::TooLarge { .. })));
}

#[test]
fn a_scan_a_font_without_letters_a_password_and_a_broken_file_are_told_apart() {
    let error = |content: &str, fonts: &str| open(&pdf(content, fonts, &[])).unwrap_err();
    assert_eq!(error("q 595 0 0 842 0 0 cm /X1 Do Q", PLAIN), DocumentError::Scan);
    // What a scanner believes to have read stands invisible over the picture.
    assert_eq!(error("BT 3 Tr /F1 12 Tf 72 700 Td (12.452) Tj ET", PLAIN), DocumentError::Scan);
    let nameless = "/F1 << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /DW 500 >>] >>";
    assert_eq!(error("BT /F1 12 Tf 72 700 Td <00010002> Tj ET", nameless), DocumentError::NoLetters);
    assert_eq!(open(b"%PDF-1.4\nrubbish"), Err(DocumentError::Broken(Format::Pdf)));
}

#[test]
fn a_password_to_open_is_asked_for_and_one_against_changes_is_none() {
    let with = |password: &str| {
        let bytes = pdf("BT /F1 12 Tf 72 700 Td (Dak Mil: 5) Tj ET", PLAIN, &[]).clone();
        let mut document = lopdf::Document::load_mem(&bytes).unwrap();
        let id = || lopdf::Object::string_literal("0123456789abcdef");
        document.trailer.set("ID", vec![id(), id()]);
        let version = lopdf::EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        };
        let state = lopdf::EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        let mut out = Vec::new();
        document.save_to(&mut out).unwrap();
        open(&out)
    };
    assert_eq!(with("user"), Err(DocumentError::Password(Format::Pdf)));
    assert_eq!(told(&with("").unwrap()), ["Dak Mil: 5"]);
}
