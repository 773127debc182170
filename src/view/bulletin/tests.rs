//! Bulletins of the published province and of odd states of the data.

use super::*;
use crate::campaign::{
    Bulletin as Settings, DistrictKind, Stamp, Withdrawal,
    fixture::{campaign, two_reports},
};

fn places(campaign: &Campaign) -> Vec<Option<String>> {
    std::iter::once(None).chain(campaign.districts.iter().map(|district| Some(district.code.clone()))).collect()
}

/// Odd states of the data, each with its name.
pub(crate) fn states() -> Vec<(&'static str, Campaign)> {
    let change = |change: &dyn Fn(&mut Campaign)| {
        let mut campaign = two_reports();
        change(&mut campaign);
        campaign
    };
    vec![
        ("one report", campaign()),
        ("two reports", two_reports()),
        ("no report", change(&|c| c.reports.clear())),
        ("the last withdrawn", change(&|c| c.reports[1].withdrawn = Some(Withdrawal::default()))),
        ("all withdrawn", change(&|c| c.reports.iter_mut().for_each(|report| report.withdrawn = Some(Withdrawal::default())))),
        ("a total alone", change(&|c| c.reports[1].installs = None)),
        ("totals alone", change(&|c| c.reports.iter_mut().for_each(|report| report.installs = None))),
        (
            "no populations",
            change(&|c| {
                c.province.population = None;
                c.districts.iter_mut().for_each(|district| district.population = None);
            }),
        ),
        (
            "no sources of populations",
            change(&|c| {
                c.province.population_source = None;
                c.districts.iter_mut().for_each(|district| district.population_source = None);
            }),
        ),
        (
            "a district without a figure",
            change(&|c| {
                c.reports[1].installs.as_mut().unwrap().remove("662");
            }),
        ),
        (
            "nobody",
            change(&|c| {
                c.reports.remove(0);
                c.reports[0].total = 0;
                c.reports[0].installs.iter_mut().flatten().for_each(|(_, n)| *n = 0);
            }),
        ),
        (
            "one phone and a fall",
            change(&|c| {
                c.reports[1].installs.as_mut().unwrap().insert("662".into(), 1);
            }),
        ),
        (
            "a correction",
            change(&|c| {
                c.reports[1].corrects = Some("r1".into());
                c.reports[1].note = Some("gõ nhầm".into());
            }),
        ),
        ("a late hour", change(&|c| c.reports[1].as_of = Stamp::parse("2021-12-21T23:59:00+07:00").unwrap())),
        (
            "large figures",
            change(&|c| {
                c.reports[1].total = 777_777_777;
                c.reports[1].installs.iter_mut().flatten().for_each(|(_, n)| *n = 22_222_222);
            }),
        ),
        (
            "another hotline and address",
            change(&|c| {
                c.links.hotline = "0261 3544 859".into();
                c.bulletin = Some(Settings { spoken_address: Some("blu-dôn chấm gov chấm vn".into()), ..Settings::default() });
            }),
        ),
        (
            "names with numbers",
            change(&|c| {
                c.districts[0].name = "10".into();
                c.districts[0].kind = DistrictKind::UrbanDistrict;
                c.districts[1].name = "Năm Căn".into();
            }),
        ),
    ]
}

/// For these it holds without a word that somebody could stumble over.
#[test]
fn every_text_is_in_words_alone_and_has_its_length() {
    for (name, campaign) in states() {
        for lang in [Lang::Vi, Lang::En] {
            for (place, wanted) in places(&campaign).iter().flat_map(|place| LENGTHS.map(|wanted| (place, wanted))) {
                let one = bulletin(&campaign, lang, place.as_deref(), wanted);
                let said: Vec<&str> = one.lines().collect();
                let text = said.join("\n");
                let told = format!("{name}, {place:?}, {wanted} s, {} syllables:\n{text}", one.syllables);
                assert_eq!(one.syllables, syllables(&text), "{told}");
                let odd = |c: char| !(c.is_alphabetic() || c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '-' | '\''));
                assert!(!text.contains(odd) && !text.contains("{"), "{told}");
                assert!(!text.contains("  ") && !text.contains(" ,") && !text.contains(" ."), "{told}");
                assert!(said.iter().all(|line| line.chars().count() <= 48 && !line.is_empty()), "{told}");
                assert!(!text.split_whitespace().any(|word| word.len() > 1 && word.chars().all(char::is_uppercase)), "{told}");
                // Nobody has so many phones: there the shortest says what it must and takes its time.
                let most = if name == "large figures" { wanted + 9 } else { wanted };
                assert!(one.seconds <= most && one.syllables * 10 >= wanted as usize * 3 * 7, "{told}");
                assert_eq!(u64::from(one.seconds), (one.syllables as u64 * 60).div_ceil(180), "{told}");
                // What every one of them has to say.
                let words = spoken(lang, &campaign);
                assert!(text.starts_with(words.greeting), "{told}");
                let flat = text.replace('\n', " ");
                assert!(flat.contains(&address(&campaign, lang)), "{told}");
                assert!(flat.contains(&aloud::digits(lang, &campaign.links.hotline)), "{told}");
                let voluntary = if lang == Lang::Vi { &["tự nguyện"][..] } else { &["voluntary", "If you wish"] };
                assert!(voluntary.iter().any(|said| flat.contains(said)), "{told}");
            }
        }
    }
}

fn said(campaign: &Campaign, lang: Lang, place: Option<&str>, wanted: u32) -> String {
    bulletin(campaign, lang, place, wanted).lines().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_letter_as_it_is_read_in_half_a_minute() {
    assert_eq!(
        said(&campaign(), Lang::Vi, None, 30),
        "Thưa bà con. Tính đến tám giờ ngày mười một tháng tám năm hai nghìn không trăm hai mươi, tỉnh Đắk Nông có năm mươi mốt nghìn \
         chín trăm bảy mươi tư máy cài Bluezone, bằng tám phẩy ba mươi lăm phần trăm dân số. Bluezone giúp truy vết nhanh người có nguy cơ \
         lây nhiễm. Cài đặt là tự nguyện. Mời bà con cài từ bluezone chấm gov chấm vn. Hỏi về dịch bệnh, xin gọi: một chín không không, \
         chín không chín năm."
    );
}

#[test]
fn what_is_not_known_is_not_said() {
    let state = |wanted: &str| states().into_iter().find(|(name, _)| *name == wanted).unwrap().1;
    let none = state("no report");
    assert!(aloud::heard(Lang::Vi, &said(&none, Lang::Vi, None, 120)).counted.is_empty());
    let alone = state("a total alone");
    assert!(said(&alone, Lang::Vi, None, 30).contains("năm mươi bảy nghìn năm trăm mười một máy"));
    let own = said(&alone, Lang::Vi, Some("662"), 120);
    assert!(own.contains("tám giờ ngày mười một tháng tám") && own.contains("sáu nghìn ba trăm linh sáu máy"), "{own}");
    assert!(own.contains("Toàn tỉnh Đắk Nông, tính đến ngày mười ba tháng tám"), "{own}");
    let missing = said(&state("a district without a figure"), Lang::Vi, Some("662"), 30);
    assert!(missing.contains("tỉnh Đắk Nông có năm mươi bảy nghìn"), "{missing}");
    for name in ["no populations", "no sources of populations"] {
        assert!(!said(&state(name), Lang::Vi, Some("662"), 120).contains("Dân số"), "{name}");
    }
    let back = said(&state("the last withdrawn"), Lang::Vi, None, 60);
    assert!(back.contains("Số liệu ngày mười ba tháng tám năm hai nghìn không trăm hai mươi đã được rút lại."), "{back}");
    let both = said(&two_reports(), Lang::Vi, None, 60);
    assert!(both.contains("tám phẩy tám mươi hai phần trăm") && both.contains("chín phẩy hai mươi tư phần trăm"), "{both}");
    assert!(both.contains("năm mươi bảy nghìn năm trăm mười sáu máy, khác với tổng số"), "{both}");
    assert!(said(&state("nobody"), Lang::En, None, 30).contains("no phone in Đắk Nông Province has Bluezone"));
    assert!(said(&state("one phone and a fall"), Lang::En, Some("662"), 30).contains("has one phone on which"));
    assert!(said(&state("a correction"), Lang::Vi, None, 120).contains("đính chính"));
    let own = said(&state("another hotline and address"), Lang::Vi, None, 120);
    assert!(own.contains("blu-dôn chấm gov chấm vn") && !own.contains("Bộ Y tế, miễn phí"), "{own}");
    assert!(said(&state("names with numbers"), Lang::Vi, Some("660"), 30).contains("quận mười có"));
}

#[test]
fn another_speed_makes_other_lengths() {
    let mut campaign = campaign();
    for speed in [80, 120, 240, 400] {
        campaign.bulletin = Some(Settings { syllables_per_minute: Some(speed), ..Settings::default() });
        for wanted in LENGTHS {
            let one = bulletin(&campaign, Lang::Vi, None, wanted);
            // At the slowest the least that must be said takes longer than half a minute, and the page says so.
            assert!(one.seconds <= wanted || speed < 180 && wanted == 30, "{speed}: {} s", one.seconds);
        }
    }
}
