//! The page for operators in Vietnamese.

use super::{Device, Field, Setup};

pub static VI: Setup = Setup {
    title: "Đưa {app} {0} lên màn hình công cộng",
    heading: "Đưa {app} lên màn hình công cộng",
    lead: "Trang này dành cho đơn vị có màn hình LED, màn hình quảng cáo hoặc ti vi đặt nơi công cộng. Chọn cách chiếu, rồi đưa địa chỉ vào máy phát, \
           hoặc tải hình PNG cho bộ điều khiển không có trình duyệt.",
    sections: "Các phần của trang",
    to_choices: "Chọn cách chiếu",
    to_devices: "Hướng dẫn từng loại máy",
    screen: "Màn hình mẫu",
    no_script: "Trình duyệt này không chạy được phần xem trước và phần làm hình PNG. Vẫn có thể chọn trong biểu mẫu rồi bấm “Mở màn hình”; \
                địa chỉ của trang vừa mở là địa chỉ cần đưa vào máy phát.",

    choices: "Chọn cách chiếu",
    size: Field {
        label: "Cỡ màn hình",
        help: "Chỉ dùng cho phần xem trước và hình PNG; khi chiếu, trang tự vừa với màn hình. Với bảng LED, đây là số bóng theo chiều ngang và chiều dọc, \
               xem trong phần mềm điều khiển.",
    },
    preset: "Cỡ có sẵn",
    presets: ["Full HD", "HD", "4K", "Màn hình dọc", "Màn hình vuông", "Dải ngang"],
    board: "Bảng LED {0}",
    other_size: "Cỡ khác",
    width: "Rộng (điểm ảnh)",
    height: "Cao (điểm ảnh)",
    scenes: Field {
        label: "Các cảnh",
        help: "Cảnh nào màn hình không đủ chỗ để đọc rõ thì tự được bỏ qua. Nếu không chọn cảnh nào, năm cảnh đầu được chiếu.",
    },
    scene: ["Số {thing} {done} {whole}", "Bản đồ", "Bảng xếp hạng", "Từng {units}", "Mã QR để cài đặt", "Lời kêu gọi cài đặt"],
    lang: Field { label: "Ngôn ngữ", help: "" },
    langs: ["Tiếng Việt", "Tiếng Anh", "Cả hai, lần lượt mỗi vòng một thứ tiếng"],
    theme: "Màu nền",
    themes: ["Nền tối: ít tốn điện, không chói mắt", "Nền sáng: cho màn hình ngoài nắng"],
    times: "Thời gian",
    dwell: Field {
        label: "Thời gian hiện mỗi hình (giây)", help: "Từ 3 đến 600. Nên để 8 giây trở lên cho người đi đường kịp đọc."
    },
    refresh: Field { label: "Chu kỳ lấy số liệu mới (giây)", help: "Từ 30 đến 86400 (một ngày)." },
    nights: "Ban đêm",
    night: Field {
        label: "Khung giờ giảm sáng",
        help: "Giờ bắt đầu, dấu gạch, giờ kết thúc, theo giờ Việt Nam. Ví dụ: 21-5. Để trống nếu không cần.",
    },
    dim: Field { label: "Làm tối bao nhiêu (%)", help: "0 là giữ nguyên, 100 là gần như tắt." },
    more: "Khác",
    stamp: Field {
        label: "Mã màn hình",
        help: "Tối đa 16 ký tự: chữ không dấu, chữ số, dấu - _ và dấu chấm. Mã hiện trên mọi hình cùng ngày của số liệu, để ảnh chụp cho biết \
               màn hình nào đã chiếu số liệu ngày nào.",
    },
    box_size: "Bảng LED chỉ là một góc của tín hiệu thì thêm vào địa chỉ `&size=384x192` (rộng x cao, tính bằng điểm ảnh): hình nằm ở góc trên bên trái, chung \
               quanh tối. Xoay ngược hẳn: `&rotate=180`. Lề rộng hơn: `&margin=5`.",
    rotate: [
        Field { label: "Xoay sang phải 90 độ", help: "Cho màn hình lắp đứng." },
        Field { label: "Xoay sang trái 90 độ", help: "Cho màn hình lắp đứng." },
    ],
    margin: Field { label: "Chừa lề 3%", help: "Cho màn hình che mất mép hình." },
    zone: Field {
        label: "Tính giờ ban đêm theo máy phát", help: "Bình thường tính theo giờ Việt Nam, dù máy phát đặt múi giờ nào."
    },
    sync: Field {
        label: "Luôn chiếu từ cảnh đầu",
        help: "Bình thường đồng hồ quyết định cảnh đang chiếu, để các màn hình cạnh nhau chiếu giống nhau và lượt chiếu ngắn cũng lần lượt tới đủ các cảnh.",
    },
    shift: Field {
        label: "Xê dịch hình vài điểm ảnh sau mỗi lần chuyển", help: "Tránh lưu vết hình trên màn hình LCD, OLED."
    },
    motion: Field { label: "Chuyển hình tức thì, không mờ dần", help: "Cho máy phát yếu." },
    ticker: Field { label: "Chữ chạy", help: "Chỉ trên bảng LED thấp, một dòng chữ." },
    reset: Field {
        label: "Quên mọi thứ đã lưu trên máy phát",
        help: "Số liệu và bản sao của trang được lấy lại từ đầu. Mở một lần, rồi bỏ chọn.",
    },
    setup: Field {
        label: "Hiện thông tin kiểm tra khi lắp đặt",
        help: "Số điểm ảnh, trình duyệt, phiên bản, ngày của số liệu và mã QR dẫn đến chính địa chỉ này. Bỏ chọn trước khi chiếu chính thức.",
    },
    open_form: "Mở màn hình",

    preview: "Xem trước",
    smaller: "{0} × {1} điểm ảnh, thu nhỏ còn {2}%",
    larger: "{0} × {1} điểm ảnh, phóng to {2} lần",
    actual: "{0} × {1} điểm ảnh, đúng cỡ thật",
    address: Field {
        label: "Địa chỉ cho máy phát",
        help: "Địa chỉ này mang theo mọi lựa chọn ở trên. Máy phát chỉ cần mở đúng địa chỉ, không phải cài gì thêm.",
    },
    copy: "Sao chép địa chỉ",
    copied: "Đã sao chép địa chỉ.",
    by_hand: "Trình duyệt không cho sao chép. Địa chỉ đã được bôi đen: hãy bấm Ctrl+C, hoặc nhấn giữ rồi chọn Sao chép.",
    open: "Mở địa chỉ trong thẻ mới",
    ignored: "Chưa dùng được, tạm bỏ qua: {0}",
    pictures: Field {
        label: "Hình PNG",
        help: "Cho bộ điều khiển không có trình duyệt: mỗi cảnh một hình, đúng số điểm ảnh của cỡ đã chọn. Hình không tự cập nhật; có số liệu mới thì \
               phải làm lại và thay hết hình cũ.",
    },
    make: "Làm hình PNG",
    making: "Đang làm hình {0}/{1}…",
    made: "Đã làm xong {0} hình, mỗi hình {1} × {2} điểm ảnh. Bấm vào từng hình để tải về.",
    not_made: "Trình duyệt này không làm được hình. Hãy dùng trình duyệt khác, hoặc đề nghị đơn vị quản lý trang gửi bộ hình.",

    devices: "Hướng dẫn từng loại máy",
    devices_lead: "Tên mục trên máy có thể khác đôi chút tùy đời. “Một vòng” là số hình nhân với số giây mỗi hình; nhiều hình quá thì mỗi vòng chỉ có tối đa {0} hình, vòng sau chiếu tiếp các {units} còn lại.",
    device: &[
        Device {
            name: "Máy tính, hộp Android, máy phát có trình duyệt",
            steps: &[
                "Mở địa chỉ bằng trình duyệt ở chế độ toàn màn hình. Với Chrome hoặc Chromium trên máy tính: `chromium --kiosk \"ĐỊA CHỈ\"`.",
                "Đặt độ phân giải của máy phát đúng bằng của màn hình, tỷ lệ hiển thị 100%.",
                "Tắt chế độ ngủ và bảo vệ màn hình; cho trình duyệt tự chạy khi bật máy.",
            ],
            note: None,
        },
        Device {
            name: "Anthias (trước là Screenly OSE)",
            steps: &[
                "Mở trang quản trị của Anthias; địa chỉ của trang này hiện trên màn hình khi máy khởi động.",
                "Bấm “Add Asset”, chọn “URL”, dán địa chỉ rồi lưu.",
                "Sửa mục vừa thêm: đặt “Duration” bằng một vòng (tính ra giây), đặt ngày kết thúc đủ xa, rồi bật mục đó lên.",
            ],
            note: None,
        },
        Device {
            name: "Xibo",
            steps: &[
                "Trong CMS, tạo Layout đúng độ phân giải của màn hình.",
                "Thêm widget “Webpage” phủ kín Layout, dán địa chỉ, chọn “Open Natively”.",
                "Đặt “Duration” bằng một vòng (tính ra giây).",
                "Xuất bản Layout (“Publish”) và xếp lịch cho màn hình (“Schedule”).",
            ],
            note: Some("Xibo không lưu sẵn trang web: máy phát phải tự vào được địa chỉ."),
        },
        Device {
            name: "Yodeck",
            steps: &[
                "Thêm nội dung loại “Web Page”, dán địa chỉ.",
                "Đưa nội dung vào danh sách phát, thời lượng bằng một vòng, rồi gán cho màn hình.",
                "Bấm “Push to Players”.",
            ],
            note: None,
        },
        Device {
            name: "LG webOS Signage",
            steps: &[
                "Trong phần cài đặt của màn hình, mở mục “Play via URL”, bật lên, nhập địa chỉ và lưu.",
                "Đời máy không có mục này: mở “SI Server Setting”, bật “Fully Qualified Domain Name”, nhập địa chỉ và cho ứng dụng SI chạy từ xa (“Remote”).",
                "Kiểm tra ngày giờ của màn hình, rồi khởi động lại.",
            ],
            note: None,
        },
        Device {
            name: "Samsung Signage (SSSP, Tizen)",
            steps: &[
                "Vào “Menu › System › Play via”, chọn “URL Launcher”.",
                "Bấm nút Home, mở “URL Launcher Settings”, chọn “Install Web App”, nhập địa chỉ rồi chọn “Done”.",
                "Kiểm tra ngày giờ của màn hình, rồi khởi động lại.",
            ],
            note: Some(
                "Đời máy mới gọi mục này là “Custom App”. Có đời chỉ nhận ứng dụng đã đóng gói; khi đó xin nối màn hình với một máy phát rời.",
            ),
        },
        Device {
            name: "Máy phát có trình duyệt nhưng không có mạng (USB)",
            steps: &[
                "Đơn vị quản lý trang làm một tệp chứa đủ mọi thứ: `bluezone-map led --single-file bluezone.html`.",
                "Chép tệp vào USB, mở bằng trình duyệt của máy phát. Các lựa chọn viết sau dấu hỏi như trong địa chỉ ở trên: `bluezone.html?dwell=12`.",
                "Có số liệu mới thì làm lại tệp và chép đè lên tệp cũ.",
            ],
            note: None,
        },
        Device {
            name: "Bộ điều khiển không có trình duyệt (NovaStar, Huidu, Linsn…)",
            steps: &[
                "Bấm “Làm hình PNG” ở trên. Nếu cần cả GIF, MP4: đơn vị quản lý trang chạy `bluezone-map slides --preset p10-192x96 --out THƯ_MỤC`, \
                 hoặc `--size 200x100` cho cỡ khác.",
                "Trong phần mềm điều khiển (ViPlex Express, HDPlayer, LEDStudio…), tạo chương trình đúng số điểm ảnh của màn hình, vùng hình phủ kín.",
                "Đưa hình vào theo số ở đầu tên tệp. Giữ tỷ lệ 1:1: tắt phóng to, vừa khung, kéo giãn (scale, fit, stretch).",
                "Đặt mỗi hình 8 giây, tắt hiệu ứng, lặp liên tục; gửi xuống bộ điều khiển hoặc xuất ra USB.",
                "Có số liệu mới thì xóa hết hình cũ rồi mới chép hình mới; không chiếu lẫn hai bộ.",
            ],
            note: None,
        },
    ],
    checks: "Khi lắp đặt và khi chiếu",
    check: &[
        (
            "Màn hình mới",
            "Thêm `&setup=1` vào cuối địa chỉ (`?setup=1` nếu địa chỉ chưa có dấu hỏi): màn hình hiện số điểm ảnh thật, ngày của số liệu và những gì trong địa chỉ \
             không dùng được. Xong việc thì bỏ đi.",
        ),
        ("Ảnh làm chứng", "Thêm `&stamp=MÃ`: mã màn hình, phiên bản và ngày của số liệu hiện trên mọi hình, ảnh chụp nào cũng đọc được."),
        (
            "Độ sáng ban đêm",
            "Trước hết xin đặt lịch giảm độ sáng trong bộ điều khiển của màn hình. Mục “Khung giờ giảm sáng” làm tối thêm bằng hình ảnh, cho nơi không chỉnh được.",
        ),
        ("Mã QR", "Đứng ở chỗ người xem, dùng điện thoại quét thử. Không quét được thì giảm độ sáng hoặc để hình lâu hơn."),
        ("Đồng hồ", "Ngày giờ của máy phát phải đúng: màn hình theo đó mà biết số liệu đã cũ hay chưa và đêm bắt đầu từ lúc nào."),
        (
            "Mất mạng",
            "Màn hình tiếp tục chiếu số liệu gần nhất, luôn kèm ngày của số liệu, và tự cập nhật khi có mạng lại; không phải bấm gì. Số liệu quá hạn do {area} đặt thì \
             được ghi rõ là cũ, rồi thôi chiếu, chỉ còn lời kêu gọi cài đặt. Máy phát đã mở trang qua https một lần thì khởi động lại lúc mất mạng vẫn chiếu được.",
        ),
        (
            "Máy phát cũ",
            "Trình duyệt không chạy được màn hình động thì chiếu hình đã vẽ sẵn, theo cỡ gần nhất. Nội dung, thời gian mỗi hình, nền, mã màn hình, vị trí, hướng xoay, chừa mép \
             và giờ giảm sáng vẫn như trong địa chỉ; không có: ngôn ngữ thứ hai, chữ chạy, xê dịch hình và hiệu ứng chuyển cảnh. Cần tiếng Anh thì mở `/led/en/`.",
        ),
    ],
};
