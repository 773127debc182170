//! Every page and file of bulletins in odd states of the data: whole, true, and a wrong figure in words is found.

use super::*;
use crate::{campaign::fixture::two_reports, site::compress, view::bulletin::tests::states};

fn made(campaign: &Campaign) -> Vec<(Lang, Option<String>, String, String)> {
    let location = Location::new(None, "/");
    let all = Bulletins::new(campaign, &location).unwrap();
    // The province and three districts: among them the one that is odd in some states.
    let own = campaign.districts.iter().take(3).map(|district| Some(district.code.clone()));
    let places: Vec<Option<String>> = std::iter::once(None).chain(own).collect();
    let mut out = Vec::new();
    for lang in [Lang::Vi, Lang::En] {
        for place in &places {
            out.extend(all.files(lang, place.as_deref()).into_iter().map(|(path, text)| (lang, place.clone(), path, text)));
        }
    }
    out
}

fn wrong(campaign: &Campaign, lang: Lang, place: Option<&str>, path: &str, text: &str) -> Vec<String> {
    if path.ends_with(".txt") { verify_text(text, campaign, lang, place) } else { verify_page(text, campaign, lang, place) }
}

#[test]
fn every_state_is_read_back_as_it_is() {
    for (name, campaign) in states() {
        for (lang, place, path, text) in made(&campaign) {
            assert_eq!(wrong(&campaign, lang, place.as_deref(), &path, &text), [""; 0], "{name}: {path}\n{text}");
        }
    }
}

/// With that space as the end of a line.
fn parted(text: &str, at: usize, between: &str) -> String {
    let parts: Vec<&str> = text.split(' ').collect();
    format!("{}{between}{}", parts[..at].join(" "), parts[at..].join(" "))
}

#[test]
fn a_wrong_figure_in_words_is_found_wherever_it_stands() {
    let campaign = two_reports();
    for (lang, place, path, text) in made(&campaign) {
        let changes = match (lang, place.as_deref()) {
            (Lang::Vi, None) => [
                "mười một máy|mười hai máy",
                "năm trăm mười sáu|năm trăm mười bảy",
                "tháng tám|tháng chín",
                "chín không chín|chín không tám",
                "57.511|57.512",
            ],
            (Lang::Vi, Some("662")) => [
                "sáu mươi ba máy|sáu mươi hai máy",
                "phẩy sáu phần|phẩy bảy phần",
                "mười ba tháng|mười bốn tháng",
                "chín không chín|chín không tám",
                "6.963|6.693",
            ],
            (Lang::En, None) => [
                "and eleven phones|and twelve phones",
                "and sixteen phones|and seventeen phones",
                "thirteenth of|fourteenth of",
                "nine oh nine|nine oh eight",
                "57,511|57,512",
            ],
            (Lang::En, Some("662")) => [
                "sixty-three phones|sixty-two phones",
                "point six percent|point seven percent",
                "thirteenth of|fourteenth of",
                "nine oh nine|nine oh eight",
                "6,963|6,693",
            ],
            _ => continue,
        };
        // As a page or a file has them: lines are parted, and on a page marked.
        let between = if path.ends_with(".txt") { "\n" } else { "</span> <span>" };
        for (right, other) in changes.map(|change| change.split_once('|').unwrap()) {
            let spellings = (0..=right.matches(' ').count()).map(|at| {
                if at == 0 {
                    return (right.to_owned(), other.to_owned());
                }
                (parted(right, at, between), parted(other, at, between))
            });
            let found = spellings.into_iter().find(|(right, _)| text.contains(right));
            let (right, other) = found.unwrap_or_else(|| panic!("{right} in {path}:\n{text}"));
            let changed = text.replacen(&right, &other, 1);
            assert!(!wrong(&campaign, lang, place.as_deref(), &path, &changed).is_empty(), "{right} in {path}");
        }
        let id = text.replace("r2", "r1");
        assert!(!wrong(&campaign, lang, place.as_deref(), &path, &id).is_empty(), "the report of {path}");
    }
}

#[test]
fn a_page_is_whole_without_scripts_and_light() {
    let campaign = two_reports();
    let mut most = 0;
    for (_, place, path, text) in made(&campaign).into_iter().filter(|(_, _, path, _)| path.ends_with(".html")) {
        assert_eq!((text.matches(" hidden ").count(), text.matches("<div class=\"read\">").count()), (3, 3), "{path}");
        assert!(!text.contains(" style=") && text.contains("<script src=\"/phat-thanh/doc.js\" defer></script>"), "{path}");
        assert_eq!(text.contains("id=\"tung-noi\""), place.is_none(), "{path}");
        // What is said in Vietnamese on an English page says so.
        assert!(!text.contains(['\u{2068}', '\u{2069}']), "{path}");
        most = most.max(compress::brotli(text.as_bytes(), compress::Quality::BEST).unwrap().len());
    }
    assert!(most <= 14_000, "{most} bytes in brotli");
}

#[test]
fn a_file_ends_with_one_line_that_is_not_read() {
    for (_, _, path, text) in made(&two_reports()).into_iter().filter(|(_, _, path, _)| path.ends_with(".txt")) {
        let (_, unread) = text.split_once("\n--------\n").unwrap();
        assert_eq!(unread.trim_end().lines().count(), 1, "{path}");
        assert!(unread.starts_with('[') && unread.contains("2020") && unread.contains(" r2."), "{path}: {unread}");
        assert!(text.ends_with('\n') && !text.contains(['\u{a0}', '\u{2068}', '\u{2069}', '\r']), "{path}");
    }
}
