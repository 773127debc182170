//! What the tool says while it renders and serves the site (native only).

use super::Lang;

pub struct Build {
    /// 0 pages, 1 folder, 2 bytes of the front page in brotli, 3 compressed files
    pub rendered: &'static str,
    /// 0 files that are new or other than before, 1 files left as they were, 2 files removed
    pub switched: &'static str,
    /// Another run is at work in the same folder.
    pub waiting: &'static str,
    /// 0 bytes of the front page, 1 the limit for so many units
    pub heavy: &'static str,
    pub no_app: &'static str,
    /// 0 reason
    pub no_json: &'static str,
    /// 0 page, 1 what differs
    pub figures_differ: &'static str,
    /// 0 reason
    pub style: &'static str,
    /// 0 picture, 1 reason
    pub picture: &'static str,
    /// 0 file
    pub data_errors: &'static str,
    /// 0 file, 1 its revision, 2 folder, 3 the revision that it shows
    pub older: &'static str,
    /// 0 file, 1 reason
    pub map_unreadable: &'static str,
    /// 0 address
    pub serving: &'static str,
    /// 0 address, 1 reason
    pub cannot_serve: &'static str,
    /// 0 folder
    pub no_site: &'static str,
    /// 0 what was asked for
    pub base_path: &'static str,
    /// 0 the address of the data file
    pub base_path_twice: &'static str,
    /// What is lost where the data file states no address.
    pub no_base_url: &'static str,
    /// 0 file, 1 bytes
    pub single: &'static str,
}

pub fn build(lang: Lang) -> &'static Build {
    match lang {
        Lang::Vi => &Build {
            rendered: "Đã dựng {0} trang vào {1}; trang đầu {2} byte (brotli); đã nén {3} tệp.",
            switched: "Tệp mới hoặc thay đổi: {0}; giữ nguyên: {1}; gỡ bỏ: {2}.",
            waiting: "Một lệnh khác đang ghi vào thư mục này; đang chờ lệnh đó xong…",
            heavy: "Lưu ý: trang đầu nặng {0} byte, quá mức {1} byte dành cho chừng ấy đơn vị; máy yếu mở chậm. Ranh giới đơn giản hơn thì trang nhẹ hơn.",
            no_json: "Không ghi được số liệu thành JSON: {0}",
            no_app: "Lưu ý: thư mục này không có wasm của trang, nên các trang chỉ là trang tĩnh. Hãy chạy `make dist` để dựng đủ.",
            figures_differ: "Trang {0} hiện số liệu khác với tệp số liệu, nên không ghi: {1}",
            style: "Tệp kiểu chữ, màu sắc bị lỗi: {0}",
            picture: "Không vẽ được hình {0}: {1}",
            data_errors: "Tệp {0} có lỗi, nên không làm gì. Hãy chạy lệnh `check` để xem từng lỗi.",
            older: "{0} là lần sửa {1}, nhưng {2} đang đăng lần sửa {3}. Trang và màn hình không quay lại lần sửa cũ hơn. Muốn lấy lại nội dung cũ, dùng lệnh restore với tệp mới nhất.",
            map_unreadable: "Không đọc được bản đồ {0}: {1}. Hãy tạo lại bằng lệnh `map`.",
            serving: "Trang đang mở tại {0} (bấm Ctrl+C để dừng).",
            cannot_serve: "Không mở được địa chỉ {0}: {1}. Có thể cổng này đang được dùng; hãy chọn cổng khác bằng --port.",
            base_path: "Đường dẫn {0} không dùng được cho --base-path. Hãy viết như /bluezone/, chỉ gồm chữ không dấu, số và các dấu - . _ ~ %.",
            base_path_twice: "Tệp số liệu đã ghi địa chỉ {0}, nên không dùng --base-path. Hãy bỏ --base-path, hoặc đổi địa chỉ bằng lệnh base-url.",
            no_base_url: "Lưu ý: tệp số liệu chưa có base_url, nên liên kết chia sẻ có thể không hiện hình, máy tìm kiếm không được cho biết địa chỉ chính và bản ngôn ngữ kia, các cổng thông tin không tự nhận ra trang để nhúng (oEmbed). Hãy ghi bằng lệnh base-url, rồi chạy lại render.",
            single: "Đã ghi {0} ({1} byte). Chép tệp này vào USB rồi mở bằng trình duyệt của màn hình; không cần mạng.",
            no_site: "Thư mục {0} chưa có trang nào. Hãy chạy `make dist` trước.",
        },
        Lang::En => &Build {
            rendered: "{0} pages rendered into {1}; the front page is {2} bytes in brotli; {3} files compressed.",
            switched: "Files new or changed: {0}; left as they were: {1}; removed: {2}.",
            waiting: "Another run is writing to this folder; waiting for it to finish…",
            heavy: "Note: the front page has {0} bytes, more than the {1} for so many units; cheap phones open it slowly. Simpler boundaries make it lighter.",
            no_json: "The figures cannot be written as JSON: {0}",
            no_app: "Note: this folder holds no wasm of the site, so its pages stay static. `make dist` builds all of it.",
            figures_differ: "Page {0} shows figures that differ from the data file and is not written: {1}",
            style: "The style sheet is faulty: {0}",
            picture: "The picture {0} cannot be drawn: {1}",
            data_errors: "{0} has errors, so nothing is made. The command `check` lists each of them.",
            older: "{0} is at revision {1}, but {2} shows revision {3}. Pages and screens never go back to a lower one. To put older content back, use `restore` on the newest file.",
            map_unreadable: "The map {0} cannot be read: {1}. Make it anew with the command `map`.",
            serving: "The site is at {0} (Ctrl+C stops it).",
            cannot_serve: "Cannot listen on {0}: {1}. The port may be in use; choose another with --port.",
            base_path: "{0} can't be used as --base-path. Write it like /bluezone/, of ASCII letters, digits and - . _ ~ % alone.",
            base_path_twice: "The data file states the address {0}, so --base-path has no place. Leave it out, or change the address with `base-url`.",
            no_base_url: "Note: the data file has no base_url. Without it shared links may show no picture, search engines are not told the canonical address nor the page in the other language, and portals can't find the embed by themselves (oEmbed). Set it with `base-url`, then `render` again.",
            single: "Wrote {0} ({1} bytes). Copy it to a USB stick and open it in the screen's browser; no network is needed.",
            no_site: "{0} holds no site yet. Run `make dist` first.",
        },
    }
}
