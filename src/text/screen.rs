//! The strings of the public screens. A sentence comes in forms, the fullest first: a screen shows the first that it has room for.

#[cfg(target_arch = "wasm32")]
pub use super::installed::screen;
use super::{Lang, day, fill, short, worded::texts};
#[cfg(not(target_arch = "wasm32"))]
use super::{own, words::with_app};
#[cfg(not(target_arch = "wasm32"))]
use crate::campaign::Campaign;
use crate::campaign::Stamp;

/// The forms of one sentence, the fullest first.
pub type Forms = &'static [&'static str];

texts! {
    pub struct Screen {
        pub lang: Lang,
        /// 0 province
        pub heading: Forms,
        /// 0 province; always with the name of the app
        pub app_place: Forms,
        pub unit: Forms,
        /// As `unit`, always with the name of the app.
        pub app_unit: Forms,
        /// 0 percent
        pub rate: Forms,
        /// 0 percent as stated, 1 percent computed
        pub rate_differs: Forms,
        /// 0 population, 1 its source
        pub population: Forms,
        /// What one install is.
        pub counted: Forms,
        /// 0 name, 1 rank, 2 of how many: a district on a board of dots
        pub ranked: Forms,
        /// 0 sum, 1 total
        pub sum_differs: Forms,
        /// 0 moment of the total, 1 moment of the districts' figures; 2 and 3 their days
        pub districts_older: Forms,
        /// 0 day
        pub old: Forms,
        pub no_figures: Forms,
        /// 0 province
        pub map: Forms,
        /// 0 province
        pub board: Forms,
        /// 0 first, 1 last, 2 of how many: the rows of a list that goes on elsewhere
        pub part: &'static str,
        pub no_figure: Forms,
        /// 0 rank, 1 of how many
        pub rank: Forms,
        /// 0 figure, 1 population source
        pub per_100: Forms,
        pub scan: Forms,
        /// Instead of `scan` where there is no QR code.
        pub visit: Forms,
        pub message: Forms,
        /// 0 number, which is the Ministry's
        pub hotline: Forms,
        /// 0 any other number
        pub other_hotline: Forms,

        // What a screen says of itself while it is set up; each in one form.
        /// 0 width, 1 height, 2 density of the pixels
        pub pixels: &'static str,
        /// 0 what the browser says of itself
        pub engine: &'static str,
        /// 0 release
        pub release: &'static str,
        /// 0 moment
        pub figures: &'static str,
        /// 0 names and values
        pub ignored: &'static str,
        /// 0 scenes, as addresses name them
        pub left_out: &'static str,
    }
}

/// The strings of a language, with a campaign's own words.
#[cfg(not(target_arch = "wasm32"))]
pub fn screen(lang: Lang, campaign: &Campaign) -> &'static Screen {
    let plain = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    with_app(plain, lang, campaign, own::screen)
}

/// Each form with its places filled.
pub fn each(forms: Forms, values: &[&str]) -> Vec<String> {
    forms.iter().map(|form| fill(form, values)).collect()
}

/// The moment of the figures, in its forms.
pub fn as_of(lang: Lang, at: Stamp) -> Vec<String> {
    let (day, minute) = (day(lang, at), at.minute());
    let hour = (at.hour(), minute) != (0, 0);
    match lang {
        Lang::Vi if hour && minute == 0 => {
            let hour = at.hour().to_string();
            each(&["Tính đến {0} giờ ngày {1}", "Đến {0} giờ {1}", "{0}h {1}", "{1}"], &[&hour, &day])
        }
        Lang::Vi if hour => {
            let (hour, minute) = (at.hour().to_string(), format!("{minute:02}"));
            each(&["Tính đến {0} giờ {2} ngày {1}", "Đến {0} giờ {2}, {1}", "{0}h{2} {1}", "{1}"], &[&hour, &day, &minute])
        }
        Lang::Vi => each(&["Tính đến ngày {0}", "Đến {0}", "{0}"], &[&day]),
        Lang::En => {
            let clock = format!("{}:{minute:02}", at.hour());
            let brief = format!("{} {}", short(lang, at), at.year());
            let forms: Forms =
                if hour { &["As of {0} on {1}", "As of {0}, {2}", "{0}, {2}", "{2}"] } else { &["As of {1}", "As of {2}", "{2}"] };
            each(forms, &[&clock, &day, &brief])
        }
    }
}

/// As [`as_of`], saying that the figures are old.
pub fn old(text: &Screen, at: Stamp) -> Vec<String> {
    let brief = match text.lang {
        Lang::Vi => day(text.lang, at),
        Lang::En => format!("{} {}", short(text.lang, at), at.year()),
    };
    each(text.old, &[&day(text.lang, at), &brief])
}

#[cfg(not(target_arch = "wasm32"))]
static VI: Screen = Screen {
    lang: Lang::Vi,
    heading: &["{app} ở {0}", "{0}"],
    app_place: &["{app} ở {0}", "{app} {0}"],
    unit: &["{thing} {done} {app}", "{thing} {did} {app}", "{thing} {done}", "{thing} {did}"],
    app_unit: &["{thing} {done} {app}", "{thing} {did} {app}"],
    rate: &["khoảng\u{a0}{0} dân\u{a0}số"],
    rate_differs: &["nguồn ghi {0} dân số; tính theo dân số dưới đây là {1}", "nguồn ghi {0}, tính lại {1}", "nguồn {0}, tính lại {1}"],
    population: &["dân\u{a0}số {0}\u{a0}người, {1}", "dân số {0} người"],
    counted: &["tính {thing} {done} và có số điện thoại, không phải số lần tải", "tính {thing} {done} và có số điện thoại"],
    ranked: &["{0}, hạng {1}/{2}", "{1}. {0}"],
    sum_differs: &["Nguồn ghi tổng {1}; cộng các {units} được {0}", "Tổng {1}, cộng lại {0}"],
    districts_older: &[
        "Tổng số tính đến {0}; số của từng {units} mới có đến {1}",
        "Tổng đến {2}; từng {units} đến {3}",
        "Số các {unit}: đến {3}",
    ],
    old: &["Số liệu cũ, tính đến ngày {0}", "Số liệu cũ: {0}", "Số cũ {1}", "Cũ: {1}"],
    no_figures: &["Chưa có số liệu được công bố", "Chưa có số liệu"],
    map: &[
        "Số {thing} {did} {app} ở {0} theo {units}",
        "Số {thing} {did} {app} theo {units}",
        "{Thing} {did} {app} theo {unit}",
        "{Thing} {did} theo {unit}",
    ],
    board: &[
        "Xếp hạng số {thing} {did} {app} ở {0}",
        "Xếp hạng số {thing} {did} {app}",
        "Xếp hạng {thing} {did} {app}",
        "{Thing} {did} {app}",
        "Xếp hạng",
    ],
    part: "{0}–{1} trong {2}",
    no_figure: &["chưa có số liệu", "–"],
    rank: &["Hạng {0}/{1} về số {thing}", "Hạng {0}/{1}"],
    per_100: &["{0}\u{a0}{thing} trên\u{a0}100\u{a0}dân; dân\u{a0}số: {1}", "{0} {thing} trên 100 dân"],
    scan: &["Quét\u{a0}mã để\u{a0}cài {app}", "Quét\u{a0}mã cài\u{a0}{app}"],
    visit: &["Cài {app} tại", "Cài {app}"],
    message: &[
        "Cài\u{a0}{app}, bảo\u{a0}vệ\u{a0}mình, bảo\u{a0}vệ cộng\u{a0}đồng",
        "Cài\u{a0}{app}, bảo\u{a0}vệ cộng\u{a0}đồng",
        "Cài {app}",
    ],
    hotline: &["Đường dây nóng Bộ Y tế: {0}", "Bộ Y tế: {0}"],
    other_hotline: &["Đường dây nóng: {0}"],
    pixels: "Màn hình {0} × {1} điểm ảnh, mật độ {2}",
    engine: "Trình duyệt: {0}",
    release: "Phiên bản trang: {0}",
    figures: "Số liệu: {0}",
    ignored: "Không dùng được, đã bỏ qua: {0}",
    left_out: "Màn hình không đủ chỗ cho cảnh: {0}",
};

#[cfg(not(target_arch = "wasm32"))]
static EN: Screen = Screen {
    lang: Lang::En,
    heading: &["{app} in {0}", "{0}"],
    app_place: &["{app} in {0}", "{app} {0}"],
    unit: &["{app} {things}", "{things}"],
    app_unit: &["{app} {things}"],
    rate: &["about {0} of the population", "{0} of people"],
    rate_differs: &["source: {0} of the population; on the population below {1}", "source {0}, recomputed {1}"],
    population: &["population {0}, {1}", "population {0}"],
    counted: &["phones with the app and a phone number registered, not downloads", "phones with the app and a number registered"],
    ranked: &["{0}, rank {1} of {2}", "{1}. {0}"],
    sum_differs: &["The source's total is {1}; the {units} add up to {0}", "Total {1}, sum {0}"],
    districts_older: &["The total is as of {0}; the {units}' figures are as of {1}", "Total as of {2}, {units} as of {3}", "{Units}: {3}"],
    old: &["Old figures, as of {0}", "Old figures: {1}", "Old: {1}"],
    no_figures: &["No figures published yet", "No figures yet"],
    map: &["{app} {things} in {0} by {unit}", "{app} {things} by {unit}", "{Things} by {unit}"],
    board: &["{app} {things} in {0}, ranked", "{app} {things}, ranked", "Ranking"],
    part: "{0}–{1} of {2}",
    no_figure: &["no figure", "–"],
    rank: &["Rank {0} of {1} by {things}", "Rank {0}/{1}"],
    per_100: &["{0} per 100\u{a0}people; population: {1}", "{0} per 100 people"],
    scan: &["Scan to install {app}", "Scan for {app}"],
    visit: &["Install {app} from", "Get {app}"],
    message: &["Install {app}: protect yourself, protect others", "{app} protects us all", "Get {app}"],
    hotline: &["Ministry of Health hotline: {0}", "Hotline: {0}"],
    other_hotline: &["Hotline: {0}"],
    pixels: "Screen of {0} × {1} pixels, density {2}",
    engine: "Browser: {0}",
    release: "Release: {0}",
    figures: "Figures: {0}",
    ignored: "Not usable, left out: {0}",
    left_out: "No room on this screen for: {0}",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::campaign;

    #[test]
    fn a_moment_in_its_forms() {
        let at = Stamp::parse("2020-08-11T08:00:00+07:00").unwrap();
        assert_eq!(as_of(Lang::Vi, at), ["Tính đến 8 giờ ngày 11/8/2020", "Đến 8 giờ 11/8/2020", "8h 11/8/2020", "11/8/2020"]);
        assert_eq!(as_of(Lang::En, at)[2..], ["8:00, 11 Aug 2020", "11 Aug 2020"]);
        let half = Stamp::parse("2020-08-11T17:05:00+07:00").unwrap();
        assert_eq!(as_of(Lang::Vi, half)[2], "17h05 11/8/2020");
        let day = Stamp::parse("2020-08-13T00:00:00+07:00").unwrap();
        assert_eq!(as_of(Lang::Vi, day), ["Tính đến ngày 13/8/2020", "Đến 13/8/2020", "13/8/2020"]);
        assert_eq!(old(screen(Lang::Vi, &campaign()), at)[2], "Số cũ 11/8/2020");
    }
}
