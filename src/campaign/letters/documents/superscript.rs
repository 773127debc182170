//! The raised form of a digit. A raised digit after a figure is the mark of a note; written on the line it would become the figure's last.

/// `²` for `2`; what has no raised form stays.
pub fn superscript(character: char) -> char {
    match character {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32('⁴' as u32 + (character as u32 - '4' as u32)).unwrap_or(character),
        other => other,
    }
}
