//! The ledger as officers use it: what the tool's commands do to the data file, two at a time and killed halfway.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::io::Write;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use support::{Workspace, fixture};

impl Workspace {
    fn report(&self, id: &str) -> Value {
        let all = self.json();
        all["reports"].as_array().unwrap().iter().find(|report| report["id"] == id).unwrap_or_else(|| panic!("no {id}")).clone()
    }

    /// Ids in the order of the file.
    fn ids(&self) -> Vec<String> {
        self.json()["reports"].as_array().unwrap().iter().map(|report| report["id"].as_str().unwrap().to_owned()).collect()
    }

    /// A call that is to succeed.
    fn done(&self, args: &[&str]) -> String {
        self.done_with(args, "")
    }

    fn done_with(&self, args: &[&str], input: &str) -> String {
        let ended = self.run_with(args, input);
        assert_eq!(ended.code, 0, "{args:?}: {}{}", ended.out, ended.err);
        ended.out
    }

    /// A call that is to be refused, and to leave the file as it is.
    fn refused(&self, args: &[&str]) -> String {
        let before = self.text();
        let ended = self.run_with(args, "");
        assert!(ended.code == 1 || ended.code == 2, "{args:?}: {}{}", ended.out, ended.err);
        assert_eq!(self.text(), before, "{args:?}");
        ended.out + &ended.err
    }

    /// The total that the site shows.
    fn shown(&self) -> Option<u64> {
        let campaign: bluezone_map::campaign::Campaign = serde_json::from_str(&self.text()).unwrap();
        campaign.report_at(None).map(|report| report.total)
    }

    fn revision(&self) -> u64 {
        self.json()["revision"].as_u64().unwrap()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// A letter with the districts' figures of 13 August, of any moment.
fn letter(moment: &str) -> String {
    format!(
        "Tính đến {moment}, toàn tỉnh có 57.516 người cài đặt Bluezone:\n- Gia Nghĩa: 13.404\n- Đắk Glong: 4.397\n- Cư Jút: 6.963\n- Đắk Mil: 8.713\n\
         - Krông Nô: 5.757\n- Đắk Song: 6.567\n- Đắk R'lấp: 7.498\n- Tuy Đức: 4.217\n"
    )
}

/// A letter with a total alone.
fn total(moment: &str, total: &str) -> String {
    format!("Tính đến {moment}, toàn tỉnh đã có {total} người cài đặt Bluezone.")
}

const IMPORT: [&str; 4] = ["import", "-", "--source", "Công văn"];

#[test]
fn the_letter_of_13_august_is_a_report_of_its_own_with_what_was_accepted() {
    let workspace = Workspace::new();
    let letter = fixture("2020-08-13-dak-nong.txt");
    let said = workspace.done(&["import", letter.to_str().unwrap(), "--accept", "sum,rate", "--note", "Nguồn công bố như vậy"]);
    assert!(said.contains("lần sửa 2") && said.contains("undo"), "{said}");
    let report = workspace.report("r2");
    assert_eq!((&report["total"], &report["accepted"]), (&json!(57_511), &json!(["sum", "rate"])));
    let change = workspace.json()["changes"][0].clone();
    assert_eq!((&change["revision"], &change["what"], &change["report"]), (&json!(2), &json!("import"), &json!("r2")));
    assert_eq!(workspace.done(&["history"]).lines().count(), 1);
    workspace.done(&["check"]);
}

#[test]
fn letters_give_their_hours_by_the_clock_of_the_province() {
    let workspace = Workspace::new();
    let mut data = workspace.json();
    data["time_zone"] = "+09:00".into();
    fs::write(workspace.data(), data.to_string()).unwrap();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    assert_eq!(workspace.report("r2")["as_of"], "2020-08-13T08:00:00+09:00");
    // What says its own time zone is that moment.
    workspace.done_with(&[&IMPORT[..], &["--as-of", "2020-08-14T08:00+07:00"]].concat(), &letter("13/8/2020"));
    assert_eq!(workspace.report("r3")["as_of"], "2020-08-14T10:00:00+09:00");
    assert!(workspace.done(&["withdraw", "8h 13/8/2020", "--why", "x"]).contains("r2"));
    assert!(workspace.json()["changes"].as_array().unwrap().iter().all(|change| change["at"].as_str().unwrap().ends_with("+09:00")));
    data["time_zone"] = "Asia/Tokyo".into();
    fs::write(workspace.data(), data.to_string()).unwrap();
    let said = workspace.run(&["check"]);
    assert!(said.code == 1 && said.out.contains("time_zone"), "{}", said.out);
}

#[test]
fn a_late_letter_finds_its_place_between_its_neighbours() {
    let workspace = Workspace::new();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    workspace.done_with(&IMPORT, &total("8 giờ ngày 12/8/2020", "54.000"));
    assert_eq!(workspace.ids(), ["r1", "r3", "r2"]);
    assert_eq!(workspace.shown(), Some(57_516));
    // It is held against the report after it as well.
    let before = workspace.text();
    let above = workspace.run_with(&IMPORT, &total("17 giờ ngày 12/8/2020", "58.000"));
    assert!(above.code == 1 && above.out.contains("13/8/2020"), "{}", above.out);
    let below = workspace.run_with(&IMPORT, &total("17 giờ ngày 12/8/2020", "53.000"));
    assert_eq!((below.code, workspace.text()), (1, before));
}

#[test]
fn a_wrong_year_is_corrected_and_the_report_goes_where_it_belongs() {
    let workspace = Workspace::new();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2021"));
    let args = ["correct", "r2", "--as-of", "2020-08-13T08:00"];
    assert!(workspace.refused(&args).contains("--note"));
    let said = workspace.done(&[&args[..], &["--note", "Gõ nhầm năm"]].concat());
    assert!(said.contains("r3") && said.contains("r2"), "{said}");
    assert_eq!(workspace.ids(), ["r1", "r3", "r2"]);
    let right = workspace.report("r3");
    assert_eq!(
        (&right["as_of"], &right["corrects"], &right["note"]),
        (&json!("2020-08-13T08:00:00+07:00"), &json!("r2"), &json!("Gõ nhầm năm"))
    );
    assert_eq!(workspace.report("r2")["as_of"], "2021-08-13T08:00:00+07:00", "nothing is deleted");
    // The next letter is compared with what stands now, not with the wrong year.
    workspace.done_with(&IMPORT, &total("8 giờ ngày 14/8/2020", "58.000"));
    assert_eq!(workspace.shown(), Some(58_000));
    assert!(workspace.refused(&["correct", "r2", "--as-of", "2020-08-12", "--note", "x"]).contains("r3"));
}

#[test]
fn a_correction_may_be_of_the_source_or_a_whole_new_letter() {
    let workspace = Workspace::new();
    workspace.done(&["correct", "2020-08-11", "--number", "1015/STTTT", "--url", "https://a.vn/1", "--note", "Ghi thiếu số văn bản"]);
    let source = workspace.report("r2")["source"].clone();
    assert_eq!((&source["number"], &source["url"]), (&json!("1015/STTTT"), &json!("https://a.vn/1")));
    assert!(workspace.refused(&["correct", "r2", "--note", "x"]).contains("--as-of"));
    let letter = workspace.folder.path().join("letter.txt");
    fs::write(
        &letter,
        "Tính đến 8h ngày 11/8/2020, toàn tỉnh có 51.947 người cài đặt Bluezone: Gia Nghĩa 12.425, Đắk Glong 3.919, Cư Jút 6.306, Đắk Mil 7.904, Krông Nô 4.924, Đắk Song 5.964, Đắk R'lấp 6.770, Tuy Đức 3.735",
    )
    .unwrap();
    let said = workspace.done(&["correct", "r2", letter.to_str().unwrap(), "--note", "Đảo chữ số", "--source", "Công văn mới"]);
    assert!(said.contains("12.425"), "{said}");
    assert_eq!((workspace.ids(), workspace.shown()), (vec!["r1".into(), "r2".into(), "r3".into()], Some(51_947)));
    assert_eq!(workspace.report("r3")["corrects"], "r2");
    workspace.done(&["check"]);
}

#[test]
fn a_withdrawn_report_stays_and_may_be_restored() {
    let workspace = Workspace::new();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    assert!(workspace.refused(&["withdraw", "2020-08-12", "--why", "x"]).contains("r2"), "the reports that there are");
    let said = workspace.done(&["withdraw", "2020-08-13", "--why", "Gửi nhầm bản nháp"]);
    assert!(said.contains("r2") && said.contains("lần sửa 3"), "{said}");
    assert_eq!(workspace.report("r2")["withdrawn"]["why"], "Gửi nhầm bản nháp");
    assert_eq!((workspace.shown(), workspace.revision()), (Some(51_974), 3));
    assert!(workspace.refused(&["withdraw", "r2", "--why", "x"]).contains("đã được rút lại"));
    workspace.refused(&["withdraw", "r1", "--why", ""]);
    // The last change is taken back, and back again; the revision only rises.
    workspace.done(&["undo"]);
    assert_eq!((workspace.shown(), workspace.revision()), (Some(57_516), 4));
    workspace.done(&["undo"]);
    assert_eq!((workspace.shown(), workspace.revision()), (Some(51_974), 5));
    // The letter comes once more: a report of its own.
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    assert_eq!((workspace.ids(), workspace.shown()), (vec!["r1".into(), "r2".into(), "r3".into()], Some(57_516)));
    workspace.done(&["check"]);
}

#[test]
fn a_correction_that_is_withdrawn_does_not_bring_the_wrong_figure_back() {
    let workspace = Workspace::new();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    workspace.done(&["correct", "r2", "--as-of", "2020-08-14", "--note", "Sai ngày"]);
    workspace.done(&["withdraw", "r3", "--why", "Chưa được duyệt"]);
    assert_eq!(workspace.shown(), Some(51_974));
}

#[test]
fn the_same_figures_with_and_without_an_hour_are_one_report() {
    for (first, second) in [("ngày 13/8/2020", "8 giờ ngày 13/8/2020"), ("8 giờ ngày 13/8/2020", "ngày 13/8/2020")] {
        let workspace = Workspace::new();
        workspace.done_with(&IMPORT, &letter(first));
        let before = workspace.text();
        assert!(workspace.done_with(&IMPORT, &letter(second)).contains("Không thay đổi gì"), "{second}");
        assert_eq!(workspace.text(), before);
    }
    // Other figures of that day without an hour could be any hour's.
    let workspace = Workspace::new();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    assert_eq!(workspace.run_with(&IMPORT, &total("ngày 13/8/2020", "57.000")).code, 1);
}

#[test]
fn what_an_undone_import_was_called_is_never_given_again() {
    let workspace = Workspace::new();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    workspace.done(&["undo"]);
    assert_eq!((workspace.ids(), workspace.shown()), (vec!["r1".into()], Some(51_974)));
    workspace.done_with(&IMPORT, &total("8 giờ ngày 12/8/2020", "54.000"));
    assert_eq!(workspace.ids(), ["r1", "r3"]);
}

#[test]
fn what_stands_around_the_figures_needs_no_editor() {
    let workspace = Workspace::new();
    workspace.done(&["goal", "30%", "--source", "Kế hoạch của UBND tỉnh", "--source-en", "Plan of the province"]);
    workspace.done(&["population", "Đak Mil", "100.702", "--source", "Niên giám thống kê 2020"]);
    // The rate that the letter states is of another population: who changes that says why both are kept.
    let province = ["population", "Đắk Nông", "637907", "--source", "Niên giám thống kê 2020"];
    assert!(workspace.refused(&province).contains("--note"));
    workspace.done(&[&province[..], &["--note", "Tỷ lệ nguồn công bố tính theo dân số năm 2019"]].concat());
    assert_eq!(workspace.report("r1")["accepted"], json!(["rate"]));
    workspace.done(&["hotline", "1900 3228"]);
    workspace.done(&["link", "android", "https://example.vn/app"]);
    workspace.done(&["base-url", "https://bluezone.daknong.gov.vn/"]);
    workspace.done(&["office", "Sở Thông tin và Truyền thông tỉnh Đắk Nông", "--name-en", "Department of Information"]);
    workspace.done(&["bulletin", "--spoken-address", "blu-dôn chấm gov chấm vn", "--speed", "170"]);
    let all = workspace.json();
    assert_eq!(all["office"], json!({"name": "Sở Thông tin và Truyền thông tỉnh Đắk Nông", "name_en": "Department of Information"}));
    assert_eq!(all["bulletin"], json!({"spoken_address": "blu-dôn chấm gov chấm vn", "syllables_per_minute": 170}));
    workspace.refused(&["bulletin", "--speed", "1000"]);
    assert_eq!(
        all["goal"],
        json!({"value": 30.0, "unit": "percent_of_population", "source": {"title": "Kế hoạch của UBND tỉnh", "title_en": "Plan of the province"}})
    );
    assert_eq!((&all["districts"][3]["population"], &all["province"]["population"]), (&json!(100_702), &json!(637_907)));
    assert_eq!((&all["links"]["hotline"], &all["links"]["android"]), (&json!("1900 3228"), &json!("https://example.vn/app")));
    assert_eq!((&all["base_url"], &all["revision"]), (&json!("https://bluezone.daknong.gov.vn/"), &json!(9)));
    // What the check refuses is not written; what changes nothing is no revision.
    workspace.refused(&["hotline", "gọi cho tôi"]);
    workspace.refused(&["link", "ios", "javascript:alert(1)"]);
    workspace.refused(&["goal", "130%", "--source", "x"]);
    workspace.refused(&["goal", "nhiều", "--source", "x"]);
    assert!(workspace.refused(&["population", "Hà Nội", "1", "--source", "x"]).contains("Hà Nội"));
    assert!(workspace.done(&["hotline", "1900 3228"]).contains("Không thay đổi gì"));
    assert_eq!(workspace.revision(), 9);
    // The history says what it replaced.
    let history = workspace.done(&["history"]);
    assert_eq!(history.lines().count(), 8);
    assert!(history.contains("1900 9095") && history.contains("99892"), "{history}");
    workspace.done(&["undo"]);
    workspace.done(&["base-url", "--none"]);
    workspace.done(&["goal", "--none"]);
    assert!(workspace.json().get("goal").is_none() && workspace.json().get("base_url").is_none());
    workspace.done(&["check"]);
}

#[test]
fn programs_read_what_was_done() {
    let workspace = Workspace::new();
    let said: Value = serde_json::from_str(&workspace.done(&["withdraw", "r1", "--why", "x", "--format", "json"])).unwrap();
    assert_eq!(said, json!({"what": "withdraw", "report": "r1", "changed": true, "revision": 2}));
    let history: Value = serde_json::from_str(&workspace.done(&["history", "--format", "json"])).unwrap();
    assert_eq!((&history["revision"], &history["changes"][0]["before"]), (&json!(2), &json!({"reports": {"r1": {"withdrawn": null}}})));
    let refused: Value = serde_json::from_str(&workspace.refused(&["withdraw", "r1", "--why", "x", "--format", "json"])).unwrap();
    assert_eq!(refused["changed"], json!(false));
}

#[test]
fn a_file_of_schema_1_is_read_as_it_was_meant_and_written_anew() {
    let workspace = Workspace::of("schema-1.json");
    workspace.done(&["check"]);
    assert_eq!(workspace.shown(), Some(57_511));
    workspace.done(&["migrate"]);
    let all = workspace.json();
    assert_eq!((&all["schema"], &all["revision"], workspace.shown()), (&json!(2), &json!(1), Some(57_511)));
    assert_eq!(workspace.ids(), ["r1", "r2", "r3", "r4"]);
    assert_eq!((&workspace.report("r2")["corrects"], &workspace.report("r3")["withdrawn"]), (&json!("r1"), &json!({})));
    assert_eq!(workspace.report("r4")["accepted"], json!(["sum", "rate"]));
    assert!(workspace.done(&["migrate"]).contains("Không thay đổi gì"));
    workspace.done(&["check"]);
    // Any command that writes does the same.
    let other = Workspace::of("schema-1.json");
    other.done(&["hotline", "113"]);
    assert_eq!((other.json()["schema"].clone(), other.revision()), (json!(2), 1));
    other.done(&["undo"]);
    assert_eq!(other.json()["links"]["hotline"], "1900 9095");
}

#[test]
fn an_older_file_is_put_back_as_a_new_revision() {
    let workspace = Workspace::new();
    let older = workspace.folder.path().join("yesterday.json");
    fs::copy(workspace.data(), &older).unwrap();
    workspace.done_with(&IMPORT, &letter("8 giờ ngày 13/8/2020"));
    workspace.done(&["restore", older.to_str().unwrap()]);
    assert_eq!((workspace.shown(), workspace.revision()), (Some(51_974), 3));
    workspace.done(&["undo"]);
    assert_eq!(workspace.shown(), Some(57_516));
    fs::write(&older, fs::read_to_string(&older).unwrap().replace("\"code\": \"67\"", "\"code\": \"66\"")).unwrap();
    workspace.refused(&["restore", older.to_str().unwrap()]);
}

#[test]
fn a_file_that_a_windows_editor_saved_is_a_data_file() {
    let workspace = Workspace::new();
    fs::write(workspace.data(), format!("\u{feff}{}", workspace.text().replace('\n', "\r\n"))).unwrap();
    workspace.done(&["check"]);
    workspace.done(&["hotline", "113"]);
    let text = workspace.text();
    assert!(text.starts_with('{') && !text.replace("\r\n", "").contains('\n'), "{text}");
}

#[test]
fn what_no_member_answers_to_is_not_lost_in_silence() {
    let workspace = Workspace::new();
    fs::write(workspace.data(), workspace.text().replace("\"links\": {", "\"linkz\": 1,\n  \"links\": {")).unwrap();
    assert!(workspace.refused(&["hotline", "113"]).contains("linkz"));
}

#[test]
fn sixty_imports_two_at_a_time_lose_nothing() {
    let workspace = Workspace::new();
    thread::scope(|scope| {
        for half in 0..2 {
            let workspace = &workspace;
            scope.spawn(move || {
                for i in 0..30 {
                    let hour = 2 * i + half + 1;
                    let (day, hour) = (12 + hour / 24, hour % 24);
                    let n = 52_000 + (day - 12) * 240 + hour * 10;
                    let moment = format!("{hour} giờ 30 phút ngày {day}/8/2020");
                    workspace.done_with(&IMPORT, &total(&moment, &format!("{}.{:03}", n / 1000, n % 1000)));
                }
            });
        }
    });
    let all = workspace.json();
    let reports = all["reports"].as_array().unwrap();
    assert_eq!((reports.len(), workspace.revision(), all["changes"].as_array().unwrap().len()), (61, 61, 60));
    let mut ids = workspace.ids();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 61, "every report has its own id");
    assert!(reports.windows(2).all(|pair| pair[0]["as_of"].as_str() < pair[1]["as_of"].as_str()), "in the order of time");
    workspace.done(&["check"]);
}

#[test]
fn sixty_kills_leave_nothing_torn_and_nothing_behind() {
    let workspace = Workspace::new();
    let names = workspace.names();
    let mut reports = 1;
    for i in 0..60_u64 {
        let (day, hour) = (12 + i / 24, i % 24);
        let n = 52_000 + i * 10;
        let input = total(&format!("{hour} giờ 30 phút ngày {day}/8/2020"), &format!("{}.{:03}", n / 1000, n % 1000));
        let mut child = workspace.command(&IMPORT).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        // From its first breath to after its end.
        thread::sleep(Duration::from_micros(i * 400));
        let _ = child.kill();
        child.wait().unwrap();
        let now = workspace.ids().len();
        assert!(now == reports || now == reports + 1, "{now} after {reports}");
        reports = now;
    }
    // Nobody holds a lock any more, and what the last one left in its middle goes with the next change.
    workspace.done(&["hotline", "113"]);
    workspace.done(&["check"]);
    assert_eq!(workspace.names(), names);
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_writer_waits_for_the_first() {
    let workspace = Workspace::new();
    let lock = fs::File::open(workspace.data()).unwrap();
    lock.lock().unwrap();
    thread::scope(|scope| {
        let waiting = scope.spawn(|| workspace.done(&["hotline", "113"]));
        thread::sleep(Duration::from_millis(200));
        assert_eq!(workspace.json()["links"]["hotline"], "1900 9095", "it waits");
        drop(lock);
        waiting.join().unwrap();
    });
    assert_eq!(workspace.json()["links"]["hotline"], "113");
}
