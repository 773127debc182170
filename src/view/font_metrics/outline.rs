//! The measures of Be Vietnam Pro, as `scripts/font_metrics.py` reads them from the typeface: without kerning, which the screens'
//! style switches off.

use super::Extent;

/// Records of eight bytes in the order of their characters: code, advance, top, bottom.
static BOLD: &[u8] = include_bytes!("outline-700.bin");
#[cfg(not(target_arch = "wasm32"))]
static REGULAR: &[u8] = include_bytes!("outline-400.bin");
const RECORD: usize = 8;
/// For a character that the typeface lacks: as wide and high as the widest that a fallback may bring.
const UNKNOWN: [i32; 3] = [1000, 1000, 265];

fn field(record: &[u8], at: usize) -> i32 {
    match record.get(at..at + 2) {
        Some(&[low, high]) => i32::from(i16::from_le_bytes([low, high])),
        _ => 0,
    }
}

fn glyph(table: &[u8], c: char) -> [i32; 3] {
    let code = c as u32;
    let (mut low, mut high) = (0, table.len() / RECORD);
    while low < high {
        let middle = (low + high) / 2;
        let record = table.get(middle * RECORD..(middle + 1) * RECORD).unwrap_or_default();
        let here = field(record, 0) as u32;
        if here == code {
            return [field(record, 2), field(record, 4), field(record, 6)];
        }
        if here < code {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    UNKNOWN
}

pub fn extent(words: &str, size: f64) -> Extent {
    extent_in(BOLD, words, size)
}

#[cfg(not(target_arch = "wasm32"))]
pub fn regular(words: &str, size: f64) -> Extent {
    extent_in(REGULAR, words, size)
}

fn extent_in(table: &[u8], words: &str, size: f64) -> Extent {
    let (mut width, mut top, mut bottom) = (0, 0, 0);
    for c in words.chars() {
        let [advance, above, below] = glyph(table, c);
        width += advance;
        top = top.max(above);
        bottom = bottom.max(below);
    }
    let em = |n: i32| f64::from(n) / 1000.0 * size;
    Extent { width: em(width), top: em(top), bottom: em(bottom) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_as_the_typeface_says() {
        let digit = extent("0", 1000.0);
        assert_eq!((digit.width, digit.bottom), (700.0, 10.0));
        assert_eq!(extent("00", 100.0).width, 140.0);
        assert!(extent("Ẳ", 100.0).top > 120.0 && extent("ạ", 100.0).bottom > 20.0);
        assert_eq!(extent("漢", 100.0).width, 100.0);
        assert_eq!(extent("", 100.0), Extent::default());
        assert!(regular("Bluezone", 100.0).width < extent("Bluezone", 100.0).width);
    }

    #[test]
    fn every_vietnamese_letter_is_known() {
        for c in "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ0123456789.,:%/–−()+'“”".chars()
        {
            for table in [BOLD, REGULAR] {
                assert_ne!(glyph(table, c), UNKNOWN, "{c}");
                assert!(c.to_uppercase().all(|c| glyph(table, c) != UNKNOWN), "{c}");
            }
        }
    }
}
