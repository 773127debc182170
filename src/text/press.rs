//! The words of the press kit (native only): the page, the heads of its tables, the names of its files. It must not know how files are written.

use super::{Lang, worded::texts, words::with_words};
use crate::campaign::Campaign;

texts! {
    pub struct Press {
        pub title: &'static str,
        pub lead: &'static str,
        pub to_sentences: &'static str,
        pub to_files: &'static str,
        pub to_maps: &'static str,
        pub to_use: &'static str,

        pub sentences: &'static str,
        pub sentences_lead: &'static str,
        pub copy: &'static str,
        pub copied: &'static str,
        pub by_hand: &'static str,
        /// 0 highest, 1 its figure, 2 lowest, 3 its figure
        pub ends: &'static str,
        /// 0 installs, 1 percent in brackets or nothing, 2 the moment before
        pub rose: &'static str,
        pub fell: &'static str,
        /// 0 the moment before
        pub same: &'static str,
        /// 0 source
        pub by: &'static str,
        /// 0 report
        pub report: &'static str,

        pub files: &'static str,
        pub files_lead: &'static str,
        /// The table, the workbook, JSON, all reports, the description: a file each.
        pub file: [&'static str; 5],
        pub maps: &'static str,
        pub maps_lead: &'static str,
        pub with_names: &'static str,
        pub without_names: &'static str,
        /// 0 how many, 1 their names: on a map where they have no room
        pub unnamed: &'static str,
        /// 0 how many
        pub many_unnamed: &'static str,

        pub usage: &'static str,
        pub use_of_figures: &'static str,
        /// 0 boundaries' source
        pub use_of_map: &'static str,
        /// 0 province, 1 source, 2 moment, 3 report
        pub cite: &'static str,
        pub follow: &'static str,
        pub reports: &'static str,

        /// Heads of the table of places.
        pub heads: [&'static str; 12],
        /// Heads of all reports, one place a row.
        pub long_heads: [&'static str; 9],
        pub whole: &'static str,
        pub sheet: &'static str,
        pub sheet_all: &'static str,
        pub sheet_sources: &'static str,
        /// Heads of the sheet of sources.
        pub source_heads: [&'static str; 5],
        pub population_of: &'static str,
        pub boundaries: &'static str,
    }
}

pub fn press(lang: Lang, campaign: &Campaign) -> &'static Press {
    let plain = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    with_words(plain, lang, campaign)
}

static VI: Press = Press {
    title: "Dành cho báo chí",
    lead: "Số liệu, bản đồ và câu viết sẵn để dẫn lại. Số nào cũng đi kèm mẫu số, thời điểm, nguồn và mã báo cáo; xin giữ đủ khi dẫn.",
    to_sentences: "Câu dẫn",
    to_files: "Tệp số liệu",
    to_maps: "Bản đồ",
    to_use: "Cách dùng",
    sentences: "Câu viết sẵn",
    sentences_lead: "Mỗi câu đứng một mình vẫn đủ nghĩa.",
    copy: "Sao chép",
    copied: "Đã sao chép.",
    by_hand: "Chưa sao chép được. Câu đã được bôi đen, xin bấm Ctrl+C.",
    ends: "Cao nhất là {0} ({1}), thấp nhất là {2} ({3}).",
    rose: "Tăng {0} {thing}{1} so với {2}.",
    fell: "Giảm {0} {thing}{1} so với {2}.",
    same: "Không đổi so với {0}.",
    by: "Theo {0}.",
    report: "Mã báo cáo {0}.",
    files: "Tệp số liệu",
    files_lead: "Tệp CSV mở thẳng bằng Excel tiếng Việt. Tệp Excel có thêm trang nguồn và mọi báo cáo.",
    file: [
        "Bảng theo {units} (CSV)",
        "Bảng tính Excel (XLSX)",
        "Dữ liệu cho máy đọc (JSON)",
        "Mọi báo cáo thành một bảng dài (CSV)",
        "Mô tả bộ dữ liệu (Frictionless)",
    ],
    maps: "Bản đồ để in",
    maps_lead: "SVG phóng to bao nhiêu cũng nét. PNG đủ cho khổ A4.",
    with_names: "có tên và số",
    without_names: "không chữ",
    unnamed: "Không đủ chỗ ghi tên {0} đơn vị: {1}. Số của mọi đơn vị có trong tệp số liệu.",
    many_unnamed: "Không đủ chỗ ghi tên {0} đơn vị. Số của mọi đơn vị có trong tệp số liệu.",
    usage: "Được dùng thế nào?",
    use_of_figures: "Số liệu là của cơ quan đã công bố; ai cũng được dẫn lại, miễn là ghi nguồn và thời điểm. Tỷ lệ trên dân số, thứ hạng, tỷ trọng do trang này tính từ số của nguồn.",
    use_of_map: "Ranh giới trên bản đồ: {0}. Khi in lại bản đồ, xin ghi nguồn này.",
    cite: "Cách ghi nguồn: Trang {app} {0}, số liệu của {1}, tính đến {2}, mã báo cáo {3}.",
    follow: "Trước khi in, xin tra mã báo cáo để biết số liệu còn giá trị hay đã được đính chính, rút lại:",
    reports: "các báo cáo số liệu",
    heads: [
        "Mã đơn vị",
        "Đơn vị",
        "Số {thing}",
        "Tỷ trọng (%)",
        "{Thing} trên 100 dân",
        "Dân số",
        "Nguồn dân số",
        "Hạng theo số {thing}",
        "Tăng so với báo cáo trước",
        "Tính đến",
        "Nguồn",
        "Mã báo cáo",
    ],
    long_heads: ["Mã báo cáo", "Tính đến", "Tình trạng", "Mã đơn vị", "Đơn vị", "Số {thing}", "Nguồn", "Đính chính cho", "Lý do"],
    whole: "{Whole}",
    sheet: "Số liệu",
    sheet_all: "Mọi báo cáo",
    sheet_sources: "Nguồn",
    source_heads: ["Nội dung", "Nguồn", "Số hiệu", "Thời điểm", "Địa chỉ"],
    population_of: "Dân số {0}",
    boundaries: "Ranh giới",
};

static EN: Press = Press {
    title: "For the press",
    lead: "Figures, maps and ready sentences to quote. Every figure comes with its denominator, moment, source and report id; please keep them together.",
    to_sentences: "Sentences",
    to_files: "Data",
    to_maps: "Maps",
    to_use: "Terms",
    sentences: "Ready sentences",
    sentences_lead: "Each one stands by itself.",
    copy: "Copy",
    copied: "Copied.",
    by_hand: "Could not copy. The sentence is selected: press Ctrl+C.",
    ends: "Highest: {0} ({1}); lowest: {2} ({3}).",
    rose: "That is {0} more{1} than on {2}.",
    fell: "That is {0} fewer{1} than on {2}.",
    same: "That is as many as on {0}.",
    by: "According to {0}.",
    report: "Report {0}.",
    files: "Data files",
    files_lead: "The workbook also has a sheet of sources and all reports.",
    file: [
        "Table by {unit} (CSV)",
        "Excel workbook (XLSX)",
        "Data for machines (JSON)",
        "All reports as one long table (CSV)",
        "Description of the data (Frictionless)",
    ],
    maps: "Maps for print",
    maps_lead: "SVG is sharp at any size; PNG is enough for A4.",
    with_names: "with names and figures",
    without_names: "without words",
    unnamed: "No room for the names of {0}: {1}. The data files have the figures of all.",
    many_unnamed: "No room for the names of {0} more. The data files have the figures of all.",
    usage: "Terms of use",
    use_of_figures: "The figures are those of the authority that published them; anyone may quote them with source and moment. Rates, ranks and shares are computed by this site from the source's figures.",
    use_of_map: "Boundaries on the maps: {0}. Please name this source when you reprint a map.",
    cite: "How to cite: {app} {0}, figures of {1}, as of {2}, report {3}.",
    follow: "Before printing, look the report up to see whether its figures stand, were corrected or withdrawn:",
    reports: "the reports behind the figures",
    heads: [
        "Code",
        "Place",
        "{Things}",
        "Share (%)",
        "{Things} per 100 people",
        "Population",
        "Population source",
        "Rank by {things}",
        "Change since the report before",
        "As of",
        "Source",
        "Report",
    ],
    long_heads: ["Report", "As of", "Status", "Code", "Place", "{Things}", "Source", "Corrects", "Reason"],
    whole: "Whole {area}",
    sheet: "Figures",
    sheet_all: "All reports",
    sheet_sources: "Sources",
    source_heads: ["What", "Source", "Number", "Moment", "Address"],
    population_of: "Population of {0}",
    boundaries: "Boundaries",
};
