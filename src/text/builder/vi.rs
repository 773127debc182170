//! The page that makes embeds in Vietnamese.

use super::{Builder, Device, Field};

pub static VI: Builder = Builder {
    title: "Nhúng bản đồ {app} {0} vào trang của đơn vị",
    heading: "Nhúng bản đồ và bảng xếp hạng vào trang của đơn vị",
    lead: "Chọn nội dung, xem thử, rồi sao chép một đoạn mã dán vào trang của cơ quan, báo hoặc trường học. Số liệu trong khung tự cập nhật, đơn vị không phải \
           sửa lại. Khung nhúng không đặt cookie, không lưu gì trên máy người xem và không gọi đến máy chủ nào khác.",
    to_choices: "Chọn",
    to_codes: "Đoạn mã",
    to_portals: "Cách dán",
    no_script: "Trình duyệt này không chạy được phần xem thử. Bấm “Mở khung nhúng” để xem, rồi dùng địa chỉ của trang vừa mở.",

    choices: "Chọn nội dung",
    show: Field {
        label: "Các phần", help: "Các phần luôn hiện theo thứ tự này. Nguồn và thời điểm của số liệu luôn có ở cuối khung."
    },
    piece: ["Tổng số", "Bản đồ", "Bảng xếp hạng", "So sánh và diễn biến", "Cách cài", "Mã QR để cài"],
    district: Field { label: "{Units}", help: "Nơi được chọn sẵn khi mở khung." },
    whole_province: "{Whole}",
    measure: "Số liệu trên bản đồ",
    lang: "Ngôn ngữ",
    langs: ["Tiếng Việt", "Tiếng Anh"],
    theme: "Giao diện",
    themes: ["Theo thiết bị của người xem", "Sáng", "Tối"],
    look: "Kiểu dáng",
    accent: Field { label: "Màu nhấn", help: "Sáu ký tự, ví dụ `0b4f8a`. Để trống thì dùng màu của trang." },
    link: Field {
        label: "Bấm vào {unit} thì mở trang đầy đủ", help: "Nếu không chọn, số liệu của {unit} hiện ngay trong khung."
    },
    width: Field {
        label: "Chiều rộng (điểm ảnh)",
        help: "Chiều rộng lớn nhất của khung, từ 160 đến 1200. Trên màn hình hẹp hơn, khung tự thu lại.",
    },
    open: "Mở khung nhúng",

    preview: "Xem thử",
    smaller: "{0} × {1} điểm ảnh, thu còn {2}%",
    actual: "{0} × {1} điểm ảnh, kích thước thật",
    ignored: "Không dùng được nên đã bỏ qua: {0}",

    codes: "Đoạn mã để dán",
    codes_lead: "Bốn cách cho cùng một số liệu, cùng cách tính, cùng thời điểm. Chưa rõ dùng cách nào thì dùng cách 1.",
    code: [
        Field {
            label: "Cách 1. Khung đơn giản",
            help: "Dùng được ở mọi nơi nhận iframe, kể cả nơi không cho chạy mã như SharePoint, Liferay. Tỷ lệ khung cố định; trên điện thoại khung cao thêm cho đủ nội dung.",
        },
        Field {
            label: "Cách 2. Khung tự chỉnh chiều cao",
            help: "Thêm một đoạn mã nhỏ để khung luôn cao vừa bằng nội dung. Nếu cổng chặn đoạn mã này, khung vẫn hiện như cách 1.",
        },
        Field {
            label: "Cách 3. Thẻ HTML riêng",
            help: "Gọn và dễ sửa nhất, dành cho người lập trình trang. Nếu cổng chặn mã, người xem vẫn thấy một câu có số liệu lúc sao chép và liên kết.",
        },
        Field {
            label: "Cách 4. Chỉ có hình",
            help: "Cho bản tin qua thư điện tử và cổng chỉ nhận hình. Hình luôn là hình mới nhất; câu chữ đi kèm ghi số liệu lúc sao chép, nên khi có số liệu mới xin sao chép lại.",
        },
        Field {
            label: "Địa chỉ của khung",
            help: "Cho nơi chỉ hỏi địa chỉ: tiện ích IFrame của Liferay, mô-đun Wrapper của Joomla, phần Nhúng của cổng khác.",
        },
    ],
    copy: "Sao chép",
    copied: "Đã sao chép.",
    by_hand: "Chưa sao chép được. Đoạn mã đã được bôi đen, xin bấm Ctrl+C.",

    which: Field {
        label: "Trang của đơn vị dùng phần mềm nào?",
        help: "Chọn phần mềm thì cách nên dùng đứng đầu, và các bước dán mở sẵn ở mục Dán vào cổng như thế nào.",
    },
    any: "Chưa rõ",
    letter: "Bản tin qua thư điện tử, văn bản Word",
    portals: "Dán vào cổng như thế nào?",
    portal: [
        Device {
            name: "SharePoint",
            steps: &[
                "Mở trang, bấm Chỉnh sửa (Edit), bấm dấu + rồi chọn phần Nhúng (Embed).",
                "Dán đoạn mã cách 1 vào ô mã nhúng, rồi đăng lại trang.",
                "Nếu SharePoint báo tên miền chưa được phép, nhờ người quản trị tuyển tập trang thêm tên miền của khung nhúng tại Site settings › HTML Field Security.",
            ],
            note: Some("SharePoint chỉ nhận thẻ iframe có địa chỉ https, nên không dán được cách 2 và cách 3."),
        },
        Device {
            name: "Liferay",
            steps: &[
                "Cách dễ nhất: thêm tiện ích IFrame vào trang, dán địa chỉ ở mục “Địa chỉ của khung”, rồi đặt chiều cao theo số sau chữ `height` của cách 1.",
                "Hoặc trong bài viết: bấm Nguồn (Source), dán đoạn mã cách 1, rồi lưu.",
            ],
            note: Some("Nếu lưu xong đoạn mã biến mất, bộ lọc của cổng đã bỏ iframe: dùng tiện ích IFrame, hoặc dùng cách 4."),
        },
        Device {
            name: "WordPress",
            steps: &["Trong bài hoặc trang, thêm khối HTML tùy chỉnh (Custom HTML).", "Dán đoạn mã cách 2, bấm Xem trước, rồi Cập nhật."],
            note: Some(
                "Chỉ tài khoản được phép đăng HTML chưa lọc giữ được iframe: thường là quản trị viên, biên tập viên; ở mạng nhiều trang thì chỉ quản trị viên cấp cao nhất. Tài khoản khác xin dùng cách 4.",
            ),
        },
        Device {
            name: "Joomla",
            steps: &[
                "Cách dễ nhất: tạo mô-đun Wrapper, dán địa chỉ ở mục “Địa chỉ của khung”, đặt chiều cao theo số sau chữ `height` của cách 1.",
                "Hoặc trong bài viết: tắt trình soạn thảo (Toggle editor), dán đoạn mã cách 1, rồi lưu ngay, không bật lại trình soạn thảo.",
            ],
            note: Some(
                "Nếu lưu xong đoạn mã biến mất, nhờ người quản trị nới bộ lọc văn bản (Text Filters) của nhóm người dùng trong Cấu hình chung, hoặc dùng cách 4.",
            ),
        },
        Device {
            name: "Cổng khác, trang tự viết",
            steps: &[
                "Dán cách 2 hoặc cách 3 vào mã nguồn của trang.",
                "Nếu cổng hiểu oEmbed, chỉ cần dán địa chỉ trang chủ {app} của {area}, hoặc trang của một {unit}, vào bài.",
            ],
            note: None,
        },
    ],
    wordpress_block: Device {
        name: "WordPress",
        steps: &[
            "Cách dễ nhất, tài khoản viết bài nào cũng dùng được: thêm khối Nhúng (Embed), dán địa chỉ ở mục “Địa chỉ của khung”, rồi bấm Nhúng. Khối này hiện tổng số, bản đồ và bảng xếp hạng.",
            "Hoặc thêm khối HTML tùy chỉnh (Custom HTML), dán đoạn mã cách 2, bấm Xem trước, rồi Cập nhật.",
        ],
        note: Some(
            "Với khối HTML, chỉ tài khoản được phép đăng HTML chưa lọc giữ được iframe: thường là quản trị viên, biên tập viên; ở mạng nhiều trang thì chỉ quản trị viên cấp cao nhất. Tài khoản khác xin dùng khối Nhúng hoặc cách 4.",
        ),
    },
    facts: "Khi người quản trị hỏi",
    fact: [
        "Nếu cổng có Content-Security-Policy: cách 1 cần `frame-src` có tên miền của khung nhúng; cách 2 và cách 3 cần thêm `script-src`.",
        "Nếu thêm thuộc tính sandbox: để `allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox`. Chỉ có `allow-scripts`, hoặc không cho gì cả, thì khung vẫn hiện đủ số liệu.",
        "Khung chỉ báo cho trang chứa nó: chiều cao, nội dung đang hiện và nơi đang chọn; không đọc gì của trang ấy.",
        "Khung nặng khoảng 12 KB (nén Brotli), hiện đủ ngay từ HTML; phần tương tác chỉ tải khi người xem bắt đầu thao tác hoặc khi có số liệu mới.",
    ],
};
