//! Workbooks that say more than their cells, such as are too large in some way, and such as only look so.

use super::super::fixture::{compound_file, ods, pack, records, told, xlsx, xlsx_with};
use super::super::{DocumentError, Format, open};
use crate::campaign::limits::MAX_INPUT_BYTES;

const TABLE: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Gia Nghĩa</t></is></c><c r="B1"><v>12452</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Tuy Đức</t></is></c><c r="B2"><v>3735</v></c></row>"#;

fn rows(rows: &str) -> String {
    format!("<sheetData>{rows}</sheetData>")
}

#[track_caller]
fn assert_read(bytes: &[u8]) {
    assert_eq!(told(&open(bytes).unwrap())[..2], ["Gia Nghĩa|12452#12452", "Tuy Đức|3735#3735"]);
}

fn far(cell: &str) -> Result<Vec<super::super::Part>, DocumentError> {
    Err(DocumentError::FarCell { sheet: Some("Bluezone".into()), cell: cell.into() })
}

const TOO_LARGE: Result<Vec<super::super::Part>, DocumentError> = Err(DocumentError::TooLarge { limit: MAX_INPUT_BYTES });

#[test]
fn what_is_hidden_merged_and_not_calculated_is_known() {
    let sheet = r#"<cols><col min="3" max="3" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Số lượt</t></is></c><c r="B1"/></row>
        <row r="2" hidden="1"><c r="A2"><f>SUM(A3:A4)</f><v></v></c><c r="B2"><v>5</v></c></row>
        <row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="b"><v>1</v></c><c r="C3"><f>1+1</f><v>2</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B2:B3"/></mergeCells>"#;
    let parts = open(&xlsx_with(sheet, "", r#"state="hidden""#, &[])).unwrap();
    assert_eq!(told(&parts), ["Số lượt|Số lượt^|~", "#NotCalculated~|5#5~|~", "#N/A#Error|^|2#2~"]);
    assert!(parts[0].hidden && parts[0].name.as_deref() == Some("Bluezone"));
}

#[test]
fn dates_and_words_of_number_formats_are_written_out() {
    let styles = r##"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="#,##0&quot; máy&quot;"/><numFmt numFmtId="165" formatCode="[Red]&quot;ước &quot;0_);0"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs></styleSheet>"##;
    let sheet = rows(
        r#"<row r="1"><c r="A1" s="1"><v>12452</v></c><c r="B1" s="2"><v>7</v></c><c r="C1" s="3"><v>44062.708333333336</v></c><c r="D1" s="0"><v>3</v></c><c r="E1" s="4"><v>0.72916666666666663</v></c></row>"#,
    );
    let parts = open(&xlsx_with(&sheet, "", "", &[("xl/styles.xml", styles)])).unwrap();
    assert_eq!(told(&parts), ["12452 máy#12452|ước 7#7|2020-08-19 17:00#Moment|3#3|17:30#Moment"]);
}

#[test]
fn comments_hang_on_their_cells() {
    let relations = r#"<Relationships xmlns="x"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>"#;
    let comments = r#"<comments><commentList><comment ref="B2"><text><r><t>số ước</t></r></text></comment></commentList></comments>"#;
    let more = [("xl/worksheets/_rels/sheet1.xml.rels", relations), ("xl/comments1.xml", comments)];
    let parts = open(&xlsx_with(&rows(TABLE), "", "", &more)).unwrap();
    assert_eq!(told(&parts), ["Gia Nghĩa|12452#12452", "Tuy Đức|3735#3735 (số ước)"]);
}

#[test]
fn answered_comments_are_read_with_their_answers() {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="http://schemas.microsoft.com/office/2017/10/relationships/{kind}" Target="../{target}"/>"#)
    };
    let relations = format!(
        "<Relationships>{}{}</Relationships>",
        relation("c", "comments", "comments1.xml"),
        relation("t", "threadedComment", "threadedComments/threadedComment1.xml")
    );
    // What older programs are shown in its place need not repeat it.
    let shown = r#"<comments><commentList><comment ref="B2"><text><t>[Threaded comment]</t></text></comment></commentList></comments>"#;
    let threads = r#"<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" id="{1}"><text>số ước</text></threadedComment><threadedComment ref="B2" id="{2}" parentId="{1}"><text>đã rõ</text></threadedComment></ThreadedComments>"#;
    let more = [
        ("xl/worksheets/_rels/sheet1.xml.rels", relations.as_str()),
        ("xl/comments1.xml", shown),
        ("xl/threadedComments/threadedComment1.xml", threads),
    ];
    let parts = open(&xlsx_with(&rows(TABLE), "", "", &more)).unwrap();
    assert_eq!(told(&parts)[1], "Tuy Đức|3735#3735 ([Threaded comment]\nsố ước\nđã rõ)");
}

#[test]
fn strict_open_xml_is_read_as_the_usual() {
    let strict = |text: &str| {
        text.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    };
    let usual = xlsx(&rows(TABLE), "");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(usual)).unwrap();
    let names: Vec<String> = (0..archive.len()).map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned()).collect();
    let members: Vec<(String, String)> = names
        .into_iter()
        .map(|name| {
            let text = std::io::read_to_string(archive.by_name(&name).unwrap()).unwrap();
            (name, strict(&text))
        })
        .collect();
    let members: Vec<(&str, &str)> = members.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_read(&pack(&members));
}

#[test]
fn a_far_cell_of_an_xlsx_is_refused_by_its_name_and_a_far_row_is_read() {
    assert_read(&xlsx(&rows(TABLE), ""));
    let with = |cell: &str, row: u32| {
        xlsx(&rows(&format!(r#"{TABLE}<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>ghi chú</t></is></c></row>"#)), "")
    };
    assert_eq!(open(&with("XFD1048576", 1_048_576)), far("XFD1048576"));
    assert_eq!(open(&with("IW2", 2)), far("IW2"));
    assert!(open(&with("IV3", 3)).is_ok());
    assert_eq!(told(&open(&with("A1048576", 1_048_576)).unwrap()).last().unwrap(), "ghi chú|");
    // Cells that hold nothing, however far, are no content.
    assert_read(&xlsx(&rows(&format!(r#"{TABLE}<row r="1048576"><c r="XFD1048576" s="0"/></row>"#)), ""));
    let merged = format!(r#"{}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#, rows(TABLE));
    assert_eq!(told(&open(&xlsx(&merged, "")).unwrap())[0], "Gia Nghĩa|Gia Nghĩa^");
}

#[test]
fn what_unpacks_to_more_than_is_read_is_refused() {
    let long = "a".repeat(1_000_000);
    let cells: String = (3..60).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    assert_eq!(open(&xlsx(&rows(&format!("{TABLE}{cells}")), &format!("<si><t>{long}</t></si>"))), TOO_LARGE);
    let blanks = " ".repeat(MAX_INPUT_BYTES as usize);
    assert_eq!(open(&xlsx(&rows(&format!("{TABLE}{blanks}")), "")), TOO_LARGE);
    assert_eq!(open(&vec![b'a'; MAX_INPUT_BYTES as usize + 1]), TOO_LARGE);
}

fn ods_text(text: &str, attributes: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>"#)
}

fn ods_table() -> String {
    let number = |n: u32| format!(r#"<table:table-cell office:value-type="float" office:value="{n}"/>"#);
    let row = |name: &str, n: u32| format!("<table:table-row>{}{}</table:table-row>", ods_text(name, ""), number(n));
    format!("{}{}", row("Gia Nghĩa", 12_452), row("Tuy Đức", 3735))
}

#[test]
fn what_an_ods_hides_and_merges_is_known() {
    let rows = format!(
        r#"<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-row>{}<table:covered-table-cell/>{}</table:table-row><table:table-row table:visibility="filter">{}</table:table-row>"#,
        ods_text("Số lượt", r#"table:number-columns-spanned="2""#),
        ods_text("x", ""),
        ods_text("a", "")
    );
    assert_eq!(told(&open(&ods(&rows)).unwrap()), ["Số lượt|Số lượt^|x~", "a~|~|~"]);
}

#[test]
fn repeats_of_an_ods_are_counted_before_they_are_written_out() {
    let table = ods_table();
    assert_read(&ods(&table));
    let row = |rows: &str, cells: &str| ods(&format!("{table}<table:table-row {rows}>{cells}</table:table-row>"));
    let empty = |columns: u32| format!(r#"<table:table-cell table:number-columns-repeated="{columns}"/>"#);
    // As LibreOffice ends a sheet: a million empty rows of all columns.
    assert_read(&row(r#"table:number-rows-repeated="1048574""#, &empty(16_384)));
    let far_row = row(r#"table:number-rows-repeated="1048574""#, &ods_text("x", r#"table:number-columns-repeated="200""#));
    assert_eq!(open(&far_row), far("GR1048576"));
    assert_eq!(open(&row("", &(empty(16_383) + &ods_text("x", "")))), far("XFD3"));
    assert!(open(&row("", &(empty(255) + &ods_text("ghi chú", "")))).is_ok());
    let endless = open(&row("", &ods_text("x", r#"table:number-columns-repeated="99999999999999999999""#)));
    assert!(matches!(endless, Err(DocumentError::FarCell { .. })), "{endless:?}");
    let twice = r#"table:number-columns-repeated="1" table:number-columns-repeated="300""#;
    assert_eq!(open(&row("", &ods_text("x", twice))), far("KN3"));
    // Spaces and long texts are repeated as well.
    assert_eq!(open(&row("", &ods_text(r#"<text:s text:c="4000000000"/>"#, ""))), TOO_LARGE);
    let long = "a".repeat(1_000_000);
    assert_eq!(open(&row("", &ods_text(&long, r#"table:number-columns-repeated="40""#))), TOO_LARGE);
    assert_eq!(open(&row(r#"table:number-rows-repeated="40""#, &ods_text(&long, ""))), TOO_LARGE);
}

/// An XLS of records.
fn xls(of_book: &[(u16, Vec<u8>)]) -> Vec<u8> {
    compound_file(&[("/Workbook", &records(of_book))])
}

#[test]
fn a_far_cell_of_an_xls_is_refused_before_it_is_opened() {
    let words = |words: &[u16]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let begin = || (0x0809, words(&[0x0600, 0x0010, 0, 0, 0, 0, 0, 0]));
    let number = |row: u16, column: u16| (0x0203, [words(&[row, column, 0]), 1.0_f64.to_le_bytes().to_vec()].concat());
    let end = || (0x000a, Vec::new());
    let refused = |records: &[(u16, Vec<u8>)]| match open(&xls(records)) {
        Err(DocumentError::FarCell { sheet: None, cell }) => Some(cell),
        _ => None,
    };
    let at = |cell: &str| Some(cell.to_owned());
    assert_eq!(refused(&[begin(), number(0, 0), number(65_535, 200), end()]), at("GS65536"));
    assert_eq!(refused(&[begin(), number(65_535, 0), number(0, 200), end()]), at("GS1"));
    assert_eq!(refused(&[begin(), number(0, 0), number(65_535, 0), end()]), None);
    assert_eq!(refused(&[begin(), number(0, 256), end()]), at("IW1"));
    // Each sheet for itself.
    assert_eq!(refused(&[begin(), number(0, 0), end(), begin(), number(65_535, 200), end()]), None);
    // Rows from 0 to 65536 and columns to 256, as declared; and a table of a usual size.
    assert_eq!(refused(&[begin(), (0x0200, words(&[0, 0, 0, 1, 0, 256, 0])), end()]), at("IV65536"));
    assert_eq!(refused(&[begin(), (0x0200, words(&[0, 0, 1000, 0, 0, 256, 0])), end()]), None);
}

#[test]
fn an_xls_tells_what_it_hides_and_a_password_is_one() {
    let words = |words: &[u16]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let begin = (0x0809, words(&[0x0600, 0x0005, 0, 0, 0, 0, 0, 0]));
    let of_sheet = (0x0809, words(&[0x0600, 0x0010, 0, 0, 0, 0, 0, 0]));
    let number = |row: u16, column: u16, n: f64| (0x0203, [words(&[row, column, 0]), n.to_le_bytes().to_vec()].concat());
    let end = (0x000a, Vec::new());
    // The sheet's place in the stream: behind the book's beginning, this record and the end.
    let place: u16 = 20 + 18 + 4;
    let sheet = (0x0085, [words(&[place, 0, 0]), vec![6, 0], b"Bluezo".to_vec()].concat());
    let book = [
        begin.clone(),
        sheet,
        end.clone(),
        of_sheet,
        (0x0208, words(&[1, 0, 2, 0, 0, 0, 0x20, 0])),
        (0x007d, words(&[1, 1, 0, 0, 1, 0])),
        number(0, 0, 1.0),
        number(1, 1, 2.0),
        (0x00e5, words(&[1, 0, 1, 0, 0])),
        end,
    ];
    assert_eq!(told(&open(&xls(&book)).unwrap()), ["1#1|~", "~^|2#2~"]);
    assert_eq!(open(&xls(&[begin, (0x002f, vec![0; 6])])), Err(DocumentError::Password(Format::Workbook)));
}

#[test]
fn the_xml_of_excel_2003_is_read_with_its_gaps() {
    let xml = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="Tháng 8"><ss:Table><ss:Column/><ss:Column ss:Hidden="1"/>
        <ss:Row><ss:Cell ss:MergeAcross="1"><ss:Data ss:Type="String">Số lượt</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="DateTime">2020-08-19T17:00:00.000</ss:Data></ss:Cell></ss:Row>
        <ss:Row ss:Index="4" ss:Hidden="1"><ss:Cell ss:Index="3"><ss:Data ss:Type="Number">13738</ss:Data><ss:Comment><ss:Data>số <b>ước</b></ss:Data></ss:Comment></ss:Cell><ss:Cell ss:Formula="=1"/></ss:Row>
        </ss:Table></ss:Worksheet></ss:Workbook>"#;
    let parts = open(xml.as_bytes()).unwrap();
    assert_eq!(told(&parts), ["Số lượt|Số lượt~^|2020-08-19 17:00#Moment|", "|~||", "~|~|13738#13738~ (số ước)|#NotCalculated~"]);
    assert_eq!(parts[0].name.as_deref(), Some("Tháng 8"));
    let far_cell = xml.replace("ss:Index=\"3\"", "ss:Index=\"16384\"").replace("ss:Index=\"4\"", "ss:Index=\"1000000\"");
    assert!(matches!(open(far_cell.as_bytes()), Err(DocumentError::FarCell { .. })));
}
