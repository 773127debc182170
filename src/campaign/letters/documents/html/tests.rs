//! Pages as portals, Excel and mail programs write them.

use super::super::fixture::told;
use super::super::{DocumentError, Value, open};

fn read(html: &str) -> Vec<String> {
    told(&open(format!("<html>{html}").as_bytes()).unwrap())
}

#[test]
fn tables_keep_their_cells_whatever_tags_are_left_away() {
    let table =
        "<table><tr><td rowspan=2>Huyện<td colspan=2>Bluezone<tr><th>Số lượt<th>Tỷ lệ<tr><td>Đắk Mil</td><td colspan=2>16.826</table>sau";
    assert_eq!(read(table), ["Huyện|Bluezone|Bluezone^", "Huyện^|Số lượt|Tỷ lệ", "Đắk Mil|16.826|^", "sau"]);
    let sections =
        "<TABLE><caption>Bảng 1</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td> b \n c <br>d<p>e</p></td></tr></tbody></TABLE>";
    assert_eq!(read(sections), ["Bảng 1", "a", "b c \nd\ne"]);
}

#[test]
fn what_is_hidden_is_no_text() {
    let html = "<head><title>Trang</title><style>p{}</style><script>if (a<b) document.write('<td>9</td>')</script></head><body>\
        <p hidden>x<p>a<div style='color:red; DISPLAY : none !important'>x<div>x</div>x</div>b<span style='visibility:hidden'>x</span>\
        <span style='mso-hide:all'>x</span><template>x</template><select><option>x</select><s>12</s>\
        <!--[if gte mso 9]><xml>x</xml><![endif]--><o:p>c</o:p>\
        <table><tr style='display:none'><td>x</td></tr><tr><td hidden>x</td><td>d</td></tr></table><table hidden><tr><td>x</table>e";
    assert_eq!(read(html), ["PageHeader: Trang", "a", "bc", "d", "e"]);
}

#[test]
fn entities_and_raised_digits_are_resolved() {
    assert_eq!(read("<p>S&#7889; l&#432;&#7907;t&nbsp;c&agrave;i &lt;b&gt; 6.306<sup>(1)</sup>"), ["Số lượt\u{a0}cài <b> 6.306(¹)"]);
    assert_eq!(read("<pre>a  b\nc</pre>"), ["a  b", "c"]);
}

#[test]
fn a_table_that_lays_the_page_out_is_text_and_the_inner_one_a_table() {
    let html = "<table><tr><td>Menu</td><td>Tin<table><tr><td>Đắk Mil</td><td>5</td></tr></table>08:15 20/8/2020</td></tr></table>";
    assert_eq!(read(html), ["Menu", "Tin", "Đắk Mil|5", "08:15 20/8/2020"]);
}

#[test]
fn excel_s_own_numbers_and_hidden_columns_are_kept() {
    let html = "<table><col><col style='display:none'><tr><td>Cư Jút</td><td>1</td><td x:num=\"13738\">13.738</td><td x:err>#N/A</td></tr></table>";
    let parts = open(format!("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">{html}").as_bytes()).unwrap();
    assert_eq!(told(&parts), ["Cư Jút|1~|13.738#13738|#N/A#Error"]);
    let super::super::Content::Table(rows) = &parts[0].content else { panic!() };
    assert_eq!((rows[0].cells[2].number(), rows[0].cells[3].value), (Some(13_738.0), Value::Error));
}

#[test]
fn the_page_s_own_encoding_is_taken() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1258.encode("Cư Jút");
    let page = [b"<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1258\"><p>", &bytes[..]].concat();
    assert_eq!(told(&open(&page).unwrap()), ["Cư Jút"]);
    let utf16: Vec<u8> = "\u{feff}<html><p>Tuy Đức".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(told(&open(&utf16).unwrap()), ["Tuy Đức"]);
}

#[test]
fn spans_and_depths_without_end_are_bounded() {
    let wide = format!("<table><tr>{}", "<td colspan=1000000 rowspan=1000000>Bluezone".repeat(100_000));
    assert!(matches!(open(wide.as_bytes()), Err(DocumentError::TooManyCells { .. } | DocumentError::TooLarge { .. })));
    let rows = format!("<table><tr><td rowspan=65534 colspan=200>Bluezone{}", "<tr>".repeat(100_000));
    assert!(matches!(open(rows.as_bytes()), Err(DocumentError::TooManyCells { .. } | DocumentError::TooLarge { .. })));
    assert_eq!(open("<table><tr><td>".repeat(1000).as_bytes()), Err(DocumentError::TooDeep));
    assert_eq!(open("<div hidden>".repeat(1000).as_bytes()), Err(DocumentError::TooDeep));
    assert_eq!(read(&("<div>".repeat(100_000) + "a")), ["a"]);
    assert_eq!(read(&("<b>".repeat(20_000) + &"<p>".repeat(20_000) + "a")), ["a"], "no tree is built");
}
