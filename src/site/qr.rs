//! A QR code as an SVG of its own, black on white with its quiet zone: dark themes must not invert it, or readers fail.

use crate::view::qr;

/// None when the text is too long for any QR code.
pub fn svg(text: &str, wear: qr::ErrorCorrection) -> Option<String> {
    let code = qr::qr(text, wear)?;
    let (side, d) = (code.side, code.strokes);
    Some(format!(
        "<svg viewBox=\"0 -.5 {side} {side}\" role=\"img\" aria-label=\"QR: {}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0-.5h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{d}\"/></svg>",
        text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
    ))
}
