//! The rules of the data file, one by one.

use super::*;
use crate::campaign::finding::Level;
use crate::campaign::{Goal, GoalUnit, Source, Withdrawal, fixture, names::tests::campaign};

fn day(day: u32) -> Stamp {
    Stamp::vietnam(2020, 8, day, 8, 0).unwrap()
}

/// The published campaign with a report of a later day, all figures raised by ten.
fn two(change: impl FnOnce(&mut Report)) -> Campaign {
    let mut campaign = campaign();
    let mut next = campaign.reports[0].clone();
    next.id = "r2".into();
    next.as_of = day(13);
    next.rate_percent = None;
    next.total += 80;
    next.installs.iter_mut().flatten().for_each(|(_, n)| *n += 10);
    change(&mut next);
    campaign.reports.push(next);
    campaign
}

fn problems(campaign: &Campaign) -> Vec<(Level, Problem)> {
    check(campaign).into_iter().map(|f| (f.level, f.problem)).collect()
}

fn set(report: &mut Report, code: &str, n: u64) {
    report.installs.as_mut().unwrap().insert(code.into(), n);
}

#[test]
fn the_published_data_is_in_order() {
    assert_eq!(check(&campaign()), []);
    assert_eq!(check(&two(|_| ())), []);
}

#[test]
fn what_is_accepted_by_name_is_a_warning() {
    let odd = |report: &mut Report| {
        set(report, "663", 7000);
        report.rate_percent = Some(8.9);
    };
    let found = problems(&two(odd));
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|(level, _)| *level == Level::Error));
    assert!(
        found.iter().any(|(_, p)| matches!(p, Problem::InstallsFell { code, from: 7904, to: 7000, noted: false, .. } if code == "663"))
    );
    let noted = problems(&two(|report| {
        odd(report);
        report.note = Some("as published".into());
    }));
    assert!(noted.len() == 3 && noted.iter().all(|(level, _)| *level == Level::Error), "a note alone accepts nothing");
    let accepting = |names: &[&str], note: Option<&str>| {
        let found = problems(&two(|report| {
            odd(report);
            report.note = note.map(str::to_owned);
            report.accepted = names.iter().map(|name| (*name).to_owned()).collect();
        }));
        assert_eq!(found.len(), 3);
        found.into_iter().filter(|(level, _)| *level == Level::Warning).map(|(_, problem)| problem).collect::<Vec<_>>()
    };
    assert_eq!(accepting(&["fall:663", "sum", "rate"], Some("as published")).len(), 3);
    assert!(matches!(accepting(&["sum"], Some("as published"))[..], [Problem::SumDiffers { noted: true, .. }]));
    assert_eq!(accepting(&["fall", "fall:664"], Some("as published")), [], "of another district, or of the total");
    assert_eq!(accepting(&["fall:663", "sum", "rate"], None), [], "the public is told why, or it is not accepted");
    assert_eq!(accepting(&["any"], Some("as published")).len(), 3, "as files of schema 1 did");
}

#[test]
fn a_late_report_is_compared_with_both_neighbours_and_may_answer_for_the_next() {
    let late = |total: u64, accepted: &[&str]| {
        let mut campaign = two(|_| ());
        let report = Report {
            id: "r3".into(),
            as_of: day(12),
            total,
            rate_percent: None,
            installs: None,
            note: Some("x".into()),
            accepted: accepted.iter().map(|name| (*name).to_owned()).collect(),
            ..campaign.reports[0].clone()
        };
        assert_eq!(campaign.insert_report(report), 1);
        problems(&campaign)
    };
    let next = 51_974 + 80;
    let fell = |from, to, since, noted| Problem::TotalFell { from, to, since: day(since), noted };
    assert_eq!(late(next - 1, &[]), []);
    assert_eq!(late(51_973, &[]), [(Level::Error, fell(51_974, 51_973, 11, false))]);
    assert_eq!(late(next + 1, &[]), [(Level::Error, fell(next + 1, next, 12, false))]);
    assert_eq!(late(next + 1, &["fall"]), [(Level::Warning, fell(next + 1, next, 12, true))]);
}

#[test]
fn no_note_allows_an_unknown_code_or_a_wrong_order() {
    for (change, expected) in [
        ((|r| set(r, "999", 0)) as fn(&mut Report), Problem::UnknownCode { code: "999".into() }),
        (|r| r.as_of = day(11), Problem::NotLater { previous: day(11) }),
        (|r| r.as_of = day(10), Problem::NotLater { previous: day(11) }),
        (|r| r.corrects = Some("r9".into()), Problem::CorrectsNothing { id: "r9".into() }),
        (|r| r.corrects = Some("r2".into()), Problem::CorrectsNothing { id: "r2".into() }),
        (|r| r.id = "r1".into(), Problem::Duplicate { field: "id", text: "r1".into() }),
        (|r| r.id = "r02".into(), Problem::Malformed { field: "id", text: "r02".into() }),
    ] {
        let found = problems(&two(|report| {
            report.note = Some("x".into());
            report.accepted = vec!["any".into()];
            change(report);
        }));
        assert!(found.contains(&(Level::Error, expected.clone())), "{expected:?} {found:?}");
    }
}

#[test]
fn rates_agree_within_their_last_decimal() {
    let rate = |stated| {
        let mut campaign = campaign();
        campaign.reports[0].rate_percent = Some(stated);
        check(&campaign).is_empty()
    };
    for fits in [8.35, 8.36, 8.354, 8.3, 8.4, 8.0, 9.0] {
        assert!(rate(fits), "{fits}");
    }
    for off in [8.34, 8.37, 8.2, 8.5, 7.0, 9.24, -8.35, 101.0, f64::NAN, f64::INFINITY] {
        assert!(!rate(off), "{off}");
    }
}

#[test]
fn a_district_may_be_missing_only_below_the_total() {
    let missing = |total, note: Option<&str>| {
        problems(&two(|report| {
            report.installs.as_mut().unwrap().remove("667");
            report.total = total;
            report.note = note.map(str::to_owned);
            report.accepted = vec!["missing:667".into()];
        }))
    };
    let lacks = |noted| Problem::DistrictMissing { code: "667".into(), noted };
    assert_eq!(missing(60_000, None), [(Level::Error, lacks(false))]);
    assert_eq!(missing(60_000, Some("x")), [(Level::Warning, lacks(true))]);
    assert!(missing(52_000, None).contains(&(Level::Error, lacks(false))));
    let below: u64 = 51_974 - 3735 + 70 - 1;
    assert!(missing(below, None).iter().any(|(_, p)| matches!(p, Problem::PartsExceedTotal { .. })));
}

#[test]
fn withdrawn_and_corrected_reports_stand_no_more() {
    let mut campaign = two(|report| {
        report.as_of = day(11);
        report.corrects = Some("r1".into());
        report.note = Some("one digit too many".into());
        set(report, "660", 12_052);
        report.total = 51_974 + 80 - 410;
    });
    assert_eq!(check(&campaign), []);
    campaign.reports[1].note = None;
    assert_eq!(problems(&campaign), [(Level::Error, Problem::CorrectionWithoutNote)]);
    let withdrawn = two(|report| {
        report.total = 1;
        report.withdrawn = Some(Withdrawal::default());
    });
    assert_eq!(check(&withdrawn), []);
    // Of another moment than what it corrects, and earlier than that: the year was wrong.
    let mut redated = two(|report| report.as_of = Stamp::vietnam(2021, 8, 13, 8, 0).unwrap());
    let right =
        Report { id: "r3".into(), as_of: day(13), corrects: Some("r2".into()), note: Some("x".into()), ..redated.reports[1].clone() };
    redated.insert_report(right.clone());
    assert_eq!(check(&redated), []);
    redated.insert_report(Report { id: "r4".into(), ..right });
    assert!(problems(&redated).contains(&(Level::Error, Problem::Duplicate { field: "corrects", text: "r2".into() })));
}

#[test]
fn reports_that_do_not_stand_keep_their_order_in_time_too() {
    let mut campaign = two(|report| report.withdrawn = Some(Withdrawal::default()));
    campaign.reports.swap(0, 1);
    assert_eq!(problems(&campaign), [(Level::Error, Problem::NotLater { previous: day(13) })]);
}

#[test]
fn hostile_values_are_found_and_survived() {
    let mut hostile = campaign();
    hostile.schema = 3;
    hostile.province.population = Some(0);
    hostile.districts[0].name = "<script>".into();
    hostile.districts[1].slug = "../x".into();
    hostile.districts[2].code = "660".into();
    hostile.districts[3].population = Some(u64::MAX);
    hostile.districts[4].population = Some(u64::MAX);
    hostile.links.install = "javascript:alert(1)".into();
    hostile.links.hotline = "tel:1".into();
    hostile.reports[0].total = u64::MAX;
    hostile.reports[0].installs.iter_mut().flatten().for_each(|(_, n)| *n = u64::MAX);
    hostile.reports[0].source.url = Some("https://x\"onclick".into());
    let found = problems(&hostile);
    for wanted in [
        Problem::Schema { found: 3, wanted: 2 },
        Problem::OutOfRange { field: "province.population" },
        Problem::Unclean { field: "name" },
        Problem::Malformed { field: "slug", text: "../x".into() },
        Problem::Duplicate { field: "code", text: "660".into() },
        Problem::OutOfRange { field: "population" },
        Problem::BadLink { field: "links.install", text: "javascript:alert(1)".into() },
        Problem::Malformed { field: "links.hotline", text: "tel:1".into() },
        Problem::TooLarge { code: None, value: u64::MAX },
        Problem::BadLink { field: "source.url", text: "https://x\"onclick".into() },
    ] {
        assert!(found.contains(&(Level::Error, wanted.clone())), "{wanted:?}");
    }
    hostile.reports = vec![hostile.reports[0].clone(); 5001];
    assert!(problems(&hostile).iter().any(|(_, p)| matches!(p, Problem::TooMany { what: "reports", .. })));
}

#[test]
fn the_map_draws_the_districts_that_there_are() {
    let codes = ["660", "661", "662", "663", "664", "665", "666", "700"];
    let found: Vec<Problem> = check_map(&campaign(), codes).into_iter().map(|f| f.problem).collect();
    assert_eq!(found, [Problem::MapLacks { code: "667".into() }, Problem::MapUnknown { code: "700".into() }]);
}

#[test]
fn what_the_tool_publishes_is_publishable() {
    for good in [campaign(), fixture::campaign(), fixture::two_reports(), two(|_| ())] {
        assert!(is_publishable(&good), "{:?}", check(&good));
    }
    let warned = two(|report| {
        report.total += 1;
        report.note = Some("as published".into());
        report.accepted = vec!["sum".into()];
    });
    assert!(!check(&warned).is_empty() && is_publishable(&warned), "a warning stops nothing");
    for change in [
        (|r| r.total += 1) as fn(&mut Report),
        (|r| set(r, "999", 0)),
        (|r| {
            r.installs = None;
            r.total = 51_000;
        }),
    ] {
        let bad = two(change);
        assert!(!is_publishable(&bad), "{:?}", bad.reports[1]);
    }
}

/// A text of the data file, to be set.
type Member = fn(&mut Campaign) -> &mut String;

/// Words and addresses that nothing may print, say, link to or encode as a QR code.
#[test]
fn hostile_words_and_links_are_refused() {
    let link = "javascript:alert(1)";
    let texts: [(&str, Member); 15] = [
        ("province.name", |c| &mut c.province.name),
        ("province.population_source", |c| c.province.population_source.get_or_insert_default()),
        ("province.population_source_en", |c| c.province.population_source_en.get_or_insert_default()),
        ("population_source_en", |c| c.districts[0].population_source_en.get_or_insert_default()),
        ("source.title_en", |c| c.reports[0].source.title_en.get_or_insert_default()),
        ("goal.source.title_en", |c| goal(c).title_en.get_or_insert_default()),
        ("withdrawn.why", |c| c.reports[0].withdrawn.get_or_insert_default().why.get_or_insert_default()),
        ("accepted", |c| {
            c.reports[0].accepted.push(String::new());
            &mut c.reports[0].accepted[0]
        }),
        ("name", |c| &mut c.districts[0].name),
        ("population_source", |c| c.districts[0].population_source.get_or_insert_default()),
        ("source.title", |c| &mut c.reports[0].source.title),
        ("source.number", |c| c.reports[0].source.number.get_or_insert_default()),
        ("note", |c| c.reports[0].note.get_or_insert_default()),
        ("goal.source.title", |c| &mut goal(c).title),
        ("goal.source.number", |c| goal(c).number.get_or_insert_default()),
    ];
    let hostile =
        ["<script>alert(1)</script>", "a\u{202e}b", "a\u{2066}b", "a\u{200f}b", "a\u{61c}b", "a\u{e0041}b", "a\nb", "a\0b", "", " "];
    for (field, member) in texts {
        for text in hostile.map(str::to_owned).into_iter().chain(["Đ".repeat(100_000)]) {
            let mut campaign = campaign();
            member(&mut campaign).clone_from(&text);
            let found = problems(&campaign);
            let refused = found.iter().any(|(level, problem)| {
                *level == Level::Error
                    && matches!(problem, Problem::Unclean { field: f } | Problem::Empty { field: f } | Problem::TooLong { field: f, .. } if *f == field)
            });
            assert!(refused, "{field}: {:.20}: {found:?}", text);
        }
    }
    let links: [(&str, Member); 6] = [
        ("links.install", |c| &mut c.links.install),
        ("links.android", |c| &mut c.links.android),
        ("links.ios", |c| &mut c.links.ios),
        ("base_url", |c| c.base_url.get_or_insert_default()),
        ("source.url", |c| c.reports[0].source.url.get_or_insert_default()),
        ("goal.source.url", |c| goal(c).url.get_or_insert_default()),
    ];
    let long = format!("https://{}", "a".repeat(100_000));
    for (field, member) in links {
        for text in [
            link,
            "JavaScript:alert(1)",
            "data:text/html,x",
            "//a.vn",
            "/x",
            "",
            "https://",
            "https:///x",
            "https://a.vn/\"x",
            "https://a.vn/ x",
            "https://a.vn/\u{202e}x",
            &long,
        ] {
            let mut campaign = campaign();
            member(&mut campaign).clone_from(&text.to_owned());
            let refused = problems(&campaign).contains(&(Level::Error, Problem::BadLink { field, text: text.into() }));
            assert!(refused, "{field}: {text:.40}");
        }
    }
    for hotline in ["", "12", "1234567890123456", "tel:19009095", "+84 1900", "1 2 3                            "] {
        let mut campaign = campaign();
        campaign.links.hotline = hotline.into();
        assert!(!is_publishable(&campaign), "{hotline}");
    }
}

fn goal(campaign: &mut Campaign) -> &mut Source {
    let source = Source { title: "UBND".into(), title_en: None, number: None, url: None };
    &mut campaign.goal.get_or_insert(Goal { value: 60_000.0, unit: GoalUnit::Installs, source }).source
}

#[test]
fn a_rate_out_of_range_is_refused_in_any_report() {
    for stated in [-0.1, 100.1, f64::NAN, f64::INFINITY] {
        for withdrawn in [false, true] {
            let campaign = two(|report| {
                report.rate_percent = Some(stated);
                report.note = Some("as published".into());
                report.withdrawn = withdrawn.then(Withdrawal::default);
            });
            let error = (Level::Error, Problem::OutOfRange { field: "rate_percent" });
            assert_eq!(problems(&campaign), [error], "{stated}");
        }
    }
}

#[test]
fn figures_exactly_at_a_limit_are_taken() {
    use crate::campaign::limits::MAX_COUNT;
    let too_large = |total: u64, installs: u64| {
        let campaign = two(|report| {
            report.total = total;
            set(report, "660", installs);
        });
        problems(&campaign).into_iter().filter(|(_, problem)| matches!(problem, Problem::TooLarge { .. })).count()
    };
    assert_eq!(too_large(MAX_COUNT, MAX_COUNT), 0);
    assert_eq!(too_large(MAX_COUNT + 1, MAX_COUNT), 1);
    assert_eq!(too_large(MAX_COUNT, MAX_COUNT + 1), 1);
}

#[test]
fn installs_may_equal_the_population_and_not_exceed_it() {
    let of_district = |installs: u64| {
        let mut campaign = two(|report| {
            report.total += installs - report.installs.as_ref().unwrap()["667"];
            set(report, "667", installs);
        });
        campaign.districts[7].population = Some(5000);
        problems(&campaign)
    };
    assert_eq!(of_district(5000).len(), 1, "only the districts' populations do not sum to the province's");
    let above = Problem::AbovePopulation { code: Some("667".into()), installs: 5001, population: 5000, noted: false };
    assert!(of_district(5001).contains(&(Level::Error, above)));

    let of_province = |total: u64| {
        let mut campaign = two(|report| {
            report.installs = None;
            report.total = total;
        });
        campaign.province.population = Some(60_000);
        campaign.reports[0].rate_percent = None;
        problems(&campaign).into_iter().filter(|(level, _)| *level == Level::Error).map(|(_, problem)| problem).collect::<Vec<_>>()
    };
    assert_eq!(of_province(60_000), []);
    assert_eq!(of_province(60_001), [Problem::AbovePopulation { code: None, installs: 60_001, population: 60_000, noted: false }]);
}

#[test]
fn a_rate_may_be_nothing_or_everything() {
    for (stated, total) in [(0.0, 0), (100.0, 622_168)] {
        let mut campaign = campaign();
        let report = &mut campaign.reports[0];
        (report.rate_percent, report.total, report.installs) = (Some(stated), total, None);
        assert_eq!(problems(&campaign), [], "{stated}");
    }
}

#[test]
fn figures_that_stay_the_same_do_not_fall() {
    let same = two(|report| {
        let first = campaign().reports[0].clone();
        (report.total, report.installs) = (first.total, first.installs);
    });
    assert_eq!(problems(&same), []);
    let fell = two(|report| {
        report.installs = None;
        report.total = 51_973;
    });
    assert_eq!(problems(&fell), [(Level::Error, Problem::TotalFell { from: 51_974, to: 51_973, since: day(11), noted: false })]);
}

#[test]
fn figures_age_before_they_are_old_and_are_old_before_they_are_dropped() {
    let days = |ageing, stale, withdraw| {
        let mut campaign = campaign();
        (campaign.ageing_after_days, campaign.stale_after_days, campaign.withdraw_after_days) = (ageing, stale, withdraw);
        problems(&campaign).into_iter().map(|(_, problem)| problem).collect::<Vec<_>>()
    };
    let wrong = |field| vec![Problem::OutOfRange { field }];
    assert_eq!(days(Some(7), Some(7), Some(7)), []);
    assert_eq!(days(Some(1), None, Some(1)), []);
    assert_eq!(days(Some(8), Some(7), None), wrong("stale_after_days"));
    assert_eq!(days(Some(8), None, Some(7)), wrong("withdraw_after_days"));
    assert_eq!(days(Some(0), None, None), wrong("ageing_after_days"));
    assert_eq!(days(None, Some(0), None), wrong("stale_after_days"));
}

#[test]
fn goals_are_above_nothing_and_within_their_unit() {
    let of = |value, unit| {
        let mut campaign = campaign();
        let source = Source { title: "UBND".into(), title_en: None, number: None, url: None };
        campaign.goal = Some(Goal { value, unit, source });
        is_publishable(&campaign)
    };
    for (value, unit, fits) in [
        (1.0, GoalUnit::Installs, true),
        (1e9, GoalUnit::Installs, true),
        (1e9 + 1.0, GoalUnit::Installs, false),
        (0.0, GoalUnit::Installs, false),
        (100.0, GoalUnit::PercentOfPopulation, true),
        (100.1, GoalUnit::PercentOfPopulation, false),
        (f64::NAN, GoalUnit::PercentOfPopulation, false),
    ] {
        assert_eq!(of(value, unit), fits, "{value}");
    }
}

#[test]
fn lengths_exactly_at_a_limit_are_taken() {
    let name = |length: usize| {
        let mut campaign = campaign();
        campaign.districts[0].name = "Đ".repeat(length);
        problems(&campaign)
    };
    assert_eq!(name(80), []);
    assert_eq!(name(81), [(Level::Error, Problem::TooLong { field: "name", limit: 80 })]);
    let code = |code: &str| {
        let mut campaign = campaign();
        campaign.province.code = code.into();
        problems(&campaign)
    };
    for right in ["0123456789".repeat(4).as_str(), "VNM.1.1_1", "DE-BY-09162"] {
        assert_eq!(code(right), [], "{right}");
    }
    for wrong in ["0123456789".repeat(4).as_str().to_owned() + "0", ".6".into(), "6 7".into(), "6\"7".into(), "đ".into()] {
        assert!(matches!(code(&wrong)[..], [(Level::Error, Problem::Malformed { .. })]), "{wrong}");
    }
    assert_eq!(code(""), [(Level::Error, Problem::Empty { field: "province.code" })]);
    let link = |length: usize| {
        let mut campaign = campaign();
        campaign.links.install = format!("https://{}", "a".repeat(length - "https://".len()));
        is_publishable(&campaign)
    };
    assert!(link(300) && !link(301));
    let hotline = |text: &str| {
        let mut campaign = campaign();
        campaign.links.hotline = text.into();
        is_publishable(&campaign)
    };
    assert!(hotline("113") && hotline("123456789012345") && hotline(&format!("19009095{}", " ".repeat(22))));
    assert!(!hotline("11") && !hotline("1234567890123456") && !hotline(&format!("19009095{}", " ".repeat(23))));
}

#[test]
fn as_many_districts_and_reports_as_the_limits_say() {
    let sized = |districts: usize, reports: usize| {
        let mut campaign = campaign();
        let district = campaign.districts[0].clone();
        campaign.districts = (0..districts)
            .map(|i| crate::campaign::District {
                code: format!("{i}"),
                slug: format!("s{i}"),
                name: format!("N{i}"),
                population: None,
                ..district.clone()
            })
            .collect();
        let mut report = campaign.reports[0].clone();
        (report.installs, report.rate_percent) = (None, None);
        campaign.reports = (0..reports)
            .map(|i| Report { id: format!("r{}", i + 1), as_of: Stamp::vietnam(1000 + i as u32, 1, 1, 0, 0).unwrap(), ..report.clone() })
            .collect();
        problems(&campaign)
    };
    assert_eq!(sized(10_000, 1), []);
    assert_eq!(sized(10_001, 1), [(Level::Error, Problem::TooMany { what: "districts", count: 10_001, limit: 10_000 })]);
    assert_eq!(sized(1, 5000), []);
    assert_eq!(sized(1, 5001), [(Level::Error, Problem::TooMany { what: "reports", count: 5001, limit: 5000 })]);
    // Of what there is too much, the rest is not gone through: neither the wrong report nor the unclean name is said.
    let mut many = campaign();
    many.province.name = "<".into();
    many.districts = vec![many.districts[0].clone(); 10_001];
    assert_eq!(problems(&many), [(Level::Error, Problem::TooMany { what: "districts", count: 10_001, limit: 10_000 })]);
    assert_eq!(sized(0, 0), [(Level::Error, Problem::NoDistricts), (Level::Warning, Problem::NoReports)]);
}

#[test]
fn populations_are_in_range_have_a_source_and_sum_up() {
    let of = |change: fn(&mut Campaign)| {
        let mut campaign = campaign();
        campaign.reports.clear();
        change(&mut campaign);
        problems(&campaign).into_iter().filter(|(_, problem)| *problem != Problem::NoReports).collect::<Vec<_>>()
    };
    let error = |field| (Level::Error, Problem::OutOfRange { field });
    assert_eq!(of(|_| ()), []);
    assert_eq!(
        of(|c| c.province.population = Some(0)),
        [error("province.population"), (Level::Warning, Problem::PopulationSum { sum: 622_168, province: 0 })]
    );
    assert!(!of(|c| c.province.population = Some(1_000_000_000)).contains(&error("province.population")));
    assert!(of(|c| c.province.population = Some(1_000_000_001)).contains(&error("province.population")));
    assert!(of(|c| c.districts[0].population = Some(0)).contains(&error("population")));
    assert!(!of(|c| c.districts[0].population = Some(1_000_000_000)).contains(&error("population")));
    assert!(of(|c| c.districts[0].population = Some(1_000_000_001)).contains(&error("population")));
    assert_eq!(of(|c| c.districts[0].population_source = None), [(Level::Warning, Problem::PopulationUnsourced)]);
    assert_eq!(of(|c| c.province.population_source = None), [(Level::Warning, Problem::PopulationUnsourced)]);
    assert_eq!(of(|c| (c.province.population, c.province.population_source) = (None, None)), []);
    assert_eq!(of(|c| c.districts[0].population = None), []);
    assert_eq!(
        of(|c| c.districts[0].population = Some(63_047)),
        [(Level::Warning, Problem::PopulationSum { sum: 622_169, province: 622_168 })]
    );
}

#[test]
fn a_slug_is_no_name_of_the_site_and_a_link_has_no_user() {
    let mut taken = campaign();
    taken.districts[0].slug = "rate".into();
    assert_eq!(problems(&taken), [(Level::Error, Problem::Reserved { text: "rate".into() })]);
    let link = |link: &str| {
        let mut campaign = campaign();
        campaign.links.install = link.into();
        is_publishable(&campaign)
    };
    for wrong in [
        "https://a@b/",
        "https://bluezone.gov.vn@evil.vn",
        "https://a:b@c.vn/x",
        "https://a%40b.vn/",
        "https://a＠b.vn",
        "https://?x",
        "https://@b",
    ] {
        assert!(!link(wrong), "{wrong}");
    }
    for right in ["https://medium.com/@bluezone", "https://a.vn?to=a@b.vn", "https://a.vn#@", "https://a.vn:8443/"] {
        assert!(link(right), "{right}");
    }
    let base = |url: &str| {
        let mut campaign = campaign();
        campaign.base_url = Some(url.into());
        is_publishable(&campaign)
    };
    assert!(base("https://a.vn/bluezone/") && base("http://127.0.0.1:80/đắk-nông/"));
    assert!(!base("https://a.vn/x;y/") && !base("https://a.vn/$x/") && !base("https://a@b/"));
}

#[test]
fn figures_of_the_future_are_refused_by_a_clock_that_can_be_right() {
    let (shown, two) = (campaign(), two(|_| ()));
    let (first, second) = (shown.reports[0].as_of.unix(), two.reports[1].as_of.unix());
    const DAY: i64 = 86_400;
    assert_eq!(check_clock(&two, second - DAY), []);
    let problem = Problem::InFuture { as_of: two.reports[1].as_of };
    let place = Place::Report { index: 1, as_of: two.reports[1].as_of };
    assert_eq!(check_clock(&two, second - DAY - 1), [Finding::error(place, problem)]);
    let mut far = two.clone();
    far.reports[1].as_of = Stamp::vietnam(2999, 1, 1, 0, 0).unwrap();
    assert!(is_to_come(&shown, &far, first) && is_to_come(&shown, &far, second));
    assert!(!is_to_come(&shown, &two, second), "what has come is taken");
    assert!(!is_to_come(&shown, &far, 0), "a clock that is behind what is shown tells nothing");
    // What stands no more is no matter.
    far.reports[1].withdrawn = Some(Default::default());
    assert_eq!(check_clock(&far, second), []);
}

#[test]
fn how_bulletins_are_read_has_its_bounds_and_stays_in_the_file() {
    use crate::campaign::Bulletin;
    let with = |bulletin: Bulletin| Campaign { bulletin: Some(bulletin), ..campaign() };
    let at = |speed| with(Bulletin { syllables_per_minute: Some(speed), ..Bulletin::default() });
    for (speed, fits) in [(0, false), (79, false), (80, true), (180, true), (400, true), (401, false)] {
        assert_eq!(is_publishable(&at(speed)), fits, "{speed}");
    }
    let field = "bulletin.syllables_per_minute";
    assert_eq!(problems(&at(79)), [(Level::Error, Problem::OutOfRange { field })]);
    for (address, fits) in [("blu-dôn chấm gov chấm vn", true), ("", false), (" ", false), ("<b>", false), (&"a ".repeat(60), false)] {
        let vi = with(Bulletin { spoken_address: Some(address.into()), ..Bulletin::default() });
        let en = with(Bulletin { spoken_address_en: Some(address.into()), ..Bulletin::default() });
        assert_eq!((is_publishable(&vi), is_publishable(&en)), (fits, fits), "{address}");
    }
    let own = with(Bulletin {
        spoken_address: Some("blu-dôn".into()),
        spoken_address_en: Some("blue zone".into()),
        syllables_per_minute: Some(150),
    });
    let file = serde_json::to_string(&own).unwrap();
    assert_eq!(serde_json::from_str::<Campaign>(&file).unwrap(), own);
    assert_eq!(own.published().bulletin, own.bulletin);
    assert!(!serde_json::to_string(&campaign()).unwrap().contains("bulletin"));
}
