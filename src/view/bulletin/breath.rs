//! Lines that are as long as a breath: what is longer is parted where a speaker would pause. It must not know what is said.

use crate::text::{Lang, bulletin::plain, spoken::belong_together};

/// Characters of one line: at 20 points the width of a sheet.
const LONGEST: usize = 48;

/// A line as lines that are short enough, as far as its words are.
pub(super) fn parted(line: &str, lang: Lang) -> Vec<String> {
    let length = line.chars().count();
    let Some(at) = (length > LONGEST).then(|| place(line, length, lang)).flatten() else { return vec![line.to_owned()] };
    let (first, rest) = line.split_at(at);
    parted(first.trim_end(), lang).into_iter().chain(parted(rest.trim_start(), lang)).collect()
}

/// Where a long line is parted: behind a comma, before a word that begins a thought, else between any two; near its middle, so that neither part
/// is a stump, and not inside of a number, but for its groups.
fn place(line: &str, length: usize, lang: Lang) -> Option<usize> {
    let middle = length / 2;
    let spaces: Vec<(usize, usize)> =
        line.char_indices().enumerate().filter(|(_, (_, c))| *c == ' ').map(|(at, (byte, _))| (at, byte)).collect();
    let near = |fits: &dyn Fn(usize) -> bool, most: usize| {
        let fitting = spaces.iter().filter(|(at, byte)| at.abs_diff(middle) <= most && fits(*byte));
        fitting.min_by_key(|(at, _)| at.abs_diff(middle)).map(|(_, byte)| *byte)
    };
    let around = |byte: usize| (line[..byte].split(' ').next_back().unwrap_or_default(), line[byte..].trim_start());
    let begins = |byte: usize, word: &str| around(byte).1.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    let free = |byte: usize| {
        let (before, rest) = around(byte);
        let word = rest.split(' ').next().unwrap_or_default();
        before != plain(lang).percent && !belong_together(lang, before, word)
    };
    // A word stands beside itself only in a number.
    let free_of_number = |byte: usize| {
        let word = around(byte).1.split(' ').next().unwrap_or_default();
        !belong_together(lang, word, word)
    };
    near(&|byte| line[..byte].ends_with([',', ';', ':']), length / 3)
        .or_else(|| plain(lang).breaths.iter().find_map(|word| near(&|byte| begins(byte, word), length * 2 / 5)))
        .or_else(|| near(&|byte| !free_of_number(byte) && free(byte), length / 3))
        .or_else(|| near(&free, length))
        .or_else(|| near(&|_| true, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_parted_where_a_speaker_pauses() {
        assert_eq!(parted("Mời bà con", Lang::Vi), ["Mời bà con"]);
        for (line, parts) in [
            (
                "Tính đến tám giờ ngày mười một tháng tám năm hai nghìn không trăm hai mươi,",
                &["Tính đến tám giờ ngày mười một tháng tám", "năm hai nghìn không trăm hai mươi,"][..],
            ),
            (
                "Dân số tỉnh Đắk Nông là sáu trăm hai mươi hai nghìn một trăm sáu mươi tám người,",
                &["Dân số tỉnh Đắk Nông", "là sáu trăm hai mươi hai nghìn", "một trăm sáu mươi tám người,"],
            ),
            ("Nguồn công bố nêu tỷ lệ tám phẩy tám mươi hai phần trăm;", &["Nguồn công bố nêu tỷ lệ", "tám phẩy tám mươi hai phần trăm;"]),
        ] {
            assert_eq!(parted(line, Lang::Vi), parts);
        }
        let long = "a".repeat(60);
        assert_eq!(parted(&long, Lang::En), std::slice::from_ref(&long));
        for line in parted(&format!("{} {}", "nay ".repeat(30), "mai ".repeat(9)), Lang::Vi) {
            assert!(line.chars().count() <= LONGEST, "{line}");
        }
    }
}
