//! The findings of an import, once the input is read, in Vietnamese.

use super::Words;
use super::vi::note;
use crate::campaign::finding::{ImportProblem, Problem};

pub(super) fn message(w: &Words, problem: &ImportProblem) -> String {
    use ImportProblem::*;
    let whole = Problem::Import(problem.clone());
    match problem {
        TotalRose { from, to, since, noted } => format!(
            "Tổng tăng từ {} ({}) lên {}, hơn một nửa chỉ trong hai tuần.{}",
            w.n(*from),
            w.at(*since),
            w.n(*to),
            note(*noted, &whole, "Hãy xem có gõ thừa chữ số, hoặc nhầm số liệu khác không.")
        ),
        InstallsRose { code, from, to, since, noted } => format!(
            "{} tăng từ {} ({}) lên {}, hơn gấp đôi.{}",
            w.name(code),
            w.n(*from),
            w.at(*since),
            w.n(*to),
            note(*noted, &whole, "Hãy xem có gõ thừa chữ số, hoặc nhầm dòng không.")
        ),
        LargeShare { installs, population, noted } => format!(
            "Tổng {} là hơn 60% dân số {}.{}",
            w.n(*installs),
            w.n(*population),
            note(*noted, &whole, "Hãy xem đây có đúng là số máy cài đặt không.")
        ),
        EqualsPopulation { code, population, noted } => format!(
            "{}: con số đúng bằng dân số {}.{}",
            w.subject(code.as_ref()),
            w.n(*population),
            note(*noted, &whole, "Rất có thể đã lấy nhầm cột dân số; hãy kiểm tra lại.")
        ),
        AcceptNeedsNote => {
            "Chấp nhận một điều bất thường thì phải nói rõ vì sao. Hãy thêm --note \"lý do\"; người dân sẽ đọc được lý do này.".into()
        }
        AcceptsNothing { name } => format!("Không có điều gì tên là {} để chấp nhận. Hãy bỏ --accept này đi.", w.quote(name)),
        BeforeApp { as_of } => format!("Thời điểm {} là trước ngày Bluezone ra mắt (18/4/2020). Hãy kiểm tra lại năm.", w.at(*as_of)),
        YearAssumed { as_of } => format!("Văn bản không ghi năm: được hiểu là {}. Nếu không đúng, thêm --as-of.", w.at(*as_of)),
        DateOverruled { text, given } => {
            format!("Văn bản ghi {}; lấy {} theo --as-of.", w.at(*text), w.at(*given))
        }
        OtherFigures { as_of } => {
            format!("Đã có báo cáo {} với số liệu khác. Nếu đây là bản đính chính, thêm --corrects và --note \"lý do\".", w.at(*as_of))
        }
        NoSource => "Văn bản không cho biết nguồn. Hãy thêm --source \"tên văn bản\".".into(),
        CorrectionNeedsNote => "Đính chính phải nói rõ vì sao. Hãy thêm --note \"lý do\".".into(),
        NothingToCorrect { as_of } => {
            format!("Không có báo cáo {} để đính chính. Hãy bỏ --corrects, hoặc kiểm tra lại thời điểm.", w.at(*as_of))
        }
        NoDate => "Văn bản không ghi số liệu tính đến thời điểm nào. Hãy cho biết bằng --as-of, ví dụ --as-of \"8h 13/8/2020\".".into(),
        HourNotStated { as_of } => {
            format!("Văn bản chỉ ghi ngày, không ghi giờ: số liệu được hiểu là của {}. Nếu biết giờ, thêm --as-of.", w.at(*as_of))
        }
        DateDisagrees { text, given } => {
            format!(
                "Cột ngày của bảng ghi {}, nhưng --as-of là {}. Hãy kiểm tra xem đã chọn đúng tệp chưa, rồi sửa cho khớp.",
                w.at(*text),
                w.at(*given)
            )
        }
        TotalNotStated { sum } => format!("Văn bản không ghi tổng; lấy tổng các đơn vị là {}.", w.n(*sum)),
        TotalAlone => "Chỉ có số tổng, không có số của từng đơn vị: báo cáo được tính vào diễn biến chung, không hiện trên bản đồ.".into(),
        NoEvidence => {
            "Văn bản không có chữ nào nói rằng các số này là số máy cài đặt Bluezone. Nếu đã chắc chắn, thêm --counts installs.".into()
        }
        AppNotNamed { text } => {
            format!(
                "Chỉ có {} cho biết các số này đếm gì, và văn bản không nhắc tên Bluezone. Hãy chắc chắn đây là số máy cài đặt Bluezone.",
                w.quote(text)
            )
        }
    }
}
