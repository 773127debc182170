//! Weighs the pieces of text that govern the figures: which of them says that installs are counted, and which says otherwise. It must
//! not know where in an input they stand.

use super::super::finding::{Finding, Place, Problem};
use super::meaning::{Says, Scope, Words};
use super::parsed::Evidence;

/// A piece of text that governs the figures. `line`: 0 where it stands on none, as a sheet's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub scope: Scope,
    pub text: String,
    pub line: usize,
}

/// The nearer to the figures, the earlier.
const NEAREST_FIRST: [Scope; 5] = [Scope::Header, Scope::Clause, Scope::Sentence, Scope::Title, Scope::Subject];

/// The words that say what is counted, and an error for the first that contradicts.
pub fn weigh(pieces: &[Piece]) -> (Option<Evidence>, Option<Finding>) {
    // What each says is asked several times below.
    let read: Vec<(&Piece, Says, Words)> = pieces
        .iter()
        .map(|piece| {
            let words = Words::of(&piece.text);
            (piece, words.says(), words)
        })
        .collect();
    let is_near = |piece: &Piece| matches!(piece.scope, Scope::Header | Scope::Clause | Scope::Sentence);
    let in_order = || NEAREST_FIRST.iter().flat_map(|scope| read.iter().filter(|(piece, ..)| piece.scope == *scope));
    // What is said beside the figures themselves, in full, outweighs a heading.
    let said_in_full =
        in_order().any(|(piece, says, words)| is_near(piece) && *says == Says::InstallsOfApp && words.against(piece.scope).is_none());
    let contradiction = in_order()
        .filter(|(piece, ..)| is_near(piece) || !said_in_full)
        .find_map(|(piece, _, words)| Some((*piece, words.against(piece.scope)?)));
    let finding = contradiction.map(|(piece, word)| {
        let place = if piece.line == 0 { Place::Whole } else { Place::Line(piece.line) };
        Finding::error(place, Problem::NotInstalls { text: piece.text.clone(), word: word.to_owned(), noted: false })
    });
    let counts_units = in_order().any(|(piece, says, _)| is_near(piece) && *says == Says::Unit);
    let by = |wanted: fn(Says, bool) -> bool| in_order().find(|(_, says, _)| wanted(*says, counts_units));
    let found = by(|says, _| says == Says::InstallsOfApp)
        .or_else(|| by(|says, _| says >= Says::Installs))
        .or_else(|| by(|says, counts_units| says == Says::App && counts_units))
        // "Số liệu Bluezone" over figures without a unit: what this app counts by district are its installs.
        .or_else(|| by(|says, _| says == Says::App))
        .or_else(|| by(|says, _| says == Says::Unit));
    let counts = found.map(|(piece, says, _)| Evidence {
        text: piece.text.clone(),
        line: piece.line,
        names_app: matches!(says, Says::InstallsOfApp | Says::App),
    });
    (counts, finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(pieces: &[(Scope, &str)]) -> (Option<String>, Option<String>) {
        let pieces: Vec<Piece> =
            pieces.iter().enumerate().map(|(i, (scope, text))| Piece { scope: *scope, text: (*text).to_owned(), line: i + 1 }).collect();
        let (counts, finding) = weigh(&pieces);
        let word = finding.map(|finding| match finding.problem {
            Problem::NotInstalls { word, .. } => word,
            other => panic!("{other:?}"),
        });
        (counts.map(|counts| counts.text), word)
    }

    #[test]
    fn what_governs_is_taken_and_what_contradicts_refuses() {
        use Scope::{Clause, Header, Sentence, Subject, Title};
        for (pieces, counts, word) in [
            (&[(Header, "Số lượt cài đặt")][..], Some("Số lượt cài đặt"), None),
            (&[(Title, "CÀI ĐẶT BLUEZONE"), (Header, "Tổng số")], Some("CÀI ĐẶT BLUEZONE"), None),
            (&[(Title, "SỐ NGƯỜI CHƯA CÀI ĐẶT BLUEZONE"), (Header, "Số người")], Some("SỐ NGƯỜI CHƯA CÀI ĐẶT BLUEZONE"), Some("chưa")),
            (&[(Title, "XÃ CHƯA ĐẠT"), (Header, "Số lượt cài đặt Bluezone")], Some("Số lượt cài đặt Bluezone"), None),
            (&[(Subject, "V/v phấn đấu cài đặt Bluezone"), (Clause, "người")], Some("V/v phấn đấu cài đặt Bluezone"), None),
            (&[(Clause, "hộ dân"), (Sentence, "toàn tỉnh có")], None, Some("hộ")),
            (&[(Title, "CẬP NHẬT BLUEZONE"), (Clause, "máy")], Some("CẬP NHẬT BLUEZONE"), None),
            (&[(Subject, "Số liệu Bluezone")], Some("Số liệu Bluezone"), None),
            (&[(Sentence, "toàn tỉnh có"), (Clause, "người")], None, None),
            (&[(Clause, "máy")], Some("máy"), None),
            (&[(Title, "Dân số trung bình phân theo huyện"), (Header, "Người")], None, Some("dân số")),
            (
                &[(Sentence, "toàn tỉnh có 120.345 người cài đặt ứng dụng NCOVI")],
                Some("toàn tỉnh có 120.345 người cài đặt ứng dụng NCOVI"),
                Some("ncovi"),
            ),
        ] {
            let expected = (counts.map(str::to_owned), word.map(str::to_owned));
            assert_eq!(weighed(pieces), expected, "{pieces:?}");
        }
    }
}
