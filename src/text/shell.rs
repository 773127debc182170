//! The strings of the static frame around the live page (native only): header, footer, meta tags. wasm does not carry them.

use super::{Lang, worded::texts, words::with_words};
use crate::campaign::Campaign;

texts! {
    pub struct Shell {
        /// Where the language switch leads, in the other language's own words.
        pub other_language: &'static str,
        pub skip: &'static str,
        /// 0 province
        pub site: &'static str,
        pub sections: &'static str,
        pub to_map: &'static str,
        pub to_board: &'static str,
        pub to_guide: &'static str,
        pub about_figures: &'static str,
        pub about_site: &'static str,
        pub data_file: &'static str,
        pub for_agencies: &'static str,
        pub embed: &'static str,
        pub bulletins: &'static str,
        pub screens: &'static str,
        pub press: &'static str,
        pub follow: &'static str,
        pub reports: &'static str,
        pub feed: &'static str,
        pub print: &'static str,
        /// The button that runs through the reports, and what the slider beside it chooses.
        pub play: &'static str,
        pub pause: &'static str,
        pub moment_shown: &'static str,
        /// The buttons of a map that can be drawn larger.
        pub zoom_in: &'static str,
        pub zoom_out: &'static str,
        pub whole_map: &'static str,
        /// The pager of a long leaderboard; of the range: 0 first row, 1 last row, 2 all.
        pub rows_before: &'static str,
        pub rows_after: &'static str,
        pub rows_range: &'static str,
        /// Of a list of what units belong to: none of them chosen.
        pub all_groups: &'static str,
        /// 0 names of districts
        pub undrawn: &'static str,
        /// No page has the address.
        pub missing: &'static str,
        pub missing_why: &'static str,
    }
}

pub fn shell(lang: Lang, campaign: &Campaign) -> &'static Shell {
    let plain = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    with_words(plain, lang, campaign)
}

static VI: Shell = Shell {
    other_language: "English",
    skip: "Đến nội dung chính",
    site: "{app} {0}",
    sections: "Các phần của trang",
    to_map: "Bản đồ",
    to_board: "Xếp hạng",
    to_guide: "Cách cài",
    about_figures: "Số liệu được giữ nguyên như nguồn công bố; số tính lại, tỷ trọng và thứ hạng do trang này tính.",
    about_site: "Trang không đặt cookie, không theo dõi người xem, không gọi đến máy chủ nào khác.",
    data_file: "Tệp số liệu (JSON)",
    for_agencies: "Dành cho cơ quan, báo chí:",
    embed: "nhúng vào trang của đơn vị",
    bulletins: "bản tin phát thanh",
    screens: "chiếu trên màn hình công cộng",
    press: "số liệu, bản đồ cho báo chí",
    follow: "Số liệu nào còn giá trị:",
    reports: "các báo cáo",
    feed: "tin Atom",
    print: "áp phích, tờ rơi để in",
    play: "Phát",
    pause: "Dừng",
    moment_shown: "Thời điểm của số liệu",
    zoom_in: "Phóng to",
    zoom_out: "Thu nhỏ",
    whole_map: "Xem cả bản đồ",
    rows_before: "Trang trước",
    rows_after: "Trang sau",
    rows_range: "{0}–{1} trong {2}",
    all_groups: "Tất cả",
    undrawn: "Không vẽ trên bản đồ: {0}",
    missing: "Không có trang này",
    missing_why: "Địa chỉ có thể bị gõ sai, hoặc trang đã chuyển đi nơi khác.",
};

static EN: Shell = Shell {
    other_language: "Tiếng Việt",
    skip: "Skip to the content",
    site: "{app} {0}",
    sections: "Sections of this page",
    to_map: "Map",
    to_board: "Leaderboard",
    to_guide: "Install",
    about_figures: "Figures are kept as their source published them; recomputed rates, shares and ranks are this site's.",
    about_site: "This page sets no cookie, does not track visitors and calls no other server.",
    data_file: "Data file (JSON)",
    for_agencies: "For agencies and the press:",
    embed: "embed it in your site",
    bulletins: "bulletins for radio",
    screens: "show it on public screens",
    press: "figures and maps for the press",
    follow: "Which figures stand:",
    reports: "the reports",
    feed: "Atom feed",
    print: "posters and leaflets to print",
    play: "Play",
    pause: "Pause",
    moment_shown: "Moment of the figures",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    whole_map: "Whole map",
    rows_before: "Previous",
    rows_after: "Next",
    rows_range: "{0}–{1} of {2}",
    all_groups: "All",
    undrawn: "Not drawn on the map: {0}",
    missing: "There is no such page",
    missing_why: "The address may be misspelt, or the page has moved.",
};
