//! Words for a document that is not read: what is wrong with it, and the way out.

use super::{Lang, number};
use crate::campaign::letters::documents::{DocumentError, Format, Unsupported};

/// What is wrong with a document and what to do, in a sentence or two.
pub fn message(lang: Lang, error: &DocumentError) -> String {
    match lang {
        Lang::Vi => vi(error),
        Lang::En => en(error),
    }
}

/// The longest name that a sentence repeats.
const LONGEST: usize = 60;

/// A name out of a document, without anything that could disturb a terminal.
fn clean(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}

fn megabytes(lang: Lang, bytes: u64) -> String {
    number::format_integer(lang, bytes / (1024 * 1024))
}

fn vi(error: &DocumentError) -> String {
    let original = "Hãy xin bản gốc dạng DOCX hoặc XLSX từ nơi ban hành, hoặc gõ lại số liệu vào tệp CSV rồi đối chiếu từng dòng.";
    match error {
        DocumentError::TooLarge { limit } => format!(
            "Tệp chứa hơn {} MB dữ liệu (kể cả sau khi giải nén) nên không đọc. Hãy chép riêng phần có số liệu sang tệp mới.",
            megabytes(Lang::Vi, *limit)
        ),
        DocumentError::TooManyCells { limit } => format!(
            "Tệp có hơn {} ô, nhiều hơn mọi bảng số liệu theo huyện. Hãy chép riêng bảng số liệu sang tệp mới.",
            number::format_integer(Lang::Vi, *limit)
        ),
        DocumentError::TooManyLines { limit } => format!(
            "Tệp có hơn {} dòng, dài hơn mọi văn bản báo cáo. Hãy chép riêng phần có số liệu sang tệp mới.",
            number::format_integer(Lang::Vi, *limit)
        ),
        DocumentError::TooManyPages { limit } => format!(
            "Tệp PDF có hơn {} trang nên không đọc. Hãy in riêng các trang có số liệu ra tệp PDF mới.",
            number::format_integer(Lang::Vi, *limit)
        ),
        DocumentError::FarCell { sheet, cell } => {
            let sheet = sheet.as_ref().map_or_else(|| "Trang tính".to_owned(), |name| format!("Trang tính “{}”", clean(name)));
            format!(
                "{sheet} có nội dung ở ô {cell}, nằm quá xa bảng số liệu. Hãy xóa nội dung đó, hoặc chép riêng bảng số liệu sang tệp mới."
            )
        }
        DocumentError::TooDeep => "Nội dung tệp lồng nhau quá nhiều lớp nên không đọc. Hãy chép riêng phần có số liệu sang tệp mới.".into(),
        DocumentError::Empty => "Tệp không có nội dung nào đọc được. Hãy kiểm tra xem đã chọn đúng tệp chưa.".into(),
        DocumentError::Broken(format) => {
            let (what, todo) = match format {
                Format::Docx => ("văn bản Word", "Hãy mở bằng Word hoặc LibreOffice rồi lưu lại"),
                Format::Workbook => ("bảng tính", "Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại"),
                Format::Pdf => ("tệp PDF", "Hãy mở tệp bằng trình duyệt rồi in lại ra PDF"),
                Format::Html => ("trang web", "Hãy mở bằng trình duyệt rồi lưu lại"),
                Format::Mail => ("thư điện tử", "Hãy lưu lại thư từ hộp thư"),
                Format::Text => ("tệp văn bản", "Hãy mở tệp rồi lưu lại ở dạng UTF-8"),
                Format::Xml => ("tệp XML", "Hãy mở tệp rồi lưu lại ở dạng DOCX hoặc XLSX"),
                Format::Archive => ("tệp nén", "Hãy giải nén rồi nhập từng văn bản"),
            };
            format!("Không mở được {what}: tệp bị hỏng hoặc chưa tải về đủ. {todo}, hoặc xin lại tệp từ nơi gửi.")
        }
        DocumentError::Password(Format::Pdf) => {
            "Tệp PDF được đặt mật khẩu. Hãy mở tệp bằng mật khẩu, in lại ra PDF không có mật khẩu, rồi nhập tệp mới.".into()
        }
        DocumentError::Password(_) => "Tệp được đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu rồi lưu lại.".into(),
        DocumentError::Scan => format!("Tệp PDF là bản quét, chỉ có hình ảnh mà không có chữ để đọc. {original}"),
        DocumentError::NoLetters => {
            format!("Phông chữ trong tệp PDF không cho biết đó là những chữ nào nên không đọc chắc chắn được. {original}")
        }
        DocumentError::Unsupported(form) => match form {
            Unsupported::Doc => "Đây là văn bản Word đời cũ (.doc). Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx.".into(),
            Unsupported::Rtf => "Đây là văn bản RTF. Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx.".into(),
            Unsupported::Odt => "Đây là văn bản OpenDocument (.odt). Hãy mở bằng LibreOffice hoặc Word rồi lưu thành .docx.".into(),
            Unsupported::Presentation => "Đây là tệp trình chiếu. Hãy chép bảng số liệu sang tệp văn bản hoặc bảng tính.".into(),
            Unsupported::OutlookMessage => {
                "Đây là thư lưu từ Outlook (.msg). Hãy lưu thư thành .eml, hoặc chép nội dung thư sang tệp văn bản.".into()
            }
            Unsupported::OtherWorkbook => {
                "Đây là dạng bảng tính chưa đọc được. Hãy mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx.".into()
            }
            Unsupported::Image => format!("Đây là tệp ảnh, công cụ không nhận dạng chữ trong ảnh. {original}"),
            Unsupported::Archive => "Đây là tệp nén, có thể chứa nhiều văn bản. Hãy giải nén rồi nhập từng văn bản một.".into(),
            Unsupported::OtherXml => {
                "Đây là tệp XML không rõ loại. Hãy mở bằng chương trình đã tạo ra tệp rồi lưu thành .docx hoặc .xlsx.".into()
            }
        },
        DocumentError::Unknown => {
            "Không nhận ra loại tệp này. Công cụ đọc được văn bản, CSV, DOCX, PDF có chữ, trang web, thư .eml và bảng tính XLSX, XLS, ODS."
                .into()
        }
        DocumentError::Encoding(name) => {
            let what = name.map_or_else(
                || "Không xác định được bảng mã chữ Việt của tệp.".to_owned(),
                |name| format!("Chữ trong tệp có vẻ theo bảng mã {name} nhưng không chuyển đổi chắc chắn được."),
            );
            format!("{what} Hãy chuyển tệp sang Unicode (ví dụ bằng UniKey Toolkit) rồi lưu ở dạng UTF-8.")
        }
        DocumentError::Garbled => {
            "Chữ trong tệp đã bị vỡ do từng được mở sai bảng mã rồi lưu lại. Hãy lấy lại tệp gốc và lưu ở dạng UTF-8.".into()
        }
    }
}

fn en(error: &DocumentError) -> String {
    let original = "Ask the issuer for the original DOCX or XLSX, or type the figures into a CSV file and compare every line.";
    match error {
        DocumentError::TooLarge { limit } => format!(
            "The file holds more than {} MB (unpacked), and is not read. Copy what has the figures into a new file.",
            megabytes(Lang::En, *limit)
        ),
        DocumentError::TooManyCells { limit } => format!(
            "The file has more than {} cells, more than any table of districts. Copy the table into a new file.",
            number::format_integer(Lang::En, *limit)
        ),
        DocumentError::TooManyLines { limit } => format!(
            "The file has more than {} lines, more than any report. Copy what has the figures into a new file.",
            number::format_integer(Lang::En, *limit)
        ),
        DocumentError::TooManyPages { limit } => format!(
            "The PDF has more than {} pages, and is not read. Print the pages with the figures to a new PDF.",
            number::format_integer(Lang::En, *limit)
        ),
        DocumentError::FarCell { sheet, cell } => {
            let sheet = sheet.as_ref().map_or_else(|| "The sheet".to_owned(), |name| format!("The sheet \"{}\"", clean(name)));
            format!(
                "{sheet} has something in cell {cell}, far outside of any table of districts. Delete it, or copy the table into a new file."
            )
        }
        DocumentError::TooDeep => "The file's content is nested too deeply. Copy what has the figures into a new file.".into(),
        DocumentError::Empty => "There is nothing in the file that can be read. Check that it is the right file.".into(),
        DocumentError::Broken(format) => {
            let (what, todo) = match format {
                Format::Docx => ("The Word document", "Open it in Word or LibreOffice and save it again"),
                Format::Workbook => ("The workbook", "Open it in Excel or LibreOffice and save it again"),
                Format::Pdf => ("The PDF", "Open it in a browser and print it to a new PDF"),
                Format::Html => ("The web page", "Open it in a browser and save it again"),
                Format::Mail => ("The mail", "Save it again from the mailbox"),
                Format::Text => ("The text file", "Open it and save it as UTF-8"),
                Format::Xml => ("The XML file", "Open it and save it as DOCX or XLSX"),
                Format::Archive => ("The archive", "Unpack it and import the documents one by one"),
            };
            format!("{what} can't be opened: it is broken, or was not downloaded as a whole. {todo}, or ask the sender for it again.")
        }
        DocumentError::Password(Format::Pdf) => {
            "The PDF has a password. Open it with the password, print it to a PDF without one, and import that.".into()
        }
        DocumentError::Password(_) => "The file has a password. Open it, remove the password and save it again.".into(),
        DocumentError::Scan => format!("The PDF is a scan: it has pictures and no text to read. {original}"),
        DocumentError::NoLetters => {
            format!("The fonts of the PDF don't tell which letters they draw, so it can't be read with certainty. {original}")
        }
        DocumentError::Unsupported(form) => match form {
            Unsupported::Doc => "This is an old Word document (.doc). Open it in Word or LibreOffice and save it as .docx.".into(),
            Unsupported::Rtf => "This is an RTF document. Open it in Word or LibreOffice and save it as .docx.".into(),
            Unsupported::Odt => "This is an OpenDocument text (.odt). Open it in LibreOffice or Word and save it as .docx.".into(),
            Unsupported::Presentation => "This is a presentation. Copy the table of the figures into a text or a workbook.".into(),
            Unsupported::OutlookMessage => {
                "This is a mail saved by Outlook (.msg). Save it as .eml, or copy its text into a text file.".into()
            }
            Unsupported::OtherWorkbook => "This form of workbook is not read. Open it in Excel or LibreOffice and save it as .xlsx.".into(),
            Unsupported::Image => format!("This is a picture; words in pictures are not read. {original}"),
            Unsupported::Archive => "This is an archive, which may hold several documents. Unpack it and import them one by one.".into(),
            Unsupported::OtherXml => {
                "This is XML of an unknown kind. Open it in the program that made it and save it as .docx or .xlsx.".into()
            }
        },
        DocumentError::Unknown => {
            "The form of this file is not known. Text, CSV, DOCX, PDF with text, web pages, .eml mails, XLSX, XLS and ODS are read.".into()
        }
        DocumentError::Encoding(name) => {
            let what = name.map_or_else(
                || "The file's encoding of Vietnamese can't be told.".to_owned(),
                |name| format!("The file's text seems to be in {name}, but can't be converted with certainty."),
            );
            format!("{what} Convert it to Unicode (e.g. with UniKey Toolkit) and save it as UTF-8.")
        }
        DocumentError::Garbled => {
            "The file's text was once opened in the wrong encoding and saved again. Take the original file and save it as UTF-8.".into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_to_do_in_both_languages() {
        let formats = [Format::Docx, Format::Html, Format::Mail, Format::Pdf, Format::Workbook, Format::Text, Format::Xml, Format::Archive];
        let forms = [
            Unsupported::Doc,
            Unsupported::Rtf,
            Unsupported::Odt,
            Unsupported::Presentation,
            Unsupported::OutlookMessage,
            Unsupported::OtherWorkbook,
            Unsupported::Image,
            Unsupported::Archive,
            Unsupported::OtherXml,
        ];
        let mut errors = vec![
            DocumentError::TooLarge { limit: 32 * 1024 * 1024 },
            DocumentError::TooManyCells { limit: 1_000_000 },
            DocumentError::TooManyLines { limit: 500_000 },
            DocumentError::TooManyPages { limit: 500 },
            DocumentError::FarCell { sheet: Some("Tháng\u{1b}[2J 8".into()), cell: "XFD1048576".into() },
            DocumentError::FarCell { sheet: None, cell: "IW1".into() },
            DocumentError::TooDeep,
            DocumentError::Empty,
            DocumentError::Scan,
            DocumentError::NoLetters,
            DocumentError::Unknown,
            DocumentError::Encoding(None),
            DocumentError::Encoding(Some("VNI")),
            DocumentError::Garbled,
        ];
        errors.extend(formats.into_iter().flat_map(|format| [DocumentError::Broken(format), DocumentError::Password(format)]));
        errors.extend(forms.into_iter().map(DocumentError::Unsupported));
        let mut said = std::collections::BTreeSet::new();
        for error in &errors {
            let (vi, en) = (message(Lang::Vi, error), message(Lang::En, error));
            // The readers of Unknown are told what can be given instead.
            assert!(*error == DocumentError::Unknown || vi.contains("Hãy"), "{vi}");
            assert!(!vi.contains('\u{1b}') && !en.contains('\u{1b}'));
            assert!(vi.ends_with('.') && en.ends_with('.') && en.is_ascii() || en.contains("Tháng"), "{vi} {en}");
            said.insert(vi);
        }
        // All passwords but a PDF's are one sentence.
        assert_eq!(said.len(), errors.len() - 6);
        assert!(message(Lang::Vi, &errors[0]).contains("32 MB") && message(Lang::En, &errors[1]).contains("1,000,000"));
    }
}
