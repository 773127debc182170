//! PDFs in small: where text stands, which letters it has, and those that have none.

use std::io::Write;

use super::super::fixture::{pdf, pdf_of, told};
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

/// A page tree with these children, and further objects from the fifth on; the third is a page with a line of text.
fn tree(kids: &str, more: &[String]) -> Vec<u8> {
    let line = "BT /F1 12 Tf 72 700 Td (Dak Mil: 5) Tj ET";
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count 1 >>"),
        page("4 0 R"),
        format!("<< /Length {} >>\nstream\n{line}\nendstream", line.len()),
    ];
    objects.extend_from_slice(more);
    pdf_of(&objects)
}

fn page(content: &str) -> String {
    format!("<< /Type /Page /Parent 2 0 R /Contents {content} /Resources << /Font << {PLAIN} >> >> >>")
}

#[test]
fn every_page_is_read_or_the_letter_is_refused() {
    let pages = |count: usize| {
        let kids: String = (0..count).map(|at| format!("{} 0 R ", at + 5)).collect();
        open(&tree(&kids, &vec![page("4 0 R"); count]))
    };
    assert_eq!(told(&pages(500).unwrap()).len(), 500);
    assert_eq!(pages(501), Err(DocumentError::TooManyPages { limit: 500 }));
}

#[test]
fn a_tree_of_pages_that_holds_itself_comes_to_an_end() {
    assert_eq!(open(&tree("2 0 R 2 0 R", &[])), Err(DocumentError::Broken(Format::Pdf)));
    let inner = "<< /Type /Pages /Kids [3 0 R 2 0 R 5 0 R] /Count 9 >>".to_owned();
    assert!(told(&open(&tree("5 0 R 3 0 R", &[inner])).unwrap()).iter().all(|line| line == "Dak Mil: 5"));
    // A million references to one page.
    let error = open(&tree(&"3 0 R ".repeat(1_000_000), &[])).unwrap_err();
    assert!(matches!(error, DocumentError::TooLarge { .. }), "{error:?}");
}

/// A stream packed as often as told, in hexadecimal digits so that it is text.
fn packed(text: &str, times: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..times {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&bytes).unwrap();
        bytes = encoder.finish().unwrap();
    }
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("<< /Filter [/ASCIIHexDecode {}] /Length {} >>\nstream\n{hex}>\nendstream", "/FlateDecode ".repeat(times), hex.len() + 1)
}

#[test]
fn few_bytes_that_unfold_to_many_are_not_unfolded() {
    let too_large = |bytes: &[u8]| {
        let error = open(bytes).unwrap_err();
        assert!(matches!(error, DocumentError::TooLarge { .. }), "{error:?}");
    };
    // The content of a page, packed once and twice.
    let spaces = " ".repeat(64 * 1024 * 1024);
    for times in [1, 2] {
        too_large(&tree("5 0 R", &[page("6 0 R"), packed(&spaces, times)]));
    }
    // A font's map that names all numbers of four bytes, and one of which each part would hold a list.
    let map = |sections: &str| {
        let codes = "1 begincodespacerange <0000> <FFFF> endcodespacerange";
        let begin = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def";
        packed(&format!("{begin} {codes} {sections} endcmap CMapName currentdict /CMap defineresource pop end end"), 1)
    };
    let list = format!("1 beginbfrange <0000> <FFFF> [{}<0041>] endbfrange", "<0041> ".repeat(3000));
    let letters: String = (0..30_000).map(|at| format!("<{:04X}> <0042> ", 2 * at)).collect();
    for map in [map("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"), map(&format!("{list} 30000 beginbfchar {letters}endbfchar"))]
    {
        assert_eq!(open(&pdf("BT /F2 12 Tf 72 700 Td <0001> Tj ET", MAPPED, &[&map])), Err(DocumentError::NoLetters));
    }
    // Many fonts of one map, of wide ranges of widths, of one list of widths, of one long dictionary.
    let fonts = |entries: &str| -> String { (0..200).map(|at| format!("/G{at} << /Type /Font /Subtype /Type0 {entries} >> ")).collect() };
    let identity = map("1 beginbfrange <0000> <FFFF> <0000> endbfrange");
    too_large(&pdf("", &fonts("/ToUnicode 5 0 R"), &[&identity]));
    too_large(&pdf("", &fonts("/DescendantFonts [<< /W [0 65535 500] >>]"), &[]));
    too_large(&pdf("", &fonts("/DescendantFonts [<< /W 5 0 R >>]"), &[&format!("[0 [{}]]", "9 ".repeat(200_000))]));
    let same: String = (0..200).map(|at| format!("/G{at} 5 0 R ")).collect();
    too_large(&pdf("", &same, &[&format!("<< /Type /Font /Other [{}] >>", "1 ".repeat(200_000))]));
    // One font that maps every code to itself is usual.
    assert_eq!(told(&open(&pdf("BT /F2 12 Tf 72 700 Td <00440061006B> Tj ET", MAPPED, &[&identity])).unwrap()), ["Dak"]);
}
