//! Tells by a table's header which column holds the districts, which their codes and which the installs. A header may have several rows
//! with cells that reach over columns: what is read of a column is the whole chain above it. It must not look at figures.

use super::super::names;
use super::cells::{Cell, TableRow};
use super::dates;
use super::meaning::{Says, Scope, Words};

/// What a column holds, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Order,
    Code,
    Name,
    /// The day that a row's figures are of.
    Date,
    /// Installs, in so many words.
    Installs,
    /// "Tổng số", "Lũy kế", "Số người": figures of what a heading says is counted.
    Neutral,
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

/// The most rows that a header has.
const MOST_ROWS: usize = 4;

impl Header {
    /// The columns of a role.
    pub fn columns(&self, role: Role) -> Vec<usize> {
        (0..self.roles.len()).filter(|i| self.roles[*i] == Some(role)).collect()
    }

    /// The first column of a role.
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns(role).first().copied()
    }

    /// The columns that may hold the installs: those whose header says so, else those that leave it to a heading.
    pub fn candidates(&self) -> Vec<usize> {
        let installs = self.columns(Role::Installs);
        if installs.is_empty() { self.columns(Role::Neutral) } else { installs }
    }

    fn names_districts(&self) -> bool {
        self.column(Role::Name).is_some() || self.column(Role::Code).is_some()
    }
}

/// The header over the row at this index, and the index of its first row: the rows right above that are no heading.
pub fn above(rows: &[TableRow], body: usize) -> Option<(Header, usize)> {
    // An empty row may part the header from the figures.
    let end = rows[..body].iter().rposition(|row| row.cells.iter().any(|cell| *cell != Cell::Empty))? + 1;
    let from = (end.saturating_sub(MOST_ROWS)..end).rev().take_while(|at| is_header_row(&rows[*at])).last()?;
    (body - end < 3).then(|| (chained(&rows[from..end]), from))
}

/// The index after the header that begins at this row.
pub fn end_of(rows: &[TableRow], from: usize) -> usize {
    from + 1 + rows[from + 1..].iter().take(MOST_ROWS - 1).take_while(|row| is_header_row(row)).count()
}

/// A header that a row is by itself: it names the districts' column and another one.
pub fn of_row(row: &TableRow) -> Option<Header> {
    // Nearly all rows of a long table are none, which this tells without weighing their words.
    if !is_header_row(row) {
        return None;
    }
    let header = chained(std::slice::from_ref(row));
    let others = header.roles.iter().filter(|role| role.is_some_and(|role| !matches!(role, Role::Name | Role::Code | Role::Order))).count();
    (header.names_districts() && others > 0).then_some(header)
}

/// Whether any of the rows is a header.
pub fn has_header(rows: &[TableRow]) -> bool {
    rows.iter().any(|row| row.cells.len() > 1 && of_row(row).is_some())
}

/// A row of words or of column numbers, and no heading: that is one text, however many columns it reaches over.
fn is_header_row(row: &TableRow) -> bool {
    let mut texts: Vec<String> = row.cells.iter().map(|cell| cell.text().trim().to_owned()).filter(|text| !text.is_empty()).collect();
    let first_empty = row.cells.first().is_some_and(|cell| *cell == Cell::Empty);
    texts.dedup();
    // A moment beside its label stands over many a table.
    let is_moment = |text: &String| dates::moment(text).is_some();
    let number = |text: &String| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '%'));
    let is_heading = texts.len() < 2 && !first_empty;
    !texts.is_empty()
        && !is_heading
        && !texts.iter().any(|text| text.chars().count() > 120)
        && (is_column_numbers(row) || !texts.iter().any(number) && texts.iter().any(|text| role(text).is_some()))
        && !texts.iter().any(is_moment)
}

/// `A | B | 1 | 2 | 3=2/1`: official forms number their columns.
pub fn is_column_numbers(row: &TableRow) -> bool {
    let is_number = |text: &str| {
        let text = text.trim_matches(['(', ')', '[', ']', '*']);
        let letter = text.len() == 1 && text.starts_with(|c: char| c.is_ascii_alphabetic());
        let sum = |c: char| c.is_ascii_digit() || matches!(c, '=' | '/' | ':' | '+' | '-' | '*' | '(' | ')' | 'x' | ' ' | '%');
        letter || text.len() <= 12 && text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(sum) && !text.contains("  ")
    };
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.text().trim().to_owned()).filter(|text| !text.is_empty()).collect();
    let small = |text: &String| text.parse::<u32>().is_ok_and(|n| n < 40) || text.parse::<u32>().is_err();
    texts.len() > 1 && texts.iter().all(|text| is_number(text) && small(text)) && rises(&texts)
}

/// Column numbers rise by one: no row of figures does.
fn rises(texts: &[String]) -> bool {
    let numbers: Vec<u32> = texts.iter().filter_map(|text| text.trim_matches(['(', ')']).split(['=', ' ']).next()?.parse().ok()).collect();
    numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// One header of several rows: of each column the texts above it, from the top.
fn chained(rows: &[TableRow]) -> Header {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let words: Vec<Vec<String>> = rows
        .iter()
        .filter(|row| !is_column_numbers(row))
        .map(|row| (0..width).map(|column| row.cell(Some(column)).text().trim().to_owned()).collect())
        .collect();
    let below = |row: usize, column: usize| words[row + 1..].iter().any(|texts| !texts[column].is_empty());
    let mut roles = Vec::with_capacity(width);
    let mut chains = Vec::with_capacity(width);
    for column in 0..width {
        let mut chain: Vec<&str> = Vec::new();
        for (row, texts) in words.iter().enumerate() {
            let own = texts[column].as_str();
            // A cell that reaches over several columns has its text in the first of them.
            let spanning =
                || (0..column).rev().find(|left| !texts[*left].is_empty()).filter(|left| below(row, *left) && below(row, column));
            let text = if own.is_empty() { spanning().map_or("", |left| texts[left].as_str()) } else { own };
            if !text.is_empty() && chain.last() != Some(&text) {
                chain.push(text);
            }
        }
        let whole = chain.join(" ");
        // What stands right above the figures tells most; where it leaves it open, what stands above that.
        let own = chain.last().and_then(|text| role(text));
        roles.push(if matches!(own, None | Some(Role::Neutral)) { role(&whole).or(own) } else { own });
        chains.push(whole);
    }
    Header { roles, texts: chains }
}

const ORDER: [&str; 8] = ["stt", "tt", "so tt", "no", "so thu tu", "thu tu", "s t t", "t t"];
const CODE: [&str; 7] = ["ma", "code", "gso", "gso code", "district code", "id", "ma so"];
const DATE: [&str; 8] = ["ngay", "date", "thoi diem", "ngay bao cao", "ngay so lieu", "day", "ngay thang", "tinh den ngay"];
const NAME: [&str; 12] = [
    "huyen",
    "don vi",
    "dia phuong",
    "dia ban",
    "district",
    "districts",
    "ten",
    "name",
    "thanh pho",
    "quan",
    "thi xa",
    "don vi hanh chinh",
];
/// Units below the district: of nothing else may a heading speak ("Số xã" counts them).
const COMMUNES: [&str; 13] = ["xa", "phuong", "thi", "tran", "dac", "khu", "ten", "don", "vi", "commune", "communes", "ward", "wards"];
/// Columns of changes, ranks and remarks.
const OTHER: [&str; 17] = [
    "tang",
    "giam",
    "chenh lech",
    "change",
    "so voi",
    "ghi chu",
    "note",
    "notes",
    "remark",
    "remarks",
    "xep hang",
    "hang",
    "rank",
    "moi",
    "them",
    "ky truoc",
    "hom truoc",
];
/// Words that leave it to a heading what is counted.
const NEUTRAL: [&str; 47] = [
    "so", "luong", "luot", "nguoi", "may", "tong", "cong", "luy", "ke", "don", "ket", "qua", "thuc", "hien", "dat", "dien", "thoai",
    "thiet", "bi", "da", "den", "ngay", "thang", "nam", "tinh", "toan", "lieu", "total", "count", "number", "users", "figure", "figures",
    "dvt", "cai", "h", "gio", "hien", "nay", "co", "duoc", "value", "chung", "dung", "su", "tai", "khoan",
];

/// What a text over a column says of it.
pub fn role(text: &str) -> Option<Role> {
    let folded = names::fold(text);
    let list: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if text.chars().count() > 120 || list.iter().any(|word| word.bytes().all(|b| b.is_ascii_digit()) && word.len() > 4) {
        return None;
    }
    let phrase = format!(" {} ", list.join(" "));
    let has = |phrases: &[&str]| phrases.iter().any(|p| phrase.contains(&format!(" {p} ")));
    let is = |phrases: &[&str]| phrases.contains(&phrase.trim());
    let words = Words::of(text);
    if is(&ORDER) || folded.trim() == "#" {
        Some(Role::Order)
    } else if is(&DATE) {
        Some(Role::Date)
    } else if folded.contains('%') || has(&["ty le", "ti le", "rate", "percent", "phan tram"]) {
        Some(Role::Rate)
    } else if has(&OTHER) || words.against(Scope::Header).is_some() {
        Some(Role::Other)
    } else if is(&CODE) || phrase.starts_with(" ma ") {
        Some(Role::Code)
    } else if words.says() >= Says::App {
        Some(Role::Installs)
    } else if has(&NAME) || !list.is_empty() && list.iter().all(|word| COMMUNES.contains(word)) {
        Some(Role::Name)
    } else if has(&["thong minh", "smartphone", "smartphones"]) {
        Some(Role::Other)
    } else if !list.is_empty()
        && list.iter().any(|word| word.bytes().any(|b| b.is_ascii_alphabetic()))
        && list.iter().all(|word| NEUTRAL.contains(word) || word.starts_with(|c: char| c.is_ascii_digit()))
    {
        Some(Role::Neutral)
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
            ("Xã, phường", Some(Role::Name)),
            ("Tên phường/xã/đặc khu", Some(Role::Name)),
            ("Mã huyện", Some(Role::Code)),
            ("code", Some(Role::Code)),
            ("Ngày", Some(Role::Date)),
            ("Số lượt cài đặt", Some(Role::Installs)),
            ("Số người cài đặt Bluezone", Some(Role::Installs)),
            ("installs", Some(Role::Installs)),
            ("Tổng số", Some(Role::Neutral)),
            ("Lũy kế đến 19/8", Some(Role::Neutral)),
            ("Dân số", Some(Role::Other)),
            ("Số hộ", Some(Role::Other)),
            ("Số thuê bao", Some(Role::Other)),
            ("Số điện thoại thông minh", Some(Role::Other)),
            ("Số máy phải cài đặt", Some(Role::Other)),
            ("Tỷ lệ cài đặt/dân số (%)", Some(Role::Rate)),
            ("So voi hom truoc", Some(Role::Other)),
            ("Học sinh giỏi", Some(Role::Other)),
            ("Diện tích", None),
            ("12.452", None),
            ("", None),
        ] {
            assert_eq!(role(text), expected, "{text}");
        }
    }

    fn row(line: usize, cells: &[&str]) -> TableRow {
        TableRow { line, cells: cells.iter().map(|text| Cell::of(text)).collect() }
    }

    #[test]
    fn a_header_of_several_rows_is_the_chain_above_each_column() {
        let rows = [
            row(1, &["Tính đến 17h ngày 19/8/2020", "", "", "", ""]),
            row(2, &["STT", "Đơn vị", "Kết quả cài đặt", "", ""]),
            row(3, &["", "", "Dân số", "Số cài đặt", "Tỷ lệ (%)"]),
            row(4, &["A", "B", "1", "2", "3=2/1"]),
            row(5, &["1", "Gia Nghĩa", "63046", "16046", "25.45"]),
        ];
        let (header, from) = above(&rows, 4).unwrap();
        assert_eq!(from, 1);
        assert_eq!(header.roles, [Some(Role::Order), Some(Role::Name), Some(Role::Other), Some(Role::Installs), Some(Role::Rate)]);
        assert_eq!(header.texts[3], "Kết quả cài đặt Số cài đặt");
        let rows = [
            row(1, &["STT", "Đơn vị", "Số lượt cài đặt", ""]),
            row(2, &["", "", "Trong ngày", "Lũy kế"]),
            row(3, &["1", "Gia Nghĩa", "1497", "16467"]),
        ];
        let (header, _) = above(&rows, 2).unwrap();
        assert_eq!(header.roles, [Some(Role::Order), Some(Role::Name), Some(Role::Other), Some(Role::Installs)]);
    }
}
