//! How long a letter and the data file take: the usual letter, one of fifty thousand lines that hold nothing, one of fifty thousand rows
//! that are refused, and the two commands an officer waits for. It must not judge what is read beyond that it was read.
//!
//! `make bench`. What is wished for: `import` and `check` below 50 ms, fifty thousand lines below a second.

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

use bluezone_map::campaign::Campaign;
use bluezone_map::campaign::check::check;
use bluezone_map::campaign::letters::{Reading, read};
use bluezone_map::campaign::names::Names;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/data/campaign.json");
const MAP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/data/map.json");
const LETTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/2020-08-13-dak-nong.txt");
const LINES: usize = 50_000;

fn file(path: &str) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn campaign() -> Campaign {
    serde_json::from_slice(&file(DATA)).expect("the data file is valid")
}

/// The usual letter, and after it the prose of a long report, which says nothing of figures.
fn many_lines() -> String {
    let mut letter = String::from_utf8(file(LETTER)).expect("the letter is UTF-8");
    for at in 0..LINES {
        // No two lines are the same, and a paragraph ends now and then.
        let _ = writeln!(letter, "Các đơn vị tiếp tục tuyên truyền, hướng dẫn người dân phòng dịch, mục {at} của văn bản này.");
        if at % 5 == 4 {
            letter.push('\n');
        }
    }
    letter
}

/// Rows that contradict each other: every district some thousand times, each time with another figure.
fn many_rows() -> String {
    const NAMES: [&str; 8] = ["Gia Nghĩa", "Đắk Glong", "Cư Jút", "Đắk Mil", "Krông Nô", "Đắk Song", "Đắk R'lấp", "Tuy Đức"];
    let mut rows = "Số lượt cài đặt Bluezone tính đến 17 giờ ngày 19/8/2020\nHuyện;Số lượt cài đặt\n".to_owned();
    for at in 0..LINES {
        let _ = writeln!(rows, "{};{}", NAMES[at % NAMES.len()], 10_000 + at);
    }
    rows
}

fn library(criterion: &mut Criterion) {
    let names = Names::of(&campaign());
    let usual = file(LETTER);
    criterion.bench_function("the usual letter, read", |bench| bench.iter(|| read(black_box(&usual), Reading::default(), &names)));

    let data = file(DATA);
    criterion.bench_function("the data file, parsed and checked", |bench| {
        bench.iter_batched(
            || data.clone(),
            |data| check(&serde_json::from_slice::<Campaign>(black_box(&data)).expect("the data file is valid")),
            BatchSize::SmallInput,
        );
    });

    let (lines, rows) = (many_lines(), many_rows());
    let of = |text: &str| read(text.as_bytes(), Reading::default(), &names);
    // What is measured is what it says: a letter that is read as the usual one, and rows that are refused.
    assert_eq!(of(&lines).installs.len(), names_of(&usual, &names));
    assert!(of(&rows).findings.iter().any(bluezone_map::campaign::finding::Finding::is_error));
    let mut group = criterion.benchmark_group("fifty thousand");
    group.sample_size(10);
    group.bench_function("lines after the usual letter", |bench| bench.iter(|| of(black_box(&lines))));
    group.bench_function("rows, refused", |bench| bench.iter(|| of(black_box(&rows))));
    group.finish();
}

fn names_of(letter: &[u8], names: &Names) -> usize {
    read(letter, Reading::default(), names).installs.len()
}

/// The whole commands: the start of the tool, the data file, the letter, the draft beside the reports before, and what is printed.
fn commands(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let long = folder.path().join("long.txt");
    std::fs::write(&long, many_lines()).expect("the temporary folder can be written to");
    let run = |arguments: &[&Path]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bluezone-map"));
        command.args(arguments).args(["--data", DATA, "--map", MAP]).stdout(Stdio::null()).stderr(Stdio::null());
        let status = command.status().expect("the tool starts");
        assert!(status.code().is_some_and(|code| code < 2), "{status}");
    };
    criterion.bench_function("check, the command", |bench| bench.iter(|| run(&[Path::new("check")])));
    let import = |letter: &Path| run(&[Path::new("import"), letter, Path::new("--dry-run")]);
    criterion.bench_function("import --dry-run, the command", |bench| bench.iter(|| import(Path::new(LETTER))));
    let mut group = criterion.benchmark_group("fifty thousand");
    group.sample_size(10);
    group.bench_function("import --dry-run of the lines, the command", |bench| bench.iter(|| import(&long)));
    group.finish();
}

criterion_group!(benches, library, commands);
criterion_main!(benches);
