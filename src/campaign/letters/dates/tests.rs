//! Moments as letters, mails and pages write them, and the dates that are none.

use super::*;

fn found(text: &str) -> Vec<MarkedMoment> {
    let mut out = Vec::new();
    for (i, line) in text.lines().enumerate() {
        tokens::tokenize(line, i + 1, &mut out);
    }
    find(&out)
}

#[test]
fn reads_marked_moments() {
    let at = |d, h, m| Stamp::vietnam(2020, 8, d, h, m);
    for (text, stamp, hour_stated) in [
        ("Tính đến 8h, ngày 11/8/2020, toàn tỉnh", at(11, 8, 0), true),
        ("tính đến 8 giờ 30 ngày 11/8/2020", at(11, 8, 30), true),
        ("Tính đến 8 giờ 30 phút, ngày 11/8/2020", at(11, 8, 30), true),
        ("đến 8h00 ngày 11-8-2020", at(11, 8, 0), true),
        ("Cập nhật: 08:00 11/08/2020", at(11, 8, 0), true),
        ("CẬP NHẬT BLUEZONE 17h00 ngày 11/8/2020", at(11, 17, 0), true),
        ("Cập nhật: 11/08/2020 5:00 CH", at(11, 17, 0), true),
        ("tính tới 8h ngày 11/8/2020, toàn tỉnh", at(11, 8, 0), true),
        ("Tính tới 8 giờ tối ngày 11/8/2020", at(11, 20, 0), true),
        ("tinh toi 8h ngay 11/8/2020", at(11, 8, 0), true),
        ("Đến 8 giờ ngày 11-8-2020, có 51.974 người cài đặt", at(11, 8, 0), true),
        ("Số liệu đến ngày 11/8/2020, 16 giờ 30 phút: toàn tỉnh", at(11, 16, 30), true),
        ("Tính đến 4h30 chiều 11/8/2020", at(11, 16, 30), true),
        ("Tính đến 6h00' ngày 11/8/2020", at(11, 6, 0), true),
        ("Tính đến 24h ngày 11/8/2020", at(12, 0, 0), true),
        ("em gửi số liệu ngày 11/8/2020 như sau", at(11, 0, 0), false),
        ("Sở gửi số liệu cài đặt Bluezone ngày 11/8/2020", at(11, 0, 0), false),
        ("Em gửi số liệu cài đặt Bluezone mới nhất, lúc 8 giờ 30 ngày 11/8/2020", at(11, 8, 30), true),
        ("Thời điểm: 17:05:33 11/08/2020", at(11, 17, 5), true),
        ("Thời điểm: 2020-08-11 17:05:33", at(11, 17, 5), true),
        ("As of 17:00 on 11/8/2020, Dak Nong", at(11, 17, 0), true),
        ("As of 5 pm on August 11, 2020", at(11, 17, 0), true),
        ("Tính đến trưa ngày 11.8.2020", at(11, 0, 0), false),
        ("tính đến 17h ngày 11/8/20", at(11, 17, 0), true),
        ("số liệu lũy kế đến 17h30 ngày 11/8/2020", at(11, 17, 30), true),
        ("đến 17 giờ 00 ngày 11/8/2020", at(11, 17, 0), true),
        ("Số liệu lúc 5 giờ chiều ngày 11/8/2020", at(11, 17, 0), true),
        ("tính đến sáng ngày 13/8/2020)", at(13, 0, 0), false),
        ("tính đến hết ngày 11 tháng 8 năm 2020", at(11, 0, 0), false),
        ("số liệu đến 11/8/2020, 8h", at(11, 8, 0), true),
        ("As of 2020-08-11 08:00", at(11, 8, 0), true),
        ("Tính đến 8h,\nngày 11/8/2020", at(11, 8, 0), true),
    ] {
        let marks = found(text);
        assert_eq!(marks.len(), 1, "{text}: {marks:?}");
        assert_eq!(marks[0].moment(), stamp.map(|stamp| Moment { stamp, hour_stated, zoned: false }), "{text}");
    }
}

#[test]
fn leaves_other_dates_alone() {
    for text in [
        "Công văn số 2841/BTTTT-THH ngày 01/8/2020 của Bộ",
        "Đắk Nông, ngày 12 tháng 8 năm 2020",
        "phấn đấu đến ngày 20/8/2020 đạt 60%",
        "Kính mời dự họp lúc 14h00 ngày 21/8/2020 tại Hội trường",
        "Thứ tư - 19/08/2020 09:16 603 0",
        "Đã gửi: 20/08/2020 08:15",
        "Thời gian ký: 20.08.2020 15:26:01 +07:00",
        "Từ ngày 01/8/2020 đến ngày 19/8/2020 toàn tỉnh",
        "Cập nhật lần cuối: Thứ tư, 19/08/2020 09:16",
        "gửi báo cáo về Sở trước 17h ngày 19/8/2020",
        "Ngày đăng: 19/08/2020 09:16",
        "ngày 14/8/2020, dẫn Công văn 4161/UBND-KGVX ngày 13/8/2020;",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    let short = &found("tính đến 8h ngày 11/8")[0];
    assert_eq!((short.moment(), short.day, short.hour), (None, Day::WithoutYear(11, 8), Some((8, 0))));
    assert_eq!(short.in_year(2020).map(|moment| moment.stamp), Stamp::vietnam(2020, 8, 11, 8, 0));
    for text in ["tính đến 13-8, toàn tỉnh", "tính đến ngày 13.8 toàn tỉnh", "tính đến ngày 13 tháng 8"] {
        assert_eq!(found(text)[0].day, Day::WithoutYear(13, 8), "{text}");
    }
    // Month first: nobody can be sure.
    assert_eq!(found("As of 8/12/2020 5:00 PM")[0].day, Day::Unclear);
    assert_eq!(found("As of 8/19/2020")[0].day, Day::Unclear);
}

#[test]
fn reads_moments_given_alone() {
    let at = |h, m| Stamp::vietnam(2020, 8, 13, h, m);
    for (text, stamp, hour_stated) in [
        ("2020-08-13T08:00:00+07:00", at(8, 0), true),
        ("2020-08-13T01:00:00Z", at(8, 0), true),
        ("2020-08-13T08:00", at(8, 0), true),
        ("2020-08-13 08:00", at(8, 0), true),
        ("2020-08-13", at(0, 0), false),
        ("8h 13/8/2020", at(8, 0), true),
        ("8 giờ 30, ngày 13/8/2020", at(8, 30), true),
        ("13/8/2020 8h30", at(8, 30), true),
    ] {
        let zoned = text.ends_with('Z') || text.contains('+');
        assert_eq!(moment(text), stamp.map(|stamp| Moment { stamp, hour_stated, zoned }), "{text}");
    }
    for bad in ["", "tomorrow", "2020-02-30", "13/8", "2020-08-13T25:00", "8h", "13/8/2020 x", "2020-08-13 14/8/2020"] {
        assert_eq!(moment(bad), None, "{bad}");
    }
}
