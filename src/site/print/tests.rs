//! The files of sheets, read as people and printers read them: by poppler, by a decoder of QR codes, by the notes in them.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use super::*;
use crate::{
    campaign::fixture::{campaign, two_reports},
    site::verify::sheet::{pdf as sheet_pdf, png as sheet_png},
};

fn map() -> Map {
    serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap()
}

/// The sheets of a place as PDF, without the time that painting takes.
fn pdf(campaign: &Campaign, lang: Lang, code: Option<&str>, paper: Paper) -> Vec<u8> {
    let map = map();
    let picture = paper.draw(&Show::new(campaign, &map, lang, None), code.and_then(|code| campaign.district(code)));
    Press::new().unwrap().pdf(&picture, paper.size(), &About { title: "Bluezone", description: "", lang: lang.code() }).unwrap()
}

/// What a program of poppler says of a PDF.
fn poppler(program: &str, pdf: &[u8], args: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.pdf");
    fs::write(&file, pdf).unwrap();
    let (before, after) = args.split_at(args.iter().position(|arg| *arg == "FILE").unwrap());
    let ended = Command::new(program).args(before).arg(&file).args(&after[1..]).output();
    let ended = ended.unwrap_or_else(|why| panic!("{program}: {why}; apt-get install poppler-utils"));
    assert!(ended.status.success(), "{program}: {}", String::from_utf8_lossy(&ended.stderr));
    ended.stdout
}

fn text_of(pdf: &[u8]) -> String {
    let said = String::from_utf8(poppler("pdftotext", pdf, &["-layout", "FILE", "-"])).unwrap();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn words_are_words_in_embedded_subsets_of_the_typeface() {
    for (lang, wanted) in [
        (Lang::Vi, ["Cư Jút", "6.306", "11/8/2020", "Đường dây nóng Bộ Y tế", "Quét mã để cài Bluezone", "Mở CH Play, tìm", "r1."]),
        (
            Lang::En,
            ["Cư Jút District", "6,306", "11 August 2020", "Ministry of Health hotline", "Scan to install Bluezone", "1900 9095", "r1."],
        ),
    ] {
        for paper in Paper::ALL {
            let pdf = pdf(&campaign(), lang, Some("662"), paper);
            assert!((8_000..80_000).contains(&pdf.len()), "{paper:?}: {} bytes", pdf.len());
            let said = text_of(&pdf);
            // Letters with their marks as one character each, and no space that holds words together.
            assert!(unicode_normalization::is_nfc(&said) && !said.contains('\u{a0}'), "{said}");
            for words in wanted {
                assert!(said.contains(words), "{paper:?}: no {words} in {said}");
            }
            let fonts = String::from_utf8(poppler("pdffonts", &pdf, &["FILE"])).unwrap();
            let fonts: Vec<&str> = fonts.lines().skip(2).collect();
            assert_eq!(fonts.len(), 2, "{fonts:?}");
            for font in fonts {
                // emb, sub, uni
                assert!(font.contains("+BeVietnamPro-") && font.split_whitespace().filter(|word| *word == "yes").count() == 3, "{font}");
            }
            let info = String::from_utf8(poppler("pdfinfo", &pdf, &["FILE"])).unwrap();
            let size = match paper {
                Paper::A4 => "595.276 x 841.89 pts (A4)",
                Paper::A3 => "841.89 x 1190.55 pts (A3)",
                Paper::Leaflets => "841.89 x 595.276 pts (A4)",
            };
            assert!(info.contains(size), "{paper:?}: {info}");
        }
    }
}

/// Grey pixels, a byte each, of a sheet as a printer without colours makes them.
fn printed(pdf: &[u8], dots: &str) -> (usize, usize, Vec<u8>) {
    let pgm = poppler("pdftoppm", pdf, &["-gray", "-r", dots, "FILE"]);
    let mut words = pgm.split(u8::is_ascii_whitespace);
    let mut number = || std::str::from_utf8(words.next().unwrap()).unwrap().to_owned();
    assert_eq!(number(), "P5");
    let (width, height): (usize, usize) = (number().parse().unwrap(), number().parse().unwrap());
    (width, height, pgm[pgm.len() - width * height..].to_vec())
}

#[test]
fn a_phone_reads_every_code_from_the_printed_sheet() {
    for (paper, codes) in [(Paper::A4, 1), (Paper::Leaflets, 2)] {
        let (width, height, grey) = printed(&pdf(&campaign(), Lang::Vi, None, paper), "100");
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
        let read: Vec<String> = image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
        assert_eq!(read, vec![campaign().links.install; codes], "{paper:?}");
    }
}

#[test]
fn once_the_site_has_an_address_a_small_code_leads_to_what_became_of_the_figure() {
    let mut campaign = campaign();
    campaign.base_url = Some("https://bluezone.daknong.gov.vn/".into());
    for (lang, district, path) in [(Lang::Vi, None, "so-lieu/r1/"), (Lang::En, Some("662"), "en/so-lieu/r1/")] {
        let (width, height, grey) = printed(&pdf(&campaign, lang, district, Paper::A4), "150");
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
        let mut read: Vec<String> = image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
        read.sort();
        let mut expected = vec![campaign.links.install.clone(), format!("https://bluezone.daknong.gov.vn/{path}")];
        expected.sort();
        assert_eq!(read, expected, "{lang:?} {district:?}");
    }
}

#[test]
fn without_colours_a_sheet_is_still_paper_with_ink() {
    let (width, height, grey) = printed(&pdf(&campaign(), Lang::Vi, Some("662"), Paper::A4), "40");
    let part = |is: fn(u8) -> bool| grey.iter().filter(|dot| is(**dot)).count() * 100 / (width * height);
    let (dark, light) = (part(|dot| dot < 100), part(|dot| dot > 200));
    assert!((12..40).contains(&dark) && light > 50, "{dark}% dark, {light}% light");
}

/// As the eye tells them apart (WCAG's contrast), whatever the colour.
#[test]
fn every_role_stands_out_from_its_field_by_light_alone() {
    let inks = ink::Inks::read(&crate::site::painter::paper_style());
    let light = |role: &str| {
        let part = |value: u8| match f64::from(value) / 255.0 {
            low if low <= 0.040_45 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = inks.of(role).fill.unwrap().map(part);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    for (role, field, least) in [
        ("ink", "paper", 7.0),
        ("plain", "card", 7.0),
        ("fine", "paper", 7.0),
        ("strong", "paper", 7.0),
        ("on-band", "band", 7.0),
        ("on-band-plain", "band", 7.0),
        ("sun", "band", 7.0),
        ("on-alert", "alert", 4.5),
        ("alert", "paper", 4.5),
        ("spot", "land", 3.0),
    ] {
        let (a, b) = (light(role), light(field));
        let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
        assert!(contrast >= least, "{role} on {field}: {contrast:.1}");
    }
}

#[test]
fn a_figure_that_differs_from_the_data_is_found() {
    let (right, mut wrong) = (campaign(), campaign());
    let report = &mut wrong.reports[0];
    report.total += 1;
    *report.installs.as_mut().unwrap().get_mut("662").unwrap() += 1;
    let mut none = campaign();
    none.reports.clear();
    let mut other = two_reports();
    other.reports.remove(0);
    for paper in [Paper::A4, Paper::Leaflets] {
        for (lang, code) in [(Lang::Vi, None), (Lang::Vi, Some("662")), (Lang::En, Some("662"))] {
            let sheet = pdf(&right, lang, code, paper);
            assert_eq!(sheet_pdf(&sheet, &right, lang, code), [""; 0], "{paper:?} {lang:?} {code:?}");
            for other in [&wrong, &none, &other] {
                assert!(!sheet_pdf(&sheet, other, lang, code).is_empty(), "{paper:?} {lang:?} {code:?}");
            }
            assert_eq!(sheet_pdf(&pdf(&none, lang, code, paper), &none, lang, code), [""; 0]);
            assert_eq!(sheet_pdf(&pdf(&two_reports(), lang, code, paper), &two_reports(), lang, code), [""; 0]);
        }
    }
    assert!(!sheet_pdf(b"%PDF-1.7", &right, Lang::Vi, None).is_empty());
}

/// All files of one place, painted and all: seconds, so only once.
#[test]
fn a_place_has_its_files_with_their_notes_and_the_same_every_time() {
    let campaign = campaign();
    let printer = Printer::new().unwrap();
    let job = Job { lang: Lang::En, district: Some("662".into()) };
    let made: BTreeMap<String, Vec<u8>> = printer.make(&campaign, &map(), &job).unwrap().into_iter().collect();
    let names = [
        "ap-phich-a3.pdf",
        "ap-phich-a3.png",
        "ap-phich-a4.pdf",
        "ap-phich-a4.png",
        "ap-phich-nho.png",
        "to-roi-a5.pdf",
        "to-roi-a5.png",
        "to-roi-nho.png",
    ];
    assert_eq!(made.keys().cloned().collect::<Vec<_>>(), names.map(|name| format!("en/in-an/cu-jut/{name}")));
    for paper in Paper::ALL {
        let path = format!("en/in-an/cu-jut/{}", paper.name());
        let png = &made[&format!("{path}.png")];
        let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), png_size(paper), "{paper:?}");
        assert!((50_000..400_000).contains(&png.len()), "{paper:?}: {} bytes", png.len());
        // So many dots a metre that it is printed in its true size.
        let dots = f64::from(reader.info().pixel_dims.unwrap().xppu) / 10_000.0;
        assert!((f64::from(png_size(paper).0) / dots - f64::from(paper.size().0)).abs() < 3.0, "{paper:?}");
        assert_eq!(sheet_png(png, &campaign, Some("662")), [""; 0]);
        assert!(sheet_png(png, &campaign, None).len() == 1 && sheet_png(png, &campaign, Some("663")).len() == 1);
        let mut none = campaign.clone();
        none.reports.clear();
        assert_eq!(sheet_png(png, &none, Some("662")).len(), 3);
        assert_eq!(sheet_pdf(&made[&format!("{path}.pdf")], &campaign, Lang::En, Some("662")), [""; 0]);
    }
    assert!(!sheet_png(b"no picture", &campaign, None).is_empty());
    let again = pdf(&campaign, Lang::En, Some("662"), Paper::A3);
    assert_eq!(again, pdf(&campaign, Lang::En, Some("662"), Paper::A3));
}

#[test]
fn the_page_offers_every_sheet_that_is_there() {
    let campaign = campaign();
    let location = crate::site::location::Location::new(None, "/x/");
    let mut files = crate::site::Files::default();
    let draft = page::document(&campaign, &location, &files, Lang::Vi).unwrap();
    assert!(draft.contains(print(Lang::Vi, &campaign).draft) && !draft.contains(".pdf"), "a draft promises nothing");
    for district in std::iter::once(None).chain(campaign.districts.iter().map(Some)) {
        for (paper, ending) in Paper::ALL.into_iter().flat_map(|paper| ["pdf", "png"].map(|ending| (paper, ending))) {
            files.insert(format!("{}{}.{ending}", place(Lang::Vi, district), paper.name()), vec![0; 32_001]);
        }
    }
    let html = page::document(&campaign, &location, &files, Lang::Vi).unwrap();
    for (path, _) in files.iter() {
        assert_eq!(html.matches(&format!("href=\"/x/{path}\"")).count(), 1, "{path}");
    }
    assert!(html.contains("33\u{a0}KB") && html.contains("1240 × 1754") && !html.contains(print(Lang::Vi, &campaign).draft));
    assert_eq!(html.matches("<img").count(), 3 + campaign.districts.len());
}

/// `SHEETS=folder cargo test --lib site::print` leaves sheets of all sorts there for a look with one's own eyes.
#[test]
fn looks() {
    let Some(folder) = std::env::var_os("SHEETS") else { return };
    let press = Press::new().unwrap();
    let published: Campaign = serde_json::from_str(include_str!("../../../tests/fixtures/data/campaign.json")).unwrap();
    let mut long = two_reports();
    long.office = Some(crate::campaign::Office { name: "Sở Thông tin và Truyền thông tỉnh Đắk Nông".into(), name_en: None });
    long.districts[2].name = "Phan Rang-Tháp Chàm".into();
    long.base_url = Some("https://bluezone.daknong.gov.vn/".into());
    let mut none = published.clone();
    none.reports.clear();
    none.office.clone_from(&long.office);
    let of = |campaign: &Campaign, name: &str, lang, code: Option<&str>| {
        let map = map();
        let show = Show::new(campaign, &map, lang, None);
        for paper in Paper::ALL {
            let picture = paper.draw(&show, code.and_then(|code| campaign.district(code)));
            let pdf = press.pdf(&picture, paper.size(), &About { title: name, description: "", lang: "vi" }).unwrap();
            fs::create_dir_all(&folder).unwrap();
            fs::write(Path::new(&folder).join(format!("{name}-{}.pdf", paper.name())), pdf).unwrap();
        }
    };
    of(&published, "vi", Lang::Vi, None);
    of(&published, "cu-jut", Lang::Vi, Some("662"));
    of(&published, "gia-nghia", Lang::Vi, Some("660"));
    of(&published, "en", Lang::En, None);
    of(&published, "en-rlap", Lang::En, Some("666"));
    of(&long, "two-reports", Lang::Vi, None);
    of(&long, "long", Lang::Vi, Some("662"));
    of(&long, "en-long", Lang::En, Some("662"));
    of(&none, "none", Lang::Vi, Some("666"));
}
