//! The findings in Vietnamese.

use super::import_vi as import;
use super::{Words, place_with};
use crate::campaign::finding::{NumberError, Place, Problem};
use crate::campaign::waiver::waiver;
use crate::text::{Lang, documents, system};

pub(super) fn place(words: &Words, place: &Place) -> String {
    place_with(words, place, ["dòng", "báo cáo", "đơn vị", "tệp bản đồ", "tệp ranh giới"])
}

/// What to do about something that can be accepted by its name, or that it is accepted already.
pub(super) fn note(noted: bool, problem: &Problem, otherwise: &str) -> String {
    match (noted, waiver(problem)) {
        (true, _) => " Đã được chấp nhận; số liệu được giữ nguyên như nguồn công bố.".into(),
        (false, Some(name)) => format!(" {otherwise} Nếu nguồn công bố đúng như vậy, thêm --accept {name} --note \"lý do\" để giữ nguyên."),
        (false, None) => format!(" {otherwise}"),
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
            "{field} không được viết là {}. Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch nối và gạch dưới, slug chỉ gồm a-z, 0-9 và gạch nối, số điện thoại chỉ gồm chữ số và dấu cách, ngôn ngữ là vi hoặc en, múi giờ có dạng +07:00.",
            w.quote(text)
        ),
        AppWords { path } => format!(
            "{path} trống, dài quá 600 ký tự, quá 30 mục, hoặc có ký tự không dùng được (dấu ngoặc nhọn, dấu huyền đứng riêng, < và >). Hãy sửa lại."
        ),
        Reserved { text } => {
            format!("Slug {} trùng với tên mà trang web đã dùng. Hãy chọn tên khác, ví dụ thêm cấp hành chính vào trước.", w.quote(text))
        }
        Duplicate { field, text } => format!("{field} {} bị trùng. Mỗi giá trị chỉ được dùng một lần.", w.quote(text)),
        BadLink { field, text } => {
            format!(
                "{field} {} không phải là địa chỉ web dùng được. Hãy ghi đầy đủ, bắt đầu bằng https://, không có tên người dùng trước tên máy chủ.",
                w.quote(text)
            )
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
            format!("Nội dung không đúng cấu trúc: {}. Hãy sửa tại vị trí đó.", w.quote(&system::shape(Lang::Vi, detail)))
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
                note(*noted, problem, "Hãy đối chiếu với nguồn.")
            )
        }
        PartsExceedTotal { sum, total, noted } => {
            format!(
                "Còn thiếu đơn vị mà các đơn vị đã có cộng lại được {}, vượt tổng {}.{}",
                w.n(*sum),
                w.n(*total),
                note(*noted, problem, "Hãy đối chiếu với nguồn.")
            )
        }
        DistrictMissing { code, noted } => format!("Thiếu số liệu của {}.{}", w.name(code), note(*noted, problem, "Hãy bổ sung.")),
        RateDiffers { stated, computed, total, population, noted } => {
            let (stated, computed) = (w.rate(*stated), w.rate(*computed));
            format!(
                "Tỷ lệ ghi là {stated}, nhưng {} trên dân số {} là {computed}.{}",
                w.n(*total),
                w.n(*population),
                note(*noted, problem, "Có thể nguồn dùng mẫu số khác; hãy đối chiếu.")
            )
        }
        TotalFell { from, to, since, noted } => {
            format!(
                "Tổng giảm từ {} ({}) xuống {}.{}",
                w.n(*from),
                w.at(*since),
                w.n(*to),
                note(*noted, problem, "Hãy xem có gõ thiếu chữ số không.")
            )
        }
        InstallsFell { code, from, to, since, noted } => {
            format!(
                "{} giảm từ {} ({}) xuống {}.{}",
                w.name(code),
                w.n(*from),
                w.at(*since),
                w.n(*to),
                note(*noted, problem, "Hãy xem có gõ thiếu chữ số không.")
            )
        }
        AbovePopulation { code, installs, population, noted } => {
            format!(
                "{}: {} máy cài đặt, nhiều hơn dân số {}.{}",
                w.subject(code.as_ref()),
                w.n(*installs),
                w.n(*population),
                note(*noted, problem, "Hãy kiểm tra xem có gõ thừa chữ số không.")
            )
        }
        InFuture { as_of } => format!("Thời điểm {} chưa đến. Hãy kiểm tra lại ngày, tháng, năm.", w.at(*as_of)),
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
        NotText => "Đây không phải là tệp văn bản UTF-8. Hãy kiểm tra xem đã chọn đúng tệp chưa.".into(),
        Document(error) => documents::message(w.lang, error),
        AttachmentUnread { name, error } => format!("Tệp đính kèm {}: {}", w.quote(name), documents::message(w.lang, error)),
        CommunesLeftOut => "Bảng có cả số của xã, phường, thị trấn; chỉ lấy dòng của huyện, thành phố.".into(),
        HiddenLeftOut { sheet } => {
            format!("Trang tính {} có hàng, cột hoặc trang bị ẩn; chỉ đọc những gì nhìn thấy.", w.quote(sheet))
        }
        NothingFound => "Không tìm thấy số liệu của đơn vị nào. Hãy kiểm tra xem đã chọn đúng tệp chưa.".into(),
        SeveralSheets { names } => {
            format!("Nhiều trang tính cùng có số liệu: {}. Hãy để lại một trang, hoặc lưu trang cần dùng thành CSV.", w.list(names))
        }
        BadFigure { text, why } => format!("Không nhận số {}: {}. Hãy viết lại, ví dụ 12.452 hoặc 12452.", w.quote(text), refusal(*why)),
        BadRate { text } => format!("Không nhận tỷ lệ {}. Hãy viết lại, ví dụ 8,35%.", w.quote(text)),
        NoFigure { code } => format!("Có tên {} nhưng không có số liệu đi kèm. Hãy ghi số ngay sau tên, trên cùng một dòng.", w.name(code)),
        SeveralFigures { code, first, second } => {
            format!(
                "{} có nhiều con số ({}, {}), không rõ số nào là số máy cài đặt. Hãy để lại một số, hoặc thêm dòng tiêu đề cho các cột.",
                w.subject(code.as_ref()),
                first,
                second
            )
        }
        FigureIgnored { code, text } => format!("{}: {} không được hiểu là số máy cài đặt nên bỏ qua.", w.name(code), w.quote(text)),
        UnknownDistrict { text } => {
            let near = w.nearest(text).map(|name| format!(" Ý bạn là {name}?")).unwrap_or_default();
            format!("Không nhận ra đơn vị {}.{near} Hãy sửa tên cho đúng, hoặc xóa dòng nếu không phải số liệu.", w.quote(text))
        }
        Quoted => "Các dòng bắt đầu bằng dấu > là thư cũ được trích lại, nên bỏ qua.".into(),
        NotInstalls { text, word, noted } => {
            format!(
                "{} cho thấy các số này không phải là số máy cài đặt Bluezone của toàn bộ người dân (chữ {}).{}",
                w.quote(text),
                w.quote(word),
                note(*noted, problem, "Hãy kiểm tra lại nguồn.")
            )
        }
        NoteDoubts { text, word, noted } => format!(
            "Ghi chú {} cho thấy có số chưa chắc chắn (chữ {}).{}",
            w.quote(text),
            w.quote(word),
            note(*noted, problem, "Hãy hỏi lại nơi gửi.")
        ),
        Footnote { text } => format!("Văn bản có chú thích cho số liệu: {}.", w.quote(text)),
        FootnoteMissing => "Có số đánh dấu sao mà không thấy chú thích. Hãy xem lại văn bản gốc.".into(),
        RowTooShort { text } => format!(
            "Dòng {} có ít cột hơn tiêu đề: có thể một ô để trống và số của cột khác đã lọt vào. Hãy sửa dòng này, hoặc đưa vào tệp Excel hay CSV.",
            w.quote(text)
        ),
        UnclosedQuote => "Dấu ngoặc kép mở ở đây không được đóng lại, nên các dòng sau bị nuốt mất. Hãy sửa tệp CSV.".into(),
        NoSuchColumn { wanted, candidates } => format!(
            "Không có cột nào, hoặc có nhiều cột, tên là {}. Các cột của bảng: {}. Hãy ghi lại --column theo tiêu đề hoặc chữ cái của cột.",
            w.quote(wanted),
            w.list(candidates)
        ),
        TotalUnclear { total } => {
            format!("Chỉ có con số {}, và câu văn không nói rõ đó là số máy cài đặt Bluezone. Hãy ghi rõ.", w.n(*total))
        }
        DistrictsUnread { names, noted } => {
            let todo = note(*noted, problem, "Hãy ghi mỗi đơn vị một dòng, tên trước, số sau.");
            format!("Có nhắc đến {} nhưng không đọc được số của đơn vị nào.{todo}", names.join(", "))
        }
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
        BadDate { text } => {
            format!("Thời điểm {} không rõ ngày, tháng, hoặc không có trong lịch. Hãy cho biết thời điểm bằng --as-of.", w.quote(text))
        }
        WhichColumn { candidates } => format!(
            "Không rõ cột nào là số máy cài đặt: {}. Hãy chọn bằng --column, ví dụ --column \"Lũy kế\" hoặc --column C.",
            w.list(candidates)
        ),
        Import(problem) => import::message(w, problem),
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
