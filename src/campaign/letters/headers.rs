//! Tells by a table's header which column holds the districts, which their codes and which the installs. A header that leaves it open
//! is said to do so. It must not look at figures.

use super::super::names;
use super::cells::TableRow;

/// What a column holds, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Order,
    Code,
    Name,
    Installs,
    Rate,
    /// Populations, changes, remarks: nothing that is read.
    Other,
}

/// The header of a table: what each column holds, and what is written over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    pub roles: Vec<Option<Role>>,
    pub texts: Vec<String>,
}

impl Header {
    /// The columns of a role.
    pub fn columns(&self, role: Role) -> Vec<usize> {
        (0..self.roles.len()).filter(|i| self.roles[*i] == Some(role)).collect()
    }

    /// The first column of a role.
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns(role).first().copied()
    }
}

/// The header that a row is, if it is one: it names the districts' column and the installs'.
pub fn header(row: &TableRow) -> Option<Header> {
    district_header(row).filter(|header| header.column(Role::Installs).is_some())
}

/// The header of a table that counts something else: it names the districts' column, other columns, and no installs.
pub fn header_without_installs(row: &TableRow) -> Option<Header> {
    let has = |header: &Header, role| header.column(role).is_some();
    district_header(row).filter(|h| (has(h, Role::Other) || has(h, Role::Rate)) && !has(h, Role::Installs))
}

/// A row that says of some column that it holds the districts.
fn district_header(row: &TableRow) -> Option<Header> {
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.text().trim().to_owned()).collect();
    let header = Header { roles: texts.iter().map(|text| role(text)).collect(), texts };
    (header.column(Role::Name).is_some() || header.column(Role::Code).is_some()).then_some(header)
}

/// Whether any of the rows is a header.
pub fn has_header(rows: &[TableRow]) -> bool {
    rows.iter().any(|row| row.cells.len() > 1 && (header(row).is_some() || header_without_installs(row).is_some()))
}

fn role(text: &str) -> Option<Role> {
    let folded = names::fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if text.chars().count() > 80 || words.iter().any(|word| word.bytes().all(|b| b.is_ascii_digit()) && word.len() > 4) {
        return None;
    }
    let phrase = format!(" {} ", words.join(" "));
    let has = |phrases: &[&str]| phrases.iter().any(|p| phrase.contains(&format!(" {p} ")));
    let is = |phrases: &[&str]| phrases.contains(&phrase.trim());
    if folded.contains('%') || has(&["ty le", "ti le", "rate", "percent", "phan tram"]) {
        Some(Role::Rate)
    } else if has(&[
        "dan so",
        "so dan",
        "population",
        "tang",
        "giam",
        "chenh lech",
        "change",
        "so voi",
        "ghi chu",
        "note",
        "notes",
        "xep hang",
        "hang",
        "rank",
        "chi tieu",
        "muc tieu",
        "goal",
        "chua",
        "con lai",
        "moi",
        "them",
        "ke hoach",
        "du kien",
        "ky truoc",
        "hom truoc",
        "cach ly",
        "not",
        "new",
    ]) {
        Some(Role::Other)
    } else if is(&["stt", "tt", "so tt", "no", "so thu tu", "thu tu"]) || folded.trim() == "#" {
        Some(Role::Order)
    } else if is(&["ma", "code", "gso", "gso code", "district code", "id"]) || phrase.starts_with(" ma ") {
        Some(Role::Code)
    } else if has(&[
        "cai dat",
        "cai",
        "luot",
        "so luot",
        "so nguoi",
        "so luong",
        "so may",
        "dien thoai",
        "bluezone",
        "install",
        "installs",
        "installations",
        "tai khoan",
        "thue bao",
        "users",
        "total",
        "so lieu",
        "luy ke",
        "cong don",
    ]) {
        Some(Role::Installs)
    } else if has(&["huyen", "don vi", "dia phuong", "dia ban", "district", "districts", "ten", "name", "thanh pho", "quan", "thi xa"]) {
        Some(Role::Name)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_headers_people_write() {
        for (text, expected) in [
            ("STT", Some(Role::Order)),
            ("Huyện, thành phố", Some(Role::Name)),
            ("Đơn vị", Some(Role::Name)),
            ("Tên đơn vị", Some(Role::Name)),
            ("Mã huyện", Some(Role::Code)),
            ("code", Some(Role::Code)),
            ("Số lượt cài đặt", Some(Role::Installs)),
            ("Số người cài đặt Bluezone", Some(Role::Installs)),
            ("installs", Some(Role::Installs)),
            ("Dân số", Some(Role::Other)),
            ("Tỷ lệ cài đặt/dân số (%)", Some(Role::Rate)),
            ("So voi hom truoc", Some(Role::Other)),
            ("12.452", None),
            ("", None),
        ] {
            assert_eq!(role(text), expected, "{text}");
        }
    }
}
