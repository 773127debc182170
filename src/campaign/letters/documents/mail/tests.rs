//! Mails as programs save and quote them.

use super::super::fixture::{docx, pack, told};
use super::super::{Content, DocumentError, Unsupported, open};

const HEAD: &str = "From: A <a@example.vn>\r\nDate: Thu, 20 Aug 2020 08:15:00 +0700\r\nSubject: =?UTF-8?B?U+G7kSBsaeG7h3UgQmx1ZXpvbmU=?=\r\nMIME-Version: 1.0\r\n";
const STAMPS: [&str; 3] =
    ["Subject: Số liệu Bluezone", "MailStamp: From: A <a@example.vn>", "MailStamp: Date: Thu, 20 Aug 2020 08:15:00 +0700"];

fn read(text: &str) -> Vec<String> {
    told(&open(text.as_bytes()).unwrap())
}

#[test]
fn quoted_printable_is_joined_and_the_head_is_a_stamp() {
    let mail = format!(
        "{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGia Ngh=C4=A9a: 19.842; Dak Glong: 6=\r\n.801\r\n"
    );
    assert_eq!(read(&mail), [&STAMPS[..], &["Gia Nghĩa: 19.842; Dak Glong: 6.801"]].concat());
    let bare = "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\nDak Mil: 12=\n.991\n";
    assert_eq!(read(bare), ["Dak Mil: 12.991"]);
}

#[test]
fn the_charset_is_the_mail_s_own_and_a_wrong_western_one_is_not_believed() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1258.encode("Cư Jút: 5");
    let mail = [HEAD.as_bytes(), b"Content-Type: text/plain; charset=windows-1258\r\n\r\n", &bytes].concat();
    assert_eq!(told(&open(&mail).unwrap()).last().unwrap(), "Cư Jút: 5");
    let mail = format!("{HEAD}Content-Type: text/plain; charset=iso-8859-1\r\n\r\nĐắk Mil: 5\r\n");
    assert_eq!(read(&mail).last().unwrap(), "Đắk Mil: 5");
}

#[test]
fn of_two_forms_the_page_is_read_and_its_quotations_are_older() {
    let mail = format!(
        "{HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
        <table><tr><td>Đắk Mil</td><td>5</td></tr></table><div>Vào Th 4, 19 thg 8, 2020 vào lúc 08:02 B đã viết:</div><blockquote><p>cũ</p><table><tr><td>Đắk Mil</td><td>4</td></tr></table></blockquote>\r\n--b--\r\n"
    );
    assert_eq!(
        read(&mail),
        [&STAMPS[..], &["Đắk Mil|5", "Quoted: Vào Th 4, 19 thg 8, 2020 vào lúc 08:02 B đã viết:", "Quoted: cũ", "Quoted: Đắk Mil|4"]]
            .concat()
    );
}

#[test]
fn attachments_are_opened_and_those_that_are_not_read_are_named() {
    use base64::Engine;
    let encode = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    let letter = docx("<w:p><w:r><w:t>Đắk Mil: 5</w:t></w:r></w:p>", &[]);
    let attached = |name: &str, bytes: &[u8]| {
        format!(
            "--b\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            encode(bytes)
        )
    };
    let mail = |attachments: &str| {
        format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nKinh gui\r\n{attachments}--b--\r\n"
        )
    };
    let parts = open(mail(&(attached("so lieu.docx", &letter) + &attached("a.png", b"\x89PNG\r\n\x1a\n\0"))).as_bytes()).unwrap();
    assert_eq!(told(&parts), [&STAMPS[..], &["Kinh gui", "Đắk Mil: 5", "Unsupported(Image)"]].concat());
    assert_eq!(parts[3].attachment.as_deref(), Some("so lieu.docx"));
    assert_eq!(parts[4].content, Content::Unread(DocumentError::Unsupported(Unsupported::Image)));
    // A mail in a mail, and one in a ZIP that is not looked into.
    let inner = mail(&attached("b.zip", &pack(&[("a.txt", "x")])));
    let outer = mail(&attached("thu.eml", inner.as_bytes()));
    let parts = open(outer.as_bytes()).unwrap();
    let names: Vec<Option<&str>> = parts.iter().map(|part| part.attachment.as_deref()).collect();
    assert_eq!(names, [None, None, None, Some("thu.eml"), Some("thu.eml"), Some("thu.eml"), Some("b.zip")]);
    let mut deep = mail("");
    for _ in 0..5 {
        deep = mail(&attached("thu.eml", deep.as_bytes()));
    }
    assert_eq!(open(deep.as_bytes()), Err(DocumentError::TooDeep));
    let many = "Content-Type: message/rfc822\r\nMIME-Version: 1.0\r\n\r\n".repeat(10_000);
    assert_eq!(open(many.as_bytes()), Err(DocumentError::TooDeep));
}

#[test]
fn a_web_page_saved_as_one_file_is_its_text_without_styles_and_pictures() {
    let page = "From: <Saved by Blink>\r\nSubject: Trang\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.vn/\r\n\r\n<p>=C4=90=E1=BA=AFk Mil: 5</p>\r\n\
        --b\r\nContent-Type: text/css\r\nContent-Location: https://example.vn/a.css\r\n\r\np { color: red }\r\n\
        --b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.vn/a.png\r\n\r\niVBORw0KGgo=\r\n--b--\r\n";
    assert_eq!(read(page), ["Subject: Trang", "MailStamp: From: <Saved by Blink>", "Đắk Mil: 5"]);
}

#[test]
fn a_mail_pasted_with_its_head_keeps_it_apart() {
    let text = "Từ: Nguyễn Văn A <a@example.vn>\nĐã gửi: 20/08/2020 08:15\nTới: Trần Thị B <b@example.vn>\nChủ đề: Số liệu Bluezone\n\nNgày 19/8/2020:\nĐến: 17 giờ\n";
    assert_eq!(
        read(text),
        [
            "MailStamp: Từ: Nguyễn Văn A <a@example.vn>",
            "MailStamp: Đã gửi: 20/08/2020 08:15",
            "MailStamp: Tới: Trần Thị B <b@example.vn>",
            "Subject: Chủ đề: Số liệu Bluezone",
            "Subject: ",
            "Ngày 19/8/2020:",
            "Đến: 17 giờ"
        ]
    );
}

#[test]
fn an_older_mail_below_is_known_by_each_program_s_words() {
    for words in [
        "Vào Th 4, 19 thg 8, 2020 vào lúc 08:02 Trần Thị B <b@example.vn> đã viết:",
        "Vào Th 4, 19 thg 8, 2020 vào lúc 08:02 Trần Thị B\n<b@example.vn> đã viết:",
        "On Wed, Aug 19, 2020 at 08:02 B wrote:",
        "-----Original Message-----",
        "----- Thư gốc -----",
        "From: B\nSent: Wednesday, August 19, 2020 8:02 AM\nTo: A\nSubject: cũ",
    ] {
        let read = read(&format!("Em gửi số mới.\n\n{words}\nĐắk Mil: 4\nĐắk Song: 3"));
        assert_eq!(read[..2], ["Em gửi số mới.", ""], "{words}");
        assert!(read[2..].iter().all(|line| line.starts_with("Quoted: ")), "{read:?}");
        assert_eq!(read.last().unwrap(), "Quoted: Đắk Song: 3");
    }
    assert_eq!(read("a\n> b\nc"), ["a", "Quoted: > b", "c"]);
    // A letter may well say when someone wrote.
    assert_eq!(read("Ngày 19/8/2020 các huyện báo cáo:\nĐắk Mil: 4"), ["Ngày 19/8/2020 các huyện báo cáo:", "Đắk Mil: 4"]);
    assert_eq!(read("Kính gửi: UBND tỉnh\nNgày: 19/8/2020"), ["Kính gửi: UBND tỉnh", "Ngày: 19/8/2020"]);
}

#[test]
fn what_is_forwarded_is_the_letter() {
    let text = "---------- Forwarded message ---------\nTừ: B <b@example.vn>\nDate: Th 4, 19 thg 8, 2020 lúc 08:02\nSubject: Bluezone\nTo: A <a@example.vn>\n\nĐắk Mil: 5";
    let stamp = |line: &str| format!("MailStamp: {line}");
    let expected = [
        stamp("---------- Forwarded message ---------"),
        stamp("Từ: B <b@example.vn>"),
        stamp("Date: Th 4, 19 thg 8, 2020 lúc 08:02"),
        "Subject: Subject: Bluezone".to_owned(),
        stamp("To: A <a@example.vn>"),
        stamp(""),
        "Đắk Mil: 5".to_owned(),
    ];
    assert_eq!(read(text), expected);
}
