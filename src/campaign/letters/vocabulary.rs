//! Words that more than one reader looks for, as the keys by which names are compared.

/// Words after a figure that say what it counts.
pub const UNITS: [&str; 19] = [
    "nguoi",
    "luot",
    "may",
    "dien",
    "thiet",
    "thue",
    "tai",
    "smartphone",
    "smartphones",
    "phone",
    "phones",
    "install",
    "installs",
    "installations",
    "user",
    "users",
    "people",
    "accounts",
    "cai",
];

/// The keys by which a row of a table is known as the total's.
pub fn is_total_label(key: &str) -> bool {
    matches!(key, "tong" | "cong" | "total" | "tongtoantinh" | "chung" | "grandtotal")
        || ["tongcong", "tongso", "toantinh", "catinh", "toanthanhpho", "toantp", "canuoc", "toanquoc"]
            .iter()
            .any(|mark| key.starts_with(mark))
}
