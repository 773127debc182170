//! A QR code as one SVG path, black on white with its quiet zone: dark themes must not invert it, or readers fail.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// The quiet zone that the standard asks for, in modules.
const QUIET: usize = 4;

/// None when the text is too long for any QR code.
pub fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut d = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|x| code[y][*x].value()).count();
            if run > 0 {
                let _ = write!(d, "M{} {}h{run}", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    let side = code.size + 2 * QUIET;
    // Strokes of one module's width through the rows' middles: a third of the bytes of squares.
    Some(format!(
        "<svg viewBox=\"0 -.5 {side} {side}\" role=\"img\" aria-label=\"QR: {}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0-.5h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{d}\"/></svg>",
        text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_every_dark_module_once() {
        let text = "https://www.bluezone.gov.vn";
        let code = QRBuilder::new(text).ecl(ECL::M).build().unwrap();
        let dark: usize = (0..code.size).map(|y| (0..code.size).filter(|x| code[y][*x].value()).count()).sum();
        let svg = svg(text).unwrap();
        let (_, path) = svg.rsplit_once(" d=\"").unwrap();
        let drawn: usize = path
            .split('M')
            .filter_map(|run| run.split('h').nth(1)?.trim_end_matches(|c: char| !c.is_ascii_digit()).parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
        assert_eq!(super::svg(&"x".repeat(5_000)), None);
    }
}
