//! The words of the pages on which figures can be followed (native only): the reports by their ids, what became of each, what was changed when.

use super::{Lang, worded::texts, words::with_words};
use crate::campaign::Campaign;

texts! {
    pub struct Records {
        pub title: &'static str,
        pub lead: &'static str,
        pub to_reports: &'static str,
        pub to_changes: &'static str,
        pub reports: &'static str,
        pub no_reports: &'static str,
        pub changes: &'static str,
        pub no_changes: &'static str,
        pub feed: &'static str,
        /// 0 province
        pub feed_title: &'static str,

        /// Heads of the list: id, moment, installs, what became of it.
        pub heads: [&'static str; 4],
        pub latest: &'static str,
        pub stands: &'static str,
        /// 0 the report that took its place
        pub corrected: &'static str,
        pub withdrawn: &'static str,

        /// 0 id
        pub report: &'static str,
        /// 0 id, 1 moment
        pub report_of: &'static str,
        pub is_latest: &'static str,
        /// 0 the newer one's moment
        pub is_older: &'static str,
        /// 0 id, 1 moment of the report that took its place
        pub is_corrected: &'static str,
        pub is_withdrawn: &'static str,
        /// 0 moment
        pub is_withdrawn_at: &'static str,
        /// 0 why
        pub why: &'static str,
        /// 0 id
        pub corrects: &'static str,
        pub as_published: &'static str,
        pub total: &'static str,
        pub on_map: &'static str,
        pub all: &'static str,
        /// 0 revision
        pub revision: &'static str,
    }
}

pub fn records(lang: Lang, campaign: &Campaign) -> &'static Records {
    let plain = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    with_words(plain, lang, campaign)
}

static VI: Records = Records {
    title: "Các báo cáo số liệu",
    lead: "Mỗi báo cáo có một mã không bao giờ đổi, in ở cuối mọi tờ in, bản tin và tệp số liệu. Tra mã ở đây để biết số liệu còn giá trị, đã được đính chính hay đã được rút lại.",
    to_reports: "Báo cáo",
    to_changes: "Thay đổi",
    reports: "Báo cáo, mới nhất ở trên",
    no_reports: "Chưa có báo cáo nào được công bố.",
    changes: "Những gì đã thay đổi, mới nhất ở trên",
    no_changes: "Chưa có thay đổi nào được ghi lại.",
    feed: "Nhận tin khi có báo cáo mới (Atom)",
    feed_title: "{app} {0}: báo cáo và thay đổi",
    heads: ["Mã", "Tính đến", "Số {thing}", "Tình trạng"],
    latest: "Còn giá trị, mới nhất",
    stands: "Còn giá trị",
    corrected: "Đã đính chính bằng {0}",
    withdrawn: "Đã rút lại",
    report: "Báo cáo {0}",
    report_of: "Báo cáo {0}, tính đến {1}",
    is_latest: "Báo cáo này còn giá trị và là báo cáo mới nhất.",
    is_older: "Báo cáo này còn giá trị. Đã có số liệu mới hơn, tính đến {0}.",
    is_corrected: "Báo cáo này đã được đính chính. Xin dùng báo cáo {0}, tính đến {1}.",
    is_withdrawn: "Báo cáo này đã được rút lại. Xin không dùng số liệu này nữa.",
    is_withdrawn_at: "Báo cáo này đã được rút lại lúc {0}. Xin không dùng số liệu này nữa.",
    why: "Lý do: {0}",
    corrects: "Báo cáo này đính chính báo cáo {0}.",
    as_published: "Số liệu như đã công bố",
    total: "{Whole}",
    on_map: "Xem trên bản đồ",
    all: "Xem mọi báo cáo",
    revision: "lần sửa {0}",
};

static EN: Records = Records {
    title: "The reports behind the figures",
    lead: "Every report has an id that never changes; it stands at the end of everything that is printed, read out or downloaded. Look it up here to see whether the figures stand, were corrected or were withdrawn.",
    to_reports: "Reports",
    to_changes: "Changes",
    reports: "Reports, newest first",
    no_reports: "No report has been published yet.",
    changes: "What was changed, newest first",
    no_changes: "No change is on record yet.",
    feed: "Hear of new reports (Atom)",
    feed_title: "{app} {0}: reports and changes",
    heads: ["Id", "As of", "{Things}", "Status"],
    latest: "Stands, the latest",
    stands: "Stands",
    corrected: "Corrected by {0}",
    withdrawn: "Withdrawn",
    report: "Report {0}",
    report_of: "Report {0}, as of {1}",
    is_latest: "This report stands, and is the latest.",
    is_older: "This report stands. There are newer figures, as of {0}.",
    is_corrected: "This report was corrected. Please use report {0}, as of {1}.",
    is_withdrawn: "This report was withdrawn. Please do not use its figures.",
    is_withdrawn_at: "This report was withdrawn, {0}. Please do not use its figures.",
    why: "Reason: {0}",
    corrects: "This report corrects report {0}.",
    as_published: "The figures as published",
    total: "Whole {area}",
    on_map: "See it on the map",
    all: "See all reports",
    revision: "revision {0}",
};
