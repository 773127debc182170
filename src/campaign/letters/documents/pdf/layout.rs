//! Puts the pieces of a page's text back into lines, from the top, and tells the columns of a line apart by tabs.

use super::super::superscript::superscript;
use super::matrix::Matrix;

/// A piece of text: its letters' unit square on the page, where it ends, what it says.
pub struct Piece {
    pub start: Matrix,
    pub end: (f64, f64),
    pub text: String,
}

/// The lines of a page.
#[derive(Default)]
pub struct Page {
    pub lines: Vec<String>,
    /// What stands in another direction than the page's text: watermarks, stamps at the edge.
    pub aside: Vec<String>,
}

/// The gap that parts words, in sizes of the letters.
const WORD_GAP: f64 = 0.15;
/// The gap that parts columns; behind a space it is wider, since lines that are filled up stretch their spaces.
const COLUMN_GAP: f64 = 0.4;
const COLUMN_GAP_AFTER_SPACE: f64 = 0.6;

/// A piece turned so that its text runs along x, and y falls from line to line.
struct Placed {
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    text: String,
}

pub fn lines(pieces: Vec<Piece>) -> Page {
    let mut by_direction: [Vec<Placed>; 4] = Default::default();
    let mut askew = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.text.is_empty()) {
        let [a, b, c, d, x, y] = piece.start.0;
        let (along, size) = (a.hypot(b), c.hypot(d));
        let (end_x, end_y) = piece.end;
        if ![x, y, end_x, end_y, along, size].into_iter().all(f64::is_finite) || size <= 0.0 {
            continue;
        }
        // Quarter turns; what lies between them is a watermark.
        let (direction, [x, end, y]) = match () {
            () if a >= 0.98 * along => (0, [x, end_x, y]),
            () if b >= 0.98 * along => (1, [y, end_y, -x]),
            () if -a >= 0.98 * along => (2, [-x, -end_x, -y]),
            () if -b >= 0.98 * along => (3, [-y, -end_y, x]),
            () => {
                askew.push(piece.text);
                continue;
            }
        };
        if let Some(pieces) = by_direction.get_mut(direction) {
            pieces.push(Placed { x, end: end.max(x), y, size, text: piece.text });
        }
    }
    let letters = |pieces: &Vec<Placed>| pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
    let mut directions: Vec<Vec<Placed>> = by_direction.into_iter().collect();
    directions.sort_by_key(|pieces| std::cmp::Reverse(letters(pieces)));
    let mut directions = directions.into_iter().map(joined);
    let lines = directions.next().unwrap_or_default();
    let mut aside: Vec<String> = directions.flatten().collect();
    if !askew.is_empty() {
        aside.push(askew.concat());
    }
    Page { lines, aside }
}

/// The lines of pieces of one direction.
fn joined(mut pieces: Vec<Placed>) -> Vec<String> {
    pieces.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut lines: Vec<Vec<Placed>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            // Within half a letter it is the same line: a raised mark, a sign of another font.
            Some(line) if line.first().is_some_and(|first| first.y - piece.y < 0.5 * first.size.max(piece.size)) => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    lines.into_iter().map(line).filter(|line| !line.is_empty()).collect()
}

fn line(mut pieces: Vec<Placed>) -> String {
    pieces.sort_by(|one, other| one.x.total_cmp(&other.x));
    let size = pieces.iter().map(|piece| piece.size).fold(0.0, f64::max);
    // The line stands where its large letters do.
    let base = pieces.iter().filter(|piece| piece.size >= 0.9 * size).map(|piece| piece.y).fold(f64::INFINITY, f64::min);
    let mut out = String::new();
    let mut end = f64::NEG_INFINITY;
    for piece in pieces {
        let gap = piece.x - end;
        let column_gap = if out.ends_with(' ') || piece.text.starts_with(' ') { COLUMN_GAP_AFTER_SPACE } else { COLUMN_GAP };
        if end.is_finite() && gap > column_gap * size {
            out.truncate(out.trim_end().len());
            out.push('\t');
        } else if end.is_finite() && gap > WORD_GAP * size && !out.ends_with([' ', '\t']) {
            out.push(' ');
        }
        let raised = piece.size < 0.85 * size && piece.y - base > 0.15 * size;
        let text = plain(&piece.text);
        if raised {
            out.extend(text.chars().map(superscript))
        } else {
            out.push_str(&text)
        }
        end = end.max(piece.end);
    }
    out.trim().to_owned()
}

/// A piece's text with letters for the signs in which fonts join them, and spaces for all that parts words.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => out.push(' '),
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            other => out.push(other),
        }
    }
    out
}
