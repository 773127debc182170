//! What the publishing tool says beside its findings: table heads, summaries, what was done. It must not print.

use super::Lang;

/// One language's words; `{0}`, `{1}` are places that `fill` fills.
pub struct Tool {
    pub error: &'static str,
    pub warning: &'static str,
    /// 0 errors, 1 warnings
    pub counted: &'static str,
    pub in_order: &'static str,
    /// 0 path, 1 the system's reason
    pub cannot_read: &'static str,
    /// 0 path, 1 the system's reason
    pub cannot_write: &'static str,
    pub standard_input: &'static str,

    pub district: &'static str,
    pub installs: &'static str,
    /// 0 the moment of the report before
    pub change_since: &'static str,
    pub sum: &'static str,
    pub total: &'static str,
    pub rate_stated: &'static str,
    pub rate_computed: &'static str,
    /// 0 rate, 1 total, 2 population, 3 its source
    pub computed_from: &'static str,
    pub as_of: &'static str,
    pub source: &'static str,
    pub number: &'static str,
    pub note: &'static str,
    pub not_stated: &'static str,

    /// 0 moment, 1 path
    pub added: &'static str,
    /// 0 moment, 1 path
    pub corrected: &'static str,
    /// 0 moment, 1 path
    pub already: &'static str,
    /// 0 how many, 1 path
    pub all_added: &'static str,
    /// 0 how many, 1 path
    pub all_already: &'static str,
    /// Of a table of many days: 0 how many reports, 1 first moment, 2 last moment, 3 how many are new
    pub history: &'static str,
    pub stands_already: &'static str,
    /// 0 path
    pub refused: &'static str,
    /// 0 path
    pub only_tried: &'static str,
    pub ask_write: &'static str,
    /// 0 path
    pub not_written: &'static str,
    /// 0 moment, 1 total, 2 its change
    pub site_figures: &'static str,
    /// 0 files new or changed, 1 left, 2 removed, 3 pages
    pub site_changed: &'static str,
    /// The same, before anything is changed.
    pub site_would_change: &'static str,
    /// 0 how many paths more
    pub and_more: &'static str,
    /// 0 folder
    pub watching: &'static str,
    /// Names of folders for the letters that were taken and refused.
    pub folder_taken: &'static str,
    pub folder_refused: &'static str,
    /// 0 letter, 1 where it lies now
    pub letter_taken: &'static str,
    /// 0 letter, 1 where it lies now
    pub letter_refused: &'static str,
    /// Head of the column of the report before.
    pub before: &'static str,
    /// Head of the column that says where a figure comes from.
    pub line: &'static str,
    /// 0 line
    pub at_line: &'static str,
    pub counted_by: &'static str,
    pub moment_by: &'static str,
    /// 0 path
    pub written: &'static str,
    /// 0 path
    pub up_to_date: &'static str,
    /// 0 districts, 1 bytes in brotli
    pub map_made: &'static str,
}

/// The title of a source that nobody named; it goes into the data file, which is Vietnamese.
pub const UNKNOWN_SOURCE: &str = "Không rõ nguồn";

pub fn tool(lang: Lang) -> &'static Tool {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// Whether an answer to a question is a yes, in either language.
pub fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "c" | "có" | "co" | "y" | "yes")
}

const VI: Tool = Tool {
    error: "LỖI",
    warning: "LƯU Ý",
    counted: "{0} lỗi, {1} lưu ý.",
    in_order: "Dữ liệu hợp lệ, không có gì phải sửa.",
    cannot_read: "Không đọc được {0}: {1}. Hãy kiểm tra lại đường dẫn.",
    cannot_write: "Không ghi được {0}: {1}. Tệp cũ vẫn còn nguyên; hãy kiểm tra quyền ghi và dung lượng đĩa.",
    standard_input: "đầu vào chuẩn",
    district: "Đơn vị",
    installs: "Lượt cài đặt",
    change_since: "So với {0}",
    sum: "Cộng các đơn vị",
    total: "Tổng theo nguồn",
    rate_stated: "Tỷ lệ theo nguồn",
    rate_computed: "Tỷ lệ tính lại",
    computed_from: "{0} ({1} trên dân số {2}; {3})",
    as_of: "Tính đến",
    source: "Nguồn",
    number: "Số văn bản",
    note: "Ghi chú",
    not_stated: "không ghi",
    added: "Đã thêm báo cáo {0} vào {1}.",
    corrected: "Đã thêm bản đính chính cho báo cáo {0} vào {1}; bản trước được giữ lại để đối chiếu.",
    already: "Báo cáo {0} đã có trong {1} với đúng các số này. Không thay đổi gì.",
    all_added: "Đã thêm {0} báo cáo vào {1}.",
    all_already: "Cả {0} báo cáo đã có trong {1} với đúng các số này. Không thay đổi gì.",
    history: "Bảng có {0} báo cáo, từ {1} đến {2}; {3} báo cáo mới.",
    stands_already: "Đã có với đúng các số này.",
    refused: "Chưa nhận báo cáo. {0} vẫn giữ nguyên.",
    only_tried: "Chạy thử: báo cáo nhận được, {0} chưa thay đổi.",
    ask_write: "Ghi báo cáo này vào tệp số liệu? [c/K]",
    not_written: "Không ghi gì; {0} giữ nguyên.",
    site_figures: "Số liệu mới nhất: {1}{2}, tính đến {0}.",
    site_changed: "Trang đã đổi {0} tệp ({3} trang); giữ nguyên {1}, gỡ bỏ {2}.",
    site_would_change: "Chạy thử, chưa đổi gì. Trang sẽ đổi {0} tệp ({3} trang); giữ nguyên {1}, gỡ bỏ {2}:",
    and_more: "  … và {0} tệp nữa",
    watching: "Đang chờ văn bản trong {0} (bấm Ctrl+C để dừng).",
    folder_taken: "da-nhan",
    folder_refused: "khong-nhan",
    letter_taken: "Đã công bố {0}; văn bản nằm ở {1}.",
    letter_refused: "Không nhận {0}; văn bản và lý do nằm ở {1}.",
    before: "Lần trước",
    line: "Dòng",
    at_line: "dòng {0}",
    counted_by: "Đếm gì",
    moment_by: "Chữ ghi thời điểm",
    written: "Đã ghi {0}.",
    up_to_date: "{0} đã đúng, không cần ghi lại.",
    map_made: "Bản đồ {0} đơn vị, {1} byte sau khi nén (brotli).",
};

const EN: Tool = Tool {
    error: "ERROR",
    warning: "WARNING",
    counted: "{0} errors, {1} warnings.",
    in_order: "The data is in order.",
    cannot_read: "Can't read {0}: {1}. Check the path.",
    cannot_write: "Can't write {0}: {1}. The old file is untouched; check the permissions and the space on the disk.",
    standard_input: "standard input",
    district: "District",
    installs: "Installs",
    change_since: "Since {0}",
    sum: "Sum of the districts",
    total: "Total as stated",
    rate_stated: "Rate as stated",
    rate_computed: "Rate computed",
    computed_from: "{0} ({1} of a population of {2}; {3})",
    as_of: "As of",
    source: "Source",
    number: "Number",
    note: "Note",
    not_stated: "not stated",
    added: "Added the report of {0} to {1}.",
    corrected: "Added a correction of the report of {0} to {1}; the one before is kept for comparison.",
    already: "The report of {0} is in {1} already, with these very figures. Nothing was changed.",
    all_added: "Added {0} reports to {1}.",
    all_already: "All {0} reports are in {1} already, with these very figures. Nothing was changed.",
    history: "The table holds {0} reports, from {1} to {2}; {3} of them are new.",
    stands_already: "There already, with these very figures.",
    refused: "The report is not accepted. {0} is unchanged.",
    only_tried: "Dry run: the report would be accepted, {0} is unchanged.",
    ask_write: "Write this report into the data file? [y/N]",
    not_written: "Nothing was written; {0} is as it was.",
    site_figures: "Latest figures: {1}{2}, as of {0}.",
    site_changed: "{0} files of the site changed ({3} pages); {1} as they were, {2} removed.",
    site_would_change: "Tried only, nothing changed. {0} files of the site would change ({3} pages); {1} as they are, {2} removed:",
    and_more: "  … and {0} more",
    watching: "Waiting for letters in {0} (Ctrl+C ends).",
    folder_taken: "taken",
    folder_refused: "refused",
    letter_taken: "Published {0}; the letter lies at {1}.",
    letter_refused: "Refused {0}; the letter and the reason lie at {1}.",
    before: "Before",
    line: "Line",
    at_line: "line {0}",
    counted_by: "What is counted",
    moment_by: "Words of the moment",
    written: "Wrote {0}.",
    up_to_date: "{0} is up to date.",
    map_made: "A map of {0} districts, {1} bytes in brotli.",
};

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn only_a_yes_is_one() {
        assert!(["c\n", "Có\n", "co", "Y", "yes\r\n"].into_iter().all(is_yes));
        assert!(["", "\n", "k", "không", "n", "ok"].into_iter().all(|answer| !is_yes(answer)));
    }
}
