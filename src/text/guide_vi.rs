//! The install guide in Vietnamese, worded to be read aloud. It must not know addresses or the hotline.
//! `\u{a0}` keeps a figure and its unit on one line.

use super::guide::{Guide, Phone};

pub static VI: Guide = Guide {
    heading: "{app} là gì?",
    what: "{app} là ứng dụng của Bộ Thông tin và Truyền thông và Bộ Y tế, giúp truy vết nhanh những người có nguy cơ lây nhiễm COVID-19. \
           Khi hai điện thoại có {app} ở gần nhau, trong khoảng 2\u{a0}m, máy tự ghi lại bằng Bluetooth năng lượng thấp: gặp lúc nào, trong bao lâu. \
           {app} đem những lần gặp trong 14\u{a0}ngày trước đó so với các ca bệnh đã biết, để cảnh báo nếu bà con có nguy cơ.",
    limits: &[
        "Cài {app} là tự nguyện, không bắt buộc.",
        "{app} không tự phát hiện được người nhiễm bệnh.",
        "{app} không ghi và không dùng vị trí của bà con (theo tài liệu kỹ thuật của {app}).",
        "Lịch sử tiếp xúc lưu trên máy của bà con, chỉ cung cấp cho cơ quan y tế khi bà con đồng ý, hoặc khi là ca nhiễm, nghi nhiễm \
         (theo Bộ Thông tin và Truyền thông).",
        "Mã nguồn mở theo giấy phép GPL\u{a0}v3, ai cũng xem được.",
    ],
    install_heading: "Cài {app}",
    systems: "Máy cần Android\u{a0}6.0 trở lên hoặc iOS\u{a0}10.3 trở lên, có Bluetooth năng lượng thấp. Lúc cài cần có Internet.",
    look_alikes: "Bà con xem kỹ tên kẻo cài nhầm: “Bluzone”, “Bluezone Ads”, “Bluezone Pool” là ứng dụng khác.",
    install: "Cài từ {0}",
    scan: "Quét mã để mở {0}",
    android: Phone {
        heading: "Điện thoại Android",
        steps: &[
            "Mở CH Play, tìm “{app}”. Thấy đúng tên thì bấm “Cài đặt”.",
            "Mở {app}. Máy hỏi vị trí thì chọn “Cho phép”, rồi bật vị trí (GPS). Thứ tự câu hỏi có thể khác tùy máy.",
            "Máy hỏi bật Bluetooth thì đồng ý.",
            "Nhập số điện thoại, rồi nhập mã OTP 6\u{a0}số nhận qua tin nhắn.",
            "Luôn bật Bluetooth, kể cả khi tắt màn hình.",
        ],
        store: "Cài từ CH Play",
        copy: "Sao chép liên kết CH Play",
    },
    ios: Phone {
        heading: "Điện thoại iPhone",
        steps: &[
            "Mở App Store, tìm “{app}”. Thấy đúng tên thì bấm “Nhận”.",
            "Mở {app}. Máy hỏi dùng Bluetooth thì đồng ý, rồi bật Bluetooth.",
            "Máy hỏi gửi thông báo thì chọn “Cho phép”.",
            "Nhập số điện thoại, rồi nhập mã OTP 6\u{a0}số nhận qua tin nhắn.",
            "Luôn bật Bluetooth, kể cả khi tắt màn hình.",
        ],
        store: "Cài từ App Store",
        copy: "Sao chép liên kết App Store",
    },
    in_app: "Không mở được kho ứng dụng, như khi xem trong Zalo hay Facebook? Bà con sao chép liên kết rồi dán vào trình duyệt (Chrome, Safari), \
             hoặc mở trình duyệt và gõ {0}.",
    counted: "Nhập số điện thoại là tùy bà con: không nhập vẫn dùng được, nhưng máy chưa nhập số có thể không được đếm ở trang này.",
    permissions_heading: "Vì sao {app} xin các quyền này?",
    permissions: &[
        (
            "Vị trí (Android)",
            "Theo quy định của Google, ứng dụng dùng Bluetooth năng lượng thấp phải xin quyền này. {app} không dùng vị trí. \
             Lỡ từ chối thì vào Cài đặt › Ứng dụng › {app} › Quyền để cho phép lại.",
        ),
        ("Bluetooth", "Để hai máy ở gần nhận ra nhau."),
        ("Thông báo", "Để bà con thấy cảnh báo của {app}."),
        ("Số điện thoại, mã OTP", "Máy có số điện thoại mới được đếm ở trang này. Chưa muốn nhập thì bấm “Bỏ qua”."),
        ("Ảnh, phương tiện và tệp (một số bản trên Android)", "Chỉ để ghi lịch sử tiếp xúc vào bộ nhớ máy."),
    ],
    checks_heading: "Cài rồi, bà con kiểm tra xem {app} có chạy không:",
    checks: &[
        "Bluetooth đang bật; máy Android thì vị trí cũng đang bật.",
        "Trong Cài đặt, {app} được phép gửi thông báo.",
        "Chế độ tiết kiệm pin của máy không chặn {app}.",
        "Dùng iPhone thì thỉnh thoảng mở {app} lên: theo thử nghiệm trong tài liệu kỹ thuật của {app}, \
         hai iPhone cùng tắt màn hình có thể không ghi nhận được nhau.",
    ],
    battery: "Chỉnh tiết kiệm pin ở đâu?",
    battery_note: "Mục này thường nằm ở chỗ sau, tên gọi tùy đời máy. Đây không phải hướng dẫn của {app}.",
    makers: &[
        ("Samsung", "Cài đặt › Chăm sóc thiết bị › Pin: thêm {app} vào danh sách ứng dụng không ngủ."),
        ("Xiaomi", "Cài đặt › Ứng dụng › {app}: bật tự khởi chạy, mục tiết kiệm pin chọn không hạn chế."),
        ("Oppo", "Cài đặt › Pin: cho {app} chạy nền."),
        ("Vivo", "Cài đặt › Pin › Tiêu thụ pin nền cao: bật {app}."),
        ("Huawei", "Cài đặt › Pin › Khởi chạy ứng dụng: chọn {app}, quản lý thủ công, cho chạy nền."),
    ],
    questions_heading: "Hỏi và đáp",
    questions: &[
        ("Có phải bật Bluetooth suốt không?", "Có. Tắt Bluetooth thì {app} không ghi nhận được tiếp xúc."),
        (
            "Có tốn pin, tốn bộ nhớ không?",
            "Theo trang chính thức của {app}: khoảng 10%\u{a0}pin mỗi ngày và khoảng 2,5\u{a0}MB bộ nhớ mỗi năm.",
        ),
        (
            "Có cần mạng không?",
            "Cần Internet khi cài, khi nhập mã OTP và khi nhận dữ liệu ca nhiễm. Còn ghi nhận tiếp xúc thì dùng Bluetooth.",
        ),
        ("Không cài được?", "Xem lại mạng, rồi xem phiên bản Android hoặc iOS trong Cài đặt."),
        ("Không nhận được mã OTP?", "Bấm “Bỏ qua” để đi tiếp."),
        ("iPhone mở {app} thì bị thoát ra?", "Cập nhật iOS: Cài đặt › Cài đặt chung › Cập nhật phần mềm."),
        ("Hai máy để cạnh nhau mà số tiếp xúc khác nhau?", "Các máy luân phiên dò tìm cho đỡ tốn pin, nên số có thể khác nhau."),
        (
            "Ở nhà một mình mà vẫn thấy có tiếp xúc?",
            "Mã của mỗi máy đổi 15\u{a0}phút một lần, nên một máy ở gần có thể được đếm nhiều lần.",
        ),
    ],
    hotline: "Cần hỏi về dịch bệnh, bà con gọi đường dây nóng của Bộ Y tế, miễn phí, cả ngày lẫn đêm:",
    other_hotline: "Cần hỏi về dịch bệnh, bà con gọi số:",
};
