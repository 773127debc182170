//! Whole inputs, read from end to end: the ways in which people send the figures, and what must be refused.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::dates::Moment;
use super::*;
use crate::campaign::finding::{Level, NumberError, Problem};
use crate::campaign::names::Names;
use crate::campaign::names::tests::campaign;
use crate::campaign::{DistrictKind, Stamp};

/// The figures of 11 August 2020, in the order of the codes 660 to 667.
const FIGURES: [u64; 8] = [12_452, 3919, 6306, 7904, 4924, 5964, 6770, 3735];

fn read_text(input: &str) -> ParsedReport {
    read_bytes(input, Some(InputFormat::Text))
}

fn read_bytes(input: &str, format: Option<InputFormat>) -> ParsedReport {
    read(input.as_bytes(), Reading { format, column: None }, &Names::of(&campaign()))
}

fn values(parsed: &ParsedReport) -> Vec<u64> {
    parsed.installs.values().map(|figure| figure.value).collect()
}

fn errors(parsed: &ParsedReport) -> Vec<(Option<usize>, Problem)> {
    parsed.findings.iter().filter(|f| f.level == Level::Error).map(|f| (f.line(), f.problem.clone())).collect()
}

#[track_caller]
fn whole(parsed: &ParsedReport) {
    assert_eq!(parsed.findings, []);
    assert_eq!(values(parsed), FIGURES);
}

#[test]
fn rows_with_bullets_and_order_numbers() {
    for input in [
        "- Thành phố Gia Nghĩa (19,75%): 12.452 người\n- Huyện Đắk Glong: 3.919 người\n+ Cư Jút: 6306\n* Đắk Mil - 7,904\n• H. Krông Nô 4 924 lượt;\n\
         6. Đăk Song\t5.964\n7) ĐẮK R’LẤP = 6.770\na) Tuy Đức (3.735)",
        "1 Gia Nghia 12452\n2 Dak Glong 3919\n3 Cu Jut 6306\n4 Dak Mil 7904\n5 Krong No 4924\n6 Dak Song 5964\n7 Dak R'Lap 6770\n8 Tuy Duc 3735",
        "Gia Nghĩa: 12.452, Đắk Glong: 3.919, Cư Jút: 6.306, Đắk Mil: 7.904, Krông\nNô: 4.924, Đắk Song:\n5.964, Đắk R'lấp: 6.770 và Tuy Đức: 3.735.",
        "Gia Nghĩa ..... 12.452\n\nĐắk Glong ..... 3.919\n\nCư Jút ... 6.306\n\nĐắk Mil … 7.904\n\nKrông Nô 4.924\n\nĐắk Song 5.964\n\nĐắk Rlấp 6.770\n\nTuy Đức 3.735",
        "1\tGia Nghĩa\t12.452\t19,75%\n2\tĐắk Glong\t3.919\t5,78%\n3\tCư Jút\t6.306\t6,88%\n4\tĐắk Mil\t7.904\t7,91%\n5\tKrông Nô\t4.924\t6,61%\n6\tĐắk Song\t5.964\t7,41%\n7\tĐắk R'lấp\t6.770\t8,1%\n8\tTuy Đức\t3.735\t6,09%",
        "Đơn vị     Dân số    Số người cài đặt\nGia Nghĩa   63.046   12.452\nĐắk Glong   67.782   3.919\nCư Jút   91.621   6.306\nĐắk Mil   99.892   7.904\nKrông Nô   74.446   4.924\nĐắk Song   80.514   5.964\nĐắk R'lấp   83.555   6.770\nTuy Đức   61.312   3.735",
    ] {
        whole(&read_text(input));
        let decomposed: String = input.nfd().collect();
        whole(&read_text(&decomposed.replace(". ", ".\u{a0}")));
        whole(&read_bytes(input, None));
    }
}

#[test]
fn a_letter_with_a_total_and_a_rate_in_prose() {
    let parsed = read_text(
        "UBND các huyện, thành phố;\nThực hiện Công văn số 2841/BTTTT-THH ngày 01/8/2020.\n\nTính đến 8h, ngày 11/8/2020, toàn tỉnh đã có\n51.974 người cài \
         đặt Bluezone vào máy, tỷ lệ đạt khoảng 8,35%/tổng số dân.\nTrong đó:\nHuyện Tuy Đức\t3.735",
    );
    assert_eq!(parsed.findings, []);
    assert_eq!(parsed.stamp(), Stamp::vietnam(2020, 8, 11, 8, 0));
    assert_eq!(parsed.total, Some(Figure { value: 51_974, line: 5 }));
    assert_eq!(parsed.rate_percent, Some(Figure { value: 8.35, line: 5 }));
    assert_eq!(parsed.installs["667"], Figure { value: 3735, line: 7 });
}

#[test]
fn totals_are_told_from_goals_populations_and_counts_of_places() {
    for (input, total) in [
        ("Tổng cộng: 51.974", Some(51_974)),
        ("Cộng\t51.974\t8,35%", Some(51_974)),
        ("Tổng số 51 974 lượt cài đặt", Some(51_974)),
        ("Tỉnh Đắk Nông: 51.974 người", Some(51_974)),
        ("Toàn tỉnh có 8 huyện, thành phố và 71 xã; đến nay toàn tỉnh có 51.974 người cài đặt", Some(51_974)),
        ("Toàn tỉnh có 622.168 người, trong đó toàn tỉnh đã có 51.974 người cài Bluezone", Some(51_974)),
        ("Tổng số dân 622.168 người. Dân số toàn tỉnh 622.168 người.", None),
        ("Phấn đấu toàn tỉnh có 300.000 người cài đặt", None),
        ("Số liệu toàn tỉnh như sau: Gia Nghĩa: 12.452", None),
        ("Toàn tỉnh tăng 5.537 người", None),
        ("Toàn tỉnh có thêm 5.542 người cài đặt, nâng tổng số lên 57.516 người.", Some(57_516)),
    ] {
        assert_eq!(read_text(input).total.map(|total| total.value), total, "{input}");
    }
    let rate = |input| read_text(input).rate_percent.map(|rate| rate.value);
    assert_eq!(rate("Toàn tỉnh có 57.511 điện thoại thông minh, tăng 10,7%, đạt tỷ lệ 8,82%, xếp hạng thứ 40/63:"), Some(8.82));
    assert_eq!(rate("Tỷ lệ cài đặt trên dân số: 8,35 %"), Some(8.35));
    assert_eq!(rate("Phấn đấu tỷ lệ cài đặt đạt 60%"), None);
    assert_eq!(rate("Tỷ lệ của huyện Đắk Mil là 7,91%"), None);
}

#[test]
fn refuses_with_the_line() {
    let bad = |text: &str, why| Problem::BadFigure { text: text.into(), why };
    for (input, line, problem) in [
        ("Gia Nghĩa 12.452\nĐắk Mil: 12.45", 2, bad("12.45", NumberError::Grouping)),
        ("Đắk Mil 1.2345", 1, bad("1.2345", NumberError::Grouping)),
        ("Đắk Mil\t12,4", 1, bad("12,4", NumberError::Grouping)),
        ("Đắk Mil\t-7904", 1, bad("-7904", NumberError::Negative)),
        ("Đắk Mil 7904x", 1, bad("7904x", NumberError::Glued)),
        ("Đắk Mil 7.904/99.892", 1, bad("7.904/99.892", NumberError::Glued)),
        ("Đắk Mil 2.000.000.000", 1, bad("2.000.000.000", NumberError::TooLarge)),
        ("Gia Nghĩa 12.452\n\nHuyện Đắk Mill 7.904", 3, Problem::UnknownDistrict { text: "Huyện Đắk Mill".into() }),
        ("Huyện Foo 1.234", 1, Problem::UnknownDistrict { text: "Huyện Foo".into() }),
        ("Gia Nghĩa 12.452\nDak Mill 7.904", 2, Problem::UnknownDistrict { text: "Dak Mill".into() }),
        ("Gia Nghĩa: 12.452, Dak Mill: 7.904, Tuy Đức: 3.735", 1, Problem::UnknownDistrict { text: "Dak Mill".into() }),
        ("Gia Nghĩa 12.452\nĐắk Mil\n3. Tuy Đức 3.735", 2, Problem::NoFigure { code: "663".into() }),
        ("Đắk Mil\n7904", 1, Problem::NoFigure { code: "663".into() }),
        ("Đắk Mil 7.904\n\nĐắk Mil 7.905", 3, Problem::DistrictTwice { code: "663".into(), first: 7904, first_line: 1, second: 7905 }),
        ("Đắk Mil\t99.892\t7.904", 1, Problem::SeveralFigures { code: Some("663".into()), first: "99.892".into(), second: "7.904".into() }),
        ("Tổng cộng: 5\nTổng cộng: 6", 2, Problem::TotalTwice { first: 5, first_line: 1, second: 6 }),
        ("Tổng cộng\t622.168\t51.974", 1, Problem::SeveralFigures { code: None, first: "622.168".into(), second: "51.974".into() }),
    ] {
        assert_eq!(errors(&read_text(input)), [(Some(line), problem)], "{input}");
    }
}

/// Eight rows of a table, whole but for what is changed.
fn eight(change: impl Fn(&str, &str) -> String) -> String {
    let rows = [
        ("Gia Nghĩa", "13.404"),
        ("Đắk Glong", "4.397"),
        ("Cư Jút", "6.963"),
        ("Đắk Mil", "8.713"),
        ("Krông Nô", "5.757"),
        ("Đắk Song", "6.567"),
        ("Đắk R'lấp", "7.498"),
        ("Tuy Đức", "4.217"),
    ];
    rows.iter().map(|(name, figure)| change(name, figure) + "\n").collect()
}

fn with_last(last: &str) -> String {
    eight(|name, figure| if name == "Tuy Đức" { format!("{name}\t{last}") } else { format!("{name}\t{figure}") })
}

#[test]
fn what_is_inexact_torn_or_double_is_refused() {
    for last in [
        "khoảng 4.200",
        "trên 4.200",
        "hơn 4.200",
        "4.200+",
        "4.217?",
        "4.217 (ước)",
        "4.217 (chưa đầy đủ)",
        "3.735 (số kỳ trước, chưa cập nhật)",
        "4. 217",
        "4.=",
        "3.735 → 4.217",
        "3.735 -> 4.217",
        "3.735; 4.217",
        "3.735, 4.217",
    ] {
        let parsed = read_text(&with_last(last));
        assert!(errors(&parsed).iter().any(|(line, _)| *line == Some(8)), "{last}: {:?}", parsed.findings);
    }
    // What speaks of another figure is no doubt about this one.
    for last in ["4.217 người (tăng 482 so với hôm trước)", "4.217, hôm qua ít hơn", "4.217, so với 3.735", "4.217 (6,88%)"]
    {
        assert_eq!(errors(&read_text(&with_last(last))), [], "{last}");
        assert_eq!(read_text(&with_last(last)).installs["667"].value, 4217, "{last}");
    }
    // Numbering on one line is no second figure.
    whole_line(
        "1. Gia Nghĩa: 13.404; 2. Đắk Glong: 4.397; 3. Cư Jút: 6.963; 4. Đắk Mil: 8.713; 5. Krông Nô: 5.757; 6. Đắk Song: 6.567; 7. Đắk R'lấp: 7.498; 8. Tuy Đức: 4.217.",
    );
}

#[track_caller]
fn whole_line(input: &str) {
    let parsed = read_text(input);
    assert_eq!((parsed.findings.clone(), parsed.installs.len()), (vec![], 8));
}

#[test]
fn what_counts_something_else_is_refused() {
    let rows = eight(|name, figure| format!("{name}\t{figure}"));
    for lead in [
        "Tính đến 8h ngày 13/8/2020, số người chưa cài đặt Bluezone:",
        "Tính đến 8h ngày 13/8/2020, số người cách ly tại nhà:",
        "Số người cài đặt ứng dụng NCOVI:",
        "Dân số các huyện:",
        "Chỉ tiêu giao cho các huyện:",
        "Số cài đặt tăng thêm so với hôm trước:",
    ] {
        let parsed = read_text(&format!("{lead}\n{rows}"));
        assert!(matches!(errors(&parsed)[..], [(Some(1), Problem::NotInstalls { .. })]), "{lead}: {:?}", parsed.findings);
    }
    assert_eq!(read_text(&format!("Toàn tỉnh có 57.516 người cài đặt, đạt 9,24% dân số. Cụ thể:\n{rows}")).findings, []);
    let table: String = rows.replace('\t', ";").replace('.', "");
    for header in ["Huyện;Chưa cài đặt", "Huyện;Chỉ tiêu cài đặt", "Huyện;Dân số", "Huyện;Số cài đặt mới trong ngày", "Huyện;Số tăng"]
    {
        let parsed = read_bytes(&format!("{header}\n{table}"), Some(InputFormat::Csv));
        assert!(matches!(errors(&parsed)[..], [(Some(1), Problem::NotInstalls { .. })]), "{header}: {:?}", parsed.findings);
        assert!(parsed.installs.is_empty());
    }
    let both = rows.replace('\t', ";9;").replace('.', "");
    assert_eq!(read_bytes(&format!("Huyện;Cài mới trong ngày;Lũy kế\n{both}"), Some(InputFormat::Csv)).findings, []);
}

#[test]
fn a_total_alone_must_say_that_it_counts_installs() {
    for input in [
        "Toàn tỉnh có 622.168 người dân.",
        "Toàn tỉnh có 120.000 người chưa cài đặt Bluezone.",
        "Toàn tỉnh có 350.000 điện thoại thông minh.",
        "Toàn tỉnh có 86.234 người cách ly tại nhà.",
        "Toàn tỉnh có khoảng 58.000 người cài đặt.",
        "Dự kiến toàn tỉnh sẽ có 100.000 người cài đặt.",
        "Kế hoạch: toàn tỉnh có 100.000 người cài đặt.",
    ] {
        assert!(!errors(&read_text(input)).is_empty(), "{input}");
    }
    for before in ["Thực hiện Kế hoạch số 12 của tỉnh", "Theo ý kiến chỉ đạo của Tỉnh ủy", "Chúng tôi sẽ tiếp tục vận động"]
    {
        let parsed = read_text(&format!("{before}, đến nay toàn tỉnh đã có 57.516 người cài đặt Bluezone."));
        assert_eq!((parsed.total.map(|t| t.value), errors(&parsed)), (Some(57_516), vec![]), "{before}");
    }
    assert_eq!(read_text("Tính chung toàn tỉnh: 57.516 người cài đặt").total.map(|t| t.value), Some(57_516));
    let parsed = read_text("Đắk Nông, ngày 14 tháng 8 năm 2020\nToàn tỉnh đã có 57.516 người cài đặt Bluezone.");
    assert_eq!((parsed.total.map(|t| t.value), errors(&parsed)), (Some(57_516), vec![]));
}

#[test]
fn other_places_and_older_mails_fill_no_hole() {
    let seven = eight(|name, figure| if name == "Đắk Mil" { String::new() } else { format!("{name}\t{figure}") });
    for line in ["Trường THPT Đắk Mil: 8.713 người", "Thị trấn Đắk Mil: 8.713 người", "Huyện đoàn Đắk Mil 8.713 người", "> Đắk Mil: 8.713"]
    {
        let parsed = read_text(&format!("{line}\n{seven}"));
        assert!(!parsed.installs.contains_key("663"), "{line}: {:?}", parsed.installs);
        assert!(read_text(&format!("{seven}\n{line}")).installs.len() == 7, "{line}");
    }
    let whole = eight(|name, figure| format!("{name}\t{figure}"));
    let parsed = read_text(&format!("{whole}\nTrường THPT Đắk Mil: 250 người\nPhòng VHTT huyện Cư Jút: 0261 3882 123\n\n> Gia Nghĩa: 1"));
    assert_eq!((errors(&parsed), parsed.installs.len()), (vec![], 8), "{:?}", parsed.findings);
    // They are passed over aloud.
    let passed = |parsed: &ParsedReport| parsed.findings.iter().filter(|f| matches!(f.problem, Problem::FigureIgnored { .. })).count();
    assert_eq!(passed(&parsed), 2, "{:?}", parsed.findings);
    // "đăng ký", "an toàn" and the like are no institutions.
    let parsed = read_text("Số người đã đăng ký tại Gia Nghĩa: 13.404");
    assert_eq!(parsed.installs.len(), 1, "{:?}", parsed.findings);
}

#[test]
fn prose_about_districts_is_no_figure() {
    for input in [
        "UBND các huyện, thành phố trên địa bàn tỉnh;",
        "Phòng Văn hóa - Thông tin huyện Đắk Mil;",
        "Thông báo số 3245-TB/TU ngày 3/8/2020",
        "Covid-19 còn 12 ca",
        "Điện thoại: 0261 3543 210",
        "V/v tăng cường tuyên truyền",
        "Huyện ủy Đắk Mil họp lúc 8h ngày 12/8/2020",
    ] {
        let parsed = read_text(&format!("{input}\n\nGia Nghĩa: 12.452"));
        assert_eq!((values(&parsed), errors(&parsed)), (vec![12_452], vec![]), "{input}");
    }
    let parsed = read_text("Huyện Đắk Mil: 12 buổi tuyên truyền\nGia Nghĩa: 12.452");
    assert_eq!(values(&parsed), [12_452]);
    assert_eq!(parsed.findings.len(), 1);
    assert!(matches!(parsed.findings[0].problem, Problem::FigureIgnored { .. }));
}

#[test]
fn two_moments_contradict_each_other() {
    let parsed = read_text("Tính đến 8h ngày 11/8/2020: Gia Nghĩa 1.234\nTính đến 8h ngày 10/8/2020");
    assert_eq!(parsed.as_of, None);
    assert_eq!(parsed.moments.len(), 2);
    assert!(matches!(errors(&parsed)[..], [(Some(2), Problem::DateTwice { first_line: 1, .. })]));
    assert!(read_text("Tính đến sáng 11/8/2020; tính đến 8h ngày 11/8/2020: Gia Nghĩa 5").as_of.unwrap().hour_stated);
}

const NAMES: [&str; 8] = ["TP. Gia Nghĩa", "Đăk Glong", "Cu Jut", "Đắk Mil", "Krông Nô", "Dak Song", "Đắk R’Lấp", "Tuy Đức"];

fn table(header: &str, row: impl Fn(usize, &str, u64) -> String) -> String {
    let rows: Vec<String> = (0..8).map(|i| row(i, NAMES[i], FIGURES[i])).collect();
    format!("{header}{}\n", rows.join("\n"))
}

#[test]
fn csv_in_many_shapes() {
    for input in [
        table("Huyện,Số lượt cài đặt\n", |_, name, n| format!("{name},{n}")),
        table("STT;Đơn vị;Số lượt cài đặt;Tỷ lệ (%)\n", |i, name, n| format!("{};{name};{n};7,5", i + 1)),
        table("code,installs\n", |i, _, n| format!("{},{n}", 660 + i)),
        table("", |i, name, n| format!("{},{},\"{name}\",{n}", i + 1, 660 + i)),
        table("", |i, _, n| format!("{},{n}", 660 + i)),
        table("installs,population,district\n", |_, name, n| format!("{n},99999,{name}")),
        table("Đơn vị\tDân số\tSố người cài đặt\n", |_, name, n| format!("{name}\t63.046\t{n} người")),
        table("Báo cáo số lượt cài đặt\n\nTT,Địa phương,Số lượt\n", |i, name, n| {
            format!("{},{name},\"{},{:03}\"", i + 1, n / 1000, n % 1000)
        }),
    ] {
        whole(&read_bytes(&input, Some(InputFormat::Csv)));
        whole(&read_bytes(&format!("\u{feff}{}", input.replace('\n', "\r\n")), Some(InputFormat::Csv)));
    }
    let sniffed = table("Huyện,Số lượt cài đặt,Dân số\n", |_, name, n| format!("{name},{n},99999"));
    whole(&read_bytes(&sniffed, None));
    whole(&read_bytes(&format!("Số liệu Bluezone\n{sniffed}"), None));
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(sniffed.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    whole(&read(&utf16, Reading::default(), &Names::of(&campaign())));
}

#[test]
fn csv_that_leaves_it_open_is_refused() {
    let csv = |input: &str| errors(&read_bytes(input, Some(InputFormat::Csv)));
    let which = |input: &str| matches!(csv(input)[..], [(Some(1), Problem::WhichColumn { .. })]);
    assert!(which("Gia Nghĩa,12452,63046\nĐắk Mil,7904,99892"));
    assert!(which("Gia Nghĩa,12,452\nĐắk Mil,7,904"));
    assert!(which("Huyện,Số lượt 10/8,Số lượt 11/8\nGia Nghĩa,12000,12452"));
    let torn = [(Some(2), Problem::BadFigure { text: "12,452".into(), why: NumberError::Grouping })];
    assert_eq!(csv("Huyện,Số lượt\nGia Nghĩa,12,452"), torn);
    assert_eq!(csv("Huyện,Số lượt,\nGia Nghĩa,12,452"), torn);
    let unknown = |text: &str| vec![(Some(2), Problem::UnknownDistrict { text: text.into() })];
    assert_eq!(csv("Huyện,Số lượt\nĐắk Mill,7904"), unknown("Đắk Mill"));
    assert_eq!(csv("code,installs\n999,7904"), unknown("999"));
    assert_eq!(csv("Huyện;Số lượt\nĐắk Mil;"), [(Some(2), Problem::NoFigure { code: "663".into() })]);
    assert_eq!(
        csv("code,Huyện,Số lượt\n660,Đắk Mil,7904"),
        [(Some(2), Problem::CodeAndName { code: "660".into(), text: "Đắk Mil".into() })]
    );
}

#[test]
fn a_table_with_its_total_rate_and_moment() {
    let input =
        table("Tính đến 8h ngày 11/8/2020\nHuyện;Số lượt cài đặt;Tỷ lệ\n", |_, name, n| format!("{name};{n};5%"))
            + "Tổng cộng;51.974;8,35%\n";
    let parsed = read_bytes(&input, Some(InputFormat::Csv));
    whole(&parsed);
    assert_eq!(parsed.stamp(), Stamp::vietnam(2020, 8, 11, 8, 0));
    assert_eq!((parsed.total.unwrap().value, parsed.rate_percent.unwrap().value), (51_974, 8.35));
}

#[test]
fn what_cannot_be_read_says_why() {
    let names = Names::of(&campaign());
    let first = |bytes: &[u8]| read(bytes, Reading::default(), &names).findings[0].problem.clone();
    for bytes in [&b"\xff\xd8\xff\xe0"[..], b"a\0b", b"PK\x03\x04rubbish", b"{\\rtf1 x}"] {
        assert!(matches!(first(bytes), Problem::Document(_)), "{bytes:?}: {:?}", first(bytes));
    }
    assert_eq!(first(b""), Problem::NothingFound);
}

#[test]
fn a_comment_on_a_cell_that_doubts_its_figure_stops_the_import() {
    let row = |line: usize, name: &str, figure: &str| {
        format!(
            r#"<row r="{line}"><c r="A{line}" t="inlineStr"><is><t>{name}</t></is></c><c r="B{line}" t="inlineStr"><is><t>{figure}</t></is></c></row>"#
        )
    };
    let sheet = format!(
        "<sheetData>{}{}{}</sheetData>",
        row(1, "Huyện", "Số lượt cài đặt Bluezone"),
        row(2, "Gia Nghĩa", "12452"),
        row(3, "Đắk Glong", "3919")
    );
    let relations = r#"<Relationships><Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>"#;
    let read_with = |words: &str| {
        let threads = format!(r#"<ThreadedComments><threadedComment ref="B3"><text>{words}</text></threadedComment></ThreadedComments>"#);
        let more = [("xl/worksheets/_rels/sheet1.xml.rels", relations), ("xl/threadedComments/threadedComment1.xml", threads.as_str())];
        let workbook = documents::fixture::xlsx_with(&sheet, "", "", &more);
        read(&workbook, Reading::default(), &Names::of(&campaign()))
    };
    let doubted = Problem::NoteDoubts { text: "số ước, chờ xã báo cáo".into(), word: "ước".into(), noted: false };
    assert_eq!(errors(&read_with("số ước, chờ xã báo cáo")), [(Some(3), doubted)]);
    let harmless = read_with("đã kiểm tra");
    assert_eq!((errors(&harmless), values(&harmless)), (vec![], vec![12_452, 3919]));
    // It is said nevertheless.
    assert!(harmless.findings.iter().any(|found| matches!(&found.problem, Problem::Footnote { text } if text == "đã kiểm tra")));
}

/// A letter: the real one where it lies beside the source (it must not be copied here), else one of our own wording with its figures.
fn letter(name: &str) -> String {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (real, own) = (here.join("../shared/letters").join(name), here.join("tests/fixtures").join(name));
    let path = if real.exists() { real } else { own };
    println!("reads {}", path.display());
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_two_letters_of_august() {
    let parsed = read_text(&letter("2020-08-11-dak-nong.txt"));
    whole(&parsed);
    assert_eq!(parsed.stamp(), Stamp::vietnam(2020, 8, 11, 8, 0));
    assert_eq!((parsed.total.unwrap().value, parsed.rate_percent.unwrap().value), (51_974, 8.35));
    assert!(parsed.source.title.unwrap().starts_with("Sở Thông tin và Truyền thông: V/v tăng cường"));
    assert_eq!(parsed.source.number, None);

    let next = read_text(&letter("2020-08-13-dak-nong.txt"));
    assert_eq!(next.findings, []);
    assert_eq!(values(&next), [13_404, 4397, 6963, 8713, 5757, 6567, 7498, 4217]);
    assert_eq!(next.as_of, Some(Moment { stamp: Stamp::vietnam(2020, 8, 13, 0, 0).unwrap(), hour_stated: false, zoned: false }));
    assert_eq!((next.total.unwrap().value, next.rate_percent.unwrap().value), (57_511, 8.82));
    assert_eq!(next.source.number.as_deref(), Some("4161/UBND-KGVX"));
}

proptest! {
    #[test]
    fn never_panics_on_any_text(input in "\\PC*") {
        let _ = (read_bytes(&input, None), read_bytes(&input, Some(InputFormat::Csv)), read_bytes(&input, Some(InputFormat::Text)));
    }

    #[test]
    fn never_panics_on_the_words_of_letters(pieces in prop::collection::vec(
        prop::sample::select(vec![
            "Huyện", "Đắk", "Mil", "Gia Nghĩa", "toàn tỉnh", "tổng cộng", "12.452", "8,35%", "8h", "giờ", "ngày", "11/8/2020", "tính đến", "\n", "\t", "; ",
            ": ", ".", "-", "1.", "phút", "30", "tháng", "năm", "(", ")", ",", "Số lượt", "STT", "660", "\"", "dẫn Công văn", "4161/UB", "V/v", "0", "\u{301}",
        ]), 0..40), glue in prop::sample::select(vec!["", " ", "  "])) {
        let input = pieces.join(glue);
        let _ = (read_bytes(&input, None), read_bytes(&input, Some(InputFormat::Csv)), read_bytes(&input, Some(InputFormat::Text)));
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..300), format in prop::sample::select(vec![None, Some(InputFormat::Csv)])) {
        let _ = read(&bytes, Reading { format, column: None }, &Names::of(&campaign()));
    }
}

/// A province whose capital bears its name, and two units that share theirs.
fn cao_bang() -> Names {
    let mut campaign = campaign();
    campaign.province.name = "Cao Bằng".into();
    let units =
        [("040", "Cao Bằng", DistrictKind::City), ("042", "Bảo Lâm", DistrictKind::District), ("043", "Bảo Lạc", DistrictKind::District)];
    campaign.districts.truncate(units.len());
    for (district, (code, name, kind)) in campaign.districts.iter_mut().zip(units) {
        (district.code, district.name, district.kind) = (code.into(), name.into(), kind);
    }
    Names::of(&campaign)
}

#[test]
fn a_province_is_no_city_of_its_name() {
    let names = cao_bang();
    for province in ["tỉnh Cao Bằng", "Tỉnh Cao Bằng", "toàn tỉnh Cao Bằng"] {
        for city in ["TP Cao Bằng", "Thành phố Cao Bằng", "TP. Cao Bằng", "Cao Bằng"] {
            let input = format!(
                "Tính đến 8h ngày 11/8/2020, {province} đã có 10.000 người cài đặt Bluezone. Trong đó:\n- {city}: 6.000\n- Huyện Bảo Lâm: 3.000\n- Bảo Lạc: 1.000"
            );
            let parsed = read(input.as_bytes(), Reading::default(), &names);
            assert_eq!(errors(&parsed), [], "{input}");
            assert_eq!((values(&parsed), parsed.total.map(|total| total.value)), (vec![6_000, 3_000, 1_000], Some(10_000)), "{input}");
        }
    }
    let table = "Số lượt cài đặt Bluezone đến 11/8/2020\nĐơn vị;Số lượt cài đặt\nTP Cao Bằng;6000\nHuyện Bảo Lâm;3000\nBảo Lạc;1000\nTỉnh Cao Bằng;10000";
    let parsed = read(table.as_bytes(), Reading::default(), &names);
    assert_eq!((errors(&parsed), parsed.total.map(|total| total.value)), (vec![], Some(10_000)));
}

/// Communes, as letters have them since July 2025: two of one name, one that bears a former district's.
fn communes() -> Names {
    let mut campaign = campaign();
    campaign.province.name = "Lâm Đồng".into();
    let units = [
        ("24611", "Bắc Gia Nghĩa", DistrictKind::Ward),
        ("24616", "Đắk Wil", DistrictKind::Commune),
        ("24646", "Đắk Mil", DistrictKind::Commune),
        ("24700", "Tân Lập", DistrictKind::Ward),
        ("24701", "Tân Lập", DistrictKind::Commune),
        ("24702", "Phú Quý", DistrictKind::SpecialZone),
    ];
    campaign.districts.truncate(units.len());
    for (district, (code, name, kind)) in campaign.districts.iter_mut().zip(units) {
        (district.code, district.name, district.kind) = (code.into(), name.into(), kind);
    }
    Names::of(&campaign)
}

#[test]
fn letters_about_communes_are_read_as_those_about_districts() {
    let names = communes();
    let figures = [6_000, 3_000, 1_000, 500, 400, 100];
    for input in [
        "Tính đến 8h ngày 11/8/2020, toàn tỉnh Lâm Đồng đã có 11.000 người cài đặt Bluezone, trong đó: phường Bắc Gia Nghĩa 6.000 người, \
         xã Đắk Wil 3.000 người, xã Đắk Mil 1.000 người, phường Tân Lập 500 người, xã Tân Lập 400 người và đặc khu Phú Quý 100 người.",
        "Đến 8h ngày 11/8/2020, tổng số lượt cài đặt Bluezone của tỉnh Lâm Đồng là 11.000.\n- P. Bắc Gia Nghĩa: 6.000\n- UBND xã Đắk Wil: 3.000\n\
         - Đắk Mil: 1.000\n- P. Tân Lập: 500\n- Xã Tân Lập: 400\n- Đặc khu Phú Quý: 100",
        "Số lượt cài đặt Bluezone đến 8h ngày 11/8/2020\nXã, phường;Số lượt cài đặt\nPhường Bắc Gia Nghĩa;6000\nXã Đắk Wil;3000\nĐắk Mil;1000\n\
         Phường Tân Lập;500\nXã Tân Lập;400\nĐặc khu Phú Quý;100\nTổng;11000",
    ] {
        let parsed = read(input.as_bytes(), Reading::default(), &names);
        assert_eq!(errors(&parsed), [], "{input}");
        assert_eq!((values(&parsed), parsed.total.map(|total| total.value)), (figures.to_vec(), Some(11_000)), "{input}");
    }
    // A district of a commune's name, a commune that is not known, a name that stands twice.
    let table = "Số lượt cài đặt Bluezone đến 8h ngày 11/8/2020\nĐơn vị;Số lượt cài đặt\nXã Đắk Wil;3000\n";
    for row in ["Huyện Đắk Mil;9000", "Xã Quảng Phú;900", "Tân Lập;900"] {
        let parsed = read(format!("{table}{row}\nĐắk Mil;1000").as_bytes(), Reading::default(), &names);
        assert_eq!(errors(&parsed).len(), 1, "{row}");
    }
}

#[test]
fn names_that_differ_in_their_diacritics_alone_are_told_apart_by_them() {
    let mut campaign = campaign();
    for (at, name) in ["Thanh Trì", "Thạnh Trị"].into_iter().enumerate() {
        (campaign.districts[at].name, campaign.districts[at].kind) = (name.into(), DistrictKind::District);
    }
    let names = Names::of(&campaign);
    let code = |text: &str| names.find(text).and_then(|found| found.district().map(str::to_owned));
    for (text, expected) in [
        ("Huyện Thanh Trì", Some("660")),
        ("THẠNH TRỊ", Some("661")),
        ("H. Thạnh Trị", Some("661")),
        ("Thanh Tri", None),
        ("Thanh Trị", None),
    ] {
        assert_eq!(code(text).as_deref(), expected, "{text}");
    }
    let parsed = read(
        "Tính đến 8h ngày 11/8/2020: huyện Thanh Trì có 1.200 người cài đặt Bluezone, Thạnh Trị: 3.400 người.".as_bytes(),
        Reading::default(),
        &names,
    );
    assert_eq!((errors(&parsed), values(&parsed)), (vec![], vec![1_200, 3_400]));
}
