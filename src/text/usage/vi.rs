//! The command line in Vietnamese.

use super::Usage;

pub const USAGE: Usage = Usage {
    usage: "Cách dùng:",
    commands: "Các lệnh",
    arguments: "Tham số",
    options: "Tùy chọn",
    command: "LỆNH",
    any_options: "[TÙY CHỌN]",
    help: "In phần trợ giúp này",
    version: "In số phiên bản",
    default: "[mặc định: {0}]",
    possible: "[một trong các giá trị: {0}]",
    exit_codes: "Mã kết thúc: 0 đã xong; 1 dữ liệu hoặc văn bản đưa vào có lỗi; 2 gọi lệnh sai, hoặc có tệp không đọc hay ghi được.",

    error: "LỖI:",
    more: "Để xem hướng dẫn, hãy gõ: {0}",
    perhaps: "Có phải ý bạn là «{0}»?",
    invalid_value: "Không thể dùng «{0}» cho {1}.",
    empty_value: "Sau {0} cần có một giá trị.",
    unknown_argument: "Lệnh này không có tham số «{0}».",
    unknown_command: "Không có lệnh «{0}».",
    missing_command: "Hãy cho biết cần làm lệnh nào.",
    conflict: "Không dùng {0} cùng với {1}: hãy bỏ một trong hai.",
    twice: "Chỉ được ghi {0} một lần.",
    missing: "Còn thiếu: {0}.",
    too_many: "Số giá trị ghi cho {0} không đúng.",
    not_text: "Có tham số không phải là chữ đọc được (UTF-8).",
    other: "Không hiểu được dòng lệnh này.",
};

pub fn command(name: &str) -> &'static str {
    match name {
        "" => "Công bố số liệu của trang tuyên truyền cài đặt Bluezone: nhận báo cáo, kiểm tra dữ liệu, dựng trang.",
        "import" => "Đọc một báo cáo đúng như khi được gửi đến và ghi vào tệp dữ liệu",
        "publish" => "Từ văn bản đến trang web chỉ bằng một lệnh: nhận, kiểm tra, dựng trang và cho biết những gì đã thay đổi",
        "withdraw" => "Rút một báo cáo: báo cáo vẫn lưu trong tệp, trang web nêu rõ lý do rút",
        "correct" => "Đính chính một báo cáo: thời điểm, nguồn, hoặc thay toàn bộ bằng một văn bản mới",
        "goal" => "Đặt mục tiêu",
        "population" => "Ghi số dân kèm nguồn",
        "hotline" => "Ghi số đường dây nóng",
        "link" => "Ghi địa chỉ để người dân cài ứng dụng",
        "base-url" => "Ghi địa chỉ của trang web này",
        "office" => "Ghi tên cơ quan phát hành áp phích, tờ rơi",
        "bulletin" => "Ghi cách đọc bản tin phát thanh",
        "history" => "Cho xem những gì đã làm với tệp dữ liệu, vào lúc nào, thay cho điều gì",
        "undo" => "Hủy thay đổi gần nhất (thành một lần sửa đổi mới)",
        "restore" => "Khôi phục một tệp dữ liệu cũ (thành một lần sửa đổi mới)",
        "migrate" => "Chuyển tệp dữ liệu có cấu trúc cũ sang cấu trúc hiện nay",
        "new" => "Tạo tệp số liệu và tệp bản đồ của một tỉnh từ tệp ranh giới",
        "map" => "Tạo tệp bản đồ từ tệp TopoJSON có ranh giới các đơn vị",
        "check" => "Kiểm tra tệp dữ liệu và tệp bản đồ",
        "schema" => "Ghi lược đồ JSON (JSON Schema) của tệp dữ liệu",
        "render" => "Dựng mọi trang trong thư mục đã biên dịch và nén lại",
        "slides" => "Tạo hình và phim cho những màn hình có bộ điều khiển không mở được trang web",
        "led" => "Gói màn hình công cộng vào một tệp duy nhất, dùng cho máy phát không nối mạng",
        "serve" => "Mở thư mục đã dựng ngay trên máy này để xem thử",
        _ => "",
    }
}

pub fn argument(command: &str, name: &str) -> &'static str {
    match (command, name) {
        ("link", "url") => "Địa chỉ, bắt đầu bằng https://",
        ("base-url", "url") => "Địa chỉ của trang, ví dụ https://bluezone.daknong.gov.vn/",
        ("base-url", "none") => "Chưa biết trang sẽ đặt ở địa chỉ nào",
        ("office", "name") => "Tên cơ quan, như in trên áp phích",
        ("office", "name_en") => "Tên bằng tiếng Anh",
        ("office", "none") => "Không ghi cơ quan nào",
        ("bulletin", "spoken_address") => "Địa chỉ để cài, viết như khi đọc: «blu-dôn chấm gov chấm vn»; để trống là bỏ",
        ("bulletin", "spoken_address_en") => "Địa chỉ ấy trong bản tin tiếng Anh",
        ("bulletin", "speed") => "Số âm tiết một phút, từ 80 đến 400",
        ("goal", "source") => "Tên văn bản nêu mục tiêu",
        ("hotline", "number") => "Chữ số và dấu cách, ví dụ «1900 9095»",
        ("population", "number") => "Số dân",
        ("population", "source") => "Nguồn của số dân, viết sao cho đứng được cạnh tỷ lệ",
        ("population", "note") => "Lý do giữ nguyên tỷ lệ mà các báo cáo đã nêu, dù không khớp với số dân mới",
        ("new", "from") => "Tệp ranh giới: GeoJSON, TopoJSON hoặc Shapefile nén (.zip), theo độ kinh, độ vĩ (WGS 84)",
        ("new", "province") => "Mã tỉnh ghi cạnh các đơn vị (có hay không có số 0 ở đầu); không ghi thì lấy tất cả đơn vị trong tệp",
        ("new", "province_name") => "Tên tỉnh; không ghi thì lấy theo tệp hoặc theo mã của Tổng cục Thống kê",
        ("new", "province_kind") => {
            "Cả địa bàn là gì: province (tỉnh), city (thành phố trực thuộc trung ương) hay country (cả nước); không ghi thì tự đoán"
        }
        ("new", "code") => "Cột chứa mã đơn vị; không ghi thì tự đoán",
        ("new", "name") => "Cột chứa tên đơn vị, có hay không kèm loại; không ghi thì tự đoán",
        ("new", "parent") => "Cột chứa tỉnh của đơn vị; không ghi thì tự đoán",
        ("new", "kind") => "Cột chứa loại đơn vị, khi tên không kèm loại",
        ("new", "layer") => "Lớp cần lấy, khi TopoJSON hoặc tệp nén có nhiều lớp",
        ("new", "source") => "Nguồn của ranh giới, ghi cạnh mọi bản đồ",
        ("new", "source_en") => "Nguồn của ranh giới, bằng tiếng Anh",
        ("new", "undrawn") => "Mã của đơn vị chỉ liệt kê, không vẽ; ghi được nhiều lần",
        ("map", "source") => "Nguồn của ranh giới, ghi cạnh mọi bản đồ; nếu không ghi thì giữ nguồn đang có trong tệp bản đồ",
        ("map", "source_en") => "Nguồn của ranh giới, bằng tiếng Anh",
        ("correct", "file") => "Văn bản mới, thay cho toàn bộ báo cáo",
        ("restore", "file") => "Tệp dữ liệu cũ",
        ("publish", "dist") => "Thư mục của trang web",
        ("render", "dist") => "Thư mục do Trunk biên dịch",
        ("led" | "serve", "dist") => "Thư mục do `make dist` tạo",
        ("schema", "out") => "Tệp cần ghi; `-` là in ra màn hình",
        ("slides", "out") => "Thư mục để ghi",

        (_, "data") => "Tệp dữ liệu",
        (_, "map") => "Tệp bản đồ",
        (_, "format") => "Cách trả lời: `text` cho người đọc, `json` cho chương trình",
        (_, "lang") => "Ngôn ngữ của thông báo; với `slides` có thể ghi nhiều (`vi,en`), chiếu lần lượt",
        (_, "file" | "letter") => {
            "Công văn, thư điện tử hoặc bảng số liệu: văn bản, CSV, DOCX, PDF, HTML, EML, XLSX, XLS hoặc ODS; `-` là đọc từ đầu vào chuẩn"
        }
        (_, "dry_run") => "Chỉ cho xem những gì sẽ thay đổi, không thay đổi gì",
        (_, "yes") => "Không hỏi lại trước khi ghi",
        (_, "corrects") => "Đính chính báo cáo cùng thời điểm (báo cáo cũ vẫn lưu trong tệp); cần có --note",
        (_, "as_of") => {
            "Thời điểm của số liệu, có hiệu lực bất kể văn bản ghi gì: 2020-08-13T08:00, «2020-08-13 08:00», 2020-08-13, «8h 13/8/2020»"
        }
        (_, "counts") => "Cho biết số liệu đếm gì, khi văn bản không nói rõ",
        (_, "column") => "Cột số liệu: dòng chữ ở đầu cột, hoặc chữ cái của cột",
        (_, "accept") => "Chấp nhận đích danh điều còn vướng ở số liệu (sum, rate, fall, fall:663, rise, missing:663 …); cần có --note",
        (_, "note") => "Lời ghi chú cho người đọc: vì sao chấp nhận, hoặc sai ở đâu",
        (_, "source") => "Tên nguồn; nếu không ghi thì lấy theo chữ trong văn bản",
        (_, "source_en") => "Tên nguồn bằng tiếng Anh, dùng cho các trang tiếng Anh",
        (_, "number") => "Số hiệu văn bản, ví dụ 4161/UBND-KGVX",
        (_, "url") => "Địa chỉ của văn bản trên mạng",
        (_, "kind") => "Cách đọc văn bản; nếu không ghi thì dựa vào tên tệp hoặc nội dung",
        (_, "watch") => "Nhận các văn bản được đưa vào thư mục này, giữ lại văn bản bị từ chối kèm lý do",
        (_, "once") => "Đi cùng --watch: nhận những gì đang có rồi kết thúc",
        (_, "report") => "Báo cáo: mã (r2) hoặc thời điểm (2020-08-13, 2020-08-13T08:00)",
        (_, "why") => "Lý do rút, người dân sẽ đọc được",
        (_, "value") => "Số máy cài đặt (60000) hoặc tỷ lệ trên dân số (30%)",
        (_, "none") => "Không đặt mục tiêu",
        (_, "place") => "Tên, mã hoặc tên rút gọn của đơn vị, hoặc tên tỉnh",
        (_, "which") => "Địa chỉ nào: trang dẫn mỗi máy đến kho ứng dụng của máy, CH Play, hay App Store",
        (_, "topojson") => "Tệp TopoJSON: mỗi đơn vị một vùng, mã đơn vị nằm ở `properties.code` hoặc `id`",
        (_, "far") => {
            "Phần ở xa, như đảo xa bờ: đặt vào khung phụ, lược bớt (đơn vị nào chỉ có phần ở xa thì vẫn có khung phụ), hoặc vẽ đúng chỗ"
        }
        (_, "inset") => {
            "Đơn vị luôn vẽ trong khung phụ, ở góc nào: 664=top-right (top-left, top-right, bottom-left, bottom-right); ghi được nhiều lần"
        }
        (_, "base_path") => "Thư mục trên máy chủ mà trang nằm trong đó, ví dụ /bluezone/, khi tệp số liệu chưa có base_url",
        (_, "no_offline") => "Trình duyệt của người xem không lưu bản sao để xem khi mất mạng, và xóa bản đã lưu",
        (_, "draft") => "Bỏ qua hình và bản nén: để xem nhanh khi đang sửa trang",
        (_, "single_file") => "Tệp duy nhất chứa tất cả, dùng cho máy phát không nối mạng",
        (_, "port") => "Cổng trên máy này",
        (_, "sizes") => "Kích thước màn hình theo điểm ảnh, ví dụ 192x96; ghi được nhiều lần",
        (_, "presets") => "Màn hình thông dụng, gọi theo tên; ghi được nhiều lần; không ghi kích thước hay tên thì làm cho tất cả",
        (_, "scenes") => {
            "Các cảnh theo thứ tự chiếu; cảnh nào màn hình không hiện rõ được thì bỏ [mặc định: headline,map,board,districts,qr]"
        }
        (_, "dwell") => "Số giây mỗi hình đứng yên, từ 2 đến 120",
        (_, "theme") => "Màu: dark đỡ tốn điện và không chói mắt, light dành cho màn hình ngoài nắng",
        (_, "stamp") => "Tên riêng của màn hình, hiện trên mọi hình để ảnh chụp chứng minh đã chiếu gì, ở đâu",
        (_, "only") => "Chỉ làm các loại tệp này [mặc định: tất cả]",
        (_, "audio") => "Thêm phần tiếng để trống vào phim, dành cho bộ điều khiển không nhận phim thiếu tiếng",
        (_, "compat") => "Nén phim theo cách mà máy đời cũ nhận được (H.264 Baseline, cấp thấp nhất đủ cho kích thước)",
        (_, "zip") => "Đóng gói thêm cả bộ vào một tệp ZIP để gửi đi",
        _ => "",
    }
}

pub fn value_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "FILE" | "LETTER" | "TOPOJSON" => "TỆP",
        "FOLDER" | "DIR" | "DIST" | "OUT" => "THƯ MỤC",
        "CODE=CORNER" => "MÃ=GÓC",
        "CODE" => "MÃ",
        "FIELD" => "CỘT",
        "LAYER" => "LỚP",
        "TITLE" | "NAME" | "ID" => "TÊN",
        "WHY" => "LÝ DO",
        "TEXT" => "LỜI",
        "MOMENT" => "THỜI ĐIỂM",
        "COLUMN" => "CỘT",
        "WHAT" | "WHICH" | "KIND" | "KINDS" => "LOẠI",
        "LANG" => "NGÔN NGỮ",
        "FORMAT" => "DẠNG",
        "NUMBER" => "SỐ",
        "URL" => "ĐỊA CHỈ",
        "PORT" => "CỔNG",
        "SCENES" => "CẢNH",
        "SECONDS" => "GIÂY",
        "THEME" => "MÀU",
        "WxH" => "RỘNGxCAO",
        "REPORT" => "BÁO CÁO",
        "PLACE" => "NƠI",
        "VALUE" => "GIÁ TRỊ",
        _ => return None,
    })
}
