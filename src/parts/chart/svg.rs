//! The chart as an SVG for a page: small, since every page holds one, and with roles for colours.

use plotters::prelude::SVGBackend;

use super::{Palette, TEXT, WIDTH, draw, height};
use crate::view::Chart;

/// The custom properties of the style sheet that the roles stand for, so that the drawing follows the theme.
const ROLES: [(&str, &str); 4] =
    [("#000001", "var(--ink)"), ("#000002", "var(--bar)"), ("#000003", "var(--accent)"), ("#000004", "var(--line)")];

/// The chart as an SVG in the colours of the page around.
pub fn to_svg(chart: &Chart) -> String {
    let mut svg = String::new();
    let size = (WIDTH, height(chart));
    let palette = Palette::roles();
    if draw(SVGBackend::with_string(&mut svg, size), chart, &palette, 1.0).is_err() {
        return String::new();
    }
    // What every text has in common is said once by the style sheet; what says nothing is left out. Quotes in texts are escaped, so that
    // nothing of them is taken for an attribute.
    let size_of_text = format!(" font-size=\"{}\"", TEXT * palette.font_scale / 1.24);
    let fixed = format!("width=\"{}\" height=\"{}\" ", size.0, size.1);
    let needless = [
        &size_of_text,
        &fixed,
        " fill=\"#000001\"",
        " font-family=\"inherit\"",
        " opacity=\"1\"",
        " stroke=\"none\"",
        " stroke-width=\"1\"",
        " text-anchor=\"start\"",
        " xmlns=\"http://www.w3.org/2000/svg\"",
        "\n",
        "\r",
    ];
    let svg = needless.iter().fold(svg, |svg, nothing| svg.replace(nothing, "")).replace(" \"/>", "\"/>");
    ROLES.iter().fold(svg, |svg, (role, property)| svg.replace(&format!("=\"{role}\""), &format!("=\"{property}\"")))
}
