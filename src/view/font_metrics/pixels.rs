//! GNU Unifont's bitmaps, drawn as squares of whole pixels. Each glyph is cut to its ink and set with one dot between letters, so
//! that a short board holds a sentence; figures keep one width, so that columns stand.

use std::fmt::Write;

use super::Extent;

/// Records in the order of their characters: the code in two bytes, then a row in each of sixteen, the leftmost dot highest.
static TABLE: &[u8] = include_bytes!("pixels.bin");
const ROWS: usize = 16;
const RECORD: usize = 2 + ROWS;
/// Rows above the baseline; two are left for what hangs below.
const ABOVE: i32 = 14;
const SPACE: i32 = 4;
/// Every digit's ink is six dots wide, but for the `1`.
const DIGIT: i32 = 6;

/// Without the stroke that Unifont puts through it: from afar that makes an eight of it.
static ZERO: [u8; ROWS] = [0, 0, 0, 0, 0x18, 0x24, 0x42, 0x42, 0x42, 0x42, 0x42, 0x42, 0x24, 0x18, 0, 0];

struct Glyph {
    rows: &'static [u8],
    /// The first column with ink, and how many columns the glyph takes with the gap after it.
    start: i32,
    advance: i32,
}

fn find(code: u32) -> Option<&'static [u8]> {
    let (mut low, mut high) = (0, TABLE.len() / RECORD);
    while low < high {
        let middle = (low + high) / 2;
        let record = TABLE.get(middle * RECORD..(middle + 1) * RECORD)?;
        let here = u32::from(u16::from_le_bytes([*record.first()?, *record.get(1)?]));
        if here == code {
            return record.get(2..);
        }
        if here < code {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}

fn glyph(c: char) -> Glyph {
    let own = if c == '0' { Some(ZERO.as_slice()) } else { find(c as u32) };
    let rows = own.or_else(|| find('?' as u32)).unwrap_or_default();
    let ink = rows.iter().fold(0, |all, row| all | row);
    if ink == 0 {
        return Glyph { rows: &[], start: 0, advance: SPACE };
    }
    let (start, width) = (ink.leading_zeros() as i32, 8 - (ink.leading_zeros() + ink.trailing_zeros()) as i32);
    if c.is_ascii_digit() {
        return Glyph { rows, start: start.min(8 - DIGIT).min(1), advance: DIGIT + 1 };
    }
    Glyph { rows, start, advance: width + 1 }
}

pub fn extent(words: &str, scale: f64) -> Extent {
    let (mut width, mut top, mut bottom) = (0, 0, 0);
    for c in words.chars() {
        let glyph = glyph(c);
        width += glyph.advance;
        for (row, _) in glyph.rows.iter().enumerate().filter(|(_, bits)| **bits != 0) {
            top = top.max(ABOVE - row as i32);
            bottom = bottom.max(row as i32 + 1 - ABOVE);
        }
    }
    // No gap after the last letter.
    let dots = |n: i32| f64::from(n.max(0)) * scale;
    Extent { width: dots(width - 1), top: dots(top), bottom: dots(bottom) }
}

/// A rectangle for each run of dots in a row.
pub fn path(words: &str, x: i32, y: i32, scale: i32) -> String {
    let mut d = String::new();
    let mut left = x;
    for c in words.chars() {
        let glyph = glyph(c);
        for (row, bits) in glyph.rows.iter().enumerate() {
            let top = y + (row as i32 - ABOVE) * scale;
            let mut column = 0;
            while column < 8 {
                let run = (column..8).take_while(|i| bits & (0x80 >> i) != 0).count() as i32;
                if run > 0 {
                    let (start, wide) = (left + (column - glyph.start) * scale, run * scale);
                    let _ = write!(d, "M{start} {top}h{wide}v{scale}h-{wide}z");
                }
                column += run.max(1);
            }
        }
        left += glyph.advance * scale;
    }
    d
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_vietnamese_letter_differs_and_none_is_cut() {
        let small = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
        let all: Vec<char> = small.chars().chain(small.to_uppercase().chars()).chain("0123456789.,:%/–()+'?".chars()).collect();
        let drawn: BTreeSet<String> = all.iter().map(|c| path(&c.to_string(), 0, 0, 1)).collect();
        assert_eq!(drawn.len(), all.len(), "two letters look the same, or one is lacking");
        for c in all {
            let extent = extent(&c.to_string(), 1.0);
            assert!(extent.top <= 14.0 && extent.bottom <= 2.0 && extent.width >= 1.0 && extent.height() > 0.0, "{c}: {extent:?}");
        }
    }

    #[test]
    fn figures_have_one_width_and_nothing_overlaps() {
        assert!("0123456789".chars().all(|c| extent(&c.to_string(), 1.0).width == 6.0));
        assert_eq!(extent("51.974", 2.0).width, (5.0 * 7.0 + 3.0 - 1.0) * 2.0);
        assert_eq!(extent("", 3.0), Extent::default());
    }
}
