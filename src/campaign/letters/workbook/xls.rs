//! Opens XLS (Excel 97 to 2003) once its cells are known to lie together: calamine allocates all that lie between the first and the last.

use std::io::{Cursor, Read};

use calamine::{Reader, Xls};

use super::grid::{MAX_CELLS, MAX_COLUMNS, too_large};
use super::sheet::{Sheet, sheet_of_range, unreadable};
use crate::campaign::finding::Problem;
use crate::campaign::limits::MAX_INPUT_BYTES;

/// Records of a sheet's stream, by their numbers in [MS-XLS].
const BEGINNING: u16 = 0x0809;
const DIMENSIONS: u16 = 0x0200;
/// FORMULA, NUMBER, LABEL, BOOLERR, RK, LABELSST, MULRK, RSTRING: each begins with its row and its column.
const CELLS: [u16; 8] = [0x0006, 0x0203, 0x0204, 0x0205, 0x027e, 0x00fd, 0x00bd, 0x00d6];

pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    check_extent(&workbook_stream(bytes).map_err(unreadable)?)?;
    let mut book = Xls::new(Cursor::new(bytes)).map_err(unreadable)?;
    book.worksheets().into_iter().map(|(name, range)| sheet_of_range(name, &range)).collect()
}

fn workbook_stream(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let mut out = Vec::new();
    let path = if file.exists("/Workbook") { "/Workbook" } else { "/Book" };
    file.open_stream(path)?.take(MAX_INPUT_BYTES).read_to_end(&mut out)?;
    Ok(out)
}

/// An error where the cells of a sheet, or what it says of its dimensions, reach farther than a table of districts.
fn check_extent(mut stream: &[u8]) -> Result<(), Problem> {
    let mut bounds: Option<Bounds> = None;
    while let [a, b, c, d, rest @ ..] = stream {
        let (kind, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        let Some((data, after)) = rest.split_at_checked(length) else { return Ok(()) };
        stream = after;
        let word = |at: usize| data.get(at..at + 2).map(|pair| u64::from(u16::from_le_bytes([pair[0], pair[1]])));
        match kind {
            BEGINNING => bounds = None,
            DIMENSIONS => {
                // Before Excel 97 the rows have two bytes each, since then four.
                let (first, last, column) = if data.len() >= 14 {
                    let long = |at: usize| word(at).zip(word(at + 2)).map(|(low, high)| low | high << 16);
                    (long(0), long(4), word(10))
                } else {
                    (word(0), word(2), word(6))
                };
                if let (Some(first), Some(last), Some(column)) = (first, last, column)
                    && (last.saturating_sub(first) + 1).saturating_mul(column + 1) > MAX_SPAN
                {
                    return Err(too_large(None, last.saturating_sub(1), column.saturating_sub(1)));
                }
            }
            _ if CELLS.contains(&kind) => {
                let (Some(row), Some(column)) = (word(0), word(2)) else { continue };
                let own = Bounds { top: row, bottom: row, left: column, right: column };
                let all = bounds.map_or(own, |bounds| bounds.joined(own));
                bounds = Some(all);
                if column >= u64::from(MAX_COLUMNS) || all.cells() > MAX_SPAN {
                    return Err(too_large(None, row, column));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// The cells between the first and the last of a sheet, and those that it declares. Sheets declare more than they use, so the bound is
/// wider than that of cells that hold something.
const MAX_SPAN: u64 = 4 * MAX_CELLS;

/// The rows and columns, from 0, between which the cells of a sheet lie.
#[derive(Clone, Copy)]
struct Bounds {
    top: u64,
    bottom: u64,
    left: u64,
    right: u64,
}

impl Bounds {
    fn joined(self, other: Self) -> Self {
        Self {
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
            left: self.left.min(other.left),
            right: self.right.max(other.right),
        }
    }

    fn cells(self) -> u64 {
        (self.bottom - self.top + 1) * (self.right - self.left + 1)
    }
}
