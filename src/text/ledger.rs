//! What the commands that change the data file say: what was done, what can't be done and why, the history. It must not print.

use super::Lang;
use crate::campaign::change::Deed;

/// One language's words; `{0}`, `{1}` are places that `fill` fills.
pub struct Ledger {
    /// 0 path, 1 who has it
    pub locked: &'static str,
    /// 0 the process's number
    pub process: &'static str,
    pub somebody: &'static str,

    /// 0 report, 1 moment
    pub report: &'static str,
    /// 0 what was asked for, 1 the reports that there are
    pub no_report: &'static str,
    /// 0 what was asked for, 1 the reports that fit
    pub several_reports: &'static str,
    /// 0 report
    pub is_withdrawn: &'static str,
    /// 0 report, 1 the report that took its place
    pub is_corrected: &'static str,
    pub none: &'static str,

    /// 0 report
    pub withdrawn: &'static str,
    /// 0 report, 1 the report whose place it takes
    pub corrected: &'static str,
    pub nothing_to_correct: &'static str,
    /// 0 goal
    pub goal: &'static str,
    pub goal_none: &'static str,
    /// 0 what was given
    pub bad_goal: &'static str,
    /// 0 place, 1 population, 2 source
    pub population: &'static str,
    /// 0 what was given
    pub no_place: &'static str,
    /// 0 what was given
    pub bad_number: &'static str,
    /// 0 number
    pub hotline: &'static str,
    /// 0 which, 1 address
    pub link: &'static str,
    /// 0 address
    pub base_url: &'static str,
    pub base_url_none: &'static str,
    /// 0 name
    pub office: &'static str,
    pub office_none: &'static str,
    /// 0 syllables a minute
    pub bulletin: &'static str,
    /// 0 what was undone, 1 its revision
    pub undone: &'static str,
    pub nothing_to_undo: &'static str,
    /// 0 path
    pub restored: &'static str,
    /// 0 the other's province
    pub other_province: &'static str,
    pub migrated: &'static str,

    /// 0 path, 1 revision
    pub saved: &'static str,
    /// 0 path
    pub unchanged: &'static str,
    /// 0 path
    pub refused: &'static str,

    pub no_history: &'static str,
    /// 0 revision, 1 moment, 2 what was done
    pub history: &'static str,
    /// 0 ids of the reports that came in the same table
    pub history_with: &'static str,
    /// 0 what it was before
    pub before: &'static str,
    pub before_none: &'static str,
    /// 0 source
    pub source: &'static str,
    /// 0 why
    pub why: &'static str,
    pub deeds: Deeds,
}

/// What was done, as the history names it.
pub struct Deeds {
    pub new: &'static str,
    pub import: &'static str,
    pub correct: &'static str,
    pub withdraw: &'static str,
    pub goal: &'static str,
    pub population: &'static str,
    pub hotline: &'static str,
    pub link: &'static str,
    pub base_url: &'static str,
    pub office: &'static str,
    pub bulletin: &'static str,
    pub undo: &'static str,
    pub restore: &'static str,
    pub migrate: &'static str,
}

impl Deeds {
    pub fn name(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::New => self.new,
            Deed::Import => self.import,
            Deed::Correct => self.correct,
            Deed::Withdraw => self.withdraw,
            Deed::Goal => self.goal,
            Deed::Population => self.population,
            Deed::Hotline => self.hotline,
            Deed::Link => self.link,
            Deed::BaseUrl => self.base_url,
            Deed::Office => self.office,
            Deed::Bulletin => self.bulletin,
            Deed::Undo => self.undo,
            Deed::Restore => self.restore,
            Deed::Migrate => self.migrate,
        }
    }
}

pub fn ledger(lang: Lang) -> &'static Ledger {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

static VI: Ledger = Ledger {
    locked: "{0} đang được {1} ghi, đã chờ mà chưa xong. Chưa thay đổi gì; hãy thử lại sau ít phút.",
    process: "một lệnh khác (tiến trình số {0})",
    somebody: "một lệnh khác",
    report: "{0} ({1})",
    no_report: "Không có báo cáo nào là “{0}”. Các báo cáo hiện có: {1}. Hãy ghi mã (ví dụ r2) hoặc thời điểm (ví dụ 2020-08-13).",
    several_reports: "“{0}” ứng với nhiều báo cáo: {1}. Hãy ghi mã của báo cáo cần chọn.",
    is_withdrawn: "Báo cáo {0} đã được rút lại từ trước.",
    is_corrected: "Báo cáo {0} đã được đính chính bằng báo cáo {1}. Hãy chọn báo cáo {1}.",
    none: "chưa có",
    withdrawn: "Đã rút lại báo cáo {0}. Trang sẽ ghi rõ số liệu này đã được rút lại và lý do.",
    corrected: "Đã đính chính bằng báo cáo {0}, thay cho báo cáo {1}; bản trước được giữ lại để đối chiếu.",
    nothing_to_correct: "Chưa rõ cần đính chính gì. Hãy ghi --as-of, --source, --number, --url, hoặc đưa vào văn bản mới.",
    goal: "Đã ghi mục tiêu {0}.",
    goal_none: "Đã bỏ mục tiêu.",
    bad_goal: "Không nhận mục tiêu “{0}”. Hãy ghi số máy cài đặt (ví dụ 60.000) hoặc tỷ lệ dân số (ví dụ 30%), kèm --source \"văn bản đặt ra mục tiêu\".",
    population: "Đã ghi dân số {0}: {1} người ({2}).",
    no_place: "Không có đơn vị nào là “{0}”. Hãy ghi tên hoặc mã của một huyện, thành phố, hoặc tên tỉnh.",
    bad_number: "Không nhận số “{0}”. Hãy viết lại, ví dụ 63.046 hoặc 63046.",
    hotline: "Đã ghi số đường dây nóng {0}.",
    link: "Đã ghi địa chỉ {0}: {1}.",
    base_url: "Đã ghi địa chỉ của trang: {0}.",
    base_url_none: "Đã bỏ địa chỉ của trang.",
    office: "Áp phích và tờ rơi nay ghi cơ quan phát hành: {0}.",
    office_none: "Áp phích và tờ rơi không ghi cơ quan phát hành nữa.",
    bulletin: "Đã ghi cách đọc bản tin: {0} âm tiết một phút.",
    undone: "Đã hoàn tác: {0} (lần sửa {1}). Muốn làm lại việc đó thì hoàn tác lần nữa.",
    nothing_to_undo: "Không có thay đổi nào hoàn tác được.",
    restored: "Đã lấy lại nội dung của {0} thành lần sửa mới.",
    other_province: "Tệp này là của {0}, không phải của tỉnh này. Hãy kiểm tra lại.",
    migrated: "Đã chuyển tệp sang dạng mới: mỗi báo cáo có mã, tệp có số lần sửa.",
    saved: "{0} nay là lần sửa {1}. Muốn bỏ thay đổi này, dùng lệnh undo.",
    unchanged: "{0} đã đúng như vậy. Không thay đổi gì.",
    refused: "Chưa thay đổi. {0} vẫn giữ nguyên.",
    no_history: "Chưa có thay đổi nào được ghi lại.",
    history: "Lần sửa {0}, {1}: {2}",
    history_with: ", cùng {0}",
    before: "trước đó: {0}",
    before_none: "trước đó chưa có",
    source: "nguồn: {0}",
    why: "lý do: {0}",
    deeds: Deeds {
        new: "tạo tệp từ ranh giới",
        import: "thêm báo cáo",
        correct: "đính chính",
        withdraw: "rút lại báo cáo",
        goal: "đổi mục tiêu",
        population: "đổi dân số",
        hotline: "đổi đường dây nóng",
        link: "đổi địa chỉ cài đặt",
        base_url: "đổi địa chỉ của trang",
        office: "đổi cơ quan phát hành",
        bulletin: "đổi cách đọc bản tin",
        undo: "hoàn tác",
        restore: "lấy lại tệp cũ",
        migrate: "chuyển sang dạng tệp mới",
    },
};

static EN: Ledger = Ledger {
    locked: "{0} is being written by {1}, which has not finished yet. Nothing was changed; try again in a few minutes.",
    process: "another command (process {0})",
    somebody: "another command",
    report: "{0} ({1})",
    no_report: "There is no report \"{0}\". There are: {1}. Give an id (such as r2) or a moment (such as 2020-08-13).",
    several_reports: "\"{0}\" is several reports: {1}. Give the id of the one that is meant.",
    is_withdrawn: "The report {0} is withdrawn already.",
    is_corrected: "The report {0} has been corrected by {1}. Choose {1}.",
    none: "none",
    withdrawn: "Withdrew the report {0}. The site will say that it was withdrawn, and why.",
    corrected: "Corrected by the report {0}, in place of {1}; the one before is kept for comparison.",
    nothing_to_correct: "Nothing says what to correct. Give --as-of, --source, --number or --url, or a new letter.",
    goal: "The goal is now {0}.",
    goal_none: "There is no goal any more.",
    bad_goal: "\"{0}\" is no goal. Give a number of installs (such as 60000) or a share of the population (such as 30%), with --source \"the document that states it\".",
    population: "The population of {0} is now {1} ({2}).",
    no_place: "There is no place \"{0}\". Give the name or the code of a district, or the province's name.",
    bad_number: "\"{0}\" is no number of people. Write it as 63046.",
    hotline: "The hotline is now {0}.",
    link: "The address {0} is now {1}.",
    base_url: "The site's address is now {0}.",
    base_url_none: "The site has no address any more.",
    office: "Posters and leaflets now name {0} as their issuer.",
    office_none: "Posters and leaflets name no issuer any more.",
    bulletin: "Wrote how bulletins are read: {0} syllables a minute.",
    undone: "Undone: {0} (revision {1}). To do it again, undo once more.",
    nothing_to_undo: "There is no change that can be undone.",
    restored: "Put the content of {0} back as a new revision.",
    other_province: "This file is of {0}, another province. Check which file it is.",
    migrated: "Wrote the file in its new shape: every report has an id, the file a revision.",
    saved: "{0} is now at revision {1}. To take this back, use undo.",
    unchanged: "{0} says so already. Nothing was changed.",
    refused: "Nothing was changed. {0} is as it was.",
    no_history: "No change has been recorded yet.",
    history: "Revision {0}, {1}: {2}",
    history_with: ", with {0}",
    before: "before: {0}",
    before_none: "before: nothing",
    source: "source: {0}",
    why: "why: {0}",
    deeds: Deeds {
        new: "made from boundaries",
        import: "added a report",
        correct: "corrected a report",
        withdraw: "withdrew a report",
        goal: "changed the goal",
        population: "changed a population",
        hotline: "changed the hotline",
        link: "changed an install address",
        base_url: "changed the site's address",
        office: "changed the issuing office",
        bulletin: "changed how bulletins are read",
        undo: "undid a change",
        restore: "put an older file back",
        migrate: "wrote the file in its new shape",
    },
};
