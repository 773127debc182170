//! A table of spelled numbers, and back; days, telephone numbers, addresses, titles, syllables; what a listener hears.

use super::*;

const BOTH: [Lang; 2] = [Lang::Vi, Lang::En];

#[test]
fn numbers_are_spelled_as_the_table_says_and_read_back() {
    let mut checked = 0;
    for line in include_str!("../../../tests/fixtures/spoken.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [figure, vi, en] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        for (lang, words) in [(Lang::Vi, vi), (Lang::En, en)] {
            assert_eq!(decimal(lang, figure.parse().unwrap()).as_deref(), Some(words), "{figure}");
            assert_eq!(read_decimal(lang, words).as_deref(), Some(figure), "{words}");
            if let Ok(n) = figure.parse() {
                assert_eq!((number(lang, n).as_str(), read_number(lang, words)), (words, Some(n)));
            }
        }
        checked += 1;
    }
    assert!(checked >= 200, "{checked} rows");
}

/// All up to 12,000, every edge of a group, and a stride that meets every digit in every place up to 999.999.999.
#[test]
fn words_lead_back_to_their_number() {
    let edges = (1..=9).flat_map(|power| (0..=9).map(move |k| 10_u64.pow(power) + k)).flat_map(|n| [n, n - 10, n * 9 / 10]);
    let dense = (0..12_000).chain((0..1_000_000_000).step_by(130_003)).chain(edges).chain([999_999_999, 1_000_000_000]);
    for n in dense {
        for lang in BOTH {
            let words = number(lang, n);
            assert_eq!(read_number(lang, &words), Some(n), "{words}");
            assert!(!words.contains(|c: char| c.is_ascii_digit()) && words.trim() == words && !words.contains("  "), "{words}");
        }
    }
}

#[test]
fn two_numbers_are_never_said_alike() {
    for lang in BOTH {
        let mut all: Vec<String> = (0..30_000).map(|n| number(lang, n)).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 30_000);
    }
}

#[test]
fn other_right_spellings_are_read_and_wrong_ones_are_not() {
    for (words, n) in [
        ("một trăm lẻ năm", 105),
        ("một trăm linh tư", 104),
        ("năm ngàn không trăm bẩy mươi tư", 5_074),
        ("một triệu không trăm linh năm", 1_000_005),
    ] {
        assert_eq!(read_number(Lang::Vi, words), Some(n), "{words}");
    }
    for words in
        ["", "hai mươi một", "hai mươi năm", "mười tư", "năm mươi nghìn nghìn", "ba năm", "một mươi", "trăm", "nghìn hai", "hai mốt"]
    {
        assert_eq!(read_number(Lang::Vi, words), None, "{words}");
    }
    for words in ["", "twenty eleven", "one hundred five", "two three", "hundred", "and one", "one thousand five"] {
        assert_eq!(read_number(Lang::En, words), None, "{words}");
    }
}

#[test]
fn decimals_keep_the_zeros_that_are_heard() {
    for hundredths in 0..=10_000_u32 {
        let x = f64::from(hundredths) / 100.0;
        for lang in BOTH {
            let words = decimal(lang, x).unwrap();
            assert_eq!(read_decimal(lang, &words).unwrap(), format_shortest(Lang::En, x), "{words}");
        }
    }
    assert_eq!(decimal(Lang::Vi, 8.354).unwrap(), "tám phẩy ba mươi lăm");
    assert_eq!(decimal(Lang::Vi, f64::NAN), None);
    assert_eq!(read_decimal(Lang::Vi, "tám phẩy năm mươi").as_deref(), Some("8.50"));
}

fn at(text: &str) -> Stamp {
    Stamp::parse(text).unwrap()
}

#[test]
fn moments_as_they_are_said() {
    let letter = at("2020-08-11T08:00:00+07:00");
    assert_eq!(moment(Lang::Vi, letter), "tám giờ ngày mười một tháng tám năm hai nghìn không trăm hai mươi");
    assert_eq!(moment(Lang::En, letter), "eight in the morning on the eleventh of August twenty twenty");
    let late = at("2021-04-05T17:05:00+07:00");
    assert_eq!(moment(Lang::Vi, late), "mười bảy giờ năm phút ngày năm tháng tư năm hai nghìn không trăm hai mươi mốt");
    assert_eq!(moment(Lang::En, late), "five oh five in the afternoon on the fifth of April twenty twenty-one");
    let day_alone = at("2005-05-15T00:00:00+07:00");
    assert_eq!(moment(Lang::Vi, day_alone), "ngày mười lăm tháng năm năm hai nghìn không trăm linh năm");
    assert_eq!(moment(Lang::En, day_alone), "the fifteenth of May two thousand and five");
}

#[test]
fn every_moment_is_heard_as_it_was_said() {
    for year in [1999, 2000, 2005, 2010, 2019, 2020, 2021, 2105] {
        for month in 1..=12 {
            for day in (1..=28).step_by(3) {
                let (hour, minute) = ((day * month) % 24, if day % 2 == 0 { 0 } else { (day * 7 + month) % 60 });
                let at = Stamp::vietnam(year, month, day, hour, minute).unwrap();
                for (lang, before) in [(Lang::Vi, "Tính đến"), (Lang::En, "As of")] {
                    let said = format!("{before} {}, xong.", moment(lang, at));
                    let clock = ((hour, minute) != (0, 0)).then(|| (at.hour(), at.minute()));
                    let day = Day { year: at.year(), month: at.month(), day: at.day(), clock };
                    let all = heard(lang, &said);
                    assert_eq!((all.days.as_slice(), all.counted.len(), all.dialled.len()), (&[day][..], 0, 0), "{said}");
                }
            }
        }
    }
}

#[test]
fn telephone_numbers_digit_by_digit() {
    assert_eq!(digits(Lang::Vi, "1900 9095"), "một chín không không, chín không chín năm");
    assert_eq!(digits(Lang::En, "1900 9095"), "one nine oh oh, nine oh nine five");
    for lang in BOTH {
        let said = format!("Xin: {}.", digits(lang, "0261 3544 859"));
        assert_eq!(heard(lang, &said).dialled, ["02613544859"], "{said}");
    }
}

#[test]
fn addresses_are_spoken() {
    assert_eq!(address(Lang::Vi, "bluezone.gov.vn"), "bluezone chấm gov chấm vn");
    assert_eq!(address(Lang::En, "bluezone.gov.vn/tai-app2"), "bluezone dot gov dot vn slash tai dash app two");
}

#[test]
fn titles_are_read_where_they_can_be() {
    let vi = |title: &str| sayable(Lang::Vi, title);
    assert_eq!(
        vi("Tổng điều tra dân số và nhà ở 1/4/2019").unwrap(),
        "Tổng điều tra dân số và nhà ở ngày một tháng tư năm hai nghìn không trăm mười chín"
    );
    assert_eq!(vi("Báo cáo ngày 3/5/2020 (bản chính)").unwrap(), "Báo cáo ngày ba tháng năm năm hai nghìn không trăm hai mươi, bản chính");
    assert_eq!(sayable(Lang::En, "Census of 1 April 2019").unwrap(), "Census of the first of April twenty nineteen");
    for title in ["Công văn 4161/UBND-KGVX ngày 13/8/2020", "Sở TTTT", "COVID-19", "50% dân số", "", "Niên giám 2019"] {
        assert_eq!(vi(title), None, "{title}");
    }
    assert_eq!(name(Lang::Vi, "Quận 10"), "Quận mười");
}

#[test]
fn syllables_are_counted() {
    for (text, count) in [
        ("Tính đến tám giờ ngày mười một tháng tám", 9),
        ("giúp truy vết nhanh người có nguy cơ lây nhiễm.", 10),
        ("Đắk R'lấp", 3),
        ("Krông Nô, Ea Pô", 4),
        ("bluezone chấm gov chấm vn", 7),
        ("Blu-dôn", 2),
        ("quý khuỷu yêu giờ gì", 5),
        ("Bluezone Bluetooth Internet", 7),
        ("people voluntary installed phones", 2 + 4 + 2 + 1),
        ("zone horses wanted", 1 + 2 + 2),
        ("", 0),
    ] {
        assert_eq!(syllables(text), count, "{text}");
    }
}

#[test]
fn counts_are_heard_with_their_units() {
    let all = heard(
        Lang::Vi,
        "Huyện Năm Căn có sáu nghìn ba trăm linh sáu máy cài, bằng tám phẩy không năm phần trăm; dân số là hai mươi mốt người.",
    );
    let said: Vec<_> = all.counted.iter().map(|one| (one.unit, one.number.as_deref())).collect();
    assert_eq!(said, [(Unit::Phones, Some("6306")), (Unit::Percent, Some("8.05")), (Unit::People, Some("21"))]);
    let broken = heard(Lang::Vi, "có sáu nghìn nghìn máy");
    assert_eq!((broken.counted[0].number.clone(), broken.counted[0].words.as_str()), (None, "sáu nghìn nghìn"));
    let all = heard(Lang::En, "It has six thousand three hundred and six phones, and eight point oh five percent.");
    assert_eq!(all.counted[0].number.as_deref(), Some("6306"));
}
