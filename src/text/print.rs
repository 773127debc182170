//! The words of what is printed (native only): posters, leaflets, and the page that offers them. It must not know addresses, figures or the hotline:
//! those are data. `\u{a0}` keeps together what a line must not part.

use super::{Lang, fill, own, worded::texts, words::with_app};
use crate::campaign::{Campaign, District, DistrictKind};

texts! {
    pub struct Print {
        // On the sheets
        /// A district as it is called within a sentence; 0 its name
        pub city: &'static str,
        pub town: &'static str,
        pub district: &'static str,
        pub urban_district: &'static str,
        pub ward: &'static str,
        pub commune: &'static str,
        pub township: &'static str,
        pub special_zone: &'static str,
        pub province_unit: &'static str,
        pub scan: &'static str,
        pub visit: &'static str,
        pub what: &'static str,
        pub voluntary: &'static str,
        pub android: Steps,
        pub ios: Steps,
        pub warning: &'static str,
        /// Whose the hotline is, and what it costs: said of the Ministry's alone.
        pub hotline: &'static str,
        pub hotline_free: &'static str,
        /// Before any other number.
        pub other_hotline: &'static str,
        pub office: &'static str,
        /// 0 the id of the report
        pub report: &'static str,
        /// 0 the address of the place's page
        pub newest: &'static str,
        /// Beside the small code
        pub trace: &'static str,
        /// 0 figure, 1 what it counts
        pub dated: &'static str,

        // On the page
        /// 0 province
        pub title: &'static str,
        pub description: &'static str,
        pub lead: &'static str,
        pub how: &'static str,
        pub advice: [&'static str; 4],
        pub whole: &'static str,
        pub by_district: &'static str,
        pub to_how: &'static str,
        pub to_whole: &'static str,
        pub to_districts: &'static str,
        /// The A4 poster, the A3 poster, the leaflets.
        pub names: [&'static str; 3],
        pub about: [&'static str; 3],
        /// 0 name of the sheet, 1 place
        pub preview: &'static str,
        /// 0 size
        pub pdf: &'static str,
        /// 0 width, 1 height, 2 size
        pub png: &'static str,
        /// 0 number of kilobytes
        pub kilobytes: &'static str,
        /// In place of the pictures where a draft has none.
        pub draft: &'static str,
    }
}

texts! {
    /// The steps on one kind of phone.
    pub struct Steps {
        pub heading: &'static str,
        pub steps: &'static [&'static str],
    }
}

impl Print {
    /// A district in the middle of a sentence.
    pub fn place(&self, district: &District) -> String {
        let pattern = match district.kind {
            DistrictKind::City => self.city,
            DistrictKind::Town => self.town,
            DistrictKind::District => self.district,
            DistrictKind::UrbanDistrict => self.urban_district,
            DistrictKind::Ward => self.ward,
            DistrictKind::Commune => self.commune,
            DistrictKind::Township => self.township,
            DistrictKind::SpecialZone => self.special_zone,
            DistrictKind::Province => self.province_unit,
            DistrictKind::Other => "{0}",
        };
        fill(pattern, &[&district.name])
    }
}

pub fn print(lang: Lang, campaign: &Campaign) -> &'static Print {
    let plain = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    with_app(plain, lang, campaign, own::print)
}

static VI: Print = Print {
    city: "thành\u{a0}phố {0}",
    town: "thị\u{a0}xã {0}",
    district: "huyện {0}",
    urban_district: "quận {0}",
    ward: "phường {0}",
    commune: "xã {0}",
    township: "thị\u{a0}trấn {0}",
    special_zone: "đặc\u{a0}khu {0}",
    province_unit: "tỉnh {0}",
    scan: "Quét mã để cài {app}",
    visit: "hoặc mở trang",
    what: "Ứng dụng của Bộ Thông tin và Truyền\u{a0}thông và Bộ Y\u{a0}tế, giúp truy vết nhanh những người có nguy\u{a0}cơ lây\u{a0}nhiễm COVID-19.",
    voluntary: "Cài đặt là tự nguyện. {app} không ghi và không dùng vị\u{a0}trí của bà\u{a0}con (theo tài liệu kỹ thuật của {app}).",
    android: Steps {
        heading: "Điện thoại Android",
        steps: &[
            "Mở CH\u{a0}Play, tìm đúng tên “{app}”, bấm “Cài\u{a0}đặt”.",
            "Mở {app}, “Cho\u{a0}phép” vị\u{a0}trí; bật vị\u{a0}trí (GPS) và Bluetooth.",
            "Nhập số điện\u{a0}thoại và mã\u{a0}OTP (có\u{a0}thể bỏ\u{a0}qua). Luôn bật Bluetooth.",
        ],
    },
    ios: Steps {
        heading: "Điện thoại iPhone",
        steps: &[
            "Mở App\u{a0}Store, tìm đúng tên “{app}”, bấm “Nhận”.",
            "Mở {app}, đồng\u{a0}ý dùng và bật Bluetooth, cho\u{a0}phép thông\u{a0}báo.",
            "Nhập số điện\u{a0}thoại và mã\u{a0}OTP (có\u{a0}thể bỏ\u{a0}qua). Luôn bật Bluetooth.",
        ],
    },
    warning: "Xem kỹ tên kẻo cài nhầm: “Bluzone”, “Bluezone\u{a0}Ads”, “Bluezone\u{a0}Pool” là ứng dụng khác.",
    hotline: "Đường dây nóng Bộ Y\u{a0}tế",
    hotline_free: "miễn phí, cả ngày lẫn đêm",
    other_hotline: "Đường dây nóng",
    office: "Cơ quan phát hành",
    report: "Mã số liệu: {0}.",
    newest: "Số liệu mới nhất: {0}.",
    trace: "Quét mã nhỏ để biết số liệu này còn đúng hay đã đính chính.",
    dated: "{0} {1}",
    title: "Áp phích, tờ rơi để in",
    description: "Áp phích A4, A3 và tờ rơi A5 về {app} cho {whole} và từng {units}: tệp PDF và ảnh để in, để gửi.",
    lead: "Mỗi tờ có mã QR, các bước cài trên Android và iPhone, cảnh báo ứng dụng dễ nhầm và đường dây nóng. Số liệu trên tờ luôn kèm thời điểm và nguồn.",
    how: "Cách in",
    advice: [
        "Nên in từ tệp PDF, chọn tỷ lệ 100% (“Kích thước thực”), khổ giấy đúng như tên tờ. Ảnh PNG dùng để gửi qua Zalo, Facebook.",
        "In đen trắng vẫn rõ: không có gì chỉ phân biệt bằng màu.",
        "Tờ rơi: khổ A4 nằm ngang, mỗi tờ hai bản giống nhau; cắt đôi theo đường gạch ở giữa.",
        "Dán xong, thử quét mã QR bằng điện thoại. Có số liệu mới thì tải lại tệp rồi in lại.",
    ],
    whole: "{Whole}",
    by_district: "Từng {units}",
    to_how: "Cách in",
    to_whole: "{Whole}",
    to_districts: "{Units}",
    names: ["Áp phích A4", "Áp phích A3", "Tờ rơi A5"],
    about: [
        "Dán ở bảng tin, trụ sở, cửa hàng, thang máy.",
        "Cùng nội dung, khổ lớn: đọc được từ xa hơn.",
        "Hai bản trên một tờ A4 nằm ngang, để phát tận tay.",
    ],
    preview: "{0}: {1}",
    pdf: "PDF, {0}",
    png: "Ảnh PNG {0} × {1}, {2}",
    kilobytes: "{0}\u{a0}KB",
    draft: "Đây là bản nháp: chưa có tệp để in.",
};

static EN: Print = Print {
    city: "{0}\u{a0}City",
    town: "{0}\u{a0}Town",
    district: "{0}\u{a0}District",
    urban_district: "{0}\u{a0}Urban\u{a0}District",
    ward: "{0}\u{a0}Ward",
    commune: "{0}\u{a0}Commune",
    township: "{0}\u{a0}Township",
    special_zone: "{0}\u{a0}Special\u{a0}Zone",
    province_unit: "{0}\u{a0}Province",
    scan: "Scan to install {app}",
    visit: "or open",
    what: "An app of Vietnam’s Ministry of Information and Communications and Ministry of Health that helps to trace people at risk of COVID-19 quickly.",
    voluntary: "Installing it is voluntary. {app} neither records nor uses your location (according to its technical paper).",
    android: Steps {
        heading: "Android phones",
        steps: &[
            "Open Google\u{a0}Play, find the exact name “{app}”, press “Install”.",
            "Open {app}, “Allow” location; turn location (GPS) and Bluetooth on.",
            "Enter your phone number and the OTP\u{a0}code (or skip it). Keep Bluetooth on.",
        ],
    },
    ios: Steps {
        heading: "iPhone",
        steps: &[
            "Open the App\u{a0}Store, find the exact name “{app}”, press “Get”.",
            "Open {app}, agree to Bluetooth and turn it on; allow notifications.",
            "Enter your phone number and the OTP\u{a0}code (or skip it). Keep Bluetooth on.",
        ],
    },
    warning: "Check the name: “Bluzone”, “Bluezone\u{a0}Ads” and “Bluezone\u{a0}Pool” are other apps.",
    hotline: "Ministry of Health hotline",
    hotline_free: "free of charge, day and night",
    other_hotline: "Hotline",
    office: "Issued by",
    report: "Report: {0}.",
    newest: "Latest figures: {0}.",
    trace: "Scan the small code to see whether this figure still stands.",
    dated: "{0} {1}",
    title: "Posters and leaflets to print",
    description: "{app} posters in A4 and A3 and an A5 leaflet for {whole} and each {unit}: PDF files and pictures to print and to send.",
    lead: "Each sheet has a QR code, the steps for Android and iPhone, a warning of look-alike apps and the hotline. Figures always stand with their moment and source.",
    how: "How to print",
    advice: [
        "Print the PDF at 100% (“Actual size”) on paper of the size in the sheet’s name. The PNG pictures are for sending.",
        "Black and white is fine: nothing is told by colour alone.",
        "Leaflets: A4 landscape, two alike on each sheet; cut along the dashed line in the middle.",
        "Once it hangs, try the QR code with a phone. When there are new figures, download and print anew.",
    ],
    whole: "The whole {area}",
    by_district: "By {unit}",
    to_how: "How to print",
    to_whole: "{Area}",
    to_districts: "{Units}",
    names: ["A4 poster", "A3 poster", "A5 leaflet"],
    about: [
        "For notice boards, offices, shops, lifts.",
        "The same on larger paper, read from farther away.",
        "Two on one sheet of A4 landscape, to be handed out.",
    ],
    preview: "{0}: {1}",
    pdf: "PDF, {0}",
    png: "PNG picture {0} × {1}, {2}",
    kilobytes: "{0}\u{a0}KB",
    draft: "This is a draft: the files to print have not been made.",
};
