//! The findings in Vietnamese.

use super::{Words, place_with};
use crate::campaign::finding::{NumberError, Place, Problem};

pub(super) fn place(words: &Words, place: &Place) -> String {
    place_with(words, place, ["dòng", "báo cáo", "đơn vị", "tệp bản đồ", "tệp ranh giới"])
}

/// What to do about something that a note would allow, or that a note allows already.
fn note(noted: bool, otherwise: &str) -> String {
    match noted {
        true => " Đã có ghi chú, số liệu được giữ nguyên như nguồn công bố.".into(),
        false => format!(" {otherwise} Nếu nguồn công bố đúng như vậy, thêm --note \"lý do\" để giữ nguyên."),
    }
}

pub(super) fn message(w: &Words, problem: &Problem) -> String {
    use Problem::*;
    match problem {
        Schema { found, wanted } => {
            format!("Tệp thuộc phiên bản {found}, công cụ này đọc phiên bản {wanted}. Hãy dùng bản công cụ phù hợp.")
        }
        NoDistricts => "Chưa có đơn vị hành chính nào. Hãy khai báo ít nhất một huyện, thành phố.".into(),
        NoReports => "Chưa có báo cáo nào, trang sẽ chưa có số liệu. Dùng lệnh import để đưa báo cáo đầu tiên vào.".into(),
        TooMany { what, count, limit } => {
            format!("{what} có {} mục, tối đa là {}. Hãy kiểm tra lại tệp.", w.count(*count), w.count(*limit))
        }
        Empty { field } => format!("{field} đang để trống. Hãy điền vào."),
        TooLong { field, limit } => format!("{field} dài quá {} ký tự. Hãy rút gọn.", w.count(*limit)),
        Unclean { field } => format!("{field} có ký tự điều khiển hoặc dấu < >. Hãy xóa các ký tự đó."),
        Malformed { field, text } => format!(
            "{field} không được viết là {}. Mã chỉ gồm chữ không dấu và số, slug chỉ gồm a-z, 0-9 và gạch nối, số điện thoại chỉ gồm chữ số và dấu cách.",
            w.quote(text)
        ),
        Duplicate { field, text } => format!("{field} {} bị trùng. Mỗi giá trị chỉ được dùng một lần.", w.quote(text)),
        BadLink { field, text } => {
            format!("{field} {} không phải là địa chỉ web dùng được. Hãy ghi đầy đủ, bắt đầu bằng https://.", w.quote(text))
        }
        OutOfRange { field } => format!("{field} nằm ngoài khoảng cho phép. Hãy sửa lại; nếu chưa biết thì bỏ hẳn mục này."),
        PopulationUnsourced => "Có dân số nhưng chưa ghi nguồn, nên trang sẽ không hiện tỷ lệ. Hãy thêm population_source.".into(),
        PopulationSum { sum, province } => format!(
            "Dân số các đơn vị cộng lại là {}, khác dân số toàn tỉnh {}. Hãy kiểm tra xem các số có cùng một nguồn không.",
            w.n(*sum),
            w.n(*province)
        ),
        UnknownKey { path } => format!("Không có mục nào tên là {}. Có thể gõ nhầm; hãy sửa hoặc xóa.", w.quote(path)),
        Unreadable { detail } => {
            format!("Nội dung không đúng cấu trúc: {}. Hãy sửa tại vị trí đó hoặc lấy lại bản trước.", w.quote(detail))
        }
        UnknownCode { code } => format!("Không có đơn vị nào mang mã {}. Hãy sửa mã hoặc khai báo đơn vị.", w.quote(code)),
        TooLarge { code, value } => format!("{}: {} là con số quá lớn. Hãy kiểm tra lại.", w.subject(code.as_ref()), w.n(*value)),
        NotLater { previous } => format!(
            "Thời điểm không sau báo cáo trước ({}). Hãy kiểm tra lại ngày giờ; nếu đây là bản đính chính, dùng --corrects.",
            w.at(*previous)
        ),
        SumDiffers { sum, total, noted } => {
            format!(
                "Các đơn vị cộng lại được {}, nhưng tổng ghi là {} (lệch {}).{}",
                w.n(*sum),
                w.n(*total),
                w.n(sum.abs_diff(*total)),
                note(*noted, "Hãy đối chiếu với nguồn.")
            )
        }
        PartsExceedTotal { sum, total, noted } => {
            format!(
                "Còn thiếu đơn vị mà các đơn vị đã có cộng lại được {}, vượt tổng {}.{}",
                w.n(*sum),
                w.n(*total),
                note(*noted, "Hãy đối chiếu với nguồn.")
            )
        }
        DistrictMissing { code, noted } => format!("Thiếu số liệu của {}.{}", w.name(code), note(*noted, "Hãy bổ sung.")),
        RateDiffers { stated, computed, total, population, noted } => {
            let (stated, computed) = (w.rate(*stated), w.rate(*computed));
            format!(
                "Tỷ lệ ghi là {stated}, nhưng {} trên dân số {} là {computed}.{}",
                w.n(*total),
                w.n(*population),
                note(*noted, "Có thể nguồn dùng mẫu số khác; hãy đối chiếu.")
            )
        }
        TotalFell { from, to, since, noted } => {
            format!(
                "Tổng giảm từ {} ({}) xuống {}.{}",
                w.n(*from),
                w.at(*since),
                w.n(*to),
                note(*noted, "Hãy xem có gõ thiếu chữ số không.")
            )
        }
        InstallsFell { code, from, to, since, noted } => {
            format!(
                "{} giảm từ {} ({}) xuống {}.{}",
                w.name(code),
                w.n(*from),
                w.at(*since),
                w.n(*to),
                note(*noted, "Hãy xem có gõ thiếu chữ số không.")
            )
        }
        AbovePopulation { code, installs, population, noted } => {
            format!(
                "{}: {} lượt cài đặt, nhiều hơn dân số {}.{}",
                w.subject(code.as_ref()),
                w.n(*installs),
                w.n(*population),
                note(*noted, "Hãy kiểm tra xem có gõ thừa chữ số không.")
            )
        }
        CorrectsNothing { id } => {
            format!("Đính chính cho báo cáo {}, nhưng trước đó không có báo cáo này. Hãy sửa mục corrects.", w.quote(id))
        }
        CorrectionWithoutNote => "Bản đính chính phải có ghi chú (note) nói rõ vì sao.".into(),
        MapLacks { code } => format!("Bản đồ thiếu {} (mã {code}). Hãy tạo lại bản đồ bằng lệnh map.", w.name(code)),
        MapUnknown { code } => format!("Bản đồ có mã {} không thuộc đơn vị nào. Hãy tạo lại bản đồ hoặc khai báo đơn vị.", w.quote(code)),
        BoundaryLacks { code } => {
            format!("Không có {} (mã {code}). Mỗi vùng phải ghi mã đơn vị trong properties.code.", w.name(code))
        }
        BoundaryBroken { code } => format!("Không vẽ được vùng của {}: thiếu đoạn ranh giới hoặc vùng không có diện tích.", w.name(code)),
        BoundaryTwice { code } => format!("Có hai vùng cùng mang mã {code} ({}). Hãy gộp lại hoặc bỏ một vùng.", w.name(code)),
        BoundaryNotDegrees => "Tọa độ không phải là độ kinh, độ vĩ (WGS 84). Hãy xuất lại tệp theo hệ này.".into(),
        BoundaryUnsourced { substitute } => {
            format!("Chưa ghi nguồn ranh giới, bản đồ sẽ ghi {}. Hãy thêm --source \"tên nguồn\".", w.quote(substitute))
        }
        NotText => "Đây không phải là tệp văn bản. Hãy đưa vào văn bản UTF-8, CSV, XLSX hoặc ODS.".into(),
        NothingFound => "Không tìm thấy số liệu của đơn vị nào. Hãy kiểm tra xem đã chọn đúng tệp chưa.".into(),
        SheetUnreadable { detail } => {
            format!("Không mở được bảng tính: {}. Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại.", w.quote(detail))
        }
        SheetTooLarge { sheet, cell } => {
            let sheet = sheet.as_ref().map_or_else(|| "Trang tính".to_owned(), |name| format!("Trang tính {}", w.quote(name)));
            format!(
                "{sheet} có nội dung ở ô {cell}, nằm quá xa bảng số liệu. Hãy xóa nội dung đó, hoặc chép riêng bảng số liệu sang tệp mới."
            )
        }
        InputTooLarge { limit } => {
            let megabytes = w.n(limit / (1024 * 1024));
            format!(
                "Tệp chứa hơn {megabytes} MB dữ liệu (bảng tính: sau khi giải nén) nên không đọc. Hãy chép riêng bảng số liệu sang tệp mới."
            )
        }
        SeveralSheets { names } => {
            format!("Nhiều trang tính cùng có số liệu: {}. Hãy để lại một trang, hoặc lưu trang cần dùng thành CSV.", w.list(names))
        }
        BadFigure { text, why } => format!("Không nhận số {}: {}. Hãy viết lại, ví dụ 12.452 hoặc 12452.", w.quote(text), refusal(*why)),
        BadRate { text } => format!("Không nhận tỷ lệ {}. Hãy viết lại, ví dụ 8,35%.", w.quote(text)),
        NoFigure { code } => format!("Có tên {} nhưng không có số liệu đi kèm. Hãy ghi số ngay sau tên, trên cùng một dòng.", w.name(code)),
        SeveralFigures { code, first, second } => {
            format!(
                "{} có nhiều con số ({}, {}), không rõ số nào là số lượt cài đặt. Hãy để lại một số, hoặc thêm dòng tiêu đề cho các cột.",
                w.subject(code.as_ref()),
                first,
                second
            )
        }
        FigureIgnored { code, text } => format!("{}: {} không được hiểu là số lượt cài đặt nên bỏ qua.", w.name(code), w.quote(text)),
        UnknownDistrict { text } => {
            format!("Không nhận ra đơn vị {}. Hãy sửa tên cho đúng, hoặc xóa dòng nếu không phải số liệu.", w.quote(text))
        }
        Quoted => "Các dòng bắt đầu bằng dấu > là thư cũ được trích lại, nên bỏ qua.".into(),
        NotInstalls { text } => {
            format!("{} cho thấy các số này không phải là số lượt cài đặt. Hãy bỏ phần này, hoặc sửa lại câu dẫn, tiêu đề.", w.quote(text))
        }
        TotalUnclear { total } => {
            format!("Chỉ có con số {}, và câu văn không nói rõ đó là số lượt cài đặt Bluezone. Hãy ghi rõ.", w.n(*total))
        }
        DistrictsUnread { names, noted } => {
            let todo = note(*noted, "Hãy ghi mỗi đơn vị một dòng, tên trước, số sau.");
            format!("Có nhắc đến {} nhưng không đọc được số của đơn vị nào.{todo}", names.join(", "))
        }
        InFuture { as_of } => format!("Thời điểm {} chưa đến. Hãy kiểm tra lại ngày, tháng, năm.", w.at(*as_of)),
        AmbiguousDistrict { text } => format!("{} là tên của nhiều đơn vị. Hãy ghi rõ thành phố, thị xã hay huyện.", w.quote(text)),
        CodeAndName { code, text } => {
            format!("Mã {} là của {}, không khớp với tên {}. Hãy sửa một trong hai.", code, w.name(code), w.quote(text))
        }
        DistrictTwice { code, first, first_line, second } => {
            format!("{} có hai số khác nhau: {} (dòng {first_line}) và {}. Hãy để lại số đúng.", w.name(code), w.n(*first), w.n(*second))
        }
        TotalTwice { first, first_line, second } => {
            format!("Có hai số tổng khác nhau: {} (dòng {first_line}) và {}. Hãy để lại số đúng.", w.n(*first), w.n(*second))
        }
        RateTwice { first, first_line, second } => {
            format!("Có hai tỷ lệ khác nhau: {} (dòng {first_line}) và {}. Hãy để lại tỷ lệ đúng.", w.rate(*first), w.rate(*second))
        }
        DateTwice { first, first_line, second } => {
            format!("Văn bản ghi hai thời điểm: {} (dòng {first_line}) và {}. Hãy chọn một bằng --as-of.", w.at(*first), w.at(*second))
        }
        BadDate { text } => format!("Ngày {} không đầy đủ hoặc không có trong lịch. Hãy cho biết thời điểm bằng --as-of.", w.quote(text)),
        NoDate => "Văn bản không ghi số liệu tính đến thời điểm nào. Hãy cho biết bằng --as-of, ví dụ --as-of \"8h 13/8/2020\".".into(),
        HourNotStated { as_of } => {
            format!("Văn bản chỉ ghi ngày, không ghi giờ: số liệu được hiểu là của {}. Nếu biết giờ, thêm --as-of.", w.at(*as_of))
        }
        DateDisagrees { text, given } => {
            format!("Văn bản ghi {}, nhưng --as-of là {}. Hãy bỏ --as-of hoặc sửa cho khớp.", w.at(*text), w.at(*given))
        }
        TotalNotStated { sum } => format!("Văn bản không ghi tổng; lấy tổng các đơn vị là {}.", w.n(*sum)),
        TotalAlone => "Chỉ có số tổng, không có số của từng đơn vị: báo cáo được tính vào diễn biến chung, không hiện trên bản đồ.".into(),
        WhichColumn { candidates } => format!(
            "Không rõ cột nào là số lượt cài đặt: {}. Hãy để lại một cột số, hoặc đặt tiêu đề “Số lượt cài đặt” cho đúng cột đó.",
            w.list(candidates)
        ),
        OtherFigures { as_of } => {
            format!("Đã có báo cáo {} với số liệu khác. Nếu đây là bản đính chính, thêm --corrects và --note \"lý do\".", w.at(*as_of))
        }
        NoSource => "Văn bản không cho biết nguồn, báo cáo sẽ ghi “Không rõ nguồn”. Hãy thêm --source \"tên văn bản\".".into(),
        CorrectionNeedsNote => "Đính chính phải nói rõ vì sao. Hãy thêm --note \"lý do\".".into(),
        NothingToCorrect { as_of } => {
            format!("Không có báo cáo {} để đính chính. Hãy bỏ --corrects, hoặc kiểm tra lại thời điểm.", w.at(*as_of))
        }
    }
}

fn refusal(why: NumberError) -> &'static str {
    match why {
        NumberError::Grouping => "dấu phân cách không đúng, có thể hiểu theo nhiều cách",
        NumberError::Negative => "số âm hoặc dấu trừ dính liền số",
        NumberError::Doubtful => "chữ hoặc dấu đi kèm cho thấy số này không chính xác, chưa đủ hoặc không phải số hiện tại",
        NumberError::Glued => "có chữ hoặc ký hiệu dính liền số",
        NumberError::TooLarge => "số quá lớn",
        NumberError::Fraction => "số có phần lẻ",
    }
}
