//! The few words that an embed has beside those of the parts. The builder's are in `text::builder`.

use super::Lang;

pub struct EmbedText {
    pub full: &'static str,
    /// Said after a link for those who do not see where it opens.
    pub new_tab: &'static str,
    /// Leads to trend, guide and QR code where no script can.
    pub rest: &'static str,
    /// Leads from the short guide to the whole one.
    pub whole_guide: &'static str,
}

pub fn embed_text(lang: Lang) -> &'static EmbedText {
    match lang {
        Lang::Vi => &EmbedText {
            full: "Xem trang đầy đủ",
            new_tab: "mở trong thẻ mới",
            rest: "Xem cả diễn biến, hướng dẫn cài đặt và mã QR",
            whole_guide: "Xem hướng dẫn đầy đủ",
        },
        Lang::En => &EmbedText {
            full: "See the full page",
            new_tab: "opens in a new tab",
            rest: "See also the trend, the installation guide and the QR code",
            whole_guide: "See the whole guide",
        },
    }
}
