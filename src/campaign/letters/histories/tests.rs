//! Whole histories as people keep them: a table with a column, a row or rows for each day.

use super::super::{InputFormat, ParsedReport, Reading, documents, read_all};
use crate::campaign::names::{Names, tests::campaign};

const NAMES: [&str; 8] = ["TP Gia Nghĩa", "Huyện Đắk Glong", "Cư Jút", "Đắk Mil", "Krông Nô", "Đắk Song", "Đắk R'Lấp", "Tuy Đức"];
const FIGURES: [u64; 8] = [12_452, 3919, 6306, 7904, 4924, 5964, 6770, 3735];

fn read(input: &str) -> Vec<ParsedReport> {
    read_all(input.as_bytes(), Reading::default(), &Names::of(&campaign()))
}

/// Moment, figures in the order of the codes, total: of each report, with its errors.
fn said(all: &[ParsedReport]) -> Vec<(String, Vec<u64>, Option<u64>)> {
    all.iter()
        .map(|parsed| {
            assert!(!parsed.findings.iter().any(|finding| finding.is_error()), "{:?}", parsed.findings);
            let moment = parsed.as_of.expect("a moment");
            let at = if moment.hour_stated { moment.stamp.to_string()[..16].to_owned() } else { moment.stamp.date() };
            (at, parsed.installs.values().map(|figure| figure.value).collect(), parsed.total.map(|figure| figure.value))
        })
        .collect()
}

fn risen(by: u64) -> Vec<u64> {
    FIGURES.iter().map(|figure| figure + by).collect()
}

fn total(by: u64) -> u64 {
    risen(by).iter().sum()
}

#[test]
fn a_column_for_each_day() {
    for (heads, days) in [
        (["11/8/2020", "12/8/2020", "19/8/2020"], ["2020-08-11", "2020-08-12", "2020-08-19"]),
        (["8h 11/8/2020", "17h ngày 12/8/2020", "17h00 19/8/2020"], ["2020-08-11T08:00", "2020-08-12T17:00", "2020-08-19T17:00"]),
        (["Lũy kế đến 11/8", "Lũy kế đến 12/8", "Lũy kế đến 19/8/2020"], ["2020-08-11", "2020-08-12", "2020-08-19"]),
    ] {
        let mut input = format!("THEO DÕI SỐ LƯỢT CÀI ĐẶT BLUEZONE\n\nSTT;Đơn vị;Dân số;{}\n", heads.join(";"));
        for (at, name) in NAMES.iter().enumerate() {
            input += &format!("{};{name};60000;{};{};{}\n", at + 1, FIGURES[at], FIGURES[at] + 10, FIGURES[at] + 100);
        }
        input += &format!(";Tổng cộng;;{};{};{}\nGhi chú: số liệu của VNPT\n", total(0), total(10), total(100));
        let expected: Vec<_> = days.iter().zip([0, 10, 100]).map(|(day, by)| ((*day).to_owned(), risen(by), Some(total(by)))).collect();
        let all = read(&input);
        assert_eq!(said(&all), expected, "{input}");
        assert!(all.iter().all(|parsed| parsed.counts.is_some() && parsed.moment_by_column));
        assert_eq!(all[1].installs["660"].line, 4);
    }
}

#[test]
fn two_columns_for_each_day_under_cells_that_reach_over_them() {
    let mut input =
        "Kết quả cài đặt Bluezone\nTT;Huyện, thành phố;11/8/2020;;18/8/2020;\n;;Số cài đặt;Tỷ lệ (%);Số cài đặt;Tỷ lệ (%)\n".to_owned();
    for (at, name) in NAMES.iter().enumerate() {
        input += &format!("{};{name};{};8,35;{};9,1\n", at + 1, FIGURES[at], FIGURES[at] + 7);
    }
    let expected = [("2020-08-11".to_owned(), risen(0), None), ("2020-08-18".to_owned(), risen(7), None)];
    assert_eq!(said(&read(&input)), expected);
}

#[test]
fn a_row_for_each_day() {
    let figures = |by: u64| risen(by).iter().map(u64::to_string).collect::<Vec<_>>().join("\t");
    let input = format!(
        "Số lượt cài đặt Bluezone năm 2020\nNgày\t{}\tToàn tỉnh\n11/8\t{}\t{}\n12/8\t{}\t{}\n8h 13/8\t{}\t{}\n",
        NAMES.join("\t"),
        figures(0),
        total(0),
        figures(1),
        total(1),
        figures(2),
        total(2)
    );
    let days = ["2020-08-11", "2020-08-12", "2020-08-13T08:00"];
    let expected: Vec<_> = days.iter().zip(0..).map(|(day, by)| ((*day).to_owned(), risen(by), Some(total(by)))).collect();
    let all = read(&input);
    assert_eq!(said(&all), expected);
    assert_eq!(all[2].installs["667"].line, 5);
}

#[test]
fn a_row_for_each_district_and_day() {
    let mut input = "Ngày,Mã,Huyện,Số lượt cài đặt Bluezone\n".to_owned();
    for (day, by) in [("2020-08-11", 0), ("2020-08-12", 3)] {
        for (at, name) in NAMES.iter().enumerate() {
            // A day that reaches over its rows stands in the first of them.
            let day = if at == 0 { day } else { "" };
            input += &format!("{day},{},{name},{}\n", 660 + at, FIGURES[at] + by);
        }
    }
    let expected = [("2020-08-11".to_owned(), risen(0), None), ("2020-08-12".to_owned(), risen(3), None)];
    assert_eq!(said(&read(&input)), expected);
    // As a file that says it is CSV, whatever stands in it.
    let named = Reading { format: Some(InputFormat::Csv), column: None };
    assert_eq!(said(&read_all(input.as_bytes(), named, &Names::of(&campaign()))), expected);
}

#[test]
fn a_day_that_nobody_can_read_is_said_and_no_day_is_lost() {
    let figures = |by: u64| risen(by).iter().map(u64::to_string).collect::<Vec<_>>().join(";");
    // Without a year, and without any day.
    let input = format!("Cài đặt Bluezone\nNgày;{}\n11/8;{}\n12/8;{}\nhôm sau;{}\n", NAMES.join(";"), figures(0), figures(1), figures(2));
    let all = read(&input);
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|parsed| parsed.as_of.is_none()), "{all:?}");
    assert_eq!(all.iter().filter(|parsed| parsed.findings.iter().any(|finding| finding.is_error())).count(), 2);
}

#[test]
fn one_day_is_one_report_and_what_is_compared_with_is_none() {
    let mut input = "Số lượt cài đặt Bluezone đến ngày 19/8/2020\nĐơn vị;Lũy kế đến 19/8/2020;Tăng so với 18/8/2020\n".to_owned();
    for (at, name) in NAMES.iter().enumerate() {
        input += &format!("{name};{};{}\n", FIGURES[at], 12 + at);
    }
    let all = read(&input);
    assert_eq!(said(&all), [("2020-08-19".to_owned(), risen(0), None)]);
}

#[test]
fn a_table_of_a_web_page_or_a_letter() {
    let row = |cells: &[String]| format!("<tr>{}</tr>", cells.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>());
    let mut table = row(&["Đơn vị".to_owned(), "11/8/2020".to_owned(), "12/8/2020".to_owned()]);
    for (at, name) in NAMES.iter().enumerate() {
        table += &row(&[(*name).to_owned(), FIGURES[at].to_string(), (FIGURES[at] + 5).to_string()]);
    }
    let page = format!(
        "<!doctype html><html><head><meta charset=utf-8><title>Bluezone</title></head><body><p>Số lượt cài đặt Bluezone của các huyện, thành phố.</p><table>{table}</table></body></html>"
    );
    assert!(documents::open(page.as_bytes()).is_ok());
    let expected = [("2020-08-11".to_owned(), risen(0), None), ("2020-08-12".to_owned(), risen(5), None)];
    assert_eq!(said(&read(&page)), expected);
}
