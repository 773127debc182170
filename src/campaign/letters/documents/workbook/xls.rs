//! Looks through an XLS (Excel 97 to 2003, [MS-XLS]) before calamine opens it: that its cells lie together (calamine allocates all that
//! lie between the first and the last), and what is hidden and merged.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::super::budget::MAX_CELLS;
use super::super::error::{DocumentError, Format};
use super::grid::{Area, MAX_COLUMNS, cell_name};
use super::layout::Layout;
use crate::campaign::limits::MAX_INPUT_BYTES;

/// Records of a workbook's stream, by their numbers.
const BEGINNING: u16 = 0x0809;
const SHEET: u16 = 0x0085;
const PASSWORD: u16 = 0x002f;
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;
const MERGED: u16 = 0x00e5;
/// FORMULA, NUMBER, LABEL, BOOLERR, RK, LABELSST, MULRK, RSTRING: each begins with its row and its column.
const CELLS: [u16; 8] = [0x0006, 0x0203, 0x0204, 0x0205, 0x027e, 0x00fd, 0x00bd, 0x00d6];

/// The cells between the first and the last of a sheet, and those that it declares. Sheets declare more than they use, so the bound is
/// wider than that of cells that hold something.
const MAX_SPAN: u64 = 4 * MAX_CELLS;

/// The layouts of the sheets in their order; an error where a sheet reaches farther than a table of districts.
pub fn layouts(bytes: &[u8]) -> Result<Vec<Layout>, DocumentError> {
    let stream = stream(bytes).map_err(|_| DocumentError::Broken(Format::Workbook))?;
    let mut sheets: Vec<usize> = Vec::new();
    let mut layouts: BTreeMap<usize, Layout> = BTreeMap::new();
    let (mut at, mut begun, mut bounds) = (0, 0, None);
    while let Some([a, b, c, d]) = stream.get(at..at + 4) {
        let (kind, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        let Some(data) = stream.get(at + 4..at + 4 + length) else { break };
        let record = Record(data);
        match kind {
            BEGINNING => (begun, bounds) = (at, None),
            PASSWORD => return Err(DocumentError::Password(Format::Workbook)),
            SHEET => sheets.extend(record.long(0).and_then(|place| usize::try_from(place).ok())),
            DIMENSIONS => record.check_dimensions()?,
            ROW | COLUMNS | MERGED => record.note(kind, layouts.entry(begun).or_default()),
            _ if CELLS.contains(&kind) => bounds = record.check_cell(bounds)?.or(bounds),
            _ => {}
        }
        at += 4 + length;
    }
    Ok(sheets.into_iter().map(|place| layouts.remove(&place).unwrap_or_default()).collect())
}

fn stream(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let mut out = Vec::new();
    let path = if file.exists("/Workbook") { "/Workbook" } else { "/Book" };
    file.open_stream(path)?.take(MAX_INPUT_BYTES).read_to_end(&mut out)?;
    Ok(out)
}

struct Record<'a>(&'a [u8]);

impl Record<'_> {
    fn word(&self, at: usize) -> Option<u64> {
        match self.0.get(at..at + 2)? {
            [low, high] => Some(u64::from(u16::from_le_bytes([*low, *high]))),
            _ => None,
        }
    }

    fn long(&self, at: usize) -> Option<u64> {
        Some(self.word(at)? | self.word(at + 2)? << 16)
    }

    fn check_dimensions(&self) -> Result<(), DocumentError> {
        // Before Excel 97 the rows have two bytes each, since then four.
        let (first, last, column) =
            if self.0.len() >= 14 { (self.long(0), self.long(4), self.word(10)) } else { (self.word(0), self.word(2), self.word(6)) };
        let (Some(first), Some(last), Some(column)) = (first, last, column) else { return Ok(()) };
        if (last.saturating_sub(first) + 1).saturating_mul(column + 1) > MAX_SPAN {
            return Err(far(last.saturating_sub(1), column.saturating_sub(1)));
        }
        Ok(())
    }

    /// The bounds with this cell in them.
    fn check_cell(&self, bounds: Option<Bounds>) -> Result<Option<Bounds>, DocumentError> {
        let (Some(row), Some(column)) = (self.word(0), self.word(2)) else { return Ok(None) };
        let own = Bounds { top: row, bottom: row, left: column, right: column };
        let all = bounds.map_or(own, |bounds| bounds.joined(own));
        if column >= u64::from(MAX_COLUMNS) || all.cells() > MAX_SPAN { Err(far(row, column)) } else { Ok(Some(all)) }
    }

    fn note(&self, kind: u16, layout: &mut Layout) {
        let place = |at: usize| self.word(at).map(|word| word as u32);
        match kind {
            ROW => {
                let is_hidden = self.word(12).is_some_and(|flags| flags & 0x20 != 0);
                layout.hidden_rows.extend(place(0).filter(|_| is_hidden).map(|row| (row, row)));
            }
            COLUMNS => {
                let is_hidden = self.word(8).is_some_and(|flags| flags & 1 != 0);
                layout.hidden_columns.extend(place(0).zip(place(2)).filter(|_| is_hidden));
            }
            _ => {
                let count = self.word(0).unwrap_or_default() as usize;
                let area = |at: usize| Some(Area { rows: (place(at)?, place(at + 2)?), columns: (place(at + 4)?, place(at + 6)?) });
                layout.merged.extend((0..count).map_while(|index| area(2 + 8 * index)));
            }
        }
    }
}

fn far(row: u64, column: u64) -> DocumentError {
    let short = |place: u64| u32::try_from(place).unwrap_or(u32::MAX);
    DocumentError::FarCell { sheet: None, cell: cell_name(short(row), short(column)) }
}

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
