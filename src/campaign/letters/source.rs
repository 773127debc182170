//! Guesses from a letter's own words who issued it, what it is about and its number. A guess is a proposal; it must not take another
//! letter's number for its own.

use super::super::names::fold;

/// What a text says of itself; all may be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceGuess {
    pub title: Option<String>,
    pub number: Option<String>,
    pub url: Option<String>,
}

/// The longest title that is proposed, in characters.
const LONGEST: usize = 240;

/// The title and the number that the text's own words give. An address is never guessed.
pub fn guess(text: &str) -> SourceGuess {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let subject = lines.iter().find_map(|line| subject(line));
    // The office above the issuer stands first in the head.
    let issuer = lines.iter().take(12).filter_map(|line| issuer(line, text)).next_back();
    let cited = cited(text);
    let title = match (issuer, subject, &cited) {
        (Some(issuer), Some(subject), _) => Some(format!("{issuer}: {subject}")),
        (None, Some(subject), _) => Some(subject),
        (_, None, Some((title, _))) => Some(title.clone()),
        (Some(issuer), None, None) => Some(issuer),
        (None, None, None) => None,
    };
    let own = lines.iter().take(20).find_map(|line| own_number(line));
    let number = own.or_else(|| cited.filter(|(cited, _)| title.as_ref() == Some(cited)).map(|(_, number)| number));
    SourceGuess { title: title.map(|title| truncated(&title)), number, url: None }
}

/// "V/v …": what the letter is about.
fn subject(line: &str) -> Option<String> {
    let rest = ["V/v", "V/V", "v/v", "Về việc"].iter().find_map(|mark| line.strip_prefix(mark))?.trim_start_matches([':', '.', ' ']);
    (!rest.is_empty()).then(|| format!("V/v {rest}"))
}

/// A head line in capitals that names an office; where the letter writes the name in its text as well, that spelling is taken.
fn issuer(line: &str, text: &str) -> Option<String> {
    let office = ["so ", "ubnd ", "uy ban ", "van phong ", "bo ", "cuc "].iter().any(|word| fold(line).starts_with(word));
    let capitals = line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase);
    if !office || !capitals || line.chars().count() > 100 {
        return None;
    }
    let (line_lower, length) = (line.to_lowercase(), line.chars().count());
    let mut with_name = text.lines().filter(|other| other.to_lowercase().contains(&line_lower));
    let spelt = with_name.find_map(|other| {
        let chars: Vec<char> = other.chars().collect();
        chars.windows(length).map(|w| w.iter().collect::<String>()).find(|w| w != line && w.to_lowercase() == line_lower)
    });
    Some(spelt.unwrap_or_else(|| as_a_name(line)))
}

/// Words of offices' names that have a capital letter, by their beginnings: "Sở Thông tin và Truyền thông".
const CAPITALISED: [&str; 16] = [
    "thông tin",
    "truyền thông",
    "y tế",
    "giáo dục",
    "đào tạo",
    "nội vụ",
    "tài chính",
    "kế hoạch",
    "đầu tư",
    "văn hóa",
    "thể thao",
    "du lịch",
    "công thương",
    "tư pháp",
    "lao động",
    "khoa học",
];

/// A letterhead in capitals, spelt as the name is within a sentence: offices' words as above, places after their kind.
fn as_a_name(line: &str) -> String {
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let mut is_place = false;
    let mut out = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let begins = |phrase: &&str| words[at..].join(" ").starts_with(*phrase);
        let is_kind = matches!(*word, "tỉnh" | "huyện" | "xã" | "phường" | "phố");
        out.push(match *word {
            "ubnd" | "hđnd" => word.to_uppercase(),
            _ if at == 0 || is_place || CAPITALISED.iter().any(begins) => capitalised(word),
            _ => (*word).to_owned(),
        });
        is_place |= is_kind;
    }
    out.join(" ")
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// "Số: 123/STTTT-TTBCXB" at the head of the letter; a blank before the slash is no number.
fn own_number(line: &str) -> Option<String> {
    let rest = line.strip_prefix("Số:").or_else(|| line.strip_prefix("Số :"))?;
    let number = rest.split_whitespace().next()?.trim_end_matches([',', ';', '.']);
    number.starts_with(|c: char| c.is_ascii_digit()).then(|| number.to_owned())
}

/// "dẫn Công văn 4161/UBND-KGVX ngày 13/8/2020": the letter that the text gives its figures from, as a title and a number.
fn cited(text: &str) -> Option<(String, String)> {
    let at = ["dẫn ", "theo ", "Theo ", "Nguồn: ", "nguồn: "].iter().filter_map(|mark| cited_after(text, mark)).min()?;
    let words: Vec<&str> = text[at..].split_whitespace().take(8).collect();
    let number_at = words
        .iter()
        .position(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('/') && word.contains(char::is_alphabetic))?;
    let clean = |word: &str| word.trim_matches([',', ';', '.', ')', '(', ':']).to_owned();
    let number = clean(words[number_at]);
    let dated = words.get(number_at + 1) == Some(&"ngày");
    let date = words.get(number_at + 2).filter(|_| dated).map(|date| format!(" ngày {}", clean(date)));
    Some((format!("Công văn {number}{}", date.unwrap_or_default()), number))
}

/// Where "Công văn" stands right after a mark.
fn cited_after(text: &str, mark: &str) -> Option<usize> {
    text.match_indices(mark)
        .map(|(at, _)| at + mark.len())
        .find(|at| text[*at..].starts_with("Công văn") || text[*at..].starts_with("công văn"))
}

fn truncated(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '<' | '>')).take(LONGEST).collect();
    clean.trim().trim_end_matches(['.', ';', ',']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_head_and_never_another_letters_number() {
        let text = "SỞ Y TẾ\nSố: /SYT-NV\nV/v báo cáo cài đặt.\nThực hiện Công văn số 2841/BTTTT-THH ngày 01/8/2020, Sở Y tế báo cáo.";
        assert_eq!(guess(text), SourceGuess { title: Some("Sở Y tế: V/v báo cáo cài đặt".into()), number: None, url: None });
        assert_eq!(guess("Số: 12/SYT-NV\nV/v X").number.as_deref(), Some("12/SYT-NV"));
    }

    #[test]
    fn a_letterhead_in_capitals_becomes_a_name() {
        for (line, name) in [
            ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"),
            ("SỞ Y TẾ", "Sở Y tế"),
            ("UBND HUYỆN ĐẮK MIL", "UBND huyện Đắk Mil"),
            ("ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG", "Ủy ban nhân dân tỉnh Đắk Nông"),
            ("VĂN PHÒNG UBND TỈNH", "Văn phòng UBND tỉnh"),
        ] {
            assert_eq!(as_a_name(line), name);
        }
    }

    #[test]
    fn takes_the_letter_that_a_page_cites() {
        let guess = guess("(trang tin huyện, dẫn Công văn 4161/UBND-KGVX ngày 13/8/2020; tính đến sáng)");
        assert_eq!(guess.title.as_deref(), Some("Công văn 4161/UBND-KGVX ngày 13/8/2020"));
        assert_eq!(guess.number.as_deref(), Some("4161/UBND-KGVX"));
        assert_eq!(super::guess("Gia Nghĩa 12.452"), SourceGuess::default());
    }
}
