//! A QR code as modules and as one SVG path. It must not know where it is shown.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// The quiet zone that the standard asks for, in modules.
pub const QUIET: usize = 4;

/// The modules of a code as rows of runs, the quiet zone around it left white.
#[derive(Clone, Debug, PartialEq)]
pub struct Qr {
    /// Modules a side, quiet zone and all.
    pub side: usize,
    /// Horizontal strokes through the middles of the rows: a third of the bytes of squares.
    pub strokes: String,
}

/// What a code has to bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCorrection {
    /// Paper that is folded and stained.
    Print,
    /// A clean screen, where fewer and larger modules are worth more.
    Screen,
}

/// None when the text is too long for any QR code.
pub fn qr(text: &str, wear: ErrorCorrection) -> Option<Qr> {
    let level = match wear {
        ErrorCorrection::Print => ECL::M,
        ErrorCorrection::Screen => ECL::L,
    };
    let code = QRBuilder::new(text).ecl(level).build().ok()?;
    let mut strokes = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|x| code[y][*x].value()).count();
            if run > 0 {
                let _ = write!(strokes, "M{} {}h{run}", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Qr { side: code.size + 2 * QUIET, strokes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_every_dark_module_once() {
        let text = "https://www.bluezone.gov.vn";
        let code = QRBuilder::new(text).ecl(ECL::M).build().unwrap();
        let dark: usize = (0..code.size).map(|y| (0..code.size).filter(|x| code[y][*x].value()).count()).sum();
        let drawn: usize = qr(text, ErrorCorrection::Print)
            .unwrap()
            .strokes
            .split('M')
            .filter_map(|run| run.split('h').nth(1)?.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
        assert_eq!(qr(&"x".repeat(5_000), ErrorCorrection::Print), None);
        assert!(qr(text, ErrorCorrection::Screen).unwrap().side < qr(text, ErrorCorrection::Print).unwrap().side);
    }
}
