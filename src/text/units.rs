//! Administrative units of Vietnam as their names are written: the kinds before a name, the provinces by their codes, the two archipelagos. It must not know
//! how names are split.

use super::Lang;
use crate::campaign::DistrictKind;

/// A kind as it stands before a name, in lower case, and what it is in the data file.
pub struct KindWord {
    pub word: &'static str,
    /// As a name of its own begins.
    pub title: &'static str,
    pub kind: DistrictKind,
}

const fn kind(word: &'static str, title: &'static str, kind: DistrictKind) -> KindWord {
    KindWord { word, title, kind }
}

/// The longer of two that fit comes first. Short forms have their stop: a name may begin with the same letter.
pub const KINDS: [KindWord; 18] = [
    kind("thành phố", "Thành phố", DistrictKind::City),
    kind("thị trấn", "Thị trấn", DistrictKind::Township),
    kind("huyện đảo", "Huyện", DistrictKind::District),
    kind("đặc khu", "Đặc khu", DistrictKind::SpecialZone),
    kind("phường", "Phường", DistrictKind::Ward),
    kind("thị xã", "Thị xã", DistrictKind::Town),
    kind("huyện", "Huyện", DistrictKind::District),
    kind("quận", "Quận", DistrictKind::UrbanDistrict),
    kind("tỉnh", "Tỉnh", DistrictKind::Province),
    kind("xã", "Xã", DistrictKind::Commune),
    kind("tp.", "Thành phố", DistrictKind::City),
    kind("tx.", "Thị xã", DistrictKind::Town),
    kind("tt.", "Thị trấn", DistrictKind::Township),
    kind("đk.", "Đặc khu", DistrictKind::SpecialZone),
    kind("q.", "Quận", DistrictKind::UrbanDistrict),
    kind("h.", "Huyện", DistrictKind::District),
    kind("p.", "Phường", DistrictKind::Ward),
    kind("x.", "Xã", DistrictKind::Commune),
];

/// The names of the archipelagos, which every map of their provinces shows.
pub const HOANG_SA: &str = "Hoàng Sa";
pub const TRUONG_SA: &str = "Trường Sa";
/// What they are: among districts, and among communes.
pub const ISLAND_DISTRICT: &str = "Huyện";
pub const ISLAND_COMMUNE: &str = "Đặc khu";

/// A province's name by the General Statistics Office's code. Since July 2025 some codes belong to others; what was always the same may be asked for
/// with communes as well.
pub fn province(code: &str, communes: bool) -> Option<&'static str> {
    let code = code.trim_start_matches('0');
    let (_, name) = PROVINCES.iter().find(|(known, _)| known.trim_start_matches('0') == code)?;
    (!communes || !RENAMED.contains(&code)).then_some(*name)
}

/// Codes that had another province before July 2025.
const RENAMED: [&str; 8] = ["15", "24", "44", "46", "52", "80", "82", "91"];

/// Before July 2025.
const PROVINCES: [(&str, &str); 63] = [
    ("01", "Hà Nội"),
    ("02", "Hà Giang"),
    ("04", "Cao Bằng"),
    ("06", "Bắc Kạn"),
    ("08", "Tuyên Quang"),
    ("10", "Lào Cai"),
    ("11", "Điện Biên"),
    ("12", "Lai Châu"),
    ("14", "Sơn La"),
    ("15", "Yên Bái"),
    ("17", "Hòa Bình"),
    ("19", "Thái Nguyên"),
    ("20", "Lạng Sơn"),
    ("22", "Quảng Ninh"),
    ("24", "Bắc Giang"),
    ("25", "Phú Thọ"),
    ("26", "Vĩnh Phúc"),
    ("27", "Bắc Ninh"),
    ("30", "Hải Dương"),
    ("31", "Hải Phòng"),
    ("33", "Hưng Yên"),
    ("34", "Thái Bình"),
    ("35", "Hà Nam"),
    ("36", "Nam Định"),
    ("37", "Ninh Bình"),
    ("38", "Thanh Hóa"),
    ("40", "Nghệ An"),
    ("42", "Hà Tĩnh"),
    ("44", "Quảng Bình"),
    ("45", "Quảng Trị"),
    ("46", "Thừa Thiên Huế"),
    ("48", "Đà Nẵng"),
    ("49", "Quảng Nam"),
    ("51", "Quảng Ngãi"),
    ("52", "Bình Định"),
    ("54", "Phú Yên"),
    ("56", "Khánh Hòa"),
    ("58", "Ninh Thuận"),
    ("60", "Bình Thuận"),
    ("62", "Kon Tum"),
    ("64", "Gia Lai"),
    ("66", "Đắk Lắk"),
    ("67", "Đắk Nông"),
    ("68", "Lâm Đồng"),
    ("70", "Bình Phước"),
    ("72", "Tây Ninh"),
    ("74", "Bình Dương"),
    ("75", "Đồng Nai"),
    ("77", "Bà Rịa - Vũng Tàu"),
    ("79", "Hồ Chí Minh"),
    ("80", "Long An"),
    ("82", "Tiền Giang"),
    ("83", "Bến Tre"),
    ("84", "Trà Vinh"),
    ("86", "Vĩnh Long"),
    ("87", "Đồng Tháp"),
    ("89", "An Giang"),
    ("91", "Kiên Giang"),
    ("92", "Cần Thơ"),
    ("93", "Hậu Giang"),
    ("94", "Sóc Trăng"),
    ("95", "Bạc Liêu"),
    ("96", "Cà Mau"),
];

/// Cities that are on a level with provinces.
pub fn is_central_city(name: &str) -> bool {
    ["Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"].contains(&name)
}

/// What the remark on an island's positions names as their source.
pub fn positions(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vị trí theo hải đồ đã công bố",
        Lang::En => "positions as on published charts",
    }
}
