//! The words of `slides` (native only): what the tool says while it makes pictures and films, and the sheet for the operator of a
//! screen, which is Vietnamese whatever language the tool speaks. It must not know files or pixels.

use super::Lang;

pub struct Slides {
    /// 0 file
    pub foreign: &'static str,
    /// 0 slide, 1 reason
    pub not_drawn: &'static str,
    /// 0 size
    pub too_small: &'static str,
    /// 0 size, 1 scenes
    pub left_out: &'static str,
    /// 0 size
    pub filming: &'static str,
    pub no_ffmpeg: &'static str,
    /// 0 size, 1 what ffmpeg said last
    pub film_failed: &'static str,
    /// 0 size, 1 the film's
    pub odd: &'static str,
    /// 0 size, 1 level, 2 the highest that is usual, 3 the screen that it is enough for
    pub level: &'static str,
    /// 0 files, 1 some of them
    pub strays: &'static str,
    /// 0 file
    pub zipped: &'static str,
    /// 0 PNGs, 1 GIFs, 2 films, 3 sizes, 4 folder
    pub done: &'static str,
    /// 0 moment of the figures
    pub as_of: &'static str,
    pub without_figures: &'static str,
    /// 0 files
    pub removed: &'static str,
}

pub fn slides(lang: Lang) -> &'static Slides {
    match lang {
        Lang::Vi => &Slides {
            foreign: "{0} không phải do lệnh này tạo ra, nên không ghi đè. Hãy chọn thư mục khác bằng --out.",
            not_drawn: "Không vẽ được hình {0}: {1}",
            too_small: "Lưu ý: màn hình {0} quá nhỏ để chữ đọc được, nên không có hình nào cho cỡ này.",
            left_out: "Lưu ý: màn hình {0} không đủ chỗ cho: {1}.",
            filming: "Đang dựng phim {0}…",
            no_ffmpeg: "Lưu ý: máy này chưa cài ffmpeg, nên không có phim MP4; các tệp còn lại vẫn đủ. Hãy cài ffmpeg (ffmpeg.org) rồi chạy lại nếu cần phim.",
            film_failed: "ffmpeg không dựng được phim {0}; các tệp khác vẫn được giữ. ffmpeg báo:\n{1}",
            odd: "Lưu ý: màn hình {0} có cạnh lẻ, mà phim H.264 cần cạnh chẵn, nên phim là {1}: phần thêm rộng một điểm ảnh, cùng màu nền, ở cạnh phải hoặc cạnh dưới. PNG và GIF vẫn đúng {0}.",
            level: "Lưu ý: phim {0} cần bộ giải mã H.264 cấp {1}, trong khi nhiều máy chỉ nhận đến cấp {2} (màn hình {3}). Nếu phim không chạy, hãy dùng hình PNG, hoặc làm cỡ nhỏ hơn bằng --size nếu máy tự phóng hình.",
            strays: "Lưu ý: trong thư mục còn {0} tệp mang tên bluezone mà không thuộc bộ này, cũng không có trong danh sách của lần trước, nên không tự xóa: {1}. Xin kiểm tra và xóa nếu là bộ cũ, để không chiếu lẫn.",
            zipped: "Cả bộ được đóng gói trong {0}.",
            done: "Đã ghi {0} hình PNG, {1} ảnh động GIF, {2} phim MP4 cho {3} cỡ màn hình vào {4}.",
            as_of: "Số liệu tính đến {0}.",
            without_figures: "Không có số liệu còn hạn công bố: các hình chỉ kêu gọi cài đặt.",
            removed: "Đã xóa {0} tệp của lần trước không còn dùng.",
        },
        Lang::En => &Slides {
            foreign: "{0} was not made by this command and is not overwritten. Choose another folder with --out.",
            not_drawn: "Cannot draw {0}: {1}",
            too_small: "Note: a screen of {0} is too small for legible words, so there is no picture for this size.",
            left_out: "Note: a screen of {0} has no room for: {1}.",
            filming: "Filming {0}…",
            no_ffmpeg: "Note: ffmpeg is not installed, so there is no MP4; all other files are complete. Install ffmpeg (ffmpeg.org) and run this again if films are needed.",
            film_failed: "ffmpeg could not make the film of {0}; all other files are kept. It said:\n{1}",
            odd: "Note: the screen of {0} has an odd side. H.264 needs even ones, so the film is {1}: the pixel that is added at the right or at the bottom has the colour of the background. PNG and GIF are exactly {0}.",
            level: "Note: the film of {0} needs an H.264 decoder of level {1}; many take no more than level {2} (screens of {3}). Where it does not play, use the PNG pictures, or make a smaller size with --size if the player enlarges pictures itself.",
            strays: "Note: {0} files in this folder are called bluezone and belong neither to this set nor to the one before, so they are not removed: {1}. Please look at them and delete them if they are of an old set, so that no two sets are shown together.",
            zipped: "The whole set is packed in {0}.",
            done: "Wrote {0} PNG pictures, {1} GIF animations and {2} MP4 films for {3} sizes into {4}.",
            as_of: "Figures as of {0}.",
            without_figures: "There are no figures to be published: the pictures only call to install.",
            removed: "Removed {0} files of an earlier run that are not used any more.",
        },
    }
}

pub fn bad_size(lang: Lang) -> String {
    match lang {
        Lang::Vi => "Hãy viết RỘNGxCAO theo điểm ảnh, ví dụ 192x96.",
        Lang::En => "Write WIDTHxHEIGHT in pixels, e.g. 192x96.",
    }
    .to_owned()
}

pub fn size_limits(lang: Lang, (wide, high): (u32, u32), most: u32, most_of_all: u32) -> String {
    match lang {
        Lang::Vi => {
            format!("Mỗi cạnh từ {wide} (riêng chiều cao từ {high}) đến {most} điểm ảnh, cả hình không quá {most_of_all} điểm ảnh.")
        }
        Lang::En => format!("Each side has {wide} (the height {high}) to {most} pixels, and all have no more than {most_of_all}."),
    }
}

pub fn bad_stamp(lang: Lang, longest: usize) -> String {
    match lang {
        Lang::Vi => format!("Tên có từ 1 đến {longest} chữ và số, nằm trên một dòng."),
        Lang::En => format!("It has 1 to {longest} characters on one line."),
    }
}

/// The sheet's first line; by it the tool knows its own sheet.
pub const TITLE: &str = "HƯỚNG DẪN CHIẾU HÌNH BLUEZONE TRÊN MÀN HÌNH CÔNG CỘNG";

pub const FIGURES: &str = "1. SỐ LIỆU";
/// 0 province, 1 moment
pub const FIGURES_AS_OF: &str = "Bộ tệp này chiếu số máy đã cài ứng dụng Bluezone ở {0}, số liệu tính đến {1}. Ngày này có trên từng hình.";
pub const FIGURES_NONE: &str = "Bộ tệp này không có số liệu, chỉ có lời kêu gọi cài đặt ứng dụng Bluezone.";
pub const FIGURES_OLD: &str = "Số liệu này đã cũ vào lúc làm bộ tệp. Trước khi chiếu, xin hỏi đơn vị gửi xem đã có số liệu mới chưa.";
pub const FIGURES_REPLACE: &str =
    "Khi nhận bộ tệp có số liệu mới hơn, xin xóa hết hình và phim cũ trong bộ điều khiển rồi chép bộ mới vào; không chiếu lẫn hai bộ.";
pub const FIGURES_KEEP: &str = "Xin chiếu nguyên hình, không sửa số, không cắt bớt, không chèn chữ hay quảng cáo lên hình.";

pub const FOLDERS: &str = "2. CHỌN THƯ MỤC";
pub const FOLDERS_HOW: &str = "Mỗi thư mục dành cho một cỡ màn hình. Xin dùng thư mục có số điểm ảnh (rộng x cao) đúng bằng số điểm ảnh của màn hình; số này có trong phần mềm điều khiển, là số điểm đèn chứ không phải số mét.";
pub const TABLE_HEAD: [&str; 5] = ["Thư mục", "Rộng x cao", "PNG", "GIF", "MP4"];
/// 0 pictures
pub const TABLE_PNG: &str = "{0} hình";
/// 0 level
pub const TABLE_LEVEL: &str = "cấp {0}";
pub const TABLE_YES: &str = "có";
pub const TABLE_NO: &str = "–";
pub const FOLDERS_OTHER: &str = "Nếu không có cỡ của màn hình, xin báo số điểm ảnh rộng x cao cho đơn vị gửi để làm thêm. Không phóng to hay thu nhỏ bộ khác: chữ sẽ nhòe và điện thoại không quét được mã QR.";

pub const FILES: &str = "3. CHỌN TỆP";
pub const FILES_ONE: &str = "Chỉ cần dùng một loại tệp trong các loại sau:";
/// 0 seconds
pub const FILES_PNG: &str = "Hình PNG (nét nhất, nên dùng): chép tất cả hình của thư mục, xếp theo tên tệp (số thứ tự 01, 02, 03... đứng sau số điểm ảnh), đặt mỗi hình {0} giây, tắt hiệu ứng chuyển hình, lặp lại liên tục.";
/// 0 seconds, 1 profile
pub const FILES_MP4: &str =
    "Phim MP4 (H.264 {1}, 25 hình/giây): dùng khi bộ điều khiển chỉ nhận phim. Mỗi hình đã được đặt {0} giây; chỉ cần bật lặp lại.";
pub const FILES_MUTE: &str = "Phim không có tiếng.";
pub const FILES_SILENT: &str =
    "Phim có kèm phần tiếng để trống (AAC), vì có máy không nhận phim thiếu tiếng; khi chiếu không phát ra âm thanh.";
/// 0 seconds
pub const FILES_GIF: &str =
    "Ảnh động GIF: dùng khi bộ điều khiển nhận ảnh động mà không nhận phim. Mỗi hình đã được đặt {0} giây, ảnh tự lặp lại.";
/// 0 an example, 1 moment of the figures, 2 its pixels
pub const NAMES: &str = "Tên tệp ghi ngày giờ của số liệu và số điểm ảnh. Ví dụ {0} là số liệu tính đến {1}, màn hình {2}. Tệp mang ngày giờ khác là của bộ khác, xin không chiếu lẫn.";
/// 0 an example
pub const NAMES_BARE: &str = "Tên tệp ghi số điểm ảnh, ví dụ {0}. Bộ này không có số liệu nên tên tệp không có ngày giờ; tệp mang ngày giờ là của bộ khác, xin không chiếu lẫn.";
pub const LEVELS: &str = "Cột MP4 của bảng ghi cấp (level) H.264 của phim: bộ điều khiển phải nhận được cấp đó trở lên. Nếu phim không mở được, xin dùng PNG hoặc GIF, hoặc báo đơn vị gửi làm lại phim cho máy đời cũ (tùy chọn --compat).";
pub const LEVELS_COMPAT: &str = "Cột MP4 của bảng ghi cấp (level) H.264 của phim: bộ điều khiển phải nhận được cấp đó trở lên. Phim đã được nén theo cách mà máy đời cũ nhận được; nếu vẫn không mở được, xin dùng PNG hoặc GIF.";
/// 0 folder, 1 the film's pixels
pub const ODD: &str = "Thư mục {0}: màn hình có cạnh lẻ, mà phim phải có cạnh chẵn nên là {1}; phần thêm rộng một điểm ảnh, cùng màu nền, ở cạnh phải hoặc cạnh dưới. Xin chiếu phim từ góc trên bên trái, không co giãn, để phần thêm nằm ngoài màn hình; hoặc dùng PNG, GIF, vốn đúng cỡ màn hình.";
pub const FILES_LANGUAGES: &str =
    "Tên tệp có -vi là hình tiếng Việt, -en là hình tiếng Anh; mỗi vòng chiếu hết tiếng này rồi đến tiếng kia.";
pub const DEVICES: &str = "Theo loại bộ điều khiển:";
pub const DEVICE_NOVASTAR: &str = "NovaStar dòng Taurus (phần mềm ViPlex Express): tạo chương trình đúng cỡ màn hình, thêm lần lượt các hình PNG, hoặc một tệp MP4, rồi gửi xuống màn hình hay xuất ra USB.";
pub const DEVICE_HUIDU: &str = "Huidu màn hình màu (phần mềm HDPlayer): tạo chương trình, thêm vùng hình ảnh phủ kín màn hình, đưa các hình PNG vào theo thứ tự; cũng có thể dùng GIF hoặc MP4.";
pub const DEVICE_LINSN: &str = "Linsn và các loại dùng card phát nối với máy tính: đặt cửa sổ phát đúng cỡ màn hình, sát góc trên bên trái của vùng card lấy hình, rồi phát các hình PNG hoặc tệp MP4.";
pub const DEVICE_OTHER: &str = "Loại khác: thử PNG trước, rồi đến MP4, rồi đến GIF.";

pub const CHECK: &str = "4. KIỂM TRA SAU KHI CHIẾU";
pub const CHECK_SHARP: &str = "Một điểm ảnh của hình là một điểm đèn (tỷ lệ 1:1). Xin tắt các mục phóng to, vừa khung, kéo giãn (scale, fit, stretch). Nếu chữ bị nhòe hay nét dày mỏng không đều thì hình đang bị phóng to hoặc thu nhỏ.";
pub const CHECK_EDGES: &str = "Không cạnh nào bị cắt, chữ đủ dấu.";
pub const CHECK_DATE: &str = "Ngày của số liệu trên màn hình đúng với ngày ở mục 1.";
/// 0 link
pub const CHECK_QR: &str =
    "Nếu hình có mã QR: đứng ở chỗ người xem, dùng điện thoại quét thử, phải mở ra trang {0} (không quét được thì giảm độ sáng).";
pub const CHECK_ROUND: &str = "Xem hết một vòng: đủ số hình, không có khoảng đen giữa hai hình.";

pub const LIGHT: &str = "5. ĐỘ SÁNG";
pub const LIGHT_NIGHT: &str = "Khi trời tối, xin giảm độ sáng (thường còn khoảng một phần tư so với ban ngày), tốt nhất là đặt lịch hoặc dùng cảm biến của bộ điều khiển. Màn hình quá sáng làm chói mắt người đi đường, chữ bị lóa và mã QR khó quét.";

pub const INSTALL: &str = "6. NƠI CÀI ĐẶT BLUEZONE";
/// 0 address
pub const INSTALL_AT: &str = "Người dân cài đặt Bluezone tại: {0}";
/// 0 any other number
pub const INSTALL_OTHER_HOTLINE: &str = "Đường dây nóng: {0}";
/// 0 number, which is the Ministry's
pub const INSTALL_HOTLINE: &str = "Đường dây nóng của Bộ Y tế: {0}";
pub const MANIFEST: &str =
    "Tệp manifest.json ghi mã kiểm tra (SHA-256) của từng tệp để đối chiếu khi cần; không phải chép vào bộ điều khiển.";
/// 0 file
pub const ZIP: &str = "Tệp {0} gồm tất cả các tệp của bộ này, dùng để gửi đi; không phải chép vào bộ điều khiển.";
