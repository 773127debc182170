//! Why a file could not be read, written or understood: the reasons of the system and of the reader of JSON, in the language of the answer.

use std::io::ErrorKind;

use super::Lang;

/// The system's reason. It knows English only; what has no sentence of ours stays as the system says it.
pub fn reason(lang: Lang, kind: ErrorKind, own: &str) -> String {
    if lang == Lang::En {
        return own.to_owned();
    }
    match kind {
        ErrorKind::NotFound => "không có tệp hoặc thư mục này",
        ErrorKind::PermissionDenied => "không có quyền truy cập",
        ErrorKind::AlreadyExists => "đã có tệp trùng tên",
        ErrorKind::IsADirectory => "đây là thư mục, không phải tệp",
        ErrorKind::NotADirectory => "có phần của đường dẫn không phải là thư mục",
        ErrorKind::DirectoryNotEmpty => "thư mục còn chứa tệp",
        ErrorKind::StorageFull => "đĩa đã đầy",
        ErrorKind::QuotaExceeded => "đã dùng hết dung lượng được cấp",
        ErrorKind::FileTooLarge => "tệp quá lớn",
        ErrorKind::ReadOnlyFilesystem => "đĩa chỉ cho đọc",
        ErrorKind::CrossesDevices => "hai đường dẫn nằm trên hai đĩa khác nhau",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "tệp đang được chương trình khác sử dụng",
        ErrorKind::InvalidFilename => "tên tệp không hợp lệ",
        ErrorKind::TimedOut => "quá thời gian chờ",
        ErrorKind::Interrupted => "việc đang làm bị ngắt",
        ErrorKind::AddrInUse => "cổng đang được chương trình khác sử dụng",
        ErrorKind::AddrNotAvailable => "máy này không có địa chỉ đó",
        ErrorKind::OutOfMemory => "không đủ bộ nhớ",
        ErrorKind::UnexpectedEof => "tệp kết thúc giữa chừng",
        ErrorKind::Unsupported => "hệ thống không hỗ trợ việc này",
        _ => return own.to_owned(),
    }
    .to_owned()
}

/// What a JSON file has wrong, from the sentence of its reader: `missing field `code` at line 3 column 5`.
pub fn shape(lang: Lang, own: &str) -> String {
    if lang == Lang::En {
        return own.to_owned();
    }
    let (what, place) = match own.rsplit_once(" at line ") {
        Some((what, place)) => (what, format!(" (dòng {})", place.replace(" column ", ", cột "))),
        None => (own, String::new()),
    };
    let after = |start: &str| what.strip_prefix(start);
    let said = if let Some(field) = after("missing field ") {
        format!("thiếu mục {field}")
    } else if let Some(field) = after("duplicate field ").or_else(|| after("duplicate key ")) {
        format!("mục {field} bị lặp lại")
    } else if let Some((given, wanted)) = after("unknown variant ").and_then(|rest| rest.split_once(", expected ")) {
        format!("giá trị {given} không dùng được, cần {}", wanted.replace("one of ", "một trong ").replace(" or ", " hoặc "))
    } else if let Some((given, wanted)) =
        after("invalid type: ").or_else(|| after("invalid value: ")).and_then(|rest| rest.split_once(", expected "))
    {
        format!("{} nằm sai chỗ, cần {}", kind(given), kind(wanted))
    } else if after("EOF").is_some() {
        "tệp kết thúc giữa chừng, thiếu phần sau".to_owned()
    } else if after("trailing characters").is_some() {
        "có chữ thừa sau phần cuối".to_owned()
    } else if after("trailing comma").is_some() {
        "có dấu phẩy thừa".to_owned()
    } else if after("expected ").is_some()
        || after("key must").is_some()
        || after("control character").is_some()
        || after("invalid ").is_some()
    {
        format!("sai cú pháp JSON: {what}")
    } else {
        what.to_owned()
    };
    said + &place
}

/// A kind of value, as serde names it.
fn kind(named: &str) -> String {
    const KINDS: [(&str, &str); 12] = [
        ("floating point", "số lẻ"),
        ("integer", "số"),
        ("boolean", "giá trị đúng/sai"),
        ("string", "chữ"),
        ("a string", "chữ"),
        ("null", "giá trị trống"),
        ("map", "nhóm {…}"),
        ("a map", "nhóm {…}"),
        ("sequence", "danh sách […]"),
        ("a sequence", "danh sách […]"),
        ("u64", "số nguyên không âm"),
        ("f64", "số"),
    ];
    let found = KINDS.iter().find_map(|(english, vietnamese)| {
        let rest = named.strip_prefix(english)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| format!("{vietnamese}{rest}"))
    });
    found.unwrap_or_else(|| named.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_json_file_is_said_in_vietnamese() {
        let said = |json: &str| {
            #[derive(Debug, serde::Deserialize)]
            #[allow(dead_code, reason = "only its errors are wanted")]
            struct Data {
                code: u64,
            }
            shape(Lang::Vi, &serde_json::from_str::<Data>(json).expect_err(json).to_string())
        };
        assert_eq!(said("{}"), "thiếu mục `code` (dòng 1, cột 2)");
        assert_eq!(said(r#"{"code": "12"}"#), "chữ \"12\" nằm sai chỗ, cần số nguyên không âm (dòng 1, cột 13)");
        assert_eq!(said(r#"{"code": -1}"#), "số `-1` nằm sai chỗ, cần số nguyên không âm (dòng 1, cột 11)");
        assert_eq!(said(r#"{"code": 1"#), "tệp kết thúc giữa chừng, thiếu phần sau (dòng 1, cột 10)");
        assert_eq!(said(r#"{"code": 1} x"#), "có chữ thừa sau phần cuối (dòng 1, cột 13)");
        assert_eq!(said(r#"{"code": 1, "code": 2}"#), "mục `code` bị lặp lại (dòng 1, cột 18)");
    }

    #[test]
    fn the_systems_reasons_are_said_in_both_languages() {
        let away = std::fs::read("no/such/file").expect_err("there is none");
        assert_eq!(reason(Lang::Vi, away.kind(), &away.to_string()), "không có tệp hoặc thư mục này");
        assert_eq!(reason(Lang::En, away.kind(), &away.to_string()), away.to_string());
        assert_eq!(reason(Lang::Vi, ErrorKind::Other, "own words"), "own words");
    }
}
