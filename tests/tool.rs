//! The tool as people call it: the binary itself, its output, its exit codes and what it leaves in the data file.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use support::{Ended, Workspace, fixture};

/// A letter: the real one where it lies beside the source (it must not be copied here), else one of our own wording with its figures.
fn letter(name: &str) -> PathBuf {
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/letters").join(name);
    let path = if real.exists() { real } else { fixture(name) };
    println!("reads {}", path.display());
    path
}

impl Workspace {
    fn reports(&self) -> Vec<Value> {
        self.json()["reports"].as_array().unwrap().clone()
    }

    fn write_map(&self, map: &Value) {
        fs::write(self.path("map.json"), map.to_string()).unwrap();
    }

    fn edit(&self, change: impl FnOnce(&mut Value)) {
        let mut value = self.json();
        change(&mut value);
        fs::write(self.data(), value.to_string()).unwrap();
    }

    fn import(&self, file: &Path, args: &[&str]) -> Ended {
        self.run(&[&["import", file.to_str().unwrap()], args].concat())
    }
}

fn installs_of_13() -> Value {
    json!({"660": 13404, "661": 4397, "662": 6963, "663": 8713, "664": 5757, "665": 6567, "666": 7498, "667": 4217})
}

#[test]
fn a_mail_becomes_a_report_and_nothing_else_changes() {
    let workspace = Workspace::new();
    let before = workspace.text();
    let dry = workspace.import(&fixture("mail.txt"), &["--dry-run", "--format", "json"]);
    assert_eq!(dry.code, 0, "{}{}", dry.out, dry.err);
    let read = dry.json();
    let expected =
        json!({"as_of": "2020-08-13T08:30:00+07:00", "total": 57516, "rate_percent": 9.24, "installs": installs_of_13(), "findings": []});
    for (member, value) in expected.as_object().unwrap() {
        assert_eq!(read[member], *value, "{member}");
    }
    assert_eq!((&read["evidence"]["lines"]["663"], &read["evidence"]["as_of"]["line"]), (&json!(9), &json!(3)), "{read:#}");
    assert!(read["evidence"]["counts"]["text"].as_str().unwrap().contains("cài đặt"), "{read:#}");
    assert_eq!(workspace.text(), before);

    let done = workspace.import(&fixture("mail.txt"), &["--source", "Thư ngày 13/8"]);
    assert_eq!(done.code, 0, "{}", done.out);
    for shown in
        ["Đắk Mil", "8.713", "+809 (+10,2%)", "57.516", "9,24%", "622.168", "8 giờ 30 ngày 13/8/2020", "Thư ngày 13/8", "Đã thêm báo cáo"]
    {
        assert!(done.out.contains(shown), "{shown} is not in: {}", done.out);
    }
    let after = workspace.text();
    let bare = |line: &str| line.trim_end_matches(',').to_owned();
    let gone: Vec<String> = before.lines().map(bare).filter(|line| !after.lines().any(|kept| bare(kept) == *line)).collect();
    assert_eq!(gone, ["  \"revision\": 1"], "{after}");
    assert_eq!(workspace.reports()[1]["source"], json!({"title": "Thư ngày 13/8"}));

    let again = workspace.import(&fixture("mail.txt"), &[]);
    assert_eq!(again.code, 0, "{}", again.out);
    assert!(again.out.contains("Không thay đổi gì"), "{}", again.out);
    assert_eq!(workspace.text(), after);
    assert_eq!(workspace.run(&["check"]).code, 0);
}

#[test]
fn tables_read_alike_from_csv_xlsx_and_ods() {
    let workspace = Workspace::new();
    for (name, as_of, total) in [
        ("table.csv", Some("2020-08-13"), 57_516),
        ("bare.csv", Some("8h 13/8/2020"), 57_516),
        ("table.xlsx", None, 51_974),
        ("table.ods", None, 51_974),
    ] {
        let mut args = vec!["--dry-run", "--format", "json"];
        args.extend(as_of.map(|moment| ["--as-of", moment]).into_iter().flatten());
        // Codes and numbers alone do not say what they count.
        if name == "bare.csv" {
            assert_eq!(workspace.import(&fixture(name), &args).code, 1);
            args.extend(["--counts", "installs"]);
        }
        let read = workspace.import(&fixture(name), &args);
        assert_eq!(read.code, 0, "{name}: {}{}", read.out, read.err);
        let read = read.json();
        assert_eq!(read["total"], total, "{name}");
        let sum: u64 = read["installs"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
        assert_eq!((sum, read["installs"].as_object().unwrap().len()), (total, 8), "{name}");
    }
    // Standard input has no name to tell its format by.
    let csv = fs::read_to_string(fixture("table.csv")).unwrap();
    let piped = workspace.run_with(&["import", "-", "--dry-run", "--format", "json", "--as-of", "2020-08-13T08:00"], &csv);
    assert_eq!((piped.code, &piped.json()["installs"]), (0, &installs_of_13()));
}

/// A table with a column for each day: the figures of 11 August, and so many more of each district on the days after.
fn history(days: &[(&str, i64)]) -> String {
    let names = ["TP Gia Nghĩa", "Đắk Glong", "Cư Jút", "Đắk Mil", "Krông Nô", "Đắk Song", "Đắk R'Lấp", "Tuy Đức"];
    let figures = [12_452, 3919, 6306, 7904, 4924, 5964, 6770, 3735];
    let row = |name: &str, cells: Vec<String>| format!("{name};{}\n", cells.join(";"));
    let mut out = "Theo dõi số lượt cài đặt Bluezone\n".to_owned();
    out += &row("Đơn vị", days.iter().map(|(day, _)| (*day).to_owned()).collect());
    for (name, figure) in names.iter().zip(figures) {
        out += &row(name, days.iter().map(|(_, more)| (figure + more).to_string()).collect());
    }
    out + &row("Tổng cộng", days.iter().map(|(_, more)| (51_974 + 8 * more).to_string()).collect())
}

#[test]
fn a_table_of_many_days_becomes_a_report_for_each() {
    let workspace = Workspace::new();
    let (before, file) = (workspace.text(), workspace.path("theo-doi.csv"));
    fs::write(&file, history(&[("8h 19/8/2020", 300), ("8h 11/8/2020", 0), ("17h00 ngày 13/8/2020", 100)])).unwrap();
    let dry = workspace.import(&file, &["--dry-run", "--format", "json"]);
    assert_eq!(dry.code, 0, "{}{}", dry.out, dry.err);
    let read = dry.json();
    let moments: Vec<&Value> = read["reports"].as_array().unwrap().iter().map(|report| &report["as_of"]).collect();
    assert_eq!(moments, ["2020-08-11T08:00:00+07:00", "2020-08-13T17:00:00+07:00", "2020-08-19T08:00:00+07:00"], "{read:#}");
    assert_eq!((&read["reports"][2]["total"], &read["reports"][2]["installs"]["660"]), (&json!(54_374), &json!(12_752)));
    assert_eq!(workspace.text(), before);

    let done = workspace.import(&file, &["--source", "Bảng theo dõi"]);
    assert_eq!(done.code, 0, "{}", done.out);
    for shown in ["3 báo cáo", "8 giờ ngày 11/8/2020", "2 báo cáo mới", "12.752", "Đã có với đúng các số này", "Đã thêm 2 báo cáo"]
    {
        assert!(done.out.contains(shown), "{shown} is not in: {}", done.out);
    }
    let ids: Vec<Value> = workspace.reports().iter().map(|report| report["id"].clone()).collect();
    assert_eq!(ids, ["r1", "r2", "r3"]);
    let change = workspace.json()["changes"].as_array().unwrap().last().cloned().unwrap();
    assert_eq!((&change["report"], &change["with"]), (&json!("r3"), &json!(["r2"])), "{change:#}");
    assert_eq!(workspace.run(&["check"]).code, 0);
    let again = workspace.import(&file, &[]);
    assert_eq!(again.code, 0, "{}", again.out);
    assert!(again.out.contains("Cả 3 báo cáo đã có"), "{}", again.out);

    // What came together goes together, and its ids do not come again.
    assert_eq!(workspace.run(&["undo"]).code, 0);
    assert_eq!(workspace.reports().len(), 1);
    assert_eq!(workspace.import(&file, &["--source", "Bảng theo dõi"]).code, 0);
    let ids: Vec<Value> = workspace.reports().iter().map(|report| report["id"].clone()).collect();
    assert_eq!(ids, ["r1", "r4", "r5"]);
}

#[test]
fn of_a_history_all_is_taken_or_nothing() {
    let workspace = Workspace::new();
    let (before, file) = (workspace.text(), workspace.path("theo-doi.csv"));
    // The figures fall on the second day.
    fs::write(&file, history(&[("8h 13/8/2020", 300), ("8h 15/8/2020", 200), ("8h 19/8/2020", 400)])).unwrap();
    let refused = workspace.import(&file, &["--source", "x"]);
    assert_eq!(refused.code, 1, "{}", refused.out);
    assert!(refused.out.contains("15/8/2020") && refused.out.contains("vẫn giữ nguyên"), "{}", refused.out);
    assert_eq!(workspace.text(), before);
    // One of its days, chosen by its moment, is a letter like any other.
    let one = workspace.import(&file, &["--source", "x", "--as-of", "8h 13/8/2020"]);
    assert_eq!(one.code, 0, "{}", one.out);
    assert_eq!(workspace.reports()[1]["total"], 54_374);
}

#[test]
fn what_it_cannot_place_is_refused_with_its_line() {
    let workspace = Workspace::new();
    let before = workspace.text();
    let refused = workspace.import(&fixture("unplaced.txt"), &["--format", "json", "--source", "x"]);
    assert_eq!(refused.code, 1);
    let read = refused.json();
    let errors: Vec<&Value> = read["findings"].as_array().unwrap().iter().filter(|f| f["level"] == "error").map(|f| &f["line"]).collect();
    assert_eq!(errors, [&json!(3), &json!(5)], "{read:#}");
    let text = workspace.import(&fixture("unplaced.txt"), &["--note", "dù sao cũng nhận"]);
    assert_eq!(text.code, 1);
    assert!(text.out.contains("dòng 3") && text.out.contains("“4.39”") && text.out.contains("“Đắk Mill”"), "{}", text.out);
    assert!(text.out.contains("Ý bạn là Đắk Mil?"), "{}", text.out);
    assert_eq!(workspace.text(), before);
}

const WHOLE: &str = "Đắk Glong 4.397, Cư Jút 6.963, Đắk Mil 8.713, Krông Nô 5.757, Đắk Song 6.567, Đắk R'lấp 7.498, Tuy Đức 4.217";

#[test]
fn each_waiver_is_named_and_what_has_no_name_is_refused() {
    let of_13 = "Số lượt cài đặt Bluezone tính đến 8h ngày 13/8/2020";
    for (input, accept) in [
        (format!("{of_13}\nGia Nghĩa 12.000, {WHOLE}"), Some("fall:660")),
        (format!("{of_13}, toàn tỉnh có 57.511 người cài đặt\nGia Nghĩa 13.404, {WHOLE}"), Some("sum")),
        (format!("{of_13}, toàn tỉnh có 57.516 người cài đặt, đạt tỷ lệ 8,82%\nGia Nghĩa 13.404, {WHOLE}"), Some("rate")),
        (format!("{of_13}, toàn tỉnh có 57.516 người cài đặt\n{WHOLE}"), Some("missing:660")),
        (format!("{of_13}\nGia Nghĩa 27.000, {WHOLE}"), Some("rise:660")),
        (format!("{of_13}, chỉ tiêu của các huyện:\nGia Nghĩa 13.404, {WHOLE}"), Some("meaning")),
        (format!("{of_13}\nGia Nghĩa 13.404, {WHOLE}\n\nGhi chú: số liệu huyện Tuy Đức là ước tính"), Some("doubt")),
        ("Số lượt cài đặt Bluezone tính đến 8h ngày 10/8/2020".to_owned() + &format!("\nGia Nghĩa 13.404, {WHOLE}"), None),
        (format!("Số lượt cài đặt Bluezone\nGia Nghĩa 13.404, {WHOLE}"), None),
        (format!("{of_13}\nGia Nghĩa 13.404, {WHOLE}\nHuyện Foo 12"), None),
        ("Số lượt cài đặt Bluezone tính đến 8h ngày 11/8/2020".to_owned() + &format!("\nGia Nghĩa 13.404, {WHOLE}"), None),
        (format!("Tính đến 8h ngày 13/8/2020\nGia Nghĩa 13.404, {WHOLE}").replace("Tính", "Số liệu tính"), None),
    ] {
        let workspace = Workspace::new();
        let before = workspace.text();
        let import = |args: &[&str]| workspace.run_with(&[&["import", "-", "--source", "x"], args].concat(), &input);
        let plain = import(&[]);
        assert_eq!((plain.code, workspace.text()), (1, before.clone()), "{input}: {}", plain.out);
        let noted = import(&["--note", "nguồn ghi như vậy"]);
        assert_eq!((noted.code, workspace.text()), (1, before.clone()), "a note alone: {input}: {}", noted.out);
        let Some(name) = accept else { continue };
        assert!(plain.out.contains(&format!("--accept {name} ")), "{name}: {}", plain.out);
        assert_eq!(import(&["--accept", name]).code, 1, "without a note: {input}");
        let accepted = import(&["--accept", name, "--note", "nguồn ghi như vậy"]);
        assert_eq!(accepted.code, 0, "{input}: {}", accepted.out);
        assert!(accepted.out.contains("LƯU Ý"), "{}", accepted.out);
        let report = &workspace.reports()[1];
        assert_eq!((&report["note"], &report["accepted"]), (&json!("nguồn ghi như vậy"), &json!([name])));
        assert_eq!(workspace.run(&["check"]).code, 0);
    }
}

#[test]
fn the_moment_comes_from_the_text_or_the_officer() {
    let workspace = Workspace::new();
    let undated = format!("Số lượt cài đặt Bluezone: Gia Nghĩa 13.404, {WHOLE}");
    let as_of = |input: &str, args: &[&str]| {
        let ended = workspace.run_with(&[&["import", "-", "--dry-run", "--format", "json"], args].concat(), input);
        (ended.code, if ended.code == 2 { Value::Null } else { ended.json()["as_of"].clone() })
    };
    assert_eq!(as_of(&undated, &[]), (1, Value::Null));
    for given in ["2020-08-13T08:00:00+07:00", "2020-08-13T08:00", "2020-08-13 08:00", "8h 13/8/2020"] {
        assert_eq!(as_of(&undated, &["--as-of", given]), (0, json!("2020-08-13T08:00:00+07:00")), "{given}");
    }
    assert_eq!(as_of(&undated, &["--as-of", "2020-08-13"]), (0, json!("2020-08-13T00:00:00+07:00")));
    assert_eq!(as_of(&undated, &["--as-of", "hôm nay"]).0, 2);
    let dated = format!("Số lượt cài đặt Bluezone tính đến 8h ngày 13/8/2020: Gia Nghĩa 13.404, {WHOLE}");
    // What the officer says holds, and that it differs is said.
    assert_eq!(as_of(&dated, &["--as-of", "2020-08-14T08:00"]), (0, json!("2020-08-14T08:00:00+07:00")));
    let clash = workspace.run_with(&["import", "-", "--dry-run", "--as-of", "2020-08-14T08:00"], &dated);
    assert!(clash.out.contains("13/8/2020") && clash.out.contains("14/8/2020"), "{}", clash.out);
}

#[test]
fn a_correction_keeps_what_it_corrects() {
    let workspace = Workspace::new();
    let input = "Số lượt cài đặt Bluezone tính đến 8h ngày 11/8/2020: Gia Nghĩa 12.425, Đắk Glong 3.919, Cư Jút 6.306, Đắk Mil 7.904, Krông Nô 4.924, Đắk Song 5.964, Đắk R'lấp 6.770, Tuy Đức 3.735";
    let plain = workspace.run_with(&["import", "-", "--source", "x"], input);
    assert!(plain.code == 1 && plain.out.contains("--corrects"), "{}", plain.out);
    assert_eq!(workspace.run_with(&["import", "-", "--source", "x", "--corrects"], input).code, 1);
    let done = workspace.run_with(&["import", "-", "--source", "x", "--corrects", "--note", "đảo chữ số"], input);
    assert_eq!(done.code, 0, "{}", done.out);
    let reports = workspace.reports();
    assert_eq!((reports.len(), &reports[0]["total"], &reports[1]["total"]), (2, &json!(51_974), &json!(51_947)));
    assert_eq!((&reports[1]["id"], &reports[1]["corrects"]), (&json!("r2"), &json!("r1")));
    assert_eq!(workspace.run(&["check"]).code, 0);
    assert!(workspace.run_with(&["import", "-", "--source", "x"], input).out.contains("Không thay đổi gì"));
    // The next report is compared with the correction.
    let next = workspace.import(&fixture("mail.txt"), &["--dry-run"]);
    assert!(next.code == 0 && next.out.contains("+979"), "{}", next.out);
}

#[test]
fn a_total_alone_is_a_report() {
    let workspace = Workspace::new();
    let input = "Tính đến 8h ngày 12/8/2020, toàn tỉnh đã có 54.000 người cài đặt Bluezone.";
    let done = workspace.run_with(&["import", "-", "--source", "x"], input);
    assert!(done.code == 0 && done.out.contains("LƯU Ý"), "{}", done.out);
    let report = workspace.reports()[1].clone();
    assert_eq!((report.get("installs"), &report["total"]), (None, &json!(54_000)));
}

#[test]
fn a_total_beside_districts_that_were_not_read_is_refused() {
    let input = "Tính đến 8h ngày 12/8/2020, toàn tỉnh đã có 54.000 người cài đặt Bluezone. Gia Nghĩa, Đắk Mil, Tuy Đức lần lượt là 13.000, 8.000, 4.000.";
    let workspace = Workspace::new();
    let refused = workspace.run_with(&["import", "-", "--source", "x"], input);
    assert!(refused.code == 1 && refused.out.contains("Đắk Mil"), "{}", refused.out);
    assert_eq!(
        workspace.run_with(&["import", "-", "--source", "x", "--accept", "total-alone", "--note", "chỉ lấy số tổng"], input).code,
        0
    );
}

#[test]
fn a_moment_to_come_is_a_slip_of_the_pen() {
    let input = format!("Số lượt cài đặt Bluezone tính đến 8h ngày 13/8/2929: Gia Nghĩa 13.404, {WHOLE}");
    let refused = Workspace::new().run_with(&["import", "-", "--source", "x", "--note", "y"], &input);
    assert!(refused.code == 1 && refused.out.contains("2929"), "{}", refused.out);
}

#[cfg(unix)]
#[test]
fn a_reader_that_is_gone_is_no_fault() {
    let workspace = Workspace::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_bluezone-map"))
        .args(["import", fixture("mail.txt").to_str().unwrap(), "--data", workspace.data().to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), workspace.reports().len()), (Some(0), 2), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn a_data_file_replaced_by_hand_is_what_is_served() {
    use std::io::{BufRead, BufReader, Read};
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    for (name, content) in
        [("index.html", "<p>"), ("index.html.br", "old"), ("data/campaign.json", "{\"new\": 1}"), ("data/campaign.json.br", "old")]
    {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let mut served = Command::new(env!("CARGO_BIN_EXE_bluezone-map"))
        .args(["serve", folder.path().to_str().unwrap(), "--port", "0", "--lang", "en"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(served.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let address = said.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let ask = |path: &str| {
        let mut stream = std::net::TcpStream::connect(&address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let (page, data) = (ask("/"), ask("/data/campaign.json"));
    served.kill().unwrap();
    served.wait().unwrap();
    assert!(page.contains("content-encoding: br") && page.ends_with("old"), "{page}");
    assert!(data.starts_with("HTTP/1.1 200") && data.ends_with("{\"new\": 1}") && data.contains("no-cache"), "{data}");
}

#[test]
fn check_finds_each_fault_with_its_place() {
    for (change, place, words) in [
        ((|v| v["reports"][0]["total"] = json!(51_975)) as fn(&mut Value), "reports[0]", "51.975"),
        (|v| v["reports"][0]["withdrwan"] = json!(true), "", "reports[0].withdrwan"),
        (|v| v["districts"][1]["slug"] = json!("gia-nghia"), "districts[1]", "gia-nghia"),
        (|v| v["reports"][0]["as_of"] = json!("2929-08-11T08:00:00+07:00"), "reports[0]", "2929"),
        (|v| v["links"]["ios"] = json!("http://x"), "links.ios", "https://"),
        (|v| v["reports"][0]["as_of"] = json!("2020-08-11"), "", "2020-08-11T08:00:00+07:00"),
        (|v| v["reports"][0]["installs"]["660"] = json!(-1), "", "-1"),
        (|v| v["districts"][0]["code"] = json!("600"), "tệp bản đồ", "600"),
    ] {
        let workspace = Workspace::new();
        workspace.edit(change);
        let text = workspace.run(&["check"]);
        assert!(text.code == 1 && text.out.contains(words), "{words}: {}", text.out);
        let read = workspace.run(&["check", "--format", "json"]);
        let read = read.json();
        let found = read["findings"].as_array().unwrap();
        assert!(found.iter().any(|f| f["level"] == "error" && f["place"].as_str().unwrap().starts_with(place)), "{read:#}");
    }
    let workspace = Workspace::new();
    fs::write(workspace.data(), workspace.text().replace("\"660\": 12452", "\"660\": 1, \"660\": 12452")).unwrap();
    assert_eq!(workspace.run(&["check"]).code, 1);
    assert_eq!(Workspace::new().run(&["check", "--lang", "en"]).out, "The data is in order.\n");
    let workspace = Workspace::new();
    workspace.write_map(&json!({"districts": 1}));
    let unreadable = workspace.run(&["check"]);
    assert!(unreadable.code == 1 && unreadable.out.contains("tệp bản đồ"), "{}", unreadable.out);
}

#[test]
fn files_that_are_not_there_are_a_usage_error() {
    let workspace = Workspace::new();
    let missing = workspace.import(Path::new("/nowhere/letter.txt"), &[]);
    assert!(missing.code == 2 && missing.err.contains("/nowhere/letter.txt"), "{}", missing.err);
    fs::remove_file(workspace.data()).unwrap();
    assert_eq!((workspace.run(&["check"]).code, workspace.import(&fixture("mail.txt"), &[]).code), (2, 2));
}

#[test]
fn the_command_line_answers_in_the_language_that_was_asked_for() {
    let workspace = Workspace::new();
    // A call, and what is said of it in Vietnamese and in English.
    let calls: [(&[&str], &str, &str); 12] = [
        (&[], "Hãy cho biết cần làm lệnh nào", "Say which command"),
        (&["nothing"], "Không có lệnh «nothing»", "There is no command “nothing”"),
        (&["imprt", "x"], "«import»", "“import”"),
        (&["import"], "Còn thiếu: <TỆP>", "Still missing: <FILE>"),
        (&["import", "x", "--as-of", "77"], "2020-08-13T08:00", "2020-08-13T08:00"),
        (&["import", "x", "--as-of"], "cần có một giá trị", "needs a value"),
        (&["import", "x", "--as-if", "1"], "không có tham số «--as-if»", "no argument “--as-if”"),
        (&["import", "x", "--yes", "--yes"], "Chỉ được ghi --yes một lần", "only once"),
        (&["check", "--format", "xml"], "text, json", "text, json"),
        (&["slides", "--out", "x", "--size", "7x7"], "Mỗi cạnh từ 64", "Each side has 64"),
        (&["slides", "--out", "x", "--dwell", "1"], "từ 2 đến 120", "2 to 120"),
        (&["goal", "3", "--none", "--source", "x"], "hãy bỏ một trong hai", "leave one of them out"),
    ];
    let leftovers = ["error:", "Usage:", "For more", "invalid", "[OPTIONS]", "required"];
    for (call, vietnamese, english) in calls {
        let said = workspace.run(call);
        assert!(said.code == 2 && said.err.contains(vietnamese), "{call:?}: {}", said.err);
        assert!(leftovers.iter().all(|word| !said.err.contains(word)), "{call:?}: {}", said.err);
        let said = workspace.run(&[call, &["--lang=en"]].concat());
        assert!(said.code == 2 && said.err.contains(english), "{call:?}: {}", said.err);
    }
    for (call, word) in [(&["--help"] as &[&str], "Các lệnh"), (&["help", "goal"], "Đặt mục tiêu"), (&["slides", "-h"], "Tùy chọn")]
    {
        let help = workspace.run(call);
        assert!(help.code == 0 && help.out.contains(word), "{call:?}: {}", help.out);
        assert!(leftovers.iter().all(|word| !help.out.contains(word)), "{call:?}: {}", help.out);
    }
    assert!(workspace.run(&["--help", "--lang", "en"]).out.contains("Usage:"));
    let away = workspace.import(Path::new("/nowhere/letter.txt"), &[]);
    assert!(away.err.contains("không có tệp") && !away.err.contains("os error"), "{}", away.err);
}

#[cfg(unix)]
#[test]
fn a_write_keeps_the_files_rights_and_leaves_nothing_behind() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::new();
    fs::set_permissions(workspace.data(), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(workspace.import(&fixture("mail.txt"), &[]).code, 0);
    assert_eq!(fs::metadata(workspace.data()).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(workspace.folder.path()).unwrap().count(), 2);
}

#[test]
fn the_schema_is_written_once() {
    let workspace = Workspace::new();
    let out = workspace.folder.path().join("schema.json");
    let out = out.to_str().unwrap();
    assert!(workspace.run(&["schema", "--out", out]).out.contains("Đã ghi"));
    assert!(workspace.run(&["schema", "--out", out]).out.contains("không cần ghi lại"));
    let schema: Value = serde_json::from_str(&fs::read_to_string(out).unwrap()).unwrap();
    assert_eq!(schema["title"], "Campaign");
    assert_eq!(workspace.run(&["schema", "--out", "/nowhere/schema.json"]).code, 2);
}

#[test]
fn the_two_letters_of_august() {
    let (first, second) = (letter("2020-08-11-dak-nong.txt"), letter("2020-08-13-dak-nong.txt"));
    let workspace = Workspace::new();
    let again = workspace.import(&first, &[]);
    assert!(again.code == 0 && again.out.contains("Không thay đổi gì"), "{}", again.out);
    let refused = workspace.import(&second, &["--dry-run", "--format", "json"]);
    assert_eq!(refused.code, 1);
    let read = refused.json();
    assert_eq!((&read["total"], &read["rate_percent"], &read["installs"]), (&json!(57_511), &json!(8.82), &installs_of_13()));
    let errors = read["findings"].as_array().unwrap().iter().filter(|f| f["level"] == "error").count();
    assert_eq!(errors, 2, "{read:#}");
    assert_eq!(workspace.import(&second, &["--note", "Nguồn công bố như vậy"]).code, 1);
    assert_eq!(workspace.import(&second, &["--accept", "sum,rate", "--note", "Nguồn công bố như vậy"]).code, 0);
    let again = workspace.import(&second, &[]);
    assert!(again.code == 0 && again.out.contains("Không thay đổi gì"), "{}", again.out);
}
