//! Letters as Word writes them, in small.

use super::super::fixture::{docx, pack, told};
use super::super::{Content, DocumentError, Format, open};

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn cell(text: &str, properties: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(&r(text)))
}

fn read(body: &str) -> Vec<String> {
    told(&open(&docx(body, &[])).unwrap())
}

#[test]
fn paragraphs_are_lines_and_runs_are_joined() {
    let body = p(&(r("Tính đến 17h00 ") + "<w:bookmarkStart w:id=\"0\"/>" + &r("ngày 19/8/2020")))
        + &p(
            "<w:r><w:t>Gia Nghĩa</w:t><w:tab/><w:t>25.122</w:t><w:br/><w:t xml:space=\"preserve\">A &amp; B &#233; 1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>",
        )
        + "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr></w:p>";
    assert_eq!(read(&body), ["Tính đến 17h00 ngày 19/8/2020", "Gia Nghĩa\t25.122", "A & B é 1-2", ""]);
}

#[test]
fn tables_keep_their_cells_and_merged_words_are_repeated() {
    let body = p(&r("Số liệu"))
        + "<w:tbl><w:tblPr/><w:tr>"
        + &cell("Huyện", "<w:vMerge w:val=\"restart\"/>")
        + &cell("Bluezone", "<w:gridSpan w:val=\"2\"/>")
        + "</w:tr><w:tr>"
        + &cell("", "<w:vMerge/>")
        + &cell("Số lượt", "")
        + &cell("Tỷ lệ", "")
        + "</w:tr><w:tr>"
        + &cell("Đắk Mil", "")
        + &cell("16.826", "<w:gridSpan w:val=\"2\"/>")
        + "</w:tr></w:tbl>"
        + &p(&r("Nơi nhận"));
    let parts = open(&docx(&body, &[])).unwrap();
    assert_eq!(told(&parts), ["Số liệu", "Huyện|Bluezone|Bluezone^", "Huyện^|Số lượt|Tỷ lệ", "Đắk Mil|16.826|^", "Nơi nhận"]);
    let Content::Table(rows) = &parts[1].content else { panic!() };
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4], "lines and rows are counted together");
}

#[test]
fn what_was_deleted_moved_struck_or_hidden_is_no_text() {
    let hidden = |property: &str| format!("<w:r><w:rPr>{property}</w:rPr><w:t>1</w:t></w:r>");
    let body = p(&(r("a")
        + "<w:del w:id=\"1\"><w:r><w:delText>x</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>b</w:t></w:r></w:ins>"
        + "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>c</w:t></w:r></w:moveTo>"
        + &hidden("<w:vanish/>")
        + &hidden("<w:strike/>")
        + &hidden("<w:dstrike w:val=\"true\"/>")
        + &hidden("<w:vanish w:val=\"0\"/>")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"))
        + "<w:tbl><w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr>"
        + &cell("x", "")
        + "</w:tr><w:tr>"
        + &cell("d", "")
        + "</w:tr></w:tbl>";
    assert_eq!(read(&body), ["abc1", "d"]);
    let cells = "<w:tbl><w:tr>".to_owned()
        + &cell("e", "")
        + &cell("x", "<w:cellDel w:id=\"4\"/>")
        + &cell("f", "<w:cellIns w:id=\"5\"/>")
        + "</w:tr></w:tbl>";
    assert_eq!(read(&cells), ["e||f"], "the figures behind a deleted cell stay below their own header");
    // What a deleted row holds in its cells goes with it: another table, a text box.
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("x", ""));
    let boxed = format!("<w:r><w:txbxContent>{}</w:txbxContent></w:r>", p(&r("x")));
    let row =
        format!("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{inner}{}</w:tc></w:tr><w:tr>{}</w:tr></w:tbl>", p(&boxed), cell("g", ""));
    assert_eq!(read(&row).concat(), "g");
    let styled = docx(
        &p("<w:r><w:rPr><w:rStyle w:val=\"An\"/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r>"),
        &[("word/styles.xml", "<w:styles><w:style w:styleId=\"An\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>")],
    );
    assert_eq!(told(&open(&styled).unwrap()), ["y"]);
}

#[test]
fn a_raised_digit_is_a_mark_and_no_digit() {
    let raised = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>";
    assert_eq!(read(&p(&(r("6.306") + raised))), ["6.306¹"]);
}

#[test]
fn a_text_box_follows_its_paragraph_once() {
    let boxed = p(&r("trong khung"));
    let body = p(&format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{boxed}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{boxed}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>{}",
        r("ngoài")
    ));
    let lines: Vec<String> = read(&body).into_iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["ngoài", "trong khung"]);
}

#[test]
fn a_table_in_a_cell_follows_the_outer_one() {
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("trong", ""));
    let body = format!("<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc></w:tr></w:tbl>", p(&r("a")), p(&r("b")));
    assert_eq!(read(&body), ["a\nb", "trong"]);
}

#[test]
fn headers_notes_and_comments_are_known_as_such() {
    let body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>8.176</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:tc></w:tr></w:tbl>"
        .to_owned() + &p(&(r("Tổng") + "<w:r><w:commentReference w:id=\"0\"/></w:r>"));
    let bytes = docx(
        &body,
        &[
            ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>UBND TỈNH</w:t></w:r></w:p></w:hdr>"),
            ("word/footer1.xml", "<w:ftr><w:p><w:r><w:t>In lúc 8h</w:t></w:r></w:p></w:ftr>"),
            (
                "word/footnotes.xml",
                "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>Số ước tính</w:t></w:r></w:p></w:footnote></w:footnotes>",
            ),
            ("word/comments.xml", "<w:comments><w:comment w:id=\"0\"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment></w:comments>"),
        ],
    );
    let told = told(&open(&bytes).unwrap());
    assert_eq!(
        told,
        ["PageHeader: UBND TỈNH", "8.176 (Số ước tính)", "Tổng (Xem lại)", "Note: Xem lại", "Note: Số ước tính", "PageFooter: In lúc 8h"]
    );
}

#[test]
fn the_letter_is_found_under_another_name_and_a_broken_one_is_refused() {
    let document = "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>";
    let relations = "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    assert_eq!(told(&open(&pack(&[("_rels/.rels", relations), ("word/document2.xml", document)])).unwrap()), ["a"]);
    assert_eq!(open(&pack(&[("word/document.xml", &document[..60])])), Err(DocumentError::Broken(Format::Docx)));
    assert_eq!(open(&docx("<w:p/>", &[])), Err(DocumentError::Empty));
    let deep = "<w:tbl>".repeat(300) + &"</w:tbl>".repeat(300);
    assert_eq!(open(&docx(&deep, &[])), Err(DocumentError::TooDeep));
}
